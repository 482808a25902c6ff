//! One named test per case of each rule.

mod conforming;
mod duplicate_keys;
mod fixes;
mod format_contacts;
mod format_lists;
mod format_text;
mod format_values;
mod one_cause;
mod report;
mod structure_arrays;
mod structure_certificats;
mod structure_files;
mod structure_keys;
mod structure_types;
