//! S: the shape of the file, its keys and the types of their values.

use super::{Family, family};

pub(super) static RULES: Family = family![
    S001 {
        summary: "Every key in the table of the specification is present, even when its value is \
            `null`, unless it is optional.",
        why: "The specification gives this key as mandatory. A value to be left empty is written \
            `null`: the line itself must stay in the file.",
        message: ["{lieu}: {sujet} is missing."],
        help: [
            "{?correction sûre} In the block that opens on line {ligne}, add {membre vide}.",
            "{?format:null} In the block that opens on line {ligne}, add {membre vide}.",
            "In the block that opens on line {ligne}, add {membre} with your own value.",
            "{?format:liste} In the block that opens on line {ligne}, add the list {membre vide}, \
                as in the template.",
            "{?format:bloc} In the block that opens on line {ligne}, add the block {membre vide}, \
                as in the template.",
            "Add the key {la clé} and its value to the block that opens on line {ligne}.",
        ],
    }
    S002 {
        summary: "Keys are those of the specification, in their place, with the same upper and \
            lower case.",
        why: "A key is recognised to the letter and in its own block. Misspelt or misplaced, it \
            is missing: the portal does not find the mandatory value.",
        doubt: "No sentence of the specification says what the portal does with a key that it does \
            not know: it may ignore it, or reject the file or the request.",
        message: [
            "{lieu}: the key {texte} does not exist; it is written {clé}.",
            "{lieu}: the key {clé} is not in its place; it goes in the block “{mot}”.",
            "{?mot:enveloppe} {lieu}: the block {clé trouvée} is not in the specification, \
                although what it contains is.",
            "{lieu}: the key {clé trouvée} is not in the specification at this place.",
        ],
        help: [
            "{?texte} Write {clé}, with exactly this upper and lower case.",
            "Move {clé} and its value to the block “{mot}”.",
            "{?mot:enveloppe} Remove this block but keep what it contains: its keys move up one \
                level.",
            "Check the spelling of this key in the template. If the template does not have it, \
                remove it with its value.",
        ],
    }
    S003 {
        summary: "Each value is of the kind that the specification asks for: text in quotes, \
            number, `true` or `false`, `null`, list or block.",
        why: "The portal reads a text in quotes, a number and `null` as three different things, \
            and checks each value against the format that the specification gives it.",
        doubt: "The specification is unclear at this place: a damaged cell, a block that it does \
            not describe for this software, or a case that it does not foresee. A rejection is \
            possible, not certain.",
        message: [
            "{lieu}: for {sujet}, {texte} is written without quotes. Found: {valeur}.",
            "{lieu}: for {sujet}, the specification asks for {demandé}. Found: {valeur}{, \
                |nature}.",
        ],
        help: [
            "Remove the quotes: write {texte}.",
            "{correction}",
            "{?mot:null} Replace `null` with {demandé}{par exemple}.",
            "{?mot:une chaîne}{?format:montant} Remove the quotes and write the amount with a \
                point and two decimals, for example `1075.00`.",
            "{?mot:une chaîne}{?format:numéro de ligne} Remove the quotes: write, for example, \
                `1`.",
            "{?format:liste de blocs}{?mot:un objet} Put brackets around the value: `[` before, \
                `]` after.",
            "Write {demandé}{par exemple}.",
        ],
    }
    S004 {
        summary: "A list that the specification asks you to fill in contains at least one item.",
        why: "This list holds what the request funds or concerns: when it is empty, the request \
            leaves out what the specification requires.",
        doubt: "The cell of the specification is damaged: it asks for the list without clearly \
            saying that it cannot be empty. A rejection is possible, not certain.",
        message: ["{lieu}: the list {la clé} is empty."],
        help: [
            "{?format:liste de blocs} Add at least one item between the brackets of {la clé}, \
                with all its keys, as in the template.",
            "Add at least one value between the brackets of {la clé}{par exemple}.",
        ],
    }
    S005 {
        summary: "A file contains at most 200 funding requests.",
        why: "The specification sets a limit of 200 requests per file. Beyond it, the whole file \
            may be rejected.",
        message: ["The file {fichier} contains {compte:request}; the maximum is {attendu}."],
        help: [
            "Split the requests into several files of at most {attendu}, numbered from 1 in each \
                and submitted under consecutive names (`-001`, `-002`…).",
        ],
    }
    S006 {
        summary: "The file is a single block in braces: the header, then the `lignesImport` list.",
        why: "This is the structure that the first check expects. Without it, the whole file is \
            rejected.",
        message: [
            "The file {fichier} must be a single block in braces, with the header and the \
                `lignesImport` list.{ Found: |nature|.}",
        ],
        help: [
            "{?mot:un tableau} Put this list inside a block: `{ \"impId\": null, \"numeroAns\": \
                \"…\", \"SIRET\": \"…\", \"lignesImport\": [ … ] }`.",
            "Start again from the template file provided on the portal and copy your requests \
                into it.",
        ],
    }
    S007 {
        summary: "The file follows one of the templates that this tool knows.",
        why: "Unless its template is recognised, only the writing of the file and its overall \
            structure are checked: nothing is said of what the portal makes of the requests \
            themselves.",
        message: [
            "{?mot:solde} The file {fichier} looks like a balance request (“demande de solde”), \
                which this tool does not cover: nothing was checked beyond the structure.",
            "The file {fichier} belongs to a corridor or a template that is not covered: nothing \
                was checked beyond the structure.",
        ],
        help: [
            "{?mot:solde} Follow the ASP's documentation for balance requests. Only advance \
                requests are checked here.",
            "If the file belongs to a template offered here (MS1-DUI, MDV-LGC or HOP), choose \
                that template yourself to run the check again. Otherwise, follow the \
                documentation of your corridor.",
        ],
    }
    S008 {
        summary: "All the funding requests of a file belong to the same corridor and the same \
            type of software.",
        why: "The file is submitted for a single ANS number, and so for a single software product. \
            The specification asks for a separate file for each type of software.",
        message: [
            "{lieu}: this request is for the software {second}, although the file is for {premier}.",
            "{lieu}: this request is not for the same type of software as the file.",
        ],
        help: [
            "Submit the {second} requests in a separate JSON file, under their own ANS number.",
            "Submit this request in a separate JSON file, under its own ANS number.",
        ],
    }
    S009 {
        summary: "An MS1-DUI funding request contains the information on server certificates.",
        why: "The specification added this information in its version of 4 August 2023. It does \
            not say whether the portal still reads files made from the earlier template.",
        message: [
            "The file {fichier} says nothing of server certificates: it follows the template from \
                before 4 August 2023.",
        ],
        help: [
            "Add `\"demandeCertificatServeur\": false` to each managing organisation if no \
                certificate is requested. Otherwise, start again from the portal's current \
                template.",
        ],
    }
    S010 {
        summary: "The information on server certificates is written once, in each managing \
            organisation.",
        why: "The figure of the specification that showed its place is lost: according to the \
            table, it goes in the managing organisation, but no sentence rules out another place.",
        message: [
            "{?mot:deux-places} {lieu}: the key {la clé} is written in two places{, first \
                |ailleurs}.",
            "The file {fichier} has the information on server certificates in an unusual place.",
        ],
        help: [
            "{?mot:deux-places} Keep only one of these lines, preferably the one in the managing \
                organisation.",
            "Compare with the portal's template. If it does not settle the question, write these \
                keys in each managing organisation, and `certificatServeur` as a block `{ }`, not \
                as a list.",
        ],
    }
];
