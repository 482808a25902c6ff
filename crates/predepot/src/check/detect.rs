//! Which profile a file is of (REGLES sections 2 and 7): by the shape of its demandes, then by the names of their pieces.

use super::source::Source;
use crate::bytes::find;
use crate::json::{Kind, NodeId};
use crate::profile::Profile;
use crate::profiles;

/// What a demande shows of its software.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// MDV-LGC.
    Mdv,
    /// MS1-DUI.
    Ms1,
    /// Hospital software, whichever it is.
    Hop,
}

/// What a demande says of its software.
pub(super) struct Clues {
    pub(super) shape: Option<Shape>,
    /// The software of each piece whose name starts with a known one, when the shape leaves a choice.
    pub(super) names: Vec<&'static Profile>,
}

/// Reads the clues of one demande.
#[inline(never)]
pub(super) fn clues(source: Source<'_>, demande: NodeId) -> Clues {
    let shape = shape(source, demande);
    // The other shapes are of one software each.
    let names = match shape {
        Some(Shape::Mdv | Shape::Ms1) => Vec::new(),
        Some(Shape::Hop) | None => names(source, demande),
    };
    Clues { shape, names }
}

/// Wherever they stand: the keys around a name may be misspelt, and no other text is written so.
fn names(source: Source<'_>, demande: NodeId) -> Vec<&'static Profile> {
    (demande.0..source.tree.next(demande).0)
        .map(NodeId)
        .filter(|&node| source.kind(node) == Kind::String)
        .filter_map(|node| match source.plain(node) {
            Some(name) => software(name),
            None => software(&source.text(node)),
        })
        .collect()
}

/// The software whose name starts a piece's name: "MDV-LGC-…".
#[inline]
fn software(name: &str) -> Option<&'static Profile> {
    // Almost no text goes beyond this.
    if !matches!(name.as_bytes(), [b'A'..=b'Z', _, _, b'-', ..]) {
        return None;
    }
    profiles::ALL.iter().copied().find(|profile| {
        let rest = name
            .strip_prefix(profile.couloir)
            .and_then(|rest| rest.strip_prefix('-'));
        rest.and_then(|rest| rest.strip_prefix(profile.logiciel))
            .is_some_and(|rest| rest.starts_with('-'))
    })
}

/// The first key of the demande that only one shape has.
fn shape(source: Source<'_>, demande: NodeId) -> Option<Shape> {
    let end = source.tree.next(demande);
    let mut node = demande;
    while node < end {
        if source.kind(node) == Kind::Key {
            // The opening quote counts in the span: lengths are of the key plus two.
            let found = match source.span(node).len() {
                14 if source.is(node, "commandePour") => Some(Shape::Mdv),
                9 if source.is(node, "liberal") => Some(Shape::Mdv),
                11 if source.is(node, "structure") => Some(Shape::Mdv),
                12 if source.is(node, "FINESSGeos") => Some(Shape::Ms1),
                12 if source.is(node, "FINESSPMSI") => Some(Shape::Hop),
                5 if source.is(node, "DPI") || source.is(node, "PFI") => Some(Shape::Hop),
                22 if source.is(node, "scenarioInstallation")
                    && source.kind(NodeId(node.0 + 1)) == Kind::Array =>
                {
                    Some(Shape::Ms1)
                }
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        node = NodeId(node.0 + 1);
    }
    None
}

/// The profile of a file: the shape of most demandes, the first of equals; without a shape, the majority of the names.
#[inline(never)]
pub(super) fn profile(
    source: Source<'_>,
    demandes: &[NodeId],
    clues: &[Clues],
) -> Option<&'static Profile> {
    let names = || clues.iter().flat_map(|clues| clues.names.iter().copied());
    match most(clues.iter().filter_map(|clues| clues.shape)) {
        Some(Shape::Mdv) => profiles::by_id("MDV-LGC"),
        Some(Shape::Ms1) => profiles::by_id("MS1-DUI"),
        Some(Shape::Hop) => Some(hospital(source, demandes, names())),
        None => most(names().map(|profile| profile.id)).and_then(profiles::by_id),
    }
}

/// DPI, PFI or RI.
fn hospital(
    source: Source<'_>,
    demandes: &[NodeId],
    names: impl Iterator<Item = &'static Profile>,
) -> &'static Profile {
    let named = most(
        names
            .filter(|profile| profile.couloir == "HOP")
            .map(|profile| profile.id),
    );
    let id = named.unwrap_or_else(|| {
        let filled = |block: &str| {
            demandes
                .iter()
                .any(|&demande| is_filled(source, demande, block))
        };
        if filled("PFI") && !filled("DPI") {
            "HOP-PFI"
        } else {
            "HOP-DPI"
        }
    });
    profiles::by_id(id).unwrap_or(profiles::ALL[0])
}

/// True when a block of the scenario says something: true, or a text.
fn is_filled(source: Source<'_>, demande: NodeId, block: &str) -> bool {
    let block = source
        .member(demande, "scenarioInstallation")
        .and_then(|scenario| source.member(scenario, block));
    block.is_some_and(|block| {
        source.tree.members(block).any(|(_, value)| {
            matches!(source.kind(value), Kind::True | Kind::String | Kind::Number)
        })
    })
}

/// The most frequent item, the first of equals.
fn most<T: PartialEq + Copy>(items: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for item in items {
        match counted.iter_mut().find(|(other, _)| *other == item) {
            Some((_, count)) => *count += 1,
            None => counted.push((item, 1)),
        }
    }
    // `max_by_key` keeps the last of equals: reversed, the first.
    counted
        .into_iter()
        .rev()
        .max_by_key(|&(_, count)| count)
        .map(|(item, _)| item)
}

/// The profile of one demande when it is of another software than its file's (`S008`).
#[inline(never)]
pub(super) fn foreign(
    source: Source<'_>,
    demande: NodeId,
    clues: &Clues,
    file: &'static Profile,
) -> Option<&'static Profile> {
    let own = match clues.shape? {
        Shape::Mdv => profiles::by_id("MDV-LGC"),
        Shape::Ms1 => profiles::by_id("MS1-DUI"),
        Shape::Hop if file.couloir == "HOP" => {
            let first = *clues.names.first()?;
            (first.couloir == "HOP" && clues.names.iter().all(|name| name.id == first.id))
                .then_some(first)
        }
        Shape::Hop => Some(hospital(source, &[demande], clues.names.iter().copied())),
    }?;
    (own.id != file.id).then_some(own)
}

/// True when a file without a known shape looks like a "demande de solde".
pub(super) fn looks_like_solde(source: Source<'_>, demandes: &[NodeId]) -> bool {
    demandes.iter().any(|&demande| {
        let reference = source
            .member(demande, "numeroASP")
            .is_some_and(|value| source.kind(value) != Kind::Null);
        let end = source.tree.next(demande);
        reference
            || (demande.0..end.0).map(NodeId).any(|node| {
                source.kind(node) == Kind::Key
                    && find(source.text(node).to_ascii_lowercase().as_bytes(), b"solde").is_some()
            })
    })
}
