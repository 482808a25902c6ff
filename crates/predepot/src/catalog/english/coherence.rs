//! C: values that must agree with one another.

use super::{Family, family};

pub(super) static RULES: Family = family![
    C001 {
        summary: "When an authorised agent places the order, their name, email address and phone \
            number are given.",
        why: "According to the specification, these values are mandatory as soon as the answers \
            of the request say that an authorised agent places the order.",
        message: [
            "{lieu}: a value is missing for {sujet}, although an authorised agent places the \
                order.",
        ],
        help: [
            "Replace `null` with the value in quotes{par exemple}. If there is no authorised \
                agent, write `false` for `isMandataire` instead.",
        ],
    }
    C002 {
        summary: "With no authorised agent to name, the values of the authorised agent are `null`.",
        why: "The specification asks for `null` in every case where the answers of the request do \
            not mention an authorised agent who signs for several clients.",
        message: [
            "{lieu}: {sujet} must stay `null`, because this request has no authorised agent to \
                name.{trouvé}",
        ],
        help: [
            "Write `null`, without quotes. If an authorised agent does sign for several clients, \
                correct the answers that say so instead (`isMandataire`, and `isClientUnique` if \
                the template has it).",
        ],
    }
    C003 {
        summary: "An order for self-employed doctors names at least one doctor.",
        why: "When `commandePour` is `\"LIBERAL\"`, the specification asks for the doctors \
            concerned in `liberal`: when it is empty, the request has no beneficiary.",
        message: [
            "{lieu}: the list `liberal` contains no doctor, although the order is for \
                self-employed doctors.",
        ],
        help: [
            "Add each doctor to `liberal`, with `nomMedecin`, `emailMedecin`, `telephoneMedecin` \
                and `RPPS`. If the order is for a health centre or a group practice, write \
                `\"STRUCTURE\"` in `commandePour`.",
        ],
    }
    C004 {
        summary: "An order for a coordinated care structure describes that structure.",
        why: "When `commandePour` is `\"STRUCTURE\"`, the specification makes the values of the \
            block `structure` mandatory: when it is empty, the request has no beneficiary.",
        message: [
            "{lieu}: the block `structure` is missing or not filled in, although the order is for \
                a structure.",
        ],
        help: [
            "Fill in `structure` with `FINESSJuridique`, `nomResponsable`, `emailResponsable`, \
                `telephoneResponsable` and `FINESSGeo`. If the order is for self-employed \
                doctors, write `\"LIBERAL\"` in `commandePour`.",
        ],
    }
    C005 {
        summary: "`isClientUnique` agrees with the number of beneficiaries given.",
        why: "The specification defines this answer by the number of doctors (community medicine) \
            or of different FINESS PMSI (hospital): one of the two is wrong.",
        message: [
            "{?mot:plusieurs} {lieu}: `isClientUnique` says that there is a single client, but \
                several are given.",
            "{?mot:un-seul} {lieu}: `isClientUnique` says that there are several clients, but \
                only one is given.",
            "{lieu}: `isClientUnique` does not agree with the number of clients given.",
        ],
        help: [
            "{?mot:plusieurs} Write `false` for `isClientUnique`, or remove the extra clients.",
            "{?mot:un-seul} Write `true` for `isClientUnique`, or add the missing clients.",
            "Write `true` for a single client, `false` for several.",
        ],
    }
    C006 {
        summary: "Funding requests are numbered 1, 2, 3… in the order of the file.",
        why: "The line number tells the requests of a file apart and starts at 1: repeated, or \
            badly started, it no longer says which request is meant.",
        doubt: "The specification speaks of a number that increases from 1, without saying that a \
            skipped number or another order leads to a rejection.",
        message: [
            "{lieu}: the line number {compte} is already used {ailleurs}.",
            "{?avertissement} {lieu}: the line number is {compte}, although the numbering has \
                only reached {attendu}.",
            "{lieu}: the numbering of the requests starts at {compte} instead of {attendu}.",
        ],
        help: [
            "Write {attendu cité} for `numLigne`: requests are numbered 1, 2, 3… in the order of \
                the file.",
        ],
    }
    C007 {
        summary: "Each funding request has its own vendor number.",
        why: "This unique number ties the request to its supporting documents: shared by two \
            requests, it no longer says which of them a document belongs to.",
        doubt: "The specification asks for a unique number for each request. If it is the same \
            request submitted twice, or corrected after a rejection, it needs a new number.",
        message: ["{lieu}: the vendor number {citation} is already used{ |ailleurs}."],
        help: [
            "{?autre fichier} Submit only one of the two files if they contain the same request. \
                Otherwise, give one of the two a vendor number never used before, and rename its \
                supporting documents.",
            "Give this request a vendor number never used before, and repeat it in the names of \
                its supporting documents.",
        ],
    }
    C008 {
        summary: "A funding request comes with its purchase order.",
        why: "The purchase order is the document that the request rests on: the date, the amount \
            and the beneficiaries are compared with it.",
        message: ["{lieu}: the purchase order is missing from `piecesJustificatives`."],
        help: [
            "Add a supporting document of type `\"BON_COMMANDE\"`, named {pièce:BDC} (or `.png`, \
                `.jpg`), and include the file in the submission.",
            "Add a supporting document of type `\"BON_COMMANDE\"`, and include the file in the \
                submission.",
        ],
    }
    C009 {
        summary: "A funding request has only one purchase order.",
        why: "The specification says so: a funding request has only one purchase order.",
        message: ["{lieu}: the request contains several purchase orders."],
        help: [
            "Keep a single supporting document of type `\"BON_COMMANDE\"`. If this one is the \
                proof of the HT regime, write `\"PREUVE_HT\"`. If it belongs to another order, \
                make that another request.",
        ],
    }
    C010 {
        summary: "A funding request under the HT regime comes with the proof of that regime.",
        why: "For a supplier under the HT regime, the specification asks for the certificate of \
            exemption from VAT issued by the “Direction des Finances Publiques”.",
        message: [
            "{lieu}: the proof of the HT regime is missing from `piecesJustificatives`, although \
                `regimeTVA` is `\"HT\"`.",
        ],
        help: [
            "Add a supporting document of type `\"PREUVE_HT\"`, named {pièce:HT} (or `.png`, \
                `.jpg`): the certificate of exemption from VAT. If you charge VAT, write \
                `\"TTC\"` for `regimeTVA`.",
            "Add a supporting document of type `\"PREUVE_HT\"`: the certificate of exemption from \
                VAT. If you charge VAT, write `\"TTC\"` for `regimeTVA`.",
        ],
    }
    C011 {
        summary: "A funding request under the TTC regime has no proof of the HT regime.",
        why: "No sentence of the specification forbids this document, but it contradicts the \
            regime given: whoever reviews the request may hesitate between the two.",
        message: [
            "{lieu}: a proof of the HT regime comes with the request, although `regimeTVA` is \
                `\"TTC\"`.",
        ],
        help: [
            "If you are not subject to VAT, write `\"HT\"` for `regimeTVA`. Otherwise, remove \
                this document.",
        ],
    }
    C012 {
        summary: "An installation scenario concerns an ESMS of the funding request.",
        why: "The specification describes one scenario for each ESMS of the purchase order: a \
            FINESS that is in no `FINESSGeos` list designates no beneficiary.",
        message: [
            "{lieu}: the installation scenario is for the FINESS {citation}, which is in no \
                `FINESSGeos` list of the request.",
        ],
        help: [
            "Check the number. If it is right, add it to the `FINESSGeos` list of its managing \
                organisation; otherwise, correct it or remove this scenario.",
        ],
    }
    C013 {
        summary: "Each ESMS of the funding request has an installation scenario.",
        why: "The specification asks for the scenario to be repeated for each ESMS of the \
            purchase order.",
        message: ["{lieu}: the FINESS {citation} has no installation scenario."],
        help: [
            "In `scenarioInstallation`, add a scenario whose `FINESSGeo` is {citation}, or remove \
                this FINESS if it is not on the purchase order.",
        ],
    }
    C014 {
        summary: "The same FINESS is not given twice in a funding request.",
        why: "No sentence of the specification forbids a repetition, but it often hides another \
            facility that was forgotten, or has this one funded twice.",
        message: ["{lieu}: the FINESS {citation} is given several times{, first |ailleurs}."],
        help: ["Remove the repetition, or write the FINESS of the facility that you mean."],
    }
    C015 {
        summary: "Without a request for a server certificate, the values of the certificate are \
            `null`.",
        why: "The specification asks for `null` for each of these values when \
            `demandeCertificatServeur` is `false`.",
        message: [
            "{lieu}: {sujet} must stay `null`, because no server certificate is \
                requested.{trouvé}",
        ],
        help: [
            "Write `null`, without quotes. If you are requesting a certificate, write `true` for \
                `demandeCertificatServeur`.",
        ],
    }
    C016 {
        summary: "A request for a server certificate comes with the values that it makes \
            mandatory.",
        why: "The specification makes this value mandatory when `demandeCertificatServeur` is \
            `true`, sometimes depending on the status and the contracts given.",
        message: [
            "{lieu}: a value is missing for {sujet}, needed to request a server certificate.",
        ],
        help: [
            "Replace `null` with {nature demandée}{par exemple}. If you are not requesting a \
                certificate, write `false` for `demandeCertificatServeur` and `null` for the rest.",
        ],
    }
    C017 {
        summary: "The block of a software product other than the funding request's stays `false` or \
            `null`.",
        why: "For a DPI request, the specification asks you to fill the PFI block with the values \
            `false` or `null`.",
        doubt: "The specification only describes DPI requests: for this software, the rule is \
            derived from theirs. A rejection is possible, not certain.",
        message: [
            "{lieu}: {sujet} concerns a software product other than the request's and must stay \
                `false` or `null`.{trouvé}",
        ],
        help: [
            "{?format:booléen} Write `false`, without quotes.",
            "{?format:opérateur,null} Write `null`, without quotes.",
            "Write `false` for an answer, `null` for a code, without quotes.",
        ],
    }
    C018 {
        summary: "The date of the order is not in the future.",
        why: "This date must be the one on the purchase order, and so in the past when you \
            submit. Even so, no sentence of the specification announces an automatic rejection.",
        message: ["{lieu}: {sujet} is later than today.{trouvé}"],
        help: ["Write the date on the signed purchase order, the day first, then the month."],
    }
    C019 {
        summary: "For an order for self-employed doctors, `structure` is an empty block `{}`.",
        why: "The specification asks for `structure = {}` when `commandePour` is `\"LIBERAL\"`: a \
            block that is filled in points to a second beneficiary.",
        doubt: "The specification asks for an empty block `{}`. Nothing is given in it here, but it \
            is not written that way: the portal may stop there.",
        message: [
            "{?avertissement} {lieu}: the block `structure` must be written `{}` when the order \
                is for self-employed doctors.",
            "{lieu}: the block `structure` is filled in, although the order is for self-employed \
                doctors.",
        ],
        help: [
            "{?avertissement} Write `\"structure\": {}`.",
            "Write `\"structure\": {}`. If the order is for a health centre or a group practice, \
                write `\"STRUCTURE\"` in `commandePour` and empty `liberal`.",
        ],
    }
    C020 {
        summary: "Without an authorised agent, the email address and phone number of each doctor \
            are given.",
        why: "The specification only makes these values optional for a doctor represented by an \
            authorised agent.",
        message: [
            "{lieu}: a value is missing for {sujet}, mandatory without an authorised agent.",
        ],
        help: [
            "Replace `null` with the value in quotes{par exemple}. If an authorised agent \
                represents this doctor, write `true` for `isMandataire`.",
        ],
    }
    C021 {
        summary: "The same doctor is not given twice in a funding request.",
        why: "No sentence of the specification forbids a repetition, but it often hides another \
            doctor who was forgotten, or has the same one counted twice.",
        message: ["{lieu}: the RPPS {citation} is given several times{, first |ailleurs}."],
        help: ["Remove the repeated doctor, or write the RPPS of the doctor that you mean."],
    }
    C022 {
        summary: "Some answers call for a listing profile of the software, or for a second look \
            together.",
        why: "The specification ties these answers to one another, or to the listing of the \
            software by the ANS, which the file does not contain: this tool can only remind you \
            of it.",
        message: [
            "{?plusieurs demandes} To check before you submit: {rappel}. Requests concerned: \
                {lesquelles}.",
            "To check before you submit: {rappel}. Request concerned: {lesquelles}.",
            "To check before you submit: some answers require the software to be listed with a \
                given profile.",
        ],
        help: [
            "If everything is right, there is nothing to change. Otherwise, correct the answer in \
                these requests before you submit them.",
        ],
    }
    C023 {
        summary: "For an order for a structure, `liberal` is an empty list `[]`.",
        why: "The specification asks for an empty list when `commandePour` is `\"STRUCTURE\"`: a \
            doctor given there points to a second beneficiary.",
        doubt: "The specification asks for an empty list `[]`. No doctor is given here, but it is \
            not written that way: the portal may stop there.",
        message: [
            "{?avertissement} {lieu}: the list `liberal` must be written `[]` when the order is \
                for a structure.",
            "{lieu}: the list `liberal` is filled in, although the order is for a structure.",
        ],
        help: [
            "{?avertissement} Write `\"liberal\": []`.",
            "Write `\"liberal\": []`. If the order is for self-employed doctors, write \
                `\"LIBERAL\"` in `commandePour` and `{}` for `structure`.",
        ],
    }
    C024 {
        summary: "For an order for a structure, `isMandataire` and `isClientUnique` are not \
            `true`.",
        why: "The specification asks you to leave out these two answers when the order is for a \
            structure, and gives `false` for this case.",
        message: [
            "{lieu}: {sujet} must stay `false` or `null` when the order is for a \
                structure.{trouvé}",
        ],
        help: [
            "Write `false`. If the order is for self-employed doctors, write `\"LIBERAL\"` in \
                `commandePour`.",
        ],
    }
    C025 {
        summary: "When the software is not the identity master, `isRefSoins` is `null`.",
        why: "The specification says so in the description of this answer, but its format only \
            allows `true` or `false`: there is no telling which of these the portal refuses.",
        message: [
            "{lieu}: for {sujet}, the specification asks for `null` when `isMaitreId` is \
                `false`.{trouvé}",
        ],
        help: [
            "Write `null`, without quotes, or write `true` for `isMaitreId` if the software is \
                installed as the identity master.",
        ],
    }
    C026 {
        summary: "`commandePour` names the block that is filled in: `liberal` or `structure`.",
        why: "The value and the blocks contradict each other: the specification asks you to fill \
            in the one that `commandePour` names, and to leave the other empty.",
        message: [
            "{?source:\"LIBERAL\"} {lieu}: `commandePour` is `\"LIBERAL\"`, although `liberal` is \
                empty and `structure` is filled in.",
            "{?source:\"STRUCTURE\"} {lieu}: `commandePour` is `\"STRUCTURE\"`, although \
                `structure` is empty and `liberal` is filled in.",
            "{lieu}: `commandePour` names an empty block, although the other one is filled \
                in.{trouvé}",
        ],
        help: [
            "{?source:\"LIBERAL\"} If the beneficiaries given are the right ones, write \
                `\"STRUCTURE\"` for `commandePour`. Otherwise, fill in the block that it names \
                and empty the other.",
            "If the beneficiaries given are the right ones, write `\"LIBERAL\"` for \
                `commandePour`. Otherwise, fill in the block that it names and empty the other.",
        ],
    }
];
