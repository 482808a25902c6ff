//! The report as Markdown, to be pasted in a message or a ticket.
//!
//! A text of the files makes no markup, no link and no mention, for what is not a plain word stands between backticks.

use super::on_one_line;
use super::wire::{WireDiagnostic, WireFile, WireReport};
use crate::catalog::typographie;

/// The report.
pub fn text(report: &WireReport) -> String {
    let mut out = String::from("## ");
    out.push_str(&typographie(concluded(report.verdict)));
    let counts = &report.counts;
    let all = [
        (counts.erreur, "erreur"),
        (counts.avertissement, "avertissement"),
        (counts.information, "information"),
    ];
    let mut before = "\n\n";
    for (some, what) in all {
        let plural = if some > 1 { "s" } else { "" };
        out.push_str(&format!("{before}{some}\u{a0}{what}{plural}"));
        before = ", ";
    }
    let tool = &report.tool;
    out.push_str(&format!(" ({} {}).\n", tool.name, tool.version));
    for file in &report.files {
        of_file(&mut out, file);
    }
    out
}

fn concluded(verdict: &str) -> &'static str {
    match verdict {
        "rejet-fichier" => "À corriger avant dépôt : le portail rejetterait un fichier entier",
        "rejet-demandes" => "À corriger avant dépôt : le portail rejetterait des demandes",
        "a-corriger" => "À corriger avant dépôt",
        "a-verifier" => "Rien de bloquant, mais des points à vérifier avant dépôt",
        "pret" => "Prêt : aucun point à reprendre",
        "retour-asp" => "Réponse de l'ASP",
        _ => "Non contrôlé au-delà de la structure",
    }
}

fn of_file(out: &mut String, file: &WireFile) {
    out.push_str("\n### ");
    code(out, &file.name);
    out.push_str("\n\n");
    if let (Some(profile), Some(rules)) = (file.profile, file.rules) {
        let day = rules.split('-').rev().collect::<Vec<_>>().join("/");
        out.push_str(&format!("{profile}, règles du {day}, "));
    }
    out.push_str(&format!("{}, {}\u{a0}octets", file.verdict, file.size));
    if let Some(sha256) = &file.sha256 {
        out.push_str(&format!(", SHA-256 `{sha256}`"));
    }
    out.push('\n');
    let mut before = "\n";
    for found in &file.diagnostics {
        out.push_str(before);
        finding(out, found);
        before = "";
    }
}

fn finding(out: &mut String, found: &WireDiagnostic) {
    out.push_str(&format!("- **{}** {}", found.code, found.severity));
    if let Some(entry) = &found.entry {
        out.push_str(", ");
        code(out, entry);
    }
    if let (Some(line), Some(column)) = (found.line, found.column) {
        out.push_str(&format!(", ligne {line}, colonne {column}"));
    }
    out.push_str("\u{a0}: ");
    said(out, &found.message);
    out.push_str("\n  - ");
    said(out, &found.help);
    out.push('\n');
}

/// A sentence: what it has between backticks is a value, and so is any word that is not a plain one.
fn said(out: &mut String, sentence: &str) {
    for (at, part) in sentence.split('`').enumerate() {
        if at % 2 == 1 {
            code(out, part);
            continue;
        }
        for word in part.split_inclusive(char::is_whitespace) {
            let text = word.trim_end();
            if is_plain(text) {
                out.extend(on_one_line(word));
            } else {
                code(out, text);
                out.extend(on_one_line(word.get(text.len()..).unwrap_or_default()));
            }
        }
    }
}

/// Letters and figures, with apostrophes and hyphens between them and punctuation around: nothing that a reader of Markdown acts on.
fn is_plain(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '«', '"', '§']);
    let word = word.trim_end_matches([')', '»', '"', '.', ',', ';', ':', '!', '?', '…']);
    let within = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '/' | '°' | '%');
    word.chars().all(within) && word.chars().next().is_none_or(char::is_alphanumeric)
}

/// A value between backticks, where nothing is markup.
fn code(out: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    // A fence is longer than any run of backticks within.
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0) + 1);
    let space = if fence.len() > 1 { " " } else { "" };
    out.push_str(&fence);
    out.push_str(space);
    out.extend(on_one_line(text));
    out.push_str(space);
    out.push_str(&fence);
}
