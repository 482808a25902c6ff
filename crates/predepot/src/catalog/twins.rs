//! The two languages say the same: entry by entry, sentence by sentence, value by value.

use super::english::{self, TWINS};
use super::said::{braces, name, views, which, written};
use super::samples::{Sample, samples};
use super::{Language, Rule, rules, words};
use crate::profiles;
use Language::{Anglais, Francais};

/// A rule in both languages.
fn both() -> impl Iterator<Item = [&'static Rule; 2]> {
    rules().map(|rule| Language::ALL.map(|language| rule.in_language(language)))
}

/// The pairs of texts, French first.
fn twins() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = TWINS.into_iter().flat_map(str::lines);
    lines.filter_map(|line| line.split_once('\t'))
}

/// Every text of the catalogue in a language, with a name for it.
fn texts(language: Language) -> Vec<(&'static str, &'static str)> {
    let rules = rules().map(|rule| rule.in_language(language));
    let entries = rules.flat_map(|rule| {
        [rule.summary, rule.why, rule.doubt].map(|text| (rule.code.as_str(), text))
    });
    let sentences = written(language)
        .flat_map(|(name, sentences)| sentences.each().map(move |sentence| (name, sentence)));
    let twins = twins().map(|(french, english)| (french, language.either(french, english)));
    entries.chain(sentences).chain(twins).collect()
}

#[test]
fn every_rule_is_in_both_languages() {
    for [french, english] in both() {
        let name = french.code.as_str();
        assert_eq!(
            french.code, english.code,
            "write {name} in English in the order of the codes"
        );
        assert_eq!(
            french.doubt.is_empty(),
            english.doubt.is_empty(),
            "{name}: a doubt is said in both languages"
        );
        assert!(
            !english.summary.is_empty() && !english.why.is_empty(),
            "{name}"
        );
    }
}

/// Conditions with their arguments and places without: in English, `{compte:caractère}` counts other words.
fn asked(sentence: &str) -> Vec<&str> {
    let mut asked: Vec<&str> = braces(sentence)
        .into_iter()
        .map(name)
        .map(
            |place| match place.starts_with('?') || place.starts_with("pièce") {
                true => place,
                false => place.split(':').next().unwrap_or_default(),
            },
        )
        .collect();
    asked.sort_unstable();
    asked
}

#[test]
fn sentences_have_the_same_conditions_and_places() {
    for ((name, french), (twin, english)) in written(Francais).zip(written(Anglais)) {
        assert_eq!(name, twin, "the groups of words are in the same order");
        let [french, english] =
            [french, english].map(|sentences| sentences.each().map(asked).collect::<Vec<_>>());
        assert_eq!(french, english, "{name}");
    }
    assert_eq!(words::WORDS.len(), english::WORDS.len());
}

/// What stands between backticks, sorted.
fn values(text: &str) -> Vec<&str> {
    let mut values: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    values.sort_unstable();
    values
}

#[test]
fn entries_name_the_same_values() {
    for [french, english] in both() {
        for (french, english) in [
            (french.summary, english.summary),
            (french.why, english.why),
            (french.doubt, english.doubt),
        ] {
            assert_eq!(values(french), values(english), "{english}");
        }
    }
}

#[test]
fn findings_are_said_alike() {
    for (french, english) in views(Francais).iter().zip(&views(Anglais)) {
        let code = french.diagnostic.code;
        let [rule, twin] =
            [french, english].map(|sample| super::rule(code).in_language(sample.document.language));
        for (sentences, twins) in [(rule.message, twin.message), (rule.help, twin.help)] {
            assert_eq!(which(french, sentences), which(english, twins), "{code:?}");
        }
        let (fr, en) = (french.document.lines(), english.document.lines());
        let (fr, en) = (french.view(&fr), english.view(&en));
        for (french, english) in [
            (fr.message(), en.message()),
            (fr.help(), en.help()),
            (fr.why(), en.why()),
        ] {
            assert_ne!(french, english, "{code:?}");
            assert_eq!(values(&french), values(&english), "{french}\n{english}");
        }
    }
}

#[test]
fn a_twin_has_the_values_of_its_text() {
    for (french, english) in twins() {
        let holes = |text: &str| text.matches("``").count();
        assert_eq!(holes(french), holes(english), "{french}");
        let filled = |text: &str| {
            let mut parts = text.split("``");
            let first = parts.next().unwrap_or_default().to_owned();
            let values = ["`a`", "`b`"].into_iter();
            parts
                .zip(values)
                .fold(first, |out, (part, value)| out + value + part)
        };
        assert_eq!(
            Anglais.say(&filled(french)),
            filled(english),
            "another text is taken for this one: put the longer first"
        );
        let first = twins().find(|(text, _)| *text == french);
        assert_eq!(first, Some((french, english)), "written twice");
    }
}

#[track_caller]
fn check(french: &str, english: &str) {
    assert_eq!(Anglais.say(french), english);
    assert_eq!(Francais.say(french), french);
}

#[test]
fn a_value_may_hold_anything() {
    check("Écrire `O`BRIEN`", "Write `O`BRIEN`");
    check("Écrire ````", "Write ````");
    check(
        "Ajouter `a`, par exemple `\"a\": \"`\"`",
        "Add `a`, for example `\"a\": \"`\"`",
    );
}
#[test]
fn a_name_follows_words() {
    check("méthode 99", "method 99");
    check("une image GIF", "an image of type GIF");
}
#[test]
fn what_has_no_twin_stays_as_it_is() {
    for text in [
        "U+0001",
        "Windows-1252",
        "commande",
        "Écrire `a",
        "",
        "`",
        "xyz `a`",
    ] {
        check(text, text);
    }
}

#[test]
fn what_profiles_say_has_a_twin() {
    let mut said = Vec::new();
    for profile in profiles::ALL {
        said.push(profile.title);
        said.extend(profile.reminders.iter().map(|reminder| reminder.text));
        said.extend(profile.lines().iter().map(|(_, row)| row.label));
    }
    for text in said {
        assert!(
            twins().any(|(french, _)| french == text),
            "give this its twin in english/labels.rs: {text}"
        );
    }
}

#[test]
fn a_language_is_known_by_its_code() {
    for language in Language::ALL {
        assert_eq!(Language::by_code(language.code()), Some(language));
    }
    assert_eq!(Language::by_code("EN"), None);
    assert_eq!(Language::default(), Francais);
}

/// Words that only the one or the other has.
const FRENCH: &[&str] = &[
    "le",
    "la",
    "les",
    "des",
    "du",
    "de",
    "un",
    "une",
    "est",
    "sont",
    "dans",
    "votre",
    "vous",
    "ce",
    "cette",
    "ces",
    "et",
    "ou",
    "où",
    "avec",
    "sans",
    "sous",
    "sur",
    "par",
    "pour",
    "pas",
    "ne",
    "que",
    "qui",
    "son",
    "sa",
    "ses",
    "au",
    "aux",
    "il",
    "elle",
    "en",
    "doit",
    "être",
    "écrivez",
    "renommez",
    "supprimez",
    "ajoutez",
    "trouvé",
    "fichier",
    "demande",
    "demandes",
    "pièce",
    "valeur",
    "ligne",
    "éditeur",
    "mandataire",
    "caractère",
    "entre",
    "guillemets",
    "exemple",
    "couloir",
    "logiciel",
    "portail",
    "accolade",
    "crochet",
    "virgule",
    "mo",
    "ko",
];
const ENGLISH: &[&str] = &[
    "the", "of", "and", "is", "are", "with", "without", "write", "your", "you", "this", "that",
    "which", "from", "found", "file", "request", "value", "line", "must", "between", "quotes",
    "example", "vendor", "software", "remove", "add", "rename", "mb", "kb",
];

/// The words of a text that are of neither a value nor a quotation.
fn own_words(text: &str) -> String {
    let mut own = String::new();
    for (at, part) in text.split('`').enumerate() {
        own.push_str(if at % 2 == 0 { part } else { " " });
    }
    // Names of places, quotations of the documents.
    for (open, close) in [('{', '}'), ('«', '»'), ('“', '”')] {
        while let Some(start) = own.find(open) {
            let Some(length) = own[start..].find(close) else {
                break;
            };
            let inside = own[start..start + length].to_owned();
            // What stands around the name of a place is said.
            let said = match (open, inside.trim_start_matches('{').split_once('|')) {
                ('{', Some((before, after))) => {
                    let after = after.split_once('|').map_or("", |(_, after)| after);
                    format!("{before} {after}")
                }
                _ => String::new(),
            };
            own.replace_range(start..start + length + close.len_utf8(), &said);
        }
    }
    own.to_lowercase()
}

#[track_caller]
fn check_free_of(foreign: &[&str], name: &str, text: &str) {
    let own = own_words(text);
    let found: Vec<&str> = own
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| foreign.contains(word))
        .collect();
    assert_eq!(
        found, [""; 0],
        "{name}: this is of the other language\n  {text}"
    );
}

#[test]
fn no_language_is_left_in_the_other() {
    for (name, text) in texts(Francais) {
        check_free_of(ENGLISH, name, text);
    }
    for (name, text) in texts(Anglais) {
        check_free_of(FRENCH, name, text);
        let accented = own_words(text)
            .chars()
            .find(|c| c.is_alphabetic() && !c.is_ascii());
        assert_eq!(accented, None, "{name}\n  {text}");
    }
    for sample in samples() {
        let sample: Sample = sample.speaking(Anglais);
        let lines = sample.document.lines();
        let view = sample.view(&lines);
        for text in [view.message(), view.help(), view.why()] {
            check_free_of(FRENCH, sample.diagnostic.code.as_str(), &text);
        }
    }
}

#[test]
fn leftovers_are_seen() {
    let own = own_words("The `le` {la clé} {, nommée |le|} “du” «est» X.");
    assert_eq!(
        own.split_whitespace().collect::<Vec<_>>(),
        ["the", ",", "nommée", "x."]
    );
}
