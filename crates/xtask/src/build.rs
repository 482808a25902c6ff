//! `cargo xtask build`: the site in `dist/site`, the npm package in `dist/npm`.

use anyhow::{Context, Result};

use crate::process::root;
use crate::toolchain::Toolchain;
use crate::{bundle, config, npm, rules, setup, size, wasm};

/// Everything that is delivered.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let toolchain = Toolchain::find()?;
    setup::npm("www")?;
    let config = config::read()?;

    let dist = root().join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist).context("cannot empty dist")?;
    }
    wasm::build(&config, &toolchain)?;
    let site = dist.join("site");
    let page = bundle::build(&config.target.page, &site)?;
    rules::build(&site)?;
    npm::build(&config.target.npm)?;

    size::within(
        "wasm",
        &[wasm::optimised(&config.target.page)],
        config.budget.wasm,
    )?;
    size::within("page", &page, config.budget.page)?;
    Ok(())
}
