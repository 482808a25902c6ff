//! One named test per case of each rule.

mod answer;
mod coherence_certificats;
mod coherence_clients;
mod coherence_commande_pour;
mod coherence_dates;
mod coherence_mandataire;
mod coherence_scenarios;
mod conforming;
mod duplicate_keys;
mod fixes;
mod format_contacts;
mod format_lists;
mod format_text;
mod format_values;
mod names;
mod numbering;
mod one_cause;
mod pieces;
mod reminders;
mod report;
mod structure_arrays;
mod structure_certificats;
mod structure_files;
mod structure_keys;
mod structure_types;
