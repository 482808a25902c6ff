//! `cargo xtask setup`: what the other tasks need beyond Rust and Node. Each step first looks
//! whether its work is done, and says what it installs before it does.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, command, output, root, run as start};
use crate::stamp;
use crate::toolchain::Toolchain;

/// The oldest Node whose test runner has what the end-to-end tests ask of it: 20.14.
const NODE: (u32, u32) = (20, 14);

/// Everything at once; each task asks for its own part too.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    Toolchain::find()?;
    lints()?;
    npm("www")?;
    browsers()?;
    println!("set up: nothing more to install");
    Ok(())
}

/// rustfmt and clippy.
pub(crate) fn lints() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(cargo().args([subcommand, "--version"])).is_none() {
            println!("installing {component}, with rustup");
            start(command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The npm packages of a folder, as its lock says.
pub(crate) fn npm(folder: &str) -> Result<()> {
    node()?;
    let folder = root().join(folder);
    let lock = folder.join("package-lock.json");
    stamp::unless_done(
        &folder.join("node_modules/.installed"),
        &[&folder.join("package.json"), &lock],
        || {
            println!("installing the npm packages of {}", folder.display());
            // Without this, playwright would download browsers; ours is the system's.
            start(
                command("npm")
                    .arg("ci")
                    .args(["--no-audit", "--no-fund"])
                    .current_dir(&folder)
                    .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
            )
        },
    )
}

/// Node is asked for, not installed.
fn node() -> Result<()> {
    let (major, minor) = NODE;
    let found = output(command("node").arg("--version")).with_context(|| {
        format!("Node is missing: install Node {major}.{minor} or later, with npm")
    })?;
    let mut numbers = found
        .trim_start_matches('v')
        .split('.')
        .map_while(|n| n.parse::<u32>().ok());
    if numbers.next().zip(numbers.next()) < Some(NODE) {
        bail!("Node {found} is too old: install Node {major}.{minor} or later");
    }
    Ok(())
}

/// Packages, each with a file that it brings.
type Packages = [(&'static str, &'static str)];

/// The browser of most tests, and its driver.
const CHROMIUM: &Packages = &[
    ("chromium", "/usr/bin/chromium"),
    ("chromium-driver", "/usr/bin/chromedriver"),
];

/// The other browsers and their drivers.
const OTHERS: &Packages = &[
    ("firefox-esr", "/usr/bin/firefox-esr"),
    // It brings WebKitGTK, and a small browser made of it.
    ("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    // That one draws on a screen: one in memory.
    ("xvfb", "/usr/bin/Xvfb"),
];

/// The driver of Firefox, which Debian does not package.
const GECKODRIVER: &str = "0.37.1";

/// Chromium alone.
pub(crate) fn chromium() -> Result<()> {
    debian(&missing(CHROMIUM))
}

/// All the browsers of the tests.
pub(crate) fn browsers() -> Result<()> {
    debian(&missing(&[CHROMIUM, OTHERS].concat()))?;
    if output(command("geckodriver").arg("--version")).is_some() {
        return Ok(());
    }
    println!("installing geckodriver {GECKODRIVER}, with cargo");
    // Not optimised: it only hands on what the tests ask.
    start(cargo().args([
        "install",
        "--locked",
        "--debug",
        "--version",
        GECKODRIVER,
        "geckodriver",
    ]))
}

fn missing(packages: &Packages) -> Vec<&'static str> {
    let missing = packages
        .iter()
        .filter(|(_, path)| !Path::new(path).exists());
    missing.map(|(package, _)| *package).collect()
}

/// Installs Debian packages, or says how to and stops.
pub(crate) fn debian(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let root_user = output(command("id").arg("-u")).is_some_and(|id| id == "0");
    if !root_user || output(command("apt-get").arg("--version")).is_none() {
        bail!(
            "{list} missing; install with:\n  sudo apt-get install --yes --no-install-recommends {list}"
        );
    }
    println!("installing the Debian packages {list}");
    start(command("apt-get").args(["update", "--quiet"]))?;
    start(
        command("apt-get")
            .args([
                "install",
                "--yes",
                "--quiet",
                "--no-install-recommends",
                "-o",
                "DPkg::Lock::Timeout=300",
            ])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}
