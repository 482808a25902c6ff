//! The deposit made right: new ZIPs for the pieces that are sure, under the names that the JSON gives; the rest is left to the user, with
//! the reason. Nothing of a piece changes but its name: its data is copied as it is stored.

use std::borrow::Cow;
use std::ops::Range;

use super::agreement::{is_about_content, is_pending};
use super::seen::Seen;
use super::{Document, FileKind, Found, PieceState, Report, Unicode, Verdict, archive, near};
use crate::zip::{self, Entry, Fault, Stored};

/// What can be made of the files of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// New ZIPs would be better than what was dropped.
    pub needed: bool,
    /// They, each for one JSON.
    pub zips: Vec<NewZip>,
    /// Expected pieces that are in none.
    pub left: Vec<Left>,
    /// Files that are in none: not declared, or copies of what is taken.
    pub aside: Vec<Found>,
}

/// A ZIP to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewZip {
    /// The index of its JSON in the report.
    pub json: usize,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it holds, in order.
    pub pieces: Vec<Taken>,
}

/// A piece of a new ZIP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file that it is.
    pub from: Found,
    /// Its data and its records.
    pub source: Source,
}

/// The data of a piece, copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it lies in the file dropped.
    pub range: Range<u64>,
    /// What the records of the new ZIP say of it.
    pub stored: Stored,
}

/// An expected piece that is in no new ZIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// The index of its row in the table of pieces.
    pub row: usize,
    /// Why, as a French sentence without its subject.
    pub why: &'static str,
}

/// A new ZIP weighs at most 200 Mo, in whichever way Mo is read.
const MOST: u64 = 200_000_000;
/// Bytes of the end record.
const END: u64 = 22;

const MISSING: &str = "introuvable dans ce que vous avez déposé : ajoutez-la";
const AT_FAULT: &str = "son nom est à corriger d'abord dans le JSON";
const TWICE: &str = "le JSON la déclare plusieurs fois sous ce nom";
const SEVERAL: &str = "plusieurs fichiers différents portent ce nom : ne gardez que le bon";
const CLOSE: &str = "plusieurs noms se ressemblent : renommez vous-même le bon fichier";
const BAD: &str =
    "le fichier trouvé est en faute : voyez le point relevé sur lui, puis remplacez-le";
const AMBIGUOUS: &str = "le ZIP où elle se trouve peut se lire de deux façons : refaites ce ZIP";
const PENDING: &str = "son contenu n'a pas été lu";

/// What can be made of the files of this report. `renamings` are names that pieces had before their JSON was made anew (from, to): one that is
/// found under no name is looked for under its former one.
pub fn prepare(report: &Report, unicode: Unicode, renamings: &[(String, String)]) -> Preparation {
    let former = Former::new(&report.files, renamings);
    let sources = Sources::new(&report.files);
    let (mut names, mut keys) = (Uses::default(), Uses::default());
    for expected in report.pieces.iter().filter_map(|row| row.expected.as_ref()) {
        if names.add((&expected.name).into()) == 1 {
            keys.add(near::key(&expected.name, unicode).into());
        }
    }
    let mut preparation = Preparation::default();
    for (row, piece) in report.pieces.iter().enumerate() {
        let Some(expected) = &piece.expected else {
            preparation.aside.extend(&piece.found);
            continue;
        };
        let renamed = match &piece.found[..] {
            [] => former.of(&expected.name),
            _ => Vec::new(),
        };
        let found = if renamed.is_empty() {
            &piece.found
        } else {
            &renamed
        };
        let is_near = piece.state == PieceState::NomProche;
        let is_alone = || found.len() == 1 && keys.of(&near::key(&expected.name, unicode)) == 1;
        let chosen = if expected.at_fault {
            Err(AT_FAULT)
        } else if names.of(&expected.name) > 1 {
            Err(TWICE)
        } else if found.is_empty() {
            Err(MISSING)
        } else if is_near && !is_alone() {
            Err(CLOSE)
        } else {
            sources.choose(found, &expected.name)
        };
        let from = chosen.as_ref().ok().map(|piece| piece.from);
        if chosen != Err(TWICE) {
            let others = piece.found.iter().filter(|&&at| Some(at) != from);
            preparation.aside.extend(others);
        }
        match chosen {
            Ok(piece) => {
                preparation.needed |= is_near || !renamed.is_empty();
                preparation.take(expected.file, piece);
            }
            Err(why) => preparation.left.push(Left { row, why }),
        }
    }
    if !renamings.is_empty() {
        let zips = preparation.zips.iter();
        let taken: Vec<Found> = zips
            .flat_map(|zip| zip.pieces.iter().map(|piece| piece.from))
            .collect();
        preparation.aside.retain(|at| !taken.contains(at));
    }
    preparation.name(&report.files);
    let is_source = |file: &&Document| matches!(file.kind, FileKind::Zip | FileKind::Piece);
    let mut files = report.files.iter().filter(is_source);
    preparation.needed |=
        !preparation.zips.is_empty() && files.any(|file| file.verdict != Verdict::Pret);
    preparation
}

/// The files under the names that pieces had before.
struct Former<'a> {
    renamings: &'a [(String, String)],
    /// With their names, without folders.
    files: Vec<(Found, String)>,
}

impl<'a> Former<'a> {
    #[inline(never)]
    fn new(files: &[Document], renamings: &'a [(String, String)]) -> Self {
        let mut found = Vec::new();
        let mut add = |at, name: &str| {
            if renamings.iter().any(|(from, _)| from == name) {
                found.push((at, name.to_owned()));
            }
        };
        for (file, document) in files.iter().enumerate() {
            if document.kind == FileKind::Piece {
                add(Found { file, entry: None }, &document.name);
            }
            let entries = document.archive.iter().flat_map(|archive| &archive.entries);
            for (index, entry) in (0..).zip(entries).filter(|(_, entry)| !entry.folder) {
                let at = Found {
                    file,
                    entry: Some(index),
                };
                add(at, archive::last(&archive::path(&entry.name.text)));
            }
        }
        Self {
            renamings,
            files: found,
        }
    }

    /// The files that had another name before this one.
    #[inline(never)]
    fn of(&self, name: &str) -> Vec<Found> {
        let Some((from, _)) = self.renamings.iter().find(|(_, to)| to == name) else {
            return Vec::new();
        };
        let named = self.files.iter().filter(|(_, own)| own == from);
        named.map(|&(at, _)| at).collect()
    }
}

/// How many times each text was used.
#[derive(Default)]
struct Uses<'a> {
    seen: Seen<'a>,
    counts: Vec<u32>,
}

impl<'a> Uses<'a> {
    /// Counts one more; how many that makes.
    fn add(&mut self, text: Cow<'a, str>) -> u32 {
        let next = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        match self.seen.or_note(text, next) {
            Some(at) => {
                self.counts[at as usize] += 1;
                self.counts[at as usize]
            }
            None => {
                self.counts.push(1);
                1
            }
        }
    }

    fn of(&self, text: &str) -> u32 {
        let at = self.seen.first(text);
        at.map_or(0, |at| self.counts[at as usize])
    }
}

impl Preparation {
    /// Puts a piece in the last ZIP of its JSON, or in a new one when that would weigh too much.
    fn take(&mut self, json: usize, piece: Taken) {
        let weight = zip::weight(&piece.source.stored);
        let fits = |zip: &&mut NewZip| zip.json == json && zip.size + weight <= MOST;
        match self.zips.last_mut().filter(fits) {
            Some(zip) => {
                zip.size += weight;
                zip.pieces.push(piece);
            }
            None => self.zips.push(NewZip {
                json,
                name: String::new(),
                size: END + weight,
                pieces: vec![piece],
            }),
        }
    }

    /// Names the ZIPs after their JSONs: the documents ask for no form.
    fn name(&mut self, files: &[Document]) {
        let of_each: Vec<usize> = self.zips.iter().map(|zip| zip.json).collect();
        for (at, zip) in self.zips.iter_mut().enumerate() {
            let json = files.get(zip.json).map_or("", |file| &file.name);
            let stem = json.rsplit_once('.').map_or(json, |(stem, _)| stem);
            let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            let stem: String = stem
                .strip_prefix("JSON-")
                .unwrap_or(stem)
                .chars()
                .filter(plain)
                .collect();
            let same = of_each.iter().filter(|&&json| json == zip.json).count();
            let rank = of_each[..=at]
                .iter()
                .filter(|&&json| json == zip.json)
                .count();
            zip.name = match same {
                1 => format!("PIECES-{stem}.zip"),
                _ => format!("PIECES-{stem}-{rank}.zip"),
            };
        }
    }
}

impl NewZip {
    /// Its records: what stands before the data of each piece, then what ends it.
    pub fn records(&self) -> Vec<Vec<u8>> {
        let entries: Vec<Stored> = self
            .pieces
            .iter()
            .map(|piece| piece.source.stored.clone())
            .collect();
        let mut records: Vec<Vec<u8>> = entries.iter().map(zip::local).collect();
        records.push(zip::directory(&entries));
        records
    }
}

/// Where pieces come from.
struct Sources<'a> {
    files: &'a [Document],
    /// For each file, whether the content of the file itself is refused, then of each of its entries.
    bad: Vec<Vec<bool>>,
}

impl<'a> Sources<'a> {
    fn new(files: &'a [Document]) -> Self {
        let mut bad: Vec<Vec<bool>> = Vec::new();
        for file in files {
            let entries = file
                .archive
                .as_ref()
                .map_or(0, |archive| archive.entries.len());
            let mut own = vec![false; entries + 1];
            for refused in file.diagnostics.iter().filter(|one| is_about_content(one)) {
                own[place(refused.entry)] = true;
            }
            bad.push(own);
        }
        Self { files, bad }
    }

    /// The one file, of those that answer a name, that is surely the piece. Copies of it make no doubt, nor what is at fault beside it.
    fn choose(&self, found: &[Found], name: &str) -> Result<Taken, &'static str> {
        if found.iter().any(|&at| is_pending(self.files, at)) {
            return Err(PENDING);
        }
        let mut chosen: Option<Taken> = None;
        let mut trouble = BAD;
        for &from in found {
            match self.source(from, name) {
                Err(why) => trouble = why,
                Ok(source) => match &chosen {
                    None => chosen = Some(Taken { from, source }),
                    Some(first) => {
                        let content = |stored: &Stored| (stored.crc, stored.unpacked);
                        if content(&first.source.stored) != content(&source.stored) {
                            return Err(SEVERAL);
                        }
                    }
                },
            }
        }
        chosen.ok_or(trouble)
    }

    fn source(&self, from: Found, name: &str) -> Result<Source, &'static str> {
        let document = &self.files[from.file];
        let small = |size: u64| u32::try_from(size).map_err(|_| BAD);
        if self.bad[from.file][place(from.entry)] {
            return Err(BAD);
        }
        let Some((archive, index)) = document.archive.as_ref().zip(from.entry) else {
            let loose = document.loose.ok_or(BAD)?;
            let (_, crc) = loose.content.ok_or(BAD)?;
            let size = small(loose.size)?;
            return Ok(Source {
                range: 0..loose.size,
                stored: Stored {
                    name: name.to_owned(),
                    method: 0,
                    crc,
                    packed: size,
                    unpacked: size,
                },
            });
        };
        if archive
            .faults
            .iter()
            .any(|fault| matches!(fault, Fault::Incoherent(_)))
        {
            return Err(AMBIGUOUS);
        }
        let entry: &Entry = &archive.entries[index as usize];
        let range = entry
            .stored()
            .filter(|_| entry.content.is_some())
            .ok_or(BAD)?;
        let header = &entry.central.header;
        Ok(Source {
            stored: Stored {
                name: name.to_owned(),
                method: header.method,
                crc: header.crc,
                packed: small(range.end - range.start)?,
                unpacked: small(entry.size)?,
            },
            range,
        })
    }
}

fn place(entry: Option<u32>) -> usize {
    entry.map_or(0, |entry| entry as usize + 1)
}
