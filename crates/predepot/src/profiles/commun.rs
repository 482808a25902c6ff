//! What every document says in the same words: the formats shared by the tables (REGLES sections 1.1 to 1.4).

use crate::catalog::Code::{C001, C002, S004};
use crate::diag::Severity::Erreur;
use crate::profile::{Class, Format, Is, Length, Limit, Need, Presence, Row, Test};

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

/// What cannot be checked in any file: the documents say so, and the files do not show it.
#[rustfmt::skip]
pub static LIMITS: &[Limit] = &[
    Limit::new(&[], "1.2", "M006 V007 H007", "Le logiciel est référencé par l'ANS, et le numéro ANS du fichier est le sien."),
    Limit::new(&[], "1.2", "M013 M014 V011 H011", "Sur le portail, vous indiquez pour ce JSON le type de demande (avance ou solde) et le numéro ANS du logiciel."),
    Limit::new(&[], "3.2", "M044 V037 H038", "Le SIRET est celui de votre demande d'enrôlement."),
    Limit::new(&[], "3.2", "M051 V042 H043", "Aucune de ces demandes n'est déjà déposée, et aucun de leurs numéros éditeur n'a déjà servi."),
    Limit::new(&[], "3.2", "M056 V005 V052 H005 H047", "Chaque date de commande est celle de la signature du bon de commande par le client final."),
    Limit::new(&[], "3.2", "M060 V055 H050", "Chaque montant est celui du bon de commande, hors taxes, arrondi au centime, et respecte le plafond de l'appel à financement."),
    Limit::new(&[], "3.2", "M057 V004 H003", "Le régime de TVA est celui du fournisseur."),
    Limit::new(&[Test("regimeTVA", Is::Text("HT"))], "3.2", "M103 V002 V092 H002 H073", "La preuve HT est l'attestation de non-assujettissement à la TVA délivrée par la DGFiP."),
    Limit::new(&[Test("isMandataire", Is::True)], "3.2", "M063 V059 H053", "Le mandat existe : il peut être exigé lors d'un contrôle."),
    Limit::new(&[], "1.2", "M008 M040 V031 H031", "Chaque bon de commande est le bon, et signé : ni le texte ni les signatures des pièces ne sont lus ici."),
    Limit::new(&[], "3.3", "M127 V101 H096", "Le numéro à la fin du nom du JSON suit celui du dernier fichier déposé le même jour pour ce numéro ANS."),
    Limit::new(&[], "1.2", "M023 M024 V018 H018", "L'ASP instruit une à une les demandes que ses contrôles laissent passer, et peut encore les refuser.").after(),
    Limit::new(&[], "1.2", "M021 V017 H017", "Conservez le numéro ASP de chaque demande acceptée : il est obligatoire pour la demande de solde.").after(),
    Limit::new(&[], "1.2", "M020 V043 H044", "Conservez aussi le numéro éditeur de chaque demande. Une demande rejetée se dépose dans un autre JSON, sous un nouveau numéro éditeur.").after(),
];
