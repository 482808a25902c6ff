//! What the JSONs declare against what the ZIPs hold and what was dropped loose: matched by names (REGLES section 3).

use std::collections::{HashMap, HashSet};

use super::declared::Declared;
use super::piece::finding;
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
    is_loose: bool,
}

/// Says where they do not agree, each finding in its file, and gives the table.
pub(super) fn check(files: &mut [Document], unicode: Unicode) -> Vec<PieceRow> {
    let matched = Matched::new(files, unicode);
    let holds = |file: &Document| matches!(file.kind, FileKind::Zip | FileKind::Piece);
    let findings = match files.iter().any(holds) {
        true => matched.findings(),
        false => matched.not_given(),
    };
    let rows = matched.rows();
    for (at, finding) in findings {
        files[at].diagnostics.push(finding);
    }
    rows
}

fn candidates(files: &[Document]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (file, document) in files.iter().enumerate() {
        if document.kind == FileKind::Piece {
            candidates.push(Candidate {
                at: Found { file, entry: None },
                name: document.name.clone(),
                is_loose: true,
            });
        }
        let entries = document.archive.iter().flat_map(|archive| &archive.entries);
        for (index, entry) in (0..).zip(entries) {
            if !entry.folder && !archive::is_junk(&entry.name.text) {
                candidates.push(Candidate {
                    at: Found {
                        file,
                        entry: Some(index),
                    },
                    name: archive::last(&archive::path(&entry.name.text)).to_owned(),
                    is_loose: false,
                });
            }
        }
    }
    candidates
}

/// Candidates that answer a name: those of ZIPs, then the loose ones.
#[derive(Default)]
struct Group {
    candidates: Vec<usize>,
    /// The first so many could be the piece in the deposit: a loose copy of what a ZIP holds is not deposited.
    rivals: usize,
    /// They have this very name.
    is_exact: bool,
}

/// Every declared piece with the candidates that answer it.
struct Matched<'a> {
    files: &'a [Document],
    candidates: Vec<Candidate>,
    groups: Vec<Group>,
    /// The index of a JSON, one of its pieces, and its group.
    pieces: Vec<(usize, &'a Declared, Option<usize>)>,
    /// Candidates that no piece wants; none when some pieces are not known.
    undeclared: Vec<usize>,
    /// The key of [`near`] of each candidate.
    keys: Vec<String>,
}

impl<'a> Matched<'a> {
    fn new(files: &'a [Document], unicode: Unicode) -> Self {
        let candidates = candidates(files);
        let keys: Vec<String> = candidates
            .iter()
            .map(|candidate| near::key(&candidate.name, unicode))
            .collect();
        let mut groups: Vec<Group> = Vec::new();
        let mut exact: HashMap<&str, usize> = HashMap::new();
        for (index, candidate) in candidates.iter().enumerate() {
            let group = *exact.entry(&candidate.name).or_insert_with(|| {
                groups.push(Group {
                    is_exact: true,
                    ..Group::default()
                });
                groups.len() - 1
            });
            groups[group].candidates.push(index);
        }
        for Group {
            candidates: own,
            rivals,
            ..
        } in &mut groups
        {
            own.sort_by_key(|&at| candidates[at].is_loose);
            let zipped = own.partition_point(|&at| !candidates[at].is_loose);
            *rivals = if zipped == 0 { own.len() } else { zipped };
        }
        let takes_part = |file: &Document| file.profile.is_some() && !is_answer(file);
        let jsons = files
            .iter()
            .enumerate()
            .filter(|(_, file)| takes_part(file));
        let mut pieces: Vec<(usize, &Declared, Option<usize>)> = jsons
            .flat_map(|(at, file)| file.declared.list.iter().map(move |piece| (at, piece)))
            .map(|(at, piece)| {
                let group = wanted(piece).find_map(|name| exact.get(name).copied());
                (at, piece, group)
            })
            .collect();
        let mut is_wanted = vec![false; candidates.len()];
        let wanted_groups: HashSet<usize> = pieces.iter().filter_map(|piece| piece.2).collect();
        for group in wanted_groups {
            for &at in &groups[group].candidates {
                is_wanted[at] = true;
            }
        }
        // What has the very name of a piece is not nearly another; the rest answers the first that is near.
        let mut close: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, key) in keys.iter().enumerate().filter(|&(at, _)| !is_wanted[at]) {
            close.entry(key).or_default().push(index);
        }
        for (_, piece, group) in pieces.iter_mut().filter(|(.., group)| group.is_none()) {
            let found =
                wanted(piece).find_map(|name| close.remove(near::key(name, unicode).as_str()));
            if let Some(candidates) = found {
                candidates.iter().for_each(|&at| is_wanted[at] = true);
                *group = Some(groups.len());
                groups.push(Group {
                    candidates,
                    ..Group::default()
                });
            }
        }
        let mut jsons = files.iter().filter(|file| file.kind == FileKind::Json);
        let is_known =
            !pieces.is_empty() && jsons.all(|file| takes_part(file) && !file.declared.partial);
        let undeclared = (0..candidates.len()).filter(|&at| is_known && !is_wanted[at]);
        Self {
            files,
            undeclared: undeclared.collect(),
            candidates,
            groups,
            pieces,
            keys,
        }
    }

    /// Findings, each with the index of its file.
    fn findings(&self) -> Vec<(usize, Diagnostic)> {
        let mut findings = Vec::new();
        // What a ZIP that cannot be listed holds is not known, and that is said of it.
        let all_listed = self.files.iter().all(is_listed);
        let mut loose = Vec::new();
        let doubles = self.places_of(|finding| finding.code == Z014);
        let mut seen: HashSet<&str> = HashSet::new();
        for &(json, piece, group) in &self.pieces {
            // The second use of a name is a finding of its own.
            if !seen.insert(&piece.name) || !piece.readable {
                continue;
            }
            let here = |code| Diagnostic {
                span: piece.span,
                node: Some(piece.node),
                ..finding(code, Erreur)
            };
            let Some(group) = group.map(|group| &self.groups[group]) else {
                if all_listed {
                    findings.push((json, self.missing(here(Z005), piece)));
                }
                continue;
            };
            if !group.is_exact {
                findings.push((json, self.nearly(here(Z018), piece, &group.candidates)));
                continue;
            }
            let mut rivals = group.candidates[..group.rivals].iter();
            let Some(first) = rivals.next().map(|&first| &self.candidates[first]) else {
                continue;
            };
            if first.is_loose {
                loose.push(first.at.file);
            }
            for &other in rivals {
                let at = self.candidates[other].at;
                if !doubles.contains(&at) {
                    let related = self.place(first, "la même pièce est ici");
                    let finding = Diagnostic {
                        entry: at.entry,
                        related: vec![related],
                        ..finding(Z014, Erreur).detail(Detail::Text(self.name(first).to_owned()))
                    };
                    findings.push((at.file, finding));
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

    /// `Z024`: there is nothing to compare with.
    fn not_given(&self) -> Vec<(usize, Diagnostic)> {
        let mut counts: Vec<(usize, u32)> = Vec::new();
        for &(json, ..) in &self.pieces {
            match counts.last_mut() {
                Some((last, count)) if *last == json => *count += 1,
                _ => counts.push((json, 1)),
            }
        }
        let finding = |count| {
            finding(Z024, Information).detail(Detail::Count {
                expected: count,
                found: 0,
            })
        };
        counts
            .into_iter()
            .map(|(json, count)| (json, finding(count)))
            .collect()
    }

    /// `Z005`.
    fn missing(&self, finding: Diagnostic, piece: &Declared) -> Diagnostic {
        let is_zip = |file: &&Document| file.kind == FileKind::Zip;
        Diagnostic {
            related: self.only(is_zip, "la pièce n'est pas dans ce ZIP"),
            ..finding.detail(Detail::Text(piece.name.clone()))
        }
    }

    /// The only file of its kind, as a related place; nothing when there are several.
    fn only(&self, which: impl Fn(&&Document) -> bool, message: &str) -> Vec<Related> {
        let mut all = self.files.iter().filter(which);
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
    fn say_undeclared(&self, findings: &mut Vec<(usize, Diagnostic)>) {
        let is_json = |file: &&Document| file.kind == FileKind::Json;
        let related = self.only(is_json, "aucune demande de ce fichier ne déclare la pièce");
        let explained = self.places_of(|finding| finding.code == Z017);
        let undeclared: HashSet<usize> = self.undeclared.iter().copied().collect();
        let key = |at: usize| (self.candidates[at].at.file, self.keys[at].as_str());
        // One that nearly has the name of a piece which is in the same ZIP is said there.
        let declared: HashSet<(usize, &str)> = (0..self.candidates.len())
            .filter(|at| !undeclared.contains(at))
            .map(key)
            .collect();
        for &index in &self.undeclared {
            let at = self.candidates[index].at;
            if !declared.contains(&key(index)) && !explained.contains(&at) {
                let finding = Diagnostic {
                    entry: at.entry,
                    related: related.clone(),
                    ..finding(Z006, Avertissement)
                };
                findings.push((at.file, finding));
            }
        }
    }

    /// Where some findings stand.
    fn places_of(&self, which: impl Fn(&Diagnostic) -> bool) -> HashSet<Found> {
        let files = self.files.iter().enumerate();
        files
            .flat_map(|(file, document)| document.diagnostics.iter().map(move |one| (file, one)))
            .filter(|(_, finding)| which(finding))
            .map(|(file, finding)| Found {
                file,
                entry: finding.entry,
            })
            .collect()
    }

    /// The place of a candidate.
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
    fn rows(&self) -> Vec<PieceRow> {
        let at_fault = self.places_of(is_about_content);
        let expected = self.pieces.iter().map(|&(file, piece, group)| {
            let group = group.map(|group| &self.groups[group]);
            let candidates = group.map_or(&[][..], |group| &group.candidates);
            let found: Vec<Found> = candidates
                .iter()
                .take(MOST_FOUND)
                .map(|&at| self.candidates[at].at)
                .collect();
            let state = match group {
                None => PieceState::Absente,
                Some(group) if !group.is_exact => PieceState::NomProche,
                Some(group) if group.rivals > 1 => PieceState::EnDouble,
                Some(_) if found.iter().any(|at| at_fault.contains(at)) => {
                    PieceState::ContenuFautif
                }
                Some(_) if found.iter().any(|&at| is_pending(self.files, at)) => PieceState::NonLue,
                Some(_) => PieceState::Presente,
            };
            let expected = Expected {
                file,
                demande: piece.demande,
                name: piece.name.clone(),
                span: piece.span,
                at_fault: !piece.sound,
            };
            PieceRow {
                expected: Some(expected),
                found,
                state,
            }
        });
        let undeclared = self.undeclared.iter().map(|&at| PieceRow {
            expected: None,
            found: vec![self.candidates[at].at],
            state: PieceState::NonDeclaree,
        });
        expected.chain(undeclared).collect()
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
