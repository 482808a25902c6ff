//! Texts seen so far, by every rule that looks for one written twice.

use std::borrow::Cow;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

/// So few texts are compared one by one, which costs less than hashing them.
const FEW: usize = 8;

/// Each text seen, with a number that says where it was first.
#[derive(Default)]
pub(super) struct Seen<'a> {
    few: Vec<(Cow<'a, str>, u32)>,
    /// All of them, once they are more than a few. Its hash has no secret key: a browser's module has none to give to any hash.
    many: FxHashMap<Cow<'a, str>, u32>,
    /// How many there may be.
    most: usize,
}

impl<'a> Seen<'a> {
    /// None so far, of these at most.
    pub(super) fn among(most: usize) -> Self {
        Self {
            most,
            ..Self::default()
        }
    }

    /// Where this text was first; if nowhere, it is now seen at `here`.
    #[inline(never)]
    pub(super) fn or_note(&mut self, text: Cow<'a, str>, here: u32) -> Option<u32> {
        if self.many.is_empty() {
            let first = self.first(&text);
            if first.is_some() {
                return first;
            }
            if self.few.len() < FEW {
                self.few.push((text, here));
                return None;
            }
            self.many.reserve(self.most);
            self.many.extend(self.few.iter().cloned());
        }
        match self.many.entry(text) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(here);
                None
            }
        }
    }

    /// Where this text was first.
    #[inline(never)]
    pub(super) fn first(&self, text: &str) -> Option<u32> {
        if self.many.is_empty() {
            let found = self.few.iter().find(|(other, _)| other == text);
            found.map(|&(_, first)| first)
        } else {
            self.many.get(text).copied()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, Seen};

    #[test]
    fn the_first_place_of_a_text_is_kept_among_few_and_among_many() {
        let mut seen = Seen::default();
        for n in 0..3 * FEW as u32 {
            assert_eq!(seen.or_note(n.to_string().into(), n), None);
            assert_eq!(seen.or_note("0".into(), 99), Some(0));
            assert_eq!(seen.first(&n.to_string()), Some(n));
        }
    }
    #[test]
    fn a_text_that_was_not_seen_has_no_place() {
        assert_eq!(Seen::default().first(""), None);
    }
}
