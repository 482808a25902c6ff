//! `dist/SHA256SUMS`: the fingerprint of every file delivered, as `sha256sum --check` reads them.

use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Where they are, in `dist`.
pub(crate) const NAME: &str = "SHA256SUMS";

/// Writes them, and prints them but for the site's documents.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    list(dist, "", &mut files)?;
    files.sort();
    let mut sums = String::new();
    for path in files {
        let content = std::fs::read(dist.join(&path))?;
        let line = format!("{:x}  {path}\n", Sha256::digest(content));
        if !is_document(&path) {
            print!("{line}");
        }
        sums.push_str(&line);
    }
    std::fs::write(dist.join(NAME), sums).context("cannot write dist/SHA256SUMS")
}

fn is_document(path: &str) -> bool {
    path.starts_with("site/regles/") || path.starts_with("site/profils/")
}

/// Paths in `dist`, with `/`.
fn list(folder: &Path, under: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), files)?;
        } else if path != NAME {
            files.push(path);
        }
    }
    Ok(())
}
