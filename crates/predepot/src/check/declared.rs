//! The pieces that the demandes of a JSON declare, kept for what only shows beside the ZIPs.

use super::bind::{Binding, DEMANDE};
use super::relations::Piece;
use crate::json::{Kind, NodeId};
use crate::text::Span;

/// A piece that a demande declares.
#[derive(Debug)]
pub(super) struct Declared {
    /// The index of its demande in the file.
    pub(super) demande: usize,
    /// Its `nomFichier`.
    pub(super) name: String,
    /// The name that it should have, when this one is at fault.
    pub(super) conforming: Option<String>,
    /// The name is right as it is.
    pub(super) sound: bool,
    /// The value of `nomFichier`, and where it is written.
    pub(super) node: NodeId,
    pub(super) span: Span,
    /// It can be looked for: the value is a name.
    pub(super) readable: bool,
}

/// Those of a file.
#[derive(Debug, Default)]
pub(crate) struct Declarations {
    pub(super) list: Vec<Declared>,
    /// Some could not be read: a file that seems undeclared may be one of them.
    pub(super) partial: bool,
}

impl Declarations {
    /// Adds those of the demande at hand.
    pub(super) fn look(&mut self, binding: &Binding<'_>, demande: usize, pieces: &[Piece<'_>]) {
        self.partial |= !is_whole(binding) || pieces.iter().any(|piece| !piece.readable);
        self.list.extend(pieces.iter().map(|piece| Declared {
            demande,
            name: piece.name.clone().into_owned(),
            conforming: piece.conforming.clone(),
            sound: piece.sound,
            node: piece.value,
            span: piece.span,
            readable: piece.readable,
        }));
    }
}

/// True when every piece of the demande has its name.
fn is_whole(binding: &Binding<'_>) -> bool {
    let Some(list) = binding.get(DEMANDE, "piecesJustificatives") else {
        return false;
    };
    let source = binding.source;
    if source.kind(list) != Kind::Array || !source.is_whole(list) {
        return false;
    }
    let named = binding
        .children(DEMANDE, "piecesJustificatives")
        .filter(|&piece| {
            let name = binding.get(piece, "nomFichier");
            name.is_some_and(|name| source.kind(name) == Kind::String)
        });
    named.count() == source.tree.elements(list).count()
}
