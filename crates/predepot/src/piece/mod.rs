//! A supporting document by its content, which comes in slices of any size: what it is, whether it is whole, whether it is protected.

mod jpeg;
mod kind;
mod pdf;
mod png;

pub use kind::Kind;

use crc::{Digest, Table};
use sha2::{Digest as _, Sha256};

use crate::zip;

/// What was found in a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// What it is.
    pub kind: Kind,
    /// What should end a PDF, PNG or JPEG is not there.
    pub truncated: bool,
    /// A PDF that is encrypted.
    pub protected: bool,
}

/// A piece outside a ZIP, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loose {
    /// Its size in bytes.
    pub size: u64,
    /// What it holds, and its CRC-32; `None` when it was not read to its end.
    pub content: Option<(Content, u32)>,
    /// Its SHA-256, likewise: its bytes are not kept until a report is written.
    pub sha256: Option<[u8; 32]>,
}

/// The reading of a loose piece, slice by slice.
pub struct LooseReading {
    size: u64,
    read: u64,
    inspector: Inspector,
    crc: Digest<'static, u32, Table<16>>,
    sha256: Sha256,
}

impl LooseReading {
    /// The reading of a file of this size.
    pub fn new(size: u64) -> Self {
        Self {
            size,
            read: 0,
            inspector: Inspector::default(),
            crc: zip::digest(),
            sha256: Sha256::new(),
        }
    }

    /// Reads on.
    pub fn read(&mut self, bytes: &[u8]) {
        self.read += bytes.len() as u64;
        self.inspector.read(bytes);
        self.crc.update(bytes);
        self.sha256.update(bytes);
    }

    /// What was found.
    pub fn finish(self) -> Loose {
        let whole = self.read == self.size;
        Loose {
            size: self.size,
            content: whole.then(|| (self.inspector.finish(), self.crc.finalize())),
            sha256: whole.then(|| self.sha256.finalize().into()),
        }
    }
}

/// Reads a content from its first byte to its last.
#[derive(Default)]
pub struct Inspector {
    state: State,
}

enum State {
    /// What it is, is not known yet: its first bytes.
    Start(Vec<u8>),
    Pdf(pdf::Pdf),
    Png(png::Png),
    Jpeg(jpeg::Jpeg),
    Other(Kind),
}

impl Default for State {
    fn default() -> Self {
        State::Start(Vec::new())
    }
}

impl Inspector {
    /// Reads on.
    pub fn read(&mut self, bytes: &[u8]) {
        match &mut self.state {
            State::Start(first) => {
                let missing = kind::FIRST - first.len();
                let (before, after) = bytes.split_at(missing.min(bytes.len()));
                first.extend_from_slice(before);
                if first.len() == kind::FIRST {
                    let first = std::mem::take(first);
                    self.start(&first);
                    self.read(after);
                }
            }
            State::Pdf(pdf) => pdf.read(bytes),
            State::Png(png) => png.read(bytes),
            State::Jpeg(jpeg) => jpeg.read(bytes),
            State::Other(_) => {}
        }
    }

    fn start(&mut self, first: &[u8]) {
        let kind = kind::of(first);
        self.state = match kind {
            Kind::Pdf => State::Pdf(pdf::Pdf::default()),
            Kind::Png => State::Png(png::Png::default()),
            Kind::Jpeg => State::Jpeg(jpeg::Jpeg::default()),
            other => State::Other(other),
        };
        self.read(first);
    }

    /// What was found, once everything is read.
    pub fn finish(mut self) -> Content {
        if let State::Start(first) = &mut self.state {
            let first = std::mem::take(first);
            self.start(&first);
        }
        let (kind, truncated, protected) = match &self.state {
            State::Pdf(pdf) => (Kind::Pdf, !pdf.has_end(), pdf.is_protected()),
            State::Png(png) => (Kind::Png, !png.has_end(), false),
            State::Jpeg(jpeg) => (Kind::Jpeg, !jpeg.has_end(), false),
            State::Other(kind) => (*kind, false, false),
            State::Start(_) => (Kind::Empty, false, false),
        };
        Content {
            kind,
            truncated,
            protected,
        }
    }
}

/// What a content is, by its first bytes.
pub fn kind_of(first: &[u8]) -> Kind {
    kind::of(&first[..first.len().min(kind::FIRST)])
}

/// What is found in bytes that are all at hand.
pub fn inspect(bytes: &[u8]) -> Content {
    let mut inspector = Inspector::default();
    inspector.read(bytes);
    inspector.finish()
}

/// The same whole and byte by byte.
#[cfg(test)]
#[track_caller]
fn check(bytes: &[u8], kind: Kind, truncated: bool, protected: bool) {
    let mut one_by_one = Inspector::default();
    bytes.chunks(1).for_each(|byte| one_by_one.read(byte));
    let expected = Content {
        kind,
        truncated,
        protected,
    };
    assert_eq!((inspect(bytes), one_by_one.finish()), (expected, expected));
}
