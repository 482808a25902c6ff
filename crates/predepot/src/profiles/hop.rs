//! HOP: hospital software. Document HOP-DPI-Va1 of 2022-04-15, table of section 3.2; it says that all HOP software share one JSON model,
//! from which HOP-PFI and HOP-RI are derived (REGLES section 1.6).

use super::commun::{
    ACTION, ANS, DATE, EMAIL, FINESS, FORMAT_FICHIER, MANDATAIRE_DE_PLUSIEURS as MANDATAIRE, NOM,
    NOM_FICHIER, REGIME, SIRET, TELEPHONE, TYPE_FICHIER, any_number, at_least_one,
};
use crate::profile::Format::{Amount, Boolean, LineNumber, Null, Object, Operator, OtherSoftware};
use crate::profile::Is::{False, True};
use crate::profile::Presence::{Optional, Required};
use crate::profile::{Class, Format, Length, Limit, Profile, Relation, Reminder, Row, Test};

pub(super) static DPI: Profile = Profile {
    id: "HOP-DPI",
    couloir: "HOP",
    logiciel: "DPI",
    title: "Dossier patient informatisé (Hôpital)",
    rules: "2022-04-15",
    document: "HOP-DPI",
    deduced: false,
    header: HEADER,
    demande: DEMANDE_DPI,
    relations: RELATIONS,
    reminders: REMINDERS_DPI,
    limits: LIMITS,
    soft: None,
    template: include_str!("templates/HOP-DPI.json"),
};

pub(super) static PFI: Profile = Profile {
    id: "HOP-PFI",
    logiciel: "PFI",
    title: "Plateforme d'intermédiation (Hôpital)",
    deduced: true,
    demande: &demande(SCENARIO_PFI, &Object(&PIECE_PFI)),
    reminders: &[MANDAT_ET_CLIENT_UNIQUE],
    soft: Some("scenarioInstallation"),
    template: include_str!("templates/HOP-PFI.json"),
    ..DPI
};

pub(super) static RI: Profile = Profile {
    id: "HOP-RI",
    logiciel: "RI",
    title: "Référentiel d'identité (Hôpital)",
    demande: &demande(SCENARIO_RI, &Object(&PIECE_RI)),
    template: include_str!("templates/HOP-RI.json"),
    ..PFI
};

static RELATIONS: &[Relation] = &[
    Relation::ClientUnique("etablissementsClients", Some("FINESSPMSI")),
    Relation::Pieces,
];

const NUMERO_EDITEUR: Format = Format::Text {
    length: Length::Exactly(5),
    class: Class::AlphanumericLikely,
};

#[rustfmt::skip]
static HEADER: &[Row] = &[
    Row::new("impId",        "la référence ASP du fichier",    Required, Null,  "H036", "null"),
    Row::new("numeroAns",    "le numéro de référencement ANS", Required, ANS,   "H037", "\"1234567890\""),
    Row::new("SIRET",        "le numéro de SIRET",             Required, SIRET, "H038", "\"12345678200010\""),
    Row::new("lignesImport", "la liste des demandes",          Required, at_least_one(&Object(DEMANDE_DPI)), "H039 H021 H028", ""),
];

static DEMANDE_DPI: &[Row] = &demande(SCENARIO_DPI, &Object(&PIECE_DPI));

#[rustfmt::skip]
const fn demande(scenario: &'static [Row], piece: &'static Format) -> [Row; 10] {
    [
        Row::new("numLigne",             "le numéro de la demande",            Required, LineNumber,     "H040", "1"),
        Row::new("typeAction",           "le type d'action",                   Required, ACTION,         "H041", "\"C\""),
        Row::new("numeroASP",            "le numéro ASP",                      Required, Null,           "H042", "null"),
        Row::new("numeroEditeur",        "le numéro éditeur",                  Required, NUMERO_EDITEUR, "H043", "\"00001\""),
        Row::new("commande",             "le bloc de la commande",             Required, Object(COMMANDE), "H046", ""),
        Row::new("beneficiaires",        "le bloc des bénéficiaires",          Required, Object(BENEFICIAIRES), "H051", ""),
        Row::new("piecesJustificatives", "la liste des pièces justificatives", Required, any_number(piece), "H066 H068", ""),
        Row::new("scenarioInstallation", "le bloc du scénario d'installation", Required, Object(scenario), "H074 H029", ""),
        Row::new("codeTraitement",       "le code de traitement",              Required, Null,           "H087", "null"),
        Row::new("libelleTraitement",    "le libellé de traitement",           Required, Null,           "H088", "null"),
    ]
}

#[rustfmt::skip]
static COMMANDE: &[Row] = &[
    Row::new("dateCommande",    "la date de la commande", Required, DATE,   "H047", "\"15/09/2022\""),
    Row::new("regimeTVA",       "le régime de TVA",       Required, REGIME, "H048", "\"HT\""),
    Row::new("montantSegurHT",  "le montant",             Required, Amount, "H049", "13750.00"),
];

#[rustfmt::skip]
static BENEFICIAIRES: &[Row] = &[
    Row::new("isMandataire",          "la réponse « mandataire »",            Required,   Boolean,   "H052", "false"),
    Row::new("isClientUnique",        "la réponse « client unique »",         Required,   Boolean,   "H054 H055 H056", "true"),
    Row::new("nomMandataire",         "le nom du mandataire",                 MANDATAIRE, NOM,       "H057", "\"DURAND\""),
    Row::new("emailMandataire",       "l'adresse électronique du mandataire", MANDATAIRE, EMAIL,     "H058", "\"a.durand@exemple.fr\""),
    Row::new("telephoneMandataire",   "le téléphone du mandataire",           MANDATAIRE, TELEPHONE, "H059", "\"+33 1 02 03 04 05\""),
    Row::new("etablissementsClients", "la liste des établissements clients",  Required,   at_least_one(&Object(CLIENT)), "H060", "").also(&["EtablissementsClients"]),
];

#[rustfmt::skip]
static CLIENT: &[Row] = &[
    Row::new("nomClient",       "le nom du responsable du client",                 Required, NOM,       "H061", "\"DUPONT\""),
    Row::new("emailClient",     "l'adresse électronique du responsable du client", Required, EMAIL,     "H063", "\"a.dupont@exemple.fr\""),
    Row::new("telephoneClient", "le téléphone du responsable du client",           Required, TELEPHONE, "H064", "\"+33 1 02 03 04 05\""),
    Row::new("FINESSPMSI",      "le FINESS PMSI",                                  Required, FINESS,    "H065 H033", "\"750000003\""),
];

static PIECE_DPI: [Row; 3] = piece("\"HOP-DPI-Va1-BDC-00001.pdf\"");
static PIECE_PFI: [Row; 3] = piece("\"HOP-PFI-Va1-BDC-00001.pdf\"");
static PIECE_RI: [Row; 3] = piece("\"HOP-RI-Va1-BDC-00001.pdf\"");

#[rustfmt::skip]
const fn piece(name: &'static str) -> [Row; 3] {
    [
        Row::new("nomFichier",    "le nom de la pièce",    Required, NOM_FICHIER,    "H069 H097", name),
        Row::new("formatFichier", "le format de la pièce", Required, FORMAT_FICHIER, "H070", "\"PDF\""),
        Row::new("typeFichier",   "le type de la pièce",   Required, TYPE_FICHIER,   "H071", "\"BON_COMMANDE\""),
    ]
}

#[rustfmt::skip]
static BLOC_DPI: &[Row] = &[
    Row::new("isPFIpourEnvoiDMPIndependante",         "la réponse « PFI indépendante pour l'envoi au DMP »",             Required, Boolean, "H077", "false"),
    Row::new("isPFIpourEnvoiMSSProIndependante",      "la réponse « PFI indépendante pour l'envoi à la MSS Pro »",       Required, Boolean, "H078", "true"),
    Row::new("isPFIpourEnvoiMSSPCitoyenIndependante", "la réponse « PFI indépendante pour l'envoi à la MSS citoyenne »", Required, Boolean, "H079", "true").also(&["isPFIpourEnvoiMSSCitoyenIndependante"]),
    Row::new("isProSanteConnectNeeded",               "la réponse « Pro Santé Connect »",                                Required, Boolean, "H080", "true"),
];

#[rustfmt::skip]
static BLOC_PFI: &[Row] = &[
    Row::new("isCRBIOAssociated",   "la réponse « comptes rendus de biologie »",    Required, Boolean,  "H081", "false"),
    Row::new("isCRRADAssociated",   "la réponse « comptes rendus de radiologie »",  Required, Boolean,  "H082", "false"),
    Row::new("operateurMessagerie", "l'opérateur de messagerie",                    Optional, Operator, "H083", "null"),
    Row::new("isEnvoiDMP",          "la réponse « envoi au DMP par la PFI »",       Required, Boolean,  "H084", "false"),
    Row::new("isEnvoiMSSPro",       "la réponse « envoi par MSS Pro par la PFI »",  Required, Boolean,  "H085", "false"),
    Row::new("isEnvoiMSSCitoyen",   "la réponse « envoi par MSS citoyen par la PFI »", Required, Boolean, "H086", "false"),
];

#[rustfmt::skip]
static SCENARIO_DPI: &[Row] = &[
    Row::new("DPI", "le bloc DPI", Required, Object(BLOC_DPI),        "H029 H074", "").also(&["blocDPI"]).loose(),
    Row::new("PFI", "le bloc PFI", Required, OtherSoftware(BLOC_PFI), "H076 H074", "").also(&["blocPFI"]).loose(),
];
#[rustfmt::skip]
static SCENARIO_PFI: &[Row] = &[
    Row::new("DPI", "le bloc DPI", Optional, OtherSoftware(BLOC_DPI), "H029 H074", "").also(&["blocDPI"]).loose(),
    Row::new("PFI", "le bloc PFI", Required, Object(BLOC_PFI),        "H029 H074", "").also(&["blocPFI"]).loose(),
];
#[rustfmt::skip]
static SCENARIO_RI: &[Row] = &[
    Row::new("DPI", "le bloc DPI", Optional, OtherSoftware(BLOC_DPI), "H030 H075", "").also(&["blocDPI"]).loose(),
    Row::new("PFI", "le bloc PFI", Optional, OtherSoftware(BLOC_PFI), "H030 H075", "").also(&["blocPFI"]).loose(),
];

static MANDAT_ET_CLIENT_UNIQUE: Reminder = Reminder {
    when: &[Test("isMandataire", True), Test("isClientUnique", True)],
    text: "un mandataire signe pour plusieurs clients, or le client est dit unique : vérifiez les deux réponses",
    #[cfg(feature = "citations")]
    sentences: "H052 H055",
};
const INTEGRATION_INS: &str =
    "la solution doit avoir été référencée avec le profil « Intégration INS »";
static REMINDERS_DPI: &[Reminder] = &[
    Reminder {
        when: &[Test("isPFIpourEnvoiDMPIndependante", True)],
        text: INTEGRATION_INS,
        #[cfg(feature = "citations")]
        sentences: "H089",
    },
    Reminder {
        when: &[Test("isPFIpourEnvoiMSSProIndependante", True)],
        text: INTEGRATION_INS,
        #[cfg(feature = "citations")]
        sentences: "H090",
    },
    Reminder {
        when: &[Test("isPFIpourEnvoiMSSPCitoyenIndependante", True)],
        text: INTEGRATION_INS,
        #[cfg(feature = "citations")]
        sentences: "H091",
    },
    MANDAT_ET_CLIENT_UNIQUE,
];

#[rustfmt::skip]
static LIMITS: &[Limit] = &[
    Limit::new(&[], "3.2", "H004 H006 H062", "Le nom de chaque client est celui de son responsable, pas de sa structure, tel qu'au bon de commande."),
    Limit::new(&[], "3.1", "H033", "Chaque FINESS PMSI est dans le fichier de calcul de l'ANS, et son établissement est éligible."),
    Limit::new(&[Test("isClientUnique", False)], "3.1", "H034", "Tous les établissements du GHT ou du groupe que la commande concerne sont dans la demande."),
    Limit::new(&[Test("isClientUnique", False)], "3.1", "H032", "Le scénario d'installation est le même pour tous les établissements de la commande."),
];
