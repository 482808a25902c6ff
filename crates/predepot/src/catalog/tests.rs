//! The conventions of the catalogue: what every entry and every sentence holds to.

use super::{Code, Language, example, rule, rules};
use crate::diag::Severity;

#[test]
fn the_rules_are_the_codes_in_their_order() {
    let written: Vec<Code> = rules().map(|rule| rule.code).collect();
    assert_eq!(
        written,
        Code::ALL,
        "each code has one entry, in the file of its family, in the order of code.rs"
    );
}

#[test]
fn a_code_leads_to_its_entry() {
    for &code in Code::ALL {
        assert_eq!(rule(code).code, code);
    }
}

/// REGLES section 5, the column "sev.".
const SEVERITIES: [(&str, &str); 5] = [
    (
        "E",
        "J001 J002 J003 J004 J005 J006 J007 J008 J009 J010 J011 J013 J014 J015 J016 S001 S005 S006 S008 \
         F001 F006 F007 F008 F011 F014 F017 C001 C002 C003 C004 C005 C008 C009 C010 C012 C013 C015 C016 C020 C024 C026 \
         N002 N003 N010 N011 N012 N013 N015 \
         Z001 Z002 Z005 Z007 Z008 Z009 Z010 Z011 Z013 Z014 Z015 Z017 Z020 R002 X002 X003",
    ),
    (
        "A",
        "J012 S007 S009 S010 F013 F015 C011 C014 C018 C021 C025 Z006 Z012 Z016 Z021 Z022 Z023 Z025 X001",
    ),
    ("I", "C022 N004 Z024 R001"),
    (
        "E or A",
        "S002 S003 S004 F002 F003 F004 F005 F009 F010 F016 C006 C007 C019 C023 N001 N014 Z003 Z004 Z018 Z019",
    ),
    ("E (A in derived profiles)", "F012 C017"),
];

#[test]
fn severities_are_those_of_the_specification() {
    let mut listed = 0;
    for (severities, codes) in SEVERITIES {
        for code in codes.split_whitespace() {
            let rule = rules().find(|rule| rule.code.as_str() == code);
            let written = match rule.map(|rule| rule.severities) {
                Some([Severity::Erreur]) => "E",
                Some([Severity::Avertissement]) => "A",
                Some([Severity::Information]) => "I",
                Some([Severity::Erreur, Severity::Avertissement])
                    if ["F012", "C017"].contains(&code) =>
                {
                    "E (A in derived profiles)"
                }
                Some([Severity::Erreur, Severity::Avertissement]) => "E or A",
                _ => "no form of the specification",
            };
            assert_eq!(
                written, severities,
                "{code}: write the severities of the specification"
            );
            listed += 1;
        }
    }
    assert_eq!(listed, Code::ALL.len(), "add the new code to this table");
}

#[test]
fn a_doubt_is_said_where_a_rule_can_be_error_or_warning() {
    for rule in rules() {
        let both = rule.severities.contains(&Severity::Erreur)
            && rule.severities.contains(&Severity::Avertissement);
        assert_eq!(
            !rule.doubt.is_empty(),
            both,
            "{}: `doubt` says what is uncertain in a warning of a rule that can be an error; empty otherwise",
            rule.code.as_str()
        );
    }
}

#[test]
fn every_entry_is_well_written() {
    for rule in rules() {
        let name = rule.code.as_str();
        for language in Language::ALL {
            let rule = rule.in_language(language);
            let check = |what, text| check_style(language, name, what, &language.typeset(text));
            check("summary", rule.summary);
            check("why", rule.why);
            if !rule.doubt.is_empty() {
                check("doubt", rule.doubt);
            }
        }
        let section = rule.section;
        let example = example(rule.code);
        assert!(
            !example.before.is_empty()
                && !example.after.is_empty()
                && example.before != example.after,
            "{name}: the example shows a fault and the same put right"
        );
        assert!(
            [example.before, example.after]
                .iter()
                .all(|lines| lines.lines().count() <= 6),
            "{name}: an example has 6 lines at most"
        );
        assert!(
            ["", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3", "4"].contains(&section),
            "{name}: {section} is no section of the documents"
        );
    }
}

/// What no sentence of the product says (to an assistant who knows no programming, or at all), in French.
const FORBIDDEN: &[&str] = &[
    "parse",
    "token",
    "accepté par l'asp",
    "conforme asp",
    "conforme à l'asp",
    "invalide",
    "syntaxe",
    "booléen",
    "chaîne",
    "string",
    "array",
    "objet",
    "octet",
    "erreur de",
    "veuillez",
    "null",
    "true",
    "false",
    " tu ",
    " ton ",
    " ta ",
    " tes ",
];

/// The same in English.
const FORBIDDEN_IN_ENGLISH: &[&str] = &[
    "parse",
    "token",
    "accepted by the asp",
    "asp-compliant",
    "compliant",
    "invalid",
    "syntax",
    "boolean",
    "string",
    "array",
    "object",
    " byte ",
    "error in",
    "please",
    "null",
    "true",
    "false",
    "piece",
    "«",
    "\u{a0}",
    " :",
    " ?",
];

/// Outside the backticks, once the no-break spaces are there.
const MISPLACED: &[&str] = &[
    "  ", " ,", " .", "..", " :", " ;", "« ", " »", ",,", ", ,", "``",
];

#[track_caller]
pub(super) fn check_style(language: Language, code: &str, what: &str, text: &str) {
    let check = |holds: bool, rule: &str| assert!(holds, "{code}, {what}: {rule}\n  {text}");
    check(
        text.starts_with(|first: char| first.is_uppercase() || first == '`'),
        "start with a capital",
    );
    check(text.ends_with('.'), "end with a full stop");
    check(
        text.matches('`').count().is_multiple_of(2),
        "close the backticks",
    );
    let words = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
    for fault in MISPLACED {
        check(
            !words.contains(fault),
            &format!("mind the spaces and signs: \"{fault}\""),
        );
    }
    let words = format!(" {} ", words.to_lowercase());
    for word in language.either(FORBIDDEN, FORBIDDEN_IN_ENGLISH) {
        check(
            !words.contains(word),
            &format!("say it otherwise: \"{word}\" (values go between backticks)"),
        );
    }
}
