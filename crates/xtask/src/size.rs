//! Size budgets.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::gzip::gzipped;

/// Fails, in words, when the files together weigh more than `budget` bytes after gzip.
pub(crate) fn within(what: &str, files: &[PathBuf], budget: usize) -> Result<()> {
    let mut bytes = 0;
    for file in files {
        let content =
            std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        bytes += gzipped(&content)?.len();
    }
    println!("size of the {what}: {bytes} bytes gzipped, budget {budget}");
    if bytes > budget {
        bail!(
            "the {what} weighs {bytes} bytes gzipped, {} more than its budget of {budget} (wasm-pack.toml)",
            bytes - budget
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_budget_is_refused() {
        let file = vec![
            PathBuf::from(file!())
                .file_name()
                .map(|n| crate::process::root().join("crates/xtask/src").join(n))
                .unwrap_or_default(),
        ];
        assert!(within("file", &file, 100_000).is_ok());
        assert!(within("file", &file, 100).is_err());
    }
}
