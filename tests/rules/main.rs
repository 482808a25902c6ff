//! One named test per case of each rule.

mod conforming;
