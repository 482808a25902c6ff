//! How the bytes of a file read, found from the bytes alone.

use super::findings::Findings;
use crate::catalog::Code;
use crate::diag::{Control, Detail, Diagnostic, Edit, Fix, Safety, Severity};
use crate::text::{BOM, Encoding, Span};

/// How far a file is looked at to tell text from binary.
const SAMPLE: usize = 4096;

/// Fewer control characters than this are accidents in a text.
const FEW_CONTROLS: usize = 4;

/// Beyond this many places, converting the file is the user's work, not a list of edits.
const MOST_EDITS: usize = 100_000;

/// The encoding of `bytes` and where their text starts; says `J011` and `J012`.
pub(super) fn detect(bytes: &[u8], is_utf8: bool, findings: &mut Findings) -> (Encoding, usize) {
    if let Some(encoding) = not_text(bytes) {
        let name = if encoding == Encoding::Binary {
            "binaire"
        } else {
            "UTF-16"
        };
        findings.error(
            Code::J011,
            Span::new(0, bytes.len().min(1) as u32),
            Detail::Word(name),
            None,
        );
        return (encoding, bytes.len());
    }
    let start = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    if start > 0 {
        findings.push(byte_order_mark());
    }
    if is_utf8 {
        return (Encoding::Utf8, start);
    }
    let first = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let place = Span::new(first as u32, first as u32 + 1);
    findings.error(
        Code::J011,
        place,
        Detail::Word("Windows-1252"),
        conversion(bytes, start),
    );
    (Encoding::Windows1252, start)
}

fn byte_order_mark() -> Diagnostic {
    let span = Span::new(0, BOM.len() as u32);
    Diagnostic {
        code: Code::J012,
        severity: Severity::Avertissement,
        control: Some(Control::Fichier),
        span,
        node: None,
        entry: None,
        row: None,
        detail: Detail::None,
        related: Vec::new(),
        fix: Some(Box::new(Fix {
            title: "Supprimer la marque d'ordre des octets".into(),
            safety: Safety::Sure,
            edits: vec![Edit {
                span,
                text: String::new(),
            }],
            rename: None,
        })),
    }
}

/// UTF-16 has a mark, or NUL in every other byte of its first two characters; a binary file has many control characters, or is a PDF, which
/// starts as a text does.
fn not_text(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => return Some(Encoding::Binary),
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        [1..=255, 0, 1..=255, 0, ..] | [1..=255, 0] => return Some(Encoding::Utf16Le),
        [0, 1..=255, 0, 1..=255, ..] | [0, 1..=255] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample
        .iter()
        .filter(|&&byte| byte < b' ' && !matches!(byte, b'\t'..=b'\r'))
        .count();
    (controls >= FEW_CONTROLS && controls * 8 >= sample.len()).then_some(Encoding::Binary)
}

/// The file in UTF-8, when nothing in it already is.
fn conversion(bytes: &[u8], start: usize) -> Option<Fix> {
    let text = &bytes[start..];
    if text.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
        return None;
    }
    let mut edits: Vec<Edit> = Vec::new();
    for (at, &byte) in text.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let at = (start + at) as u32;
        if let Some(edit) = edits.last_mut().filter(|edit| edit.span.end == at) {
            edit.span.end += 1;
            edit.text.push(windows_1252(byte));
            continue;
        }
        if edits.len() == MOST_EDITS {
            return None;
        }
        edits.push(Edit {
            span: Span::new(at, at + 1),
            text: windows_1252(byte).into(),
        });
    }
    Some(Fix {
        title: "Convertir le fichier en UTF-8".into(),
        safety: Safety::AConfirmer,
        edits,
        rename: None,
    })
}

/// The character of a byte in Windows-1252, as browsers read it: the five unassigned bytes are control characters.
pub(super) fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The character at the start of `bytes` and its length; `None` at the end.
pub(super) fn character(bytes: &[u8], encoding: Encoding) -> Option<(char, usize)> {
    let &first = bytes.first()?;
    if encoding != Encoding::Utf8 || first.is_ascii() {
        return Some((windows_1252(first), 1));
    }
    let few = &bytes[..bytes.len().min(4)];
    let found = few
        .utf8_chunks()
        .next()
        .and_then(|chunk| chunk.valid().chars().next());
    Some(found.map_or((char::REPLACEMENT_CHARACTER, 1), |found| {
        (found, found.len_utf8())
    }))
}
