//! The vocabulary of the profiles: a profile is the document's own table, one row a line, and names of relations between rows.
//! Knows no parser; `check` reads it.

mod codes;

use crate::catalog::Code;

/// One software of one corridor ("couloir"), at one version of its document.
#[derive(Debug)]
pub struct Profile {
    /// "MDV-LGC".
    pub id: &'static str,
    /// "MDV".
    pub couloir: &'static str,
    /// "LGC".
    pub logiciel: &'static str,
    /// What the software is, in French.
    pub title: &'static str,
    /// The version of the rules, as the report gives it: "2022-11-04".
    pub rules: &'static str,
    /// The document that the sections and sentences are of: "MDV-LGC".
    pub document: &'static str,
    /// True when no document describes it: its rules are taken from another software of the corridor.
    pub deduced: bool,
    /// The header; its `lignesImport` holds the demandes.
    pub header: &'static [Row],
    /// A demande, and below it everything.
    pub demande: &'static [Row],
    /// The relations between rows that are checked in each demande.
    pub relations: &'static [Relation],
    /// Answers that call for a reminder (C022).
    pub reminders: &'static [Reminder],
    /// What only people, the portal or the ANS know of its demandes, beside what is so for all ([`profiles::LIMITS`](crate::profiles::LIMITS)).
    pub limits: &'static [Limit],
    /// A block that the document does not describe: what is found on it and in it is a warning at most.
    pub soft: Option<&'static str>,
    /// A conforming file, to start from.
    pub template: &'static str,
}

impl Profile {
    /// Every row with its path, in the order of the table: "/lignesImport/*/commande/montantSegurHT".
    pub fn lines(&self) -> Vec<(String, &'static Row)> {
        let mut lines = Vec::new();
        for row in self.header {
            lines.push((format!("/{}", row.key), row));
        }
        below("/lignesImport/*", self.demande, &mut lines);
        lines
    }

    /// True for its identifier, a key of its table in any spelling that is accepted, and a value to choose from.
    pub fn has_word(&self, word: &[u8]) -> bool {
        self.id.as_bytes() == word || have_word(self.header, word) || have_word(self.demande, word)
    }
}

/// As deep as the tables are.
fn have_word(rows: &[Row], word: &[u8]) -> bool {
    let has = |texts: &[&str]| texts.iter().any(|text| text.as_bytes() == word);
    rows.iter().any(|row| {
        let below = match row.format {
            Format::Choice(values) | Format::Choices(values) => has(values),
            Format::Object(rows) | Format::OtherSoftware(rows) => have_word(rows, word),
            Format::Array {
                of: &Format::Object(rows),
                ..
            } => have_word(rows, word),
            _ => false,
        };
        let key = row.key.as_bytes();
        let in_any_case = row.loose && key.eq_ignore_ascii_case(word);
        below || in_any_case || key == word || has(row.also)
    })
}

/// As deep as the tables are, whatever the input.
fn below(path: &str, rows: &'static [Row], lines: &mut Vec<(String, &'static Row)>) {
    for row in rows {
        let path = format!("{path}/{}", row.key);
        lines.push((path.clone(), row));
        match row.format {
            Format::Object(rows) | Format::OtherSoftware(rows) => below(&path, rows, lines),
            Format::Array {
                of: Format::Object(rows),
                ..
            } => below(&format!("{path}/*"), rows, lines),
            _ => {}
        }
    }
}

/// One line of the document's table.
#[derive(Debug)]
pub struct Row {
    /// The key ("balise"), as the product writes it.
    pub key: &'static str,
    /// The [`tag`] of the key.
    pub(crate) tag: u64,
    /// Spellings accepted in silence (REGLES section 1).
    pub also: &'static [&'static str],
    /// The thing in a sentence, with its article: "le montant".
    pub label: &'static str,
    /// Whether the key must be there, and filled.
    pub presence: Presence,
    /// What its value is.
    pub format: Format,
    /// The sentences of the document behind the row, by their number in `docs/conformite.tsv`: "V054 V055".
    #[cfg(feature = "citations")]
    pub sentences: &'static str,
    /// A conforming value, as JSON; empty for containers.
    pub example: &'static str,
    /// The key in any case, or the keys of its block flat in the object around it, are accepted in silence (REGLES section 1).
    pub loose: bool,
}

impl Row {
    /// A line of the table: key, words, presence, format, sentences, example.
    pub const fn new(
        key: &'static str,
        label: &'static str,
        presence: Presence,
        format: Format,
        sentences: &'static str,
        example: &'static str,
    ) -> Self {
        #[cfg(not(feature = "citations"))]
        let _ = sentences;
        Self {
            key,
            tag: tag(key.as_bytes()),
            also: &[],
            label,
            presence,
            format,
            #[cfg(feature = "citations")]
            sentences,
            example,
            loose: false,
        }
    }
    /// Other spellings of the key.
    pub const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }
    /// See [`Row::loose`].
    pub const fn loose(self) -> Self {
        Self {
            loose: true,
            ..self
        }
    }
    /// True when the value is an object or an array, which the 1st control looks at.
    pub const fn is_container(&self) -> bool {
        matches!(
            self.format,
            Format::Object(_) | Format::Array { .. } | Format::OtherSoftware(_)
        )
    }
}

/// A number for a key, of its length, its first eight bytes and its last: keys are told apart without a look at all their letters.
#[inline]
pub(crate) const fn tag(key: &[u8]) -> u64 {
    let letters = match (key.first_chunk(), key.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from_le_bytes(*first).rotate_left(3) ^ u64::from_le_bytes(*last)
        }
        _ => {
            let (mut letters, mut at) = (0, 0);
            while at < key.len() {
                letters = letters << 8 | key[at] as u64;
                at += 1;
            }
            letters
        }
    };
    letters ^ (key.len() as u64) << 56
}

/// Whether a key must be there, and what with.
#[derive(Clone, Copy, Debug)]
pub enum Presence {
    /// The key, with a value of the format.
    Required,
    /// "Facultatif": absent and null are alike.
    Optional,
    /// It depends: the first case whose tests all hold; no test: otherwise. Silent when a tested value is itself broken.
    Cases(&'static [(&'static [Test], Need)]),
    /// A relation of the profile decides, and checks the value.
    ByRelation,
}

/// A condition on another value, searched in the same object, then in those around it.
#[derive(Clone, Copy, Debug)]
pub struct Test(pub &'static str, pub Is);

/// What the other value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// `true`
    True,
    /// `false`
    False,
    /// A string.
    Text(&'static str),
}

/// What a case asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A value; null is this code.
    Filled(Code),
    /// The key, with null; a value is this code.
    Null(Code),
    /// Absent or null; a value is this code.
    NullOrAbsent(Code),
    /// Absent, null or false; true is this code.
    Off(Code),
    /// Absent, null, or a value of the format.
    Free,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// Always null (`F011`).
    Null,
    /// `true` or `false`.
    Boolean,
    /// A string.
    Text {
        /// Its length, in characters after NFC.
        length: Length,
        /// What its characters are.
        class: Class,
    },
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// `profilMetier`: one of these strings; a list of them, or `"PA, PH"`, is a warning.
    Choices(&'static [&'static str]),
    /// A code of the operators' list.
    Operator,
    /// `numLigne`: an integer from 1 to 200.
    LineNumber,
    /// `montantSegurHT`: a positive number written with two decimals.
    Amount,
    /// An object of these rows.
    Object(&'static [Row]),
    /// An array; what an empty one is.
    Array {
        /// What its elements are.
        of: &'static Format,
        /// `None`: empty passes, or a relation says.
        empty: Option<(Code, crate::diag::Severity)>,
    },
    /// The block of another software of the corridor: these keys, false or null (`C017`).
    OtherSoftware(&'static [Row]),
}

/// A length, in characters (code points after NFC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// `VARCHAR (=n)`.
    Exactly(u32),
    /// `VARCHAR (<n)`: n itself is only a warning.
    Below(u32),
    /// Not said.
    Any,
}

/// What the characters of a string are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Anything.
    Any,
    /// « en MAJUSCULES ».
    Upper,
    /// Letters and digits, an error otherwise.
    Alphanumeric,
    /// Letters and digits, a warning otherwise.
    AlphanumericLikely,
    /// Fourteen digits and a Luhn key.
    Siret,
    /// Eleven digits and a Luhn key.
    Rpps,
    /// Two letters or digits, then seven digits.
    Finess,
    /// `JJ/MM/AAAA`.
    Date,
    /// A mail address; strict: the document asks for `@` and a dot.
    Email {
        /// The document describes the form: an error.
        strict: bool,
    },
    /// A telephone number; strict: the document asks for the country code.
    Phone {
        /// The document asks for an "indicatif": an error.
        strict: bool,
    },
    /// The name of a piece (section 3.3).
    PieceName,
    /// Free text that may be missing: null or empty is a warning (`ancienneVersion`).
    Loose,
}

/// A relation between rows of one demande; `check` has one function for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `commandePour` chooses between `liberal` and `structure` (C003, C004, C019, C023, C026).
    CommandePour,
    /// `isClientUnique` against the number of beneficiaries: array and, when they are told apart by a key, that key (C005).
    ClientUnique(&'static str, Option<&'static str>),
    /// The same value twice: array and, when its elements are objects, their key (C021, C014).
    Distinct(Code, &'static str, Option<&'static str>),
    /// Pieces of the demande against `regimeTVA` and their names (C008 to C011, N010 to N014).
    Pieces,
    /// ESMS of the beneficiaries against the scenarios (C012, C013, C014).
    Scenarios,
    /// The certificate keys of each OG (C015, C016, S009, S010).
    Certificats,
}

/// Answers that call for a reminder.
#[derive(Clone, Copy, Debug)]
pub struct Reminder {
    /// All of these hold.
    pub when: &'static [Test],
    /// What to make sure of; one finding for each different text.
    pub text: &'static str,
    /// The sentences of the document.
    #[cfg(feature = "citations")]
    pub sentences: &'static str,
}

/// What cannot be checked in the files dropped: the user makes sure of it.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// It is about the demandes where all of these hold; about every file when there is none.
    pub when: &'static [Test],
    /// To be thought of after the deposit, not before.
    pub after: bool,
    /// The section of the documents.
    pub section: &'static str,
    /// What is to be so, as a French sentence.
    pub text: &'static str,
    /// The sentences of the documents.
    #[cfg(feature = "citations")]
    pub sentences: &'static str,
}

impl Limit {
    /// Of the deposit: section, sentences, text.
    pub const fn new(
        when: &'static [Test],
        section: &'static str,
        sentences: &'static str,
        text: &'static str,
    ) -> Self {
        #[cfg(not(feature = "citations"))]
        let _ = sentences;
        Self {
            when,
            after: false,
            section,
            text,
            #[cfg(feature = "citations")]
            sentences,
        }
    }
    /// See [`Limit::after`].
    pub const fn after(self) -> Self {
        Self {
            after: true,
            ..self
        }
    }
}
