//! What a dropped file is, by its first bytes and its name.

use super::FileKind;
use super::piece::extension;
use crate::piece::{Kind, kind_of};

/// What a file of this name is, by its first bytes: a JSON, or meant as one, by its name or its first character; archives and pieces by their
/// content, or else their name. A document of an office suite is no ZIP, though it starts like one: its content tells, whatever its name.
pub fn kind(name: &str, bytes: &[u8]) -> FileKind {
    let extension = extension(name);
    let extension = extension.as_str();
    let is_piece = matches!(extension, "pdf" | "png" | "jpg" | "jpeg");
    match (extension, kind_of(bytes)) {
        ("json", _) => return FileKind::Json,
        ("zip", Kind::Office) => return FileKind::Piece,
        (_, Kind::Office) if is_piece => return FileKind::Piece,
        (_, Kind::Office) => return FileKind::Inconnu,
        (_, Kind::Archive) if bytes.starts_with(b"PK") => return FileKind::Zip,
        ("zip", _) => return FileKind::Zip,
        (_, Kind::Png | Kind::Jpeg) => return FileKind::Piece,
        _ if is_piece || bytes.starts_with(b"%PDF-") => return FileKind::Piece,
        _ => {}
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match text.iter().find(|b| !b.is_ascii_whitespace()) {
        None | Some(b'{' | b'[') => FileKind::Json,
        // UTF-16 of a brace, with its mark or without.
        _ if matches!(
            bytes,
            [0xff, 0xfe, b'{' | b'[', 0, ..]
                | [0xfe, 0xff, 0, b'{' | b'[', ..]
                | [b'{' | b'[', 0, ..]
                | [0, b'{' | b'[', ..]
        ) =>
        {
            FileKind::Json
        }
        _ => FileKind::Inconnu,
    }
}

#[cfg(test)]
mod tests {
    use super::kind as sniff;
    use crate::check::FileKind::{self, Inconnu, Json, Piece, Zip};

    fn check(name: &str, bytes: &[u8], expected: FileKind) {
        assert_eq!(sniff(name, bytes), expected, "{name}");
    }

    #[test]
    fn a_json_by_its_name_whatever_it_holds() {
        check("a.JSON", b"\x89PNG\r\n\x1a\n", Json);
    }
    #[test]
    fn a_json_by_its_first_character() {
        check("demandes.txt", b"\xef\xbb\xbf \n{", Json);
        check("vide", b"", Json);
    }
    #[test]
    fn archives_and_pieces_by_their_content() {
        check("sans-extension", b"PK\x03\x04", Zip);
        check("scan", b"%PDF-1.7", Piece);
    }
    #[test]
    fn an_office_document_by_its_content() {
        let zip = |first: &str| [b"PK\x03\x04", &[0; 26][..], first.as_bytes()].concat();
        let docx = zip("[Content_Types].xml");
        check("bon.docx", &docx, Inconnu);
        check("bon", &docx, Inconnu);
        check("bon.pdf", &docx, Piece);
        check("bon.zip", &docx, Piece);
        check(
            "bon.odt",
            &zip("mimetypeapplication/vnd.oasis.opendocument.text"),
            Inconnu,
        );
        check("bon.rtf", b"{\\rtf1}", Inconnu);
        // A ZIP of pieces, whatever it is called.
        check("bon.docx", &zip("bon.pdf"), Zip);
        check("bon.zip", &zip("word/bon.pdf"), Zip);
    }
    #[test]
    fn anything_else_is_unknown() {
        check("notes.csv", b"a;b", Inconnu);
        check("é", b"\x00\x01", Inconnu);
    }
}
