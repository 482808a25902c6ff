//! Words without quotes: literals written otherwise, texts and keys that lack their quotes.

use super::Kind;
use super::encoding::character;
use super::findings::{insert, replace, span};
use super::parse::Parser;
use super::quote::quoted;
use super::scan::byte_at;
use super::string::ends_value;
use crate::catalog::Code;
use crate::diag::{Detail, Safety};
use crate::json::tree::Node;
use crate::text::Encoding;

/// How far a word is read.
const LONGEST: usize = 256;

/// Literals of other languages, in lower case, and the one to write.
const LITERALS: [(&str, Kind, &str); 14] = [
    ("true", Kind::True, "true"),
    ("vrai", Kind::True, "true"),
    ("oui", Kind::True, "true"),
    ("yes", Kind::True, "true"),
    ("false", Kind::False, "false"),
    ("faux", Kind::False, "false"),
    ("non", Kind::False, "false"),
    ("no", Kind::False, "false"),
    ("null", Kind::Null, "null"),
    ("none", Kind::Null, "null"),
    ("nil", Kind::Null, "null"),
    ("nul", Kind::Null, "null"),
    ("undefined", Kind::Null, "null"),
    ("nan", Kind::Null, "null"),
];

/// True when a word goes on with this byte: neither blank, nor punctuation, nor a quote.
pub(super) const fn goes_on(byte: u8) -> bool {
    !matches!(
        byte,
        0..=b' '
            | b'{'
            | b'}'
            | b'['
            | b']'
            | b':'
            | b','
            | b';'
            | b'"'
            | b'\''
            | b'\\'
            | b'`'
            | b'#'
            | b'='
            | 0x7F
    )
}

/// The same for what is at `at`, where a comment or a character of white space may start.
pub(super) fn goes_on_at(bytes: &[u8], at: usize, encoding: Encoding) -> bool {
    match &bytes[at.min(bytes.len())..] {
        [] | [b'/', b'/' | b'*', ..] => false,
        [byte, ..] if byte.is_ascii() => goes_on(*byte),
        rest => character(rest, encoding).is_some_and(|(found, _)| is_letter_like(found)),
    }
}

/// Not ASCII, and neither white space, nor invisible, nor a quote.
fn is_letter_like(found: char) -> bool {
    let invisible = found.is_whitespace()
        || found.is_control()
        || matches!(found, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}');
    let quote = matches!(found, '«' | '»' | '‘'..='‟' | '‹' | '›' | '´' | '″');
    !invisible && !quote
}

/// The end of the white space at `at` that JSON does not know, such as no-break spaces.
pub(super) fn odd_spaces_end(bytes: &[u8], mut at: usize, encoding: Encoding) -> usize {
    let odd = |found: char| {
        found.is_whitespace() || matches!(found, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
    };
    while let Some((found, length)) = character(&bytes[at.min(bytes.len())..], encoding)
        && odd(found)
        && !super::scan::is_blank(bytes[at])
    {
        at += length;
    }
    at
}

impl Parser<'_> {
    /// True when a word may start at `at`.
    pub(super) fn starts_word(&self, at: usize) -> bool {
        let ascii = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'+' | b'.')
        };
        let byte = byte_at(self.bytes, at);
        if byte.is_ascii() {
            ascii(byte)
        } else {
            goes_on_at(self.bytes, at, self.tree.encoding)
        }
    }

    fn word_end(&self, start: usize) -> usize {
        let mut at = start;
        while at < start + LONGEST && goes_on_at(self.bytes, at, self.tree.encoding) {
            at += character(&self.bytes[at..], self.tree.encoding).map_or(1, |(_, length)| length);
        }
        at
    }

    /// Reads a string that lacks its opening quote, if there is one at `start`; gives the offset after it.
    pub(super) fn unopened_string(&mut self, start: usize) -> Option<usize> {
        let bytes = self.bytes;
        let window = &bytes[start..bytes.len().min(start + LONGEST)];
        let length = window
            .iter()
            .position(|&byte| byte < b' ' || b"\"\\{}[],:".contains(&byte))?;
        let end = start + length + 1;
        let touches = length > 0 && window[length] == b'"' && window[length - 1] != b' ';
        if !touches || !ends_value(&bytes[end..]) {
            return None;
        }
        let fix = insert("Ouvrir les guillemets", Safety::AConfirmer, start, "\"");
        let detail = Detail::Word("il manque un guillemet avant ce texte");
        let node = self.next_value(Kind::String);
        self.findings
            .error_at(Code::J001, span(start, end), detail, fix, node);
        let text = self.raw(start, end - 1);
        self.push_meant(Kind::String, start, end, text);
        Some(end)
    }

    /// Reads a value that is a word; gives the offset after it, which is beyond `start`.
    #[cold]
    pub(super) fn word(&mut self, start: usize) -> usize {
        if let Some(end) = self.unopened_string(start) {
            return end;
        }
        let bytes = self.bytes;
        let node = self.next_value(Kind::String);
        let mut end = self.word_end(start).max(start + 1);
        if let Some((_, kind, _)) = LITERALS
            .iter()
            .find(|(name, _, literal)| name == literal && name.as_bytes() == &bytes[start..end])
        {
            self.push(Node::new(*kind, start, end));
            return end;
        }
        let lower = bytes[start..end].to_ascii_lowercase();
        if let Some((name, kind, literal)) =
            LITERALS.iter().find(|(name, ..)| name.as_bytes() == lower)
        {
            let same = matches!(*name, "true" | "false" | "null" | "none");
            let safety = if same {
                Safety::Sure
            } else {
                Safety::AConfirmer
            };
            let here = span(start, end);
            let fix = replace(format!("Écrire `{literal}`"), safety, here, *literal);
            self.findings
                .error_at(Code::J008, here, Detail::Word(literal), fix, node);
            self.push(Node::new(*kind, start, end));
            return end;
        }
        // A text of several words goes on to the end of its line.
        loop {
            let mut blank = end;
            while byte_at(bytes, blank) == b' '
                || odd_spaces_end(bytes, blank, self.tree.encoding) > blank
            {
                blank = odd_spaces_end(
                    bytes,
                    blank + usize::from(bytes[blank] == b' '),
                    self.tree.encoding,
                );
            }
            let next = self.word_end(blank);
            if blank == end || next == blank || next > start + LONGEST {
                break;
            }
            end = next;
        }
        let here = span(start, end);
        let text = self.raw(start, end);
        if lower.ends_with(b"infinity") || text == "-" || text == "+" || text == "." {
            self.findings
                .error_at(Code::J007, here, Detail::None, None, node);
            self.push(Node::new(Kind::Broken, start, end));
            return end;
        }
        let written = quoted(&text);
        let fix = replace(
            format!("Écrire `{written}`"),
            Safety::AConfirmer,
            here,
            written.clone(),
        );
        let numeric = matches!(bytes[start], b'0'..=b'9' | b'-' | b'+' | b'.');
        let (code, detail) = if numeric {
            (Code::J007, Detail::Text(written))
        } else {
            (Code::J008, Detail::None)
        };
        self.findings.error_at(code, here, detail, fix, node);
        self.push_meant(Kind::String, start, end, text);
        end
    }

    /// Reads a key without quotes, or with only one, if there is one at `start`; gives the offset after it.
    pub(super) fn bare_key(&mut self, start: usize) -> Option<usize> {
        let end = self.word_end(start);
        let half = byte_at(self.bytes, end) == b'"';
        let after = end + usize::from(half);
        let rest = self.bytes[after..]
            .iter()
            .take(LONGEST)
            .find(|byte| !super::scan::is_blank(**byte));
        if end == start || !matches!(rest, Some(b':' | b'=')) {
            return None;
        }
        let text = self.raw(start, end);
        let (what, fix) = if half {
            (
                "il manque un guillemet avant cette clé",
                insert("Ouvrir les guillemets", Safety::AConfirmer, start, "\""),
            )
        } else {
            let written = quoted(&text);
            let title = format!("Écrire `{written}`");
            (
                "cette clé s'écrit entre guillemets",
                replace(title, Safety::Sure, span(start, end), written),
            )
        };
        let node = self.next_value(Kind::Key);
        self.findings.error_at(
            Code::J001,
            span(start, after),
            Detail::Word(what),
            fix,
            node,
        );
        self.push_meant(Kind::Key, start, after, text);
        Some(after)
    }

    /// Bytes of the file as they are, as characters.
    pub(super) fn raw(&self, start: usize, end: usize) -> String {
        let mut rest = &self.bytes[start..end];
        let mut text = String::with_capacity(rest.len());
        while let Some((found, length)) = character(rest, self.tree.encoding) {
            text.push(found);
            rest = &rest[length..];
        }
        text
    }
}
