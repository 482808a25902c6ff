//! Changes of a file: at every place, every value of a pool; keys taken away, spelt otherwise, entries taken away or written twice.

use serde_json::{Value, json};

/// Told the change and the changed file.
type Told<'a> = dyn FnMut(&str, &Value) + 'a;

fn pool(profile: &str) -> Vec<Value> {
    let letters = |n| "A".repeat(n);
    let digits = |n| "1".repeat(n);
    let mail = |n: usize| format!("{}@exemple.fr", "a".repeat(n - 11));
    let phone = |n: usize| format!("+33 {}", "1".repeat(n - 4));
    let mut pool = vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(2),
        json!(201),
        json!(-1),
        json!(1.5),
    ];
    // Numbers whose writing matters.
    pool.extend(
        [
            "#2.0",
            "#1075",
            "#1075.00",
            "#1075.000",
            "#0.00",
            "#-5.00",
            "#1e2",
        ]
        .map(Value::from),
    );
    pool.extend([
        json!([]),
        json!({}),
        json!([null]),
        json!([""]),
        json!([{}]),
        json!({"cle": null}),
        json!({"cle": [""]}),
        json!({"cle": 1}),
    ]);
    pool.extend([
        json!(["123456789"]),
        json!(["123456789", "234567891"]),
        json!(["PA", "PH"]),
        json!(["PA", "AP"]),
        json!([true]),
    ]);
    pool.extend(
        [
            "",
            " ",
            "\u{a0}\t",
            "null",
            "true",
            "false",
            "x",
            "oui",
            " DURAND",
            "DURAND",
            "Durand",
            "ÉLODIE",
            "élodie",
            "O'BRIEN-7",
        ]
        .map(Value::from),
    );
    pool.extend([24, 25, 26, 49, 50, 51].map(|n| Value::from(letters(n))));
    pool.extend([5, 8, 9, 10, 11, 13, 14, 15].map(|n| Value::from(digits(n))));
    pool.extend(
        [
            "0000A",
            "0000-",
            "00é01",
            "12345678A",
            "1234567 90",
            "1234567890123A",
            "     ",
        ]
        .map(Value::from),
    );
    pool.extend(
        [
            "31/04/2023",
            "29/02/2023",
            "29/02/2024",
            "2023-09-15",
            "15/9/2023",
            "15/09/2023",
            "00/01/2023",
            " 15/09/2023",
        ]
        .map(Value::from),
    );
    pool.extend([49, 50, 51, 149, 150, 151].map(|n| Value::from(mail(n))));
    pool.extend([49, 50, 51].map(|n| Value::from(phone(n))));
    pool.extend(
        [
            "a@b.fr",
            "a@b",
            "@b.fr",
            "ab.fr",
            ".a@",
            "@@.",
            "01 02 03 04 05",
            "0033 1",
            "0 0 33 1",
            "(+33) 1",
            "33 +",
            "+",
            "tel",
        ]
        .map(Value::from),
    );
    pool.extend(
        [
            "TTC",
            "HT",
            "ttc",
            "C",
            "c",
            "PDF",
            "pdf",
            "DOC",
            "BON_COMMANDE",
            "PREUVE_HT",
            "LIBERAL",
            "STRUCTURE",
            "liberal",
        ]
        .map(Value::from),
    );
    pool.extend(
        [
            "E",
            "S",
            "DMP",
            "DMP, INS",
            "DMP,INS",
            "PA",
            " PA",
            "DOM",
            "PA, PH",
            "PA / SAAD",
            "PA, ",
            "PA, AP",
        ]
        .map(Value::from),
    );
    pool.extend(
        [
            "MAI_15", "mai_15", "CH _37", "CH_37", "CL_71", "MAILIZ", "MAI_999",
        ]
        .map(Value::from),
    );
    for rest in [
        "Va1-BDC-00001.pdf",
        "Va1-HT-00001.pdf",
        "Va1-BDC-00001.PDF",
        "Va1-BDC-00001.png",
        "Val-BDC-00001.pdf",
        "Va1-BDC-00002.pdf",
        "Va1-BDC-00001.doc",
        "Va1-BDC-.pdf",
        "Va1-bdc-00001.pdf",
    ] {
        pool.push(Value::from(format!("{profile}-{rest}")));
    }
    pool.extend(
        [
            "MDV-LGC-Va1-BDC-00001.pdf",
            "HOP-DPI-Va1-BDC-00001.pdf",
            "HOP-RI-Va1-BDC-00001.pdf",
        ]
        .map(Value::from),
    );
    pool
}

/// Spellings that the documents leave open, and a few that they do not.
const SPELLINGS: [(&str, &str); 14] = [
    ("isDirectToDMP", "isDirecToDMP"),
    ("isMaitreId", "IsMaitreId"),
    ("isStockageId", "IsStockageId"),
    ("isRefSoins", "IsRefSoins"),
    ("etablissementsClients", "EtablissementsClients"),
    (
        "isPFIpourEnvoiMSSPCitoyenIndependante",
        "isPFIpourEnvoiMSSCitoyenIndependante",
    ),
    ("DPI", "blocDPI"),
    ("DPI", "dpi"),
    ("PFI", "BlocPfi"),
    ("PFI", "pFi"),
    ("SIRET", "siret"),
    ("numLigne", "numligne"),
    ("montantSegurHT", "montantSegurHt"),
    ("nomFichier", "nomFichiers"),
];

/// Every place of a value, the root's first.
fn places(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut at = 0;
    while let Some(place) = found.get(at).cloned() {
        match value.pointer(&place) {
            Some(Value::Object(members)) => {
                found.extend(members.keys().map(|key| format!("{place}/{key}")))
            }
            Some(Value::Array(elements)) => {
                found.extend((0..elements.len()).map(|rank| format!("{place}/{rank}")))
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Every single change; blocks that are as in `template` are left alone, when there is one: its own changes are enough.
pub(crate) fn each(profile: &str, base: &Value, template: Option<&Value>, told: &mut Told<'_>) {
    let pool = pool(profile);
    for place in places(base) {
        let block: String = place.split_inclusive('/').take(4).collect();
        let block = block.trim_end_matches('/');
        if template.is_some_and(|template| {
            place.matches('/').count() < 3 || template.pointer(block) == base.pointer(block)
        }) {
            continue;
        }
        for value in &pool {
            let mut changed = base.clone();
            if let Some(here) = changed.pointer_mut(&place) {
                if *here == *value {
                    continue;
                }
                *here = value.clone();
            }
            told(&format!("{place} = {value}"), &changed);
        }
        for (what, changed) in reshaped(base, &place) {
            told(&what, &changed);
        }
    }
}

/// Keys taken away or spelt otherwise, entries taken away or written twice.
fn reshaped(base: &Value, place: &str) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let (parent, last) = place.rsplit_once('/').unwrap_or_default();
    let mut push = |what: String, change: &dyn Fn(&mut Value)| {
        let mut changed = base.clone();
        if let Some(parent) = changed.pointer_mut(parent) {
            change(parent);
            all.push((what, changed));
        }
    };
    match base.pointer(parent) {
        _ if place.is_empty() => {}
        Some(Value::Object(_)) => {
            push(format!("no {place}"), &|parent| {
                parent
                    .as_object_mut()
                    .and_then(|members| members.remove(last));
            });
            for (_, spelling) in SPELLINGS.iter().filter(|(key, _)| *key == last) {
                push(format!("{place} as {spelling}"), &|parent| {
                    if let Some(members) = parent.as_object_mut()
                        && let Some(value) = members.remove(last)
                    {
                        members.insert((*spelling).to_owned(), value);
                    }
                });
            }
        }
        Some(Value::Array(_)) => {
            let rank: usize = last.parse().unwrap_or_default();
            push(format!("no {place}"), &|parent| {
                parent.as_array_mut().map(|elements| elements.remove(rank));
            });
            push(format!("{place} twice"), &|parent| {
                if let Some(elements) = parent.as_array_mut() {
                    elements.push(elements[rank].clone());
                }
            });
        }
        _ => {}
    }
    all
}

/// `count` files with two to four changes each, the same at every run.
pub(crate) fn several(profile: &str, base: &Value, count: usize, told: &mut Told<'_>) {
    let pool = pool(profile);
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = move |below: usize| {
        // xorshift64
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or_default()
    };
    for _ in 0..count {
        let mut changed = base.clone();
        let mut what = Vec::new();
        for _ in 0..2 + draw(3) {
            let places = places(&changed);
            let place = places[1 + draw(places.len() - 1)].clone();
            if draw(4) == 0 {
                let shapes = reshaped(&changed, &place);
                if let Some((how, shape)) = shapes.get(draw(shapes.len().max(1))) {
                    what.push(how.clone());
                    changed = shape.clone();
                }
            } else {
                let value = &pool[draw(pool.len())];
                what.push(format!("{place} = {value}"));
                if let Some(here) = changed.pointer_mut(&place) {
                    *here = value.clone();
                }
            }
            if places.len() < 3 {
                break;
            }
        }
        told(&what.join(", "), &changed);
    }
}
