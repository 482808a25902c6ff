//! The corrections of several findings at once: applied to the file, or as edits of its lines.

use predepot::check::Document;
use predepot::diag::{Edit, Fix, apply};
use predepot::form;
use predepot::text::BOM;

use crate::view;

fn fixes<'a>(document: &'a Document, indices: &'a [u32]) -> impl Iterator<Item = &'a Fix> {
    indices
        .iter()
        .filter_map(|&index| document.diagnostics.get(index as usize)?.fix.as_deref())
}

form! {
    /// Corrections as edits of the file's lines.
    pub(crate) Corrections {
        "name" name: String,
        "unmarked" unmarked: bool,
        "edits" edits: Vec<view::Edit>,
    }
}

/// What [`bytes`] would change, by lines and columns; the byte order mark, which has none, apart.
pub(crate) fn by_lines(document: &Document, indices: &[u32]) -> Corrections {
    let lines = document.lines();
    let edits = edits(document, indices);
    let mark = BOM.len() as u32;
    Corrections {
        name: name(document, indices),
        unmarked: document.bytes.starts_with(BOM)
            && edits
                .first()
                .is_some_and(|edit| edit.span.start == 0 && edit.span.end >= mark),
        edits: edits
            .into_iter()
            .map(|Edit { span, text }| view::Edit::new(&lines, span, String::new(), text))
            .collect(),
    }
}

/// The file with the corrections of these findings.
pub(crate) fn bytes(document: &Document, indices: &[u32]) -> Vec<u8> {
    apply(&document.bytes, &edits(document, indices))
}

/// The edits of these corrections, in document order. Of two that write at the same place only the first is kept, and never half of one: the
/// next check says what is left.
fn edits(document: &Document, indices: &[u32]) -> Vec<Edit> {
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in fixes(document, indices) {
        if fix.edits.iter().all(|edit| is_free(&edits, edit)) {
            for edit in &fix.edits {
                let at = edits.partition_point(|other| other.span <= edit.span);
                edits.insert(at, edit);
            }
        }
    }
    edits.into_iter().cloned().collect()
}

/// True when no edit of the list, which is in document order, touches what this one replaces.
fn is_free(edits: &[&Edit], edit: &Edit) -> bool {
    let at = edits.partition_point(|other| other.span <= edit.span);
    let before = at.checked_sub(1).map(|before| edits[before]);
    let after = edits.get(at);
    before.is_none_or(|other| other.span != edit.span && other.span.end <= edit.span.start)
        && after.is_none_or(|other| edit.span.end <= other.span.start)
}

/// The name that these corrections give to the file.
pub(crate) fn name(document: &Document, indices: &[u32]) -> String {
    let renamed = fixes(document, indices)
        .filter_map(|fix| fix.rename.as_ref())
        .find(|(from, _)| *from == document.name);
    renamed.map_or(&document.name, |(_, to)| to).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::check::{Content, Dropped, Options, check};

    const NAME: &str = "JSON-MDVLGC0001-20231002-001.json";

    fn document(name: &str, text: &str) -> Document {
        let dropped = Dropped {
            name: name.to_owned(),
            content: Content::Bytes(text.as_bytes().to_vec()),
        };
        check(vec![dropped], &Options::default()).files.remove(0)
    }

    /// The file after the corrections of all its findings.
    fn corrected(text: &str) -> String {
        let document = document(NAME, text);
        let all: Vec<u32> = (0..document.diagnostics.len() as u32).collect();
        String::from_utf8_lossy(&bytes(&document, &all)).into_owned()
    }

    #[test]
    fn every_correction_is_applied_in_place() {
        assert_eq!(
            corrected(r#"{"impId": "null", "SIRET": "12345678200010",}"#),
            r#"{"impId": null, "SIRET": "12345678200010"}"#
        );
    }

    #[test]
    fn the_order_asked_for_does_not_matter() {
        let document = document(NAME, r#"{"impId": "null",}"#);
        let mut all: Vec<u32> = (0..document.diagnostics.len() as u32).collect();
        let forwards = bytes(&document, &all);
        all.reverse();
        assert_eq!(bytes(&document, &all), forwards);
    }

    #[test]
    fn two_edits_of_one_place_do_not_both_fit() {
        use predepot::text::Span;
        let edit = |start, end| Edit {
            span: Span::new(start, end),
            text: String::new(),
        };
        let list = [edit(2, 4), edit(6, 8)];
        let list: Vec<&Edit> = list.iter().collect();
        for (start, end, free) in [
            (0, 2, true),
            (4, 6, true),
            (8, 9, true),
            (2, 4, false),
            (3, 5, false),
            (5, 7, false),
            (0, 9, false),
        ] {
            assert_eq!(is_free(&list, &edit(start, end)), free, "{start}..{end}");
        }
    }

    #[test]
    fn an_index_out_of_the_list_corrects_nothing() {
        let document = document(NAME, "{}");
        assert_eq!(bytes(&document, &[9999]), b"{}");
    }

    #[test]
    fn a_name_is_corrected_only_when_asked() {
        let document = document(
            "JSON-MDVLGC0001-20231002-001 (1).json",
            r#"{"numeroAns": "MDVLGC0001"}"#,
        );
        let all: Vec<u32> = (0..document.diagnostics.len() as u32).collect();
        assert_eq!(name(&document, &all), NAME);
        assert_eq!(name(&document, &[]), document.name);
    }

    /// The corrections of all the findings: "line:column-line:column text".
    fn lines(text: &str) -> (Vec<String>, bool) {
        let document = document(NAME, text);
        let all: Vec<u32> = (0..document.diagnostics.len() as u32).collect();
        let found = by_lines(&document, &all);
        let edits = found.edits.iter().map(|edit| {
            format!(
                "{}:{}-{}:{} {}",
                edit.line, edit.column, edit.end_line, edit.end_column, edit.text
            )
        });
        (edits.collect(), found.unmarked)
    }

    #[test]
    fn corrections_are_told_by_line_and_column() {
        let (edits, unmarked) = lines("{\r\n \"é😀\": 1, \"impId\": \"null\",\r\n}");
        assert_eq!(edits, ["2:21-2:27 null", "2:27-2:28 "]);
        assert!(!unmarked);
    }

    #[test]
    fn the_byte_order_mark_has_no_column() {
        let (edits, unmarked) = lines("\u{FEFF}{\"impId\": \"null\"}");
        assert_eq!(edits, ["1:1-1:1 ", "1:11-1:17 null"]);
        assert!(unmarked);
    }
}
