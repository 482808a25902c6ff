//! What every document says in the same words: the formats shared by the tables (REGLES sections 1.1 to 1.4).

use crate::catalog::Code::{C001, C002, S004};
use crate::diag::Severity::Erreur;
use crate::profile::{Class, Format, Is, Length, Need, Presence, Row, Test};

pub(super) const ANS: Format = Format::Text {
    length: Length::Exactly(10),
    class: Class::AlphanumericLikely,
};
pub(super) const SIRET: Format = Format::Text {
    length: Length::Exactly(14),
    class: Class::Siret,
};
pub(super) const DATE: Format = Format::Text {
    length: Length::Any,
    class: Class::Date,
};
pub(super) const NOM: Format = Format::Text {
    length: Length::Below(50),
    class: Class::Upper,
};
pub(super) const EMAIL: Format = Format::Text {
    length: Length::Below(150),
    class: Class::Email { strict: false },
};
pub(super) const TELEPHONE: Format = Format::Text {
    length: Length::Below(50),
    class: Class::Phone { strict: false },
};
pub(super) const FINESS: Format = Format::Text {
    length: Length::Exactly(9),
    class: Class::Finess,
};
pub(super) const NOM_FICHIER: Format = Format::Text {
    length: Length::Below(50),
    class: Class::PieceName,
};
pub(super) const FORMAT_FICHIER: Format = Format::Choice(&["PDF", "PNG", "JPG"]);
pub(super) const TYPE_FICHIER: Format = Format::Choice(&["BON_COMMANDE", "PREUVE_HT"]);
pub(super) const REGIME: Format = Format::Choice(&["TTC", "HT"]);
pub(super) const ACTION: Format = Format::Choice(&["C"]);

/// An array of at least one of `of`.
pub(super) const fn at_least_one(of: &'static Format) -> Format {
    Format::Array {
        of,
        empty: Some((S004, Erreur)),
    }
}

/// An array that may be empty, or of which a relation says the number.
pub(super) const fn any_number(of: &'static Format) -> Format {
    Format::Array { of, empty: None }
}

/// « SI isClientUnique = false ET isMandataire = true ALORS … SINON null ».
pub(super) const MANDATAIRE_DE_PLUSIEURS: Presence = Presence::Cases(&[
    (
        &[
            Test("isClientUnique", Is::False),
            Test("isMandataire", Is::True),
        ],
        Need::Filled(C001),
    ),
    (&[], Need::Null(C002)),
]);

/// The header when no profile is found: what all documents agree on.
pub static HEADER: &[Row] = super::mdv_lgc::PROFILE.header;
