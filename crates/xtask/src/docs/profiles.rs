//! `docs/profiles/<id>.md`: the table of a document as the product understands it.

use std::fmt::Write;

use predepot::catalog::{Codes, typographie};
use predepot::profile::Profile;
use predepot::profiles;

use super::Document;
use super::conformity::{Sentence, links};
use super::words::{self, Line, cell};

/// The pages.
pub(super) fn documents(sentences: &[Sentence]) -> Vec<Document> {
    profiles::ALL
        .iter()
        .map(|profile| Document {
            path: format!("docs/profiles/{}.md", profile.id),
            content: typographie(&page(profile, sentences)),
        })
        .collect()
}

fn page(profile: &Profile, sentences: &[Sentence]) -> String {
    let lines = words::lines(profile);
    let mut page = format!(
        "# {} : {}\n\n- **Règles du** {}\n- **Source** : {}\n- **Schéma JSON** : [{}.schema.json]({}.schema.json)\n",
        profile.id,
        profile.title,
        words::day(profile.rules),
        source(profile),
        profile.id,
        profile.id
    );
    if let Some(key) = profile.soft {
        let _ = write!(
            page,
            "\nLe document ne décrit pas le bloc `{key}` pour ce logiciel : ce qui y est trouvé n'est jamais qu'un avertissement.\n"
        );
    }

    page.push_str("\n## Tableau\n");
    let mut blocks: Vec<&str> = Vec::new();
    for line in &lines {
        if !blocks.contains(&parent(line)) {
            blocks.push(parent(line));
        }
    }
    for block in blocks {
        let _ = write!(
            page,
            "\n### {}\n\n| Balise | Signification | Format | Obligatoire | Règles | Phrases |\n|---|---|---|---|---|---|\n",
            title(block)
        );
        for line in lines.iter().filter(|line| parent(line) == block) {
            write_line(&mut page, line);
        }
    }
    also(&mut page, &lines);
    if !profile.relations.is_empty() {
        page.push_str("\n## Ce qui relie les lignes\n\n");
        for &relation in profile.relations {
            let text = words::relation(relation);
            let _ = writeln!(page, "- {text} {}", rules_of(relation.codes()));
        }
    }
    reminders(&mut page, profile);
    limits(&mut page, profile, sentences);
    cited(&mut page, profile, sentences);
    page
}

fn source(profile: &Profile) -> String {
    match profile.deduced {
        false => format!("document {}-Va1", profile.document),
        true => format!(
            "profil déduit du document {}-Va1 : aucun document ne décrit ce logiciel, mais le couloir n'a qu'un modèle de JSON",
            profile.document
        ),
    }
}

fn title(parent: &str) -> String {
    match parent {
        "" => "Entête".to_owned(),
        "/lignesImport/*" => "Demande : chaque entrée de `lignesImport`".to_owned(),
        path => match path
            .trim_start_matches("/lignesImport/*/")
            .strip_suffix("/*")
        {
            Some(list) => format!("Chaque entrée de `{list}`"),
            None => format!("Bloc `{}`", path.trim_start_matches("/lignesImport/*/")),
        },
    }
}

fn parent(line: &Line) -> &str {
    line.path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

fn write_line(page: &mut String, line: &Line) {
    let row = line.row;
    let _ = writeln!(
        page,
        "| `{}` | {} | {} | {} | {} | {} |",
        row.key,
        row.label,
        cell(&line.format()),
        cell(&words::presence(row)),
        rules_of(line.codes()),
        row.sentences
    );
}

fn rules_of(codes: Codes) -> String {
    links(codes.iter().map(|code| code.as_str()), "../rules/")
}

/// The spellings and places accepted in silence.
fn also(page: &mut String, lines: &[Line]) {
    let mut any = false;
    let rows = lines.iter().map(|line| line.row);
    for row in rows.filter(|row| row.loose || !row.also.is_empty()) {
        if !std::mem::replace(&mut any, true) {
            page.push_str(
                "\n## Autres écritures acceptées\n\nLes documents hésitent : ces écritures passent sans remarque.\n\n",
            );
        }
        let others: Vec<String> = row.also.iter().map(|key| format!("`{key}`")).collect();
        let _ = write!(page, "- `{}` : {}", row.key, others.join(", "));
        if row.loose {
            page.push_str(
                ", toutes majuscules et minuscules, ou les clés du bloc directement à sa place",
            );
        }
        page.push('\n');
    }
}

fn reminders(page: &mut String, profile: &Profile) {
    if profile.reminders.is_empty() {
        return;
    }
    let _ = write!(
        page,
        "\n## Rappels\n\nSans incidence sur le verdict ({}).\n\n",
        links(["C022"], "../rules/")
    );
    for reminder in profile.reminders {
        let when: Vec<String> = reminder.when.iter().map(words::condition).collect();
        let _ = writeln!(
            page,
            "- Si {} : {} ({}).",
            when.join(" et "),
            reminder.text,
            reminder.sentences
        );
    }
}

/// What no check of files knows.
fn limits(page: &mut String, profile: &Profile, sentences: &[Sentence]) {
    page.push_str("\n## Ce que les fichiers ne montrent pas\n\nÀ vérifier soi-même.\n\n");
    for limit in profiles::LIMITS.iter().chain(profile.limits) {
        let when: Vec<String> = limit.when.iter().map(words::condition).collect();
        let condition = match when[..] {
            [] => String::new(),
            _ => format!("Si {} : ", when.join(" et ")),
        };
        let is_own = |id: &&str| {
            sentences
                .iter()
                .any(|sentence| sentence.id == *id && sentence.document == profile.document)
        };
        let cited: Vec<&str> = limit.sentences.split_whitespace().filter(is_own).collect();
        let _ = writeln!(page, "- {condition}{} ({})", limit.text, cited.join(" "));
    }
}

/// The sentences behind the lines and the reminders.
fn cited(page: &mut String, profile: &Profile, sentences: &[Sentence]) {
    let lines = profile.lines();
    let mut cited: Vec<&str> = lines
        .iter()
        .flat_map(|(_, row)| row.sentences.split_whitespace())
        .chain(
            profile
                .reminders
                .iter()
                .flat_map(|reminder| reminder.sentences.split_whitespace()),
        )
        .collect();
    cited.sort_unstable();
    cited.dedup();
    let _ = write!(
        page,
        "\n## Phrases du document {}\n\nToutes les phrases sont dans la [table de conformité](../conformite.md).\n\n| N° | § | Phrase |\n|---|---|---|\n",
        profile.document
    );
    for sentence in sentences
        .iter()
        .filter(|sentence| cited.contains(&sentence.id.as_str()))
    {
        let _ = writeln!(
            page,
            "| {} | {} | {} |",
            sentence.id,
            sentence.section,
            cell(&sentence.text)
        );
    }
}
