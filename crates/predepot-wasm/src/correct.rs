//! Applying the corrections of several findings at once.

use predepot::check::Document;
use predepot::diag::{Edit, Fix, apply};

fn fixes<'a>(document: &'a Document, indices: &'a [u32]) -> impl Iterator<Item = &'a Fix> {
    indices.iter().filter_map(|&index| document.diagnostics.get(index as usize)?.fix.as_deref())
}

/// The file with the corrections of these findings. Of two that write at the same place only the first is applied, and never half of one: the
/// next check says what is left.
pub(crate) fn bytes(document: &Document, indices: &[u32]) -> Vec<u8> {
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in fixes(document, indices) {
        if fix.edits.iter().all(|edit| is_free(&edits, edit)) {
            for edit in &fix.edits {
                let at = edits.partition_point(|other| other.span <= edit.span);
                edits.insert(at, edit);
            }
        }
    }
    let edits: Vec<Edit> = edits.into_iter().cloned().collect();
    apply(&document.bytes, &edits)
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
    let renamed = fixes(document, indices).filter_map(|fix| fix.rename.as_ref()).find(|(from, _)| *from == document.name);
    renamed.map_or(&document.name, |(_, to)| to).clone()
}
