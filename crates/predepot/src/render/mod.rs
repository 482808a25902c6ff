//! The report, written out. Knows no rule.
