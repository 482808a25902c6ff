//! N: the names of files.

use super::{Family, family};

pub(super) static RULES: Family = family![
    N001 {
        summary: "The JSON file is named `JSON-numeroAns-AAAAMMJJ-NNN.json`.",
        why: "The specification sets this name: the ANS number, the date of submission and the \
            number of the file on that day. It does not say whether the portal checks it \
            automatically.",
        doubt: "The specification writes the extension in lower case, without saying that capitals \
            are a problem.",
        message: [
            "{?mot:copie} The name of the file {fichier} bears the mark of a copy, added by the \
                browser.",
            "{?mot:extension} The name of the file {fichier} ends with an extension in capitals.",
            "The name of the file {fichier} does not have the form \
                `JSON-numeroAns-AAAAMMJJ-NNN.json`.",
        ],
        help: [
            "Rename the file to {nouveau nom}.",
            "{?mot:copie} Rename the file without this mark, for example ` (1)`.",
            "{?mot:extension} Rename the file so that it ends with `.json`, in lower case.",
            "Rename the file: `JSON-`, the ANS number, `-`, the date of submission (year, month, \
                day), `-`, three digits starting from `001`, `.json`.",
        ],
    }
    N002 {
        summary: "The name of the JSON file repeats the ANS number of its header.",
        why: "The specification asks for it: this number ties the file to the software. It does \
            not say whether the portal checks it automatically.",
        message: [
            "The name of the file {fichier} does not repeat the ANS number of the header, {texte}.",
            "The name of the file {fichier} does not repeat the ANS number of the header, that of \
                `numeroAns`.",
        ],
        help: [
            "Rename the file to {nouveau nom}, or correct `numeroAns` if it is the header that is \
                wrong.",
            "Rename the file with {texte}, or correct `numeroAns` if it is the header that is \
                wrong.",
            "Rename the file with the one of `numeroAns`, or correct `numeroAns` if it is the \
                header that is wrong.",
        ],
    }
    N003 {
        summary: "The name of the JSON file contains a date that exists, year first.",
        why: "The specification asks for the date of submission as AAAAMMJJ (year, month, day). \
            It does not say whether the portal checks it automatically.",
        message: ["The name of the file {fichier} contains a date that does not exist."],
        help: [
            "Rename the file to {nouveau nom}.",
            "Write the date of submission with the year first, then the month and the day, with \
                nothing between them: `20231002` for 2 October 2023.",
        ],
    }
    N004 {
        summary: "The date in the name is that of the day when the file is submitted.",
        why: "The specification asks for the date of submission in the name. This tool only knows \
            today's date: if you submit on another day, all may be well.",
        message: ["The name of the file {fichier} bears a date other than today's{, |date}."],
        help: [
            "If you submit today, rename it to {nouveau nom}.",
            "If you submit today, put today's date in the name.",
        ],
    }
    N010 {
        summary: "A supporting document is named `couloir-logiciel-Va1-BDC` or `HT`, then the \
            vendor number and the extension.",
        why: "The specification sets this name, which ties the document to its request. A \
            document under another name may not be found.",
        message: [
            "{?mot:Val} {lieu}: {sujet} must contain `Va1`, with the digit one, not \
                `Val`.{trouvé}",
            "{lieu}: {sujet} does not have the form that the specification asks for.{trouvé}",
        ],
        help: [
            "Write {proposition}. {renommer aussi}",
            "Write {pièce:BDC} for the purchase order, {pièce:HT} for the HT proof. {renommer \
                aussi}",
            "Write a name like `MDV-LGC-Va1-BDC-00001.pdf`: corridor, software, `Va1`, `BDC` or \
                `HT`, vendor number of the request. {renommer aussi}",
        ],
    }
    N011 {
        summary: "The name of a supporting document starts with the corridor and the software of \
            the funding request.",
        why: "The specification sets this start of the name for each software: another start ties \
            the document to another type of request.",
        message: [
            "{lieu}: {sujet} must start with {texte}.{trouvé}",
            "{lieu}: {sujet} must start with the corridor and the software of the request.{trouvé}",
        ],
        help: ["{renommer}"],
    }
    N012 {
        summary: "The name of a supporting document contains `BDC` for a purchase order, `HT` for \
            a proof of the HT regime.",
        why: "The specification matches these letters with `typeFichier`: if the two contradict \
            each other, there is no telling which document it is.",
        message: [
            "{lieu}: {sujet} must contain {texte}, according to its `typeFichier`.{trouvé}",
            "{lieu}: {sujet} must contain `BDC` or `HT`, according to its `typeFichier`.{trouvé}",
        ],
        help: ["{renommer} If it is `typeFichier` that is wrong, correct it instead."],
    }
    N013 {
        summary: "The name of a supporting document repeats the vendor number of its funding \
            request.",
        why: "This number ties the document to its request: with another one, it seems to belong \
            to another request.",
        message: [
            "{lieu}: {sujet} must contain the vendor number of the request{, |texte}.{trouvé}",
        ],
        help: ["{renommer}"],
    }
    N014 {
        summary: "The name of a supporting document ends with the extension of its format: \
            `.pdf`, `.png` or `.jpg`.",
        why: "The extension and `formatFichier` contradict each other: the document may not open, \
            or may not be found under this name.",
        doubt: "The specification writes the extension in lower case, without saying that capitals \
            are a problem.",
        message: [
            "{?avertissement} {lieu}: {sujet} ends with an extension in capitals.{trouvé}",
            "{lieu}: {sujet} must end with {extension}, according to its \
                `formatFichier`.{trouvé}",
            "{lieu}: {sujet} must end with its extension, according to its \
                `formatFichier`.{trouvé}",
        ],
        help: [
            "{?avertissement} {renommer}",
            "{renommer} If it is `formatFichier` that is wrong, correct it instead: changing \
                the extension does not convert the file.",
        ],
    }
    N015 {
        summary: "The name of a supporting document is used only once in the file.",
        why: "Two documents of the same name cannot be told apart, nor each tied to its request.",
        message: ["{lieu}: the document name {citation} is already used{ |ailleurs}."],
        help: [
            "Give each document its own name, made of its type (`BDC` or `HT`) and the vendor \
                number of its request, or remove the repeated document.",
        ],
    }
];
