//! What the tests check, kept so that the wasm can be given the same (`www/e2e/parity.test.ts`).

use std::cell::Cell;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;

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
    // Another test has kept the same.
    if std::fs::create_dir(&own).is_err() {
        return;
    }
    for (name, bytes) in files {
        // A name that no file can have is left out.
        let _ = std::fs::write(own.join(name), bytes);
    }
}
