//! The report as a table, for a spreadsheet: one line a finding, one for a file that has none.
//!
//! RFC 4180, with what a French spreadsheet expects: semicolons, and a mark of UTF-8. Every cell is between quotes and on one line.
//!
//! No cell is a formula (OWASP, "CSV Injection"): an apostrophe stands before a sign that would start one, also after spaces and quotes, and
//! after a comma or a semicolon, where a spreadsheet that splits cells otherwise would start another.

use super::wire::{WireDiagnostic, WireFile, WireReport};
use super::{on_one_line, push};
use crate::catalog::Language;

/// In French and in English.
const COLUMNS: [(&str, &str); 18] = [
    ("Fichier", "File"),
    ("Profil", "Profile"),
    ("Règles", "Rules"),
    ("Verdict du fichier", "Verdict of the file"),
    ("Gravité", "Severity"),
    ("Code", "Code"),
    ("Nom de la règle", "Name of the rule"),
    ("Contrôle du portail", "Check of the portal"),
    ("Demande", "Request"),
    ("Numéro éditeur", "numeroEditeur"),
    ("Entrée du ZIP", "Entry of the ZIP"),
    ("Ligne", "Line"),
    ("Colonne", "Column"),
    ("Constat", "Finding"),
    ("Quoi faire", "What to do"),
    ("Pourquoi", "Why"),
    ("Source", "Source"),
    ("Emplacement", "Place"),
];

/// The column of what is wrong.
const SAID: usize = 13;

/// The table.
pub fn text(report: &WireReport, language: Language) -> String {
    let mut out = String::from("\u{feff}");
    for (french, english) in COLUMNS {
        cell(&mut out, language.either(french, english));
    }
    end(&mut out);
    for file in &report.files {
        if file.diagnostics.is_empty() {
            of_file(&mut out, file);
            for column in 4..COLUMNS.len() {
                let nothing = language.either("Aucun point relevé", "Nothing found");
                cell(&mut out, if column == SAID { nothing } else { "" });
            }
            end(&mut out);
        }
        for found in &file.diagnostics {
            of_file(&mut out, file);
            finding(&mut out, file, found);
            end(&mut out);
        }
    }
    out
}

#[inline(never)]
fn of_file(out: &mut String, file: &WireFile) {
    cell(out, &file.name);
    cell(out, file.profile.unwrap_or_default());
    cell(out, file.rules.unwrap_or_default());
    cell(out, file.verdict);
}

fn finding(out: &mut String, file: &WireFile, found: &WireDiagnostic) {
    cell(out, found.severity);
    cell(out, found.code);
    cell(out, found.name);
    number(out, found.control.unwrap_or_default().into());
    match found.demande.and_then(|at| file.demandes.get(at)) {
        Some(demande) => {
            number(out, demande.number());
            optional(out, &demande.numero_editeur);
        }
        None => {
            cell(out, "");
            cell(out, "");
        }
    }
    optional(out, &found.entry);
    number(out, found.line.unwrap_or_default().into());
    number(out, found.column.unwrap_or_default().into());
    cell(out, &found.message);
    cell(out, &found.help);
    cell(out, &found.why);
    optional(out, &found.source);
    optional(out, &found.pointer);
}

/// Empty for 0, which no number of a finding is.
#[inline(never)]
fn number(out: &mut String, number: i64) {
    cell(
        out,
        &if number == 0 {
            String::new()
        } else {
            number.to_string()
        },
    );
}

#[inline(never)]
fn optional(out: &mut String, text: &Option<String>) {
    cell(out, text.as_deref().unwrap_or_default());
}

/// Ends a line: its last cell has a separator too many.
fn end(out: &mut String) {
    out.pop();
    push(out, &["\r\n"]);
}

#[inline(never)]
fn cell(out: &mut String, text: &str) {
    push(out, &["\""]);
    let mut starts = true;
    for c in on_one_line(text).chars() {
        // Spaces and quotes leave a cell at its start; so does what is shown in place of a character that cannot be seen.
        let (before, after) = match c {
            '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' if starts => ("'", false),
            ',' | ';' => ("", true),
            '"' => ("\"", starts),
            '\'' | char::REPLACEMENT_CHARACTER => ("", starts),
            c => ("", starts && c.is_whitespace()),
        };
        push(out, &[before]);
        out.push(c);
        starts = after;
    }
    push(out, &["\";"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        cell(&mut out, text);
        assert_eq!(out, format!("{expected};"));
    }

    #[test]
    fn a_cell_is_between_quotes() {
        check("", "\"\"");
        check("a;b \"c\"", "\"a;b \"\"c\"\"\"");
    }
    #[test]
    fn a_cell_is_on_one_line() {
        check("a\r\nb\tc\u{0}", "\"a  b c\u{fffd}\"");
    }
    #[test]
    fn a_formula_is_a_text() {
        for sign in ['=', '+', '-', '@', '＝', '＋', '－', '＠'] {
            check(&format!("{sign}1+1"), &format!("\"'{sign}1+1\""));
        }
    }
    #[test]
    fn a_formula_is_a_text_after_spaces_quotes_and_what_cannot_be_seen() {
        check("  =1", "\"  '=1\"");
        check("\u{a0}=1", "\"\u{a0}'=1\"");
        check("\t=1", "\" '=1\"");
        check("\r=1", "\" '=1\"");
        check("\"=1", "\"\"\"'=1\"");
        check("'=1", "\"''=1\"");
        check("\u{feff}=1", "\"\u{fffd}'=1\"");
        check("\u{1}=1", "\"\u{fffd}'=1\"");
    }
    #[test]
    fn a_formula_is_a_text_where_another_cell_could_start() {
        check("a;=1", "\"a;'=1\"");
        check("a, \"=1", "\"a, \"\"'=1\"");
    }
    #[test]
    fn a_sign_within_a_text_is_left_as_it_is() {
        check("MDV-LGC +33 a@b.fr 1=1", "\"MDV-LGC +33 a@b.fr 1=1\"");
    }
    #[test]
    fn a_long_text_is_cut() {
        let expected = format!("\"{}…\"", "é".repeat(2000));
        check(&"é".repeat(2001), &expected);
        check(&"é".repeat(2000), &expected.replace('…', ""));
    }
}
