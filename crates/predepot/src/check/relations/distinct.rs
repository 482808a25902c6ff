//! The same value twice in one list (C014, C021).

use super::super::bind::{Binding, ObjectId};
use super::super::seen::Seen;
use crate::catalog::Code;
use crate::diag::Detail;
use crate::diag::Severity::Avertissement;
use crate::json::{Kind, NodeId};
use crate::profile::Row;

/// A value to compare, with the object and row it answers.
pub(super) struct Entry {
    pub(super) id: ObjectId,
    pub(super) row: &'static Row,
    pub(super) value: NodeId,
}

/// The elements of `array`, or with `key` the values of this key in its objects.
#[inline(never)]
pub(super) fn check(binding: &mut Binding<'_>, code: Code, array: &str, key: Option<&str>) {
    let mut entries = Vec::new();
    for id in binding
        .holders(array)
        .filter(|&id| !binding.objects[id.0].silent)
    {
        match key {
            Some(key) => {
                for child in binding
                    .children(id, array)
                    .filter(|&child| !binding.objects[child.0].silent)
                {
                    if let Some((row, Some(value))) = binding.find(child, key) {
                        entries.push(Entry {
                            id: child,
                            row: &binding.objects[child.0].rows[row],
                            value,
                        });
                    }
                }
            }
            None => elements(binding, id, array, &mut entries),
        }
    }
    report(binding, code, &entries);
}

/// Adds the elements of the list `array` of an object.
pub(super) fn elements(binding: &Binding<'_>, id: ObjectId, array: &str, entries: &mut Vec<Entry>) {
    if let Some((row, Some(list))) = binding.find(id, array) {
        let row = &binding.objects[id.0].rows[row];
        entries.extend(
            binding
                .source
                .tree
                .elements(list)
                .map(|value| Entry { id, row, value }),
        );
    }
}

/// One finding at each sound value that stands earlier too.
pub(super) fn report(binding: &mut Binding<'_>, code: Code, entries: &[Entry]) {
    if entries.len() < 2 {
        return;
    }
    let source = binding.source;
    let mut seen = Seen::among(entries.len());
    for entry in entries {
        if source.kind(entry.value) != Kind::String || !binding.is_sound(entry.value) {
            continue;
        }
        let text = source.text(entry.value);
        if let Some(first) = seen.or_note(text, entry.value.0) {
            let finding = binding
                .finding(
                    code,
                    Avertissement,
                    entry.id,
                    Some(entry.row),
                    source.span(entry.value),
                )
                .at(entry.value)
                .detail(Detail::Text(source.text(entry.value).into_owned()))
                .related(
                    source.span(NodeId(first)),
                    "la même valeur est déjà écrite ici",
                );
            binding.findings.push(finding);
        }
    }
}
