//! The page: `www/` bundled by `www/build.mjs`, wasm included.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::config::Target;
use crate::gzip::gzipped;
use crate::process::{command, root, run};
use crate::wasm;

/// Files of `www/` delivered as they are.
const COPIED: [&str; 2] = ["index.html", "style.css"];

/// Writes the page into `site` and returns its files.
pub(crate) fn build(target: &Target, site: &Path) -> Result<Vec<PathBuf>> {
    std::fs::create_dir_all(site)?;
    let wasm = wasm::optimised(target);
    let packed = wasm.with_extension("wasm.gz");
    std::fs::write(&packed, gzipped(&std::fs::read(&wasm)?)?)?;
    let script = site.join("main.js");
    run(command("node").arg(root().join("www/build.mjs")).args([
        &wasm::glue(target),
        &packed,
        &script,
    ]))?;
    let mut files = vec![script];
    for name in COPIED {
        let copy = site.join(name);
        std::fs::copy(root().join("www").join(name), &copy)
            .with_context(|| format!("cannot copy www/{name}"))?;
        files.push(copy);
    }
    Ok(files)
}
