//! Z: the ZIP and what it holds, and pieces dropped outside a ZIP.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur, Information};

pub(super) static RULES: Family = family![
    // Word: "vide", "volumes" or "autre".
    Rule {
        code: Code::Z001,
        severities: [Erreur],
        summary: "Un ZIP de pièces s'ouvre.",
        why: "Le portail reçoit les pièces justificatives dans un ZIP. Si \
            celui-ci ne s'ouvre pas, aucune de ses pièces ne peut être lue.",
        doubt: "",
        section: "2.1",
        message: [
            "{?mot:vide} Le ZIP {fichier} est vide : il n'a aucun contenu.",
            "{?mot:volumes} Le ZIP {fichier} n'est qu'une partie d'un ZIP en plusieurs \
                morceaux.",
            "Le fichier {fichier} n'est pas un ZIP, malgré son nom.",
        ],
        help: [
            "{?mot:volumes} Refaites un ZIP d'un seul tenant, ou plusieurs ZIP qui \
                s'ouvrent chacun seul.",
            "{refaire le ZIP} Renommer un fichier d'une autre nature n'en fait pas un \
                ZIP.",
        ],
    },
    // None.
    Rule {
        code: Code::Z002,
        severities: [Erreur],
        summary: "Un ZIP est entier.",
        why: "La liste des pièces est à la fin du ZIP : s'il manque une partie \
            du fichier, le portail ne retrouve pas les pièces.",
        doubt: "",
        section: "2.1",
        message: ["Le ZIP {fichier} est incomplet : il en manque une partie."],
        help: [
            "Copiez-le ou téléchargez-le à nouveau, jusqu'au bout. Si cela ne suffit \
            pas, refaites-le à partir des pièces, avec l'outil de votre système."
        ],
    },
    // None; a warning between the two readings of "Mo".
    Rule {
        code: Code::Z003,
        severities: [Erreur, Avertissement],
        summary: "Un ZIP pèse 200 Mo au plus.",
        why: "Le document fixe cette limite pour chaque ZIP déposé sur le \
            portail.",
        doubt: "Le document ne dit pas comment il compte : 200 Mo font 200 000 ko, \
            ou 204 800 ko comme sur beaucoup d'ordinateurs. Ce ZIP est entre \
            les deux.",
        section: "2.1",
        message: [
            "{?avertissement} Le ZIP {fichier} pèse {poids}, juste au-dessus de la \
                limite de 200 Mo.",
            "Le ZIP {fichier} pèse {poids}, au-delà de la limite de 200 Mo.",
        ],
        help: [
            "Répartissez les pièces en plusieurs ZIP de moins de 200 Mo : le document en \
            permet plusieurs pour un même dépôt."
        ],
    },
    // None; a warning between the two readings of "Mo".
    Rule {
        code: Code::Z004,
        severities: [Erreur, Avertissement],
        summary: "Une pièce pèse 3 Mo au plus.",
        why: "Le document fixe cette limite pour chaque pièce, une fois sortie \
            du ZIP.",
        doubt: "Le document ne dit pas comment il compte : 3 Mo font 3 000 ko, ou \
            3 072 ko comme sur beaucoup d'ordinateurs. Cette pièce est entre \
            les deux.",
        section: "2.1",
        message: [
            "{?avertissement} {ce fichier} pèse {poids}, juste au-dessus de la limite de \
                3 Mo.",
            "{ce fichier} pèse {poids}, au-delà de la limite de 3 Mo.",
        ],
        help: [
            "Numérisez la pièce en noir et blanc ou avec moins de détail (150 points par \
            pouce suffisent à la lecture), ou enregistrez le PDF en taille réduite."
        ],
    },
    // Row; Text: the name; related: the ZIP, when there is only one.
    Rule {
        code: Code::Z005,
        severities: [Erreur],
        summary: "Chaque pièce d'une demande est dans un ZIP, sous son `nomFichier`.",
        why: "Selon la FAQ du portail, une demande sans ses pièces est enregistrée, \
            mais incomplète, et n'apparaît pas parmi les demandes déposées.",
        doubt: "",
        section: "2.1",
        message: [
            "{lieu} : la pièce {citation} n'est pas dans le ZIP {autre fichier}.",
            "{lieu} : la pièce {citation} n'est dans aucun ZIP.",
        ],
        help: [
            "Ajoutez la pièce à la racine du ZIP, exactement sous ce nom. Si elle y est \
            sous un autre nom, renommez-la ; si elle est dans un autre ZIP, déposez-le \
            ici aussi."
        ],
    },
    // None; related: the JSON, when there is only one.
    Rule {
        code: Code::Z006,
        severities: [Avertissement],
        summary: "Chaque fichier d'un ZIP est la pièce d'une demande.",
        why: "Rien ne rattache ce fichier à une demande : il est superflu, ou la \
            demande qui devait le déclarer l'a oublié.",
        doubt: "",
        section: "2.1",
        message: ["{ce fichier} n'est déclaré par aucune demande{ du fichier |autre fichier}."],
        help: [
            "Si c'est une pièce manquante sous un autre nom, renommez-le. Sinon, \
            retirez-le, ou déclarez-le dans les `piecesJustificatives` de sa demande \
            (`nomFichier`)."
        ],
    },
    // Text: what the content is, maybe empty; the name says what it should be.
    Rule {
        code: Code::Z007,
        severities: [Erreur],
        summary: "Le contenu d'une pièce est celui qu'annonce son nom : PDF, PNG \
            ou JPG.",
        why: "Les pièces sont des PDF, PNG ou JPG, que le portail et les \
            personnes qui les lisent ouvrent d'après leur nom. Un fichier d'une \
            autre nature ne s'ouvre pas.",
        doubt: "",
        section: "",
        message: [
            "{ce fichier} n'est pas au format attendu : c'est {texte nu}.",
            "{ce fichier} n'a pas le contenu que son nom annonce.",
        ],
        help: [
            "Ouvrez-le dans un logiciel qui le lit, puis enregistrez-le ou imprimez-le \
            en PDF (ou PNG, JPG), sous le `nomFichier` que déclare sa demande. Renommer \
            un fichier ne le convertit pas."
        ],
    },
    // None.
    Rule {
        code: Code::Z008,
        severities: [Erreur],
        summary: "Une pièce n'est pas vide.",
        why: "Une pièce sans contenu ne justifie rien : la demande est \
            incomplète.",
        doubt: "",
        section: "",
        message: ["{ce fichier} est vide."],
        help: [
            "Retrouvez la pièce d'origine, vérifiez qu'elle s'ouvre, et remettez-la sous \
            le même nom."
        ],
    },
    // Word: "donnees", "taille" or "somme".
    Rule {
        code: Code::Z009,
        severities: [Erreur],
        summary: "Une pièce sort du ZIP telle qu'elle y est entrée.",
        why: "Le ZIP garde de chaque pièce sa taille et une somme de contrôle : \
            quand elles ne correspondent plus au contenu, la pièce est \
            abîmée, et la plupart des logiciels refusent de l'ouvrir.",
        doubt: "",
        section: "",
        message: [
            "{?mot:taille} {ce fichier} est abîmé dans le ZIP : son contenu n'a pas la \
                taille que le ZIP annonce.",
            "{?mot:somme} {ce fichier} est abîmé dans le ZIP : son contenu ne correspond \
                pas à sa somme de contrôle.",
            "{ce fichier} est abîmé dans le ZIP : son contenu ne peut pas être \
                décompressé.",
        ],
        help: ["{refaire le ZIP}"],
    },
    // None.
    Rule {
        code: Code::Z010,
        severities: [Erreur],
        summary: "Une pièce n'est pas protégée par le mot de passe d'un ZIP.",
        why: "Le portail ne connaît pas ce mot de passe : il ne peut pas ouvrir \
            la pièce.",
        doubt: "",
        section: "",
        message: ["{ce fichier} est protégé par un mot de passe dans le ZIP."],
        help: ["Refaites le ZIP sans mot de passe."],
    },
    // Text: the name or number of the method.
    Rule {
        code: Code::Z011,
        severities: [Erreur],
        summary: "Une pièce est compressée comme tous les logiciels savent le lire.",
        why: "Un ZIP peut employer des compressions récentes ou anciennes que \
            beaucoup de logiciels ne lisent pas. Rien ne dit que le portail \
            les lise, et cet outil n'a pas pu contrôler la pièce.",
        doubt: "",
        section: "",
        message: ["{ce fichier} est compressé d'une façon peu courante{ (|texte nu|)}."],
        help: [
            "Refaites le ZIP avec l'outil de votre système, ou choisissez la compression \
            Deflate, dite aussi normale."
        ],
    },
    // None.
    Rule {
        code: Code::Z012,
        severities: [Avertissement],
        summary: "Les pièces sont à la racine du ZIP, sans dossier.",
        why: "Le document nomme des fichiers, jamais des dossiers : une pièce \
            rangée dans un dossier risque de ne pas être retrouvée.",
        doubt: "",
        section: "",
        message: ["{ce fichier} est dans un dossier."],
        help: [
            "Refaites le ZIP en choisissant les pièces elles-mêmes, et non le dossier \
            qui les contient."
        ],
    },
    // Word: "racine", "disque", "parent" or "barre".
    Rule {
        code: Code::Z013,
        severities: [Erreur],
        summary: "Le chemin d'une pièce ne sort pas du ZIP.",
        why: "Un tel chemin désigne un endroit de l'ordinateur qui ouvre le ZIP. \
            C'est une attaque connue : beaucoup de logiciels refusent alors le \
            ZIP entier.",
        doubt: "",
        section: "",
        message: [
            "{?mot:racine} {ce fichier} a un chemin dangereux : il commence par une \
                barre `/`.",
            "{?mot:disque} {ce fichier} a un chemin dangereux : il commence par le nom \
                d'un disque.",
            "{?mot:barre} {ce fichier} a un chemin dangereux : il contient une barre \
                inversée `\\`.",
            "{ce fichier} a un chemin dangereux : il contient `..`, qui remonte d'un \
                dossier.",
        ],
        help: [
            "Refaites le ZIP avec l'outil de votre système, à partir des pièces \
            elles-mêmes, ou corrigez le logiciel qui le produit."
        ],
    },
    // Text: the first of the two, when it is written otherwise; related: where it is, when that is another ZIP.
    Rule {
        code: Code::Z014,
        severities: [Erreur],
        summary: "Chaque pièce n'est qu'une fois dans les ZIP.",
        why: "De deux fichiers de même nom, l'un remplace l'autre : on ne sait pas \
            lequel sera lu.",
        doubt: "",
        section: "",
        message: [
            "{?texte} {ce fichier} est aussi dans le ZIP {autre ZIP}.",
            "{?autre fichier} {ce fichier} est en double.",
            "{ce fichier} désigne le même fichier que {texte}.",
            "{ce fichier} est en double.",
        ],
        help: [
            "Gardez le bon des deux, puis refaites le ZIP dans un nouveau fichier plutôt \
            qu'en complétant l'ancien."
        ],
    },
    // Word: "recouvrement" or "proportion".
    Rule {
        code: Code::Z015,
        severities: [Erreur],
        summary: "Un ZIP ne contient pas plus que ce qu'il peut contenir.",
        why: "Des fichiers qui se recouvrent ou qui deviennent énormes une fois \
            ouverts sont le propre des ZIP piégés, faits pour bloquer ce qui \
            les ouvre. Rien n'y a été décompressé.",
        doubt: "",
        section: "",
        message: [
            "{?mot:recouvrement} {ce fichier} partage une partie de son contenu avec un \
                autre.",
            "{?entrée} {ce fichier} deviendrait énorme une fois ouvert ({poids}).",
            "Le ZIP {fichier} deviendrait énorme une fois ouvert.",
        ],
        help: [
            "Vérifiez d'où vient ce ZIP. S'il est à vous, refaites-le à partir des \
            pièces, avec l'outil de votre système."
        ],
    },
    // Count: how many files, when the finding is on the folder `__MACOSX` (one would be 0).
    Rule {
        code: Code::Z016,
        severities: [Avertissement],
        summary: "Un ZIP ne contient que des pièces, pas de fichiers du système.",
        why: "Les fichiers de service de macOS et de Windows (`__MACOSX`, \
            `.DS_Store`, `Thumbs.db`, `desktop.ini`) ne sont dans aucune \
            demande : le portail peut les prendre pour des pièces inconnues.",
        doubt: "",
        section: "",
        message: [
            "{?compte:0} {ce fichier} est un fichier du système, pas une pièce.",
            "Le ZIP {fichier} contient un dossier `__MACOSX`, ajouté par macOS \
                ({compte:fichier}).",
        ],
        help: ["Retirez-le du ZIP, ou refaites le ZIP avec un outil qui n'en ajoute pas."],
    },
    // None.
    Rule {
        code: Code::Z017,
        severities: [Erreur],
        summary: "Un ZIP ne contient pas d'autre ZIP.",
        why: "Le document demande des pièces PDF, PNG ou JPG dans le ZIP : \
            celles qui sont dans un second ZIP ne sont pas vues.",
        doubt: "",
        section: "",
        message: ["{ce fichier} est lui-même une archive."],
        help: [
            "Sortez-en les pièces et placez-les à la racine du ZIP, ou déposez ce second \
            ZIP à part."
        ],
    },
    // In a JSON: Row; Texts: the name expected, then those found; related: these. In a ZIP, a warning: Text: the first of the two.
    Rule {
        code: Code::Z018,
        severities: [Erreur, Avertissement],
        summary: "Une pièce a exactement le nom que sa demande déclare, et aucune \
            autre n'a presque le même.",
        why: "Les deux noms ne diffèrent que par des majuscules, des accents, des \
            espaces, une extension répétée ou `Val` pour `Va1` : pour le \
            portail, ce sont deux noms, et la pièce attendue manque.",
        doubt: "Les deux noms ne diffèrent que par des majuscules, des accents, \
            des espaces, une extension répétée ou `Val` pour `Va1` : l'un est \
            peut-être une copie mal nommée de l'autre, et certains systèmes \
            ne les distinguent pas.",
        section: "",
        message: [
            "{lieu} : la pièce {premier} n'est là que sous un nom proche, {noms \
                proches:ou} ({autre fichier}).",
            "{ce fichier} a presque le même nom que {texte}.",
            "{ce fichier} a presque le même nom qu'un autre.",
        ],
        help: [
            "Si c'est bien elle, renommez-la en {nouveau nom}.",
            "Gardez la bonne, renommez-la en {premier}, et retirez les autres.",
            "Gardez le fichier dont le nom est celui du JSON, et retirez l'autre du ZIP.",
        ],
    },
    // Word: "vide", "utf8", "invisible", "interdit" or "encodage"; the last two are warnings.
    Rule {
        code: Code::Z019,
        severities: [Erreur, Avertissement],
        summary: "Le nom d'un fichier du ZIP se lit de la même façon partout.",
        why: "Un nom qui ne se lit pas, ou qui cache des caractères, ne peut pas \
            être rapproché du `nomFichier` de la demande.",
        doubt: "Ce nom se lit ici, mais un autre système peut le lire autrement \
            ou le refuser. Les noms que demande le document n'ont ni accent \
            ni signe de ce genre.",
        section: "",
        message: [
            "{?mot:vide} {ce fichier} n'a pas de nom.",
            "{?mot:utf8} {ce fichier} a un nom mal écrit : certains de ses caractères ne \
                se lisent pas.",
            "{?mot:invisible} {ce fichier} a un nom qui contient des caractères \
                invisibles.",
            "{?mot:interdit} {ce fichier} a un nom que certains systèmes refusent.",
            "{ce fichier} a un nom accentué dont le ZIP ne dit pas l'encodage.",
        ],
        help: [
            "Renommez le fichier sans accent ni signe particulier, comme son \
            `nomFichier` dans le JSON, puis refaites le ZIP."
        ],
    },
    // Word: where two readers part, as `check` names it.
    Rule {
        code: Code::Z020,
        severities: [Erreur],
        summary: "Un ZIP se lit d'une seule façon.",
        why: "Un ZIP dit deux fois ce qu'il contient : au début de chaque fichier \
            et dans une liste finale. Quand les deux ne s'accordent pas, deux \
            logiciels y voient des pièces différentes, et beaucoup refusent le \
            ZIP.",
        doubt: "",
        section: "",
        message: [
            "{?entrée} {ce fichier} se lit de plusieurs façons : {désaccord}.",
            "Le ZIP {fichier} se lit de plusieurs façons : {désaccord}.",
        ],
        help: ["{refaire le ZIP}"],
    },
    // Word: "avant", "entre" or "apres".
    Rule {
        code: Code::Z021,
        severities: [Avertissement],
        summary: "Un ZIP ne contient rien d'autre que ses fichiers.",
        why: "Des données sans rôle y traînent. Certains outils en laissent sans \
            dommage, mais un contrôle strict peut refuser le ZIP.",
        doubt: "",
        section: "",
        message: [
            "{?mot:avant} Le ZIP {fichier} contient des données superflues avant son \
                premier fichier.",
            "{?mot:apres} Le ZIP {fichier} contient des données superflues après sa fin.",
            "Le ZIP {fichier} contient des données superflues entre ses fichiers.",
        ],
        help: ["{refaire le ZIP}"],
    },
    // None.
    Rule {
        code: Code::Z022,
        severities: [Avertissement],
        summary: "Un PDF n'est pas protégé.",
        why: "Un PDF protégé demande un mot de passe, ou interdit de l'imprimer \
            ou de le copier. Les personnes qui l'instruisent peuvent ne pas \
            pouvoir l'ouvrir.",
        doubt: "",
        section: "",
        message: ["{ce fichier} est un PDF protégé."],
        help: [
            "Ouvrez-le, puis enregistrez-en une copie sans protection, par exemple en \
            l'imprimant au format PDF."
        ],
    },
    // None.
    Rule {
        code: Code::Z023,
        severities: [Avertissement],
        summary: "Une pièce est entière.",
        why: "La marque qui termine ce genre de fichier n'y est pas : sa fin \
            s'est sans doute perdue pendant une copie ou un téléchargement.",
        doubt: "",
        section: "",
        message: ["{ce fichier} semble incomplet : sa fin manque."],
        help: [
            "Ouvrez la pièce et vérifiez sa dernière page. Si elle est abîmée, reprenez \
            l'original et remettez-la sous le même nom."
        ],
    },
    // Count: how many pieces are declared.
    Rule {
        code: Code::Z024,
        severities: [Information],
        summary: "Les pièces se contrôlent quand leurs ZIP sont posés avec le JSON.",
        why: "Seul le JSON a été contrôlé. Une demande dont une pièce manque, ou \
            porte un autre nom, reste incomplète sur le portail.",
        doubt: "",
        section: "1.2",
        message: [
            "Le fichier {fichier} déclare {attendu:pièce}, et aucun ZIP n'a été posé \
            avec lui."
        ],
        help: ["Contrôlez le JSON avec ses ZIP, pour les comparer."],
    },
    // Count: how many pieces are loose.
    Rule {
        code: Code::Z025,
        severities: [Avertissement],
        summary: "Les pièces se déposent dans un ZIP.",
        why: "Le document demande de regrouper toutes les pièces dans un ou \
            plusieurs ZIP.",
        doubt: "",
        section: "2.1",
        message: [
            "{?compte:0,1} {ce fichier} n'est dans aucun ZIP.",
            "{?compte:2} {ce fichier} n'est dans aucun ZIP, comme une autre pièce.",
            "{ce fichier} n'est dans aucun ZIP, comme {autres} autres pièces.",
        ],
        help: ["Avant de déposer, mettez toutes les pièces dans un ZIP, à sa racine."],
    },
];
