//! `cargo xtask serve`: the site on this machine, for this machine only.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::process::root;
use crate::{build, config};

const FIRST_PORT: u16 = 8080;
const PORTS: u16 = 100;
/// Longest request line and headers that are read.
const HEAD_LIMIT: u64 = 16 * 1024;

/// Builds, then serves until interrupted.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    build::write(&config::read()?)?;
    let listener = (FIRST_PORT..FIRST_PORT + PORTS)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no free port from {FIRST_PORT} on"))?;
    println!(
        "\nprédépôt: http://{}/  (Ctrl-C to stop)",
        listener.local_addr()?
    );
    let site = root().join("dist/site");
    for connection in listener.incoming().flatten() {
        let site = site.clone();
        // A visitor who leaves early is no concern of ours.
        std::thread::spawn(move || answer(connection, &site).ok());
    }
    Ok(())
}

fn answer(mut connection: TcpStream, site: &Path) -> io::Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut lines = BufReader::new(io::Read::take(connection.try_clone()?, HEAD_LIMIT)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers are read, so that closing does not reset the connection, and not used.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, url) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let file =
        file_of(site, url).and_then(|path| Some((File::open(&path).ok()?, media_type(&path))));
    match file {
        Some((mut file, media)) if method == "GET" || method == "HEAD" => {
            let length = file.metadata()?.len();
            write!(
                connection,
                "HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {length}\r\n{}Connection: close\r\n\r\n",
                headers()
            )?;
            if method == "GET" {
                io::copy(&mut file, &mut connection)?;
            }
        }
        _ => write!(
            connection,
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )?,
    }
    connection.flush()
}

/// What a host is to send with every file.
fn headers() -> String {
    include_str!("../../../docs/hebergement/_headers")
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .map(|line| format!("{line}\r\n"))
        .collect()
}

/// The file that a request names, if it is one of the site.
fn file_of(site: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let inside = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let file = site.join(path);
    let file = if file.is_dir() {
        file.join("index.html")
    } else {
        file
    };
    (inside && file.is_file()).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The source folder stands for a site.
    fn served(url: &str) -> bool {
        file_of(&root().join("crates/xtask/src"), url).is_some()
    }

    #[test]
    fn a_file_of_the_site_is_served() {
        assert!(served("/serve.rs?x=1"));
        assert!(served("/docs/mod.rs"));
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        assert!(!served("/../Cargo.toml"));
        assert!(!served("/docs/../../Cargo.toml"));
        assert!(!served("//etc/passwd"));
        assert!(!served("/absent.html"));
    }
}
