//! Places in a file: byte spans, lines and columns. The only module that counts.

use std::sync::{Arc, OnceLock};

/// A half-open range of byte offsets into the file as dropped (a BOM counts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte, never below `start`.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }
    /// Number of bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }
    /// True when the span has no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// The bytes of `file` under this span; empty when it lies outside.
    pub fn of(self, file: &[u8]) -> &[u8] {
        file.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }
}

/// How the bytes of a file are to be read as characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a BOM: what the portal expects.
    #[default]
    Utf8,
    /// Not UTF-8; each byte is one character (Windows-1252).
    Windows1252,
    /// UTF-16, little-endian: recognised, not read.
    Utf16Le,
    /// UTF-16, big-endian: recognised, not read.
    Utf16Be,
    /// No text at all (NUL bytes): recognised, not read.
    Binary,
}

/// The UTF-8 byte order mark: it counts in offsets, not in columns.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A place as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineCol {
    /// Line, 1 for the first; it ends with LF, CRLF or a lone CR.
    pub line: u32,
    /// Column, 1 for the first, in UTF-16 code units.
    pub column: u32,
}

/// True for equal bytes. Keys are short: comparing eight bytes at a time in place is faster than a call, in WebAssembly above all.
#[inline]
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (mut left, mut right) = (a, b);
    while let (Some((x, a)), Some((y, b))) = (
        left.split_first_chunk::<8>(),
        right.split_first_chunk::<8>(),
    ) {
        if u64::from_le_bytes(*x) != u64::from_le_bytes(*y) {
            return false;
        }
        (left, right) = (a, b);
    }
    match (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        (Some(x), Some(y)) => u64::from_le_bytes(*x) == u64::from_le_bytes(*y),
        _ => left.iter().eq(right),
    }
}

/// Bytes between two checkpoints: what a question reads at most, a few times.
const STEP: usize = 2048;

/// Finds the lines and columns of offsets. Nothing is counted before the first question; then one pass keeps a checkpoint
/// every [`STEP`] bytes, so that a question costs the same in a file of one single line.
pub struct LineIndex<'a> {
    bytes: &'a [u8],
    encoding: Encoding,
    checkpoints: Checkpoints,
}

/// Every [`STEP`] bytes, what is known there; empty until the first question. Shared by the indexes of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checkpoints(Arc<OnceLock<Vec<Checkpoint>>>);

/// What is known at a multiple of [`STEP`]; by default, at the start of the file.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    /// Lines that end before, so the index of the current one, 0 for the first.
    line: u32,
    /// Offset of the current line's first byte.
    start: u32,
    /// UTF-16 code units between the two.
    units: u32,
}

impl<'a> LineIndex<'a> {
    /// An index of `bytes`, read as `encoding`.
    pub fn new(bytes: &'a [u8], encoding: Encoding) -> Self {
        Self::sharing(bytes, encoding, &Checkpoints::default())
    }

    /// The same, that counts for the next index of the same bytes too.
    pub(crate) fn sharing(bytes: &'a [u8], encoding: Encoding, checkpoints: &Checkpoints) -> Self {
        Self {
            bytes,
            encoding,
            checkpoints: checkpoints.clone(),
        }
    }

    /// Line and column of a byte; one inside a character is at that character, one past the end is at the end.
    pub fn place(&self, offset: u32) -> LineCol {
        let offset = self.character_start((offset as usize).min(self.bytes.len()));
        let block = offset / STEP * STEP;
        // What is near the start is told without counting the rest.
        let known = match offset / STEP {
            0 => Checkpoint::default(),
            step => self.checkpoints()[step],
        };
        let before = known.advance(self, block, offset);
        LineCol {
            line: before.line + 1,
            column: before.units + 1,
        }
    }

    /// The bytes of a line, 1 for the first, without what ends it; empty past the last.
    pub fn line(&self, line: u32) -> Span {
        let Some(start) = line.checked_sub(1).and_then(|index| self.line_start(index)) else {
            let end = self.bytes.len() as u32;
            return Span::new(end, end);
        };
        let mut end = self.line_start(line).unwrap_or(self.bytes.len());
        if line < self.lines() {
            let crlf = self.bytes[start..end].ends_with(b"\r\n");
            end -= if crlf { 2 } else { 1 };
        }
        Span::new(start as u32, end as u32)
    }

    /// Number of lines: one more than there are line ends.
    pub fn lines(&self) -> u32 {
        let last = self.checkpoints().len() - 1;
        self.checkpoints()[last].line + ends(self.bytes, last * STEP, self.bytes.len()) + 1
    }

    /// Where the line of this index (0 for the first) starts.
    fn line_start(&self, index: u32) -> Option<usize> {
        let checkpoints = self.checkpoints();
        let after = checkpoints.partition_point(|checkpoint| checkpoint.line < index);
        if let Some(checkpoint) = checkpoints.get(after)
            && checkpoint.line == index
        {
            return Some(checkpoint.start as usize);
        }
        let block = after.checked_sub(1)?;
        let wanted = index - checkpoints[block].line;
        let from = block * STEP;
        let to = self.bytes.len().min(from + STEP);
        let end = (from..to)
            .filter(|&at| ends_line(self.bytes, at))
            .nth(wanted as usize - 1)?;
        Some(end + 1)
    }

    fn checkpoints(&self) -> &[Checkpoint] {
        self.checkpoints.0.get_or_init(|| {
            let mut checkpoint = Checkpoint::default();
            let mut all = Vec::with_capacity(self.bytes.len() / STEP + 1);
            all.push(checkpoint);
            for block in (STEP..=self.bytes.len()).step_by(STEP) {
                checkpoint = checkpoint.advance(self, block - STEP, block);
                all.push(checkpoint);
            }
            all
        })
    }

    fn character_start(&self, mut offset: usize) -> usize {
        if self.encoding == Encoding::Utf8 {
            while offset > 0
                && self
                    .bytes
                    .get(offset)
                    .is_some_and(|&byte| is_continuation(byte))
            {
                offset -= 1;
            }
        }
        offset
    }

    /// UTF-16 code units of `self.bytes[from..to]`, both on the same line.
    fn units(&self, from: usize, to: usize) -> u32 {
        let bom = if from == 0 && self.bytes.starts_with(BOM) {
            BOM.len().min(to)
        } else {
            0
        };
        let bytes = &self.bytes[from + bom..to];
        match self.encoding {
            Encoding::Utf8 => utf16_units(bytes),
            _ => bytes.len() as u32,
        }
    }
}

impl Checkpoint {
    /// What is known at `to` when `self` is known at `from`.
    fn advance(self, index: &LineIndex<'_>, from: usize, to: usize) -> Self {
        let bytes = index.bytes;
        let count = ends(bytes, from, to);
        if count == 0 {
            return Self {
                units: self.units + index.units(from, to),
                ..self
            };
        }
        let start = (from..to)
            .rev()
            .find(|&at| ends_line(bytes, at))
            .map_or(from, |at| at + 1);
        Self {
            line: self.line + count,
            start: start as u32,
            units: index.units(start, to),
        }
    }
}

/// True when a line ends with the byte at `at`.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

/// How many lines end in `from..to`.
fn ends(bytes: &[u8], from: usize, to: usize) -> u32 {
    let block = &bytes[from..to];
    let line_feeds = memchr::memchr_iter(b'\n', block).count();
    let carriage_returns = memchr::memchr_iter(b'\r', block)
        .filter(|&at| ends_line(bytes, from + at))
        .count();
    (line_feeds + carriage_returns) as u32
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// One for each byte that starts a character, one more for each character beyond U+FFFF. Eight bytes at a time, a bit for each.
fn utf16_units(bytes: &[u8]) -> u32 {
    const LOWEST: u64 = u64::from_le_bytes([1; 8]);
    let of = |eight: u64| {
        let continuation = eight >> 7 & !(eight >> 6) & LOWEST;
        let beyond = eight >> 7 & eight >> 6 & eight >> 5 & eight >> 4 & LOWEST;
        8 - continuation.count_ones() + beyond.count_ones()
    };
    let (eights, rest) = bytes.as_chunks();
    let last = rest.iter().map(|&byte| of(u64::from(byte)) - 7);
    let units: u32 = eights.iter().map(|&few| of(u64::from_le_bytes(few))).sum();
    units + last.sum::<u32>()
}
