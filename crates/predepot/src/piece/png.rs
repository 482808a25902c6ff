//! A PNG, by its chunks (PNG specification, 5.3): each says its length, the last is IEND.

/// What is known so far.
pub(super) struct Png {
    /// Bytes to pass over: the signature, then what is left of a chunk.
    skipped: u64,
    /// The length and type of the next chunk, as far as read.
    head: Vec<u8>,
    /// The last chunk was found.
    last: bool,
}

impl Default for Png {
    fn default() -> Self {
        Self {
            skipped: 8,
            head: Vec::with_capacity(8),
            last: false,
        }
    }
}

impl Png {
    pub(super) fn read(&mut self, mut bytes: &[u8]) {
        loop {
            let skipped = usize::try_from(self.skipped)
                .unwrap_or(usize::MAX)
                .min(bytes.len());
            self.skipped -= skipped as u64;
            bytes = &bytes[skipped..];
            if self.last || bytes.is_empty() {
                return;
            }
            let (head, rest) = bytes.split_at(bytes.len().min(8 - self.head.len()));
            self.head.extend_from_slice(head);
            bytes = rest;
            if let [a, b, c, d, kind @ ..] = &self.head[..]
                && kind.len() == 4
            {
                self.last = kind == b"IEND";
                // The data, then its CRC.
                self.skipped = u64::from(u32::from_be_bytes([*a, *b, *c, *d])) + 4;
                self.head.clear();
            }
        }
    }

    /// True when the last chunk is there, whole.
    pub(super) fn has_end(&self) -> bool {
        self.last && self.skipped == 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, check};

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x05IDATabcdeCRC.\0\0\0\0IEND\xae\x42\x60\x82";

    #[test]
    fn whole() {
        check(PNG, Kind::Png, false, false);
    }
    #[test]
    fn with_something_after() {
        check(&[PNG, b"\n\n"].concat(), Kind::Png, false, false);
    }
    #[test]
    fn cut_at_every_byte() {
        for end in 8..PNG.len() {
            check(&PNG[..end], Kind::Png, true, false);
        }
    }
}
