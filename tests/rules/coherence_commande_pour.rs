//! MDV-LGC: `commandePour` chooses between `liberal` and `structure` (C003, C004, C019, C020, C021, C023, C024, C026).

use predepot_tests::{check, edited, replaced, template};

/// A conforming file for médecins libéraux, its `liberal` or `structure` replaced.
fn liberal(liberal: &str, structure: &str) -> String {
    let text = template("MDV-LGC");
    let start = text.find("\"liberal\": [").unwrap_or_default();
    let end = text.find("\"structure\": {}").unwrap_or_default() + "\"structure\": {}".len();
    format!("{}{liberal}{structure}{}", &text[..start], &text[end..])
}

const MEDECIN: &str = "\"liberal\": [{\"nomMedecin\": \"DURAND\", \"emailMedecin\": \"a@exemple.fr\", \"telephoneMedecin\": \"01\", \"RPPS\": \"10001234565\"}], ";
const BLOC: &str = "\"structure\": {\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a@exemple.fr\", \"telephoneResponsable\": \"01\", \"FINESSGeo\": [\"750000002\"]}";

/// A conforming file for a structure, its `liberal` or `structure` replaced.
fn structure(empty: &str, bloc: &str) -> String {
    let text = liberal(empty, bloc);
    let text = replaced(&text, "\"LIBERAL\"", "\"STRUCTURE\"");
    replaced(
        &text,
        "\"isClientUnique\": true",
        "\"isClientUnique\": false",
    )
}

// For médecins libéraux.

#[test]
fn liberal_is_ready() {
    check(liberal(MEDECIN, "\"structure\": {}"), &[]);
}

#[test]
fn liberal_empty() {
    check(
        liberal("\"liberal\": [], ", "\"structure\": {}"),
        &["C003 E 23:20 `[]`"],
    );
}

#[test]
fn liberal_of_another_type_or_absent() {
    check(liberal("", "\"structure\": {}"), &["S001 E 16:24 `{`"]);
    check(
        liberal("\"liberal\": null, ", "\"structure\": {}"),
        &["S003 E 23:20 `null`"],
    );
    check(
        liberal("\"liberal\": {}, ", "\"structure\": {}"),
        &["S003 E 23:20 `{}`"],
    );
    check(
        liberal("\"liberal\": [null], ", "\"structure\": {}"),
        &["S003 E 23:21 `null`"],
    );
}

#[test]
fn structure_hollow_beside_liberal() {
    for hollow in [
        "null",
        "\"\"",
        "[]",
        "{\"FINESSGeo\": []}",
        "{\"FINESSJuridique\": null, \"nomResponsable\": \"\", \"FINESSGeo\": [null, \"\"]}",
        "{\"x\": {\"y\": {}}}",
    ] {
        let found = predepot_tests::report(liberal(MEDECIN, &format!("\"structure\": {hollow}")));
        let document = &found.files[0];
        assert_eq!(
            predepot_tests::findings(document),
            [format!("C019 A 23:142 `{hollow}`")]
        );
    }
}

#[test]
fn structure_absent_beside_liberal() {
    check(
        liberal(MEDECIN.trim_end_matches(", "), ""),
        &["C019 A 16:24 `{`"],
    );
}

#[test]
fn structure_filled_beside_liberal() {
    check(
        liberal(MEDECIN, BLOC),
        &[
            "C019 E 23:142 `{\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a@exemple.fr\", \"telephoneResponsable\": \"01\", \"FINESSGeo\": [\"750000002\"]}`",
        ],
    );
    check(
        liberal(MEDECIN, "\"structure\": {\"nomResponsable\": \"durand\"}"),
        &["C019 E 23:142 `{\"nomResponsable\": \"durand\"}`"],
    );
    check(
        liberal(MEDECIN, "\"structure\": {\"x\": false}"),
        &["C019 E 23:142 `{\"x\": false}`"],
    );
    check(
        liberal(MEDECIN, "\"structure\": \"non\""),
        &["C019 E 23:142 `\"non\"`"],
    );
}

#[test]
fn one_rpps_twice() {
    let medecin = "{\"nomMedecin\": \"DURAND\", \"emailMedecin\": \"a@exemple.fr\", \"telephoneMedecin\": \"01\", \"RPPS\": \"10001234565\"}";
    let text = replaced(
        &liberal(
            &format!("\"liberal\": [{medecin}, {medecin}, {medecin}], "),
            "\"structure\": {}",
        ),
        "\"isClientUnique\": true",
        "\"isClientUnique\": false",
    );
    check(
        &text,
        &[
            "C021 A 23:219 `\"10001234565\"`",
            "C021 A 23:326 `\"10001234565\"`",
        ],
    );
    let report = predepot_tests::report(&text);
    let document = &report.files[0];
    for finding in &document.diagnostics {
        assert_eq!(
            document.lines().place(finding.related[0].span.start).column,
            112
        );
    }
}

#[test]
fn one_rpps_in_two_demandes_is_fine() {
    check(predepot_tests::several("MDV-LGC", 2), &[]);
}

#[test]
fn a_broken_rpps_is_not_compared() {
    let medecin = "{\"nomMedecin\": \"DURAND\", \"emailMedecin\": \"a@exemple.fr\", \"telephoneMedecin\": \"01\", \"RPPS\": \"1000123456\"}";
    let text = replaced(
        &liberal(
            &format!("\"liberal\": [{medecin}, {medecin}], "),
            "\"structure\": {}",
        ),
        "\"isClientUnique\": true",
        "\"isClientUnique\": false",
    );
    check(
        &text,
        &[
            "F001 E 23:112 `\"1000123456\"`",
            "F001 E 23:218 `\"1000123456\"`",
        ],
    );
}

// Contacts of the médecins.

fn contacts(mandataire: &str, contacts: &str) -> String {
    let text = liberal(
        &format!(
            "\"liberal\": [{{\"nomMedecin\": \"DURAND\", {contacts}\"RPPS\": \"10001234565\"}}], "
        ),
        "\"structure\": {}",
    );
    replaced(
        &text,
        "\"isMandataire\": false",
        &format!("\"isMandataire\": {mandataire}"),
    )
}

#[test]
fn null_contacts_without_a_mandataire() {
    check(
        contacts(
            "false",
            "\"emailMedecin\": null, \"telephoneMedecin\": null, ",
        ),
        &["C020 E 23:62 `null`", "C020 E 23:88 `null`"],
    );
}

#[test]
fn absent_contacts_without_a_mandataire() {
    check(
        contacts("false", ""),
        &["S001 E 23:21 `{`", "S001 E 23:21 `{`"],
    );
}

#[test]
fn contacts_are_optional_with_a_mandataire() {
    check(
        contacts(
            "true",
            "\"emailMedecin\": null, \"telephoneMedecin\": null, ",
        ),
        &[],
    );
    check(contacts("true", ""), &[]);
}

#[test]
fn contacts_given_are_checked_even_with_a_mandataire() {
    check(
        contacts(
            "true",
            "\"emailMedecin\": \"durand\", \"telephoneMedecin\": \"\", ",
        ),
        &["F009 A 23:62 `\"durand\"`", "F016 A 23:92 `\"\"`"],
    );
    check(
        contacts("true", "\"emailMedecin\": \"null\", "),
        &["S003 E 23:62 `\"null\"`"],
    );
    check(
        contacts(
            "false",
            "\"emailMedecin\": \"null\", \"telephoneMedecin\": \"\", ",
        ),
        &["F016 E 23:62 `\"null\"`", "F016 E 23:90 `\"\"`"],
    );
}

#[test]
fn contacts_stay_silent_beside_a_broken_flag() {
    check(
        contacts("\"oui\"", "\"emailMedecin\": null, "),
        &["S003 E 18:25 `\"oui\"`"],
    );
}

// For a structure.

#[test]
fn structure_is_ready() {
    check(structure("\"liberal\": [], ", BLOC), &[]);
}

#[test]
fn structure_flags_are_absent_null_or_false() {
    let text = structure("\"liberal\": [], ", BLOC);
    let flags = "\"isMandataire\": false,\n        \"isClientUnique\": false,\n        ";
    for other in [
        "",
        "\"isMandataire\": null, \"isClientUnique\": null, ",
        "\"isMandataire\": false, ",
    ] {
        check(replaced(&text, flags, other), &[]);
    }
}

#[test]
fn structure_with_a_flag_true() {
    let text = structure("\"liberal\": [], ", BLOC);
    let text = replaced(&text, "\"isMandataire\": false", "\"isMandataire\": true");
    check(
        replaced(
            &text,
            "\"isClientUnique\": false",
            "\"isClientUnique\": true",
        ),
        &["C024 E 18:25 `true`", "C024 E 19:27 `true`"],
    );
}

#[test]
fn structure_with_a_quoted_flag() {
    let text = structure("\"liberal\": [], ", BLOC);
    check(
        replaced(
            &text,
            "\"isMandataire\": false",
            "\"isMandataire\": \"false\"",
        ),
        &["S003 E 18:25 `\"false\"`"],
    );
    check(
        replaced(
            &text,
            "\"isMandataire\": false",
            "\"isMandataire\": \"null\"",
        ),
        &["S003 E 18:25 `\"null\"`"],
    );
}

#[test]
fn structure_mandataire_texts_are_absent_or_null() {
    let text = structure("\"liberal\": [], ", BLOC);
    check(
        replaced(&text, "        \"nomMandataire\": null,\n", ""),
        &[],
    );
    check(
        replaced(
            &text,
            "\"nomMandataire\": null",
            "\"nomMandataire\": \"DURAND\"",
        ),
        &["C002 E 20:26 `\"DURAND\"`"],
    );
}

#[test]
fn structure_empty_null_or_absent() {
    check(
        structure("\"liberal\": [], ", "\"structure\": {}"),
        &["C004 E 23:37 `{}`"],
    );
    check(
        structure("\"liberal\": [], ", "\"structure\": null"),
        &["C004 E 23:37 `null`"],
    );
    check(structure("\"liberal\": []", ""), &["C004 E 16:24 `{`"]);
}

#[test]
fn structure_of_another_type() {
    check(
        structure("\"liberal\": [], ", "\"structure\": []"),
        &["S003 E 23:37 `[]`"],
    );
}

#[test]
fn structure_of_null_values_says_each() {
    check(
        structure(
            "\"liberal\": [], ",
            "\"structure\": {\"FINESSJuridique\": null, \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a@exemple.fr\", \"telephoneResponsable\": null, \"FINESSGeo\": [\"750000002\"]}",
        ),
        &["S003 E 23:57 `null`", "S003 E 23:151 `null`"],
    );
}

#[test]
fn structure_list_is_damaged_in_the_document() {
    let list = |list: &str| structure("\"liberal\": [], ", &BLOC.replace("[\"750000002\"]", list));
    check(list("[]"), &["S004 A 23:177 `[]`"]);
    check(list("\"750000002\""), &["S003 A 23:177 `\"750000002\"`"]);
    check(
        list("[\"750000002\", \"750000010\", \"750000002\"]"),
        &["C014 A 23:204 `\"750000002\"`"],
    );
    check(list("[\"750000001\"]"), &[]);
}

#[test]
fn liberal_hollow_beside_structure() {
    for hollow in [
        "null",
        "[null]",
        "[{}]",
        "[{\"nomMedecin\": null, \"RPPS\": \"\"}]",
        "{}",
        "\"\"",
    ] {
        let found = predepot_tests::report(structure(&format!("\"liberal\": {hollow}, "), BLOC));
        assert_eq!(
            predepot_tests::findings(&found.files[0]),
            [format!("C023 A 23:20 `{hollow}`")]
        );
    }
}

#[test]
fn liberal_filled_beside_structure() {
    check(
        structure(MEDECIN, BLOC),
        &[
            "C023 E 23:20 `[{\"nomMedecin\": \"DURAND\", \"emailMedecin\": \"a@exemple.fr\", \"telephoneMedecin\": \"01\", \"RPPS\": \"10001234565\"}]`",
        ],
    );
    check(
        structure("\"liberal\": [{\"nomMedecin\": \"durand\"}], ", BLOC),
        &["C023 E 23:20 `[{\"nomMedecin\": \"durand\"}]`"],
    );
}

#[test]
fn liberal_absent_beside_structure() {
    check(structure("", BLOC), &["S001 E 16:24 `{`"]);
}

// Both contradict commandePour.

#[test]
fn liberal_said_structure_filled() {
    for empty in [
        "\"liberal\": [], ",
        "\"liberal\": null, ",
        "",
        "\"liberal\": [{\"nomMedecin\": null}], ",
    ] {
        let found = predepot_tests::report(liberal(empty, BLOC));
        assert_eq!(
            predepot_tests::findings(&found.files[0]),
            ["C026 E 17:25 `\"LIBERAL\"`"]
        );
    }
}

#[test]
fn structure_said_liberal_filled() {
    for empty in [
        "\"structure\": {}",
        "\"structure\": null",
        "\"structure\": {\"FINESSGeo\": []}",
    ] {
        let found = predepot_tests::report(structure(MEDECIN, empty));
        assert_eq!(
            predepot_tests::findings(&found.files[0]),
            ["C026 E 17:25 `\"STRUCTURE\"`"]
        );
    }
}

#[test]
fn contradiction_is_said_alone() {
    // Flags, mandataire and contacts are those of the other nature of client.
    let text = structure(
        "\"liberal\": [{\"nomMedecin\": \"DURAND\", \"emailMedecin\": null, \"RPPS\": \"10001234565\"}], ",
        "\"structure\": {}",
    );
    let text = replaced(
        &text,
        "\"nomMandataire\": null",
        "\"nomMandataire\": \"DURAND\"",
    );
    check(
        replaced(&text, "\"isMandataire\": false", "\"isMandataire\": true"),
        &["C026 E 17:25 `\"STRUCTURE\"`"],
    );
    check(&text, &["C026 E 17:25 `\"STRUCTURE\"`"]);
}

#[test]
fn contradiction_leaves_the_formats_of_the_filled_block() {
    check(
        liberal(
            "\"liberal\": [], ",
            &BLOC.replace("\"DURAND\"", "\"Durand\""),
        ),
        &["C026 E 17:25 `\"LIBERAL\"`", "F006 E 23:88 `\"Durand\"`"],
    );
    check(
        structure(
            &MEDECIN.replace("\"DURAND\"", "\"Durand\""),
            "\"structure\": {}",
        ),
        &["C026 E 17:25 `\"STRUCTURE\"`", "F006 E 23:36 `\"Durand\"`"],
    );
}

#[test]
fn both_hollow_is_no_contradiction() {
    check(
        liberal("\"liberal\": [], ", "\"structure\": null"),
        &["C003 E 23:20 `[]`", "C019 A 23:37 `null`"],
    );
    check(
        structure("\"liberal\": null, ", "\"structure\": {}"),
        &["C023 A 23:20 `null`", "C004 E 23:39 `{}`"],
    );
}

#[test]
fn broken_commande_pour_keeps_the_others_silent() {
    let text = liberal(MEDECIN, BLOC);
    check(
        replaced(&text, "\"LIBERAL\"", "\"liberal\""),
        &["F003 E 17:25 `\"liberal\"`"],
    );
    check(
        replaced(&text, "\"LIBERAL\"", "null"),
        &["S003 E 17:25 `null`"],
    );
    check(
        replaced(&text, "        \"commandePour\": \"LIBERAL\",\n", ""),
        &["S001 E 16:24 `{`"],
    );
    // Neither are the flag and the number of médecins compared.
    check(
        edited(
            "MDV-LGC",
            "\"commandePour\": \"LIBERAL\"",
            "\"commandePour\": \"\"",
        )
        .replace("\"isClientUnique\": true", "\"isClientUnique\": false"),
        &["F016 E 17:25 `\"\"`"],
    );
}
