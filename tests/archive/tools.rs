//! Archives as common tools write them, with accents in a name: none is refused. The tools themselves where they are at hand, and what they write
//! (observed on their current versions) made again here.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use predepot_tests::zip::{Entry, PDF, UTF8, Zip, crc32, deflated, extra, file, zip, zip64};

use super::{check, checked, findings, read};

const PIECE: &str = "MDV-LGC-Va1-BDC-00001.pdf";
const ACCENTS: &str = "reçu été.pdf";

// As tools at hand write them.

/// A folder of the two pieces, for one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("tools-{test}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for name in [PIECE, ACCENTS] {
        std::fs::write(folder.join(name), PDF).unwrap();
    }
    folder
}

/// Runs a command that writes `out.zip`, and checks that: at most a doubt about the encoding of the name.
#[track_caller]
fn runs(test: &str, program: &str, args: &[&str]) {
    let folder = folder(test);
    let ran = Command::new(program)
        .args(args)
        .current_dir(&folder)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    if !ran.is_ok_and(|status| status.success()) {
        println!("skipped: {program} is not at hand");
        return;
    }
    let archive = read(&std::fs::read(folder.join("out.zip")).unwrap());
    assert_eq!(archive.entries.len(), 2);
    let mut found = findings(&checked(archive));
    found.retain(|line| *line != format!("Z019 A {ACCENTS}: encodage"));
    assert_eq!(found, [""; 0]);
}

#[test]
fn info_zip() {
    for (test, options) in [
        ("infozip", "-q"),
        ("infozip-stored", "-q0"),
        ("infozip-bare", "-qX"),
        ("infozip-zip64", "-qfz"),
        ("infozip-streamed", "-qfd"),
    ] {
        runs(test, "zip", &[options, "out.zip", PIECE, ACCENTS]);
    }
}

#[test]
fn info_zip_to_a_pipe() {
    runs(
        "infozip-pipe",
        "sh",
        &["-c", "zip -q - *.pdf | cat > out.zip"],
    );
}

#[test]
fn seven_zip() {
    for program in ["7z", "7zz", "7za"] {
        runs(program, program, &["a", "-tzip", "out.zip", PIECE, ACCENTS]);
    }
}

#[test]
fn python() {
    let add = "z.write(n) for n in os.listdir('.') if n.endswith('.pdf')";
    for (test, open) in [
        ("python", "'out.zip', 'w', 8"),
        ("python-stored", "'out.zip', 'w'"),
        (
            "python-pipe",
            "io.BufferedWriter(type('W', (io.RawIOBase,), dict(writable=lambda s: True, write=lambda s, b: open('out.zip', 'ab').write(b)))()), 'w', 8",
        ),
    ] {
        let script = format!("import io, os, zipfile\nwith zipfile.ZipFile({open}) as z: [{add}]");
        runs(test, "python3", &["-c", &script]);
    }
}

#[test]
fn java() {
    runs("java", "jar", &["cfM", "out.zip", PIECE, ACCENTS]);
    runs("java-stored", "jar", &["cfM0", "out.zip", PIECE, ACCENTS]);
}

// As others write them.

/// The two pieces, the first deflated, and what the tool makes of each.
#[track_caller]
fn writes(change: impl Fn(Entry) -> Entry) {
    check(&pieces(change), &[]);
}

fn pieces(change: impl Fn(Entry) -> Entry) -> Zip {
    zip([deflated(PIECE, PDF), file(ACCENTS, PDF)].map(change))
}

/// The name again in an extra field, as JSZip adds it.
fn unicode_path(entry: Entry) -> Entry {
    let name = entry.central.name.clone();
    let field = [&[1][..], &crc32(&name).to_le_bytes(), &name].concat();
    entry.with(|header| {
        if !name.is_ascii() {
            header.extra = extra(0x7075, &field);
        }
    })
}

#[test]
fn jszip() {
    writes(unicode_path);
    writes(|entry| unicode_path(entry).streamed());
}

#[test]
fn fflate() {
    writes(|entry| entry);
    writes(Entry::streamed);
}

#[test]
fn zip_js() {
    let timestamp = extra(0x5455, &[1, 0, 0, 0, 0]);
    writes(|entry| {
        entry
            .with(|header| {
                header.extra = timestamp.clone();
                header.flags |= UTF8;
            })
            .streamed()
    });
    writes(|entry| {
        let mut entry = entry.streamed();
        // Its option `dataDescriptorSignature: false`.
        entry.after.drain(..4);
        entry
    });
}

#[test]
fn zip_js_with_its_option_zip64() {
    let mut zip = pieces(|entry| {
        let (packed, unpacked) = (entry.central.packed, entry.central.unpacked);
        let mut entry = entry.streamed();
        entry.after = [
            b"PK\x07\x08",
            &entry.central.crc.to_le_bytes()[..],
            &u64::from(packed).to_le_bytes(),
            &u64::from(unpacked).to_le_bytes(),
        ]
        .concat();
        entry
            .with(|header| (header.packed, header.unpacked) = (u32::MAX, u32::MAX))
            .local(|header| header.extra = zip64(&[0, 0]))
            .central(|header| header.extra = zip64(&[unpacked.into(), packed.into()]))
    });
    zip.zip64 = true;
    check(&zip, &[]);
}

#[test]
fn seven_zip_on_windows() {
    // The times of NTFS, in the directory alone; the attributes of Windows.
    let times = extra(0x000a, &[&[0, 0, 0, 0, 1, 0, 24, 0][..], &[7; 24]].concat());
    writes(|entry| Entry {
        attributes: 0x20,
        ..entry.central(|header| header.extra = times.clone())
    });
}

#[test]
fn info_zip_with_its_option_zip64() {
    let mut zip = pieces(|entry| {
        let (packed, unpacked) = (entry.central.packed.into(), entry.central.unpacked.into());
        entry
            .local(|header| {
                (header.packed, header.unpacked) = (u32::MAX, u32::MAX);
                header.extra = zip64(&[unpacked, packed]);
            })
            .central(|header| {
                header.unpacked = u32::MAX;
                header.extra = zip64(&[unpacked]);
            })
    });
    zip.zip64 = true;
    check(&zip, &[]);
}

#[test]
fn python_with_its_option_force_zip64() {
    writes(|entry| {
        let numbers = [entry.central.unpacked.into(), entry.central.packed.into()];
        entry.local(|header| {
            (header.packed, header.unpacked) = (u32::MAX, u32::MAX);
            header.extra = zip64(&numbers);
        })
    });
}

#[test]
fn java_and_node_archiver() {
    // The name is said to be UTF-8 whether it has accents or not.
    writes(|entry| entry.with(|header| header.flags |= UTF8).streamed());
}

#[test]
fn client_zip() {
    writes(|entry| Entry {
        attributes: 0x81b4_0000,
        ..entry.streamed()
    });
}

#[test]
fn macos() {
    // UTF-8 decomposed and not said to be, numbers after the data, a folder of its own.
    let name = "rec\u{327}u e\u{301}te\u{301}.pdf";
    let files = [
        deflated(PIECE, PDF),
        deflated(name, PDF),
        deflated(&format!("__MACOSX/._{name}"), b"\0\x05\x16\x07"),
    ];
    let zip = zip(files.map(|entry| entry.with(|header| header.flags = 0).streamed()));
    check(
        &zip,
        &[
            &format!("Z019 A {name}: encodage"),
            &format!("Z016 A __MACOSX/._{name}: 1"),
        ],
    );
}

#[test]
fn windows() {
    // The name in the code page of the system.
    let zip = pieces(|entry| {
        entry.with(|header| {
            if header.flags & UTF8 != 0 {
                header.flags = 0;
                header.name = b"re\x87u \x82t\x82.pdf".to_vec();
            }
        })
    });
    check(&zip, &[&format!("Z019 A {ACCENTS}: encodage")]);
}
