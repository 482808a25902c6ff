//! `docs/conformite.tsv`, the sentences of the documents and what became of each; `docs/conformite.md` is the same to be read.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use predepot::catalog::{Code, typographie};
use predepot::profiles;

use super::words::cell;

/// A sentence or a cell of a document.
pub(super) struct Sentence {
    /// "V054".
    pub(super) id: String,
    /// "MDV-LGC".
    pub(super) document: String,
    /// "3.2".
    pub(super) section: String,
    /// What the document says.
    pub(super) text: String,
    /// The lines of the profiles that it is about.
    pub(super) paths: Vec<String>,
    /// The codes that hold it.
    pub(super) codes: Vec<String>,
    /// The tests that show it.
    tests: Vec<String>,
    /// Why no code holds it, or not all of it.
    reason: String,
}

/// Reads the table.
pub(super) fn read(root: &Path) -> Result<Vec<Sentence>> {
    let table = std::fs::read_to_string(root.join("docs/conformite.tsv"))?;
    table
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, document, section, _, text, paths, codes, tests, reason] = cells[..] else {
                bail!("not nine cells: {line}");
            };
            let words = |cell: &str| cell.split_whitespace().map(str::to_owned).collect();
            Ok(Sentence {
                id: id.to_owned(),
                document: document.to_owned(),
                section: section.to_owned(),
                text: text.to_owned(),
                paths: words(paths),
                codes: words(codes),
                tests: words(tests),
                reason: reason.to_owned(),
            })
        })
        .collect::<Result<_>>()
        .context("docs/conformite.tsv")
}

/// "F008 F017", each a link to its page when it has one.
pub(super) fn links<'a>(codes: impl IntoIterator<Item = &'a str>, folder: &str) -> String {
    let links: Vec<String> = codes
        .into_iter()
        .map(
            |code| match Code::ALL.iter().any(|known| known.as_str() == code) {
                true => format!("[{code}]({folder}{code}.md)"),
                false => code.to_owned(),
            },
        )
        .collect();
    links.join(" ")
}

/// `docs/conformite.md`.
pub(super) fn document(sentences: &[Sentence]) -> super::Document {
    let mut page = String::from(
        "# Conformité aux documents\n\n\
         Chaque phrase et chaque cellule normative des trois documents de référence, la règle qui la contrôle, \
         et, pour ce qui ne se contrôle pas ici, la raison. Page générée depuis `conformite.tsv`.\n",
    );
    let held = sentences.iter().filter(|s| !s.codes.is_empty()).count();
    let tested = sentences.iter().filter(|s| !s.tests.is_empty()).count();
    let _ = write!(
        page,
        "\n{} phrases : {held} tenues par une règle, dont {tested} montrées par un test ; {} hors de ce qui se contrôle ici.\n",
        sentences.len(),
        sentences.len() - held
    );
    for profile in profiles::ALL.iter().filter(|profile| !profile.deduced) {
        let _ = write!(
            page,
            "\n## {}\n\n[Profil {}](profiles/{}.md)\n\n| N° | § | Phrase du document | Règles | Remarque |\n|---|---|---|---|---|\n",
            profile.title, profile.id, profile.id
        );
        for sentence in sentences.iter().filter(|s| s.document == profile.document) {
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} |",
                sentence.id,
                sentence.section,
                cell(&sentence.text),
                links(sentence.codes.iter().map(String::as_str), "rules/"),
                cell(&sentence.reason)
            );
        }
    }
    super::Document {
        path: "docs/conformite.md".to_owned(),
        content: typographie(&page),
    }
}
