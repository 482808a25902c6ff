//! Size budgets.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

/// Fails, in words, when the files together weigh more than `budget` bytes after gzip.
pub(crate) fn within(what: &str, files: &[PathBuf], budget: usize) -> Result<()> {
    let mut bytes = 0;
    for file in files {
        let content =
            std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        bytes += gzipped(&content)?;
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

fn gzipped(content: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(gzip.finish()?.len())
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
