//! Writes ZIPs: right by itself, and wrong where a test changes a record before it is written.

/// A PDF, as far as it is looked at.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n%%EOF\n";
/// A PNG, likewise.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82";
/// A JPEG, likewise.
pub const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x02data\xff\xd9";

/// Flags of headers.
pub const ENCRYPTED: u16 = 1;
/// A data descriptor follows.
pub const DESCRIPTOR: u16 = 1 << 3;
/// The name is in UTF-8.
pub const UTF8: u16 = 1 << 11;

/// What a header says of a file.
#[derive(Clone, Default)]
#[allow(missing_docs)]
pub struct Header {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub crc: u32,
    pub packed: u32,
    pub unpacked: u32,
    pub extra: Vec<u8>,
}

/// A file in a ZIP.
#[derive(Clone, Default)]
pub struct Entry {
    /// What stands before its data.
    pub local: Header,
    /// What the directory says.
    pub central: Header,
    /// Its data, as stored.
    pub data: Vec<u8>,
    /// What follows the data: a descriptor, or what belongs to nothing.
    pub after: Vec<u8>,
    /// Where the directory says that it is, when that is wrong.
    pub offset: Option<u32>,
    /// External attributes.
    pub attributes: u32,
    /// Its comment in the directory.
    pub comment: Vec<u8>,
}

impl Entry {
    /// The same change in both headers.
    #[must_use]
    pub fn with(mut self, change: impl Fn(&mut Header)) -> Self {
        change(&mut self.local);
        change(&mut self.central);
        self
    }
    /// A change in the local header alone.
    #[must_use]
    pub fn local(mut self, change: impl Fn(&mut Header)) -> Self {
        change(&mut self.local);
        self
    }
    /// A change in the directory alone.
    #[must_use]
    pub fn central(mut self, change: impl Fn(&mut Header)) -> Self {
        change(&mut self.central);
        self
    }
    /// What follows the data.
    #[must_use]
    pub fn after(mut self, bytes: &[u8]) -> Self {
        self.after = bytes.to_vec();
        self
    }
    /// Its numbers after its data, as tools that write to a pipe do.
    #[must_use]
    pub fn streamed(self) -> Self {
        let Header {
            crc,
            packed,
            unpacked,
            ..
        } = self.central;
        let numbers = [&b"PK\x07\x08"[..], &le(crc), &le(packed), &le(unpacked)].concat();
        self.with(|header| header.flags |= DESCRIPTOR)
            .local(|header| (header.crc, header.packed, header.unpacked) = (0, 0, 0))
            .after(&numbers)
    }
}

fn le(number: u32) -> [u8; 4] {
    number.to_le_bytes()
}

/// A file stored as it is.
pub fn file(name: &str, content: &[u8]) -> Entry {
    entry(name, content, content.to_vec(), 0)
}

/// A file deflated.
pub fn deflated(name: &str, content: &[u8]) -> Entry {
    let data = miniz_oxide::deflate::compress_to_vec(content, 6);
    entry(name, content, data, 8)
}

fn entry(name: &str, content: &[u8], data: Vec<u8>, method: u16) -> Entry {
    let header = Header {
        name: name.as_bytes().to_vec(),
        flags: if name.is_ascii() { 0 } else { UTF8 },
        method,
        crc: crc32(content),
        packed: data.len() as u32,
        unpacked: content.len() as u32,
        extra: Vec::new(),
    };
    Entry {
        local: header.clone(),
        central: header,
        data,
        ..Entry::default()
    }
}

/// The end record.
#[derive(Clone, Default)]
#[allow(missing_docs)]
pub struct End {
    pub volume: u16,
    pub directory_volume: u16,
    pub volume_entries: u16,
    pub entries: u16,
    pub size: u32,
    pub offset: u32,
    pub comment: Vec<u8>,
}

/// A ZIP to be written.
#[derive(Clone, Default)]
pub struct Zip {
    /// Its files, in order.
    pub entries: Vec<Entry>,
    /// What stands before everything, counted by the offsets.
    pub before: Vec<u8>,
    /// What stands between the directory and the end record.
    pub between: Vec<u8>,
    /// What stands after everything.
    pub after: Vec<u8>,
    /// A zip64 end record stands before the end record.
    pub zip64: bool,
    change_end: Option<fn(&mut End)>,
}

/// A ZIP of these files.
pub fn zip(entries: impl IntoIterator<Item = Entry>) -> Zip {
    Zip {
        entries: entries.into_iter().collect(),
        ..Zip::default()
    }
}

impl Zip {
    /// A change in the end record.
    #[must_use]
    pub fn end(mut self, change: fn(&mut End)) -> Self {
        self.change_end = Some(change);
        self
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = self.before.clone();
        let mut offsets = Vec::new();
        for entry in &self.entries {
            offsets.push(entry.offset.unwrap_or(out.len() as u32));
            out.extend(b"PK\x03\x04\x14\0");
            shared(&mut out, &entry.local);
            out.extend(&entry.local.name);
            out.extend(&entry.local.extra);
            out.extend(&entry.data);
            out.extend(&entry.after);
        }
        let start = out.len();
        for (entry, offset) in self.entries.iter().zip(offsets) {
            out.extend(b"PK\x01\x02\x14\0\x14\0");
            shared(&mut out, &entry.central);
            out.extend((entry.comment.len() as u16).to_le_bytes());
            out.extend([0; 4]);
            out.extend(le(entry.attributes));
            out.extend(le(offset));
            out.extend(&entry.central.name);
            out.extend(&entry.central.extra);
            out.extend(&entry.comment);
        }
        let count = self.entries.len() as u16;
        let mut end = End {
            volume_entries: count,
            entries: count,
            size: (out.len() - start) as u32,
            offset: start as u32,
            ..End::default()
        };
        out.extend(&self.between);
        if self.zip64 {
            let at = out.len() as u64;
            let long = |number: u64| number.to_le_bytes();
            out.extend(b"PK\x06\x06");
            out.extend(long(44));
            out.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            out.extend(
                [
                    count.into(),
                    count.into(),
                    end.size.into(),
                    end.offset.into(),
                ]
                .map(long)
                .concat(),
            );
            out.extend(b"PK\x06\x07\0\0\0\0");
            out.extend(long(at));
            out.extend(le(1));
            end = End {
                volume_entries: u16::MAX,
                entries: u16::MAX,
                size: u32::MAX,
                offset: u32::MAX,
                ..end
            };
        }
        if let Some(change) = self.change_end {
            change(&mut end);
        }
        write_end(&mut out, &end);
        out.extend(&self.after);
        out
    }
}

/// Writes an end record.
pub fn write_end(out: &mut Vec<u8>, end: &End) {
    out.extend(b"PK\x05\x06");
    for number in [
        end.volume,
        end.directory_volume,
        end.volume_entries,
        end.entries,
    ] {
        out.extend(number.to_le_bytes());
    }
    out.extend(le(end.size));
    out.extend(le(end.offset));
    out.extend((end.comment.len() as u16).to_le_bytes());
    out.extend(&end.comment);
}

/// What both headers say in the same order.
fn shared(out: &mut Vec<u8>, header: &Header) {
    out.extend(header.flags.to_le_bytes());
    out.extend(header.method.to_le_bytes());
    // The 1st of October 2023, at midnight.
    out.extend([0, 0, 0x41, 0x57]);
    for number in [header.crc, header.packed, header.unpacked] {
        out.extend(le(number));
    }
    out.extend((header.name.len() as u16).to_le_bytes());
    out.extend((header.extra.len() as u16).to_le_bytes());
}

/// An extra field.
pub fn extra(id: u16, content: &[u8]) -> Vec<u8> {
    [
        &id.to_le_bytes()[..],
        &(content.len() as u16).to_le_bytes(),
        content,
    ]
    .concat()
}

/// A zip64 field of these numbers.
pub fn zip64(numbers: &[u64]) -> Vec<u8> {
    let content: Vec<u8> = numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    extra(1, &content)
}

/// The CRC-32 of a content, bit by bit: not the product's own.
pub fn crc32(content: &[u8]) -> u32 {
    !content.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}
