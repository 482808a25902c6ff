//! What is numbered over the file: `numLigne` (C006), `numeroEditeur` (C007), names of pieces (N015).

use predepot::check::Document;
use predepot_tests::{NAME, check, edited, findings, replaced, report_of, several};

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

/// A file whose demandes have these numbers.
fn numbered(profile: &str, numbers: &[&str]) -> String {
    let text = several(profile, numbers.len());
    (1..=numbers.len())
        .fold(text, |text, n| {
            replaced(
                &text,
                &format!("\"numLigne\": {n},"),
                &format!("\"numLigne\": #{n},"),
            )
        })
        .split('#')
        .enumerate()
        .map(|(at, part)| {
            if at == 0 {
                part.to_owned()
            } else {
                format!(
                    "{}{}",
                    numbers[at - 1],
                    part.trim_start_matches(|c: char| c.is_ascii_digit())
                )
            }
        })
        .collect()
}

fn related(document: &Document, at: usize) -> (u32, u32) {
    let place = document
        .lines()
        .place(document.diagnostics[at].related[0].span.start);
    (place.line, place.column)
}

#[test]
fn numbers_in_order() {
    check(numbered("MDV-LGC", &["1", "2", "3"]), &[]);
}

#[test]
fn the_first_is_one() {
    for profile in PROFILES {
        check(
            edited(profile, "\"numLigne\": 1", "\"numLigne\": 2"),
            &["C006 E 7:19 `2`"],
        );
    }
    check(numbered("MDV-LGC", &["2", "3"]), &["C006 E 7:19 `2`"]);
}

#[test]
fn a_number_twice() {
    let text = numbered("MDV-LGC", &["1", "1"]);
    check(&text, &["C006 E 55:19 `1`"]);
    let report = predepot_tests::report(&text);
    assert_eq!(related(&report.files[0], 0), (7, 19));
}

#[test]
fn a_gap() {
    check(numbered("MDV-LGC", &["1", "3", "4"]), &["C006 A 55:19 `3`"]);
}

#[test]
fn another_order() {
    check(
        numbered("MDV-LGC", &["1", "3", "2", "4"]),
        &["C006 A 55:19 `3`", "C006 A 103:19 `2`", "C006 A 151:19 `4`"],
    );
}

#[test]
fn a_number_again_after_a_gap() {
    check(
        numbered("MDV-LGC", &["1", "2", "1", "2"]),
        &["C006 E 103:19 `1`"],
    );
}

#[test]
fn silent_after_a_refused_number() {
    check(
        numbered("MDV-LGC", &["1", "201", "3"]),
        &["F014 E 55:19 `201`"],
    );
    check(
        numbered("MDV-LGC", &["\"1\"", "7"]),
        &["S003 E 7:19 `\"1\"`"],
    );
    check(
        numbered("MDV-LGC", &["1", "2.0", "2"]),
        &["F014 E 55:19 `2.0`"],
    );
    check(
        numbered("MDV-LGC", &["1", "null", "5", "7"]),
        &["S003 E 55:19 `null`", "C006 A 151:19 `7`"],
    );
}

#[test]
fn an_absent_number_is_a_refused_one() {
    let text = numbered("MDV-LGC", &["1", "2", "3"]);
    check(
        replaced(&text, "      \"numLigne\": 2,\n", ""),
        &["S001 E 54:5 `{`"],
    );
}

// numeroEditeur.

/// Two demandes of the same number, whose pieces follow.
fn same_number(profile: &str) -> String {
    several(profile, 2).replace("00002", "00001")
}

#[test]
fn a_numero_editeur_twice() {
    for profile in ["MDV-LGC", "MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        let report = predepot_tests::report(same_number(profile));
        let document = &report.files[0];
        let found: Vec<String> = findings(document)
            .into_iter()
            .filter(|line| !line.starts_with("C022"))
            .collect();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("C007 E ") && found[0].ends_with(":24 `\"00001\"`"),
            "{found:?}"
        );
    }
}

#[test]
fn a_numero_editeur_twice_at_the_later_one() {
    let text = same_number("MDV-LGC");
    check(&text, &["C007 E 58:24 `\"00001\"`"]);
    let report = predepot_tests::report(&text);
    assert_eq!(related(&report.files[0], 0), (10, 24));
}

#[test]
fn a_refused_numero_editeur_is_not_compared() {
    let text = several("MDV-LGC", 2)
        .replace("\"00001\"", "\"1\"")
        .replace("\"00002\"", "\"1\"");
    check(text, &["F001 E 10:24 `\"1\"`", "F001 E 58:24 `\"1\"`"]);
}

// Two files dropped together.

#[test]
fn a_numero_editeur_in_two_files() {
    let (a, b) = (several("MDV-LGC", 2), predepot_tests::template("HOP-DPI"));
    let report = report_of(&[
        (NAME, a.as_bytes()),
        ("JSON-1234567890-20231015-002.json", b.as_bytes()),
    ]);
    assert_eq!(findings(&report.files[0]), [""; 0]);
    let found: Vec<String> = findings(&report.files[1])
        .into_iter()
        .filter(|line| !line.starts_with("C022"))
        .collect();
    assert_eq!(found, ["C007 A 10:24 `\"00001\"`"]);
    let finding = report.files[1]
        .diagnostics
        .iter()
        .find(|finding| finding.code.as_str() == "C007");
    assert_eq!(
        finding
            .and_then(|finding| finding.related[0].file.clone())
            .as_deref(),
        Some(NAME)
    );
}

#[test]
fn a_numero_editeur_in_two_files_is_said_once_where_it_is_an_error() {
    let (a, b) = (predepot_tests::template("MDV-LGC"), same_number("MDV-LGC"));
    let report = report_of(&[
        (NAME, a.as_bytes()),
        ("JSON-1234567890-20231015-002.json", b.as_bytes()),
    ]);
    assert_eq!(
        findings(&report.files[1]),
        ["C007 A 10:24 `\"00001\"`", "C007 E 58:24 `\"00001\"`"]
    );
}

#[test]
fn the_answer_of_the_portal_beside_its_resubmission_is_fine() {
    let answer = edited(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": \"1234\"",
    );
    let new = predepot_tests::template("MDV-LGC");
    let report = report_of(&[("retour.json", answer.as_bytes()), (NAME, new.as_bytes())]);
    assert_eq!(findings(&report.files[1]), [""; 0]);
}

// Names of pieces.

const SECOND: &str = "\"MDV-LGC-Va1-BDC-00002.pdf\"";

#[test]
fn a_name_twice_in_a_demande() {
    let text = edited("MDV-LGC", "\"regimeTVA\": \"TTC\"", "\"regimeTVA\": \"HT\"");
    let piece = "        {\n          \"nomFichier\": \"MDV-LGC-Va1-HT-00001.pdf\", \"formatFichier\": \"PDF\", \"typeFichier\": \"PREUVE_HT\"\n        },\n";
    let text = replaced(
        &text,
        "\"piecesJustificatives\": [\n",
        &format!("\"piecesJustificatives\": [\n{piece}{piece}"),
    );
    check(&text, &["N015 E 38:25 `\"MDV-LGC-Va1-HT-00001.pdf\"`"]);
    let report = predepot_tests::report(&text);
    assert_eq!(related(&report.files[0], 0), (35, 25));
}

#[test]
fn a_name_of_another_demande_is_only_of_another_number() {
    check(
        replaced(
            &several("MDV-LGC", 2),
            SECOND,
            "\"MDV-LGC-Va1-BDC-00001.pdf\"",
        ),
        &["N013 E 83:25 `\"MDV-LGC-Va1-BDC-00001.pdf\"`"],
    );
}

#[test]
fn one_number_twice_makes_no_name_twice() {
    check(same_number("MDV-LGC"), &["C007 E 58:24 `\"00001\"`"]);
}

#[test]
fn n015_stands_only_on_a_name_without_another_error() {
    let text = several("MDV-LGC", 2)
        .replace("MDV-LGC-Va1-BDC-00001.pdf", "bon.pdf")
        .replace("MDV-LGC-Va1-BDC-00002.pdf", "bon.pdf");
    check(
        text,
        &["N010 E 35:25 `\"bon.pdf\"`", "N010 E 83:25 `\"bon.pdf\"`"],
    );
}

#[test]
fn a_name_twice_in_two_demandes_when_the_number_cannot_be_compared() {
    let text = several("MDV-LGC", 2);
    let text = replaced(
        &text,
        "\"numeroEditeur\": \"00002\"",
        "\"numeroEditeur\": \"2\"",
    );
    check(
        replaced(&text, SECOND, "\"MDV-LGC-Va1-BDC-00001.pdf\""),
        &[
            "F001 E 58:24 `\"2\"`",
            "N015 E 83:25 `\"MDV-LGC-Va1-BDC-00001.pdf\"`",
        ],
    );
}
