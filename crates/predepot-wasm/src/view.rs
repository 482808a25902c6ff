//! What is handed over: flat numbers, and the few serialised shapes of `types.d.ts`.

use predepot::catalog::{Language, Rule, View};
use predepot::check::{DemandeVerdict, Document, Report};
use predepot::diag::{Safety, Severity};
use predepot::form;
use predepot::profile::Profile;
use predepot::render::{Options, wire};
use predepot::text::{Encoding, LineIndex, Span};

form! {
    /// A rule of the catalogue.
    pub(crate) RuleEntry {
        "code" code: &'static str,
        "name" name: &'static str,
        "summary" summary: &'static str,
    }
}

impl RuleEntry {
    pub(crate) fn new(rule: &Rule) -> Self {
        Self {
            code: rule.code.as_str(),
            name: rule.code.name(),
            summary: rule.summary,
        }
    }
}

form! {
    /// A profile that can be chosen.
    pub(crate) ProfileEntry {
        "id" id: &'static str,
        "title" title: String,
        "rules" rules: &'static str,
    }
}

impl ProfileEntry {
    pub(crate) fn new(profile: &Profile, language: Language) -> Self {
        Self {
            id: profile.id,
            title: language.say(profile.title).into_owned(),
            rules: profile.rules,
        }
    }
}

form! {
    /// What was found, without the findings.
    pub(crate) Summary {
        "verdict" verdict: &'static str,
        "counts" counts: wire::WireCounts,
        "files" files: Vec<FileSummary>,
    }
}

form! {
    pub(crate) FileSummary {
        "name" name: String,
        "kind" kind: &'static str,
        "size" size: u64,
        "encoding" encoding: &'static str,
        "profile" profile: Option<&'static str>,
        "profileTitle" profile_title: Option<String>,
        "profileBasis" profile_basis: Option<&'static str>,
        "rules" rules: Option<&'static str>,
        "verdict" verdict: &'static str,
        "counts" counts: wire::WireCounts,
        "byCode" by_code: wire::ByCode,
        "truncated" truncated: bool,
        "totalHT" total_ht: Option<String>,
        "simulation" simulation: bool,
    }
}

impl Summary {
    pub(crate) fn new(report: &Report) -> Self {
        Self {
            verdict: wire::verdict(report.verdict),
            counts: wire::counts(report.counts),
            files: report.files.iter().map(FileSummary::new).collect(),
        }
    }
}

impl FileSummary {
    fn new(document: &Document) -> Self {
        Self {
            name: document.name.clone(),
            kind: wire::kind(document.kind),
            size: document.size,
            encoding: encoding(document.encoding),
            profile: document.profile.map(|profile| profile.id),
            profile_title: document
                .profile
                .map(|profile| document.language.say(profile.title).into_owned()),
            profile_basis: document.basis.map(wire::basis),
            rules: document.profile.map(|profile| profile.rules),
            verdict: wire::verdict(document.verdict),
            counts: wire::counts(document.counts),
            by_code: wire::ByCode::of(document),
            truncated: document.is_truncated(),
            total_ht: document
                .profile
                .filter(|_| document.total_cents > 0)
                .map(|_| document.total_cents.to_string()),
            simulation: document.simulation,
        }
    }
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
    let lines = document.lines();
    let mut flat = Vec::with_capacity(document.diagnostics.len() * 12);
    for finding in &document.diagnostics {
        let start = lines.place(finding.span.start);
        let end = lines.place(finding.span.end);
        flat.extend([
            finding.code as u32,
            finding.severity as u32,
            finding
                .control
                .map_or(0, |control| wire::control(control).into()),
            start.line,
            start.column,
            end.line,
            end.column,
            document
                .demande_at(finding.span.start)
                .map_or(0, |at| at as u32 + 1),
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
    let lines = document.lines();
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
            demande
                .num_ligne
                .and_then(|number| u32::try_from(number).ok())
                .unwrap_or(0),
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

form! {
    /// The words of a finding.
    pub(crate) Text {
        "message" message: String,
        "why" why: String,
        "help" help: String,
        "source" source: Option<String>,
        "related" related: Vec<wire::WireRelated>,
        "fix" fix: Option<Fix>,
    }
}

form! {
    pub(crate) Fix {
        "title" title: String,
        "safety" safety: &'static str,
        "edits" edits: Vec<Edit>,
        "others" others: usize,
        "rename" rename: Option<wire::WireRename>,
    }
}

form! {
    /// An edit as it is shown: what stands there, and what would.
    pub(crate) Edit {
        "line" line: u32,
        "column" column: u32,
        "endLine" end_line: u32,
        "endColumn" end_column: u32,
        "before" before: String,
        "text" text: String,
    }
}

/// The edits of a correction are shown up to this many: a conversion of the whole file may have as many as it has letters.
const MOST_EDITS: usize = 20;

/// What is replaced is shown up to this many characters.
const MOST_SHOWN: usize = 200;

/// The words of these findings; an index out of the list has none.
pub(crate) fn texts(
    report: &Report,
    document: &Document,
    indices: &[u32],
    options: Options,
) -> Vec<Text> {
    let lines = document.lines();
    let all = wire::all_lines(report);
    let known = indices
        .iter()
        .map(|&index| index as usize)
        .filter(|&index| index < document.diagnostics.len());
    known
        .map(|index| {
            let view = wire::view(report, document, &lines, index, options);
            Text {
                message: view.message(),
                why: view.why(),
                help: view.help(),
                source: view.origin(),
                related: wire::related(report, &all, &view),
                fix: fix(&view),
            }
        })
        .collect()
}

fn fix(view: &View<'_>) -> Option<Fix> {
    let words = wire::fix(view)?;
    let edits = &view.diagnostic.fix.as_ref()?.edits;
    let (document, lines) = (view.document, view.lines);
    Some(Fix {
        title: words.title,
        safety: words.safety,
        edits: edits
            .iter()
            .filter(|_| view.masked.is_none())
            .take(MOST_EDITS)
            .map(|edit| shown(document, lines, edit))
            .collect(),
        others: edits.len().saturating_sub(MOST_EDITS),
        rename: words.rename,
    })
}

fn shown(document: &Document, lines: &LineIndex<'_>, edit: &predepot::diag::Edit) -> Edit {
    let before = String::from_utf8_lossy(edit.span.of(&document.bytes));
    Edit::new(lines, edit.span, cut(&before), cut(&edit.text))
}

fn cut(text: &str) -> String {
    text.chars().take(MOST_SHOWN).collect()
}

impl Edit {
    pub(crate) fn new(lines: &LineIndex<'_>, span: Span, before: String, text: String) -> Self {
        let (start, end) = (lines.place(span.start), lines.place(span.end));
        Self {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            before,
            text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::catalog::Code;
    use predepot::check::{Content, Dropped, Options, check};
    use predepot::profiles;

    fn report(content: Content) -> Report {
        let dropped = Dropped {
            name: "JSON-MDVLGC0001-20231002-001.json".to_owned(),
            content,
        };
        check(vec![dropped], &Options::default())
    }

    fn template(replace: &str, with: &str) -> Report {
        let text = profiles::by_id("MDV-LGC")
            .map(|profile| profile.template)
            .unwrap_or_default();
        assert!(text.contains(replace), "the template has no {replace}");
        report(Content::Bytes(text.replacen(replace, with, 1).into_bytes()))
    }

    fn first(document: &Document, code: Code) -> usize {
        let found = document
            .diagnostics
            .iter()
            .position(|finding| finding.code == code);
        found.unwrap_or(usize::MAX)
    }

    #[test]
    fn a_finding_is_twelve_numbers() {
        let report = report(Content::Bytes(b"{\n \"impId\": 12}".to_vec()));
        let document = &report.files[0];
        let at = first(document, Code::F011);
        let flat = diagnostics(document);
        assert_eq!(flat.len(), document.diagnostics.len() * 12);
        assert_eq!(
            flat[at * 12..at * 12 + 8],
            [Code::F011 as u32, 0, 1, 2, 11, 2, 13, 0]
        );
        assert_eq!(flat[at * 12 + 9..at * 12 + 12], [12, 2, 0]);
    }

    #[test]
    fn the_catalogue_is_counted_as_findings_count_it() {
        for (index, &code) in Code::ALL.iter().enumerate() {
            assert_eq!(code as usize, index);
            assert_eq!(predepot::catalog::rule(code).code, code);
        }
    }

    #[test]
    fn a_demande_is_seven_numbers() {
        let report = template("\"typeAction\": \"C\"", "\"typeAction\": \"D\"");
        let document = &report.files[0];
        let flat = demandes(document);
        assert_eq!(flat.len(), document.demandes.len() * 7);
        assert_eq!([flat[0], flat[1], flat[4]], [1, 2, 1]);
        let first = flat[6] as usize - 1;
        assert_eq!(document.diagnostics[first].code, Code::F003);
    }

    #[test]
    fn words_come_with_what_the_fix_replaces() {
        let report = report(Content::Bytes(br#"{"impId": "null"}"#.to_vec()));
        let document = &report.files[0];
        let at = first(document, Code::F011) as u32;
        let texts = texts(
            &report,
            document,
            &[at, 9999],
            predepot::render::Options::default(),
        );
        assert_eq!(texts.len(), 1);
        let edits = texts[0].fix.as_ref().map(|fix| &fix.edits[..]);
        let shown = edits.unwrap_or_default().iter().map(|edit| {
            (
                edit.line,
                edit.column,
                edit.before.as_str(),
                edit.text.as_str(),
            )
        });
        assert_eq!(shown.collect::<Vec<_>>(), [(1, 11, "\"null\"", "null")]);
    }

    #[test]
    fn words_follow_the_language_without_another_check() {
        let mut report = report(Content::Bytes(br#"{"impId": "null"}"#.to_vec()));
        report.speak(Language::Anglais);
        let document = &report.files[0];
        let at = first(document, Code::F011) as u32;
        let text = texts(
            &report,
            document,
            &[at],
            predepot::render::Options::default(),
        )
        .remove(0);
        assert_eq!(text.help, "Remove the quotes: write `null`.");
        assert_eq!(
            text.fix.map(|fix| fix.title),
            Some("Write `null`".to_owned())
        );
    }

    #[test]
    fn a_profile_has_its_title_in_both_languages() {
        let titles = Language::ALL.map(|language| {
            profiles::by_id("HOP-RI").map(|profile| ProfileEntry::new(profile, language).title)
        });
        let [french, english] = titles.map(Option::unwrap_or_default);
        assert_eq!(french, "Référentiel d'identité (Hôpital)");
        assert_eq!(english, "Identity repository (hospital)");
    }

    #[test]
    fn a_file_that_was_not_read_has_a_summary() {
        let report = report(Content::TooLarge(5_000_000_000));
        let summary = Summary::new(&report);
        assert_eq!(summary.files[0].size, 5_000_000_000);
        assert_eq!(summary.files[0].total_ht, None);
        assert_eq!(diagnostics(&report.files[0])[3..7], [1, 1, 1, 1]);
    }

    #[test]
    fn the_total_is_in_cents() {
        let report = template("\"regimeTVA\"", "\"regimeTVA\"");
        let total = Summary::new(&report).files[0].total_ht.clone();
        assert_eq!(total, Some(report.files[0].total_cents.to_string()));
        assert_ne!(total.as_deref(), Some("0"));
    }
}
