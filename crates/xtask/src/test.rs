//! `cargo xtask test`: every check, the cheap ones first. The end-to-end tests come last, so that
//! the output ends with a test runner's own summary.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{cargo, command, root, run as start, target_dir, www_tool};
use crate::toolchain::Toolchain;
use crate::{build, config, setup, wasm};

/// Sets up, then stops at the first failure.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let toolchain = Toolchain::find()?;
    setup::lints()?;
    setup::npm("www")?;
    setup::browsers()?;

    start(cargo().args(["fmt", "--all", "--check"]))?;
    start(cargo().args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    let fixtures = fixtures()?;
    start(
        cargo()
            .args(["test", "--workspace", "--no-fail-fast"])
            .env(FIXTURES, &fixtures),
    )?;
    build::run(&[])?;
    start(www_tool("tsc").args(["--noEmit", "--project", "www"]))?;
    wasm_tests(&toolchain)?;
    end_to_end(&fixtures)
}

/// Tells the native tests where to keep what they check, and the end-to-end tests where it is.
const FIXTURES: &str = "PREDEPOT_FIXTURES";

/// An empty folder for what the native tests check, which the wasm checks after them.
fn fixtures() -> Result<PathBuf> {
    let folder = target_dir().join("fixtures");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("cannot empty the folder of fixtures")?;
    }
    std::fs::create_dir_all(&folder).context("cannot make the folder of fixtures")?;
    Ok(folder)
}

/// Lints and tests the wasm crate as wasm, the tests in headless Chromium.
fn wasm_tests(toolchain: &Toolchain) -> Result<()> {
    let module = config::read()?.module;
    let flags = wasm::flags(&module);
    match toolchain {
        Toolchain::Rustup => start(toolchain.cargo("clippy", &flags).args([
            "--quiet",
            "--all-targets",
            "--package",
            &module.package,
            "--",
            "-D",
            "warnings",
        ]))?,
        // Debian's clippy is no match for its rustc-web.
        Toolchain::Debian { .. } => println!("not linted for wasm: the fallback has no clippy"),
    }
    let runner = wasm::bindgen_program()?;
    start(
        toolchain
            .cargo("test", &flags)
            .args(["--package", &module.package])
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                format!("{} test", runner.display()),
            )
            .env(
                "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
                root().join("crates/xtask-bindgen/webdriver.json"),
            )
            .env("CHROMEDRIVER", "/usr/bin/chromedriver"),
    )
}

/// `www/e2e`, against `dist/`.
fn end_to_end(fixtures: &Path) -> Result<()> {
    start(
        command("node")
            .arg(root().join("www/e2e/run.mjs"))
            .env(FIXTURES, fixtures),
    )
}
