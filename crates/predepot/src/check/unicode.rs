//! What needs Unicode's large tables, and where they come from.

use std::borrow::Cow;

/// The two operations on text that need Unicode's large tables. A browser has them already, so its module brings none of its own.
#[derive(Clone, Copy, Debug)]
pub struct Unicode {
    /// The text composed: NFC.
    pub nfc: fn(&str) -> String,
    /// The text in capitals (full mapping: `ß` becomes `SS`).
    pub to_uppercase: fn(&str) -> String,
}

#[cfg(feature = "unicode-tables")]
impl Default for Unicode {
    fn default() -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self {
            nfc: |text| text.nfc().collect(),
            to_uppercase: str::to_uppercase,
        }
    }
}

impl Unicode {
    /// The number of characters of a text: Unicode code points after NFC.
    pub(super) fn length(self, text: &str) -> u32 {
        let count = if text.is_ascii() {
            text.len()
        } else {
            (self.nfc)(text).chars().count()
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The text composed.
    pub(super) fn nfc(self, text: &str) -> Cow<'_, str> {
        if text.is_ascii() {
            text.into()
        } else {
            (self.nfc)(text).into()
        }
    }

    /// True when the text is equal to its own upper-casing.
    pub(super) fn is_upper(self, text: &str) -> bool {
        if text.is_ascii() {
            !text.bytes().any(|b| b.is_ascii_lowercase())
        } else {
            text == (self.to_uppercase)(text)
        }
    }
}
