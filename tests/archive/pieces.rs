//! What each file of a ZIP holds, and pieces dropped loose: Z003, Z004, Z007, Z008, Z017, Z022, Z023.

use predepot::check::{Content, FileKind, Verdict};
use predepot::zip::{Archive, MOST_BYTES, Session};
use predepot_tests::zip::{JPEG, PDF, PNG, deflated, file, zip};

use super::{check, checked, document, findings};

#[test]
fn pieces_that_are_what_they_say() {
    check(
        &zip([
            file("a.pdf", PDF),
            file("b.png", PNG),
            file("c.jpg", JPEG),
            file("d.JPEG", JPEG),
        ]),
        &[],
    );
}

#[test]
fn another_content_than_the_name_says() {
    check(
        &zip([
            file("a.pdf", JPEG),
            file("b.png", b"<!DOCTYPE html><p>"),
            file("c.jpg", b"\0\0\0\x18ftypheic"),
            file("d.PDF", b"PK\x05\x06"),
            file("e.pdf", &[1, 2, 3]),
        ]),
        &[
            "Z007 E a.pdf: une image JPG",
            "Z007 E b.png: une page web",
            "Z007 E c.jpg: une image HEIC",
            "Z007 E d.PDF: une archive, ZIP ou autre",
            "Z007 E e.pdf: ",
        ],
    );
}

#[test]
fn a_name_that_says_nothing() {
    check(&zip([file("a", PDF), file("notes.txt", b"bonjour")]), &[]);
}

#[test]
fn empty() {
    check(&zip([file("a.pdf", b"")]), &["Z008 E a.pdf"]);
    check(&zip([deflated("a.pdf", b"")]), &["Z008 E a.pdf"]);
}

#[test]
fn an_archive_in_the_archive() {
    let inner = zip([file("a.pdf", PDF)]).bytes();
    check(&zip([deflated("lot.zip", &inner)]), &["Z017 E lot.zip"]);
}

#[test]
fn protected() {
    let pdf = b"%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n%%EOF";
    check(&zip([file("a.pdf", pdf)]), &["Z022 A a.pdf"]);
}

#[test]
fn cut_short() {
    check(
        &zip([
            file("a.pdf", &PDF[..12]),
            file("b.png", &PNG[..12]),
            file("c.jpg", &JPEG[..12]),
        ]),
        &["Z023 A a.pdf", "Z023 A b.png", "Z023 A c.jpg"],
    );
}

/// A PDF of this size, blank inside: soon read, also byte by byte.
fn heavy(size: usize) -> Vec<u8> {
    let mut pdf = PDF.to_vec();
    let end = pdf.split_off(9);
    pdf.resize(size - end.len(), b' ');
    pdf.extend(end);
    pdf
}

#[test]
fn the_two_readings_of_three_mo() {
    let of = |size| {
        let archive = super::read(&zip([deflated("a.pdf", &heavy(size))]).bytes());
        findings(&checked(archive))
    };
    assert!(of(3_000_000).is_empty());
    assert_eq!(of(3_000_001), ["Z004 A a.pdf"]);
    assert_eq!(of(3 << 20), ["Z004 A a.pdf"]);
    assert_eq!(of((3 << 20) + 1), ["Z004 E a.pdf"]);
}

#[test]
fn the_two_readings_of_two_hundred_mo() {
    let of = |size| {
        findings(&checked(Archive {
            size,
            ..Archive::default()
        }))
    };
    assert!(of(200_000_000).is_empty());
    assert_eq!(of(200_000_001), ["Z003 A zip"]);
    assert_eq!(of(200 << 20), ["Z003 A zip"]);
    assert_eq!(of((200 << 20) + 1), ["Z003 E zip"]);
}

#[test]
fn beyond_what_a_deposit_can_be() {
    let session = Session::new(MOST_BYTES + 1);
    assert_eq!(session.wants(), None);
    assert_eq!(findings(&checked(session.finish())), ["X003 E zip"]);
    let many = zip((0..10_001).map(|n| file(&n.to_string(), b"")));
    let archive = super::read(&many.bytes());
    assert_eq!(findings(&checked(archive)), ["X003 E zip"]);
    let most = zip((0..10_000).map(|n| file(&n.to_string(), b"")));
    let archive = super::read(&most.bytes());
    assert_eq!(archive.entries.len(), 10_000);
    assert!(findings(&checked(archive)).is_empty());
}

#[test]
fn pieces_dropped_loose() {
    for (name, bytes, expected, verdict) in [
        ("a.pdf", PDF, &[][..], Verdict::Pret),
        (
            "a.pdf",
            PNG,
            &["Z007 E zip: une image PNG"],
            Verdict::ACorriger,
        ),
        ("a.png", b"", &["Z008 E zip"], Verdict::ACorriger),
        ("a.jpg", &JPEG[..12], &["Z023 A zip"], Verdict::AVerifier),
    ] {
        let document = document(name, Content::Bytes(bytes.to_vec()));
        assert_eq!(
            (document.kind, findings(&document), document.verdict),
            (
                FileKind::Piece,
                expected.iter().map(|line| (*line).to_owned()).collect(),
                verdict
            )
        );
    }
    let document = document("a.pdf", Content::TooLarge(70_000_000));
    assert_eq!(findings(&document), ["Z004 E zip"]);
}
