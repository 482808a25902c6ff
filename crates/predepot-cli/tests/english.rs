//! `--lang en`: the same answers, in English.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use predepot_tests::is_french;
use predepot_tests::zip::{PDF, file, zip};
use serde_json::Value;
use support::{AMOUNT, Folder, IMP_ID, NAME, Ran, mdv};

/// Checks one file under [`NAME`]; compares the end of the standard output, and the exit code, which is that of the answer in French.
#[track_caller]
fn check(test: &str, edits: &[(&str, &str)], end: &str, code: i32) {
    let folder = Folder::new(test).with(NAME, mdv(edits));
    let french = folder.run(&["check", NAME]);
    let english = folder.run(&["check", NAME, "--lang", "en"]);
    assert!(
        english.out.ends_with(end.trim_start_matches('\n')),
        "{}",
        english.out
    );
    assert_eq!((english.err.as_str(), english.code), ("", Some(code)));
    assert_eq!(french.code, Some(code));
}

#[track_caller]
fn check_refused(args: &[&str], complaint: &str) {
    let ran = Folder::new("refused-in-english").run(&[args, &["--lang", "en"]].concat());
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    assert_eq!(
        ran.err,
        format!("predepot: {complaint}\nFor help: predepot --help --lang en\n")
    );
}

#[test]
fn a_finding_and_its_recap() {
    check(
        "finding-in-english",
        &[AMOUNT],
        "
error[F008]: Request 1 (vendor no. 00001): the amount (`montantSegurHT`) must have two decimals. Found: `1075`.
  --> JSON-1234567890-20231015-001.json:14:27
   |
14 |         \"montantSegurHT\": 1075
   |                           ^^^^
   |
   = why: The specification asks for two digits after the point, and for `.00` to be added to a whole amount. It must be the amount on the purchase order, rounded to the cent.
   = help: Write `1075.00`.
   = source: MDV-LGC §3.2

JSON-1234567890-20231015-001.json: MDV-LGC · rules of 2022-11-04 · 1 request · €1,075.00 before VAT · 1 error, 1 note
To correct before you submit: the portal would reject 1 request of 1 (1 error).
",
        1,
    );
}

#[test]
fn what_is_ready() {
    check(
        "ready-in-english",
        &[],
        "
JSON-1234567890-20231015-001.json: MDV-LGC · rules of 2022-11-04 · 1 request · €1,075.00 before VAT · 1 note
Ready to submit: 1 request, no point to correct.
",
        0,
    );
}

#[test]
fn what_is_rejected_whole() {
    check(
        "rejected-in-english",
        &[IMP_ID],
        "To correct before you submit: the portal would reject the whole file (1 error).\n",
        1,
    );
}

#[test]
fn what_is_to_be_looked_at() {
    check(
        "warning-in-english",
        &[("12345678200010", "12345678200011")],
        "Nothing blocking, but 1 point to check before you submit.\n",
        0,
    );
}

#[test]
fn an_answer_of_the_portal() {
    check(
        "answer-in-english",
        &[("\"codeTraitement\": null", "\"codeTraitement\": \"0012\"")],
        "Answer from the ASP: 0 requests accepted, 1 rejected.\n",
        1,
    );
}

#[test]
fn pieces_and_related_places() {
    let folder = Folder::new("pieces-in-english")
        .with(NAME, mdv(&[]))
        .with("pieces.zip", zip([file("scan.pdf", PDF)]).bytes());
    let ran = folder.run(&["check", NAME, "pieces.zip", "absent.json", "--lang=en"]);
    for part in [
        "\nSupporting documents: 1 expected · 1 missing · 1 not declared\n",
        " ::: pieces.zip: the supporting document is not in this ZIP\n",
        "could not be read. Reason given: `it does not exist`.",
        " 1 file unreadable.\n",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(2)));
}

#[test]
fn the_json_report_follows() {
    let folder = Folder::new("json-in-english").with(NAME, mdv(&[AMOUNT]));
    let report = |lang: &str| -> Value {
        let ran = folder.run(&["check", NAME, "--format", "json", "--lang", lang]);
        serde_json::from_str(&ran.out).unwrap()
    };
    let [mut french, mut english] = ["fr", "en"].map(report);
    let finding = &english["files"][0]["diagnostics"][1];
    assert_eq!(finding["severity"], "erreur");
    assert_eq!(finding["fix"]["title"], "Write `1075.00`");
    assert_eq!(finding["help"], "Write `1075.00`.");
    // All that is not a text is the same.
    for report in [&mut french, &mut english] {
        for finding in report["files"][0]["diagnostics"].as_array_mut().unwrap() {
            for text in ["message", "why", "help"] {
                finding[text] = Value::Null;
            }
            finding["fix"]["title"] = Value::Null;
        }
    }
    assert_eq!(french, english);
}

#[test]
fn the_catalogue() {
    let folder = Folder::new("catalogue-in-english");
    let run = |args: &[&str]| folder.run(&[args, &["--lang", "en"]].concat()).out;
    let f008 = run(&["explain", "f008"]);
    assert!(
        f008.starts_with("F008 montant-deux-decimales (error)\n\nAn amount is written with a point and exactly two decimals.\n\nWhy: "),
        "{f008}"
    );
    assert!(f008.contains("\nTo correct:\n") && f008.contains("\nCorrected:\n"));
    assert!(f008.ends_with("\nSource: section 3.2 of the specifications.\n"));
    let list: Value = serde_json::from_str(&run(&["list", "--format", "json"])).unwrap();
    for rule in list.as_array().unwrap() {
        let summary = rule["summary"].as_str().unwrap();
        assert!(!is_french(summary), "{summary}");
    }
    assert_eq!(
        run(&["profiles"]).lines().nth(3),
        Some("HOP-PFI  rules of 2022-04-15, derived profile  Intermediation platform (hospital)")
    );
}

#[test]
fn the_help() {
    let folder = Folder::new("help-in-english");
    let help = |args: &[&str]| folder.run(args).out;
    let english = help(&["--help", "--lang", "en"]);
    assert!(english.contains("Exit code:"), "{english}");
    assert_eq!(help(&["--lang=en", "check", "-h"]), english);
    // What is asked of the one is asked of the other.
    let options = |help: &str| -> Vec<String> {
        let words = help.split(|c: char| c.is_whitespace());
        let mut options: Vec<String> = words
            .filter(|word| word.starts_with("--"))
            .map(str::to_owned)
            .collect();
        options.dedup();
        options
    };
    assert_eq!(options(&english), options(&help(&["--help"])));
}

#[test]
fn what_cannot_be_followed() {
    for (args, complaint) in [
        (&[][..], "no command"),
        (&["verify"], "unknown command: verify"),
        (&["--verbose"], "unknown option: --verbose"),
        (&["list", "all"], "extra argument: all"),
        (&["list", "--format"], "the option --format needs a value"),
        (
            &["list", "--format", "xml"],
            "unknown format: xml (text or json)",
        ),
        (&["explain"], "the code is missing"),
        (
            &["explain", "F18"],
            "unknown code: F18 (the nearest: F017, F016, F015)",
        ),
        (
            &["explain", "amount"],
            "unknown code: amount (predepot list gives them all)",
        ),
        (
            &["template", "MDV"],
            "unknown profile: MDV (MS1-DUI, MDV-LGC, HOP-DPI, HOP-PFI, HOP-RI)",
        ),
    ] {
        check_refused(args, complaint);
    }
    let ran = Folder::new("no-file-in-english").run(&["check", "--lang", "en"]);
    assert!(
        ran.err.starts_with("predepot: no file to check\n"),
        "{}",
        ran.err
    );
}

#[test]
fn a_language_that_is_not_spoken_is_refused_in_french() {
    let folder = Folder::new("other-language");
    let refused = |args: &[&str]| {
        let Ran { err, code, .. } = folder.run(args);
        assert_eq!(code, Some(2));
        err.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        refused(&["list", "--lang", "de"]),
        "predepot~: langue inconnue : de (fr ou en)"
    );
    assert_eq!(
        refused(&["list", "--lang"]),
        "predepot~: l'option --lang attend une valeur"
    );
}

#[test]
fn the_computer_s_language_is_not_asked() {
    let folder = Folder::new("locale");
    let variables = [("LANG", "en_GB.UTF-8"), ("LC_ALL", "en_GB.UTF-8")];
    let ran = folder.run_with(&["profiles"], b"", &variables);
    assert!(ran.out.contains("règles du"), "{}", ran.out);
}

#[test]
fn after_two_dashes_all_are_files() {
    let folder = Folder::new("dashes").with("--lang", "{}");
    let ran = folder.run(&["check", "--lang", "en", "--", "--lang"]);
    assert!(ran.out.contains("\n--lang: "), "{}", ran.out);
}
