//! The table, read back as RFC 4180 says.

use predepot::check::Content;
use predepot::render::Format;
use predepot_tests::zip::{file, zip};
use predepot_tests::{NAME, template};

use super::{HOSTILE, dropped, failing, hostile, hostile_name, report, written};

/// The lines of a table and their cells.
pub(crate) fn read(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![];
    let mut line = vec![];
    let mut chars = text.strip_prefix('\u{feff}').unwrap().chars().peekable();
    while chars.peek().is_some() {
        let mut cell = String::new();
        assert_eq!(chars.next(), Some('"'), "a cell starts with a quote");
        loop {
            match chars.next().unwrap() {
                '"' if chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' => break,
                c => cell.push(c),
            }
        }
        line.push(cell);
        match chars.next() {
            Some(';') => {}
            Some('\r') => {
                assert_eq!(chars.next(), Some('\n'));
                lines.push(std::mem::take(&mut line));
            }
            other => unreachable!("{other:?} after a cell"),
        }
    }
    lines
}

/// The cells of a line, by their columns.
#[track_caller]
fn check(lines: &[Vec<String>], at: usize, expected: &[(&str, &str)]) {
    for (column, expected) in expected {
        let column = lines[0].iter().position(|name| name == column).unwrap();
        assert_eq!(lines[at][column], *expected);
    }
}

#[test]
fn a_finding_is_a_line() {
    let lines = read(&written(&report(NAME, &failing()), Format::Csv, false));
    assert_eq!(
        lines.len(),
        3,
        "the header, the ZIP that is not there, the amount"
    );
    check(
        &lines,
        2,
        &[
            ("Fichier", NAME),
            ("Profil", "MDV-LGC"),
            ("Règles", "2022-11-04"),
            ("Verdict du fichier", "rejet-demandes"),
            ("Gravité", "erreur"),
            ("Code", "F008"),
            ("Nom de la règle", "montant-deux-decimales"),
            ("Contrôle du portail", "2"),
            ("Demande", "2"),
            ("Numéro éditeur", "00002"),
            ("Entrée du ZIP", ""),
            ("Colonne", "27"),
            ("Quoi faire", "Écrivez `1075.00`."),
            ("Source", "MDV-LGC §3.2"),
            ("Emplacement", "/lignesImport/1/commande/montantSegurHT"),
        ],
    );
}

#[test]
fn a_file_without_finding_is_a_line() {
    let pdf = predepot_tests::zip::PDF;
    let pieces = zip([file("MDV-LGC-Va1-BDC-00001.pdf", pdf)]).bytes();
    let report = dropped(&[
        (NAME, Content::Bytes(template("MDV-LGC").into_bytes())),
        ("pieces.zip", Content::Bytes(pieces)),
    ]);
    let lines = read(&written(&report, Format::Csv, false));
    assert_eq!(lines.len(), 3);
    check(
        &lines,
        2,
        &[
            ("Fichier", "pieces.zip"),
            ("Code", ""),
            ("Constat", "Aucun point relevé"),
        ],
    );
}

#[test]
fn an_entry_of_a_zip_has_its_cell() {
    let pieces = zip([file("=1+1.pdf", b"")]).bytes();
    let report = dropped(&[("pieces.zip", Content::Bytes(pieces))]);
    let lines = read(&written(&report, Format::Csv, false));
    check(
        &lines,
        1,
        &[
            ("Entrée du ZIP", "'=1+1.pdf"),
            ("Ligne", ""),
            ("Emplacement", ""),
        ],
    );
}

#[test]
fn no_cell_is_a_formula() {
    for value in HOSTILE {
        let text = written(
            &report(&hostile_name(value), &hostile(value)),
            Format::Csv,
            false,
        );
        let lines = read(&text);
        assert!(lines.len() > 4, "{value:?}");
        for cell in lines.iter().flatten() {
            // What a spreadsheet that splits at commas, and trims, would see.
            for cell in cell.split([';', ',']) {
                let start = cell.trim_start_matches(|c: char| {
                    c.is_whitespace() || c == '"' || c == char::REPLACEMENT_CHARACTER
                });
                assert!(
                    !start.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{value:?} gives {cell:?}"
                );
            }
            assert!(!cell.contains(|c: char| c.is_control()), "{cell:?}");
        }
    }
}

#[test]
fn a_long_name_does_not_fill_the_table() {
    let name = "a".repeat(1 << 20);
    let text = written(&report(&name, "{}"), Format::Csv, false);
    assert!(text.len() < 100_000);
}
