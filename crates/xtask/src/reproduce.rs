//! `cargo xtask reproduce`: what is delivered is built here, and again from nothing in a copy of the sources elsewhere: the same bytes.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{cargo, command, output, root, run as start, target_dir};
use crate::{build, config, sums};

/// Builds twice and compares every file. What is not known to git is not in the copy.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    build::write(&config::read()?)?;
    // Its name has another length than ours: a path that is left in a file would also move what follows it.
    let copy = target_dir().join("reproduce/une-copie-ailleurs");
    if copy.exists() {
        std::fs::remove_dir_all(&copy).context("cannot remove the former copy")?;
    }
    let files = output(command("git").args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]))
    .context("git does not list the sources")?;
    for path in files.split_terminator('\0') {
        let (from, to) = (root().join(path), copy.join(path));
        // Removed, and not yet committed.
        if !from.exists() {
            continue;
        }
        std::fs::create_dir_all(to.parent().unwrap_or(&copy))?;
        std::fs::copy(&from, &to).with_context(|| format!("cannot copy {path}"))?;
    }
    start(
        cargo()
            .args(["xtask", "build"])
            .current_dir(&copy)
            .env("CARGO_TARGET_DIR", copy.join("target")),
    )?;
    compare(&root().join("dist"), &copy.join("dist"))?;
    std::fs::remove_dir_all(&copy).context("cannot remove the copy")
}

/// Fails with the names of the files that differ.
fn compare(here: &Path, there: &Path) -> Result<()> {
    let read = |dist: &Path| {
        std::fs::read_to_string(dist.join(sums::NAME))
            .with_context(|| format!("{} has no sums", dist.display()))
    };
    let (here, there) = (read(here)?, read(there)?);
    let differing = differing(&here, &there);
    if !differing.is_empty() {
        bail!("built twice, these differ: {}", differing.join(", "));
    }
    let count = here.lines().count();
    ensure!(count > 100, "few files were compared: {count}");
    println!("built twice, in two folders: {count} files, the same bytes");
    Ok(())
}

/// Names of lines that are in one list only.
fn differing(here: &str, there: &str) -> Vec<String> {
    let mut names: Vec<String> = here
        .lines()
        .filter(|line| !there.lines().any(|other| other == *line))
        .chain(
            there
                .lines()
                .filter(|line| !here.lines().any(|other| other == *line)),
        )
        .filter_map(|line| Some(line.split_once("  ")?.1.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        assert!(differing("1  a\n2  b\n", "1  a\n2  b\n").is_empty());
        assert_eq!(differing("1  a\n2  b\n", "1  a\n3  b\n4  c\n"), ["b", "c"]);
    }
}
