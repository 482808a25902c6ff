//! MS1-DUI: the certificate keys of each OG (C015, C016).

use predepot_tests::{check, replaced, template};

/// The keys of a filled certificate, for an administrator of the structure.
const FILLED: [(&str, &str); 9] = [
    ("demandeCertificatServeur", "true"),
    ("contractualisationOG", "true"),
    ("statutAdminTechnique", "\"S\""),
    ("contractualisationEditeur", "null"),
    ("numeroCarteCPX", "\"1234567890\""),
    ("nomAdminTechnique", "\"MARTIN\""),
    ("telephoneAdminTechnique", "\"+33 1 02 03 04 06\""),
    ("emailAdminTechnique", "\"b.martin@exemple.fr\""),
    ("utiliteCertificat", "\"DMP, INS\""),
];

/// The template with these values of the nine keys.
fn with(keys: &[(&str, &str)]) -> String {
    keys.iter().fold(template("MS1-DUI"), |text, (key, value)| {
        let start = text.find(&format!("\"{key}\": ")).unwrap_or_default() + key.len() + 4;
        let end = start + text[start..].find([',', '\n']).unwrap_or_default();
        format!("{}{value}{}", &text[..start], &text[end..])
    })
}

/// A filled certificate but for these values.
fn filled(but: &[(&str, &str)]) -> String {
    let keys: Vec<_> = FILLED
        .iter()
        .map(|&(key, value)| {
            but.iter()
                .find(|(other, _)| *other == key)
                .copied()
                .unwrap_or((key, value))
        })
        .collect();
    with(&keys)
}

/// Without the line of a key.
fn without(text: &str, key: &str) -> String {
    let start = text.find(&format!("\"{key}\": ")).unwrap_or_default();
    let end = start + text[start..].find('\n').unwrap_or_default();
    let start = text[..start].rfind('\n').unwrap_or_default();
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn a_filled_certificate_is_ready() {
    check(filled(&[]), &[]);
}

#[test]
fn values_without_a_request() {
    check(
        filled(&[
            ("demandeCertificatServeur", "false"),
            ("contractualisationEditeur", "false"),
        ]),
        &[
            "C015 E 25:37 `true`",
            "C015 E 26:37 `\"S\"`",
            "C015 E 27:42 `false`",
            "C015 E 29:33 `\"1234567890\"`",
            "C015 E 30:36 `\"MARTIN\"`",
            "C015 E 31:42 `\"+33 1 02 03 04 06\"`",
            "C015 E 32:38 `\"b.martin@exemple.fr\"`",
            "C015 E 33:36 `\"DMP, INS\"`",
        ],
    );
}

#[test]
fn hollow_values_without_a_request() {
    check(
        with(&[("nomAdminTechnique", "\"\"")]),
        &["F016 A 30:36 `\"\"`"],
    );
    check(
        with(&[("nomAdminTechnique", "\"null\"")]),
        &["S003 E 30:36 `\"null\"`"],
    );
    check(
        with(&[("contractualisationOG", "\"false\"")]),
        &["S003 E 25:37 `\"false\"`"],
    );
    check(
        with(&[("numeroCarteCPX", "1234567890")]),
        &["S003 E 29:33 `1234567890`"],
    );
}

#[test]
fn absent_values_without_a_request() {
    let text = without(&template("MS1-DUI"), "contractualisationOG");
    check(without(&text, "nomAdminTechnique"), &[]);
    let text = template("MS1-DUI");
    let start = text.find("\"certificatServeur\": {").unwrap_or_default();
    let end = start + text[start..].find('}').unwrap_or_default() + 1;
    for block in ["\"certificatServeur\": null", "\"certificatServeur\": {}"] {
        check(format!("{}{block}{}", &text[..start], &text[end..]), &[]);
    }
    check(
        format!("{}{}", &text[..start], text[end..].trim_start_matches(',')),
        &[],
    );
}

#[test]
fn a_null_value_with_a_request() {
    check(
        filled(&[("contractualisationOG", "null")]),
        &["C016 E 25:37 `null`"],
    );
    check(
        filled(&[("statutAdminTechnique", "null")]),
        &["C016 E 26:37 `null`"],
    );
    for key in [
        "nomAdminTechnique",
        "telephoneAdminTechnique",
        "emailAdminTechnique",
        "utiliteCertificat",
    ] {
        let report = predepot_tests::report(filled(&[(key, "null")]));
        let codes: Vec<_> = report.files[0]
            .diagnostics
            .iter()
            .map(|finding| finding.code.as_str())
            .filter(|code| *code != "C022")
            .collect();
        assert_eq!(codes, ["C016"], "{key}");
    }
}

#[test]
fn an_absent_value_with_a_request() {
    check(
        without(&filled(&[]), "contractualisationOG"),
        &["S001 E 22:11 `{`"],
    );
    check(
        without(&filled(&[]), "statutAdminTechnique"),
        &["S001 E 22:11 `{`"],
    );
    check(
        without(&filled(&[]), "nomAdminTechnique"),
        &["S001 E 28:34 `{`"],
    );
}

#[test]
fn an_absent_value_that_is_not_required() {
    check(without(&filled(&[]), "contractualisationEditeur"), &[]);
    check(
        without(
            &filled(&[("contractualisationOG", "false")]),
            "numeroCarteCPX",
        ),
        &[],
    );
}

#[test]
fn the_block_itself_with_a_request() {
    let text = filled(&[]);
    let start = text.find("\"certificatServeur\": {").unwrap_or_default();
    let end = start + text[start..].find('}').unwrap_or_default() + 1;
    check(
        format!(
            "{}\"certificatServeur\": null{}",
            &text[..start],
            &text[end..]
        ),
        &["S003 E 28:34 `null`"],
    );
    check(
        format!("{}{}", &text[..start], text[end..].trim_start_matches(',')),
        &["S001 E 22:11 `{`"],
    );
    check(
        format!(
            "{}\"certificatServeur\": {{}}{}",
            &text[..start],
            &text[end..]
        ),
        &[
            "S001 E 28:34 `{`",
            "S001 E 28:34 `{`",
            "S001 E 28:34 `{`",
            "S001 E 28:34 `{`",
            "S001 E 28:34 `{`",
        ],
    );
}

/// The number of the card: is it required with these three answers?
fn card(og: &str, statut: &str, editeur: &str, expected: &[&str]) {
    let text = filled(&[
        ("contractualisationOG", og),
        ("statutAdminTechnique", statut),
        ("contractualisationEditeur", editeur),
        ("numeroCarteCPX", "null"),
    ]);
    let report = predepot_tests::report(text);
    let found: Vec<String> = predepot_tests::findings(&report.files[0])
        .into_iter()
        .filter(|line| !line.starts_with("C022"))
        .collect();
    assert_eq!(found, expected, "{og} {statut} {editeur}");
}

#[test]
fn the_card_of_the_structure() {
    card("true", "\"S\"", "null", &["C016 E 29:33 `null`"]);
    card("true", "\"S\"", "true", &["C016 E 29:33 `null`"]);
    card("false", "\"S\"", "null", &[]);
    card("false", "\"S\"", "true", &[]);
}

#[test]
fn the_card_of_the_editor() {
    card("true", "\"E\"", "true", &["C016 E 29:33 `null`"]);
    card("false", "\"E\"", "true", &["C016 E 29:33 `null`"]);
    card("true", "\"E\"", "false", &[]);
    card("false", "\"E\"", "false", &[]);
}

#[test]
fn the_editor_answers_when_it_administers() {
    card("true", "\"E\"", "null", &["C016 E 27:42 `null`"]);
    check(
        without(
            &filled(&[("statutAdminTechnique", "\"E\"")]),
            "contractualisationEditeur",
        ),
        &["S001 E 22:11 `{`"],
    );
}

#[test]
fn the_card_is_silent_beside_a_broken_answer() {
    card("true", "\"X\"", "true", &["F003 E 26:37 `\"X\"`"]);
    card("\"true\"", "\"S\"", "null", &["S003 E 25:37 `\"true\"`"]);
}

#[test]
fn a_value_that_is_not_required_is_checked() {
    check(
        filled(&[
            ("contractualisationOG", "false"),
            ("numeroCarteCPX", "\"12345\""),
        ]),
        &["F001 E 29:33 `\"12345\"`"],
    );
    check(
        filled(&[
            ("contractualisationOG", "false"),
            ("numeroCarteCPX", "\"123456789-\""),
        ]),
        &["F005 E 29:33 `\"123456789-\"`"],
    );
    check(
        filled(&[("contractualisationEditeur", "\"true\"")]),
        &["S003 E 27:42 `\"true\"`"],
    );
}

#[test]
fn values_are_checked_with_a_request() {
    check(
        filled(&[("nomAdminTechnique", "\"ABCDEFGHIJKLMNOPQRSTUVWXY\"")]),
        &["F002 A 30:36 `\"ABCDEFGHIJKLMNOPQRSTUVWXY\"`"],
    );
    check(
        filled(&[("nomAdminTechnique", "\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"")]),
        &["F002 E 30:36 `\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"`"],
    );
    check(filled(&[("utiliteCertificat", "\"INS\"")]), &[]);
    check(
        filled(&[("utiliteCertificat", "\"INS, DMP\"")]),
        &["F003 E 33:36 `\"INS, DMP\"`"],
    );
}

#[test]
fn a_broken_request_silences_all() {
    check(
        filled(&[
            ("demandeCertificatServeur", "\"true\""),
            ("nomAdminTechnique", "null"),
        ]),
        &["S003 E 24:41 `\"true\"`"],
    );
    check(
        filled(&[
            ("demandeCertificatServeur", "null"),
            ("contractualisationOG", "null"),
        ]),
        &["S003 E 24:41 `null`"],
    );
}

#[test]
fn an_organisme_without_the_request_says_it_once() {
    check(
        without(
            &filled(&[
                ("nomAdminTechnique", "\"martin\""),
                ("numeroCarteCPX", "\"1\""),
            ]),
            "demandeCertificatServeur",
        ),
        &["S001 E 22:11 `{`"],
    );
}

#[test]
fn each_organisme_has_its_own_certificate() {
    let second = "          {\n            \"FINESSJuridique\": \"345678912\", \"demandeCertificatServeur\": false, \"contractualisationOG\": true, \"nomResponsableOG\": \"MARTIN\", \"emailResponsableOG\": \"b@exemple.fr\", \"telephoneResponsableOG\": \"+331\", \"FINESSGeos\": [\"234567891\"]},\n";
    let text = filled(&[]).replace(
        "              \"123456789\",\n              \"234567891\"\n",
        "              \"123456789\"\n",
    );
    check(
        replaced(
            &text,
            "\"etablissementsClients\": [\n",
            &format!("\"etablissementsClients\": [\n{second}"),
        ),
        &["C015 E 23:104 `true`"],
    );
}
