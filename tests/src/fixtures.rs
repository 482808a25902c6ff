//! What the tests check, kept with its report so that the wasm can be held against it (`www/e2e/parity.test.ts`).

use std::cell::Cell;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use predepot::check::{Content, Day, Dropped, Options, check};
use predepot::render::wire;

/// Of each test, the first deposits: some make thousands.
const OF_EACH: usize = 40;
/// Larger deposits, in bytes, try how much the engine bears, not what it says.
const MOST: usize = 1 << 18;

thread_local! {
    /// Each test has a thread.
    static KEPT: Cell<usize> = const { Cell::new(0) };
}

/// Keeps files that are dropped together in the folder that `PREDEPOT_FIXTURES` names, if any, in a folder of their own.
pub fn keep(files: &[(&str, &[u8])]) {
    let Some(folder) = std::env::var_os("PREDEPOT_FIXTURES") else {
        return;
    };
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    if size > MOST || KEPT.replace(KEPT.get() + 1) >= OF_EACH {
        return;
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    let own = PathBuf::from(folder).join(format!("{:016x}", hasher.finish()));
    // Without a report, it is not compared: a name may be one that no file can have. Another test may have kept the same.
    let _ = write(&own, files);
}

/// Each file in a folder of its rank, then `report.json`.
fn write(own: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    std::fs::create_dir(own)?;
    for (rank, (name, bytes)) in files.iter().enumerate() {
        let place = own.join(rank.to_string());
        std::fs::create_dir(&place)?;
        std::fs::write(place.join(name), bytes)?;
    }
    let dropped = files.iter().map(|(name, bytes)| Dropped {
        name: (*name).to_owned(),
        content: Content::Bytes(bytes.to_vec()),
    });
    let options = Options {
        today: Day::read("15/11/2026"),
        ..Options::default()
    };
    let report = check(dropped.collect(), &options);
    std::fs::write(own.join("report.json"), wire::to_json(&report))
}
