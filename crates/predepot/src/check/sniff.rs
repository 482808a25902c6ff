//! What a dropped file is, by its first bytes and its name.

use super::FileKind;

/// What a file of this name is, by its first bytes: a JSON, or meant as one, by its name or its first character; archives and pieces by their
/// content, or else their name.
pub fn kind(name: &str, bytes: &[u8]) -> FileKind {
    let named = |extension: &str| {
        let at = name
            .len()
            .checked_sub(extension.len())
            .filter(|&at| name.is_char_boundary(at));
        at.is_some_and(|at| name[at..].eq_ignore_ascii_case(extension))
    };
    if named(".json") {
        return FileKind::Json;
    }
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") || named(".zip") {
        return FileKind::Zip;
    }
    let image = starts(b"\x89PNG\r\n\x1a\n") || starts(b"\xff\xd8\xff");
    if image
        || starts(b"%PDF-")
        || [".pdf", ".png", ".jpg", ".jpeg"]
            .iter()
            .any(|extension| named(extension))
    {
        return FileKind::Piece;
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
    fn anything_else_is_unknown() {
        check("notes.csv", b"a;b", Inconnu);
        check("é", b"\x00\x01", Inconnu);
    }
}
