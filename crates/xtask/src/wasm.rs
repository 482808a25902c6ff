//! The wasm: cargo, then wasm-bindgen, then wasm-opt, as `wasm-pack.toml` says.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::config::{Config, Module, Output};
use crate::process::{cargo, root, run, target_dir, www_tool};
use crate::toolchain::{Toolchain, reproducible};

/// Name of the files that wasm-bindgen writes: `predepot.js`, `predepot_bg.wasm`.
const NAME: &str = "predepot";

/// What rustc's default wasm target already uses; wasm-opt must be told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The compiler flags of the module, in release and in tests.
pub(crate) fn flags(module: &Module) -> Vec<String> {
    let mut flags = reproducible();
    flags.extend_from_slice(&module.rustc);
    if module.simd128 {
        flags.extend(["-C".into(), "target-feature=+simd128".into()]);
    }
    flags
}

/// Builds the module and the JavaScript that loads it.
pub(crate) fn build(config: &Config, toolchain: &Toolchain) -> Result<()> {
    let module = &config.module;
    run(toolchain
        .cargo("build", &flags(module))
        .args(["--release", "--lib", "--package", &module.package])
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", &module.opt_level))?;
    let compiled = toolchain
        .wasm_dir()
        .join("release")
        .join(module.package.replace('-', "_") + ".wasm");
    let bindgen = bindgen_program()?;
    run(crate::process::command(&bindgen)
        .args([
            "generate",
            "--remove-producers-section",
            "--target",
            &config.output.bindgen,
            "--out-name",
            NAME,
            "--out-dir",
        ])
        .args([&root().join(&config.output.out_dir), &compiled]))?;
    optimise(module, &optimised(&config.output))
}

/// The finished wasm.
pub(crate) fn optimised(output: &Output) -> PathBuf {
    root().join(&output.out_dir).join(format!("{NAME}_bg.wasm"))
}

/// The JavaScript that loads it.
pub(crate) fn glue(output: &Output) -> PathBuf {
    root().join(&output.out_dir).join(format!("{NAME}.js"))
}

fn optimise(module: &Module, wasm: &Path) -> Result<()> {
    let mut wasm_opt = www_tool("wasm-opt");
    wasm_opt
        .args(&module.wasm_opt)
        .args([
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .args(FEATURES);
    if module.simd128 {
        wasm_opt.arg("--enable-simd");
    }
    run(wasm_opt.arg(wasm).arg("-o").arg(wasm))
}

/// Compiles wasm-bindgen's programs, long the first time, and says where they are.
pub(crate) fn bindgen_program() -> Result<PathBuf> {
    run(cargo().args(["build", "--package", "xtask-bindgen"]))?;
    let program = target_dir()
        .join("debug")
        .join(format!("xtask-bindgen{}", std::env::consts::EXE_SUFFIX));
    program
        .canonicalize()
        .context("cargo did not leave xtask-bindgen in its target directory")
}
