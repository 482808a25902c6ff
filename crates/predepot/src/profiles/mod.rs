//! The profiles: one declarative file each, laid out like its document's table. To add one: its file, and its line in [`ALL`].

mod commun;
mod hop;
mod mdv_lgc;
mod ms1_dui;
mod operateurs;

pub use commun::{HEADER, LIMITS};
pub use operateurs::{Operateur, operateurs};

use crate::profile::Profile;

/// Every profile.
pub static ALL: &[&Profile] = &[
    &ms1_dui::PROFILE,
    &mdv_lgc::PROFILE,
    &hop::DPI,
    &hop::PFI,
    &hop::RI,
];

/// The profile of this identifier ("MDV-LGC"), in any case.
pub fn by_id(id: &str) -> Option<&'static Profile> {
    ALL.iter()
        .copied()
        .find(|profile| profile.id.eq_ignore_ascii_case(id))
}
