//! What a message tells to write: that it is said of the demande at hand, and that the same check takes it.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a test whose material is missing or broken must fail"
)]

#[path = "../schema/bases.rs"]
mod bases;

use predepot::catalog::View;
use predepot::check::{Content, Document, Dropped, check as check_files};
use predepot::diag::{Diagnostic, Edit, Safety, apply};
use predepot::profiles;
use predepot::text::Span;
use predepot_tests::{NAME, changed, edited, options, report, without};
use serde_json::{Value, json};

/// The message, the help and the title of the correction of each finding of the code, without no-break spaces.
fn said(text: &str, code: &str) -> Vec<[String; 3]> {
    let report = report(text);
    let document = &report.files[0];
    let lines = document.lines();
    let of = document.diagnostics.iter();
    let of = of.filter(|finding| finding.code.as_str() == code);
    of.map(|diagnostic| {
        let view = View {
            diagnostic,
            document,
            lines: &lines,
            masked: None,
        };
        let fix = diagnostic.fix.as_ref();
        let title = fix.map_or_else(String::new, |fix| fix.title.clone());
        [view.message(), view.help(), title].map(|text| text.replace('\u{a0}', " "))
    })
    .collect()
}

/// What is asked for, what is found, the help and the title of the only finding of a type.
#[track_caller]
fn check_type(text: &str, asked: &str, help: &str, title: &str) {
    let said = said(text, "S003");
    let [[message, own_help, own_title]] = &said[..] else {
        panic!("{said:?}");
    };
    let asks = format!("le document demande {asked}. Trouvé :");
    assert!(message.contains(&asks), "{message}");
    assert_eq!((own_help.as_str(), own_title.as_str()), (help, title));
}

#[track_caller]
fn check_help(text: &str, code: &str, help: &str, title: &str) {
    let said = said(text, code);
    let found: Vec<_> = said.iter().map(|[_, help, title]| (help, title)).collect();
    assert_eq!(found, [(&help.to_owned(), &title.to_owned())]);
}

const STRUCTURE: (&str, &str) = ("\"LIBERAL\"", "\"STRUCTURE\"");
const NO_DOCTOR: (&str, &str) = (
    "\"liberal\": [\n          {\n            \"nomMedecin\": \"DURAND\",\n            \"emailMedecin\": \"a.durand@exemple.fr\",\n            \"telephoneMedecin\": \"+33 1 02 03 04 05\",\n            \"RPPS\": \"10001234565\"\n          }\n        ]",
    "\"liberal\": []",
);
const FILLED: (&str, &str) = (
    "\"structure\": {}",
    "\"structure\": {\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a@b.fr\", \"telephoneResponsable\": \"01\", \"FINESSGeo\": [\"750000002\"]}",
);

/// A demande for a STRUCTURE, changed further.
fn for_structure(from: &str, to: &str) -> String {
    changed("MDV-LGC", &[STRUCTURE, NO_DOCTOR, FILLED, (from, to)])
}

#[test]
fn a_flag_that_must_be_filled_is_not_said_to_take_null() {
    check_type(
        &edited("MDV-LGC", "\"isMandataire\": false", "\"isMandataire\": 12"),
        "`true` ou `false`",
        "Écrivez `true` ou `false`.",
        "",
    );
}

#[test]
fn a_flag_of_a_structure_is_false_or_null() {
    check_type(
        &for_structure("\"isMandataire\": false", "\"isMandataire\": \"oui\""),
        "`false` dans cette demande",
        "Écrivez `false`, si c'est bien la valeur voulue.",
        "Écrire `false`",
    );
}

#[test]
fn what_must_be_null_here_is_null_whatever_its_type() {
    check_type(
        &edited(
            "MDV-LGC",
            "\"nomMandataire\": null",
            "\"nomMandataire\": 12",
        ),
        "`null` dans cette demande",
        "Écrivez `null`, si c'est bien la valeur voulue.",
        "Écrire `null`",
    );
}

#[test]
fn the_list_of_doctors_of_a_structure_is_empty() {
    check_type(
        &for_structure("\"liberal\": []", "\"liberal\": 12"),
        "`[]` dans cette demande",
        "Écrivez `[]`, si c'est bien la valeur voulue.",
        "Écrire `[]`",
    );
    check_help(
        &for_structure("        \"liberal\": [],\n", ""),
        "S001",
        "Ajoutez, dans le bloc qui s'ouvre ligne 16, `\"liberal\": []`.",
        "Ajouter `\"liberal\": []`",
    );
}

#[test]
fn null_is_offered_where_it_passes() {
    check_type(
        &edited(
            "MDV-LGC",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": 12",
        ),
        "un code d'opérateur entre guillemets, ou `null`",
        "Écrivez un code d'opérateur entre guillemets, ou `null`, par exemple `\"MAI_15\"`.",
        "",
    );
    // Without an example that is null itself.
    check_type(
        &edited(
            "HOP-PFI",
            "\"operateurMessagerie\": null",
            "\"operateurMessagerie\": 12",
        ),
        "un code d'opérateur entre guillemets, ou `null`",
        "Écrivez un code d'opérateur entre guillemets, ou `null`.",
        "",
    );
}

#[test]
fn a_key_to_add_has_the_value_that_this_demande_asks_for() {
    check_help(
        &without("MDV-LGC", "        \"nomMandataire\": null,"),
        "S001",
        "Ajoutez, dans le bloc qui s'ouvre ligne 16, `\"nomMandataire\": null`.",
        "Ajouter `\"nomMandataire\": null`",
    );
}

#[test]
fn a_number_is_quoted_when_it_is_the_value() {
    let version = |value: &str| {
        let text = edited(
            "MS1-DUI",
            "\"ancienneVersion\": \"2.4\",\n          \"isMaitreId\": true,\n          \"isStockageId\": false,\n          \"operateurMessagerie\": null,\n          \"profilMetier\": \"PA\"",
            &format!(
                "\"ancienneVersion\": {value}, \"isMaitreId\": true, \"isStockageId\": false, \"operateurMessagerie\": null, \"profilMetier\": \"PA\""
            ),
        );
        said(&text, "S003").remove(0)[2].clone()
    };
    assert_eq!(version("2.4"), "Écrire `\"2.4\"`");
    let email = edited("MDV-LGC", "\"a.durand@exemple.fr\"", "12");
    check_type(
        &email,
        "un texte entre guillemets",
        "Écrivez un texte entre guillemets, par exemple `\"a.durand@exemple.fr\"`.",
        "",
    );
}

#[test]
fn a_text_for_a_list_is_put_in_one_when_it_is_the_value() {
    let finess = |value: &str| {
        edited(
            "MS1-DUI",
            "[\n              \"123456789\",\n              \"234567891\"\n            ]",
            value,
        )
    };
    let list = "une liste entre crochets `[ ]`";
    check_type(
        &finess("\"123456789\""),
        list,
        "Écrivez `[\"123456789\"]`.",
        "Écrire `[\"123456789\"]`",
    );
    check_type(
        &finess("\"oui\""),
        list,
        "Écrivez une liste entre crochets `[ ]`, par exemple `[\"123456789\"]`.",
        "",
    );
}

#[test]
fn a_block_for_a_list_of_blocks_is_put_in_one() {
    let header = |list: &str| {
        format!(
            "{{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\": {list}}}"
        )
    };
    let list = "une liste entre crochets `[ ]`";
    check_type(
        &header("{\"numLigne\": 1}"),
        list,
        "Entourez la valeur de crochets : `[` devant, `]` derrière.",
        "",
    );
    check_type(
        &header("\"\""),
        list,
        "Écrivez une liste entre crochets `[ ]`, comme dans le modèle.",
        "",
    );
}

#[test]
fn an_empty_choice_is_told_the_choices() {
    check_help(
        &edited("MDV-LGC", "\"TTC\"", "\"\""),
        "F016",
        "Écrivez `\"TTC\"` ou `\"HT\"`.",
        "Écrire la valeur, par exemple `\"TTC\"`",
    );
}

#[test]
fn an_empty_element_is_told_an_element() {
    check_help(
        &edited("MS1-DUI", "\"234567891\"\n            ]", "\"\" ]"),
        "F016",
        "Écrivez la valeur entre guillemets, par exemple `\"123456789\"`.",
        "Écrire la valeur, par exemple `\"123456789\"`",
    );
}

#[test]
fn a_word_in_quotes_for_another_software_loses_them() {
    let block = "\"PFI\": {\n          \"isCRBIOAssociated\": false,\n          \"isCRRADAssociated\": false,\n          \"operateurMessagerie\": ";
    check_help(
        &edited(
            "HOP-DPI",
            &format!("{block}null"),
            &format!("{block}\"false\""),
        ),
        "S003",
        "Retirez les guillemets : écrivez `false`.",
        "Écrire `false`",
    );
}

#[test]
fn the_name_of_a_piece_is_of_its_own_software() {
    for (profile, name) in [("HOP-PFI", "HOP-PFI-Va1"), ("HOP-RI", "HOP-RI-Va1")] {
        let text = without(
            profile,
            &format!("          \"nomFichier\": \"{name}-BDC-00001.pdf\","),
        );
        let member = format!("`\"nomFichier\": \"{name}-BDC-00001.pdf\"`");
        check_help(
            &text,
            "S001",
            &format!(
                "Ajoutez, dans le bloc qui s'ouvre ligne 32, {member} avec votre propre valeur."
            ),
            &format!("Ajouter `nomFichier`, par exemple {member}"),
        );
    }
}

#[test]
fn an_organisme_in_a_wrapper_has_its_own_keys() {
    let text = predepot_tests::template("MS1-DUI")
        .replace("\"FINESSJuridique\"", "\"og\": { \"FINESSJuridique\"")
        .replace("\"234567891\"\n            ]", "\"234567891\" ] }");
    predepot_tests::check(&text, &["S002 A 23:13 `\"og\"`"]);
}

/// A file, checked in one language: many are.
fn document(bytes: Vec<u8>) -> Document {
    let file = Dropped {
        name: NAME.to_owned(),
        content: Content::Bytes(bytes),
    };
    check_files(vec![file], &options()).files.remove(0)
}

/// Every place of a file, as JSON Pointers.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    if !at.is_empty() {
        all.push(at.to_owned());
    }
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                places(value, &format!("{at}/{key}"), all);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                places(value, &format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// How many findings of each code are on each row.
fn counted(document: &Document) -> Vec<String> {
    let of = |finding: &Diagnostic| {
        let key = finding.row.map_or("", |row| row.key);
        format!("{} {:?} {key}", finding.code.as_str(), finding.severity)
    };
    let mut all: Vec<String> = document.diagnostics.iter().map(of).collect();
    all.sort();
    all
}

/// What these edits leave or add of the row of a finding, coherence with other rows apart.
fn trouble(before: &Document, finding: &Diagnostic, edits: &[Edit]) -> Vec<String> {
    let mut left = counted(&document(apply(&before.bytes, edits)));
    let mut known = counted(before);
    let own = format!(
        "{} {:?} {}",
        finding.code.as_str(),
        finding.severity,
        finding.row.map_or("", |row| row.key)
    );
    known.swap_remove(known.iter().position(|one| *one == own).expect("its own"));
    for one in known {
        if let Some(at) = left.iter().position(|other| *other == one) {
            left.swap_remove(at);
        }
    }
    let key = finding.row.map_or("", |row| row.key);
    left.retain(|one| one.ends_with(&format!(" {key}")) && !one.starts_with(['C', 'Z']));
    left
}

/// The value that a title gives as an example, and where it goes.
fn example(document: &Document, finding: &Diagnostic) -> Option<Edit> {
    let title = &finding.fix.as_ref()?.title;
    let (verb, value) = title.split_once(", par exemple `")?;
    let value = value.strip_suffix('`')?;
    let brace = Span::new(finding.span.start + 1, finding.span.start + 1);
    let hollow = document.bytes[brace.start as usize..].trim_ascii_start();
    let comma = if hollow.starts_with(b"}") { "" } else { "," };
    Some(match verb.starts_with("Ajouter") {
        true => Edit {
            span: brace,
            text: format!("{value}{comma}"),
        },
        false => Edit {
            span: finding.span,
            text: value.to_owned(),
        },
    })
}

#[test]
fn what_is_told_to_be_written_passes() {
    let pool = [
        json!(null),
        json!(""),
        json!("null"),
        json!("é x"),
        json!(12),
        json!(2.5),
        json!(true),
        json!([]),
        json!({}),
        json!("#00012"),
    ];
    let mut written = 0;
    for profile in profiles::ALL {
        for (base, file) in bases::of(profile.id) {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            for place in all {
                for value in pool.iter().map(Some).chain([None]) {
                    let mut file = file.clone();
                    let (parent, key) = place.rsplit_once('/').expect("a place");
                    match (value, file.pointer_mut(parent).expect("a parent")) {
                        (None, Value::Object(members)) => drop(members.remove(key)),
                        (None, _) => continue,
                        (Some(value), _) => {
                            *file.pointer_mut(&place).expect("a place") = value.clone();
                        }
                    }
                    let document = &document(bases::written(&file).into_bytes());
                    for finding in &document.diagnostics {
                        let Some(fix) = &finding.fix else { continue };
                        let edits = match fix.safety {
                            Safety::ASaisir => example(document, finding).into_iter().collect(),
                            Safety::Sure | Safety::AConfirmer => fix.edits.clone(),
                        };
                        if edits.is_empty() {
                            continue;
                        }
                        written += 1;
                        let mut left = trouble(document, finding, &edits);
                        // The example of a name is an order's.
                        left.retain(|one| !one.starts_with("N012") && !one.starts_with("N015"));
                        assert!(
                            left.is_empty(),
                            "{} {base} {place} = {value:?}: {} {}, {left:?}",
                            profile.id,
                            finding.code.as_str(),
                            fix.title
                        );
                    }
                }
            }
        }
    }
    assert!(written > 1000, "{written}");
}
