//! The codes that a line of a table and a relation can raise by themselves: what the pages of the rules and the scope of a check are made from.

use super::{Class, Format, Length, Need, Presence, Relation, Row};
use crate::catalog::Code::*;
use crate::catalog::Codes;

impl Row {
    /// Those of its presence and its format, but for those that every line can raise.
    #[inline(never)]
    pub fn codes(&self) -> Codes {
        let mut codes = self.format.codes();
        if let Presence::Cases(cases) = self.presence {
            for (_, need) in cases {
                codes = codes.and(need.codes());
            }
        }
        codes
    }
}

impl Need {
    /// The code of a value that is not as asked.
    #[inline(never)]
    pub fn codes(self) -> Codes {
        match self {
            Self::Filled(code) | Self::Null(code) | Self::NullOrAbsent(code) | Self::Off(code) => {
                code.into()
            }
            Self::Free => Codes::NONE,
        }
    }
}

impl Format {
    /// The codes of a value of another form.
    #[inline(never)]
    pub fn codes(&self) -> Codes {
        match *self {
            Self::Null => F011.into(),
            Self::Choice(_) | Self::Choices(_) => F003.into(),
            Self::Operator => F012.into(),
            Self::LineNumber => Codes::of(&[F014, C006]),
            Self::Amount => Codes::of(&[F008, F017]),
            Self::OtherSoftware(_) => C017.into(),
            Self::Array { empty, of } => {
                let of_empty = empty.map_or(Codes::NONE, |(code, _)| code.into());
                match of {
                    Self::Text { length, class } => of_empty.and(text(*length, *class)),
                    _ => of_empty,
                }
            }
            Self::Text { length, class } => text(length, class),
            Self::Boolean | Self::Object(_) => Codes::NONE,
        }
    }
}

#[inline(never)]
fn text(length: Length, class: Class) -> Codes {
    let of_length = match length {
        Length::Exactly(_) => F001.into(),
        Length::Below(_) => F002.into(),
        Length::Any => Codes::NONE,
    };
    of_length.and(match class {
        Class::Any | Class::Loose => Codes::NONE,
        Class::Upper => F006.into(),
        Class::Alphanumeric | Class::AlphanumericLikely => F005.into(),
        Class::Siret | Class::Rpps => Codes::of(&[F004, F015]),
        Class::Finess => F004.into(),
        Class::Date => Codes::of(&[F007, C018]),
        Class::Email { .. } => F009.into(),
        Class::Phone { .. } => F010.into(),
        Class::PieceName => Codes::of(&[N010, N011, N012, N013, N014, N015]),
    })
}

impl Relation {
    /// The codes of values that do not go together.
    #[inline(never)]
    pub fn codes(self) -> Codes {
        match self {
            Self::CommandePour => Codes::of(&[C003, C004, C019, C023, C026]),
            Self::ClientUnique(..) => C005.into(),
            Self::Distinct(code, ..) => code.into(),
            Self::Pieces => {
                Codes::of(&[C008, C009, C010, C011, N010, N011, N012, N013, N014, N015])
            }
            Self::Scenarios => Codes::of(&[C012, C013, C014]),
            Self::Certificats => Codes::of(&[C015, C016, S009, S010]),
        }
    }
}
