//! The report as a table, for a spreadsheet: one line a finding, one for a file that has none.
//!
//! RFC 4180, with what a French spreadsheet expects: semicolons, and a mark of UTF-8. Every cell is between quotes and on one line.
//!
//! No cell is a formula (OWASP, "CSV Injection"): an apostrophe stands before a sign that would start one, also after spaces and quotes, and
//! after a comma or a semicolon, where a spreadsheet that splits cells otherwise would start another.

use super::on_one_line;
use super::wire::{WireDiagnostic, WireFile, WireReport};

const COLUMNS: [&str; 18] = [
    "Fichier",
    "Profil",
    "Règles",
    "Verdict du fichier",
    "Gravité",
    "Code",
    "Nom de la règle",
    "Contrôle du portail",
    "Demande",
    "Numéro éditeur",
    "Entrée du ZIP",
    "Ligne",
    "Colonne",
    "Constat",
    "Quoi faire",
    "Pourquoi",
    "Source",
    "Emplacement",
];

/// Said of a file without findings.
const NOTHING: &str = "Aucun point relevé";

/// The table.
pub fn text(report: &WireReport) -> String {
    let mut out = String::from("\u{feff}");
    line(&mut out, COLUMNS);
    for file in &report.files {
        if file.diagnostics.is_empty() {
            let mut cells = [""; COLUMNS.len()];
            cells[..4].copy_from_slice(&of_file(file));
            cells[13] = NOTHING;
            line(&mut out, cells);
        }
        for found in &file.diagnostics {
            finding(&mut out, file, found);
        }
    }
    out
}

fn of_file(file: &WireFile) -> [&str; 4] {
    [
        &file.name,
        file.profile.unwrap_or_default(),
        file.rules.unwrap_or_default(),
        file.verdict,
    ]
}

fn finding(out: &mut String, file: &WireFile, found: &WireDiagnostic) {
    let number = |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
    let [name, profile, rules, verdict] = of_file(file);
    let demande = found.demande.and_then(|at| file.demandes.get(at));
    line(
        out,
        [
            name,
            profile,
            rules,
            verdict,
            found.severity,
            found.code,
            found.name,
            &number(found.control.map(u32::from)),
            &demande.map_or(String::new(), |demande| demande.number().to_string()),
            demande
                .and_then(|demande| demande.numero_editeur.as_deref())
                .unwrap_or_default(),
            found.entry.as_deref().unwrap_or_default(),
            &number(found.line),
            &number(found.column),
            &found.message,
            &found.help,
            &found.why,
            found.source.as_deref().unwrap_or_default(),
            found.pointer.as_deref().unwrap_or_default(),
        ],
    );
}

fn line(out: &mut String, cells: [&str; COLUMNS.len()]) {
    for (at, text) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(';');
        }
        cell(out, text);
    }
    out.push_str("\r\n");
}

fn cell(out: &mut String, text: &str) {
    out.push('"');
    let mut starts = true;
    for c in on_one_line(text) {
        match c {
            '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' if starts => out.push('\''),
            '"' => out.push('"'),
            _ => {}
        }
        out.push(c);
        // Spaces and quotes leave a cell at its start; so does what is shown in place of a character that cannot be seen.
        starts = match c {
            ',' | ';' => true,
            '"' | '\'' | char::REPLACEMENT_CHARACTER => starts,
            c => starts && c.is_whitespace(),
        };
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        cell(&mut out, text);
        assert_eq!(out, expected);
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
