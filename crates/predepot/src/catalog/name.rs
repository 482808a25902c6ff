//! N: the names of files.

use super::french::{code, one_line};
use super::view::View;
use super::{Code, Rule};
use crate::diag::Severity::{Avertissement, Erreur, Information};

pub(super) static RULES: &[Rule] = &[
    // Word: "copie" (" (1)" added by a browser), "extension" (.JSON in capitals, a warning) or "forme".
    Rule {
        code: Code::N001,
        severities: &[Erreur, Avertissement],
        summary: "Le fichier JSON se nomme `JSON-numeroAns-AAAAMMJJ-NNN.json`.",
        why: "Le document fixe ce nom : le numéro ANS, la date du dépôt et le \
            numéro du fichier ce jour-là. Il ne dit pas si le portail le \
            contrôle automatiquement.",
        doubt: "Le document écrit l'extension en minuscules, sans dire que des \
            majuscules posent un problème.",
        section: "3.3",
        message: |v| match v.word() {
            "copie" => format!(
                "Le nom du fichier {} porte la marque d'une copie, ajoutée par le \
                    navigateur.",
                v.file()
            ),
            "extension" => format!(
                "Le nom du fichier {} finit par une extension en majuscules.",
                v.file()
            ),
            _ => format!(
                "Le nom du fichier {} n'a pas la forme \
                    `JSON-numeroAns-AAAAMMJJ-NNN.json`.",
                v.file()
            ),
        },
        help: |v| match (v.renamed(), v.word()) {
            (Some(name), _) => format!("Renommez le fichier en {name}."),
            (None, "copie") => "Renommez le fichier en retirant cette marque, par exemple ` \
                (1)`."
                .to_owned(),
            (None, "extension") => {
                "Renommez le fichier en finissant par `.json`, en minuscules.".to_owned()
            }
            (None, _) => "Renommez le fichier : `JSON-`, le numéro ANS, `-`, la date du \
                dépôt (année, mois, jour), `-`, trois chiffres à partir de \
                `001`, `.json`."
                .to_owned(),
        },
    },
    // Text: the header's numeroAns.
    Rule {
        code: Code::N002,
        severities: &[Erreur],
        summary: "Le nom du fichier JSON reprend le numéro ANS de son entête.",
        why: "Le document le demande : c'est par ce numéro que le fichier est \
            rattaché au logiciel. Il ne dit pas si le portail le contrôle \
            automatiquement.",
        doubt: "",
        section: "3.3",
        message: |v| {
            format!(
                "Le nom du fichier {} ne reprend pas le numéro ANS de l'entête, \
                    {}.",
                v.file(),
                ans(v)
            )
        },
        help: |v| match v.renamed() {
            Some(name) => format!(
                "Renommez le fichier en {name}, ou corrigez `numeroAns` si c'est \
                    l'entête qui se trompe."
            ),
            None => format!(
                "Renommez le fichier avec {}, ou corrigez `numeroAns` si c'est \
                    l'entête qui se trompe.",
                ans(v)
            ),
        },
    },
    // None.
    Rule {
        code: Code::N003,
        severities: &[Erreur],
        summary: "Le nom du fichier JSON contient une date qui existe, année \
            d'abord.",
        why: "Le document demande la date du dépôt au format AAAAMMJJ. Il ne \
            dit pas si le portail la contrôle automatiquement.",
        doubt: "",
        section: "3.3",
        message: |v| {
            format!(
                "Le nom du fichier {} contient une date qui n'existe pas.",
                v.file()
            )
        },
        help: |v| match v.renamed() {
            Some(name) => format!("Renommez le fichier en {name}."),
            None => "Écrivez la date du dépôt avec l'année d'abord, puis le mois et \
                le jour, sans séparateur : `20231002` pour le 2 octobre 2023."
                .to_owned(),
        },
    },
    // Text: today as JJ/MM/AAAA.
    Rule {
        code: Code::N004,
        severities: &[Information],
        summary: "La date du nom est celle du jour où le fichier est déposé.",
        why: "Le document demande la date du dépôt dans le nom. Cet outil ne \
            connaît que la date d'aujourd'hui : si vous déposez un autre \
            jour, tout va peut-être bien.",
        doubt: "",
        section: "3.3",
        message: |v| match v.text() {
            Some(today) => format!(
                "Le nom du fichier {} porte une autre date que celle \
                    d'aujourd'hui, le {}.",
                v.file(),
                one_line(today, 10)
            ),
            None => format!(
                "Le nom du fichier {} porte une autre date que celle \
                    d'aujourd'hui.",
                v.file()
            ),
        },
        help: |v| match v.renamed() {
            Some(name) => format!("Si vous déposez aujourd'hui, renommez-le en {name}."),
            None => "Si vous déposez aujourd'hui, mettez la date d'aujourd'hui dans \
                le nom."
                .to_owned(),
        },
    },
    // Row; Word: "Val" or "forme".
    Rule {
        code: Code::N010,
        severities: &[Erreur],
        summary: "Une pièce justificative se nomme `couloir-logiciel-Va1-BDC` ou \
            `HT`, puis le numéro éditeur et l'extension.",
        why: "Le document fixe ce nom, qui rattache la pièce à sa demande. Une \
            pièce nommée autrement risque de ne pas être retrouvée.",
        doubt: "",
        section: "3.3",
        message: |v| match v.word() {
            "Val" => v.says_found(&format!(
                "{} doit contenir `Va1`, avec le chiffre un, et non `Val`.",
                v.subject()
            )),
            _ => v.says_found(&format!(
                "{} n'a pas la forme que le document demande.",
                v.subject()
            )),
        },
        help: |v| match (v.proposed(), v.piece("BDC"), v.piece("HT")) {
            (Some(name), ..) => format!("{} {RENAME_TOO}", write(&name)),
            (None, Some(bdc), Some(ht)) => {
                format!(
                    "Écrivez {} pour le bon de commande, {} pour la preuve HT. \
                        {RENAME_TOO}",
                    code(&(bdc + ".pdf")),
                    code(&(ht + ".pdf"))
                )
            }
            _ => format!(
                "Écrivez un nom comme `MDV-LGC-Va1-BDC-00001.pdf` : couloir, \
                    logiciel, `Va1`, `BDC` ou `HT`, numéro éditeur de la demande. \
                    {RENAME_TOO}"
            ),
        },
    },
    // Row; Text: the start expected, "MDV-LGC".
    Rule {
        code: Code::N011,
        severities: &[Erreur],
        summary: "Le nom d'une pièce commence par le couloir et le logiciel de la \
            demande.",
        why: "Le document fixe ce début de nom pour chaque logiciel : un autre \
            début rattache la pièce à un autre type de demande.",
        doubt: "",
        section: "3.3",
        message: |v| {
            v.says_found(&format!(
                "{} doit commencer par {}.",
                v.subject(),
                told(v, "le couloir et le logiciel de la demande")
            ))
        },
        help: rename_help,
    },
    // Row; Text: "BDC" or "HT".
    Rule {
        code: Code::N012,
        severities: &[Erreur],
        summary: "Le nom d'une pièce contient `BDC` pour un bon de commande, `HT` \
            pour une preuve de régime HT.",
        why: "Le document fait correspondre ces lettres à `typeFichier` : si \
            les deux se contredisent, on ne sait pas quelle pièce c'est.",
        doubt: "",
        section: "3.3",
        message: |v| {
            v.says_found(&format!(
                "{} doit contenir {}, d'après son `typeFichier`.",
                v.subject(),
                told(v, "`BDC` ou `HT`")
            ))
        },
        help: |v| {
            format!(
                "{} Si c'est `typeFichier` qui se trompe, corrigez plutôt \
                    celui-ci.",
                rename_help(v)
            )
        },
    },
    // Row; Text: the demande's numeroEditeur.
    Rule {
        code: Code::N013,
        severities: &[Erreur],
        summary: "Le nom d'une pièce reprend le numéro éditeur de sa demande.",
        why: "C'est par ce numéro que la pièce est rattachée à sa demande : \
            avec un autre, elle semble appartenir à une autre demande.",
        doubt: "",
        section: "3.3",
        message: |v| {
            v.says_found(&format!(
                "{} doit contenir le numéro éditeur de la demande{}.",
                v.subject(),
                v.text()
                    .map_or_else(String::new, |number| format!(", {}", code(number)))
            ))
        },
        help: rename_help,
    },
    // Row; Text: the extension expected; a warning when only capitals differ.
    Rule {
        code: Code::N014,
        severities: &[Erreur, Avertissement],
        summary: "Le nom d'une pièce finit par l'extension de son format : `.pdf`, \
            `.png` ou `.jpg`.",
        why: "L'extension et `formatFichier` se contredisent : la pièce peut \
            ne pas s'ouvrir, ou ne pas être retrouvée sous ce nom.",
        doubt: "Le document écrit l'extension en minuscules, sans dire que des \
            majuscules posent un problème.",
        section: "3.3",
        message: |v| match v.is_warning() {
            true => v.says_found(&format!(
                "{} finit par une extension en majuscules.",
                v.subject()
            )),
            false => v.says_found(&format!(
                "{} doit finir par {}, d'après son `formatFichier`.",
                v.subject(),
                extension(v)
            )),
        },
        help: |v| match v.is_warning() {
            true => rename_help(v),
            false => format!(
                "{} Si c'est `formatFichier` qui se trompe, corrigez plutôt \
                    celui-ci : changer l'extension ne convertit pas le fichier.",
                rename_help(v)
            ),
        },
    },
    // Row; Text: the name; related: the first use.
    Rule {
        code: Code::N015,
        severities: &[Erreur],
        summary: "Un nom de pièce ne sert qu'une fois dans le fichier.",
        why: "Deux pièces de même nom ne peuvent pas être distinguées, ni \
            rattachées chacune à sa demande.",
        doubt: "",
        section: "3.3",
        message: |v| {
            let place = v
                .elsewhere()
                .map_or_else(String::new, |place| format!(" {place}"));
            v.says(&format!(
                "le nom de pièce {} est déjà employé{place}.",
                v.quoted()
            ))
        },
        help: |_| {
            "Donnez à chaque pièce son nom, fait avec son type (`BDC` ou \
                `HT`) et le numéro éditeur de sa demande, ou supprimez la pièce \
                répétée."
                .to_owned()
        },
    },
];

const RENAME_TOO: &str = "Renommez aussi le fichier lui-même, dans le ZIP.";

fn rename_help(v: &View<'_>) -> String {
    match v.proposed() {
        Some(name) => format!("{} {RENAME_TOO}", write(&name)),
        None => format!("Corrigez le nom dans le JSON. {RENAME_TOO}"),
    }
}

fn write(name: &str) -> String {
    format!("Écrivez {name}.")
}

/// The text expected, between backticks, or other words for it.
fn told(v: &View<'_>, otherwise: &str) -> String {
    v.text().map_or_else(|| otherwise.to_owned(), code)
}

fn ans(v: &View<'_>) -> String {
    told(v, "celui de `numeroAns`")
}

fn extension(v: &View<'_>) -> String {
    v.text().map_or_else(
        || "son extension".to_owned(),
        |extension| code(&format!(".{}", extension.trim_start_matches('.'))),
    )
}
