//! Two lines of which each stands in the other's place.

use super::findings::span;
use super::layout::Repair;
use super::{Parsed, repaired};
use crate::diag::Edit;

/// Reads the file with two lines put in their order, when that leaves less to say: near the first finding, as what a line out of its place
/// does is seen there.
#[cold]
#[inline(never)]
pub(super) fn read(bytes: &[u8], found: &Parsed) -> Option<Parsed> {
    let place = found.diagnostics.first()?.span.start as usize;
    let from = line_start(bytes, line_start(bytes, place).saturating_sub(1));
    let mut first = from;
    for _ in 0..3 {
        let second = line_end(bytes, first)?;
        if let Some(repair) = repair(bytes, first, second) {
            let repaired = repaired::read(bytes, vec![repair]);
            if repaired.diagnostics.len() < found.diagnostics.len() {
                return Some(repaired);
            }
        }
        first = second;
    }
    None
}

/// The repair that puts the line that starts at `second`, just after the one at `first`, before it. Only lines that open or close
/// something: the others may well be in any order.
fn repair(bytes: &[u8], first: usize, second: usize) -> Option<Repair> {
    let end = line_end(bytes, second)?;
    let (upper, lower) = (&bytes[first..second], &bytes[second..end]);
    if !has_brace(upper) && !has_brace(lower) {
        return None;
    }
    // The one that moves is, if possible, the one that has no value.
    let (moved, place) = if has_text(lower) && !has_text(upper) {
        (first..second, end)
    } else {
        (second..end, first)
    };
    let put = Edit {
        span: span(place, place),
        text: std::str::from_utf8(&bytes[moved.clone()]).ok()?.to_owned(),
    };
    let taken = Edit {
        span: span(moved.start, moved.end),
        text: String::new(),
    };
    let mut edits = vec![put, taken];
    edits.sort_by_key(|edit| edit.span.start);
    let blanks = upper.len() - upper.trim_ascii_start().len();
    Some(Repair {
        span: span(
            first + blanks,
            first + upper.trim_ascii_end().len().max(blanks),
        ),
        edits,
        what: "cette ligne et la suivante sont interverties",
        title: Some("Intervertir ces deux lignes".into()),
        unclosed: None,
    })
}

fn has_brace(line: &[u8]) -> bool {
    line.iter().any(|byte| b"{}[]".contains(byte))
}

fn has_text(line: &[u8]) -> bool {
    line.contains(&b'"')
}

/// Where the line of `at` starts.
fn line_start(bytes: &[u8], at: usize) -> usize {
    memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1)
}

/// Where the next line starts.
fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    memchr::memchr(b'\n', &bytes[at..]).map(|length| at + length + 1)
}
