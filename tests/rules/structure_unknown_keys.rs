//! S002: a key is unknown, misspelt, misplaced, or wraps known ones.

use predepot_tests::{check, edited, replaced, template, without};

// S002: case and near spellings

#[test]
fn s002_another_case_alone() {
    check(
        edited("MDV-LGC", "\"numeroAns\"", "\"NumeroANS\""),
        &["S002 E 3:3 `\"NumeroANS\"`"],
    );
    check(
        edited("MDV-LGC", "\"SIRET\"", "\"siret\""),
        &["S002 E 4:3 `\"siret\"`"],
    );
}

#[test]
fn s002_the_value_of_a_misspelt_key_is_checked() {
    check(
        edited("MDV-LGC", "\"typeAction\": \"C\"", "\"TypeAction\": \"X\""),
        &["S002 E 8:7 `\"TypeAction\"`", "F003 E 8:21 `\"X\"`"],
    );
}

#[test]
fn s002_the_content_of_a_misspelt_block_is_checked() {
    let text = edited("MDV-LGC", "\"commande\":", "\"Commandes\":");
    check(
        replaced(&text, "1075.00", "1075.0"),
        &["S002 E 11:7 `\"Commandes\"`", "F008 E 14:27 `1075.0`"],
    );
}

#[test]
fn s002_the_demandes_of_a_misspelt_list_are_checked() {
    let text = edited("MDV-LGC", "\"lignesImport\"", "\"LignesImport\"");
    check(
        replaced(&text, "1075.00", "1075"),
        &["S002 E 5:3 `\"LignesImport\"`", "F008 E 14:27 `1075`"],
    );
}

#[test]
fn s002_two_letters_swapped() {
    check(
        edited("MDV-LGC", "\"SIRET\"", "\"SIERT\""),
        &["S002 E 4:3 `\"SIERT\"`"],
    );
}

#[test]
fn s002_up_to_four_letters_one_change() {
    check(
        edited("MDV-LGC", "\"RPPS\"", "\"RPP\""),
        &["S002 E 28:13 `\"RPP\"`"],
    );
    check(
        edited("MDV-LGC", "\"RPPS\"", "\"RP\""),
        &["S001 E 24:11 `{`", "S002 A 28:13 `\"RP\"`"],
    );
}

#[test]
fn s002_from_five_letters_two_changes() {
    check(
        edited("MDV-LGC", "\"impId\"", "\"imId\""),
        &["S002 E 2:3 `\"imId\"`"],
    );
    check(
        edited("MDV-LGC", "\"impId\"", "\"mId\""),
        &["S002 E 2:3 `\"mId\"`"],
    );
    check(
        edited("MDV-LGC", "\"impId\"", "\"Id\""),
        &["S001 E 1:1 `{`", "S002 A 2:3 `\"Id\"`"],
    );
}

#[test]
fn s002_a_quarter_of_a_long_key() {
    // scenarioInstallation: 20 letters, five changes.
    check(
        edited("MDV-LGC", "\"scenarioInstallation\"", "\"scenarInstallat\""),
        &["S002 E 40:7 `\"scenarInstallat\"`"],
    );
    check(
        edited("MDV-LGC", "\"scenarioInstallation\"", "\"scenaInstallat\""),
        &["S001 E 6:5 `{`", "S002 A 40:7 `\"scenaInstallat\"`"],
    );
}

#[test]
fn s002_near_an_optional_key() {
    check(
        edited(
            "MDV-LGC",
            "\"operateurMessagerie\": null",
            "\"operateurMesagerie\": \"X\"",
        ),
        &[
            "S002 E 42:9 `\"operateurMesagerie\"`",
            "F012 E 42:31 `\"X\"`",
        ],
    );
}

#[test]
fn s002_a_near_spelling_beside_the_right_key_is_only_unknown() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"TypeAction\": \"C\",",
        ),
        &["S002 A 8:26 `\"TypeAction\"`"],
    );
}

#[test]
fn s002_the_nearest_of_two_absent_keys() {
    let text = edited("MDV-LGC", "\"isDirectToMSSPro\"", "\"isDirecttoMSSPro\"");
    check(
        replaced(&text, "\"isPFIToMSSPro\"", "\"isPFITMSSPro\""),
        &[
            "S002 E 46:9 `\"isDirecttoMSSPro\"`",
            "S002 E 47:9 `\"isPFITMSSPro\"`",
        ],
    );
}

#[test]
fn s002_in_every_element_of_an_array() {
    check(
        template("MS1-DUI").replace("\"profilMetier\"", "\"profilmetier\""),
        &[
            "S002 E 59:11 `\"profilmetier\"`",
            "S002 E 68:11 `\"profilmetier\"`",
        ],
    );
}

#[test]
fn s002_inside_the_scenario_of_a_derived_profile_is_a_warning() {
    check(
        edited("HOP-PFI", "\"isEnvoiDMP\"", "\"isEnvoieDMP\""),
        &["S002 A 54:11 `\"isEnvoieDMP\"`"],
    );
    check(
        edited(
            "HOP-PFI",
            "\"scenarioInstallation\"",
            "\"ScenarioInstallation\"",
        ),
        &["S002 A 43:7 `\"ScenarioInstallation\"`"],
    );
}

#[test]
fn s002_an_empty_block_misspelt() {
    check(
        edited("MDV-LGC", "\"structure\"", "\"Structure\""),
        &["S002 E 31:9 `\"Structure\"`"],
    );
}

#[test]
fn s002_nothing_is_missing_in_an_empty_structure() {
    check(
        edited(
            "MDV-LGC",
            "\"commandePour\"",
            "\"FINESSJuridique\": null, \"commandePour\"",
        ),
        &["S002 A 17:9 `\"FINESSJuridique\"`"],
    );
}

#[test]
fn s002_in_a_block_that_must_be_empty_is_silent() {
    check(
        edited(
            "MDV-LGC",
            "\"structure\": {}",
            "\"structure\": {\"FINESSjuridique\": null, \"x\": null}",
        ),
        &["C019 A 31:22 `{\"FINESSjuridique\": null, \"x\": null}`"],
    );
}

// S002: unknown keys

#[test]
fn s002_nothing_missing_is_a_warning() {
    check(
        edited(
            "MDV-LGC",
            "\"impId\": null,",
            "\"impId\": null, \"commentaire\": \"\",",
        ),
        &["S002 A 2:18 `\"commentaire\"`"],
    );
    check(
        edited(
            "MDV-LGC",
            "\"RPPS\": \"10001234565\"",
            "\"RPPS\": \"10001234565\", \"ville\": \"BREST\"",
        ),
        &["S002 A 28:36 `\"ville\"`"],
    );
}

#[test]
fn s002_something_missing_is_still_a_warning() {
    check(
        edited("MDV-LGC", "\"regimeTVA\": \"TTC\"", "\"commentaire\": \"\""),
        &["S001 E 11:19 `{`", "S002 A 13:9 `\"commentaire\"`"],
    );
}

#[test]
fn s002_the_content_of_an_unknown_value_is_not_looked_at() {
    check(
        edited(
            "MDV-LGC",
            "\"impId\": null,",
            "\"impId\": null, \"x\": {\"y\": [{\"montantSegurHT\": 1}]},",
        ),
        &["S002 A 2:18 `\"x\"`"],
    );
}

// S002: wrong places

#[test]
fn s002_a_key_of_the_header_in_a_demande() {
    let text = without("MDV-LGC", "  \"SIRET\": \"12345678200010\",");
    check(
        replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"SIRET\": \"12345678200010\",",
        ),
        &["S002 E 7:26 `\"SIRET\"`"],
    );
}

#[test]
fn s002_a_misplaced_value_is_checked() {
    let text = without("MDV-LGC", "  \"SIRET\": \"12345678200010\",");
    check(
        replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"SIRET\": \"123\",",
        ),
        &["S002 E 7:26 `\"SIRET\"`", "F001 E 7:35 `\"123\"`"],
    );
}

#[test]
fn s002_a_key_of_another_block_of_the_demande() {
    let text = without("MDV-LGC", "        \"regimeTVA\": \"TTC\",");
    check(
        replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"regimeTVA\": \"TTC\",",
        ),
        &["S002 E 8:26 `\"regimeTVA\"`"],
    );
}

#[test]
fn s002_a_block_of_another_level() {
    let text = template("MDV-LGC");
    let text = replaced(
        &text,
        "      \"piecesJustificatives\": [",
        "      \"x\": 0,\n      \"piecesJustificatives\": [",
    );
    let text = replaced(
        &text,
        "        \"structure\": {}\n      },\n      \"x\": 0,\n",
        "        \"structure\": {},\n",
    );
    let text = replaced(
        &text,
        "      ],\n      \"scenarioInstallation\"",
        "      ]},\n      \"scenarioInstallation\"",
    );
    check(text, &["S002 E 32:7 `\"piecesJustificatives\"`"]);
}

#[test]
fn s002_missing_at_two_places_is_a_warning() {
    let text = template("MS1-DUI").replace("          \"isStockageId\": false,\n", "");
    check(
        replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"isStockageId\": false,",
        ),
        &[
            "S002 A 8:26 `\"isStockageId\"`",
            "S001 E 53:9 `{`",
            "S001 E 61:9 `{`",
        ],
    );
}

#[test]
fn s002_known_elsewhere_but_missing_nowhere_is_a_warning() {
    check(
        edited(
            "MDV-LGC",
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"regimeTVA\": \"TTC\",",
        ),
        &["S002 A 8:26 `\"regimeTVA\"`"],
    );
}

#[test]
fn s002_to_the_scenario_of_a_derived_profile_is_a_warning() {
    let text = without("HOP-PFI", "          \"isEnvoiDMP\": true,");
    check(
        replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"isEnvoiDMP\": true,",
        ),
        &["S002 A 8:26 `\"isEnvoiDMP\"`"],
    );
}

#[test]
fn s002_an_optional_key_in_a_wrong_place_is_a_warning() {
    let text = without("MDV-LGC", "        \"operateurMessagerie\": null,");
    check(
        replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"operateurMessagerie\": \"XXX\",",
        ),
        &[
            "S002 A 8:26 `\"operateurMessagerie\"`",
            "F012 E 8:49 `\"XXX\"`",
        ],
    );
}

// S002: wrappers

#[test]
fn s002_a_wrapper_is_a_warning_and_its_content_is_checked() {
    let text = edited(
        "MDV-LGC",
        "\"dateCommande\": \"15/09/2022\",",
        "\"detail\": {\"dateCommande\": \"15/09/2022\",",
    );
    check(
        replaced(&text, "1075.00\n", "1075\n}"),
        &["S002 A 12:9 `\"detail\"`", "F008 E 14:27 `1075`"],
    );
}

#[test]
fn s002_a_wrapper_of_the_header() {
    let text = template("MDV-LGC");
    check(
        format!("{{\"depot\":\n{}}}", replaced(&text, "1075.00", "1075")),
        &["S002 A 1:2 `\"depot\"`", "F008 E 15:27 `1075`"],
    );
}

#[test]
fn s001_in_a_wrapper_at_the_outer_brace() {
    let text = edited(
        "MDV-LGC",
        "\"dateCommande\": \"15/09/2022\",",
        "\"detail\": {",
    );
    check(
        replaced(&text, "1075.00\n", "1075.00\n}"),
        &["S001 E 11:19 `{`", "S002 A 12:9 `\"detail\"`"],
    );
}

#[test]
fn s002_unknown_in_a_wrapper() {
    let text = edited(
        "MDV-LGC",
        "\"dateCommande\": \"15/09/2022\",",
        "\"detail\": {\"commentaire\": 1, \"dateCommande\": \"15/09/2022\",",
    );
    check(
        replaced(&text, "1075.00\n", "1075.00\n}"),
        &["S002 A 12:9 `\"detail\"`", "S002 A 12:20 `\"commentaire\"`"],
    );
}

#[test]
fn s002_near_in_a_wrapper() {
    let text = edited(
        "MDV-LGC",
        "\"dateCommande\": \"15/09/2022\",",
        "\"detail\": {\"DateCommande\": \"15/09/2022\",",
    );
    check(
        replaced(&text, "1075.00\n", "1075.00\n}"),
        &[
            "S002 A 12:9 `\"detail\"`",
            "S002 E 12:20 `\"DateCommande\"`",
        ],
    );
}

#[test]
fn s002_a_wrapper_never_hides_a_key_that_is_in_its_place() {
    let text = edited(
        "MDV-LGC",
        "\"dateCommande\": \"15/09/2022\",",
        "\"dateCommande\": \"15/09/22\", \"detail\": {\"dateCommande\": \"15/09/2022\",",
    );
    check(
        replaced(&text, "1075.00\n", "1075.00\n}"),
        &[
            "F007 E 12:25 `\"15/09/22\"`",
            "S002 A 12:37 `\"detail\"`",
            "S002 A 12:48 `\"dateCommande\"`",
        ],
    );
}

// Spellings accepted in silence

#[test]
fn s002_accepted_spellings_are_silent() {
    check(
        edited("MDV-LGC", "\"isDirectToDMP\"", "\"isDirecToDMP\""),
        &[],
    );
    check(
        template("MS1-DUI")
            .replace("\"isMaitreId\"", "\"IsMaitreId\"")
            .replace("\"isStockageId\"", "\"IsStockageId\"")
            .replace("\"isRefSoins\"", "\"IsRefSoins\""),
        &[],
    );
    check(
        edited(
            "HOP-DPI",
            "\"etablissementsClients\"",
            "\"EtablissementsClients\"",
        ),
        &[],
    );
    check(
        edited(
            "HOP-DPI",
            "\"isPFIpourEnvoiMSSPCitoyenIndependante\"",
            "\"isPFIpourEnvoiMSSCitoyenIndependante\"",
        ),
        &[],
    );
}

#[test]
fn s002_accepted_names_of_the_hop_blocks() {
    for (dpi, pfi) in [
        ("dpi", "Pfi"),
        ("blocDPI", "blocPFI"),
        ("BlocDPI", "BLOCPFI"),
    ] {
        let text = edited("HOP-DPI", "\"DPI\"", &format!("\"{dpi}\""));
        check(replaced(&text, "\"PFI\"", &format!("\"{pfi}\"")), &[]);
    }
}

#[test]
fn s002_a_spelling_of_one_profile_is_not_of_another() {
    check(
        edited(
            "MS1-DUI",
            "\"etablissementsClients\"",
            "\"EtablissementsClients\"",
        ),
        &["S002 E 21:9 `\"EtablissementsClients\"`"],
    );
}
