//! From the portal's answer, a new JSON of the rejected demandes alone (REGLES section 4).

use crate::check::{DemandeVerdict, Document};
use crate::diag::{Edit, apply};
use crate::json::{Kind, NodeId, quoted};
use crate::order::sort_by_number;
use crate::text::Span;

/// The rejected demandes of an answer, in order: indices into its demandes.
pub fn rejected(document: &Document) -> Vec<usize> {
    (0..document.demandes.len())
        .filter(|&at| document.demandes[at].verdict == DemandeVerdict::RejeteeAsp)
        .collect()
}

/// The rejected demandes as a file to deposit again: renumbered from 1, the ASP's values back to null, each with its new `numeroEditeur`, in the
/// order of [`rejected`] (a missing or empty one leaves the old number), in the names of its pieces too. Everything else is left as written.
pub fn resubmission(document: &Document, numeros: &[String]) -> Vec<u8> {
    let source = Source { document };
    let Some((root, list)) = document
        .tree
        .root()
        .and_then(|root| Some((root, source.member(root, "lignesImport")?)))
    else {
        return document.bytes.clone();
    };
    let demandes: Vec<Vec<u8>> = rejected(document)
        .into_iter()
        .enumerate()
        .map(|(at, index)| {
            source.demande(
                document.demandes[index].node,
                at + 1,
                numeros.get(at).map_or("", String::as_str),
            )
        })
        .collect();
    let span = document.tree.span(list);
    let list = demandes.join(&b",\n    "[..]);
    // `impId` stands before the list or after it. Demandes are copied as bytes: a file in another encoding stays in it.
    let (before, mut after): (Vec<Edit>, Vec<Edit>) = source
        .to_null(root, "impId")
        .into_iter()
        .partition(|edit| edit.span.end <= span.start);
    for edit in &mut after {
        edit.span = Span::new(edit.span.start - span.end, edit.span.end - span.end);
    }
    let (start, end) = (span.start as usize, span.end as usize);
    [
        apply(&document.bytes[..start], &before),
        b"[\n    ".to_vec(),
        list,
        b"\n  ]".to_vec(),
        apply(&document.bytes[end..], &after),
    ]
    .concat()
}

struct Source<'a> {
    document: &'a Document,
}

impl Source<'_> {
    fn member(&self, object: NodeId, key: &str) -> Option<NodeId> {
        let Document { tree, bytes, .. } = self.document;
        tree.members(object)
            .filter(|&(name, _)| tree.text_is(bytes, name, key))
            .last()
            .map(|(_, value)| value)
    }

    fn edit(&self, value: NodeId, text: String) -> Edit {
        Edit {
            span: self.document.tree.span(value),
            text,
        }
    }

    fn to_null(&self, object: NodeId, key: &str) -> Vec<Edit> {
        self.member(object, key)
            .map(|value| self.edit(value, "null".to_owned()))
            .into_iter()
            .collect()
    }

    /// One demande, rewritten.
    fn demande(&self, node: NodeId, number: usize, numero: &str) -> Vec<u8> {
        let mut edits: Vec<Edit> = ["numeroASP", "codeTraitement", "libelleTraitement"]
            .iter()
            .flat_map(|key| self.to_null(node, key))
            .collect();
        edits.extend(
            self.member(node, "numLigne")
                .map(|value| self.edit(value, number.to_string())),
        );
        if !numero.is_empty() {
            edits.extend(self.renumbering(node, numero));
        }
        let span = self.document.tree.span(node);
        for edit in &mut edits {
            edit.span = Span::new(edit.span.start - span.start, edit.span.end - span.start);
        }
        sort_by_number(&mut edits, |edit| edit.span.start);
        apply(span.of(&self.document.bytes), &edits)
    }

    /// The new `numeroEditeur`, also where the old one ends the name of a piece.
    fn renumbering(&self, node: NodeId, numero: &str) -> Vec<Edit> {
        let Document { tree, bytes, .. } = self.document;
        let Some(value) = self
            .member(node, "numeroEditeur")
            .filter(|&value| tree.kind(value) == Kind::String)
        else {
            return Vec::new();
        };
        let old = tree.text(bytes, value);
        let mut edits = vec![self.edit(value, quoted(numero))];
        let pieces = self
            .member(node, "piecesJustificatives")
            .into_iter()
            .flat_map(|list| tree.elements(list));
        for name in pieces
            .filter_map(|piece| self.member(piece, "nomFichier"))
            .filter(|&name| tree.kind(name) == Kind::String)
        {
            let text = tree.text(bytes, name);
            let Some((stem, extension)) = text.rsplit_once('.') else {
                continue;
            };
            if let Some(start) = stem
                .strip_suffix(old.as_ref())
                .filter(|start| start.ends_with('-'))
            {
                edits.push(self.edit(name, quoted(&format!("{start}{numero}.{extension}"))));
            }
        }
        edits
    }
}
