//! Two lines of which each stands in the other's place.

use super::findings::span;
use super::layout::Repair;
use super::scan::is_blank;
use super::{Parsed, repaired};
use crate::diag::Edit;

/// Reads the file with two lines put in their order, when that leaves less to say: near the first finding, as what a line out of its place
/// does is seen there.
#[cold]
#[inline(never)]
pub(super) fn read(bytes: &[u8], found: &Parsed) -> Option<Parsed> {
    let place = found.diagnostics.first()?.span.start as usize;
    let first = line_start(bytes, line_start(bytes, place).saturating_sub(1));
    let starts = std::iter::successors(Some(first), |&line| line_end(bytes, line));
    let starts: Vec<usize> = starts.take(4).collect();
    let pairs = starts
        .windows(2)
        .filter_map(|pair| repair(bytes, pair[0], pair[1]));
    let (with_texts, with_brace): (Vec<_>, Vec<_>) = pairs.partition(|pair| pair.both_have_texts);
    // A brace alone is the likelier to be out of its place.
    with_brace.into_iter().chain(with_texts).find_map(|pair| {
        let repaired = repaired::read(bytes, vec![pair.repair]);
        let is_less = repaired.diagnostics.len() < found.diagnostics.len();
        (is_less && super::reads_as_far(&repaired, found)).then_some(repaired)
    })
}

/// Two lines to be put in their order.
struct Pair {
    repair: Repair,
    both_have_texts: bool,
}

/// The repair that puts the line that starts at `second`, just after the one at `first`, before it. Only lines that open or close
/// something: the others may well be in any order.
fn repair(bytes: &[u8], first: usize, second: usize) -> Option<Pair> {
    let end = line_end(bytes, second)?;
    let (upper, lower) = (&bytes[first..second], &bytes[second..end]);
    let is_indented = [upper, lower].iter().any(|line| is_blank(line[0]));
    if !is_indented || !has_brace(upper) && !has_brace(lower) {
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
    let repair = Repair {
        span: span(
            first + blanks,
            first + upper.trim_ascii_end().len().max(blanks),
        ),
        edits,
        what: "cette ligne et la suivante sont interverties",
        title: Some("Intervertir ces deux lignes".into()),
        unclosed: None,
    };
    Some(Pair {
        repair,
        both_have_texts: has_text(upper) && has_text(lower),
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
