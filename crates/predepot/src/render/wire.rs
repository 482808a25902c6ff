//! The report as JSON (REGLES section 6): the only types that are written out. `docs/report.schema.json` describes them.

use sha2::{Digest, Sha256};

use super::json::{Json, Writer, pretty};
use super::{Options, push_hexadecimal};
use crate::bytes;
use crate::catalog::{View, masked_entry, masked_file, masked_file_named, masked_key};
use crate::check::{Basis, Counts, DemandeVerdict, Document, FileKind, Report, Verdict};
use crate::diag::{Control, Safety, Severity};
use crate::form;
use crate::json::{Kind, NodeId};
use crate::text::LineIndex;

/// The version of this form.
pub const SCHEMA_VERSION: u32 = 1;

form! {
    /// A report.
    pub WireReport {
        "schemaVersion" schema_version: u32,
        "tool" tool: WireTool,
        "verdict" verdict: &'static str,
        "counts" counts: WireCounts,
        "files" files: Vec<WireFile>,
    }
}

form! {
    /// Who wrote it.
    pub WireTool {
        "name" name: &'static str,
        "version" version: &'static str,
    }
}

form! {
    /// Findings by severity.
    #[derive(Clone, Copy)]
    pub WireCounts {
        "erreur" erreur: u32,
        "avertissement" avertissement: u32,
        "information" information: u32,
    }
}

form! {
    /// Findings by severity and by code.
    pub WireFileCounts {
        "erreur" erreur: u32,
        "avertissement" avertissement: u32,
        "information" information: u32,
        "byCode" by_code: ByCode,
    }
}

/// How many findings each code has, in the order of the codes' own letters.
pub struct ByCode(pub Vec<(&'static str, u32)>);

impl ByCode {
    /// Of one file.
    pub fn of(document: &Document) -> Self {
        let counted = |letter: u8| {
            let found = document.by_code.iter();
            found
                .map(|&(code, count)| (code.as_str(), count))
                .filter(move |(code, _)| code.as_bytes()[0] == letter)
        };
        Self((b'A'..=b'Z').flat_map(counted).collect())
    }
}

impl Json for ByCode {
    fn write(&self, to: &mut Writer) {
        let members: Vec<(&str, &dyn Json)> = self
            .0
            .iter()
            .map(|(code, count)| (*code, count as &dyn Json))
            .collect();
        to.object(&members);
    }
}

form! {
    /// One file.
    pub WireFile {
        "name" name: String,
        "kind" kind: &'static str,
        "size" size: u64,
        "sha256" sha256: Option<String>,
        "profile" profile: Option<&'static str>,
        "profileBasis" profile_basis: Option<&'static str>,
        "rules" rules: Option<&'static str>,
        "verdict" verdict: &'static str,
        "counts" counts: WireFileCounts,
        "truncated" truncated: bool,
        "demandes" demandes: Vec<WireDemande>,
        "diagnostics" diagnostics: Vec<WireDiagnostic>,
    }
}

form! {
    /// One demande.
    pub WireDemande {
        "index" index: usize,
        "numLigne" num_ligne: Option<i64>,
        "numeroEditeur" numero_editeur: Option<String>,
        "verdict" verdict: &'static str,
        "startLine" start_line: u32,
        "endLine" end_line: u32,
        "firstError" first_error: Option<u32>,
    }
}

impl WireDemande {
    /// The number that it gives itself; its rank when that is none.
    pub fn number(&self) -> i64 {
        self.num_ligne
            .filter(|number| (1..=200).contains(number))
            .unwrap_or(self.index as i64 + 1)
    }
}

form! {
    /// One finding.
    pub WireDiagnostic {
        "code" code: &'static str,
        "name" name: &'static str,
        "severity" severity: &'static str,
        "control" control: Option<u8>,
        "message" message: String,
        "why" why: String,
        "help" help: String,
        "pointer" pointer: Option<String>,
        "demande" demande: Option<usize>,
        "entry" entry: Option<String>,
        "line" line: Option<u32>,
        "column" column: Option<u32>,
        "endLine" end_line: Option<u32>,
        "endColumn" end_column: Option<u32>,
        "offset" offset: Option<u32>,
        "length" length: Option<u32>,
        "source" source: Option<String>,
        "related" related: Vec<WireRelated>,
        "fix" fix: Option<WireFix>,
    }
}

/// Another place. Its entry is only written for a place in a ZIP.
#[allow(missing_docs)]
pub struct WireRelated {
    pub file: Option<String>,
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub entry: Option<String>,
    pub message: String,
}

impl Json for WireRelated {
    fn write(&self, to: &mut Writer) {
        let mut members: Vec<(&str, &dyn Json)> = vec![
            ("file", &self.file),
            ("line", &self.line),
            ("column", &self.column),
            ("message", &self.message),
        ];
        if self.entry.is_some() {
            members.insert(3, ("entry", &self.entry));
        }
        to.object(&members);
    }
}

form! {
    /// A correction.
    pub WireFix {
        "title" title: String,
        "safety" safety: &'static str,
        "edits" edits: Vec<WireEdit>,
        "rename" rename: Option<WireRename>,
    }
}

form! {
    /// Bytes to replace.
    pub WireEdit {
        "offset" offset: u32,
        "length" length: u32,
        "text" text: String,
    }
}

form! {
    /// A new name.
    pub WireRename {
        "from" from: String,
        "to" to: String,
    }
}

/// The whole report.
pub fn report(of: &Report) -> WireReport {
    report_with(of, Options::default())
}

/// The whole report, written as is asked.
pub fn report_with(report: &Report, options: Options) -> WireReport {
    let lines = all_lines(report);
    WireReport {
        schema_version: SCHEMA_VERSION,
        tool: WireTool {
            name: "predepot",
            version: env!("CARGO_PKG_VERSION"),
        },
        verdict: verdict(report.verdict),
        counts: counts(report.counts),
        files: report
            .files
            .iter()
            .zip(&lines)
            .enumerate()
            .map(|(at, (document, own))| {
                let name = match options.masked {
                    true => masked_file(at, &document.name),
                    false => document.name.clone(),
                };
                file(name, report, &lines, document, own, options)
            })
            .collect(),
    }
}

/// The whole report as JSON text, indented.
pub fn to_json(of: &Report) -> String {
    pretty(&report(of))
}

/// The lines of every file; nothing is counted before the first question to each.
pub fn all_lines(report: &Report) -> Vec<LineIndex<'_>> {
    report.files.iter().map(Document::lines).collect()
}

fn file(
    name: String,
    report: &Report,
    all: &[LineIndex<'_>],
    document: &Document,
    lines: &LineIndex<'_>,
    options: Options,
) -> WireFile {
    let mut pointers = Pointers::default();
    let shown = |number: &i64| !options.masked || (1..=200).contains(number);
    let line = |offset| lines.place(offset).line;
    WireFile {
        name,
        kind: kind(document.kind),
        size: document.size,
        sha256: match document.loose {
            Some(loose) => loose.sha256.map(hexadecimal),
            None => is_whole(document).then(|| sha256(&document.bytes)),
        },
        profile: document.profile.map(|profile| profile.id),
        profile_basis: document.basis.map(basis),
        rules: document.profile.map(|profile| profile.rules),
        verdict: verdict(document.verdict),
        counts: WireFileCounts {
            erreur: document.counts.erreur,
            avertissement: document.counts.avertissement,
            information: document.counts.information,
            by_code: ByCode::of(document),
        },
        truncated: document.is_truncated(),
        demandes: document
            .demandes
            .iter()
            .enumerate()
            .map(|(index, demande)| WireDemande {
                index,
                num_ligne: demande.num_ligne.filter(shown),
                numero_editeur: demande.numero_editeur.clone().filter(|_| !options.masked),
                verdict: demande_verdict(demande.verdict),
                start_line: line(demande.span.start),
                end_line: line(demande.span.end.saturating_sub(1)),
                first_error: demande.first_error,
            })
            .collect(),
        diagnostics: (0..document.diagnostics.len())
            .map(|at| diagnostic(report, all, document, lines, at, options, &mut pointers))
            .collect(),
    }
}

/// A finding to be put into words: `lines` are those of its file.
pub fn view<'a>(
    report: &'a Report,
    document: &'a Document,
    lines: &'a LineIndex<'a>,
    at: usize,
    Options { masked }: Options,
) -> View<'a> {
    View {
        diagnostic: &document.diagnostics[at],
        document,
        lines,
        masked: masked.then_some(&report.files[..]),
    }
}

fn diagnostic(
    report: &Report,
    all: &[LineIndex<'_>],
    document: &Document,
    lines: &LineIndex<'_>,
    at: usize,
    options: Options,
    pointers: &mut Pointers,
) -> WireDiagnostic {
    let Options { masked } = options;
    let view = view(report, document, lines, at, options);
    let finding = view.diagnostic;
    let placed = has_lines(document);
    let start = lines.place(finding.span.start);
    let end = lines.place(finding.span.end);
    let demande = document.demande_at(finding.span.start);
    WireDiagnostic {
        code: finding.code.as_str(),
        name: finding.code.name(),
        severity: severity(finding.severity),
        control: finding.control.map(control),
        message: view.message(),
        why: view.why(),
        help: view.help(),
        pointer: finding
            .node
            .filter(|_| placed)
            .map(|node| pointers.of(document, node, masked)),
        demande: demande.filter(|_| placed),
        entry: entry(document, finding.entry, masked),
        line: placed.then_some(start.line),
        column: placed.then_some(start.column),
        end_line: placed.then_some(end.line),
        end_column: placed.then_some(end.column),
        offset: placed.then_some(finding.span.start),
        length: placed.then_some(finding.span.len()),
        source: view.origin(),
        related: related(report, all, &view),
        fix: fix(&view),
    }
}

/// The other places of a finding; `all` are the lines of every file.
pub fn related(report: &Report, all: &[LineIndex<'_>], view: &View<'_>) -> Vec<WireRelated> {
    let (document, masked) = (view.document, view.masked.is_some());
    let all_related = view.diagnostic.related.iter();
    all_related
        .map(|related| {
            let other = related
                .file
                .as_ref()
                .and_then(|name| report.files.iter().position(|file| file.name == *name));
            let (there, lines) = other.map_or((document, view.lines), |at| {
                (&report.files[at], all.get(at).unwrap_or(view.lines))
            });
            let place = has_lines(there).then(|| lines.place(related.span.start));
            WireRelated {
                file: related.file.as_ref().map(|name| match masked {
                    true => masked_file_named(&report.files, name),
                    false => name.clone(),
                }),
                line: place.map(|place| place.line),
                column: place.map(|place| place.column),
                entry: entry(there, related.entry, masked),
                message: document.language.say(&related.message).into_owned(),
            }
        })
        .collect()
}

/// The correction of a finding. What a masked one writes is not said: it has a title, and nothing to apply.
pub fn fix(view: &View<'_>) -> Option<WireFix> {
    let masked = view.masked.is_some();
    let fix = view.diagnostic.fix.as_ref()?;
    let edits = fix.edits.iter().filter(|_| !masked);
    let rename = fix.rename.as_ref().filter(|_| !masked);
    Some(WireFix {
        title: view.title(fix),
        safety: safety(fix.safety),
        edits: edits
            .map(|edit| WireEdit {
                offset: edit.span.start,
                length: edit.span.len(),
                text: edit.text.clone(),
            })
            .collect(),
        rename: rename.map(|(from, to)| WireRename {
            from: from.clone(),
            to: to.clone(),
        }),
    })
}

/// True when all its bytes are at hand. A file that could not be read has none, like an empty one: only an empty JSON is known to be so.
fn is_whole(document: &Document) -> bool {
    let is_known = !document.bytes.is_empty() || document.kind == FileKind::Json;
    is_known && document.bytes.len() as u64 == document.size
}

/// Only what was read has lines: not a ZIP, nor a file that could not be read.
fn has_lines(document: &Document) -> bool {
    document.kind == FileKind::Json && document.bytes.len() as u64 == document.size
}

/// The name of an entry of a ZIP.
fn entry(document: &Document, index: Option<u32>, masked: bool) -> Option<String> {
    let entries = &document.archive.as_ref()?.entries;
    let name = &entries.get(index? as usize)?.name.text;
    Some(match masked {
        true => masked_entry(index?, name),
        false => name.clone(),
    })
}

/// The JSON Pointers (RFC 6901) of values, which are asked for in the order of the tree for the way from one to the next to be short.
#[derive(Default)]
pub struct Pointers {
    /// The way to the last value: each container on it, the member or element it goes on with, and where that one's name starts.
    way: Vec<Step>,
    path: String,
}

struct Step {
    container: NodeId,
    value: NodeId,
    rank: usize,
    named: usize,
}

impl Pointers {
    /// The pointer of a value; masked, without the keys that no document has.
    pub fn of(&mut self, document: &Document, node: NodeId, masked: bool) -> String {
        let tree = &document.tree;
        let Some(root) = tree.root() else {
            return String::new();
        };
        while let Some(last) = self.way.last()
            && !(last.container < node && node < tree.next(last.container))
        {
            self.forget_last();
        }
        // Within the last container, go on from the member or element at hand when it is not beyond.
        let mut container = root;
        let mut from = None;
        if let Some(last) = self.way.last() {
            container = last.container;
            if last.value <= node {
                from = Some((last.value, last.rank));
            }
            self.forget_last();
        }
        while container != node {
            let found = match tree.kind(container) {
                Kind::Object => {
                    let first = from.map_or(NodeId(container.0 + 2), |(value, _)| value);
                    let end = tree.next(container);
                    // A key stands before its value, and a member's end before the next key.
                    let after = |value: NodeId| NodeId(tree.next(value).0 + 1);
                    let mut values =
                        std::iter::successors(Some(first), |&value| Some(after(value)));
                    values
                        .find(|&value| node < tree.next(value) || value >= end)
                        .filter(|&value| value < end)
                        .map(|value| (value, 0))
                }
                Kind::Array => {
                    let (first, rank) = from.unwrap_or((NodeId(container.0 + 1), 0));
                    let end = tree.next(container);
                    let mut elements =
                        std::iter::successors(Some((first, rank)), |&(value, rank)| {
                            Some((tree.next(value), rank + 1))
                        });
                    elements
                        .find(|&(value, _)| value >= end || node < tree.next(value))
                        .filter(|&(value, _)| value < end)
                }
                _ => None,
            };
            let Some((value, rank)) = found else { break };
            let named = self.path.len();
            self.path.push('/');
            if tree.kind(container) == Kind::Object {
                let key = tree.text(&document.bytes, NodeId(value.0 - 1));
                let key = if masked { masked_key(&key) } else { &key };
                self.path
                    .push_str(&bytes::replace(&bytes::replace(key, "~", "~0"), "/", "~1"));
            } else {
                self.path.push_str(&rank.to_string());
            }
            self.way.push(Step {
                container,
                value,
                rank,
                named,
            });
            container = value;
            from = None;
        }
        self.path.clone()
    }

    fn forget_last(&mut self) {
        if let Some(last) = self.way.pop() {
            self.path.truncate(last.named);
        }
    }
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.give(bytes);
    fingerprint.finish()
}

/// A SHA-256 being made.
#[derive(Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Reads what follows.
    #[inline(never)]
    pub fn give(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// In hexadecimal.
    #[inline(never)]
    pub fn finish(self) -> String {
        hexadecimal(self.0.finalize().into())
    }
}

fn hexadecimal(hash: [u8; 32]) -> String {
    let mut out = String::with_capacity(64);
    for byte in hash {
        push_hexadecimal(&mut out, byte, b"0123456789abcdef");
    }
    out
}

/// As many.
pub fn counts(counts: Counts) -> WireCounts {
    WireCounts {
        erreur: counts.erreur,
        avertissement: counts.avertissement,
        information: counts.information,
    }
}

/// The word of a verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::RejetFichier => "rejet-fichier",
        Verdict::RejetDemandes => "rejet-demandes",
        Verdict::ACorriger => "a-corriger",
        Verdict::AVerifier => "a-verifier",
        Verdict::Pret => "pret",
        Verdict::NonControle => "non-controle",
        Verdict::RetourAsp => "retour-asp",
    }
}

/// The word of a demande's verdict.
pub fn demande_verdict(verdict: DemandeVerdict) -> &'static str {
    match verdict {
        DemandeVerdict::Conforme => "conforme",
        DemandeVerdict::AVerifier => "a-verifier",
        DemandeVerdict::Rejetee => "rejetee",
        DemandeVerdict::AccepteeAsp => "acceptee-asp",
        DemandeVerdict::RejeteeAsp => "rejetee-asp",
    }
}

/// The word of a kind of file.
pub fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Json => "json",
        FileKind::Zip => "zip",
        FileKind::Piece => "piece",
        FileKind::Inconnu => "inconnu",
    }
}

/// The word of how a profile was found.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Document => "document",
        Basis::Deduit => "deduit",
        Basis::Choisi => "choisi",
    }
}

/// The word of a severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Erreur => "erreur",
        Severity::Avertissement => "avertissement",
        Severity::Information => "information",
    }
}

/// The word of a fix's safety.
pub fn safety(safety: Safety) -> &'static str {
    match safety {
        Safety::Sure => "sure",
        Safety::AConfirmer => "a-confirmer",
        Safety::ASaisir => "a-saisir",
    }
}

/// The number of a control.
pub fn control(control: Control) -> u8 {
    match control {
        Control::Fichier => 1,
        Control::Demande => 2,
    }
}
