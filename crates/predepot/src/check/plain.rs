//! Texts written as nearly all are: in printable ASCII with a few accents, and right. One look tells; the rules, which say what is wrong, are
//! for the others.

use super::Day;
use super::forms::{is_finess, luhn};
use crate::profile::{Class, Length};

/// The first byte of À to ÿ, of which the capitals go on up to 0x9E: where no other byte starts a character beyond ASCII, what follows is theirs.
const ACCENTED: u8 = 0xC3;

/// True when a text surely has neither an error nor a warning of the formats; false says nothing.
#[inline(never)]
pub(super) fn is_right(text: &str, expected: Length, class: Class, today: Option<Day>) -> bool {
    let bytes = text.as_bytes();
    let length = bytes.len() - bytes.iter().filter(|b| **b == ACCENTED).count();
    let fits = match expected {
        Length::Exactly(n) => length == n as usize,
        Length::Below(n) => length < n as usize,
        Length::Any => true,
    };
    let [b'!'..=b'~' | ACCENTED, .., b'!'..=b'~' | 0x80..=0xBF] = bytes else {
        return false;
    };
    fits && match class {
        Class::Any | Class::PieceName | Class::Loose => {
            text != "null"
                && bytes
                    .iter()
                    .all(|&b| matches!(b, b' '..=b'~' | ACCENTED | 0x80..=0xBF))
        }
        Class::Upper => bytes
            .iter()
            .all(|&b| matches!(b, b' '..=b'`' | b'{'..=b'~' | ACCENTED | 0x80..=0x9E)),
        Class::Alphanumeric | Class::AlphanumericLikely => {
            text != "null" && bytes.iter().all(u8::is_ascii_alphanumeric)
        }
        Class::Siret | Class::Rpps => bytes.iter().all(u8::is_ascii_digit) && luhn(text),
        Class::Finess => is_finess(text),
        Class::Date => Day::read(text).is_some_and(|day| today.is_none_or(|today| day <= today)),
        Class::Email { .. } => is_address(bytes),
        Class::Phone { .. } => is_international(bytes),
    }
}

/// Something, `@`, then words with dots between them.
fn is_address(bytes: &[u8]) -> bool {
    let (mut domain, mut dots, mut before) = (false, 0, 0);
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'@' if domain || at == 0 => return false,
            b'@' => domain = true,
            b'.' if domain && matches!(before, b'.' | b'@') => return false,
            b'.' if domain => dots += 1,
            b'!'..=b'~' => {}
            _ => return false,
        }
        before = byte;
    }
    dots > 0 && before != b'.'
}

/// `+`, then digits and separators.
fn is_international(bytes: &[u8]) -> bool {
    let Some((b'+', rest)) = bytes.split_first() else {
        return false;
    };
    let mut digits = 0;
    for byte in rest {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'.' | b'-' | b'/' | b'(' | b')' => {}
            _ => return false,
        }
    }
    digits > 0
}
