//! `wasm-pack.toml`, the one configuration of the wasm build.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::process::root;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    pub(crate) module: Module,
    tools: Tools,
    pub(crate) output: Output,
    pub(crate) budget: Budget,
}

/// How the wasm is compiled and optimised.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Module {
    #[serde(rename = "crate")]
    pub(crate) package: String,
    pub(crate) simd128: bool,
    pub(crate) opt_level: String,
    pub(crate) rustc: Vec<String>,
    pub(crate) wasm_opt: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Tools {
    wasm_bindgen: String,
    binaryen: String,
}

/// What wasm-bindgen writes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Output {
    pub(crate) bindgen: String,
    pub(crate) out_dir: String,
}

/// Most bytes after gzip.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    pub(crate) wasm: usize,
    pub(crate) page: usize,
}

/// Reads the file and checks that its tool versions are the locked ones.
pub(crate) fn read() -> Result<Config> {
    let config = parse(&text("wasm-pack.toml")?)?;
    let cargo_lock = text("Cargo.lock")?;
    let npm_lock = text("www/package-lock.json")?;
    for (tool, wanted, lock, locked) in [
        (
            "wasm-bindgen",
            &config.tools.wasm_bindgen,
            "Cargo.lock",
            cargo_locked(&cargo_lock, "wasm-bindgen"),
        ),
        (
            "wasm-bindgen",
            &config.tools.wasm_bindgen,
            "Cargo.lock",
            cargo_locked(&cargo_lock, "wasm-bindgen-cli"),
        ),
        (
            "binaryen",
            &config.tools.binaryen,
            "www/package-lock.json",
            npm_locked(&npm_lock, "binaryen"),
        ),
    ] {
        if locked != Some(wanted) {
            bail!(
                "wasm-pack.toml wants {tool} {wanted}, {lock} has {}",
                locked.unwrap_or("none")
            );
        }
    }
    Ok(config)
}

fn text(path: &str) -> Result<String> {
    std::fs::read_to_string(root().join(path)).with_context(|| format!("cannot read {path}"))
}

fn parse(text: &str) -> Result<Config> {
    toml::from_str(text).context("wasm-pack.toml")
}

/// The version of a package in the text of a Cargo.lock.
fn cargo_locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    Some(entry.split_once('"')?.0)
}

/// The version of a package in the text of a package-lock.json.
fn npm_locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("\"node_modules/{package}\": {{"))?;
    let (_, version) = entry.split_once("\"version\": \"")?;
    Some(version.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../../wasm-pack.toml");

    #[test]
    fn the_real_file_is_read() {
        let budget = parse(REAL).map(|config| config.budget);
        assert!(budget.is_ok_and(|budget| budget.wasm < budget.page));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let misspelt = REAL.replace("simd128", "simd");
        assert!(parse(&misspelt).is_err());
    }

    #[test]
    fn versions_are_found_in_the_locks() {
        let cargo = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n";
        assert_eq!(cargo_locked(cargo, "wasm-bindgen"), Some("0.2.1"));
        assert_eq!(cargo_locked(cargo, "wasm"), None);
        let npm = "\"node_modules/binaryen\": {\n \"version\": \"132.0.0\",";
        assert_eq!(npm_locked(npm, "binaryen"), Some("132.0.0"));
    }
}
