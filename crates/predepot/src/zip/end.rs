//! The end of a ZIP: where its directory is said to be. A comment of any bytes may follow the end record, which is therefore looked for.

use super::fault::{Fault, Incoherence};
use super::record::{END, End, End64, IN_ZIP64, Locator};
use crate::bytes::find_all;

/// The farthest from the last byte that an end record can start, with the locator before it.
pub(super) const FARTHEST: u64 = End::LENGTH + u16::MAX as u64 + Locator::LENGTH;

/// The end record and what stands by it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) end: End,
    /// Where it starts.
    pub(super) at: u64,
    /// Where its comment ends.
    pub(super) comment_end: u64,
    /// What stands before it and looks like a zip64 locator.
    pub(super) locator: Option<Locator>,
    /// Where others start, and whether what stands there is one whatever surrounds it.
    pub(super) others: Vec<(u64, bool)>,
}

/// Looks for the end record in the last bytes of the file, which start at `start`.
pub(super) fn find(tail: &[u8], start: u64) -> Result<Found, Fault> {
    let size = start + tail.len() as u64;
    let mut candidates: Vec<(u64, End)> = find_all(tail, &END)
        .filter_map(|at| Some((start + at as u64, End::read(tail.get(at..)?)?)))
        .collect();
    let comment_end = |&(at, end): &(u64, End)| at + End::LENGTH + u64::from(end.comment);
    let chosen = candidates
        .iter()
        .rposition(|candidate| comment_end(candidate) == size)
        .or_else(|| {
            candidates
                .iter()
                .rposition(|candidate| comment_end(candidate) < size)
        });
    let Some(chosen) = chosen else {
        // An end record whose comment is cut short.
        return Err(if candidates.is_empty() {
            Fault::NotZip
        } else {
            Fault::Truncated
        });
    };
    let (at, end) = candidates.remove(chosen);
    let own_end = comment_end(&(at, end));
    let locator = (at - start)
        .checked_sub(Locator::LENGTH)
        .and_then(|before| Locator::read(tail.get(before as usize..)?));
    Ok(Found {
        end,
        at,
        comment_end: own_end,
        locator,
        others: candidates
            .iter()
            .map(|other| (other.0, comment_end(other) == size || other.0 > at))
            .collect(),
    })
}

/// What the end says of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) entries: u64,
    pub(super) size: u64,
    pub(super) offset: u64,
    /// Where the directory should end: at the first end record.
    pub(super) end: u64,
}

/// What the end record says, completed by the zip64 one and its place, and where they do not agree.
pub(super) fn stated(found: &Found, end64: Option<(u64, End64)>) -> Result<Stated, Fault> {
    let end = found.end;
    let mut stated = Stated {
        entries: end.entries.into(),
        size: end.size.into(),
        offset: end.offset.into(),
        end: found.at,
    };
    let Some((at, end64)) = end64 else {
        if end.size == IN_ZIP64 || end.offset == IN_ZIP64 {
            return Err(Fault::Truncated);
        }
        if end.volume != 0 || end.directory_volume != 0 {
            return Err(Fault::Volumes);
        }
        if end.volume_entries != end.entries {
            return Err(Fault::Incoherent(Incoherence::Count));
        }
        return Ok(stated);
    };
    if end64.volume != 0 || end64.directory_volume != 0 {
        return Err(Fault::Volumes);
    }
    let agrees = |short: u64, long: u64, none: u64| short == none || short == long;
    let short = u64::from(u16::MAX);
    let agree = [
        agrees(end.volume.into(), end64.volume.into(), short),
        agrees(
            end.directory_volume.into(),
            end64.directory_volume.into(),
            short,
        ),
        agrees(end.volume_entries.into(), end64.volume_entries, short),
        agrees(end.entries.into(), end64.entries, short),
        agrees(end.size.into(), end64.size, IN_ZIP64.into()),
        agrees(end.offset.into(), end64.offset, IN_ZIP64.into()),
    ];
    if agree.contains(&false) {
        return Err(Fault::Incoherent(Incoherence::Zip64));
    }
    if end64.volume_entries != end64.entries {
        return Err(Fault::Incoherent(Incoherence::Count));
    }
    stated.entries = end64.entries;
    stated.size = end64.size;
    stated.offset = end64.offset;
    stated.end = at;
    Ok(stated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(comment: &[u8]) -> Vec<u8> {
        let mut record = END.to_vec();
        record.resize(20, 0);
        record.extend((comment.len() as u16).to_le_bytes());
        record.extend(comment);
        record
    }

    /// Where the end record is, and the others.
    #[track_caller]
    fn check(tail: &[u8], expected: Result<(u64, &[u64]), Fault>) {
        let found = find(tail, 100);
        let found = found
            .as_ref()
            .map(|found| {
                let others: Vec<u64> = found.others.iter().map(|other| other.0).collect();
                (found.at, others)
            })
            .map_err(|fault| *fault);
        assert_eq!(found, expected.map(|(at, others)| (at, others.to_vec())));
    }

    #[test]
    fn at_the_very_end() {
        check(&end(b""), Ok((100, &[])));
        check(&[&b"abc"[..], &end(b"bonjour")].concat(), Ok((103, &[])));
    }
    #[test]
    fn before_other_bytes() {
        check(&[&end(b"")[..], b"\n"].concat(), Ok((100, &[])));
    }
    #[test]
    fn in_the_comment_of_another() {
        check(&end(&end(b"")), Ok((122, &[100])));
        check(&end(&[&end(b"")[..], b"\n"].concat()), Ok((100, &[122])));
    }
    #[test]
    fn cut_in_its_comment() {
        let record = end(b"bonjour");
        check(&record[..record.len() - 1], Err(Fault::Truncated));
    }
    #[test]
    fn not_there() {
        check(b"bonjour", Err(Fault::NotZip));
        check(&end(b"")[..21], Err(Fault::NotZip));
    }
}
