//! ZIPs made from any bytes: a right one, then changed here and there.

use crate::zip::{DESCRIPTOR, Entry, Header, PDF, UTF8, crc32, deflated, extra, file, zip, zip64};

/// What a ZIP is made from, read byte by byte; zeros follow its end.
pub struct Recipe<'a>(&'a [u8]);

const NAMES: [&str; 8] = [
    "a.pdf",
    "b.pdf",
    "x/a.pdf",
    "été.pdf",
    "x/",
    "A.PDF",
    "./a.pdf",
    "c",
];

impl<'a> Recipe<'a> {
    /// From these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn next(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// The ZIP.
    pub fn zip(mut self) -> Vec<u8> {
        let count = self.next() % 4;
        let mut made = zip((0..count).map(|_| self.entry()));
        let shape = self.next();
        made.zip64 = shape & 1 != 0;
        if shape & 6 == 6 {
            made.before = vec![b'.'; 3];
        }
        if shape & 0x18 == 0x18 {
            made.between = b"PK\x01".to_vec();
        }
        if shape & 0x60 == 0x60 {
            made.after = b"\r\n".to_vec();
        }
        if shape & 0x80 != 0 {
            made = made.end(|end| end.comment = b"bonjour".to_vec());
        }
        let mut bytes = made.bytes();
        // Half of them are left as they are.
        let changes = self.next();
        for _ in 0..changes.saturating_sub(127) % 5 {
            let [high, low, value] = [self.next(), self.next(), self.next()];
            // From the end, where the records are.
            let back = usize::from(u16::from_be_bytes([high, low])) % bytes.len();
            let at = bytes.len() - 1 - back;
            bytes[at] = match value {
                0 => 0xff,
                value => bytes[at] ^ value,
            };
        }
        if changes == 255 {
            bytes.truncate(usize::from(self.next()));
        }
        bytes
    }

    fn entry(&mut self) -> Entry {
        let name = NAMES[usize::from(self.next()) % NAMES.len()];
        let kind = self.next();
        let content: Vec<u8> = match kind & 3 {
            _ if name.ends_with('/') => Vec::new(),
            0 => PDF.to_vec(),
            1 => PDF.repeat(9),
            2 => b"PK\x03\x04PK\x01\x02PK\x05\x06".repeat(3),
            _ => Vec::new(),
        };
        let mut made = match kind & 4 {
            0 => file(name, &content),
            _ => deflated(name, &content),
        };
        let Header {
            packed, unpacked, ..
        } = made.central;
        let numbers = zip64(&[unpacked.into(), packed.into()]);
        made = match kind >> 3 & 7 {
            1 => made.streamed(),
            2 => {
                let mut made = made.streamed();
                made.after.drain(..4);
                made
            }
            3 => made.local(|header| {
                (header.packed, header.unpacked) = (u32::MAX, u32::MAX);
                header.extra = numbers.clone();
            }),
            4 => made.with(|header| {
                (header.packed, header.unpacked) = (u32::MAX, u32::MAX);
                header.extra = numbers.clone();
            }),
            5 => made.central(|header| {
                header.unpacked = u32::MAX;
                header.extra = zip64(&[unpacked.into()]);
            }),
            6 => {
                let path = [
                    &[1][..],
                    &crc32(name.as_bytes()).to_le_bytes(),
                    name.as_bytes(),
                ];
                made.with(|header| header.extra = extra(0x7075, &path.concat()))
            }
            _ => made,
        };
        match kind >> 6 {
            1 => made.with(|header| header.flags ^= UTF8),
            2 => made.local(|header| header.flags ^= DESCRIPTOR),
            _ => made,
        }
    }
}
