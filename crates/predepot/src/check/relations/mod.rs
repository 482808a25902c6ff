//! Relations between the rows of one demande: one file each, named by [`Relation`].

mod certificats;
mod client_unique;
mod commande_pour;
mod distinct;
mod pieces;
mod scenarios;

pub(super) use certificats::Certificats;
pub(super) use pieces::Piece;

use super::bind::{Binding, DEMANDE};
use crate::profile::{Profile, Relation};

/// What relations look at, and gather over the whole file.
pub(super) struct Relations<'a> {
    pub(super) certificats: Certificats,
    /// The pieces of the demandes so far.
    pub(super) pieces: Vec<Piece<'a>>,
}

impl<'a> Relations<'a> {
    pub(super) fn new() -> Self {
        Self {
            certificats: Certificats::new(),
            pieces: Vec::new(),
        }
    }

    /// Before spellings are resolved: keys that have several places.
    pub(super) fn claim(&mut self, binding: &mut Binding<'_>, profile: &Profile) {
        if profile.relations.contains(&Relation::Certificats) {
            self.certificats.claim(binding);
        }
    }

    /// Before values are checked: which blocks are to be.
    pub(super) fn steer(&mut self, binding: &mut Binding<'_>, profile: &Profile) {
        for relation in profile.relations {
            match relation {
                Relation::CommandePour => commande_pour::steer(binding),
                Relation::Certificats => self.certificats.judge(binding),
                _ => {}
            }
        }
    }

    /// After values are checked: rules that read several. `foreign`: a demande of another software than its file's.
    pub(super) fn check(&mut self, binding: &mut Binding<'a>, profile: &Profile, foreign: bool) {
        for relation in profile.relations {
            match *relation {
                Relation::CommandePour | Relation::Certificats => {}
                Relation::ClientUnique(array, key) => client_unique::check(binding, array, key),
                Relation::Distinct(code, array, key) => distinct::check(binding, code, array, key),
                Relation::Pieces => pieces::check(binding, profile, foreign, &mut self.pieces),
                Relation::Scenarios => scenarios::check(binding),
            }
        }
    }
}

/// The first object of the demande that has a row of this key.
fn holder(binding: &Binding<'_>, key: &str) -> Option<super::bind::ObjectId> {
    binding
        .holders(key)
        .find(|&id| id == DEMANDE || !binding.objects[id.0].silent)
}
