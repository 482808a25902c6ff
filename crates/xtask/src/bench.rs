//! `cargo xtask bench`: the checker against its peers (`bench/README.md`).

use anyhow::Result;

use crate::process::{command, root, run as start};
use crate::{build, config, setup, wasm};

/// Builds what is measured, then measures it.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let config = config::read()?;
    // The bench judges the sizes itself, with the rest.
    build::write(&config)?;
    setup::npm("bench")?;
    setup::chromium()?;
    start(
        command("node")
            .arg(root().join("bench/run.mjs"))
            .args([
                &wasm::glue(&config.output),
                &wasm::optimised(&config.output),
            ])
            .args(args),
    )
}
