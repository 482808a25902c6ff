//! One named test per case of each rule.

mod answer;
mod coherence_certificats;
mod coherence_clients;
mod coherence_commande_pour;
mod coherence_dates;
mod coherence_mandataire;
mod coherence_scenarios;
mod conforming;
mod files;
mod hostile;
mod names;
mod numbering;
mod pieces;
mod reminders;
mod syntax;
