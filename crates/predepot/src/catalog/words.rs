//! The groups of words that sentences share, by the name of the place where they go.

use super::sentence::Sentences;

pub(super) static WORDS: &[(&str, Sentences)] = &[
    // Where the diagnostic is, and where its first related place is.
    (
        "lieu",
        &[
            "Demande {demande}{ (n° éditeur |éditeur|)}",
            "{?entête} Entête du fichier",
            "Ligne {ligne}",
        ],
    ),
    (
        "ailleurs",
        &[
            "dans le fichier {autre fichier}",
            "dans la demande {autre demande}{ (n° éditeur |autre éditeur|)}, ligne {autre ligne}",
            "ligne {autre ligne}",
        ],
    ),
    // What the row is about.
    (
        "sujet",
        &[
            "{?élément} un élément de {libellé} ({clé})",
            "{libellé} ({clé})",
            "la valeur",
        ],
    ),
    ("la clé", &["{clé}", "{clé trouvée}"]),
    // What it asks for.
    ("demandé", &["{nature demandée}{ou null}"]),
    (
        "nature demandée",
        &[
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
    (
        "ou null",
        &[
            "{?format:null}",
            "{?mot:null}",
            "{?élément}",
            "{?facultatif}, ou `null`",
            "{?parfois null}, ou `null` selon le reste de la demande",
            "",
        ],
    ),
    // Nothing when what the row asks for says it already.
    (
        "par exemple",
        &[
            "{?format:booléen,choix}",
            ", par exemple {exemple}",
            "{?format:bloc,liste}, comme dans le modèle",
            "",
        ],
    ),
    // What the file has.
    ("trouvé", &["{ Trouvé : |valeur visible|.}"]),
    ("citation", &["{texte}", "{valeur}"]),
    (
        "nature",
        &[
            "{?mot:une chaîne} un texte entre guillemets",
            "{?mot:un nombre} un nombre",
            "{?mot:un tableau} une liste entre crochets",
            "{?mot:un objet} un bloc entre accolades",
        ],
    ),
    // What the fix writes.
    (
        "correction",
        &[
            "{?correction sûre} Écrivez {proposition}.",
            "Écrivez {proposition}, si c'est bien la valeur voulue.",
        ],
    ),
    (
        "renommer",
        &[
            "Écrivez {proposition}. {renommer aussi}",
            "Corrigez le nom dans le JSON. {renommer aussi}",
        ],
    ),
    (
        "renommer aussi",
        &["Renommez aussi le fichier lui-même, dans le ZIP."],
    ),
];
