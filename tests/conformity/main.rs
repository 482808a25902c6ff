//! `docs/conformite.tsv` holds every normative sentence of the documents: none is lost, each has a rule or a reason, and what it names exists.

#![allow(
    clippy::panic,
    reason = "a test whose material is missing or broken must fail"
)]

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use predepot::catalog::Code;
use predepot::profile::{Format, Limit, Profile};
use predepot::profiles;

/// Letter, number of sentences, document.
const DOCUMENTS: [(char, usize, &str); 3] = [
    ('M', 135, "MS1-DUI"),
    ('V', 108, "MDV-LGC"),
    ('H', 103, "HOP-DPI"),
];

/// Places that are no line of a table.
const OTHER_PLACES: [&str; 4] = ["fichier", "zip", "nom-du-json", "nom-de-piece"];

struct Sentence {
    id: String,
    document: String,
    section: String,
    lines: Vec<String>,
    codes: Vec<String>,
    tests: Vec<String>,
    reason: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sentences() -> Vec<Sentence> {
    let path = root().join("docs/conformite.tsv");
    let table = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let words = |cell: &str| cell.split_whitespace().map(str::to_owned).collect();
    table
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, document, section, _, _, lines, codes, tests, reason] = cells[..] else {
                panic!("not nine cells: {line}");
            };
            Sentence {
                id: id.to_owned(),
                document: document.to_owned(),
                section: section.to_owned(),
                lines: words(lines),
                codes: words(codes),
                tests: words(tests),
                reason: reason.trim().to_owned(),
            }
        })
        .collect()
}

/// Archives are not in the table of codes of this version.
fn is_of_archives(code: &str) -> bool {
    code.len() == 4 && code.starts_with('Z') && code[1..].bytes().all(|b| b.is_ascii_digit())
}

fn profile(document: &str) -> &'static Profile {
    profiles::by_id(document).unwrap_or_else(|| panic!("no profile {document}"))
}

/// A line of the profile, or an entry of one that is a list.
fn has_line(profile: &Profile, place: &str) -> bool {
    profile.lines().iter().any(|(path, row)| {
        *path == place
            || place.strip_suffix("/*") == Some(path) && matches!(row.format, Format::Array { .. })
    })
}

#[test]
fn every_sentence_is_there_once_and_in_order() {
    let expected: Vec<(String, &str)> = DOCUMENTS
        .iter()
        .flat_map(|&(letter, count, document)| {
            (1..=count).map(move |number| (format!("{letter}{number:03}"), document))
        })
        .collect();
    let written = sentences();
    let written: Vec<(String, &str)> = written
        .iter()
        .map(|sentence| (sentence.id.clone(), sentence.document.as_str()))
        .collect();
    assert_eq!(written, expected);
}

#[test]
fn every_sentence_has_a_rule_or_a_reason() {
    for Sentence {
        id, codes, reason, ..
    } in sentences()
    {
        assert!(
            !codes.is_empty() || !reason.is_empty(),
            "{id}: neither code nor reason"
        );
    }
}

#[test]
fn every_code_exists() {
    for Sentence { id, codes, .. } in sentences() {
        for code in codes {
            let known = Code::ALL.iter().any(|known| known.as_str() == code);
            assert!(known || is_of_archives(&code), "{id}: no code {code}");
        }
    }
}

#[test]
fn every_line_is_of_the_profile() {
    for Sentence {
        id,
        document,
        lines,
        ..
    } in sentences()
    {
        for line in lines {
            assert!(
                OTHER_PLACES.contains(&line.as_str()) || has_line(profile(&document), &line),
                "{id}: {document} has no line {line}"
            );
        }
    }
}

#[test]
fn every_citation_of_the_profiles_is_of_their_document() {
    let known: HashSet<(String, String)> = sentences()
        .into_iter()
        .map(|sentence| (sentence.id, sentence.document))
        .collect();
    for profile in profiles::ALL {
        let rows = profile.lines();
        let cited = rows
            .iter()
            .map(|(path, row)| (path.as_str(), row.sentences))
            .chain(
                profile
                    .reminders
                    .iter()
                    .map(|reminder| (reminder.text, reminder.sentences)),
            );
        for (place, sentences) in cited {
            assert!(!sentences.is_empty(), "{} {place}: no sentence", profile.id);
            for id in sentences.split_whitespace() {
                assert!(
                    known.contains(&(id.to_owned(), profile.document.to_owned())),
                    "{} {place}: {id} is no sentence of {}",
                    profile.id,
                    profile.document
                );
            }
        }
    }
}

/// Those of every file with their documents, then those of each profile with its own.
fn limits() -> Vec<(Vec<&'static str>, &'static Limit)> {
    let all = DOCUMENTS.map(|(_, _, document)| document).to_vec();
    let common = profiles::LIMITS.iter().map(|limit| (all.clone(), limit));
    let own = profiles::ALL.iter().flat_map(|profile| {
        let limits = profile.limits.iter();
        limits.map(|limit| (vec![profile.document], limit))
    });
    common.chain(own).collect()
}

#[test]
fn every_limit_is_of_its_documents() {
    let sentences = sentences();
    for (documents, limit) in limits() {
        let cited: Vec<&Sentence> = limit
            .sentences
            .split_whitespace()
            .filter_map(|id| sentences.iter().find(|sentence| sentence.id == id))
            .collect();
        assert_eq!(
            cited.len(),
            limit.sentences.split_whitespace().count(),
            "{}: a sentence that is not",
            limit.text
        );
        for document in documents {
            assert!(
                cited.iter().any(|sentence| sentence.document == document),
                "{}: no sentence of {document}",
                limit.text
            );
        }
        assert!(
            cited
                .iter()
                .any(|sentence| sentence.section == limit.section),
            "{}: none of its sentences is in section {}",
            limit.text,
            limit.section
        );
    }
}

/// The table says so of these sentences: it must be true.
#[test]
fn what_is_said_to_be_recalled_is() {
    let cited: HashSet<&str> = limits()
        .iter()
        .flat_map(|(_, limit)| limit.sentences.split_whitespace())
        .collect();
    let mut recalled = 0;
    for Sentence { id, reason, .. } in sentences() {
        if reason.contains("« Ce que cette page ne peut pas vérifier »") {
            recalled += 1;
            assert!(cited.contains(id.as_str()), "{id}: recalled nowhere");
        }
    }
    assert!(recalled > 40, "{recalled} sentences are recalled");
}

/// A sentence with a rule on the JSON names a test that shows it; the rules on archives have their own.
#[test]
fn every_rule_on_the_json_is_shown_by_a_test() {
    for Sentence {
        id, codes, tests, ..
    } in sentences()
    {
        if codes.iter().any(|code| !is_of_archives(code)) {
            assert!(!tests.is_empty(), "{id}: no test");
        }
    }
}

#[test]
fn every_test_exists() {
    let mut sources = String::new();
    for folder in ["tests", "crates"] {
        read_sources(&root().join(folder), &mut sources);
    }
    let functions: HashSet<&str> = sources
        .split("fn ")
        .skip(1)
        .filter_map(|rest| rest.split(['(', '<']).next())
        .collect();
    for Sentence { id, tests, .. } in sentences() {
        for test in tests {
            assert!(functions.contains(test.as_str()), "{id}: no test {test}");
        }
    }
}

fn read_sources(folder: &Path, sources: &mut String) {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            read_sources(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
        }
    }
}
