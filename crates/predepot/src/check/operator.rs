//! Codes of `operateurMessagerie`: compared with all spaces removed (REGLES sections 1.3 and 7).

use super::spelling;
use crate::order::sort_by_number;
use crate::profiles::{Operateur, operateurs};

/// What a text is as a code.
pub(super) enum Reading {
    /// A code of the list.
    Known,
    /// Nothing, or spaces.
    Empty,
    /// Another writing of one code: its case, its label, or its number under another prefix.
    Meant(Operateur),
    /// None; the nearest ones.
    Unknown(Vec<Operateur>),
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|&c| c != ' ').collect()
}

/// The value whose number is this code's, and whether that is its code.
fn by_number(code: &str) -> Option<(Operateur, bool)> {
    let (prefix, number) = code.rsplit_once('_')?;
    let known = Operateur::by_number(number.parse().ok()?)?;
    let starts_so = known
        .prefix()
        .bytes()
        .filter(|&b| b != b' ')
        .eq(prefix.bytes());
    // Neither "+1" nor "01".
    let is_plain = number.starts_with(|c| ('1'..='9').contains(&c));
    Some((known, starts_so && is_plain))
}

/// Reads a text.
pub(super) fn read(text: &str) -> Reading {
    let code = squeeze(text);
    if code.trim().is_empty() {
        return Reading::Empty;
    }
    let numbered = by_number(&code);
    if let Some((_, true)) = numbered {
        return Reading::Known;
    }
    if code.len() > 200 {
        return Reading::Unknown(Vec::new());
    }
    let upper = code.to_ascii_uppercase();
    let same_case = by_number(&upper).filter(|&(_, same)| same);
    let same_label = || {
        let mut labelled = operateurs().filter(|known| squeeze(known.label) == upper);
        let known = labelled.next().filter(|_| labelled.next().is_none())?;
        Some((known, true))
    };
    if let Some((known, _)) = same_case.or_else(same_label).or(numbered) {
        return Reading::Meant(known);
    }
    let mut near: Vec<(usize, Operateur)> = operateurs()
        .filter_map(|known| {
            let code = spelling::distance(&upper, &squeeze(&known.code()), 2);
            let label = spelling::distance(&upper, &squeeze(known.label), upper.len() / 3);
            Some((code.into_iter().chain(label).min()?, known))
        })
        .collect();
    sort_by_number(&mut near, |&(distance, _)| distance as u32);
    Reading::Unknown(near.into_iter().take(3).map(|(_, known)| known).collect())
}

/// "`MAI_15` (MAILIZ)".
pub(super) fn named(operator: Operateur) -> String {
    format!("`{}` ({})", operator.code(), operator.label)
}

#[cfg(test)]
mod tests {
    use super::{Reading, read};
    use crate::profiles::{Operateur, operateurs};

    #[test]
    fn the_list_is_in_the_order_of_its_numbers() {
        assert_eq!(operateurs().count(), 355);
        for known in operateurs() {
            assert_eq!(Operateur::by_number(known.number), Some(known));
            assert!(matches!(read(&known.code()), Reading::Known));
        }
        for number in [0, 356, usize::MAX] {
            assert_eq!(Operateur::by_number(number), None);
        }
    }
    #[test]
    fn spaces_do_not_count() {
        assert!(matches!(read("CH _37"), Reading::Known));
        assert!(matches!(read("CH_37"), Reading::Known));
    }
    #[test]
    fn another_writing_of_one_code_is_understood() {
        for (text, code) in [
            ("mai_15", "MAI_15"),
            ("Mailiz", "MAI_15"),
            ("CL_71", "C.L_71"),
        ] {
            assert!(
                matches!(read(text), Reading::Meant(known) if known.code() == code),
                "{text}"
            );
        }
    }
}
