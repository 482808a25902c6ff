//! What was checked, in one line a file, and the verdict in one sentence.

use std::io::{self, Write};

use predepot::catalog::{Code, Language};
use predepot::check::{Counts, DemandeVerdict, Document, FileKind, PieceState, Report, Verdict};

use crate::text::BOLD;
use crate::words::Words;

const DEMANDE: [[&str; 2]; 2] = [["demande", "demandes"], ["request", "requests"]];
const FICHIER: [[&str; 2]; 2] = [["fichier", "fichiers"], ["file", "files"]];
const ERREUR: [[&str; 2]; 2] = [["erreur", "erreurs"], ["error", "errors"]];

/// Writes the recap and the verdict; `paths` are the files' paths, in the report's order.
pub(crate) fn write(
    out: &mut impl Write,
    report: &Report,
    paths: &[&str],
    masked: bool,
    words: Words,
) -> io::Result<()> {
    let typeset = |text: &str| words.0.typeset(text);
    for (document, path) in report.files.iter().zip(paths) {
        let line = format!("{path}{}{}", words.colon(), words.file(document, masked));
        writeln!(out, "{}", typeset(&line))?;
    }
    if let Some(pieces) = words.pieces(report) {
        writeln!(out, "{}", typeset(&pieces))?;
    }
    writeln!(out, "{BOLD}{}{BOLD:#}", typeset(&words.verdict(report)))
}

/// It could not be read (`X002`).
pub(crate) fn is_unread(document: &Document) -> bool {
    document.by_code.iter().any(|&(code, _)| code == Code::X002)
}

impl Words {
    fn of(self, some: usize, [french, english]: [[&str; 2]; 2]) -> String {
        self.count(some, french, english)
    }

    /// How the pieces expected and found agree; nothing when none was given.
    fn pieces(self, report: &Report) -> Option<String> {
        let expected = report.pieces.iter().filter(|row| row.expected.is_some());
        let expected = expected.count();
        if expected == 0 {
            return None;
        }
        let of = |state| {
            let rows = report.pieces.iter();
            rows.filter(|row| row.state == state).count()
        };
        let mut parts = vec![self.count(expected, ["attendue", "attendues"], ["expected"; 2])];
        for (state, french, english) in [
            (PieceState::Presente, ["présente", "présentes"], "present"),
            (PieceState::Absente, ["absente", "absentes"], "missing"),
            (
                PieceState::NomProche,
                ["sous un nom proche"; 2],
                "under a similar name",
            ),
            (PieceState::EnDouble, ["en double"; 2], "there twice"),
            (
                PieceState::ContenuFautif,
                ["au contenu fautif"; 2],
                "with faulty content",
            ),
            (PieceState::NonLue, ["non lue", "non lues"], "not read"),
            (
                PieceState::NonDeclaree,
                ["non déclarée", "non déclarées"],
                "not declared",
            ),
        ] {
            let some = of(state);
            if some > 0 {
                parts.push(self.count(some, french, [english; 2]));
            }
        }
        let title = self.either("Pièces : ", "Supporting documents: ");
        Some(format!("{title}{}", parts.join(" · ")))
    }

    fn file(self, document: &Document, masked: bool) -> String {
        let mut parts = Vec::new();
        if let Some(profile) = document.profile {
            let deduced = if profile.deduced {
                self.either(" (profil déduit)", " (derived profile)")
            } else {
                ""
            };
            parts.push(format!("{}{deduced}", profile.id));
            let rules = self.either("règles du", "rules of");
            parts.push(format!("{rules} {}", self.day(profile.rules)));
        }
        if document.kind == FileKind::Json && document.tree.root().is_some() {
            parts.push(self.of(document.demandes.len(), DEMANDE));
            // The total of a single demande is its amount.
            if !masked && document.total_cents > 0 {
                parts.push(self.amount(document.total_cents));
            }
        }
        if let Some(archive) = &document.archive {
            let files = archive.entries.iter().filter(|entry| !entry.folder);
            parts.push(self.of(files.count(), FICHIER));
        }
        parts.push(self.counts(document.counts));
        if document.is_truncated() {
            let most = document.diagnostics.len();
            parts.push(match self.0 {
                Language::Francais => format!("liste limitée aux {most} premiers points"),
                Language::Anglais => format!("list limited to the first {most} points"),
            });
        }
        parts.join(" · ")
    }

    /// What the set of files is, its errors first.
    fn verdict(self, report: &Report) -> String {
        let sentence = match self.0 {
            Language::Francais => self.verdict_in_french(report),
            Language::Anglais => self.verdict_in_english(report),
        };
        let unread = report.files.iter().filter(|file| is_unread(file)).count();
        let apart = [Verdict::NonControle, Verdict::RetourAsp];
        let not_checked = match apart.contains(&report.verdict) {
            true => 0,
            false => files(report, Verdict::NonControle),
        };
        let mut out = sentence;
        for (some, french, english) in [
            (
                unread,
                ["fichier illisible", "fichiers illisibles"],
                ["file unreadable", "files unreadable"],
            ),
            (
                not_checked,
                ["fichier non contrôlé", "fichiers non contrôlés"],
                ["file not checked", "files not checked"],
            ),
        ] {
            if some > 0 {
                out += &format!(" {}.", self.count(some, french, english));
            }
        }
        out
    }

    fn verdict_in_french(self, report: &Report) -> String {
        let errors = self.of(report.counts.erreur as usize, ERREUR);
        let total = to_submit(report);
        match concluded(report) {
            Verdict::RejetFichier => {
                let whole = files(report, Verdict::RejetFichier);
                let whole = self.count(whole, ["fichier entier", "fichiers entiers"], [""; 2]);
                let rejected = match report.files.len() {
                    1 => "le fichier entier".to_owned(),
                    all => format!("{whole} sur {all}"),
                };
                format!("À corriger avant dépôt : le portail rejetterait {rejected} ({errors}).")
            }
            Verdict::RejetDemandes => {
                let rejected = self.of(demandes(report, DemandeVerdict::Rejetee), DEMANDE);
                format!(
                    "À corriger avant dépôt : le portail rejetterait {rejected} sur {total} ({errors})."
                )
            }
            Verdict::ACorriger => format!("À corriger avant dépôt : {errors}."),
            Verdict::AVerifier => {
                let points = report.counts.avertissement as usize;
                let points = self.count(points, ["point", "points"], [""; 2]);
                format!("Rien de bloquant, mais {points} à vérifier avant de déposer.")
            }
            Verdict::RetourAsp => {
                let accepted = demandes(report, DemandeVerdict::AccepteeAsp);
                let rejected = demandes(report, DemandeVerdict::RejeteeAsp);
                format!(
                    "Réponse de l'ASP : {}, {}.",
                    self.count(
                        accepted,
                        ["demande acceptée", "demandes acceptées"],
                        [""; 2]
                    ),
                    self.count(rejected, ["rejetée", "rejetées"], [""; 2])
                )
            }
            Verdict::Pret if total == 0 => "Rien à reprendre : aucun point relevé.".to_owned(),
            Verdict::Pret => {
                let all = self.of(total, DEMANDE);
                format!("Prêt à déposer : {all}, aucun point à reprendre.")
            }
            Verdict::NonControle => "Non contrôlé : aucune demande n'a été vérifiée.".to_owned(),
        }
    }

    fn verdict_in_english(self, report: &Report) -> String {
        let errors = self.of(report.counts.erreur as usize, ERREUR);
        let total = to_submit(report);
        match concluded(report) {
            Verdict::RejetFichier => {
                let whole = files(report, Verdict::RejetFichier);
                let whole = self.count(whole, [""; 2], ["whole file", "whole files"]);
                let rejected = match report.files.len() {
                    1 => "the whole file".to_owned(),
                    all => format!("{whole} of {all}"),
                };
                format!(
                    "To correct before you submit: the portal would reject {rejected} ({errors})."
                )
            }
            Verdict::RejetDemandes => {
                let rejected = self.of(demandes(report, DemandeVerdict::Rejetee), DEMANDE);
                format!(
                    "To correct before you submit: the portal would reject {rejected} of {total} ({errors})."
                )
            }
            Verdict::ACorriger => format!("To correct before you submit: {errors}."),
            Verdict::AVerifier => {
                let points = report.counts.avertissement as usize;
                let points = self.count(points, [""; 2], ["point", "points"]);
                format!("Nothing blocking, but {points} to check before you submit.")
            }
            Verdict::RetourAsp => {
                let accepted = demandes(report, DemandeVerdict::AccepteeAsp);
                let rejected = demandes(report, DemandeVerdict::RejeteeAsp);
                format!(
                    "Answer from the ASP: {} accepted, {} rejected.",
                    self.of(accepted, DEMANDE),
                    self.figure(rejected as u64)
                )
            }
            Verdict::Pret if total == 0 => "Nothing to correct: no point found.".to_owned(),
            Verdict::Pret => {
                let all = self.of(total, DEMANDE);
                format!("Ready to submit: {all}, no point to correct.")
            }
            Verdict::NonControle => "Not checked: no request was looked at.".to_owned(),
        }
    }

    fn counts(self, counts: Counts) -> String {
        let said: Vec<String> = [
            (counts.erreur, ERREUR),
            (
                counts.avertissement,
                [["avertissement", "avertissements"], ["warning", "warnings"]],
            ),
            (
                counts.information,
                [["information", "informations"], ["note", "notes"]],
            ),
        ]
        .into_iter()
        .filter(|&(some, _)| some > 0)
        .map(|(some, what)| self.of(some as usize, what))
        .collect();
        if said.is_empty() {
            self.either("aucun point", "no point").to_owned()
        } else {
            said.join(", ")
        }
    }
}

/// The verdict that the sentence is of: beside an answer, ZIPs that are ready make nothing ready to be submitted.
fn concluded(report: &Report) -> Verdict {
    match report.verdict {
        Verdict::Pret if to_submit(report) == 0 && files(report, Verdict::RetourAsp) > 0 => {
            Verdict::RetourAsp
        }
        verdict => verdict,
    }
}

/// The demandes that are not in an answer.
fn to_submit(report: &Report) -> usize {
    let all = report.files.iter();
    all.filter(|file| file.verdict != Verdict::RetourAsp)
        .map(|file| file.demandes.len())
        .sum()
}

fn demandes(report: &Report, verdict: DemandeVerdict) -> usize {
    let all = report.files.iter().flat_map(|file| &file.demandes);
    all.filter(|demande| demande.verdict == verdict).count()
}

fn files(report: &Report, verdict: Verdict) -> usize {
    let all = report.files.iter();
    all.filter(|file| file.verdict == verdict).count()
}
