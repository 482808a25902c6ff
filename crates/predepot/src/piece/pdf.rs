//! A PDF, by the words that end it and that say that it is encrypted (ISO 32000-1, 7.5.5 and 7.6.1). Its objects are not read.

use crate::bytes::{find, find_last};

const END: &[u8] = b"%%EOF";
const ENCRYPT: &[u8] = b"/Encrypt";

/// Readers look for the end that far from the last byte.
const MOST_AFTER: usize = 1024;
/// Bytes kept from one slice to the next: a word may be cut in two.
const KEPT: usize = 15;

/// What is known so far.
#[derive(Default)]
pub(super) struct Pdf {
    protected: bool,
    ended: bool,
    /// Bytes since the last end, blanks apart, counted up to [`MOST_AFTER`].
    after: usize,
    /// The last bytes, at most [`KEPT`].
    last: Vec<u8>,
}

impl Pdf {
    pub(super) fn read(&mut self, bytes: &[u8]) {
        for few in bytes.chunks(1 << 16) {
            self.look(few);
        }
    }

    fn look(&mut self, bytes: &[u8]) {
        let mut all = std::mem::take(&mut self.last);
        let counted = all.len();
        all.extend_from_slice(bytes);
        let mut rest = &all[..];
        while let Some(at) = find(rest, ENCRYPT).filter(|_| !self.protected) {
            rest = &rest[at + ENCRYPT.len()..];
            // Not the start of a longer word, such as /EncryptMetadata.
            self.protected = rest
                .first()
                .is_some_and(|next| !next.is_ascii_alphanumeric());
        }
        let end = find_last(&all, END).map(|at| at + END.len());
        match end.filter(|&end| end > counted) {
            Some(end) => {
                self.ended = true;
                self.after = 0;
                self.count(&all[end..]);
            }
            None => self.count(bytes),
        }
        all.drain(..all.len().saturating_sub(KEPT));
        self.last = all;
    }

    fn count(&mut self, bytes: &[u8]) {
        let missing = (MOST_AFTER + 1).saturating_sub(self.after);
        let shown = bytes
            .iter()
            .filter(|byte| !byte.is_ascii_whitespace() && **byte != 0);
        self.after += shown.take(missing).count();
    }

    /// True when it ends as it should.
    pub(super) fn has_end(&self) -> bool {
        self.ended && self.after <= MOST_AFTER
    }

    /// True when it says that it is encrypted.
    pub(super) fn is_protected(&self) -> bool {
        self.protected
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, check as check_content};

    fn check(text: &str, truncated: bool, protected: bool) {
        check_content(text.as_bytes(), Kind::Pdf, truncated, protected);
    }

    #[test]
    fn whole() {
        check("%PDF-1.7\n1 0 obj\n%%EOF\n", false, false);
    }
    #[test]
    fn cut() {
        check("%PDF-1.7\n1 0 obj\n", true, false);
    }
    #[test]
    fn cut_after_the_end_of_its_first_page() {
        let text = format!("%PDF-1.7\n%%EOF\n{}", "1 0 obj\n".repeat(1000));
        check(&text, true, false);
    }
    #[test]
    fn blanks_after_the_end() {
        check(
            &format!("%PDF-1.7\n%%EOF{}", "\0\n ".repeat(2000)),
            false,
            false,
        );
    }
    #[test]
    fn after_something_else() {
        check("\u{feff}\r\n%PDF-1.4\n%%EOF", false, false);
    }
    #[test]
    fn encrypted() {
        check("%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n%%EOF", false, true);
        check(
            &format!(
                "%PDF-1.7\n{}trailer <</Encrypt<</V 4>>>>\n%%EOF",
                "1 0 obj\n".repeat(1000)
            ),
            false,
            true,
        );
    }
    #[test]
    fn a_word_that_only_starts_alike() {
        check("%PDF-1.7\n<</EncryptMetadata true>>\n%%EOF", false, false);
    }
}
