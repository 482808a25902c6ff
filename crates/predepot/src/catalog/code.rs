//! The list of codes.

macro_rules! codes {
    ($($code:ident $name:literal,)*) => {
        /// A code of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Code { $($code,)* }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// The code as printed: "F008".
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$code => stringify!($code),)* }
            }

            /// Its name: "montant-deux-decimales".
            pub const fn name(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }
        }
    };
}

codes! {
    J001 "json-invalide",
    J002 "virgule-superflue",
    J003 "virgule-manquante",
    J004 "chaine-non-terminee",
    J005 "caractere-de-controle",
    J006 "echappement-invalide",
    J007 "nombre-invalide",
    J008 "litteral-inconnu",
    J009 "contenu-apres-la-fin",
    J010 "fichier-vide",
    J011 "encodage",
    J012 "marque-bom",
    J013 "imbrication-excessive",
    J014 "cle-dupliquee",
    J015 "guillemets-non-json",
    J016 "commentaire",
    S001 "cle-manquante",
    S002 "cle-inconnue",
    S003 "type-inattendu",
    S004 "tableau-vide",
    S005 "trop-de-demandes",
    S006 "racine-inattendue",
    S007 "profil-indetermine",
    S008 "logiciels-melanges",
    S009 "ancien-modele",
    S010 "emplacement-incertain",
    F001 "longueur-exacte",
    F002 "longueur-maximale",
    F003 "valeur-hors-liste",
    F004 "chiffres-attendus",
    F005 "alphanumerique-attendu",
    F006 "majuscules-attendues",
    F007 "date-invalide",
    F008 "montant-deux-decimales",
    F009 "courriel-invalide",
    F010 "telephone-invalide",
    F011 "null-attendu",
    F012 "operateur-inconnu",
    F013 "espaces-superflus",
    F014 "numero-de-ligne",
    F015 "cle-de-controle",
    F016 "valeur-vide",
    F017 "montant-non-positif",
    C001 "mandataire-requis",
    C002 "mandataire-superflu",
    C003 "liberal-attendu",
    C004 "structure-attendue",
    C005 "client-unique-incoherent",
    C006 "numerotation-des-lignes",
    C007 "numero-editeur-duplique",
    C008 "bon-de-commande-manquant",
    C009 "bons-de-commande-multiples",
    C010 "preuve-ht-manquante",
    C011 "preuve-ht-superflue",
    C012 "scenario-sans-esms",
    C013 "esms-sans-scenario",
    C014 "finess-duplique",
    C015 "certificat-superflu",
    C016 "certificat-requis",
    C017 "scenario-autre-logiciel",
    C018 "date-future",
    C019 "structure-superflue",
    C020 "contact-medecin-requis",
    C021 "rpps-duplique",
    C022 "profil-reference-requis",
    C023 "liberal-superflu",
    C024 "drapeau-superflu",
    C025 "soins-sans-maitre-d-identite",
    C026 "commande-contradictoire",
    N001 "nom-du-json",
    N002 "nom-du-json-numero-ans",
    N003 "nom-du-json-date",
    N004 "nom-du-json-date-du-jour",
    N010 "nom-de-piece",
    N011 "nom-de-piece-logiciel",
    N012 "nom-de-piece-type",
    N013 "nom-de-piece-numero-editeur",
    N014 "nom-de-piece-extension",
    N015 "nom-de-piece-duplique",
    Z001 "zip-illisible",
    Z002 "zip-tronque",
    Z003 "zip-trop-volumineux",
    Z004 "piece-trop-volumineuse",
    Z005 "piece-absente",
    Z006 "piece-non-declaree",
    Z007 "contenu-inattendu",
    Z008 "piece-vide",
    Z009 "piece-corrompue",
    Z010 "piece-chiffree",
    Z011 "compression-inconnue",
    Z012 "piece-dans-un-dossier",
    Z013 "chemin-dangereux",
    Z014 "nom-duplique",
    Z015 "bombe-zip",
    Z016 "fichier-systeme",
    Z017 "archive-imbriquee",
    Z018 "nom-presque-identique",
    Z019 "nom-illisible",
    Z020 "archive-incoherente",
    Z021 "donnees-superflues",
    Z022 "piece-protegee",
    Z023 "piece-tronquee",
    Z024 "pieces-non-fournies",
    Z025 "piece-hors-zip",
    R001 "retour-asp",
    R002 "retour-asp-demande-rejetee",
    X001 "fichier-non-reconnu",
    X002 "fichier-illisible",
    X003 "fichier-hors-limites",
}
