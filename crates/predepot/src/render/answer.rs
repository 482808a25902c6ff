//! From the portal's answer, a new JSON of the rejected demandes alone (REGLES section 4).

use crate::check::{Day, Demande, DemandeVerdict, Document, Verdict, renewed};
use crate::diag::{Edit, apply};
use crate::json::{Kind, NodeId, quoted};
use crate::order::sort_by_number;
use crate::text::Span;

/// What the ASP wrote in one demande; what is null, or neither a text nor a number, is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `codeTraitement`.
    pub code: String,
    /// `libelleTraitement`.
    pub label: String,
    /// `numeroASP`.
    pub numero_asp: String,
}

/// What the ASP wrote, demande by demande; nothing for a file that is no answer.
pub fn answers(document: &Document) -> Vec<Answer> {
    if document.verdict != Verdict::RetourAsp {
        return Vec::new();
    }
    let source = Source { document };
    let answer = |demande: &Demande| Answer {
        code: source.written(demande.node, "codeTraitement"),
        label: source.written(demande.node, "libelleTraitement"),
        numero_asp: source.written(demande.node, "numeroASP"),
    };
    document.demandes.iter().map(answer).collect()
}

/// The name of the new file that is made today from an answer ([`resubmission`]).
pub fn resubmission_name(document: &Document, today: Day) -> String {
    let source = Source { document };
    let ans = document
        .tree
        .root()
        .map(|root| source.written(root, "numeroAns"))
        .filter(|ans| !ans.is_empty());
    renewed(&document.name, ans.as_deref(), today)
}

/// The rejected demandes of an answer, in order: indices into its demandes.
pub fn rejected(document: &Document) -> Vec<usize> {
    (0..document.demandes.len())
        .filter(|&at| document.demandes[at].verdict == DemandeVerdict::RejeteeAsp)
        .collect()
}

/// A file to deposit again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resubmission {
    /// It.
    pub bytes: Vec<u8>,
    /// The names of pieces that the new numbers change: from, to.
    pub renamings: Vec<(String, String)>,
}

/// The rejected demandes as a file to deposit again: renumbered from 1, the ASP's values back to null, each with its new `numeroEditeur`, in the
/// order of [`rejected`] (a missing or empty one leaves the old number), in the names of its pieces too. Everything else is left as written.
pub fn resubmission(document: &Document, numeros: &[String]) -> Resubmission {
    let source = Source { document };
    let mut renamings = Vec::new();
    let Some((root, list)) = document
        .tree
        .root()
        .and_then(|root| Some((root, source.member(root, "lignesImport")?)))
    else {
        return Resubmission {
            bytes: document.bytes.clone(),
            renamings,
        };
    };
    let demandes: Vec<Vec<u8>> = rejected(document)
        .into_iter()
        .enumerate()
        .map(|(at, index)| {
            source.demande(
                document.demandes[index].node,
                at + 1,
                numeros.get(at).map_or("", String::as_str),
                &mut renamings,
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
    let bytes = [
        apply(&document.bytes[..start], &before),
        b"[\n    ".to_vec(),
        list,
        b"\n  ]".to_vec(),
        apply(&document.bytes[end..], &after),
    ]
    .concat();
    Resubmission { bytes, renamings }
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

    /// A text, or a number as it is written.
    fn written(&self, object: NodeId, key: &str) -> String {
        let Document { tree, bytes, .. } = self.document;
        match self.member(object, key) {
            Some(value) if tree.kind(value) == Kind::String => tree.text(bytes, value).into_owned(),
            Some(value) if tree.kind(value) == Kind::Number => {
                tree.number(bytes, value).into_owned()
            }
            _ => String::new(),
        }
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
    fn demande(
        &self,
        node: NodeId,
        number: usize,
        numero: &str,
        renamings: &mut Vec<(String, String)>,
    ) -> Vec<u8> {
        let mut edits: Vec<Edit> = ["numeroASP", "codeTraitement", "libelleTraitement"]
            .iter()
            .flat_map(|key| self.to_null(node, key))
            .collect();
        edits.extend(
            self.member(node, "numLigne")
                .map(|value| self.edit(value, number.to_string())),
        );
        if !numero.is_empty() {
            self.renumber(node, numero, &mut edits, renamings);
        }
        let span = self.document.tree.span(node);
        for edit in &mut edits {
            edit.span = Span::new(edit.span.start - span.start, edit.span.end - span.start);
        }
        sort_by_number(&mut edits, |edit| edit.span.start);
        apply(span.of(&self.document.bytes), &edits)
    }

    /// The new `numeroEditeur`, also where the old one ends the name of a piece.
    fn renumber(
        &self,
        node: NodeId,
        numero: &str,
        edits: &mut Vec<Edit>,
        renamings: &mut Vec<(String, String)>,
    ) {
        let Document { tree, bytes, .. } = self.document;
        let Some(value) = self
            .member(node, "numeroEditeur")
            .filter(|&value| tree.kind(value) == Kind::String)
        else {
            return;
        };
        let old = tree.text(bytes, value);
        edits.push(self.edit(value, quoted(numero)));
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
                let to = format!("{start}{numero}.{extension}");
                edits.push(self.edit(name, quoted(&to)));
                renamings.push((text.into_owned(), to));
            }
        }
    }
}
