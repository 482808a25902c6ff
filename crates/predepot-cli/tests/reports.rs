//! The report in its other formats and without the values of the files, as a user asks for them.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use serde_json::Value;
use support::{AMOUNT, Folder, IMP_ID, NAME, Ran, mdv};

#[track_caller]
fn run(test: &str, options: &[&str]) -> Ran {
    let folder = Folder::new(test).with(NAME, mdv(&[AMOUNT]));
    let ran = folder.run(&[&["check", NAME], options].concat());
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(1)));
    ran
}

#[test]
fn a_table_is_written_byte_for_byte() {
    let ran = run("csv", &["--format", "csv"]);
    assert!(ran.out.starts_with("\u{feff}\"Fichier\";\"Profil\";"));
    assert_eq!(ran.out.matches("\r\n").count(), 3);
    assert!(
        ran.out
            .ends_with("\"/lignesImport/0/commande/montantSegurHT\"\r\n")
    );
    assert!(
        ran.out
            .contains(";\"erreur\";\"F008\";\"montant-deux-decimales\";\"2\";\"1\";\"00001\";")
    );
}

#[test]
fn a_message_is_markdown() {
    let ran = run("markdown", &["--format", "markdown"]);
    assert!(
        ran.out
            .starts_with("## À corriger avant dépôt~: le portail rejetterait des demandes\n")
    );
    assert!(
        ran.out
            .ends_with("Trouvé~: `1075`.\n  - Écrivez `1075.00`.\n")
    );
}

#[test]
fn a_log_is_sarif() {
    let ran = run("sarif", &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let codes: Vec<&str> = results
        .iter()
        .map(|result| result["ruleId"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["Z024", "F008"]);
}

#[test]
fn formats_are_in_the_language_asked_for() {
    let ran = run("csv-english", &["--format", "csv", "--lang", "en"]);
    assert!(ran.out.starts_with("\u{feff}\"File\";\"Profile\";"));
    let ran = run(
        "markdown-english",
        &["--format", "markdown", "--lang", "en"],
    );
    assert!(
        ran.out
            .starts_with("## To be corrected before submission: "),
        "{}",
        ran.out
    );
    let ran = run("sarif-english", &["--format", "sarif", "--lang", "en"]);
    assert!(ran.out.contains("\"language\":\"en\""));
}

#[test]
fn only_what_the_portal_shows_is_in_each_format() {
    let folder = Folder::new("portail-formats").with(NAME, mdv(&[AMOUNT, IMP_ID]));
    for format in ["csv", "markdown", "sarif"] {
        let ran = folder.run(&["check", NAME, "--format", format, "--portail"]);
        assert!(
            ran.out.contains("F011") && !ran.out.contains("F008"),
            "{format}"
        );
    }
}

#[test]
fn a_masked_report_has_no_value_nor_name() {
    let folder = Folder::new("masked").with(NAME, mdv(&[("\"DURAND\"", "\"Zqxw Kjvq\""), IMP_ID]));
    for format in ["text", "json", "csv", "markdown", "sarif"] {
        let open = folder.run(&["check", NAME, "--format", format]);
        let masked = folder.run(&["check", NAME, "--format", format, "--masquer"]);
        for value in ["Zqxw", NAME] {
            assert!(open.out.contains(value), "{format}");
            assert!(!masked.out.contains(value), "{format}\n{}", masked.out);
        }
        assert!(
            masked.out.contains("F006") && masked.out.contains("fichier-1.json"),
            "{format}"
        );
        assert_eq!(masked.code, open.code);
    }
    let limits = folder.run(&["check", NAME, "--limites", "--masquer"]);
    assert!(!limits.out.contains(NAME), "{}", limits.out);
}

#[test]
fn a_masked_text_has_places_and_no_line_of_the_file() {
    let ran = run("masked-text", &["--masquer"]);
    let (_, text) = ran.out.split_once("\n\n").unwrap();
    let expected = "\
erreur[F008]~: Demande 1~: le montant (`montantSegurHT`) doit avoir deux décimales.
 --> fichier-1.json:14:27
  |
  = pourquoi~: Le document demande deux chiffres après le point, et d'ajouter `.00` à un montant entier. Il doit être celui du \
bon de commande, arrondi au centime.
  = correction~: Écrivez le montant HT du bon de commande, arrondi au centime, avec un point et deux décimales, par exemple \
`1075.00`.
  = source~: MDV-LGC §3.2

fichier-1.json~: MDV-LGC · règles du 04/11/2022 · 1 demande · 1 erreur, 1 information
À corriger avant dépôt~: le portail rejetterait 1 demande sur 1 (1 erreur).
";
    assert_eq!(text, expected);
}

#[test]
fn a_file_that_cannot_be_read_is_masked_too() {
    let ran = Folder::new("masked-unread").run(&["check", "secret.json", "--masquer"]);
    assert!(!ran.out.contains("secret"), "{}", ran.out);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn an_unknown_format_is_said() {
    let folder = Folder::new("unknown-format").with(NAME, mdv(&[]));
    let ran = folder.run(&["check", NAME, "--format", "pdf"]);
    assert!(
        ran.err
            .contains("format inconnu : pdf (text, json, csv, markdown ou sarif)"),
        "{}",
        ran.err
    );
    let ran = folder.run(&["list", "--format", "csv"]);
    assert!(
        ran.err.contains("format inconnu : csv (text ou json)"),
        "{}",
        ran.err
    );
}
