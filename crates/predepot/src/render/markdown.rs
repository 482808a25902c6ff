//! The report as Markdown, to be pasted in a message or a ticket.
//!
//! A text of the files makes no markup, no link and no mention, for what is not a plain word stands between backticks.

use super::wire::{WireDiagnostic, WireFile, WireReport};
use super::{on_one_line, push};
use crate::catalog::typographie;

/// What each verdict concludes.
const CONCLUSIONS: [(&str, &str); 7] = [
    (
        "rejet-fichier",
        "À corriger avant dépôt : le portail rejetterait un fichier entier",
    ),
    (
        "rejet-demandes",
        "À corriger avant dépôt : le portail rejetterait des demandes",
    ),
    ("a-corriger", "À corriger avant dépôt"),
    (
        "a-verifier",
        "Rien de bloquant, mais des points à vérifier avant dépôt",
    ),
    ("pret", "Prêt : aucun point à reprendre"),
    ("retour-asp", "Réponse de l'ASP"),
    (
        "non-controle",
        "Non contrôlé : rien n'a été vérifié au-delà de la structure",
    ),
];

/// The report.
pub fn text(report: &WireReport) -> String {
    let conclusion = CONCLUSIONS
        .iter()
        .find(|(verdict, _)| *verdict == report.verdict)
        .map_or("", |(_, conclusion)| conclusion);
    let mut out = String::new();
    push(&mut out, &["## ", &typographie(conclusion), "\n\n"]);
    let counts = &report.counts;
    number(&mut out, counts.erreur, "\u{a0}erreur", "s, ");
    number(&mut out, counts.avertissement, "\u{a0}avertissement", "s, ");
    number(&mut out, counts.information, "\u{a0}information", "s ");
    let tool = &report.tool;
    push(&mut out, &["(", tool.name, " ", tool.version, ").\n"]);
    for file in &report.files {
        of_file(&mut out, file);
    }
    out
}

/// "3 erreurs, ": `after` starts with the mark of the plural.
#[inline(never)]
fn number(out: &mut String, number: u32, what: &str, after: &str) {
    let after = if number > 1 {
        after
    } else {
        after.trim_start_matches('s')
    };
    push(out, &[&number.to_string(), what, after]);
}

fn of_file(out: &mut String, file: &WireFile) {
    push(out, &["\n### "]);
    code(out, &file.name);
    push(out, &["\n\n"]);
    if let (Some(profile), Some(rules)) = (file.profile, file.rules) {
        let part = |range| rules.get(range).unwrap_or_default();
        let (day, month, year) = (part(8..10), part(5..7), part(0..4));
        push(
            out,
            &[profile, ", règles du ", day, "/", month, "/", year, ", "],
        );
    }
    push(
        out,
        &[file.verdict, ", ", &file.size.to_string(), "\u{a0}octets"],
    );
    if let Some(sha256) = &file.sha256 {
        push(out, &[", SHA-256 `", sha256, "`"]);
    }
    push(out, &["\n\n"]);
    for found in &file.diagnostics {
        finding(out, found);
    }
}

fn finding(out: &mut String, found: &WireDiagnostic) {
    push(out, &["- **", found.code, "** ", found.severity]);
    if let Some(entry) = &found.entry {
        push(out, &[", "]);
        code(out, entry);
    }
    if let (Some(line), Some(column)) = (found.line, found.column) {
        let (line, column) = (line.to_string(), column.to_string());
        push(out, &[", ligne ", &line, ", colonne ", &column]);
    }
    push(out, &["\u{a0}: "]);
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
        push(out, &["`", &on_one_line(text).replace('`', "'"), "`"]);
    }
}
