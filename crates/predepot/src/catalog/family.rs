//! How rules are kept: the words of a family are one text, which is read once. Pointers to each of them, some 600, would add
//! 2.5 kB to the page's compressed module.

use super::sentence::Sentences;
use super::{Code, Rule};
use crate::diag::Severity;

/// The rules of one file.
pub(super) struct Family {
    /// Their codes, and the severities of each.
    pub(super) rules: &'static [(Code, &'static [Severity])],
    /// Six lines a rule, in the order of the fields of [`Rule`].
    pub(super) text: &'static str,
}

/// A family, written as a list of [`Rule`].
macro_rules! family {
    [$(Rule {
        code: $code:expr,
        severities: [$($severity:expr),*],
        summary: $summary:literal,
        why: $why:literal,
        doubt: $doubt:literal,
        section: $section:literal,
        message: [$message:literal $(, $other_message:literal)* $(,)?],
        help: [$help:literal $(, $other_help:literal)* $(,)?],
    }),* $(,)?] => {
        $crate::catalog::family::Family {
            rules: &[$(($code, &[$($severity),*])),*],
            text: concat!($(
                $summary, "\n", $why, "\n", $doubt, "\n", $section, "\n",
                $message, $("\t", $other_message,)* "\n", $help, $("\t", $other_help,)* "\n",
            )*),
        }
    };
}

pub(super) use family;

impl Family {
    /// Adds its rules.
    pub(super) fn read(&self, to: &mut Vec<Rule>) {
        let mut lines = self.text.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        for &(code, severities) in self.rules {
            to.push(Rule {
                code,
                severities,
                summary: line(),
                why: line(),
                doubt: line(),
                section: line(),
                message: Sentences(line()),
                help: Sentences(line()),
            });
        }
    }
}
