//! What the portal would write, as a simulation: exact bytes, nothing else changed, and taken for what it is when it comes back.

use predepot::catalog::Language;
use predepot::check::{Content, Dropped, Options, Verdict, check as check_files};
use predepot::render::simulation::{Without, simulation};
use predepot_tests::{
    NAME, altered, edited, findings, replaced, report, report_of, several, template, without,
};
use serde_json::Value;

fn simulated(text: impl AsRef<[u8]>) -> Result<String, Without> {
    let report = report(text);
    simulation(&report.files[0]).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The file, and the two lines that its simulation has instead of its own.
#[track_caller]
fn check(text: &str, code: &str, label: &str) {
    let expected = replaced(
        text,
        "\"codeTraitement\": null",
        &format!("\"codeTraitement\": {code}"),
    );
    let expected = replaced(
        &expected,
        "\"libelleTraitement\": null",
        &format!("\"libelleTraitement\": {label}"),
    );
    assert_eq!(simulated(text), Ok(expected));
}

#[track_caller]
fn check_without(text: impl AsRef<[u8]>, why: Without) {
    assert_eq!(simulated(text), Err(why));
}

const ACCEPTED: &str =
    "\"Simulation prédépôt\u{a0}: aucun rejet prévu, ce n'est pas une réponse de l'ASP\"";

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

#[test]
fn nothing_stops_a_conforming_demande() {
    for profile in PROFILES {
        check(&template(profile), "\"0000\"", ACCEPTED);
    }
}

#[test]
fn the_first_error_of_a_demande() {
    let text = edited("MDV-LGC", "1075.00", "1075");
    let text = replaced(&text, "\"TTC\"", "\"TVA\"");
    check(
        &text,
        "\"F003\"",
        "\"Simulation prédépôt\u{a0}: Demande 1 (n° éditeur 00001)\u{a0}: le régime de TVA (`regimeTVA`) doit valoir `\\\"TTC\\\"` ou `\\\"HT\\\"`. Trouvé\u{a0}: `\\\"TVA\\\"`.\"",
    );
}

#[test]
fn a_warning_stops_nothing() {
    check(
        &edited("MDV-LGC", "\"12345678200010\"", "\"12345678200011\""),
        "\"0000\"",
        ACCEPTED,
    );
}

#[test]
fn what_no_control_says_stops_nothing() {
    let text = template("MDV-LGC");
    let report = report_of(&[("autre nom.json", text.as_bytes())]);
    assert_eq!(report.files[0].verdict, Verdict::ACorriger);
    let simulated = simulation(&report.files[0]).unwrap_or_default();
    assert!(String::from_utf8_lossy(&simulated).contains("\"codeTraitement\": \"0000\""));
}

#[test]
fn each_demande_has_its_own() {
    let text = several("MDV-LGC", 3);
    let at = text.find("\"numLigne\": 2").unwrap_or_default();
    let text = format!(
        "{}{}",
        &text[..at],
        text[at..].replacen("1075.00", "1075.0", 1)
    );
    let simulated = simulated(&text).unwrap_or_default();
    let codes: Vec<&str> = simulated
        .split("\"codeTraitement\": ")
        .skip(1)
        .map(|rest| &rest[..6])
        .collect();
    assert_eq!(codes, ["\"0000\"", "\"F008\"", "\"0000\""]);
}

#[test]
fn a_missing_key_is_added_where_its_own_error_says_it_lacks() {
    let text = without("MDV-LGC", "      \"codeTraitement\": null,");
    let added = "    {\n      \"codeTraitement\": \"S001\",\n      \"numLigne\"";
    assert!(simulated(&text).is_ok_and(|text| text.contains(added)));
}

#[test]
fn a_value_of_another_form_is_replaced_whole() {
    let text = edited(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": {\"a\": [1]}",
    );
    let simulated = simulated(&text).unwrap_or_default();
    assert!(simulated.contains("\"codeTraitement\": \"F011\",\n"));
}

#[test]
fn order_indentation_and_line_ends_stay() {
    let text = template("MS1-DUI")
        .replace('\n', "\r\n")
        .replace("  ", "\t");
    check(&text, "\"0000\"", ACCEPTED);
    let text: String = template("HOP-DPI").split_whitespace().collect();
    let text = text.replace("Traitement\":null", "Traitement\": null");
    check(&text, "\"0000\"", ACCEPTED);
    check(
        &format!("\u{feff}{}", template("MDV-LGC")),
        "\"0000\"",
        ACCEPTED,
    );
}

#[test]
fn a_file_that_the_first_control_rejects_has_none() {
    check_without(
        edited("MDV-LGC", "\"impId\": null", "\"impId\": 1"),
        Without::Rejected,
    );
    check_without(
        edited("MDV-LGC", "\"typeAction\": \"C\",", "\"typeAction\": \"C\""),
        Without::Rejected,
    );
    check_without("[]", Without::Rejected);
    check_without("", Without::Rejected);
}

#[test]
fn an_answer_has_none() {
    let answer = edited(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": \"12\"",
    );
    check_without(answer, Without::Answer);
}

#[test]
fn what_was_not_checked_has_none() {
    check_without(
        r#"{"impId": null, "lignesImport": [{"a": 1}]}"#,
        Without::Unchecked,
    );
    for (name, content) in [
        ("a.pdf", Content::Bytes(b"%PDF-1.7".to_vec())),
        (NAME, Content::Unreadable(String::new())),
        (NAME, Content::TooLarge(1 << 40)),
    ] {
        let dropped = Dropped {
            name: name.to_owned(),
            content,
        };
        let report = check_files(vec![dropped], &Options::default());
        assert_eq!(simulation(&report.files[0]), Err(Without::Unchecked));
    }
}

#[test]
fn a_cut_list_has_none() {
    let medecin = "{\"nomMedecin\": 1},";
    let text = edited(
        "MDV-LGC",
        "\"liberal\": [",
        &format!("\"liberal\": [{}", medecin.repeat(30_000)),
    );
    check_without(text, Without::Cut);
}

/// The two values of each demande taken out.
fn without_treatment(text: &[u8]) -> (Value, usize) {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut value: Value = serde_json::from_slice(text).unwrap_or_default();
    let mut answered = 0;
    let demandes = value["lignesImport"].as_array_mut();
    for demande in demandes
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        for key in ["codeTraitement", "libelleTraitement"] {
            answered += usize::from(demande.remove(key).is_some_and(|value| value.is_string()));
        }
    }
    (value, answered)
}

#[test]
fn nothing_else_changes_whatever_the_file() {
    let mut simulated = 0;
    for text in PROFILES.into_iter().flat_map(altered) {
        let report = report(&text);
        let Ok(bytes) = simulation(&report.files[0]) else {
            continue;
        };
        simulated += 1;
        let (before, _) = without_treatment(text.as_bytes());
        let (after, answered) = without_treatment(&bytes);
        assert!(before.is_object() && after == before, "{text}");
        assert_eq!(answered, 2 * report.files[0].demandes.len(), "{text}");
    }
    assert!(simulated > 1000, "{simulated} files were simulated");
}

#[test]
fn hostile_values_are_quoted_in_the_label() {
    for hostile in [
        "<script>alert(1)</script>",
        "\\\" } ] , {",
        "\\\\\\\"",
        "\\u0000\\u001f",
        "\\u202egnp.exe",
        "__proto__",
        "=cmd|' /C calc'!A0",
        "`{fichier}`",
        "\\t\\n\\r",
    ] {
        for key in ["\"regimeTVA\": \"", "\"numeroEditeur\": \""] {
            let text = template("MDV-LGC");
            let at = text.find(key).map(|at| at + key.len()).unwrap_or_default();
            let text = format!("{}{hostile}{}", &text[..at], &text[at..]);
            let bytes = simulation(&report(&text).files[0]).unwrap_or_default();
            assert_eq!(
                without_treatment(&bytes).0,
                without_treatment(text.as_bytes()).0,
                "{hostile}"
            );
            let back: Value = serde_json::from_slice(&bytes).unwrap_or_default();
            let label = back["lignesImport"][0]["libelleTraitement"].as_str();
            assert!(
                label
                    .is_some_and(|label| label.starts_with("Simulation prédépôt\u{a0}: Demande 1")),
                "{hostile}: {label:?}"
            );
        }
    }
}

#[test]
fn it_comes_back_as_a_simulation_and_not_as_an_answer() {
    let text = edited("MDV-LGC", "1075.00", "1075");
    let report = report_of(&[(
        "SIMULATION-a.json",
        simulated(&text).unwrap_or_default().as_bytes(),
    )]);
    let document = &report.files[0];
    assert!(document.simulation);
    assert_eq!(
        findings(document),
        [
            "R001 I 1:1 ``",
            "F008 E 14:27 `1075`",
            "R002 E 51:25 `\"F008\"`"
        ]
    );
    assert_eq!(report.verdict, Verdict::RetourAsp);
    let lines = document.lines();
    let said: Vec<String> = [0, 2]
        .into_iter()
        .map(|at| {
            let view = predepot::catalog::View {
                diagnostic: &document.diagnostics[at],
                document,
                lines: &lines,
                masked: None,
            };
            view.message()
        })
        .collect();
    assert_eq!(
        said[0],
        "Le fichier `SIMULATION-a.json` est une simulation écrite par prédépôt, pas une réponse de l'ASP\u{a0}: 1 résultat, 1 rejet."
    );
    assert!(
        said[1].contains("la simulation prévoit un rejet, dont l'ASP n'a rien dit."),
        "{}",
        said[1]
    );
}

#[test]
fn one_label_of_another_is_an_answer() {
    let text = simulated(several("MDV-LGC", 2)).unwrap_or_default();
    assert!(report(&text).files[0].simulation);
    let at = text.rfind("Simulation prédépôt").unwrap_or_default();
    let mixed = format!(
        "{}{}",
        &text[..at],
        text[at..].replacen("Simulation", "Refus", 1)
    );
    assert!(!report(mixed).files[0].simulation);
    assert!(!report(template("MDV-LGC")).files[0].simulation);
}

#[test]
fn it_is_written_and_said_in_english_too() {
    let mut report = report(edited("MDV-LGC", "1075.00", "1075"));
    report.speak(Language::Anglais);
    let text = simulation(&report.files[0]).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(
        text.contains("\"Simulation prédépôt: Request 1 (vendor no. 00001): "),
        "{text}"
    );
    let report = self::report(&text);
    assert!(report.files[0].simulation);
}
