//! `docs/rules`: one page per code, and their list. `cargo xtask build` makes the site's pages of them.

use std::collections::BTreeMap;
use std::fmt::Write;

use predepot::catalog::{Code, Rule, View, example, rules, typographie};
use predepot::check::{Content, Dropped, Options, check, controls};
use predepot::diag::{Control, Detail, Diagnostic, Severity};
use predepot::profile::{Profile, Row};
use predepot::profiles;
use predepot::text::Span;

use super::Document;
use super::conformity::Sentence;
use super::words::{self, Line, cell};

/// Beyond this many lines of tables or sentences, a rule is said to be general rather than listed.
const MOST: usize = 30;

/// The families, in the order of the catalogue: first letter, title.
const FAMILIES: [(char, &str); 8] = [
    ('J', "Écriture du JSON"),
    ('S', "Structure du fichier"),
    ('F', "Format des valeurs"),
    ('C', "Cohérence d'une demande"),
    ('N', "Noms des fichiers"),
    ('Z', "ZIP et pièces justificatives"),
    ('R', "Fichier rendu par l'ASP"),
    ('X', "Fichiers non reconnus"),
];

/// The pages.
pub(super) fn documents(sentences: &[Sentence]) -> Vec<Document> {
    let mut documents: Vec<Document> = rules()
        .map(|rule| Document {
            path: format!("docs/rules/{}.md", rule.code.as_str()),
            content: typographie(&page(rule, sentences)),
        })
        .collect();
    documents.push(Document {
        path: "docs/rules/README.md".to_owned(),
        content: typographie(&list()),
    });
    documents
}

fn list() -> String {
    let mut page = String::from(
        "# Règles\n\nLes règles de prédépôt, par famille. Une **erreur** annonce un rejet par une phrase d'un document ; \
         un **avertissement** est un risque ; une **information** est bonne à savoir.\n",
    );
    for (letter, title) in FAMILIES {
        let mut family = rules()
            .filter(|rule| rule.code.as_str().starts_with(letter))
            .peekable();
        if family.peek().is_none() {
            continue;
        }
        let _ = write!(
            page,
            "\n## {title}\n\n| Règle | Gravité | Ce qu'elle demande |\n|---|---|---|\n"
        );
        for rule in family {
            let code = rule.code.as_str();
            let _ = writeln!(
                page,
                "| [{code} {}]({code}.md) | {} | {} |",
                rule.code.name(),
                severities(rule),
                cell(rule.summary)
            );
        }
    }
    let _ = write!(page, "\n## Profils\n\n");
    for profile in profiles::ALL {
        let _ = writeln!(
            page,
            "- [{}](../profiles/{}.md) : {}",
            profile.id, profile.id, profile.title
        );
    }
    page
}

fn severities(rule: &Rule) -> String {
    let words: Vec<&str> = rule
        .severities
        .iter()
        .map(|severity| match severity {
            Severity::Erreur => "erreur",
            Severity::Avertissement => "avertissement",
            Severity::Information => "information",
        })
        .collect();
    words.join(" ou ")
}

fn control(code: Code) -> &'static str {
    match controls(code)[..] {
        [] => "aucun contrôle automatique du portail n'est décrit pour elle",
        [Control::Fichier] => "1er contrôle, sur la structure : tout le fichier est rejeté",
        [Control::Demande] => "2e contrôle, sur le format : la demande est rejetée",
        _ => {
            "1er contrôle (tout le fichier est rejeté) ou 2e contrôle (la demande est rejetée), selon la place"
        }
    }
}

fn page(rule: &Rule, sentences: &[Sentence]) -> String {
    let code = rule.code;
    let rows = Rows::of(code, sentences);
    let mut page = format!(
        "# {} {}\n\n{}\n\n- **Gravité** : {}\n- **Contrôle** : {}\n",
        code.as_str(),
        code.name(),
        rule.summary,
        severities(rule),
        control(code)
    );
    let _ = write!(page, "\n## Pourquoi\n\n{}\n", rule.why);
    if !rule.doubt.is_empty() {
        let _ = write!(
            page,
            "\nQuand ce n'est qu'un avertissement : {}\n",
            decapitalised(rule.doubt)
        );
    }
    if let Some(help) = what_to_do(rule, rows.first) {
        let _ = write!(page, "\n## Que faire\n\n{help}\n");
    }
    let example = example(code);
    let _ = write!(
        page,
        "\n## Exemple\n\nÀ corriger :\n\n```\n{}\n```\n\nCorrigé :\n\n```\n{}\n```\n",
        example.before, example.after
    );
    rows.write(&mut page);
    cited(&mut page, code, sentences);
    page.push_str("\n[Toutes les règles](README.md)\n");
    page
}

/// A sentence as it reads after a colon.
fn decapitalised(sentence: &str) -> String {
    let mut chars = sentence.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().collect::<String>() + &sentence[first.len_utf8()..]
        }
        _ => sentence.to_owned(),
    }
}

/// A conforming file changed so as to break a rule: rule, profile, what is replaced by what.
type Broken = (Code, &'static str, &'static [(&'static str, &'static str)]);

/// For the rules whose advice reads what is written.
const BROKEN: &[Broken] = &[
    (Code::S001, "MDV-LGC", &[("\"numeroASP\": null,", "")]),
    (Code::S003, "MDV-LGC", &[("1075.00", "\"mille\"")]),
    (
        Code::F001,
        "MDV-LGC",
        &[("\"1234567890\"", "\"123456789\"")],
    ),
    (
        Code::F002,
        "MDV-LGC",
        &[(
            "\"DURAND\"",
            "\"DURAND DURAND DURAND DURAND DURAND DURAND DURAND DURAND\"",
        )],
    ),
    (Code::F003, "MDV-LGC", &[("\"PDF\"", "\"DOCX\"")]),
    (Code::F006, "MDV-LGC", &[("\"DURAND\"", "\"Durand\"")]),
    (
        Code::C006,
        "MDV-LGC",
        &[("\"numLigne\": 1", "\"numLigne\": 2")],
    ),
    (
        Code::C013,
        "MS1-DUI",
        &[("\"123456789\",\n", "\"123456789\",\n\"345678912\",\n")],
    ),
    (
        Code::C026,
        "MDV-LGC",
        &[
            ("\"liberal\": [", "\"liberal\": [], \"x\": ["),
            (
                "\"structure\": {}",
                "\"structure\": {\"FINESSJuridique\": \"750000001\"}",
            ),
        ],
    ),
];

/// What the product says to do: of an example when the advice reads one, otherwise of the first line that the rule is about.
fn what_to_do(rule: &Rule, row: Option<&'static Row>) -> Option<String> {
    let broken = BROKEN.iter().find(|(code, ..)| *code == rule.code);
    let (profile, changes) = broken.map_or(("MDV-LGC", &[][..]), |(_, profile, changes)| {
        (*profile, *changes)
    });
    let mut text = profiles::by_id(profile)?.template.to_owned();
    for (from, to) in changes {
        text = text.replacen(from, to, 1);
    }
    let dropped = Dropped {
        name: "JSON-1234567890-20231015-001.json".to_owned(),
        content: Content::Bytes(text.into_bytes()),
    };
    let checked = check(vec![dropped], &Options::default()).files;
    let document = checked.first()?;
    let lines = document.lines();
    if broken.is_some() {
        let diagnostic = document
            .diagnostics
            .iter()
            .find(|found| found.code == rule.code)?;
        let view = View {
            diagnostic,
            document,
            lines: &lines,
            masked: None,
        };
        return Some(format!(
            "Par exemple, pour {} : {}",
            view.label(),
            decapitalised(&view.help())
        ));
    }
    let mut diagnostic =
        Diagnostic::new(rule.code, *rule.severities.first()?, None, Span::default());
    diagnostic.row = row;
    // S005 alone reads it.
    diagnostic.detail = Detail::Count {
        expected: 200,
        found: 201,
    };
    let view = View {
        diagnostic: &diagnostic,
        document,
        lines: &lines,
        masked: None,
    };
    Some(view.help())
}

/// The lines of the profiles that a rule is about.
struct Rows {
    first: Option<&'static Row>,
    /// Path, label, presence, format: the profiles that say so.
    lines: Vec<([String; 4], Vec<&'static str>)>,
}

impl Rows {
    /// Those whose presence or format raises the code, and those that the sentences under this code are about.
    fn of(code: Code, sentences: &[Sentence]) -> Self {
        let mut rows = Self {
            first: None,
            lines: Vec::new(),
        };
        for profile in profiles::ALL {
            for line in words::lines(profile) {
                let own = line.codes().has(code);
                if own || cited_at(code, profile, &line.path, sentences) {
                    rows.first = rows.first.or(Some(line.row).filter(|_| own));
                    rows.add(profile, &line);
                }
            }
        }
        rows
    }

    fn add(&mut self, profile: &Profile, line: &Line) {
        let cells = [
            short(&line.path),
            line.row.label.to_owned(),
            words::presence(line.row),
            line.format(),
        ];
        match self.lines.iter_mut().find(|(known, _)| *known == cells) {
            Some((_, profiles)) => profiles.push(profile.id),
            None => self.lines.push((cells, vec![profile.id])),
        }
    }

    fn write(&self, page: &mut String) {
        if self.lines.is_empty() {
            return;
        }
        page.push_str("\n## Où\n\n");
        if self.lines.len() > MOST {
            let links: Vec<String> = profiles::ALL
                .iter()
                .map(|profile| link(profile.id))
                .collect();
            let _ = writeln!(
                page,
                "La plupart des lignes des tableaux : {}.",
                links.join(", ")
            );
            return;
        }
        page.push_str(
            "| Clé | Ce que c'est | Obligatoire | Format | Profils |\n|---|---|---|---|---|\n",
        );
        for ([path, label, presence, format], profiles) in &self.lines {
            let profiles: Vec<String> = profiles.iter().map(|id| link(id)).collect();
            let _ = writeln!(
                page,
                "| `{path}` | {label} | {} | {} | {} |",
                cell(presence),
                cell(format),
                profiles.join(", ")
            );
        }
    }
}

fn link(profile: &str) -> String {
    format!("[{profile}](../profiles/{profile}.md)")
}

/// "commande/montantSegurHT"; the header's keys keep their slash.
fn short(path: &str) -> String {
    path.strip_prefix("/lignesImport/*/")
        .unwrap_or(path)
        .to_owned()
}

fn cited_at(code: Code, profile: &Profile, path: &str, sentences: &[Sentence]) -> bool {
    sentences.iter().any(|sentence| {
        sentence.document == profile.document
            && sentence.codes.iter().any(|cited| cited == code.as_str())
            && sentence
                .paths
                .iter()
                .any(|cited| cited.trim_end_matches("/*") == path)
    })
}

/// The sentences of the documents under the code.
fn cited(page: &mut String, code: Code, sentences: &[Sentence]) {
    let cited: Vec<&Sentence> = sentences
        .iter()
        .filter(|sentence| sentence.codes.iter().any(|cited| cited == code.as_str()))
        .collect();
    if cited.is_empty() {
        return;
    }
    page.push_str("\n## Ce que disent les documents\n\n");
    if cited.len() > MOST {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for sentence in &cited {
            *counts.entry(&sentence.document).or_default() += 1;
        }
        let counts: Vec<String> = counts
            .iter()
            .map(|(document, count)| format!("{count} phrases de {document}"))
            .collect();
        let _ = writeln!(
            page,
            "{} : voir la [table de conformité](../conformite.md).",
            counts.join(", ")
        );
        return;
    }
    page.push_str("| N° | Document | § | Phrase |\n|---|---|---|---|\n");
    for sentence in cited {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} |",
            sentence.id,
            sentence.document,
            sentence.section,
            cell(&sentence.text)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_says_what_to_do() {
        for document in documents(&[]) {
            let list = document.path.ends_with("README.md");
            assert_eq!(
                document.content.contains("## Que faire"),
                !list,
                "{}",
                document.path
            );
            // A sentence that was given nothing to name.
            assert!(
                !document.content.contains("« »") && !document.content.contains(" `` "),
                "{}",
                document.path
            );
        }
    }
}
