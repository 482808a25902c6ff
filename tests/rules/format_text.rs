//! F001, F002 (length), F005, F006 (characters), F013 (white space), F016 (nothing written).

use predepot_tests::{check, edited, replaced, report, template};

/// The fix of the only finding of this code: safety and text.
fn fix(text: &str, code: &str) -> Option<(predepot::diag::Safety, String)> {
    let report = report(text);
    let finding = report.files[0]
        .diagnostics
        .iter()
        .find(|finding| finding.code.as_str() == code)?;
    let fix = finding.fix.as_ref()?;
    Some((fix.safety, fix.edits.first()?.text.clone()))
}

/// The conforming file of MDV-LGC with another `nomMedecin`.
fn named(name: &str) -> String {
    edited("MDV-LGC", "\"DURAND\"", &format!("\"{name}\""))
}

// F001

#[test]
fn f001_numero_ans() {
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"123456789\""),
        &["F001 E 3:16 `\"123456789\"`"],
    );
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"12345678901\""),
        &["F001 E 3:16 `\"12345678901\"`"],
    );
}

#[test]
fn f001_siret() {
    for siret in ["1234567820001", "123456782000100", "123 456 782 00010"] {
        check(
            edited("MDV-LGC", "\"12345678200010\"", &format!("\"{siret}\"")),
            &[&format!("F001 E 4:12 `\"{siret}\"`")],
        );
    }
}

#[test]
fn f001_numero_editeur_in_every_profile() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        for numero in ["0001", "000001"] {
            check(
                edited(
                    profile,
                    "\"numeroEditeur\": \"00001\"",
                    &format!("\"numeroEditeur\": \"{numero}\""),
                ),
                &[&format!("F001 E 10:24 `\"{numero}\"`")],
            );
        }
    }
}

#[test]
fn f001_finess() {
    for finess in ["12345678", "1234567890"] {
        check(
            edited("HOP-DPI", "\"750000003\"", &format!("\"{finess}\"")),
            &[&format!("F001 E 27:27 `\"{finess}\"`")],
        );
    }
    check(
        edited("MS1-DUI", "\"345678912\"", "\"34567891\""),
        &["F001 E 23:32 `\"34567891\"`"],
    );
}

#[test]
fn f001_finess_in_a_list_silences_the_agreement() {
    check(
        edited("MS1-DUI", "\"234567891\"\n", "\"23456789\"\n"),
        &["F001 E 40:15 `\"23456789\"`"],
    );
}

#[test]
fn f001_rpps() {
    for rpps in ["1000123456", "100012345650", "810001234567890"] {
        check(
            edited("MDV-LGC", "\"10001234565\"", &format!("\"{rpps}\"")),
            &[&format!("F001 E 28:21 `\"{rpps}\"`")],
        );
    }
}

#[test]
fn f001_numero_carte_cpx() {
    check(
        certificate("numeroCarteCPX", "123456789"),
        &["F001 E 29:33 `\"123456789\"`"],
    );
}

#[test]
fn f001_counts_code_points_after_composition() {
    check(
        edited(
            "MDV-LGC",
            "\"numeroAns\": \"1234567890\"",
            "\"numeroAns\": \"123456789E\u{301}\"",
        ),
        &["N002 E 1:1 ``"],
    );
}

#[test]
fn f001_an_emoji_is_one_character() {
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"123456789😀\""),
        &["N002 E 1:1 ``", "F005 A 3:16 `\"123456789😀\"`"],
    );
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"123456789\\ud83d\\ude00\""),
        &["N002 E 1:1 ``", "F005 A 3:16 `\"123456789\\ud83d\\ude00\"`"],
    );
}

#[test]
fn f001_spaces_around_are_a_fix() {
    let text = edited("MDV-LGC", "\"1234567890\"", "\" 1234567890\"");
    check(&text, &["F001 E 3:16 `\" 1234567890\"`"]);
    assert_eq!(
        fix(&text, "F001").map(|(_, text)| text).as_deref(),
        Some("\"1234567890\"")
    );
}

// F002

#[test]
fn f002_names_of_49_50_and_51() {
    check(named(&"A".repeat(49)), &[]);
    let fifty = "A".repeat(50);
    check(named(&fifty), &[&format!("F002 A 25:27 `\"{fifty}\"`")]);
    let more = "A".repeat(51);
    check(named(&more), &[&format!("F002 E 25:27 `\"{more}\"`")]);
}

#[test]
fn f002_counts_code_points_after_composition() {
    check(named(&"E\u{301}".repeat(49)), &[]);
    check(named(&"😀".repeat(49)), &[]);
    let fifty = "É".repeat(50);
    check(named(&fifty), &[&format!("F002 A 25:27 `\"{fifty}\"`")]);
}

#[test]
fn f002_counts_decoded_characters() {
    check(named(&"\\u00c9".repeat(49)), &[]);
    check(named(&"\\\\".repeat(49)), &[]);
}

#[test]
fn f002_emails_of_149_150_and_151() {
    for (length, severity) in [(149, None), (150, Some("A")), (151, Some("E"))] {
        let email = format!("{}@exemple.fr", "a".repeat(length - 11));
        let text = edited(
            "MDV-LGC",
            "\"a.durand@exemple.fr\"",
            &format!("\"{email}\""),
        );
        match severity {
            None => check(text, &[]),
            Some(severity) => check(text, &[&format!("F002 {severity} 26:29 `\"{email}\"`")]),
        }
    }
}

#[test]
fn f002_telephones_of_49_50_and_51() {
    for (length, severity) in [(49, None), (50, Some("A")), (51, Some("E"))] {
        let number = "0".repeat(length);
        let text = edited("MDV-LGC", "\"+33 1 02 03 04 05\"", &format!("\"{number}\""));
        match severity {
            None => check(text, &[]),
            Some(severity) => check(text, &[&format!("F002 {severity} 27:33 `\"{number}\"`")]),
        }
    }
}

#[test]
fn f002_names_of_an_administrateur_of_24_25_and_26() {
    check(certificate("nomAdminTechnique", &"A".repeat(24)), &[]);
    let name = "A".repeat(25);
    check(
        certificate("nomAdminTechnique", &name),
        &[&format!("F002 A 30:36 `\"{name}\"`")],
    );
    let name = "A".repeat(26);
    check(
        certificate("nomAdminTechnique", &name),
        &[&format!("F002 E 30:36 `\"{name}\"`")],
    );
}

#[test]
fn f002_ancienne_version() {
    for (length, severity) in [(49, None), (50, Some("A")), (51, Some("E"))] {
        let version = "1".repeat(length);
        let text = template("MS1-DUI").replacen("\"2.4\"", &format!("\"{version}\""), 1);
        match severity {
            None => check(text, &[]),
            Some(severity) => check(text, &[&format!("F002 {severity} 55:30 `\"{version}\"`")]),
        }
    }
}

#[test]
fn f002_file_names() {
    // The number is any text here: its disagreement is another rule, silent on a name that is too long.
    let name = format!("MDV-LGC-Va1-BDC-{}.pdf", "0".repeat(31));
    assert_eq!(name.len(), 51);
    check(
        edited("MDV-LGC", "MDV-LGC-Va1-BDC-00001.pdf", &name),
        &[&format!("F002 E 35:25 `\"{name}\"`")],
    );
}

#[test]
fn f002_wins_over_the_case() {
    let name = "a".repeat(51);
    check(named(&name), &[&format!("F002 E 25:27 `\"{name}\"`")]);
}

#[test]
fn f006_wins_over_the_limit_s_warning() {
    let name = "a".repeat(50);
    check(named(&name), &[&format!("F006 E 25:27 `\"{name}\"`")]);
}

// F005

#[test]
fn f005_numero_ans_is_a_warning() {
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"12345-7890\""),
        &["N002 E 1:1 ``", "F005 A 3:16 `\"12345-7890\"`"],
    );
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"ABCDEF7890\""),
        &["N002 E 1:1 ``"],
    );
}

#[test]
fn f005_numero_editeur_by_profile() {
    for (profile, severity) in [
        ("MS1-DUI", "E"),
        ("MDV-LGC", "A"),
        ("HOP-DPI", "A"),
        ("HOP-PFI", "A"),
        ("HOP-RI", "A"),
    ] {
        check(
            template(profile).replace("00001", "00-01"),
            &[&format!("F005 {severity} 10:24 `\"00-01\"`")],
        );
        check(template(profile).replace("00001", "AB12c"), &[]);
    }
}

#[test]
fn f005_a_space_inside_five_characters() {
    check(
        template("MDV-LGC").replace("00001", " 0001"),
        &["F005 A 10:24 `\" 0001\"`"],
    );
}

#[test]
fn f005_numero_carte_cpx() {
    check(
        certificate("numeroCarteCPX", "12345 7890"),
        &["F005 E 29:33 `\"12345 7890\"`"],
    );
    check(certificate("numeroCarteCPX", "AB34567890"), &[]);
}

// F006

#[test]
fn f006_lower_case() {
    let text = named("Durand");
    check(&text, &["F006 E 25:27 `\"Durand\"`"]);
    assert_eq!(
        fix(&text, "F006"),
        Some((predepot::diag::Safety::AConfirmer, "\"DURAND\"".to_owned()))
    );
}

#[test]
fn f006_accented_capitals_pass() {
    check(named("ÉLÉONORE D'ARTAGNAN-MÜLLER 2"), &[]);
    check(named("E\u{301}MILE"), &[]);
}

#[test]
fn f006_an_accented_small_letter() {
    check(named("DURANDé"), &["F006 E 25:27 `\"DURANDé\"`"]);
    check(named("STRAßE"), &["F006 E 25:27 `\"STRAßE\"`"]);
}

#[test]
fn f006_in_every_name() {
    check(
        edited("HOP-DPI", "\"DUPONT\"", "\"Dupont\""),
        &["F006 E 24:26 `\"Dupont\"`"],
    );
    check(
        edited("MS1-DUI", "\"DURAND\"", "\"durand\""),
        &["F006 E 35:33 `\"durand\"`"],
    );
    check(
        certificate("nomAdminTechnique", "Martin"),
        &["F006 E 30:36 `\"Martin\"`"],
    );
    for profile in ["MS1-DUI", "HOP-DPI"] {
        let text = mandataire(profile, "Durand", "a@b.fr", "+33 1");
        assert_eq!(
            predepot_tests::findings(&report(text).files[0])
                .iter()
                .filter(|line| line.starts_with("F006 E"))
                .count(),
            1
        );
    }
}

// F013

#[test]
fn f013_white_space_around() {
    for name in [" DURAND", "DURAND ", "\\tDURAND", "\u{a0}DURAND"] {
        let text = named(name);
        check(&text, &[&format!("F013 A 25:27 `\"{name}\"`")]);
        assert_eq!(
            fix(&text, "F013"),
            Some((predepot::diag::Safety::Sure, "\"DURAND\"".to_owned()))
        );
    }
}

#[test]
fn f013_white_space_inside_passes() {
    check(named("DE  LA TOUR"), &[]);
}

#[test]
fn f013_stands_only_without_an_error() {
    check(named(" Durand"), &["F006 E 25:27 `\" Durand\"`"]);
}

#[test]
fn f013_email_and_telephone() {
    check(
        edited(
            "MDV-LGC",
            "\"a.durand@exemple.fr\"",
            "\"a.durand@exemple.fr \"",
        ),
        &["F013 A 26:29 `\"a.durand@exemple.fr \"`"],
    );
    check(
        edited("MS1-DUI", "\"+33 1 02 03 04 05\"", "\" +33 1 02 03 04 05\""),
        &["F013 A 37:39 `\" +33 1 02 03 04 05\"`"],
    );
}

#[test]
fn f013_operateur() {
    check(
        edited(
            "MDV-LGC",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \" MAI_15\"",
        ),
        &["F013 A 42:32 `\" MAI_15\"`"],
    );
}

// F016

#[test]
fn f016_empty_and_blank() {
    for name in ["", " ", "\\n\\t", "\u{a0}"] {
        check(named(name), &[&format!("F016 E 25:27 `\"{name}\"`")]);
    }
}

#[test]
fn f016_wins_over_the_length() {
    check(
        edited("MDV-LGC", "\"1234567890\"", "\"\""),
        &["F016 E 3:16 `\"\"`"],
    );
    check(
        edited("MDV-LGC", "\"10001234565\"", "\"           \""),
        &["F016 E 28:21 `\"           \"`"],
    );
}

#[test]
fn f016_a_quoted_null_where_a_text_is_due() {
    check(named("null"), &["F016 E 25:27 `\"null\"`"]);
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"null\""),
        &["F016 E 4:12 `\"null\"`"],
    );
    check(
        edited("MDV-LGC", "\"TTC\"", "\"null\""),
        &["F016 E 13:22 `\"null\"`"],
    );
    check(
        edited("MDV-LGC", "\"15/09/2022\"", "\"null\""),
        &["F016 E 12:25 `\"null\"`"],
    );
}

#[test]
fn f016_in_lists_of_values() {
    check(edited("MDV-LGC", "\"C\"", "\"\""), &["F016 E 8:21 `\"\"`"]);
    check(
        edited("MDV-LGC", "\"PDF\"", "\" \""),
        &["F016 E 36:28 `\" \"`"],
    );
    check(
        edited("MS1-DUI", "\"PA\"", "\"\""),
        &["F016 E 59:27 `\"\"`"],
    );
}

#[test]
fn f016_where_null_is_due_is_a_warning() {
    for text in ["", "  "] {
        let file = edited(
            "MDV-LGC",
            "\"nomMandataire\": null",
            &format!("\"nomMandataire\": \"{text}\""),
        );
        check(&file, &[&format!("F016 A 20:26 `\"{text}\"`")]);
        assert_eq!(
            fix(&file, "F016"),
            Some((predepot::diag::Safety::Sure, "null".to_owned()))
        );
    }
    check(
        edited(
            "MS1-DUI",
            "\"emailAdminTechnique\": null",
            "\"emailAdminTechnique\": \"\"",
        ),
        &["F016 A 32:38 `\"\"`"],
    );
}

#[test]
fn f016_where_null_is_possible_is_a_warning() {
    let text = mandataire("MDV-LGC", "DURAND", "a@b.fr", "1");
    check(
        text.replacen(
            "\"emailMedecin\": \"a.durand@exemple.fr\"",
            "\"emailMedecin\": \"\"",
            1,
        ),
        &["F016 A 26:29 `\"\"`"],
    );
}

#[test]
fn f016_ancienne_version() {
    for version in ["", "null"] {
        check(
            template("MS1-DUI").replacen("\"2.4\"", &format!("\"{version}\""), 1),
            &[&format!("F016 A 55:30 `\"{version}\"`")],
        );
    }
}

#[test]
fn f016_an_empty_finess_in_a_list() {
    check(
        edited("MS1-DUI", "\"234567891\"\n", "\"\"\n"),
        &["F016 E 40:15 `\"\"`"],
    );
}

#[test]
fn f016_an_empty_amount_or_number_is_a_type() {
    check(
        edited("MDV-LGC", "1075.00", "\"\""),
        &["S003 E 14:27 `\"\"`"],
    );
    check(
        edited("MDV-LGC", "\"numLigne\": 1", "\"numLigne\": \"\""),
        &["S003 E 7:19 `\"\"`"],
    );
}

/// A demande of MS1-DUI that asks for a certificate, with another text for one of the keys of its block.
fn certificate(key: &str, text: &str) -> String {
    let file = template("MS1-DUI");
    let file = replaced(
        &file,
        "\"demandeCertificatServeur\": false",
        "\"demandeCertificatServeur\": true",
    );
    let file = replaced(
        &file,
        "\"contractualisationOG\": null",
        "\"contractualisationOG\": true",
    );
    let file = replaced(
        &file,
        "\"statutAdminTechnique\": null",
        "\"statutAdminTechnique\": \"S\"",
    );
    [
        ("numeroCarteCPX", "1234567890"),
        ("nomAdminTechnique", "MARTIN"),
        ("telephoneAdminTechnique", "+33 1"),
        ("emailAdminTechnique", "b.martin@exemple.fr"),
        ("utiliteCertificat", "DMP, INS"),
    ]
    .into_iter()
    .fold(file, |file, (name, usual)| {
        let value = if name == key { text } else { usual };
        replaced(
            &file,
            &format!("\"{name}\": null"),
            &format!("\"{name}\": \"{value}\""),
        )
    })
}

/// A demande signed by a mandataire.
fn mandataire(profile: &str, nom: &str, email: &str, telephone: &str) -> String {
    let text = edited(profile, "\"isMandataire\": false", "\"isMandataire\": true");
    let text = text
        .replace("\"isClientUnique\": true", "\"isClientUnique\": false")
        .replace(
            "\"nomMandataire\": null",
            &format!("\"nomMandataire\": \"{nom}\""),
        )
        .replace(
            "\"emailMandataire\": null",
            &format!("\"emailMandataire\": \"{email}\""),
        )
        .replace(
            "\"telephoneMandataire\": null",
            &format!("\"telephoneMandataire\": \"{telephone}\""),
        );
    text.replace(
        "            \"RPPS\": \"10001234565\"\n          }",
        "            \"RPPS\": \"10001234565\"\n          }, {\"nomMedecin\": \"B\", \"RPPS\": \"10001234573\"}",
    )
}
