//! The ZIPs and the pieces: a ZIP read by slices of a file, what it holds, and the table of pieces.

use predepot::check::{self, Content, Document, Dropped, Found, PieceRow, PieceState, Report};
use predepot::form;
use predepot::render::wire;
use predepot::zip::{self, Session};
use wasm_bindgen::prelude::*;

use super::{Deposit, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("pieces.d.ts");

/// What a file is, by its name and its first bytes (4096 are enough): "json", "zip", "piece" or "inconnu".
#[wasm_bindgen]
pub fn kind_of(name: &str, first: &[u8]) -> String {
    wire::kind(check::kind_of(name, first)).to_owned()
}

/// The reading of a ZIP: give what it wants until it wants nothing, then add it to a deposit.
#[wasm_bindgen]
pub struct ZipReading {
    name: String,
    session: Session,
}

#[wasm_bindgen]
impl ZipReading {
    /// The reading of a file of this name and size.
    #[wasm_bindgen(constructor)]
    pub fn new(name: String, size: f64) -> Self {
        Self {
            name,
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

    /// The entries known so far: `{name, size, folder}`.
    #[wasm_bindgen(unchecked_return_type = "Entry[]")]
    pub fn entries(&self) -> JsValue {
        to_js(&entries(&self.session.archive().entries))
    }
}

#[wasm_bindgen]
impl Deposit {
    /// Adds a ZIP that was read.
    pub fn add_zip(&mut self, reading: ZipReading) {
        self.added.push(Dropped {
            name: reading.name,
            content: Content::Zip(Box::new(reading.session.finish())),
        });
    }

    /// The table of pieces: those that the demandes declare, then the files that none does.
    #[wasm_bindgen(unchecked_return_type = "PieceRow[]")]
    pub fn pieces(&self) -> JsValue {
        to_js(&rows(&self.report))
    }

    /// The entries of a ZIP: `{name, size, folder}`.
    #[wasm_bindgen(unchecked_return_type = "Entry[]")]
    pub fn entries_of(&self, file: usize) -> JsValue {
        let archive = self.document(file).and_then(|file| file.archive.as_ref());
        to_js(&archive.map_or_else(Vec::new, |archive| entries(&archive.entries)))
    }

    /// For each finding of a file, the index of its entry in the ZIP + 1 (0 none).
    pub fn entry_of_diagnostics(&self, file: usize) -> Vec<u32> {
        let findings = self.document(file).map(|file| &file.diagnostics[..]);
        let findings = findings.unwrap_or_default().iter();
        findings
            .map(|finding| finding.entry.map_or(0, |entry| entry + 1))
            .collect()
    }
}

form! {
    /// An entry of a ZIP.
    Entry {
        "name" name: String,
        "size" size: u64,
        "folder" folder: bool,
    }
}

fn entries(of: &[zip::Entry]) -> Vec<Entry> {
    let entry = |entry: &zip::Entry| Entry {
        name: entry.name.text.clone(),
        size: entry.size,
        folder: entry.folder,
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
        let mut reading = ZipReading::new("pieces.zip".to_owned(), bytes.len() as f64);
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
        deposit.add_zip(reading);
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
