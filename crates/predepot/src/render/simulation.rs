//! What the portal would write in the file that it hands back (section 1.2 of the documents), as a simulation that says it is one: the
//! file as dropped, but for the `codeTraitement` and the `libelleTraitement` of each demande.

use super::portail;
use crate::catalog::View;
use crate::check::{Document, SIMULATION, Source, Verdict, insertion};
use crate::diag::{Edit, apply};
use crate::json::{NodeId, quoted};
use crate::order::sort_by_number;

/// The code of a demande that nothing would stop, as the documents print it.
const ACCEPTED: &str = "0000";
const ACCEPTED_LABEL: &str = "aucun rejet prévu, ce n'est pas une réponse de l'ASP";

/// Why there is no simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// The 1st control rejects the file: the portal writes nothing in it.
    Rejected,
    /// It is an answer already.
    Answer,
    /// Its demandes were not checked.
    Unchecked,
    /// The list of findings was cut: the first error of a demande is not in it.
    Cut,
}

/// The simulated answer to a file. A rejected demande has the code of our own rule, which is none of the ASP's.
pub fn simulation(document: &Document) -> Result<Vec<u8>, Without> {
    match document.verdict {
        Verdict::RejetFichier => return Err(Without::Rejected),
        Verdict::RetourAsp => return Err(Without::Answer),
        Verdict::NonControle => return Err(Without::Unchecked),
        _ if document.demandes.is_empty() => return Err(Without::Unchecked),
        _ if document.is_truncated() => return Err(Without::Cut),
        _ => {}
    }
    let lines = document.lines();
    let source = Source::new(&document.bytes, &document.tree);
    let mut shown = portail::shown(document)
        .into_iter()
        .map(|at| &document.diagnostics[at])
        .peekable();
    let mut edits = Vec::new();
    for demande in &document.demandes {
        let is_inside = |offset| demande.span.start <= offset && offset < demande.span.end;
        let first = shown.next_if(|finding| is_inside(finding.span.start));
        let (code, label) = match first {
            Some(diagnostic) => {
                let view = View {
                    diagnostic,
                    document,
                    lines: &lines,
                    masked: None,
                };
                (diagnostic.code.as_str(), view.message())
            }
            None => (ACCEPTED, document.language.say(ACCEPTED_LABEL).into_owned()),
        };
        let colon = document.language.either("\u{a0}:", ":");
        let label = format!("{SIMULATION}{colon} {label}");
        edits.extend(answered(source, demande.node, code, &label));
    }
    Ok(apply(&document.bytes, &edits))
}

/// Writes the two values of a demande; a key that is missing is added at its start.
fn answered(source: Source<'_>, demande: NodeId, code: &str, label: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut missing = Vec::new();
    for (key, text) in [("codeTraitement", code), ("libelleTraitement", label)] {
        let text = quoted(text);
        match source.member(demande, key) {
            Some(value) => edits.push(Edit {
                span: source.span(value),
                text,
            }),
            None => missing.push(format!("\"{key}\": {text}")),
        }
    }
    if !missing.is_empty() {
        edits.push(insertion(source, demande, &missing.join(", ")));
    }
    sort_by_number(&mut edits, |edit| edit.span.start);
    edits
}
