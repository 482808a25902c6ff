//! The values of a file, flat, in document order.

use std::borrow::Cow;

use super::string::decoded;
use super::{Kind, NodeId};
use crate::text::{Encoding, Span, same};

/// Twelve bytes: where the node is written, then what it is in four bits and, in the rest, what depends on that:
/// for a container the node after its last; for a leaf how its text is found (see [`Written`]).
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) start: u32,
    pub(super) end: u32,
    tag: u32,
}

/// How the text of a leaf is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// The bytes of the file are the text (between the quotes of a string).
    Plain,
    /// A string with escapes.
    Escaped,
    /// Written otherwise than JSON asks: this entry of [`Tree::meant`].
    Meant(u32),
}

impl Node {
    #[inline(always)]
    pub(super) const fn new(kind: Kind, start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
            tag: kind as u32,
        }
    }

    pub(super) const fn written(self, written: Written) -> Self {
        let payload = match written {
            Written::Plain => 0,
            Written::Escaped => 1,
            Written::Meant(index) => index + 2,
        };
        self.with(payload)
    }

    /// A container whose content ends before node `next`.
    #[inline(always)]
    pub(super) const fn closed(self, end: usize, next: usize) -> Self {
        let closed = self.with(next as u32);
        Self {
            end: end as u32,
            ..closed
        }
    }

    #[inline(always)]
    const fn with(self, payload: u32) -> Self {
        Self {
            tag: payload << 4 | self.tag & 0xF,
            ..self
        }
    }

    /// The same node when one is put before it.
    pub(super) const fn moved(self) -> Self {
        match self.kind() {
            Kind::Array | Kind::Object => self.with(self.payload() + 1),
            _ => self,
        }
    }

    /// The node after this one, which is at `at`, and all that it contains.
    #[inline]
    pub(super) const fn next(self, at: usize) -> usize {
        match self.kind() {
            Kind::Array | Kind::Object => self.payload() as usize,
            _ => at + 1,
        }
    }

    /// The same node as another kind of leaf.
    pub(super) const fn as_kind(self, kind: Kind) -> Self {
        Self {
            tag: self.tag & !0xF | kind as u32,
            ..self
        }
    }

    #[inline(always)]
    pub(super) const fn kind(self) -> Kind {
        Kind::ALL[(self.tag & 0xF) as usize]
    }

    #[inline(always)]
    const fn payload(self) -> u32 {
        self.tag >> 4
    }

    const fn how(self) -> Written {
        match self.payload() {
            0 => Written::Plain,
            1 => Written::Escaped,
            meant => Written::Meant(meant - 2),
        }
    }

    pub(super) const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// In the place of a node that is not there.
const NONE: Node = Node::new(Kind::Broken, 0, 0);

impl Kind {
    /// In the order of the declaration; padded, so that any four bits name one.
    const ALL: [Self; 16] = {
        let mut all = [Self::Broken; 16];
        let named = [
            Self::Null,
            Self::True,
            Self::False,
            Self::Number,
            Self::String,
            Self::Array,
            Self::Object,
            Self::Key,
        ];
        let mut at = 0;
        while at < named.len() {
            all[named[at] as usize] = named[at];
            at += 1;
        }
        all
    };
}

/// The values of a file, in document order, flat.
#[derive(Debug, Default)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    /// The texts of the leaves that are not written as JSON asks.
    pub(super) meant: Vec<Box<str>>,
    pub(super) encoding: Encoding,
    /// How many objects were opened: no fewer than there are.
    pub(super) objects: usize,
}

impl Tree {
    /// The outermost value; `None` when the file has none.
    pub fn root(&self) -> Option<NodeId> {
        (!self.nodes.is_empty()).then_some(NodeId(0))
    }

    /// How many nodes there are: ids go from 0 to this, in document order.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// At least as many objects as there are: more only where some are nested too deep.
    pub(crate) fn objects(&self) -> usize {
        self.objects
    }

    /// True when the file has no value.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    #[inline]
    fn node(&self, id: NodeId) -> Node {
        self.nodes.get(id.0 as usize).copied().unwrap_or(NONE)
    }

    /// What the node is.
    #[inline]
    pub fn kind(&self, id: NodeId) -> Kind {
        self.node(id).kind()
    }

    /// Where the node is written: quotes, braces and brackets included.
    #[inline]
    pub fn span(&self, id: NodeId) -> Span {
        self.node(id).span()
    }

    /// The node after this one and all that it contains.
    #[inline]
    pub fn next(&self, id: NodeId) -> NodeId {
        NodeId(self.node(id).next(id.0 as usize) as u32)
    }

    /// The elements of an array, in order; none for another kind.
    #[inline]
    pub fn elements(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let nodes = self.inside(id, Kind::Array);
        let mut at = id.0 as usize + 1;
        std::iter::from_fn(move || {
            let next = nodes.get(at)?.next(at);
            Some(NodeId(std::mem::replace(&mut at, next) as u32))
        })
    }

    /// The members of an object, in order, duplicates included: key, value; none for another kind.
    #[inline]
    pub fn members(&self, id: NodeId) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        self.members_from(id, NodeId(id.0 + 1))
    }

    /// The same, from this key on.
    #[inline]
    pub(crate) fn members_from(
        &self,
        id: NodeId,
        key: NodeId,
    ) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        let nodes = self.inside(id, Kind::Object);
        let mut key = key.0 as usize;
        std::iter::from_fn(move || {
            let value = key + 1;
            let next = nodes.get(value)?.next(value);
            let key = std::mem::replace(&mut key, next);
            Some((NodeId(key as u32), NodeId(value as u32)))
        })
    }

    /// Gives the values of the first members of an object, as long as their keys are the next of `rows` and written without escapes; `text` is
    /// the file. Gives the key that comes then, if there is one more.
    #[inline(always)]
    pub(crate) fn take_in_order<'a, R>(
        &self,
        text: &[u8],
        id: NodeId,
        rows: impl Iterator<Item = (&'a str, R)>,
        mut take: impl FnMut(R, NodeId),
    ) -> NodeId {
        let nodes = self.inside(id, Kind::Object);
        let mut at = id.0 as usize + 1;
        for (expected, row) in rows {
            let [key, value] = nodes
                .get(at..)
                .and_then(<[Node]>::first_chunk)
                .unwrap_or(&[NONE; 2]);
            let is_plain = key.tag == Kind::Key as u32;
            let written = Span::new(key.start + 1, key.end.wrapping_sub(1));
            if !is_plain || !same(written.of(text), expected.as_bytes()) {
                break;
            }
            take(row, NodeId(at as u32 + 1));
            at = value.next(at + 1);
        }
        NodeId(at as u32)
    }

    /// The nodes up to the end of a container of this kind; none for another.
    #[inline]
    fn inside(&self, id: NodeId, kind: Kind) -> &[Node] {
        let node = self.node(id);
        let end = if node.kind() == kind {
            node.payload() as usize
        } else {
            0
        };
        self.nodes.get(..end).unwrap_or_default()
    }

    /// Where the characters of a string, key or number are written as they are, without quotes; `None` when they are written otherwise.
    #[inline]
    pub(crate) fn plain(&self, id: NodeId) -> Option<Span> {
        let node = self.node(id);
        match (node.kind(), node.payload()) {
            (Kind::String | Kind::Key, 0) if node.end >= node.start + 2 => {
                Some(Span::new(node.start + 1, node.end - 1))
            }
            (Kind::Number, 0) => Some(node.span()),
            _ => None,
        }
    }

    /// The decoded characters of a string or key (escapes undone, not normalised); borrowed when written without escapes.
    pub fn text<'a>(&'a self, bytes: &'a [u8], id: NodeId) -> Cow<'a, str> {
        let node = self.node(id);
        match node.how() {
            Written::Meant(index) => self.meant(index),
            Written::Plain => self.characters(content(node, bytes)),
            Written::Escaped => decoded(content(node, bytes), self.encoding)
                .collect::<String>()
                .into(),
        }
    }

    /// A number as written or, after a J007 that understood it, as meant (`1075.00` for `1075,00`).
    pub fn number<'a>(&'a self, bytes: &'a [u8], id: NodeId) -> Cow<'a, str> {
        let node = self.node(id);
        match node.how() {
            Written::Meant(index) => self.meant(index),
            _ => self.characters(node.span().of(bytes)),
        }
    }

    /// True when the key's or string's decoded characters are `expected`; no allocation.
    pub fn text_is(&self, bytes: &[u8], id: NodeId, expected: &str) -> bool {
        let node = self.node(id);
        let content = content(node, bytes);
        match node.how() {
            Written::Meant(index) => self.meant(index) == expected,
            Written::Plain if self.encoding == Encoding::Utf8 => same(content, expected.as_bytes()),
            _ => decoded(content, self.encoding).eq(expected.chars()),
        }
    }

    fn meant(&self, index: u32) -> Cow<'_, str> {
        self.meant
            .get(index as usize)
            .map_or("", |text| text)
            .into()
    }

    /// Bytes of the file without escapes, as characters.
    fn characters<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        match self.encoding {
            Encoding::Utf8 => match str::from_utf8(bytes) {
                Ok(text) => text.into(),
                Err(_) => String::from_utf8_lossy(bytes),
            },
            _ if bytes.is_ascii() => String::from_utf8_lossy(bytes),
            _ => bytes
                .iter()
                .map(|&byte| super::encoding::windows_1252(byte))
                .collect::<String>()
                .into(),
        }
    }
}

/// What is between the quotes of a string or key; the whole of another leaf.
fn content(node: Node, bytes: &[u8]) -> &[u8] {
    match node.kind() {
        Kind::String | Kind::Key => Span::new(
            node.start + 1,
            node.end.saturating_sub(1).max(node.start + 1),
        )
        .of(bytes),
        _ => node.span().of(bytes),
    }
}
