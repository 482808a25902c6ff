//! The scripts and the styles: `www/` and `npm/` bundled by `www/build.mjs`, wasm included.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::config::Output;
use crate::gzip::packed;
use crate::process::{command, root, run};
use crate::{sheets, wasm};

/// What the first visit of the page loads before it can check; the rules' sheets come after.
const PAGE: [&str; 3] = ["index.html", "site.css", "main.js"];

/// Writes them into the folders of `dist`, and returns the files of the page.
pub(crate) fn build(output: &Output, dist: &Path) -> Result<Vec<PathBuf>> {
    let wasm = wasm::optimised(output);
    let compressed = wasm.with_extension("wasm.gz");
    std::fs::write(&compressed, packed(&std::fs::read(&wasm)?)?)?;
    run(command("node").arg(root().join("www/build.mjs")).args([
        &wasm::glue(output),
        &compressed,
        &sheets::build()?,
        &dist.to_path_buf(),
    ]))?;
    let site = dist.join("site");
    std::fs::copy(root().join("www/index.html"), site.join("index.html"))
        .context("cannot copy www/index.html")?;
    // What some hosts read in the folder itself.
    for (from, name) in [("_headers", "_headers"), ("apache.htaccess", ".htaccess")] {
        std::fs::copy(root().join("docs/hebergement").join(from), site.join(name))
            .with_context(|| format!("cannot copy docs/hebergement/{from}"))?;
    }
    Ok(PAGE.map(|name| site.join(name)).to_vec())
}
