//! What was checked, in one line a file, and the verdict in one sentence.

use std::io::{self, Write};

use predepot::catalog::{Code, typographie};
use predepot::check::{Counts, DemandeVerdict, Document, FileKind, PieceState, Report, Verdict};

use crate::text::BOLD;

/// Writes the recap and the verdict; `paths` are the files' paths, in the report's order.
pub(crate) fn write(
    out: &mut impl Write,
    report: &Report,
    paths: &[&str],
    masked: bool,
) -> io::Result<()> {
    for (document, path) in report.files.iter().zip(paths) {
        let line = format!("{path} : {}", file(document, masked));
        writeln!(out, "{}", typographie(&line))?;
    }
    if let Some(pieces) = pieces(report) {
        writeln!(out, "{}", typographie(&pieces))?;
    }
    writeln!(out, "{BOLD}{}{BOLD:#}", typographie(&verdict(report)))
}

/// How the pieces expected and found agree; nothing when none was given.
fn pieces(report: &Report) -> Option<String> {
    let expected = report.pieces.iter().filter(|row| row.expected.is_some());
    let expected = expected.count();
    if expected == 0 {
        return None;
    }
    let of = |state| {
        report
            .pieces
            .iter()
            .filter(|row| row.state == state)
            .count()
    };
    let mut parts = vec![count(expected, "attendue", "attendues")];
    for (state, one, several) in [
        (PieceState::Presente, "présente", "présentes"),
        (PieceState::Absente, "absente", "absentes"),
        (
            PieceState::NomProche,
            "sous un nom proche",
            "sous un nom proche",
        ),
        (PieceState::EnDouble, "en double", "en double"),
        (
            PieceState::ContenuFautif,
            "au contenu fautif",
            "au contenu fautif",
        ),
        (PieceState::NonLue, "non lue", "non lues"),
        (PieceState::NonDeclaree, "non déclarée", "non déclarées"),
    ] {
        let some = of(state);
        if some > 0 {
            parts.push(count(some, one, several));
        }
    }
    Some(format!("Pièces : {}", parts.join(" · ")))
}

fn file(document: &Document, masked: bool) -> String {
    let mut parts = Vec::new();
    if let Some(profile) = document.profile {
        let deduced = if profile.deduced {
            " (profil déduit)"
        } else {
            ""
        };
        parts.push(format!("{}{deduced}", profile.id));
        parts.push(format!("règles du {}", day(profile.rules)));
    }
    if document.kind == FileKind::Json && document.tree.root().is_some() {
        parts.push(count(document.demandes.len(), "demande", "demandes"));
        // The total of a single demande is its amount.
        if !masked {
            parts.push(format!("{} HT", euros(document.total_cents)));
        }
    }
    if let Some(archive) = &document.archive {
        let files = archive.entries.iter().filter(|entry| !entry.folder);
        parts.push(count(files.count(), "fichier", "fichiers"));
    }
    parts.push(counts(document.counts));
    if document.is_truncated() {
        parts.push(format!(
            "liste limitée aux {} premiers points",
            document.diagnostics.len()
        ));
    }
    parts.join(" · ")
}

/// What the set of files is, its errors first.
fn verdict(report: &Report) -> String {
    let demandes = |verdict| {
        let all = report.files.iter().flat_map(|file| &file.demandes);
        all.filter(|demande| demande.verdict == verdict).count()
    };
    let files = |verdict| {
        let all = report.files.iter();
        all.filter(|file| file.verdict == verdict).count()
    };
    let total = report.files.iter().map(|file| file.demandes.len()).sum();
    let errors = count(report.counts.erreur as usize, "erreur", "erreurs");
    let mut sentence = match report.verdict {
        Verdict::RejetFichier => format!(
            "À corriger avant dépôt : le portail rejetterait {} ({errors}).",
            match report.files.len() {
                1 => "le fichier entier".to_owned(),
                all => format!(
                    "{} sur {all}",
                    count(
                        files(Verdict::RejetFichier),
                        "fichier entier",
                        "fichiers entiers"
                    )
                ),
            }
        ),
        Verdict::RejetDemandes => format!(
            "À corriger avant dépôt : le portail rejetterait {} sur {total} ({errors}).",
            count(demandes(DemandeVerdict::Rejetee), "demande", "demandes")
        ),
        Verdict::ACorriger => format!("À corriger avant dépôt : {errors}."),
        Verdict::AVerifier => format!(
            "Rien de bloquant, mais {} à vérifier avant de déposer.",
            count(report.counts.avertissement as usize, "point", "points")
        ),
        Verdict::Pret => match total {
            0 => "Rien à reprendre : aucun point relevé.".to_owned(),
            total => format!(
                "Prêt à déposer : {}, aucun point à reprendre.",
                count(total, "demande", "demandes")
            ),
        },
        Verdict::NonControle => {
            "Non contrôlé : rien n'a été vérifié au-delà de la structure.".to_owned()
        }
        Verdict::RetourAsp => format!(
            "Réponse de l'ASP : {}, {}.",
            count(
                demandes(DemandeVerdict::AccepteeAsp),
                "demande acceptée",
                "demandes acceptées"
            ),
            count(demandes(DemandeVerdict::RejeteeAsp), "rejetée", "rejetées")
        ),
    };
    let unread = report.files.iter().filter(|file| is_unread(file)).count();
    let apart = [Verdict::NonControle, Verdict::RetourAsp];
    let not_checked = match apart.contains(&report.verdict) {
        true => 0,
        false => files(Verdict::NonControle),
    };
    for (some, what) in [(unread, "illisible"), (not_checked, "non contrôlé")] {
        if some > 0 {
            sentence += &format!(
                " {} {}.",
                count(some, "fichier", "fichiers"),
                plural(some, what)
            );
        }
    }
    sentence
}

/// It could not be read (`X002`).
pub(crate) fn is_unread(document: &Document) -> bool {
    document.by_code.iter().any(|&(code, _)| code == Code::X002)
}

fn plural(some: usize, word: &str) -> String {
    format!("{word}{}", if some < 2 { "" } else { "s" })
}

fn counts(counts: Counts) -> String {
    let said: Vec<String> = [
        (counts.erreur, "erreur", "erreurs"),
        (counts.avertissement, "avertissement", "avertissements"),
        (counts.information, "information", "informations"),
    ]
    .into_iter()
    .filter(|&(some, ..)| some > 0)
    .map(|(some, one, several)| count(some as usize, one, several))
    .collect();
    if said.is_empty() {
        "aucun point".to_owned()
    } else {
        said.join(", ")
    }
}

fn count(some: usize, one: &str, several: &str) -> String {
    format!(
        "{} {}",
        figure(some as u64),
        if some < 2 { one } else { several }
    )
}

/// "2022-11-04" as "04/11/2022".
pub(crate) fn day(iso: &str) -> String {
    iso.rsplit('-').collect::<Vec<_>>().join("/")
}

/// "15 050,00 €", with spaces that do not break.
fn euros(cents: u64) -> String {
    format!("{},{:02}\u{a0}€", figure(cents / 100), cents % 100)
}

/// "15 050".
fn figure(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}
