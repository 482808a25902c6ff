//! What a content is, by its first bytes.

/// What a content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// A PNG image.
    Png,
    /// A JPEG image.
    Jpeg,
    /// Nothing.
    Empty,
    /// An archive: ZIP, 7z, RAR, gzip.
    Archive,
    /// A document of an office suite.
    Office,
    /// A web page.
    Html,
    /// An image of another format, by its name.
    Image(&'static str),
    /// A text.
    Text,
    /// Something else.
    Unknown,
}

/// Bytes that tell: readers look for the start of a PDF that far.
pub(super) const FIRST: usize = 1024;

/// What starts each kind.
const STARTS: &[(&[u8], Kind)] = &[
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"Rar!\x1a\x07", Kind::Archive),
    (b"\x1f\x8b\x08", Kind::Archive),
    (b"PK\x05\x06", Kind::Archive),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Office),
    (b"{\\rtf", Kind::Office),
    (b"GIF8", Kind::Image("GIF")),
    (b"II*\0", Kind::Image("TIFF")),
    (b"MM\0*", Kind::Image("TIFF")),
];

/// How the first file of an office document (a ZIP) is named.
const OFFICE: &[&[u8]] = &[
    b"[Content_Types].xml",
    b"mimetype",
    b"_rels/",
    b"docProps/",
    b"word/",
    b"xl/",
    b"ppt/",
];

/// What stands near: the pieces of a ZIP may be in a folder `word/`, but none is called so.
const PARTS: &[&[u8]] = &[b".xml", b"/media/", b"opendocument"];

/// What starts a web page, in lower case.
const HTML: &[&[u8]] = &[b"<!doctype html", b"<html", b"<head", b"<body"];

/// By the first [`FIRST`] bytes, or all when there are fewer.
pub(super) fn of(first: &[u8]) -> Kind {
    if first.is_empty() {
        return Kind::Empty;
    }
    if let Some(&(_, kind)) = STARTS.iter().find(|(start, _)| first.starts_with(start)) {
        return kind;
    }
    if first.starts_with(b"PK\x03\x04") {
        return match is_office(first) {
            true => Kind::Office,
            false => Kind::Archive,
        };
    }
    match (first.get(..4), first.get(4..12)) {
        (Some(b"RIFF"), Some([.., b'W', b'E', b'B', b'P'])) => return Kind::Image("WebP"),
        (_, Some(b"ftypheic" | b"ftypheix" | b"ftypmif1")) => return Kind::Image("HEIC"),
        (_, Some(b"ftypavif")) => return Kind::Image("AVIF"),
        (Some([b'B', b'M', ..]), Some([_, _, 0, 0, 0, 0, ..])) => return Kind::Image("BMP"),
        _ => {}
    }
    if crate::bytes::find(first, b"%PDF-").is_some() {
        return Kind::Pdf;
    }
    let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first);
    let words = text.trim_ascii_start();
    let is_html = |start: &&[u8]| {
        words
            .get(..start.len())
            .is_some_and(|words| words.eq_ignore_ascii_case(start))
    };
    if HTML.iter().any(is_html) {
        return Kind::Html;
    }
    let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0x80..);
    if text.iter().all(is_text) {
        return Kind::Text;
    }
    Kind::Unknown
}

/// True for a ZIP that starts as office documents do.
fn is_office(zip: &[u8]) -> bool {
    let name = zip.get(30..).unwrap_or_default();
    OFFICE.iter().any(|start| name.starts_with(start))
        && PARTS
            .iter()
            .any(|part| crate::bytes::find(name, part).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::Kind::{self, Archive, Empty, Html, Image, Office, Text, Unknown};

    fn check_other(bytes: &[u8], kind: Kind) {
        check(bytes, kind, false, false);
    }

    #[test]
    fn nothing() {
        check_other(b"", Empty);
    }
    #[test]
    fn an_archive() {
        check_other(b"PK\x03\x04", Archive);
        check_other(b"7z\xbc\xaf\x27\x1c\0", Archive);
    }
    #[test]
    fn an_office_document() {
        let zip = |first: &str| [b"PK\x03\x04", &[0; 26][..], first.as_bytes()].concat();
        for first in [
            "[Content_Types].xml",
            "_rels/.rels PK docProps/app.xml",
            "mimetypeapplication/vnd.oasis.opendocument.text",
            "word/numbering.xml",
            "word/media/image1.png",
        ] {
            check_other(&zip(first), Office);
        }
        for first in ["word/bon.pdf", "word/", "bon.xml", "mimetype.pdf"] {
            check_other(&zip(first), Archive);
        }
        check_other(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Office);
    }
    #[test]
    fn an_image_of_another_format() {
        check_other(b"\0\0\0\x18ftypheic\0\0\0\0", Image("HEIC"));
        check_other(b"RIFF\x24\0\0\0WEBPVP8 ", Image("WebP"));
        check_other(b"GIF89a", Image("GIF"));
        check_other(b"BM\x9a\0\0\0\0\0\0\0\x36\0", Image("BMP"));
    }
    #[test]
    fn a_page_saved_for_a_document() {
        check_other(b"\n<!DOCTYPE HTML><html>", Html);
    }
    #[test]
    fn a_text_or_anything() {
        check_other("Devis signé".as_bytes(), Text);
        check_other(b"BMW, devis du 2 octobre", Text);
        check_other(b"\0\0\0\0", Unknown);
    }
}
