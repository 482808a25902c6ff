//! Strings: what is not plain in them, where one without an end was meant to end, and quotes of other kinds.

use super::Kind;
use super::encoding::character;
use super::findings::{insert, replace, span};
use super::parse::Parser;
use super::quote::quoted;
use super::scan::{is_blank, string_stop};
use super::tree::{Node, Written};
use crate::catalog::Code;
use crate::diag::{Detail, Edit, Fix, Safety};
use crate::text::Encoding;

/// How far the end of a string is looked for, beyond the place where it should have been.
const WINDOW: usize = 1024;

/// The characters of what is between quotes; a backslash that escapes nothing stands for itself, raw control characters for what
/// [`stands_for`] says.
pub(super) fn decoded(content: &[u8], encoding: Encoding) -> impl Iterator<Item = char> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = content.get(at..)?;
            let (found, length) = match rest {
                [b'\\', 0..b' ', ..] => (None, 1),
                [b'\\', ..] => {
                    escape(rest).map_or((Some('\\'), 1), |(found, length)| (Some(found), length))
                }
                [0..b' ', ..] => {
                    let length = controls(rest);
                    (stands_for(content, at, at + length), length)
                }
                _ => character(rest, encoding).map(|(found, length)| (Some(found), length))?,
            };
            at += length;
            if found.is_some() {
                return found;
            }
        }
    })
}

/// How many raw control characters `bytes` starts with.
fn controls(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| **byte < b' ').count()
}

/// What the raw control characters at `start..end` are in place of: between two words a space, elsewhere nothing.
fn stands_for(bytes: &[u8], start: usize, end: usize) -> Option<char> {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let separates = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r');
    let between = bytes[..start].last().is_some_and(is_letter)
        && bytes.get(end).is_some_and(is_letter)
        && bytes[start..end].iter().all(separates);
    between.then_some(' ')
}

/// The character that a valid escape at the start of `bytes` stands for, and the escape's length.
fn escape(bytes: &[u8]) -> Option<(char, usize)> {
    let simple = match bytes.get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode_escape(bytes),
        _ => return None,
    };
    Some((simple, 2))
}

/// `\uXXXX`, or two of them for a character beyond U+FFFF.
fn unicode_escape(bytes: &[u8]) -> Option<(char, usize)> {
    let unit = code_unit(bytes)?;
    if let Some(found) = char::from_u32(unit) {
        return Some((found, 6));
    }
    let low = code_unit(&bytes[6..])?;
    let mut pair = char::decode_utf16([unit as u16, low as u16]);
    match pair.next() {
        Some(Ok(found)) if found > '\u{FFFF}' => Some((found, 12)),
        _ => None,
    }
}

/// The number in `\uXXXX`.
fn code_unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, &digit| {
        Some(unit * 16 + char::from(digit).to_digit(16)?)
    })
}

/// The length of the key in what looks like `nomMedecin: ` or `isMandataire: true,`: a key without its closing quote.
pub(super) fn key_before_colon(text: &[u8]) -> Option<usize> {
    let length = text
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
        .count();
    let rest = text[length..]
        .trim_ascii_start()
        .strip_prefix(b":")?
        .trim_ascii_start();
    let value = match rest.first() {
        None => true,
        Some(b'-' | b'0'..=b'9' | b'[' | b'{' | b'"') => true,
        Some(_) => [b"true".as_slice(), b"false", b"null"]
            .iter()
            .any(|word| rest.starts_with(word)),
    };
    (length > 0 && value).then_some(length)
}

/// True when a string may end before `rest`: what follows is punctuation, or the line ends.
pub(super) fn ends_value(rest: &[u8]) -> bool {
    let blank = rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    matches!(
        rest.get(blank),
        None | Some(b',' | b'}' | b']' | b'\n' | b'\r')
    )
}

impl Parser<'_> {
    /// Reads a string or key that is not plain: from `start`, its quote, to `stop` there is nothing to look at.
    /// Gives the offset after it.
    #[cold]
    pub(super) fn string(&mut self, start: usize, stop: usize, kind: Kind) -> usize {
        let bytes = self.bytes;
        let mut at = stop;
        // Line ends before this offset belong to the text.
        let mut text_until = 0;
        loop {
            let Some(&byte) = bytes.get(at) else {
                return self.close_string(start, at, kind);
            };
            at = match byte {
                b'"' => {
                    self.push(Node::new(kind, start, at + 1).written(Written::Escaped));
                    return at + 1;
                }
                b'\\' => match escape(&bytes[at..]) {
                    Some((_, length)) => at + length,
                    None if matches!(bytes.get(at + 1), None | Some(0..b' ')) => at + 1,
                    None => {
                        self.invalid_escape(at, kind);
                        at + 1
                    }
                },
                b'\n' | b'\r' => {
                    if at >= text_until {
                        match self.line_of_text(at) {
                            Some(quote) => text_until = quote,
                            None => return self.close_string(start, at, kind),
                        }
                    }
                    self.raw_controls(at, controls(&bytes[at..]), kind)
                }
                _ => {
                    let is_of_line = |byte: &&u8| **byte < b' ' && !matches!(byte, b'\n' | b'\r');
                    let length = bytes[at..].iter().take_while(is_of_line).count();
                    self.raw_controls(at, length, kind)
                }
            };
            at = string_stop(bytes, at);
        }
    }

    /// When the text of a string goes on after the line end at `at`, the offset of its closing quote.
    fn line_of_text(&self, at: usize) -> Option<usize> {
        if self.findings.full() {
            return None;
        }
        let window = &self.bytes[at..self.bytes.len().min(at + WINDOW)];
        let quote = memchr::memchr(b'"', window)?;
        let structural = |line: &[u8]| {
            matches!(
                line.trim_ascii_start().first(),
                Some(b'{' | b'}' | b'[' | b']' | b',' | b':')
            )
        };
        let text = !window[..quote]
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .any(structural);
        let escaped = window[..quote].ends_with(b"\\");
        let rest = &window[quote + 1..];
        let key = rest.trim_ascii_start().starts_with(b":");
        (text && !escaped && (ends_value(rest) || key)).then_some(at + quote)
    }

    /// Says that control characters stand at `at`; gives the offset after them.
    fn raw_controls(&mut self, at: usize, length: usize, kind: Kind) -> usize {
        let name = match self.bytes[at] {
            b'\t' => "tabulation".into(),
            b'\n' | b'\r' => "saut de ligne".into(),
            other => format!("U+{other:04X}"),
        };
        let end = at + length;
        // A backslash just before would escape what comes after.
        let start = at - usize::from(odd_backslashes(&self.bytes[..at]));
        let fix = match stands_for(self.bytes, at, end) {
            Some(space) => replace(
                "Écrire une espace à la place",
                Safety::AConfirmer,
                span(start, end),
                space,
            ),
            None => replace(
                "Supprimer ce caractère",
                Safety::AConfirmer,
                span(start, end),
                "",
            ),
        };
        self.findings.error_at(
            Code::J005,
            span(at, end),
            Detail::Text(name),
            fix,
            self.next_value(kind),
        );
        end
    }

    fn invalid_escape(&mut self, at: usize, kind: Kind) {
        let rest = &self.bytes[at..];
        let digits = || {
            rest[2..]
                .iter()
                .take(4)
                .take_while(|byte| byte.is_ascii_hexdigit())
                .count()
        };
        let (length, what) = match rest.get(1) {
            Some(b'u') if digits() < 4 => (
                2 + digits(),
                "quatre chiffres hexadécimaux sont attendus après `\\u`",
            ),
            Some(b'u') => (6, "cette moitié de caractère est seule"),
            _ => (
                1 + character(&rest[1..], self.tree.encoding).map_or(0, |(_, length)| length),
                "cette suite n'existe pas en JSON",
            ),
        };
        let fix = insert(
            "Doubler la barre oblique inverse",
            Safety::AConfirmer,
            at,
            "\\",
        );
        self.findings.error_at(
            Code::J006,
            span(at, at + length),
            Detail::Word(what),
            fix,
            self.next_value(kind),
        );
    }

    /// Ends a string that has no closing quote before `stop`, the end of its line or of the file; gives the offset after it.
    fn close_string(&mut self, start: usize, stop: usize, kind: Kind) -> usize {
        let end = self.likely_end(start + 1, stop, kind);
        self.end_string_at(start, end, kind);
        end
    }

    /// Ends at `end` a string without a closing quote: what comes after is read again.
    pub(super) fn end_string_at(&mut self, start: usize, end: usize, kind: Kind) {
        self.findings.forget_from(end);
        let quote = if odd_backslashes(&self.bytes[start + 1..end]) {
            "\\\""
        } else {
            "\""
        };
        let fix = insert("Fermer les guillemets", Safety::AConfirmer, end, quote);
        self.findings.error_at(
            Code::J004,
            span(start, end),
            Detail::None,
            fix,
            self.next_value(kind),
        );
        let text = decoded(&self.bytes[start + 1..end], self.tree.encoding).collect();
        self.push_meant(kind, start, end, text);
    }

    /// Where the string that starts at `from` was meant to end, at most at `stop`: before the punctuation that ends the line.
    fn likely_end(&self, from: usize, stop: usize, kind: Kind) -> usize {
        let text = &self.bytes[from..stop];
        if kind == Kind::Key
            && let Some(length) = key_before_colon(text)
        {
            return from + length;
        }
        let text = text.trim_ascii_end();
        let text = text.strip_suffix(b",").unwrap_or(text).trim_ascii_end();
        from + self.without_closers(text).trim_ascii_end().len()
    }

    /// `text` without the braces and brackets at its end, when they close what is open.
    pub(super) fn without_closers<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        let is_closer = |byte: &u8| matches!(byte, b'}' | b']') || is_blank(*byte);
        let length = text
            .iter()
            .rev()
            .take(WINDOW)
            .take_while(|byte| is_closer(byte))
            .count();
        let (before, closers) = text.split_at(text.len() - length);
        let closes = |(outwards, byte): (usize, &u8)| {
            let expected = if *byte == b'}' {
                Kind::Object
            } else {
                Kind::Array
            };
            self.container(outwards) == Some(expected)
        };
        if closers
            .iter()
            .filter(|byte| !is_blank(**byte))
            .enumerate()
            .all(closes)
        {
            before
        } else {
            text
        }
    }

    /// Reads a string between quotes that are not JSON's, if there is one at `start`; gives the offset after it.
    pub(super) fn foreign_string(&mut self, start: usize, kind: Kind) -> Option<usize> {
        if self.findings.full() {
            return None;
        }
        let bytes = self.bytes;
        let encoding = self.tree.encoding;
        let (quote, width) = character(&bytes[start..], encoding)?;
        let family = QUOTES
            .iter()
            .find(|family| family.chars().any(|c| c == quote) && quote != '"')?;
        let from = start + width;
        let line = &bytes[from..bytes.len().min(from + WINDOW)];
        let line = &line[..memchr::memchr2(b'\n', b'\r', line).unwrap_or(line.len())];
        let ends = |rest: &[u8]| match kind {
            Kind::Key => rest.trim_ascii_start().starts_with(b":"),
            _ => ends_value(rest),
        };
        let mut at = 0;
        let mut found = None;
        while let Some((candidate, length)) = character(&line[at..], encoding) {
            if family.chars().any(|c| c == candidate)
                && ends(&bytes[from + at + length..bytes.len().min(from + at + length + WINDOW)])
            {
                found = Some((from + at, length));
                break;
            }
            at += length;
        }
        let (to, closing) =
            found.unwrap_or_else(|| (self.likely_end(from, from + line.len(), kind), 0));
        let end = to + closing;

        let mut text: String = decoded(&bytes[from..to], encoding).collect();
        if quote == '\'' {
            text = crate::bytes::replace(&text, "\\'", "'");
        }
        if quote == '«' {
            text = text.trim_matches([' ', '\u{A0}', '\u{202F}']).into();
        }
        let raw = std::str::from_utf8(&bytes[from..to]).ok();
        let same =
            raw == Some(&text) && !text.contains(['"', '\\']) && !text.contains(char::is_control);
        let edits = if same
            || encoding != Encoding::Utf8 && string_stop(&bytes[from..to], 0) == to - from
        {
            let edit = |from, to| Edit {
                span: span(from, to),
                text: "\"".into(),
            };
            vec![edit(start, from), edit(to, end)]
        } else {
            vec![Edit {
                span: span(start, end),
                text: quoted(&text),
            }]
        };
        let fix = Fix {
            title: "Écrire des guillemets droits".into(),
            safety: Safety::Sure,
            edits,
            rename: None,
        };
        let detail = Detail::Text(quote.into());
        self.findings.error_at(
            Code::J015,
            span(start, end),
            detail,
            Some(fix),
            self.next_value(kind),
        );
        self.push_meant(kind, start, end, text);
        Some(end)
    }
}

/// Quotes that people and word processors write, by families that close each other.
const QUOTES: [&str; 4] = ["'‘’‚`´", "“”„″\"", "«»", "‹›"];

/// True when `bytes` end with a backslash that nothing before it escapes.
fn odd_backslashes(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .rev()
        .take_while(|byte| **byte == b'\\')
        .count()
        % 2
        == 1
}
