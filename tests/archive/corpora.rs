//! Archives that no one here wrote, when they are beside the repository (`../shared/corpora`) or where `PREDEPOT_CORPORA` says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use predepot::diag::Severity;
use predepot::zip::read;

use super::{checked, findings, read_by};

/// Accepted by their authors, refused here: the start of the names, the codes, why.
const REFUSED: &[(&str, &str, &str)] = &[
    (
        "zip/yauzl/success/bogus-compression-method.zip",
        "Z011",
        "only listed by its author's test: method 7 cannot be read",
    ),
    (
        "zip/yauzl/success/sloppy-filenames.zip",
        "Z013 Z020",
        "backslashes, in the directory only",
    ),
    (
        "zip/yauzl/success/unicode-path-extra-field.zip",
        "Z020",
        "its local header runs into what follows, and its UTF-8 name has a second one",
    ),
    (
        "zip/go/dupdir.zip",
        "Z014",
        "a file and a folder of the same name",
    ),
    (
        "zip/go/test-baddirsz.zip",
        "Z020",
        "the end record gives another size of the directory",
    ),
    (
        "zip/go/inline/TestIssue12449-0.zip",
        "Z020",
        "end records in a comment and in extra fields",
    ),
    (
        "zip/go/inline/rZipBytes-0.zip",
        "Z017",
        "an archive in the archive",
    ),
    (
        "zip/rc-zip/found-me-",
        "Z011",
        "methods that few tools read",
    ),
    (
        "zip/rc-zip/wine-zeroed.zip.bz2",
        "Z001",
        "compressed once more; below it has more than 10,000 entries (X003)",
    ),
];

/// Refused by their authors, no error here.
const ACCEPTED: &[(&str, &str)] = &[
    (
        "zip/yauzl/failure/Invalid comment length",
        "one byte after the end record: other authors accept it, and it is only a warning",
    ),
    (
        "zip/rc-zip/zipslip.zip",
        "a symbolic link: nothing is unpacked here, and under the name of a piece its content is refused (Z007)",
    ),
];

pub(super) fn corpora() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora");
    let corpora =
        std::env::var_os("PREDEPOT_CORPORA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let found = corpora.join("zip").is_dir();
    if !found {
        println!("skipped: there are no archives in {}", corpora.display());
    }
    found.then_some(corpora)
}

/// The codes found, errors and others; in less than a second, and the same byte by byte.
fn codes(path: &Path) -> (Vec<String>, Vec<String>) {
    let bytes = std::fs::read(path).unwrap();
    let start = Instant::now();
    let archive = read(&bytes);
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "{}",
        path.display()
    );
    assert_eq!(read_by(&bytes, 1), archive, "{}", path.display());
    let document = checked(archive);
    let of = |wanted: bool| {
        let mut codes: Vec<String> = document
            .diagnostics
            .iter()
            .filter(|finding| (finding.severity == Severity::Erreur) == wanted)
            .map(|finding| finding.code.as_str().to_owned())
            .collect();
        codes.sort();
        codes.dedup();
        codes
    };
    (of(true), of(false))
}

#[test]
fn what_others_accept_and_refuse() {
    let Some(corpora) = corpora() else { return };
    let manifest = std::fs::read_to_string(corpora.join("manifest.tsv")).unwrap();
    let mut wrong = Vec::new();
    let mut counts = BTreeMap::new();
    for line in manifest.lines().filter(|line| line.starts_with("zip/")) {
        let mut cells = line.split('\t');
        let (name, verdict) = (cells.next().unwrap(), cells.nth(1).unwrap());
        let path = corpora.join(name);
        if !path.is_file() || name.ends_with(".tar.xz") {
            continue;
        }
        *counts.entry(verdict.to_owned()).or_insert(0) += 1;
        let (errors, others) = codes(&path);
        let refused = REFUSED.iter().find(|(start, ..)| name.starts_with(start));
        let accepted = ACCEPTED.iter().any(|(start, _)| name.starts_with(start));
        let right = match verdict {
            "accept" => {
                refused.map_or(String::new(), |(_, codes, _)| (*codes).to_owned())
                    == errors.join(" ")
            }
            "reject" | "encrypted" | "entry" => errors.is_empty() == accepted,
            _ => true,
        };
        if !right {
            wrong.push(format!("{verdict} {name}: {errors:?} {others:?}"));
        }
    }
    println!("{counts:?}");
    assert!(counts["accept"] > 50 && counts["reject"] > 25, "{counts:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Archives that some readers read differently: types of inconsistency, how many have neither error nor warning, and why that is right.
const SILENT: &[(&str, usize, &str)] = &[
    (
        "a2",
        52,
        "all their records agree: the readers that differ do so by themselves (12 are in the forms of `zip -fz` and of `zip` to a pipe)",
    ),
    ("a4", 1, "a folder without a content nor attributes"),
    (
        "b2",
        56,
        "names of ordinary ASCII characters, refused by one reader or another",
    ),
];

#[test]
fn what_others_read_in_several_ways() {
    let Some(corpora) = corpora() else { return };
    let packed = corpora.join("zip/zipdiff-all-5927.tar.xz");
    let folder = std::env::temp_dir().join(format!("predepot-zipdiff-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let unpacked = Command::new("tar")
        .arg("xf")
        .arg(&packed)
        .arg("-C")
        .arg(&folder)
        .status();
    if !unpacked.is_ok_and(|status| status.success()) {
        println!("skipped: {} cannot be unpacked here", packed.display());
        return;
    }
    let mut silent: BTreeMap<String, usize> = BTreeMap::new();
    let mut folders = vec![folder.clone()];
    let mut count = 0;
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "zip") {
                count += 1;
                let (errors, others) = codes(&path);
                let kind = path
                    .parent()
                    .and_then(Path::file_name)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                if errors.is_empty() && others.is_empty() {
                    *silent.entry(kind).or_default() += 1;
                }
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(count, 5927);
    let expected: BTreeMap<String, usize> = SILENT
        .iter()
        .map(|&(kind, count, _)| (kind.to_owned(), count))
        .collect();
    assert_eq!(silent, expected);
}

/// A finding for each file, to be read: `cargo test -p predepot-tests --test archive -- --ignored --nocapture list`.
#[test]
#[ignore = "prints, and checks nothing"]
fn list() {
    let Some(corpora) = corpora() else { return };
    for folder in [
        "yauzl/success",
        "yauzl/failure",
        "go",
        "go/inline",
        "rc-zip",
    ] {
        for entry in std::fs::read_dir(corpora.join("zip").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let document = checked(read(&std::fs::read(&path).unwrap()));
                println!("{}: {:?}", path.display(), findings(&document));
            }
        }
    }
}
