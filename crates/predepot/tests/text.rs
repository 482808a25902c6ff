//! Lines and columns, against a naive count.

#![allow(clippy::unwrap_used)]

use predepot::text::{Encoding, LineCol, LineIndex, Span};
use proptest::prelude::*;

/// Every character's place, counted one by one; the last is the end.
fn naive(text: &str) -> Vec<(usize, LineCol)> {
    let mut places = Vec::new();
    let (mut line, mut column) = (1, 1);
    for (offset, character) in text.char_indices() {
        places.push((offset, LineCol { line, column }));
        let crlf = character == '\r' && text[offset + 1..].starts_with('\n');
        if character == '\n' || character == '\r' && !crlf {
            (line, column) = (line + 1, 1);
        } else if !(offset == 0 && character == '\u{FEFF}') {
            column += character.len_utf16() as u32;
        }
    }
    places.push((text.len(), LineCol { line, column }));
    places
}

#[track_caller]
fn check(text: &str) {
    let index = LineIndex::new(text.as_bytes(), Encoding::Utf8);
    let places = naive(text);
    for &(offset, place) in &places {
        assert_eq!(index.place(offset as u32), place, "at {offset}");
    }
    let lines: Vec<&str> = text
        .split('\n')
        .flat_map(|line| {
            line.strip_suffix('\r')
                .map_or(line, |line| line)
                .split('\r')
        })
        .collect();
    // A lone CR at the very end of the file is a line end too, but `split` above takes it for half of a CRLF.
    let expected = places.last().unwrap().1.line;
    assert_eq!(index.lines(), expected);
    let mut start = 0;
    for line in 1..=expected {
        let span = index.line(line);
        assert_eq!(index.place(span.start).line, line);
        assert_eq!(index.place(span.start).column, 1);
        assert!(!span.of(text.as_bytes()).contains(&b'\n'));
        assert!(span.start >= start);
        start = span.end;
        if let Some(naive) = lines
            .get(line as usize - 1)
            .filter(|_| !text.ends_with('\r'))
        {
            assert_eq!(span.of(text.as_bytes()), naive.as_bytes(), "line {line}");
        }
    }
    assert_eq!(
        index.line(0),
        Span::new(text.len() as u32, text.len() as u32)
    );
    assert!(index.line(expected + 1).is_empty());
}

#[test]
fn small_texts() {
    for text in [
        "",
        "a",
        "\n",
        "\r",
        "\r\n",
        "a\r\nb\rc\nd",
        "\n\r",
        "é😀x",
        "\u{FEFF}",
        "\u{FEFF}a\nb",
        "a\u{FEFF}b",
    ] {
        check(text);
    }
}

#[test]
fn inside_a_character_and_past_the_end() {
    let text = "a😀b";
    let index = LineIndex::new(text.as_bytes(), Encoding::Utf8);
    assert_eq!(index.place(3), LineCol { line: 1, column: 2 });
    assert_eq!(index.place(5), LineCol { line: 1, column: 4 });
    assert_eq!(index.place(99), LineCol { line: 1, column: 5 });
}

#[test]
fn a_text_that_starts_inside_a_character() {
    let index = LineIndex::new(b"\x98\x80b", Encoding::Utf8);
    assert_eq!(index.place(0), LineCol { line: 1, column: 1 });
    assert_eq!(index.place(1), LineCol { line: 1, column: 1 });
}

#[test]
fn one_unit_a_byte_in_windows_1252() {
    let index = LineIndex::new(b"\xE9\xE8\n\xC3\xA9x", Encoding::Windows1252);
    assert_eq!(index.place(1), LineCol { line: 1, column: 2 });
    assert_eq!(index.place(5), LineCol { line: 2, column: 3 });
}

#[test]
fn line_ends_across_checkpoints() {
    for length in 2040..2056 {
        for end in ["\n", "\r\n", "\r"] {
            check(&format!("{}{end}é{end}x", "a".repeat(length)));
        }
    }
}

#[test]
fn one_line_of_ten_megabytes() {
    let text = "é".repeat(5_000_000);
    let index = LineIndex::new(text.as_bytes(), Encoding::Utf8);
    for offset in (0..10_000_000).step_by(9973) {
        assert_eq!(
            index.place(offset),
            LineCol {
                line: 1,
                column: offset / 2 + 1
            }
        );
    }
    assert_eq!(index.line(1), Span::new(0, 10_000_000));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(50) })]

    #[test]
    fn any_text(text in "[a-c \\n\\ré€😀\u{FEFF}]{0,60}", times in 1..120usize) {
        check(&text.repeat(times));
    }
}
