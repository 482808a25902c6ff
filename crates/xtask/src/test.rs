//! `cargo xtask test`: every check, the cheap ones first. The end-to-end tests come last, so that
//! the output ends with a test runner's own summary.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::{cargo, command, root, run as start, www_tool};
use crate::toolchain::Toolchain;
use crate::{build, config, setup, wasm};

/// Sets up, then stops at the first failure.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let toolchain = Toolchain::find()?;
    setup::lints()?;
    setup::npm("www")?;
    setup::chromium()?;

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
    start(cargo().args(["test", "--workspace", "--no-fail-fast"]))?;
    build::run(&[])?;
    start(www_tool("tsc").args(["--noEmit", "--project", "www"]))?;
    wasm_tests(&toolchain)?;
    end_to_end()
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

/// `www/e2e`, against `dist/site`.
fn end_to_end() -> Result<()> {
    // Inside node_modules, so that the bundled tests find their packages.
    let out = root().join("www/node_modules/.e2e");
    let sources = test_files(root().join("www/e2e"), ".test.ts")?;
    start(
        www_tool("esbuild")
            .args(&sources)
            .args([
                "--bundle",
                "--platform=node",
                "--format=esm",
                "--packages=external",
                "--sourcemap=inline",
            ])
            .args(["--log-level=warning", "--out-extension:.js=.mjs"])
            .arg(format!("--outdir={}", out.display())),
    )?;
    let bundled = sources
        .iter()
        .filter_map(|source| Some(out.join(source.file_stem()?).with_extension("test.mjs")));
    start(
        command("node")
            // A test that leaves a browser open, or waits for ever, ends all the same.
            .args([
                "--test",
                "--test-force-exit",
                "--test-timeout=300000",
                "--enable-source-maps",
            ])
            .args(bundled)
            .current_dir(root().join("www")),
    )
}

fn test_files(folder: PathBuf, suffix: &str) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(suffix))
        .collect();
    files.sort();
    Ok(files)
}
