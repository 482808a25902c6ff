//! JSON: bytes to a flat tree and diagnostics. Total (any bytes give a tree), iterative (no recursion, also in drop).
//! Knows no profile.

mod encoding;
mod findings;
mod layout;
mod lines;
mod number;
mod parse;
mod quote;
mod recover;
mod repaired;
mod scan;
mod string;
mod tree;
mod word;

pub use quote::{push_quoted, quoted};
pub use tree::Tree;

use crate::catalog::Code;
use crate::diag::{Diagnostic, Edit, Fix, Safety, Severity, apply};
use crate::order::sort_by_number;
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

/// Bytes that are read again, at most, to see that fixes hold one by one; the others are to hold together.
const MOST_READ_AGAIN: usize = 4 << 20;

/// Reads `bytes`, whatever they are.
///
/// A mistake is read on as if its correction had been made, so applying the fix of a diagnostic removes it and leaves the rest
/// as it was. Where mistakes stand so close that the values would be others, the fix is to be confirmed; where nothing would be gained, the
/// diagnostic has none.
pub fn parse(bytes: &[u8]) -> Parsed {
    parse_known(bytes, text(bytes))
}

/// All the bytes as text, when they are UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

/// [`parse`], with [`text`] already asked of `bytes`.
pub(crate) fn parse_known(bytes: &[u8], text: Option<&str>) -> Parsed {
    let parsed = read(bytes, text);
    if is_sound(&parsed) {
        parsed
    } else {
        prove(bytes, best_after(bytes, parsed))
    }
}

/// Takes back the fixes that do not hold, and the certainty of those that change other values.
#[cold]
#[inline(never)]
fn prove(bytes: &[u8], mut parsed: Parsed) -> Parsed {
    let count = parsed.diagnostics.len();
    let Parsed {
        tree, diagnostics, ..
    } = &mut parsed;
    let mut fixable = diagnostics
        .iter_mut()
        .filter(|diagnostic| diagnostic.fix.is_some());
    let one_by_one = if count < findings::MOST {
        MOST_READ_AGAIN / bytes.len().max(1)
    } else {
        // One less would make room for another.
        0
    };
    for diagnostic in fixable.by_ref().take(one_by_one) {
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
    let others = fixable.filter_map(|diagnostic| diagnostic.fix.as_deref_mut());
    prove_together(bytes, tree, others);
    parsed
}

/// Leaves sure the fixes that are so, if all of them leave the values as they are.
fn prove_together<'a>(bytes: &[u8], tree: &Tree, fixes: impl Iterator<Item = &'a mut Fix>) {
    let mut sure: Vec<_> = fixes.filter(|fix| fix.safety == Safety::Sure).collect();
    if sure.is_empty() {
        return;
    }
    let mut edits: Vec<Edit> = sure.iter().flat_map(|fix| fix.edits.clone()).collect();
    sort_by_number(&mut edits, |edit| edit.span.start);
    let are_apart = edits
        .windows(2)
        .all(|pair| pair[0].span.end <= pair[1].span.start);
    if !are_apart || !repaired::is_same(tree, &best(&apply(bytes, &edits)).tree, &edits) {
        for fix in &mut sure {
            fix.safety = Safety::AConfirmer;
        }
    }
}

/// Reads `bytes` or what they were meant to be, where their lines show a mistake that explains what is found.
fn best(bytes: &[u8]) -> Parsed {
    best_after(bytes, read(bytes, text(bytes)))
}

#[cold]
#[inline(never)]
fn best_after(bytes: &[u8], parsed: Parsed) -> Parsed {
    let count = parsed.diagnostics.len();
    let is_text = matches!(parsed.encoding, Encoding::Utf8 | Encoding::Windows1252);
    if is_sound(&parsed) || count >= findings::MOST || !is_text {
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
    if is_sound(&parsed) || bytes.len() > MOST_READ_AGAIN {
        return parsed;
    }
    lines::read(bytes, &parsed).unwrap_or(parsed)
}

/// True when there is nothing to recover from: a mark at the start, at most.
fn is_sound(parsed: &Parsed) -> bool {
    let mut all = parsed.diagnostics.iter();
    all.all(|diagnostic| diagnostic.severity != Severity::Erreur)
}

/// True when something at the end is left unread.
fn stops(parsed: &Parsed) -> bool {
    let mut codes = parsed.diagnostics.iter().map(|diagnostic| diagnostic.code);
    codes.any(|code| code == Code::J009)
}

fn read(bytes: &[u8], text: Option<&str>) -> Parsed {
    let mut findings = findings::Findings::default();
    let (encoding, start) = encoding::detect(bytes, text.is_some(), &mut findings);
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
