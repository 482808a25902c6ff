//! The names in a ZIP: Z012 to Z014, Z016, Z018, Z019.

use predepot_tests::zip::{PDF, UTF8, crc32, extra, file, zip};

use super::{check, checked};

#[test]
fn in_a_folder() {
    check(
        &zip([file("pieces/", b""), file("pieces/a.pdf", PDF)]),
        &["Z012 A pieces/a.pdf"],
    );
}

#[test]
fn a_piece_in_a_folder_can_be_moved_to_the_root() {
    let renames = |names: &[&str]| -> Vec<Option<(String, String)>> {
        let zip = zip(names.iter().map(|name| file(name, PDF)));
        let document = checked(super::read(&zip.bytes()));
        let in_folder = document
            .diagnostics
            .iter()
            .filter(|finding| finding.code.as_str() == "Z012");
        in_folder
            .map(|finding| finding.fix.as_ref().and_then(|fix| fix.rename.clone()))
            .collect()
    };
    let to = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
    assert_eq!(renames(&["x/a.pdf", "b.pdf"]), [to("x/a.pdf", "a.pdf")]);
    assert_eq!(renames(&["x/a.pdf", "a.pdf"]), [None]);
    assert_eq!(renames(&["x/a.pdf", "y/a.pdf"]), [None, None]);
}

#[test]
fn the_root_by_another_name_is_no_folder() {
    check(&zip([file("./a.pdf", PDF)]), &[]);
}

#[test]
fn paths_that_leave_the_zip() {
    for (name, line) in [
        ("/a.pdf", "Z013 E /a.pdf: racine"),
        ("C:/a.pdf", "Z013 E C:/a.pdf: disque"),
        ("../a.pdf", "Z013 E ../a.pdf: parent"),
        ("x/../../a.pdf", "Z013 E x/../../a.pdf: parent"),
        ("..\\a.pdf", "Z013 E ..\\a.pdf: parent"),
        ("x\\a.pdf", "Z013 E x\\a.pdf: barre"),
    ] {
        check(&zip([file(name, PDF)]), &[line]);
    }
}

#[test]
fn two_dots_in_a_name_lead_nowhere() {
    check(&zip([file("a..pdf", PDF)]), &[]);
}

#[test]
fn twice() {
    check(
        &zip([file("a.pdf", PDF), file("a.pdf", PDF)]),
        &["Z014 E a.pdf"],
    );
}

#[test]
fn twice_by_another_path() {
    check(
        &zip([file("a.pdf", PDF), file("./a.pdf", PDF)]),
        &["Z014 E ./a.pdf: a.pdf"],
    );
    check(
        &zip([file("x/a.pdf", PDF), file("x//a.pdf", PDF)]),
        &[
            "Z012 A x/a.pdf",
            "Z014 E x//a.pdf: x/a.pdf",
            "Z012 A x//a.pdf",
        ],
    );
}

#[test]
fn a_file_and_a_folder() {
    check(&zip([file("a", PDF), file("a/", b"")]), &["Z014 E a/: a"]);
}

#[test]
fn a_folder_listed_twice_is_harmless() {
    check(&zip([file("a/", b""), file("a/", b"")]), &[]);
}

#[test]
fn nearly_the_same_name() {
    for (first, second) in [
        ("MDV-LGC-Va1-BDC-00001.pdf", "mdv-lgc-va1-bdc-00001.PDF"),
        ("MDV-LGC-Va1-BDC-00001.pdf", "MDV-LGC-Val-BDC-00001.pdf"),
        ("MDV-LGC-Va1-BDC-00001.pdf", "MDV-LGC-Va1-BDC-00001.pdf.pdf"),
        ("re\u{e7}u.pdf", "rec\u{327}u.pdf"),
        ("a b.pdf", "ab.pdf"),
    ] {
        let line = format!("Z018 A {second}: {first}");
        check(
            &zip([file(first, PDF), file(second, PDF)]),
            &[line.as_str()],
        );
    }
}

#[test]
fn another_number_is_another_name() {
    check(
        &zip([
            file("MDV-LGC-Va1-BDC-00001.pdf", PDF),
            file("MDV-LGC-Va1-BDC-00002.pdf", PDF),
        ]),
        &[],
    );
}

#[test]
fn files_of_the_system() {
    check(
        &zip([
            file("a.pdf", PDF),
            file("__MACOSX/", b""),
            file("__MACOSX/._a.pdf", b"\0\x05\x16\x07"),
            file("__MACOSX/._b.pdf", b"\0\x05\x16\x07"),
            file(".DS_Store", b"\0\0\0\x01Bud1"),
            file("Thumbs.db", b""),
            file("x/Desktop.ini", b""),
        ]),
        &[
            "Z016 A __MACOSX/: 2",
            "Z016 A .DS_Store",
            "Z016 A Thumbs.db",
            "Z016 A x/Desktop.ini",
        ],
    );
}

// How a name is written.

#[test]
fn accents_that_say_how_they_are_written() {
    check(&zip([file("reçu.pdf", PDF)]), &[]);
    let path = [
        &[1][..],
        &crc32(b"re\x87u.pdf").to_le_bytes(),
        "reçu.pdf".as_bytes(),
    ]
    .concat();
    let entry = file("", PDF).with(|header| {
        header.name = b"re\x87u.pdf".to_vec();
        header.extra = extra(0x7075, &path);
    });
    check(&zip([entry]), &[]);
}

#[test]
fn accents_that_do_not_say_how_they_are_written() {
    let mac = file("reçu.pdf", PDF).with(|header| header.flags = 0);
    check(&zip([mac]), &["Z019 A reçu.pdf: encodage"]);
    let windows = file("", PDF).with(|header| header.name = b"re\x87u.pdf".to_vec());
    check(&zip([windows]), &["Z019 A reçu.pdf: encodage"]);
}

#[test]
fn a_name_that_is_not_in_its_encoding() {
    let entry = file("", PDF).with(|header| {
        header.name = b"re\xe7u.pdf".to_vec();
        header.flags = UTF8;
    });
    check(&zip([entry]), &["Z019 E re\u{fffd}u.pdf: utf8"]);
}

#[test]
fn no_name() {
    check(&zip([file("", PDF)]), &["Z019 E : vide"]);
}

#[test]
fn characters_that_cannot_be_seen() {
    for name in ["a\n.pdf", "a\0.pdf", "a\u{202e}fdp.pdf", "a\u{200b}.pdf"] {
        let line = format!("Z019 E {name}: invisible");
        check(&zip([file(name, PDF)]), &[line.as_str()]);
    }
}

#[test]
fn characters_that_some_systems_refuse() {
    check(&zip([file("a?.pdf", PDF)]), &["Z019 A a?.pdf: interdit"]);
}

#[test]
fn a_doubt_is_not_repeated_for_folders() {
    let entries = [file("é/", b""), file("é/a.pdf", PDF)];
    let entries = entries.map(|entry| entry.with(|header| header.flags = 0));
    check(
        &zip(entries),
        &["Z019 A é/a.pdf: encodage", "Z012 A é/a.pdf"],
    );
}
