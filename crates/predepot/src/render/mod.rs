//! The report, written out. Knows no rule.

pub mod answer;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod portail;
pub mod sarif;
pub mod simulation;
pub mod wire;

use crate::catalog::{Language, visible};
use wire::WireReport;

/// How a report is written, whatever its format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// No value of the files is in it: neither what they hold nor their names.
    pub masked: bool,
}

/// What a report is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Programs that know it (`docs/report.schema.json`).
    Json,
    /// A spreadsheet.
    Csv,
    /// A message, a ticket.
    Markdown,
    /// Programs that read the results of any tool.
    Sarif,
}

impl Format {
    /// The format of this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Some(match name {
            "json" => Self::Json,
            "csv" => Self::Csv,
            "markdown" => Self::Markdown,
            "sarif" => Self::Sarif,
            _ => return None,
        })
    }
}

/// The report in this format, in the language that it was made in.
pub fn write(report: &WireReport, format: Format, language: Language) -> String {
    match format {
        Format::Json => json::pretty(report),
        Format::Csv => csv::text(report, language),
        Format::Markdown => markdown::text(report, language),
        Format::Sarif => sarif::text(report, language),
    }
}

/// Writes each of these at the end of `out`: one call where many would be inlined.
#[inline(never)]
fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// A byte as two hexadecimal digits.
fn push_hexadecimal(out: &mut String, byte: u8, digits: &[u8; 16]) {
    for digit in [byte >> 4, byte & 15] {
        out.push(char::from(digits[usize::from(digit)]));
    }
}

/// The longest text of a cell or a line; a name or a key of a file may be as long as the file.
const LONGEST: usize = 2000;

/// A text on one line, with what cannot be seen replaced, cut with … when it is too long.
#[inline(never)]
fn on_one_line(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        out.push(match c {
            _ if at == LONGEST => '…',
            '\n' | '\r' | '\t' => ' ',
            c => visible(c),
        });
        if at == LONGEST {
            break;
        }
    }
    out
}
