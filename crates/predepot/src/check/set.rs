//! The files dropped together: what each is, what only shows when they are seen together, and the verdicts (REGLES section 6).

use super::control::{Ground, control};
use super::seen::Seen;
use super::{
    Content, Counts, DemandeVerdict, Document, Dropped, FileKind, MOST_DIAGNOSTICS, Options,
    Report, Verdict, agreement, archive, file, piece, sniff,
};
use crate::catalog::Code::{self, C007, R001, S007, X001, X002, X003};
use crate::diag::Severity::{Avertissement, Erreur, Information};
use crate::diag::{Control, Detail, Diagnostic, Related};
use crate::json::{NodeId, Tree};
use crate::order::sort_by_number;
use crate::piece::{Loose, LooseReading, kind_of};
use crate::text::{Checkpoints, Encoding, Span};
use crate::zip;

/// A JSON is read up to this size, in bytes (`X003`).
pub(super) const MOST_JSON: u64 = 64 << 20;

/// Checks files dropped together.
pub fn check(files: Vec<Dropped>, options: &Options) -> Report {
    let mut files: Vec<Document> = files
        .into_iter()
        .map(|dropped| read(dropped, options))
        .collect();
    let mut with_demandes = files.iter().filter(|file| !file.demandes.is_empty());
    if with_demandes.nth(1).is_some() {
        same_numero_editeur(&mut files);
    }
    let pieces = agreement::check(&mut files, options.unicode);
    for file in &mut files {
        conclude(file);
    }
    let mut counts = Counts::default();
    for file in &files {
        counts.erreur += file.counts.erreur;
        counts.avertissement += file.counts.avertissement;
        counts.information += file.counts.information;
    }
    let verdict = files
        .iter()
        .map(|file| file.verdict)
        .min()
        .unwrap_or(Verdict::Pret);
    Report {
        files,
        verdict,
        counts,
        pieces,
    }
}

#[inline(never)]
fn read(dropped: Dropped, options: &Options) -> Document {
    let mut document = Document {
        name: dropped.name,
        kind: FileKind::Inconnu,
        bytes: Vec::new(),
        size: 0,
        encoding: Encoding::Utf8,
        language: options.language,
        checkpoints: Checkpoints::default(),
        tree: Tree::default(),
        archive: None,
        loose: None,
        profile: None,
        basis: None,
        verdict: Verdict::Pret,
        diagnostics: Vec::new(),
        counts: Counts::default(),
        by_code: Vec::new(),
        demandes: Vec::new(),
        simulation: false,
        total_cents: 0,
        declared: Default::default(),
    };
    let on_file = |code, severity, detail| {
        vec![
            Diagnostic::new(
                code,
                severity,
                control(code, Ground::Header),
                Span::default(),
            )
            .detail(detail),
        ]
    };
    let too_large = |size: u64, most: u64| {
        on_file(
            X003,
            Erreur,
            Detail::Count {
                expected: mebibytes(most),
                found: mebibytes(size),
            },
        )
    };
    match dropped.content {
        Content::Unreadable(reason) => {
            if sniff::kind(&document.name, b"?") == FileKind::Zip {
                document.kind = FileKind::Zip;
            }
            document.diagnostics = on_file(X002, Erreur, Detail::Text(reason))
        }
        Content::TooLarge(size) => {
            document.size = size;
            document.kind = sniff::kind(&document.name, b"?");
            document.diagnostics = match document.kind {
                FileKind::Piece => piece::check(&document.name, size, None),
                FileKind::Zip => too_large(size, zip::MOST_BYTES),
                _ => too_large(size, MOST_JSON),
            };
        }
        Content::Zip(archive) => {
            document.kind = FileKind::Zip;
            document.size = archive.size;
            hold(&mut document, *archive, options);
        }
        Content::Piece(loose) => {
            document.kind = FileKind::Piece;
            document.size = loose.size;
            hold_loose(&mut document, loose);
        }
        Content::Bytes(bytes) => {
            document.size = bytes.len() as u64;
            document.kind = sniff::kind(&document.name, &bytes);
            document.bytes = bytes;
            match document.kind {
                FileKind::Json if document.size > MOST_JSON => {
                    document.diagnostics = too_large(document.size, MOST_JSON)
                }
                FileKind::Json => file::check(&mut document, options),
                FileKind::Zip => {
                    let archive = zip::read(&std::mem::take(&mut document.bytes));
                    hold(&mut document, archive, options);
                }
                FileKind::Piece => {
                    let mut reading = LooseReading::new(document.size);
                    reading.read(&document.bytes);
                    hold_loose(&mut document, reading.finish());
                }
                FileKind::Inconnu => {
                    let kind = kind_of(&document.bytes);
                    let binary = document.bytes.iter().take(4096).any(|b| *b < 9);
                    let detail = match piece::is_foreign(kind) {
                        true => Detail::Text(piece::named(&document.name, kind)),
                        false => Detail::Word(if binary { "binaire" } else { "texte" }),
                    };
                    document.diagnostics = on_file(X001, Avertissement, detail);
                }
            }
        }
    }
    document
}

/// Checks what was read of a ZIP.
fn hold(document: &mut Document, archive: zip::Archive, options: &Options) {
    document.diagnostics = archive::check(&archive, options.unicode);
    document.archive = Some(Box::new(archive));
}

/// Checks what was read of a loose piece.
fn hold_loose(document: &mut Document, loose: Loose) {
    let content = loose.content.map(|(content, _)| content);
    document.diagnostics = piece::check(&document.name, loose.size, content);
    document.loose = Some(loose);
}

/// In MiB, rounded up.
fn mebibytes(size: u64) -> u32 {
    u32::try_from(size.div_ceil(1 << 20)).unwrap_or(u32::MAX)
}

/// `C007` as a warning: a number used in two files dropped together. Inside one file it is an error, said there.
#[inline(never)]
fn same_numero_editeur(files: &mut [Document]) {
    let mut seen = Seen::default();
    // Where each of them was first: a file and a place in it.
    let mut places: Vec<(usize, Span)> = Vec::new();
    for at in 0..files.len() {
        if is_answer(&files[at]) {
            continue;
        }
        let mut found = Vec::new();
        for demande in &files[at].demandes {
            let Some(text) = &demande.numero_editeur else {
                continue;
            };
            let Some(first) = seen.or_note(text.clone().into(), places.len() as u32) else {
                let place = numero_editeur(&files[at], demande.node)
                    .map_or(demande.span, |value| files[at].tree.span(value));
                places.push((at, place));
                continue;
            };
            let (other, span) = places[first as usize];
            if other != at {
                found.push((demande.node, text.clone(), other, span));
            }
        }
        let mut broken: Vec<u32> = files[at]
            .diagnostics
            .iter()
            .filter(|finding| finding.severity == Erreur)
            .map(|finding| finding.span.start)
            .collect();
        sort_by_number(&mut broken, |&start| start);
        for (node, text, other, span) in found {
            let name = files[other].name.clone();
            let file = &mut files[at];
            let Some(value) = numero_editeur(file, node) else {
                continue;
            };
            let place = file.tree.span(value);
            if broken.binary_search(&place.start).is_ok() {
                continue;
            }
            let row = file.profile.and_then(|profile| {
                profile
                    .demande
                    .iter()
                    .find(|row| row.key == "numeroEditeur")
            });
            let mut finding =
                Diagnostic::new(C007, Avertissement, control(C007, Ground::Value), place);
            finding.row = row;
            finding.node = Some(value);
            finding.detail = Detail::Text(text);
            finding.related.push(Related {
                file: Some(name),
                span,
                entry: None,
                message: "ce numéro éditeur est déjà écrit ici".to_owned(),
            });
            file.diagnostics.push(finding);
        }
    }
}

fn numero_editeur(file: &Document, demande: NodeId) -> Option<NodeId> {
    file.tree
        .members(demande)
        .filter(|&(key, _)| file.tree.text_is(&file.bytes, key, "numeroEditeur"))
        .last()
        .map(|(_, value)| value)
}

pub(super) fn is_answer(file: &Document) -> bool {
    file.diagnostics.iter().any(|finding| finding.code == R001)
}

/// Puts the findings in document order, counts them, and gives the verdicts of the demandes and of the file.
#[inline(never)]
fn conclude(file: &mut Document) {
    sort_by_number(&mut file.diagnostics, |finding| finding.span.start);
    // What is said of a ZIP as a whole comes before what is said of its entries.
    sort_by_number(&mut file.diagnostics, |finding| {
        finding.entry.map_or(0, |entry| entry + 1)
    });
    let answer = is_answer(file);
    let mut by_code = vec![0_u32; Code::ALL.len()];
    let mut first_errors: Vec<Option<u32>> = vec![None; file.demandes.len()];
    let mut warned = vec![false; file.demandes.len()];
    let mut demande = 0;
    for (at, finding) in file.diagnostics.iter().enumerate() {
        by_code[finding.code as usize] += 1;
        match finding.severity {
            Erreur => file.counts.erreur += 1,
            Avertissement => file.counts.avertissement += 1,
            Information => file.counts.information += 1,
        }
        while file
            .demandes
            .get(demande)
            .is_some_and(|demande| demande.span.end <= finding.span.start)
        {
            demande += 1;
        }
        if file
            .demandes
            .get(demande)
            .is_some_and(|demande| demande.span.start <= finding.span.start)
        {
            match finding.severity {
                Erreur if first_errors[demande].is_none() => {
                    first_errors[demande] = u32::try_from(at).ok()
                }
                Avertissement => warned[demande] = true,
                _ => {}
            }
        }
    }
    for (at, demande) in file.demandes.iter_mut().enumerate() {
        demande.first_error = first_errors[at];
        if !answer {
            demande.verdict = match (first_errors[at], warned[at]) {
                (Some(_), _) => DemandeVerdict::Rejetee,
                (None, true) => DemandeVerdict::AVerifier,
                (None, false) => DemandeVerdict::Conforme,
            };
        }
    }
    file.by_code = Code::ALL
        .iter()
        .copied()
        .zip(by_code)
        .filter(|&(_, count)| count > 0)
        .collect();
    file.verdict = verdict(file, answer);
    // The index of a first error beyond the cut would point at nothing.
    for demande in &mut file.demandes {
        demande.first_error = demande
            .first_error
            .filter(|&at| (at as usize) < MOST_DIAGNOSTICS);
    }
    file.diagnostics.truncate(MOST_DIAGNOSTICS);
}

fn verdict(file: &Document, answer: bool) -> Verdict {
    let has = |code| file.diagnostics.iter().any(|finding| finding.code == code);
    let error = |control: Option<Control>| {
        file.diagnostics
            .iter()
            .any(|finding| finding.severity == Erreur && finding.control == control)
    };
    if has(S007) || has(X001) {
        Verdict::NonControle
    } else if answer {
        Verdict::RetourAsp
    } else if error(Some(Control::Fichier)) {
        Verdict::RejetFichier
    } else if error(Some(Control::Demande)) {
        Verdict::RejetDemandes
    } else if file.counts.erreur > 0 {
        Verdict::ACorriger
    } else if file.counts.avertissement > 0 {
        Verdict::AVerifier
    } else {
        Verdict::Pret
    }
}
