//! The groups of words that sentences share, by the name of the place where they go.

use crate::catalog::sentence::Sentences;
use crate::catalog::words::sentences;

pub(in crate::catalog) static WORDS: &[(&str, Sentences)] = &[
    // Where the diagnostic is, and where its first related place is.
    (
        "lieu",
        sentences![
            "Request {demande}{ (vendor no. |éditeur|)}",
            "{?entête} File header",
            "Line {ligne}",
        ],
    ),
    (
        "ailleurs",
        sentences![
            "in the file {autre fichier}",
            "in request {autre demande}{ (vendor no. |autre éditeur|)}, line {autre ligne}",
            "on line {autre ligne}",
        ],
    ),
    // The file of a ZIP, or the piece dropped by itself.
    (
        "ce fichier",
        sentences![
            "The file {entrée} in the ZIP {fichier}",
            "{?ZIP} A file in the ZIP {fichier}",
            "The file {fichier}",
        ],
    ),
    // What the row is about.
    (
        "sujet",
        sentences![
            "{?élément} an item of {libellé} ({clé})",
            "{libellé} ({clé})",
            "the value",
        ],
    ),
    ("la clé", sentences!["{clé}", "{clé trouvée}"]),
    // What it asks for.
    (
        "demandé",
        sentences![
            "{seulement} in this request",
            "{?passe} {nature demandée}, or `null`",
            "{nature demandée}",
        ],
    ),
    (
        "nature demandée",
        sentences![
            "{?format:null} `null`",
            "{?format:booléen} `true` or `false`",
            "{?format:texte} a text in quotes",
            "{choix:or}",
            "{?format:opérateur} an operator code in quotes",
            "{?format:numéro de ligne} a whole number, without quotes",
            "{?format:montant} a number with two decimals, without quotes",
            "{?format:bloc} a block in braces `{ }`",
            "{?format:liste} a list in brackets `[ ]`",
            "another value",
        ],
    ),
    // Nothing when what the row asks for says it already.
    (
        "par exemple",
        sentences![
            "{?format:booléen,choix}",
            ", for example {exemple}",
            "{?format:bloc,liste}, as in the template",
            "",
        ],
    ),
    // What the file has.
    ("trouvé", sentences!["{ Found: |valeur visible|.}"]),
    ("citation", sentences!["{texte}", "{valeur}"]),
    (
        "nature",
        sentences![
            "{?mot:une chaîne} a text in quotes",
            "{?mot:un nombre} a number",
            "{?mot:un tableau} a list in brackets",
            "{?mot:un objet} a block in braces",
        ],
    ),
    // The demandes that a reminder is about.
    (
        "lesquelles",
        sentences!["{premiers rangs} and {rangs de plus:other}", "{rangs:and}",],
    ),
    // What the fix writes.
    (
        "correction",
        sentences![
            "{?correction sûre} Write {proposition}.",
            "Write {proposition}, if that is the value you mean.",
        ],
    ),
    (
        "renommer",
        sentences![
            "Write {proposition}. {renommer aussi}",
            "Correct the name in the JSON. {renommer aussi}",
        ],
    ),
    (
        "renommer aussi",
        sentences!["Rename the file itself in the ZIP too."],
    ),
    // Of ZIPs: what to do, and where two readers part.
    (
        "refaire le ZIP",
        sentences![
            "Make the ZIP again from the supporting documents, with your system's own tool."
        ],
    ),
    (
        "désaccord",
        sentences![
            "{?mot:fins} it has several ends",
            "{?mot:nombre} it does not give the number of files that it contains",
            "{?mot:liste} its list of files is not where it says",
            "{?mot:zip64} its two ends do not say the same thing",
            "{?mot:caches} it contains files that are not in its list",
            "{?mot:absent} it is not where the list of the ZIP says",
            "{?mot:nom} it has two different names",
            "{?mot:compression} it is given two different compressions",
            "{?mot:mot-de-passe} only one of its two headers says that it has a password",
            "{?mot:taille} it is given two sizes or two checksums",
            "{?mot:fin} what follows its content does not agree with the list of the ZIP",
            "{?mot:complements} its additional information cannot be read",
            "{?mot:dossier} it is a folder, and it has content",
            "two programs would not see the same thing in it",
        ],
    ),
];
