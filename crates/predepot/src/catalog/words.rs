//! The groups of words that sentences share, by the name of the place where they go.

use super::sentence::Sentences;

/// Sentences to choose from, as one text.
macro_rules! sentences {
    [$first:literal $(, $other:literal)* $(,)?] => { Sentences(concat!($first $(, "\t", $other)*)) };
}

pub(super) use sentences;

pub(super) static WORDS: &[(&str, Sentences)] = &[
    // Where the diagnostic is, and where its first related place is.
    (
        "lieu",
        sentences![
            "Demande {demande}{ (n° éditeur |éditeur|)}",
            "{?entête} Entête du fichier",
            "Ligne {ligne}",
        ],
    ),
    (
        "ailleurs",
        sentences![
            "dans le fichier {autre fichier}",
            "dans la demande {autre demande}{ (n° éditeur |autre éditeur|)}, ligne {autre ligne}",
            "ligne {autre ligne}",
        ],
    ),
    // The file of a ZIP, or the piece dropped by itself.
    (
        "ce fichier",
        sentences![
            "Le fichier {entrée} du ZIP {fichier}",
            "{?ZIP} Un fichier du ZIP {fichier}",
            "Le fichier {fichier}",
        ],
    ),
    // What the row is about.
    (
        "sujet",
        sentences![
            "{?élément} un élément de {libellé} ({clé})",
            "{libellé} ({clé})",
            "la valeur",
        ],
    ),
    ("la clé", sentences!["{clé}", "{clé trouvée}"]),
    // What it asks for.
    (
        "demandé",
        sentences![
            "{seulement} dans cette demande",
            "{?passe} {nature demandée}, ou `null`",
            "{nature demandée}",
        ],
    ),
    (
        "nature demandée",
        sentences![
            "{?format:null} `null`",
            "{?format:booléen} `true` ou `false`",
            "{?format:texte} un texte entre guillemets",
            "{choix:ou}",
            "{?format:opérateur} un code d'opérateur entre guillemets",
            "{?format:numéro de ligne} un nombre entier, sans guillemets",
            "{?format:montant} un nombre avec deux décimales, sans guillemets",
            "{?format:bloc} un bloc entre accolades `{ }`",
            "{?format:liste} une liste entre crochets `[ ]`",
            "une autre valeur",
        ],
    ),
    // Nothing when what the row asks for says it already.
    (
        "par exemple",
        sentences![
            "{?format:booléen,choix}",
            ", par exemple {exemple}",
            "{?format:bloc,liste}, comme dans le modèle",
            "",
        ],
    ),
    // What the file has.
    ("trouvé", sentences!["{ Trouvé : |valeur visible|.}"]),
    ("citation", sentences!["{texte}", "{valeur}"]),
    (
        "nature",
        sentences![
            "{?mot:une chaîne} un texte entre guillemets",
            "{?mot:un nombre} un nombre",
            "{?mot:un tableau} une liste entre crochets",
            "{?mot:un objet} un bloc entre accolades",
        ],
    ),
    // The demandes that a reminder is about.
    (
        "lesquelles",
        sentences!["{premiers rangs} et {rangs de plus:autre}", "{rangs:et}",],
    ),
    // What the fix writes.
    (
        "correction",
        sentences![
            "{?correction sûre} Écrivez {proposition}.",
            "Écrivez {proposition}, si c'est bien la valeur voulue.",
        ],
    ),
    (
        "renommer",
        sentences![
            "Écrivez {proposition}. {renommer aussi}",
            "Corrigez le nom dans le JSON. {renommer aussi}",
        ],
    ),
    (
        "renommer aussi",
        sentences!["Renommez aussi le fichier lui-même, dans le ZIP."],
    ),
    // Of ZIPs: what to do, and where two readers part.
    (
        "refaire le ZIP",
        sentences!["Refaites le ZIP à partir des pièces, avec l'outil de votre système."],
    ),
    (
        "désaccord",
        sentences![
            "{?mot:fins} il a plusieurs fins",
            "{?mot:nombre} il n'annonce pas le nombre de fichiers qu'il contient",
            "{?mot:liste} sa liste de fichiers n'est pas là où il l'annonce",
            "{?mot:zip64} ses deux fins ne disent pas la même chose",
            "{?mot:caches} il contient des fichiers absents de sa liste",
            "{?mot:absent} il n'est pas là où la liste du ZIP l'annonce",
            "{?mot:nom} il a deux noms différents",
            "{?mot:compression} deux compressions différentes sont annoncées",
            "{?mot:mot-de-passe} un seul de ses deux en-têtes dit qu'il a un mot de passe",
            "{?mot:taille} deux tailles ou deux sommes de contrôle sont annoncées",
            "{?mot:fin} ce qui suit son contenu ne s'accorde pas avec la liste du ZIP",
            "{?mot:complements} ses informations complémentaires ne se lisent pas",
            "{?mot:dossier} c'est un dossier, et il a un contenu",
            "deux logiciels n'y verraient pas la même chose",
        ],
    ),
];
