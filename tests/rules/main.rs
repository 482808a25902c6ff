//! One named test per case of each rule.

mod coherence_certificats;
mod coherence_clients;
mod coherence_commande_pour;
mod coherence_dates;
mod coherence_mandataire;
mod coherence_scenarios;
mod conforming;
mod numbering;
