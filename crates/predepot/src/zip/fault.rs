//! What can be wrong with a ZIP or one of its entries.

/// What is wrong, with an archive as a whole or with one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is empty.
    Empty,
    /// It is no ZIP.
    NotZip,
    /// It is one of several volumes.
    Volumes,
    /// Its end is missing, or bytes before it.
    Truncated,
    /// It has more than can be read: entries, directory or file.
    TooLarge,
    /// It can be read in several ways.
    Incoherent(Incoherence),
    /// Bytes that belong to nothing.
    Surplus(Place),
    /// Two entries share bytes, or an entry and the directory.
    Overlap,
    /// What it would hold once inflated is out of proportion.
    Disproportion,
    /// The data is encrypted.
    Encrypted,
    /// The data is compressed by this other method (APPNOTE, 4.4.5).
    Method(u16),
    /// The data is not what the directory says.
    Corrupt(Corruption),
}

/// Where two readers part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incoherence {
    /// More than one end record.
    Ends,
    /// The number of entries.
    Count,
    /// The size or the place of the directory.
    Directory,
    /// The ordinary end record and the zip64 one.
    Zip64,
    /// Records of a ZIP that the directory does not know.
    Unlisted,
    /// No local header where the directory says.
    NoLocal,
    /// The name.
    Name,
    /// The compression method.
    Method,
    /// Whether it is encrypted.
    Encryption,
    /// The sizes or the CRC-32.
    Sizes,
    /// The data descriptor.
    Descriptor,
    /// The extra fields.
    Extra,
    /// A folder that has data.
    Folder,
}

/// Where bytes that belong to nothing stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first record.
    Before,
    /// Between two records.
    Between,
    /// After the last record.
    After,
}

/// How data is not what the directory says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corruption {
    /// It cannot be inflated.
    Data,
    /// It ends too early or goes on too long.
    Size,
    /// Its CRC-32 is another.
    Crc,
}
