//! JSON: bytes to a flat tree and diagnostics. Total (any bytes give a tree), iterative (no recursion, also in drop).
//! Knows no profile.

mod encoding;
mod findings;
mod layout;
mod lines;
mod number;
mod parse;
mod recover;
mod repaired;
mod scan;
mod string;
mod tree;
mod word;

pub use tree::Tree;

use crate::catalog::Code;
use crate::diag::{Diagnostic, Safety, apply};
use crate::text::{BOM, Encoding};

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

impl Parsed {
    /// True when what is inside what is a guess: a mistake about it has no sure correction.
    pub fn is_guessed(&self) -> bool {
        let is_sure = |diagnostic: &Diagnostic| {
            let fix = diagnostic.fix.as_ref();
            fix.is_some_and(|fix| fix.safety == Safety::Sure)
        };
        let of_structure = |code| {
            matches!(
                code,
                Code::J001 | Code::J002 | Code::J003 | Code::J004 | Code::J009
            )
        };
        let mut all = self.diagnostics.iter();
        all.any(|diagnostic| of_structure(diagnostic.code) && !is_sure(diagnostic))
    }
}

/// Bytes that are read again, at most, to see that fixes hold. In a file so large that it is not enough, mistakes are far apart.
const MOST_READ_AGAIN: usize = 4 << 20;

/// Reads `bytes`, whatever they are.
///
/// A mistake is read on as if its correction had been made, so applying the fix of a diagnostic removes it and leaves the rest
/// as it was. Where mistakes stand so close that the values would be others, the fix is to be confirmed; where nothing would be gained, the
/// diagnostic has none.
pub fn parse(bytes: &[u8]) -> Parsed {
    let mut parsed = best(bytes);
    let count = parsed.diagnostics.len();
    if count >= findings::MOST {
        // One less would make room for another.
        return parsed;
    }
    let Parsed {
        tree, diagnostics, ..
    } = &mut parsed;
    let fixable = diagnostics
        .iter_mut()
        .filter(|diagnostic| diagnostic.fix.is_some());
    for diagnostic in fixable.take(MOST_READ_AGAIN / bytes.len().max(1)) {
        let Some(fix) = &mut diagnostic.fix else {
            continue;
        };
        let after = best(&apply(bytes, &fix.edits));
        if after.diagnostics.len() >= count {
            diagnostic.fix = None;
        } else if fix.safety == Safety::Sure && !repaired::is_same(tree, &after.tree, &fix.edits) {
            fix.safety = Safety::AConfirmer;
        }
    }
    parsed
}

/// Reads `bytes` or what they were meant to be, where their lines show a mistake that explains what is found.
fn best(bytes: &[u8]) -> Parsed {
    let parsed = read(bytes);
    let count = parsed.diagnostics.len();
    let is_text = matches!(parsed.encoding, Encoding::Utf8 | Encoding::Windows1252);
    if count == 0 || count >= findings::MOST || !is_text {
        return parsed;
    }
    let start = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    let repairs = layout::repairs(bytes, start);
    let parsed = if repairs.is_empty() {
        parsed
    } else {
        let repaired = repaired::read(bytes, repairs);
        if repaired.diagnostics.len() <= count && (stops(&parsed) || !stops(&repaired)) {
            repaired
        } else {
            parsed
        }
    };
    if parsed.diagnostics.is_empty() || bytes.len() > MOST_READ_AGAIN {
        return parsed;
    }
    lines::read(bytes, &parsed).unwrap_or(parsed)
}

/// True when something at the end is left unread.
fn stops(parsed: &Parsed) -> bool {
    let mut codes = parsed.diagnostics.iter().map(|diagnostic| diagnostic.code);
    codes.any(|code| code == Code::J009)
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
