//! S001: a key is missing.

use predepot_tests::{check, edited, replaced, template, without};

#[test]
fn s001_in_the_header_at_the_opening_brace() {
    for line in [
        "  \"impId\": null,",
        "  \"numeroAns\": \"1234567890\",",
        "  \"SIRET\": \"12345678200010\",",
    ] {
        for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
            check(without(profile, line), &["S001 E 1:1 `{`"]);
        }
    }
}

#[test]
fn s001_without_lignes_import_nothing_else_is_said() {
    check(
        "{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\"}",
        &["S001 E 1:1 `{`"],
    );
}

#[test]
fn s001_one_for_each_key_of_an_empty_root() {
    check("{}", &["S001 E 1:1 `{`"; 4]);
}

#[test]
fn s001_in_a_demande_at_its_brace() {
    for line in [
        "      \"numLigne\": 1,",
        "      \"typeAction\": \"C\",",
        "      \"numeroASP\": null,",
        "      \"codeTraitement\": null,",
    ] {
        for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
            check(without(profile, line), &["S001 E 6:5 `{`"]);
        }
    }
}

#[test]
fn s001_the_number_that_names_refer_to() {
    check(
        without("MDV-LGC", "      \"numeroEditeur\": \"00001\","),
        &["S001 E 6:5 `{`"],
    );
}

#[test]
fn s001_a_missing_block_hides_its_children() {
    let text = template("MDV-LGC");
    let text = replaced(
        &text,
        "      \"commande\": {\n        \"dateCommande\": \"15/09/2022\",\n        \"regimeTVA\": \"TTC\",\n        \"montantSegurHT\": 1075.00\n      },\n",
        "",
    );
    check(text, &["S001 E 6:5 `{`"]);
}

#[test]
fn s001_in_a_block_at_its_brace() {
    check(
        without("MDV-LGC", "        \"regimeTVA\": \"TTC\","),
        &["S001 E 11:19 `{`"],
    );
}

#[test]
fn s001_one_for_each_key_of_an_empty_block() {
    check(
        edited(
            "MDV-LGC",
            "{\n        \"dateCommande\": \"15/09/2022\",\n        \"regimeTVA\": \"TTC\",\n        \"montantSegurHT\": 1075.00\n      }",
            "{}",
        ),
        &["S001 E 11:19 `{`"; 3],
    );
}

#[test]
fn s001_a_text_that_must_be_null_must_still_be_there() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        check(
            without(profile, "        \"nomMandataire\": null,"),
            &["S001 E 16:24 `{`"],
        );
    }
}

#[test]
fn s001_of_a_structure_the_mandataire_may_be_absent() {
    let text = predepot_tests::replaced(
        &template("MDV-LGC"),
        "        \"nomMandataire\": null,\n        \"emailMandataire\": null,\n        \"telephoneMandataire\": null,\n",
        "",
    );
    check(structure(&text), &[]);
}

#[test]
fn s001_in_an_element_of_an_array() {
    check(
        without("MDV-LGC", "          \"formatFichier\": \"PDF\","),
        &["S001 E 34:9 `{`"],
    );
    check(
        without(
            "HOP-DPI",
            "            \"emailClient\": \"a.dupont@exemple.fr\",",
        ),
        &["S001 E 23:11 `{`"],
    );
    check(
        without("MS1-DUI", "            \"nomResponsableOG\": \"DURAND\","),
        &["S001 E 22:11 `{`"],
    );
}

#[test]
fn s001_a_boolean_of_the_scenario() {
    check(
        without("MDV-LGC", "        \"isCentreDeSante\": false,"),
        &["S001 E 40:31 `{`"],
    );
    check(
        without(
            "HOP-DPI",
            "          \"isPFIpourEnvoiDMPIndependante\": false,",
        ),
        &["S001 E 44:16 `{`"],
    );
}

#[test]
fn s001_operateur_messagerie_may_be_absent() {
    check(
        without("MDV-LGC", "        \"operateurMessagerie\": null,"),
        &[],
    );
    check(
        without("HOP-DPI", "          \"operateurMessagerie\": null,"),
        &[],
    );
    check(
        template("MS1-DUI").replace("          \"operateurMessagerie\": null,\n", ""),
        &[],
    );
}

#[test]
fn s001_a_key_of_the_other_software_block() {
    check(
        without("HOP-DPI", "          \"isEnvoiDMP\": false,"),
        &["S001 E 50:16 `{`"],
    );
}

#[test]
fn s001_the_blocks_of_hop() {
    let dpi = "        \"DPI\": {\n          \"isPFIpourEnvoiDMPIndependante\": false,\n          \"isPFIpourEnvoiMSSProIndependante\": true,\n          \"isPFIpourEnvoiMSSPCitoyenIndependante\": true,\n          \"isProSanteConnectNeeded\": true\n        },\n";
    check(edited("HOP-DPI", dpi, ""), &["S001 E 43:31 `{`"]);
}

#[test]
fn s001_inside_the_scenario_of_a_derived_profile_is_a_warning() {
    check(
        without("HOP-PFI", "          \"isEnvoiDMP\": true,"),
        &["S001 A 50:16 `{`"],
    );
}

#[test]
fn s001_on_the_scenario_of_a_derived_profile_is_a_warning() {
    let text = template("HOP-PFI");
    let start = text
        .find("      \"scenarioInstallation\"")
        .unwrap_or_default();
    let end = text.find("      \"codeTraitement\"").unwrap_or_default();
    check(
        format!("{}{}", &text[..start], &text[end..]),
        &["S001 A 6:5 `{`"],
    );
}

#[test]
fn s001_the_other_block_of_a_derived_profile_may_be_absent() {
    let dpi = "        \"DPI\": {\n          \"isPFIpourEnvoiDMPIndependante\": false,\n          \"isPFIpourEnvoiMSSProIndependante\": false,\n          \"isPFIpourEnvoiMSSPCitoyenIndependante\": false,\n          \"isProSanteConnectNeeded\": false\n        },\n";
    check(edited("HOP-PFI", dpi, ""), &[]);
}

#[test]
fn s001_contact_of_a_medecin_without_mandataire() {
    check(
        without(
            "MDV-LGC",
            "            \"emailMedecin\": \"a.durand@exemple.fr\",",
        ),
        &["S001 E 24:11 `{`"],
    );
}

#[test]
fn s001_is_silent_when_the_key_is_elsewhere_broken() {
    check(
        edited(
            "MDV-LGC",
            "\"commandePour\": \"LIBERAL\",",
            "\"commandePour\": \"PERSONNE\",",
        ),
        &["F003 E 17:25 `\"PERSONNE\"`"],
    );
}

/// The same file for a STRUCTURE.
fn structure(text: &str) -> String {
    let text = replaced(text, "\"LIBERAL\"", "\"STRUCTURE\"");
    let text = replaced(&text, "        \"isClientUnique\": true,\n", "");
    let start = text.find("        \"liberal\"").unwrap_or_default();
    let end = text.find("\"structure\": {}").unwrap_or_default();
    format!(
        "{}        \"liberal\": [],\n        \"structure\": {{\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a.durand@exemple.fr\", \"telephoneResponsable\": \"01\", \"FINESSGeo\": [\"750000002\"]}}{}",
        &text[..start],
        &text[end + "\"structure\": {}".len()..]
    )
}
