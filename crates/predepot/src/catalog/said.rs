//! The templates of the catalogue: every one can be filled, and says what is written.

use super::samples::{Sample, sample, samples};
use super::sentence::Sentences;
use super::tests::check_style;
use super::{Code, Language, english, rules, words};
use crate::diag::{Detail, Diagnostic, Safety, Severity};

/// Every list of sentences in a language, with a name for it.
pub(super) fn written(language: Language) -> impl Iterator<Item = (&'static str, Sentences)> {
    let rules = rules().map(move |rule| rule.in_language(language));
    let said = rules.flat_map(|rule| [rule.message, rule.help].map(|s| (rule.code.as_str(), s)));
    said.chain(
        language
            .either(words::WORDS, english::WORDS)
            .iter()
            .copied(),
    )
}

/// What stands between braces, outside backticks.
pub(super) fn braces(sentence: &str) -> Vec<&str> {
    let words = sentence.split('`').step_by(2);
    words
        .flat_map(|words| words.split('{').skip(1))
        .map(|piece| {
            piece
                .split_once('}')
                .map_or("no closing brace", |(place, _)| place)
        })
        .collect()
}

/// The name of a place without what stands around it.
pub(super) fn name(place: &str) -> &str {
    place.split('|').nth(1).unwrap_or(place)
}

/// The samples, the same with a fix, and the same with nothing left by the check or nothing known of the file; in a language.
pub(super) fn views(language: Language) -> Vec<Sample> {
    let with = |change: fn(&mut Sample)| {
        samples().into_iter().map(move |sample| {
            let mut sample = sample.speaking(language);
            change(&mut sample);
            sample
        })
    };
    with(|_| ())
        .chain(with(|sample| sample.diagnostic.detail = Detail::None))
        .chain(with(|sample| sample.diagnostic.fix = None))
        .chain(with(|sample| {
            sample.diagnostic.detail = Detail::None;
            sample.diagnostic.fix = None;
        }))
        .chain(with(|sample| sample.diagnostic.row = None))
        .chain(with(fixed))
        .chain(with(|sample| sample.document.demandes.clear()))
        .collect()
}

fn fixed(sample: &mut Sample) {
    let span = sample.diagnostic.span;
    let diagnostic = Diagnostic::new(Code::J001, Severity::Erreur, None, span);
    let fixed = diagnostic.fix(Safety::AConfirmer, String::new(), span, "x".to_owned());
    sample.diagnostic.fix = fixed.fix;
}

/// The first sentence of the list that the sample can say.
fn said(sample: &Sample, sentences: Sentences) -> Option<&'static str> {
    sentences.each().nth(which(sample, sentences)?)
}

/// Its rank in the list.
pub(super) fn which(sample: &Sample, sentences: Sentences) -> Option<usize> {
    let lines = sample.document.lines();
    let view = sample.view(&lines);
    sentences
        .each()
        .position(|sentence| view.fill(sentence, &mut String::new()))
}

#[track_caller]
fn check_fill(sample: Sample, sentence: &str, expected: Option<&str>) {
    let lines = sample.document.lines();
    let mut out = String::new();
    let said = sample.view(&lines).fill(sentence, &mut out);
    assert_eq!(said.then_some(out.as_str()), expected);
}

fn with_text(text: &str) -> Sample {
    let mut sample = sample(Code::C007, "12");
    sample.diagnostic.detail = Detail::Text(text.to_owned());
    sample
}

#[test]
fn every_name_is_known() {
    Language::ALL.into_iter().for_each(names_are_known);
}

fn names_are_known(language: Language) {
    let views = views(language);
    let is_known = |place: &str| {
        let alone = format!("{{{}}}", name(place));
        views.iter().any(|sample| {
            let lines = sample.document.lines();
            sample.view(&lines).fill(&alone, &mut String::new())
        })
    };
    for (list, sentences) in written(language) {
        let unknown = sentences
            .each()
            .flat_map(braces)
            .filter(|place| !is_known(place));
        assert_eq!(
            unknown.collect::<Vec<_>>(),
            [""; 0],
            "{list}: no sample has anything to say for this: correct the name, or add a sample"
        );
    }
}

#[test]
fn every_sentence_is_said() {
    Language::ALL.into_iter().for_each(sentences_are_said);
}

fn sentences_are_said(language: Language) {
    let views = views(language);
    for rule in rules().map(|rule| rule.in_language(language)) {
        for sentences in [rule.message, rule.help] {
            let of_rule = views
                .iter()
                .filter(|sample| sample.diagnostic.code == rule.code);
            let said: Vec<_> = of_rule
                .filter_map(|sample| said(sample, sentences))
                .collect();
            let unsaid = sentences.each().filter(|sentence| !said.contains(sentence));
            assert_eq!(
                unsaid.collect::<Vec<_>>(),
                [""; 0],
                "{}: add a sample that says this, or remove it",
                rule.code.as_str()
            );
        }
    }
}

#[test]
fn something_is_always_said() {
    Language::ALL
        .into_iter()
        .for_each(last_sentences_ask_for_nothing);
}

fn last_sentences_ask_for_nothing(language: Language) {
    let bare = |code| {
        let mut sample = sample(code, "").speaking(language);
        sample.document.demandes.clear();
        sample.document.profile = None;
        sample
    };
    for rule in rules().map(|rule| rule.in_language(language)) {
        for sentences in [rule.message, rule.help] {
            assert!(
                said(&bare(rule.code), sentences).is_some(),
                "{}: the last sentence asks for nothing",
                rule.code.as_str()
            );
        }
    }
}

#[test]
fn a_masked_sentence_is_a_sentence() {
    for language in Language::ALL {
        for sample in samples() {
            let sample = sample.speaking(language);
            let lines = sample.document.lines();
            let mut view = sample.view(&lines);
            view.masked = Some(&[]);
            let code = sample.diagnostic.code.as_str();
            for (what, text) in [("message", view.message()), ("help", view.help())] {
                check_style(language, code, what, &text);
                assert!(!text.contains("JSON-12345"), "{code}, {what}: {text}");
            }
        }
    }
}

#[test]
fn braces_and_backticks_are_closed() {
    for (rule, sentences) in Language::ALL.into_iter().flat_map(written) {
        for sentence in sentences.each() {
            assert!(
                sentence.matches('`').count().is_multiple_of(2)
                    && braces(sentence)
                        .iter()
                        .all(|place| !place.contains("closing")),
                "{rule}\n  {sentence}"
            );
        }
    }
}

#[test]
fn a_value_is_never_read_as_a_sentence() {
    check_fill(
        with_text("{fichier} {?non} a|b"),
        "un {texte}",
        Some("un `{fichier} {?non} a|b`"),
    );
}

#[test]
fn what_stands_between_backticks_is_text() {
    check_fill(
        with_text(""),
        "écrivez `{}` ou `{ligne}`",
        Some("écrivez `{}` ou `{ligne}`"),
    );
}

#[test]
fn a_sentence_is_not_said_without_what_it_names() {
    check_fill(with_text("A"), "dans {autre fichier}", None);
}

#[test]
fn what_is_optional_is_left_out_whole() {
    check_fill(with_text("A"), "ici{ (|texte|)}.", Some("ici (`A`)."));
    check_fill(with_text("A"), "ici{ (|autre fichier|)}.", Some("ici."));
}

#[test]
fn a_condition_says_nothing() {
    check_fill(with_text("A"), "{?texte:B,A} oui", Some("oui"));
    check_fill(with_text("A"), "{?texte:B} oui", None);
}

#[test]
fn an_unknown_name_is_nothing() {
    check_fill(with_text("A"), "un {nom inconnu}", None);
    check_fill(with_text("A"), "{?nom inconnu} oui", None);
}
