//! The forms that texts have: dates, telephone numbers, addresses, identifiers and their keys. Each is a question on one text.

use super::Day;

/// [`str::trim`], without a look at Unicode's white space where both ends are ASCII letters, digits or signs.
#[inline]
pub(super) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// The choice that a writing means: the same but for case, spaces and accents' absence.
pub(super) fn meant(text: &str, list: &[&'static str]) -> Option<&'static str> {
    // Beyond ASCII, all but signs, well enough for the few words of the lists.
    let is_letter =
        |c: &char| c.is_ascii_alphanumeric() || matches!(c, '\u{C0}'..='\u{1FFF}' | '\u{2C00}'..);
    let plain = |text: &str| -> String {
        text.chars()
            .filter(is_letter)
            .map(|c| match c {
                'é' | 'É' => 'E',
                _ => c.to_ascii_uppercase(),
            })
            .collect()
    };
    let found = plain(text);
    list.iter().copied().find(|choice| plain(choice) == found)
}

pub(super) fn date_error(text: &str) -> Option<&'static str> {
    let b = text.as_bytes();
    let form = b.len() == 10
        && b.iter().enumerate().all(|(i, c)| {
            if i == 2 || i == 5 {
                *c == b'/'
            } else {
                c.is_ascii_digit()
            }
        });
    if !form {
        Some("forme")
    } else if Day::read(text).is_none() {
        Some("calendrier")
    } else {
        None
    }
}

/// « Un indicatif »: a `+` followed later by a digit, or `00` as the first two digits (REGLES section 7).
pub(super) fn has_country_code(text: &str) -> bool {
    let plus = text
        .find('+')
        .is_some_and(|at| text.bytes().skip(at).any(|b| b.is_ascii_digit()));
    let mut digits = text.chars().filter(char::is_ascii_digit);
    plus || (digits.next() == Some('0') && digits.next() == Some('0'))
}

/// `+`, then digits and separators.
pub(super) fn is_international(text: &str) -> bool {
    const SEPARATORS: &[char] = &[' ', '\u{a0}', '\u{202f}', '.', '-', '/', '(', ')'];
    text.strip_prefix('+').is_some_and(|rest| {
        rest.chars()
            .all(|c| c.is_ascii_digit() || SEPARATORS.contains(&c))
    })
}

pub(super) fn is_plausible_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().position(|&b| b == b'@') else {
        return false;
    };
    let (local, domain) = (&bytes[..at], &bytes[at + 1..]);
    let one_at = !domain.contains(&b'@');
    let dotted = domain.contains(&b'.')
        && !domain.starts_with(b".")
        && !domain.ends_with(b".")
        && !domain.windows(2).any(|pair| pair == b"..");
    !local.is_empty() && one_at && dotted && !text.chars().any(char::is_whitespace)
}

pub(super) fn is_finess(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && bytes[..2].iter().all(u8::is_ascii_alphanumeric)
        && bytes[2..].iter().all(u8::is_ascii_digit)
}

/// The key of Luhn over ASCII digits.
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let n = u32::from(b.wrapping_sub(b'0'));
            if i % 2 == 0 {
                n
            } else {
                n * 2 - if n > 4 { 9 } else { 0 }
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Luhn; La Poste (SIREN 356000000) may instead have a digit sum multiple of 5.
pub(super) fn siret_key(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .map(|b| u32::from(b.wrapping_sub(b'0')))
        .sum();
    luhn(digits) || digits.starts_with("356000000") && sum.is_multiple_of(5)
}
