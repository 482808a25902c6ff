//! After a value, where a comma or the end of its container is expected.

use super::{Next, WINDOW};
use crate::catalog::Code;
use crate::diag::{Detail, Edit, Fix, Safety};
use crate::json::findings::{insert, replace, span};
use crate::json::parse::{Parser, State};
use crate::json::string::{decoded, ends_value};
use crate::json::{Kind, NodeId};

impl Parser<'_> {
    pub(super) fn after_member(&mut self, at: usize) -> Next {
        match self.bytes[at] {
            b'"' if self.is_outdented(at) => {
                self.close_and_continue("},", "il manque une accolade fermante et une virgule", at)
            }
            b'"' => self.missing_comma(State::Key, at),
            b';' => self.semicolon(State::Key, at),
            b'{' if self.container(1) == Some(Kind::Array) => {
                self.close_and_continue("},", "il manque une accolade fermante et une virgule", at)
            }
            b'{' | b'[' => self.missing_key(at),
            b']' if self.is_end_of_unopened_array(at) => self.unopened_array(at),
            b']' => self.unclosed_object(State::After, at),
            b':' => self.unopened_object(at),
            _ => {
                if let Some(next) = self.inner_quotes(at) {
                    return next;
                }
                if self.starts_foreign_string(at) {
                    return self.missing_comma(State::Key, at);
                }
                if self.starts_word(at) {
                    let before = self.done;
                    if let Some(end) = self.bare_key(at) {
                        self.say_missing_comma(before);
                        return (State::Colon, end);
                    }
                }
                self.stray(State::After, at)
            }
        }
    }

    pub(super) fn after_element(&mut self, at: usize) -> Next {
        match self.bytes[at] {
            b'"' if self.is_object(1) && self.is_key(at) && !self.is_first_key_again(at) => {
                self.close_and_continue("],", "il manque un crochet fermant et une virgule", at)
            }
            b'"' | b'{' | b'[' => self.missing_comma(State::Element, at),
            b';' => self.semicolon(State::Element, at),
            b'}' => self.brace_in_array(State::After, at),
            b':' => self.key_in_array(at),
            _ => {
                if let Some(next) = self.inner_quotes(at) {
                    return next;
                }
                if self.starts_word(at) || self.starts_foreign_string(at) {
                    return self.missing_comma(State::Element, at);
                }
                self.stray(State::After, at)
            }
        }
    }

    fn missing_comma(&mut self, next: State, at: usize) -> Next {
        self.say_missing_comma(self.done);
        self.comma = self.done;
        (next, at)
    }

    fn say_missing_comma(&mut self, place: usize) {
        if self.findings.completes_unclosed(place, ",") {
            return;
        }
        let fix = insert("Ajouter la virgule", Safety::Sure, place, ",");
        let node = self.open.last().map(|&id| NodeId(id));
        self.findings
            .error_at(Code::J003, span(place, place), Detail::None, fix, node);
    }

    fn semicolon(&mut self, next: State, at: usize) -> Next {
        let fix = replace("Écrire une virgule", Safety::Sure, span(at, at + 1), ",");
        let node = self.open.last().map(|&id| NodeId(id));
        self.findings
            .error_at(Code::J003, span(at, at + 1), Detail::None, fix, node);
        self.comma = at;
        (next, at + 1)
    }

    /// Something touches the closing quote of a string: the quote belongs to the text (`"Clinique "Les Roses""`), or the
    /// string was to be closed before the comma at its end (`"a": "x, "b": 1`).
    fn inner_quotes(&mut self, at: usize) -> Option<Next> {
        let &string = self.tree.nodes.last()?;
        let (start, end) = (string.start as usize, string.end as usize);
        if at != end
            || !self.last_is_string()
            || !self.deep.is_empty()
            || !self.bytes[start..end].ends_with(b"\"")
            || self.findings.full()
        {
            return None;
        }
        let line = &self.bytes[at..self.bytes.len().min(at + WINDOW)];
        let line = &line[..memchr::memchr2(b'\n', b'\r', line).unwrap_or(line.len())];
        let next = memchr::memchr(b'"', line)?;
        let is_key = line[next + 1..].trim_ascii_start().starts_with(b":");
        let content = self.bytes[start + 1..end - 1].trim_ascii_end();
        if is_key {
            let content = content.strip_suffix(b",")?.trim_ascii_end();
            let text = self.without_closers(content).trim_ascii_end().len();
            if !self.object && text == content.len() {
                return None;
            }
            self.tree.nodes.pop();
            self.end_string_at(start, start + 1 + text, Kind::String);
            return Some((State::After, start + 1 + text));
        }
        let close = memchr::memchr_iter(b'"', line)
            .find(|&quote| ends_value(&line[quote + 1..]) && !line[..quote].ends_with(b"\\"))?;
        if line[..close].contains(&b'\\') {
            return None;
        }
        let stop = at + close;
        let inner = std::iter::once(end - 1)
            .chain(memchr::memchr_iter(b'"', &line[..close]).map(|quote| at + quote));
        let edits: Vec<Edit> = inner
            .map(|quote| Edit {
                span: span(quote, quote),
                text: "\\".into(),
            })
            .collect();
        let fix = Fix {
            title: "Écrire ces guillemets `\\\"`".into(),
            safety: Safety::AConfirmer,
            edits,
            rename: None,
        };
        self.wrong(
            end - 1,
            end,
            "ce guillemet fait partie du texte et termine pourtant la chaîne",
            Some(fix),
        );
        let mut text: String =
            decoded(&self.bytes[start + 1..end - 1], self.tree.encoding).collect();
        text.push_str(&self.raw(end - 1, stop));
        self.tree.nodes.pop();
        self.push_meant(Kind::String, start, stop + 1, text);
        Some((State::After, stop + 1))
    }
}
