//! After the outermost value, and at the end of the file.

use super::Next;
use crate::catalog::Code;
use crate::diag::{Detail, Related, Safety};
use crate::json::Kind;
use crate::json::findings::{insert, span};
use crate::json::parse::{Parser, State};
use crate::json::scan::{byte_at, is_blank, skip_blank};
use crate::json::tree::Node;

/// A file that lacks more closing braces and brackets than this at its end is cut short: closing them would not repair it.
const MOST_CLOSERS: usize = 2;

impl Parser<'_> {
    pub(super) fn expected_end(&mut self, at: usize) -> Next {
        if let Some(next) = self.closed_too_early(at) {
            return next;
        }
        let end = self.bytes.trim_ascii_end().len();
        let rest = &self.bytes[at..end];
        let closers = rest
            .iter()
            .all(|byte| matches!(byte, b'}' | b']' | b',') || is_blank(*byte));
        let line = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let fix = self
            .without("Supprimer ce qui suit la fin", Safety::AConfirmer, at, end)
            .filter(|_| closers);
        self.findings.error(
            Code::J009,
            span(at, at + rest[..line].trim_ascii_end().len()),
            Detail::None,
            fix,
        );
        (State::End, end)
    }

    /// When a member follows the end of the outermost object, its last brace was one too many.
    fn closed_too_early(&mut self, at: usize) -> Option<Next> {
        let member = self.bytes[at] == b',' && {
            let key = skip_blank(self.bytes, at + 1);
            byte_at(self.bytes, key) == b'"' && self.is_key(key)
        };
        let root = self.tree.nodes.first()?;
        if !member
            || root.kind() != Kind::Object
            || self.bytes[..root.end as usize].last() != Some(&b'}')
        {
            return None;
        }
        let closer = root.end as usize - 1;
        self.open.push(0);
        self.object = true;
        self.extra_closer(State::After, closer);
        Some((State::After, at))
    }

    pub(super) fn end_of_file(&mut self, state: State, at: usize) -> Next {
        if state == State::Root {
            let start = if self.bytes.starts_with(crate::text::BOM) {
                crate::text::BOM.len()
            } else {
                0
            };
            self.findings
                .error(Code::J010, span(start, start), Detail::None, None);
            return (State::End, at);
        }
        if self.depth() == 0 {
            return (State::End, at);
        }
        let complete = matches!(state, State::After | State::FirstKey | State::FirstElement);
        let end = self.bytes.trim_ascii_end().len();
        if matches!(state, State::Colon | State::MemberValue) {
            self.push(Node::new(Kind::Broken, end, end));
        }
        self.say_unclosed(end, complete);
        while self.depth() > 0 {
            self.close(end);
        }
        (State::End, at)
    }

    fn say_unclosed(&mut self, end: usize, complete: bool) {
        let place = self.done;
        if let Some(last) = self.findings.last_mut()
            && last.code == Code::J004
            && last.span.end as usize == end
        {
            // The file is cut inside this string: one cause, one diagnostic, no repair, and no value to be checked.
            last.fix = None;
            if let Some(node) = self.tree.nodes.last_mut()
                && node.kind() == Kind::String
            {
                *node = node.as_kind(Kind::Broken);
            }
            return;
        }
        let closers: String = (0..self.depth().min(MOST_CLOSERS))
            .map(|outwards| if self.is_object(outwards) { '}' } else { ']' })
            .collect();
        let fix = insert(
            "Fermer ce qui est ouvert",
            Safety::AConfirmer,
            place,
            closers,
        )
        .filter(|_| complete && self.depth() <= MOST_CLOSERS);
        let (what, opening) = match self.object {
            true => (
                "une accolade fermante est attendue ici",
                "Cette accolade n'est pas fermée.",
            ),
            false => (
                "un crochet fermant est attendu ici",
                "Ce crochet n'est pas fermé.",
            ),
        };
        let before = self.findings.full();
        self.wrong(place, place, what, fix);
        if let Some(&id) = self.open.last()
            && !before
            && let Some(last) = self.findings.last_mut()
        {
            let start = self.tree.nodes[id as usize].start as usize;
            last.related.push(Related {
                file: None,
                span: span(start, start + 1),
                entry: None,
                message: opening.into(),
            });
        }
    }
}
