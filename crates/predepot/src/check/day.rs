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
        let [_, _, b'/', _, _, b'/', ..] = text.as_bytes() else {
            return None;
        };
        Self::of_parts(text.get(6..)?, text.get(3..5)?, text.get(..2)?)
    }

    /// A day written `AAAAMMJJ` in ASCII digits, if it exists.
    pub fn read_compact(text: &str) -> Option<Self> {
        Self::of_parts(text.get(0..4)?, text.get(4..6)?, text.get(6..)?)
    }

    fn of_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        let digits =
            |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
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
