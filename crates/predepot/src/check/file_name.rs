//! The name of a JSON: `JSON-{numeroAns}-{AAAAMMJJ}-{NNN}.json` (REGLES section 2; section 3.3 of the documents).

use super::Day;
use super::control::{Ground, control};
use crate::catalog::Code::{self, N001, N002, N003, N004};
use crate::diag::Severity::{self, Avertissement, Erreur, Information};
use crate::diag::{Detail, Diagnostic, Fix, Safety};
use crate::text::Span;

struct Parts<'a> {
    ans: &'a str,
    date: &'a str,
    number: &'a str,
}

fn read(stem: &str) -> Option<Parts<'_>> {
    let rest = stem.strip_prefix("JSON-")?;
    let (rest, number) = rest.rsplit_once('-')?;
    let (ans, date) = rest.rsplit_once('-')?;
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    (digits(number, 3) && number != "000" && digits(date, 8) && !ans.is_empty()).then_some(Parts {
        ans,
        date,
        number,
    })
}

/// The name without the " (1)" that a browser adds to a second download.
fn without_copy(stem: &str) -> Option<&str> {
    let (before, copy) = stem.strip_suffix(')')?.rsplit_once('(')?;
    (!copy.is_empty() && copy.bytes().all(|b| b.is_ascii_digit())).then_some(before.trim_end())
}

/// The finding on a name, if there is one; `ans` is the header's `numeroAns` when it has no error.
#[inline(never)]
pub(super) fn check(name: &str, ans: Option<&str>, today: Option<Day>) -> Option<Diagnostic> {
    let end = name.len().checked_sub(".json".len());
    let (stem, extension) = end
        .and_then(|at| name.split_at_checked(at))
        .filter(|(_, extension)| extension.eq_ignore_ascii_case(".json"))
        .unwrap_or((name, ""));
    let parts = read(stem).filter(|_| !extension.is_empty());
    let (code, severity, detail): (Code, Severity, Detail) = match &parts {
        None if without_copy(stem).is_some_and(|stem| read(stem).is_some()) => {
            (N001, Erreur, Detail::Word("copie"))
        }
        None => (N001, Erreur, Detail::Word("forme")),
        Some(parts) if ans.is_some_and(|ans| ans != parts.ans) => (
            N002,
            Erreur,
            Detail::Text(ans.unwrap_or_default().to_owned()),
        ),
        Some(parts) if Day::read_compact(parts.date).is_none() => (N003, Erreur, Detail::None),
        Some(_) if extension != ".json" => (N001, Avertissement, Detail::Word("extension")),
        Some(parts) => match today.filter(|today| today.compact() != parts.date) {
            Some(today) => (N004, Information, Detail::Text(today.written())),
            None => return None,
        },
    };
    let finding = Diagnostic::new(
        code,
        severity,
        control(code, Ground::Header),
        Span::default(),
    )
    .detail(detail);
    let kept = parts.or_else(|| without_copy(stem).and_then(read));
    // A date that exists is the user's; the day's date only replaces one that must change.
    let date = match (&kept, code) {
        (Some(kept), N001 | N002) if Day::read_compact(kept.date).is_some() => {
            Some(kept.date.to_owned())
        }
        _ => today.map(Day::compact),
    };
    let (Some(ans), Some(date)) = (ans.or(kept.as_ref().map(|kept| kept.ans)), date) else {
        return Some(finding);
    };
    let to = format!(
        "JSON-{ans}-{date}-{}.json",
        kept.as_ref().map_or("001", |kept| kept.number)
    );
    let fix = Fix {
        title: format!("Renommer en `{to}`"),
        safety: Safety::AConfirmer,
        edits: Vec::new(),
        rename: Some((name.to_owned(), to)),
    };
    Some(Diagnostic {
        fix: Some(Box::new(fix)),
        ..finding
    })
}

/// A conforming name for a file made today from the one of this name: of the header's `numeroAns` or else the name's, and of the number after
/// its own when that one is of today too, which is the first otherwise. Without a `numeroAns`, the name stays.
pub fn renewed(name: &str, ans: Option<&str>, today: Day) -> String {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let parts = read(stem).or_else(|| without_copy(stem).and_then(read));
    let Some(ans) = ans.or(parts.as_ref().map(|parts| parts.ans)) else {
        return name.to_owned();
    };
    let date = today.compact();
    let number = parts
        .filter(|parts| parts.date == date && parts.ans == ans)
        .and_then(|parts| parts.number.parse().ok())
        .map_or(1, |number: u32| (number + 1).min(999));
    format!("JSON-{ans}-{date}-{number:03}.json")
}

#[cfg(test)]
mod tests {
    use super::check as finding;
    use crate::catalog::Code;
    use crate::check::Day;
    use crate::diag::Severity;

    fn check(name: &str, expected: Option<(Code, Severity)>) {
        let found = finding(name, Some("1234567890"), Day::read("02/10/2023"));
        assert_eq!(
            found.map(|found| (found.code, found.severity)),
            expected,
            "{name}"
        );
    }

    #[test]
    fn a_conforming_name_of_today() {
        check("JSON-1234567890-20231002-001.json", None);
    }
    #[test]
    fn a_copy_made_by_a_browser() {
        check(
            "JSON-1234567890-20231002-001 (1).json",
            Some((Code::N001, Severity::Erreur)),
        );
    }
    #[test]
    fn capitals_in_the_extension_only() {
        check(
            "JSON-1234567890-20231002-001.JSON",
            Some((Code::N001, Severity::Avertissement)),
        );
    }
    #[test]
    fn the_first_file_is_001() {
        check(
            "JSON-1234567890-20231002-000.json",
            Some((Code::N001, Severity::Erreur)),
        );
    }
    #[test]
    fn another_ans_number_comes_before_a_date_that_does_not_exist() {
        check(
            "JSON-9999999999-20231345-001.json",
            Some((Code::N002, Severity::Erreur)),
        );
        check(
            "JSON-1234567890-20231345-001.json",
            Some((Code::N003, Severity::Erreur)),
        );
    }
    #[test]
    fn another_day_is_only_said() {
        check(
            "JSON-1234567890-20231001-001.json",
            Some((Code::N004, Severity::Information)),
        );
    }
    #[test]
    fn a_renewed_name_is_of_today() {
        let ans = Some("1234567890");
        for (name, ans, expected) in [
            ("JSON-1234567890-20231002-001.json", ans, "002"),
            ("JSON-1234567890-20231002-001 (1).json", ans, "002"),
            ("JSON-1234567890-20231002-999.json", ans, "999"),
            ("JSON-1234567890-20230930-007.json", ans, "001"),
            ("JSON-0000000000-20231002-007.json", ans, "001"),
            ("JSON-1234567890-20230930-007.json", None, "001"),
            ("retour.json", ans, "001"),
        ] {
            let today = Day {
                year: 2023,
                month: 10,
                day: 2,
            };
            assert_eq!(
                super::renewed(name, ans, today),
                format!("JSON-1234567890-20231002-{expected}.json"),
                "{name}"
            );
            assert_eq!(super::renewed("retour.json", None, today), "retour.json");
        }
    }
    #[test]
    fn names_of_any_characters_are_read() {
        for name in [
            "",
            "é.json",
            "JSON",
            "été-é",
            "().json",
            "JSON---.json",
            "\u{1f600}son",
        ] {
            check(name, Some((Code::N001, Severity::Erreur)));
        }
    }
}
