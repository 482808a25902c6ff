//! What is found in a file while its demandes come and go. Knows which values are broken, so that asking costs the same however many are.

use std::collections::HashSet;

use crate::diag::{Diagnostic, Severity};
use crate::json::NodeId;

/// The findings of a file so far.
#[derive(Default)]
pub(super) struct Findings {
    all: Vec<Diagnostic>,
    /// Where those of the demande at hand start.
    first: usize,
    /// The values of the demande at hand that have an error.
    broken: HashSet<NodeId>,
}

impl Findings {
    /// A demande starts.
    pub(super) fn open_demande(&mut self) {
        self.first = self.all.len();
        self.broken.clear();
    }

    pub(super) fn push(&mut self, finding: Diagnostic) {
        if finding.severity == Severity::Erreur {
            self.broken.extend(finding.node);
        }
        self.all.push(finding);
    }

    /// True when a value of the demande at hand has an error.
    pub(super) fn is_broken(&self, value: NodeId) -> bool {
        self.broken.contains(&value)
    }

    /// Takes back some of the findings of the demande at hand, or of the header before the first; their values stay broken.
    pub(super) fn withdraw(&mut self, which: impl Fn(&Diagnostic) -> bool) {
        self.all
            .extract_if(self.first.., |finding| which(finding))
            .for_each(drop);
    }

    pub(super) fn into_all(self) -> Vec<Diagnostic> {
        self.all
    }
}

impl Extend<Diagnostic> for Findings {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, findings: T) {
        for finding in findings {
            self.push(finding);
        }
    }
}
