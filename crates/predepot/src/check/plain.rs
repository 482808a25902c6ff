//! Texts written as nearly all are: in printable ASCII with a few accents, and right. One look tells; the rules, which say what is wrong, are
//! for the others.

use super::Day;
use super::forms::{is_finess, luhn};
use crate::profile::{Class, Length};

/// The first byte of À to ÿ, of which the capitals go on up to 0x9E: where no other byte starts a character beyond ASCII, what follows is theirs.
const ACCENTED: u8 = 0xC3;

/// What a byte may be part of, one bit each.
const TEXT: u8 = 1;
const CAPITALS: u8 = 1 << 1;
const WORD: u8 = 1 << 2;
const ALPHANUMERIC: u8 = 1 << 3;
const DIGITS: u8 = 1 << 4;
const DIALLED: u8 = 1 << 5;
const ASCII: u8 = 1 << 6;

/// The bits of each byte.
const OF: [u8; 256] = {
    let mut of = [0; 256];
    let mut byte = 0;
    while byte < of.len() {
        let b = byte as u8;
        let bits = [
            (TEXT, matches!(b, b' '..=b'~' | ACCENTED | 0x80..=0xBF)),
            (
                CAPITALS,
                matches!(b, b' '..=b'`' | b'{'..=b'~' | ACCENTED | 0x80..=0x9E),
            ),
            (WORD, b.is_ascii_graphic()),
            (ALPHANUMERIC, b.is_ascii_alphanumeric()),
            (DIGITS, b.is_ascii_digit()),
            (
                DIALLED,
                matches!(b, b'0'..=b'9' | b' ' | b'.' | b'-' | b'/' | b'(' | b')'),
            ),
            (ASCII, b.is_ascii()),
        ];
        let mut at = 0;
        while at < bits.len() {
            let (bit, has) = bits[at];
            of[byte] |= bit * has as u8;
            at += 1;
        }
        byte += 1;
    }
    of
};

/// What all these bytes may be part of.
#[inline(always)]
fn of(bytes: &[u8]) -> u8 {
    bytes
        .iter()
        .fold(u8::MAX, |all, &byte| all & OF[usize::from(byte)])
}

/// True when a text surely has neither an error nor a warning of the formats; false says nothing.
#[inline(never)]
pub(super) fn is_right(text: &str, expected: Length, class: Class, today: Option<Day>) -> bool {
    let bytes = text.as_bytes();
    let [
        first @ (b'!'..=b'~' | ACCENTED),
        rest @ ..,
        b'!'..=b'~' | 0x80..=0xBF,
    ] = bytes
    else {
        return false;
    };
    let of = of(bytes);
    let length = match of & ASCII {
        0 => bytes.len() - bytes.iter().filter(|b| **b == ACCENTED).count(),
        _ => bytes.len(),
    };
    let fits = match expected {
        Length::Exactly(n) => length == n as usize,
        Length::Below(n) => length < n as usize,
        Length::Any => true,
    };
    fits && match class {
        Class::Any | Class::PieceName | Class::Loose => of & TEXT != 0 && text != "null",
        Class::Upper => of & CAPITALS != 0,
        Class::Alphanumeric | Class::AlphanumericLikely => of & ALPHANUMERIC != 0 && text != "null",
        Class::Siret | Class::Rpps => of & DIGITS != 0 && luhn(text),
        Class::Finess => is_finess(text),
        Class::Date => Day::read(text).is_some_and(|day| today.is_none_or(|today| day <= today)),
        Class::Email { .. } => of & WORD != 0 && is_address(bytes),
        // It ends with a digit, as all but a strange one.
        Class::Phone { .. } => {
            *first == b'+'
                && self::of(rest) & DIALLED != 0
                && bytes[bytes.len() - 1].is_ascii_digit()
        }
    }
}

/// Something, `@`, then words with dots between them.
fn is_address(bytes: &[u8]) -> bool {
    let Some(at) = bytes.iter().position(|&byte| byte == b'@') else {
        return false;
    };
    let mut dots = 0;
    let mut before = b'.';
    for &byte in &bytes[at + 1..] {
        if byte == b'@' || byte == b'.' && before == b'.' {
            return false;
        }
        dots += usize::from(byte == b'.');
        before = byte;
    }
    at > 0 && dots > 0 && before != b'.'
}
