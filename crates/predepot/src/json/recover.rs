//! What to make of something unexpected: which mistake it is, and how to read on as if it were corrected.

use super::encoding::character;
use super::findings::{insert, replace, span};
use super::parse::{DEEPEST, Parser, State};
use super::scan::{byte_at, is_blank, skip_blank, string_stop};
use super::string::{ends_value, key_before_colon};
use super::tree::Node;
use super::word::odd_spaces_end;
use super::{Kind, NodeId};
use crate::catalog::Code;
use crate::diag::{Detail, Edit, Fix, Related, Safety};

/// How far a cause is looked for on the line.
const WINDOW: usize = 512;

/// A file that lacks more closing braces and brackets than this at its end is cut short: closing them would not repair it.
const MOST_CLOSERS: usize = 2;

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

    // What may stand anywhere.

    fn comment(&mut self, state: State, at: usize) -> Option<Next> {
        let rest = &self.bytes[at..];
        let line = || memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let length = match rest {
            [b'/', b'/', ..] | [b'#', ..] => line(),
            [b'/', b'*', inside @ ..] => {
                memchr::memmem::find(inside, b"*/").map_or(rest.len(), |end| end + 4)
            }
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

    // Values.

    fn expected_root(&mut self, at: usize) -> Next {
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

    fn expected_value(&mut self, state: State, at: usize) -> Next {
        match self.bytes[at] {
            b',' if state == State::MemberValue => self.missing_value(at),
            b',' => self.extra_comma(state, at),
            b']' if state == State::Element => self.trailing_comma(at),
            b'}' if state == State::MemberValue => self.missing_value(at),
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
    fn missing_value(&mut self, at: usize) -> Next {
        self.wrong(self.done, self.done, "une valeur est attendue ici", None);
        self.push(Node::new(Kind::Broken, self.done, self.done));
        (State::After, at)
    }

    fn extra_comma(&mut self, state: State, at: usize) -> Next {
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
    fn trailing_comma(&mut self, at: usize) -> Next {
        self.say_extra_comma(self.comma);
        self.close(at + 1);
        (State::After, at + 1)
    }

    // Keys and colons.

    fn expected_key(&mut self, state: State, at: usize) -> Next {
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
                self.close(self.comma);
                (State::Element, at)
            }
            b'{' if state == State::FirstKey => self.stray(state, at),
            b'{' | b'[' => self.missing_key(at),
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
    fn missing_key(&mut self, at: usize) -> Next {
        self.wrong(at, at, "une clé est attendue ici", None);
        self.push_meant(Kind::Key, at, at, String::new());
        (State::MemberValue, at)
    }

    fn expected_colon(&mut self, at: usize) -> Next {
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
            b',' | b'}' | b']' => self.missing_value(at),
            b'"' if self.is_key(at) => {
                self.wrong(
                    key_end,
                    key_end,
                    "une valeur et une virgule sont attendues ici",
                    None,
                );
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

    // After a value.

    fn after_member(&mut self, at: usize) -> Next {
        match self.bytes[at] {
            b'"' => self.missing_comma(State::Key, at),
            b';' => self.semicolon(State::Key, at),
            b'{' if self.container(1) == Some(Kind::Array) => {
                let what = "il manque une accolade fermante et une virgule";
                let fix = insert(
                    "Ajouter l'accolade et la virgule",
                    Safety::AConfirmer,
                    self.done,
                    "},",
                );
                self.wrong(self.done, self.done, what, fix);
                self.close(self.done);
                self.comma = self.done;
                (State::Element, at)
            }
            b'{' | b'[' => self.missing_key(at),
            b']' => self.unclosed_object(State::After, at),
            b':' => self.second_colon(at),
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

    fn after_element(&mut self, at: usize) -> Next {
        match self.bytes[at] {
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

    /// `"a": "b": 1`: the second string is a key, and the first has no value.
    fn second_colon(&mut self, at: usize) -> Next {
        if !self.deep.is_empty() || !self.last_is_string() {
            return self.stray(State::After, at);
        }
        let Some(string) = self.tree.nodes.pop() else {
            return self.stray(State::After, at);
        };
        let place = string.start as usize;
        self.wrong(
            place,
            place,
            "une valeur et une virgule sont attendues ici",
            None,
        );
        self.push(Node::new(Kind::Broken, place, place));
        self.push(string.as_kind(Kind::Key));
        (State::Colon, at)
    }

    fn last_is_string(&self) -> bool {
        self.tree
            .nodes
            .last()
            .is_some_and(|node| node.kind() == Kind::String && node.end as usize == self.done)
    }

    /// `["a", "b": 1`: the array was to be closed before its last string, or to hold an object that starts with it.
    fn key_in_array(&mut self, at: usize) -> Next {
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
        let follows_object = !first && self.tree.nodes[array as usize + 1].kind() == Kind::Object;
        let place = string.start as usize;
        if first || follows_object {
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
            self.tree.nodes.pop();
            self.open(Kind::Object, place);
        } else if self.container(1) == Some(Kind::Object) {
            let fix = insert(
                "Ajouter le crochet fermant",
                Safety::AConfirmer,
                self.comma,
                "]",
            );
            self.wrong(
                self.comma,
                self.comma,
                "il manque un crochet fermant avant cette virgule",
                fix,
            );
            self.tree.nodes.pop();
            self.close(self.comma);
        } else {
            return self.stray(State::After, at);
        }
        self.push(string.as_kind(Kind::Key));
        (State::Colon, at)
    }

    /// A brace closes what a bracket opened: it is one too many, or the bracket was to be closed before it.
    fn brace_in_array(&mut self, state: State, at: usize) -> Next {
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
                    self.close(self.done);
                }
                (State::After, at)
            }
            _ => self.extra_closer(state, at),
        }
    }

    /// A bracket closes what a brace opened.
    fn unclosed_object(&mut self, state: State, at: usize) -> Next {
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
            self.close(self.done);
        }
        (State::After, at)
    }

    /// True when an array is open, not too far.
    fn in_array(&self) -> bool {
        (0..self.depth().min(DEEPEST)).any(|outwards| !self.is_object(outwards))
    }

    fn extra_closer(&mut self, state: State, at: usize) -> Next {
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
            let text = content
                .strip_suffix(b",")
                .filter(|_| self.object)?
                .trim_ascii_end()
                .len();
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
            super::string::decoded(&self.bytes[start + 1..end - 1], self.tree.encoding).collect();
        text.push_str(&self.raw(end - 1, stop));
        self.tree.nodes.pop();
        self.push_meant(Kind::String, start, stop + 1, text);
        Some((State::After, stop + 1))
    }

    // After the outermost value.

    fn expected_end(&mut self, at: usize) -> Next {
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

    // The end of the file.

    fn end_of_file(&mut self, state: State, at: usize) -> Next {
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
                message: opening.into(),
            });
        }
    }
}
