//! Z: the ZIP and what it holds, and supporting documents dropped outside a ZIP.

use super::{Family, family};

pub(super) static RULES: Family = family![
    Z001 {
        summary: "A ZIP of supporting documents can be opened.",
        why: "The portal takes the supporting documents in a ZIP. If it does not open, none of \
            its documents can be read.",
        message: [
            "{?mot:vide} The ZIP {fichier} is empty: it has no content.",
            "{?mot:volumes} The ZIP {fichier} is only one part of a ZIP split into several.",
            "The file {fichier} is not a ZIP, whatever its name says.",
        ],
        help: [
            "{?mot:volumes} Make a ZIP that is not split, or several ZIPs that each open by themselves.",
            "{refaire le ZIP} Renaming a file of another kind does not make it a ZIP.",
        ],
    }
    Z002 {
        summary: "A ZIP is complete.",
        why: "The list of the supporting documents is at the end of the ZIP: if part of the file \
            is missing, the portal cannot find the documents.",
        message: ["The ZIP {fichier} is incomplete: part of it is missing."],
        help: [
            "Copy or download it again, to the end. If that is not enough, make it again from the \
                supporting documents, with your system's own tool.",
        ],
    }
    Z003 {
        summary: "A ZIP is at most 200 MB.",
        why: "The specification sets this limit for each ZIP submitted on the portal.",
        doubt: "The specification does not say how it counts: 200 MB are 200,000 kB, or 204,800 kB \
            as on many computers. This ZIP is between the two.",
        message: [
            "{?avertissement} The ZIP {fichier} is {poids}, just over the limit of 200 MB.",
            "The ZIP {fichier} is {poids}, over the limit of 200 MB.",
        ],
        help: [
            "Split the supporting documents into several ZIPs of less than 200 MB: the \
                specification allows several in one submission.",
        ],
    }
    Z004 {
        summary: "A supporting document is at most 3 MB.",
        why: "The specification sets this limit for each supporting document, once it is out of \
            the ZIP.",
        doubt: "The specification does not say how it counts: 3 MB are 3,000 kB, or 3,072 kB as on \
            many computers. This document is between the two.",
        message: [
            "{?avertissement} {ce fichier} is {poids}, just over the limit of 3 MB.",
            "{ce fichier} is {poids}, over the limit of 3 MB.",
        ],
        help: [
            "Scan the document in black and white or with less detail (150 dots per inch are \
                enough to read it), or save the PDF in a reduced size.",
        ],
    }
    Z005 {
        summary: "Each supporting document of a funding request is in a ZIP, under its \
            `nomFichier`.",
        why: "According to the portal's FAQ, a request without its supporting documents is \
            registered, but incomplete, and does not appear among those submitted.",
        message: [
            "{lieu}: the supporting document {citation} is not in the ZIP {autre fichier}.",
            "{lieu}: the supporting document {citation} is not in any ZIP.",
        ],
        help: [
            "Add the document at the root of the ZIP, under exactly this name. If it is \
                there under another name, rename it; if it is in another ZIP, drop that one \
                here too.",
        ],
    }
    Z006 {
        summary: "Each file in a ZIP is the supporting document of a funding request.",
        why: "Nothing ties this file to a request: it is superfluous, or the request that should \
            declare it does not.",
        message: ["{ce fichier} is not declared by any request{ of the file |autre fichier}."],
        help: [
            "If it is a missing document under another name, rename it. Otherwise, remove it, or \
                declare it in the `piecesJustificatives` of its request \
                (`nomFichier`).",
        ],
    }
    Z007 {
        summary: "The content of a supporting document is what its name says: PDF, PNG or JPG.",
        why: "Supporting documents are PDF, PNG or JPG, which the portal and the people who read \
            them open according to their name. A file of another kind does not open.",
        message: [
            "{ce fichier} is not in the expected format: it is {texte nu}.",
            "{ce fichier} does not have the content that its name says.",
        ],
        help: [
            "Open it in a program that reads it, then save or print it as PDF (or PNG, JPG), \
                under the `nomFichier` that its request declares. Renaming a file does not \
                convert it.",
        ],
    }
    Z008 {
        summary: "A supporting document is not empty.",
        why: "A document without content supports nothing: the request is incomplete.",
        message: ["{ce fichier} is empty."],
        help: [
            "Find the original document, check that it opens, and put it back under the same name.",
        ],
    }
    Z009 {
        summary: "A supporting document comes out of the ZIP as it went in.",
        why: "For each document, the ZIP keeps its size and a checksum: when they no longer match \
            the content, the document is damaged, and most programs refuse to open it.",
        message: [
            "{?mot:taille} {ce fichier} is damaged: its content does not have the size that the \
                ZIP says.",
            "{?mot:somme} {ce fichier} is damaged: its content does not match its checksum in the \
                ZIP.",
            "{ce fichier} is damaged: its content in the ZIP cannot be decompressed.",
        ],
        help: ["{refaire le ZIP}"],
    }
    Z010 {
        summary: "A supporting document is not protected by the password of a ZIP.",
        why: "The portal does not know this password: it cannot open the document.",
        message: ["{ce fichier} is protected by a password."],
        help: ["Make the ZIP again without a password."],
    }
    Z011 {
        summary: "A supporting document is compressed in a way that every program can read.",
        why: "A ZIP can use recent or old compressions that many programs do not read. Nothing \
            says that the portal reads them, and this tool could not check the document.",
        message: ["{ce fichier} is compressed in an unusual way{ (|texte nu|)}."],
        help: [
            "Make the ZIP again with your system's own tool, or choose the compression called \
                Deflate, or normal.",
        ],
    }
    Z012 {
        summary: "Supporting documents are at the root of the ZIP, in no folder.",
        why: "The specification names files, never folders: a document kept in a folder may not \
            be found.",
        message: ["{ce fichier} is in a folder."],
        help: [
            "Make the ZIP again by choosing the documents themselves, not the folder that \
                contains them.",
        ],
    }
    Z013 {
        summary: "The path of a supporting document does not lead out of the ZIP.",
        why: "Such a path points to a place on the computer that opens the ZIP. It is a known \
            attack: many programs then refuse the whole ZIP.",
        message: [
            "{?mot:racine} {ce fichier} has a dangerous path: it starts with a slash `/`.",
            "{?mot:disque} {ce fichier} has a dangerous path: it starts with the name of a drive.",
            "{?mot:barre} {ce fichier} has a dangerous path: it contains a backslash `\\`.",
            "{ce fichier} has a dangerous path: it contains `..`, which goes up one folder.",
        ],
        help: [
            "Make the ZIP again with your system's own tool, from the documents themselves, or \
                correct the software that produces it.",
        ],
    }
    Z014 {
        summary: "Each supporting document is only once in the ZIPs.",
        why: "Of two files of the same name, one replaces the other: there is no telling which \
            will be read.",
        message: [
            "{?texte} {ce fichier} is also in the ZIP {autre ZIP}.",
            "{?autre fichier} {ce fichier} is there twice.",
            "{ce fichier} designates the same file as {texte}.",
            "{ce fichier} is there twice.",
        ],
        help: [
            "Keep the right one, then make the ZIP again in a new file rather than adding to the \
                old one.",
        ],
    }
    Z015 {
        summary: "A ZIP contains no more than it can contain.",
        why: "Files that overlap, or that become huge once opened, are the mark of booby-trapped \
            ZIPs, made to block whatever opens them. Nothing in it was decompressed.",
        message: [
            "{?mot:recouvrement} {ce fichier} shares part of its content with another one.",
            "{?entrée} {ce fichier} would become huge once opened ({poids}).",
            "The ZIP {fichier} would become huge once opened.",
        ],
        help: [
            "Check where this ZIP comes from. If it is yours, make it again from the supporting \
                documents, with your system's own tool.",
        ],
    }
    Z016 {
        summary: "A ZIP contains supporting documents only, no system files.",
        why: "The housekeeping files of macOS and Windows (`__MACOSX`, `.DS_Store`, `Thumbs.db`, \
            `desktop.ini`) are in no request: the portal may take them for unknown documents.",
        message: [
            "{?compte:0} {ce fichier} is a system file, not a supporting document.",
            "The ZIP {fichier} contains a folder `__MACOSX`, added by macOS ({compte:file}).",
        ],
        help: ["Remove it from the ZIP, or make the ZIP again with a tool that adds none."],
    }
    Z017 {
        summary: "A ZIP contains no other ZIP.",
        why: "The specification asks for PDF, PNG or JPG documents in the ZIP: those inside a \
            second ZIP are not seen.",
        message: ["{ce fichier} is itself an archive."],
        help: [
            "Take the documents out of it and put them at the root of the ZIP, or submit this \
                second ZIP by itself.",
        ],
    }
    Z018 {
        summary: "A supporting document has exactly the name that its funding request declares, \
            and no other has nearly the same.",
        why: "The two names differ only by capitals, accents, spaces, a repeated extension or \
            `Val` for `Va1`: to the portal, they are two names, and the expected document is \
            missing.",
        doubt: "The two names differ only by capitals, accents, spaces, a repeated extension or \
            `Val` for `Va1`: one may be a misnamed copy of the other, and some systems do not \
            tell them apart.",
        message: [
            "{lieu}: the supporting document {premier} is only there under a similar name, {noms \
                proches:or} ({autre fichier}).",
            "{ce fichier} has nearly the same name as {texte}.",
            "{ce fichier} has nearly the same name as another one.",
        ],
        help: [
            "If this is the one, rename it to {nouveau nom}.",
            "Keep the right one, rename it to {premier}, and remove the others.",
            "Keep the file whose name is in the JSON, and remove the other from the ZIP.",
        ],
    }
    Z019 {
        summary: "The name of a file in the ZIP reads the same everywhere.",
        why: "A name that cannot be read, or that hides characters, cannot be matched with the \
            `nomFichier` of the request.",
        doubt: "This name can be read here, but another system may read it differently or refuse \
            it. The names that the specification asks for have no accents and no such signs.",
        message: [
            "{?mot:vide} {ce fichier} has no name.",
            "{?mot:utf8} {ce fichier} has a badly written name: some of its characters cannot be \
                read.",
            "{?mot:invisible} {ce fichier} has a name that contains invisible characters.",
            "{?mot:interdit} {ce fichier} has a name that some systems refuse.",
            "{ce fichier} has an accented name whose encoding the ZIP does not give.",
        ],
        help: [
            "Rename the file without accents or special signs, like its `nomFichier` in the JSON, \
                then make the ZIP again.",
        ],
    }
    Z020 {
        summary: "A ZIP can be read in only one way.",
        why: "A ZIP says twice what it contains: at the start of each file and in a final list. \
            When the two do not agree, two programs see different documents in it, and many \
            refuse the ZIP.",
        message: [
            "{?entrée} {ce fichier} can be read in several ways: {désaccord}.",
            "The ZIP {fichier} can be read in several ways: {désaccord}.",
        ],
        help: ["{refaire le ZIP}"],
    }
    Z021 {
        summary: "A ZIP contains nothing but its files.",
        why: "Data without a purpose is left in it. Some tools leave some without harm, but a \
            strict check may refuse the ZIP.",
        message: [
            "{?mot:avant} The ZIP {fichier} contains superfluous data before its first file.",
            "{?mot:apres} The ZIP {fichier} contains superfluous data after its end.",
            "The ZIP {fichier} contains superfluous data between its files.",
        ],
        help: ["{refaire le ZIP}"],
    }
    Z022 {
        summary: "A PDF is not protected.",
        why: "A protected PDF asks for a password, or forbids printing or copying. The people who \
            review it may not be able to open it.",
        message: ["{ce fichier} is a protected PDF."],
        help: [
            "Open it, then save an unprotected copy of it, for example by printing it to a PDF.",
        ],
    }
    Z023 {
        summary: "A supporting document is complete.",
        why: "The mark that ends this kind of file is not there: its end was probably lost in a \
            copy or a download.",
        message: ["{ce fichier} seems incomplete: its end is missing."],
        help: [
            "Open the document and check its last page. If it is damaged, take the original and \
                put it back under the same name.",
        ],
    }
    Z024 {
        summary: "Supporting documents are checked when their ZIPs are dropped with the JSON.",
        why: "Only the JSON was checked. A request with a document that is missing, or under \
            another name, stays incomplete on the portal.",
        message: [
            "The file {fichier} declares {attendu:supporting document}, and no ZIP was dropped \
                with it.",
        ],
        help: ["Check the JSON with its ZIPs, to compare them."],
    }
    Z025 {
        summary: "Supporting documents are submitted in a ZIP.",
        why: "The specification asks you to gather all the supporting documents in one or more \
            ZIPs.",
        message: [
            "{?compte:0,1} {ce fichier} is not in any ZIP.",
            "{?compte:2} {ce fichier} is not in any ZIP, nor is one other document.",
            "{ce fichier} is not in any ZIP, nor are {autres} other documents.",
        ],
        help: ["Before you submit, put all the supporting documents in a ZIP, at its root."],
    }
];
