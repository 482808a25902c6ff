//! MS1-DUI: « Dossier usager informatisé », Médico-social. Document MS1-DUI-Va1 of 2023-10-02, table of section 3.2.

use super::commun::{
    ACTION, ANS, DATE, FINESS, FORMAT_FICHIER, NOM, NOM_FICHIER, REGIME, SIRET, TYPE_FICHIER,
    any_number, at_least_one,
};
use crate::catalog::Code::{C001, C002, C015, C016, C025, S003};
use crate::profile::Format::{
    Amount, Boolean, Choice, Choices, LineNumber, Null, Object, Operator,
};
use crate::profile::Is::{False, Text as Is, True};
use crate::profile::Need::{Filled, Free, Null as NullAs, NullOrAbsent};
use crate::profile::Presence::{Cases, Optional, Required};
use crate::profile::{
    Class, Format, Length, Limit, Need, Presence, Profile, Relation, Reminder, Row, Test,
};

pub(super) static PROFILE: Profile = Profile {
    id: "MS1-DUI",
    couloir: "MS1",
    logiciel: "DUI",
    title: "Dossier usager informatisé (Médico-social)",
    rules: "2023-10-02",
    document: "MS1-DUI",
    deduced: false,
    header: HEADER,
    demande: DEMANDE,
    relations: &[Relation::Certificats, Relation::Scenarios, Relation::Pieces],
    reminders: REMINDERS,
    limits: LIMITS,
    soft: None,
    template: include_str!("templates/MS1-DUI.json"),
};

/// « SI isMandataire = true ALORS … SINON null ».
const MANDATAIRE: Presence = Cases(&[
    (&[Test("isMandataire", True)], Filled(C001)),
    (&[], NullAs(C002)),
]);

const SANS: Test = Test("demandeCertificatServeur", False);
const AVEC: Test = Test("demandeCertificatServeur", True);
const PAR_EDITEUR: Test = Test("statutAdminTechnique", Is("E"));
const PAR_STRUCTURE: Test = Test("statutAdminTechnique", Is("S"));
/// « Si demandeCertificatServeur = false alors champ null ».
const VIDE: (&[Test], Need) = (&[SANS], NullOrAbsent(C015));
const CERTIFICAT: Presence = Cases(&[VIDE, (&[AVEC], Filled(C016))]);
const CERTIFICAT_SI_EDITEUR: Presence =
    Cases(&[VIDE, (&[AVEC, PAR_EDITEUR], Filled(C016)), (&[], Free)]);
const CARTE: Presence = Cases(&[
    VIDE,
    (
        &[AVEC, PAR_STRUCTURE, Test("contractualisationOG", True)],
        Filled(C016),
    ),
    (
        &[AVEC, PAR_EDITEUR, Test("contractualisationEditeur", True)],
        Filled(C016),
    ),
    (&[], Free),
]);
const BLOC_CERTIFICAT: Presence = Cases(&[(&[AVEC], Filled(S003)), (&[], Free)]);
/// « Si IsMaitreId = false ALORS null ».
const SI_MAITRE: Presence = Cases(&[
    (&[Test("isMaitreId", True)], Filled(S003)),
    (&[], NullAs(C025)),
]);

const NUMERO_EDITEUR: Format = Format::Text {
    length: Length::Exactly(5),
    class: Class::Alphanumeric,
};
const EMAIL: Format = Format::Text {
    length: Length::Below(150),
    class: Class::Email { strict: true },
};
const TELEPHONE: Format = Format::Text {
    length: Length::Below(50),
    class: Class::Phone { strict: true },
};
const CARTE_CPX: Format = Format::Text {
    length: Length::Exactly(10),
    class: Class::Alphanumeric,
};
const NOM_COURT: Format = Format::Text {
    length: Length::Below(25),
    class: Class::Upper,
};
const VERSION: Format = Format::Text {
    length: Length::Below(50),
    class: Class::Loose,
};

#[rustfmt::skip]
static HEADER: &[Row] = &[
    Row::new("impId",        "la référence ASP du fichier",    Required, Null,  "M041", "null"),
    Row::new("numeroAns",    "le numéro de référencement ANS", Required, ANS,   "M042 M043", "\"1234567890\""),
    Row::new("SIRET",        "le numéro de SIRET",             Required, SIRET, "M044 M045", "\"12345678200010\""),
    Row::new("lignesImport", "la liste des demandes",          Required, at_least_one(&Object(DEMANDE)), "M046 M027 M034", ""),
];

#[rustfmt::skip]
static DEMANDE: &[Row] = &[
    Row::new("numLigne",             "le numéro de la demande",                  Required, LineNumber,     "M047 M048", "1"),
    Row::new("typeAction",           "le type d'action",                         Required, ACTION,         "M049", "\"C\""),
    Row::new("numeroASP",            "le numéro ASP",                            Required, Null,           "M050", "null"),
    Row::new("numeroEditeur",        "le numéro éditeur",                        Required, NUMERO_EDITEUR, "M051 M053", "\"00001\""),
    Row::new("commande",             "le bloc de la commande",                   Required, Object(COMMANDE), "M055", ""),
    Row::new("beneficiaires",        "le bloc des bénéficiaires",                Required, Object(BENEFICIAIRES), "M061", ""),
    Row::new("piecesJustificatives", "la liste des pièces justificatives",       Required, any_number(&Object(PIECE)), "M096 M098", ""),
    Row::new("scenarioInstallation", "la liste des scénarios d'installation",    Required, at_least_one(&Object(SCENARIO)), "M104 M105", ""),
    Row::new("codeTraitement",       "le code de traitement",                    Required, Null,           "M122", "null"),
    Row::new("libelleTraitement",    "le libellé de traitement",                 Required, Null,           "M123", "null"),
];

#[rustfmt::skip]
static COMMANDE: &[Row] = &[
    Row::new("dateCommande",    "la date de la commande", Required, DATE,   "M056", "\"15/09/2023\""),
    Row::new("regimeTVA",       "le régime de TVA",       Required, REGIME, "M057", "\"TTC\""),
    Row::new("montantSegurHT",  "le montant",             Required, Amount, "M058 M059", "4866.67"),
];

#[rustfmt::skip]
static BENEFICIAIRES: &[Row] = &[
    Row::new("isMandataire",          "la réponse « mandataire »",              Required,   Boolean,   "M062", "false"),
    Row::new("nomMandataire",         "le nom du mandataire",                   MANDATAIRE, NOM,       "M064 M065", "\"DURAND\""),
    Row::new("emailMandataire",       "l'adresse électronique du mandataire",   MANDATAIRE, EMAIL,     "M066 M067 M068", "\"a.durand@exemple.fr\""),
    Row::new("telephoneMandataire",   "le téléphone du mandataire",             MANDATAIRE, TELEPHONE, "M069 M070 M071", "\"+33 1 02 03 04 05\""),
    Row::new("etablissementsClients", "la liste des organismes gestionnaires",  Required,   at_least_one(&Object(ORGANISME)), "M072 M037", ""),
];

#[rustfmt::skip]
static ORGANISME: &[Row] = &[
    Row::new("FINESSJuridique",          "le FINESS juridique",                               Required, FINESS, "M073", "\"345678912\""),
    Row::new("demandeCertificatServeur", "la réponse « certificat serveur »",                 Required, Boolean, "M074", "false"),
    Row::new("contractualisationOG",     "la réponse « contrat de l'organisme avec l'ANS »",  CERTIFICAT, Boolean, "M075", "true"),
    Row::new("statutAdminTechnique",     "le statut de l'administrateur technique",           CERTIFICAT, Choice(&["E", "S"]), "M076", "\"S\""),
    Row::new("contractualisationEditeur", "la réponse « contrat de l'éditeur avec l'ANS »",   CERTIFICAT_SI_EDITEUR, Boolean, "M077 M078", "false"),
    Row::new("certificatServeur",        "le bloc du certificat serveur",                     BLOC_CERTIFICAT, Object(CERTIFICAT_SERVEUR), "M079 M005 M036", ""),
    Row::new("nomResponsableOG",         "le nom du responsable de l'organisme",              Required, NOM, "M088", "\"DURAND\""),
    Row::new("emailResponsableOG",       "l'adresse électronique du responsable de l'organisme", Required, EMAIL, "M089 M090 M003", "\"a.durand@exemple.fr\""),
    Row::new("telephoneResponsableOG",   "le téléphone du responsable de l'organisme",        Required, TELEPHONE, "M091 M092 M003", "\"+33 1 02 03 04 05\""),
    Row::new("FINESSGeos",               "la liste des FINESS géographiques",                 Required, at_least_one(&FINESS), "M093", "[\"123456789\"]"),
];

#[rustfmt::skip]
static CERTIFICAT_SERVEUR: &[Row] = &[
    Row::new("numeroCarteCPX",          "le numéro de la carte CPx",                        CARTE,      CARTE_CPX, "M080 M081 M082 M083", "\"1234567890\""),
    Row::new("nomAdminTechnique",       "le nom de l'administrateur technique",             CERTIFICAT, NOM_COURT, "M084", "\"MARTIN\""),
    Row::new("telephoneAdminTechnique", "le téléphone de l'administrateur technique",       CERTIFICAT, TELEPHONE, "M085", "\"+33 1 02 03 04 06\""),
    Row::new("emailAdminTechnique",     "l'adresse électronique de l'administrateur technique", CERTIFICAT, EMAIL, "M086", "\"b.martin@exemple.fr\""),
    Row::new("utiliteCertificat",       "l'utilité du certificat",                          CERTIFICAT, Choice(&["DMP", "INS", "DMP, INS"]), "M087", "\"DMP, INS\""),
];

#[rustfmt::skip]
static PIECE: &[Row] = &[
    Row::new("nomFichier",    "le nom de la pièce",    Required, NOM_FICHIER,    "M099 M129", "\"MS1-DUI-Va1-BDC-00001.pdf\""),
    Row::new("formatFichier", "le format de la pièce", Required, FORMAT_FICHIER, "M100", "\"PDF\""),
    Row::new("typeFichier",   "le type de la pièce",   Required, TYPE_FICHIER,   "M101", "\"BON_COMMANDE\""),
];

#[rustfmt::skip]
static SCENARIO: &[Row] = &[
    Row::new("FINESSGeo",           "le FINESS géographique du scénario",        Required,  FINESS,   "M106", "\"123456789\""),
    Row::new("ancienneVersion",     "l'ancienne version du logiciel",            Required,  VERSION,  "M107", "\"2.4\""),
    Row::new("isMaitreId",          "la réponse « maître d'identité »",          Required,  Boolean,  "M108", "true").also(&["IsMaitreId"]),
    Row::new("isStockageId",        "la réponse « stockage des titres d'identité »", Required, Boolean, "M111", "false").also(&["IsStockageId"]),
    Row::new("operateurMessagerie", "l'opérateur de messagerie",                 Optional,  Operator, "M113 M114 M115 M002 M135", "\"MAI_15\""),
    Row::new("profilMetier",        "le profil métier",                          Required,  Choices(&["PA", "PH", "DOM", "SAAD"]), "M116 M118 M004", "\"PA\""),
    Row::new("isRefSoins",          "la réponse « actes remboursables »",        SI_MAITRE, Boolean,  "M119 M121", "false").also(&["IsRefSoins"]),
];

static REMINDERS: &[Reminder] = &[
    Reminder {
        when: &[Test("isMaitreId", True)],
        text: "la solution doit avoir été référencée avec le profil « DUI - Référentiel d'identité »",
        #[cfg(feature = "citations")]
        sentences: "M109",
    },
    Reminder {
        when: &[Test("isMaitreId", False)],
        text: "la solution doit avoir été référencée avec le profil « DUI - Esclave d'identité »",
        #[cfg(feature = "citations")]
        sentences: "M110",
    },
    Reminder {
        when: &[Test("isStockageId", True)],
        text: "la solution doit avoir été référencée avec le profil « DUI - Stockage des copies de titre d'identité »",
        #[cfg(feature = "citations")]
        sentences: "M112",
    },
    Reminder {
        when: &[Test("profilMetier", Is("PA"))],
        text: "la solution doit avoir été référencée avec le profil « Spécifique - PA »",
        #[cfg(feature = "citations")]
        sentences: "M117 M118",
    },
    Reminder {
        when: &[Test("profilMetier", Is("PH"))],
        text: "la solution doit avoir été référencée avec le profil « Spécifique - PH »",
        #[cfg(feature = "citations")]
        sentences: "M117 M118",
    },
    Reminder {
        when: &[Test("profilMetier", Is("DOM"))],
        text: "la solution doit avoir été référencée avec le profil « Spécifique - Domicile »",
        #[cfg(feature = "citations")]
        sentences: "M117 M118",
    },
    Reminder {
        when: &[Test("profilMetier", Is("SAAD"))],
        text: "la solution doit avoir été référencée avec le profil « Spécifique - SAAD »",
        #[cfg(feature = "citations")]
        sentences: "M117 M118",
    },
    Reminder {
        when: &[Test("isRefSoins", True)],
        text: "la solution doit avoir été référencée avec le profil des solutions déployées auprès de ceux qui dispensent des actes remboursables par l'assurance maladie",
        #[cfg(feature = "citations")]
        sentences: "M120",
    },
    Reminder {
        when: &[Test("isRefSoins", False)],
        text: "la solution doit avoir été référencée avec le profil des solutions déployées auprès de ceux qui ne dispensent pas d'actes remboursables par l'assurance maladie",
        #[cfg(feature = "citations")]
        sentences: "M120",
    },
];

#[rustfmt::skip]
static LIMITS: &[Limit] = &[
    Limit::new(&[], "3.2", "M038 M094 M095", "Les FINESS géographiques sont ceux du bon de commande, et chacun est dans la liste des FINESS éligibles de l'appel à financement."),
    Limit::new(&[], "3.1", "M039", "Le plafond hors taxes est le plafond TTC de la tranche, pour le nombre d'ESMS éligibles, divisé par 1,2."),
    Limit::new(&[AVEC], "3.2", "M075 M077 M080", "Les contractualisations avec l'ANS et le numéro de la carte CPx sont exacts."),
];
