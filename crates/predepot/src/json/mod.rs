//! JSON: bytes to a flat tree and diagnostics. Total (any bytes give a tree), iterative (no recursion, also in drop).
//! Knows no profile.

use std::borrow::Cow;

use crate::diag::Diagnostic;
use crate::text::{Encoding, Span};

/// A node of a [`Tree`]; the root is the first. Keys are nodes too, of kind [`Kind::Key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// A number, or what was meant as one.
    Number,
    /// A string, or what was meant as one.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// The key of a member; its value is the next node.
    Key,
    /// Something that a syntax error made unreadable: rules that would read it stay silent.
    Broken,
}

/// What reading a file gives.
#[derive(Debug)]
pub struct Parsed {
    /// The values, as far as they make sense.
    pub tree: Tree,
    /// What is wrong in the writing (J001 to J013, J015, J016), in document order.
    pub diagnostics: Vec<Diagnostic>,
    /// How the bytes read.
    pub encoding: Encoding,
}

/// Reads `bytes`, whatever they are.
pub fn parse(_bytes: &[u8]) -> Parsed {
    todo!()
}

/// The values of a file, in document order, flat.
#[derive(Debug, Default)]
pub struct Tree {}

impl Tree {
    /// The outermost value; `None` when the file has none.
    pub fn root(&self) -> Option<NodeId> {
        todo!()
    }
    /// What the node is.
    pub fn kind(&self, _id: NodeId) -> Kind {
        todo!()
    }
    /// Where the node is written: quotes, braces and brackets included.
    pub fn span(&self, _id: NodeId) -> Span {
        todo!()
    }
    /// The node after this one and all that it contains.
    pub fn next(&self, _id: NodeId) -> NodeId {
        todo!()
    }
    /// The elements of an array, in order; none for another kind.
    pub fn elements(&self, _id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::empty()
    }
    /// The members of an object, in order, duplicates included: key, value; none for another kind.
    pub fn members(&self, _id: NodeId) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        std::iter::empty()
    }
    /// The decoded characters of a string or key (escapes undone, not normalised); borrowed when written without escapes.
    pub fn text<'a>(&'a self, _bytes: &'a [u8], _id: NodeId) -> Cow<'a, str> {
        todo!()
    }
    /// A number as written or, after a J007 that understood it, as meant (`1075.00` for `1075,00`).
    pub fn number<'a>(&'a self, _bytes: &'a [u8], _id: NodeId) -> Cow<'a, str> {
        todo!()
    }
    /// True when the key's or string's decoded characters are `expected`; no allocation.
    pub fn text_is(&self, _bytes: &[u8], _id: NodeId, _expected: &str) -> bool {
        todo!()
    }
}
