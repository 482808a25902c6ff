//! S003: a value of another type than the document's, null where a value is due, null or a boolean between quotes.

use predepot_tests::{check, edited, replaced, report, template};

fn fix(text: &str) -> Option<String> {
    let report = report(text);
    let mut findings = report.files[0].diagnostics.iter();
    let fix = findings
        .find(|finding| finding.code.as_str() == "S003")?
        .fix
        .as_ref()?;
    Some(fix.edits.first()?.text.clone())
}

#[test]
fn s003_null_where_a_value_is_due() {
    check(
        edited("MDV-LGC", "\"1234567890\"", "null"),
        &["S003 E 3:16 `null`"],
    );
    check(
        edited("MDV-LGC", "\"12345678200010\"", "null"),
        &["S003 E 4:12 `null`"],
    );
    check(
        edited("MDV-LGC", "\"numLigne\": 1", "\"numLigne\": null"),
        &["S003 E 7:19 `null`"],
    );
    check(edited("MDV-LGC", "\"C\"", "null"), &["S003 E 8:21 `null`"]);
    check(
        edited("MDV-LGC", "\"15/09/2022\"", "null"),
        &["S003 E 12:25 `null`"],
    );
    check(
        edited("MDV-LGC", "\"TTC\"", "null"),
        &["S003 E 13:22 `null`"],
    );
    check(
        edited("MDV-LGC", "1075.00", "null"),
        &["S003 E 14:27 `null`"],
    );
    check(
        edited("MDV-LGC", "\"DURAND\"", "null"),
        &["S003 E 25:27 `null`"],
    );
    check(
        edited("MDV-LGC", "\"10001234565\"", "null"),
        &["S003 E 28:21 `null`"],
    );
    check(
        edited(
            "MDV-LGC",
            "\"isCentreDeSante\": false",
            "\"isCentreDeSante\": null",
        ),
        &["S003 E 41:28 `null`"],
    );
}

#[test]
fn s003_null_for_a_flag_of_a_liberal() {
    check(
        edited(
            "MDV-LGC",
            "\"isMandataire\": false",
            "\"isMandataire\": null",
        ),
        &["S003 E 18:25 `null`"],
    );
    check(
        edited(
            "HOP-DPI",
            "\"isMandataire\": false",
            "\"isMandataire\": null",
        ),
        &["S003 E 17:25 `null`"],
    );
}

#[test]
fn s003_null_for_a_container() {
    let text = template("MDV-LGC");
    for (block, place) in [
        ("commande", "11:19"),
        ("beneficiaires", "16:24"),
        ("piecesJustificatives", "33:31"),
        ("scenarioInstallation", "40:31"),
    ] {
        check(
            with_value(&text, block, "null"),
            &[&format!("S003 E {place} `null`")],
        );
    }
}

#[test]
fn s003_another_type_for_a_container() {
    let text = template("MDV-LGC");
    for value in ["[]", "\"\"", "0", "true"] {
        check(
            with_value(&text, "commande", value),
            &[&format!("S003 E 11:19 `{value}`")],
        );
    }
    for value in ["{}", "\"\"", "0", "true"] {
        check(
            with_value(&text, "piecesJustificatives", value),
            &[&format!("S003 E 33:31 `{value}`")],
        );
    }
}

#[test]
fn s003_the_scenario_of_each_profile() {
    check(
        with_value(&template("MS1-DUI"), "scenarioInstallation", "{}"),
        &["S003 E 52:31 `{}`"],
    );
    check(
        with_value(&template("HOP-DPI"), "scenarioInstallation", "[]"),
        &["S003 E 43:31 `[]`"],
    );
    for profile in ["HOP-PFI", "HOP-RI"] {
        check(
            with_value(&template(profile), "scenarioInstallation", "null"),
            &["S003 A 43:31 `null`"],
        );
    }
}

#[test]
fn s003_lignes_import() {
    for value in ["null", "{}", "\"\"", "12"] {
        check(
            format!(
                "{{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\",\n\"lignesImport\": {value}}}"
            ),
            &[&format!("S003 E 2:17 `{value}`")],
        );
    }
}

#[test]
fn s003_a_demande_of_another_type() {
    let text = template("MDV-LGC");
    check(
        replaced(&text, "\n    }\n  ]", "\n    },\n  null, 1, []]"),
        &["S003 E 54:3 `null`", "S003 E 54:9 `1`", "S003 E 54:12 `[]`"],
    );
}

#[test]
fn s003_elements_of_another_type() {
    check(
        edited("MDV-LGC", "\"liberal\": [", "\"liberal\": [null,"),
        &["S003 E 23:21 `null`"],
    );
    check(
        edited("MS1-DUI", "\"234567891\"\n            ]", "null ]"),
        &["S003 E 40:15 `null`"],
    );
    check(
        edited(
            "MDV-LGC",
            "\"piecesJustificatives\": [",
            "\"piecesJustificatives\": [\"x\",",
        ),
        &["S003 E 33:32 `\"x\"`"],
    );
}

#[test]
fn s003_a_number_where_a_text_is_due() {
    let text = edited(
        "MDV-LGC",
        "\"numeroAns\": \"1234567890\"",
        "\"numeroAns\": 1234567890",
    );
    check(&text, &["S003 E 3:16 `1234567890`"]);
    assert_eq!(fix(&text).as_deref(), Some("\"1234567890\""));
    let text = edited("MDV-LGC", "\"10001234565\"", "10001234565");
    check(&text, &["S003 E 28:21 `10001234565`"]);
    assert_eq!(fix(&text).as_deref(), Some("\"10001234565\""));
}

#[test]
fn s003_a_number_that_would_be_too_short_has_no_fix() {
    let text = edited(
        "MDV-LGC",
        "\"numeroEditeur\": \"00001\"",
        "\"numeroEditeur\": 1",
    );
    check(&text, &["S003 E 10:24 `1`"]);
    assert_eq!(fix(&text), None);
}

#[test]
fn s003_a_text_where_a_number_is_due() {
    let text = edited("MDV-LGC", "\"numLigne\": 1", "\"numLigne\": \"1\"");
    check(&text, &["S003 E 7:19 `\"1\"`"]);
    assert_eq!(fix(&text).as_deref(), Some("1"));
    let text = edited("MDV-LGC", "1075.00", "\"1075.00\"");
    check(&text, &["S003 E 14:27 `\"1075.00\"`"]);
    assert_eq!(fix(&text).as_deref(), Some("1075.00"));
    let text = edited("MDV-LGC", "1075.00", "\"mille\"");
    check(&text, &["S003 E 14:27 `\"mille\"`"]);
    assert_eq!(fix(&text), None);
}

#[test]
fn s003_the_amount_as_another_type() {
    for value in ["true", "[]", "{}"] {
        check(
            edited("MDV-LGC", "1075.00", value),
            &[&format!("S003 E 14:27 `{value}`")],
        );
    }
}

#[test]
fn s003_a_quoted_boolean() {
    for word in ["true", "false"] {
        let text = edited(
            "MDV-LGC",
            "\"isCentreDeSante\": false",
            &format!("\"isCentreDeSante\": \"{word}\""),
        );
        check(&text, &[&format!("S003 E 41:28 `\"{word}\"`")]);
        assert_eq!(fix(&text).as_deref(), Some(word));
    }
}

#[test]
fn s003_other_words_for_a_boolean() {
    for value in ["\"oui\"", "\"True\"", "\"\"", "0", "1", "[true]", "{}"] {
        check(
            edited(
                "MDV-LGC",
                "\"isCentreDeSante\": false",
                &format!("\"isCentreDeSante\": {value}"),
            ),
            &[&format!("S003 E 41:28 `{value}`")],
        );
    }
}

#[test]
fn s003_a_quoted_null_for_a_boolean_is_not_unquoted() {
    let text = edited(
        "MDV-LGC",
        "\"isCentreDeSante\": false",
        "\"isCentreDeSante\": \"null\"",
    );
    check(&text, &["S003 E 41:28 `\"null\"`"]);
    assert_eq!(fix(&text), None);
}

#[test]
fn s003_a_quoted_null_where_null_is_possible() {
    for (key, place) in [
        ("nomMandataire", "20:26"),
        ("emailMandataire", "21:28"),
        ("telephoneMandataire", "22:32"),
        ("operateurMessagerie", "42:32"),
    ] {
        let text = edited(
            "MDV-LGC",
            &format!("\"{key}\": null"),
            &format!("\"{key}\": \"null\""),
        );
        check(&text, &[&format!("S003 E {place} `\"null\"`")]);
        assert_eq!(fix(&text).as_deref(), Some("null"));
    }
}

#[test]
fn s003_a_quoted_null_in_the_certificate() {
    for (key, place) in [
        ("contractualisationOG", "25:37"),
        ("statutAdminTechnique", "26:37"),
        ("numeroCarteCPX", "29:33"),
        ("utiliteCertificat", "33:36"),
    ] {
        let text = edited(
            "MS1-DUI",
            &format!("\"{key}\": null"),
            &format!("\"{key}\": \"null\""),
        );
        check(&text, &[&format!("S003 E {place} `\"null\"`")]);
        assert_eq!(fix(&text).as_deref(), Some("null"));
    }
}

#[test]
fn s003_another_type_where_null_is_due_by_a_condition() {
    check(
        edited("MDV-LGC", "\"nomMandataire\": null", "\"nomMandataire\": 5"),
        &["S003 E 20:26 `5`"],
    );
    check(
        edited(
            "MS1-DUI",
            "\"utiliteCertificat\": null",
            "\"utiliteCertificat\": [\"DMP\"]",
        ),
        &["S003 E 33:36 `[\"DMP\"]`"],
    );
}

#[test]
fn s003_quoted_in_the_block_of_the_other_software() {
    for word in ["false", "null"] {
        let text = edited(
            "HOP-DPI",
            "\"isEnvoiDMP\": false",
            &format!("\"isEnvoiDMP\": \"{word}\""),
        );
        check(&text, &[&format!("S003 E 54:25 `\"{word}\"`")]);
        assert_eq!(fix(&text).as_deref(), Some(word));
    }
}

#[test]
fn s003_the_block_of_the_other_software_as_another_type() {
    check(
        with_value(&template("HOP-DPI"), "PFI", "null"),
        &["S003 E 50:16 `null`"],
    );
}

#[test]
fn s003_in_the_scenario_of_a_derived_profile_is_a_warning() {
    check(
        edited(
            "HOP-PFI",
            "\"isEnvoiDMP\": true",
            "\"isEnvoiDMP\": \"true\"",
        ),
        &["S003 A 54:25 `\"true\"`"],
    );
    check(
        edited("HOP-PFI", "\"isEnvoiDMP\": true", "\"isEnvoiDMP\": null"),
        &["S003 A 54:25 `null`"],
    );
}

#[test]
fn s003_is_ref_soins_null_with_is_maitre_id_true() {
    check(
        edited(
            "MS1-DUI",
            "\"profilMetier\": \"PA\",\n          \"isRefSoins\": false",
            "\"profilMetier\": \"PA\",\n          \"isRefSoins\": null",
        ),
        &["S003 E 60:25 `null`"],
    );
}

#[test]
fn s003_ancienne_version_null_is_a_warning() {
    check(
        template("MS1-DUI").replacen("\"2.4\"", "null", 1),
        &["S003 A 55:30 `null`"],
    );
    check(
        template("MS1-DUI").replacen("\"2.4\"", "2.4", 1),
        &["S003 E 55:30 `2.4`"],
    );
}

#[test]
fn s003_a_lone_finess_of_a_structure() {
    let text = structure("\"FINESSGeo\": \"750000002\"");
    check(&text, &["S003 A 26:29 `\"750000002\"`"]);
    assert_eq!(fix(&text).as_deref(), Some("[\"750000002\"]"));
}

#[test]
fn s003_the_list_of_finess_of_a_structure() {
    check(structure("\"FINESSGeo\": null"), &["S003 E 26:29 `null`"]);
    check(structure("\"FINESSGeo\": {}"), &["S003 E 26:29 `{}`"]);
}

#[test]
fn s003_a_lone_finess_of_an_og_is_an_error() {
    let text = edited(
        "MS1-DUI",
        "[\n              \"123456789\",\n              \"234567891\"\n            ]",
        "\"123456789\"",
    );
    check(&text, &["S003 E 38:27 `\"123456789\"`"]);
}

#[test]
fn s003_a_quoted_flag_of_a_structure() {
    let text = structure("\"FINESSGeo\": [\"750000002\"]");
    let text = replaced(
        &text,
        "\"STRUCTURE\",",
        "\"STRUCTURE\", \"isMandataire\": \"false\",",
    );
    check(&text, &["S003 E 17:54 `\"false\"`"]);
    assert_eq!(fix(&text).as_deref(), Some("false"));
}

/// A demande for a STRUCTURE, whose last member is given; it stands on line 26.
fn structure(last: &str) -> String {
    let text = edited("MDV-LGC", "\"LIBERAL\"", "\"STRUCTURE\"");
    let start = text.find("        \"isMandataire\"").unwrap_or_default();
    let end = text
        .find("      },\n      \"piecesJustificatives\"")
        .unwrap_or_default();
    format!(
        "{}        \"liberal\": [],\n        \"structure\": {{\n\"FINESSJuridique\": \"750000001\",\n\"nomResponsable\": \"DURAND\",\n\"emailResponsable\": \"a.durand@exemple.fr\",\n\n\n\"telephoneResponsable\": \"01\",\n               {last}\n}}\n{}",
        &text[..start],
        &text[end..]
    )
}

/// The file with another value for a key that stands once and whose value is a container.
fn with_value(text: &str, key: &str, value: &str) -> String {
    let start = text.find(&format!("\"{key}\": ")).unwrap_or_default() + key.len() + 4;
    let mut depth = 0_i32;
    let length = text[start..]
        .bytes()
        .position(|b| {
            depth += match b {
                b'{' | b'[' => 1,
                b'}' | b']' => -1,
                _ => 0,
            };
            depth == 0
        })
        .unwrap_or_default();
    format!("{}{value}{}", &text[..start], &text[start + length + 1..])
}
