//! J014: a key written twice in one object, wherever the object is.

use predepot_tests::{check, edited, replaced, report, template};

#[test]
fn j014_in_the_header_the_last_value_counts() {
    check(
        edited(
            "MDV-LGC",
            "\"numeroAns\": \"1234567890\",",
            "\"numeroAns\": \"1234567890\", \"numeroAns\": \"12345\",",
        ),
        &["J014 E 3:30 `\"numeroAns\"`", "F001 E 3:43 `\"12345\"`"],
    );
}

#[test]
fn j014_the_first_value_is_not_checked() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"X\", \"typeAction\": \"C\",",
        ),
        &["J014 E 8:26 `\"typeAction\"`"],
    );
}

#[test]
fn j014_the_first_is_a_related_place() {
    let report = report(edited(
        "MDV-LGC",
        "\"typeAction\": \"C\",",
        "\"typeAction\": \"C\", \"typeAction\": \"C\",",
    ));
    let file = &report.files[0];
    let finding = &file.diagnostics[0];
    let place = file.lines().place(finding.related[0].span.start);
    assert_eq!((place.line, place.column), (8, 7));
    assert_eq!(finding.related[0].file, None);
}

#[test]
fn j014_three_times_is_said_twice() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"typeAction\": \"C\", \"typeAction\": \"C\",",
        ),
        &[
            "J014 E 8:26 `\"typeAction\"`",
            "J014 E 8:45 `\"typeAction\"`",
        ],
    );
}

#[test]
fn j014_an_escape_writes_the_same_key() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"type\\u0041ction\": \"C\",",
        ),
        &["J014 E 8:26 `\"type\\u0041ction\"`"],
    );
}

#[test]
fn j014_among_unknown_keys() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"commentaire\": 1, \"commentaire\": 2,",
        ),
        &[
            "S002 A 8:26 `\"commentaire\"`",
            "J014 E 8:44 `\"commentaire\"`",
            "S002 A 8:44 `\"commentaire\"`",
        ],
    );
}

#[test]
fn j014_inside_an_unknown_value() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"commentaire\": [{\"a\": {\"b\": 1, \"b\": 1}}],",
        ),
        &["S002 A 8:26 `\"commentaire\"`", "J014 E 8:57 `\"b\"`"],
    );
}

#[test]
fn j014_the_empty_key_twice() {
    check(
        edited(
            "MDV-LGC",
            "\"structure\": {}",
            "\"structure\": {\"\": null, \"\": null}",
        ),
        &[
            "C019 A 31:22 `{\"\": null, \"\": null}`",
            "J014 E 31:33 `\"\"`",
        ],
    );
}

#[test]
fn j014_in_the_value_that_a_duplicate_hides() {
    check(
        edited(
            "MDV-LGC",
            "\"commande\": {",
            "\"commande\": {\"a\": 1, \"a\": 1}, \"commande\": {",
        ),
        &["J014 E 11:28 `\"a\"`", "J014 E 11:37 `\"commande\"`"],
    );
}

#[test]
fn j014_when_no_profile_is_found() {
    check(
        "{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\": [{\"a\": 1, \"a\": 1}]}",
        &["S007 A 1:1 ``", "J014 E 1:97 `\"a\"`"],
    );
}

#[test]
fn j014_under_another_root() {
    check(
        "[{\"a\": 1, \"a\": 1}]",
        &["S006 E 1:1 `[{\"a\": 1, \"a\": 1}]`", "J014 E 1:11 `\"a\"`"],
    );
}

#[test]
fn j014_two_accepted_spellings() {
    check(
        edited(
            "MDV-LGC",
            "\"isDirectToDMP\": true,",
            "\"isDirectToDMP\": true, \"isDirecToDMP\": true,",
        ),
        &["J014 E 44:32 `\"isDirecToDMP\"`"],
    );
    check(
        edited("HOP-DPI", "\"PFI\": {", "\"blocDPI\": null, \"PFI\": {"),
        &["J014 E 50:9 `\"blocDPI\"`", "S003 E 50:20 `null`"],
    );
}

#[test]
fn j014_two_spellings_of_ms1_in_any_order() {
    let text = template("MS1-DUI").replacen(
        "\"isStockageId\": false",
        "\"IsStockageId\": true, \"isStockageId\": false",
        1,
    );
    check(text, &["J014 E 57:33 `\"isStockageId\"`"]);
}

#[test]
fn j014_two_spellings_among_keys_written_flat() {
    let text = replaced(
        &flat_scenario(),
        "\"isPFIpourEnvoiMSSPCitoyenIndependante\": true,",
        "\"isPFIpourEnvoiMSSPCitoyenIndependante\": true, \"isPFIpourEnvoiMSSCitoyenIndependante\": true,",
    );
    check(
        text,
        &["J014 E 47:58 `\"isPFIpourEnvoiMSSCitoyenIndependante\"`"],
    );
}

/// The ten keys of a HOP scenario outside of their blocks.
fn flat_scenario() -> String {
    let text = edited("HOP-DPI", "        \"DPI\": {\n", "\n");
    let text = replaced(&text, "        },\n        \"PFI\": {\n", ",\n\n");
    replaced(
        &text,
        "          \"isEnvoiMSSCitoyen\": false\n        }\n",
        "          \"isEnvoiMSSCitoyen\": false\n\n",
    )
}

#[test]
fn j014_the_same_key_in_two_objects_is_none() {
    check(template("MS1-DUI"), &[]);
}
