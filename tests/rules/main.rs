//! One named test per case of each rule.

mod conforming;
mod duplicate_keys;
mod structure_keys;
