//! S009 and S010: the places of the nine certificate keys of MS1-DUI, which no document shows (section 1.7 of the rules).

use predepot_tests::{check, edited, replaced, several, template};

const OUTER: &str = "            \"demandeCertificatServeur\": false,
            \"contractualisationOG\": null,
            \"statutAdminTechnique\": null,
            \"contractualisationEditeur\": null,
";
const BLOCK: &str = "            \"certificatServeur\": {
              \"numeroCarteCPX\": null,
              \"nomAdminTechnique\": null,
              \"telephoneAdminTechnique\": null,
              \"emailAdminTechnique\": null,
              \"utiliteCertificat\": null
            },
";
const INNER: &str = "\"numeroCarteCPX\": null, \"nomAdminTechnique\": null, \"telephoneAdminTechnique\": null, \"emailAdminTechnique\": null, \"utiliteCertificat\": null";

/// The nine keys on one line.
fn nine() -> String {
    format!("{}{INNER}", OUTER.replace('\n', ""))
}

/// The conforming file without the nine keys.
fn without() -> String {
    edited("MS1-DUI", &format!("{OUTER}{BLOCK}"), "")
}

/// The conforming file with these members, one line, in the place of the nine keys.
fn in_the_og(members: &str) -> String {
    edited(
        "MS1-DUI",
        &format!("{OUTER}{BLOCK}"),
        &format!("{members},\n"),
    )
}

/// The conforming file with these members in `beneficiaires` rather than in the OG.
fn above_the_og(members: &str) -> String {
    replaced(
        &without(),
        "        \"isMandataire\": false,",
        &format!("        {members}, \"isMandataire\": false,"),
    )
}

/// The conforming file with these members in the demande rather than in the OG.
fn in_the_demande(members: &str) -> String {
    replaced(
        &without(),
        "      \"numLigne\": 1,",
        &format!("      {members}, \"numLigne\": 1,"),
    )
}

#[test]
fn s009_none_of_the_nine() {
    check(without(), &["S009 A 1:1 ``"]);
}

#[test]
fn s009_once_for_the_file() {
    let text = several("MS1-DUI", 3).replace(&format!("{OUTER}{BLOCK}"), "");
    check(text, &["S009 A 1:1 ``"]);
}

#[test]
fn s009_is_silent_when_one_og_has_them() {
    let text = several("MS1-DUI", 2);
    let at = text.rfind(OUTER).unwrap_or_default();
    let text = format!("{}{}", &text[..at], &text[at + OUTER.len() + BLOCK.len()..]);
    check(text, &["S001 E 91:11 `{`"]);
}

#[test]
fn s009_only_in_ms1() {
    check(template("MDV-LGC"), &[]);
    check(template("HOP-DPI"), &[]);
}

#[test]
fn s010_silent_places() {
    check(in_the_og(&nine()), &[]);
    check(in_the_og(&format!("\"certificat\": {{{}}}", nine())), &[]);
    check(
        in_the_og(&format!("\"certificatServeur\": {{{}}}", nine())),
        &[],
    );
}

#[test]
fn s010_flat_in_beneficiaires() {
    check(above_the_og(&nine()), &["S010 A 1:1 ``"]);
}

#[test]
fn s010_with_their_block_in_beneficiaires() {
    check(
        above_the_og(&format!(
            "{}\"certificatServeur\": {{{INNER}}}",
            OUTER.replace('\n', "")
        )),
        &["S010 A 1:1 ``"],
    );
}

#[test]
fn s010_in_one_object_of_beneficiaires() {
    check(
        above_the_og(&format!("\"certificat\": {{{}}}", nine())),
        &["S010 A 1:1 ``"],
    );
}

#[test]
fn s010_in_the_demande() {
    check(in_the_demande(&nine()), &["S010 A 1:1 ``"]);
    check(
        in_the_demande(&format!("\"certificat\": {{{}}}", nine())),
        &["S010 A 1:1 ``"],
    );
}

#[test]
fn s010_as_an_array_of_one_object() {
    let text = replaced(
        &template("MS1-DUI"),
        "\"certificatServeur\": {",
        "\"certificatServeur\": [{",
    );
    check(
        replaced(
            &text,
            "\"utiliteCertificat\": null\n            }",
            "\"utiliteCertificat\": null\n            }]",
        ),
        &["S010 A 1:1 ``"],
    );
}

#[test]
fn s003_the_block_as_an_array_of_two_objects() {
    let text = replaced(
        &template("MS1-DUI"),
        "\"certificatServeur\": {",
        "\"certificatServeur\": [{}, {",
    );
    check(
        replaced(
            &text,
            "\"utiliteCertificat\": null\n            }",
            "\"utiliteCertificat\": null\n            }]",
        ),
        &["S003 E 28:34 `[{}, {…`"],
    );
}

#[test]
fn s010_once_for_the_file() {
    let text = several("MS1-DUI", 3)
        .replace(&format!("{OUTER}{BLOCK}"), "")
        .replace(
            "\"isMandataire\": false,",
            &format!("{}, \"isMandataire\": false,", nine()),
        );
    check(text, &["S010 A 1:1 ``"]);
}

#[test]
fn s010_a_key_at_two_places_of_the_og() {
    check(
        edited(
            "MS1-DUI",
            "            \"certificatServeur\": {",
            "            \"utiliteCertificat\": null, \"certificatServeur\": {",
        ),
        &["S010 A 33:15 `\"utiliteCertificat\"`"],
    );
}

#[test]
fn s010_the_request_at_two_places() {
    check(
        edited(
            "MS1-DUI",
            "        \"isMandataire\": false,",
            "        \"demandeCertificatServeur\": false, \"isMandataire\": false,",
        ),
        &[
            "S010 A 1:1 ``",
            "S010 A 24:13 `\"demandeCertificatServeur\"`",
        ],
    );
}

#[test]
fn s010_values_are_checked_where_they_stand() {
    let wrong = nine().replace("Serveur\": false", "Serveur\": \"non\"");
    check(
        above_the_og(&wrong),
        &["S010 A 1:1 ``", "S003 E 17:49 `\"non\"`"],
    );
}

#[test]
fn s001_an_og_without_the_request_says_nothing_of_the_eight() {
    check(
        edited(
            "MS1-DUI",
            "            \"demandeCertificatServeur\": false,\n",
            "",
        )
        .replace("\"nomAdminTechnique\": null", "\"nomAdminTechnique\": 5"),
        &["S001 E 22:11 `{`"],
    );
}

#[test]
fn s002_the_request_misspelt() {
    check(
        edited(
            "MS1-DUI",
            "\"demandeCertificatServeur\"",
            "\"demandeCertificatServer\"",
        ),
        &["S002 E 24:13 `\"demandeCertificatServer\"`"],
    );
}

#[test]
fn s002_the_block_misspelt() {
    for name in ["CertificatServeur", "certificatServeurs"] {
        check(
            edited("MS1-DUI", "\"certificatServeur\"", &format!("\"{name}\"")),
            &[&format!("S002 E 28:13 `\"{name}\"`")],
        );
    }
}

#[test]
fn s002_the_block_under_a_name_of_its_own() {
    check(
        edited("MS1-DUI", "\"certificatServeur\"", "\"administrateur\"").replace(
            "\"nomAdminTechnique\": null",
            "\"nomAdminTechnique\": \"X\"",
        ),
        &["S002 A 28:13 `\"administrateur\"`", "C015 E 30:36 `\"X\"`"],
    );
}

#[test]
fn s003_the_block_null_when_a_certificate_is_asked_for() {
    check(
        asked("\"certificatServeur\": null"),
        &["S003 E 25:22 `null`"],
    );
}

#[test]
fn s001_the_block_absent_when_a_certificate_is_asked_for() {
    check(
        asked("\"commentaire\": null"),
        &["S001 E 22:11 `{`", "S002 A 25:1 `\"commentaire\"`"],
    );
}

#[test]
fn s001_in_the_block_when_a_certificate_is_asked_for() {
    check(
        asked("\"certificatServeur\": {\"nomAdminTechnique\": \"MARTIN\"}"),
        &["S001 E 25:22 `{`"; 4],
    );
}

/// An OG that asks for a certificate, and this member on line 25 for the rest.
fn asked(member: &str) -> String {
    in_the_og(&format!(
        "\"demandeCertificatServeur\": true, \"contractualisationOG\": true, \"statutAdminTechnique\": \"S\",\n{member}"
    ))
}
