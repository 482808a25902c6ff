//! `predepot check`, run as a user runs it.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::fs::File;
use std::io::Read;

use serde_json::Value;
use support::{ACTION, AMOUNT, Folder, IMP_ID, NAME, Ran, mdv};

/// Checks one file under [`NAME`] and compares the whole standard output after what is said of its missing ZIP, and the exit code.
#[track_caller]
fn check(test: &str, edits: &[(&str, &str)], options: &[&str], expected: &str, code: i32) {
    let folder = Folder::new(test).with(NAME, mdv(edits));
    let ran = folder.run(&[&["check", NAME], options].concat());
    assert_eq!(ran.err, "");
    let (z024, rest) = ran.out.split_once("\n\n").unwrap();
    assert!(z024.starts_with("information[Z024]"), "{z024}");
    assert_eq!(rest, expected.trim_start_matches('\n'));
    assert_eq!(ran.code, Some(code));
}

/// The first line of each finding up to its place, then the recap, without what is said of a missing ZIP.
fn heads(ran: &Ran) -> Vec<&str> {
    let mut heads: Vec<&str> = ran
        .out
        .lines()
        .filter_map(|line| match line.split_once("]~: ") {
            Some((head, _)) => Some(&line[..=head.len()]),
            None => line.trim_start().strip_prefix("--> "),
        })
        .collect();
    while let Some(at) = heads.iter().position(|head| *head == "information[Z024]") {
        heads.drain(at..at + 2);
    }
    heads.extend(ran.out.lines().last());
    heads
}

/// Codes in the JSON report, by file.
fn codes(ran: &Ran) -> Vec<(String, Vec<String>)> {
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let files = report["files"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    files
        .iter()
        .map(|file| {
            let findings = file["diagnostics"].as_array().unwrap();
            (
                text(&file["name"]),
                findings
                    .iter()
                    .map(|finding| text(&finding["code"]))
                    .collect(),
            )
        })
        .collect()
}

#[track_caller]
fn check_codes(ran: &Ran, expected: &[(&str, &[&str])]) {
    let codes = codes(ran);
    let found: Vec<(&str, Vec<&str>)> = codes
        .iter()
        .map(|(name, codes)| (name.as_str(), codes.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(&str, Vec<&str>)> = expected
        .iter()
        .map(|&(name, codes)| (name, codes.to_vec()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(ran.err, "");
}

#[test]
fn a_conforming_file_is_ready() {
    check(
        "ready",
        &[],
        &[],
        "
JSON-1234567890-20231015-001.json~: MDV-LGC · règles du 04/11/2022 · 1 demande · 1~075,00~€ HT · 1 information
Prêt à déposer~: 1 demande, aucun point à reprendre.
",
        0,
    );
}

#[test]
fn a_finding_is_framed_in_its_line() {
    check(
        "framed",
        &[AMOUNT],
        &[],
        "
erreur[F008]~: Demande 1 (n° éditeur 00001)~: le montant (`montantSegurHT`) doit avoir deux décimales. Trouvé~: `1075`.
  --> JSON-1234567890-20231015-001.json:14:27
   |
14 |         \"montantSegurHT\": 1075
   |                           ^^^^
   |
   = pourquoi~: Le document demande deux chiffres après le point, et d'ajouter `.00` à un montant entier. Il doit être celui du bon de commande, arrondi au centime.
   = correction~: Écrivez `1075.00`.
   = source~: MDV-LGC §3.2

JSON-1234567890-20231015-001.json~: MDV-LGC · règles du 04/11/2022 · 1 demande · 1~075,00~€ HT · 1 erreur, 1 information
À corriger avant dépôt~: le portail rejetterait 1 demande sur 1 (1 erreur).
",
        1,
    );
}

#[test]
fn a_reason_is_given_once_a_file() {
    let folder = Folder::new("once").with(NAME, mdv(&[ACTION, ("\"TTC\"", "\"TVA\"")]));
    let ran = folder.run(&["check", NAME]);
    assert_eq!(ran.out.matches("erreur[F003]").count(), 2);
    assert_eq!(ran.out.matches("= pourquoi").count(), 1 + 1);
    assert_eq!(ran.out.matches("= correction").count(), 2 + 1);
}

#[test]
fn a_warning_alone_is_no_failure() {
    let folder = Folder::new("warning").with(NAME, mdv(&[("12345678200010", "12345678200011")]));
    let ran = folder.run(&["check", NAME]);
    assert_eq!(
        heads(&ran),
        [
            "avertissement[F015]",
            "JSON-1234567890-20231015-001.json:4:12",
            "Rien de bloquant, mais 1 point à vérifier avant de déposer."
        ]
    );
    assert_eq!(ran.code, Some(0));
}

#[test]
fn related_places_are_framed_too() {
    let folder = Folder::new("related").with(
        NAME,
        mdv(&[("\"impId\"", "\"SIRET\": \"1\",\n  \"impId\"")]),
    );
    let ran = folder.run(&["check", NAME]);
    let (_, frames) = ran.out.split_once("erreur[J014]").unwrap();
    let frames: Vec<&str> = frames.lines().skip(1).take(8).collect();
    assert_eq!(
        frames[..4],
        [
            " --> JSON-1234567890-20231015-001.json:5:3",
            "  |",
            "5 |   \"SIRET\": \"12345678200010\",",
            "  |   ^^^^^^^"
        ]
    );
    assert_eq!(
        frames[4..7],
        [
            " ::: JSON-1234567890-20231015-001.json:2:3",
            "  |",
            "2 |   \"SIRET\": \"1\","
        ]
    );
    assert!(frames[7].starts_with("  |   ------- "), "{}", frames[7]);
}

#[test]
fn a_minified_line_is_cut_around_its_finding() {
    let text: String = mdv(&[ACTION]).lines().map(str::trim).collect();
    let folder = Folder::new("minified").with(NAME, text);
    let ran = folder.run(&["check", NAME]);
    let (_, frame) = ran.out.split_once("erreur[F003]").unwrap();
    let line = frame.lines().nth(3).unwrap();
    assert!(line.starts_with("1 | …") && line.ends_with('…'), "{line}");
    assert!(line.contains("\"typeAction\": \"D\""), "{line}");
    assert!(line.chars().count() < 120, "{line}");
}

#[test]
fn the_portal_shows_the_first_error_of_each_demande() {
    let folder = Folder::new("portail-demande").with(NAME, mdv(&[AMOUNT, ACTION]));
    let ran = folder.run(&["check", "--portail", NAME]);
    assert_eq!(
        heads(&ran),
        [
            "erreur[F003]",
            "JSON-1234567890-20231015-001.json:8:21",
            "À corriger avant dépôt~: le portail rejetterait 1 demande sur 1 (2 erreurs)."
        ]
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn the_portal_shows_one_error_of_a_rejected_file() {
    let folder = Folder::new("portail-fichier").with(NAME, mdv(&[ACTION, IMP_ID]));
    let ran = folder.run(&["check", "--portail", "--format=json", NAME]);
    check_codes(&ran, &[(NAME, &["F011"])]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["counts"]["erreur"], 2);
    assert_eq!(report["files"][0]["demandes"][0]["firstError"], Value::Null);
}

#[test]
fn the_json_report_is_the_core_s() {
    use predepot::check::{Content, Day, Dropped, Options};
    let text = mdv(&[AMOUNT]);
    let dropped = Dropped {
        name: NAME.to_owned(),
        content: Content::Bytes(text.clone().into_bytes()),
    };
    let options = Options {
        today: Day::new(2023, 10, 15),
        ..Options::default()
    };
    let report = predepot::check::check(vec![dropped], &options);
    let expected = predepot::render::wire::to_json(&report) + "\n";
    let folder = Folder::new("json").with(NAME, text);
    let ran = folder.run(&["check", "--format", "json", NAME]);
    assert_eq!(ran.out, expected.replace('\u{a0}', "~"));
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(1)));
}

#[test]
fn the_standard_input_has_no_name_to_correct() {
    let ran = Folder::new("stdin").run_with(&["check", "-"], mdv(&[]).as_bytes(), &[]);
    assert_eq!(
        heads(&ran),
        ["Prêt à déposer~: 1 demande, aucun point à reprendre."]
    );
    assert!(
        ran.out.contains("\nentrée standard~: MDV-LGC"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, Some(0));
}

#[test]
fn an_empty_standard_input_is_an_empty_file() {
    let ran = Folder::new("stdin-empty").run(&["check", "-"]);
    let heads = heads(&ran);
    assert_eq!(heads[0], "erreur[J010]");
    assert!(!ran.out.contains("[N0"), "{}", ran.out);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_folder_is_its_files_by_name() {
    let folder = Folder::new("folder")
        .with("depot/b.json", mdv(&[]).replace("00001", "00002"))
        .with(format!("depot/{NAME}"), mdv(&[]))
        .with("depot/.cache", "x")
        .with("depot/archives/c.json", "{");
    let ran = folder.run(&["check", "--format", "json", "depot"]);
    check_codes(&ran, &[(NAME, &["Z024"]), ("b.json", &["N001", "Z024"])]);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn an_empty_folder_is_said_to_be() {
    let folder = Folder::new("empty-folder").with("vide/.cache", "x");
    let ran = folder.run(&["check", "vide"]);
    assert!(
        ran.out
            .contains("Raison donnée~: `le dossier ne contient aucun fichier`"),
        "{}",
        ran.out
    );
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(2)));
}

#[test]
fn a_missing_file_hides_no_other() {
    let folder = Folder::new("missing").with(NAME, mdv(&[AMOUNT]));
    let ran = folder.run(&["check", "absent.json", NAME]);
    assert_eq!(
        heads(&ran),
        [
            "erreur[X002]",
            "absent.json",
            "erreur[F008]",
            "JSON-1234567890-20231015-001.json:14:27",
            "À corriger avant dépôt~: le portail rejetterait 1 demande sur 1 (2 erreurs). 1 fichier illisible.",
        ]
    );
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(2)));
    let ran = folder.run(&["check", "--format", "json", "absent.json", NAME]);
    check_codes(
        &ran,
        &[("absent.json", &["X002"]), (NAME, &["Z024", "F008"])],
    );
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_file_beyond_64_mib_is_not_read() {
    let folder = Folder::new("large");
    let size = (64 << 20) + 1;
    File::create(folder.0.join(NAME))
        .unwrap()
        .set_len(size)
        .unwrap();
    let ran = folder.run(&["check", "--format", "json", NAME]);
    check_codes(&ran, &[(NAME, &["X003"])]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["files"][0]["size"], size);
    assert_eq!(report["files"][0]["sha256"], Value::Null);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_model_that_is_not_covered_is_not_checked() {
    let text = r#"{"impId": null, "numeroAns": "1234567890", "SIRET": "12345678200010", "lignesImport": [{}]}"#;
    let ran = Folder::new("uncovered")
        .with(NAME, text)
        .run(&["check", NAME]);
    assert_eq!(
        heads(&ran).last(),
        Some(&"Non contrôlé~: aucune demande n'a été vérifiée.")
    );
    assert_eq!(ran.code, Some(2));
}

#[test]
fn the_portal_s_answer_says_what_was_rejected() {
    let label = ("\"codeTraitement\": null", "\"codeTraitement\": \"0012\"");
    let folder = Folder::new("answer").with(NAME, mdv(&[label]));
    let ran = folder.run(&["check", NAME]);
    assert_eq!(
        heads(&ran).last(),
        Some(&"Réponse de l'ASP~: 0 demande acceptée, 1 rejetée.")
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_profile_may_be_imposed() {
    let folder = Folder::new("profile").with(NAME, mdv(&[]));
    let ran = folder.run(&["check", "--profile", "ms1-dui", "--format", "json", NAME]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["files"][0]["profile"], "MS1-DUI");
    assert_eq!(report["files"][0]["profileBasis"], "choisi");
}

#[test]
fn without_a_date_today_is_the_computer_s() {
    let folder = Folder::new("today").with(NAME, mdv(&[]));
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_predepot"));
    let output = command
        .args(["check", NAME])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("information[N004]"), "{text}");
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let folder = Folder::new("colours").with(NAME, mdv(&[AMOUNT]));
    let coloured = |variables: &[(&str, &str)]| {
        let ran = folder.run_with(&["check", NAME], b"", variables);
        assert!(ran.out.contains("[F008]"));
        ran.out.contains('\u{1b}')
    };
    assert!(!coloured(&[]), "in a pipe");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]), "when forced");
    assert!(
        !coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]),
        "when refused"
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    let demande = "{},".repeat(20_000);
    let text = format!("{{\"lignesImport\": [{demande}{{}}]}}");
    let folder = Folder::new("pipe").with(NAME, text);
    let mut child = folder
        .command(&["check", NAME, "--profile", "MDV-LGC"])
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 10]).unwrap();
    drop(out);
    let ran = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    assert_eq!(ran.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode_is_read_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"d\xe9p\xf4t.json");
    let folder = Folder::new("latin").with(name, mdv(&[]));
    let ran = folder.run(&[std::ffi::OsStr::new("check"), name]);
    assert_eq!(
        heads(&ran)[..2],
        ["erreur[N001]", "d\u{fffd}p\u{fffd}t.json"]
    );
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(1)));
}

#[cfg(unix)]
#[test]
fn a_name_cannot_command_the_terminal() {
    let folder = Folder::new("escape").with("a\u{1b}[2J.json", mdv(&[]));
    let ran = folder.run(&["check", "a\u{1b}[2J.json"]);
    assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
}
