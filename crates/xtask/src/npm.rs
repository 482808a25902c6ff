//! The npm package: beside what wasm-bindgen wrote, its manifest and its README.

use anyhow::Result;

use crate::config::Target;
use crate::process::root;

const README: &str = include_str!("npm-readme.md");

/// Completes the folder that wasm-bindgen wrote.
pub(crate) fn build(target: &Target) -> Result<()> {
    let folder = root().join(&target.out_dir);
    // The version of xtask is the workspace's.
    let manifest = format!(
        r#"{{
  "name": "predepot",
  "version": "{}",
  "description": "Contrôle local des demandes Ségur numérique avant leur dépôt",
  "license": "MIT",
  "main": "predepot.js",
  "types": "predepot.d.ts",
  "files": ["predepot.js", "predepot.d.ts", "predepot_bg.wasm"],
  "engines": {{ "node": ">=20" }}
}}
"#,
        env!("CARGO_PKG_VERSION")
    );
    std::fs::write(folder.join("package.json"), manifest)?;
    std::fs::write(folder.join("README.md"), README)?;
    Ok(())
}
