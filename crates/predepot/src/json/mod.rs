//! JSON: bytes to a flat tree and diagnostics. Total (any bytes give a tree), iterative (no recursion, also in drop).
//! Knows no profile.

mod encoding;
mod findings;
mod number;
mod parse;
mod recover;
mod scan;
mod string;
mod tree;
mod word;

pub use tree::Tree;

use crate::diag::{Diagnostic, Fix, apply};
use crate::text::Encoding;

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

/// Bytes that are read again, at most, to see that fixes hold. In a file so large that it is not enough, mistakes are far apart.
const MOST_READ_AGAIN: usize = 4 << 20;

/// Reads `bytes`, whatever they are.
///
/// A mistake is read on as if its correction had been made, so applying the fix of a diagnostic removes it and leaves the rest
/// as it was. Where mistakes stand so close that this would not hold, the diagnostic has no fix.
pub fn parse(bytes: &[u8]) -> Parsed {
    let mut parsed = read(bytes);
    let count = parsed.diagnostics.len();
    if count >= findings::MOST {
        // One less would make room for another.
        return parsed;
    }
    let fixable = parsed
        .diagnostics
        .iter_mut()
        .filter(|diagnostic| diagnostic.fix.is_some());
    for diagnostic in fixable.take(MOST_READ_AGAIN / bytes.len().max(1)) {
        let holds = |fix: &Fix| read(&apply(bytes, &fix.edits)).diagnostics.len() < count;
        diagnostic.fix = diagnostic.fix.take().filter(|fix| holds(fix));
    }
    parsed
}

fn read(bytes: &[u8]) -> Parsed {
    let mut findings = findings::Findings::default();
    let (encoding, start) = encoding::detect(bytes, &mut findings);
    findings.encoding = encoding;
    let (tree, findings) = match encoding {
        Encoding::Utf8 | Encoding::Windows1252 => parse::read(bytes, start, findings),
        _ => (Tree::default(), findings),
    };
    Parsed {
        tree,
        diagnostics: findings.sorted(),
        encoding,
    }
}
