//! The page: `www/` bundled by `www/build.mjs`, wasm included.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::config::Target;
use crate::gzip::gzipped;
use crate::process::{command, root, run};
use crate::wasm;

/// Writes the page into `site` and returns its files.
pub(crate) fn build(target: &Target, site: &Path) -> Result<Vec<PathBuf>> {
    std::fs::create_dir_all(site)?;
    let wasm = wasm::optimised(target);
    let packed = wasm.with_extension("wasm.gz");
    std::fs::write(&packed, gzipped(&std::fs::read(&wasm)?)?)?;
    run(command("node").arg(root().join("www/build.mjs")).args([
        &wasm::glue(target),
        &packed,
        &site.to_path_buf(),
    ]))?;
    std::fs::copy(root().join("www/index.html"), site.join("index.html"))
        .context("cannot copy www/index.html")?;
    Ok(["index.html", "site.css", "main.js"]
        .map(|name| site.join(name))
        .to_vec())
}
