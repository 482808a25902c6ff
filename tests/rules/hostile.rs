//! Whatever the bytes, the report holds together and comes in a time that grows with the file, not with its square.

use std::time::{Duration, Instant};

use predepot::catalog::{Code, View};
use predepot::check::{DemandeVerdict, Document, MOST_DIAGNOSTICS};
use predepot::diag::{Safety, Severity, apply};
use predepot::render::wire;
use predepot_tests::{replaced, report, several, template};
use proptest::prelude::*;

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

// What must hold of any report.

fn holds(document: &Document) {
    in_order_and_counted(document);
    demandes_agree(document);
    places_and_texts(document);
    edits_fit(document);
}

fn in_order_and_counted(document: &Document) {
    let findings = &document.diagnostics;
    assert!(findings.is_sorted_by_key(|finding| finding.span.start));
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    if !document.is_truncated() {
        assert_eq!(count(Severity::Erreur), document.counts.erreur as usize);
        assert_eq!(
            count(Severity::Avertissement),
            document.counts.avertissement as usize
        );
        assert_eq!(
            count(Severity::Information),
            document.counts.information as usize
        );
        for &(code, number) in &document.by_code {
            assert_eq!(
                findings
                    .iter()
                    .filter(|finding| finding.code == code)
                    .count(),
                number as usize
            );
        }
    }
    let all = document.counts.erreur + document.counts.avertissement + document.counts.information;
    assert_eq!(
        document
            .by_code
            .iter()
            .map(|(_, number)| number)
            .sum::<u32>(),
        all
    );
}

fn demandes_agree(document: &Document) {
    assert!(
        document
            .demandes
            .is_sorted_by_key(|demande| demande.span.start)
    );
    for (at, demande) in document.demandes.iter().enumerate() {
        let own: Vec<_> = document
            .diagnostics
            .iter()
            .enumerate()
            .filter(|(_, finding)| document.demande_at(finding.span.start) == Some(at))
            .collect();
        let first = own
            .iter()
            .find(|(_, finding)| finding.severity == Severity::Erreur)
            .map(|&(index, _)| index as u32);
        assert_eq!(demande.first_error, first);
        let warned = own
            .iter()
            .any(|(_, finding)| finding.severity == Severity::Avertissement);
        match demande.verdict {
            DemandeVerdict::Rejetee => assert!(first.is_some()),
            DemandeVerdict::AVerifier => assert!(first.is_none() && warned),
            DemandeVerdict::Conforme if document.verdict != predepot::check::Verdict::RetourAsp => {
                assert!(first.is_none() && !warned)
            }
            _ => {}
        }
    }
}

fn places_and_texts(document: &Document) {
    let lines = document.lines();
    let size = document.bytes.len() as u32;
    for diagnostic in &document.diagnostics {
        let span = diagnostic.span;
        assert!(span.start <= span.end && span.end <= size, "{diagnostic:?}");
        let place = lines.place(span.start);
        let line = lines.line(place.line);
        assert!(
            line.start <= span.start || span.start == 0,
            "{diagnostic:?}"
        );
        assert!(place.column >= 1 && place.column - 1 <= span.start - line.start.min(span.start));
        assert!(place.line >= 1 && place.line <= lines.lines());
        for related in &diagnostic.related {
            assert!(related.span.end <= size && !related.message.is_empty());
        }
        let view = View {
            diagnostic,
            document,
            lines: &lines,
            masked: None,
        };
        for text in [view.message(), view.why(), view.help()] {
            assert!(!text.trim().is_empty(), "{diagnostic:?}");
        }
    }
}

fn edits_fit(document: &Document) {
    let size = document.bytes.len() as u32;
    for fix in document
        .diagnostics
        .iter()
        .filter_map(|finding| finding.fix.as_deref())
    {
        assert!(!fix.title.is_empty());
        assert_eq!(
            fix.edits.is_empty() && fix.rename.is_none(),
            fix.safety == Safety::ASaisir,
            "{fix:?}"
        );
        let mut done = 0;
        for edit in &fix.edits {
            assert!(
                done <= edit.span.start
                    && edit.span.start <= edit.span.end
                    && edit.span.end <= size,
                "{fix:?}"
            );
            done = edit.span.end;
        }
    }
}

/// Applying what is sure adds no error. Once a value of another type (S003) or a refused number (F014) is corrected, the rules that kept silent
/// on it speak: of these only the finding itself is to go.
fn sure_fixes_hold(document: &Document) {
    for finding in &document.diagnostics {
        let Some(fix) = finding
            .fix
            .as_deref()
            .filter(|fix| fix.safety == Safety::Sure && !fix.edits.is_empty())
        else {
            continue;
        };
        let after = report(apply(&document.bytes, &fix.edits));
        let after = &after.files[0];
        let holds = if matches!(finding.code, Code::S003 | Code::F014) {
            let place = finding.span.start;
            !after
                .diagnostics
                .iter()
                .any(|other| other.code == finding.code && other.span.start == place)
        } else {
            after.counts.erreur <= document.counts.erreur
        };
        assert!(
            holds,
            "{finding:?}\n{}\nbefore {:#?}\nafter {:#?}",
            String::from_utf8_lossy(&document.bytes),
            predepot_tests::findings(document),
            predepot_tests::findings(after)
        );
    }
}

// Templates put out of order.

/// What is done to a text at a place.
#[derive(Clone, Debug)]
enum Change {
    /// These bytes for that many.
    Bytes(Vec<u8>, usize),
    /// A word for the word found there.
    Word(&'static str),
    /// A line again, gone, or changed for another.
    Again,
    Gone,
    Swap(prop::sample::Index),
    /// The end of the file is lost.
    Cut,
}

const WORDS: [&str; 34] = [
    "null",
    "true",
    "false",
    "\"\"",
    "\"null\"",
    "\"true\"",
    "[]",
    "{}",
    "[null]",
    "{\"a\": 1}",
    "0",
    "-1",
    "1",
    "1075,00",
    "1e400",
    "00001",
    "\"LIBERAL\"",
    "\"STRUCTURE\"",
    "\"0000\"",
    "\"1234\"",
    "\"750000003\"",
    "\"durand\"",
    "\" \"",
    "\"MAI_15\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "//",
    "True",
    "\"\\ud800\"",
];

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        1 => (prop::collection::vec(any::<u8>(), 0..4), 0..4usize).prop_map(|(bytes, most)| Change::Bytes(bytes, most)),
        4 => prop::sample::select(&WORDS[..]).prop_map(Change::Word),
        2 => Just(Change::Again),
        2 => Just(Change::Gone),
        2 => any::<prop::sample::Index>().prop_map(Change::Swap),
        1 => Just(Change::Cut),
    ]
}

/// The value (or word) on a line, and the line.
fn changed(text: Vec<u8>, at: prop::sample::Index, change: Change) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = text
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let line = at.index(lines.len());
    match change {
        Change::Bytes(bytes, most) => {
            let mut text = text;
            let start = at.index(text.len().max(1)).min(text.len());
            let end = (start + most).min(text.len());
            text.splice(start..end, bytes);
            return text;
        }
        Change::Cut => return text[..at.index(text.len() + 1)].to_vec(),
        Change::Word(word) => {
            let line = &mut lines[line];
            let comma = line.ends_with(b",");
            let start = line
                .windows(2)
                .position(|pair| pair == b": ")
                .map_or(0, |at| at + 2);
            line.truncate(start);
            line.extend_from_slice(word.as_bytes());
            if comma {
                line.push(b',');
            }
        }
        Change::Again => {
            let again = lines[line].clone();
            lines.insert(line, again);
        }
        Change::Gone => {
            lines.remove(line);
        }
        Change::Swap(other) => {
            let other = other.index(lines.len());
            lines.swap(line, other);
        }
    }
    lines.join(&b'\n')
}

fn disordered() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), change()), 1..6);
    (prop::sample::select(&PROFILES[..]), 1..3usize, changes).prop_map(
        |(profile, count, changes)| {
            let text = several(profile, count).into_bytes();
            changes
                .into_iter()
                .fold(text, |text, (at, change)| changed(text, at, change))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_holds_together(bytes in disordered()) {
        let report = report(&bytes);
        holds(&report.files[0]);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&wire::to_json(&report)).is_ok());
    }

    #[test]
    fn a_sure_fix_adds_no_error(bytes in disordered()) {
        sure_fixes_hold(&report(&bytes).files[0]);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        holds(&report(&bytes).files[0]);
    }
}

#[test]
fn templates_cut_at_every_byte() {
    for profile in PROFILES {
        let text = template(profile);
        for end in 0..text.len() {
            holds(&report(&text.as_bytes()[..end]).files[0]);
        }
    }
}

// Size.

/// Far above what each takes alone (1.5 s at most), for machines that are slower or busy; a square would take minutes.
const MOST: Duration = Duration::from_secs(60);

/// Checks and renders `text` in a time that no square of its size would leave.
fn in_time(name: &str, text: impl AsRef<[u8]>) -> Document {
    let text = text.as_ref();
    let start = Instant::now();
    let mut report = report(text);
    let checked = start.elapsed();
    let rendered = wire::to_json(&report).len();
    let all = start.elapsed();
    println!(
        "{name}: {} bytes checked in {checked:?}, {rendered} bytes rendered in {:?}",
        text.len(),
        all - checked
    );
    assert!(all < MOST, "{name}: {all:?}");
    report.files.remove(0)
}

/// What is said to be so many is so many with optimisation, where a square would show; fewer without, where all is slower.
const SCALE: usize = if cfg!(debug_assertions) { 100 } else { 1 };

/// A key or an element `count` times.
fn many(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count / SCALE).map(item).collect::<Vec<_>>().join(",")
}

/// The template of a profile, with `members` at the start of the object whose key is `key`.
fn stuffed(profile: &str, key: &str, members: &str) -> String {
    let text = template(profile);
    let opening = format!("\"{key}\": {{\n");
    replaced(&text, &opening, &format!("{opening}{members},\n"))
}

#[test]
fn a_million_unknown_keys() {
    let document = in_time(
        "unknown keys",
        stuffed(
            "MDV-LGC",
            "beneficiaires",
            &many(1_000_000, |n| format!("\"k{n}\":0")),
        ),
    );
    assert_eq!(document.counts.avertissement as usize, 1_000_000 / SCALE);
    assert_eq!(
        document.diagnostics.len(),
        MOST_DIAGNOSTICS.min(1_000_000 / SCALE)
    );
}

#[test]
fn unknown_keys_near_a_missing_one() {
    let text = stuffed(
        "MDV-LGC",
        "beneficiaires",
        &many(200_000, |n| format!("\"isMandatair{n}\":0")),
    );
    in_time(
        "near keys",
        replaced(&text, "        \"isMandataire\": false,\n", ""),
    );
}

#[test]
fn a_hundred_thousand_duplicate_keys() {
    let document = in_time(
        "duplicate keys",
        stuffed(
            "MDV-LGC",
            "beneficiaires",
            &many(100_000, |_| "\"isMandataire\":false".to_owned()),
        ),
    );
    assert_eq!(document.counts.erreur as usize, 100_000 / SCALE);
    in_time(
        "duplicate unknown keys",
        stuffed(
            "MDV-LGC",
            "beneficiaires",
            &many(100_000, |_| "\"x\":false".to_owned()),
        ),
    );
}

#[test]
fn ten_thousand_demandes() {
    for profile in PROFILES {
        in_time(profile, several(profile, 10_000 / SCALE));
        let wrong = several(profile, 10_000 / SCALE)
            .replace("\"C\"", "\"c\"")
            .replace("\"typeFichier\"", "\"typefichier\"");
        in_time(&format!("{profile} with errors"), wrong);
    }
}

#[test]
fn ten_thousand_demandes_of_one_number_in_two_files() {
    let text = several("MDV-LGC", 10_000 / SCALE).replace("\"C\"", "\"c\"");
    let start = Instant::now();
    let report =
        predepot_tests::report_of(&[("a.json", text.as_bytes()), ("b.json", text.as_bytes())]);
    println!("two files: {:?}", start.elapsed());
    assert!(!wire::to_json(&report).is_empty());
    println!("two files, rendered: {:?}", start.elapsed());
    assert!(start.elapsed() < MOST);
}

#[test]
fn a_text_and_a_key_of_a_megabyte() {
    let long = "É".repeat(500_000);
    let text = template("MDV-LGC");
    in_time("text", text.replace("\"DURAND\"", &format!("\"{long}\"")));
    in_time(
        "lower case text",
        text.replace("\"DURAND\"", &format!("\"{}\"", long.to_lowercase())),
    );
    in_time("date", text.replace("15/09/2022", &long));
    in_time(
        "operator",
        text.replace(
            "\"operateurMessagerie\": null",
            &format!("\"operateurMessagerie\": \"{long}\""),
        ),
    );
    in_time("piece", text.replace("MDV-LGC-Va1-BDC-00001.pdf", &long));
    in_time("amount", text.replace("1075.00", &"1".repeat(1_000_000)));
    in_time(
        "number",
        text.replace(
            "\"numLigne\": 1",
            &format!("\"numLigne\": {}", "1".repeat(1_000_000)),
        ),
    );
    in_time(
        "key",
        text.replace("\"typeAction\"", &format!("\"{long}\"")),
    );
    in_time(
        "escapes",
        text.replace("DURAND", &"\\u00e9".repeat(200_000)),
    );
}

#[test]
fn lists_of_a_hundred_thousand() {
    let mdv = template("MDV-LGC");
    let medecin = |count: usize, rpps: &dyn Fn(usize) -> String| {
        let list = many(count, |n| {
            format!(
                "{{\"nomMedecin\":\"A\",\"emailMedecin\":\"b@exemple.fr\",\"telephoneMedecin\":\"01\",\"RPPS\":\"{}\",\"k{n}\":0}}",
                rpps(n)
            )
        });
        replaced(
            &mdv,
            "\"liberal\": [\n",
            &format!("\"liberal\": [\n{list},\n"),
        )
    };
    in_time(
        "médecins of one RPPS",
        medecin(100_000, &|_| "10001234565".to_owned()),
    );
    in_time(
        "médecins of a broken RPPS",
        medecin(100_000, &|_| "1".to_owned()),
    );
    in_time(
        "médecins without RPPS",
        medecin(100_000, &|_| String::new()).replace("\"RPPS\":\"\",", ""),
    );
    let piece = many(100_000, |_| {
        "{\"nomFichier\":\"x.pdf\",\"formatFichier\":\"PDF\",\"typeFichier\":\"BON_COMMANDE\"}"
            .to_owned()
    });
    in_time(
        "pieces",
        replaced(
            &mdv,
            "\"piecesJustificatives\": [\n",
            &format!("\"piecesJustificatives\": [\n{piece},\n"),
        ),
    );
    let ms1 = template("MS1-DUI");
    for finess in ["\"123456789\"", "\"1\"", "null"] {
        in_time(
            "FINESS",
            replaced(
                &ms1,
                "\"FINESSGeos\": [\n",
                &format!(
                    "\"FINESSGeos\": [\n{},\n",
                    many(100_000, |_| finess.to_owned())
                ),
            ),
        );
    }
    let organisme = many(50_000, |n| {
        format!(
            "{{\"FINESSJuridique\":\"345678912\",\"FINESSGeos\":[\"123456789\"],\"nomAdminTechnique\":\"A\",\"k{n}\":{{\"contractualisationOG\":true}}}}"
        )
    });
    in_time(
        "organismes",
        replaced(
            &ms1,
            "\"etablissementsClients\": [\n",
            &format!("\"etablissementsClients\": [\n{organisme},\n"),
        ),
    );
    let scenario = many(100_000, |_| {
        "{\"FINESSGeo\":\"999999999\",\"profilMetier\":\"PA\"}".to_owned()
    });
    in_time(
        "scenarios",
        replaced(
            &ms1,
            "\"scenarioInstallation\": [\n",
            &format!("\"scenarioInstallation\": [\n{scenario},\n"),
        ),
    );
    let hop = template("HOP-DPI");
    let client = many(100_000, |n| {
        format!("{{\"nomClient\":\"a\",\"FINESSPMSI\":\"{:09}\"}}", n)
    });
    in_time(
        "clients",
        replaced(
            &hop,
            "\"etablissementsClients\": [\n",
            &format!("\"etablissementsClients\": [\n{client},\n"),
        ),
    );
    in_time(
        "empty demandes",
        mdv.replace(
            "\"lignesImport\": [\n",
            &format!(
                "\"lignesImport\": [\n{},\n",
                many(200_000, |_| "{}".to_owned())
            ),
        ),
    );
    in_time(
        "null demandes",
        mdv.replace(
            "\"lignesImport\": [\n",
            &format!(
                "\"lignesImport\": [\n{},\n",
                many(500_000, |_| "null".to_owned())
            ),
        ),
    );
}

#[test]
fn mistakes_of_writing_by_the_thousand() {
    let text = several("MDV-LGC", 5_000 / SCALE);
    in_time("commas", text.replace("\"C\",", "\"C\""));
    in_time("apostrophes", text.replace('"', "'"));
    in_time("words", text.replace("false", "False"));
    in_time("brackets", "[".repeat(2_000_000));
    in_time("quotes", "\"".repeat(2_000_000));
    in_time("braces", "{\"a\":".repeat(500_000));
    in_time(
        "lines",
        format!(
            "{}{}",
            "\n".repeat(5_000_000),
            template("MDV-LGC").replace("1075.00", "1")
        ),
    );
}
