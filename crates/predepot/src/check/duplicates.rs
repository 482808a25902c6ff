//! A key written twice in one object (J014).

use super::control::{Ground, control};
use super::seen::Seen;
use super::source::Source;
use crate::catalog::Code;
use crate::diag::Severity::Erreur;
use crate::diag::{Detail, Diagnostic};
use crate::json::{Kind, NodeId};
use crate::order::sort_by_number;

/// `J014` for every key written a second time among `keys`, which are of one object.
pub(super) fn duplicates(source: Source<'_>, keys: &[NodeId]) -> Vec<Diagnostic> {
    let mut seen = Seen::default();
    let mut found = Vec::new();
    for &key in keys {
        if let Some(first) = seen.or_note(source.text(key), key.0) {
            found.push(duplicate_key(source, NodeId(first), key));
        }
    }
    found
}

pub(super) fn duplicate_key(source: Source<'_>, first: NodeId, again: NodeId) -> Diagnostic {
    Diagnostic::new(
        Code::J014,
        Erreur,
        control(Code::J014, Ground::Header),
        source.span(again),
    )
    .at(NodeId(again.0 + 1))
    .detail(Detail::Text(source.text(again).into_owned()))
    .related(source.span(first), "la clé est déjà écrite ici")
}
/// `J014` in the objects that answer no row of a profile: all but the `bound` ones.
pub(super) fn duplicates_elsewhere(source: Source<'_>, mut bound: Vec<NodeId>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    sort_by_number(&mut bound, |node| node.0);
    bound.dedup();
    if bound.len() == source.tree.objects() {
        return found;
    }
    let mut bound = bound.into_iter().peekable();
    let Some(root) = source.tree.root() else {
        return found;
    };
    let end = source.tree.next(root);
    let mut node = root;
    while node < end {
        if source.kind(node) == Kind::Object {
            while bound.next_if(|&other| other < node).is_some() {}
            if bound.peek() != Some(&node) {
                let keys: Vec<NodeId> = source.tree.members(node).map(|(key, _)| key).collect();
                if keys.len() > 1 {
                    found.extend(duplicates(source, &keys));
                }
            }
        }
        node = NodeId(node.0 + 1);
    }
    found
}
