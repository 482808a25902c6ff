//! Sets of codes.

use super::Code;

/// A set of codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Codes(u128);

impl Codes {
    /// None.
    pub const NONE: Self = Self(0);
    /// All of the catalogue.
    pub const ALL: Self = Self::of(Code::ALL);

    /// These.
    pub const fn of(codes: &[Code]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < codes.len() {
            set |= 1 << codes[at] as u32;
            at += 1;
        }
        Self(set)
    }
    /// Those of either.
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
    /// Those that are not of the other.
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }
    /// True for one of them.
    pub const fn has(self, code: Code) -> bool {
        self.0 & 1 << code as u32 != 0
    }
    /// In the order of the catalogue.
    pub fn iter(self) -> impl Iterator<Item = Code> {
        Code::ALL
            .iter()
            .copied()
            .filter(move |&code| self.has(code))
    }
}

impl From<Code> for Codes {
    fn from(code: Code) -> Self {
        Self::of(&[code])
    }
}

#[test]
fn a_set_holds_what_it_is_made_of() {
    let set = Codes::of(&[Code::X003, Code::J001, Code::J001]).and(Code::F008.into());
    assert_eq!(
        set.iter().collect::<Vec<_>>(),
        [Code::J001, Code::F008, Code::X003]
    );
    assert_eq!(
        set.without(Code::F008.into()),
        Codes::of(&[Code::J001, Code::X003])
    );
    assert_eq!(Codes::ALL.iter().count(), Code::ALL.len());
}
