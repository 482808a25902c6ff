//! One line of a file with a part of it underlined, cut to fit a screen, in the manner of rustc.
//!
//! The crate `annotate-snippets` counts lines and columns itself, from a text: here the columns are UTF-16 code units, the
//! bytes may not be UTF-8, and a line may have millions of characters of which only those shown should be read.

use std::io::{self, Write};

use anstyle::Style;
use predepot::text::{BOM, Encoding, LineIndex, Span};
use unicode_width::UnicodeWidthChar;

/// The columns of a line that are shown.
const MOST: usize = 110;
/// The columns kept before what is underlined, in a line that is cut.
const BEFORE: usize = 30;

/// A file to show lines of.
pub(crate) struct Source<'a> {
    /// Its path.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    /// How they read.
    pub(crate) encoding: Encoding,
    /// Its lines.
    pub(crate) lines: LineIndex<'a>,
}

/// A place of a file, ready to be shown.
pub(crate) struct Frame<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    before: String,
    marked: String,
    after: String,
}

impl Source<'_> {
    /// The place of a span: its first line, underlined up to its end.
    pub(crate) fn frame(&self, span: Span) -> Frame<'_> {
        let place = self.lines.place(span.start);
        let line = self.lines.line(place.line);
        let start = span.start.clamp(line.start, line.end);
        let end = span.end.clamp(start, line.end);
        // No character has more than four bytes, nor (but for a few that cannot be seen) less than one column.
        let reach = 4 * MOST as u32;
        let skipped = if line.start == 0 && self.bytes.starts_with(BOM) {
            start.min(BOM.len() as u32)
        } else {
            line.start
        };
        let from = self.character(start.saturating_sub(reach).max(skipped));
        let to = self.character(start.saturating_add(reach).min(line.end));
        let before = self.text(Span::new(from.min(start), start));
        let marked = self.text(Span::new(start, end.min(to.max(start))));
        let after = self.text(Span::new(end.min(to.max(start)), to.max(start)));
        let mut frame = Frame {
            path: &self.path,
            line: place.line,
            column: place.column,
            before,
            marked,
            after,
        };
        let is_whole = from == skipped && to == line.end;
        if !is_whole || width(&frame.before) + width(&frame.marked) + width(&frame.after) > MOST {
            frame.cut(from > skipped, to < line.end);
        }
        frame
    }

    /// The start of the character that an offset is in.
    fn character(&self, mut offset: u32) -> u32 {
        let is_inside = |at: u32| {
            self.bytes
                .get(at as usize)
                .is_some_and(|byte| byte & 0xC0 == 0x80)
        };
        while self.encoding == Encoding::Utf8 && offset > 0 && is_inside(offset) {
            offset -= 1;
        }
        offset
    }

    /// As shown: tabs as four spaces, what cannot be seen or would turn the line around as a replacement character.
    fn text(&self, span: Span) -> String {
        let bytes = span.of(self.bytes);
        let text = match self.encoding {
            Encoding::Utf8 => String::from_utf8_lossy(bytes),
            _ => bytes.iter().map(|&byte| char::from(byte)).collect(),
        };
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\t' => shown.push_str("    "),
                c => shown.push(visible(c)),
            }
        }
        shown
    }
}

impl<'a> Frame<'a> {
    /// The digits of its line number.
    pub(crate) fn digits(&self) -> usize {
        self.line.to_string().len()
    }

    /// Writes its place, then its line over what is underlined, and a few words after.
    pub(crate) fn write(
        &self,
        out: &mut impl Write,
        arrow: &str,
        digits: usize,
        mark: char,
        style: Style,
        label: &str,
    ) -> io::Result<()> {
        let Self {
            path,
            line,
            column,
            before,
            marked,
            after,
        } = self;
        let g = super::text::GUTTER;
        writeln!(out, "{:digits$}{g}{arrow}{g:#} {path}:{line}:{column}", "")?;
        writeln!(out, "{:digits$} {g}|{g:#}", "")?;
        writeln!(
            out,
            "{g}{line:>digits$} |{g:#} {}",
            format_args!("{before}{marked}{after}")
                .to_string()
                .trim_end()
        )?;
        let marks: String = std::iter::repeat_n(mark, width(marked).max(1)).collect();
        let space = if label.is_empty() { "" } else { " " };
        writeln!(
            out,
            "{:digits$} {g}|{g:#} {:2$}{style}{marks}{space}{label}{style:#}",
            "",
            "",
            width(before)
        )
    }

    /// Keeps what is around the start of the underlined part.
    fn cut(&mut self, more_before: bool, more_after: bool) {
        let kept = last_columns(&self.before, BEFORE);
        let dropped = kept.len() < self.before.len();
        self.before = if dropped || more_before {
            format!("…{kept}")
        } else {
            kept.to_owned()
        };
        let room = MOST - width(&self.before);
        let marked = first_columns(&self.marked, room);
        let is_all_marked = marked.len() == self.marked.len();
        let rest = room - width(marked);
        let after = if is_all_marked {
            first_columns(&self.after, rest)
        } else {
            ""
        };
        let is_cut = more_after || !is_all_marked || after.len() < self.after.len();
        self.marked = marked.to_owned();
        self.after = if is_cut {
            format!("{after}…")
        } else {
            after.to_owned()
        };
    }
}

/// A character that a terminal shows in its place, or its replacement.
pub(crate) fn visible(c: char) -> char {
    match c {
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

fn columns(c: char) -> usize {
    c.width().unwrap_or(1)
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn first_columns(text: &str, most: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|&(_, c)| {
        used += columns(c);
        used > most
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

fn last_columns(text: &str, most: usize) -> &str {
    let mut used = 0;
    let start = text.char_indices().rev().find(|&(_, c)| {
        used += columns(c);
        used > most
    });
    &text[start.map_or(0, |(at, c)| at + c.len_utf8())..]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Underlines `marked` in a file; what is written after the place.
    #[track_caller]
    fn check(text: &str, marked: &str, expected: &str) {
        let start = text.find(marked).unwrap_or(text.len());
        let span = Span::new(start as u32, (start + marked.len()) as u32);
        check_bytes(text.as_bytes(), Encoding::Utf8, span, expected);
    }

    #[track_caller]
    fn check_bytes(bytes: &[u8], encoding: Encoding, span: Span, expected: &str) {
        let source = Source {
            path: "f".to_owned(),
            bytes,
            encoding,
            lines: LineIndex::new(bytes, encoding),
        };
        let mut out = Vec::new();
        let frame = source.frame(span);
        let written = frame.write(&mut out, "-->", 1, '^', Style::new(), "");
        assert!(written.is_ok());
        let out = anstream::adapter::strip_str(&String::from_utf8_lossy(&out)).to_string();
        assert_eq!(out, expected);
    }

    #[test]
    fn a_value_is_underlined() {
        check(
            "{\n  \"a\": 1\n}",
            "1",
            "
 --> f:2:8
  |
2 |   \"a\": 1
  |        ^
"
            .trim_start_matches('\n'),
        );
    }
    #[test]
    fn a_tab_is_four_columns_and_a_wide_character_two() {
        check(
            "\t\"日本\": 1",
            "1",
            "
 --> f:1:8
  |
1 |     \"日本\": 1
  |             ^
"
            .trim_start_matches('\n'),
        );
    }
    #[test]
    fn several_lines_are_underlined_on_the_first() {
        check(
            "{\"a\": {\r\n}}",
            "{\r\n}",
            "
 --> f:1:7
  |
1 | {\"a\": {
  |       ^
"
            .trim_start_matches('\n'),
        );
    }
    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}ICI{}", "a".repeat(5000), "b".repeat(5000));
        let expected = format!(
            " --> f:1:5001\n  |\n1 | …{}ICI{}…\n  | {}^^^\n",
            "a".repeat(30),
            "b".repeat(76),
            " ".repeat(31)
        );
        check(&text, "ICI", &expected);
    }
    #[test]
    fn a_long_value_is_cut() {
        let expected = format!(
            " --> f:1:2\n  |\n1 | [{}…\n  |  {}\n",
            "é".repeat(109),
            "^".repeat(109)
        );
        let long = "é".repeat(3000);
        check(&format!("[{long}]"), &long, &expected);
    }
    #[test]
    fn bytes_that_are_not_utf8_are_shown_as_latin() {
        check_bytes(
            b"[\"\xe9\", 1]",
            Encoding::Windows1252,
            Span::new(6, 7),
            " --> f:1:7\n  |\n1 | [\"é\", 1]\n  |       ^\n",
        );
    }
    #[test]
    fn nothing_can_turn_the_line_around_nor_command_the_terminal() {
        check(
            "[\"\u{202e}\u{1b}[31m\", 2]",
            "2",
            " --> f:1:12\n  |\n1 | [\"\u{fffd}\u{fffd}[31m\", 2]\n  |            ^\n",
        );
    }
    #[test]
    fn the_end_of_the_file_is_underlined_too() {
        check("[1", "absent", " --> f:1:3\n  |\n1 | [1\n  |   ^\n");
    }
    #[test]
    fn a_bom_takes_no_column() {
        check("\u{feff}[1]", "1", " --> f:1:2\n  |\n1 | [1]\n  |  ^\n");
    }
}
