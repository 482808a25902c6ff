//! Files that raise nothing: whatever their layout, and in each variant that the documents allow.

use predepot::check::{DemandeVerdict, Verdict};
use predepot_tests::{check, edited, replaced, report, several, template};

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

#[test]
fn templates_are_ready() {
    for profile in PROFILES {
        check(template(profile), &[]);
    }
}

#[test]
fn several_demandes_are_ready() {
    for profile in PROFILES {
        check(several(profile, 200), &[]);
    }
}

#[test]
fn the_profile_is_found() {
    for profile in PROFILES {
        let report = report(template(profile));
        let file = &report.files[0];
        assert_eq!(file.profile.map(|profile| profile.id), Some(profile));
        assert_eq!(file.verdict, Verdict::Pret, "{profile}");
        assert_eq!(file.demandes[0].verdict, DemandeVerdict::Conforme);
    }
}

// Layout

#[test]
fn minified() {
    for profile in PROFILES {
        check(minify(&template(profile)), &[]);
    }
}

#[test]
fn lines_that_end_with_crlf_or_cr() {
    for profile in PROFILES {
        check(template(profile).replace('\n', "\r\n"), &[]);
        check(template(profile).replace('\n', "\r"), &[]);
    }
}

#[test]
fn tabs() {
    for profile in PROFILES {
        check(template(profile).replace("  ", "\t"), &[]);
    }
}

#[test]
fn white_space_everywhere() {
    for profile in PROFILES {
        let text = minify(&template(profile));
        let text = text
            .replace(',', " \t\r\n, ")
            .replace('{', " { ")
            .replace('}', " } ");
        check(format!("\n\n {text} \n\n"), &[]);
    }
}

#[test]
fn accents_in_utf8() {
    check(edited("MDV-LGC", "DURAND", "ÉLÉONORE D’ARÇON"), &[]);
    check(edited("MDV-LGC", "DURAND", "\\u00c9L\\u00c9ONORE"), &[]);
}

#[test]
fn a_mark_at_the_start_is_the_only_finding() {
    for profile in PROFILES {
        check(
            format!("\u{feff}{}", template(profile)),
            &["J012 A 1:1 `\u{feff}`"],
        );
    }
}

#[test]
fn keys_in_the_reverse_order() {
    for profile in PROFILES {
        let value = Value::read(&template(profile));
        check(value.written(true), &[]);
        check(value.written(false), &[]);
    }
}

#[test]
fn keys_written_with_escapes() {
    for profile in PROFILES {
        let text = template(profile)
            .replace("\"numLigne\"", "\"num\\u004cigne\"")
            .replace("\"commande\"", "\"\\u0063ommande\"");
        check(text, &[]);
    }
}

// MDV-LGC

/// The block `beneficiaires` of the conforming file of a profile, replaced.
fn beneficiaires(profile: &str, block: &str) -> String {
    let text = template(profile);
    let start = text.find("\"beneficiaires\": {").unwrap_or_default();
    let end = text
        .find("      \"piecesJustificatives\"")
        .unwrap_or_default();
    format!(
        "{}\"beneficiaires\": {block},\n{}",
        &text[..start],
        &text[end..]
    )
}

const MEDECINS: &str = r#"[
    {"nomMedecin": "DURAND", "emailMedecin": "a@exemple.fr", "telephoneMedecin": "01", "RPPS": "10001234565"},
    {"nomMedecin": "DUPONT", "emailMedecin": "b@exemple.fr", "telephoneMedecin": "02", "RPPS": "10001234573"}]"#;
const STRUCTURE: &str = r#"{"FINESSJuridique": "750000001", "nomResponsable": "DURAND", "emailResponsable": "a@exemple.fr",
    "telephoneResponsable": "01", "FINESSGeo": ["750000002", "750000010"]}"#;

#[test]
fn mdv_several_medecins_without_a_mandataire() {
    check(
        beneficiaires(
            "MDV-LGC",
            &format!(
                r#"{{"commandePour": "LIBERAL", "isMandataire": false, "isClientUnique": false, "nomMandataire": null,
                "emailMandataire": null, "telephoneMandataire": null, "liberal": {MEDECINS}, "structure": {{}}}}"#
            ),
        ),
        &[],
    );
}

#[test]
fn mdv_several_medecins_with_a_mandataire() {
    check(
        beneficiaires(
            "MDV-LGC",
            &format!(
                r#"{{"commandePour": "LIBERAL", "isMandataire": true, "isClientUnique": false, "nomMandataire": "MARTIN",
                "emailMandataire": "m@exemple.fr", "telephoneMandataire": "01", "liberal": {MEDECINS}, "structure": {{}}}}"#
            ),
        ),
        &[],
    );
}

#[test]
fn mdv_medecins_without_contact_when_there_is_a_mandataire() {
    check(
        beneficiaires(
            "MDV-LGC",
            r#"{"commandePour": "LIBERAL", "isMandataire": true, "isClientUnique": false, "nomMandataire": "MARTIN",
            "emailMandataire": "m@exemple.fr", "telephoneMandataire": "01", "structure": {}, "liberal": [
            {"nomMedecin": "DURAND", "emailMedecin": null, "telephoneMedecin": null, "RPPS": "10001234565"},
            {"nomMedecin": "DUPONT", "RPPS": "10001234573"}]}"#,
        ),
        &[],
    );
}

#[test]
fn mdv_a_mandataire_of_one_client() {
    check(
        edited(
            "MDV-LGC",
            "\"isMandataire\": false",
            "\"isMandataire\": true",
        ),
        &[],
    );
}

#[test]
fn mdv_a_structure() {
    for flags in [
        "",
        "\"isMandataire\": null, \"isClientUnique\": null,",
        "\"isMandataire\": false, \"isClientUnique\": false,",
    ] {
        for texts in [
            "",
            "\"nomMandataire\": null, \"emailMandataire\": null, \"telephoneMandataire\": null,",
        ] {
            check(
                beneficiaires(
                    "MDV-LGC",
                    &format!(
                        "{{\"commandePour\": \"STRUCTURE\", {flags} {texts} \"liberal\": [], \"structure\": {STRUCTURE}}}"
                    ),
                ),
                &[],
            );
        }
    }
}

#[test]
fn mdv_without_tva() {
    check(
        edited("MDV-LGC", "\"TTC\"", "\"HT\"").replace(
            "\"typeFichier\": \"BON_COMMANDE\"\n        }",
            "\"typeFichier\": \"BON_COMMANDE\"\n        }, {\"nomFichier\": \"MDV-LGC-Va1-HT-00001.png\", \"formatFichier\": \"PNG\", \"typeFichier\": \"PREUVE_HT\"}",
        ),
        &[],
    );
}

#[test]
fn pieces_of_each_format() {
    for (format, extension) in [("PDF", "pdf"), ("PNG", "png"), ("JPG", "jpg")] {
        let text = edited("MDV-LGC", "\"PDF\"", &format!("\"{format}\""));
        check(replaced(&text, ".pdf", &format!(".{extension}")), &[]);
    }
}

// HOP

#[test]
fn hop_several_clients() {
    for profile in ["HOP-DPI", "HOP-PFI", "HOP-RI"] {
        let text = edited(
            profile,
            "\"isClientUnique\": true",
            "\"isClientUnique\": false",
        );
        check(
            replaced(
                &text,
                "\"FINESSPMSI\": \"750000003\"\n          }",
                "\"FINESSPMSI\": \"750000003\"\n          }, {\"nomClient\": \"B\", \"emailClient\": \"b@exemple.fr\", \"telephoneClient\": \"1\", \"FINESSPMSI\": \"750000011\"}",
            ),
            &[],
        );
    }
}

#[test]
fn hop_one_client_of_several_etablissements() {
    check(
        edited(
            "HOP-DPI",
            "\"FINESSPMSI\": \"750000003\"\n          }",
            "\"FINESSPMSI\": \"750000003\"\n          }, {\"nomClient\": \"B\", \"emailClient\": \"b@exemple.fr\", \"telephoneClient\": \"1\", \"FINESSPMSI\": \"750000003\"}",
        ),
        &[],
    );
}

#[test]
fn hop_dpi_the_pfi_block_false_or_null() {
    for key in [
        "isCRBIOAssociated",
        "isCRRADAssociated",
        "isEnvoiDMP",
        "isEnvoiMSSPro",
        "isEnvoiMSSCitoyen",
    ] {
        check(
            edited(
                "HOP-DPI",
                &format!("\"{key}\": false"),
                &format!("\"{key}\": null"),
            ),
            &[],
        );
    }
    check(
        edited(
            "HOP-DPI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": false",
        ),
        &[],
    );
}

#[test]
fn hop_the_ten_keys_flat() {
    let keys = r#"{"isPFIpourEnvoiDMPIndependante": true, "isPFIpourEnvoiMSSProIndependante": true,
        "isPFIpourEnvoiMSSPCitoyenIndependante": true, "isProSanteConnectNeeded": true, "isCRBIOAssociated": false,
        "isCRRADAssociated": null, "operateurMessagerie": null, "isEnvoiDMP": false, "isEnvoiMSSPro": false, "isEnvoiMSSCitoyen": false}"#;
    check(scenario("HOP-DPI", keys), &[]);
}

#[test]
fn hop_derived_the_other_block_hollow() {
    for block in ["null", "{}", "{\"isProSanteConnectNeeded\": null}"] {
        let pfi = r#""PFI": {"isCRBIOAssociated": true, "isCRRADAssociated": false, "isEnvoiDMP": true, "isEnvoiMSSPro": true, "isEnvoiMSSCitoyen": true}"#;
        check(
            scenario("HOP-PFI", &format!("{{\"DPI\": {block}, {pfi}}}")),
            &[],
        );
    }
}

#[test]
fn hop_ri_blocks_absent() {
    for block in ["{}", "{\"DPI\": null, \"PFI\": {}}"] {
        check(scenario("HOP-RI", block), &[]);
    }
}

/// Another scenario in the conforming file of a HOP profile.
fn scenario(profile: &str, block: &str) -> String {
    let text = template(profile);
    let start = text.find("\"scenarioInstallation\": {").unwrap_or_default();
    let end = text.find("      \"codeTraitement\"").unwrap_or_default();
    format!(
        "{}\"scenarioInstallation\": {block},\n{}",
        &text[..start],
        &text[end..]
    )
}

// MS1-DUI

#[test]
fn ms1_a_mandataire() {
    let text = edited(
        "MS1-DUI",
        "\"isMandataire\": false",
        "\"isMandataire\": true",
    )
    .replace("\"nomMandataire\": null", "\"nomMandataire\": \"DURAND\"")
    .replace(
        "\"emailMandataire\": null",
        "\"emailMandataire\": \"m@exemple.fr\"",
    )
    .replace(
        "\"telephoneMandataire\": null",
        "\"telephoneMandataire\": \"+33 1\"",
    );
    check(text, &[]);
}

/// The conforming file with another certificate.
fn certificate(outer: &str, block: &str) -> String {
    let text = template("MS1-DUI");
    let start = text
        .find("\"demandeCertificatServeur\"")
        .unwrap_or_default();
    let end = text.find("\"nomResponsableOG\"").unwrap_or_default();
    format!("{}{outer}, {block}{}", &text[..start], &text[end..])
}

const ADMIN: &str = r#""nomAdminTechnique": "MARTIN", "telephoneAdminTechnique": "+33 1", "emailAdminTechnique": "m@exemple.fr""#;

#[test]
fn ms1_a_certificate_asked_for_by_the_structure() {
    check(
        certificate(
            r#""demandeCertificatServeur": true, "contractualisationOG": true, "statutAdminTechnique": "S", "contractualisationEditeur": null"#,
            &format!(
                r#""certificatServeur": {{"numeroCarteCPX": "1234567890", {ADMIN}, "utiliteCertificat": "DMP"}},"#
            ),
        ),
        &[],
    );
}

#[test]
fn ms1_a_certificate_asked_for_by_the_editeur() {
    check(
        certificate(
            r#""demandeCertificatServeur": true, "contractualisationOG": false, "statutAdminTechnique": "E", "contractualisationEditeur": true"#,
            &format!(
                r#""certificatServeur": {{"numeroCarteCPX": "1234567890", {ADMIN}, "utiliteCertificat": "INS"}},"#
            ),
        ),
        &[],
    );
}

#[test]
fn ms1_a_certificate_without_a_card() {
    for card in [
        "",
        "\"numeroCarteCPX\": null,",
        "\"numeroCarteCPX\": \"1234567890\",",
    ] {
        check(
            certificate(
                r#""demandeCertificatServeur": true, "contractualisationOG": false, "statutAdminTechnique": "S""#,
                &format!(
                    r#""certificatServeur": {{{card} {ADMIN}, "utiliteCertificat": "DMP, INS"}},"#
                ),
            ),
            &[],
        );
    }
}

#[test]
fn ms1_no_certificate() {
    for block in [
        "",
        "\"certificatServeur\": null,",
        "\"certificatServeur\": {},",
    ] {
        let text = certificate("\"demandeCertificatServeur\": false", block);
        check(text, &[]);
    }
}

#[test]
fn ms1_several_og() {
    let text = template("MS1-DUI");
    let og = r#"{"FINESSJuridique": "345678920", "demandeCertificatServeur": false, "nomResponsableOG": "B", "emailResponsableOG": "b@exemple.fr",
        "telephoneResponsableOG": "+33 2", "FINESSGeos": ["234567891"]}"#;
    let text = replaced(
        &text,
        "              \"123456789\",\n              \"234567891\"\n            ]\n          }",
        &format!("              \"123456789\"\n            ]\n          }}, {og}"),
    );
    check(text, &[]);
}

#[test]
fn ms1_several_profiles_of_one_esms() {
    check(
        edited(
            "MS1-DUI",
            "\"isRefSoins\": false\n        }\n      ]",
            "\"isRefSoins\": false\n        }, {\"FINESSGeo\": \"234567891\", \"ancienneVersion\": \"2.4\", \"isMaitreId\": true, \"isStockageId\": false, \"profilMetier\": \"DOM\", \"isRefSoins\": true}\n      ]",
        ),
        &[],
    );
}

#[test]
fn ms1_a_slave_of_identity() {
    let text = template("MS1-DUI")
        .replace("\"isMaitreId\": true", "\"isMaitreId\": false")
        .replace("\"isRefSoins\": false", "\"isRefSoins\": null");
    check(text, &[]);
}

// A reader of what the templates hold, apart from the one under test

/// A JSON value, its leaves as written.
enum Value {
    Leaf(String),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    fn read(text: &str) -> Self {
        let mut rest = tokens(text).into_iter().peekable();
        Self::next(&mut rest)
    }

    fn next(rest: &mut std::iter::Peekable<std::vec::IntoIter<String>>) -> Self {
        let first = rest.next().unwrap_or_default();
        let close = match first.as_str() {
            "{" => "}",
            "[" => "]",
            _ => return Self::Leaf(first),
        };
        let (mut members, mut elements) = (Vec::new(), Vec::new());
        while rest.next_if(|token| token == close).is_none() {
            if close == "}" {
                let key = rest.next().unwrap_or_default();
                rest.next();
                members.push((key, Self::next(rest)));
            } else {
                elements.push(Self::next(rest));
            }
            rest.next_if(|token| token == ",");
        }
        if close == "}" {
            Self::Object(members)
        } else {
            Self::Array(elements)
        }
    }

    fn written(&self, reversed: bool) -> String {
        match self {
            Self::Leaf(text) => text.clone(),
            Self::Array(elements) => {
                let elements: Vec<String> = elements
                    .iter()
                    .map(|element| element.written(reversed))
                    .collect();
                format!("[{}]", elements.join(","))
            }
            Self::Object(members) => {
                let mut members: Vec<String> = members
                    .iter()
                    .map(|(key, value)| format!("{key}:{}", value.written(reversed)))
                    .collect();
                if reversed {
                    members.reverse();
                }
                format!("{{{}}}", members.join(","))
            }
        }
    }
}

/// The words of a JSON text without escapes.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            _ => rest.find([',', '}', ']', '\n', ' ']).unwrap_or(rest.len()),
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

fn minify(text: &str) -> String {
    tokens(text).concat()
}
