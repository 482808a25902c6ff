//! Every code of the catalogue is raised by a test.

use std::path::Path;

use predepot::catalog::Code;

/// The sources of the tests, with those of the folders below.
fn sources(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.extend(std::fs::read_to_string(&path));
        }
    }
}

#[test]
fn every_code_is_raised_by_a_test() {
    let mut texts = Vec::new();
    sources(Path::new(env!("CARGO_MANIFEST_DIR")), &mut texts);
    let expected = |code: &Code| {
        ["E", "A", "I"].iter().any(|severity| {
            let line = format!("\"{} {severity} ", code.as_str());
            texts.iter().any(|text| text.contains(&line))
        })
    };
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !expected(code))
        .map(|code| code.as_str())
        .collect();
    assert!(
        missing.is_empty(),
        "no test expects {missing:?}: add one under tests/rules that checks a file and expects a line such as \"{} E 13:27 `…`\"",
        missing[0]
    );
}
