//! S004 (an array is empty) and S005 (more than 200 demandes).

use predepot_tests::{check, edited, findings, replaced, report, several, template};

#[test]
fn s004_lignes_import() {
    check(
        "{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\": [ ]}",
        &["S004 E 1:87 `[ ]`"],
    );
}

#[test]
fn s004_etablissements_clients() {
    check(
        emptied("HOP-DPI", "etablissementsClients"),
        &["S004 E 22:34 `[]`"],
    );
    check(
        emptied("MS1-DUI", "etablissementsClients"),
        &["S004 E 21:34 `[]`"],
    );
}

#[test]
fn s004_finess_geos() {
    check(emptied("MS1-DUI", "FINESSGeos"), &["S004 E 38:27 `[]`"]);
}

#[test]
fn s004_scenarios_without_c013() {
    check(
        emptied("MS1-DUI", "scenarioInstallation"),
        &["S004 E 52:31 `[]`"],
    );
}

#[test]
fn s004_the_finess_of_a_structure_is_a_warning() {
    check(
        edited(
            "MDV-LGC",
            "\"commandePour\": \"LIBERAL\",\n        \"isMandataire\": false,\n        \"isClientUnique\": true,",
            "\"commandePour\": \"STRUCTURE\",",
        )
        .replace(&liberal(), "\"liberal\": []")
        .replace(
            "\"structure\": {}",
            "\"structure\": {\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a.durand@exemple.fr\", \"telephoneResponsable\": \"01\",\n\"FINESSGeo\": []}",
        ),
        &["S004 A 23:14 `[]`"],
    );
}

#[test]
fn s004_pieces_are_said_by_c008() {
    check(
        emptied("MDV-LGC", "piecesJustificatives"),
        &["C008 E 33:31 `[]`"],
    );
}

#[test]
fn s005_two_hundred_pass() {
    check(several("MDV-LGC", 200), &[]);
}

#[test]
fn s005_two_hundred_and_one_without_f014() {
    let report = report(several("MDV-LGC", 201));
    let found = findings(&report.files[0]);
    assert_eq!(found, ["S005 E 5:19 `[…`"]);
}

#[test]
fn s005_the_two_hundred_and_first_is_checked_otherwise() {
    let text = several("MDV-LGC", 201);
    let (before, last) = text
        .rsplit_once("\"regimeTVA\": \"TTC\"")
        .unwrap_or_default();
    check(
        format!("{before}\"regimeTVA\": \"ttc\"{last}"),
        &["S005 E 5:19 `[…`", "F003 E 9613:22 `\"ttc\"`"],
    );
}

#[test]
fn s003_a_text_as_number_beyond_two_hundred() {
    let text = several("MDV-LGC", 201);
    check(
        replaced(&text, "\"numLigne\": 201", "\"numLigne\": \"201\""),
        &["S005 E 5:19 `[…`", "S003 E 9607:19 `\"201\"`"],
    );
}

#[test]
fn f014_201_in_the_two_hundred_is_said() {
    let text = several("MDV-LGC", 200);
    check(
        replaced(&text, "\"numLigne\": 200", "\"numLigne\": 201"),
        &["F014 E 9559:19 `201`"],
    );
}

fn liberal() -> String {
    let text = template("MDV-LGC");
    let start = text.find("\"liberal\"").unwrap_or_default();
    let end = text.find(",\n        \"structure\"").unwrap_or_default();
    text[start..end].to_owned()
}

/// The conforming file with an empty array.
fn emptied(profile: &str, key: &str) -> String {
    let text = template(profile);
    let start = text.find(&format!("\"{key}\": [")).unwrap_or_default() + key.len() + 5;
    let mut depth = 1_i32;
    let length = text[start..]
        .bytes()
        .position(|b| {
            depth += i32::from(b == b'[') - i32::from(b == b']');
            depth == 0
        })
        .unwrap_or_default();
    format!("{}{}", &text[..start], &text[start + length..])
}
