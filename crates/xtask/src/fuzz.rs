//! `cargo xtask fuzz`: the targets of `fuzz/`, by cargo-fuzz and a nightly Rust.

use anyhow::Result;

use crate::process::{cargo, command, output, root, run as start, target_dir};

const SECONDS: &str = "60";

/// One target for some seconds, or each for a minute.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if output(command("rustup").args(["run", "nightly", "rustc", "--version"])).is_none() {
        println!("installing a nightly Rust, with rustup");
        start(command("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]))?;
    }
    let tools = target_dir().join("tools");
    let cargo_fuzz = tools.join("bin/cargo-fuzz");
    if !cargo_fuzz.exists() {
        println!("installing cargo-fuzz in {}", tools.display());
        start(
            cargo()
                .args(["install", "--locked", "cargo-fuzz", "--root"])
                .arg(&tools),
        )?;
    }
    // As a cargo subcommand would be called, but nightly.
    let fuzz = || {
        let mut fuzz = command(&cargo_fuzz);
        fuzz.arg("fuzz")
            .env("RUSTUP_TOOLCHAIN", "nightly")
            .env_remove("CARGO")
            .env_remove("RUSTC");
        fuzz
    };
    let targets = match args.first() {
        Some(target) => vec![target.clone()],
        None => output(fuzz().arg("list"))
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect(),
    };
    let seconds = args.get(1).map_or(SECONDS, String::as_str);
    anyhow::ensure!(
        !targets.is_empty(),
        "{} has no fuzz target",
        root().join("fuzz").display()
    );
    for target in targets {
        let time = format!("-max_total_time={seconds}");
        // No memory to sanitize where unsafe code is denied: several times as many inputs instead.
        start(fuzz().args(["run", "--sanitizer", "none", &target, "--", &time]))?;
    }
    Ok(())
}
