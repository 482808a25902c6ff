//! What `check` and `json` say in French has its English twin.

use predepot::catalog::Language;

use crate::code::strings;
use crate::sources::{Source, sources};

/// True for a text of several words of which one is French, outside backticks, and for a verb that a value follows.
fn is_french(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "un",
        "une",
        "ce",
        "cette",
        "ces",
        "en",
        "il",
        "est",
        "au",
        "ou",
        "et",
        "écrire",
        "ajouter",
        "supprimer",
        "déplacer",
        "renommer",
        "doubler",
    ];
    let outside = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let mut words = outside.split(|c: char| !c.is_alphabetic());
    (text.contains(' ') || VERBS.contains(&text))
        && words.any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

/// Words that are never shown: what the catalogue's conditions ask for, what a file is looked at for.
const NEVER_SHOWN: &[&str] = &[
    "un booléen",
    "un nombre",
    "un objet",
    "un tableau",
    "une chaîne",
    "ou null",
    "demande de solde",
];

/// Verbs to which a value in backticks is added.
const VERBS: &[&str] = &["Écrire", "Ajouter", "Supprimer"];

#[test]
fn what_is_said_in_french_has_a_twin() {
    let mut read = 0;
    for Source { path, text } in sources(&["rs", "ts"]) {
        let is_said = [
            "crates/predepot/src/check/",
            "crates/predepot/src/json/",
            "www/src/reason.ts",
        ]
        .iter()
        .any(|place| path.starts_with(place));
        if !is_said {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for said in strings(code).filter(|said| is_french(said)) {
            read += 1;
            let said = match VERBS.contains(&said.as_str()) {
                true => format!("{said} `x`"),
                false => said,
            };
            // A name follows: "une image {format}".
            let said = said.replace(" {format}", " x").replace(" {other}", " x");
            assert!(
                NEVER_SHOWN.contains(&said.as_str()) || Language::Anglais.say(&said) != said,
                "{path} says {said:?}. Write its English twin in catalog/english/phrases.rs."
            );
        }
    }
    assert!(read > 100, "few texts were read: correct this test");
}

#[test]
fn french_is_recognised() {
    assert!(is_french("Écrire `{x}`") && is_french("la clé"));
    assert!(!is_french("`le`") && !is_french("lignesImport") && !is_french("{}-{}"));
}
