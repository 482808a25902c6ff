//! An entry of a ZIP, and what its two headers say against each other.

use std::ops::Range;

use super::fault::{Fault, Incoherence};
use super::name::{self, Name};
use super::record::{Central, Header, Local, Sizes, extras, flag, sizes};
use crate::piece::Content;

/// An entry: a file or a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: Name,
    /// Its bytes, once inflated, as the directory says.
    pub size: u64,
    /// True for a folder.
    pub folder: bool,
    /// What is wrong with it, each fault once.
    pub faults: Vec<Fault>,
    /// What it holds; `None` when that was not read.
    pub content: Option<Content>,
    /// The directory's record.
    pub central: Central,
    /// The local header without its name and extra fields, which nothing bounds all together; `None` when it was not found.
    pub local: Option<Local>,
    /// Where it starts in the file, once its local header was found.
    pub(super) start: u64,
    pub(super) sizes: Sizes,
}

/// Methods that are read.
pub(super) const STORED: u16 = 0;
pub(super) const DEFLATED: u16 = 8;
/// The method of an entry encrypted by AES, whose true method is in an extra field.
const AES: u16 = 99;

/// An entry is out of proportion when it would inflate beyond this size, in bytes...
const LARGE: u64 = 10 << 20;
/// ...and beyond this many times its data. Pieces are compressed already.
const MOST_TIMES: u64 = 100;

impl Entry {
    /// An entry by what the directory says.
    pub(super) fn new(central: Central) -> Self {
        let mut faults = Vec::new();
        let sizes = sizes(&central.header, Some(central.offset)).unwrap_or_else(|_| {
            faults.push(Fault::Incoherent(Incoherence::Extra));
            Sizes {
                unpacked: central.header.unpacked.into(),
                packed: central.header.packed.into(),
                offset: central.offset.into(),
            }
        });
        if extras(&central.header.extra).any(|field| field.is_none()) {
            faults.push(Fault::Incoherent(Incoherence::Extra));
        }
        let name = name::read(&central.header).unwrap_or_else(|_| {
            faults.push(Fault::Incoherent(Incoherence::Name));
            Name {
                text: String::from_utf8_lossy(&central.header.name).into_owned(),
                fault: None,
            }
        });
        let mut entry = Self {
            name,
            size: sizes.unpacked,
            folder: central.is_folder(),
            faults: Vec::new(),
            content: None,
            central,
            local: None,
            start: 0,
            sizes,
        };
        faults.into_iter().for_each(|fault| entry.say(fault));
        entry.look();
        entry
    }

    /// Says a fault once.
    pub(super) fn say(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    fn differ(&mut self, on: Incoherence) {
        self.say(Fault::Incoherent(on));
    }

    /// What the directory alone shows.
    fn look(&mut self) {
        let Header { flags, method, .. } = self.central.header;
        let encrypted = flags & (flag::ENCRYPTED | flag::STRONGLY_ENCRYPTED | flag::MASKED) != 0;
        if encrypted || method == AES {
            self.say(Fault::Encrypted);
        } else if self.sizes.unpacked > 0 && (self.folder || self.central.has_folder_attribute()) {
            self.differ(Incoherence::Folder);
        } else if ![STORED, DEFLATED].contains(&method) {
            self.say(Fault::Method(method));
        } else if method == STORED && self.sizes.packed != self.sizes.unpacked {
            self.differ(Incoherence::Sizes);
        }
        if self.sizes.unpacked > LARGE && self.sizes.unpacked / MOST_TIMES > self.sizes.packed {
            self.say(Fault::Disproportion);
        }
    }

    /// What the local header, found where the directory says, shows.
    pub(super) fn compare(&mut self, mut local: Local) {
        let (ours, theirs) = (&self.central.header, &local.header);
        let mut found = Vec::new();
        // A name that both headers write the same way was judged once.
        let same_name = ours.name == theirs.name
            && match (name::read(ours), name::read(theirs)) {
                (Ok(ours), Ok(theirs)) => ours.text == theirs.text,
                (Err(_), _) => true,
                (Ok(_), Err(_)) => false,
            };
        if !same_name {
            found.push(Incoherence::Name);
        }
        if ours.method != theirs.method {
            found.push(Incoherence::Method);
        }
        let encryption = flag::ENCRYPTED | flag::STRONGLY_ENCRYPTED | flag::MASKED;
        if (ours.flags ^ theirs.flags) & encryption != 0 {
            found.push(Incoherence::Encryption);
        }
        if extras(&theirs.extra).any(|field| field.is_none()) {
            found.push(Incoherence::Extra);
        }
        match sizes(theirs, None) {
            Err(_) => found.push(Incoherence::Extra),
            Ok(sizes) => {
                // What a descriptor says later is zero before, but for the size that `zip` knows already.
                let late = theirs.has(flag::DESCRIPTOR);
                let both = |sizes: Sizes| (sizes.packed, sizes.unpacked);
                let known = theirs.method == DEFLATED && sizes.unpacked == self.sizes.unpacked;
                let none = late && sizes.packed == 0 && (sizes.unpacked == 0 || known);
                let same_crc = ours.crc == theirs.crc || late && theirs.crc == 0;
                if both(sizes) != both(self.sizes) && !none || !same_crc {
                    found.push(Incoherence::Sizes);
                }
            }
        }
        found.into_iter().for_each(|on| self.differ(on));
        (local.header.name, local.header.extra) = (Vec::new(), Vec::new());
        self.local = Some(local);
    }

    /// Where its data lies in the file, as stored; known once the local header is.
    pub fn stored(&self) -> Option<Range<u64>> {
        let start = self.start.checked_add(self.data()?)?;
        Some(start..start.checked_add(self.sizes.packed)?)
    }

    /// True when its data is still to be read, as far as is known.
    pub fn is_pending(&self) -> bool {
        self.content.is_none() && self.is_sound()
    }

    /// Where its data starts, once the local header is known, counted from the start of the entry.
    pub(super) fn data(&self) -> Option<u64> {
        self.local.as_ref().map(|local| local.length)
    }

    /// True when a data descriptor follows the data.
    pub(super) fn has_descriptor(&self) -> bool {
        self.local
            .as_ref()
            .is_some_and(|local| local.header.has(flag::DESCRIPTOR))
    }

    /// True when nothing is wrong with it so far, and it has data.
    pub(super) fn is_sound(&self) -> bool {
        self.faults.is_empty() && !self.folder
    }

    /// True when its data can and should be read.
    pub(super) fn is_readable(&self) -> bool {
        self.local.is_some() && self.is_sound()
    }
}
