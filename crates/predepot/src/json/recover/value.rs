//! Where a value is expected.

use super::Next;
use crate::catalog::Code;
use crate::diag::{Detail, Safety};
use crate::json::findings::span;
use crate::json::parse::{Parser, State};
use crate::json::tree::Node;
use crate::json::{Kind, NodeId};

impl Parser<'_> {
    pub(super) fn expected_root(&mut self, at: usize) -> Next {
        if let Some(end) = self.foreign_string(at, Kind::String) {
            return (State::After, end);
        }
        // Text around a JSON, as in a message or a program: the JSON starts at its first brace or bracket.
        let start = memchr::memchr2(b'{', b'[', &self.bytes[at..]).map(|length| at + length);
        let Some(start) = start else {
            if self.starts_word(at) {
                let numeric = matches!(self.bytes[at], b'+' | b'.');
                return (
                    State::After,
                    if numeric {
                        self.unusual_number(at)
                    } else {
                        self.word(at)
                    },
                );
            }
            let end = self.bytes.trim_ascii_end().len().max(at + 1);
            self.wrong(at, end, "une valeur est attendue ici", None);
            self.push(Node::new(Kind::Broken, at, end));
            return (State::End, end);
        };
        let end = if start == at { at + 1 } else { start };
        let text = at + self.bytes[at..end].trim_ascii_end().len();
        let fix = self.without("Supprimer ce texte", Safety::AConfirmer, at, end);
        self.wrong(at, text, "ce texte précède le début du JSON", fix);
        (State::Root, end)
    }

    pub(super) fn expected_value(&mut self, state: State, at: usize) -> Next {
        match self.bytes[at] {
            b',' if state == State::MemberValue => self.missing_value(at),
            b',' => self.extra_comma(state, at),
            b']' if state == State::Element => self.trailing_comma(at),
            b'}' if state == State::MemberValue => self
                .unopened_empty_object(at)
                .unwrap_or_else(|| self.missing_value(at)),
            b'}' if state != State::MemberValue => self.brace_in_array(state, at),
            b']' if self.in_array() => self.missing_value(at),
            b']' => self.extra_closer(state, at),
            b'+' | b'.' => (State::After, self.unusual_number(at)),
            _ => match self.foreign_string(at, Kind::String) {
                Some(end) => (State::After, end),
                None if self.starts_word(at) => (State::After, self.word(at)),
                None => self.stray(state, at),
            },
        }
    }

    /// A member without a value, which is said where it should be.
    pub(super) fn missing_value(&mut self, at: usize) -> Next {
        if !self.findings.completes_unclosed(self.done, "") {
            self.wrong(self.done, self.done, "une valeur est attendue ici", None);
        }
        self.push(Node::new(Kind::Broken, self.done, self.done));
        (State::After, at)
    }

    pub(super) fn extra_comma(&mut self, state: State, at: usize) -> Next {
        self.say_extra_comma(at);
        (state, at + 1)
    }

    fn say_extra_comma(&mut self, at: usize) {
        let fix = self.without("Supprimer la virgule", Safety::Sure, at, at + 1);
        let node = self.open.last().map(|&id| NodeId(id));
        self.findings
            .error_at(Code::J002, span(at, at + 1), Detail::None, fix, node);
    }

    /// The container ends at `at` although a comma announced something.
    pub(super) fn trailing_comma(&mut self, at: usize) -> Next {
        self.say_extra_comma(self.comma);
        self.close(at + 1);
        (State::After, at + 1)
    }
}
