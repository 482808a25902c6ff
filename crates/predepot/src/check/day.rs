//! Days of the calendar, as written.

use super::Day;

impl Day {
    /// A day that exists (proleptic Gregorian calendar, year 1 and after).
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (year > 0 && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// A day written `JJ/MM/AAAA` in ASCII digits, if it exists.
    pub fn read(text: &str) -> Option<Self> {
        let &[d, e, b'/', m, n, b'/', ref year @ ..] = text.as_bytes() else {
            return None;
        };
        Self::of_digits(year, &[m, n], &[d, e])
    }

    /// A day written `AAAAMMJJ` in ASCII digits, if it exists.
    pub fn read_compact(text: &str) -> Option<Self> {
        let (year, rest) = text.as_bytes().split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        Self::of_digits(year, month, day)
    }

    fn of_digits(year: &[u8], month: &[u8], day: &[u8]) -> Option<Self> {
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0, |number: u16, digit| {
                let digit = digit.wrapping_sub(b'0');
                (digit < 10).then_some(number * 10 + u16::from(digit))
            })
        };
        Self::new(number(year)?, number(month)? as u8, number(day)? as u8)
    }

    /// `JJ/MM/AAAA`.
    pub fn written(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }

    /// `AAAAMMJJ`.
    pub fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn only_days_that_exist() {
        for (text, exists) in [
            ("29/02/2024", true),
            ("29/02/2023", false),
            ("31/04/2022", false),
            ("1/02/2022", false),
            ("00/01/2022", false),
            ("29/02/1900", false),
            ("01/01/0000", false),
        ] {
            assert_eq!(Day::read(text).is_some(), exists, "{text}");
        }
    }
    #[test]
    fn both_writings_are_one_day() {
        assert_eq!(Day::read("02/10/2023"), Day::read_compact("20231002"));
    }
}
