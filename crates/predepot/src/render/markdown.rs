//! The report as Markdown, to be pasted in a message or a ticket.
//!
//! A text of the files makes no markup, no link and no mention, for what is not a plain word stands between backticks.

use super::wire::{WireDiagnostic, WireFile, WireReport};
use super::{on_one_line, push};
use crate::bytes;
use crate::catalog::Language;

/// What each verdict concludes of the set, and is called for a file; in French and in English.
const VERDICTS: [(&str, [&str; 2], [&str; 2]); 7] = [
    (
        "rejet-fichier",
        [
            "À corriger avant dépôt : le portail rejetterait un fichier entier",
            "fichier refusé",
        ],
        [
            "To be corrected before submission: the portal would reject a whole file",
            "file refused",
        ],
    ),
    (
        "rejet-demandes",
        [
            "À corriger avant dépôt : le portail rejetterait des demandes",
            "demandes rejetées",
        ],
        [
            "To be corrected before submission: the portal would reject requests",
            "requests rejected",
        ],
    ),
    (
        "a-corriger",
        ["À corriger avant dépôt", "à corriger"],
        ["To be corrected before submission", "to be corrected"],
    ),
    (
        "a-verifier",
        [
            "Rien de bloquant, mais des points à vérifier avant dépôt",
            "à vérifier",
        ],
        [
            "Nothing blocking, but points to look at before submission",
            "to be looked at",
        ],
    ),
    (
        "pret",
        ["Prêt : aucun point à reprendre", "prêt"],
        ["Ready: nothing to correct", "ready"],
    ),
    (
        "retour-asp",
        ["Réponse de l'ASP", "réponse de l'ASP"],
        ["Answer of the ASP", "answer of the ASP"],
    ),
    (
        "non-controle",
        [
            "Non contrôlé : aucune demande n'a été vérifiée",
            "non contrôlé",
        ],
        ["Not checked: no request was looked at", "not checked"],
    ),
];

/// The words of a verdict.
fn words(verdict: &str, language: Language) -> [&'static str; 2] {
    VERDICTS
        .iter()
        .find(|(known, ..)| *known == verdict)
        .map_or([""; 2], |&(_, french, english)| {
            language.either(french, english)
        })
}

/// The report.
pub fn text(report: &WireReport, language: Language) -> String {
    let [conclusion, _] = words(report.verdict, language);
    let mut out = String::new();
    push(&mut out, &["## ", &language.typeset(conclusion), "\n\n"]);
    let counts = &report.counts;
    let words = language.either(
        ["erreur", "avertissement", "information"],
        ["error", "warning", "note"],
    );
    for (word, number) in
        words
            .into_iter()
            .zip([counts.erreur, counts.avertissement, counts.information])
    {
        // In French, none is singular.
        let plural = if number > 1 || number == 0 && language == Language::Anglais {
            "s, "
        } else {
            ", "
        };
        push(&mut out, &[&number.to_string(), "\u{a0}", word, plural]);
    }
    let tool = &report.tool;
    push(&mut out, &[tool.name, " ", tool.version, "\n"]);
    for file in &report.files {
        of_file(&mut out, file, language);
    }
    out
}

fn of_file(out: &mut String, file: &WireFile, language: Language) {
    push(out, &["\n### "]);
    code(out, &file.name);
    push(out, &["\n\n"]);
    if let (Some(profile), Some(rules)) = (file.profile, file.rules) {
        let of = language.either(", règles du ", ", rules of ");
        push(out, &[profile, of, &day(rules, language), ", "]);
    }
    let unit = language.either("\u{a0}octets", "\u{a0}bytes");
    let [_, verdict] = words(file.verdict, language);
    push(out, &[verdict, ", ", &file.size.to_string(), unit]);
    if let Some(sha256) = &file.sha256 {
        push(out, &[", SHA-256 `", sha256, "`"]);
    }
    push(out, &["\n\n"]);
    for found in &file.diagnostics {
        finding(out, found, language);
    }
}

/// "2022-11-04" as "04/11/2022" in French.
fn day(iso: &str, language: Language) -> String {
    let part = |range| iso.get(range).unwrap_or_default();
    match language {
        Language::Francais => [part(8..10), part(5..7), part(0..4)].join("/"),
        Language::Anglais => iso.to_owned(),
    }
}

fn finding(out: &mut String, found: &WireDiagnostic, language: Language) {
    let severity = match found.severity {
        "erreur" => language.either("erreur", "error"),
        "avertissement" => language.either("avertissement", "warning"),
        _ => language.either("information", "note"),
    };
    push(out, &["- **", found.code, "** ", severity]);
    if let Some(entry) = &found.entry {
        push(out, &[", "]);
        code(out, entry);
    }
    if let (Some(line), Some(column)) = (found.line, found.column) {
        let (of_line, of_column) =
            language.either((", ligne ", ", colonne "), (", line ", ", column "));
        let (line, column) = (line.to_string(), column.to_string());
        push(out, &[of_line, &line, of_column, &column]);
    }
    push(out, &[language.either("\u{a0}: ", ": ")]);
    said(out, &found.message);
    push(out, &["\n  - "]);
    said(out, &found.help);
    push(out, &["\n"]);
}

/// A sentence: what it has between backticks is a value, and so is any word that is not a plain one.
#[inline(never)]
fn said(out: &mut String, sentence: &str) {
    for (at, part) in sentence.split('`').enumerate() {
        if at % 2 == 1 {
            code(out, part);
            continue;
        }
        let mut before = "";
        for word in part.split(' ') {
            push(out, &[before]);
            before = " ";
            if is_plain(word) {
                push(out, &[&on_one_line(word)]);
            } else {
                code(out, word);
            }
        }
    }
}

/// Letters and figures, hyphens and apostrophes, and punctuation not before one of them: nothing that a reader of Markdown acts on.
fn is_plain(word: &str) -> bool {
    let mut ends = false;
    word.chars().all(|c| match c {
        ')' | '.' | ',' | ';' | ':' | '!' | '?' => {
            ends = true;
            true
        }
        'a'..='z' | 'A'..='Z' | '0'..='9' => !ends,
        '\'' | '-' | '/' | '%' | '"' | '(' => true,
        // The spaces of French typography part words too.
        '\u{a0}' | '\u{202f}' => {
            ends = false;
            true
        }
        c => !c.is_ascii(),
    })
}

/// A value between backticks, where nothing is markup; its own are apostrophes, as in sentences.
#[inline(never)]
fn code(out: &mut String, text: &str) {
    if !text.is_empty() {
        push(
            out,
            &["`", &bytes::replace(&on_one_line(text), "`", "'"), "`"],
        );
    }
}
