//! One pass over the file, from its first byte to its last: data is inflated and compared with what the directory says of it,
//! local headers and data descriptors likewise, and what belongs to nothing is looked at.

use std::collections::VecDeque;
use std::ops::Range;

use crc::{Digest, Table};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::entry::DEFLATED;
use super::fault::{Corruption, Fault, Incoherence, Place};
use super::layout::{self, Holds, Region};
use super::record::{LOCAL, Local, descriptor, has_record};
use super::{Archive, CRC};
use crate::piece::Inspector;

/// What is known is asked for all the same when it is shorter than this, in bytes, so as to ask less often.
const SHORT: u64 = 64 << 10;
/// Of an entry that will not be read, what is asked for so as to have its local header.
const HEADER: u64 = 1 << 10;
/// Bytes inflated at a time; deflate looks back half as far.
const INFLATED: usize = 64 << 10;
/// The longest data descriptor.
const LONGEST: usize = 24;

/// The pass.
pub(super) struct Sweep {
    /// What is left, the region at hand first.
    regions: VecDeque<Region>,
    /// Where in the file.
    at: u64,
    /// Entries done with.
    entries: usize,
    /// The start of the local header at hand.
    local: Vec<u8>,
    data: Option<Data>,
    inflater: Option<Box<Inflater>>,
    /// The start of the descriptor at hand.
    descriptor: Vec<u8>,
    gap: Gap,
}

impl Sweep {
    pub(super) fn new(regions: VecDeque<Region>) -> Self {
        Self {
            regions,
            at: 0,
            entries: 0,
            local: Vec::new(),
            data: None,
            inflater: None,
            descriptor: Vec::new(),
            gap: Gap::default(),
        }
    }

    /// Entries done with.
    pub(super) fn entries(&self) -> usize {
        self.entries
    }

    /// What to read next; `None` at the end. What was asked for before is read.
    pub(super) fn next(&mut self, archive: &mut Archive) -> Option<Range<u64>> {
        // Regions without a byte, and those that are known, need no reading.
        while let Some(&region) = self.regions.front() {
            if region.end > self.at && region.holds != Holds::Known {
                break;
            }
            self.read_region(&[], archive);
            self.at = region.end;
            self.close(archive);
        }
        let mut end = self.at;
        for region in &self.regions {
            let is_long = region.end - region.start > SHORT;
            match region.holds {
                Holds::Known if is_long => break,
                Holds::Known => {}
                Holds::Entry(index) if is_long && !archive.entries[index].is_sound() => {
                    end = region.end.min(region.start.max(self.at) + HEADER);
                    break;
                }
                _ => end = region.end,
            }
        }
        // Known bytes at the very end are of no use.
        if end == self.at {
            return None;
        }
        Some(self.at..end)
    }

    /// Reads on; false when an entry is not as the directory made believe: where everything lies must be known before going on.
    pub(super) fn read(&mut self, mut bytes: &[u8], archive: &mut Archive) -> bool {
        while let Some(&region) = self.regions.front() {
            let Some(left) = self.left(region) else {
                return false;
            };
            let (own, rest) = bytes.split_at(left.min(bytes.len()));
            self.read_region(own, archive);
            self.at += own.len() as u64;
            bytes = rest;
            if own.len() < left {
                return true;
            }
            match region.holds {
                // How long it is may only be known now.
                Holds::Entry(_) if left > 0 => {}
                Holds::Entry(index) if self.enter(index, archive) => {}
                Holds::Entry(_) => return false,
                _ => self.close(archive),
            }
        }
        true
    }

    /// Bytes that the region at hand lacks, as far as is known: of an entry, its local header. `None` when that is not there, or has no room.
    fn left(&self, region: Region) -> Option<usize> {
        let end = match (region.holds, Local::length(&self.local)) {
            (Holds::Entry(_), None) => region.start + Local::LENGTH,
            (Holds::Entry(_), Some(length)) => Some(region.start + length)
                .filter(|&end| end <= region.end && self.local.starts_with(&LOCAL))?,
            _ => region.end,
        };
        Some(usize::try_from(end - self.at).unwrap_or(usize::MAX))
    }

    /// Compares the local header at hand, and lays out what follows it; false when that has no room.
    fn enter(&mut self, index: usize, archive: &mut Archive) -> bool {
        let local = Local::read(&self.local);
        self.local.clear();
        let (Some(slot), Some(local)) = (self.regions.pop_front(), local) else {
            return false;
        };
        let entry = &mut archive.entries[index];
        entry.start = slot.start;
        entry.compare(local);
        let Some(regions) = layout::of_entry(entry, index, slot) else {
            return false;
        };
        for region in regions.into_iter().rev() {
            self.regions.push_front(region);
        }
        true
    }

    /// Reads bytes of the region at hand.
    fn read_region(&mut self, bytes: &[u8], archive: &Archive) {
        let Some(region) = self.regions.front() else {
            return;
        };
        match region.holds {
            Holds::Known => {}
            Holds::Entry(_) => self.local.extend_from_slice(bytes),
            Holds::Gap(_) => self.gap.read(bytes),
            Holds::Descriptor(_) => {
                let missing = LONGEST - self.descriptor.len();
                let (first, rest) = bytes.split_at(missing.min(bytes.len()));
                self.descriptor.extend_from_slice(first);
                self.gap.read(rest);
            }
            Holds::Data(index) => {
                let data = self.data.get_or_insert_with(|| {
                    let entry = &archive.entries[index];
                    Data::new(entry.size)
                });
                if archive.entries[index].central.header.method == DEFLATED {
                    let inflater = self.inflater.get_or_insert_default();
                    data.inflate(bytes, inflater);
                } else {
                    data.take(bytes);
                }
            }
        }
    }

    /// The region at hand is read.
    fn close(&mut self, archive: &mut Archive) {
        let Some(Region { start, end, holds }) = self.regions.pop_front() else {
            return;
        };
        match holds {
            Holds::Known | Holds::Entry(_) => {}
            Holds::Gap(place) => self.close_gap(place, archive),
            Holds::Descriptor(index) => {
                let entry = &mut archive.entries[index];
                let crc = entry.central.header.crc;
                let length = end - start;
                match descriptor(&self.descriptor, crc, entry.sizes, length) {
                    None => entry.say(Fault::Incoherent(Incoherence::Descriptor)),
                    Some(own) if own < length => {
                        let first = std::mem::take(&mut self.descriptor);
                        self.gap.put_before(&first[own as usize..]);
                        self.close_gap(Place::Between, archive);
                    }
                    Some(_) => {}
                }
                self.descriptor.clear();
                self.gap = Gap::default();
            }
            Holds::Data(index) => {
                self.entries += 1;
                if let Some(inflater) = &mut self.inflater {
                    inflater.restart();
                }
                let Some(data) = self.data.take() else {
                    return;
                };
                let entry = &mut archive.entries[index];
                let is_deflated = entry.central.header.method == DEFLATED;
                let header = &entry.central.header;
                // Some tools say of a file without a byte that it is deflated.
                let needs_end = is_deflated && entry.sizes.packed > 0;
                match data.finish(needs_end, header.crc) {
                    Ok(inspector) => entry.content = Some(inspector.finish()),
                    Err(corruption) => entry.say(Fault::Corrupt(corruption)),
                }
            }
        }
    }

    fn close_gap(&mut self, place: Place, archive: &mut Archive) {
        let gap = std::mem::take(&mut self.gap);
        archive.say(match gap.records {
            true => Fault::Incoherent(Incoherence::Unlisted),
            false => Fault::Surplus(place),
        });
    }
}

/// The data of an entry, as it is read.
struct Data {
    /// Bytes it should have.
    size: u64,
    /// Bytes it had so far.
    found: u64,
    crc: Digest<'static, u32, Table<16>>,
    /// The deflated stream ended.
    ended: bool,
    corruption: Option<Corruption>,
    inspector: Inspector,
}

impl Data {
    fn new(size: u64) -> Self {
        Self {
            size,
            found: 0,
            crc: CRC.digest(),
            ended: false,
            corruption: None,
            inspector: Inspector::default(),
        }
    }

    /// Bytes as they were before being packed. One more than said is enough to know.
    fn take(&mut self, bytes: &[u8]) {
        if self.corruption.is_some() {
            return;
        }
        self.found += bytes.len() as u64;
        if self.found > self.size {
            self.corruption = Some(Corruption::Size);
            return;
        }
        self.crc.update(bytes);
        self.inspector.read(bytes);
    }

    fn inflate(&mut self, mut bytes: &[u8], inflater: &mut Inflater) {
        loop {
            if self.corruption.is_some() {
                return;
            }
            if self.ended {
                // Bytes after the end of the stream.
                if !bytes.is_empty() {
                    self.corruption = Some(Corruption::Size);
                }
                return;
            }
            let (status, read, inflated) = inflater.read(bytes);
            self.take(inflated);
            bytes = &bytes[read..];
            match status {
                TINFLStatus::Done => self.ended = true,
                TINFLStatus::HasMoreOutput => {}
                TINFLStatus::NeedsMoreInput => return,
                _ => self.corruption = self.corruption.or(Some(Corruption::Data)),
            }
        }
    }

    fn finish(self, needs_end: bool, crc: u32) -> Result<Inspector, Corruption> {
        if let Some(corruption) = self.corruption {
            Err(corruption)
        } else if needs_end && !self.ended || self.found != self.size {
            Err(Corruption::Size)
        } else if self.crc.finalize() != crc {
            Err(Corruption::Crc)
        } else {
            Ok(self.inspector)
        }
    }
}

/// What inflating needs; kept from one entry to the next.
struct Inflater {
    state: DecompressorOxide,
    out: Box<[u8]>,
    at: usize,
}

impl Default for Inflater {
    fn default() -> Self {
        Self {
            state: DecompressorOxide::new(),
            out: vec![0; INFLATED].into_boxed_slice(),
            at: 0,
        }
    }
}

impl Inflater {
    fn restart(&mut self) {
        self.state.init();
        self.at = 0;
    }

    /// The status, bytes read, and what came out.
    fn read(&mut self, bytes: &[u8]) -> (TINFLStatus, usize, &[u8]) {
        let start = self.at;
        let (status, read, written) = decompress(
            &mut self.state,
            bytes,
            &mut self.out,
            start,
            TINFL_FLAG_HAS_MORE_INPUT,
        );
        self.at = (start + written) % INFLATED;
        (status, read, &self.out[start..start + written])
    }
}

/// Bytes that belong to nothing: do they look like records of a ZIP?
#[derive(Default)]
struct Gap {
    records: bool,
    /// The first bytes, and the last ones so far.
    first: Vec<u8>,
    last: Vec<u8>,
}

/// Bytes of a signature, but one.
const SEAM: usize = 3;

impl Gap {
    fn read(&mut self, bytes: &[u8]) {
        let missing = SEAM - self.first.len().min(SEAM);
        self.first
            .extend_from_slice(&bytes[..missing.min(bytes.len())]);
        // What is cut in two, then what is whole.
        self.last.extend_from_slice(&bytes[..SEAM.min(bytes.len())]);
        self.records = self.records || has_record(&self.last) || has_record(bytes);
        let kept = match bytes.len() >= SEAM {
            true => bytes,
            false => &self.last[..],
        };
        self.last = kept[kept.len().saturating_sub(SEAM)..].to_vec();
    }

    /// Bytes that come before those read.
    fn put_before(&mut self, bytes: &[u8]) {
        let mut seam = bytes.to_vec();
        seam.extend_from_slice(&self.first);
        self.records = self.records || has_record(&seam);
    }
}
