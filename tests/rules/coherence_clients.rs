//! C005: `isClientUnique` against the number of beneficiaries. It silences C001 and C002, whose condition it doubts.

use predepot_tests::{changed, check, edited};

const SECOND_MEDECIN: (&str, &str) = (
    "\"RPPS\": \"10001234565\"\n          }",
    "\"RPPS\": \"10001234565\"\n          },\n          {\"nomMedecin\": \"MARTIN\", \"emailMedecin\": \"b@exemple.fr\", \"telephoneMedecin\": \"01\", \"RPPS\": \"10001234573\"}",
);
const PLUSIEURS: (&str, &str) = ("\"isClientUnique\": true", "\"isClientUnique\": false");
const MANDATAIRE: (&str, &str) = ("\"isMandataire\": false", "\"isMandataire\": true");
const NOM: (&str, &str) = ("\"nomMandataire\": null", "\"nomMandataire\": \"DURAND\"");

fn second_client(finess: &str) -> (&'static str, String) {
    (
        "\"FINESSPMSI\": \"750000003\"\n          }",
        format!(
            "\"FINESSPMSI\": \"750000003\"\n          }},\n          {{\"nomClient\": \"MARTIN\", \"emailClient\": \"b@exemple.fr\", \"telephoneClient\": \"01\", \"FINESSPMSI\": {finess}}}"
        ),
    )
}

fn hop(profile: &str, flag: &str, finess: &str) -> String {
    let (from, to) = second_client(finess);
    changed(
        profile,
        &[
            (from, &to),
            (
                "\"isClientUnique\": true",
                &format!("\"isClientUnique\": {flag}"),
            ),
        ],
    )
}

#[test]
fn mdv_unique_with_two_medecins() {
    check(
        changed("MDV-LGC", &[SECOND_MEDECIN]),
        &["C005 E 19:27 `true`"],
    );
}

#[test]
fn mdv_several_with_one_medecin() {
    check(changed("MDV-LGC", &[PLUSIEURS]), &["C005 E 19:27 `false`"]);
}

#[test]
fn mdv_two_medecins_of_one_rpps_still_count_as_two() {
    check(
        changed(
            "MDV-LGC",
            &[PLUSIEURS, SECOND_MEDECIN, ("10001234573", "10001234565")],
        ),
        &["C021 A 30:102 `\"10001234565\"`"],
    );
}

#[test]
fn mdv_no_medecin_is_only_c003() {
    let template = predepot_tests::template("MDV-LGC");
    let start = template
        .find("[\n          {\n            \"nomMedecin\"")
        .unwrap_or_default();
    let end = start + template[start..].find(']').unwrap_or_default() + 1;
    for flag in ["true", "false"] {
        let text = format!("{}[]{}", &template[..start], &template[end..]).replace(
            "\"isClientUnique\": true",
            &format!("\"isClientUnique\": {flag}"),
        );
        check(text, &["C003 E 23:20 `[]`"]);
    }
}

#[test]
fn hop_unique_with_two_finess() {
    for profile in ["HOP-DPI", "HOP-PFI", "HOP-RI"] {
        check(
            hop(profile, "true", "\"750000011\""),
            &["C005 E 18:27 `true`"],
        );
    }
}

#[test]
fn hop_several_with_one_finess_written_twice() {
    for profile in ["HOP-DPI", "HOP-PFI", "HOP-RI"] {
        check(
            hop(profile, "false", "\"750000003\""),
            &["C005 E 18:27 `false`"],
        );
    }
}

#[test]
fn hop_several_clients_may_share_one_finess() {
    check(hop("HOP-DPI", "true", "\"750000003\""), &[]);
    check(hop("HOP-DPI", "false", "\"750000011\""), &[]);
}

#[test]
fn hop_several_with_one_client() {
    check(
        edited("HOP-DPI", PLUSIEURS.0, PLUSIEURS.1),
        &["C005 E 18:27 `false`"],
    );
}

#[test]
fn hop_silent_when_a_finess_is_broken() {
    check(
        hop("HOP-DPI", "true", "\"75000001\""),
        &["F001 E 29:105 `\"75000001\"`"],
    );
    check(hop("HOP-DPI", "true", "null"), &["S003 E 29:105 `null`"]);
}

#[test]
fn silent_when_the_flag_or_the_list_is_broken() {
    check(
        changed(
            "MDV-LGC",
            &[
                SECOND_MEDECIN,
                ("\"isClientUnique\": true", "\"isClientUnique\": \"true\""),
            ],
        ),
        &["S003 E 19:27 `\"true\"`"],
    );
    check(
        changed(
            "MDV-LGC",
            &[SECOND_MEDECIN, ("\"isClientUnique\": true,\n", "")],
        ),
        &["S001 E 16:24 `{`"],
    );
    check(
        changed(
            "MDV-LGC",
            &[(
                "\"RPPS\": \"10001234565\"\n          }",
                "\"RPPS\": \"10001234565\"\n          }, null",
            )],
        ),
        &["S003 E 29:14 `null`"],
    );
}

#[test]
fn ms1_has_no_flag() {
    check(
        edited(
            "MS1-DUI",
            "\"isMandataire\": false,",
            "\"isMandataire\": false, \"isClientUnique\": false,",
        ),
        &["S002 A 17:32 `\"isClientUnique\"`"],
    );
}

#[test]
fn silences_c001() {
    check(
        changed("MDV-LGC", &[PLUSIEURS, MANDATAIRE]),
        &["C005 E 19:27 `false`"],
    );
    check(
        changed("HOP-DPI", &[PLUSIEURS, MANDATAIRE]),
        &["C005 E 18:27 `false`"],
    );
}

#[test]
fn silences_c002() {
    check(
        changed("MDV-LGC", &[SECOND_MEDECIN, MANDATAIRE, NOM]),
        &["C005 E 19:27 `true`"],
    );
    let (from, to) = second_client("\"750000011\"");
    check(
        changed("HOP-DPI", &[(from, &to), MANDATAIRE, NOM]),
        &["C005 E 18:27 `true`"],
    );
}

#[test]
fn silences_them_in_its_demande_alone() {
    let two = predepot_tests::several("MDV-LGC", 2);
    let at = two.find("\"isClientUnique\": true").unwrap_or_default();
    let first = format!("{}{}", &two[..at], two[at..].replacen("true", "false", 1));
    check(
        first.replace("\"nomMandataire\": null", "\"nomMandataire\": \"DURAND\""),
        &["C005 E 19:27 `false`", "C002 E 68:26 `\"DURAND\"`"],
    );
}

#[test]
fn the_beneficiaries_are_a_related_place() {
    let report = predepot_tests::report(changed("MDV-LGC", &[PLUSIEURS]));
    let document = &report.files[0];
    let related = &document.diagnostics[0].related[0];
    let place = document.lines().place(related.span.start);
    assert_eq!(
        (related.file.as_deref(), place.line, place.column),
        (None, 23, 20)
    );
}
