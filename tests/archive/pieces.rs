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
            "Z007 E d.PDF: une archive",
            "Z007 E e.pdf: ",
        ],
    );
}

/// The start of a file of an old version of Office.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

#[test]
fn an_office_document_is_named_by_its_extension() {
    let docx = zip([file("[Content_Types].xml", b"<Types/>")]).bytes();
    let odt = zip([file("mimetype", b"application/vnd.oasis.opendocument.text")]).bytes();
    check(
        &zip([
            file("a.docx", &docx),
            file("b.xlsm", &docx),
            file("c.pptx", &docx),
            file("d.odt", &odt),
            file("e.DOC", OLD),
            file("f.xls", OLD),
            file("g.rtf", b"{\\rtf1"),
            file("h", &docx),
            file("i.zip", &docx),
            file("j.pdf", &docx),
        ]),
        &[
            "Z007 E a.docx: un document Word",
            "Z007 E b.xlsm: un document Excel",
            "Z007 E c.pptx: un document PowerPoint",
            "Z007 E d.odt: un document OpenDocument",
            "Z007 E e.DOC: un document Word",
            "Z007 E f.xls: un document Excel",
            "Z007 E g.rtf: un document Word",
            "Z007 E h: un document de bureautique, Word ou autre",
            "Z007 E i.zip: un document de bureautique, Word ou autre",
            "Z007 E j.pdf: un document de bureautique, Word ou autre",
        ],
    );
}

#[test]
fn what_else_people_mean_as_a_piece() {
    check(
        &zip([
            file("a.msg", OLD),
            file("c.tif", b"II*\0"),
            file("d.heic", b"\0\0\0\x18ftypheic"),
            file("notes.txt", b"BM, le 2 octobre"),
        ]),
        &[
            "Z007 E a.msg: un courriel",
            "Z007 E c.tif: une image TIFF",
            "Z007 E d.heic: une image HEIC",
        ],
    );
}

#[test]
fn an_archive_called_a_document() {
    let inner = zip([file("a.pdf", PDF)]).bytes();
    check(&zip([file("lot.docx", &inner)]), &["Z017 E lot.docx"]);
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
