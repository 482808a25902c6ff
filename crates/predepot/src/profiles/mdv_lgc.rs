//! MDV-LGC: « Logiciels de gestion de cabinet », Médecins de ville. Document MDV-LGC-Va1 of 2022-11-04, table of section 3.2.

use super::commun::{
    ACTION, ANS, DATE, EMAIL, FINESS, FORMAT_FICHIER, NOM, NOM_FICHIER, REGIME, SIRET, TELEPHONE,
    TYPE_FICHIER, any_number, at_least_one,
};
use crate::catalog::Code::{C001, C002, C014, C020, C021, C024, S003, S004};
use crate::diag::Severity::Avertissement;
use crate::profile::Format::{Amount, Boolean, Choice, LineNumber, Null, Object, Operator};
use crate::profile::Is::{False, Text as Is, True};
use crate::profile::Need::{Filled, Free, Null as NullAs, NullOrAbsent, Off};
use crate::profile::Presence::{ByRelation, Cases, Optional, Required};
use crate::profile::{
    Class, Format, Length, Limit, Presence, Profile, Relation, Reminder, Row, Test,
};

pub(super) static PROFILE: Profile = Profile {
    id: "MDV-LGC",
    couloir: "MDV",
    logiciel: "LGC",
    title: "Logiciels de gestion de cabinet (Médecins de ville)",
    rules: "2022-11-04",
    document: "MDV-LGC",
    deduced: false,
    header: HEADER,
    demande: DEMANDE,
    relations: &[
        Relation::CommandePour,
        Relation::ClientUnique("liberal", None),
        Relation::Distinct(C021, "liberal", Some("RPPS")),
        Relation::Distinct(C014, "FINESSGeo", None),
        Relation::Pieces,
    ],
    reminders: REMINDERS,
    limits: LIMITS,
    soft: None,
    template: include_str!("templates/MDV-LGC.json"),
};

/// Obligatoire si la commande est pour un LIBERAL, à ne pas renseigner si elle est pour une STRUCTURE.
const DRAPEAU: Presence = Cases(&[(&[STRUCTURE], Off(C024)), (&[LIBERAL], Filled(S003))]);
const MANDATAIRE: Presence = Cases(&[
    (&[STRUCTURE], NullOrAbsent(C002)),
    (
        &[
            LIBERAL,
            Test("isClientUnique", False),
            Test("isMandataire", True),
        ],
        Filled(C001),
    ),
    (&[LIBERAL], NullAs(C002)),
]);
/// « Facultatif si le médecin est représenté par un mandataire ».
const CONTACT: Presence = Cases(&[
    (&[Test("isMandataire", True)], Free),
    (&[LIBERAL], Filled(C020)),
]);
const LIBERAL: Test = Test("commandePour", Is("LIBERAL"));
const STRUCTURE: Test = Test("commandePour", Is("STRUCTURE"));

const NUMERO_EDITEUR: Format = Format::Text {
    length: Length::Exactly(5),
    class: Class::AlphanumericLikely,
};
const RPPS: Format = Format::Text {
    length: Length::Exactly(11),
    class: Class::Rpps,
};
/// « [1] ou liste des finess géographiques »: the cell is damaged, an empty list only a warning.
const LISTE_FINESS: Format = Format::Array {
    of: &FINESS,
    empty: Some((S004, Avertissement)),
};

#[rustfmt::skip]
static HEADER: &[Row] = &[
    Row::new("impId",        "la référence ASP du fichier",    Required, Null,  "V035", "null"),
    Row::new("numeroAns",    "le numéro de référencement ANS", Required, ANS,   "V036", "\"1234567890\""),
    Row::new("SIRET",        "le numéro de SIRET",             Required, SIRET, "V037", "\"12345678200010\""),
    Row::new("lignesImport", "la liste des demandes",          Required, at_least_one(&Object(DEMANDE)), "V038 V023 V028", ""),
];

#[rustfmt::skip]
static DEMANDE: &[Row] = &[
    Row::new("numLigne",             "le numéro de la demande",                Required, LineNumber,     "V039", "1"),
    Row::new("typeAction",           "le type d'action",                       Required, ACTION,         "V040", "\"C\""),
    Row::new("numeroASP",            "le numéro ASP",                          Required, Null,           "V041", "null"),
    Row::new("numeroEditeur",        "le numéro éditeur",                      Required, NUMERO_EDITEUR, "V042 V045", "\"00001\""),
    Row::new("commande",             "le bloc de la commande",                 Required, Object(COMMANDE), "V046", ""),
    Row::new("beneficiaires",        "le bloc des bénéficiaires",              Required, Object(BENEFICIAIRES), "V047", ""),
    Row::new("piecesJustificatives", "la liste des pièces justificatives",     Required, any_number(&Object(PIECE)), "V048 V050", ""),
    Row::new("scenarioInstallation", "le bloc du scénario d'installation",     Required, Object(SCENARIO), "V051", ""),
    Row::new("codeTraitement",       "le code de traitement",                  Required, Null,           "V093", "null"),
    Row::new("libelleTraitement",    "le libellé de traitement",               Required, Null,           "V094", "null"),
];

#[rustfmt::skip]
static COMMANDE: &[Row] = &[
    Row::new("dateCommande",    "la date de la commande", Required, DATE,   "V052", "\"15/09/2022\""),
    Row::new("regimeTVA",       "le régime de TVA",       Required, REGIME, "V053", "\"TTC\""),
    Row::new("montantSegurHT",  "le montant",             Required, Amount, "V054", "1075.00"),
];

#[rustfmt::skip]
static BENEFICIAIRES: &[Row] = &[
    Row::new("commandePour",        "la nature du client",                   Required,   Choice(&["LIBERAL", "STRUCTURE"]), "V056 V030", "\"LIBERAL\""),
    Row::new("isMandataire",        "la réponse « mandataire »",             DRAPEAU,    Boolean,   "V057 V058", "false"),
    Row::new("isClientUnique",      "la réponse « client unique »",          DRAPEAU,    Boolean,   "V060 V061 V062", "true"),
    Row::new("nomMandataire",       "le nom du mandataire",                  MANDATAIRE, NOM,       "V063 V064", "\"DURAND\""),
    Row::new("emailMandataire",     "l'adresse électronique du mandataire",  MANDATAIRE, EMAIL,     "V065", "\"a.durand@exemple.fr\""),
    Row::new("telephoneMandataire", "le téléphone du mandataire",            MANDATAIRE, TELEPHONE, "V066", "\"+33 1 02 03 04 05\""),
    Row::new("liberal",             "la liste des médecins libéraux",        ByRelation, any_number(&Object(MEDECIN)), "V067 V068", ""),
    Row::new("structure",           "le bloc de la structure",               ByRelation, Object(BLOC_STRUCTURE), "V073", ""),
];

#[rustfmt::skip]
static MEDECIN: &[Row] = &[
    Row::new("nomMedecin",       "le nom du médecin",                 Required, NOM,       "V069", "\"DURAND\""),
    Row::new("emailMedecin",     "l'adresse électronique du médecin", CONTACT,  EMAIL,     "V070", "\"a.durand@exemple.fr\""),
    Row::new("telephoneMedecin", "le téléphone du médecin",           CONTACT,  TELEPHONE, "V071", "\"+33 1 02 03 04 05\""),
    Row::new("RPPS",             "le numéro RPPS du médecin",         Required, RPPS,      "V072 V003", "\"10001234565\""),
];

#[rustfmt::skip]
static BLOC_STRUCTURE: &[Row] = &[
    Row::new("FINESSJuridique",      "le FINESS juridique",                   Required, FINESS,       "V074", "\"750000001\""),
    Row::new("nomResponsable",       "le nom du responsable",                 Required, NOM,          "V075", "\"DURAND\""),
    Row::new("emailResponsable",     "l'adresse électronique du responsable", Required, EMAIL,        "V076", "\"a.durand@exemple.fr\""),
    Row::new("telephoneResponsable", "le téléphone du responsable",           Required, TELEPHONE,    "V077", "\"+33 1 02 03 04 05\""),
    Row::new("FINESSGeo",            "la liste des FINESS géographiques",     Required, LISTE_FINESS, "V078", "[\"750000002\"]"),
];

#[rustfmt::skip]
static PIECE: &[Row] = &[
    Row::new("nomFichier",    "le nom de la pièce",    Required, NOM_FICHIER,    "V088 V102", "\"MDV-LGC-Va1-BDC-00001.pdf\""),
    Row::new("formatFichier", "le format de la pièce", Required, FORMAT_FICHIER, "V089", "\"PDF\""),
    Row::new("typeFichier",   "le type de la pièce",   Required, TYPE_FICHIER,   "V090", "\"BON_COMMANDE\""),
];

#[rustfmt::skip]
static SCENARIO: &[Row] = &[
    Row::new("isCentreDeSante",          "la réponse « centre de santé »",                     Required, Boolean,  "V079", "false"),
    Row::new("operateurMessagerie",      "l'opérateur de messagerie",                          Optional, Operator, "V080 V006 V108", "\"MAI_15\""),
    Row::new("isProSanteConnectNeeded",  "la réponse « Pro Santé Connect »",                   Required, Boolean,  "V081", "true"),
    Row::new("isDirectToDMP",            "la réponse « envoi direct au DMP »",                 Required, Boolean,  "V082", "true").also(&["isDirecToDMP"]),
    Row::new("isPFIToDMP",               "la réponse « envoi au DMP par une application tierce »", Required, Boolean, "V083", "false"),
    Row::new("isDirectToMSSPro",         "la réponse « envoi direct par la MSS Pro »",         Required, Boolean,  "V084", "true"),
    Row::new("isPFIToMSSPro",            "la réponse « envoi par la MSS Pro et une application tierce »", Required, Boolean, "V085", "false"),
    Row::new("isDirectToMSSCitoyen",     "la réponse « envoi direct par la MSS citoyen »",     Required, Boolean,  "V086", "true"),
    Row::new("isPFIToMSSCitoyen",        "la réponse « envoi par la MSS citoyen et une application tierce »", Required, Boolean, "V087", "false"),
];

static REMINDERS: &[Reminder] = &[
    Reminder {
        when: &[Test("isCentreDeSante", True)],
        text: "la solution doit avoir été référencée avec le profil « Centre de santé »",
        #[cfg(feature = "citations")]
        sentences: "V095",
    },
    Reminder {
        when: &[Test("operateurMessagerie", Is("MAI_15"))],
        text: "la solution doit avoir été référencée avec le profil « Mailiz »",
        #[cfg(feature = "citations")]
        sentences: "V096",
    },
    Reminder {
        when: &[LIBERAL, Test("isCentreDeSante", True)],
        text: "la commande est pour des médecins libéraux alors que le client est dit centre de santé : vérifiez les deux réponses",
        #[cfg(feature = "citations")]
        sentences: "V030 V079",
    },
    Reminder {
        when: &[Test("isMandataire", True), Test("isClientUnique", True)],
        text: "un mandataire signe pour plusieurs clients, or le client est dit unique : vérifiez les deux réponses",
        #[cfg(feature = "citations")]
        sentences: "V057 V061",
    },
];

#[rustfmt::skip]
static LIMITS: &[Limit] = &[
    Limit::new(&[LIBERAL], "3.1", "V031 V072", "Les médecins et leurs RPPS sont ceux du bon de commande, et chacun est éligible."),
    Limit::new(&[STRUCTURE], "3.1", "V031 V074 V078", "La structure et ses FINESS sont ceux du bon de commande, et chacun est éligible."),
    Limit::new(&[STRUCTURE], "3.1", "V034", "Le montant suit l'effectif de chaque structure géographique."),
];
