//! The ZIPs and the pieces: read by slices of files, what they hold, the table of pieces, and the new ZIPs that can be made of them.

use js_sys::Uint8Array;
use predepot::catalog::Language;
use predepot::check::{
    self, Content, Document, Dropped, Found, NewZip, PieceRow, PieceState, Report, prepare,
};
use predepot::form;
use predepot::piece::{Loose, LooseReading};
use predepot::render::wire;
use predepot::zip::{self, Session};
use wasm_bindgen::prelude::*;

use super::{Deposit, UNICODE, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("pieces.d.ts");

/// What a file is, by its name and its first bytes (4096 are enough): "json", "zip", "piece" or "inconnu".
#[wasm_bindgen]
pub fn kind_of(name: &str, first: &[u8]) -> String {
    wire::kind(check::kind_of(name, first)).to_owned()
}

/// The reading of a ZIP: give what it wants until it wants nothing. It can be added to deposits before that, as far as it is read.
#[wasm_bindgen]
pub struct ZipReading {
    session: Session,
}

#[wasm_bindgen]
impl ZipReading {
    /// The reading of a file of this size.
    #[wasm_bindgen(constructor)]
    pub fn new(size: f64) -> Self {
        Self {
            session: Session::new(size as u64),
        }
    }

    /// The bytes wanted: where they start and end; nothing once all is read.
    pub fn wants(&self) -> Vec<f64> {
        let want = self.session.wants();
        want.map_or_else(Vec::new, |want| vec![want.start as f64, want.end as f64])
    }

    /// Reads the first bytes wanted, as many as there are at hand.
    pub fn give(&mut self, bytes: &[u8]) {
        self.session.give(bytes);
    }

    /// How far it is: bytes and entries done with, entries in all.
    pub fn progress(&self) -> Vec<f64> {
        let progress = self.session.progress();
        let all = self.session.archive().entries.len();
        vec![progress.bytes as f64, progress.entries as f64, all as f64]
    }

    /// The entries known so far: `{name, size, folder, pending}`.
    #[wasm_bindgen(unchecked_return_type = "Entry[]")]
    pub fn entries(&self) -> JsValue {
        to_js(&entries(&self.session.archive().entries))
    }

    /// True once the entries are all there.
    pub fn is_listed(&self) -> bool {
        self.session.is_listed()
    }
}

/// The reading of a loose piece: give it its bytes in order, then add it to deposits.
#[wasm_bindgen]
pub struct PieceReading {
    size: u64,
    reading: Option<LooseReading>,
    found: Option<Loose>,
}

#[wasm_bindgen]
impl PieceReading {
    /// The reading of a file of this size.
    #[wasm_bindgen(constructor)]
    pub fn new(size: f64) -> Self {
        let size = size as u64;
        Self {
            size,
            reading: Some(LooseReading::new(size)),
            found: None,
        }
    }

    /// Reads on.
    pub fn give(&mut self, bytes: &[u8]) {
        if let Some(reading) = &mut self.reading {
            reading.read(bytes);
        }
    }

    /// All was given.
    pub fn finish(&mut self) {
        self.found = self.reading.take().map(LooseReading::finish);
    }
}

#[wasm_bindgen]
impl Deposit {
    /// Adds a ZIP, as far as it is read.
    pub fn add_zip(&mut self, name: String, reading: &ZipReading) {
        self.added.push(Dropped {
            name,
            content: Content::Zip(Box::new(reading.session.archive().clone())),
        });
    }

    /// Adds a loose piece, read or not.
    pub fn add_piece(&mut self, name: String, reading: &PieceReading) {
        let unread = Loose {
            size: reading.size,
            content: None,
            sha256: None,
        };
        self.added.push(Dropped {
            name,
            content: Content::Piece(reading.found.unwrap_or(unread)),
        });
    }

    /// The table of pieces: those that the demandes declare, then the files that none does.
    #[wasm_bindgen(unchecked_return_type = "PieceRow[]")]
    pub fn pieces(&self) -> JsValue {
        to_js(&rows(&self.report))
    }

    /// For each finding of a file, the index of its entry in the ZIP + 1 (0 none).
    pub fn entry_of_diagnostics(&self, file: usize) -> Vec<u32> {
        let findings = self.document(file).map(|file| &file.diagnostics[..]);
        let findings = findings.unwrap_or_default().iter();
        findings
            .map(|finding| finding.entry.map_or(0, |entry| entry + 1))
            .collect()
    }

    /// The new ZIPs that can be made of the files, and what they leave out.
    #[wasm_bindgen(unchecked_return_type = "Preparation")]
    pub fn preparation(&self) -> JsValue {
        let made = Preparation::new(&self.report, &self.renamings, self.language);
        to_js(&made)
    }

    /// The records of a new ZIP: one for each piece, then the one that ends it.
    pub fn zip_records(&self, zip: usize) -> Vec<Uint8Array> {
        let zip = self.new_zip(zip);
        let records = zip.map_or_else(Vec::new, |zip| zip.records());
        records
            .iter()
            .map(|bytes| Uint8Array::from(&bytes[..]))
            .collect()
    }

    /// The data of its pieces, each after its record, 3 numbers each: the file, where the data starts in it, where it ends.
    pub fn zip_slices(&self, zip: usize) -> Vec<f64> {
        let pieces = self.new_zip(zip).map_or_else(Vec::new, |zip| zip.pieces);
        let slice = |piece: &check::Taken| {
            let range = &piece.source.range;
            [piece.from.file as f64, range.start as f64, range.end as f64]
        };
        pieces.iter().flat_map(slice).collect()
    }
}

impl Deposit {
    fn new_zip(&self, zip: usize) -> Option<NewZip> {
        let zips = prepare(&self.report, UNICODE, &self.renamings).zips;
        zips.into_iter().nth(zip)
    }
}

form! {
    /// An entry of a ZIP.
    Entry {
        "name" name: String,
        "size" size: u64,
        "folder" folder: bool,
        "pending" pending: bool,
    }
}

fn entries(of: &[zip::Entry]) -> Vec<Entry> {
    let entry = |entry: &zip::Entry| Entry {
        name: entry.name.text.clone(),
        size: entry.size,
        folder: entry.folder,
        pending: entry.is_pending(),
    };
    of.iter().map(entry).collect()
}

form! {
    /// A line of the table of pieces.
    Row {
        "expected" expected: Option<Expected>,
        "found" found: Vec<Place>,
        "state" state: &'static str,
    }
}

form! {
    /// A declared piece, and where its name is written.
    Expected {
        "file" file: usize,
        "demande" demande: usize,
        "name" name: String,
        "line" line: u32,
        "column" column: u32,
    }
}

form! {
    /// A loose piece, or an entry of a ZIP by its index.
    Place {
        "file" file: usize,
        "entry" entry: Option<u32>,
    }
}

form! {
    /// What can be made.
    Preparation {
        "needed" needed: bool,
        "zips" zips: Vec<Zip>,
        "left" left: Vec<Left>,
        "aside" aside: Vec<Place>,
    }
}

form! {
    /// A new ZIP.
    Zip {
        "json" json: usize,
        "name" name: String,
        "size" size: u64,
        "pieces" pieces: Vec<Taken>,
    }
}

form! {
    /// A piece of a new ZIP.
    Taken {
        "from" from: Place,
        "name" name: String,
    }
}

form! {
    /// An expected piece that is in none.
    Left {
        "row" row: usize,
        "why" why: String,
    }
}

impl Preparation {
    fn new(report: &Report, renamings: &[(String, String)], language: Language) -> Self {
        let found = prepare(report, UNICODE, renamings);
        let taken = |piece: &check::Taken| Taken {
            from: place(&piece.from),
            name: piece.source.stored.name.clone(),
        };
        let zip = |zip: &NewZip| Zip {
            json: zip.json,
            name: zip.name.clone(),
            size: zip.size,
            pieces: zip.pieces.iter().map(taken).collect(),
        };
        let left = |left: &check::Left| Left {
            row: left.row,
            why: language.typeset(&language.say(left.why)),
        };
        Self {
            needed: found.needed,
            zips: found.zips.iter().map(zip).collect(),
            left: found.left.iter().map(left).collect(),
            aside: found.aside.iter().map(place).collect(),
        }
    }
}

fn rows(report: &Report) -> Vec<Row> {
    let lines: Vec<_> = report.files.iter().map(Document::lines).collect();
    let row = |row: &PieceRow| Row {
        expected: row.expected.as_ref().map(|expected| {
            let at = lines[expected.file].place(expected.span.start);
            Expected {
                file: expected.file,
                demande: expected.demande,
                name: expected.name.clone(),
                line: at.line,
                column: at.column,
            }
        }),
        found: row.found.iter().map(place).collect(),
        state: state(row.state),
    };
    report.pieces.iter().map(row).collect()
}

fn place(&Found { file, entry }: &Found) -> Place {
    Place { file, entry }
}

fn state(state: PieceState) -> &'static str {
    match state {
        PieceState::Presente => "presente",
        PieceState::Absente => "absente",
        PieceState::NonDeclaree => "non-declaree",
        PieceState::EnDouble => "en-double",
        PieceState::ContenuFautif => "contenu-fautif",
        PieceState::NomProche => "nom-proche",
        PieceState::NonLue => "non-lue",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::profiles;
    use predepot::render::json::compact;
    use predepot_tests::zip::{PDF, file, zip};

    const NAME: &str = "MDV-LGC-Va1-BDC-00001.pdf";

    /// A deposit of the template and of a ZIP of these files, read by slices of three bytes; not checked.
    fn deposit(names: &[&str]) -> Deposit {
        let template = profiles::by_id("MDV-LGC").map_or("", |profile| profile.template);
        let bytes = zip(names.iter().map(|name| file(name, PDF))).bytes();
        let mut reading = ZipReading::new(bytes.len() as f64);
        while let [start, end] = reading.wants()[..] {
            let asked = &bytes[start as usize..end as usize];
            reading.give(&asked[..asked.len().min(3)]);
        }
        let size = bytes.len() as f64;
        let all = names.len() as f64;
        assert_eq!(reading.progress(), [size, all, all]);
        let mut deposit = Deposit::new(2023, 10, 2);
        let json = "JSON-1234567890-20231002-001.json".to_owned();
        deposit.add(json, template.as_bytes().to_vec());
        deposit.add_zip("pieces.zip".to_owned(), &reading);
        deposit
    }

    /// The same checked natively, as JSON text.
    #[track_caller]
    fn check_rows(names: &[&str], expected: &str) {
        let added = deposit(names).added;
        let report = check::check(added, &check::Options::default());
        let rows = compact(&rows(&report));
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_piece_that_is_there() {
        check_rows(
            &[NAME],
            r#"[{"expected":{"file":0,"demande":0,"name":"MDV-LGC-Va1-BDC-00001.pdf","line":35,"column":25},"found":[{"file":1,"entry":0}],"state":"presente"}]"#,
        );
    }

    #[test]
    fn a_piece_that_is_not_and_one_that_is_not_declared() {
        check_rows(
            &["x/", "scan.pdf"],
            r#"[{"expected":{"file":0,"demande":0,"name":"MDV-LGC-Va1-BDC-00001.pdf","line":35,"column":25},"found":[],"state":"absente"},{"expected":null,"found":[{"file":1,"entry":1}],"state":"non-declaree"}]"#,
        );
    }

    #[test]
    fn a_file_is_told_by_its_first_bytes() {
        assert_eq!(kind_of("lot", b"PK\x03\x04"), "zip");
        assert_eq!(kind_of("a.json", b""), "json");
    }
}
