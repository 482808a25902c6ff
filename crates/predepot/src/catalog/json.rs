//! J: the writing of the JSON itself, which the portal's first control reads.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur};

pub(super) static RULES: Family = family![
    // Word: a clause, "une valeur est attendue ici".
    Rule {
        code: Code::J001,
        severities: [Erreur],
        summary: "Les accolades, crochets, guillemets, deux-points et virgules du \
            fichier sont à leur place.",
        why: "Au premier contrôle, le portail lit la structure du fichier. \
            S'il n'y parvient pas, il rejette le fichier entier, avec toutes \
            ses demandes.",
        doubt: "",
        section: "1.2",
        message: [
            "{lieu} : {mot}.{trouvé}",
            "{lieu} : le fichier ne se lit plus à partir d'ici.{trouvé}",
        ],
        help: [
            "Relisez ce qui entoure cet endroit : chaque `{` a son `}`, chaque `[` son \
            `]`, et chaque clé entre guillemets est suivie de `:` puis d'une valeur.",
        ],
    },
    // None.
    Rule {
        code: Code::J002,
        severities: [Erreur],
        summary: "Une virgule sépare deux éléments, elle ne suit jamais le \
            dernier.",
        why: "Une seule virgule en trop rend le fichier illisible : le portail \
            le rejette en entier au premier contrôle.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : une virgule est en trop."],
        help: [
            "Supprimez cette virgule : il n'en faut pas avant le premier élément d'une \
            liste ou d'un bloc, pas après le dernier, et jamais deux à la suite.",
        ],
    },
    // None.
    Rule {
        code: Code::J003,
        severities: [Erreur],
        summary: "Deux éléments qui se suivent sont séparés par une virgule.",
        why: "Une seule virgule oubliée rend le fichier illisible : le portail \
            le rejette en entier au premier contrôle.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : il manque une virgule entre deux éléments."],
        help: [
            "Ajoutez une virgule `,` à la fin de l'élément qui précède, souvent au bout \
            de la ligne du dessus.",
        ],
    },
    // None.
    Rule {
        code: Code::J004,
        severities: [Erreur],
        summary: "Un texte commence et finit par un guillemet droit, sur la même \
            ligne.",
        why: "Sans le guillemet de fin, la suite du fichier est prise pour le \
            texte lui-même : le portail ne peut plus le lire et le rejette \
            en entier.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : un texte commence par un guillemet mais n'est pas refermé.{trouvé}"],
        help: [
            "Ajoutez le guillemet `\"` à la fin du texte, avant la virgule s'il y en a \
            une.",
        ],
    },
    // Text: the character's name, "tabulation", "saut de ligne", "U+0001".
    Rule {
        code: Code::J005,
        severities: [Erreur],
        summary: "Un texte ne contient ni saut de ligne, ni tabulation, ni autre \
            caractère invisible de ce genre.",
        why: "Le JSON interdit ces caractères dans un texte. Ils viennent \
            souvent d'un copier-coller, et suffisent à faire rejeter le \
            fichier entier.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : un texte contient un caractère invisible interdit{ (|texte nu|)}."],
        help: [
            "{?texte:saut de ligne,retour chariot} Écrivez ce texte sur une seule ligne.",
            "{?texte:tabulation} Supprimez la tabulation, ou remplacez-la par une \
            espace.",
            "Supprimez ce caractère. S'il ne se voit pas, effacez tout le texte entre \
                les guillemets et tapez-le à nouveau.",
        ],
    },
    // Word: what is wrong, as a clause.
    Rule {
        code: Code::J006,
        severities: [Erreur],
        summary: "Dans un texte, la barre oblique inverse `\\` introduit seulement \
            les combinaisons prévues par le JSON.",
        why: "Avec une combinaison inconnue, le texte ne peut pas être lu : le \
            portail rejette le fichier en entier au premier contrôle.",
        doubt: "",
        section: "1.2",
        message: [
            "{lieu} : une barre oblique inverse est mal employée dans un texte{ \
            (|mot|)}.{trouvé}",
        ],
        help: [
            "Si le texte contient vraiment une barre oblique inverse, doublez-la : \
            `\\\\`. Sinon, remplacez toute la combinaison par la lettre voulue, par \
            exemple `é`.",
        ],
    },
    // Text: the value meant; or None.
    Rule {
        code: Code::J007,
        severities: [Erreur],
        summary: "Un nombre s'écrit avec des chiffres et, s'il le faut, un point : \
            ni virgule, ni espace, ni symbole, ni zéro en tête.",
        why: "Un nombre écrit à la française ne se lit pas en JSON : une \
            virgule y sépare deux éléments. Le portail rejette le fichier en \
            entier.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : ce nombre ne s'écrit pas ainsi dans un fichier JSON.{trouvé}"],
        help: [
            "{?texte:\"} Écrivez {texte}, avec les guillemets : c'est un texte ou un \
                numéro, pas une quantité.",
            "Écrivez {texte}, si c'est bien la valeur voulue : un point pour les \
                décimales, sans espace ni symbole.",
            "Écrivez le nombre en chiffres, avec un point pour les décimales, sans \
                espace ni symbole, par exemple `1075.00`. Si c'est un numéro (SIRET, RPPS, \
                numéro éditeur…), mettez-le entre guillemets.",
        ],
    },
    // Word: "true", "false" or "null", the word meant; or None.
    Rule {
        code: Code::J008,
        severities: [Erreur],
        summary: "Hors des guillemets, les seuls mots permis sont `true`, `false` \
            et `null`, en minuscules.",
        why: "Tout autre mot sans guillemets rend le fichier illisible : le \
            portail le rejette en entier au premier contrôle.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : ce mot n'existe pas en dehors des guillemets.{trouvé}"],
        help: [
            "Écrivez {mot cité}, en minuscules et sans guillemets.",
            "{correction}",
            "Si c'est un texte, mettez-le entre guillemets droits `\"`. Sinon, écrivez \
                `true`, `false`, `null` ou un nombre.",
        ],
    },
    // None.
    Rule {
        code: Code::J009,
        severities: [Erreur],
        summary: "Rien ne suit l'accolade finale du fichier.",
        why: "Un fichier JSON contient un seul bloc. Ce qui le suit empêche de \
            le lire, et le portail rejette le fichier en entier.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : du contenu suit la fin du fichier JSON.{trouvé}"],
        help: [
            "Supprimez ce qui suit l'accolade finale. Si ce sont d'autres demandes, \
            placez-les dans la liste `lignesImport`. Si l'accolade précédente est en \
            trop, supprimez-la.",
        ],
    },
    // None.
    Rule {
        code: Code::J010,
        severities: [Erreur],
        summary: "Le fichier n'est pas vide.",
        why: "Le portail n'y trouve aucune demande et le rejette au premier \
            contrôle.",
        doubt: "",
        section: "1.2",
        message: ["Le fichier {fichier} est vide."],
        help: [
            "Enregistrez ou exportez ce fichier à nouveau, puis vérifiez sa taille avant \
            de le déposer.",
        ],
    },
    // Word: "Windows-1252", "UTF-16" or "binaire".
    Rule {
        code: Code::J011,
        severities: [Erreur],
        summary: "Le fichier est enregistré en UTF-8.",
        why: "Un fichier JSON s'échange en UTF-8. Dans un autre encodage, le \
            premier contrôle ne peut pas le lire, ou lit mal ses lettres \
            accentuées.",
        doubt: "",
        section: "1.2",
        message: [
            "{?mot:binaire} Le fichier {fichier} n'est pas un texte et ne peut pas être \
                lu.",
            "Le fichier {fichier} n'est pas enregistré en UTF-8{, mais probablement en \
                |mot}.",
        ],
        help: [
            "{?mot:binaire} Déposez le fichier JSON lui-même : ce fichier est d'une \
                autre nature malgré son nom, ou il est abîmé.",
            "Enregistrez à nouveau le fichier en choisissant l'encodage « UTF-8 » (dans \
                le Bloc-notes : Fichier, Enregistrer sous, Encodage), puis relisez les \
                lettres accentuées.",
        ],
    },
    // None.
    Rule {
        code: Code::J012,
        severities: [Avertissement],
        summary: "Le fichier ne commence pas par une marque d'encodage (BOM).",
        why: "Aucune phrase des documents n'en parle, mais le JSON demande de \
            ne pas écrire cette marque invisible et certains programmes \
            refusent le fichier qui la porte.",
        doubt: "",
        section: "",
        message: ["Le fichier {fichier} commence par une marque invisible, appelée BOM."],
        help: [
            "Enregistrez à nouveau le fichier en choisissant l'encodage « UTF-8 », et \
            non « UTF-8 avec BOM ».",
        ],
    },
    // None.
    Rule {
        code: Code::J013,
        severities: [Erreur],
        summary: "Les blocs et les listes ne s'emboîtent pas sur plus de 64 \
            niveaux.",
        why: "Le modèle du document ne compte que quelques niveaux. Un fichier \
            qui en a plus de 64 n'a pas la structure que le premier contrôle \
            attend.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : trop de blocs sont emboîtés les uns dans les autres, plus de 64."],
        help: [
            "Repartez du modèle de fichier mis à disposition sur le portail : une erreur \
            s'est produite à la création de ce fichier.",
        ],
    },
    // Text: the key; related: the first occurrence.
    Rule {
        code: Code::J014,
        severities: [Erreur],
        summary: "Une clé n'est écrite qu'une fois dans un même bloc.",
        why: "De deux valeurs, un programme n'en garde qu'une et ne dit pas \
            laquelle : le fichier peut être rejeté, ou la demande instruite \
            avec la mauvaise valeur.",
        doubt: "",
        section: "1.2",
        message: [
            "{lieu} : la clé {citation} est écrite plusieurs fois dans le même bloc{, la \
            première |ailleurs}.",
        ],
        help: [
            "Gardez une seule de ces lignes, celle dont la valeur est juste. En \
            attendant, c'est la dernière qui est contrôlée ici.",
        ],
    },
    // Text: the quote found.
    Rule {
        code: Code::J015,
        severities: [Erreur],
        summary: "Les textes et les clés sont entourés de guillemets droits `\"`.",
        why: "Les traitements de texte et les messageries remplacent ces \
            guillemets par d'autres, que le JSON ne connaît pas : le portail \
            rejette alors le fichier en entier.",
        doubt: "",
        section: "1.2",
        message: [
            "{?texte:'} {lieu} : un texte est entouré par des apostrophes au lieu de \
                guillemets droits.{trouvé}",
            "{?accent grave} {lieu} : un texte est entouré par des accents graves au \
                lieu de guillemets droits.{trouvé}",
            "{lieu} : un texte est entouré par d'autres guillemets au lieu de guillemets \
                droits.{trouvé}",
        ],
        help: ["Remplacez le signe du début et celui de la fin par un guillemet droit `\"`."],
    },
    // None.
    Rule {
        code: Code::J016,
        severities: [Erreur],
        summary: "Le fichier ne contient pas de commentaire.",
        why: "Le JSON n'admet aucun commentaire : un seul suffit à rendre le \
            fichier illisible, et le portail le rejette en entier.",
        doubt: "",
        section: "1.2",
        message: ["{lieu} : un commentaire est écrit dans le fichier.{trouvé}"],
        help: [
            "Supprimez ce commentaire, avec les signes `//`, `/*`, `*/` ou `#` qui \
            l'entourent.",
        ],
    },
];
