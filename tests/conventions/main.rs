//! What ARCHITECTURE.md says is absent stays absent. Each failure says what to do.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod code;
mod hosting;
mod languages;
mod links;
mod sources;

use code::{code, words};
use sources::{Source, dependencies, sources};

/// Rust files are read whole by someone new up to here.
const MOST_LINES: usize = 700;

/// Longer files, and why they are not shared out.
const LONGER: &[(&str, &str)] = &[
    (
        "crates/predepot/src/catalog/samples.rs",
        "one sample a sentence",
    ),
    (
        "crates/predepot/tests/json_mistakes.rs",
        "one test a mistake",
    ),
    (
        "crates/xtask/src/docs/schema.rs",
        "one JSON Schema keyword a function",
    ),
];

/// The files under a folder (or the file of that path) whose code has one of these words.
#[track_caller]
fn check_absent(under: &str, forbidden: &[&str], why: &str) {
    let mut read = 0;
    for Source { path, text } in sources(&["rs"]) {
        if !path.starts_with(under) {
            continue;
        }
        read += 1;
        let code = code(&text);
        for (line, word) in words(&code) {
            assert!(
                !forbidden.contains(&word),
                "{path}:{line} says `{word}`. {why}"
            );
        }
    }
    assert!(
        read > 0,
        "there is no source under {under}: correct this test"
    );
}

#[test]
fn json_knows_no_profile() {
    check_absent(
        "crates/predepot/src/json",
        &["profile", "profiles", "check", "render", "View"],
        "The reader knows JSON only: what it finds goes to `check` through the tree and the diagnostics.",
    );
}

#[test]
fn zip_and_piece_know_no_rule() {
    for folder in ["crates/predepot/src/zip", "crates/predepot/src/piece"] {
        check_absent(
            folder,
            &["catalog", "profile", "diag", "Document", "json", "render"],
            "The readers of files say facts: what they mean for a deposit is for `check` to say.",
        );
    }
}

#[test]
fn a_zip_of_a_test_is_read_byte_by_byte_too() {
    // The helper itself, and what reads by slices of its own.
    const OWN: [&str; 3] = ["main.rs", "corpora.rs", "oracle.rs"];
    let tests = |path: &str| {
        path.starts_with("tests/archive/") && !OWN.iter().any(|own| path.ends_with(own))
    };
    let mut read = 0;
    for Source { path, text } in sources(&["rs"]) {
        if !tests(&path) {
            continue;
        }
        read += 1;
        let code = code(&text);
        for after in code.split("zip::").skip(1) {
            let end = if after.starts_with('{') { '}' } else { ' ' };
            let named = after.split([end, ';', '(']).next().unwrap_or_default();
            assert!(
                words(named).all(|(_, word)| word != "read"),
                "{path} reads a ZIP by `predepot::zip::read`: `super::read` does it again byte by byte."
            );
        }
    }
    assert!(
        read > 5,
        "the tests of ZIPs are elsewhere: correct this test"
    );
}

#[test]
fn profiles_know_no_parser() {
    for folder in [
        "crates/predepot/src/profile/",
        "crates/predepot/src/profiles/",
    ] {
        check_absent(
            folder,
            &["json", "check", "render", "Tree", "NodeId"],
            "A profile is data: write a function of `check` that reads the row.",
        );
    }
}

#[test]
fn check_knows_no_layout() {
    check_absent(
        "crates/predepot/src/check",
        &["render", "View", "typographie", "serde"],
        "Put what the sentence needs in `Diagnostic::detail`, and the sentence in `catalog`.",
    );
}

#[test]
fn render_knows_no_rule() {
    let codes: Vec<&str> = predepot::catalog::Code::ALL
        .iter()
        .map(|code| code.as_str())
        .collect();
    check_absent(
        "crates/predepot/src/render",
        &codes,
        "`render` writes what `check` found: let `check` leave it in the report.",
    );
}

#[test]
fn only_detection_names_profiles() {
    for Source { path, text } in sources(&["rs"]) {
        if !path.starts_with("crates/predepot/src/check/") || path.ends_with("/detect.rs") {
            continue;
        }
        for profile in predepot::profiles::ALL {
            let quoted = format!("\"{}\"", profile.id);
            assert!(
                !text.contains(&quoted),
                "{path} names {quoted}. Say what differs in the profile's rows or relations."
            );
        }
    }
}

#[test]
fn the_page_knows_no_rule() {
    for Source { path, text } in sources(&["ts"]) {
        if !path.starts_with("www/src/") {
            continue;
        }
        for code in predepot::catalog::Code::ALL {
            assert!(
                !text.contains(code.as_str()),
                "{path} names {}. Rules are the engine's: let it say what the page needs.",
                code.as_str()
            );
        }
    }
}

#[test]
fn nothing_is_unsafe() {
    check_absent(
        "",
        &["unsafe", "unsafe_code"],
        "Write it without; every file here does.",
    );
}

#[test]
fn nothing_is_left_to_do() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("todo", "!("),
        concat!("dbg", "!("),
        concat!("unimplemented", "!("),
    ];
    for Source { path, text } in sources(&["rs", "ts", "mjs", "css", "html", "md", "toml"]) {
        for mark in marks {
            assert!(
                !text.contains(mark),
                "{path} says `{mark}`. Do it, or say in an issue that it is to be done."
            );
        }
    }
}

#[test]
fn documents_show_no_empty_value() {
    for Source { path, text } in sources(&["md"]) {
        let line = text.lines().find(|line| line.contains(" `` "));
        assert!(
            line.is_none(),
            "{path} shows an empty value: {line:?}. Give the catalogue's sentence its example."
        );
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let architecture = sources(&["md"])
        .into_iter()
        .find(|source| source.path == "ARCHITECTURE.md")
        .unwrap();
    let found = dependencies();
    assert!(
        found.len() > 20,
        "few dependencies were found ({found:?}): correct this test"
    );
    for (manifest, name) in found {
        assert!(
            architecture.text.contains(&format!("`{name}`")),
            "{manifest} depends on `{name}`. Say why in the table of ARCHITECTURE.md, or do without."
        );
    }
}

#[test]
fn files_are_short() {
    for Source { path, text } in sources(&["rs"]) {
        let lines = text.lines().count();
        let longer = LONGER.iter().find(|(known, _)| *known == path);
        match longer {
            None => assert!(
                lines <= MOST_LINES,
                "{path} has {lines} lines. Make two files of the two things it does, or give the reason in LONGER."
            ),
            Some(_) => assert!(
                lines > MOST_LINES,
                "{path} has become short: remove it from LONGER."
            ),
        }
    }
}
