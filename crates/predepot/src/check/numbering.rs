//! What must be unique or in order over the demandes of a file: `numLigne` (C006), `numeroEditeur` (C007), names of pieces (N015).

use super::bind::Binding;
use super::relations::Piece;
use super::seen::Seen;
use crate::catalog::Code::{self, C006, C007, N015};
use crate::diag::Severity::{Avertissement, Erreur};
use crate::diag::{Detail, Diagnostic};
use crate::json::NodeId;
use crate::profile::Row;
use crate::text::Span;

use super::bind::DEMANDE;

/// What was seen in the demandes so far.
#[derive(Default)]
pub(super) struct Numbering<'a> {
    lines: Seen<'a>,
    /// The last number; none at the start of the file and after a refused one.
    last: Option<i64>,
    started: bool,
    editeurs: Seen<'a>,
    names: Seen<'a>,
}

impl<'a> Numbering<'a> {
    /// Looks at the demande at hand; `report` is false for one that the rules only read.
    #[inline(never)]
    pub(super) fn look(&mut self, binding: &mut Binding<'a>, pieces: &[Piece<'a>], report: bool) {
        self.line(binding, report);
        // A number used twice makes names used twice: one cause, one finding.
        let report = !self.editeur(binding, report) && report;
        for piece in pieces {
            let first = self.names.or_note(piece.name.clone(), piece.value.0);
            let Some(first) = first.filter(|_| piece.sound && report) else {
                continue;
            };
            let row = binding
                .holders("nomFichier")
                .next()
                .and_then(|id| row_of(binding, id, "nomFichier"));
            let finding = at_later(
                N015,
                row,
                piece.value,
                piece.span,
                &piece.name,
                binding.source.span(NodeId(first)),
                "une pièce porte déjà ce nom ici",
            );
            binding.findings.push(finding);
        }
    }

    fn line(&mut self, binding: &mut Binding<'a>, report: bool) {
        let first = !std::mem::replace(&mut self.started, true);
        let value = binding
            .get(DEMANDE, "numLigne")
            .filter(|&value| binding.is_sound(value));
        let number = value.and_then(|value| Some((value, whole(binding, value)?)));
        let last = std::mem::replace(&mut self.last, number.map(|(_, number)| number));
        let Some((value, number)) = number else {
            return;
        };
        let span = binding.source.span(value);
        let written = binding.source.number(value);
        let same = self.lines.or_note(written, value.0);
        let before = same.map_or(span, |first| binding.source.span(NodeId(first)));
        let (severity, expected) = match (first, last) {
            (true, _) if number != 1 => (Erreur, 1),
            (false, Some(last)) if number != last.saturating_add(1) && before != span => {
                (Erreur, last.saturating_add(1))
            }
            (false, Some(last)) if number != last.saturating_add(1) => {
                (Avertissement, last.saturating_add(1))
            }
            _ => return,
        };
        if report {
            let count = |number: i64| u32::try_from(number).unwrap_or_default();
            let row = row_of(binding, DEMANDE, "numLigne");
            let finding = binding
                .finding(C006, severity, DEMANDE, row, span)
                .at(value);
            let finding = finding.detail(Detail::Count {
                expected: count(expected),
                found: count(number),
            });
            let finding = if before == span {
                finding
            } else {
                finding.related(before, "le même numéro est déjà écrit ici")
            };
            binding.findings.push(finding.to_write(format!(
                "Écrire `{expected}`, et numéroter de même les suivantes"
            )));
        }
    }

    /// True when the number was already used.
    fn editeur(&mut self, binding: &mut Binding<'a>, report: bool) -> bool {
        let value = binding
            .get(DEMANDE, "numeroEditeur")
            .filter(|&value| binding.is_sound(value));
        let Some((value, text)) =
            value.and_then(|value| Some((value, binding.source.string(value)?)))
        else {
            return false;
        };
        let span = binding.source.span(value);
        let first = self.editeurs.or_note(text, value.0);
        if let Some(first) = first.filter(|_| report) {
            let row = row_of(binding, DEMANDE, "numeroEditeur");
            binding.findings.push(at_later(
                C007,
                row,
                value,
                span,
                &binding.source.text(value),
                binding.source.span(NodeId(first)),
                "ce numéro éditeur est déjà écrit ici",
            ));
        }
        first.is_some()
    }
}

fn row_of(binding: &Binding<'_>, id: super::bind::ObjectId, key: &str) -> Option<&'static Row> {
    binding
        .find(id, key)
        .map(|(row, _)| &binding.objects[id.0].rows[row])
}

fn at_later(
    code: Code,
    row: Option<&'static Row>,
    value: NodeId,
    span: Span,
    text: &str,
    first: Span,
    message: &str,
) -> Diagnostic {
    let control = super::control::control(code, super::control::Ground::Value);
    Diagnostic {
        row,
        ..Diagnostic::new(code, Erreur, control, span)
    }
    .at(value)
    .detail(Detail::Text(text.to_owned()))
    .related(first, message)
    .to_write("Écrire une valeur qui n'est pas encore prise".to_owned())
}

/// A JSON number as an integer, when it is written as one.
pub(super) fn whole(binding: &Binding<'_>, value: NodeId) -> Option<i64> {
    if binding.source.kind(value) != crate::json::Kind::Number {
        return None;
    }
    binding.source.number(value).parse().ok()
}
