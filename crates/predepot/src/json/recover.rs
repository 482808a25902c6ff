//! What to make of something unexpected: which mistake it is, and how to read on as if it were corrected.

mod after;
mod closer;
mod end;
mod key;
mod opener;
mod value;

use crate::catalog::Code;
use crate::diag::{Detail, Fix, Safety};
use crate::json::NodeId;
use crate::json::encoding::character;
use crate::json::findings::{replace, span};
use crate::json::parse::{Parser, State};
use crate::json::scan::{byte_at, is_blank, skip_blank, string_stop};
use crate::json::word::odd_spaces_end;

/// How far a cause is looked for on the line.
const WINDOW: usize = 512;

type Next = (State, usize);

impl Parser<'_> {
    /// Reads on from `at`, where something other than what `state` allows stands (no blank), or nothing at all;
    /// `from` is where the blanks before it start.
    #[cold]
    #[inline(never)]
    pub(super) fn recover(&mut self, state: State, from: usize, at: usize) -> Next {
        if from != self.resumed {
            self.done = from;
        }
        if at >= self.bytes.len() {
            return self.end_of_file(state, at);
        }
        if let Some(next) = self
            .comment(state, at)
            .or_else(|| self.odd_space(state, at))
        {
            return next;
        }
        match state {
            State::Root => self.expected_root(at),
            State::FirstElement | State::Element | State::MemberValue => {
                self.expected_value(state, at)
            }
            State::FirstKey | State::Key => self.expected_key(state, at),
            State::Colon => self.expected_colon(at),
            State::After if self.depth() == 0 => self.expected_end(at),
            State::After if self.object => self.after_member(at),
            State::After => self.after_element(at),
            State::End => (State::End, at),
        }
    }

    fn wrong(&mut self, start: usize, end: usize, what: &'static str, fix: Option<Fix>) {
        let node = self.open.last().map(|&id| NodeId(id));
        self.findings
            .error_at(Code::J001, span(start, end), Detail::Word(what), fix, node);
    }

    /// A fix that removes `start..end`, so that what is around does not touch.
    fn without(&self, title: &str, safety: Safety, start: usize, end: usize) -> Option<Fix> {
        let apart =
            |byte: Option<&u8>| byte.is_none_or(|byte| is_blank(*byte) || b"{}[],:".contains(byte));
        let space = !apart(self.bytes[..start].last()) && !apart(self.bytes.get(end));
        replace(
            title,
            safety,
            span(start, end),
            if space { " " } else { "" },
        )
    }

    fn comment(&mut self, state: State, at: usize) -> Option<Next> {
        let rest = &self.bytes[at..];
        let line = || memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let length = match rest {
            [b'/', b'/', ..] | [b'#', ..] => line(),
            [b'/', b'*', inside @ ..] => inside
                .windows(2)
                .position(|two| two == b"*/")
                .map_or(rest.len(), |end| end + 4),
            _ => return None,
        };
        let end = at + length;
        let fix = self.without("Supprimer le commentaire", Safety::Sure, at, end);
        self.findings
            .error(Code::J016, span(at, end), Detail::None, fix);
        self.resumed = end;
        Some((state, end))
    }

    /// White space that JSON does not know, such as no-break spaces.
    fn odd_space(&mut self, state: State, at: usize) -> Option<Next> {
        let end = odd_spaces_end(self.bytes, at, self.tree.encoding);
        if end == at {
            return None;
        }
        let fix = replace(
            "Écrire une espace ordinaire",
            Safety::Sure,
            span(at, end),
            " ",
        );
        self.wrong(at, end, "cette espace n'est pas une espace ordinaire", fix);
        self.resumed = end;
        Some((state, end))
    }

    /// Skips a run of characters that mean nothing.
    fn stray(&mut self, state: State, at: usize) -> Next {
        let means = |at: usize| {
            let byte = self.bytes[at];
            is_blank(byte)
                || matches!(
                    byte,
                    b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"' | b'#' | b'/'
                )
        };
        let mut end =
            at + character(&self.bytes[at..], self.tree.encoding).map_or(1, |(_, length)| length);
        if !means(at) {
            while end < self.bytes.len() && !means(end) {
                end += character(&self.bytes[end..], self.tree.encoding)
                    .map_or(1, |(_, length)| length);
            }
        }
        let fix = self.without("Supprimer ces caractères", Safety::AConfirmer, at, end);
        self.wrong(at, end, "ce qui est écrit ici n'a pas de sens en JSON", fix);
        (state, end)
    }

    /// True when a string and a colon stand at `at`.
    fn is_key(&self, at: usize) -> bool {
        let stop = string_stop(self.bytes, at + 1);
        byte_at(self.bytes, stop) == b'"'
            && byte_at(self.bytes, skip_blank(self.bytes, stop + 1)) == b':'
    }

    fn starts_foreign_string(&self, at: usize) -> bool {
        let found = character(&self.bytes[at..], self.tree.encoding);
        found.is_some_and(|(found, _)| {
            matches!(
                found,
                '\'' | '`'
                    | '´'
                    | '‘'
                    | '’'
                    | '‚'
                    | '“'
                    | '”'
                    | '„'
                    | '«'
                    | '»'
                    | '‹'
                    | '›'
                    | '″'
            )
        })
    }
}
