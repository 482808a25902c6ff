//! A file read with some of its bytes replaced, and told as if it were not.

use super::Parsed;
use super::findings::replace;
use super::layout::Repair;
use crate::catalog::Code;
use crate::diag::{Control, Detail, Diagnostic, Edit, Related, Safety, Severity, apply};
use crate::text::Span;

/// Reads `bytes` as `repairs` make them, and says these.
#[cold]
#[inline(never)]
pub(super) fn read(bytes: &[u8], repairs: Vec<Repair>) -> Parsed {
    let edits: Vec<Edit> = repairs.iter().map(|repair| repair.edit.clone()).collect();
    let places = Places::new(&edits);
    let mut parsed = super::read(&apply(bytes, &edits));
    for node in &mut parsed.tree.nodes {
        let span = places.span(node.span());
        (node.start, node.end) = (span.start, span.end);
    }
    for diagnostic in &mut parsed.diagnostics {
        diagnostic.span = places.span(diagnostic.span);
        for related in &mut diagnostic.related {
            related.span = places.span(related.span);
        }
        for edit in diagnostic.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = places.span(edit.span);
        }
    }
    parsed.diagnostics.extend(repairs.into_iter().map(said));
    parsed
        .diagnostics
        .sort_by_key(|diagnostic| diagnostic.span.start);
    parsed
}

fn said(repair: Repair) -> Diagnostic {
    let Edit { span, text } = repair.edit;
    let mut said = Diagnostic::new(
        Code::J001,
        Severity::Erreur,
        Some(Control::Fichier),
        Span::new(span.start, span.end.max(span.start)),
    )
    .detail(Detail::Word(repair.what));
    said.related.extend(repair.unclosed.map(|span| Related {
        file: None,
        span,
        message: "Ce qui s'ouvre ici n'est pas fermé.".into(),
    }));
    said.fix = repair
        .title
        .and_then(|title| replace(title, Safety::AConfirmer, span, text))
        .map(Box::new);
    said
}

/// From the places of the repaired bytes to those of the file.
struct Places {
    /// For each edit: where its text starts and ends in the repaired bytes, and what it replaces in the file.
    edits: Vec<(Span, Span)>,
}

impl Places {
    fn new(edits: &[Edit]) -> Self {
        let mut moved = 0_i64;
        let place = |edit: &Edit| {
            let start = (i64::from(edit.span.start) + moved) as u32;
            let end = start + edit.text.len() as u32;
            moved += edit.text.len() as i64 - i64::from(edit.span.len());
            (Span::new(start, end), edit.span)
        };
        Self {
            edits: edits.iter().map(place).collect(),
        }
    }

    /// What lies between two removals starts after the first and ends before the second.
    fn span(&self, span: Span) -> Span {
        let end = self.place(span.end, |written| written.start < span.end);
        let start = if span.is_empty() {
            end
        } else {
            self.place(span.start, |written| written.end <= span.start)
        };
        Span::new(start.min(end), end)
    }

    /// Where `at` is in the file, when the edits for which `before` holds, by what they wrote, are before it.
    fn place(&self, at: u32, before: impl Fn(Span) -> bool) -> u32 {
        let count = self.edits.partition_point(|&(written, _)| before(written));
        let Some(&(written, replaced)) = count.checked_sub(1).and_then(|last| self.edits.get(last))
        else {
            return self
                .edits
                .get(count)
                .map_or(at, |&(_, replaced)| at.min(replaced.start));
        };
        let past = at.saturating_sub(written.end);
        let place = if at < written.end {
            replaced.start
        } else {
            replaced.end + past
        };
        // Inside what the next edit wrote.
        self.edits
            .get(count)
            .map_or(place, |&(_, next)| place.min(next.start))
    }
}
