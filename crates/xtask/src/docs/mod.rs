//! `cargo xtask docs`: the documents that are generated from the code and committed.

use anyhow::{Context, Result, bail};

use crate::process::root;

/// One generated document.
struct Document {
    /// From the top of the repository.
    path: String,
    content: String,
}

/// Every generated document. A new one is one more line.
fn documents() -> Vec<Document> {
    Vec::new()
}

/// Writes them or, with `--check`, names those that no longer say what the code says.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let check = args.iter().any(|arg| arg == "--check");
    let documents = documents();
    let mut stale = Vec::new();
    for Document { path, content } in &documents {
        let file = root().join(path);
        if std::fs::read_to_string(&file).is_ok_and(|old| old == *content) {
            continue;
        }
        stale.push(path.as_str());
        if !check {
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&file, content).with_context(|| format!("cannot write {path}"))?;
        }
    }
    if check && !stale.is_empty() {
        bail!("stale, run `cargo xtask docs`: {}", stale.join(", "));
    }
    println!(
        "generated documents: {} of {} {}",
        stale.len(),
        documents.len(),
        if check { "stale" } else { "written" }
    );
    Ok(())
}
