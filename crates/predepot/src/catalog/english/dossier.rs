//! R and X: the answer of the ASP, and files that cannot be checked.

use super::{Family, family};

pub(super) static RULES: Family = family![
    R001 {
        summary: "A file in which funding requests have a processing code is an answer from the \
            ASP, not a submission.",
        why: "After its checks, the ASP returns the file with a code and a label for each \
            request. A rejected request is submitted again in another file, with a new vendor \
            number.",
        message: [
            "{?simulation} The file {fichier} is a simulation written by this tool, not an answer \
                from the ASP: {attendu:result}, {compte:rejection}.",
            "{?compte:0} The file {fichier} is an answer from the ASP: {attendu:result}, no \
                rejection.",
            "The file {fichier} is an answer from the ASP: {attendu:result}, including \
                {compte:rejection}.",
        ],
        help: [
            "{?simulation} Do not submit it to the portal: submit the file that it comes from, \
                once corrected.",
            "{?compte:0} Keep this file: the ASP number of each request will be needed for the \
                balance request.",
            "Keep this file. Do not submit it again: put the rejected requests alone in a new \
                file, corrected, each with a new vendor number.",
        ],
    }
    R002 {
        summary: "The ASP has rejected this funding request.",
        why: "The ASP does not register a rejected request. Its check stops at the first error: \
            others may follow, and this tool looks for them all.",
        message: [
            "{?simulation} {lieu}: the simulation expects a rejection, of which the ASP has said \
                nothing.{ Reason written: |motif|.}",
            "{lieu}: the ASP has rejected this request. Reason given: {motif}.",
            "{lieu}: the ASP has rejected this request without giving a reason.",
        ],
        help: [
            "{?simulation} Correct the request in the file that the simulation comes from. It \
                keeps its vendor number.",
            "Correct the request, give it a new vendor number (in the names of its supporting \
                documents too), set the values written by the ASP back to `null`, then submit it \
                in another file.",
        ],
    }
    X001 {
        summary: "A file dropped here is of a kind that this tool recognises and checks.",
        why: "The portal takes JSON files and ZIPs of supporting documents. Nothing was checked \
            in this file: this tool does not say whether the portal will take it.",
        message: [
            "{?mot:texte} The file {fichier} is a text, but not a JSON: it was not checked.",
            "The file {fichier} is neither a JSON, nor a ZIP, nor a PDF, PNG or JPG \
                document{, but |texte nu|}: it was not checked.",
        ],
        help: [
            "{?mot:texte} If it is the file of your requests, export it as JSON. Otherwise, \
                remove it.",
            "{?texte:une archive} Take the documents out of it and put them at the root of a ZIP.",
            "If it is a supporting document, save it as PDF (or PNG, JPG), under the `nomFichier` \
                that its request declares. If it is your requests, export them as JSON. \
                Otherwise, remove this file.",
        ],
    }
    X002 {
        summary: "A file dropped here can be read by your computer.",
        why: "Nothing could be checked in this file. If it cannot be read here, it probably \
            cannot be sent to the portal either.",
        message: ["The file {fichier} could not be read.{ Reason given: |raison|.}"],
        help: [
            "Close it in your other programs, copy it to your computer if it is online or on a \
                USB stick, then drop it here again.",
        ],
    }
    X003 {
        summary: "A file is not larger than a submission can be: 64 MB for a JSON; 1 GB or 10,000 \
            files for a ZIP.",
        why: "These limits are this tool's own, well above what the specification allows (200 \
            requests per JSON, 200 MB per ZIP). The file was not read.",
        message: [
            "{?dépassement} The file {fichier} is {compte} MB, well beyond what a submission can be \
                ({attendu} MB).",
            "The file {fichier} is much larger than a submission can be.",
        ],
        help: [
            "Check that it is the right file. A submission can be split into several JSONs of at \
                most 200 requests, and several ZIPs of at most 200 MB.",
        ],
    }
];
