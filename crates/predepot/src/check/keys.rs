//! Finds the rows of keys without reading other rows: rules look for keys in every object of every demande.

use super::source::Source;
use crate::json::NodeId;
use crate::profile::{Is, Need, Presence, Row, Test, tag};
use crate::text::same;

/// A list of rows, where each key is in it, and where the values are that its conditions read.
pub(super) struct Keys {
    pub(super) rows: &'static [Row],
    /// The list that the object around is of, by its index in [`super::bind::Binding`].
    pub(super) around: Option<usize>,
    /// The rows whose values are objects or arrays of objects.
    pub(super) containers: Vec<usize>,
    /// The tests of its rows' conditions, each once: 64 at most.
    pub(super) tests: Vec<(Tested, Is)>,
    /// True when some of them read the object itself, not only those around.
    pub(super) tests_own: bool,
    /// By row: its cases in order, the tests of each as bits.
    pub(super) cases: Vec<Vec<(u64, Need)>>,
    /// By slot of the key: one more than its first row, 0 for none.
    first: [u8; SLOTS],
}

/// The value that a test reads: a row of the object, or of one around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Tested {
    /// How many objects outwards.
    pub(super) outwards: u8,
    pub(super) row: u8,
}

/// The bit of a test of which the key is in no list around: it never holds, and never fails.
const NOWHERE: usize = 63;

/// A power of two, several times the longest list.
const SLOTS: usize = 128;

/// The slot of a key's tag: the high bits of a multiplicative hash.
#[inline]
const fn slot(tag: u64) -> usize {
    (tag.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - SLOTS.trailing_zeros())) as usize
}

impl Keys {
    /// The list `rows`, inside objects of the list `around` of `known`.
    pub(super) fn new(rows: &'static [Row], around: Option<usize>, known: &[Self]) -> Self {
        let mut keys = Self {
            rows,
            around,
            containers: Vec::new(),
            tests: Vec::new(),
            tests_own: false,
            cases: Vec::new(),
            first: [0; SLOTS],
        };
        for (row, at) in rows.iter().zip(1..) {
            let first = &mut keys.first[slot(row.tag)];
            if *first == 0 {
                *first = at;
            }
        }
        for (at, row) in rows.iter().enumerate() {
            if row.is_container() {
                keys.containers.push(at);
            }
            let mut cases = Vec::new();
            if let Presence::Cases(all) = row.presence {
                for &(tests, need) in all {
                    let bits = tests.iter().map(|test| keys.bit(known, test));
                    cases.push((bits.fold(0, |all, bit| all | bit), need));
                }
            }
            keys.cases.push(cases);
        }
        keys.tests_own = keys.tests.iter().any(|(tested, _)| tested.outwards == 0);
        keys
    }

    /// The bit of a test in `tests`, where it is added when it is new.
    fn bit(&mut self, known: &[Self], test: &Test) -> u64 {
        let Some(tested) = self.tested(known, test) else {
            return 1 << NOWHERE;
        };
        let test = (tested, test.1);
        let at = self.tests.iter().position(|&other| other == test);
        let at = at.unwrap_or_else(|| {
            self.tests.push(test);
            self.tests.len() - 1
        });
        1 << at.min(NOWHERE)
    }

    fn tested(&self, known: &[Self], Test(key, _): &Test) -> Option<Tested> {
        let mut keys = self;
        let mut outwards = 0;
        loop {
            if let Some(row) = keys.row_of(tag(key.as_bytes())) {
                let row = u8::try_from(row).ok()?;
                return Some(Tested { outwards, row });
            }
            keys = known.get(keys.around?)?;
            outwards += 1;
        }
    }

    /// The row of a key of the profiles, whose tag is `tag`: no two of them have the same.
    #[inline(always)]
    pub(super) fn row_of(&self, tag: u64) -> Option<usize> {
        let first = usize::from(self.first[slot(tag)]);
        if first == 0 {
            return None;
        }
        self.row_from(first - 1, tag)
    }

    fn row_from(&self, first: usize, tag: u64) -> Option<usize> {
        let found = |row: &Row| row.tag == tag;
        Some(first + self.rows.get(first..)?.iter().position(found)?)
    }

    /// The row that a key answers.
    pub(super) fn row_of_member(&self, source: Source<'_>, key: NodeId) -> Option<usize> {
        source
            .plain_bytes(key)
            .and_then(|text| self.row_of_written(text))
            .or_else(|| row_of_spelling(self.rows, source, key))
    }

    /// The row of a key as written.
    fn row_of_written(&self, key: &[u8]) -> Option<usize> {
        let row = self.row_of(tag(key))?;
        same(self.rows[row].key.as_bytes(), key).then_some(row)
    }
}

/// The row of a key, in any of its spellings.
#[cold]
#[inline(never)]
pub(super) fn row_of_spelling(rows: &[Row], source: Source<'_>, key: NodeId) -> Option<usize> {
    let text = source.text(key);
    let answers = |row: &Row| {
        std::iter::once(&row.key)
            .chain(row.also)
            .any(|&spelling| text == spelling || row.loose && text.eq_ignore_ascii_case(spelling))
    };
    rows.iter().position(answers)
}

#[cfg(test)]
mod tests {
    use super::{Keys, NOWHERE};
    use crate::profile::{Is, Presence, tag};
    use crate::profiles;

    #[test]
    fn every_key_has_its_row_and_no_other_has_one() {
        for profile in profiles::ALL {
            let keys = Keys::new(profile.demande, None, &[]);
            for (row, written) in profile.demande.iter().enumerate() {
                let key = written.key.as_bytes();
                assert_eq!(keys.row_of_written(key), Some(row));
            }
            assert_eq!(keys.row_of_written(b"autre"), None);
        }
    }

    #[test]
    fn the_tests_of_a_list_have_a_bit_each() {
        for profile in profiles::ALL {
            let mut tests: Vec<(&str, Is)> = Vec::new();
            for (_, row) in profile.lines() {
                if let Presence::Cases(cases) = row.presence {
                    let all = cases.iter().flat_map(|(tests, _)| *tests);
                    tests.extend(all.map(|test| (test.0, test.1)));
                }
            }
            let distinct = |&(at, test): &(usize, &(&str, Is))| !tests[..at].contains(test);
            let count = tests.iter().enumerate().filter(distinct).count();
            assert!((1..NOWHERE).contains(&count), "{}: {count}", profile.id);
        }
    }

    #[test]
    fn no_two_keys_of_the_profiles_have_the_same_tag() {
        let mut keys: Vec<&str> = profiles::ALL
            .iter()
            .flat_map(|profile| profile.lines())
            .map(|(_, row)| row.key)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let mut tags: Vec<u64> = keys.iter().map(|key| tag(key.as_bytes())).collect();
        tags.sort_unstable();
        tags.dedup();
        assert_eq!(tags.len(), keys.len());
    }
}
