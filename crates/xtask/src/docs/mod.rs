//! `cargo xtask docs`: the documents that are generated from the code and committed.

mod conformity;
mod profiles;
mod report_schema;
mod report_types;
mod rules;
mod schema;
mod words;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::root;

/// One generated document.
struct Document {
    /// From the top of the repository.
    path: String,
    content: String,
}

/// Folders in which every file is generated: another one there is left from a rule or a profile that is gone.
const FOLDERS: [&str; 2] = ["docs/rules", "docs/profiles"];

/// Every generated document. A new one is one more line.
fn documents() -> Result<Vec<Document>> {
    let sentences = conformity::read(&root())?;
    let mut documents = rules::documents(&sentences);
    documents.extend(profiles::documents(&sentences));
    documents.extend(schema::documents()?);
    documents.push(report_schema::document());
    documents.push(report_types::document()?);
    documents.push(conformity::document(&sentences));
    for document in &mut documents {
        if !document.content.ends_with('\n') {
            document.content.push('\n');
        }
    }
    Ok(documents)
}

/// Writes them or, with `--check`, names those that no longer say what the code says.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let check = args.iter().any(|arg| arg == "--check");
    let documents = documents()?;
    let mut stale = superfluous(&root(), &documents)?;
    if !check {
        for path in &stale {
            std::fs::remove_file(root().join(path))
                .with_context(|| format!("cannot remove {path}"))?;
        }
    }
    for Document { path, content } in &documents {
        let file = root().join(path);
        if std::fs::read_to_string(&file).is_ok_and(|old| old == *content) {
            continue;
        }
        stale.push(path.clone());
        if !check {
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&file, content).with_context(|| format!("cannot write {path}"))?;
        }
    }
    if check && !stale.is_empty() {
        bail!("stale, run cargo xtask docs: {}", stale.join(", "));
    }
    println!(
        "generated documents: {}, {} {}",
        documents.len(),
        stale.len(),
        if check { "stale" } else { "changed" }
    );
    Ok(())
}

/// Files of the generated folders that are generated no more.
fn superfluous(root: &Path, documents: &[Document]) -> Result<Vec<String>> {
    let mut left = Vec::new();
    for folder in FOLDERS {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
            continue;
        };
        for entry in entries {
            let path = format!("{folder}/{}", entry?.file_name().to_string_lossy());
            if !documents.iter().any(|document| document.path == path) {
                left.push(path);
            }
        }
    }
    left.sort();
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_fresh() -> Result<()> {
        run(&["--check".to_owned()])
    }

    #[test]
    fn a_page_of_a_rule_that_is_gone_is_superfluous() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("predepot-docs-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("docs/rules"))?;
        for name in ["F008.md", "F999.md"] {
            std::fs::write(folder.join("docs/rules").join(name), "")?;
        }
        let kept = Document {
            path: "docs/rules/F008.md".to_owned(),
            content: String::new(),
        };
        assert_eq!(superfluous(&folder, &[kept])?, ["docs/rules/F999.md"]);
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
