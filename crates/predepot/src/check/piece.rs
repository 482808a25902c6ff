//! A piece by itself, in a ZIP or dropped loose: its size, and its content against its name (REGLES section 3).

use super::control::{Ground, control};
use crate::catalog::Code::{self, Z004, Z007, Z008, Z017, Z022, Z023};
use crate::diag::Severity::{self, Avertissement, Erreur};
use crate::diag::{Detail, Diagnostic};
use crate::piece::{Content, Kind};
use crate::text::Span;

/// "Mo" read as powers of two and as powers of ten, in bytes.
const MEGA: [u64; 2] = [1 << 20, 1_000_000];

/// The most that a piece weighs, in Mo.
const MOST: u64 = 3;

/// A finding that has no place in a text.
#[inline(never)]
pub(super) fn finding(code: Code, severity: Severity) -> Diagnostic {
    Diagnostic::new(
        code,
        severity,
        control(code, Ground::Header),
        Span::default(),
    )
}

/// How bad a size is against a limit in Mo: a warning between the two readings of "Mo".
pub(super) fn too_heavy(size: u64, most: u64) -> Option<Severity> {
    let [large, small] = MEGA.map(|mega| size > most * mega);
    match (large, small) {
        (true, _) => Some(Erreur),
        (false, true) => Some(Avertissement),
        (false, false) => None,
    }
}

/// What is wrong with a piece of this name and size, whose content is given when it was read.
pub(super) fn check(name: &str, size: u64, content: Option<Content>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if let Some(severity) = too_heavy(size, MOST) {
        findings.push(finding(Z004, severity));
    }
    let Some(content) = content else {
        return findings;
    };
    match (claimed(name), content.kind) {
        (Some(_), Kind::Empty) => findings.push(finding(Z008, Erreur)),
        (None, Kind::Archive) => findings.push(finding(Z017, Erreur)),
        (claimed, found) if claimed.map_or(is_foreign(found), |claimed| claimed != found) => {
            findings.push(finding(Z007, Erreur).detail(Detail::Text(named(name, found))));
        }
        _ => {
            if content.protected {
                findings.push(finding(Z022, Avertissement));
            }
            if content.truncated {
                findings.push(finding(Z023, Avertissement));
            }
        }
    }
    findings
}

/// The extension of a name, in lower case.
pub(super) fn extension(name: &str) -> String {
    let (_, extension) = name.rsplit_once('.').unwrap_or_default();
    extension.to_ascii_lowercase()
}

/// What the extension of a name says.
pub(super) fn claimed(name: &str) -> Option<Kind> {
    match extension(name).as_str() {
        "pdf" => Some(Kind::Pdf),
        "png" => Some(Kind::Png),
        "jpg" | "jpeg" => Some(Kind::Jpeg),
        _ => None,
    }
}

/// True for what people mean as a piece, in a format that no piece has.
pub(super) fn is_foreign(kind: Kind) -> bool {
    matches!(kind, Kind::Archive | Kind::Office | Kind::Image(_))
}

/// What a file of this name is, with its article; empty when nothing is known of it. Office documents are told apart by their names.
pub(super) fn named(name: &str, kind: Kind) -> String {
    match kind {
        Kind::Pdf => "un PDF",
        Kind::Png => "une image PNG",
        Kind::Jpeg => "une image JPG",
        Kind::Archive => "une archive",
        Kind::Office => match extension(name).as_bytes() {
            [b'd', b'o', b'c', ..] | b"rtf" => "un document Word",
            [b'x', b'l', ..] => "un document Excel",
            [b'p', b'p', ..] => "un document PowerPoint",
            [b'o', b'd', ..] => "un document OpenDocument",
            b"msg" => "un courriel",
            _ => "un document de bureautique, Word ou autre",
        },
        Kind::Html => "une page web",
        Kind::Image(format) => return format!("une image {format}"),
        Kind::Text => "un texte",
        Kind::Empty | Kind::Unknown => "",
    }
    .to_owned()
}
