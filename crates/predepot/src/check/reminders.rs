//! Answers that call for a reminder (C022): one finding for each text, with the demandes concerned (REGLES section 1.8).

use super::bind::{Binding, Truth};
use super::control::{Ground, control};
use super::findings::Findings;
use crate::catalog::Code::C022;
use crate::diag::Severity::Information;
use crate::diag::{Detail, Diagnostic};
use crate::profile::{Profile, Test};
use crate::text::Span;

/// The reminders of a file, with the ranks of their demandes.
#[derive(Default)]
pub(super) struct Reminders(Vec<(&'static str, Vec<u32>)>);

impl Reminders {
    /// Looks at the demande at hand, whose rank is `rank` (1 for the first).
    #[inline(never)]
    pub(super) fn look(&mut self, binding: &Binding<'_>, profile: &'static Profile, rank: u32) {
        for reminder in profile.reminders {
            if holds(binding, reminder.when) {
                self.note(reminder.text, rank);
            }
        }
    }

    /// Says that a text is about a demande.
    pub(super) fn note(&mut self, text: &'static str, rank: u32) {
        let known = self.0.iter().position(|(known, _)| *known == text);
        let at = known.unwrap_or_else(|| {
            self.0.push((text, Vec::new()));
            self.0.len() - 1
        });
        let ranks = &mut self.0[at].1;
        if ranks.last() != Some(&rank) {
            ranks.push(rank);
        }
    }

    /// The demandes that a text is about.
    pub(super) fn of(&self, text: &str) -> &[u32] {
        let known = self.0.iter().find(|(known, _)| *known == text);
        known.map_or(&[], |(_, ranks)| ranks)
    }

    /// Each text with its demandes.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &[u32])> {
        self.0.iter().map(|(text, ranks)| (*text, &ranks[..]))
    }

    /// The findings, on the whole file.
    pub(super) fn finish(self, findings: &mut Findings) {
        findings.extend(self.0.into_iter().map(|(text, ranks)| {
            Diagnostic::new(
                C022,
                Information,
                control(C022, Ground::Value),
                Span::default(),
            )
            .detail(Detail::Texts(
                std::iter::once(text.to_owned())
                    .chain(ranks.iter().map(u32::to_string))
                    .collect(),
            ))
        }));
    }
}

/// True when all of these hold in the demande at hand, and there is one; the first in an object that is looked at.
#[inline(never)]
pub(super) fn holds(binding: &Binding<'_>, when: &[Test]) -> bool {
    let [first, others @ ..] = when else {
        return false;
    };
    let others = |id| {
        others
            .iter()
            .all(|&test| binding.test(id, test) == Truth::True || elsewhere(binding, test))
    };
    binding.holders(first.0).any(|id| {
        !binding.objects[id.0].silent && binding.test(id, *first) == Truth::True && others(id)
    })
}

/// A test on a value of another block, when only one object of the demande can have it.
fn elsewhere(binding: &Binding<'_>, test: Test) -> bool {
    let mut holders = binding.holders(test.0);
    matches!((holders.next(), holders.next()), (Some(id), None) if binding.test(id, test) == Truth::True)
}
