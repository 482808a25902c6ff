//! What is found while reading.

use crate::catalog::Code;
use crate::diag::{Control, Detail, Diagnostic, Edit, Fix, Safety, Severity};
use crate::json::NodeId;
use crate::text::{Encoding, Span};

/// A file with more mistakes than this in its writing is no JSON with mistakes: the rest is read, not commented.
pub(super) const MOST: usize = 1_000;

/// The diagnostics of a file, as they come.
#[derive(Default)]
pub(super) struct Findings {
    list: Vec<Diagnostic>,
    pub(super) encoding: Encoding,
    /// What stands on the line after the end found for a string without a closing quote: until there is one, a change there
    /// changes the string.
    pub(super) unclosed: Span,
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
        let fix = fix
            .filter(|fix| code == Code::J011 || self.is_sound(fix))
            .map(Box::new);
        let (severity, control) = (Severity::Erreur, Some(Control::Fichier));
        self.push(Diagnostic {
            code,
            severity,
            control,
            span,
            node,
            row: None,
            detail,
            related: Vec::new(),
            fix,
        });
    }

    /// True when applying the fix alone does what it says.
    fn is_sound(&self, fix: &Fix) -> bool {
        fix.edits.iter().all(|edit| {
            // The edits are UTF-8: what they add to a file in another encoding must be ASCII.
            let mixes = self.encoding != Encoding::Utf8 && !edit.text.is_ascii();
            let unclosed = self.unclosed.start <= edit.span.start
                && edit.span.start <= self.unclosed.end
                && self.unclosed.end > 0;
            !mixes && !unclosed
        })
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
        self.list.sort_by_key(|diagnostic| diagnostic.span.start);
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

/// A fix that removes.
pub(super) fn remove(title: impl Into<String>, safety: Safety, span: Span) -> Option<Fix> {
    replace(title, safety, span, "")
}

/// The span of two offsets.
pub(super) const fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}
