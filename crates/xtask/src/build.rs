//! `cargo xtask build`: the site in `dist/site`, the page as one file in `dist/predepot.html`, the element for other pages in
//! `dist/element`, the npm package in `dist/npm`; their fingerprints in `dist/SHA256SUMS`.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::config::Config;
use crate::process::root;
use crate::toolchain::Toolchain;
use crate::{bundle, config, npm, pages, setup, single, size, sums, wasm};

/// Everything that is delivered, within its size budgets.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let config = config::read()?;
    let page = write(&config)?;
    size::within(
        "wasm",
        &[wasm::optimised(&config.output)],
        config.budget.wasm,
    )?;
    size::within("page", &page, config.budget.page)
}

/// Writes it all, whatever it weighs, and returns the files of the page.
pub(crate) fn write(config: &Config) -> Result<Vec<PathBuf>> {
    let toolchain = Toolchain::find()?;
    setup::npm("www")?;
    let dist = root().join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist).context("cannot empty dist")?;
    }
    wasm::build(config, &toolchain)?;
    let site = dist.join("site");
    let page = bundle::build(&config.output, &dist)?;
    single::build(&dist)?;
    pages::build(&site)?;
    npm::build()?;
    sums::write(&dist)?;
    Ok(page)
}
