//! What the JSONs declare against what the ZIPs hold and what was dropped loose: matched by names (REGLES section 3).

use super::declared::Declared;
use super::piece::{claimed, finding};
use super::seen::Seen;
use super::set::is_answer;
use super::{Document, FileKind, Unicode, archive, near};
use crate::catalog::Code::{
    X002, X003, Z004, Z005, Z006, Z007, Z008, Z009, Z010, Z011, Z014, Z015, Z017, Z018, Z020, Z024,
    Z025,
};
use crate::diag::Severity::{Avertissement, Erreur, Information};
use crate::diag::{Detail, Diagnostic, Fix, Related, Safety};
use crate::text::Span;

/// A line of the table of pieces: a piece that a demande expects, or a file that none does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceRow {
    /// What is expected; `None` for a file that no demande declares.
    pub expected: Option<Expected>,
    /// The files of this name or, without one, of nearly this name.
    pub found: Vec<Found>,
    /// How the two agree.
    pub state: PieceState,
}

/// A piece that a demande declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The index of its JSON in the report.
    pub file: usize,
    /// The index of its demande in the file.
    pub demande: usize,
    /// Its `nomFichier`.
    pub name: String,
    /// Where that is written.
    pub span: Span,
    /// The name is itself at fault.
    pub at_fault: bool,
}

/// A file that may be a piece: an entry of a ZIP, or dropped loose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// The index of the ZIP or of the loose piece in the report.
    pub file: usize,
    /// The index of the entry in the directory of the ZIP.
    pub entry: Option<u32>,
}

/// How an expected piece and what was found agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceState {
    /// It is there.
    Presente,
    /// It is nowhere.
    Absente,
    /// No demande declares it.
    NonDeclaree,
    /// It is there several times.
    EnDouble,
    /// It is there and its content is at fault.
    ContenuFautif,
    /// It is there under nearly its name.
    NomProche,
    /// It is there and its content is still to be read.
    NonLue,
}

/// A file that may be a piece, with its name without folders.
struct Candidate {
    at: Found,
    name: String,
    /// What names that are near have in common.
    key: String,
}

impl Candidate {
    fn is_loose(&self) -> bool {
        self.at.entry.is_none()
    }
}

/// Says where they do not agree, each finding in its file, and gives the table; without ZIP nor piece, only how many are to come.
pub(super) fn check(files: &mut [Document], unicode: Unicode) -> Vec<PieceRow> {
    let holds = |file: &Document| matches!(file.kind, FileKind::Zip | FileKind::Piece);
    if files.iter().any(holds) {
        match_all(files, unicode)
    } else {
        files.iter_mut().for_each(not_given);
        Vec::new()
    }
}

#[inline(never)]
fn match_all(files: &mut [Document], unicode: Unicode) -> Vec<PieceRow> {
    let candidates = candidates(files, unicode);
    let matched = Matched::new(files, &candidates, unicode);
    let (findings, rows) = (matched.findings(), matched.rows());
    for (at, finding) in findings {
        files[at].diagnostics.push(finding);
    }
    rows
}

/// `Z024`.
fn not_given(json: &mut Document) {
    let count = json.declared.list.len();
    if count > 0 && takes_part(json) {
        let finding = finding(Z024, Information).detail(Detail::Count {
            expected: u32::try_from(count).unwrap_or(u32::MAX),
            found: 0,
        });
        json.diagnostics.push(finding);
    }
}

/// True when the pieces that it declares are to be deposited with it.
fn takes_part(file: &Document) -> bool {
    file.profile.is_some() && !is_answer(file)
}

/// Those of the ZIPs, then the loose ones.
#[inline(never)]
fn candidates(files: &[Document], unicode: Unicode) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut add = |at, name: &str| {
        candidates.push(Candidate {
            at,
            name: name.to_owned(),
            key: near::key(name, unicode),
        });
    };
    for (file, document) in files.iter().enumerate() {
        let entries = document.archive.iter().flat_map(|archive| &archive.entries);
        for (index, entry) in (0..).zip(entries) {
            if !entry.folder && !archive::is_junk(&entry.name.text) {
                let at = Found {
                    file,
                    entry: Some(index),
                };
                add(at, archive::last(&archive::path(&entry.name.text)));
            }
        }
    }
    for (file, document) in files.iter().enumerate() {
        if document.kind == FileKind::Piece {
            let at = Found { file, entry: None };
            add(at, &document.name);
        }
    }
    candidates
}

/// Candidates by a text: an index for each text, and the candidates of each index.
#[derive(Default)]
struct Groups<'a> {
    seen: Seen<'a>,
    all: Vec<Vec<usize>>,
}

impl<'a> Groups<'a> {
    #[inline(never)]
    fn new(candidates: &'a [Candidate], by: fn(&Candidate) -> &str) -> Self {
        let mut groups = Self::default();
        for (index, candidate) in candidates.iter().enumerate() {
            let next = u32::try_from(groups.all.len()).unwrap_or(u32::MAX);
            match groups.seen.or_note(by(candidate).into(), next) {
                Some(group) => groups.all[group as usize].push(index),
                None => groups.all.push(vec![index]),
            }
        }
        groups
    }

    fn find(&self, text: &str) -> Option<usize> {
        self.seen.first(text).map(|group| group as usize)
    }
}

/// What answers a declared piece: an index in the groups of names, or in those of names that are near.
#[derive(Clone, Copy)]
enum Answer {
    Exact(usize),
    Near(usize),
    Missing,
}

/// Every declared piece with the candidates that answer it.
struct Matched<'a> {
    files: &'a [Document],
    candidates: &'a [Candidate],
    names: Groups<'a>,
    near: Groups<'a>,
    /// The index of a JSON, one of its pieces, and what answers it.
    pieces: Vec<(usize, &'a Declared, Answer)>,
    /// For each candidate, whether a piece wants it, and whether by its very name.
    wanted: Vec<bool>,
    exact: Vec<bool>,
    /// False when a piece may be declared that is not known here.
    all_known: bool,
}

impl<'a> Matched<'a> {
    #[inline(never)]
    fn new(files: &'a [Document], candidates: &'a [Candidate], unicode: Unicode) -> Self {
        let mut jsons = files.iter().filter(|file| file.kind == FileKind::Json);
        let mut matched = Self {
            files,
            candidates,
            names: Groups::new(candidates, |candidate| &candidate.name),
            near: Groups::new(candidates, |candidate| &candidate.key),
            pieces: Vec::new(),
            wanted: vec![false; candidates.len()],
            exact: Vec::new(),
            all_known: jsons.all(|file| takes_part(file) && !file.declared.partial),
        };
        for (at, file) in files
            .iter()
            .enumerate()
            .filter(|(_, file)| takes_part(file))
        {
            for piece in &file.declared.list {
                let group = wanted(piece).find_map(|name| matched.names.find(name));
                let answer = group.map_or(Answer::Missing, Answer::Exact);
                matched.pieces.push((at, piece, answer));
            }
        }
        for &(.., answer) in &matched.pieces {
            if let Answer::Exact(group) = answer {
                let own = &matched.names.all[group];
                // A group is wanted as a whole: its first says it.
                if !matched.wanted[own[0]] {
                    own.iter().for_each(|&at| matched.wanted[at] = true);
                }
            }
        }
        // What has the very name of a piece is not nearly another; the rest answers the first that is near.
        matched.exact.clone_from(&matched.wanted);
        let mut taken = vec![false; matched.near.all.len()];
        for (_, piece, answer) in &mut matched.pieces {
            if !matches!(answer, Answer::Missing) {
                continue;
            }
            for name in wanted(piece) {
                let Some(group) = matched.near.find(&near::key(name, unicode)) else {
                    continue;
                };
                if std::mem::replace(&mut taken[group], true) {
                    continue;
                }
                for &at in &matched.near.all[group] {
                    if !matched.exact[at] {
                        matched.wanted[at] = true;
                        *answer = Answer::Near(group);
                    }
                }
                if matches!(answer, Answer::Near(_)) {
                    break;
                }
            }
        }
        matched
    }

    /// The candidates of nearly the name of a piece.
    fn near(&self, group: usize) -> impl Iterator<Item = usize> {
        let all = self.near.all[group].iter().copied();
        all.filter(|&at| !self.exact[at])
    }

    /// The candidates of the name of a piece that could be it in the deposit: a loose copy of what a ZIP holds is not deposited.
    fn rivals(&self, group: usize) -> &[usize] {
        let all = &self.names.all[group];
        let zipped = all.partition_point(|&at| !self.candidates[at].is_loose());
        if zipped == 0 { all } else { &all[..zipped] }
    }

    /// Candidates that no piece wants; none when a piece may be declared that is not known.
    fn undeclared(&self) -> impl Iterator<Item = usize> {
        let is_known = self.all_known && !self.pieces.is_empty();
        (0..self.candidates.len()).filter(move |&at| is_known && !self.wanted[at])
    }

    /// Findings, each with the index of its file.
    #[inline(never)]
    fn findings(&self) -> Vec<(usize, Diagnostic)> {
        let mut findings = Vec::new();
        // What a ZIP that cannot be listed holds is not known, and that is said of it.
        let all_listed = self.files.iter().all(is_listed);
        let mut loose = Vec::new();
        let doubles = self.marked(|finding| finding.code == Z014);
        let mut seen = Seen::default();
        for &(json, piece, answer) in &self.pieces {
            // The second use of a name is a finding of its own.
            if seen.or_note(piece.name.as_str().into(), 0).is_some() || !piece.readable {
                continue;
            }
            let here = |code| Diagnostic {
                span: piece.span,
                node: Some(piece.node),
                ..finding(code, Erreur)
            };
            match answer {
                Answer::Missing if all_listed => {
                    findings.push((json, self.missing(here(Z005), piece)));
                }
                Answer::Missing => {}
                Answer::Near(group) => {
                    let near: Vec<usize> = self.near(group).collect();
                    findings.push((json, self.nearly(here(Z018), piece, &near)));
                }
                Answer::Exact(group) => {
                    let rivals = self.rivals(group);
                    let first = &self.candidates[rivals[0]];
                    if first.is_loose() {
                        loose.push(first.at.file);
                    }
                    for &other in rivals[1..].iter().filter(|&&other| !doubles[other]) {
                        let at = self.candidates[other].at;
                        let finding = Diagnostic {
                            entry: at.entry,
                            related: vec![self.place(first, "la même pièce est ici")],
                            ..finding(Z014, Erreur)
                                .detail(Detail::Text(self.name(first).to_owned()))
                        };
                        findings.push((at.file, finding));
                    }
                }
            }
        }
        if let Some(&file) = loose.first() {
            let detail = Detail::Count {
                expected: 0,
                found: u32::try_from(loose.len()).unwrap_or(u32::MAX),
            };
            findings.push((file, finding(Z025, Avertissement).detail(detail)));
        }
        self.say_undeclared(&mut findings);
        findings
    }

    /// `Z005`.
    #[inline(never)]
    fn missing(&self, finding: Diagnostic, piece: &Declared) -> Diagnostic {
        Diagnostic {
            related: self.only(FileKind::Zip, "la pièce n'est pas dans ce ZIP"),
            ..finding.detail(Detail::Text(piece.name.clone()))
        }
    }

    /// The only file of its kind, as a related place; nothing when there are several.
    #[inline(never)]
    fn only(&self, kind: FileKind, message: &str) -> Vec<Related> {
        let mut all = self.files.iter().filter(|file| file.kind == kind);
        match (all.next(), all.next()) {
            (Some(one), None) => vec![Related {
                file: Some(one.name.clone()),
                span: Span::default(),
                entry: None,
                message: message.to_owned(),
            }],
            _ => Vec::new(),
        }
    }

    /// `Z018`, in place of a missing piece and of an undeclared file.
    #[inline(never)]
    fn nearly(&self, finding: Diagnostic, piece: &Declared, found: &[usize]) -> Diagnostic {
        let to = piece.conforming.as_ref().unwrap_or(&piece.name);
        let found: Vec<&Candidate> = found.iter().map(|&at| &self.candidates[at]).collect();
        let rename = |one: &Candidate| {
            Box::new(Fix {
                title: format!("Renommer la pièce en `{to}`"),
                safety: Safety::AConfirmer,
                edits: Vec::new(),
                rename: Some((self.name(one).to_owned(), to.clone())),
            })
        };
        let names = found.iter().map(|one| self.name(one).to_owned());
        let texts = std::iter::once(piece.name.clone()).chain(names).collect();
        Diagnostic {
            related: found
                .iter()
                .map(|one| self.place(one, "cette pièce a presque ce nom"))
                .collect(),
            fix: match found[..] {
                [one] => Some(rename(one)),
                _ => None,
            },
            ..finding.detail(Detail::Texts(texts))
        }
    }

    /// `Z006`, unless something else was said that explains it.
    #[inline(never)]
    fn say_undeclared(&self, findings: &mut Vec<(usize, Diagnostic)>) {
        let related = self.only(
            FileKind::Json,
            "aucune demande de ce fichier ne déclare la pièce",
        );
        let mut explained = self.marked(|finding| finding.code == Z017);
        // What does not pass for a piece is to be converted, not declared as it is.
        let other_content = self.marked(|finding| finding.code == Z007);
        for (at, candidate) in self.candidates.iter().enumerate() {
            explained[at] |= other_content[at] && claimed(&candidate.name).is_none();
        }
        // One that nearly has the name of a piece which is in the same ZIP is said there.
        let file = |at: usize| self.candidates[at].at.file;
        for near in &self.near.all {
            for near in near.chunk_by(|&one, &next| file(one) == file(next)) {
                if near.iter().any(|&at| self.wanted[at]) {
                    near.iter().for_each(|&at| explained[at] = true);
                }
            }
        }
        for index in self.undeclared().filter(|&index| !explained[index]) {
            let at = self.candidates[index].at;
            let finding = Diagnostic {
                entry: at.entry,
                related: related.clone(),
                ..finding(Z006, Avertissement)
            };
            findings.push((at.file, finding));
        }
    }

    /// For each candidate, whether some findings stand there.
    #[inline(never)]
    fn marked(&self, which: fn(&Diagnostic) -> bool) -> Vec<bool> {
        let mut marked = vec![false; self.candidates.len()];
        let zipped = self.candidates.partition_point(|one| !one.is_loose());
        let (zipped, loose) = self.candidates.split_at(zipped);
        for (file, document) in self.files.iter().enumerate() {
            for finding in document.diagnostics.iter().filter(|finding| which(finding)) {
                let at = (file, finding.entry);
                let (from, among) = match finding.entry {
                    Some(_) => (0, zipped),
                    None => (zipped.len(), loose),
                };
                let found = among.binary_search_by_key(&at, |one| (one.at.file, one.at.entry));
                if let Ok(index) = found {
                    marked[from + index] = true;
                }
            }
        }
        marked
    }

    /// The place of a candidate.
    #[inline(never)]
    fn place(&self, candidate: &Candidate, message: &str) -> Related {
        Related {
            file: Some(self.files[candidate.at.file].name.clone()),
            span: Span::default(),
            entry: candidate.at.entry,
            message: message.to_owned(),
        }
    }

    /// The whole name of a candidate.
    fn name<'b>(&'b self, candidate: &'b Candidate) -> &'b str {
        let archive = self.files[candidate.at.file].archive.as_ref();
        let entry = archive
            .zip(candidate.at.entry)
            .and_then(|(archive, index)| archive.entries.get(index as usize));
        entry.map_or(&candidate.name, |entry| &entry.name.text)
    }

    /// The table.
    #[inline(never)]
    fn rows(&self) -> Vec<PieceRow> {
        let at_fault = self.marked(is_about_content);
        let mut rows = Vec::new();
        for &(file, piece, answer) in &self.pieces {
            let (found, state) = match answer {
                Answer::Missing => (Vec::new(), PieceState::Absente),
                Answer::Near(group) => (
                    self.near(group).take(MOST_FOUND).collect(),
                    PieceState::NomProche,
                ),
                Answer::Exact(group) => {
                    let rivals = self.rivals(group);
                    let state = if rivals.len() > 1 {
                        PieceState::EnDouble
                    } else if at_fault[rivals[0]] {
                        PieceState::ContenuFautif
                    } else if is_pending(self.files, self.candidates[rivals[0]].at) {
                        PieceState::NonLue
                    } else {
                        PieceState::Presente
                    };
                    let all = &self.names.all[group];
                    (all[..all.len().min(MOST_FOUND)].to_vec(), state)
                }
            };
            rows.push(PieceRow {
                expected: Some(Expected {
                    file,
                    demande: piece.demande,
                    name: piece.name.clone(),
                    span: piece.span,
                    at_fault: !piece.sound,
                }),
                found: found.into_iter().map(|at| self.candidates[at].at).collect(),
                state,
            });
        }
        rows.extend(self.undeclared().map(|at| PieceRow {
            expected: None,
            found: vec![self.candidates[at].at],
            state: PieceState::NonDeclaree,
        }));
        rows
    }
}

/// A row names this many of the files of one name.
const MOST_FOUND: usize = 16;

/// True for a file whose content is still to be read.
pub(super) fn is_pending(files: &[Document], at: Found) -> bool {
    let file = &files[at.file];
    match (&file.archive, at.entry) {
        (Some(archive), Some(entry)) => archive.entries[entry as usize].is_pending(),
        _ => file.loose.is_some_and(|loose| loose.content.is_none()),
    }
}

/// What a content is refused for.
pub(super) fn is_about_content(finding: &Diagnostic) -> bool {
    let codes = [
        Z004, Z007, Z008, Z009, Z010, Z011, Z015, Z017, Z020, X002, X003,
    ];
    finding.severity == Erreur && codes.contains(&finding.code)
}

/// False for a ZIP whose entries are not known.
fn is_listed(file: &Document) -> bool {
    match &file.archive {
        Some(archive) => archive.is_listed(),
        None => file.kind != FileKind::Zip,
    }
}

/// The names by which a declared piece can be found: a wrong one is put right in the JSON, where a finding says it.
fn wanted(declared: &Declared) -> impl Iterator<Item = &str> {
    std::iter::once(declared.name.as_str()).chain(declared.conforming.as_deref())
}
