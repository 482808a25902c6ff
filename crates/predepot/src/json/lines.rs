//! Two neighbouring lines of which one stands in the other's place, or twice.

use super::findings::span;
use super::layout::Repair;
use super::scan::{byte_at, is_blank, skip_blank};
use super::{Parsed, repaired};
use crate::diag::Edit;
use crate::order::sort_by_number;
use crate::text::Span;

/// Reads the file with two lines put right, when that leaves less to say: near the first finding, as what a line out of its place
/// does is seen there.
#[cold]
#[inline(never)]
pub(super) fn read(bytes: &[u8], found: &Parsed) -> Option<Parsed> {
    let place = found.diagnostics.first()?.span.start as usize;
    let first = line_start(bytes, line_start(bytes, place).saturating_sub(1));
    let starts = std::iter::successors(Some(first), |&line| line_end(bytes, line));
    let starts: Vec<usize> = starts.take(5).collect();
    let neighbours = || {
        starts
            .windows(3)
            .map(|lines| (lines[0], lines[1], lines[2]))
    };
    let mut twice = neighbours().filter_map(|lines| written_twice(bytes, lines));
    let commas = neighbours().filter_map(|lines| comma_too_low(bytes, lines));
    let swapped = neighbours().filter_map(|lines| swapped(bytes, lines));
    let (with_texts, with_brace): (Vec<_>, Vec<_>) = swapped.partition(|pair| pair.both_have_texts);
    // A brace alone is the likelier to be out of its place.
    let swapped = with_brace.into_iter().chain(with_texts);
    let mut others = commas.chain(swapped.map(|pair| pair.repair));
    let count = found.diagnostics.len();
    let stops = super::stops(found);
    let reread = |repair, most| {
        let repaired = repaired::read(bytes, vec![repair]);
        let reads_as_far = stops || !super::stops(&repaired);
        (repaired.diagnostics.len() <= most && reads_as_far).then_some(repaired)
    };
    let twice = twice.find_map(|repair| reread(repair, count));
    if twice.is_some() || count == 1 && !stops {
        // One finding may well be what it says.
        return twice;
    }
    others.find_map(|repair| {
        let repaired = reread(repair, count)?;
        let is_less = repaired.diagnostics.len() < count || stops && !super::stops(&repaired);
        is_less.then_some(repaired)
    })
}

/// A member, the last of its object, that stands on two lines.
fn written_twice(bytes: &[u8], (first, second, end): (usize, usize, usize)) -> Option<Repair> {
    let line = &bytes[second..end];
    let is_member = crate::bytes::find(line, b"\":").is_some();
    let is_twice = bytes[first..second].trim_ascii() == line.trim_ascii();
    (is_member && is_twice && ends(bytes, first, second)).then(|| Repair {
        span: content(bytes, second, end),
        edits: vec![remove(second, end)],
        what: "cette ligne est écrite deux fois",
        title: Some("Supprimer cette ligne".into()),
        unclosed: None,
    })
}

/// Two members, the last of their object, whose lines were swapped with their ends.
fn comma_too_low(bytes: &[u8], (first, second, end): (usize, usize, usize)) -> Option<Repair> {
    let upper = content(bytes, first, second);
    let comma = content(bytes, second, end).end as usize;
    let is_last = matches!(byte_at(bytes, skip_blank(bytes, end)), b'}' | b']');
    let is_aligned = column(bytes, first) == column(bytes, second);
    let is_too_low =
        is_last && is_aligned && ends(bytes, first, second) && bytes[..comma].ends_with(b",");
    is_too_low.then(|| Repair {
        span: upper,
        edits: vec![
            Edit {
                span: Span::new(upper.end, upper.end),
                text: ",".into(),
            },
            remove(comma - 1, comma),
        ],
        what: "il manque une virgule à la fin de cette ligne, et il y en a une de trop à la fin de la suivante",
        title: Some("Mettre la virgule à la fin de cette ligne".into()),
        unclosed: None,
    })
}

/// True when a line is neither blank nor goes on.
fn ends(bytes: &[u8], start: usize, end: usize) -> bool {
    let last = bytes[start..end].trim_ascii_end().last();
    last.is_some_and(|byte| !b",:{[".contains(byte))
}

/// How many blanks a line starts with.
fn column(bytes: &[u8], start: usize) -> usize {
    skip_blank(bytes, start) - start
}

fn remove(start: usize, end: usize) -> Edit {
    Edit {
        span: span(start, end),
        text: String::new(),
    }
}

/// A line without the blanks around.
fn content(bytes: &[u8], start: usize, end: usize) -> Span {
    let line = &bytes[start..end];
    let blanks = line.len() - line.trim_ascii_start().len();
    span(
        start + blanks,
        start + line.trim_ascii_end().len().max(blanks),
    )
}

/// Two lines to be put in their order.
struct Pair {
    repair: Repair,
    both_have_texts: bool,
}

/// The repair that puts the line that starts at `second`, just after the one at `first`, before it. Only lines that open or close
/// something: the others may well be in any order.
fn swapped(bytes: &[u8], (first, second, end): (usize, usize, usize)) -> Option<Pair> {
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
    let mut edits = vec![put, remove(moved.start, moved.end)];
    sort_by_number(&mut edits, |edit| edit.span.start);
    let repair = Repair {
        span: content(bytes, first, second),
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
