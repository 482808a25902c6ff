//! The ZIP of supporting documents: one named test per case, with a ZIP made on the spot (`predepot_tests::zip`).

mod agreement;
mod bombs;
mod corpora;
mod names;
mod oracle;
mod others;
mod pieces;
mod prepare;
mod reading;
mod report;
mod tools;

use predepot::check::{Content, Document, Dropped, Options, check as check_files};
use predepot::diag::{Detail, Severity};
use predepot::zip::{Archive, Session};
use predepot_tests::zip::Zip;

/// Checks a ZIP: what is found of it must be these lines, also when it is read byte by byte. "Z009 E a.pdf: somme" is a code, a severity,
/// an entry (`zip` for the whole) and the word that the finding carries, if any.
#[track_caller]
fn check(zip: &Zip, expected: &[&str]) {
    check_bytes(&zip.bytes(), expected);
}

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &[&str]) {
    assert_eq!(findings(&checked(read(bytes))), expected);
}

/// Reads a ZIP, which must give the same byte by byte and by slices of seven bytes.
#[track_caller]
fn read(bytes: &[u8]) -> Archive {
    predepot_tests::fixtures::keep(&[("pieces.zip", bytes)]);
    let archive = predepot::zip::read(bytes);
    for slice in [1, 7] {
        assert!(
            read_by(bytes, slice) == archive,
            "read {slice} bytes at a time"
        );
    }
    archive
}

/// Reads a ZIP by slices of so many bytes at most.
fn read_by(bytes: &[u8], slice: usize) -> Archive {
    let mut session = Session::new(bytes.len() as u64);
    while let Some(want) = session.wants() {
        let bytes = &bytes[want.start as usize..want.end as usize];
        assert!(!bytes.is_empty(), "nothing is asked for");
        session.give(&bytes[..bytes.len().min(slice)]);
    }
    session.finish()
}

fn checked(archive: Archive) -> Document {
    document("pieces.zip", Content::Zip(Box::new(archive)))
}

fn document(name: &str, content: Content) -> Document {
    let dropped = Dropped {
        name: name.to_owned(),
        content,
    };
    check_files(vec![dropped], &Options::default())
        .files
        .remove(0)
}

fn findings(document: &Document) -> Vec<String> {
    let line = |finding: &predepot::diag::Diagnostic| {
        let severity = match finding.severity {
            Severity::Erreur => "E",
            Severity::Avertissement => "A",
            Severity::Information => "I",
        };
        let entries = document.archive.as_ref().map(|archive| &archive.entries);
        let entry = finding
            .entry
            .zip(entries)
            .map_or("zip", |(index, entries)| &entries[index as usize].name.text);
        let detail = match &finding.detail {
            Detail::Word(word) => format!(": {word}"),
            Detail::Text(text) => format!(": {text}"),
            Detail::Count { found, .. } => format!(": {found}"),
            _ => String::new(),
        };
        format!("{} {severity} {entry}{detail}", finding.code.as_str())
    };
    document.diagnostics.iter().map(line).collect()
}
