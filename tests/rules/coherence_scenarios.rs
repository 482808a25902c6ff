//! Scenarios of installation: the ESMS of MS1-DUI (C012, C013, C014, C025) and the blocks of hospital software (C017).

use predepot_tests::{changed, check, edited, replaced, several, template};

const SECOND_GEO: &str = "\"FINESSGeo\": \"234567891\"";

// Every ESMS has a scenario, every scenario an ESMS.

#[test]
fn a_scenario_of_no_esms_silences_the_esms_without_scenario() {
    check(
        edited("MS1-DUI", SECOND_GEO, "\"FINESSGeo\": \"999999999\""),
        &["C012 E 63:24 `\"999999999\"`"],
    );
}

#[test]
fn every_scenario_of_no_esms_is_said() {
    check(
        changed(
            "MS1-DUI",
            &[
                (SECOND_GEO, "\"FINESSGeo\": \"999999999\""),
                (
                    "\"FINESSGeo\": \"123456789\"",
                    "\"FINESSGeo\": \"888888888\"",
                ),
            ],
        ),
        &[
            "C012 E 54:24 `\"888888888\"`",
            "C012 E 63:24 `\"999999999\"`",
        ],
    );
}

#[test]
fn an_esms_without_scenario() {
    check(
        edited(
            "MS1-DUI",
            "\"234567891\"\n            ]",
            "\"234567891\",\n              \"345678912\"\n            ]",
        ),
        &["C013 E 41:15 `\"345678912\"`"],
    );
}

#[test]
fn c012_silences_c013_in_its_demande_alone() {
    let two = several("MS1-DUI", 2);
    let at = two.find(SECOND_GEO).unwrap_or_default();
    let text = format!(
        "{}{}",
        &two[..at],
        two[at..].replacen("234567891", "999999999", 1)
    );
    let at = text
        .rfind("\"234567891\"\n            ]")
        .unwrap_or_default();
    let text = format!(
        "{}{}",
        &text[..at],
        text[at..].replacen("\"234567891\"", "\"234567891\", \"345678912\"", 1)
    );
    check(
        text,
        &[
            "C012 E 63:24 `\"999999999\"`",
            "C013 E 109:28 `\"345678912\"`",
        ],
    );
}

#[test]
fn no_scenario_at_all_is_only_s004() {
    let text = template("MS1-DUI");
    let start = text.find("\"scenarioInstallation\": [").unwrap_or_default()
        + "\"scenarioInstallation\": ".len();
    let end = text
        .find("],\n      \"codeTraitement\"")
        .unwrap_or_default();
    check(
        format!("{}[{}", &text[..start], &text[end..]),
        &["S004 E 52:31 `[]`"],
    );
}

#[test]
fn silent_beside_a_broken_finess() {
    check(
        edited("MS1-DUI", SECOND_GEO, "\"FINESSGeo\": \"99999999\""),
        &["F001 E 63:24 `\"99999999\"`"],
    );
    check(
        edited("MS1-DUI", SECOND_GEO, "\"FINESSGeo\": null"),
        &["S003 E 63:24 `null`"],
    );
    check(
        edited(
            "MS1-DUI",
            "              \"234567891\"\n",
            "              \"23456789\"\n",
        ),
        &["F001 E 40:15 `\"23456789\"`"],
    );
    check(
        edited(
            "MS1-DUI",
            "[\n              \"123456789\",\n              \"234567891\"\n            ]",
            "[]",
        ),
        &["S004 E 38:27 `[]`"],
    );
    check(
        edited(
            "MS1-DUI",
            "[\n              \"123456789\",\n              \"234567891\"\n            ]",
            "\"123456789\"",
        ),
        &["S003 E 38:27 `\"123456789\"`"],
    );
}

#[test]
fn esms_of_several_organismes() {
    let organisme = "          {\n            \"FINESSJuridique\": \"345678912\",\n            \"demandeCertificatServeur\": false, \"nomResponsableOG\": \"MARTIN\", \"emailResponsableOG\": \"b@exemple.fr\", \"telephoneResponsableOG\": \"+331\", \"FINESSGeos\": [\"234567891\"]},\n";
    let text = changed(
        "MS1-DUI",
        &[
            (
                "              \"123456789\",\n              \"234567891\"\n",
                "              \"123456789\"\n",
            ),
            (
                "\"etablissementsClients\": [\n",
                &format!("\"etablissementsClients\": [\n{organisme}"),
            ),
        ],
    );
    check(&text, &[]);
    check(
        replaced(
            &text,
            "              \"123456789\"\n",
            "              \"123456789\", \"234567891\"\n",
        ),
        &["C014 A 42:28 `\"234567891\"`"],
    );
}

#[test]
fn c012_also_where_the_certificate_stands_above_the_organismes() {
    let text = changed(
        "MS1-DUI",
        &[
            ("            \"demandeCertificatServeur\": false,\n", ""),
            (
                "        \"isMandataire\": false,\n",
                "        \"demandeCertificatServeur\": false,\n        \"isMandataire\": false,\n",
            ),
            (SECOND_GEO, "\"FINESSGeo\": \"999999999\""),
        ],
    );
    check(text, &["S010 A 1:1 ``", "C012 E 63:24 `\"999999999\"`"]);
}

// The same twice.

#[test]
fn a_finess_twice_in_a_list() {
    check(
        edited(
            "MS1-DUI",
            "              \"234567891\"\n",
            "              \"234567891\", \"123456789\", \"123456789\"\n",
        ),
        &[
            "C014 A 40:28 `\"123456789\"`",
            "C014 A 40:41 `\"123456789\"`",
        ],
    );
}

#[test]
fn a_finess_twice_and_without_scenario_is_said_once() {
    check(
        edited(
            "MS1-DUI",
            "              \"234567891\"\n",
            "              \"234567891\", \"345678912\", \"345678912\"\n",
        ),
        &[
            "C013 E 40:28 `\"345678912\"`",
            "C014 A 40:41 `\"345678912\"`",
        ],
    );
}

#[test]
fn a_scenario_twice_for_one_profile() {
    check(
        changed(
            "MS1-DUI",
            &[
                ("\"PH\"", "\"PA\""),
                (SECOND_GEO, "\"FINESSGeo\": \"123456789\""),
                (
                    "              \"123456789\",\n              \"234567891\"\n",
                    "              \"123456789\"\n",
                ),
            ],
        ),
        &["C014 A 62:24 `\"123456789\"`"],
    );
}

#[test]
fn several_profiles_for_one_esms() {
    check(
        changed(
            "MS1-DUI",
            &[
                (SECOND_GEO, "\"FINESSGeo\": \"123456789\""),
                (
                    "              \"123456789\",\n              \"234567891\"\n",
                    "              \"123456789\"\n",
                ),
            ],
        ),
        &[],
    );
}

#[test]
fn a_finess_juridique_or_pmsi_may_stand_several_times() {
    check(several("MS1-DUI", 2), &[]);
    check(
        edited(
            "MS1-DUI",
            "\"FINESSJuridique\": \"345678912\"",
            "\"FINESSJuridique\": \"123456789\"",
        ),
        &[],
    );
    check(
        edited(
            "HOP-DPI",
            "\"FINESSPMSI\": \"750000003\"\n          }",
            "\"FINESSPMSI\": \"750000003\"\n          }, {\"nomClient\": \"A\", \"emailClient\": \"b@exemple.fr\", \"telephoneClient\": \"01\", \"FINESSPMSI\": \"750000003\"}",
        ),
        &[],
    );
}

// isRefSoins answers only for a « maître d'identité ».

/// The two answers of the second scenario.
fn second(maitre: &str, soins: &str) -> String {
    let text = template("MS1-DUI");
    let at = text.find(SECOND_GEO).unwrap_or_default();
    let end = text[at..]
        .replacen(
            "\"isMaitreId\": true",
            &format!("\"isMaitreId\": {maitre}"),
            1,
        )
        .replacen(
            "\"isRefSoins\": false",
            &format!("\"isRefSoins\": {soins}"),
            1,
        );
    format!("{}{end}", &text[..at])
}

#[test]
fn ref_soins_without_maitre() {
    check(second("false", "null"), &[]);
    check(second("false", "true"), &["C025 A 69:25 `true`"]);
    check(second("false", "false"), &["C025 A 69:25 `false`"]);
    check(second("false", "\"null\""), &["S003 E 69:25 `\"null\"`"]);
    check(second("false", "\"false\""), &["S003 E 69:25 `\"false\"`"]);
}

#[test]
fn ref_soins_of_a_maitre() {
    check(second("true", "true"), &[]);
    check(second("true", "null"), &["S003 E 69:25 `null`"]);
}

#[test]
fn ref_soins_beside_a_broken_answer() {
    check(second("\"true\"", "null"), &["S003 E 65:25 `\"true\"`"]);
    check(second("null", "true"), &["S003 E 65:25 `null`"]);
}

// The other software's block.

fn pfi(value: &str) -> String {
    edited(
        "HOP-DPI",
        "\"isEnvoiDMP\": false",
        &format!("\"isEnvoiDMP\": {value}"),
    )
}

#[test]
fn dpi_leaves_the_pfi_block_false_or_null() {
    check(pfi("null"), &[]);
    check(pfi("true"), &["C017 E 54:25 `true`"]);
    check(pfi("\"oui\""), &["C017 E 54:25 `\"oui\"`"]);
    check(pfi("0"), &["C017 E 54:25 `0`"]);
    check(pfi("{}"), &["C017 E 54:25 `{}`"]);
    check(pfi("\"\""), &["C017 E 54:25 `\"\"`"]);
    check(pfi("\"null\""), &["S003 E 54:25 `\"null\"`"]);
    check(pfi("\"false\""), &["S003 E 54:25 `\"false\"`"]);
    check(
        edited(
            "HOP-DPI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": false",
        ),
        &[],
    );
    check(
        edited(
            "HOP-DPI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": \"MAI_15\"",
        ),
        &["C017 E 53:34 `\"MAI_15\"`"],
    );
}

#[test]
fn dpi_wants_the_keys_of_the_pfi_block() {
    check(
        edited("HOP-DPI", "          \"isEnvoiDMP\": false,\n", ""),
        &["S001 E 50:16 `{`"],
    );
}

#[test]
fn pfi_and_ri_only_warn() {
    check(
        edited(
            "HOP-PFI",
            "\"isProSanteConnectNeeded\": false",
            "\"isProSanteConnectNeeded\": true",
        ),
        &["C017 A 48:38 `true`"],
    );
    check(
        edited(
            "HOP-PFI",
            "\"isEnvoiDMP\": true",
            "\"isEnvoiDMP\": \"true\"",
        ),
        &["S003 A 54:25 `\"true\"`"],
    );
    check(
        edited("HOP-PFI", "\"isEnvoiDMP\": true", "\"isEnvoiDMP\": false"),
        &[],
    );
    check(
        edited("HOP-RI", "\"isEnvoiDMP\": false", "\"isEnvoiDMP\": true"),
        &["C017 A 54:25 `true`"],
    );
    check(
        edited(
            "HOP-RI",
            "\"isProSanteConnectNeeded\": false",
            "\"isProSanteConnectNeeded\": true",
        ),
        &["C017 A 48:38 `true`"],
    );
}

/// The file with its block `key` written as `value`.
fn block(profile: &str, key: &str, value: &str) -> String {
    let text = template(profile);
    let start = text.find(&format!("\"{key}\": {{")).unwrap_or_default();
    let end = start + text[start..].find('}').unwrap_or_default() + 1;
    format!("{}\"{key}\": {value}{}", &text[..start], &text[end..])
}

#[test]
fn the_other_block_of_derived_profiles_may_be_hollow() {
    for hollow in ["null", "{}", "{\"isProSanteConnectNeeded\": null}"] {
        check(block("HOP-PFI", "DPI", hollow), &[]);
        check(block("HOP-RI", "DPI", hollow), &[]);
    }
    for hollow in ["null", "{}", "{\"isEnvoiDMP\": false}"] {
        check(block("HOP-RI", "PFI", hollow), &[]);
    }
    check(
        block("HOP-PFI", "DPI", "null").replace("\"DPI\": null,", ""),
        &[],
    );
}
