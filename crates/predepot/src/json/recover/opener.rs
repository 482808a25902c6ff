//! Braces and brackets that do not open what their contents show.

use super::{Next, WINDOW};
use crate::diag::Safety;
use crate::json::Kind;
use crate::json::findings::insert;
use crate::json::parse::{DEEPEST, Parser, State};
use crate::json::scan::{byte_at, skip_blank, string_stop};
use crate::json::tree::Node;

/// Members that are walked to find the last one.
const MOST_MEMBERS: usize = 1024;

impl Parser<'_> {
    /// `"a": "b": 1`: an object was to start before the second string, which is its first key.
    pub(super) fn unopened_object(&mut self, at: usize) -> Next {
        if !self.deep.is_empty() || !self.last_is_string() {
            return self.stray(State::After, at);
        }
        self.open_before_last_string(at)
    }

    /// `"a": }`: on one line of an object of several lines, the brace closes an empty object.
    pub(super) fn unopened_empty_object(&mut self, at: usize) -> Option<Next> {
        let &object = self.open.last().filter(|_| self.deep.is_empty())?;
        let line_end =
            |from: usize, to: usize| memchr::memchr2(b'\n', b'\r', &self.bytes[from..to]).is_some();
        let key = self.tree.nodes.last()?.end as usize;
        let start = self.tree.nodes[object as usize].start as usize;
        if line_end(key, at) || !line_end(start.max(key.saturating_sub(WINDOW)), key) {
            return None;
        }
        let fix = insert("Ajouter l'accolade ouvrante", Safety::AConfirmer, at, "{");
        self.wrong(
            at,
            at,
            "il manque une accolade ouvrante avant cette accolade",
            fix,
        );
        self.open(Kind::Object, at);
        self.close(at + 1);
        Some((State::After, at + 1))
    }

    /// `["a", "b": 1`: the array was to be closed before its last string, or to hold an object that starts with it.
    pub(super) fn key_in_array(&mut self, at: usize) -> Next {
        let (Some(&array), true, true) = (
            self.open.last(),
            self.deep.is_empty(),
            self.last_is_string(),
        ) else {
            return self.stray(State::After, at);
        };
        let last = self.tree.nodes.len() - 1;
        let string = self.tree.nodes[last];
        let first = last == array as usize + 1;
        if first || self.is_first_key_again(string.start as usize) {
            return self.open_before_last_string(at);
        }
        if !self.is_object(1) {
            return self.stray(State::After, at);
        }
        let what = "il manque un crochet fermant avant cette virgule";
        let fix = insert(
            "Ajouter le crochet fermant",
            Safety::AConfirmer,
            self.comma,
            "]",
        );
        self.wrong(self.comma, self.comma, what, fix);
        self.tree.nodes.pop();
        self.close_early(self.comma);
        self.push(string.as_kind(Kind::Key));
        (State::Colon, at)
    }

    /// Makes the last string, whose colon is at `at`, the first key of an object whose brace is not written.
    fn open_before_last_string(&mut self, at: usize) -> Next {
        let Some(string) = self.tree.nodes.pop() else {
            return self.stray(State::After, at);
        };
        let place = string.start as usize;
        let quoted = self.bytes[place] == b'"';
        let fix = insert(
            "Ajouter l'accolade ouvrante",
            Safety::AConfirmer,
            place,
            "{",
        )
        .filter(|_| quoted);
        self.wrong(
            place,
            place,
            "il manque une accolade ouvrante avant cette clé",
            fix,
        );
        self.open(Kind::Object, place);
        self.push(string.as_kind(Kind::Key));
        (State::Colon, at)
    }

    /// True when a string has just been read, in the innermost container.
    pub(super) fn last_is_string(&self) -> bool {
        let last = self.tree.nodes.last();
        let is_string =
            last.is_some_and(|node| node.kind() == Kind::String && node.end as usize == self.done);
        is_string && self.tree.nodes.len() != self.sealed
    }

    /// `"a": {…} ]`, and the object around goes on: the bracket closes an array that is not opened.
    pub(super) fn is_end_of_unopened_array(&self, at: usize) -> bool {
        let after = skip_blank(self.bytes, at + 1);
        let in_array = self.container(1) == Some(Kind::Array);
        let goes_on = match byte_at(self.bytes, after) {
            b'}' => !in_array,
            b',' => byte_at(self.bytes, skip_blank(self.bytes, after + 1)) == b'"',
            _ => false,
        };
        // A bracket as far left as the array around closes that one.
        let (indent, leads) = self.indent(at);
        if in_array && leads && self.open.len() >= 2 {
            let array = self.tree.nodes[self.open[self.open.len() - 2] as usize];
            if self.indent(array.start as usize).0 == indent {
                return false;
            }
        }
        goes_on && self.last_object().is_some()
    }

    /// Reads as an array the object that the bracket at `at` follows.
    pub(super) fn unopened_array(&mut self, at: usize) -> Next {
        let Some(object) = self.open_array_before_last_object() else {
            return self.stray(State::After, at);
        };
        self.tree.nodes[object] = self.tree.nodes[object].closed(at + 1, self.tree.nodes.len());
        (State::After, at + 1)
    }

    /// `"a": {…}, {…} ]`: an array was to start before the first object.
    pub(super) fn unopened_array_goes_on(&mut self, at: usize) -> Option<Next> {
        if self.open.len() == DEEPEST {
            return None;
        }
        let array = self.open_array_before_last_object()?;
        self.open.push(array as u32);
        self.object = false;
        Some((State::Element, at))
    }

    /// `"l": "a", "b" ]`: an array was to start before the first string, and the last one, before `at`, is no key.
    pub(super) fn unopened_strings(&mut self, at: usize) -> Option<Next> {
        let [.., before, first, last] = self.tree.nodes[..] else {
            return None;
        };
        let kinds =
            (before.kind(), first.kind(), last.kind()) == (Kind::Key, Kind::String, Kind::Key);
        // Only a comma between the two: no container ends there.
        let between = self.bytes.get(first.end as usize..last.start as usize)?;
        let neighbours = between.trim_ascii() == b"," && self.sealed != self.tree.nodes.len() - 1;
        let room = self.deep.is_empty() && self.open.len() < DEEPEST;
        if !kinds || !neighbours || !room || !self.strings_go_on(at) {
            return None;
        }
        let place = first.start as usize;
        self.say_unopened_array(place);
        let end = self.tree.nodes.len();
        self.findings.move_nodes(end - 2, end);
        self.tree.nodes.truncate(end - 2);
        self.open(Kind::Array, place);
        self.push(first);
        self.push(last.as_kind(Kind::String));
        Some((State::After, at))
    }

    /// True when nothing but strings and commas comes before a closing bracket.
    fn strings_go_on(&self, mut at: usize) -> bool {
        let near = &self.bytes[..self.bytes.len().min(at + WINDOW)];
        loop {
            match byte_at(near, at) {
                b']' => return true,
                b',' => at = skip_blank(near, at + 1),
                _ => return false,
            }
            let stop = string_stop(near, at + 1);
            if byte_at(near, at) != b'"' || byte_at(near, stop) != b'"' {
                return false;
            }
            at = skip_blank(near, stop + 1);
        }
    }

    fn say_unopened_array(&mut self, place: usize) {
        let fix = insert("Ajouter le crochet ouvrant", Safety::AConfirmer, place, "[");
        self.wrong(place, place, "il manque un crochet ouvrant ici", fix);
    }

    /// Says that a bracket is missing before the object that is the value of the last member, and puts the array there.
    fn open_array_before_last_object(&mut self) -> Option<usize> {
        let at = self.last_object()?;
        let place = self.tree.nodes[at].start as usize;
        self.say_unopened_array(place);
        let nodes = &mut self.tree.nodes;
        nodes.insert(at, Node::new(Kind::Array, place, place));
        for node in &mut nodes[at + 1..] {
            *node = node.moved();
        }
        self.findings.move_nodes(at, nodes.len());
        Some(at)
    }

    /// The node of the last member's value, when it is an object.
    fn last_object(&self) -> Option<usize> {
        if !self.deep.is_empty() || self.findings.full() {
            return None;
        }
        let last = self.tree.nodes.len();
        let mut key = *self.open.last()? as usize + 1;
        for _ in 0..MOST_MEMBERS {
            let value = self.tree.nodes.get(key + 1)?;
            let next = value.next(key + 1);
            if next >= last {
                return (value.kind() == Kind::Object).then_some(key + 1);
            }
            key = next;
        }
        None
    }
}
