//! From the paths of the command line to what the core checks. Whatever happens to a file, it is in the report.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use predepot::check::{Content, Day, Dropped, FileKind, Options, check, is_junk, kind_of};
use predepot::zip::Session;

use crate::progress::Bar;
use crate::words::Words;

/// Beyond this a file that is no ZIP is not read, in bytes (`X003`).
const MOST: u64 = 64 << 20;
/// What tells a ZIP from the rest is not farther than this, in bytes.
const FIRST: u64 = 4096;
/// A ZIP is read by slices of this many bytes.
const SLICE: u64 = 1 << 20;

/// A file as named on the command line.
pub(crate) struct Given {
    /// Its path, to be shown.
    pub(crate) path: String,
    /// Its name and content.
    pub(crate) dropped: Dropped,
}

/// Reads everything that is named; a folder stands for its files.
pub(crate) fn read(paths: &[OsString], options: &Options) -> Vec<Given> {
    let words = Words(options.language);
    let mut given = Vec::new();
    for path in paths {
        if path == "-" {
            given.push(standard_input(options));
            continue;
        }
        let path = PathBuf::from(path);
        if path.is_dir() {
            match files(&path) {
                Ok(files) if files.is_empty() => {
                    let reason = words.either(
                        "le dossier ne contient aucun fichier",
                        "the folder holds no file",
                    );
                    given.push(unread(&path, reason));
                }
                Ok(files) => given.extend(files.iter().map(|path| file(path, words))),
                Err(error) => given.push(unread(&path, &reason(&error, words))),
            }
        } else {
            given.push(file(&path, words));
        }
    }
    given
}

/// The files of a folder that are not hidden nor the system's own, by name.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let hidden = name.as_encoded_bytes().starts_with(b".") || is_junk(&name.to_string_lossy());
        // A link that leads nowhere is kept: the report says that it cannot be read.
        if !hidden && !entry.path().is_dir() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn file(path: &Path, words: Words) -> Given {
    let content = File::open(path).and_then(|mut file| {
        let metadata = file.metadata()?;
        // What has no size, as a pipe, cannot be read by slices.
        if metadata.is_file() && is_zip(&mut file, &name(path))? {
            return zip(&mut file, metadata.len(), &name(path), words);
        }
        content(&mut file, metadata.len())
    });
    match content {
        Ok(content) => Given {
            path: path.display().to_string(),
            dropped: Dropped {
                name: name(path),
                content,
            },
        },
        Err(error) => unread(path, &reason(&error, words)),
    }
}

/// True for a ZIP by its first bytes or its name; reading starts again from the first byte.
fn is_zip(file: &mut File, name: &str) -> io::Result<bool> {
    let mut first = Vec::new();
    file.take(FIRST).read_to_end(&mut first)?;
    file.rewind()?;
    Ok(kind_of(name, &first) == FileKind::Zip)
}

/// Reads a ZIP by slices, whatever its size.
fn zip(file: &mut File, size: u64, name: &str, words: Words) -> io::Result<Content> {
    let mut session = Session::new(size);
    let mut bar = Bar::new(name, size, words);
    let mut slice = Vec::new();
    let mut at = 0;
    while let Some(want) = session.wants() {
        if want.start != at {
            file.seek(SeekFrom::Start(want.start))?;
        }
        slice.clear();
        let asked = (want.end - want.start).min(SLICE);
        file.by_ref().take(asked).read_to_end(&mut slice)?;
        if slice.is_empty() {
            let changed = (
                "il a changé pendant sa lecture",
                "it changed while being read",
            );
            return Err(io::Error::other(words.either(changed.0, changed.1)));
        }
        at = want.start + slice.len() as u64;
        session.give(&slice);
        bar.show(session.progress());
    }
    Ok(Content::Zip(Box::new(session.finish())))
}

/// Reads no more than the first bytes of what is too large. `size` is 0 for what has none, as a pipe.
fn content(source: &mut impl Read, size: u64) -> io::Result<Content> {
    if size > MOST {
        return Ok(Content::TooLarge(size));
    }
    let mut bytes = Vec::new();
    source.take(MOST + 1).read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    Ok(if read > MOST {
        Content::TooLarge(read)
    } else {
        Content::Bytes(bytes)
    })
}

/// The standard input has no name that could be wrong: it is checked under the conforming one, which the finding on any other name proposes.
fn standard_input(options: &Options) -> Given {
    let words = Words(options.language);
    let mut dropped = Dropped {
        name: "entree-standard.json".to_owned(),
        content: content(&mut io::stdin().lock(), 0)
            .unwrap_or_else(|error| Content::Unreadable(reason(&error, words))),
    };
    if matches!(dropped.content, Content::Bytes(_)) {
        let report = check(vec![dropped.clone()], options);
        let renames = report.files.iter().flat_map(|file| &file.diagnostics);
        let proposed = renames
            .filter_map(|finding| finding.fix.as_ref()?.rename.as_ref())
            .next();
        // Without a number ANS, none is proposed: no other would be wrong either.
        dropped.name = match (proposed, options.today) {
            (Some((_, name)), _) => name.clone(),
            (None, Some(Day { year, month, day })) => {
                format!("JSON-0000000000-{year:04}{month:02}{day:02}-001.json")
            }
            (None, None) => dropped.name,
        };
    }
    Given {
        path: words.either("entrée standard", "standard input").to_owned(),
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

/// In our words what happens often, in the system's the rest.
fn reason(error: &io::Error, words: Words) -> String {
    match error.kind() {
        ErrorKind::NotFound => words.either("il n'existe pas", "it does not exist"),
        ErrorKind::PermissionDenied => words.either("l'accès est refusé", "access is denied"),
        _ => return error.to_string(),
    }
    .to_owned()
}
