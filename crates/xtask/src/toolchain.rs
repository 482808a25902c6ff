//! A Rust that compiles to wasm: rustup's or, where rustup's server does not answer, Debian's with
//! its std built from source.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{cargo, command, output, root, run, target_dir};
use crate::setup::debian;

/// The target triple.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Where the compiler and the std for wasm come from.
#[derive(Clone)]
pub(crate) enum Toolchain {
    /// The pinned Rust, with rustup's std.
    Rustup,
    /// Debian's `rustc-web`; `linker` is the LLVM linker of the same version.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// The tool chain to use, installed when it was missing. `PREDEPOT_WASM_FALLBACK=1` asks for Debian's.
    pub(crate) fn find() -> Result<Self> {
        let forced = std::env::var_os("PREDEPOT_WASM_FALLBACK").is_some_and(|v| v == "1");
        if !forced && (has_std() || add_std()) {
            return Ok(Self::Rustup);
        }
        println!("{WASM} comes from Debian's Rust, its std built from source");
        if !Path::new("/usr/bin/cargo").exists() || !Path::new("/usr/lib/rustlib/src").exists() {
            debian(&["rustc-web", "cargo-web", "rust-web-src"])?;
        }
        let version = output(command("/usr/bin/rustc").arg("-vV"))
            .context("/usr/bin/rustc does not start")?;
        let llvm = version
            .lines()
            .find_map(|line| line.strip_prefix("LLVM version: ")?.split('.').next())
            .context("/usr/bin/rustc does not tell its LLVM version")?;
        let linker = PathBuf::from(format!("/usr/bin/wasm-ld-{llvm}"));
        if !linker.exists() {
            debian(&[&format!("lld-{llvm}")])?;
        }
        Ok(Self::Debian { linker })
    }

    /// `cargo SUBCOMMAND --target wasm32-unknown-unknown`, with these compiler flags.
    pub(crate) fn cargo(&self, subcommand: &str, flags: &[String]) -> Command {
        let mut command = match self {
            Self::Rustup => cargo(),
            Self::Debian { linker } => {
                let mut cargo = command("/usr/bin/cargo");
                cargo
                    .env("RUSTC", "/usr/bin/rustc")
                    // -Zbuild-std is not stable.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_DIR", target_dir().join("debian"))
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env_remove("LD_LIBRARY_PATH");
                cargo
            }
        };
        command.args([subcommand, "--target", WASM]);
        if let Self::Debian { .. } = self {
            // `test` is for wasm-bindgen-test.
            command.arg("-Zbuild-std=std,panic_abort,test");
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        command
    }

    /// Where that cargo puts what it compiles for wasm.
    pub(crate) fn wasm_dir(&self) -> PathBuf {
        match self {
            Self::Rustup => target_dir().join(WASM),
            Self::Debian { .. } => target_dir().join("debian").join(WASM),
        }
    }
}

fn has_std() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    output(command(rustc).args(["--print", "sysroot"])).is_some_and(|sysroot| {
        Path::new(&sysroot)
            .join("lib/rustlib")
            .join(WASM)
            .join("lib")
            .is_dir()
    })
}

fn add_std() -> bool {
    println!("installing the Rust target {WASM}, with rustup");
    // `timeout`, for a server that neither answers nor refuses.
    run(command("timeout").args(["120", "rustup", "target", "add", WASM])).is_ok() && has_std()
}

/// Compiler flags of every wasm build: machine paths kept out, so that all machines give the same bytes.
pub(crate) fn reproducible() -> Vec<String> {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=predepot", root().display())];
    if let Some(home) = cargo_home {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    flags
}
