//! Places in a file: byte spans, lines and columns. The only module that counts.

/// A half-open range of byte offsets into the file as dropped (a BOM counts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
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
        file.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// How the bytes of a file are to be read as characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a BOM: what the portal expects.
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
