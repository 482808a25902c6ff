//! wasm-bindgen's own two programs, built from Cargo.lock so that nobody installs them.
//!
//! `xtask-bindgen generate …` is `wasm-bindgen …`; `xtask-bindgen test FILE.wasm` is
//! `wasm-bindgen-test-runner FILE.wasm`, which cargo calls. They are apart from `xtask` because
//! they are long to compile and most tasks do without.

use std::ffi::OsString;

fn main() -> anyhow::Result<()> {
    let mut args: Vec<OsString> = std::env::args_os().collect();
    let program = (args.len() > 1).then(|| args.remove(1));
    match program.as_ref().and_then(|p| p.to_str()) {
        Some("generate") => wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args),
        Some("test") => wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args),
        _ => anyhow::bail!("usage: xtask-bindgen generate|test …"),
    }
}
