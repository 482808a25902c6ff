//! What is handed over: flat numbers, and the few serialised shapes of `types.d.ts`.

use std::collections::BTreeMap;

use predepot::catalog::Rule;
use predepot::check::{Counts, DemandeVerdict, Document, Report};
use predepot::diag::{Safety, Severity};
use predepot::profile::Profile;
use predepot::render::wire;
use predepot::text::{Encoding, LineIndex};
use serde::Serialize;

/// A rule of the catalogue.
#[derive(Serialize)]
pub(crate) struct RuleEntry {
    code: &'static str,
    name: &'static str,
    summary: &'static str,
}

impl RuleEntry {
    pub(crate) fn new(rule: &Rule) -> Self {
        Self { code: rule.code.as_str(), name: rule.code.name(), summary: rule.summary }
    }
}

/// A profile that can be chosen.
#[derive(Serialize)]
pub(crate) struct ProfileEntry {
    id: &'static str,
    title: &'static str,
    rules: &'static str,
}

impl ProfileEntry {
    pub(crate) fn new(profile: &Profile) -> Self {
        Self { id: profile.id, title: profile.title, rules: profile.rules }
    }
}

/// What was found, without the findings.
#[derive(Serialize)]
pub(crate) struct Summary {
    verdict: &'static str,
    counts: wire::WireCounts,
    files: Vec<FileSummary>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FileSummary {
    name: String,
    kind: &'static str,
    size: f64,
    encoding: &'static str,
    profile: Option<&'static str>,
    profile_title: Option<&'static str>,
    profile_basis: Option<&'static str>,
    rules: Option<&'static str>,
    verdict: &'static str,
    counts: wire::WireCounts,
    by_code: BTreeMap<&'static str, u32>,
    truncated: bool,
    #[serde(rename = "totalHT")]
    total_ht: Option<String>,
}

impl Summary {
    pub(crate) fn new(report: &Report) -> Self {
        Self {
            verdict: wire::verdict(report.verdict),
            counts: counts(report.counts),
            files: report.files.iter().map(FileSummary::new).collect(),
        }
    }
}

impl FileSummary {
    fn new(document: &Document) -> Self {
        Self {
            name: document.name.clone(),
            kind: wire::kind(document.kind),
            size: document.size as f64,
            encoding: encoding(document.encoding),
            profile: document.profile.map(|profile| profile.id),
            profile_title: document.profile.map(|profile| profile.title),
            profile_basis: document.basis.map(wire::basis),
            rules: document.profile.map(|profile| profile.rules),
            verdict: wire::verdict(document.verdict),
            counts: counts(document.counts),
            by_code: document.by_code.iter().map(|&(code, count)| (code.as_str(), count)).collect(),
            truncated: document.is_truncated(),
            total_ht: document.profile.filter(|_| !document.demandes.is_empty()).map(|_| document.total_cents.to_string()),
        }
    }
}

fn counts(counts: Counts) -> wire::WireCounts {
    wire::WireCounts { erreur: counts.erreur, avertissement: counts.avertissement, information: counts.information }
}

/// The name that `TextDecoder` knows it by, but for what is no text.
fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Windows1252 => "windows-1252",
        Encoding::Utf16Le => "utf-16le",
        Encoding::Utf16Be => "utf-16be",
        Encoding::Binary => "binaire",
    }
}

/// The findings of a file, 12 numbers each (`Deposit::diagnostics`).
pub(crate) fn diagnostics(document: &Document) -> Vec<u32> {
    let lines = LineIndex::new(&document.bytes, document.encoding);
    let mut flat = Vec::with_capacity(document.diagnostics.len() * 12);
    for finding in &document.diagnostics {
        let start = lines.place(finding.span.start);
        let end = lines.place(finding.span.end);
        flat.extend([
            finding.code as u32,
            finding.severity as u32,
            finding.control.map_or(0, |control| wire::control(control).into()),
            start.line,
            start.column,
            end.line,
            end.column,
            document.demande_at(finding.span.start).map_or(0, |at| at as u32 + 1),
            finding.fix.as_ref().map_or(0, |fix| safety(fix.safety)),
            finding.span.start,
            finding.span.len(),
            finding.related.len() as u32,
        ]);
    }
    flat
}

fn safety(safety: Safety) -> u32 {
    match safety {
        Safety::Sure => 1,
        Safety::AConfirmer => 2,
        Safety::ASaisir => 3,
    }
}

/// The demandes of a file, 7 numbers each (`Deposit::demandes`).
pub(crate) fn demandes(document: &Document) -> Vec<u32> {
    let lines = LineIndex::new(&document.bytes, document.encoding);
    let mut points = vec![[0u32; 2]; document.demandes.len()];
    for finding in &document.diagnostics {
        let kind = match finding.severity {
            Severity::Erreur => 0,
            Severity::Avertissement => 1,
            Severity::Information => continue,
        };
        if let Some(at) = document.demande_at(finding.span.start) {
            points[at][kind] += 1;
        }
    }
    let mut flat = Vec::with_capacity(document.demandes.len() * 7);
    for (demande, [errors, warnings]) in document.demandes.iter().zip(points) {
        flat.extend([
            demande.num_ligne.and_then(|number| u32::try_from(number).ok()).unwrap_or(0),
            state(demande.verdict),
            lines.place(demande.span.start).line,
            lines.place(demande.span.end.saturating_sub(1)).line,
            errors,
            warnings,
            demande.first_error.map_or(0, |at| at + 1),
        ]);
    }
    flat
}

fn state(verdict: DemandeVerdict) -> u32 {
    match verdict {
        DemandeVerdict::Conforme => 0,
        DemandeVerdict::AVerifier => 1,
        DemandeVerdict::Rejetee => 2,
        DemandeVerdict::AccepteeAsp => 3,
        DemandeVerdict::RejeteeAsp => 4,
    }
}

/// The words of a finding.
#[derive(Serialize)]
pub(crate) struct Text {
    message: String,
    why: String,
    help: String,
    source: Option<String>,
    pointer: Option<String>,
    related: Vec<wire::WireRelated>,
    fix: Option<Fix>,
}

#[derive(Serialize)]
struct Fix {
    title: String,
    safety: &'static str,
    edits: Vec<Edit>,
    rename: Option<wire::WireRename>,
}

/// An edit as it is shown: what stands there, and what would.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Edit {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    before: String,
    text: String,
}

/// What is replaced is shown up to this many characters.
const MOST_SHOWN: usize = 200;

/// The words of these findings; an index out of the list has none.
pub(crate) fn texts(report: &Report, document: &Document, indices: &[u32]) -> Vec<Text> {
    let lines = LineIndex::new(&document.bytes, document.encoding);
    let known = indices.iter().map(|&index| index as usize).filter(|&index| index < document.diagnostics.len());
    known.map(|index| text(report, document, &lines, index)).collect()
}

fn text(report: &Report, document: &Document, lines: &LineIndex<'_>, index: usize) -> Text {
    let words = wire::diagnostic(report, document, lines, index);
    let fix = document.diagnostics[index].fix.as_ref().zip(words.fix).map(|(fix, words)| Fix {
        title: words.title,
        safety: words.safety,
        edits: fix.edits.iter().map(|edit| shown(document, lines, edit)).collect(),
        rename: words.rename,
    });
    Text {
        message: words.message,
        why: words.why,
        help: words.help,
        source: words.source,
        pointer: words.pointer,
        related: words.related,
        fix,
    }
}

fn shown(document: &Document, lines: &LineIndex<'_>, edit: &predepot::diag::Edit) -> Edit {
    let (start, end) = (lines.place(edit.span.start), lines.place(edit.span.end));
    Edit {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        before: String::from_utf8_lossy(edit.span.of(&document.bytes)).chars().take(MOST_SHOWN).collect(),
        text: edit.text.chars().take(MOST_SHOWN).collect(),
    }
}
