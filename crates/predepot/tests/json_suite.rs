//! JSONTestSuite, when it is beside the repository (`../shared/corpora`) or where `PREDEPOT_CORPORA` says.

#![allow(clippy::unwrap_used, clippy::panic)]

mod json_support;

use std::path::PathBuf;

use json_support::{accepts, assert_fixes_hold, assert_well_formed, has, places};
use predepot::catalog::Code;
use predepot::json::parse;

/// What the suite leaves open, decided: the files that are accepted. The others are refused: lone surrogates (J006) and bytes
/// that are not UTF-8 (J011).
const ACCEPTED: [&str; 11] = [
    "i_number_double_huge_neg_exp.json",
    "i_number_huge_exp.json",
    "i_number_neg_int_huge_exp.json",
    "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json",
    "i_number_real_pos_overflow.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_number_very_big_negative_int.json",
    "i_structure_UTF-8_BOM_empty_object.json",
];

fn suite() -> Option<Vec<(String, Vec<u8>)>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpora");
    let corpora =
        std::env::var_os("PREDEPOT_CORPORA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let folder = std::fs::read_dir(corpora.join("json/JSONTestSuite/test_parsing")).ok()?;
    let files = folder.map(|file| file.unwrap()).map(|file| {
        (
            file.file_name().into_string().unwrap(),
            std::fs::read(file.path()).unwrap(),
        )
    });
    let mut files: Vec<_> = files.filter(|(name, _)| name.ends_with(".json")).collect();
    files.sort();
    Some(files)
}

#[test]
fn json_test_suite() {
    let Some(files) = suite() else {
        println!("skipped: JSONTestSuite is not there");
        return;
    };
    let mut wrong = Vec::new();
    let mut counts = [0; 3];
    for (name, bytes) in &files {
        let parsed = parse(bytes);
        let (kind, expected) = match name.as_bytes()[0] {
            b'y' => (0, true),
            b'n' => (1, false),
            _ => (2, ACCEPTED.contains(&name.as_str())),
        };
        counts[kind] += 1;
        if accepts(&parsed) != expected && !has(&parsed, Code::J013) {
            wrong.push(format!("{name}: {:?}", places(bytes, &parsed)));
        }
        assert_well_formed(bytes, &parsed);
        assert_fixes_hold(bytes, &parsed);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(counts, [95, 188, 35]);
}
