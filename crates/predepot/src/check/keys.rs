//! Finds the rows of keys without reading other rows: rules look for keys in every object of every demande.

use crate::profile::{Presence, Row, Test, tag};

/// A list of rows, where each key is in it, and where the values are that its conditions read.
pub(super) struct Keys {
    pub(super) rows: &'static [Row],
    /// The list that the object around is of, by its index in [`super::bind::Binding`].
    pub(super) around: Option<usize>,
    /// The rows whose values are objects or arrays of objects.
    pub(super) containers: Vec<usize>,
    /// Where the value of each test is, the tests of all the rows in order.
    pub(super) tested: Vec<Option<Tested>>,
    /// By row: where its tests start in `tested`.
    pub(super) tests: Vec<usize>,
    /// By slot of the key: one more than its first row, 0 for none.
    first: [u8; SLOTS],
}

/// The value that a test reads: a row of the object, or of one around it.
#[derive(Clone, Copy)]
pub(super) struct Tested {
    /// How many objects outwards.
    pub(super) outwards: u8,
    pub(super) row: u8,
}

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
            tested: Vec::new(),
            tests: Vec::new(),
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
            keys.tests.push(keys.tested.len());
            if let Presence::Cases(cases) = row.presence {
                for test in cases.iter().flat_map(|(tests, _)| *tests) {
                    let tested = keys.tested(known, test);
                    keys.tested.push(tested);
                }
            }
        }
        keys
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

    /// The row of a key as written, whose tag is `tag`.
    #[inline]
    pub(super) fn row_of_written(&self, tag: u64, key: &[u8]) -> Option<usize> {
        self.row_of(tag)
            .filter(|&row| self.rows[row].is_key(tag, key))
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;
    use crate::profile::tag;
    use crate::profiles;

    #[test]
    fn every_key_has_its_row_and_no_other_has_one() {
        for profile in profiles::ALL {
            let keys = Keys::new(profile.demande, None, &[]);
            for (row, written) in profile.demande.iter().enumerate() {
                let key = written.key.as_bytes();
                assert_eq!(keys.row_of_written(tag(key), key), Some(row));
            }
            assert_eq!(keys.row_of_written(tag(b"autre"), b"autre"), None);
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
