//! Braces and brackets that are missing or too many.

use super::{Next, WINDOW};
use crate::diag::Safety;
use crate::json::Kind;
use crate::json::findings::insert;
use crate::json::parse::{DEEPEST, Parser, State};
use crate::json::scan::{byte_at, is_blank, skip_blank};

impl Parser<'_> {
    /// Closes the innermost container, whose brace or bracket is missing at `end`.
    pub(super) fn close_early(&mut self, end: usize) {
        self.close(end);
        self.sealed = self.tree.nodes.len();
    }

    /// The innermost container was to be closed, with a comma, where the last value ends.
    pub(super) fn close_and_continue(
        &mut self,
        missing: &str,
        what: &'static str,
        at: usize,
    ) -> Next {
        let title = format!("Ajouter `{missing}`");
        let fix = insert(title, Safety::AConfirmer, self.done, missing);
        self.wrong(self.done, self.done, what, fix);
        self.close_early(self.done);
        self.comma = self.done;
        let next = if self.object {
            State::Key
        } else {
            State::Element
        };
        (next, at)
    }

    /// True when the key at `at` is written as far left as the line that opens its object, whose first key is further right:
    /// it belongs to the object around.
    pub(super) fn is_outdented(&self, at: usize) -> bool {
        let (Some(&object), true, true) =
            (self.open.last(), self.deep.is_empty(), self.is_object(1))
        else {
            return false;
        };
        let starts = |node: usize| self.tree.nodes.get(node).map(|node| node.start as usize);
        let (Some(opening), Some(first)) = (starts(object as usize), starts(object as usize + 1))
        else {
            return false;
        };
        let (opening, _) = self.indent(opening);
        let (first, first_leads) = self.indent(first);
        let (this, this_leads) = self.indent(at);
        first_leads && this_leads && first > opening && this <= opening
    }

    /// How many blanks start the line of `at`, and whether nothing else is before `at`.
    pub(super) fn indent(&self, at: usize) -> (usize, bool) {
        let before = &self.bytes[at.saturating_sub(WINDOW)..at];
        let line = memchr::memrchr2(b'\n', b'\r', before).map_or(before, |end| &before[end + 1..]);
        let blanks = line.iter().take_while(|byte| is_blank(**byte)).count();
        (blanks, blanks == line.len())
    }

    /// True when the string at `at` is also the first key of the array's first object: another one starts with it.
    pub(super) fn is_first_key_again(&self, at: usize) -> bool {
        let nodes = &self.tree.nodes;
        let Some(&array) = self.open.last().filter(|_| self.deep.is_empty()) else {
            return false;
        };
        let first = (nodes.get(array as usize + 1), nodes.get(array as usize + 2));
        let (Some(object), Some(key)) = first else {
            return false;
        };
        object.kind() == Kind::Object
            && key.kind() == Kind::Key
            && self.bytes[at..].starts_with(key.span().of(self.bytes))
    }

    /// A brace closes what a bracket opened: it is one too many, or the bracket was to be closed before it.
    pub(super) fn brace_in_array(&mut self, state: State, at: usize) -> Next {
        let objects = (1..self.depth().min(DEEPEST)).find(|&outwards| self.is_object(outwards));
        let after = skip_blank(self.bytes, at + 1);
        let next = match byte_at(self.bytes, after) {
            b',' => byte_at(self.bytes, skip_blank(self.bytes, after + 1)),
            other => other,
        };
        let goes_on = matches!(next, b'{' | b']') && self.container(2) != Some(Kind::Array);
        match objects {
            Some(outwards) if !goes_on => {
                let missing = "]".repeat(outwards);
                let fix = insert(
                    "Ajouter le crochet fermant",
                    Safety::AConfirmer,
                    self.done,
                    missing,
                )
                .filter(|_| state != State::Element);
                self.wrong(
                    self.done,
                    self.done,
                    "un crochet fermant est attendu ici",
                    fix,
                );
                for _ in 0..outwards {
                    self.close_early(self.done);
                }
                (State::After, at)
            }
            _ => self.extra_closer(state, at),
        }
    }

    /// A bracket closes what a brace opened.
    pub(super) fn unclosed_object(&mut self, state: State, at: usize) -> Next {
        let Some(outwards) =
            (1..self.depth().min(DEEPEST)).find(|&outwards| !self.is_object(outwards))
        else {
            return self.extra_closer(state, at);
        };
        let missing = "}".repeat(outwards);
        let fix = insert(
            "Ajouter l'accolade fermante",
            Safety::AConfirmer,
            self.done,
            missing,
        )
        .filter(|_| state != State::Key);
        self.wrong(
            self.done,
            self.done,
            "une accolade fermante est attendue ici",
            fix,
        );
        for _ in 0..outwards {
            self.close_early(self.done);
        }
        (State::After, at)
    }

    /// True when an array is open, not too far.
    pub(super) fn in_array(&self) -> bool {
        (0..self.depth().min(DEEPEST)).any(|outwards| !self.is_object(outwards))
    }

    pub(super) fn extra_closer(&mut self, state: State, at: usize) -> Next {
        let (what, title) = match self.bytes[at] {
            b'}' => (
                "cette accolade fermante est en trop",
                "Supprimer l'accolade",
            ),
            _ => ("ce crochet fermant est en trop", "Supprimer le crochet"),
        };
        self.wrong(
            at,
            at + 1,
            what,
            self.without(title, Safety::AConfirmer, at, at + 1),
        );
        (state, at + 1)
    }
}
