//! Writing in a language what is not a sentence of the core: counts, figures, amounts, days.

use predepot::catalog::Language;
use predepot::diag::Severity;

/// The language that the command line speaks.
#[derive(Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// One of two texts.
    pub(crate) fn either<T: Copy>(self, french: T, english: T) -> T {
        self.0.either(french, english)
    }

    /// What stands between a title and its text.
    pub(crate) fn colon(self) -> &'static str {
        self.either("\u{a0}: ", ": ")
    }

    /// A severity, to be read.
    pub(crate) fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Erreur => self.either("erreur", "error"),
            Severity::Avertissement => self.either("avertissement", "warning"),
            Severity::Information => self.either("information", "note"),
        }
    }

    /// "1 demande", "2 requests": in each language the word for one and for several. In French, none is singular.
    pub(crate) fn count(self, some: usize, french: [&str; 2], english: [&str; 2]) -> String {
        let is_one = some == 1 || some == 0 && self.0 == Language::Francais;
        let [one, several] = self.either(french, english);
        let word = if is_one { one } else { several };
        format!("{} {word}", self.figure(some as u64))
    }

    /// "15 050" with spaces that do not break, "15,050".
    pub(crate) fn figure(self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(self.either('\u{a0}', ','));
            }
            out.push(digit);
        }
        out
    }

    /// An amount without taxes: "15 050,00 € HT", "€15,050.00 before VAT".
    pub(crate) fn amount(self, cents: u64) -> String {
        let (units, cents) = (self.figure(cents / 100), cents % 100);
        match self.0 {
            Language::Francais => format!("{units},{cents:02}\u{a0}€ HT"),
            Language::Anglais => format!("€{units}.{cents:02} before VAT"),
        }
    }

    /// "2022-11-04" as "04/11/2022"; as it is where days and months would be mistaken for each other.
    pub(crate) fn day(self, iso: &str) -> String {
        match self.0 {
            Language::Francais => iso.rsplit('-').collect::<Vec<_>>().join("/"),
            Language::Anglais => iso.to_owned(),
        }
    }
}
