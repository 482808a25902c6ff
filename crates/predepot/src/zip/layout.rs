//! Where everything lies: each byte of the file belongs to one record or to none.

use super::Archive;
use super::fault::{Fault, Incoherence, Place};

/// Where the records that are not entries lie.
#[derive(Debug)]
pub(super) struct Directory {
    /// Where the directory starts.
    pub(super) start: u64,
    /// Where its last record ends.
    pub(super) end: u64,
    /// Where the end records start.
    pub(super) tail: u64,
    /// Where the last one's comment ends.
    pub(super) file_end: u64,
}

/// A range of the file, up to where the next one starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) holds: Holds,
}

/// What a region holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// What is known or will not be read.
    Known,
    /// The data of an entry.
    Data(usize),
    /// The data descriptor of an entry, then maybe what belongs to nothing.
    Descriptor(usize),
    /// What belongs to nothing.
    Gap(Place),
}

/// An archive is out of proportion when its entries would inflate beyond this size together, in bytes...
const LARGE: u64 = 100 << 20;
/// ...and beyond this many times the size of the file.
const MOST_TIMES: u64 = 50;

/// The regions of the file, from its first byte to its last; none when reading on would not be safe. Says what overlaps, what is out of
/// proportion, and whether end records were found elsewhere than inside data (`others`).
pub(super) fn regions(
    archive: &mut Archive,
    directory: &Directory,
    order: &[usize],
    base: u64,
    others: &[(u64, bool)],
) -> Vec<Region> {
    // Where each entry that was found starts, where its data starts and ends.
    let extents: Vec<(u64, u64, u64, usize)> = order
        .iter()
        .filter_map(|&index| {
            let entry = &archive.entries[index];
            let start = entry.sizes.offset.checked_add(base)?;
            let data = start.checked_add(entry.data()?)?;
            Some((start, data, data.saturating_add(entry.sizes.packed), index))
        })
        .collect();
    overlaps(archive, directory, &extents);
    let is_inside = |other: u64| {
        let after = extents.partition_point(|&(start, ..)| start <= other);
        after
            .checked_sub(1)
            .is_some_and(|at| (extents[at].1..extents[at].2).contains(&other))
    };
    if others
        .iter()
        .any(|&(other, is_certain)| is_certain || !is_inside(other))
    {
        archive.say(Fault::Incoherent(Incoherence::Ends));
    }
    let total: u64 = archive
        .entries
        .iter()
        .fold(0, |total, entry| total.saturating_add(entry.size));
    if total > LARGE && total / MOST_TIMES > archive.size {
        archive.say(Fault::Disproportion);
    }
    let unsafe_fault = |fault: &Fault| matches!(fault, Fault::Overlap | Fault::Disproportion);
    if archive.faults.iter().any(unsafe_fault)
        || archive
            .entries
            .iter()
            .any(|entry| entry.faults.contains(&Fault::Overlap))
    {
        return Vec::new();
    }
    let mut laid = Laid::default();
    for (at, &(start, data, end, index)) in extents.iter().enumerate() {
        let entry = &archive.entries[index];
        laid.gap(start);
        laid.to(data, Holds::Known);
        laid.to(
            end,
            match entry.is_readable() {
                true => Holds::Data(index),
                false => Holds::Known,
            },
        );
        if entry.has_descriptor() {
            let next = extents.get(at + 1).map_or(directory.start, |next| next.0);
            laid.to(next, Holds::Descriptor(index));
        }
    }
    laid.gap(directory.start);
    laid.to(directory.end, Holds::Known);
    laid.gap(directory.tail);
    laid.to(directory.file_end, Holds::Known);
    laid.gap_of(archive.size, Place::After);
    laid.regions
}

/// Says which entries share bytes with another or with the directory.
fn overlaps(archive: &mut Archive, directory: &Directory, extents: &[(u64, u64, u64, usize)]) {
    let mut farthest: Option<(u64, usize)> = None;
    for &(start, _, end, index) in extents {
        if let Some((before, other)) = farthest
            && start < before
        {
            archive.entries[other].say(Fault::Overlap);
            archive.entries[index].say(Fault::Overlap);
        }
        if end > directory.start {
            archive.entries[index].say(Fault::Overlap);
        }
        if farthest.is_none_or(|(before, _)| before < end) {
            farthest = Some((end, index));
        }
    }
}

/// Regions laid one after the other.
#[derive(Default)]
struct Laid {
    regions: Vec<Region>,
    at: u64,
}

impl Laid {
    fn to(&mut self, end: u64, holds: Holds) {
        let start = self.at;
        // Data without a byte has a CRC-32 all the same.
        if end > start || matches!(holds, Holds::Data(_) | Holds::Descriptor(_)) {
            self.regions.push(Region { start, end, holds });
        }
        self.at = end;
    }

    fn gap(&mut self, end: u64) {
        let place = match self.at {
            0 => Place::Before,
            _ => Place::Between,
        };
        self.gap_of(end, place);
    }

    fn gap_of(&mut self, end: u64, place: Place) {
        self.to(end, Holds::Gap(place));
    }
}
