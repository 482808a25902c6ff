//! Where a key or its colon is expected.

use super::Next;
use crate::diag::Safety;
use crate::json::Kind;
use crate::json::findings::{insert, replace, span};
use crate::json::parse::{Parser, State};
use crate::json::scan::{byte_at, skip_blank};
use crate::json::string::key_before_colon;
use crate::json::tree::Node;

impl Parser<'_> {
    pub(super) fn expected_key(&mut self, state: State, at: usize) -> Next {
        match self.bytes[at] {
            b'}' => self.trailing_comma(at),
            b',' => self.extra_comma(state, at),
            b'{' if state == State::Key && self.container(1) == Some(Kind::Array) => {
                let what = "il manque une accolade fermante avant cette virgule";
                let fix = insert(
                    "Ajouter l'accolade fermante",
                    Safety::AConfirmer,
                    self.comma,
                    "}",
                );
                self.wrong(self.comma, self.comma, what, fix);
                self.close_early(self.comma);
                (State::Element, at)
            }
            b'{' if state == State::FirstKey => self.stray(state, at),
            b'{' => self
                .unopened_array_goes_on(at)
                .unwrap_or_else(|| self.missing_key(at)),
            b'[' => self.missing_key(at),
            b':' => {
                let (_, at) = self.missing_key(at);
                (State::Colon, at)
            }
            b']' => {
                if state == State::Key {
                    self.done = self.comma;
                }
                self.unclosed_object(state, at)
            }
            _ => {
                if let Some(end) = self
                    .foreign_string(at, Kind::Key)
                    .or_else(|| self.bare_key(at))
                {
                    return (State::Colon, end);
                }
                let (_, end) = self.stray(state, at);
                let next = byte_at(self.bytes, skip_blank(self.bytes, end));
                if state == State::Key && matches!(next, b',' | b'}') {
                    // The comma belongs to what is stray.
                    let whole = self.without(
                        "Supprimer ces caractères",
                        Safety::AConfirmer,
                        self.comma,
                        end,
                    );
                    if let Some(last) = self
                        .findings
                        .last_mut()
                        .filter(|last| last.span.start as usize == at)
                    {
                        last.fix = whole.map(Box::new);
                    }
                    return (State::After, end);
                }
                (state, end)
            }
        }
    }

    /// A value where a key should be: it is read as the value of a key that is not written.
    pub(super) fn missing_key(&mut self, at: usize) -> Next {
        self.wrong(at, at, "une clé est attendue ici", None);
        self.push_meant(Kind::Key, at, at, String::new());
        (State::MemberValue, at)
    }

    pub(super) fn expected_colon(&mut self, at: usize) -> Next {
        if let Some(end) = self.unclosed_key() {
            return (State::Colon, end);
        }
        let key_end = self.tree.nodes.last().map_or(at, |key| key.end as usize);
        match self.bytes[at] {
            b'=' | b';' => {
                let length = if self.bytes[at..].starts_with(b"=>") {
                    2
                } else {
                    1
                };
                let here = span(at, at + length);
                let fix = replace("Écrire deux-points", Safety::AConfirmer, here, ":");
                self.wrong(at, at + length, "le signe deux-points est attendu ici", fix);
                (State::MemberValue, at + length)
            }
            b',' | b']' => self
                .unopened_strings(at)
                .unwrap_or_else(|| self.missing_value(at)),
            b'}' => self.missing_value(at),
            b'"' if self.is_key(at) => {
                if !self.findings.completes_unclosed(key_end, "") {
                    let what = "une valeur et une virgule sont attendues ici";
                    self.wrong(key_end, key_end, what, None);
                }
                self.push(Node::new(Kind::Broken, key_end, key_end));
                self.comma = key_end;
                (State::Key, at)
            }
            b'{' | b'[' | b'"' => self.missing_colon(key_end, at),
            _ if self.starts_word(at) || self.starts_foreign_string(at) => {
                self.missing_colon(key_end, at)
            }
            _ => self.stray(State::Colon, at),
        }
    }

    fn missing_colon(&mut self, key_end: usize, at: usize) -> Next {
        let fix = insert("Ajouter le signe deux-points", Safety::Sure, key_end, ":");
        self.wrong(
            key_end,
            key_end,
            "le signe deux-points est attendu ici",
            fix,
        );
        (State::MemberValue, at)
    }

    /// When the last key took the start of its value for its closing quote (`"nom: "DUPONT"`), ends it where it was meant to.
    fn unclosed_key(&mut self) -> Option<usize> {
        let &key = self.tree.nodes.last()?;
        let (start, end) = (key.start as usize, key.end as usize);
        let content = self.bytes[start..end]
            .strip_prefix(b"\"")?
            .strip_suffix(b"\"")?;
        let length = key_before_colon(content)?;
        self.tree.nodes.pop();
        self.end_string_at(start, start + 1 + length, Kind::Key);
        Some(start + 1 + length)
    }
}
