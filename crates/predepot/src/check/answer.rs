//! The answer of the portal: a JSON whose demandes have a `codeTraitement` (REGLES section 4).

use super::source::Source;
use crate::json::{Kind, NodeId};

/// What the ASP says of one demande.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Code `0000`.
    Accepted,
    /// Another code, at this value.
    Rejected(NodeId),
}

/// The answer in a demande, if there is one: a number, or a text that is neither blank nor "null".
pub(super) fn read(source: Source<'_>, demande: NodeId) -> Option<Answer> {
    let value = source.member(demande, "codeTraitement")?;
    let accepted = match source.kind(value) {
        Kind::Number => source
            .tree
            .number(source.bytes, value)
            .bytes()
            .all(|b| matches!(b, b'0' | b'.' | b'-')),
        Kind::String => {
            let text = source.text(value);
            let text = text.trim();
            if text.is_empty() || text == "null" {
                return None;
            }
            text.bytes().all(|b| b == b'0')
        }
        _ => return None,
    };
    Some(if accepted {
        Answer::Accepted
    } else {
        Answer::Rejected(value)
    })
}

/// How the labels of a simulation start, which this tool writes in the manner of an answer ([`render::simulation`](crate::render::simulation)).
pub const SIMULATION: &str = "Simulation prédépôt";

/// True when every answer of these demandes is of a simulation: what the ASP wrote among them is not to be hidden.
pub(super) fn is_simulation(source: Source<'_>, answered: &[NodeId]) -> bool {
    !answered.is_empty()
        && answered
            .iter()
            .all(|&demande| label(source, demande).starts_with(SIMULATION))
}

/// The label that goes with a rejection.
pub(super) fn label(source: Source<'_>, demande: NodeId) -> String {
    let label = source
        .member(demande, "libelleTraitement")
        .and_then(|value| source.string(value));
    label
        .map(|label| label.trim().to_owned())
        .unwrap_or_default()
}
