//! The tasks of the project: `cargo xtask` prints them. One file per task.

mod bench;
mod build;
mod bundle;
mod config;
mod docs;
mod fuzz;
mod gzip;
mod npm;
mod pages;
mod process;
mod reproduce;
mod serve;
mod setup;
mod sheets;
mod single;
mod size;
mod stamp;
mod sums;
mod test;
mod toolchain;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;

struct Task {
    name: &'static str,
    usage: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const TASKS: &[Task] = &[
    Task {
        name: "serve",
        usage: "sets up, builds, and serves the page on 127.0.0.1",
        run: serve::run,
    },
    Task {
        name: "test",
        usage: "sets up, builds, and runs every check and test",
        run: test::run,
    },
    Task {
        name: "setup",
        usage: "installs what the other tasks need, saying what",
        run: setup::run,
    },
    Task {
        name: "build",
        usage: "writes dist: the site, the single file, the element, the npm package",
        run: build::run,
    },
    Task {
        name: "reproduce",
        usage: "builds twice, in two folders, and compares the bytes",
        run: reproduce::run,
    },
    Task {
        name: "docs",
        usage: "[--check]  writes the generated documents, or says which are stale",
        run: docs::run,
    },
    Task {
        name: "bench",
        usage: "[SUITE…]  times the checker against its peers in Chromium",
        run: bench::run,
    },
    Task {
        name: "fuzz",
        usage: "[TARGET [SECONDS]]  fuzzes one target, or each for a minute",
        run: fuzz::run,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(task) = args
        .first()
        .and_then(|name| TASKS.iter().find(|t| t.name == name))
    else {
        println!("usage: cargo xtask TASK\n");
        for task in TASKS {
            println!("  {:<9} {}", task.name, task.usage);
        }
        return if args.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        };
    };
    match (task.run)(&args[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {}: {error:#}", task.name);
            ExitCode::FAILURE
        }
    }
}
