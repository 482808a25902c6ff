//! Conforming files to change: each profile's template, and others that answer otherwise.

use predepot_tests::template;
use serde_json::{Value, json};

/// The text of a template, its amounts kept as they are written.
pub(crate) fn marked(text: &str) -> String {
    let key = "\"montantSegurHT\": ";
    let mut out = String::new();
    let mut parts = text.split(key);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(['\n', ',', '}']).unwrap_or(part.len());
        out.push_str(&format!("{key}\"#{}\"{}", &part[..end], &part[end..]));
    }
    out
}

/// A value as text. Numbers whose writing matters are strings that start with `#`: "#1075.00".
pub(crate) fn written(value: &Value) -> String {
    let text = format!("{value:#}");
    let mut parts = text.split("\"#");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(&part.replacen('"', "", 1));
    }
    out
}

/// Changes at JSON Pointers of the demande.
fn with(profile: &str, changes: &[(&str, Value)]) -> Value {
    let mut file: Value =
        serde_json::from_str(&marked(&template(profile))).expect("a template is JSON");
    for (place, value) in changes {
        let (parent, key) = place.rsplit_once('/').unwrap_or_default();
        let parent = file.pointer_mut(&format!("/lignesImport/0{parent}"));
        match parent.unwrap_or_else(|| panic!("{profile} has no {place}")) {
            Value::Object(members) => {
                members.insert(key.to_owned(), value.clone());
            }
            Value::Array(elements) if key == "-" => elements.push(value.clone()),
            other => panic!("{profile} {place}: {other}"),
        }
    }
    file
}

fn without(mut file: Value, places: &[&str]) -> Value {
    for place in places {
        let (parent, key) = place.rsplit_once('/').unwrap_or_default();
        let parent = file.pointer_mut(&format!("/lignesImport/0{parent}"));
        let removed = parent
            .and_then(Value::as_object_mut)
            .and_then(|members| members.remove(key));
        assert!(removed.is_some(), "no {place}");
    }
    file
}

/// Name, file; the template first.
pub(crate) fn of(profile: &str) -> Vec<(&'static str, Value)> {
    let mut bases = vec![("template", with(profile, &[]))];
    bases.extend(match profile {
        "MS1-DUI" => ms1_dui(),
        "MDV-LGC" => mdv_lgc(),
        "HOP-DPI" => hop_dpi(),
        _ => Vec::new(),
    });
    bases
}

fn mandataire(also: &[(&'static str, Value)]) -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("/beneficiaires/isMandataire", json!(true)),
        ("/beneficiaires/nomMandataire", json!("DURAND")),
        (
            "/beneficiaires/emailMandataire",
            json!("a.durand@exemple.fr"),
        ),
        (
            "/beneficiaires/telephoneMandataire",
            json!("+33 1 02 03 04 05"),
        ),
    ];
    all.extend_from_slice(also);
    all
}

fn mdv_lgc() -> Vec<(&'static str, Value)> {
    let medecin = |rpps: &str, contact: Value| json!({"nomMedecin": "MARTIN", "emailMedecin": contact, "telephoneMedecin": contact, "RPPS": rpps});
    let structure = json!({
        "FINESSJuridique": "750000001", "nomResponsable": "DURAND", "emailResponsable": "a.durand@exemple.fr",
        "telephoneResponsable": "01 02 03 04 05", "FINESSGeo": ["750000002", "750000003"],
    });
    let for_structure = [
        ("/beneficiaires/commandePour", json!("STRUCTURE")),
        ("/beneficiaires/isMandataire", json!(null)),
        ("/beneficiaires/isClientUnique", json!(false)),
        ("/beneficiaires/liberal", json!([])),
        ("/beneficiaires/structure", structure),
    ];
    vec![
        (
            "mandataire",
            with(
                "MDV-LGC",
                &mandataire(&[
                    ("/beneficiaires/isClientUnique", json!(false)),
                    (
                        "/beneficiaires/liberal/-",
                        medecin("10009876543", Value::Null),
                    ),
                    ("/scenarioInstallation/operateurMessagerie", json!("CH _37")),
                ]),
            ),
        ),
        (
            "HT, two médecins, no mandataire",
            with(
                "MDV-LGC",
                &[
                    ("/commande/regimeTVA", json!("HT")),
                    ("/beneficiaires/isClientUnique", json!(false)),
                    (
                        "/beneficiaires/liberal/-",
                        medecin("10009876543", json!("0@1.2")),
                    ),
                    (
                        "/piecesJustificatives/-",
                        json!({"nomFichier": "MDV-LGC-Va1-HT-00001.png", "formatFichier": "PNG", "typeFichier": "PREUVE_HT"}),
                    ),
                ],
            ),
        ),
        ("STRUCTURE", with("MDV-LGC", &for_structure)),
        (
            "STRUCTURE, little said",
            without(
                with("MDV-LGC", &for_structure),
                &[
                    "/beneficiaires/isMandataire",
                    "/beneficiaires/isClientUnique",
                    "/beneficiaires/nomMandataire",
                    "/beneficiaires/emailMandataire",
                ],
            ),
        ),
    ]
}

fn hop_dpi() -> Vec<(&'static str, Value)> {
    let template = with("HOP-DPI", &[]);
    let block = |name: &str| template["lignesImport"][0]["scenarioInstallation"][name].clone();
    let mut flat = block("DPI");
    if let (Some(flat), Value::Object(others)) = (flat.as_object_mut(), block("PFI")) {
        flat.extend(others);
    }
    let client = json!({"nomClient": "MARTIN", "emailClient": "b@exemple.fr", "telephoneClient": "0", "FINESSPMSI": "750000004"});
    vec![
        (
            "mandataire, two clients",
            with(
                "HOP-DPI",
                &mandataire(&[
                    ("/beneficiaires/isClientUnique", json!(false)),
                    ("/beneficiaires/etablissementsClients/-", client),
                ]),
            ),
        ),
        (
            "flat scenario",
            with("HOP-DPI", &[("/scenarioInstallation", flat)]),
        ),
        (
            "other names of the blocks",
            with(
                "HOP-DPI",
                &[(
                    "/scenarioInstallation",
                    json!({"blocDpi": block("DPI"), "pfi": block("PFI")}),
                )],
            ),
        ),
    ]
}

fn ms1_dui() -> Vec<(&'static str, Value)> {
    let organisme = |certificate: Value| {
        let mut all = json!({
            "FINESSJuridique": "345678912", "nomResponsableOG": "DURAND", "emailResponsableOG": "a.durand@exemple.fr",
            "telephoneResponsableOG": "+33 1 02 03 04 05", "FINESSGeos": ["123456789", "234567891"],
        });
        if let (Some(all), Value::Object(keys)) = (all.as_object_mut(), certificate) {
            all.extend(keys);
        }
        json!([all])
    };
    let block = |card: Value| {
        json!({
            "numeroCarteCPX": card, "nomAdminTechnique": "MARTIN", "telephoneAdminTechnique": "+33 1 02 03 04 06",
            "emailAdminTechnique": "b.martin@exemple.fr", "utiliteCertificat": "DMP, INS",
        })
    };
    let keys = |og: bool, statut: &str, editeur: Value| {
        json!({
            "demandeCertificatServeur": true, "contractualisationOG": og, "statutAdminTechnique": statut,
            "contractualisationEditeur": editeur,
        })
    };
    let nested = |mut keys: Value, block: Value| {
        keys["certificatServeur"] = block;
        with(
            "MS1-DUI",
            &[("/beneficiaires/etablissementsClients", organisme(keys))],
        )
    };
    let flat = |mut keys: Value, block: Value| {
        if let (Some(keys), Value::Object(block)) = (keys.as_object_mut(), block) {
            keys.extend(block);
        }
        with(
            "MS1-DUI",
            &[("/beneficiaires/etablissementsClients", organisme(keys))],
        )
    };
    let card = || json!("1234567890");
    vec![
        (
            "mandataire",
            with(
                "MS1-DUI",
                &mandataire(&[("/scenarioInstallation/0/isMaitreId", json!(false))]),
            ),
        ),
        (
            "card of the structure",
            nested(keys(true, "S", Value::Null), block(card())),
        ),
        (
            "card of the éditeur",
            nested(keys(false, "E", json!(true)), block(card())),
        ),
        (
            "no card",
            nested(keys(false, "E", json!(false)), block(Value::Null)),
        ),
        (
            "flat certificate",
            flat(keys(true, "S", Value::Null), block(card())),
        ),
        (
            "certificate in a list",
            nested(keys(true, "S", Value::Null), json!([block(card())])),
        ),
        (
            "no certificate at all",
            with(
                "MS1-DUI",
                &[("/beneficiaires/etablissementsClients", organisme(json!({})))],
            ),
        ),
    ]
}
