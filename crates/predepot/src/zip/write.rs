//! Writing a ZIP around data that is copied as it is: the records of plain entries, without descriptors, extra fields or zip64.

use super::record::{END, ENTRY, LOCAL, flag};

/// What the records say of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub name: String,
    /// The compression method of its data.
    pub method: u16,
    /// The CRC-32 of its data, once inflated.
    pub crc: u32,
    /// Bytes of its data as stored.
    pub packed: u32,
    /// Bytes of its data once inflated.
    pub unpacked: u32,
}

/// What inflates needs this version of readers (4.4.3).
const VERSION: u16 = 20;
/// The first day that a ZIP can say: when a piece was written is nobody's business.
const DATE: u16 = 1 << 5 | 1;

/// The bytes of an entry in a ZIP: its data and both records.
pub fn weight(entry: &Stored) -> u64 {
    u64::from(entry.packed) + 2 * entry.name.len() as u64 + 30 + 46
}

/// The local header (4.3.7).
pub fn local(entry: &Stored) -> Vec<u8> {
    let mut bytes = LOCAL.to_vec();
    both(&mut bytes, entry);
    put16(&mut bytes, &[0]);
    bytes.extend_from_slice(entry.name.as_bytes());
    bytes
}

/// The directory (4.3.12) of entries that follow one another from the start of the file, and the end record (4.3.16).
pub fn directory(entries: &[Stored]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut offset = 0_u32;
    for entry in entries {
        bytes.extend_from_slice(&ENTRY);
        put16(&mut bytes, &[VERSION]);
        both(&mut bytes, entry);
        // No extra field, comment, volume nor attributes.
        put16(&mut bytes, &[0; 6]);
        put32(&mut bytes, &[offset]);
        bytes.extend_from_slice(entry.name.as_bytes());
        offset += entry.packed + 30 + entry.name.len() as u32;
    }
    let size = bytes.len() as u32;
    let count = entries.len() as u16;
    bytes.extend_from_slice(&END);
    put16(&mut bytes, &[0, 0, count, count]);
    put32(&mut bytes, &[size, offset]);
    put16(&mut bytes, &[0]);
    bytes
}

/// What both records say in the same order.
fn both(bytes: &mut Vec<u8>, entry: &Stored) {
    let flags = if entry.name.is_ascii() { 0 } else { flag::UTF8 };
    put16(bytes, &[VERSION, flags, entry.method, 0, DATE]);
    put32(bytes, &[entry.crc, entry.packed, entry.unpacked]);
    put16(bytes, &[entry.name.len() as u16]);
}

#[inline(never)]
fn put16(bytes: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
}

#[inline(never)]
fn put32(bytes: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn what_is_written_is_read_without_a_fault() {
        let datas: [(&str, &[u8]); 2] = [("a.pdf", b"%PDF-1.7\n%%EOF"), ("\u{e9}.png", b"")];
        let entries = datas.map(|(name, data)| Stored {
            name: name.to_owned(),
            method: 0,
            crc: super::super::crc32(data),
            packed: data.len() as u32,
            unpacked: data.len() as u32,
        });
        let mut bytes = Vec::new();
        for (entry, (_, data)) in entries.iter().zip(datas) {
            bytes.extend(local(entry));
            bytes.extend(data);
        }
        bytes.extend(directory(&entries));
        let total: u64 = entries.iter().map(weight).sum();
        assert_eq!(bytes.len() as u64, total + 22);
        let archive = read(&bytes);
        assert_eq!(archive.faults, []);
        for (entry, (name, data)) in archive.entries.iter().zip(datas) {
            assert_eq!((&entry.name.text[..], &entry.faults[..]), (name, &[][..]));
            let stored = entry.stored().unwrap_or_default();
            assert_eq!(&bytes[stored.start as usize..stored.end as usize], data);
            assert!(!entry.is_pending());
        }
    }
}
