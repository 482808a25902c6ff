//! The deposit made right: what is sure goes in new ZIPs, and the rest is left with its reason.

use predepot::check::{PieceState, Preparation, Unicode, Verdict, prepare};
use predepot::render::answer;
use predepot_tests::zip::{Entry, PDF, deflated, file, zip};
use predepot_tests::{NAME, report_of_all, several, template};

const BDC: &str = "MDV-LGC-Va1-BDC-00001.pdf";
const SECOND: &str = "MDV-LGC-Va1-BDC-00002.pdf";

fn pieces(entries: Vec<Entry>) -> Vec<u8> {
    zip(entries).bytes()
}

/// What can be made of these files: "zip <name>: <pieces>", "left <name>: <why>", "aside <n>".
#[track_caller]
fn check(files: &[(&str, &[u8])], expected: &[&str]) -> Preparation {
    check_renamed(files, &[], expected)
}

/// The same, with the names that pieces had before.
#[track_caller]
fn check_renamed(
    files: &[(&str, &[u8])],
    renamings: &[(String, String)],
    expected: &[&str],
) -> Preparation {
    let report = report_of_all(files);
    let made = prepare(&report, Unicode::default(), renamings);
    let mut found = Vec::new();
    for zip in &made.zips {
        let names = zip.pieces.iter().map(|piece| &piece.source.stored.name[..]);
        found.push(format!(
            "zip {}: {}",
            zip.name,
            names.collect::<Vec<_>>().join(" ")
        ));
    }
    for left in &made.left {
        let name = report.pieces[left.row]
            .expected
            .as_ref()
            .map(|piece| &piece.name[..]);
        let why: Vec<&str> = left.why.split(' ').take(3).collect();
        found.push(format!(
            "left {}: {}",
            name.unwrap_or_default(),
            why.join(" ")
        ));
    }
    if !made.aside.is_empty() {
        found.push(format!("aside {}", made.aside.len()));
    }
    assert_eq!(found, expected);
    // What is made conforms, whatever it was made from, and holds what was there.
    let mut again: Vec<(&str, Vec<u8>)> = vec![(NAME, files[0].1.to_vec())];
    for zip in &made.zips {
        let mut bytes = Vec::new();
        let records = zip.records();
        for (record, piece) in records.iter().zip(&zip.pieces) {
            bytes.extend(record);
            let range = &piece.source.range;
            let source = files[piece.from.file].1;
            bytes.extend(&source[range.start as usize..range.end as usize]);
        }
        bytes.extend(records.last().into_iter().flatten());
        assert_eq!(bytes.len() as u64, zip.size);
        again.push((&zip.name, bytes));
    }
    let again: Vec<(&str, &[u8])> = again
        .iter()
        .map(|(name, bytes)| (*name, &bytes[..]))
        .collect();
    let report = report_of_all(&again);
    let present = report
        .pieces
        .iter()
        .filter(|row| row.state == PieceState::Presente)
        .count();
    assert_eq!(
        present,
        made.zips.iter().map(|zip| zip.pieces.len()).sum::<usize>()
    );
    for zip in &report.files[1..] {
        assert_eq!(zip.verdict, Verdict::Pret, "{:?}", zip.diagnostics);
    }
    made
}

fn of_two() -> String {
    several("MDV-LGC", 2)
}

const MADE: &str = "zip PIECES-1234567890-20231015-001.zip:";

#[test]
fn a_zip_that_is_right_needs_nothing() {
    let made = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(vec![file(BDC, PDF)])),
        ],
        &[&format!("{MADE} {BDC}")],
    );
    assert!(!made.needed);
}

#[test]
fn folders_near_names_and_loose_pieces_are_put_right() {
    let made = check(
        &[
            (NAME, of_two().as_bytes()),
            (
                "a.zip",
                &pieces(vec![
                    deflated("x/mdv-lgc-val-bdc-00001.PDF", PDF).streamed(),
                ]),
            ),
            (SECOND, PDF),
        ],
        &[&format!("{MADE} {BDC} {SECOND}")],
    );
    assert!(made.needed);
}

#[test]
fn copies_are_one_piece_and_other_contents_are_not() {
    let other = [PDF, b"%%EOF"].concat();
    check(
        &[
            (NAME, of_two().as_bytes()),
            ("a.zip", &pieces(vec![file(BDC, PDF), file(SECOND, PDF)])),
            (
                "b.zip",
                &pieces(vec![deflated(BDC, PDF), file(SECOND, &other)]),
            ),
        ],
        &[
            &format!("{MADE} {BDC}"),
            &format!("left {SECOND}: plusieurs fichiers différents"),
            "aside 3",
        ],
    );
}

#[test]
fn what_is_at_fault_gives_way_to_what_is_not() {
    check(
        &[
            (NAME, of_two().as_bytes()),
            (
                "a.zip",
                &pieces(vec![file(BDC, b"<html>"), file(SECOND, b"")]),
            ),
            (BDC, PDF),
        ],
        &[
            &format!("{MADE} {BDC}"),
            &format!("left {SECOND}: le fichier trouvé"),
            "aside 2",
        ],
    );
}

#[test]
fn what_is_missing_and_what_nobody_declares() {
    check(
        &[
            (NAME, of_two().as_bytes()),
            (
                "a.zip",
                &pieces(vec![
                    file(BDC, PDF),
                    file("scan.pdf", PDF),
                    file("__MACOSX/x", b"x"),
                ]),
            ),
        ],
        &[
            &format!("{MADE} {BDC}"),
            &format!("left {SECOND}: introuvable dans ce"),
            "aside 1",
        ],
    );
}

#[test]
fn two_near_names_are_not_chosen_from() {
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            (
                "a.zip",
                &pieces(vec![
                    file("mdv-lgc-va1-bdc-00001.pdf", PDF),
                    file("MDV-LGC-Va1-BDC-00001.PDF", PDF),
                ]),
            ),
        ],
        &[&format!("left {BDC}: plusieurs noms se"), "aside 2"],
    );
}

#[test]
fn a_name_to_be_corrected_in_the_json_comes_first() {
    let wrong = template("MDV-LGC").replace("Va1-BDC", "Val-BDC");
    check(
        &[
            (NAME, wrong.as_bytes()),
            ("a.zip", &pieces(vec![file(BDC, PDF)])),
        ],
        &["left MDV-LGC-Val-BDC-00001.pdf: son nom est", "aside 1"],
    );
}

#[test]
fn a_name_that_is_declared_twice() {
    let twice = of_two().replace("BDC-00002", "BDC-00001");
    let wrong = format!("left {BDC}: le JSON la");
    let report = report_of_all(&[
        (NAME, twice.as_bytes()),
        ("a.zip", &pieces(vec![file(BDC, PDF)])),
    ]);
    let made = prepare(&report, Unicode::default(), &[]);
    assert!(made.zips.is_empty(), "{wrong}");
}

#[test]
fn nothing_is_taken_from_a_zip_that_reads_two_ways() {
    let hidden = zip([file(BDC, PDF).after(&pieces(vec![file(BDC, b"%PDF-2.0 %%EOF")]))]);
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &hidden.bytes()),
        ],
        &[&format!("left {BDC}: le ZIP où"), "aside 1"],
    );
}

#[test]
fn a_zip_that_would_be_too_heavy_is_two() {
    use predepot::check::{Content, Dropped, Options};
    use predepot::piece::{Content as Found, Kind, Loose};
    let json = several("MDV-LGC", 100);
    let mut files = vec![Dropped {
        name: NAME.to_owned(),
        content: Content::Bytes(json.into_bytes()),
    }];
    let content = Found {
        kind: Kind::Pdf,
        truncated: false,
        protected: false,
    };
    files.extend((1..=100).map(|id| Dropped {
        name: format!("MDV-LGC-Va1-BDC-{id:05}.pdf"),
        content: Content::Piece(Loose {
            size: 2_999_999,
            content: Some((content, 0)),
            sha256: None,
        }),
    }));
    let report = predepot::check::check(files, &Options::default());
    let made = prepare(&report, Unicode::default(), &[]);
    let sizes: Vec<(&str, usize, bool)> = made
        .zips
        .iter()
        .map(|zip| (&zip.name[..], zip.pieces.len(), zip.size <= 200_000_000))
        .collect();
    assert_eq!(
        sizes,
        [
            ("PIECES-1234567890-20231015-001-1.zip", 66, true),
            ("PIECES-1234567890-20231015-001-2.zip", 34, true)
        ]
    );
}

// After an answer of the portal: the pieces under the names that the new numbers give them.

/// An answer that accepts the first of two demandes and rejects the second, the new JSON, and the names that changed.
fn answered() -> (String, String, Vec<(String, String)>) {
    let text = of_two()
        .replacen(
            "\"codeTraitement\": null",
            "\"codeTraitement\": \"0000\"",
            1,
        )
        .replacen("\"codeTraitement\": null", "\"codeTraitement\": \"12\"", 1);
    let report = report_of_all(&[(NAME, text.as_bytes())]);
    let numeros = ["A0002".to_owned()];
    let again = answer::resubmission(&report.files[0], &numeros);
    let json = String::from_utf8_lossy(&again.bytes).into_owned();
    (text, json, again.renamings)
}

const RENEWED: &str = "MDV-LGC-Va1-BDC-A0002.pdf";

#[test]
fn a_piece_under_the_name_of_its_former_number() {
    let (answer, json, renamings) = answered();
    assert_eq!(renamings, [(SECOND.to_owned(), RENEWED.to_owned())]);
    let before = pieces(vec![file(BDC, PDF), file(SECOND, PDF)]);
    let made = check_renamed(
        &[(NAME, json.as_bytes()), ("a.zip", &before)],
        &renamings,
        &[
            &format!("zip PIECES-1234567890-20231015-001.zip: {RENEWED}"),
            "aside 1",
        ],
    );
    assert!(made.needed);
    // The answer beside it changes nothing.
    check_renamed(
        &[
            (NAME, json.as_bytes()),
            ("a.zip", &before),
            ("retour.json", answer.as_bytes()),
        ],
        &renamings,
        &[&format!(
            "zip PIECES-1234567890-20231015-001.zip: {RENEWED}"
        )],
    );
}

#[test]
fn a_piece_under_its_new_name_comes_first() {
    let (_, json, renamings) = answered();
    let both = pieces(vec![file(SECOND, b"%PDF-1.4 %%EOF"), file(RENEWED, PDF)]);
    check_renamed(
        &[(NAME, json.as_bytes()), ("a.zip", &both)],
        &renamings,
        &[
            &format!("zip PIECES-1234567890-20231015-001.zip: {RENEWED}"),
            "aside 1",
        ],
    );
}

#[test]
fn without_renaming_a_former_name_is_not_known() {
    let (_, json, _) = answered();
    let before = pieces(vec![file(SECOND, PDF)]);
    check(
        &[(NAME, json.as_bytes()), ("a.zip", &before)],
        &[&format!("left {RENEWED}: introuvable dans ce"), "aside 1"],
    );
}

#[test]
fn two_files_of_a_former_name_are_a_doubt() {
    let (_, json, renamings) = answered();
    let one = pieces(vec![file(SECOND, PDF)]);
    let other = pieces(vec![file(SECOND, b"%PDF-1.4 %%EOF")]);
    check_renamed(
        &[(NAME, json.as_bytes()), ("a.zip", &one), ("b.zip", &other)],
        &renamings,
        &[
            &format!("left {RENEWED}: plusieurs fichiers différents"),
            "aside 2",
        ],
    );
}
