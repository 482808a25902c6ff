//! From the paths of the command line to what the core checks. Whatever happens to a file, it is in the report.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use predepot::check::{Content, Dropped, Options, check};

/// Beyond this a JSON is not read, in bytes (`X003`).
const MOST_JSON: u64 = 64 << 20;
/// Beyond this a ZIP is not read, in bytes (`X003`).
const MOST_ZIP: u64 = 1 << 30;

/// A file as named on the command line.
pub(crate) struct Given {
    /// Its path, to be shown.
    pub(crate) path: String,
    /// Its name and content.
    pub(crate) dropped: Dropped,
}

/// Reads everything that is named; a folder stands for its files.
pub(crate) fn read(paths: &[OsString], options: &Options) -> Vec<Given> {
    let mut given = Vec::new();
    for path in paths {
        if path == "-" {
            given.push(standard_input(options));
            continue;
        }
        let path = PathBuf::from(path);
        if path.is_dir() {
            match files(&path) {
                Ok(files) if files.is_empty() => given.push(unread(&path, "le dossier est vide")),
                Ok(files) => given.extend(files.iter().map(|path| file(path))),
                Err(error) => given.push(unread(&path, &reason(&error))),
            }
        } else {
            given.push(file(&path));
        }
    }
    given
}

/// The files of a folder that are not hidden, by name.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        // A link that leads nowhere is kept: the report says that it cannot be read.
        if !hidden && !entry.path().is_dir() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn file(path: &Path) -> Given {
    let content = File::open(path).and_then(|mut file| {
        let size = file.metadata()?.len();
        content(&mut file, size)
    });
    match content {
        Ok(content) => Given {
            path: path.display().to_string(),
            dropped: Dropped {
                name: name(path),
                content,
            },
        },
        Err(error) => unread(path, &reason(&error)),
    }
}

/// Reads no more than the first bytes of what is too large. `size` is 0 for what has none, as a pipe.
fn content(source: &mut impl Read, size: u64) -> io::Result<Content> {
    let mut bytes = Vec::new();
    source.take(4).read_to_end(&mut bytes)?;
    let most = if bytes.starts_with(b"PK") {
        MOST_ZIP
    } else {
        MOST_JSON
    };
    if size > most {
        return Ok(Content::TooLarge(size));
    }
    source.take(most - 3).read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    Ok(if read > most {
        Content::TooLarge(read)
    } else {
        Content::Bytes(bytes)
    })
}

/// The standard input has no name that could be wrong: it is checked under the conforming one, which the finding on any other name proposes.
fn standard_input(options: &Options) -> Given {
    let mut dropped = Dropped {
        name: "entree-standard.json".to_owned(),
        content: content(&mut io::stdin().lock(), 0)
            .unwrap_or_else(|error| Content::Unreadable(reason(&error))),
    };
    if matches!(dropped.content, Content::Bytes(_)) {
        let report = check(vec![dropped.clone()], options);
        let renames = report.files.iter().flat_map(|file| &file.diagnostics);
        if let Some((_, name)) = renames
            .filter_map(|finding| finding.fix.as_ref()?.rename.as_ref())
            .next()
        {
            dropped.name = name.clone();
        }
    }
    Given {
        path: "entrée standard".to_owned(),
        dropped,
    }
}

fn unread(path: &Path, reason: &str) -> Given {
    Given {
        path: path.display().to_string(),
        dropped: Dropped {
            name: name(path),
            content: Content::Unreadable(reason.to_owned()),
        },
    }
}

/// Without folders; a folder such as `..` has only its path.
fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// In French what happens often, in the system's words the rest.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "il n'existe pas".to_owned(),
        ErrorKind::PermissionDenied => "l'accès est refusé".to_owned(),
        _ => error.to_string(),
    }
}
