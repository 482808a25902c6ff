//! A file read with some of its bytes replaced, and told as if it were not.

use super::layout::Repair;
use super::tree::{Node, Written};
use super::{Kind, NodeId, Parsed, Tree};
use crate::catalog::Code;
use crate::diag::{Control, Detail, Diagnostic, Edit, Fix, Related, Safety, Severity, apply};
use crate::order::sort_by_number;
use crate::text::Span;

/// Reads `bytes` as `repairs` make them, and says these.
#[cold]
#[inline(never)]
pub(super) fn read(bytes: &[u8], repairs: Vec<Repair>) -> Parsed {
    let edits: Vec<Edit> = repairs
        .iter()
        .flat_map(|repair| repair.edits.clone())
        .collect();
    let places = Places::new(&edits);
    let meant = apply(bytes, &edits);
    let mut parsed = super::read(&meant, super::text(&meant));
    places.move_tree(&mut parsed.tree, &meant);
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
    sort_by_number(&mut parsed.diagnostics, |diagnostic| diagnostic.span.start);
    parsed
}

/// True when `after`, the tree once these edits are made, has the values of `tree` in their places.
pub(super) fn is_same(tree: &Tree, after: &Tree, edits: &[Edit]) -> bool {
    let places = Places::new(edits);
    let same = |(at, (one, two)): (usize, (&Node, &Node))| {
        one.kind() == two.kind()
            && one.next(at) == two.next(at)
            && one.span() == places.span(two.span())
    };
    let nodes = tree.nodes.iter().zip(&after.nodes);
    tree.nodes.len() == after.nodes.len() && nodes.enumerate().all(same)
}

fn said(repair: Repair) -> Diagnostic {
    let (severity, control) = (Severity::Erreur, Some(Control::Fichier));
    let mut said = Diagnostic::new(Code::J001, severity, control, repair.span)
        .detail(Detail::Word(repair.what));
    said.related.extend(repair.unclosed.map(|span| Related {
        file: None,
        entry: None,
        span,
        message: "Ce qui s'ouvre ici n'est pas fermé.".into(),
    }));
    said.fix = repair.title.map(|title| {
        Box::new(Fix {
            title,
            safety: Safety::AConfirmer,
            edits: repair.edits,
            rename: None,
        })
    });
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

    /// Puts the values of the bytes as `meant` where they are in the file; those that it does not have there keep their texts.
    fn move_tree(&self, tree: &mut Tree, meant: &[u8]) {
        for at in 0..tree.nodes.len() {
            let (node, id) = (tree.nodes[at], NodeId(at as u32));
            let text = match node.kind() {
                Kind::String | Kind::Key => tree.text(meant, id),
                Kind::Number => tree.number(meant, id),
                _ => "".into(),
            };
            let span = self.span(node.span());
            let is_lost = span.len() != node.span().len() && !text.is_empty();
            let lost = is_lost.then(|| text.into_owned().into_boxed_str());
            let node = &mut tree.nodes[at];
            (node.start, node.end) = (span.start, span.end);
            if let Some(text) = lost {
                *node = node.written(Written::Meant(tree.meant.len() as u32));
                tree.meant.push(text);
            }
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
