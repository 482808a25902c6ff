//! What needs Unicode's large tables, and where they come from.

use std::borrow::Cow;

/// The three operations on text that need Unicode's large tables. A browser has them already, so its module brings none of its own.
#[derive(Clone, Copy, Debug)]
pub struct Unicode {
    /// The text composed: NFC.
    pub nfc: fn(&str) -> String,
    /// The text in capitals (full mapping: `ß` becomes `SS`).
    pub to_uppercase: fn(&str) -> String,
    /// True of letters and digits only (Alphabetic, Number).
    pub is_alphanumeric: fn(&str) -> bool,
}

#[cfg(feature = "unicode-tables")]
impl Default for Unicode {
    fn default() -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self {
            nfc: |text| text.nfc().collect(),
            to_uppercase: str::to_uppercase,
            is_alphanumeric: |text| text.chars().all(char::is_alphanumeric),
        }
    }
}

/// The first byte, in UTF-8, of the first character that composition may change (U+0300: the combining marks start here): a text without it,
/// and without any byte above, is in NFC.
const FIRST_BYTE: u8 = 0xCC;

impl Unicode {
    /// The number of characters of a text: Unicode code points after NFC.
    pub(super) fn length(self, text: &str) -> u32 {
        let count = if text.is_ascii() {
            text.len()
        } else {
            self.nfc(text).chars().count()
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The text composed.
    pub(super) fn nfc(self, text: &str) -> Cow<'_, str> {
        if text.bytes().all(|byte| byte < FIRST_BYTE) {
            text.into()
        } else {
            (self.nfc)(text).into()
        }
    }

    /// True when the text has letters and digits only.
    pub(super) fn is_alphanumeric(self, text: &str) -> bool {
        text.bytes().all(|byte| byte.is_ascii_alphanumeric())
            || (!text.is_ascii() && (self.is_alphanumeric)(&self.nfc(text)))
    }

    /// True when the text is equal to its own upper-casing.
    pub(super) fn is_upper(self, text: &str) -> bool {
        let mut known = true;
        let mut before = 0;
        for byte in text.bytes() {
            match (before, byte) {
                // Then µ, ß to ö, ø to ÿ.
                (_, b'a'..=b'z') | (0xC2, 0xB5) | (0xC3, 0x9F..=0xB6 | 0xB8..=0xBF) => {
                    return false;
                }
                // Beyond ÿ. No harm in a table that the platform has, but it is far to fetch.
                (_, 0xC4..) => known = false,
                _ => {}
            }
            before = byte;
        }
        known || text == (self.to_uppercase)(text)
    }
}

#[cfg(all(test, feature = "unicode-tables"))]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{FIRST_BYTE, Unicode};

    const FIRST_COMBINING: char = '\u{300}';

    #[test]
    fn what_is_answered_without_a_table_is_what_the_tables_say() {
        let unicode = Unicode::default();
        assert_eq!(FIRST_COMBINING.to_string().as_bytes()[0], FIRST_BYTE);
        for c in '\0'..FIRST_COMBINING {
            let text = c.to_string();
            assert!(text.nfc().eq(text.chars()), "{c:?}");
            assert_eq!(
                unicode.is_upper(&text),
                text == text.to_uppercase(),
                "{c:?}"
            );
        }
    }
}
