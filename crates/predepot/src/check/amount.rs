//! An amount as written: two decimals, no exponent (REGLES section 1.2). Works on the digits, never on a float.

/// What a JSON number is as an amount.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Well written; centimes, at most `u64::MAX`.
    Cents(u64),
    /// Zero or below.
    NotPositive,
    /// Not with exactly two decimals, or with an exponent.
    OtherForm,
}

/// Reads a JSON number.
pub(super) fn read(written: &str) -> Reading {
    let bytes = written.as_bytes();
    let end = bytes.iter().position(|b| matches!(b, b'e' | b'E'));
    let mantissa = &bytes[..end.unwrap_or(bytes.len())];
    if bytes.starts_with(b"-") || !mantissa.iter().any(|b| matches!(b, b'1'..=b'9')) {
        return Reading::NotPositive;
    }
    match bytes {
        [whole @ .., b'.', tenths, cents] => {
            let mut digits = whole.iter().chain([tenths, cents]);
            if digits.clone().all(u8::is_ascii_digit) {
                let digit =
                    |total: u64, b: &u8| total.checked_mul(10)?.checked_add((b - b'0').into());
                Reading::Cents(digits.try_fold(0, digit).unwrap_or(u64::MAX))
            } else {
                Reading::OtherForm
            }
        }
        _ => Reading::OtherForm,
    }
}

/// The same value with two decimals; `None` when it has more, or is not an everyday number.
pub(super) fn two_decimals(written: &str) -> Option<String> {
    let (mantissa, exponent) = match written.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (
            mantissa,
            exponent
                .parse::<i32>()
                .ok()
                .filter(|e| (-12..=12).contains(e))?,
        ),
        None => (written, 0),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: String = [whole, decimals].concat();
    if !(1..=30).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // In centimes: so many digits, the others being zeros.
    let length = i32::try_from(whole.len()).ok()? + exponent + 2;
    let length = usize::try_from(length.max(0)).ok()?;
    if digits.bytes().skip(length).any(|b| b != b'0') {
        return None;
    }
    digits.truncate(length);
    digits.extend(std::iter::repeat_n('0', length - digits.len()));
    let cents = digits.trim_start_matches('0');
    let (units, cents) = cents.split_at_checked(cents.len().saturating_sub(2))?;
    let units = if units.is_empty() { "0" } else { units };
    Some(format!("{units}.{cents:0>2}"))
}

/// An amount written as a text (`"1075.00"`, `"1 075,00 €"`), as a number with two decimals and more than zero.
pub(super) fn in_words(text: &str) -> Option<String> {
    let plain: String = text
        .trim()
        .trim_end_matches('€')
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    let is_number = plain.starts_with(|c: char| c.is_ascii_digit());
    let amount = two_decimals(&plain).filter(|_| is_number)?;
    (read(&amount) != Reading::NotPositive).then_some(amount)
}

#[cfg(test)]
mod tests {
    use super::{Reading, in_words, read, two_decimals};

    #[test]
    fn two_decimals_are_read_in_centimes() {
        assert_eq!(read("1075.00"), Reading::Cents(107_500));
    }
    #[test]
    fn zero_and_below_are_not_positive_in_any_form() {
        for written in ["0", "0.00", "-0.00", "-1075.00", "0e5"] {
            assert_eq!(read(written), Reading::NotPositive, "{written}");
        }
    }
    #[test]
    fn other_forms_are_told_apart() {
        for written in ["1075", "1075.0", "1075.000", "1.075e3", "1075.00e0"] {
            assert_eq!(read(written), Reading::OtherForm, "{written}");
        }
    }
    #[test]
    fn the_value_never_changes() {
        for (written, expected) in [
            ("1075", Some("1075.00")),
            ("1075.5", Some("1075.50")),
            ("1075.000", Some("1075.00")),
            ("1.075e3", Some("1075.00")),
            ("1075.005", None),
            ("1e300", None),
            ("5e-3", None),
        ] {
            assert_eq!(two_decimals(written).as_deref(), expected, "{written}");
        }
    }
    #[test]
    fn amounts_in_words() {
        for (text, expected) in [
            ("1075.00", Some("1075.00")),
            ("5 840,00 €", Some("5840.00")),
            ("mille", None),
            ("12 F", None),
            (",50", None),
            ("0,00", None),
            ("1.075,00", None),
        ] {
            assert_eq!(in_words(text).as_deref(), expected, "{text}");
        }
    }
}
