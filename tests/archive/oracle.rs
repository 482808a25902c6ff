//! Any bytes read as a ZIP: no panic, the same by slices of any size, and what is accepted is read the same by the `zip` crate. Also what
//! `fuzz/fuzz_targets/zip.rs` runs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what does not hold must fail"
)]

use std::collections::HashSet;
use std::io::{Cursor, Read};

use predepot::check::{Content, Dropped, Options, check as check_files};
use predepot::diag::Severity;
use predepot::render::wire;
use predepot::zip::{Archive, Entry, Fault, MOST_BYTES, Session, read};

/// Checks all of it, read whole and by slices of these sizes in turn.
pub(crate) fn check(bytes: &[u8], sizes: &[u8]) {
    let archive = read(bytes);
    let by_slices = read_by(bytes, sizes);
    assert!(by_slices == archive, "{by_slices:#?}\n{archive:#?}");
    if accepts(&archive) {
        same_in_the_zip_crate(bytes, &archive);
    }
}

/// Reads by slices of these sizes in turn (0 for as much as is asked), looking at how far it is.
fn read_by(bytes: &[u8], sizes: &[u8]) -> Archive {
    let mut session = Session::new(bytes.len() as u64);
    let mut sizes = sizes.iter().cycle();
    let mut last = session.progress();
    while let Some(want) = session.wants() {
        assert!(want.start < want.end && want.end <= bytes.len() as u64);
        let asked = &bytes[want.start as usize..want.end as usize];
        let size = match sizes.next() {
            None | Some(0) => asked.len(),
            Some(&size) => asked.len().min(size.into()),
        };
        session.give(&asked[..size]);
        let progress = session.progress();
        assert!(progress.bytes >= last.bytes && progress.entries >= last.entries);
        assert!(progress.bytes <= bytes.len() as u64 && bytes.len() as u64 <= MOST_BYTES);
        last = progress;
    }
    session.finish()
}

/// True when its report, which must be made without a panic, has no error.
pub(crate) fn accepts(archive: &Archive) -> bool {
    let dropped = Dropped {
        name: "pieces.zip".to_owned(),
        content: Content::Zip(Box::new(archive.clone())),
    };
    let report = check_files(vec![dropped], &Options::default());
    wire::to_json(&report);
    let mut findings = report.files[0].diagnostics.iter();
    !findings.any(|finding| finding.severity == Severity::Erreur)
}

/// True when bytes belong to nothing: some readers refuse that, which a warning says.
pub(crate) fn has_surplus(archive: &Archive) -> bool {
    let is_surplus = |fault: &Fault| matches!(fault, Fault::Surplus(_));
    archive.faults.iter().any(is_surplus)
}

/// The same files in the same order, with the same bytes: their length and their CRC-32, which both readers verify.
fn same_in_the_zip_crate(bytes: &[u8], archive: &Archive) {
    let mut other = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Err(_) if has_surplus(archive) => return,
        other => other.expect("another reader opens it"),
    };
    // A folder listed twice is one.
    let mut folders = HashSet::new();
    let entries = archive.entries.iter();
    let entries: Vec<&Entry> = entries
        .filter(|entry| !entry.folder || folders.insert(&entry.central.header.name))
        .collect();
    assert_eq!(other.len(), entries.len(), "{archive:#?}");
    for (index, entry) in entries.into_iter().enumerate() {
        let mut file = other.by_index(index).expect("another reader finds it");
        let header = &entry.central.header;
        let mut content = Vec::new();
        // A folder has no bytes that a CRC-32 would be of.
        if !entry.folder {
            assert_eq!(file.crc32(), header.crc, "{archive:#?}");
            file.read_to_end(&mut content)
                .expect("another reader reads it");
        }
        assert_eq!(content.len() as u64, entry.size, "{archive:#?}");
        let is_same = file.name().is_ok_and(|name| name == entry.name.text);
        assert!(file.name_raw() == header.name || is_same, "{archive:#?}");
    }
}
