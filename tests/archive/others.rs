//! What is accepted reads the same elsewhere, over ZIPs changed at random and those of the corpora: the `zip` crate, Python's zipfile.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use predepot::zip::Archive;
use predepot_tests::random::Recipe;
use predepot_tests::zip::{file, zip};
use proptest::prelude::{any, prop};
use proptest::test_runner::{Config, TestRunner};

use super::{oracle, read};

#[test]
fn zips_changed_at_random() {
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        cases: 4_000,
        ..Config::default()
    });
    let recipe = prop::collection::vec(any::<u8>(), 0..80);
    let sizes = prop::collection::vec(any::<u8>(), 0..4);
    runner
        .run(&(recipe, sizes), |(recipe, sizes)| {
            oracle::check(&Recipe::new(&recipe).zip(), &sizes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_folder_listed_twice_with_two_sums() {
    let folder = |crc| file("dossier/", b"").with(|header| header.crc = crc);
    let bytes = zip([folder(1), folder(0)]).bytes();
    assert!(oracle::accepts(&read(&bytes)));
    oracle::check(&bytes, &[]);
}

/// Files of a folder and its subfolders.
fn files(folder: &Path, found: &mut Vec<Vec<u8>>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.extend(std::fs::read(path));
        }
    }
}

#[test]
fn the_corpora() {
    let Some(corpora) = super::corpora::corpora() else {
        return;
    };
    let mut found = Vec::new();
    files(&corpora.join("zip"), &mut found);
    for bytes in &found {
        oracle::check(bytes, &[5]);
    }
}

/// Reads the ZIPs whose names it is given; a line for each: the length and the CRC-32 of each file, or why it refuses.
const PYTHON: &str = "
import sys, zipfile, zlib
def said(info, z):
    content = b'' if info.is_dir() else z.read(info)
    return f'{len(content)} {zlib.crc32(content)}'
for path in sys.stdin.read().split():
    try:
        with zipfile.ZipFile(path) as z: print(*[said(info, z) for info in z.infolist()])
    except Exception as refusal: print('refused', path, refusal)
";

#[test]
fn python_reads_the_same() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    std::fs::create_dir_all(&folder).unwrap();
    let mut accepted: Vec<Archive> = Vec::new();
    let mut paths = String::new();
    let mut keep = |bytes: &[u8]| {
        let archive = read(bytes);
        if oracle::accepts(&archive) {
            let path = folder.join(format!("{}.zip", accepted.len()));
            std::fs::write(&path, bytes).unwrap();
            paths += &format!("{}\n", path.display());
            accepted.push(archive);
        }
    };
    let mut number = 1_u64;
    for _ in 0..3_000 {
        let recipe: Vec<u8> = (0..60)
            .map(|_| {
                number = number
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                (number >> 56) as u8
            })
            .collect();
        keep(&Recipe::new(&recipe).zip());
    }
    if let Some(corpora) = super::corpora::corpora() {
        let mut found = Vec::new();
        files(&corpora.join("zip"), &mut found);
        found.iter().for_each(|bytes| keep(bytes));
    }
    let python = Command::new("python3")
        .args(["-c", PYTHON])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut python) = python else {
        println!("skipped: python3 is not at hand");
        return;
    };
    python
        .stdin
        .take()
        .unwrap()
        .write_all(paths.as_bytes())
        .unwrap();
    let said = String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap();
    assert!(accepted.len() > 500, "few are accepted: {}", accepted.len());
    assert_eq!(said.lines().count(), accepted.len());
    for (archive, said) in accepted.iter().zip(said.lines()) {
        let entries = archive.entries.iter();
        let expected: Vec<String> = entries
            .map(|entry| format!("{} {}", entry.size, entry.central.header.crc))
            .collect();
        let may_refuse = oracle::has_surplus(archive) && said.starts_with("refused");
        assert!(
            may_refuse || said == expected.join(" "),
            "{said}\n{archive:#?}"
        );
    }
}
