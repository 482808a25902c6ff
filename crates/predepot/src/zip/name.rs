//! The names of entries: bytes, and what they say in French or in any language.

use super::record::{Ambiguous, Header, flag, unicode_paths};

/// The name of an entry, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// As it is meant; what cannot be read is U+FFFD.
    pub text: String,
    /// What is wrong with its writing.
    pub fault: Option<NameFault>,
}

/// What is wrong with the writing of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// It has no character.
    Empty,
    /// It says that it is UTF-8 and is not.
    NotUtf8,
    /// It has characters that cannot be seen, or that turn the text around.
    Unseen,
    /// It has characters that some systems refuse in names.
    Forbidden,
    /// It has other characters than ASCII and does not say in which encoding.
    Unsaid,
}

/// The upper half of code page 437, which names are in when they say nothing (APPNOTE, appendix D).
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

fn cp437(raw: &[u8]) -> String {
    raw.iter()
        .filter_map(|&byte| match byte.checked_sub(0x80) {
            None => Some(char::from(byte)),
            Some(index) => CP437.chars().nth(index.into()),
        })
        .collect()
}

/// Reads the name of a header. Two names in it that differ more than by what the older one cannot write are ambiguous.
pub(super) fn read(header: &Header) -> Result<Name, Ambiguous> {
    let raw = &header.name[..];
    let utf8 = std::str::from_utf8(raw).ok();
    let mut meant = None;
    for (path, is_current) in unicode_paths(header) {
        let Ok(text) = std::str::from_utf8(path) else {
            return Err(Ambiguous);
        };
        // An older name of ASCII letters, or that says that it is UTF-8, could have said the same.
        let could = !is_current || header.has(flag::UTF8) || text.is_ascii();
        if could && raw != path || meant.is_some_and(|meant| meant != text) {
            return Err(Ambiguous);
        }
        meant = Some(text);
    }
    if let Some(text) = meant {
        return Ok(named(text.to_owned(), None));
    }
    Ok(match utf8 {
        Some(text) => {
            let unsaid = !header.has(flag::UTF8) && !text.is_ascii();
            // macOS writes UTF-8 and does not say so.
            named(text.to_owned(), unsaid.then_some(NameFault::Unsaid))
        }
        None if header.has(flag::UTF8) => {
            let text = String::from_utf8_lossy(raw).into_owned();
            named(text, Some(NameFault::NotUtf8))
        }
        None => named(cp437(raw), Some(NameFault::Unsaid)),
    })
}

fn named(text: String, doubt: Option<NameFault>) -> Name {
    let fault = if text.is_empty() {
        Some(NameFault::Empty)
    } else if doubt == Some(NameFault::NotUtf8) {
        doubt
    } else if text.chars().any(is_unseen) {
        Some(NameFault::Unseen)
    } else if text.split('/').any(is_forbidden) {
        Some(NameFault::Forbidden)
    } else {
        doubt
    };
    Name { text, fault }
}

/// True when Windows refuses the name of a file or folder, or cuts its end.
fn is_forbidden(part: &str) -> bool {
    part.contains(['<', '>', ':', '"', '|', '?', '*'])
        || part.ends_with([' ', '.']) && part != "." && part != ".."
}

/// Control characters, those that turn the text around or join it, and those that are no characters.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}')
        || (c as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(raw: &[u8], flags: u16, extra: &[u8]) -> Header {
        Header {
            flags,
            method: 0,
            crc: 0,
            packed: 0,
            unpacked: 0,
            name: raw.to_vec(),
            extra: extra.to_vec(),
        }
    }

    /// A Unicode path field for a name of these bytes.
    fn path(raw: &[u8], text: &str) -> Vec<u8> {
        let mut field = b"up".to_vec();
        field.extend((5 + text.len() as u16).to_le_bytes());
        field.push(1);
        field.extend(super::super::crc32(raw).to_le_bytes());
        field.extend(text.as_bytes());
        field
    }

    #[track_caller]
    fn check(header: &Header, text: &str, fault: Option<NameFault>) {
        let expected = Name {
            text: text.to_owned(),
            fault,
        };
        assert_eq!(read(header), Ok(expected));
    }

    #[test]
    fn code_page_437_has_its_128_characters() {
        assert_eq!(CP437.chars().count(), 128);
    }
    #[test]
    fn ascii_needs_no_encoding() {
        check(&header(b"a-b.pdf", 0, b""), "a-b.pdf", None);
    }
    #[test]
    fn utf8_that_says_so() {
        check(&header("é.pdf".as_bytes(), flag::UTF8, b""), "é.pdf", None);
        check(
            &header(b"\xe9.pdf", flag::UTF8, b""),
            "\u{fffd}.pdf",
            Some(NameFault::NotUtf8),
        );
    }
    #[test]
    fn utf8_that_does_not_say_so() {
        check(
            &header("é.pdf".as_bytes(), 0, b""),
            "é.pdf",
            Some(NameFault::Unsaid),
        );
    }
    #[test]
    fn code_page_437_otherwise() {
        check(
            &header(b"re\x87u \x82t\x82.pdf", 0, b""),
            "reçu été.pdf",
            Some(NameFault::Unsaid),
        );
    }
    #[test]
    fn a_unicode_path_wins() {
        check(
            &header(b"\x82.pdf", 0, &path(b"\x82.pdf", "é.pdf")),
            "é.pdf",
            None,
        );
        check(
            &header(b"_.pdf", 0, &path(b"_.pdf", "Ж.pdf")),
            "Ж.pdf",
            None,
        );
    }
    #[test]
    fn a_unicode_path_of_another_name() {
        let stale = header(b"b.pdf", 0, &path(b"a.pdf", "é.pdf"));
        assert_eq!(read(&stale), Err(Ambiguous));
        check(
            &header(b"b.pdf", 0, &path(b"a.pdf", "b.pdf")),
            "b.pdf",
            None,
        );
    }
    #[test]
    fn a_unicode_path_that_says_another_name() {
        assert_eq!(
            read(&header(b"a.pdf", 0, &path(b"a.pdf", "b.pdf"))),
            Err(Ambiguous)
        );
        let both = [path(b"_", "é"), path(b"_", "è")].concat();
        assert_eq!(read(&header(b"_", 0, &both)), Err(Ambiguous));
    }
    #[test]
    fn characters_that_cannot_be_seen() {
        for text in ["a\nb", "a\u{202e}fdp.exe", "a\u{200b}.pdf"] {
            check(
                &header(text.as_bytes(), flag::UTF8, b""),
                text,
                Some(NameFault::Unseen),
            );
        }
    }
    #[test]
    fn characters_that_systems_refuse() {
        for text in ["a?.pdf", "a:b.pdf", "a /b.pdf", ".../b.pdf"] {
            check(
                &header(text.as_bytes(), 0, b""),
                text,
                Some(NameFault::Forbidden),
            );
        }
    }
}
