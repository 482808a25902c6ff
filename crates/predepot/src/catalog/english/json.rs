//! J: the writing of the JSON itself.

use super::{Family, family};

pub(super) static RULES: Family = family![
    J001 {
        summary: "The braces, brackets, quotes, colons and commas of the file are all in place.",
        why: "In its first check, the portal reads the structure of the file. If it cannot, it \
            rejects the whole file, with every request in it.",
        message: [
            "{lieu}: {mot}.{trouvé}",
            "{lieu}: the file cannot be read from here on.{trouvé}",
        ],
        help: [
            "Look around this place: each `{` has its `}`, each `[` its `]`, and each key in \
                quotes is followed by `:` and then a value.",
        ],
    }
    J002 {
        summary: "A comma separates two items; it never follows the last one.",
        why: "A single extra comma makes the file unreadable: the portal rejects it whole in its \
            first check.",
        message: ["{lieu}: there is an extra comma."],
        help: [
            "Remove this comma: there is none before the first item of a list or block, none \
                after the last, and never two in a row.",
        ],
    }
    J003 {
        summary: "Two items in a row are separated by a comma.",
        why: "A single missing comma makes the file unreadable: the portal rejects it whole in \
            its first check.",
        message: ["{lieu}: a comma is missing between two items."],
        help: [
            "Add a comma `,` at the end of the item before this one, often at the end of the line \
                above.",
        ],
    }
    J004 {
        summary: "A text starts and ends with a straight quote, on the same line.",
        why: "Without the closing quote, the rest of the file is taken for the text itself: the \
            portal can no longer read the file and rejects it whole.",
        message: ["{lieu}: a text starts with a quote but is never closed.{trouvé}"],
        help: ["Add the quote `\"` at the end of the text, before the comma if there is one."],
    }
    J005 {
        summary: "A text contains no line break, no tab and no other invisible character of that \
            kind.",
        why: "JSON does not allow these characters in a text. They often come from copy and \
            paste, and one of them is enough to have the whole file rejected.",
        message: [
            "{lieu}: a text contains an invisible character that is not allowed{ (|texte nu|)}.",
        ],
        help: [
            "{?texte:saut de ligne,retour chariot} Write this text on a single line.",
            "{?texte:tabulation} Remove the tab, or replace it with a space.",
            "Remove this character. If you cannot see it, delete all the text between the quotes \
                and type it again.",
        ],
    }
    J006 {
        summary: "In a text, the backslash `\\` only introduces the combinations that JSON \
            defines.",
        why: "With an unknown combination, the text cannot be read: the portal rejects the whole \
            file in its first check.",
        message: ["{lieu}: a backslash is misused in a text{ (|mot|)}.{trouvé}"],
        help: [
            "If the text really contains a backslash, double it: `\\\\`. Otherwise, replace the \
                whole combination with the letter that you want, for example `é`.",
        ],
    }
    J007 {
        summary: "A number is written with digits and, if needed, a point: no comma, no space, no \
            symbol and no leading zero.",
        why: "A number written the French way cannot be read in JSON, where a comma separates two \
            items. The portal rejects the whole file.",
        message: ["{lieu}: this is not how a number is written in a JSON file.{trouvé}"],
        help: [
            "{?texte:\"} Write {texte}, with the quotes: it is a text or an identifier, not a \
                quantity.",
            "Write {texte}, if that is the value you mean: a point before the decimals, no space \
                and no symbol.",
            "Write the number in digits, with a point before the decimals, no space and no \
                symbol, for example `1075.00`. If it is an identifier (SIRET, RPPS, vendor \
                number…), put it in quotes.",
        ],
    }
    J008 {
        summary: "Outside quotes, the only words allowed are `true`, `false` and `null`, in lower \
            case.",
        why: "Any other word without quotes makes the file unreadable: the portal rejects it \
            whole in its first check.",
        message: ["{lieu}: this word does not exist outside quotes.{trouvé}"],
        help: [
            "Write {mot cité}, in lower case and without quotes.",
            "{correction}",
            "If it is a text, put it between straight quotes `\"`. Otherwise, write `true`, \
                `false`, `null` or a number.",
        ],
    }
    J009 {
        summary: "Nothing follows the closing brace of the file.",
        why: "A JSON file contains a single block. Anything after it prevents the file from being \
            read, and the portal rejects it whole.",
        message: ["{lieu}: there is more content after the end of the JSON file.{trouvé}"],
        help: [
            "Remove what follows the closing brace. If these are more requests, move them into \
                the `lignesImport` list. If it is the previous brace that is extra, remove \
                that one.",
        ],
    }
    J010 {
        summary: "The file is not empty.",
        why: "The portal finds no request in it and rejects it in its first check.",
        message: ["The file {fichier} is empty."],
        help: ["Save or export this file again, then check its size before you submit it."],
    }
    J011 {
        summary: "The file is saved as UTF-8.",
        why: "JSON files are exchanged in UTF-8. In another encoding, the first check cannot read \
            the file, or misreads its accented letters.",
        message: [
            "{?mot:binaire} The file {fichier} is not a text and cannot be read.",
            "The file {fichier} is not saved as UTF-8{, but probably as |mot}.",
        ],
        help: [
            "{?mot:binaire} Drop the JSON file itself here: this one is of another kind, whatever \
                its name says, or it is damaged.",
            "Save the file again with the encoding “UTF-8” (in Notepad: File, Save as, \
                Encoding), then check its accented letters.",
        ],
    }
    J012 {
        summary: "The file does not start with an encoding mark (BOM).",
        why: "No sentence of the specifications mentions it, but JSON asks programs not to write \
            this invisible mark, and some refuse a file that has it.",
        message: ["The file {fichier} starts with an invisible mark, called a BOM."],
        help: ["Save the file again with the encoding “UTF-8”, not “UTF-8 with BOM”."],
    }
    J013 {
        summary: "Blocks and lists are nested no more than 64 levels deep.",
        why: "The template in the specification has only a few levels. A file with more than 64 \
            does not have the structure that the first check expects.",
        message: ["{lieu}: too many blocks are nested inside one another, more than 64."],
        help: [
            "Start again from the template file provided on the portal: something went wrong when \
                this file was made.",
        ],
    }
    J014 {
        summary: "A key is written only once in the same block.",
        why: "Of two values, a program keeps only one and does not say which: the file may be \
            rejected, or the request reviewed with the wrong value.",
        message: [
            "{lieu}: the key {citation} is written several times in the same block{, first \
                |ailleurs}.",
        ],
        help: [
            "Keep only one of these lines, the one with the right value. Until then, the last one \
                is the one checked here.",
        ],
    }
    J015 {
        summary: "Texts and keys are surrounded by straight quotes `\"`.",
        why: "Word processors and mail programs replace these quotes with others that JSON does \
            not know: the portal then rejects the whole file.",
        message: [
            "{?texte:'} {lieu}: a text is surrounded by apostrophes instead of straight \
                quotes.{trouvé}",
            "{?accent grave} {lieu}: a text is surrounded by grave accents instead of straight \
                quotes.{trouvé}",
            "{lieu}: a text is surrounded by other quotes instead of straight quotes.{trouvé}",
        ],
        help: ["Replace the sign at the start and the one at the end with a straight quote `\"`."],
    }
    J016 {
        summary: "The file contains no comment.",
        why: "JSON allows no comments: a single one makes the file unreadable, and the portal \
            rejects it whole.",
        message: ["{lieu}: a comment is written in the file.{trouvé}"],
        help: ["Remove this comment, with the signs `//`, `/*`, `*/` or `#` around it."],
    }
];
