//! Archives made to harm: what they hold is not inflated (Z015), and whatever they say is answered soon.

use std::time::{Duration, Instant};

use predepot::zip::Session;
use predepot_tests::zip::{PDF, Zip, deflated, file, zip};

use super::{check, checked, findings, read};

/// Far more than any of them takes.
const MOST: Duration = Duration::from_secs(30);

/// True when data was read: more than the end, the directory and the local headers.
fn reads_data(zip: &Zip) -> bool {
    let bytes = zip.bytes();
    let mut session = Session::new(bytes.len() as u64);
    let start = Instant::now();
    let mut asked = 0;
    while let Some(want) = session.wants() {
        asked += 1;
        session.give(&bytes[want.start as usize..want.end as usize]);
    }
    assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
    assert!(asked > 0);
    session
        .finish()
        .entries
        .iter()
        .any(|entry| entry.content.is_some())
}

#[test]
fn files_that_share_their_data() {
    let mut second = file("b.pdf", PDF);
    second.offset = Some(0);
    let zip = zip([
        file("a.pdf", PDF),
        second.local(|header| header.name = b"b.pdf".to_vec()),
    ]);
    let found = findings(&checked(read(&zip.bytes())));
    assert!(
        found.contains(&"Z015 E a.pdf: recouvrement".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"Z015 E b.pdf: recouvrement".to_owned()),
        "{found:?}"
    );
    assert!(!reads_data(&zip));
}

#[test]
fn files_inside_one_another() {
    // Each local header stands in the data of the one before.
    let inner = zip([deflated("b.pdf", PDF)]);
    let local = inner.bytes()[..30 + 5 + inner.entries[0].data.len()].to_vec();
    let mut listed = inner.entries[0].clone();
    listed.offset = Some(30 + 5);
    let mut archive = zip([file("a.pdf", &local), listed]).bytes();
    // The second local header, which the writer put after the first, is not the one that is listed.
    archive.truncate(archive.len());
    let found = findings(&checked(read(&archive)));
    assert!(
        found.contains(&"Z015 E a.pdf: recouvrement".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"Z015 E b.pdf: recouvrement".to_owned()),
        "{found:?}"
    );
}

#[test]
fn data_that_goes_on_in_the_directory() {
    let entry = file("a.pdf", PDF).with(|header| {
        header.packed += 10;
        header.unpacked += 10;
    });
    check(&zip([entry]), &["Z015 E a.pdf: recouvrement"]);
}

#[test]
fn data_that_goes_on_in_the_next_file_by_less_than_a_name() {
    // The directory alone does not show it: what was read before the local header did is let go.
    let longer = file("b.pdf", PDF).with(|header| {
        header.packed += 5;
        header.unpacked += 5;
    });
    let zip = zip([file("a.pdf", PDF), longer, file("c.pdf", PDF)]);
    check(
        &zip,
        &["Z015 E b.pdf: recouvrement", "Z015 E c.pdf: recouvrement"],
    );
    assert!(!reads_data(&zip));
}

#[test]
fn one_file_out_of_proportion() {
    let zip = zip([deflated("a.pdf", &vec![0; 11 << 20])]);
    check(&zip, &["Z015 E a.pdf: proportion"]);
    assert!(!reads_data(&zip));
}

#[test]
fn files_out_of_proportion_together() {
    let blank = deflated("", &vec![0; 2 << 20]);
    let zip = zip((0..60).map(|n| {
        blank
            .clone()
            .with(|header| header.name = format!("{n}.txt").into_bytes())
    }));
    let found = findings(&checked(read(&zip.bytes())));
    assert_eq!(found, ["Z015 E zip: proportion"]);
    assert!(!reads_data(&zip));
}

#[test]
fn a_file_that_compresses_well_is_no_bomb() {
    check(&zip([deflated("a.txt", &vec![b' '; 1 << 20])]), &[]);
}

#[test]
fn more_than_it_says() {
    let bomb = deflated("a.pdf", &vec![0; 50 << 20]).with(|header| header.unpacked = 10);
    let zip = zip([bomb]);
    let start = Instant::now();
    assert_eq!(
        findings(&checked(read(&zip.bytes()))),
        ["Z009 E a.pdf: taille"]
    );
    assert!(start.elapsed() < MOST);
}

#[test]
fn many_files_at_one_place() {
    let zip = zip((0..10_000).map(|n| {
        let mut entry = file(&format!("{n:05}"), b"");
        entry.offset = Some(0);
        entry
    }));
    let start = Instant::now();
    let archive = read(&zip.bytes());
    assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
    assert!(archive.entries.iter().all(|entry| !entry.faults.is_empty()));
}

#[test]
fn a_directory_of_long_names() {
    let name = "n".repeat(60_000);
    let zip = zip((0..1_000).map(|n| file(&format!("{name}{n}"), b"")));
    let start = Instant::now();
    assert_eq!(findings(&checked(read(&zip.bytes()))), ["X003 E zip"]);
    assert!(start.elapsed() < MOST);
}
