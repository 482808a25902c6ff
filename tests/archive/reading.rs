//! The records of a ZIP, and what they say against each other: Z001, Z002, Z009 to Z011, Z020, Z021.

use predepot_tests::zip::{
    DESCRIPTOR, ENCRYPTED, End, Entry, PDF, crc32, deflated, extra, file, write_end, zip, zip64,
};

use super::{check, check_bytes};

/// A piece under a name that says so.
fn pdf() -> Entry {
    file("a.pdf", PDF)
}

// What is right.

#[test]
fn stored_and_deflated() {
    check(&zip([file("a.pdf", PDF), deflated("b.pdf", PDF)]), &[]);
}

#[test]
fn no_file_at_all() {
    check(&zip([]), &[]);
}

#[test]
fn numbers_after_the_data() {
    check(
        &zip([deflated("a.pdf", PDF).streamed(), pdf2().streamed()]),
        &[],
    );
}

#[test]
fn numbers_after_the_data_without_a_signature() {
    let mut entry = deflated("a.pdf", PDF).streamed();
    entry.after.drain(..4);
    check(&zip([entry, pdf2()]), &[]);
}

#[test]
fn numbers_after_the_data_as_long_as_zip64_has_them() {
    let mut entry = deflated("a.pdf", PDF).streamed();
    for at in [16, 12] {
        entry.after.splice(at..at, [0; 4]);
    }
    check(&zip([entry, pdf2()]), &[]);
}

#[test]
fn a_comment_at_the_end() {
    check(
        &zip([pdf()]).end(|end| end.comment = vec![b'.'; 65_535]),
        &[],
    );
}

#[test]
fn zip64_though_nothing_is_that_large() {
    let size = PDF.len() as u64;
    let entry = pdf()
        .with(|header| (header.packed, header.unpacked) = (u32::MAX, u32::MAX))
        .with(|header| header.extra = zip64(&[size, size]));
    let mut zip = zip([entry]);
    zip.zip64 = true;
    check(&zip, &[]);
}

#[test]
fn zip64_before_the_data_alone() {
    let size = PDF.len() as u64;
    let entry = pdf().local(|header| {
        (header.packed, header.unpacked) = (u32::MAX, u32::MAX);
        header.extra = zip64(&[size, size]);
    });
    check(&zip([entry]), &[]);
}

#[test]
fn an_empty_file_said_to_be_deflated() {
    check(
        &zip([file("vide.txt", b"").with(|header| header.method = 8)]),
        &[],
    );
}

#[test]
fn extra_fields_padded_with_zeros() {
    check(&zip([pdf().local(|header| header.extra = vec![0; 3])]), &[]);
}

#[test]
fn an_archive_stored_in_a_file_is_not_a_second_end() {
    let inner = zip([pdf()]).bytes();
    check(&zip([file("lot", &inner)]), &["Z017 E lot"]);
}

#[test]
fn other_names_of_the_methods_are_said() {
    for (method, line) in [
        (9, "Z011 E a.pdf: Deflate64"),
        (77, "Z011 E a.pdf: méthode 77"),
    ] {
        check(&zip([pdf().with(|header| header.method = method)]), &[line]);
    }
}

// What is no ZIP, or not a whole one.

#[test]
fn empty() {
    check_bytes(b"", &["Z001 E zip: vide"]);
}

#[test]
fn something_else() {
    check_bytes(b"Rar!\x1a\x07\x01\0", &["Z001 E zip: autre"]);
    check_bytes(&vec![b'.'; 100_000], &["Z001 E zip: autre"]);
}

#[test]
fn one_of_several_volumes() {
    check(
        &zip([pdf()]).end(|end| end.volume = 1),
        &["Z001 E zip: volumes"],
    );
    check(
        &zip([pdf()]).end(|end| end.directory_volume = 1),
        &["Z001 E zip: volumes"],
    );
}

#[test]
fn a_zip64_end_on_another_volume() {
    let mut zip = zip([pdf()]);
    zip.zip64 = true;
    let mut bytes = zip.bytes();
    let locator = bytes.len() - 22 - 20;
    bytes[locator + 4] = 1;
    check_bytes(&bytes, &["Z001 E zip: volumes"]);
}

#[test]
fn cut_short() {
    let bytes = zip([pdf()]).bytes();
    for end in [4, bytes.len() / 2, bytes.len() - 1] {
        check_bytes(&bytes[..end], &["Z002 E zip"]);
    }
    let large = zip([file("a", &[b'.'; 100_000])]).bytes();
    check_bytes(&large[..90_000], &["Z002 E zip"]);
}

#[test]
fn cut_in_its_comment() {
    let mut bytes = zip([pdf()])
        .end(|end| end.comment = b"bonjour".to_vec())
        .bytes();
    bytes.pop();
    check_bytes(&bytes, &["Z002 E zip"]);
}

#[test]
fn bytes_lost_before_the_directory() {
    let mut bytes = zip([pdf()]).bytes();
    bytes.drain(40..45);
    check_bytes(&bytes, &["Z002 E zip"]);
}

// Data.

#[test]
fn another_content_than_its_crc() {
    let mut entry = pdf();
    entry.data[12] ^= 1;
    check(&zip([entry]), &["Z009 E a.pdf: somme"]);
}

#[test]
fn data_that_cannot_be_inflated() {
    let mut entry = deflated("a.pdf", PDF);
    entry.data[0] = 0xff;
    check(&zip([entry]), &["Z009 E a.pdf: donnees"]);
}

#[test]
fn data_that_ends_too_early() {
    let entry = deflated("a.pdf", PDF);
    let cut = entry.data.len() as u32 - 2;
    let mut entry = entry.with(|header| header.packed = cut);
    entry.data.truncate(cut as usize);
    check(&zip([entry]), &["Z009 E a.pdf: taille"]);
}

#[test]
fn data_of_another_size_than_said() {
    for size in [PDF.len() as u32 - 1, PDF.len() as u32 + 1] {
        let entry = deflated("a.pdf", PDF).with(|header| header.unpacked = size);
        check(&zip([entry]), &["Z009 E a.pdf: taille"]);
    }
}

#[test]
fn bytes_after_the_end_of_the_deflated_data() {
    let mut entry = deflated("a.pdf", PDF);
    entry.data.push(0);
    let packed = entry.data.len() as u32;
    let entry = entry.with(|header| header.packed = packed);
    check(&zip([entry]), &["Z009 E a.pdf: taille"]);
}

#[test]
fn a_password() {
    let entry = pdf().with(|header| header.flags |= ENCRYPTED);
    check(&zip([entry]), &["Z010 E a.pdf"]);
    let aes = pdf().with(|header| header.method = 99);
    check(&zip([aes]), &["Z010 E a.pdf"]);
}

// The two headers of a file.

#[test]
fn two_names() {
    let entry = pdf().local(|header| header.name = b"b.pdf".to_vec());
    check(&zip([entry]), &["Z020 E a.pdf: nom"]);
}

#[test]
fn two_methods() {
    let entry = pdf().local(|header| header.method = 8);
    check(&zip([entry]), &["Z020 E a.pdf: compression"]);
}

#[test]
fn a_password_in_one_header_only() {
    let entry = pdf().local(|header| header.flags |= ENCRYPTED);
    check(&zip([entry]), &["Z020 E a.pdf: mot-de-passe"]);
}

#[test]
fn two_sizes_or_crcs() {
    for change in [
        |header: &mut predepot_tests::zip::Header| header.crc += 1,
        |header: &mut predepot_tests::zip::Header| header.packed += 1,
        |header: &mut predepot_tests::zip::Header| header.unpacked += 1,
    ] {
        check(&zip([pdf().local(change)]), &["Z020 E a.pdf: taille"]);
    }
}

#[test]
fn a_stored_file_that_says_two_sizes() {
    let entry = pdf().with(|header| header.unpacked += 1);
    check(&zip([entry]), &["Z020 E a.pdf: taille"]);
}

#[test]
fn half_of_the_numbers_before_the_data() {
    let entry = pdf()
        .streamed()
        .local(|header| header.packed = PDF.len() as u32);
    check(&zip([entry]), &["Z020 E a.pdf: taille"]);
}

#[test]
fn other_numbers_after_the_data() {
    let mut entry = pdf().streamed();
    entry.after[8] ^= 1;
    check(&zip([entry]), &["Z020 E a.pdf: fin"]);
}

#[test]
fn no_numbers_after_the_data() {
    let entry = pdf().streamed().after(b"");
    check(&zip([entry]), &["Z020 E a.pdf: fin"]);
    let entry = pdf().local(|header| header.flags |= DESCRIPTOR);
    check(&zip([entry]), &["Z020 E a.pdf: fin"]);
}

#[test]
fn an_extra_field_longer_than_its_room() {
    let entry = pdf().with(|header| header.extra = b"\x55\x54\x09\x00\x01".to_vec());
    check(&zip([entry]), &["Z020 E a.pdf: complements"]);
}

#[test]
fn a_zip64_field_that_lacks_a_number() {
    let entry = pdf().central(|header| {
        (header.packed, header.unpacked) = (u32::MAX, u32::MAX);
        header.extra = zip64(&[PDF.len() as u64]);
    });
    let mut found = super::findings(&super::checked(super::read(&zip([entry]).bytes())));
    found.retain(|line| line.starts_with("Z020"));
    assert_eq!(found, ["Z020 E a.pdf: complements"]);
}

#[test]
fn a_zip64_field_that_says_other_numbers() {
    let entry = pdf().with(|header| header.extra = zip64(&[1, 2]));
    check(&zip([entry]), &["Z020 E a.pdf: complements"]);
}

#[test]
fn a_name_in_an_extra_field_that_is_another() {
    let path = [&[1][..], &crc32(b"a.pdf").to_le_bytes(), b"b.pdf"].concat();
    let entry = pdf().with(|header| header.extra = extra(0x7075, &path));
    check(&zip([entry]), &["Z020 E a.pdf: nom"]);
}

#[test]
fn a_folder_that_has_a_content() {
    check(&zip([file("a/", PDF)]), &["Z020 E a/: dossier"]);
    let mut entry = pdf();
    entry.attributes = 0x10;
    check(&zip([entry]), &["Z020 E a.pdf: dossier"]);
}

#[test]
fn a_file_that_is_not_where_the_directory_says() {
    let mut entry = pdf();
    entry.offset = Some(1);
    check(
        &zip([entry]),
        &["Z020 E zip: caches", "Z020 E a.pdf: absent"],
    );
}

// The end and the directory.

#[test]
fn another_number_of_files() {
    check(
        &zip([pdf()]).end(|end| (end.entries, end.volume_entries) = (2, 2)),
        &["Z020 E zip: nombre"],
    );
    check(
        &zip([pdf()]).end(|end| end.volume_entries = 2),
        &["Z020 E zip: nombre"],
    );
}

#[test]
fn another_size_of_the_directory() {
    check(
        &zip([pdf()]).end(|end| end.size -= 1),
        &["Z020 E zip: liste"],
    );
}

#[test]
fn two_ends() {
    let mut bytes = zip([pdf()]).end(|end| end.comment = vec![0; 22]).bytes();
    bytes.truncate(bytes.len() - 22);
    write_end(&mut bytes, &End::default());
    check_bytes(&bytes, &["Z020 E zip: fins"]);
}

#[test]
fn an_end_in_the_comment() {
    let mut zip = zip([pdf()]).end(|end| {
        write_end(&mut end.comment, &End::default());
        end.comment.push(b'.');
    });
    zip.before.clear();
    check(&zip, &["Z020 E zip: fins"]);
}

#[test]
fn two_ends_that_disagree() {
    let mut zip = zip([pdf()]).end(|end| end.entries = 3);
    zip.zip64 = true;
    check(&zip, &["Z020 E zip: zip64"]);
}

#[test]
fn a_zip64_end_that_is_not_there() {
    check(
        &zip([pdf()]).end(|end| end.entries = u16::MAX),
        &["Z020 E zip: nombre"],
    );
    check(
        &zip([pdf()]).end(|end| end.offset = u32::MAX),
        &["Z002 E zip"],
    );
}

#[test]
fn a_file_that_the_directory_does_not_list() {
    let mut hidden = zip([pdf(), file("b.pdf", PDF)]);
    let entry = hidden.entries.remove(1);
    let stray = zip([entry]).bytes();
    let local = stray[..30 + 5 + PDF.len()].to_vec();
    hidden.entries[0].after = local;
    check(&hidden, &["Z020 E zip: caches"]);
}

#[test]
fn records_in_a_comment_of_the_directory() {
    let mut entry = pdf();
    entry.comment = b"PK\x03\x04".to_vec();
    check(&zip([entry]), &["Z020 E zip: caches"]);
}

// What belongs to nothing.

#[test]
fn bytes_before() {
    let mut zip = zip([pdf()]);
    zip.before = b"#!/bin/sh\n".to_vec();
    check(&zip, &["Z021 A zip: avant"]);
}

#[test]
fn bytes_before_that_the_offsets_do_not_count() {
    let bytes = [&b"#!/bin/sh\n"[..], &zip([pdf()]).bytes()].concat();
    check_bytes(&bytes, &["Z021 A zip: avant"]);
}

#[test]
fn bytes_between() {
    check(&zip([pdf().after(b"..."), pdf2()]), &["Z021 A zip: entre"]);
    check(&zip([pdf().streamed(), pdf2()]), &[]);
    let mut entry = pdf().streamed();
    entry.after.extend([0; 30]);
    check(&zip([entry, pdf2()]), &["Z021 A zip: entre"]);
    let mut zip = zip([pdf()]);
    zip.between = b"...".to_vec();
    check(&zip, &["Z021 A zip: entre"]);
}

fn pdf2() -> Entry {
    file("b.pdf", PDF)
}

#[test]
fn bytes_after_long_data_that_is_not_read() {
    let mut entry = file("a.pdf", &[0; 70_000]).with(|header| header.flags |= ENCRYPTED);
    entry.after = b".".to_vec();
    check(&zip([entry]), &["Z021 A zip: entre", "Z010 E a.pdf"]);
}

#[test]
fn bytes_after() {
    let mut zip = zip([pdf()]);
    zip.after = b"\r\n".to_vec();
    check(&zip, &["Z021 A zip: apres"]);
}

#[test]
fn bytes_everywhere() {
    let mut zip = zip([pdf().after(b"..")]);
    zip.before = b"..".to_vec();
    zip.after = b"..".to_vec();
    check(
        &zip,
        &[
            "Z021 A zip: avant",
            "Z021 A zip: entre",
            "Z021 A zip: apres",
        ],
    );
}
