//! Where everything lies: each byte of the file belongs to one record or to none.

use std::collections::VecDeque;

use super::Archive;
use super::entry::Entry;
use super::fault::{Fault, Incoherence, Place};
use super::record::Local;

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
    /// An entry of which only the directory's record is known, up to where the next one starts.
    Entry(usize),
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

/// The regions of a file whose entries leave room for each other as far as the directory says, their local headers still to be read; `None`
/// for any other file, of which [`regions`] knows more.
pub(super) fn slots(
    archive: &Archive,
    directory: &Directory,
    order: &[usize],
    base: u64,
) -> Option<VecDeque<Region>> {
    if is_out_of_proportion(archive) {
        return None;
    }
    let start_of = |&index: &usize| archive.entries[index].sizes.offset.checked_add(base);
    let mut laid = Laid::default();
    laid.gap(order.first().map_or(Some(directory.start), start_of)?);
    for (at, &index) in order.iter().enumerate() {
        let next = order.get(at + 1).map_or(Some(directory.start), start_of)?;
        let least = Local::LENGTH.checked_add(archive.entries[index].sizes.packed)?;
        if laid.at.checked_add(least)? > next {
            return None;
        }
        laid.to(next, Holds::Entry(index));
    }
    Some(laid.closed_by(directory, archive))
}

/// The regions of an entry, once its local header is compared; `None` when it does not fit in its slot.
pub(super) fn of_entry(entry: &Entry, index: usize, slot: Region) -> Option<VecDeque<Region>> {
    let data = slot.start + entry.data()?;
    let end = data.checked_add(entry.sizes.packed)?;
    let mut laid = Laid {
        at: slot.start,
        ..Laid::default()
    };
    laid.entry(entry, index, (data, end), slot.end);
    (end <= slot.end).then_some(laid.regions)
}

/// The regions of the file, from its first byte to its last, once the local headers are known; none when reading on would not be safe. Says
/// what overlaps, what is out of proportion, and whether end records were found elsewhere than inside data (`others`).
pub(super) fn regions(
    archive: &mut Archive,
    directory: &Directory,
    order: &[usize],
    base: u64,
    others: &[(u64, bool)],
) -> VecDeque<Region> {
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
    if is_out_of_proportion(archive) {
        archive.say(Fault::Disproportion);
    }
    let unsafe_fault = |fault: &Fault| matches!(fault, Fault::Overlap | Fault::Disproportion);
    if archive.faults.iter().any(unsafe_fault)
        || archive
            .entries
            .iter()
            .any(|entry| entry.faults.contains(&Fault::Overlap))
    {
        return VecDeque::new();
    }
    let mut laid = Laid::default();
    for (at, &(start, data, end, index)) in extents.iter().enumerate() {
        let next = extents.get(at + 1).map_or(directory.start, |next| next.0);
        laid.gap(start);
        laid.entry(&archive.entries[index], index, (data, end), next);
    }
    laid.gap(directory.start);
    laid.closed_by(directory, archive)
}

fn is_out_of_proportion(archive: &Archive) -> bool {
    let sizes = archive.entries.iter().map(|entry| entry.size);
    let total = sizes.fold(0, u64::saturating_add);
    total > LARGE && total / MOST_TIMES > archive.size
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
    regions: VecDeque<Region>,
    at: u64,
}

impl Laid {
    /// An entry that starts here, with its data, up to what comes next.
    fn entry(&mut self, entry: &Entry, index: usize, (data, end): (u64, u64), next: u64) {
        self.to(data, Holds::Known);
        self.to(
            end,
            match entry.is_readable() {
                true => Holds::Data(index),
                false => Holds::Known,
            },
        );
        match entry.has_descriptor() {
            true => self.to(next, Holds::Descriptor(index)),
            false => self.gap(next),
        }
    }

    /// The directory, which starts here, and what comes after.
    fn closed_by(mut self, directory: &Directory, archive: &Archive) -> VecDeque<Region> {
        self.to(directory.end, Holds::Known);
        self.gap(directory.tail);
        self.to(directory.file_end, Holds::Known);
        self.gap_of(archive.size, Place::After);
        self.regions
    }

    fn to(&mut self, end: u64, holds: Holds) {
        let start = self.at;
        // Data without a byte has a CRC-32 all the same.
        if end > start || matches!(holds, Holds::Data(_) | Holds::Descriptor(_)) {
            self.regions.push_back(Region { start, end, holds });
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
