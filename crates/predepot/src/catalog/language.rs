//! The languages that the product speaks. French is the one that it is written in, and the one that it speaks unless asked.

use std::borrow::Cow;

use super::{english, french};

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// "fr"
    #[default]
    Francais,
    /// "en"
    Anglais,
}

impl Language {
    /// Every language, French first.
    pub const ALL: [Self; 2] = [Self::Francais, Self::Anglais];

    /// The language of this code: "fr" or "en".
    pub fn by_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// Its code, as in the attribute `lang` of HTML.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Francais => "fr",
            Self::Anglais => "en",
        }
    }

    /// What is written in French beside the rules (the words of a row, the title of a correction, the message of a related place), in this
    /// language; a text without a twin in `english/` stays as it is.
    pub fn say(self, french: &str) -> Cow<'_, str> {
        match self {
            Self::Francais => french.into(),
            Self::Anglais => english::say(french),
        }
    }

    /// A text in this language as it is printed.
    pub fn typeset(self, text: &str) -> String {
        match self {
            Self::Francais => french::typographie(text),
            Self::Anglais => text.to_owned(),
        }
    }

    /// One of two texts: for what is said in few words, and only there.
    pub const fn either<T: Copy>(self, french: T, english: T) -> T {
        match self {
            Self::Francais => french,
            Self::Anglais => english,
        }
    }
}
