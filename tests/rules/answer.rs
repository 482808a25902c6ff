//! The portal's answer (R001, R002), and the file to deposit again that is made from it.

use predepot::check::{Day, DemandeVerdict, Verdict};
use predepot::render::answer::{Answer, answers, rejected, resubmission, resubmission_name};
use predepot_tests::{check, edited, findings, replaced, report, report_of, several, template};

/// A file of `codes.len()` demandes, answered.
fn answered(profile: &str, codes: &[&str]) -> String {
    let mut rest = several(profile, codes.len());
    let mut text = String::new();
    for code in codes {
        let at = rest.find("\"codeTraitement\": null").unwrap_or_default();
        let end = at + "\"codeTraitement\": null".len();
        text.push_str(&rest[..at]);
        text.push_str(&format!("\"codeTraitement\": {code}"));
        rest = rest[end..].to_owned();
    }
    text + &rest
}

fn verdicts(text: &str) -> Vec<DemandeVerdict> {
    report(text).files[0]
        .demandes
        .iter()
        .map(|demande| demande.verdict)
        .collect()
}

#[test]
fn an_accepted_demande() {
    for code in ["\"0000\"", "0", "0000", "\"0\"", "\" 0000 \"", "0.0"] {
        let text = answered("MDV-LGC", &[code]);
        assert_eq!(verdicts(&text), [DemandeVerdict::AccepteeAsp], "{code}");
        assert_eq!(report(&text).verdict, Verdict::RetourAsp);
    }
    check(answered("MDV-LGC", &["\"0000\""]), &["R001 I 1:1 ``"]);
}

#[test]
fn a_rejected_demande() {
    for code in [
        "\"1234\"",
        "12",
        "\"F008\"",
        "\"0001\"",
        "-1",
        "\"montant invalide\"",
    ] {
        assert_eq!(
            verdicts(&answered("MDV-LGC", &[code])),
            [DemandeVerdict::RejeteeAsp],
            "{code}"
        );
    }
    let text = replaced(
        &answered("MDV-LGC", &["\"1234\""]),
        "\"libelleTraitement\": null",
        "\"libelleTraitement\": \"Montant invalide\"",
    );
    check(&text, &["R001 I 1:1 ``", "R002 E 51:25 `\"1234\"`"]);
    let report = report(&text);
    assert_eq!(
        report.files[0].diagnostics[1].detail,
        predepot::diag::Detail::Text("Montant invalide".to_owned())
    );
    assert_eq!(report.files[0].diagnostics[1].control, None);
    assert_eq!(report.verdict, Verdict::RetourAsp);
}

#[test]
fn every_profile_has_an_answer() {
    for profile in ["MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        let report = report(answered(profile, &["\"0000\"", "\"12\""]));
        let codes: Vec<_> = report.files[0]
            .diagnostics
            .iter()
            .map(|finding| finding.code.as_str())
            .collect();
        assert_eq!(codes, ["R001", "R002"], "{profile}");
    }
}

#[test]
fn no_answer() {
    for code in [
        "null", "\"\"", "\"   \"", "\"null\"", "[]", "{}", "true", "false",
    ] {
        let report = report(answered("MDV-LGC", &[code]));
        assert!(report.verdict != Verdict::RetourAsp, "{code}");
    }
    check(answered("MDV-LGC", &["\"\""]), &["F011 E 51:25 `\"\"`"]);
    check(
        answered("MDV-LGC", &["\"null\""]),
        &["F011 E 51:25 `\"null\"`"],
    );
    check(answered("MDV-LGC", &["true"]), &["F011 E 51:25 `true`"]);
}

#[test]
fn a_filled_reference_alone_is_no_answer() {
    check(
        edited("MDV-LGC", "\"impId\": null", "\"impId\": \"42\""),
        &["F011 E 2:12 `\"42\"`"],
    );
    check(
        edited("MDV-LGC", "\"numeroASP\": null", "\"numeroASP\": \"42\""),
        &["F011 E 9:20 `\"42\"`"],
    );
    check(
        edited(
            "MDV-LGC",
            "\"libelleTraitement\": null",
            "\"libelleTraitement\": \"ok\"",
        ),
        &["F011 E 52:28 `\"ok\"`"],
    );
}

#[test]
fn the_values_of_the_asp_are_not_scolded() {
    let text = answered("MDV-LGC", &["\"1234\""]);
    let text = replaced(&text, "\"impId\": null", "\"impId\": \"42\"");
    let text = replaced(&text, "\"numeroASP\": null", "\"numeroASP\": 12");
    check(&text, &["R001 I 1:1 ``", "R002 E 51:25 `\"1234\"`"]);
}

#[test]
fn a_demande_without_an_answer_is_conforme() {
    assert_eq!(
        verdicts(&answered("MDV-LGC", &["\"0000\"", "null", "\"7\""])),
        [
            DemandeVerdict::AccepteeAsp,
            DemandeVerdict::Conforme,
            DemandeVerdict::RejeteeAsp
        ]
    );
}

#[test]
fn rules_run_on_rejected_demandes_alone() {
    let text = answered("MDV-LGC", &["\"0000\"", "null", "\"7\""]).replace("1075.00", "1075");
    check(
        &text,
        &[
            "R001 I 1:1 ``",
            "F008 E 110:27 `1075`",
            "R002 E 147:25 `\"7\"`",
        ],
    );
}

#[test]
fn syntax_is_said_everywhere() {
    let text = answered("MDV-LGC", &["\"0000\"", "\"7\""]).replacen(
        "\"typeAction\": \"C\",",
        "\"typeAction\": \"C\"",
        1,
    );
    let text = text.replacen(
        "\"regimeTVA\": \"TTC\",",
        "\"regimeTVA\": \"TTC\", \"regimeTVA\": \"TTC\",",
        1,
    );
    check(
        &text,
        &[
            "R001 I 1:1 ``",
            "J003 E 8:24 ``",
            "J014 E 13:29 `\"regimeTVA\"`",
            "R002 E 99:25 `\"7\"`",
        ],
    );
}

#[test]
fn no_header_nor_name_finding() {
    let text = replaced(
        &answered("MDV-LGC", &["\"7\""]),
        "\"numeroAns\": \"1234567890\"",
        "\"numeroans\": \"12\", \"x\": 1",
    );
    let report = report_of(&[("retour de l'ASP.json", text.as_bytes())]);
    assert_eq!(
        findings(&report.files[0]),
        ["R001 I 1:1 ``", "R002 E 51:25 `\"7\"`"]
    );
}

#[test]
fn a_certificate_request_missing_in_a_rejected_demande() {
    let text = several("MS1-DUI", 2)
        .replace("            \"demandeCertificatServeur\": false,\n", "")
        .replace(
            "\"contractualisationOG\": null",
            "\"contractualisationOG\": true",
        );
    let at = text.rfind("\"codeTraitement\": null").unwrap_or_default();
    let text = format!("{}{}", &text[..at], text[at..].replacen("null", "\"7\"", 1));
    check(
        &text,
        &["R001 I 1:1 ``", "S001 E 90:11 `{`", "R002 E 139:25 `\"7\"`"],
    );
}

#[test]
fn numbers_are_looked_at_over_all_demandes() {
    let text = replaced(
        &answered("MDV-LGC", &["\"0000\"", "\"7\""]),
        "\"numLigne\": 2",
        "\"numLigne\": 1",
    );
    let text = text.replace("00002", "00001");
    check(
        &text,
        &[
            "R001 I 1:1 ``",
            "C006 E 55:19 `1`",
            "C007 E 58:24 `\"00001\"`",
            "R002 E 99:25 `\"7\"`",
        ],
    );
}

#[test]
fn numbers_are_not_reported_on_accepted_demandes() {
    let text = replaced(
        &answered("MDV-LGC", &["\"7\"", "\"0000\""]),
        "\"numLigne\": 2",
        "\"numLigne\": 1",
    );
    check(
        text.replace("00002", "00001"),
        &["R001 I 1:1 ``", "R002 E 51:25 `\"7\"`"],
    );
}

#[test]
fn names_are_looked_at_over_all_demandes() {
    let text = answered("MDV-LGC", &["\"0000\"", "\"7\""]);
    let text = replaced(
        &text,
        "\"numeroEditeur\": \"00002\"",
        "\"numeroEditeur\": \"2\"",
    );
    check(
        replaced(&text, "BDC-00002", "BDC-00001"),
        &[
            "R001 I 1:1 ``",
            "F001 E 58:24 `\"2\"`",
            "N015 E 83:25 `\"MDV-LGC-Va1-BDC-00001.pdf\"`",
            "R002 E 99:25 `\"7\"`",
        ],
    );
}

#[test]
fn the_count_is_of_answers_and_of_rejections() {
    let report = report(answered("MDV-LGC", &["\"0000\"", "null", "\"7\"", "\"8\""]));
    assert_eq!(
        report.files[0].diagnostics[0].detail,
        predepot::diag::Detail::Count {
            expected: 3,
            found: 2
        }
    );
}

// The file to deposit again.

/// The file made from an answer, with the new numbers.
fn again(text: &str, numeros: &[&str]) -> String {
    let report = report(text);
    let numeros: Vec<String> = numeros.iter().map(|numero| (*numero).to_owned()).collect();
    String::from_utf8_lossy(&resubmission(&report.files[0], &numeros).bytes).into_owned()
}

#[test]
fn the_rejected_demandes_alone() {
    let text = answered("MDV-LGC", &["\"7\"", "\"0000\"", "null", "\"8\""]);
    assert_eq!(rejected(&report(&text).files[0]), [0, 3]);
}

#[test]
fn deposited_again_it_checks_clean_in_every_profile() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        let text = answered(profile, &["\"0000\"", "\"7\"", "null", "12"])
            .replace("\"impId\": null", "\"impId\": \"A1\"")
            .replace("\"numeroASP\": null", "\"numeroASP\": \"B2\"")
            .replace(
                "\"libelleTraitement\": null",
                "\"libelleTraitement\": \"non\"",
            );
        let new = again(&text, &["A0002", "A0004"]);
        check(&new, &[]);
        let report = report(&new);
        let demandes = &report.files[0].demandes;
        let numbers: Vec<_> = demandes
            .iter()
            .map(|demande| {
                (
                    demande.num_ligne,
                    demande.numero_editeur.clone().unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(
            numbers,
            [(Some(1), "A0002".to_owned()), (Some(2), "A0004".to_owned())]
        );
        assert!(
            new.contains(&format!("\"{profile}-Va1-BDC-A0002.pdf\""))
                && new.contains(&format!("\"{profile}-Va1-BDC-A0004.pdf\""))
        );
        assert!(!new.contains("00002") && !new.contains("00004"));
    }
}

#[test]
fn a_number_that_is_not_renewed_stays() {
    let new = again(&answered("MDV-LGC", &["\"7\"", "\"8\""]), &["", "A0002"]);
    check(&new, &[]);
    assert!(
        new.contains("\"MDV-LGC-Va1-BDC-00001.pdf\"")
            && new.contains("\"MDV-LGC-Va1-BDC-A0002.pdf\"")
    );
    let new = again(&answered("MDV-LGC", &["\"7\"", "\"8\""]), &[]);
    check(new, &[]);
}

#[test]
fn what_was_wrong_is_left_to_correct() {
    let new = again(
        &answered("MDV-LGC", &["\"7\""]).replace("1075.00", "1075"),
        &["A0001"],
    );
    check(new, &["F008 E 14:27 `1075`"]);
}

#[test]
fn a_number_written_with_quotes_stays_a_json() {
    let new = again(&answered("MDV-LGC", &["\"7\""]), &["a\"b\\c"]);
    check(new, &["F005 A 10:24 `\"a\\\"b\\\\c\"`"]);
}

#[test]
fn nothing_rejected_leaves_an_empty_list() {
    check(
        again(&answered("MDV-LGC", &["\"0000\""]), &[]),
        &["S004 E 5:19 `[…`"],
    );
}

#[test]
fn an_answer_beside_a_byte_order_mark() {
    let text = format!("\u{feff}{}", answered("MDV-LGC", &["\"0000\"", "\"7\""]));
    check(
        &text,
        &[
            "J012 A 1:1 `\u{feff}`",
            "R001 I 1:1 ``",
            "R002 E 99:25 `\"7\"`",
        ],
    );
    check(again(&text, &["A0001"]), &["J012 A 1:1 `\u{feff}`"]);
}

#[test]
fn the_template_is_no_answer() {
    assert_eq!(rejected(&report(template("MDV-LGC")).files[0]), [0; 0]);
}

#[test]
fn what_the_asp_wrote() {
    let text = answered("MDV-LGC", &["\"0000\"", "12", "null"]);
    let text = text.replacen("\"numeroASP\": null", "\"numeroASP\": \"S1-<b>\"", 1);
    let text = text.replacen("\"numeroASP\": null", "\"numeroASP\": 0042", 1);
    let text = text.replacen(
        "\"libelleTraitement\": null",
        "\"libelleTraitement\": \"Demande acceptée\"",
        1,
    );
    let answer = |code: &str, label: &str, numero_asp: &str| Answer {
        code: code.to_owned(),
        label: label.to_owned(),
        numero_asp: numero_asp.to_owned(),
    };
    assert_eq!(
        answers(&report(&text).files[0]),
        [
            answer("0000", "Demande acceptée", "S1-<b>"),
            answer("12", "", "0042"),
            answer("", "", "")
        ]
    );
    assert_eq!(answers(&report(template("MDV-LGC")).files[0]), []);
}

#[test]
fn the_new_file_has_a_name_of_today() {
    let today = Day {
        year: 2023,
        month: 11,
        day: 2,
    };
    let text = answered("MDV-LGC", &["12"]);
    let name = |name: &str, text: &str| {
        let report = report_of(&[(name, text.as_bytes())]);
        resubmission_name(&report.files[0], today)
    };
    assert_eq!(
        name("retour (2).json", &text),
        "JSON-1234567890-20231102-001.json"
    );
    assert_eq!(
        name("JSON-1234567890-20231102-004.json", &text),
        "JSON-1234567890-20231102-005.json"
    );
    let nameless = replaced(
        &text,
        "\"numeroAns\": \"1234567890\"",
        "\"numeroAns\": null",
    );
    assert_eq!(name("retour.json", &nameless), "retour.json");
}

#[test]
fn only_the_names_that_end_with_the_number_change() {
    let text = answered("MDV-LGC", &["12"]);
    let numeros = ["A0001".to_owned()];
    let names = |text: &str| resubmission(&report(text).files[0], &numeros).renamings;
    assert_eq!(
        names(&text),
        [(
            "MDV-LGC-Va1-BDC-00001.pdf".to_owned(),
            "MDV-LGC-Va1-BDC-A0001.pdf".to_owned()
        )]
    );
    assert_eq!(
        names(&replaced(&text, "BDC-00001.pdf", "BDC-00009.pdf")),
        []
    );
    assert_eq!(
        resubmission(&report(&text).files[0], &[String::new()]).renamings,
        []
    );
}
