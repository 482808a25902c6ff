//! JSONs against the ZIPs and loose pieces dropped with them: Z005, Z006, Z014, Z018, Z024, Z025, and the table of pieces.

use predepot::check::{Document, PieceRow, PieceState, Report};
use predepot::render::wire;
use predepot_tests::zip::{PDF, file, zip};
use predepot_tests::{NAME, changed, edited, report_of_all, several, template};

use super::findings;

/// The piece of the template of MDV-LGC.
const BDC: &str = "MDV-LGC-Va1-BDC-00001.pdf";

/// A ZIP of conforming pieces of these names.
fn pieces(names: &[&str]) -> Vec<u8> {
    zip(names.iter().map(|name| file(name, PDF))).bytes()
}

/// Checks files dropped together: "Z005 E JSON-….json: MDV-…" is a code, a severity, a file or an entry, and what the finding carries.
#[track_caller]
fn check(files: &[(&str, &[u8])], expected: &[&str]) -> Report {
    let report = report_of_all(files);
    assert_eq!(agreement(&report), expected);
    // In whatever order they were dropped.
    let backwards: Vec<(&str, &[u8])> = files.iter().rev().copied().collect();
    let mut found = agreement(&report_of_all(&backwards));
    let mut expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
    if !expected
        .iter()
        .any(|line| line.starts_with("Z014") || line.starts_with("Z025"))
    {
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "dropped backwards");
    }
    report
}

/// The findings of the agreement and of the JSON, each under the name of its file.
fn agreement(report: &Report) -> Vec<String> {
    let of = |document: &Document| {
        let name = document.name.clone();
        let lines = findings(document).into_iter();
        lines
            .filter(|line| !line.starts_with("C022"))
            .map(|line| line.replacen(" zip", &format!(" {name}"), 1))
            .collect::<Vec<_>>()
    };
    report.files.iter().flat_map(of).collect()
}

#[test]
fn a_piece_that_is_there() {
    let report = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("pieces.zip", &pieces(&[BDC])),
        ],
        &[],
    );
    check_rows(
        &report,
        &["1.00001 MDV-LGC-Va1-BDC-00001.pdf: Presente pieces.zip/MDV-LGC-Va1-BDC-00001.pdf"],
    );
}

#[test]
fn no_zip_and_no_piece() {
    let report = check(
        &[(NAME, template("MDV-LGC").as_bytes())],
        &[format!("Z024 I {NAME}: 0").as_str()],
    );
    let wire = wire::report(&report).files.remove(0);
    let finding = &wire.diagnostics[0];
    assert_eq!((finding.line, finding.column), (Some(1), Some(1)));
    assert_eq!(wire.verdict, "pret");
    check_rows(&report, &[]);
}

#[test]
fn nothing_declared_asks_for_no_zip() {
    let text = report_of_all(&[(NAME, b"{}")]);
    assert!(!agreement(&text).iter().any(|line| line.starts_with("Z024")));
}

#[test]
fn a_piece_that_is_missing() {
    let json = several("MDV-LGC", 2);
    let report = check(
        &[(NAME, json.as_bytes()), ("pieces.zip", &pieces(&[BDC]))],
        &[format!("Z005 E {NAME}: MDV-LGC-Va1-BDC-00002.pdf").as_str()],
    );
    let wire = wire::report(&report).files.remove(0);
    let finding = &wire.diagnostics[0];
    assert_eq!(
        (finding.pointer.as_deref(), finding.demande, finding.control),
        (
            Some("/lignesImport/1/piecesJustificatives/0/nomFichier"),
            Some(1),
            None
        )
    );
    assert_eq!(wire.verdict, "a-corriger");
    assert_eq!(
        related(&report, 0),
        [(Some("pieces.zip".to_owned()), None, None)]
    );
    check_rows(
        &report,
        &[
            "1.00001 MDV-LGC-Va1-BDC-00001.pdf: Presente pieces.zip/MDV-LGC-Va1-BDC-00001.pdf",
            "2.00002 MDV-LGC-Va1-BDC-00002.pdf: Absente",
        ],
    );
}

/// File, line and entry of the related places of the first finding of a file.
fn related(report: &Report, file: usize) -> Vec<(Option<String>, Option<u32>, Option<String>)> {
    let wire = wire::report(report).files.remove(file);
    let of = |place: &wire::WireRelated| (place.file.clone(), place.line, place.entry.clone());
    wire.diagnostics[0].related.iter().map(of).collect()
}

#[test]
fn a_file_that_no_demande_declares() {
    let report = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("pieces.zip", &pieces(&[BDC, "MDV-LGC-Va1-BDC-00009.pdf"])),
        ],
        &["Z006 A MDV-LGC-Va1-BDC-00009.pdf"],
    );
    assert_eq!(
        related(&report, 1),
        [(Some(NAME.to_owned()), Some(1), None)]
    );
    check_rows(
        &report,
        &[
            "1.00001 MDV-LGC-Va1-BDC-00001.pdf: Presente pieces.zip/MDV-LGC-Va1-BDC-00001.pdf",
            "NonDeclaree pieces.zip/MDV-LGC-Va1-BDC-00009.pdf",
        ],
    );
}

#[test]
fn folders_and_files_of_the_system_are_no_pieces() {
    let zip = zip([
        file(BDC, PDF),
        file("x/", b""),
        file("__MACOSX/._a.pdf", b"\0"),
        file("Thumbs.db", b"\0"),
    ]);
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("pieces.zip", &zip.bytes()),
        ],
        &["Z016 A __MACOSX/._a.pdf: 1", "Z016 A Thumbs.db"],
    );
}

#[test]
fn several_jsons_and_several_zips_are_matched_by_names() {
    let second = changed(
        "MDV-LGC",
        &[("\"00001\"", "\"00002\""), ("BDC-00001", "BDC-00002")],
    );
    check(
        &[
            ("b.zip", &pieces(&["MDV-LGC-Va1-BDC-00002.pdf"])),
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&[BDC])),
            ("JSON-1234567890-20231015-002.json", second.as_bytes()),
        ],
        &[],
    );
}

#[test]
fn missing_from_every_zip() {
    let json = several("MDV-LGC", 2);
    let report = check(
        &[
            (NAME, json.as_bytes()),
            ("a.zip", &pieces(&[BDC])),
            ("b.zip", &pieces(&[])),
        ],
        &[format!("Z005 E {NAME}: MDV-LGC-Va1-BDC-00002.pdf").as_str()],
    );
    assert_eq!(related(&report, 0), []);
}

#[test]
fn in_two_zips() {
    let report = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&[BDC])),
            ("b.zip", &pieces(&[BDC])),
        ],
        &["Z014 E MDV-LGC-Va1-BDC-00001.pdf: MDV-LGC-Va1-BDC-00001.pdf"],
    );
    assert_eq!(
        related(&report, 2),
        [(Some("a.zip".to_owned()), None, Some(BDC.to_owned()))]
    );
    check_rows(
        &report,
        &[
            "1.00001 MDV-LGC-Va1-BDC-00001.pdf: EnDouble a.zip/MDV-LGC-Va1-BDC-00001.pdf b.zip/MDV-LGC-Va1-BDC-00001.pdf",
        ],
    );
}

#[test]
fn twice_in_a_zip_is_said_once() {
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&[BDC, BDC])),
        ],
        &["Z014 E MDV-LGC-Va1-BDC-00001.pdf"],
    );
}

#[test]
fn in_two_folders_of_a_zip() {
    let paths = ["x/MDV-LGC-Va1-BDC-00001.pdf", "y/MDV-LGC-Va1-BDC-00001.pdf"];
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&paths)),
        ],
        &[
            "Z012 A x/MDV-LGC-Va1-BDC-00001.pdf",
            "Z012 A y/MDV-LGC-Va1-BDC-00001.pdf",
            "Z014 E y/MDV-LGC-Va1-BDC-00001.pdf: x/MDV-LGC-Va1-BDC-00001.pdf",
        ],
    );
}

#[test]
fn in_a_folder_is_there_all_the_same() {
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&["x/MDV-LGC-Va1-BDC-00001.pdf"])),
        ],
        &["Z012 A x/MDV-LGC-Va1-BDC-00001.pdf"],
    );
}

#[test]
fn nearly_the_same_name() {
    for near in [
        "mdv-lgc-va1-bdc-00001.PDF",
        "MDV-LGC-Val-BDC-00001.pdf",
        "MDV-LGC-Va1-BDC-00001.pdf.pdf",
        "MDV-LGC-Va1 - BDC-00001.pdf",
        "MDV-LGC-Vá1-BDC-00001.pdf",
        "MDV-LGC-Va\u{301}1-BDC-00001.pdf",
    ] {
        let report = report_of_all(&[
            (NAME, template("MDV-LGC").as_bytes()),
            ("pieces.zip", &pieces(&[near])),
        ]);
        assert_eq!(agreement(&report), [format!("Z018 E {NAME}")], "{near}");
        assert_eq!(
            related(&report, 0),
            [(Some("pieces.zip".to_owned()), None, Some(near.to_owned()))]
        );
        let fix = report.files[0].diagnostics[0].fix.as_ref();
        assert_eq!(
            fix.and_then(|fix| fix.rename.clone()),
            Some((near.to_owned(), BDC.to_owned()))
        );
        assert_eq!(report.pieces[0].state, PieceState::NomProche);
    }
}

#[test]
fn several_nearly_the_same_names_are_for_the_user_to_choose() {
    let near = ["MDV-LGC-VA1-BDC-00001.pdf", "mdv-lgc-va1-bdc-00001.pdf"];
    let report = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&near)),
        ],
        &[
            format!("Z018 E {NAME}").as_str(),
            "Z018 A mdv-lgc-va1-bdc-00001.pdf: MDV-LGC-VA1-BDC-00001.pdf",
        ],
    );
    assert!(report.files[0].diagnostics[0].fix.is_none());
}

#[test]
fn the_very_name_wins_over_one_that_is_near() {
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&["mdv-lgc-va1-bdc-00001.pdf", BDC])),
        ],
        &["Z018 A MDV-LGC-Va1-BDC-00001.pdf: mdv-lgc-va1-bdc-00001.pdf"],
    );
}

#[test]
fn a_wrong_name_in_the_json_is_said_there_alone() {
    let json = edited("MDV-LGC", "MDV-LGC-Va1-BDC", "MDV-LGC-Val-BDC");
    // Under the right name, or under the same wrong one.
    for in_zip in [BDC, "MDV-LGC-Val-BDC-00001.pdf"] {
        check(
            &[(NAME, json.as_bytes()), ("a.zip", &pieces(&[in_zip]))],
            &[format!("N010 E {NAME}: Val").as_str()],
        );
    }
    check(
        &[(NAME, json.as_bytes()), ("a.zip", &pieces(&[]))],
        &[
            format!("N010 E {NAME}: Val").as_str(),
            format!("Z005 E {NAME}: MDV-LGC-Val-BDC-00001.pdf").as_str(),
        ],
    );
}

#[test]
fn a_name_used_twice_is_looked_for_once() {
    let json = several("MDV-LGC", 2).replace("BDC-00002", "BDC-00001");
    let report = report_of_all(&[(NAME, json.as_bytes()), ("a.zip", &pieces(&[]))]);
    let count = |code: &str| {
        agreement(&report)
            .iter()
            .filter(|line| line.starts_with(code))
            .count()
    };
    assert_eq!((count("Z005"), report.pieces.len()), (1, 2));
}

#[test]
fn a_name_that_cannot_be_read_is_not_looked_for() {
    let json = edited("MDV-LGC", "\"MDV-LGC-Va1-BDC-00001.pdf\"", "\"\"");
    check(
        &[(NAME, json.as_bytes()), ("a.zip", &pieces(&[BDC]))],
        &[format!("F016 E {NAME}: vide").as_str()],
    );
}

#[test]
fn what_is_declared_must_be_known_to_say_that_a_file_is_not() {
    for json in [
        // The name is missing, the list is, the file cannot be read, its model is unknown.
        edited(
            "MDV-LGC",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\",",
            "",
        ),
        edited("MDV-LGC", "piecesJustificatives", "pieces"),
        String::new(),
        "{\"lignesImport\": [{}]}".to_owned(),
    ] {
        let report = report_of_all(&[(NAME, json.as_bytes()), ("a.zip", &pieces(&[BDC]))]);
        let found = agreement(&report);
        assert!(
            !found.iter().any(|line| line.starts_with("Z006")),
            "{found:?}"
        );
        assert!(report.pieces.iter().all(|row| row.expected.is_some()));
    }
}

#[test]
fn a_zip_that_cannot_be_read_hides_what_it_holds() {
    let bytes = pieces(&[BDC]);
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &bytes[..bytes.len() - 1]),
        ],
        &["Z002 E a.zip"],
    );
}

#[test]
fn an_archive_in_the_zip_is_said_to_be_one() {
    let inner = pieces(&[BDC]);
    let zip = zip([file("lot.zip", &inner)]).bytes();
    check(
        &[(NAME, template("MDV-LGC").as_bytes()), ("a.zip", &zip)],
        &[format!("Z005 E {NAME}: {BDC}").as_str(), "Z017 E lot.zip"],
    );
}

#[test]
fn an_office_document_in_the_zip_is_said_to_be_one() {
    let docx = zip([file("[Content_Types].xml", b"")]).bytes();
    let missing = format!("Z005 E {NAME}: {BDC}");
    let word = zip([file("commande.docx", &docx)]).bytes();
    check(
        &[(NAME, template("MDV-LGC").as_bytes()), ("a.zip", &word)],
        &[missing.as_str(), "Z007 E commande.docx: un document Word"],
    );
}

#[test]
fn a_file_with_the_name_of_a_piece_is_to_be_declared_whatever_it_holds() {
    let docx = zip([file("[Content_Types].xml", b"")]).bytes();
    let missing = format!("Z005 E {NAME}: {BDC}");
    let scan = zip([file("scan.pdf", &docx)]).bytes();
    check(
        &[(NAME, template("MDV-LGC").as_bytes()), ("a.zip", &scan)],
        &[
            missing.as_str(),
            "Z007 E scan.pdf: un document de bureautique, Word ou autre",
            "Z006 A scan.pdf",
        ],
    );
}

#[test]
fn an_office_document_beside_the_json_is_no_piece() {
    let docx = zip([file("[Content_Types].xml", b"")]).bytes();
    let json = template("MDV-LGC");
    let json = (NAME, json.as_bytes());
    check(
        &[json, ("commande.docx", &docx)],
        &[
            format!("Z024 I {NAME}: 0").as_str(),
            "X001 A commande.docx: un document Word",
        ],
    );
    let missing = format!("Z005 E {NAME}: {BDC}");
    let other = "Z007 E pieces.zip: un document de bureautique, Word ou autre";
    check(&[json, ("pieces.zip", &docx)], &[missing.as_str(), other]);
}

#[test]
fn a_zip_alone_is_checked_for_all_but_the_agreement() {
    let report = check(&[("a.zip", &pieces(&[BDC]))], &[]);
    assert_eq!(report.pieces, []);
}

#[test]
fn the_answer_of_the_portal_asks_for_no_piece() {
    let answer = edited(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": \"0000\"",
    );
    check(
        &[(NAME, answer.as_bytes()), ("a.zip", &pieces(&["x.pdf"]))],
        &[format!("R001 I {NAME}: 0").as_str()],
    );
    check(
        &[(NAME, answer.as_bytes())],
        &[format!("R001 I {NAME}: 0").as_str()],
    );
}

// Dropped loose.

#[test]
fn loose_pieces_are_matched_and_said_once() {
    let json = several("MDV-LGC", 2);
    let report = check(
        &[
            (NAME, json.as_bytes()),
            (BDC, PDF),
            ("MDV-LGC-Va1-BDC-00002.pdf", PDF),
        ],
        &["Z025 A MDV-LGC-Va1-BDC-00001.pdf: 2"],
    );
    assert!(
        report
            .pieces
            .iter()
            .all(|row| row.state == PieceState::Presente)
    );
}

#[test]
fn a_loose_copy_of_what_the_zip_holds_is_harmless() {
    let report = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            (BDC, PDF),
            ("a.zip", &pieces(&[BDC])),
        ],
        &[],
    );
    assert_eq!(report.pieces[0].state, PieceState::Presente);
    assert_eq!(report.pieces[0].found.len(), 2);
}

#[test]
fn a_loose_piece_of_nearly_the_name() {
    let report = check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("mdv-lgc-va1-bdc-00001.pdf", PDF),
        ],
        &[format!("Z018 E {NAME}").as_str()],
    );
    assert_eq!(
        related(&report, 0),
        [(Some("mdv-lgc-va1-bdc-00001.pdf".to_owned()), None, None)]
    );
}

#[test]
fn a_loose_piece_that_no_demande_declares() {
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            ("a.zip", &pieces(&[BDC])),
            ("scan.pdf", PDF),
        ],
        &["Z006 A scan.pdf"],
    );
}

#[test]
fn the_same_loose_piece_twice() {
    check(
        &[
            (NAME, template("MDV-LGC").as_bytes()),
            (BDC, PDF),
            (BDC, PDF),
        ],
        &[
            "Z025 A MDV-LGC-Va1-BDC-00001.pdf: 1",
            "Z014 E MDV-LGC-Va1-BDC-00001.pdf: MDV-LGC-Va1-BDC-00001.pdf",
        ],
    );
}

// The table.

#[test]
fn a_piece_whose_content_is_at_fault() {
    let zip = zip([file(BDC, b"<html>")]).bytes();
    let report = check(
        &[(NAME, template("MDV-LGC").as_bytes()), ("a.zip", &zip)],
        &["Z007 E MDV-LGC-Va1-BDC-00001.pdf: une page web"],
    );
    assert_eq!(report.pieces[0].state, PieceState::ContenuFautif);
}

#[test]
fn a_row_leads_to_the_line_of_the_json() {
    let report = report_of_all(&[(NAME, template("MDV-LGC").as_bytes()), (BDC, PDF)]);
    let expected = report.pieces[0].expected.as_ref();
    let span = expected.map(|expected| expected.span).unwrap_or_default();
    assert_eq!(
        span.of(&report.files[0].bytes),
        format!("\"{BDC}\"").as_bytes()
    );
}

/// The rows, one line each: the demande, the name expected, the state, where it was found.
#[track_caller]
fn check_rows(report: &Report, expected: &[&str]) {
    let line = |row: &PieceRow| {
        let wanted = row.expected.as_ref().map_or(String::new(), |expected| {
            let demande = &report.files[expected.file].demandes[expected.demande];
            let numero = demande.numero_editeur.clone().unwrap_or_default();
            format!("{}.{numero} {}: ", expected.demande + 1, expected.name)
        });
        let found = row.found.iter().map(|found| {
            let document = &report.files[found.file];
            let entries = document.archive.as_ref().map(|archive| &archive.entries);
            let entry = found.entry.zip(entries);
            let entry = entry.map_or(String::new(), |(at, entries)| {
                format!("/{}", entries[at as usize].name.text)
            });
            format!(" {}{entry}", document.name)
        });
        format!("{wanted}{:?}{}", row.state, found.collect::<String>())
    };
    let found: Vec<String> = report.pieces.iter().map(line).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_hundred_thousand_pieces_are_soon_matched() {
    let names: Vec<String> = (0..9_999).map(|n| format!("{n}.pdf")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let zip = pieces(&names);
    let list = |name: fn(usize) -> String| {
        let items = (0..100_000).map(|n| {
            format!("{{\"nomFichier\":\"{}\",\"formatFichier\":\"PDF\",\"typeFichier\":\"BON_COMMANDE\"}}", name(n))
        });
        let template = template("MDV-LGC");
        let start = template
            .find("\"piecesJustificatives\"")
            .unwrap_or_default();
        let open = start + template[start..].find('[').unwrap_or_default() + 1;
        format!(
            "{}{},{}",
            &template[..open],
            items.collect::<Vec<_>>().join(","),
            &template[open..]
        )
    };
    for name in [
        |n: usize| format!("{n}.pdf"),
        |n: usize| format!("{}.PDF", n % 3),
        |_: usize| "1.pdf".to_owned(),
    ] {
        let json = list(name);
        let start = std::time::Instant::now();
        let report = report_of_all(&[(NAME, json.as_bytes()), ("a.zip", &zip)]);
        assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
        assert!(report.pieces.len() >= 100_000);
    }
}
