//! Reading a ZIP by asking for bytes: the session says which it wants, is given slices of them of any size, and goes on. What it keeps is
//! bounded whatever the file says: the end, the directory, a window on local headers, what inflating needs.

use std::ops::Range;

use super::end::{self, FARTHEST, Found, Stated};
use super::entry::Entry;
use super::fault::{Fault, Incoherence};
use super::layout::{self, Directory};
use super::record::{Central, ENTRY, End64, Fields, IN_ZIP64, LOCAL, Local, Locator};
use super::sweep::Sweep;
use super::{Archive, MOST_BYTES, MOST_DIRECTORY, MOST_ENTRIES};

/// Local headers nearer to each other than this are asked for together, in bytes.
const WINDOW: u64 = 64 << 10;
/// Room for the extra fields of a local header, whose length is not known beforehand.
const ROOM: u64 = 256;

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file that are done with.
    pub bytes: u64,
    /// Entries whose data is done with.
    pub entries: usize,
}

/// A reading.
pub struct Session {
    archive: Archive,
    step: Step,
    /// What is asked for.
    want: Range<u64>,
    /// What was given of it, except of data, which is not kept.
    held: Vec<u8>,
    /// What is added to an offset as written: bytes were put before the ZIP.
    base: u64,
    /// How far it was when it had to start again.
    before: Progress,
}

enum Step {
    /// The end record, somewhere in the last bytes.
    Tail,
    /// No end record: is it a ZIP at all?
    Head,
    /// The zip64 end record.
    End64(Box<Found>, Locator),
    /// Whether the directory starts where its end and size say, or else where its offset says.
    Probe(Box<Found>, Stated, bool),
    /// The directory.
    Directory(Box<Found>, Stated),
    /// Local headers, in the order of the file, from this one: where the directory alone does not tell what lies where.
    Locals(Box<Located>, usize),
    /// The data; with the local headers, unless they were read.
    Data(Box<Sweep>, Option<Box<Located>>),
    Done,
}

/// What is known once the directory is read.
struct Located {
    found: Found,
    directory: Directory,
    /// The entries in the order of their offsets.
    order: Vec<usize>,
    /// What is wrong so far with the whole.
    faults: Vec<Fault>,
}

impl Session {
    /// A reading of a file of this size.
    pub fn new(size: u64) -> Self {
        let mut session = Self {
            archive: Archive {
                size,
                ..Archive::default()
            },
            step: Step::Tail,
            want: size.saturating_sub(FARTHEST)..size,
            held: Vec::new(),
            base: 0,
            before: Progress::default(),
        };
        if size == 0 {
            session.stop(Fault::Empty);
        } else if size > MOST_BYTES {
            session.stop(Fault::TooLarge);
        }
        session
    }

    /// The bytes asked for; `None` when there is nothing left to read.
    pub fn wants(&self) -> Option<Range<u64>> {
        let held = self.held.len() as u64;
        (!matches!(self.step, Step::Done)).then(|| self.want.start + held..self.want.end)
    }

    /// Reads the first bytes of what is asked for: as many as there are at hand, at least one; what is beyond is not looked at.
    pub fn give(&mut self, bytes: &[u8]) {
        let Some(want) = self.wants() else {
            return;
        };
        let missing = usize::try_from(want.end - want.start).unwrap_or(usize::MAX);
        let bytes = &bytes[..bytes.len().min(missing)];
        if let Step::Data(sweep, _) = &mut self.step {
            self.want.start += bytes.len() as u64;
            if !sweep.read(bytes, &mut self.archive) {
                self.start_again();
            } else if self.want.is_empty() {
                self.next_data();
            }
            return;
        }
        self.held.extend_from_slice(bytes);
        if bytes.len() == missing {
            let held = std::mem::take(&mut self.held);
            let start = self.want.start;
            match std::mem::replace(&mut self.step, Step::Done) {
                Step::Tail => self.tail(&held, start),
                Step::Head => self.head(&held),
                Step::End64(found, locator) => self.end64(found, locator, &held),
                Step::Probe(found, stated, at_end) => self.probe(found, stated, at_end, &held),
                Step::Directory(found, stated) => self.directory(*found, stated, &held, start),
                Step::Locals(located, next) => self.locals(located, next, &held, start),
                Step::Data(..) | Step::Done => {}
            }
        }
    }

    /// How far the reading is.
    pub fn progress(&self) -> Progress {
        let (bytes, entries) = match &self.step {
            Step::Data(sweep, _) => (self.want.start, sweep.entries()),
            Step::Done => (self.archive.size, self.archive.entries.len()),
            _ => (0, 0),
        };
        Progress {
            bytes: bytes.max(self.before.bytes),
            entries: entries.max(self.before.entries),
        }
    }

    /// True once the entries are all there.
    pub fn is_listed(&self) -> bool {
        matches!(self.step, Step::Locals(..) | Step::Data(..) | Step::Done)
    }

    /// What was found so far. Once the data is being read, the entries are all there.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// What was found.
    pub fn finish(self) -> Archive {
        self.archive
    }

    fn stop(&mut self, fault: Fault) {
        self.archive.say(fault);
        self.step = Step::Done;
    }

    fn ask(&mut self, step: Step, want: Range<u64>) {
        self.step = step;
        self.want = want;
    }

    fn tail(&mut self, tail: &[u8], start: u64) {
        let found = match end::find(tail, start) {
            Ok(found) => Box::new(found),
            Err(Fault::NotZip) if start > 0 => return self.ask(Step::Head, 0..LOCAL.len() as u64),
            Err(Fault::NotZip) => return self.head(tail),
            Err(fault) => return self.stop(fault),
        };
        let Some(locator) = found.locator else {
            return self.stated(found, None);
        };
        let want = locator.offset..locator.offset.saturating_add(End64::LENGTH);
        if want.end > found.at - Locator::LENGTH {
            return self.without_end64(found);
        }
        self.ask(Step::End64(found, locator), want);
    }

    /// The start of a file that has no end record.
    fn head(&mut self, head: &[u8]) {
        self.stop(match head.starts_with(&LOCAL) {
            true => Fault::Truncated,
            false => Fault::NotZip,
        });
    }

    fn end64(&mut self, found: Box<Found>, locator: Locator, bytes: &[u8]) {
        let locator_at = found.at - Locator::LENGTH;
        let ends = |record: &End64| {
            let end = record.length.checked_add(locator.offset + 12);
            end == Some(locator_at)
        };
        match End64::read(bytes).filter(ends) {
            Some(record) if locator.volumes > 1 || locator.volume > 0 || record.volume > 0 => {
                self.stop(Fault::Volumes);
            }
            Some(record) => self.stated(found, Some((locator.offset, record))),
            None => self.without_end64(found),
        }
    }

    /// What looks like a locator leads nowhere: it is one only when the end record needs it.
    fn without_end64(&mut self, found: Box<Found>) {
        let end = found.end;
        if end.entries == u16::MAX || end.size == IN_ZIP64 || end.offset == IN_ZIP64 {
            return self.stop(Fault::Incoherent(Incoherence::Zip64));
        }
        self.stated(found, None);
    }

    fn stated(&mut self, found: Box<Found>, end64: Option<(u64, End64)>) {
        let stated = match end::stated(&found, end64) {
            Ok(stated) => stated,
            Err(fault) => return self.stop(fault),
        };
        if stated.entries > MOST_ENTRIES || stated.size > MOST_DIRECTORY {
            return self.stop(Fault::TooLarge);
        }
        let end = stated.offset.saturating_add(stated.size);
        let Some(start) = stated.end.checked_sub(stated.size) else {
            return self.stop(Fault::Truncated);
        };
        if end > stated.end {
            self.stop(Fault::Truncated);
        } else if end == stated.end || stated.entries == 0 {
            self.ask_directory(found, stated, start);
        } else {
            let want = start..start + ENTRY.len() as u64;
            self.ask(Step::Probe(found, stated, true), want);
        }
    }

    /// The directory does not end where the end record starts: either everything was moved, or something stands between the two.
    fn probe(&mut self, found: Box<Found>, stated: Stated, at_end: bool, bytes: &[u8]) {
        let is_there = bytes == ENTRY;
        let start = stated.end - stated.size;
        if at_end {
            if is_there {
                self.base = start - stated.offset;
            }
            let want = stated.offset..stated.offset + ENTRY.len() as u64;
            return self.ask(Step::Probe(found, stated, false), want);
        }
        match (self.base > 0, is_there) {
            (true, true) => self.stop(Fault::Incoherent(Incoherence::Directory)),
            (true, false) => self.ask_directory(found, stated, start),
            (false, true) => self.ask_directory(found, stated, stated.offset),
            (false, false) => self.stop(Fault::Incoherent(Incoherence::Directory)),
        }
    }

    fn ask_directory(&mut self, found: Box<Found>, stated: Stated, start: u64) {
        let end = stated.end.min(start + MOST_DIRECTORY);
        if start == end {
            return self.directory(*found, stated, &[], start);
        }
        self.ask(Step::Directory(found, stated), start..end);
    }

    fn directory(&mut self, found: Found, stated: Stated, bytes: &[u8], start: u64) {
        let mut rest = Fields(bytes);
        while rest.0.starts_with(&ENTRY) {
            if self.archive.entries.len() as u64 == MOST_ENTRIES {
                return self.stop(Fault::TooLarge);
            }
            let mut after = Fields(rest.0);
            let Some(central) = Central::read(&mut after) else {
                self.archive.say(Fault::Incoherent(Incoherence::Directory));
                break;
            };
            rest = after;
            if central.volume != 0 && central.volume != u16::MAX {
                return self.stop(Fault::Volumes);
            }
            if central.hides {
                self.archive.say(Fault::Incoherent(Incoherence::Unlisted));
            }
            self.archive.entries.push(Entry::new(central));
        }
        let length = (bytes.len() - rest.0.len()) as u64;
        if self.archive.entries.len() as u64 != stated.entries {
            self.archive.say(Fault::Incoherent(Incoherence::Count));
        } else if length != stated.size {
            self.archive.say(Fault::Incoherent(Incoherence::Directory));
        }
        let entries = &self.archive.entries;
        // Numbers that sort as offsets do, then as indices: an offset beyond four bytes is beyond the file.
        let keyed = |(index, entry): (u64, &Entry)| {
            entry.sizes.offset.min(u32::MAX.into()) << u32::BITS | index
        };
        let mut order: Vec<u64> = (0..).zip(entries).map(keyed).collect();
        order.sort_unstable();
        let index = |key: u64| (key & u64::from(u32::MAX)) as usize;
        let located = Located {
            directory: Directory {
                start,
                end: start + length,
                tail: stated.end,
                file_end: found.comment_end,
            },
            found,
            order: order.into_iter().map(index).collect(),
            faults: self.archive.faults.clone(),
        };
        let Located {
            directory, order, ..
        } = &located;
        let slots = layout::slots(&self.archive, directory, order, self.base);
        match slots.filter(|_| located.found.others.is_empty()) {
            Some(slots) => {
                self.step = Step::Data(Box::new(Sweep::new(slots)), Some(Box::new(located)));
                self.next_data();
            }
            None => self.ask_locals(Box::new(located), 0),
        }
    }

    /// A local header is not what the directory made believe: all of them are read before any data.
    fn start_again(&mut self) {
        self.before = self.progress();
        if let Step::Data(_, Some(located)) = std::mem::replace(&mut self.step, Step::Done) {
            let entries = std::mem::take(&mut self.archive.entries).into_iter();
            self.archive.entries = entries.map(|entry| Entry::new(entry.central)).collect();
            self.archive.faults.clone_from(&located.faults);
            self.ask_locals(located, 0);
        }
    }

    /// Where the local header of an entry is said to be.
    fn offset(&self, index: usize) -> u64 {
        self.archive.entries[index]
            .sizes
            .offset
            .saturating_add(self.base)
    }

    /// Asks for the local headers from this one on that are near each other.
    fn ask_locals(&mut self, located: Box<Located>, next: usize) {
        let limit = located.directory.start;
        let end_of = |index: usize| {
            let name = self.archive.entries[index].central.header.name.len() as u64;
            self.offset(index)
                .saturating_add(Local::LENGTH + name + ROOM)
                .min(limit)
        };
        let fits = |index: usize| self.offset(index).saturating_add(Local::LENGTH) <= limit;
        let first = located.order.get(next).filter(|&&first| fits(first));
        let Some(&first) = first else {
            // Those that come after are farther still.
            for &index in &located.order[next..] {
                self.archive.entries[index].say(Fault::Incoherent(Incoherence::NoLocal));
            }
            return self.lay_out(*located);
        };
        let start = self.offset(first);
        let near = located.order[next..]
            .iter()
            .copied()
            .take_while(|&index| fits(index) && self.offset(index) < start + WINDOW);
        let end = near.map(end_of).max().unwrap_or(limit);
        self.ask(Step::Locals(located, next), start..end);
    }

    fn locals(&mut self, located: Box<Located>, first: usize, bytes: &[u8], start: u64) {
        let limit = located.directory.start;
        let mut next = first;
        while let Some(&index) = located.order.get(next) {
            let at = self.offset(index);
            let rest = usize::try_from(at - start)
                .ok()
                .and_then(|at| bytes.get(at..))
                .unwrap_or_default();
            let Some(length) = Local::length(rest) else {
                break;
            };
            let end = at + length;
            let is_cut = rest.starts_with(&LOCAL) && end <= limit && (rest.len() as u64) < length;
            if is_cut && next == first {
                return self.ask(Step::Locals(located, next), start..end);
            } else if is_cut {
                break;
            }
            let entry = &mut self.archive.entries[index];
            match Local::read(rest) {
                Some(local) => {
                    entry.start = at;
                    entry.compare(local);
                }
                None => entry.say(Fault::Incoherent(Incoherence::NoLocal)),
            }
            next += 1;
        }
        self.ask_locals(located, next);
    }

    fn lay_out(&mut self, located: Located) {
        let Located {
            found,
            directory,
            order,
            ..
        } = located;
        let regions = layout::regions(
            &mut self.archive,
            &directory,
            &order,
            self.base,
            &found.others,
        );
        self.step = Step::Data(Box::new(Sweep::new(regions)), None);
        self.next_data();
    }

    fn next_data(&mut self) {
        let Step::Data(sweep, _) = &mut self.step else {
            return;
        };
        match sweep.next(&mut self.archive) {
            Some(want) => self.want = want,
            None => self.step = Step::Done,
        }
    }
}

/// Reads a ZIP whose bytes are all at hand.
pub fn read(bytes: &[u8]) -> Archive {
    let mut session = Session::new(bytes.len() as u64);
    while let Some(want) = session.wants() {
        session.give(&bytes[want.start as usize..want.end as usize]);
    }
    session.finish()
}
