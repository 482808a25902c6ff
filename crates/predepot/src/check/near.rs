//! Names that are nearly the same (`Z018`): they differ by what people and systems do to names without meaning it.

use super::Unicode;
use crate::bytes;

/// Letters with their accents, and without.
const PLAIN: [(&str, &str); 10] = [
    ("ÀÁÂÃÄÅ", "A"),
    ("Æ", "AE"),
    ("Ç", "C"),
    ("ÈÉÊË", "E"),
    ("ÌÍÎÏ", "I"),
    ("Ñ", "N"),
    ("ÒÓÔÕÖ", "O"),
    ("Œ", "OE"),
    ("ÙÚÛÜ", "U"),
    ("ÝŸ", "Y"),
];

/// What nearly equal names have in common: case, accents, Unicode form, spaces, a repeated extension and `Val` for `Va1` apart.
pub(super) fn key(name: &str, unicode: Unicode) -> String {
    let mut key = String::with_capacity(name.len());
    for c in (unicode.to_uppercase)(&unicode.nfc(name)).chars() {
        let is_one = |(letters, _): &&(&str, _)| letters.chars().any(|letter| letter == c);
        match PLAIN.iter().find(is_one) {
            Some((_, plain)) => key.push_str(plain),
            None if c.is_whitespace() => {}
            None => key.push(c),
        }
    }
    if let Some((stem, extension)) = key.rsplit_once('.') {
        let again = format!(".{extension}");
        let mut stem = stem;
        while let Some(shorter) = stem.strip_suffix(&again) {
            stem = shorter;
        }
        key = format!("{stem}{again}");
    }
    bytes::replace(&key, "-VAL-", "-VA1-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, near: bool) {
        let unicode = Unicode::default();
        assert_eq!(key(a, unicode) == key(b, unicode), near, "{a} {b}");
    }

    #[test]
    fn case() {
        check(
            "MDV-LGC-Va1-BDC-00001.pdf",
            "mdv-lgc-va1-bdc-00001.PDF",
            true,
        );
    }
    #[test]
    fn accents_and_their_unicode_form() {
        check("Reçu été.pdf", "recu ete.pdf", true);
        check("re\u{e7}u.pdf", "rec\u{327}u.pdf", true);
    }
    #[test]
    fn spaces() {
        check("a b.pdf", "a\u{a0} b .pdf", true);
    }
    #[test]
    fn a_repeated_extension() {
        check("a.pdf", "a.pdf.PDF", true);
        check("a.pdf", "a.png.pdf", false);
    }
    #[test]
    fn a_letter_for_a_digit() {
        check(
            "MDV-LGC-Val-BDC-00001.pdf",
            "MDV-LGC-Va1-BDC-00001.pdf",
            true,
        );
        check(
            "MDV-LGC-Va1-BDC-00001.pdf",
            "MDV-LGC-Va1-BDC-00002.pdf",
            false,
        );
    }
}
