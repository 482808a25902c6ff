//! A ZIP, read through slices of the file and never held whole: its records as found, what its entries hold, and every way in which
//! it could be read differently. Says facts ([`Fault`]); what they mean for a deposit is for `check` to say.

mod end;
mod entry;
mod fault;
mod layout;
mod name;
mod record;
mod session;
mod sweep;
mod write;

pub use entry::Entry;
pub use fault::{Corruption, Fault, Incoherence, Place};
pub use name::{Name, NameFault};
pub use record::{Central, Header, Local};
pub use session::{Progress, Session, read};
pub use write::{Stored, directory, local, weight};

use std::sync::LazyLock;

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};

/// A ZIP is read up to this size, in bytes.
pub const MOST_BYTES: u64 = 1 << 30;
/// A ZIP is read up to this number of entries.
pub const MOST_ENTRIES: u64 = 10_000;
/// A directory is read up to this size, in bytes: some 800 for each of the most entries.
const MOST_DIRECTORY: u64 = 8 << 20;

/// What was found in a ZIP.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// Its size in bytes.
    pub size: u64,
    /// Its entries, in the order of the directory.
    pub entries: Vec<Entry>,
    /// What is wrong with it as a whole.
    pub faults: Vec<Fault>,
}

impl Archive {
    /// One entry of this name and size, for tests of what is said of it.
    #[cfg(test)]
    pub(crate) fn of(name: &str, size: u64) -> Self {
        let header = Header {
            flags: record::flag::UTF8,
            method: 0,
            crc: 0,
            packed: 0,
            unpacked: 0,
            name: name.as_bytes().to_vec(),
            extra: Vec::new(),
        };
        let mut entry = Entry::new(Central::of(header));
        entry.size = size;
        Self {
            size,
            entries: vec![entry],
            faults: Vec::new(),
        }
    }

    /// True when its entries are known, were they none.
    pub fn is_listed(&self) -> bool {
        use Incoherence::{Count, Directory, Zip64};
        let unlisted = |fault: &Fault| match fault {
            Fault::Empty | Fault::NotZip | Fault::Volumes | Fault::Truncated | Fault::TooLarge => {
                true
            }
            Fault::Incoherent(on) => matches!(on, Count | Directory | Zip64),
            _ => false,
        };
        !self.faults.iter().any(unlisted)
    }

    /// Says a fault once.
    fn say(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

/// Its tables are made at the first use: made beforehand they would weigh 16 kB in the browser's module.
static CRC: LazyLock<Crc<u32, Table<16>>> =
    LazyLock::new(|| Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC));

fn crc32(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

/// A CRC-32 that is computed as bytes come.
pub(crate) fn digest() -> Digest<'static, u32, Table<16>> {
    CRC.digest()
}
