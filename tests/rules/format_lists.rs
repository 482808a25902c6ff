//! F003 (a value out of its list), F011 (null expected), F012 (operators).

use predepot::diag::Safety;
use predepot_tests::{check, edited, report, template};

fn fix(text: &str, code: &str) -> Option<(Safety, String)> {
    let report = report(text);
    let finding = report.files[0]
        .diagnostics
        .iter()
        .find(|finding| finding.code.as_str() == code)?;
    let fix = finding.fix.as_ref()?;
    Some((fix.safety, fix.edits.first()?.text.clone()))
}

// F003

#[test]
fn f003_type_action_in_every_profile() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        for value in ["c", "M", "CREATION", " C"] {
            check(
                edited(profile, "\"C\"", &format!("\"{value}\"")),
                &[&format!("F003 E 8:21 `\"{value}\"`")],
            );
        }
    }
}

#[test]
fn f003_regime_tva_silences_the_proof() {
    for value in ["ttc", "ht", "TVA", "HT "] {
        check(
            edited("MDV-LGC", "\"TTC\"", &format!("\"{value}\"")),
            &[&format!("F003 E 13:22 `\"{value}\"`")],
        );
    }
}

#[test]
fn f003_format_fichier() {
    for value in ["pdf", "JPEG", ".PDF", "TIFF"] {
        check(
            edited("MDV-LGC", "\"PDF\"", &format!("\"{value}\"")),
            &[&format!("F003 E 36:28 `\"{value}\"`")],
        );
    }
}

#[test]
fn f003_type_fichier_silences_the_missing_order() {
    for value in ["BON DE COMMANDE", "bon_commande", "BDC"] {
        check(
            edited("MDV-LGC", "\"BON_COMMANDE\"", &format!("\"{value}\"")),
            &[&format!("F003 E 37:26 `\"{value}\"`")],
        );
    }
}

#[test]
fn f003_commande_pour_silences_what_it_governs() {
    for value in ["Liberal", "LIBÉRAL", "LIBERAUX"] {
        check(
            edited("MDV-LGC", "\"LIBERAL\"", &format!("\"{value}\"")),
            &[&format!("F003 E 17:25 `\"{value}\"`")],
        );
    }
}

#[test]
fn f003_another_case_is_a_fix() {
    assert_eq!(
        fix(&edited("MDV-LGC", "\"TTC\"", "\"ttc\""), "F003"),
        Some((Safety::AConfirmer, "\"TTC\"".to_owned()))
    );
    assert_eq!(
        fix(
            &edited("MDV-LGC", "\"BON_COMMANDE\"", "\"Bon commande\""),
            "F003"
        ),
        Some((Safety::AConfirmer, "\"BON_COMMANDE\"".to_owned()))
    );
    assert_eq!(fix(&edited("MDV-LGC", "\"TTC\"", "\"TVA\""), "F003"), None);
}

#[test]
fn f003_profil_metier() {
    for value in ["pa", "DOMICILE", "PA "] {
        check(
            edited("MS1-DUI", "\"PA\"", &format!("\"{value}\"")),
            &[&format!("F003 E 59:27 `\"{value}\"`")],
        );
    }
    for value in ["PA", "PH", "DOM", "SAAD"] {
        check(edited("MS1-DUI", "\"PA\"", &format!("\"{value}\"")), &[]);
    }
}

#[test]
fn f003_several_profils_metier_are_a_warning() {
    for value in ["\"PA, PH\"", "\"PA,DOM\"", "[\"PA\", \"PH\"]", "[\"PA\"]"] {
        check(
            edited("MS1-DUI", "\"PA\"", value),
            &[&format!("F003 A 59:27 `{value}`")],
        );
    }
}

#[test]
fn f003_several_profils_metier_of_which_one_is_unknown() {
    check(
        edited("MS1-DUI", "\"PA\"", "\"PA, XX\""),
        &["F003 E 59:27 `\"PA, XX\"`"],
    );
}

#[test]
fn f003_statut_and_utilite_of_the_certificate() {
    let text = certificate("X", "DMP, INS");
    check(text, &["F003 E 26:37 `\"X\"`"]);
    for utilite in ["DMP", "INS", "DMP, INS"] {
        check(certificate("S", utilite), &[]);
    }
    for utilite in ["DMP,INS", "INS, DMP", "dmp"] {
        check(
            certificate("S", utilite),
            &[&format!("F003 E 33:36 `\"{utilite}\"`")],
        );
    }
}

#[test]
fn f003_values_written_with_escapes_pass() {
    check(edited("MDV-LGC", "\"TTC\"", "\"\\u0054TC\""), &[]);
}

// F011

#[test]
fn f011_in_the_header() {
    for value in ["\"\"", "\"null\"", "\"IMP-1\"", "12", "{}", "false"] {
        check(
            edited("MDV-LGC", "\"impId\": null", &format!("\"impId\": {value}")),
            &[&format!("F011 E 2:12 `{value}`")],
        );
    }
}

#[test]
fn f011_in_a_demande_of_every_profile() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        for value in ["\"\"", "\"null\"", "\"123\"", "123"] {
            check(
                edited(
                    profile,
                    "\"numeroASP\": null",
                    &format!("\"numeroASP\": {value}"),
                ),
                &[&format!("F011 E 9:20 `{value}`")],
            );
        }
    }
}

#[test]
fn f011_code_and_libelle_traitement() {
    for value in ["\"\"", "\" \"", "\"null\"", "true", "[]"] {
        check(
            edited(
                "MDV-LGC",
                "\"codeTraitement\": null",
                &format!("\"codeTraitement\": {value}"),
            ),
            &[&format!("F011 E 51:25 `{value}`")],
        );
    }
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
fn f011_is_sure_when_nothing_is_lost() {
    let imp = |value: &str| {
        let text = edited("MDV-LGC", "\"impId\": null", &format!("\"impId\": {value}"));
        fix(&text, "F011").map(|(safety, _)| safety)
    };
    assert_eq!(imp("\"null\""), Some(Safety::Sure));
    assert_eq!(imp("\"\""), Some(Safety::Sure));
    assert_eq!(imp("\"123\""), Some(Safety::AConfirmer));
}

// F012

fn operateur(value: &str) -> String {
    edited(
        "MDV-LGC",
        "\"operateurMessagerie\": null",
        &format!("\"operateurMessagerie\": {value}"),
    )
}

#[test]
fn f012_codes_of_the_list_pass() {
    for value in [
        "\"MAI_15\"",
        "\"GIP_1\"",
        "\"CH _37\"",
        "\"CH_37\"",
        "\"CH _ 37\"",
        "\"C.L_71\"",
        "\"H.G_48\"",
    ] {
        check(operateur(value), &[]);
    }
}

#[test]
fn f012_in_every_profile_that_has_it() {
    check(
        template("MS1-DUI").replacen(
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"XXX_999\"",
            1,
        ),
        &["F012 E 58:34 `\"XXX_999\"`"],
    );
    check(
        edited(
            "HOP-PFI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"XXX_999\"",
        ),
        &["F012 A 53:34 `\"XXX_999\"`"],
    );
}

#[test]
fn f012_the_code_meant_is_the_fix() {
    for (value, code) in [
        ("\"mai_15\"", "\"MAI_15\""),
        ("\"MAILIZ\"", "\"MAI_15\""),
        ("\"Mailiz\"", "\"MAI_15\""),
        ("\"CL_71\"", "\"C.L_71\""),
        ("\"MAILIZ_15\"", "\"MAI_15\""),
        ("\"CHX_37\"", "\"CH _37\""),
        ("\"ch_37\"", "\"CH _37\""),
        ("\"GIP MIPIH\"", "\"GIP_1\""),
    ] {
        let text = operateur(value);
        check(&text, &[&format!("F012 E 42:32 `{value}`")]);
        assert_eq!(
            fix(&text, "F012"),
            Some((Safety::AConfirmer, code.to_owned())),
            "{value}"
        );
    }
}

#[test]
fn f012_unknown_with_the_nearest_codes() {
    let text = operateur("\"MAYLIZ\"");
    check(&text, &["F012 E 42:32 `\"MAYLIZ\"`"]);
    assert_eq!(fix(&text, "F012"), None);
    let wire = predepot::render::wire::report(&report(&text));
    let finding = &wire.files[0].diagnostics[0];
    assert!(
        format!("{} {}", finding.message, finding.help).contains("MAI_15"),
        "{} {}",
        finding.message,
        finding.help
    );
}

#[test]
fn f012_a_number_out_of_the_list() {
    for value in ["\"MAI_0\"", "\"MAI_356\"", "\"MAI_\"", "\"_\"", "\"15\""] {
        check(operateur(value), &[&format!("F012 E 42:32 `{value}`")]);
    }
}

#[test]
fn f012_empty() {
    for value in ["\"\"", "\"  \""] {
        let text = operateur(value);
        check(&text, &[&format!("F012 E 42:32 `{value}`")]);
        assert_eq!(fix(&text, "F012"), Some((Safety::Sure, "null".to_owned())));
    }
}

#[test]
fn f012_another_white_space_is_another_code() {
    check(
        operateur("\"CH\u{a0}_37\""),
        &["F012 E 42:32 `\"CH\u{a0}_37\"`"],
    );
}

#[test]
fn f012_another_type_is_s003() {
    for value in ["15", "true", "[\"MAI_15\"]"] {
        check(operateur(value), &[&format!("S003 E 42:32 `{value}`")]);
    }
}

#[test]
fn f012_in_the_block_of_the_other_software_is_c017() {
    check(
        edited(
            "HOP-DPI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"MAI_15\"",
        ),
        &["C017 E 53:34 `\"MAI_15\"`"],
    );
    check(
        edited(
            "HOP-DPI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": false",
        ),
        &[],
    );
}

/// A demande of MS1-DUI that asks for a certificate.
fn certificate(statut: &str, utilite: &str) -> String {
    [
        (
            "\"demandeCertificatServeur\": false",
            "\"demandeCertificatServeur\": true".to_owned(),
        ),
        (
            "\"contractualisationOG\": null",
            "\"contractualisationOG\": true".to_owned(),
        ),
        (
            "\"statutAdminTechnique\": null",
            format!("\"statutAdminTechnique\": \"{statut}\""),
        ),
        (
            "\"numeroCarteCPX\": null",
            "\"numeroCarteCPX\": \"1234567890\"".to_owned(),
        ),
        (
            "\"nomAdminTechnique\": null",
            "\"nomAdminTechnique\": \"MARTIN\"".to_owned(),
        ),
        (
            "\"telephoneAdminTechnique\": null",
            "\"telephoneAdminTechnique\": \"+33 1\"".to_owned(),
        ),
        (
            "\"emailAdminTechnique\": null",
            "\"emailAdminTechnique\": \"b.martin@exemple.fr\"".to_owned(),
        ),
        (
            "\"utiliteCertificat\": null",
            format!("\"utiliteCertificat\": \"{utilite}\""),
        ),
    ]
    .iter()
    .fold(template("MS1-DUI"), |text, (from, to)| {
        predepot_tests::replaced(&text, from, to)
    })
}
