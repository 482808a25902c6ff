//! The sentences of the catalogue, on samples.
//! `cargo test -p predepot the_samples_read_well -- --nocapture` prints them all, to be read aloud.

use super::tests::check_style;
use super::{Code, Language, View, rule, rules, typographie};
use crate::check::{Demande, DemandeVerdict, Document, FileKind, Verdict};
use crate::diag::{Detail, Diagnostic, Edit, Fix, Related, Safety, Severity};
use crate::json::{NodeId, Tree};
use crate::profile::{Class, Format, Is, Length, Need, Presence, Profile, Row, Test};
use crate::text::{Encoding, LineIndex, Span};
use crate::zip::Archive;

const fn row(key: &'static str, label: &'static str, format: Format, example: &'static str) -> Row {
    Row::new(key, label, Presence::Required, format, "", example)
}
const fn text(length: Length, class: Class) -> Format {
    Format::Text { length, class }
}

static IMP_ID: Row = row("impId", "la référence ASP du fichier", Format::Null, "null");
static ANS: Row = row(
    "numeroAns",
    "le numéro de référencement ANS",
    text(Length::Exactly(10), Class::AlphanumericLikely),
    "\"1234567890\"",
);
static SIRET: Row = row(
    "SIRET",
    "le numéro de SIRET",
    text(Length::Exactly(14), Class::Siret),
    "\"73282932000074\"",
);
static LIGNES: Row = row(
    "lignesImport",
    "la liste des demandes",
    Format::Array {
        of: &Format::Object(&[]),
        empty: None,
    },
    "",
);
static NUM_LIGNE: Row = row(
    "numLigne",
    "le numéro de la demande",
    Format::LineNumber,
    "1",
);
static EDITEUR: Row = row(
    "numeroEditeur",
    "le numéro éditeur",
    text(Length::Exactly(5), Class::Alphanumeric),
    "\"00001\"",
);
static COMMANDE: Row = row(
    "commande",
    "le bloc de la commande",
    Format::Object(&[]),
    "",
);
static DATE: Row = row(
    "dateCommande",
    "la date de la commande",
    text(Length::Any, Class::Date),
    "\"02/10/2023\"",
);
static REGIME: Row = row(
    "regimeTVA",
    "le régime de TVA",
    Format::Choice(&["TTC", "HT"]),
    "\"TTC\"",
);
static ACTION: Row = row(
    "typeAction",
    "le type d'action",
    Format::Choice(&["C"]),
    "\"C\"",
);
static MONTANT: Row = row("montantSegurHT", "le montant", Format::Amount, "1075.00");
static CLIENT_UNIQUE: Row = row(
    "isClientUnique",
    "la réponse « client unique »",
    Format::Boolean,
    "true",
);
static MANDATAIRE: Row = Row::new(
    "nomMandataire",
    "le nom du mandataire",
    Presence::Cases(&[
        (&[Test("isMandataire", Is::True)], Need::Filled(Code::C001)),
        (&[], Need::Null(Code::C002)),
    ]),
    text(Length::Below(50), Class::Upper),
    "",
    "\"DURAND\"",
);
static MEDECIN: Row = row(
    "nomMedecin",
    "le nom du médecin",
    text(Length::Below(50), Class::Upper),
    "\"DURAND\"",
);
static COURRIEL: Row = row(
    "emailMedecin",
    "l'adresse électronique du médecin",
    text(Length::Below(150), Class::Email { strict: false }),
    "\"dr.durand@exemple.fr\"",
);
static COURRIEL_OG: Row = row(
    "emailResponsableOG",
    "l'adresse électronique du responsable",
    text(Length::Below(150), Class::Email { strict: true }),
    "\"a.durand@exemple.fr\"",
);
static TELEPHONE: Row = row(
    "telephoneMedecin",
    "le téléphone du médecin",
    text(Length::Below(50), Class::Phone { strict: false }),
    "\"01 23 45 67 89\"",
);
static TELEPHONE_OG: Row = row(
    "telephoneResponsableOG",
    "le téléphone du responsable",
    text(Length::Below(50), Class::Phone { strict: true }),
    "\"+33 1 23 45 67 89\"",
);
static RPPS: Row = row(
    "RPPS",
    "le numéro RPPS du médecin",
    text(Length::Exactly(11), Class::Rpps),
    "\"10001234565\"",
);
static FINESS: Row = row(
    "FINESSGeo",
    "le FINESS géographique du scénario",
    text(Length::Exactly(9), Class::Finess),
    "\"123456789\"",
);
static FINESS_LIST: Row = row(
    "FINESSGeos",
    "la liste des FINESS géographiques",
    Format::Array {
        of: &text(Length::Exactly(9), Class::Finess),
        empty: None,
    },
    "[\"123456789\"]",
);
static STRUCTURE: Row = row(
    "structure",
    "le bloc de la structure",
    Format::Object(&[]),
    "",
);
static LIBERAL: Row = row(
    "liberal",
    "la liste des médecins libéraux",
    Format::Array {
        of: &Format::Object(&[]),
        empty: None,
    },
    "",
);
static COMMANDE_POUR: Row = row(
    "commandePour",
    "la nature du client",
    Format::Choice(&["LIBERAL", "STRUCTURE"]),
    "\"LIBERAL\"",
);
static OPERATEUR: Row = Row::new(
    "operateurMessagerie",
    "l'opérateur de messagerie",
    Presence::Optional,
    Format::Operator,
    "",
    "\"MAI_15\"",
);
static PROFIL: Row = row(
    "profilMetier",
    "le profil métier",
    Format::Choices(&["PA", "PH", "DOM", "SAAD"]),
    "\"PA\"",
);
static ANCIENNE: Row = row(
    "ancienneVersion",
    "l'ancienne version du logiciel",
    text(Length::Below(50), Class::Loose),
    "\"DUI 4.2\"",
);
static STATUT: Row = row(
    "statutAdminTechnique",
    "le statut de l'administrateur technique",
    Format::Choice(&["E", "S"]),
    "\"E\"",
);
static PFI: Row = row("PFI", "le bloc PFI", Format::OtherSoftware(&[]), "");
static ENVOI_DMP: Row = row(
    "isEnvoiDMP",
    "la réponse « envoi au DMP par la PFI »",
    Format::Boolean,
    "false",
);
static REF_SOINS: Row = row(
    "isRefSoins",
    "la réponse « actes remboursables »",
    Format::Boolean,
    "true",
);
static NOM_FICHIER: Row = row(
    "nomFichier",
    "le nom de la pièce",
    text(Length::Below(50), Class::PieceName),
    "\"MDV-LGC-Va1-BDC-00001.pdf\"",
);

static ROWS: [&Row; 31] = [
    &IMP_ID,
    &ANS,
    &SIRET,
    &LIGNES,
    &NUM_LIGNE,
    &EDITEUR,
    &COMMANDE,
    &DATE,
    &REGIME,
    &ACTION,
    &MONTANT,
    &CLIENT_UNIQUE,
    &MANDATAIRE,
    &MEDECIN,
    &COURRIEL,
    &COURRIEL_OG,
    &TELEPHONE,
    &TELEPHONE_OG,
    &RPPS,
    &FINESS,
    &FINESS_LIST,
    &STRUCTURE,
    &LIBERAL,
    &OPERATEUR,
    &PROFIL,
    &ANCIENNE,
    &STATUT,
    &PFI,
    &ENVOI_DMP,
    &REF_SOINS,
    &NOM_FICHIER,
];

static PROFILE: Profile = Profile {
    id: "MDV-LGC",
    couloir: "MDV",
    logiciel: "LGC",
    title: "",
    rules: "2022-11-04",
    document: "MDV-LGC",
    deduced: false,
    header: &[],
    demande: &[],
    relations: &[],
    reminders: &[],
    limits: &[],
    soft: None,
    template: "",
};

/// A file of two demandes, the second n° 12 with `found` on line 5, or with `found` in its header on line 2.
pub(super) struct Sample {
    pub(super) diagnostic: Diagnostic,
    pub(super) document: Document,
}

const HEADER: &str = "{\n  \"impId\": null,\n  \"lignesImport\": [\n";
const FIRST: &str = "    { \"numLigne\": 3, \"numeroEditeur\": \"A0003\" },\n";

pub(super) fn sample(code: Code, found: &str) -> Sample {
    let before = format!("{HEADER}{FIRST}    {{ \"x\": ");
    let bytes = format!("{before}{found} }}\n  ]\n}}\n").into_bytes();
    let first = before.len() - FIRST.len() - "    { \"x\": ".len() + 4;
    let span = |from: usize, length: usize| Span::new(from as u32, (from + length) as u32);
    let demande = |span, num_ligne, editeur: &str| Demande {
        node: NodeId(0),
        rank: 0,
        span,
        num_ligne: Some(num_ligne),
        numero_editeur: Some(editeur.to_owned()),
        verdict: DemandeVerdict::Rejetee,
        first_error: None,
    };
    let second = before.len() - "{ \"x\": ".len();
    Sample {
        diagnostic: Diagnostic {
            code,
            severity: rule(code).severities[0],
            control: None,
            span: span(before.len(), found.len()),
            node: None,
            entry: None,
            row: None,
            detail: Detail::None,
            related: Vec::new(),
            fix: None,
        },
        document: Document {
            name: "JSON-1234567890-20231002-001.json".to_owned(),
            kind: FileKind::Json,
            size: bytes.len() as u64,
            encoding: Encoding::Utf8,
            language: Default::default(),
            checkpoints: Default::default(),
            tree: Tree::default(),
            archive: None,
            loose: None,
            profile: Some(&PROFILE),
            basis: None,
            verdict: Verdict::Pret,
            diagnostics: Vec::new(),
            counts: Default::default(),
            by_code: Vec::new(),
            simulation: false,
            total_cents: 0,
            declared: Default::default(),
            demandes: vec![
                demande(span(first, FIRST.len() - 6), 3, "A0003"),
                demande(span(second, found.len() + 9), 12, "A0012"),
            ],
            bytes,
        },
    }
}

impl Sample {
    fn row(mut self, row: &'static Row) -> Self {
        self.diagnostic.row = Some(row);
        self
    }
    fn detail(mut self, detail: Detail) -> Self {
        self.diagnostic.detail = detail;
        self
    }
    fn word(self, word: &'static str) -> Self {
        self.detail(Detail::Word(word))
    }
    fn text(self, text: &str) -> Self {
        self.detail(Detail::Text(text.to_owned()))
    }
    fn texts(self, texts: &[&str]) -> Self {
        self.detail(Detail::Texts(
            texts.iter().map(|&text| text.to_owned()).collect(),
        ))
    }
    fn count(self, expected: u32, found: u32) -> Self {
        self.detail(Detail::Count { expected, found })
    }
    /// The finding is in a ZIP: on the file of this name and size, or on the whole ZIP when the name is empty.
    fn zip(mut self, name: &str, size: u64) -> Self {
        self.document.name = "pieces.zip".to_owned();
        self.document.kind = FileKind::Zip;
        self.document.profile = None;
        if name.is_empty() {
            self.document.size = size;
        } else {
            self.document.archive = Some(Box::new(Archive::of(name, size)));
            self.diagnostic.entry = Some(0);
        }
        self
    }
    /// The finding is on a piece of this size, dropped by itself.
    fn piece(mut self, size: u64) -> Self {
        self.document.kind = FileKind::Piece;
        self.document.profile = None;
        self.document.size = size;
        self
    }
    fn warning(mut self) -> Self {
        self.diagnostic.severity = Severity::Avertissement;
        self
    }
    /// Said in this language.
    pub(super) fn speaking(mut self, language: Language) -> Self {
        self.document.language = language;
        self
    }
    /// The finding is in the header instead: same text, no demande around it.
    fn header(mut self) -> Self {
        self.document.demandes.pop();
        self
    }
    /// The finding is on what stands between the brackets.
    fn element(mut self) -> Self {
        self.diagnostic.span.start += 1;
        self.diagnostic.span.end -= 1;
        self
    }
    fn simulation(mut self) -> Self {
        self.document.simulation = true;
        self
    }
    fn named(mut self, name: &str) -> Self {
        self.document.name = name.to_owned();
        self
    }
    fn related(mut self, file: Option<&str>) -> Self {
        let span = self.document.demandes[0].span;
        self.diagnostic.related = vec![Related {
            file: file.map(str::to_owned),
            span,
            entry: None,
            message: String::new(),
        }];
        self
    }
    fn fix(mut self, text: &str) -> Self {
        let edits = vec![Edit {
            span: self.diagnostic.span,
            text: text.to_owned(),
        }];
        self.diagnostic.fix = Some(Box::new(Fix {
            title: String::new(),
            safety: Safety::Sure,
            edits,
            rename: None,
        }));
        self
    }
    fn rename(mut self, to: &str) -> Self {
        let rename = Some((self.document.name.clone(), to.to_owned()));
        self.diagnostic.fix = Some(Box::new(Fix {
            title: String::new(),
            safety: Safety::AConfirmer,
            edits: Vec::new(),
            rename,
        }));
        self
    }
    pub(super) fn view<'a>(&'a self, lines: &'a LineIndex<'a>) -> View<'a> {
        View {
            diagnostic: &self.diagnostic,
            document: &self.document,
            lines,
            masked: None,
        }
    }
}

const CENTRE_DE_SANTE: &str =
    "la solution doit avoir été référencée avec le profil « Centre de santé »";

/// What every code finds, by the contract written beside its entry.
#[rustfmt::skip]
pub(super) fn samples() -> Vec<Sample> {
    use Code::*;
    let name = "JSON-1234567890-20231002-001.json";
    let bdc = "MDV-LGC-Va1-BDC-00001.pdf";
    let piece = "\"MDV-LGC-Va1-BDC-00001.pdf\"";
    vec![
        sample(J001, "}").word("une valeur est attendue ici"),
        sample(J001, "\\").word("ce qui est écrit ici n'a pas de sens en JSON"),
        sample(J002, ","),
        sample(J003, "\"montantSegurHT\""),
        sample(J004, "\"DURAND,"),
        sample(J005, "\t").text("tabulation"),
        sample(J005, "\n").text("saut de ligne"),
        sample(J005, "\u{1}").text("U+0001"),
        sample(J006, "\\V").word("cette suite n'existe pas en JSON"),
        sample(J006, "\\u00g").word("quatre chiffres hexadécimaux sont attendus après `\\u`"),
        sample(J007, "13 750,00 €").text("13750.00"),
        sample(J007, "00001").text("\"00001\""),
        sample(J007, "1.2.3"),
        sample(J008, "False").word("false"),
        sample(J008, "LIBERAL"),
        sample(J009, "}").header(),
        sample(J010, ""),
        sample(J011, "").word("Windows-1252"),
        sample(J011, "").word("UTF-16"),
        sample(J011, "").word("binaire"),
        sample(J012, ""),
        sample(J013, "["),
        sample(J014, "\"regimeTVA\"").text("regimeTVA").related(None),
        sample(J015, "“regimeTVA”").text("“"),
        sample(J015, "'TTC'").text("'"),
        sample(J015, "`TTC`").text("`"),
        sample(J016, "// à vérifier"),
        sample(S001, "").row(&MONTANT),
        sample(S001, "").row(&IMP_ID).header(),
        sample(S001, "").row(&LIBERAL).fix("\"liberal\": []"),
        sample(S001, "").row(&COMMANDE),
        sample(S001, "").row(&LIGNES).header(),
        sample(S001, "").row(&REGIME).warning(),
        sample(S002, "\"montantSegurHt\"").row(&MONTANT).text("montantSegurHt"),
        sample(S002, "\"regimeTVA\"").row(&REGIME).word("commande"),
        sample(S002, "\"SIRET\"").row(&SIRET).word("entête du fichier"),
        sample(S002, "\"commentaire\"").warning(),
        sample(S002, "\"entete\"").word("enveloppe").warning(),
        sample(S003, "\"1075.00\"").row(&MONTANT).word("une chaîne"),
        sample(S003, "\"1\"").row(&NUM_LIGNE).word("une chaîne"),
        sample(S003, "\"null\"").row(&MANDATAIRE).text("null"),
        sample(S003, "\"false\"").row(&CLIENT_UNIQUE).text("false"),
        sample(S003, "null").row(&MEDECIN).word("null"),
        sample(S003, "null").row(&REF_SOINS).word("null"),
        sample(S003, "12").row(&OPERATEUR).detail(Detail::Type("un nombre", "ou null")),
        sample(S003, "12").row(&MANDATAIRE).word("un nombre"),
        sample(S003, "12").row(&MANDATAIRE).detail(Detail::Type("un nombre", "null")).fix("null"),
        sample(S003, "\"oui\"").row(&CLIENT_UNIQUE).word("une chaîne"),
        sample(S003, "\"oui\"").row(&CLIENT_UNIQUE).detail(Detail::Type("une chaîne", "false")).fix("false"),
        sample(S003, "1234567890").row(&ANS).word("un nombre").header(),
        sample(S003, "true").row(&REGIME).word("un booléen"),
        sample(S003, "[]").row(&COMMANDE).word("un tableau"),
        sample(S003, "{ \"nomMedecin\": \"DURAND\" }").row(&LIBERAL).word("un objet"),
        sample(S003, "\"123456789\"").row(&FINESS_LIST).word("une chaîne").warning(),
        sample(S003, "\"123456789\"").row(&FINESS_LIST).word("une chaîne").warning().fix("[\"123456789\"]"),
        sample(S003, "[1]").row(&FINESS_LIST).word("un nombre").element(),
        sample(S004, "[]").row(&FINESS_LIST),
        sample(S004, "[]").row(&LIGNES).header(),
        sample(S004, "[]").row(&FINESS_LIST).warning(),
        sample(S005, "[ … ]").row(&LIGNES).count(200, 214).header(),
        sample(S006, "[").word("un tableau").header(),
        sample(S006, "12").word("un nombre").header(),
        sample(S007, ""),
        sample(S007, "").word("solde"),
        sample(S008, "").texts(&["HOP-DPI", "HOP-PFI"]),
        sample(S009, ""),
        sample(S010, ""),
        sample(S010, "\"statutAdminTechnique\"").row(&STATUT).word("deux-places").related(None),
        sample(F001, "\"1\"").row(&EDITEUR).count(5, 1),
        sample(F001, "\"732 829 320 00074\"").row(&SIRET).count(14, 17).header(),
        sample(F001, "\"732 829 320 00074\"").row(&SIRET).count(14, 17).header().fix("\"73282932000074\""),
        sample(F002, "\"DE LA FONTAINE DE SAINT-GERMAIN DU PLESSIS-ROBINSON\"").row(&MEDECIN).count(50, 51),
        sample(F002, "\"DE LA FONTAINE DE SAINT-GERMAIN DU PLESSIS-ROBINSO\"").row(&MEDECIN).count(50, 50).warning(),
        sample(F003, "\"ht\"").row(&REGIME),
        sample(F003, "\"M\"").row(&ACTION),
        sample(F003, "\"PA, PH\"").row(&PROFIL).warning(),
        sample(F004, "\"7328293200007A\"").row(&SIRET).header(),
        sample(F004, "\"12345678A\"").row(&FINESS).warning(),
        sample(F001, "[\"1\"]").row(&FINESS_LIST).count(9, 1).element(),
        sample(F004, "[\"12345678A\"]").row(&FINESS_LIST).warning().element(),
        sample(F005, "\"A-012\"").row(&EDITEUR),
        sample(F005, "\"A-012\"").row(&EDITEUR).warning(),
        sample(F006, "\"Hélène Durand\"").row(&MEDECIN),
        sample(F006, "\"H\\u00e9l\\u00e8ne\"").row(&MEDECIN),
        sample(F007, "\"2023-10-02\"").row(&DATE).word("forme"),
        sample(F007, "\"31/02/2023\"").row(&DATE).word("calendrier"),
        sample(F008, "1075").row(&MONTANT),
        sample(F008, "1075.125").row(&MONTANT),
        sample(F009, "\"durand.exemple.fr\"").row(&COURRIEL_OG),
        sample(F009, "\"durand\"").row(&COURRIEL).warning(),
        sample(F010, "\"01 23 45 67 89\"").row(&TELEPHONE_OG),
        sample(F010, "\"(+33)1 23 45 67 89\"").row(&TELEPHONE_OG).warning(),
        sample(F010, "\"à compléter\"").row(&TELEPHONE).warning(),
        sample(F011, "\"\"").row(&IMP_ID).header(),
        sample(F011, "\"null\"").row(&IMP_ID).header(),
        sample(F012, "\"CL_71\"").row(&OPERATEUR).fix("\"C.L_71\""),
        sample(F012, "\"GCS\"").row(&OPERATEUR).texts(&["`GCS_2` (GCS SARA)", "`GCS_7` (GCS TELESANTE LORRAINE)"]),
        sample(F012, "\"Orange\"").row(&OPERATEUR).texts(&[]),
        sample(F012, "\"Orange\"").row(&OPERATEUR).texts(&[]).warning(),
        sample(F013, "\"DURAND \"").row(&MEDECIN).fix("\"DURAND\""),
        sample(F013, "\"DURAND \"").row(&MEDECIN),
        sample(F014, "2.0").row(&NUM_LIGNE).word("entier"),
        sample(F014, "201").row(&NUM_LIGNE).word("bornes"),
        sample(F015, "\"73282932000075\"").row(&SIRET).word("SIRET").header(),
        sample(F015, "\"10001234566\"").row(&RPPS).word("RPPS"),
        sample(F016, "\"\"").row(&MEDECIN).word("vide"),
        sample(F016, "\"  \"").row(&MEDECIN).word("blanc"),
        sample(F016, "\"null\"").row(&MEDECIN).word("null"),
        sample(F016, "\"\"").row(&MANDATAIRE).word("vide").warning(),
        sample(F016, "\"\"").row(&REGIME).word("vide"),
        sample(F016, "null").row(&ANCIENNE).word("null").warning(),
        sample(F017, "0.00").row(&MONTANT),
        sample(C001, "null").row(&MANDATAIRE),
        sample(C002, "\"DURAND\"").row(&MANDATAIRE),
        sample(C003, "[]").row(&LIBERAL),
        sample(C004, "{}").row(&STRUCTURE),
        sample(C005, "true").word("plusieurs").row(&CLIENT_UNIQUE),
        sample(C005, "false").word("un-seul").row(&CLIENT_UNIQUE),
        sample(C006, "3").row(&NUM_LIGNE).count(4, 3).related(None),
        sample(C006, "0").row(&NUM_LIGNE).count(1, 2),
        sample(C006, "12").row(&NUM_LIGNE).count(4, 12).warning(),
        sample(C007, "\"A0003\"").row(&EDITEUR).text("A0003").related(None),
        sample(C007, "\"A0003\"").row(&EDITEUR).text("A0003").related(Some("JSON-1234567890-20231002-002.json")).warning(),
        sample(C008, "[]"),
        sample(C009, "\"BON_COMMANDE\""),
        sample(C010, "[]"),
        sample(C011, "\"PREUVE_HT\""),
        sample(C012, "\"123456798\"").row(&FINESS).text("123456798"),
        sample(C013, "\"123456789\"").row(&FINESS_LIST).text("123456789"),
        sample(C014, "\"123456789\"").row(&FINESS_LIST).text("123456789").related(None),
        sample(C015, "\"E\"").row(&STATUT),
        sample(C016, "null").row(&STATUT),
        sample(C017, "true").row(&ENVOI_DMP),
        sample(C017, "\"MAI_15\"").row(&OPERATEUR),
        sample(C017, "true").row(&ENVOI_DMP).warning(),
        sample(C018, "\"02/10/2203\"").row(&DATE),
        sample(C019, "{ \"FINESSJuridique\": \"111111111\" }").row(&STRUCTURE),
        sample(C019, "null").row(&STRUCTURE).warning(),
        sample(C020, "null").row(&COURRIEL),
        sample(C021, "\"10001234565\"").row(&RPPS).text("10001234565").related(None),
        sample(C022, "").texts(&[CENTRE_DE_SANTE, "1", "4", "7"]),
        sample(C022, "").texts(&[CENTRE_DE_SANTE, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"]),
        sample(C022, "").texts(&["un mandataire signe pour plusieurs clients, or le client est dit unique : vérifiez les deux réponses", "4"]),
        sample(C023, "[ { \"nomMedecin\": \"DURAND\" } ]").row(&LIBERAL),
        sample(C023, "null").row(&LIBERAL).warning(),
        sample(C024, "true").row(&CLIENT_UNIQUE),
        sample(C025, "true").row(&REF_SOINS),
        sample(C026, "\"LIBERAL\"").row(&COMMANDE_POUR),
        sample(C026, "\"STRUCTURE\"").row(&COMMANDE_POUR),
        sample(C026, "\"\\u004cIBERAL\"").row(&COMMANDE_POUR),
        sample(N001, "").word("copie").named("JSON-1234567890-20231002-001 (1).json").rename(name),
        sample(N001, "").word("forme").named("demandes.json").rename(name),
        sample(N001, "").word("forme").named("demandes.json"),
        sample(N001, "").word("extension").named("JSON-1234567890-20231002-001.JSON").rename(name).warning(),
        sample(N002, "").text("1234567809").rename("JSON-1234567809-20231002-001.json"),
        sample(N003, "").named("JSON-1234567890-02102023-001.json").rename(name),
        sample(N004, "").text("03/10/2023").rename("JSON-1234567890-20231003-001.json"),
        sample(N010, "\"MDV-LGC-Val-BDC-A0012.pdf\"").row(&NOM_FICHIER).word("Val").fix("\"MDV-LGC-Va1-BDC-A0012.pdf\""),
        sample(N010, "\"bon.pdf\"").row(&NOM_FICHIER).word("forme").fix("\"MDV-LGC-Va1-BDC-A0012.pdf\""),
        sample(N010, "\"bon.pdf\"").row(&NOM_FICHIER).word("forme"),
        sample(N011, "\"MDV-LGO-Va1-BDC-A0012.pdf\"").row(&NOM_FICHIER).text("MDV-LGC").fix("\"MDV-LGC-Va1-BDC-A0012.pdf\""),
        sample(N012, piece).row(&NOM_FICHIER).text("HT").fix("\"MDV-LGC-Va1-HT-00001.pdf\""),
        sample(N013, piece).row(&NOM_FICHIER).text("A0012").fix("\"MDV-LGC-Va1-BDC-A0012.pdf\""),
        sample(N014, piece).row(&NOM_FICHIER).text("png").fix("\"MDV-LGC-Va1-BDC-00001.png\""),
        sample(N014, "\"MDV-LGC-Va1-BDC-A0012.PDF\"").row(&NOM_FICHIER).text("pdf").fix("\"MDV-LGC-Va1-BDC-A0012.pdf\"").warning(),
        sample(N015, piece).row(&NOM_FICHIER).text("MDV-LGC-Va1-BDC-00001.pdf").related(None),
        sample(Z001, "").word("vide").zip("", 0),
        sample(Z001, "").word("volumes").zip("", 0),
        sample(Z001, "").word("autre").zip("", 0),
        sample(Z002, "").zip("", 0),
        sample(Z003, "").zip("", 315_000_000),
        sample(Z003, "").zip("", 203_000_000).warning(),
        sample(Z004, "").zip(bdc, 4_200_000),
        sample(Z004, "").zip(bdc, 3_050_000).warning(),
        sample(Z004, "").named("bon.pdf").piece(4_200_000),
        sample(Z005, piece).row(&NOM_FICHIER).text("MDV-LGC-Va1-BDC-00001.pdf"),
        sample(Z005, piece).row(&NOM_FICHIER).text("MDV-LGC-Va1-BDC-00001.pdf").related(Some("pieces.zip")),
        sample(Z006, "").zip("Lisez-moi.txt", 1),
        sample(Z006, "").zip("Lisez-moi.txt", 1).related(Some("JSON-1234567890-20231002-001.json")),
        sample(Z006, "").named("bon.pdf").piece(1),
        sample(Z007, "").text("une page web").zip(bdc, 1),
        sample(Z007, "").text("une image GIF").zip(bdc, 1),
        sample(Z007, "").text("un document Word").zip("commande.docx", 1),
        sample(Z007, "").text("").zip(bdc, 1),
        sample(Z008, "").zip(bdc, 0),
        sample(Z009, "").word("donnees").zip(bdc, 1),
        sample(Z009, "").word("taille").zip(bdc, 1),
        sample(Z009, "").word("somme").zip(bdc, 1),
        sample(Z010, "").zip(bdc, 1),
        sample(Z011, "").text("LZMA").zip(bdc, 1),
        sample(Z011, "").text("méthode 99").zip(bdc, 1),
        sample(Z012, "").zip("pieces/MDV-LGC-Va1-BDC-00001.pdf", 1),
        sample(Z013, "").word("racine").zip("/etc/bon.pdf", 1),
        sample(Z013, "").word("disque").zip("C:/bon.pdf", 1),
        sample(Z013, "").word("parent").zip("../bon.pdf", 1),
        sample(Z013, "").word("barre").zip("pieces\\bon.pdf", 1),
        sample(Z014, "").zip(bdc, 1),
        sample(Z014, "").text("./bon.pdf").zip("bon.pdf", 1),
        sample(Z014, "").text(bdc).zip(bdc, 1).related(Some("pieces-2.zip")),
        sample(Z014, "").text("bon.pdf").named("bon.pdf").piece(1).related(Some("bon.pdf")),
        sample(Z015, "").word("recouvrement").zip(bdc, 1),
        sample(Z015, "").word("proportion").zip(bdc, 4_500_000_000),
        sample(Z015, "").word("proportion").zip("", 42_000),
        sample(Z016, "").zip("Thumbs.db", 1),
        sample(Z016, "").count(0, 201).zip("__MACOSX/._bon.pdf", 1),
        sample(Z017, "").zip("lot-1.zip", 1),
        sample(Z018, piece).row(&NOM_FICHIER).texts(&["MDV-LGC-Va1-BDC-00001.pdf", "mdv-lgc-va1-bdc-00001.pdf"]).related(Some("pieces.zip")),
        sample(Z018, piece).row(&NOM_FICHIER).texts(&["MDV-LGC-Va1-BDC-00001.pdf", "MDV-LGC-Va1-BDC-00001.pdf.pdf"]).related(Some("pieces.zip")).rename("MDV-LGC-Va1-BDC-00001.pdf"),
        sample(Z018, "").text("bon.pdf").zip("Bon.pdf", 1).warning(),
        sample(Z019, "").word("vide").zip("", 1),
        sample(Z019, "").word("utf8").zip("re\u{fffd}u.pdf", 1),
        sample(Z019, "").word("invisible").zip("a\u{202e}fdp.exe", 1),
        sample(Z019, "").word("interdit").zip("a?.pdf", 1).warning(),
        sample(Z019, "").word("encodage").zip("reçu.pdf", 1).warning(),
        sample(Z020, "").word("fins").zip("", 1),
        sample(Z020, "").word("nombre").zip("", 1),
        sample(Z020, "").word("liste").zip("", 1),
        sample(Z020, "").word("zip64").zip("", 1),
        sample(Z020, "").word("caches").zip("", 1),
        sample(Z020, "").word("absent").zip(bdc, 1),
        sample(Z020, "").word("nom").zip(bdc, 1),
        sample(Z020, "").word("compression").zip(bdc, 1),
        sample(Z020, "").word("mot-de-passe").zip(bdc, 1),
        sample(Z020, "").word("taille").zip(bdc, 1),
        sample(Z020, "").word("fin").zip(bdc, 1),
        sample(Z020, "").word("complements").zip(bdc, 1),
        sample(Z020, "").word("dossier").zip("pieces/", 1),
        sample(Z021, "").word("avant").zip("", 1),
        sample(Z021, "").word("entre").zip("", 1),
        sample(Z021, "").word("apres").zip("", 1),
        sample(Z022, "").zip(bdc, 1),
        sample(Z023, "").zip(bdc, 1),
        sample(Z024, "").count(1, 0),
        sample(Z024, "").count(28, 0),
        sample(Z025, "").count(0, 1).named("bon.pdf").piece(1),
        sample(Z025, "").count(0, 2).named("bon.pdf").piece(1),
        sample(Z025, "").count(0, 28).named("bon.pdf").piece(1),
        sample(R001, "").count(14, 3),
        sample(R001, "").count(1, 0),
        sample(R002, "\"0012\"").text("Le montant n'est pas au bon format"),
        sample(R002, "\"0012\"").text(""),
        sample(R001, "").count(3, 1).simulation(),
        sample(R002, "\"F008\"")
            .text("Simulation prédépôt : le montant a trois décimales.")
            .simulation(),
        sample(X001, "").word("texte").named("demandes.csv"),
        sample(X001, "").word("binaire").named("demandes.bin"),
        sample(X001, "").text("un document Excel").named("demandes.xlsx"),
        sample(X001, "").text("une archive").named("pieces.7z"),
        sample(X002, "").text("NotReadableError"),
        sample(X003, "").count(64, 70),
    ]
}

/// Codes whose place is the whole file: line 1, column 1.
fn of_the_file(sample: &mut Sample) {
    use Code::*;
    if [
        J010, J011, J012, S007, S009, S010, C022, N001, N002, N003, N004, R001, X001, X002, X003,
    ]
    .contains(&sample.diagnostic.code)
        && sample.diagnostic.row.is_none()
    {
        sample.diagnostic.span = Span::new(0, 0);
    }
}

#[test]
fn the_samples_read_well() {
    Language::ALL.into_iter().for_each(they_read_well_in);
}

fn they_read_well_in(language: Language) {
    for sample in samples() {
        let mut sample = sample.speaking(language);
        of_the_file(&mut sample);
        let lines = sample.document.lines();
        let view = sample.view(&lines);
        let code = sample.diagnostic.code.as_str();
        let (message, help, why) = (view.message(), view.help(), view.why());
        println!(
            "{code} {:?}\n  {message}\n  > {help}\n  ? {why}\n",
            sample.diagnostic.severity
        );
        check_style(language, code, "message", &message);
        check_style(language, code, "help", &help);
        check_style(language, code, "why", &why);
        assert!(
            message.chars().count() < 260,
            "{code}: shorten the message\n  {message}"
        );
        for words in [&message, &help] {
            assert!(
                !words
                    .split('`')
                    .step_by(2)
                    .any(|words| words.contains("tableau")),
                "{code}: a list, not a « tableau »\n  {words}"
            );
        }
    }
}

#[test]
fn every_code_at_each_severity_has_a_sample() {
    let samples = samples();
    for rule in rules() {
        for severity in rule.severities {
            assert!(
                samples
                    .iter()
                    .any(|sample| sample.diagnostic.code == rule.code
                        && sample.diagnostic.severity == *severity),
                "add a sample of {} as {severity:?}",
                rule.code.as_str()
            );
        }
    }
}

#[test]
fn a_sentence_is_made_from_anything() {
    let details = [
        Detail::None,
        Detail::Count {
            expected: 0,
            found: 0,
        },
        Detail::Count {
            expected: u32::MAX,
            found: u32::MAX,
        },
        Detail::Word(""),
        Detail::Word("null"),
        Detail::Type("un nombre", "null"),
        Detail::Text(String::new()),
        Detail::Text("`\n".to_owned()),
        Detail::Texts(Vec::new()),
        Detail::Texts(vec!["`é`".to_owned(), String::new(), String::new()]),
        Detail::Demandes(vec![7]),
    ];
    let rows = ROWS.iter().map(|&row| Some(row)).chain([None]);
    for row in rows {
        for detail in &details {
            for &code in Code::ALL {
                let mut sample = sample(code, "\"é\\").related(None).detail(detail.clone());
                sample.diagnostic.row = row;
                let severities = [Severity::Erreur, Severity::Avertissement];
                let languages = Language::ALL.into_iter();
                for (language, severity) in languages.flat_map(|l| severities.map(|s| (l, s))) {
                    sample.document.language = language;
                    sample.diagnostic.severity = severity;
                    for text in [
                        sample.view(&sample.document.lines()).message(),
                        sample.view(&sample.document.lines()).help(),
                        sample.view(&sample.document.lines()).why(),
                    ] {
                        assert!(
                            text.ends_with('.') && text.matches('`').count().is_multiple_of(2),
                            "{code:?} {detail:?} {row:?}\n  {text}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_sentence_is_made_of_a_place_outside_the_file() {
    let mut sample = sample(Code::F008, "1075").row(&MONTANT).related(None);
    sample.diagnostic.span = Span::new(9_000, 9_001);
    sample.diagnostic.related[0].span = Span::new(9_000, 9_001);
    sample.document.bytes.clear();
    assert_eq!(
        sample.view(&sample.document.lines()).message(),
        typographie("Entête du fichier : le montant (`montantSegurHT`) doit avoir deux décimales.")
    );
}

// Sentences, whole.

#[track_caller]
fn check(sample: Sample, message: &str, help: &str) {
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert_eq!(
        plain(sample.view(&sample.document.lines()).message()),
        message
    );
    assert_eq!(plain(sample.view(&sample.document.lines()).help()), help);
}

#[test]
fn an_amount_without_decimals() {
    check(
        sample(Code::F008, "1075").row(&MONTANT),
        "Demande 12 (n° éditeur A0012) : le montant (`montantSegurHT`) doit avoir deux décimales. Trouvé : `1075`.",
        "Écrivez `1075.00`.",
    );
}

#[test]
fn a_missing_key_names_the_line_of_its_block() {
    check(
        sample(Code::S001, "").row(&REGIME),
        "Demande 12 (n° éditeur A0012) : il manque le régime de TVA (`regimeTVA`).",
        "Ajoutez, dans le bloc qui s'ouvre ligne 5, `\"regimeTVA\": \"TTC\"` avec votre propre valeur.",
    );
}

#[test]
fn a_quoted_null_loses_its_quotes() {
    check(
        sample(Code::S003, "\"null\"").row(&MANDATAIRE).text("null"),
        "Demande 12 (n° éditeur A0012) : pour le nom du mandataire (`nomMandataire`), `null` s'écrit sans guillemets. Trouvé : `\"null\"`.",
        "Retirez les guillemets : écrivez `null`.",
    );
}

#[test]
fn a_number_used_twice_names_the_other_demande() {
    check(
        sample(Code::C007, "\"A0003\"")
            .row(&EDITEUR)
            .text("A0003")
            .related(None),
        "Demande 12 (n° éditeur A0012) : le numéro éditeur `A0003` est déjà employé dans la demande 3 (n° éditeur A0003), ligne 4.",
        "Donnez à cette demande un numéro éditeur jamais employé, et reprenez-le dans les noms de ses pièces justificatives.",
    );
}

#[test]
fn a_demande_without_a_usable_number_has_its_rank() {
    let mut sample = sample(Code::F006, "\"Durand\"").row(&MEDECIN);
    sample.document.demandes[1].num_ligne = Some(201);
    sample.document.demandes[1].numero_editeur = None;
    check(
        sample,
        "Demande 2 : le nom du médecin (`nomMedecin`) doit s'écrire en majuscules. Trouvé : `\"Durand\"`.",
        "Écrivez tout le nom en majuscules. Les accents peuvent rester.",
    );
}

#[test]
fn a_syntax_error_outside_the_demandes_names_its_line() {
    check(
        sample(Code::J002, ",").header(),
        "Ligne 5 : une virgule est en trop.",
        "Supprimez cette virgule : il n'en faut pas avant le premier élément d'une liste ou d'un bloc, pas après le dernier, et jamais deux à la suite.",
    );
}

#[test]
fn a_value_of_the_header_says_so() {
    check(
        sample(Code::F001, "\"732 829 320 00074\"")
            .row(&SIRET)
            .count(14, 17)
            .header(),
        "Entête du fichier : le numéro de SIRET (`SIRET`) compte 17 caractères au lieu de 14. Trouvé : `\"732 829 320 00074\"`.",
        "Écrivez exactement 14 caractères, sans espace, par exemple `\"73282932000074\"`.",
    );
}

#[test]
fn the_bytes_of_another_encoding_are_shown() {
    let mut sample = sample(Code::F006, "\"H??l\"").row(&MEDECIN);
    let at = sample.diagnostic.span.start as usize;
    sample.document.bytes[at + 2..at + 4].copy_from_slice(&[0xe9, 0xe8]);
    sample.document.encoding = Encoding::Windows1252;
    assert!(
        sample
            .view(&sample.document.lines())
            .message()
            .ends_with("`\"Héèl\"`."),
        "{}",
        sample.view(&sample.document.lines()).message()
    );
}

#[test]
fn a_warning_in_a_block_that_no_document_describes_says_so() {
    let sample = sample(Code::S001, "").row(&REGIME).warning();
    assert!(
        sample
            .view(&sample.document.lines())
            .why()
            .starts_with("Le document ne décrit pas ce bloc")
    );
}
