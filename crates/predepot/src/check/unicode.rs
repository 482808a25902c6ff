//! What needs Unicode's large tables, and where they come from.

/// The two operations on text that need Unicode's large tables. A browser has them already, so its module brings none of its own.
#[derive(Clone, Copy, Debug)]
pub struct Unicode {
    /// The number of code points of a text after NFC.
    pub nfc_length: fn(&str) -> u32,
    /// The text in capitals (full mapping: `ß` becomes `SS`).
    pub to_uppercase: fn(&str) -> String,
}

#[cfg(feature = "unicode-tables")]
impl Default for Unicode {
    fn default() -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self {
            nfc_length: |text| u32::try_from(text.nfc().count()).unwrap_or(u32::MAX),
            to_uppercase: str::to_uppercase,
        }
    }
}

impl Unicode {
    /// The number of characters of a text: Unicode code points after NFC.
    pub(super) fn length(self, text: &str) -> u32 {
        if text.is_ascii() {
            u32::try_from(text.len()).unwrap_or(u32::MAX)
        } else {
            (self.nfc_length)(text)
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
