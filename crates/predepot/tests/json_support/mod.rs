//! What the tests of the reader share.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub
)]

use predepot::catalog::Code;
use predepot::diag::{Diagnostic, apply};
use predepot::json::{Kind, NodeId, Parsed, Tree, parse};
use predepot::text::LineIndex;

/// Each diagnostic as "J003 2:8", in order.
pub fn places(bytes: &[u8], parsed: &Parsed) -> Vec<String> {
    let index = LineIndex::new(bytes, parsed.encoding);
    let place = |diagnostic: &Diagnostic| {
        let place = index.place(diagnostic.span.start);
        format!(
            "{} {}:{}",
            diagnostic.code.as_str(),
            place.line,
            place.column
        )
    };
    parsed.diagnostics.iter().map(place).collect()
}

/// The tree, written as a JSON on one line; `?` is a broken value.
pub fn written(tree: &Tree, bytes: &[u8]) -> String {
    tree.root()
        .map_or("nothing".into(), |root| written_node(tree, bytes, root))
}

fn written_node(tree: &Tree, bytes: &[u8], id: NodeId) -> String {
    match tree.kind(id) {
        Kind::Null => "null".into(),
        Kind::True => "true".into(),
        Kind::False => "false".into(),
        Kind::Number => tree.number(bytes, id).into_owned(),
        Kind::String | Kind::Key => serde_json::to_string(&tree.text(bytes, id)).unwrap(),
        Kind::Array => {
            let elements: Vec<_> = tree
                .elements(id)
                .map(|element| written_node(tree, bytes, element))
                .collect();
            format!("[{}]", elements.join(","))
        }
        Kind::Object => {
            let member = |(key, value)| {
                format!(
                    "{}:{}",
                    written_node(tree, bytes, key),
                    written_node(tree, bytes, value)
                )
            };
            let members: Vec<_> = tree.members(id).map(member).collect();
            format!("{{{}}}", members.join(","))
        }
        Kind::Broken => "?".into(),
    }
}

/// True when nothing is an error of the writing, depth, BOM and duplicate keys apart.
pub fn accepts(parsed: &Parsed) -> bool {
    parsed
        .diagnostics
        .iter()
        .all(|diagnostic| matches!(diagnostic.code, Code::J012 | Code::J013 | Code::J014))
}

pub fn has(parsed: &Parsed, code: Code) -> bool {
    parsed
        .diagnostics
        .iter()
        .any(|diagnostic| diagnostic.code == code)
}

/// Panics unless every span is in bounds, children are inside their parents, in order, and the flat order is whole.
pub fn assert_well_formed(bytes: &[u8], parsed: &Parsed) {
    let tree = &parsed.tree;
    let mut ends: Vec<(u32, u32)> = Vec::new();
    let mut last_end = 0;
    for id in (0..tree.len() as u32).map(NodeId) {
        let span = tree.span(id);
        assert!(
            span.start <= span.end && span.end as usize <= bytes.len(),
            "{span:?} out of bounds"
        );
        while ends.last().is_some_and(|&(next, _)| next == id.0) {
            last_end = ends.pop().unwrap().1;
        }
        assert!(
            span.start >= last_end,
            "{id:?} at {span:?} starts before {last_end}"
        );
        if let Some(&(_, parent_end)) = ends.last() {
            assert!(
                span.end <= parent_end,
                "{id:?} at {span:?} leaves its parent, which ends at {parent_end}"
            );
        }
        let next = tree.next(id);
        assert!(next.0 > id.0 && next.0 as usize <= tree.len());
        if matches!(tree.kind(id), Kind::Array | Kind::Object) {
            assert!(
                tree.kind(id) != Kind::Object
                    || tree
                        .members(id)
                        .all(|(key, value)| tree.kind(key) == Kind::Key
                            && tree.kind(value) != Kind::Key)
            );
            assert!(
                tree.elements(id)
                    .all(|element| tree.kind(element) != Kind::Key)
            );
            // A container whose opening is not written starts where its first child does.
            last_end = span.start;
            ends.push((next.0, span.end));
        } else {
            last_end = span.end;
        }
    }
    let starts: Vec<_> = parsed
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.span.start)
        .collect();
    assert!(starts.is_sorted(), "diagnostics out of order");
    for diagnostic in &parsed.diagnostics {
        assert!(
            diagnostic.span.start <= diagnostic.span.end
                && diagnostic.span.end as usize <= bytes.len()
        );
        assert!(
            diagnostic
                .node
                .is_none_or(|node| (node.0 as usize) < tree.len()),
            "{diagnostic:?} of {}",
            tree.len()
        );
        let mut done = 0;
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(
                edit.span.start >= done && edit.span.end as usize <= bytes.len(),
                "{diagnostic:?}"
            );
            done = edit.span.end;
        }
    }
}

/// Panics unless each fix leaves fewer diagnostics than it found: it removes its own and adds none. (Its own is not looked for
/// by code: in a text with several mistakes, what is left of another may then be called otherwise.)
pub fn assert_fixes_hold(bytes: &[u8], parsed: &Parsed) {
    // Each fix is another file to read, whose fixes are looked at in turn.
    if parsed.diagnostics.len() > 6 {
        return;
    }
    for diagnostic in &parsed.diagnostics {
        let Some(fix) = &diagnostic.fix else { continue };
        let fixed = apply(bytes, &fix.edits);
        let after = parse(&fixed);
        let (old, new) = (
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&fixed),
        );
        assert!(
            after.diagnostics.len() < parsed.diagnostics.len(),
            "{diagnostic:?}\n--- before {:?}\n{old}\n--- after {:?}\n{new}",
            places(bytes, parsed),
            places(&fixed, &after)
        );
    }
}
