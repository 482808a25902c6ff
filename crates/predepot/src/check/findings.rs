//! What is found in a file while its demandes come and go. Knows which values are broken, so that asking costs the same however many are.

use crate::diag::{Diagnostic, Severity};
use crate::json::NodeId;

/// The findings of a file so far.
#[derive(Default)]
pub(super) struct Findings {
    all: Vec<Diagnostic>,
    /// Where those of the demande at hand start.
    first: usize,
    /// The values that have an error: a bit each, in words of 64.
    broken: Vec<u64>,
}

impl Findings {
    /// A demande starts.
    pub(super) fn open_demande(&mut self) {
        self.first = self.all.len();
    }

    pub(super) fn push(&mut self, finding: Diagnostic) {
        if finding.severity == Severity::Erreur {
            finding.node.inspect(|&value| self.set_broken(value));
        }
        self.all.push(finding);
    }

    fn set_broken(&mut self, value: NodeId) {
        let (word, bit) = place(value);
        if self.broken.len() <= word {
            self.broken.resize(word + 1, 0);
        }
        self.broken[word] |= bit;
    }

    /// True when a value has an error.
    pub(super) fn is_broken(&self, value: NodeId) -> bool {
        let (word, bit) = place(value);
        self.broken.get(word).is_some_and(|word| word & bit != 0)
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

fn place(value: NodeId) -> (usize, u64) {
    (value.0 as usize / 64, 1 << (value.0 % 64))
}

impl Extend<Diagnostic> for Findings {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, findings: T) {
        for finding in findings {
            self.push(finding);
        }
    }
}
