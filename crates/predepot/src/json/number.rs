//! Numbers, and the French ways of writing them.

use super::Kind;
use super::encoding::character;
use super::findings::{replace, span};
use super::parse::Parser;
use super::quote::quoted;
use super::scan::byte_at;
use super::tree::Node;
use crate::catalog::Code;
use crate::diag::{Detail, Safety};

/// What was meant by something that is not a JSON number.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    Number(String),
    /// An identifier whose zeros or sign count.
    Text(String),
    /// Two numbers are as likely.
    Unclear,
}

/// The end of the JSON number at `start`, if there is one.
#[inline(always)]
fn number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + usize::from(byte_at(bytes, start) == b'-');
    let integer = at;
    at = digits_end(bytes, at);
    if at == integer || bytes[integer] == b'0' && at > integer + 1 {
        return None;
    }
    if byte_at(bytes, at) == b'.' {
        let fraction = at + 1;
        at = digits_end(bytes, fraction);
        if at == fraction {
            return None;
        }
    }
    if matches!(byte_at(bytes, at), b'e' | b'E') {
        let exponent = at + 1 + usize::from(matches!(byte_at(bytes, at + 1), b'+' | b'-'));
        at = digits_end(bytes, exponent);
        if at == exponent {
            return None;
        }
    }
    Some(at)
}

#[inline(always)]
fn digits_end(bytes: &[u8], mut at: usize) -> usize {
    while byte_at(bytes, at).is_ascii_digit() {
        at += 1;
    }
    at
}

impl Parser<'_> {
    /// Reads a number; gives the offset after it.
    #[inline(always)]
    pub(super) fn number(&mut self, start: usize) -> usize {
        if let Some(end) = number_end(self.bytes, start)
            && match byte_at(self.bytes, end) {
                b'\n' | b'\r' | b'}' | b']' => true,
                b',' => match byte_at(self.bytes, end + 1) {
                    b'0' => false,
                    b'1'..=b'9' => !self.object,
                    _ => true,
                },
                _ => false,
            }
        {
            self.push(Node::new(Kind::Number, start, end));
            return end;
        }
        self.unusual_number(start)
    }

    /// Reads what starts like a number and may be one with a French slip; gives the offset after it.
    #[cold]
    pub(super) fn unusual_number(&mut self, start: usize) -> usize {
        if let Some(end) = self.unopened_string(start) {
            return end;
        }
        let valid = number_end(self.bytes, start);
        let slip = Slip::read(self, start);
        let valid =
            valid.filter(|&end| !super::word::goes_on_at(self.bytes, end, self.tree.encoding));
        let end = slip.as_ref().map(|slip| slip.end).max(valid);
        match (valid, slip) {
            _ if end.is_some_and(|end| self.object && digits_follow(self.bytes, end)) => {
                self.word(start)
            }
            (Some(end), Some(slip)) if slip.end <= end => {
                self.push(Node::new(Kind::Number, start, end));
                end
            }
            (_, Some(slip)) => self.say_slip(start, slip),
            (Some(end), None) => {
                self.push(Node::new(Kind::Number, start, end));
                end
            }
            (None, None) => self.word(start),
        }
    }

    fn say_slip(&mut self, start: usize, slip: Slip) -> usize {
        let here = span(start, slip.end);
        let node = self.next_value(Kind::String);
        let (kind, text, written) = match slip.meaning {
            Meaning::Number(number) => (Kind::Number, number.clone(), number),
            Meaning::Text(text) => {
                let written = quoted(&text);
                (Kind::String, text, written)
            }
            Meaning::Unclear => {
                self.findings
                    .error_at(Code::J007, here, Detail::None, None, node);
                self.push(Node::new(Kind::Broken, start, slip.end));
                return slip.end;
            }
        };
        let fix = replace(
            format!("Écrire `{written}`"),
            Safety::AConfirmer,
            here,
            written.clone(),
        );
        self.findings
            .error_at(Code::J007, here, Detail::Text(written), fix, node);
        self.push_meant(kind, start, slip.end, text);
        slip.end
    }
}

/// More digits on the same line: a telephone number without its quotes.
fn digits_follow(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    blanks > 0 && rest.get(blanks).is_some_and(u8::is_ascii_digit)
}

/// A number as people write it, and what they mean by it.
struct Slip {
    meaning: Meaning,
    end: usize,
}

/// What separates two groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    Point,
    Space,
}

impl Slip {
    /// The longest number, in a wide sense, at `start`.
    fn read(parser: &Parser<'_>, start: usize) -> Option<Self> {
        let bytes = parser.bytes;
        let encoding = parser.tree.encoding;
        let in_array = !parser.object && parser.depth() > 0;

        let sign = match byte_at(bytes, start) {
            sign @ (b'-' | b'+') => Some(sign),
            _ => None,
        };
        let mut at = start + usize::from(sign.is_some());
        let mut groups = vec![&bytes[at..digits_end(bytes, at)]];
        let mut separators = Vec::new();
        at += groups[0].len();
        while let Some((separator, width)) = separator(bytes, at, parser) {
            let from = at + width;
            let group = &bytes[from..digits_end(bytes, from)];
            let previous = groups[groups.len() - 1];
            let leads_on = match separator {
                // In an array a comma is between two elements, if what follows can be one.
                Separator::Comma => !in_array || group.len() > 1 && group[0] == b'0',
                Separator::Point => true,
                Separator::Space => {
                    group.len() == 3
                        && matches!(previous.len(), 1..=3)
                        && !separators.contains(&Separator::Point)
                }
            };
            if group.is_empty() || !leads_on || groups.len() > 8 {
                break;
            }
            groups.push(group);
            separators.push(separator);
            at = from + group.len();
        }
        // Two elements of an array without their comma, rather than one number.
        let plain_spaces = separators
            .iter()
            .all(|&separator| separator == Separator::Space)
            && groups.iter().skip(1).all(|group| group[0] != b'0');
        let mut currency = false;
        let mut exponent = "";
        if byte_at(bytes, at) == b'.' && separators.is_empty() && !groups[0].is_empty() {
            at += 1;
        }
        if groups.iter().all(|group| group.is_empty()) {
            return None;
        }
        if matches!(byte_at(bytes, at), b'e' | b'E') {
            let from = at + 1 + usize::from(matches!(byte_at(bytes, at + 1), b'+' | b'-'));
            let end = digits_end(bytes, from);
            if end > from {
                exponent = std::str::from_utf8(&bytes[at..end]).ok()?;
                at = end;
            }
        }
        if let Some(end) = currency_end(parser, at) {
            currency = true;
            at = end;
        }
        if super::word::goes_on_at(bytes, at, encoding) {
            return None;
        }
        if in_array && plain_spaces && !separators.is_empty() && !currency {
            return None;
        }
        Some(Self {
            meaning: meaning(sign, &groups, &separators, exponent, currency),
            end: at,
        })
    }
}

/// The separator at `at`, and its length.
fn separator(bytes: &[u8], at: usize, parser: &Parser<'_>) -> Option<(Separator, usize)> {
    let (found, width) = character(bytes.get(at..)?, parser.tree.encoding)?;
    let separator = match found {
        ',' => Separator::Comma,
        '.' => Separator::Point,
        ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' => Separator::Space,
        _ => return None,
    };
    Some((separator, width))
}

/// The end of "€" or "EUR" written at `at`, after spaces or not.
fn currency_end(parser: &Parser<'_>, mut at: usize) -> Option<usize> {
    let bytes = parser.bytes;
    while let Some((Separator::Space, width)) = separator(bytes, at, parser) {
        at += width;
    }
    let rest = bytes.get(at..)?;
    if let Some(('€', width)) = character(rest, parser.tree.encoding) {
        return Some(at + width);
    }
    ["euros", "euro", "eur"]
        .iter()
        .find(|name| {
            rest.get(..name.len())
                .is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
        })
        .map(|name| at + name.len())
}

fn meaning(
    sign: Option<u8>,
    groups: &[&[u8]],
    separators: &[Separator],
    exponent: &str,
    currency: bool,
) -> Meaning {
    let joined = |groups: &[&[u8]]| String::from_utf8_lossy(&groups.concat()).into_owned();
    let first = groups[0];
    if separators.is_empty() && exponent.is_empty() && !currency {
        let identifier = match sign {
            None => first.len() > 1 && first[0] == b'0',
            Some(b'+') => first.len() >= 9,
            Some(_) => false,
        };
        if identifier {
            let sign = if sign.is_some() { "+" } else { "" };
            return Meaning::Text(format!("{sign}{}", joined(groups)));
        }
    }
    let thousands = |groups: &[&[u8]]| {
        matches!(groups[0].len(), 1..=3) && groups[1..].iter().all(|group| group.len() == 3)
    };
    let alike = |separators: &[Separator]| separators.windows(2).all(|pair| pair[0] == pair[1]);
    let (integer, fraction) = match separators {
        [] => (joined(groups), String::new()),
        [Separator::Comma] if thousands(groups) && first != b"0" => return Meaning::Unclear,
        [Separator::Comma | Separator::Point] => (joined(&groups[..1]), joined(&groups[1..])),
        all if alike(all) && thousands(groups) => (joined(groups), String::new()),
        [before @ .., last @ (Separator::Comma | Separator::Point)]
            if alike(before)
                && !before.contains(last)
                && thousands(&groups[..before.len() + 1]) =>
        {
            (
                joined(&groups[..before.len() + 1]),
                joined(&groups[before.len() + 1..]),
            )
        }
        _ => return Meaning::Unclear,
    };
    let integer = match integer.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let minus = if sign == Some(b'-') { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Meaning::Number(format!("{minus}{integer}{point}{fraction}{exponent}"))
}
