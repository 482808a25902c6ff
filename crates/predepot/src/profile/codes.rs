//! The codes that a line of a table and a relation can raise by themselves: what the pages of the rules and the scope of a check are made from.

use super::{Class, Format, Length, Need, Presence, Relation, Row};
use crate::catalog::Code::{self, *};

impl Row {
    /// Those of its presence and its format, but for those that every line can raise.
    pub fn codes(&self) -> Vec<Code> {
        let mut codes = Vec::new();
        if let Presence::Cases(cases) = self.presence {
            codes.extend(cases.iter().filter_map(|(_, need)| need.code()));
        }
        codes.extend(self.format.codes());
        codes
    }
}

impl Need {
    /// The code of a value that is not as asked.
    pub fn code(self) -> Option<Code> {
        match self {
            Self::Filled(code) | Self::Null(code) | Self::NullOrAbsent(code) | Self::Off(code) => {
                Some(code)
            }
            Self::Free => None,
        }
    }
}

impl Format {
    /// The codes of a value of another form.
    pub fn codes(&self) -> Vec<Code> {
        match *self {
            Self::Null => vec![F011],
            Self::Choice(_) | Self::Choices(_) => vec![F003],
            Self::Operator => vec![F012],
            Self::LineNumber => vec![F014, C006],
            Self::Amount => vec![F008, F017],
            Self::OtherSoftware(_) => vec![C017],
            Self::Array { empty, of } => {
                let mut codes: Vec<Code> = empty.iter().map(|&(code, _)| code).collect();
                if let Self::Text { .. } = of {
                    codes.extend(of.codes());
                }
                codes
            }
            Self::Text { length, class } => {
                let mut codes = match length {
                    Length::Exactly(_) => vec![F001],
                    Length::Below(_) => vec![F002],
                    Length::Any => vec![],
                };
                codes.extend(class.codes());
                codes
            }
            Self::Boolean | Self::Object(_) => vec![],
        }
    }
}

impl Class {
    fn codes(self) -> &'static [Code] {
        match self {
            Self::Any | Self::Loose => &[],
            Self::Upper => &[F006],
            Self::Alphanumeric | Self::AlphanumericLikely => &[F005],
            Self::Siret | Self::Rpps => &[F004, F015],
            Self::Finess => &[F004],
            Self::Date => &[F007, C018],
            Self::Email { .. } => &[F009],
            Self::Phone { .. } => &[F010],
            Self::PieceName => &[N010, N011, N012, N013, N014, N015],
        }
    }
}

impl Relation {
    /// The codes of values that do not go together.
    pub fn codes(self) -> Vec<Code> {
        match self {
            Self::CommandePour => vec![C003, C004, C019, C023, C026],
            Self::ClientUnique(..) => vec![C005],
            Self::Distinct(code, ..) => vec![code],
            Self::Pieces => vec![C008, C009, C010, C011, N010, N011, N012, N013, N014, N015],
            Self::Scenarios => vec![C012, C013, C014],
            Self::Certificats => vec![C015, C016, S009, S010],
        }
    }
}
