//! What is found while reading.

use crate::catalog::Code;
use crate::diag::{Control, Detail, Diagnostic, Edit, Fix, Safety, Severity};
use crate::json::NodeId;
use crate::order::sort_by_number;
use crate::text::{Encoding, Span};

/// A file with more mistakes than this in its writing is no JSON with mistakes: the rest is read, not commented.
pub(super) const MOST: usize = 1_000;

/// The diagnostics of a file, as they come.
#[derive(Default)]
pub(super) struct Findings {
    list: Vec<Diagnostic>,
    pub(super) encoding: Encoding,
}

impl Findings {
    /// An error of the writing, if there is room.
    pub(super) fn error(&mut self, code: Code, span: Span, detail: Detail, fix: Option<Fix>) {
        self.error_at(code, span, detail, fix, None);
    }

    /// The same, on a value.
    pub(super) fn error_at(
        &mut self,
        code: Code,
        span: Span,
        detail: Detail,
        fix: Option<Fix>,
        node: Option<NodeId>,
    ) {
        // The edits are UTF-8: what they add to a file in another encoding must be ASCII, but for the one that converts it.
        let ascii = |fix: &Fix| fix.edits.iter().all(|edit| edit.text.is_ascii());
        let fix = fix
            .filter(|fix| self.encoding == Encoding::Utf8 || code == Code::J011 || ascii(fix))
            .map(Box::new);
        let (severity, control) = (Severity::Erreur, Some(Control::Fichier));
        self.push(Diagnostic {
            code,
            severity,
            control,
            span,
            node,
            entry: None,
            row: None,
            detail,
            related: Vec::new(),
            fix,
        });
    }

    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        if !self.full() {
            self.list.push(diagnostic);
        }
    }

    /// True when nothing more will be said, so that looking for the cause is useless.
    pub(super) fn full(&self) -> bool {
        self.list.len() >= MOST
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Diagnostic> {
        self.list.last_mut()
    }

    /// When the string that ends at `place` lacks its closing quote, the end of its line is lost: what else is missing there is the same
    /// mistake. It is `rest`, or nothing that can be written.
    pub(super) fn completes_unclosed(&mut self, place: usize, rest: &str) -> bool {
        let last = self.list.last_mut();
        let Some(last) =
            last.filter(|last| last.code == Code::J004 && last.span.end as usize == place)
        else {
            return false;
        };
        last.fix = last.fix.take().filter(|_| !rest.is_empty());
        for edit in last.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.text.push_str(rest);
        }
        true
    }

    /// Follows the nodes `first..end`, before which one is put.
    pub(super) fn move_nodes(&mut self, first: usize, end: usize) {
        for node in self
            .list
            .iter_mut()
            .filter_map(|diagnostic| diagnostic.node.as_mut())
        {
            if (first..end).contains(&(node.0 as usize)) {
                node.0 += 1;
            }
        }
    }

    /// Forgets what was said of the bytes from `offset` on, which are read again.
    pub(super) fn forget_from(&mut self, offset: usize) {
        while self
            .list
            .last()
            .is_some_and(|last| last.span.start as usize >= offset)
        {
            self.list.pop();
        }
    }

    /// All of them, in document order.
    pub(super) fn sorted(mut self) -> Vec<Diagnostic> {
        sort_by_number(&mut self.list, |diagnostic| diagnostic.span.start);
        self.list
    }
}

/// A fix that replaces one span.
pub(super) fn replace(
    title: impl Into<String>,
    safety: Safety,
    span: Span,
    text: impl Into<String>,
) -> Option<Fix> {
    Some(Fix {
        title: title.into(),
        safety,
        edits: vec![Edit {
            span,
            text: text.into(),
        }],
        rename: None,
    })
}

/// A fix that inserts.
pub(super) fn insert(
    title: impl Into<String>,
    safety: Safety,
    at: usize,
    text: impl Into<String>,
) -> Option<Fix> {
    replace(title, safety, span(at, at), text)
}

/// The span of two offsets.
pub(super) const fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}
