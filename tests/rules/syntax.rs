//! Mistakes of writing (J001 to J013, J015, J016) in whole files: each is said once, at its place, hides no other finding and causes none.

use predepot_tests::{changed, check, edited, report, several};

/// An F008 far below any mistake made near the top.
pub(crate) const AMOUNT: (&str, &str) = ("1075.00", "1075");
/// What follows the amount: for mistakes made below it.
const OPERATOR: (&str, &str) = (
    "\"operateurMessagerie\": null",
    "\"operateurMessagerie\": \"X_1\"",
);

pub(crate) fn mistaken(from: &str, to: &str) -> String {
    changed("MDV-LGC", &[(from, to), AMOUNT, OPERATOR])
}

// Commas.

#[test]
fn comma_missing_in_the_header() {
    check(
        mistaken("\"impId\": null,", "\"impId\": null"),
        &[
            "J003 E 2:16 ``",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn comma_missing_after_a_text() {
    check(
        mistaken("\"typeAction\": \"C\",", "\"typeAction\": \"C\""),
        &[
            "J003 E 8:24 ``",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn comma_missing_after_an_object() {
    check(
        mistaken(
            "      },\n      \"beneficiaires\"",
            "      }\n      \"beneficiaires\"",
        ),
        &[
            "F008 E 14:27 `1075`",
            "J003 E 15:8 ``",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn comma_missing_after_an_array() {
    check(
        mistaken(
            "        ],\n        \"structure\"",
            "        ]\n        \"structure\"",
        ),
        &[
            "F008 E 14:27 `1075`",
            "J003 E 30:10 ``",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn comma_missing_between_demandes() {
    let text = several("MDV-LGC", 3).replace(
        "    },\n    {\n      \"numLigne\": 3",
        "    }\n    {\n      \"numLigne\": 3",
    );
    let at = text.rfind("1075.00").unwrap_or_default();
    check(
        format!("{}1075{}", &text[..at], &text[at + 7..]),
        &["J003 E 101:6 ``", "F008 E 110:27 `1075`"],
    );
}

#[test]
fn semicolon_for_a_comma() {
    check(
        mistaken("\"typeAction\": \"C\",", "\"typeAction\": \"C\";"),
        &[
            "J003 E 8:24 `;`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn comma_too_many() {
    check(
        mistaken(
            "\"isPFIToMSSCitoyen\": false\n",
            "\"isPFIToMSSCitoyen\": false,\n",
        ),
        &[
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
            "J002 E 49:35 `,`",
        ],
    );
    check(
        mistaken("\"typeAction\": \"C\",", "\"typeAction\": \"C\",,"),
        &[
            "J002 E 8:25 `,`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn comma_too_many_after_the_last_demande() {
    check(
        mistaken(
            "\"libelleTraitement\": null\n    }\n",
            "\"libelleTraitement\": null\n    },\n",
        ),
        &[
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
            "J002 E 53:6 `,`",
        ],
    );
}

// Quotes.

#[test]
fn closing_quote_missing_after_a_value() {
    check(
        mistaken("\"typeAction\": \"C\",", "\"typeAction\": \"C,"),
        &[
            "J004 E 8:21 `\"C`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn closing_quote_missing_after_a_key() {
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction: \"C\""),
        &[
            "J004 E 8:7 `\"typeAction`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn opening_quote_missing() {
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\": C\""),
        &[
            "J001 E 8:21 `C\"`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"typeAction\": \"C\"", "typeAction\": \"C\""),
        &[
            "J001 E 8:7 `typeAction\"`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn quotes_missing_around_a_key_or_a_value() {
    check(
        mistaken("\"typeAction\": \"C\"", "typeAction: \"C\""),
        &[
            "J001 E 8:7 `typeAction`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\": C"),
        &[
            "J008 E 8:21 `C`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn apostrophes_and_typographic_quotes() {
    check(
        mistaken("\"typeAction\": \"C\"", "'typeAction': 'C'"),
        &[
            "J015 E 8:7 `'typeAction'`",
            "J015 E 8:21 `'C'`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\": “C”"),
        &[
            "J015 E 8:21 `“C”`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\": « C »"),
        &[
            "J015 E 8:21 `« C »`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn quotes_inside_a_name() {
    check(
        mistaken(
            "\"nomMedecin\": \"DURAND\"",
            "\"nomMedecin\": \"DURAND \"LE GRAND\"\"",
        ),
        &[
            "F008 E 14:27 `1075`",
            "J001 E 25:35 `\"`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn tabulation_and_line_end_inside_a_text() {
    check(
        mistaken("\"nomMedecin\": \"DURAND\"", "\"nomMedecin\": \"DU\tRAND\""),
        &[
            "F008 E 14:27 `1075`",
            "J005 E 25:30 `\t`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"nomMedecin\": \"DURAND\"", "\"nomMedecin\": \"DU\nRAND\""),
        &[
            "F008 E 14:27 `1075`",
            "J005 E 25:30 `…`",
            "F012 E 43:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn backslash() {
    check(
        mistaken(
            "\"nomMedecin\": \"DURAND\"",
            "\"nomMedecin\": \"A\\DURAND\"",
        ),
        &[
            "F008 E 14:27 `1075`",
            "J006 E 25:29 `\\D`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("a.durand@exemple.fr", "a.durand@exemple.fr\\ud800"),
        &[
            "F008 E 14:27 `1075`",
            "J006 E 26:49 `\\ud800`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

// Words, numbers, comments.

#[test]
fn words_of_other_languages() {
    check(
        mistaken("\"isMandataire\": false", "\"isMandataire\": False"),
        &[
            "F008 E 14:27 `1075`",
            "J008 E 18:25 `False`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"isCentreDeSante\": false", "\"isCentreDeSante\": FAUX"),
        &[
            "F008 E 14:27 `1075`",
            "J008 E 41:28 `FAUX`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"nomMandataire\": null", "\"nomMandataire\": None"),
        &[
            "F008 E 14:27 `1075`",
            "J008 E 20:26 `None`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"numeroASP\": null", "\"numeroASP\": undefined"),
        &[
            "J008 E 9:20 `undefined`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"numeroASP\": null", "\"numeroASP\": NaN"),
        &[
            "J008 E 9:20 `NaN`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn french_amounts_are_read_as_meant() {
    for amount in ["1075,00", "1 075,00", "1 075,00 €"] {
        let report = report(changed("MDV-LGC", &[("1075.00", amount), OPERATOR]));
        let codes: Vec<_> = report.files[0]
            .diagnostics
            .iter()
            .map(|finding| finding.code.as_str())
            .collect();
        assert_eq!(codes, ["J007", "F012"], "{amount}");
        assert_eq!(report.files[0].total_cents, 107_500, "{amount}");
    }
    check(
        edited("MDV-LGC", "1075.00", "1075,0"),
        &["J007 E 14:27 `1075,0`", "F008 E 14:27 `1075,0`"],
    );
}

#[test]
fn an_identifier_without_quotes() {
    check(
        edited(
            "MDV-LGC",
            "\"numeroEditeur\": \"00001\"",
            "\"numeroEditeur\": 00001",
        ),
        &["J007 E 10:24 `00001`"],
    );
}

#[test]
fn comments() {
    check(
        mistaken(
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", // création",
        ),
        &[
            "J016 E 8:26 `// création`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken(
            "\"typeAction\": \"C\",",
            "/* création */ \"typeAction\": \"C\",",
        ),
        &[
            "J016 E 8:7 `/* création */`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken(
            "\"typeAction\": \"C\",",
            "# création\n\"typeAction\": \"C\",",
        ),
        &[
            "J016 E 8:7 `# création`",
            "F008 E 15:27 `1075`",
            "F012 E 43:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn colon_missing_or_replaced() {
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\" \"C\""),
        &[
            "J001 E 8:19 ``",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\" = \"C\""),
        &[
            "J001 E 8:20 `=`",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn value_missing() {
    check(
        mistaken("\"typeAction\": \"C\"", "\"typeAction\": "),
        &[
            "J001 E 8:20 ``",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    check(
        mistaken("\"numLigne\": 1,", "\"numLigne\": ,"),
        &[
            "J001 E 7:18 ``",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

// Braces and brackets.

#[test]
fn closing_brace_missing_at_the_end_of_a_demande() {
    let text = several("MDV-LGC", 2).replacen(
        "\"libelleTraitement\": null\n    },\n",
        "\"libelleTraitement\": null\n    ,\n",
        1,
    );
    let at = text.rfind("1075.00").unwrap_or_default();
    check(
        format!("{}1075{}", &text[..at], &text[at + 7..]),
        &["J001 E 53:5 ``", "F008 E 62:27 `1075`"],
    );
}

#[test]
fn closing_brace_missing_at_the_end_of_a_medecin() {
    check(
        mistaken(
            "\"RPPS\": \"10001234565\"\n          }\n",
            "\"RPPS\": \"10001234565\"\n",
        ),
        &[
            "F008 E 14:27 `1075`",
            "J001 E 28:34 ``",
            "F012 E 41:32 `\"X_1\"`",
        ],
    );
}

/// A bracket that is missing, or one too many, moves what follows to another object: where it should be is not told twice.
#[test]
fn what_follows_a_misplaced_bracket_is_still_checked() {
    for (from, to) in [
        (
            "          }\n        ],\n        \"structure\"",
            "          },\n        \"structure\"",
        ),
        ("\"structure\": {}", "\"structure\": {}}"),
        ("      \"beneficiaires\": {\n", ""),
    ] {
        let report = report(mistaken(from, to));
        let codes: Vec<_> = report.files[0]
            .diagnostics
            .iter()
            .map(|finding| finding.code.as_str())
            .collect();
        assert!(
            codes.contains(&"F008") && codes.contains(&"J001") && codes.contains(&"F012"),
            "{codes:?}"
        );
    }
}

#[test]
fn opening_brace_missing() {
    check(
        mistaken(
            "        {\n          \"nomFichier\"",
            "        \"nomFichier\"",
        ),
        &[
            "F008 E 14:27 `1075`",
            "J001 E 34:9 ``",
            "F012 E 41:32 `\"X_1\"`",
        ],
    );
}

// Several mistakes.

#[test]
fn one_of_each_in_one_file() {
    let text = changed(
        "MDV-LGC",
        &[
            ("\"impId\": null,", "\"impId\": null"),
            ("\"typeAction\": \"C\"", "\"typeAction\": 'C'"),
            ("1075.00", "1 075,00 €"),
            ("\"isMandataire\": false", "\"isMandataire\": False"),
            ("\"nomMedecin\": \"DURAND\",", "\"nomMedecin\": \"DURAND,"),
            ("\"structure\": {}", "\"structure\": {} // vide"),
            (
                "\"isPFIToMSSCitoyen\": false\n",
                "\"isPFIToMSSCitoyen\": false,\n",
            ),
        ],
    );
    check(
        text,
        &[
            "J003 E 2:16 ``",
            "J015 E 8:21 `'C'`",
            "J007 E 14:27 `1 075,00 €`",
            "J008 E 18:25 `False`",
            "J004 E 25:27 `\"DURAND`",
            "J016 E 31:25 `// vide`",
            "J002 E 49:35 `,`",
        ],
    );
}

#[test]
fn a_comma_missing_in_every_demande() {
    let text = several("MDV-LGC", 200).replace("\"typeAction\": \"C\",", "\"typeAction\": \"C\"");
    let report = report(text);
    assert_eq!(
        report.files[0].by_code,
        [(predepot::catalog::Code::J003, 200)]
    );
    assert_eq!(report.files[0].demandes.len(), 200);
}

#[test]
fn in_every_profile() {
    for profile in ["MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        let report = report(edited(
            profile,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\"",
        ));
        assert_eq!(
            report.files[0]
                .by_code
                .iter()
                .map(|(code, _)| code.as_str())
                .filter(|code| *code != "C022")
                .collect::<Vec<_>>(),
            ["J003"]
        );
        assert_eq!(report.files[0].profile.map(|found| found.id), Some(profile));
    }
}
