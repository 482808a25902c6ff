//! The report, written out. Knows no rule.

pub mod answer;
pub mod json;
pub mod portail;
pub mod simulation;
pub mod wire;
