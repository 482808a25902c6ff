//! What `check` and `json` say by themselves: the titles of corrections, the messages of related places, the clauses of findings. Empty
//! backticks stand for values; of two texts that could be the same one, the longer comes first.

use super::twins;

pub(super) static TWINS: &str = twins![
    // Corrections of values.
    "Écrire ``, et numéroter de même les suivantes" => "Write ``, and number those after it likewise",
    "Écrire ``, ou remplir l'autre bloc" => "Write ``, or fill in the other block",
    "Écrire ``" => "Write ``",
    "Écrire la valeur" => "Write the value",
    "Écrire la valeur, par exemple ``" => "Write the value, for example ``",
    "Écrire un code de la liste, ou ``" => "Write a code from the list, or ``",
    "Écrire le rang de la demande, de 1 à 200" => "Write the rank of the request, from 1 to 200",
    "Écrire une valeur qui n'est pas encore prise" => "Write a value that is not taken yet",
    "Écrire un FINESS de ``, ou l'y ajouter" => "Write a FINESS of ``, or add it there",
    "Corriger `` ou la liste des bénéficiaires" => "Correct `` or the list of beneficiaries",
    "Ajouter ``, par exemple ``" => "Add ``, for example ``",
    "Ajouter ``" => "Add ``",
    "Ajouter le bon de commande (``)" => "Add the purchase order (``)",
    "Ajouter la preuve de TVA HT (``)" => "Add the proof of the HT regime (``)",
    "Ajouter au moins un médecin" => "Add at least one doctor",
    "Ajouter un scénario pour cet ESMS" => "Add a scenario for this ESMS",
    "Remplir le bloc ``" => "Fill in the block ``",
    "Déplacer ``" => "Move ``",
    "Renommer en ``" => "Rename to ``",
    "Renommer la pièce en ``" => "Rename the supporting document to ``",
    "Placer à la racine, sous le nom ``" => "Put at the root, under the name ``",
    // Corrections of the writing.
    "Supprimer ``" => "Remove ``",
    "Supprimer cette ligne" => "Remove this line",
    "Supprimer ces caractères" => "Remove these characters",
    "Supprimer ce caractère" => "Remove this character",
    "Supprimer ce texte" => "Remove this text",
    "Supprimer ce qui suit la fin" => "Remove what follows the end",
    "Supprimer la virgule" => "Remove the comma",
    "Supprimer l'accolade" => "Remove the brace",
    "Supprimer le crochet" => "Remove the bracket",
    "Supprimer le commentaire" => "Remove the comment",
    "Supprimer la marque d'ordre des octets" => "Remove the byte order mark",
    "Ajouter la virgule" => "Add the comma",
    "Ajouter le signe deux-points" => "Add the colon",
    "Ajouter l'accolade ouvrante" => "Add the opening brace",
    "Ajouter l'accolade fermante" => "Add the closing brace",
    "Ajouter le crochet ouvrant" => "Add the opening bracket",
    "Ajouter le crochet fermant" => "Add the closing bracket",
    "Écrire une virgule" => "Write a comma",
    "Écrire deux-points" => "Write a colon",
    "Écrire une espace à la place" => "Write a space instead",
    "Écrire une espace ordinaire" => "Write an ordinary space",
    "Écrire des guillemets droits" => "Write straight quotes",
    "Écrire ces guillemets ``" => "Write these quotes ``",
    "Ouvrir les guillemets" => "Open the quotes",
    "Fermer les guillemets" => "Close the quotes",
    "Fermer ce qui est ouvert" => "Close what is open",
    "Doubler la barre oblique inverse" => "Double the backslash",
    "Mettre la virgule à la fin de cette ligne" => "Put the comma at the end of this line",
    "Intervertir ces deux lignes" => "Swap these two lines",
    "Convertir le fichier en UTF-8" => "Convert the file to UTF-8",
    // Related places.
    "la clé est déjà écrite ici" => "the key is already written here",
    "la clé est aussi écrite ici" => "the key is written here too",
    "la clé est attendue ici" => "the key is expected here",
    "la même valeur est déjà écrite ici" => "the same value is already written here",
    "le même numéro est déjà écrit ici" => "the same number is already written here",
    "ce numéro éditeur est déjà écrit ici" => "this vendor number is already written here",
    "une pièce porte déjà ce nom ici" => "a supporting document already has this name here",
    "un scénario du même profil métier est déjà écrit ici" =>
        "a scenario of the same sector profile is already written here",
    "le premier bon de commande est ici" => "the first purchase order is here",
    "les bénéficiaires sont ici" => "the beneficiaries are here",
    "la même pièce est ici" => "the same supporting document is here",
    "cette pièce a presque ce nom" => "this supporting document has nearly this name",
    "la pièce n'est pas dans ce ZIP" => "the supporting document is not in this ZIP",
    "aucune demande de ce fichier ne déclare la pièce" =>
        "no request of this file declares the supporting document",
    "Cette accolade n'est pas fermée." => "This brace is not closed.",
    "Ce crochet n'est pas fermé." => "This bracket is not closed.",
    "Ce qui s'ouvre ici n'est pas fermé." => "What opens here is not closed.",
    // Where a key belongs.
    "demande" => "request",
    "entête du fichier" => "file header",
    // What a character is.
    "tabulation" => "tab",
    "saut de ligne" => "line break",
    // What a piece is, or how it is compressed; a name follows two of them.
    "un PDF" => "a PDF",
    "une image" => "an image of type",
    "une image PNG" => "a PNG image",
    "une image JPG" => "a JPG image",
    "une archive" => "an archive",
    "un courriel" => "an email",
    "un document" => "a document of type",
    "un document de bureautique, Word ou autre" => "an office document, Word or other",
    "une page web" => "a web page",
    "un texte" => "a text",
    "méthode" => "method",
    // The writing of the JSON.
    "une valeur est attendue ici" => "a value is expected here",
    "une clé est attendue ici" => "a key is expected here",
    "une valeur et une virgule sont attendues ici" => "a value and a comma are expected here",
    "le signe deux-points est attendu ici" => "a colon is expected here",
    "une accolade fermante est attendue ici" => "a closing brace is expected here",
    "un crochet fermant est attendu ici" => "a closing bracket is expected here",
    "une accolade ouvrante est attendue à la place de ce crochet" =>
        "an opening brace is expected instead of this bracket",
    "un crochet ouvrant est attendu à la place de cette accolade" =>
        "an opening bracket is expected instead of this brace",
    "une accolade fermante est attendue à la place de ce crochet" =>
        "a closing brace is expected instead of this bracket",
    "un crochet fermant est attendu à la place de cette accolade" =>
        "a closing bracket is expected instead of this brace",
    "il manque une accolade fermante et une virgule" => "a closing brace and a comma are missing",
    "il manque un crochet fermant et une virgule" => "a closing bracket and a comma are missing",
    "il manque ici plusieurs accolades ou crochets fermants" =>
        "several closing braces or brackets are missing here",
    "il manque une accolade fermante avant cette virgule" =>
        "a closing brace is missing before this comma",
    "il manque un crochet fermant avant cette virgule" =>
        "a closing bracket is missing before this comma",
    "il manque une accolade ouvrante ici" => "an opening brace is missing here",
    "il manque un crochet ouvrant ici" => "an opening bracket is missing here",
    "il manque une accolade ouvrante au début du fichier" =>
        "an opening brace is missing at the start of the file",
    "il manque une accolade ouvrante avant cette clé" =>
        "an opening brace is missing before this key",
    "il manque une accolade ouvrante avant cette accolade" =>
        "an opening brace is missing before this brace",
    "il manque une clé et ce qui ouvre sa valeur avant cette ligne" =>
        "a key and what opens its value are missing before this line",
    "il manque un guillemet avant ce texte" => "a quote is missing before this text",
    "il manque un guillemet avant cette clé" => "a quote is missing before this key",
    "il manque une virgule à la fin de cette ligne, et il y en a une de trop à la fin de la suivante" =>
        "a comma is missing at the end of this line, and there is an extra one at the end of the next",
    "la fin de cette ligne manque : deux-points, et ce qui ouvre la valeur" =>
        "the end of this line is missing: a colon, and what opens the value",
    "cette accolade ouvrante est en trop" => "this opening brace is extra",
    "ce crochet ouvrant est en trop" => "this opening bracket is extra",
    "cette accolade fermante est en trop" => "this closing brace is extra",
    "ce crochet fermant est en trop" => "this closing bracket is extra",
    "cette ligne est écrite deux fois" => "this line is written twice",
    "cette ligne et la suivante sont interverties" => "this line and the next are swapped",
    "cette clé s'écrit entre guillemets" => "this key is written in quotes",
    "cette espace n'est pas une espace ordinaire" => "this space is not an ordinary space",
    "ce texte précède le début du JSON" => "this text comes before the start of the JSON",
    "ce qui est écrit ici n'a pas de sens en JSON" => "what is written here has no meaning in JSON",
    "ce guillemet fait partie du texte et termine pourtant la chaîne" =>
        "this quote is part of the text, yet it ends it",
    "le fichier est trop long pour être lu en entier" => "the file is too long to be read whole",
    "quatre chiffres hexadécimaux sont attendus après ``" =>
        "four hexadecimal digits are expected after ``",
    "cette moitié de caractère est seule" => "this half of a character is alone",
    "cette suite n'existe pas en JSON" => "this combination does not exist in JSON",
    // Why a piece is not in the new ZIP.
    "introuvable dans ce que vous avez déposé : ajoutez-la" =>
        "not found in what you dropped: add it",
    "son nom est à corriger d'abord dans le JSON" => "its name must first be corrected in the JSON",
    "le JSON la déclare plusieurs fois sous ce nom" =>
        "the JSON declares it several times under this name",
    "plusieurs fichiers différents portent ce nom : ne gardez que le bon" =>
        "several different files have this name: keep only the right one",
    "plusieurs noms se ressemblent : renommez vous-même le bon fichier" =>
        "several names are alike: rename the right file yourself",
    "le fichier trouvé est en faute : voyez le point relevé sur lui, puis remplacez-le" =>
        "the file found is at fault: see what is said of it, then replace it",
    "le ZIP où elle se trouve peut se lire de deux façons : refaites ce ZIP" =>
        "the ZIP that it is in can be read in two ways: make that ZIP again",
    "son contenu n'a pas été lu" => "its content was not read",
    // Why the browser does not read a file (`www/src/reason.ts`).
    "il n’est plus à sa place" => "it is no longer in its place",
    "il a été modifié, déplacé ou supprimé depuis que vous l’avez choisi" =>
        "it was changed, moved or deleted since you chose it",
    "le navigateur n’a pas pu le lire" => "the browser could not read it",
];
