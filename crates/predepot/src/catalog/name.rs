//! N: the names of files.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur, Information};

pub(super) static RULES: Family = family![
    // Word: "copie" (" (1)" added by a browser), "extension" (.JSON in capitals, a warning) or "forme".
    Rule {
        code: Code::N001,
        severities: [Erreur, Avertissement],
        summary: "Le fichier JSON se nomme `JSON-numeroAns-AAAAMMJJ-NNN.json`.",
        why: "Le document fixe ce nom : le numéro ANS, la date du dépôt et le \
            numéro du fichier ce jour-là. Il ne dit pas si le portail le \
            contrôle automatiquement.",
        doubt: "Le document écrit l'extension en minuscules, sans dire que des \
            majuscules posent un problème.",
        section: "3.3",
        message: [
            "{?mot:copie} Le nom du fichier {fichier} porte la marque d'une copie, \
                ajoutée par le navigateur.",
            "{?mot:extension} Le nom du fichier {fichier} finit par une extension en \
                majuscules.",
            "Le nom du fichier {fichier} n'a pas la forme \
                `JSON-numeroAns-AAAAMMJJ-NNN.json`.",
        ],
        help: [
            "Renommez le fichier en {nouveau nom}.",
            "{?mot:copie} Renommez le fichier en retirant cette marque, par exemple ` \
                (1)`.",
            "{?mot:extension} Renommez le fichier en finissant par `.json`, en \
                minuscules.",
            "Renommez le fichier : `JSON-`, le numéro ANS, `-`, la date du dépôt (année, \
                mois, jour), `-`, trois chiffres à partir de `001`, `.json`.",
        ],
    },
    // Text: the header's numeroAns.
    Rule {
        code: Code::N002,
        severities: [Erreur],
        summary: "Le nom du fichier JSON reprend le numéro ANS de son entête.",
        why: "Le document le demande : c'est par ce numéro que le fichier est \
            rattaché au logiciel. Il ne dit pas si le portail le contrôle \
            automatiquement.",
        doubt: "",
        section: "3.3",
        message: [
            "Le nom du fichier {fichier} ne reprend pas le numéro ANS de l'entête, \
                {texte}.",
            "Le nom du fichier {fichier} ne reprend pas le numéro ANS de l'entête, celui \
                de `numeroAns`.",
        ],
        help: [
            "Renommez le fichier en {nouveau nom}, ou corrigez `numeroAns` si c'est \
                l'entête qui se trompe.",
            "Renommez le fichier avec {texte}, ou corrigez `numeroAns` si c'est l'entête \
                qui se trompe.",
            "Renommez le fichier avec celui de `numeroAns`, ou corrigez `numeroAns` si \
                c'est l'entête qui se trompe.",
        ],
    },
    // None.
    Rule {
        code: Code::N003,
        severities: [Erreur],
        summary: "Le nom du fichier JSON contient une date qui existe, année \
            d'abord.",
        why: "Le document demande la date du dépôt au format AAAAMMJJ. Il ne \
            dit pas si le portail la contrôle automatiquement.",
        doubt: "",
        section: "3.3",
        message: ["Le nom du fichier {fichier} contient une date qui n'existe pas."],
        help: [
            "Renommez le fichier en {nouveau nom}.",
            "Écrivez la date du dépôt avec l'année d'abord, puis le mois et le jour, \
                sans séparateur : `20231002` pour le 2 octobre 2023.",
        ],
    },
    // Text: today as JJ/MM/AAAA.
    Rule {
        code: Code::N004,
        severities: [Information],
        summary: "La date du nom est celle du jour où le fichier est déposé.",
        why: "Le document demande la date du dépôt dans le nom. Cet outil ne \
            connaît que la date d'aujourd'hui : si vous déposez un autre \
            jour, tout va peut-être bien.",
        doubt: "",
        section: "3.3",
        message: [
            "Le nom du fichier {fichier} porte une autre date que celle d'aujourd'hui{, \
            le |date}.",
        ],
        help: [
            "Si vous déposez aujourd'hui, renommez-le en {nouveau nom}.",
            "Si vous déposez aujourd'hui, mettez la date d'aujourd'hui dans le nom.",
        ],
    },
    // Row; Word: "Val" or "forme".
    Rule {
        code: Code::N010,
        severities: [Erreur],
        summary: "Une pièce justificative se nomme `couloir-logiciel-Va1-BDC` ou \
            `HT`, puis le numéro éditeur et l'extension.",
        why: "Le document fixe ce nom, qui rattache la pièce à sa demande. Une \
            pièce nommée autrement risque de ne pas être retrouvée.",
        doubt: "",
        section: "3.3",
        message: [
            "{?mot:Val} {lieu} : {sujet} doit contenir `Va1`, avec le chiffre un, et non \
                `Val`.{trouvé}",
            "{lieu} : {sujet} n'a pas la forme que le document demande.{trouvé}",
        ],
        help: [
            "Écrivez {proposition}. {renommer aussi}",
            "Écrivez {pièce:BDC} pour le bon de commande, {pièce:HT} pour la preuve HT. \
                {renommer aussi}",
            "Écrivez un nom comme `MDV-LGC-Va1-BDC-00001.pdf` : couloir, logiciel, \
                `Va1`, `BDC` ou `HT`, numéro éditeur de la demande. {renommer aussi}",
        ],
    },
    // Row; Text: the start expected, "MDV-LGC".
    Rule {
        code: Code::N011,
        severities: [Erreur],
        summary: "Le nom d'une pièce commence par le couloir et le logiciel de la \
            demande.",
        why: "Le document fixe ce début de nom pour chaque logiciel : un autre \
            début rattache la pièce à un autre type de demande.",
        doubt: "",
        section: "3.3",
        message: [
            "{lieu} : {sujet} doit commencer par {texte}.{trouvé}",
            "{lieu} : {sujet} doit commencer par le couloir et le logiciel de la \
                demande.{trouvé}",
        ],
        help: ["{renommer}"],
    },
    // Row; Text: "BDC" or "HT".
    Rule {
        code: Code::N012,
        severities: [Erreur],
        summary: "Le nom d'une pièce contient `BDC` pour un bon de commande, `HT` \
            pour une preuve de régime HT.",
        why: "Le document fait correspondre ces lettres à `typeFichier` : si \
            les deux se contredisent, on ne sait pas quelle pièce c'est.",
        doubt: "",
        section: "3.3",
        message: [
            "{lieu} : {sujet} doit contenir {texte}, d'après son `typeFichier`.{trouvé}",
            "{lieu} : {sujet} doit contenir `BDC` ou `HT`, d'après son \
                `typeFichier`.{trouvé}",
        ],
        help: ["{renommer} Si c'est `typeFichier` qui se trompe, corrigez plutôt celui-ci."],
    },
    // Row; Text: the demande's numeroEditeur.
    Rule {
        code: Code::N013,
        severities: [Erreur],
        summary: "Le nom d'une pièce reprend le numéro éditeur de sa demande.",
        why: "C'est par ce numéro que la pièce est rattachée à sa demande : \
            avec un autre, elle semble appartenir à une autre demande.",
        doubt: "",
        section: "3.3",
        message: [
            "{lieu} : {sujet} doit contenir le numéro éditeur de la demande{, \
            |texte}.{trouvé}",
        ],
        help: ["{renommer}"],
    },
    // Row; Text: the extension expected; a warning when only capitals differ.
    Rule {
        code: Code::N014,
        severities: [Erreur, Avertissement],
        summary: "Le nom d'une pièce finit par l'extension de son format : `.pdf`, \
            `.png` ou `.jpg`.",
        why: "L'extension et `formatFichier` se contredisent : la pièce peut \
            ne pas s'ouvrir, ou ne pas être retrouvée sous ce nom.",
        doubt: "Le document écrit l'extension en minuscules, sans dire que des \
            majuscules posent un problème.",
        section: "3.3",
        message: [
            "{?avertissement} {lieu} : {sujet} finit par une extension en \
                majuscules.{trouvé}",
            "{lieu} : {sujet} doit finir par {extension}, d'après son \
                `formatFichier`.{trouvé}",
            "{lieu} : {sujet} doit finir par son extension, d'après son \
                `formatFichier`.{trouvé}",
        ],
        help: [
            "{?avertissement} {renommer}",
            "{renommer} Si c'est `formatFichier` qui se trompe, corrigez plutôt celui-ci \
                : changer l'extension ne convertit pas le fichier.",
        ],
    },
    // Row; Text: the name; related: the first use.
    Rule {
        code: Code::N015,
        severities: [Erreur],
        summary: "Un nom de pièce ne sert qu'une fois dans le fichier.",
        why: "Deux pièces de même nom ne peuvent pas être distinguées, ni \
            rattachées chacune à sa demande.",
        doubt: "",
        section: "3.3",
        message: ["{lieu} : le nom de pièce {citation} est déjà employé{ |ailleurs}."],
        help: [
            "Donnez à chaque pièce son nom, fait avec son type (`BDC` ou `HT`) et le \
            numéro éditeur de sa demande, ou supprimez la pièce répétée.",
        ],
    },
];
