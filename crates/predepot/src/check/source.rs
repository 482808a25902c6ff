//! The bytes of a file with its tree: what the checks read values through.

use std::borrow::Cow;

use crate::diag::Edit;
use crate::json::{self, Kind, NodeId, Tree};
use crate::text::{Span, same};

/// The bytes of a file and its tree.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) tree: &'a Tree,
    /// The bytes as text, when they are UTF-8: found out once, so that a value's text is only cut out.
    utf8: Option<&'a str>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(bytes: &'a [u8], tree: &'a Tree) -> Self {
        Self::known(bytes, json::text(bytes), tree)
    }
    /// The same, with [`json::text`] already asked of `bytes`.
    pub(super) fn known(bytes: &'a [u8], utf8: Option<&'a str>, tree: &'a Tree) -> Self {
        Self { bytes, tree, utf8 }
    }
    #[inline]
    pub(super) fn kind(self, node: NodeId) -> Kind {
        self.tree.kind(node)
    }
    #[inline]
    pub(crate) fn span(self, node: NodeId) -> Span {
        self.tree.span(node)
    }
    /// The text of a string, key or number, when it is written without escapes, and as JSON asks.
    #[inline(always)]
    pub(super) fn plain(self, node: NodeId) -> Option<&'a str> {
        let Span { start, end } = self.tree.plain(node)?;
        self.utf8?.get(start as usize..end as usize)
    }
    /// The same as bytes.
    #[inline(always)]
    pub(super) fn plain_bytes(self, node: NodeId) -> Option<&'a [u8]> {
        let Span { start, end } = self.tree.plain(node)?;
        self.utf8?.as_bytes().get(start as usize..end as usize)
    }
    /// [`Tree::take_in_order`]; nothing when the file is not UTF-8.
    #[inline(always)]
    pub(super) fn take_in_order<'r, R>(
        self,
        object: NodeId,
        rows: impl Iterator<Item = (&'r str, R)>,
        take: impl FnMut(R, NodeId),
    ) -> NodeId {
        match self.utf8 {
            Some(text) => self.tree.take_in_order(text.as_bytes(), object, rows, take),
            None => NodeId(object.0 + 1),
        }
    }
    #[inline(never)]
    pub(super) fn text(self, node: NodeId) -> Cow<'a, str> {
        match self.plain(node) {
            Some(text) => text.into(),
            None => self.tree.text(self.bytes, node),
        }
    }
    #[inline]
    pub(super) fn is(self, node: NodeId, text: &str) -> bool {
        // Most are of another length: those are not read.
        match (self.tree.plain(node), self.utf8) {
            (Some(span), Some(_)) => {
                span.len() as usize == text.len() && same(span.of(self.bytes), text.as_bytes())
            }
            _ => self.tree.text_is(self.bytes, node, text),
        }
    }
    /// A number as written or as meant.
    pub(super) fn number(self, node: NodeId) -> Cow<'a, str> {
        match self.plain(node) {
            Some(text) => text.into(),
            None => self.tree.number(self.bytes, node),
        }
    }
    /// The text of a string; `None` for another kind.
    pub(super) fn string(self, node: NodeId) -> Option<Cow<'a, str>> {
        (self.kind(node) == Kind::String).then(|| self.text(node))
    }
    /// The opening brace of an object.
    pub(super) fn brace(self, object: NodeId) -> Span {
        let start = self.span(object).start;
        Span::new(start, start + 1)
    }
    /// True when the brace that opens an object is in the file, so that a member can be written after it.
    pub(super) fn has_brace(self, object: NodeId) -> bool {
        self.brace(object).of(self.bytes) == b"{"
    }
    /// True when an object or array stands between its own brackets. When a mistake of writing took one of them, what is in it and what is
    /// around it are mixed up: what seems missing may only be elsewhere.
    pub(super) fn is_whole(self, node: NodeId) -> bool {
        let span = self.span(node);
        let (opening, closing, last) = match self.kind(node) {
            Kind::Object => (
                b'{',
                b'}',
                self.tree.members(node).last().map(|(_, value)| value),
            ),
            _ => (b'[', b']', self.tree.elements(node).last()),
        };
        let bytes = span.of(self.bytes);
        bytes.first() == Some(&opening)
            && bytes.last() == Some(&closing)
            && last.is_none_or(|last| self.span(last).end < span.end)
    }
    /// The value of a key of an object, the last one when there are several.
    pub(crate) fn member(self, object: NodeId, key: &str) -> Option<NodeId> {
        self.tree
            .members(object)
            .filter(|&(name, _)| self.is(name, key))
            .last()
            .map(|(_, value)| value)
    }
    /// The members of the object that holds `value`: `object` itself or, inside it, one that wraps the value.
    pub(super) fn siblings(self, object: NodeId, value: NodeId) -> Vec<(NodeId, NodeId)> {
        let mut at = object;
        loop {
            let members: Vec<(NodeId, NodeId)> = self.tree.members(at).collect();
            let around = members
                .iter()
                .find(|&&(_, member)| member < value && value < self.tree.next(member));
            match around {
                Some(&(_, wrapper)) => at = wrapper,
                None => return members,
            }
        }
    }
}

/// The key of a member's value: keys stand just before their values in the tree.
pub(super) fn key_of(value: NodeId) -> NodeId {
    NodeId(value.0 - 1)
}

/// The edit that writes a member at the start of an object, in the manner of the member that follows.
pub(crate) fn insertion(source: Source<'_>, object: NodeId, member: &str) -> Edit {
    let at = source.brace(object).end;
    let text = match source.tree.members(object).next() {
        Some((next, _)) => {
            let space =
                String::from_utf8_lossy(Span::new(at, source.span(next).start).of(source.bytes))
                    .into_owned();
            let blank = space.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
            format!(
                "{}{member},{}",
                if blank { &space } else { "" },
                if space.is_empty() { "" } else { " " }
            )
        }
        None => member.to_owned(),
    };
    let text = if text.ends_with(", ") && text.starts_with(['\r', '\n']) {
        text.trim_end().to_owned()
    } else {
        text
    };
    Edit {
        span: Span::new(at, at),
        text,
    }
}
