//! A ZIP in the report: places are entries, not lines.

use predepot::check::{Content, FileKind, Verdict};
use predepot::render::wire;
use predepot::zip::Session;
use predepot_tests::report_of;
use predepot_tests::zip::{PDF, file, zip};

use super::{document, findings, read};

#[test]
fn a_finding_on_an_entry_names_it() {
    let bytes = zip([file("a.pdf", PDF), file("b.pdf", b"")]).bytes();
    let report = report_of(&[("pieces.zip", &bytes)]);
    let wire = wire::report(&report).files.remove(0);
    let finding = &wire.diagnostics[0];
    assert_eq!(
        (wire.kind, wire.verdict, wire.size),
        ("zip", "a-corriger", bytes.len() as u64)
    );
    assert_eq!((finding.code, finding.control), ("Z008", None));
    assert_eq!(finding.entry.as_deref(), Some("b.pdf"));
    assert_eq!(
        (
            finding.pointer.as_ref(),
            finding.demande,
            finding.line,
            finding.column,
            finding.offset,
            finding.length
        ),
        (None, None, None, None, None, None)
    );
    assert!(finding.message.contains("`b.pdf`") && finding.message.contains("`pieces.zip`"));
}

#[test]
fn a_finding_on_the_whole_zip_names_no_entry() {
    let report = report_of(&[("pieces.zip", b"PK\x03\x04")]);
    let wire = wire::report(&report).files.remove(0);
    assert_eq!(wire.diagnostics[0].code, "Z002");
    assert_eq!(wire.diagnostics[0].entry, None);
}

#[test]
fn every_finding_is_counted_under_its_code() {
    let zip = zip([file("x/a.pdf", PDF), file("b.pdf", b"")]).bytes();
    let report = report_of(&[("JSON-1.json", b"{}"), ("pieces.zip", &zip)]);
    for file in wire::report(&report).files {
        let counts = &file.counts;
        let all = counts.erreur + counts.avertissement + counts.information;
        let by_code: u32 = counts.by_code.0.iter().map(|&(_, count)| count).sum();
        assert_eq!(by_code, all, "{}", file.name);
        for found in &file.diagnostics {
            assert!(counts.by_code.0.iter().any(|&(code, _)| code == found.code));
        }
    }
}

#[test]
fn the_whole_comes_first_then_entries_in_their_order() {
    let mut zip = zip([file("x/a.pdf", PDF), file("b.pdf", b"")]);
    zip.before = b"..".to_vec();
    let document = document("pieces.zip", Content::Bytes(zip.bytes()));
    assert_eq!(
        findings(&document),
        ["Z021 A zip: avant", "Z012 A x/a.pdf", "Z008 E b.pdf"]
    );
}

#[test]
fn verdicts() {
    let of =
        |zip: predepot_tests::zip::Zip| document("pieces.zip", Content::Bytes(zip.bytes())).verdict;
    assert_eq!(of(zip([file("a.pdf", PDF)])), Verdict::Pret);
    assert_eq!(of(zip([file("x/a.pdf", PDF)])), Verdict::AVerifier);
    assert_eq!(of(zip([file("a.pdf", b"")])), Verdict::ACorriger);
}

#[test]
fn the_same_report_whether_it_was_held_whole_or_read_by_slices() {
    let bytes = zip([file("x/a.pdf", PDF), file("b.pdf", b"")]).bytes();
    let whole = document("pieces.zip", Content::Bytes(bytes.clone()));
    let read = document("pieces.zip", Content::Zip(Box::new(read(&bytes))));
    assert_eq!((whole.kind, read.kind), (FileKind::Zip, FileKind::Zip));
    assert_eq!(findings(&whole), findings(&read));
    assert_eq!((whole.size, whole.archive), (read.size, read.archive));
}

#[test]
fn a_zip_that_could_not_be_read_whole_keeps_its_kind() {
    let document = document("pieces.zip", Content::TooLarge(2 << 30));
    assert_eq!(
        (document.kind, findings(&document)),
        (FileKind::Zip, vec!["X003 E zip: 2048".to_owned()])
    );
}

#[test]
fn progress_goes_from_nothing_to_everything() {
    let bytes = zip((0..20).map(|n| file(&format!("{n}.pdf"), PDF))).bytes();
    let mut session = Session::new(bytes.len() as u64);
    let mut last = session.progress();
    assert_eq!((last.bytes, last.entries), (0, 0));
    while let Some(want) = session.wants() {
        session.give(&bytes[want.start as usize..][..1]);
        let progress = session.progress();
        assert!(progress.bytes >= last.bytes && progress.entries >= last.entries);
        last = progress;
    }
    assert_eq!((last.bytes, last.entries), (bytes.len() as u64, 20));
}

#[test]
fn entries_are_listed_before_any_data_is_read() {
    let bytes = zip((0..20).map(|n| file(&format!("{n}.pdf"), &[b'.'; 20_000]))).bytes();
    let mut session = Session::new(bytes.len() as u64);
    let mut read = 0;
    while session.archive().entries.is_empty() {
        let want = session.wants().unwrap_or_default();
        read += want.end - want.start;
        session.give(&bytes[want.start as usize..want.end as usize]);
    }
    assert_eq!(session.archive().entries.len(), 20);
    assert!(read < 70_000, "{read}");
}
