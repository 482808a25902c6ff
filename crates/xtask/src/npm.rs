//! The npm package: beside what the bundler wrote, its manifest, its types and its README.

use anyhow::{Context, Result};
use serde_json::json;

use crate::process::root;

/// Completes `dist/npm`.
pub(crate) fn build() -> Result<()> {
    let folder = root().join("dist/npm");
    let types = types(
        &std::fs::read_to_string(root().join("npm/predepot.d.ts"))?,
        &std::fs::read_to_string(root().join("docs/report.d.ts"))?,
    );
    // Each kind of module has types of its kind.
    for name in ["predepot.d.mts", "predepot.d.cts"] {
        std::fs::write(folder.join(name), &types)?;
    }
    for (from, name) in [
        ("npm/README.md", "README.md"),
        ("docs/report.schema.json", "report.schema.json"),
        ("LICENSE", "LICENSE"),
    ] {
        std::fs::copy(root().join(from), folder.join(name))
            .with_context(|| format!("cannot copy {from}"))?;
    }
    let kind = |types: &str, script: &str| json!({"types": types, "default": script});
    let manifest = json!({
        "name": "predepot",
        // The version of xtask is the workspace's.
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Contrôle local des demandes Ségur numérique avant leur dépôt",
        "license": "MIT",
        "type": "module",
        "exports": {
            ".": {
                "import": kind("./predepot.d.mts", "./predepot.mjs"),
                "require": kind("./predepot.d.cts", "./predepot.cjs"),
            },
            "./report.schema.json": "./report.schema.json",
        },
        "main": "./predepot.cjs",
        "module": "./predepot.mjs",
        "types": "./predepot.d.cts",
        "sideEffects": false,
        "files": ["predepot.*", "report.schema.json"],
        "engines": {"node": ">=20"},
    });
    std::fs::write(folder.join("package.json"), format!("{manifest:#}\n"))?;
    Ok(())
}

/// The functions and the report in one file, which imports nothing.
fn types(functions: &str, report: &str) -> String {
    let functions: Vec<&str> = functions
        .lines()
        .filter(|line| !line.starts_with("import "))
        .collect();
    format!("{}\n\n{report}", functions.join("\n").trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_import_nothing() {
        assert_eq!(
            types(
                "import type { A } from \"a\";\n\nexport function f(): A;\n",
                "export interface A {}\n"
            ),
            "export function f(): A;\n\nexport interface A {}\n"
        );
    }
}
