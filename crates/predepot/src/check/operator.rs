//! Codes of `operateurMessagerie`: compared with all spaces removed (REGLES sections 1.3 and 7).

use super::spelling;
use crate::order::sort_by_number;
use crate::profiles::OPERATEURS;

/// A code and its label.
pub(super) type Operator = &'static (&'static str, &'static str);

/// What a text is as a code.
pub(super) enum Reading {
    /// A code of the list.
    Known,
    /// Nothing, or spaces.
    Empty,
    /// Another writing of one code: its case, its label, or its number under another prefix.
    Meant(Operator),
    /// None; the nearest ones.
    Unknown(Vec<Operator>),
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|&c| c != ' ').collect()
}

/// The list is in the order of its numbers: 1 to 355.
fn by_number(code: &str) -> Option<Operator> {
    let (_, number) = code.rsplit_once('_')?;
    let number: usize = number.parse().ok()?;
    OPERATEURS.get(number.checked_sub(1)?)
}

/// Reads a text.
pub(super) fn read(text: &str) -> Reading {
    let code = squeeze(text);
    if code.trim().is_empty() {
        return Reading::Empty;
    }
    let numbered = by_number(&code);
    if numbered.is_some_and(|known| squeeze(known.0) == code) {
        return Reading::Known;
    }
    if code.len() > 200 {
        return Reading::Unknown(Vec::new());
    }
    let upper = code.to_ascii_uppercase();
    let same_case = OPERATEURS.iter().find(|known| squeeze(known.0) == upper);
    let same_label = || {
        let mut labelled = OPERATEURS.iter().filter(|known| squeeze(known.1) == upper);
        labelled.next().filter(|_| labelled.next().is_none())
    };
    if let Some(known) = same_case.or_else(same_label).or(numbered) {
        return Reading::Meant(known);
    }
    let mut near: Vec<(usize, Operator)> = OPERATEURS
        .iter()
        .filter_map(|known| {
            let code = spelling::distance(&upper, &squeeze(known.0), 2);
            let label = spelling::distance(&upper, &squeeze(known.1), upper.len() / 3);
            Some((code.into_iter().chain(label).min()?, known))
        })
        .collect();
    sort_by_number(&mut near, |&(distance, _)| distance as u32);
    Reading::Unknown(near.into_iter().take(3).map(|(_, known)| known).collect())
}

/// "`MAI_15` (MAILIZ)".
pub(super) fn named(operator: Operator) -> String {
    format!("`{}` ({})", operator.0, operator.1)
}

#[cfg(test)]
mod tests {
    use super::{Reading, by_number, read, squeeze};
    use crate::profiles::OPERATEURS;

    #[test]
    fn the_list_is_in_the_order_of_its_numbers() {
        assert_eq!(OPERATEURS.len(), 355);
        for known in OPERATEURS {
            assert_eq!(by_number(&squeeze(known.0)), Some(known));
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
                matches!(read(text), Reading::Meant(known) if known.0 == code),
                "{text}"
            );
        }
    }
}
