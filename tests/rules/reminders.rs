//! C022: the referencing profiles that the scenario's answers call for, once each, with the demandes concerned.

use predepot::catalog::View;
use predepot::check::Document;
use predepot::diag::{Detail, Diagnostic};
use predepot_tests::{changed, edited, report, several, template};

/// The reminders of a file: what to make sure of (its end), and the demandes.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let report = report(text);
    let document = &report.files[0];
    let mut found = Vec::new();
    for finding in &document.diagnostics {
        if finding.code.as_str() != "C022" {
            continue;
        }
        assert_eq!(
            (finding.span.start, finding.span.end, finding.control),
            (0, 0, None)
        );
        assert_eq!(finding.severity, predepot::diag::Severity::Information);
        let Detail::Texts(texts) = &finding.detail else {
            unreachable!()
        };
        found.push((texts[0].clone(), demandes(document, finding)));
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((text, demandes), (end, ranks)) in found.iter().zip(expected) {
        assert!(text.ends_with(end), "{text:?} against {end:?}");
        assert_eq!(demandes, ranks, "{text}");
    }
}

/// The demandes that the message ends with.
fn demandes(document: &Document, diagnostic: &Diagnostic) -> String {
    let view = View {
        diagnostic,
        document,
        lines: &document.lines(),
        masked: None,
    };
    let message = view.message();
    let (_, demandes) = message.rsplit_once("\u{a0}: ").unwrap_or_default();
    demandes.trim_end_matches('.').to_owned()
}

const MDV_UNIQUE: &str = "le client est dit unique : vérifiez les deux réponses";
const INS: &str = "« Intégration INS »";

#[test]
fn a_reminder_is_an_information_on_the_whole_file() {
    let report = report(template("HOP-DPI"));
    assert_eq!(
        predepot_tests::findings(&report.files[0]),
        ["C022 I 1:1 ``"]
    );
    assert_eq!(report.verdict, predepot::check::Verdict::Pret);
}

#[test]
fn mdv_says_nothing_of_its_template() {
    check(&template("MDV-LGC"), &[]);
}

#[test]
fn mdv_centre_de_sante() {
    // Said twice: the profile, and the médecins libéraux.
    let text = edited(
        "MDV-LGC",
        "\"isCentreDeSante\": false",
        "\"isCentreDeSante\": true",
    );
    check(
        &text,
        &[
            ("« Centre de santé »", "1"),
            ("dit centre de santé : vérifiez les deux réponses", "1"),
        ],
    );
}

#[test]
fn mdv_mailiz() {
    check(
        &edited(
            "MDV-LGC",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"MAI_15\"",
        ),
        &[("« Mailiz »", "1")],
    );
    check(
        &edited(
            "MDV-LGC",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"GIP_1\"",
        ),
        &[],
    );
}

#[test]
fn mandataire_of_one_client() {
    for profile in ["MDV-LGC", "HOP-PFI", "HOP-RI"] {
        check(
            &edited(profile, "\"isMandataire\": false", "\"isMandataire\": true"),
            &[(MDV_UNIQUE, "1")],
        );
    }
    check(
        &edited(
            "HOP-DPI",
            "\"isMandataire\": false",
            "\"isMandataire\": true",
        ),
        &[(INS, "1"), (MDV_UNIQUE, "1")],
    );
}

#[test]
fn hop_integration_ins_once_for_its_three_answers() {
    check(&template("HOP-DPI"), &[(INS, "1")]);
    check(
        &edited(
            "HOP-DPI",
            "\"isPFIpourEnvoiDMPIndependante\": false",
            "\"isPFIpourEnvoiDMPIndependante\": true",
        ),
        &[(INS, "1")],
    );
    let none = changed(
        "HOP-DPI",
        &[
            ("MSSProIndependante\": true", "MSSProIndependante\": false"),
            (
                "CitoyenIndependante\": true",
                "CitoyenIndependante\": false",
            ),
        ],
    );
    check(&none, &[]);
    check(
        &none.replace(
            "EnvoiDMPIndependante\": false",
            "EnvoiDMPIndependante\": true",
        ),
        &[(INS, "1")],
    );
}

#[test]
fn hop_pfi_and_ri_have_no_focus() {
    check(&template("HOP-PFI"), &[]);
    check(&template("HOP-RI"), &[]);
}

#[test]
fn ms1_each_answer() {
    check(
        &template("MS1-DUI"),
        &[
            ("« DUI - Référentiel d'identité »", "1"),
            ("« Spécifique - PA »", "1"),
            ("« Spécifique - PH »", "1"),
            (
                "ne dispensent pas d'actes remboursables par l'assurance maladie",
                "1",
            ),
        ],
    );
}

#[test]
fn ms1_the_other_answers() {
    let text = template("MS1-DUI")
        .replace("\"isMaitreId\": true", "\"isMaitreId\": false")
        .replace("\"isRefSoins\": false", "\"isRefSoins\": null")
        .replace("\"isStockageId\": false", "\"isStockageId\": true")
        .replace("\"PA\"", "\"DOM\"")
        .replace("\"PH\"", "\"SAAD\"");
    check(
        &text,
        &[
            ("« DUI - Esclave d'identité »", "1"),
            ("« DUI - Stockage des copies de titre d'identité »", "1"),
            ("« Spécifique - Domicile »", "1"),
            ("« Spécifique - SAAD »", "1"),
        ],
    );
    let text = template("MS1-DUI")
        .replace("\"isRefSoins\": false", "\"isRefSoins\": true")
        .replace("\"PH\"", "\"PA\"");
    check(
        &text,
        &[
            ("« DUI - Référentiel d'identité »", "1"),
            ("« Spécifique - PA »", "1"),
            (
                "qui dispensent des actes remboursables par l'assurance maladie",
                "1",
            ),
        ],
    );
}

#[test]
fn the_demandes_are_listed() {
    let mailiz = |count: usize| {
        several("MDV-LGC", count).replace(
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"MAI_15\"",
        )
    };
    check(&mailiz(2), &[("« Mailiz »", "1 et 2")]);
    check(&mailiz(3), &[("« Mailiz »", "1, 2 et 3")]);
    check(
        &mailiz(12),
        &[("« Mailiz »", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 12")],
    );
    check(
        &mailiz(13),
        &[(
            "« Mailiz »",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 et 1 autre",
        )],
    );
    check(
        &mailiz(14),
        &[(
            "« Mailiz »",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 et 2 autres",
        )],
    );
}

#[test]
fn only_the_demandes_concerned() {
    let text = several("MDV-LGC", 3);
    let at = text
        .rfind("\"operateurMessagerie\": null")
        .unwrap_or_default();
    let text = format!(
        "{}{}",
        &text[..at],
        text[at..].replacen("null", "\"MAI_15\"", 1)
    );
    check(&text, &[("« Mailiz »", "3")]);
}

#[test]
fn ranks_count_what_is_no_demande() {
    let text = edited(
        "MDV-LGC",
        "\"operateurMessagerie\": null",
        "\"operateurMessagerie\": \"MAI_15\"",
    );
    check(
        &text.replacen(
            "\"lignesImport\": [\n",
            "\"lignesImport\": [\n    null,\n",
            1,
        ),
        &[("« Mailiz »", "2")],
    );
}

#[test]
fn none_on_a_contradicted_or_unread_answer() {
    check(
        &edited(
            "MDV-LGC",
            "\"isCentreDeSante\": false",
            "\"isCentreDeSante\": \"true\"",
        ),
        &[],
    );
}

#[test]
fn none_on_the_answer_of_the_portal() {
    check(
        &template("MS1-DUI").replace("\"codeTraitement\": null", "\"codeTraitement\": \"12\""),
        &[],
    );
}
