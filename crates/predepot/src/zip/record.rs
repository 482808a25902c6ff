//! The records of a ZIP, each as found (PKWARE's APPNOTE, sections 4.3 and 4.5). Nothing here compares one with another.

/// Starts a local header.
pub(super) const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// Starts an entry of the directory.
pub(super) const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// Starts the end record.
pub(super) const END: [u8; 4] = *b"PK\x05\x06";
/// Starts the zip64 end record.
pub(super) const END64: [u8; 4] = *b"PK\x06\x06";
/// Starts the zip64 locator.
pub(super) const LOCATOR: [u8; 4] = *b"PK\x06\x07";
/// Starts most data descriptors.
const DESCRIPTOR: [u8; 4] = *b"PK\x07\x08";

/// True when a record of a ZIP seems to start in these bytes.
pub(super) fn has_record(bytes: &[u8]) -> bool {
    crate::bytes::find_all(bytes, b"PK").any(|at| {
        let rest = &bytes[at..];
        [LOCAL, ENTRY, END, END64, LOCATOR]
            .iter()
            .any(|signature| rest.starts_with(signature))
    })
}

/// In place of a number that a zip64 field holds.
pub(super) const IN_ZIP64: u32 = u32::MAX;

/// Numbers in a row, least significant byte first.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }
    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }
    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }
    fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }
    fn bytes(&mut self, length: u16) -> Option<&'a [u8]> {
        let (first, rest) = self.0.split_at_checked(length.into())?;
        self.0 = rest;
        Some(first)
    }
    fn signature(&mut self, expected: [u8; 4]) -> Option<()> {
        (self.array::<4>()? == expected).then_some(())
    }
}

/// The end record (4.3.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    /// The number of this volume.
    pub volume: u16,
    /// The volume where the directory starts.
    pub directory_volume: u16,
    /// Entries on this volume.
    pub volume_entries: u16,
    /// Entries in all.
    pub entries: u16,
    /// Bytes of the directory.
    pub size: u32,
    /// Where the directory starts.
    pub offset: u32,
    /// Bytes of the comment that follows.
    pub comment: u16,
}

impl End {
    /// Its bytes, without the comment.
    pub(super) const LENGTH: u64 = 22;

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields(bytes);
        fields.signature(END)?;
        Some(Self {
            volume: fields.u16()?,
            directory_volume: fields.u16()?,
            volume_entries: fields.u16()?,
            entries: fields.u16()?,
            size: fields.u32()?,
            offset: fields.u32()?,
            comment: fields.u16()?,
        })
    }
}

/// The zip64 end record (4.3.14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End64 {
    /// Bytes of the record after its first twelve.
    pub length: u64,
    /// The number of this volume.
    pub volume: u32,
    /// The volume where the directory starts.
    pub directory_volume: u32,
    /// Entries on this volume.
    pub volume_entries: u64,
    /// Entries in all.
    pub entries: u64,
    /// Bytes of the directory.
    pub size: u64,
    /// Where the directory starts.
    pub offset: u64,
}

impl End64 {
    /// Its bytes, when nothing is added to it.
    pub(super) const LENGTH: u64 = 56;

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields(bytes);
        fields.signature(END64)?;
        let length = fields.u64()?;
        fields.array::<4>()?;
        Some(Self {
            length,
            volume: fields.u32()?,
            directory_volume: fields.u32()?,
            volume_entries: fields.u64()?,
            entries: fields.u64()?,
            size: fields.u64()?,
            offset: fields.u64()?,
        })
    }
}

/// The zip64 locator (4.3.15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Locator {
    /// The volume where the zip64 end record starts.
    pub volume: u32,
    /// Where it starts in it.
    pub offset: u64,
    /// How many volumes there are.
    pub volumes: u32,
}

impl Locator {
    /// Its bytes.
    pub(super) const LENGTH: u64 = 20;

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields(bytes);
        fields.signature(LOCATOR)?;
        Some(Self {
            volume: fields.u32()?,
            offset: fields.u64()?,
            volumes: fields.u32()?,
        })
    }
}

/// What a local header and an entry of the directory both say of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Flags (4.4.4).
    pub flags: u16,
    /// Compression method (4.4.5).
    pub method: u16,
    /// The data's CRC-32.
    pub crc: u32,
    /// Bytes of the data as stored; [`u32::MAX`] when a zip64 field says it.
    pub packed: u32,
    /// Bytes of the data once inflated; likewise.
    pub unpacked: u32,
    /// The name's bytes.
    pub name: Vec<u8>,
    /// The extra fields' bytes.
    pub extra: Vec<u8>,
}

/// Flags of a header.
pub(super) mod flag {
    pub(in super::super) const ENCRYPTED: u16 = 1;
    pub(in super::super) const DESCRIPTOR: u16 = 1 << 3;
    pub(in super::super) const STRONGLY_ENCRYPTED: u16 = 1 << 6;
    pub(in super::super) const UTF8: u16 = 1 << 11;
    pub(in super::super) const MASKED: u16 = 1 << 13;
}

impl Header {
    /// The method, flags and numbers that stand in the same order in both records.
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (flags, method) = (fields.u16()?, fields.u16()?);
        // The time and the date.
        fields.u32()?;
        Some(Self {
            flags,
            method,
            crc: fields.u32()?,
            packed: fields.u32()?,
            unpacked: fields.u32()?,
            name: Vec::new(),
            extra: Vec::new(),
        })
    }

    /// True when a flag is set.
    pub(super) fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }
}

/// A local header (4.3.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local {
    /// What it says.
    pub header: Header,
    /// Its bytes, name and extra fields included.
    pub length: u64,
}

impl Local {
    /// Its bytes, without the name and the extra fields.
    pub(super) const LENGTH: u64 = 30;

    /// How many bytes it has in all, from its first thirty.
    pub(super) fn length(bytes: &[u8]) -> Option<u64> {
        let mut fields = Fields(bytes.get(26..)?);
        Some(Self::LENGTH + u64::from(fields.u16()?) + u64::from(fields.u16()?))
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields(bytes);
        fields.signature(LOCAL)?;
        fields.u16()?;
        let mut header = Header::read(&mut fields)?;
        let (name, extra) = (fields.u16()?, fields.u16()?);
        header.name = fields.bytes(name)?.to_vec();
        header.extra = fields.bytes(extra)?.to_vec();
        Some(Self {
            header,
            length: Self::LENGTH + u64::from(name) + u64::from(extra),
        })
    }
}

/// An entry of the directory (4.3.12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Central {
    /// What it says of the entry.
    pub header: Header,
    /// The volume where the entry starts.
    pub volume: u16,
    /// What the system that made it knows of the file.
    pub attributes: u32,
    /// Where the local header starts; [`u32::MAX`] when a zip64 field says it.
    pub offset: u32,
    /// Its comment seems to hold a record.
    pub(super) hides: bool,
}

impl Central {
    /// One that says this.
    #[cfg(test)]
    pub(super) fn of(header: Header) -> Self {
        Self {
            header,
            volume: 0,
            attributes: 0,
            offset: 0,
            hides: false,
        }
    }

    /// Reads one and leaves in `fields` what follows it.
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        fields.signature(ENTRY)?;
        fields.u32()?;
        let mut header = Header::read(fields)?;
        let (name, extra, comment) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let volume = fields.u16()?;
        fields.u16()?;
        let (attributes, offset) = (fields.u32()?, fields.u32()?);
        header.name = fields.bytes(name)?.to_vec();
        header.extra = fields.bytes(extra)?.to_vec();
        let comment = fields.bytes(comment)?;
        Some(Self {
            header,
            volume,
            attributes,
            offset,
            hides: has_record(comment),
        })
    }

    /// True when its name says that it is a folder.
    pub(super) fn is_folder(&self) -> bool {
        self.header.name.ends_with(b"/")
    }

    /// True when its attributes, of MS-DOS or of Unix, say that it is a folder.
    pub(super) fn has_folder_attribute(&self) -> bool {
        self.attributes & 0x10 != 0 || self.attributes >> 28 == 0o4
    }
}

/// The numbers of an entry, whichever field says each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sizes {
    pub(super) unpacked: u64,
    pub(super) packed: u64,
    pub(super) offset: u64,
}

/// The extra fields (4.5.1): identifier and content of each. `None` stands for what cannot be read as one, once, at the end.
pub(super) fn extras(extra: &[u8]) -> impl Iterator<Item = Option<(u16, &[u8])>> {
    let mut rest = Fields(extra);
    std::iter::from_fn(move || {
        // Tools pad with zeros.
        if rest.0.iter().all(|&byte| byte == 0) {
            return None;
        }
        let mut field = || {
            let (id, length) = (rest.u16()?, rest.u16()?);
            Some((id, rest.bytes(length)?))
        };
        let field = field();
        if field.is_none() {
            rest.0 = &[];
        }
        Some(field)
    })
}

/// The identifier of the zip64 field (4.5.3).
const ZIP64: u16 = 0x0001;
/// The identifier of the name in UTF-8 (4.6.9).
const UNICODE_PATH: u16 = 0x7075;

/// What cannot be read in one way only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ambiguous;

/// The numbers of a header with its zip64 field. A field that repeats numbers that are already known must repeat them as they are.
pub(super) fn sizes(header: &Header, offset: Option<u32>) -> Result<Sizes, Ambiguous> {
    let mut found = Sizes {
        unpacked: header.unpacked.into(),
        packed: header.packed.into(),
        offset: offset.unwrap_or_default().into(),
    };
    let mut fields = extras(&header.extra)
        .flatten()
        .filter(|&(id, _)| id == ZIP64);
    let field = fields.next();
    if fields.next().is_some() {
        return Err(Ambiguous);
    }
    let missing = [
        header.unpacked == IN_ZIP64,
        header.packed == IN_ZIP64,
        offset == Some(IN_ZIP64),
    ];
    // One size alone could be meant only beyond 4 GB, which is not read. But `zip -fz` writes its directory so.
    let forced =
        offset.is_some() && missing == [true, false, false] && !header.has(flag::DESCRIPTOR);
    if missing[0] != missing[1] && !forced {
        return Err(Ambiguous);
    }
    let Some((_, content)) = field else {
        return if missing.contains(&true) {
            Err(Ambiguous)
        } else {
            Ok(found)
        };
    };
    let mut rest = Fields(content);
    let numbers = [&mut found.unpacked, &mut found.packed, &mut found.offset];
    for (number, missing) in numbers.into_iter().zip(missing) {
        if missing {
            *number = rest.u64().ok_or(Ambiguous)?;
        }
    }
    if rest.0.is_empty() {
        return Ok(found);
    }
    let mut all = Fields(content);
    let repeated = [found.unpacked, found.packed, found.offset];
    for &number in &repeated[..if offset.is_some() { 3 } else { 2 }] {
        if !all.0.is_empty() && all.u64() != Some(number) {
            return Err(Ambiguous);
        }
    }
    Ok(found)
}

/// The names in UTF-8 that extra fields give, and whether each is known to be of this very name.
pub(super) fn unicode_paths(header: &Header) -> impl Iterator<Item = (&[u8], bool)> {
    let crc = super::crc32(&header.name);
    extras(&header.extra)
        .flatten()
        .filter(|&(id, _)| id == UNICODE_PATH)
        .filter_map(move |(_, content)| {
            let mut fields = Fields(content);
            let is_current = fields.array::<1>()? == [1];
            let is_current = fields.u32()? == crc && is_current;
            Some((fields.0, is_current))
        })
}

/// The length of the data descriptor (4.3.9) that `bytes` start with and that says these numbers. It has a signature or not, sizes of
/// four or eight bytes: of those that fit, the one of length `exactly` if any, or else the longest.
pub(super) fn descriptor(bytes: &[u8], crc: u32, sizes: Sizes, exactly: u64) -> Option<u64> {
    let says = |signature: bool, long: bool| {
        let mut fields = Fields(bytes);
        if signature {
            fields.signature(DESCRIPTOR)?;
        }
        let crc_found = fields.u32()?;
        let mut size = || {
            if long {
                fields.u64()
            } else {
                fields.u32().map(u64::from)
            }
        };
        let found = (crc_found, size()?, size()?);
        let length = (bytes.len() - fields.0.len()) as u64;
        (found == (crc, sizes.packed, sizes.unpacked)).then_some(length)
    };
    let fitting = [(true, true), (false, true), (true, false), (false, false)]
        .map(|(signature, long)| says(signature, long));
    fitting
        .iter()
        .flatten()
        .find(|&&length| length == exactly)
        .or(fitting.iter().flatten().max())
        .copied()
}
