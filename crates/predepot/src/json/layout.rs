//! Braces and brackets against the indentation. Where a hand lost one, added one or wrote one for another in a file of one member a line, the
//! reader notices late, often in the next block; the indentation shows where. Reads tokens and lines, no grammar.

use super::findings::span;
use super::parse::DEEPEST;
use super::scan::{byte_at, is_blank, skip_blank, string_stop};
use crate::diag::Edit;
use crate::order::sort_by_number;
use crate::text::Span;

/// A file with more repairs than this does not show by its indentation what it means.
const MOST_REPAIRS: usize = 1_000;

/// Closers at the end of a line that are remembered, in case one was too many.
const MOST_SHUT: usize = 8;

/// What makes braces and indentation agree at one place.
pub(super) struct Repair {
    pub(super) span: Span,
    /// In the file's order, apart.
    pub(super) edits: Vec<Edit>,
    /// What is wrong, as a clause.
    pub(super) what: &'static str,
    /// An infinitive; none when a name that nobody knows is lost too.
    pub(super) title: Option<String>,
    /// The brace or bracket that nothing closes.
    pub(super) unclosed: Option<Span>,
}

/// The repairs of a file, in its order; none when its lines do not tell.
#[cold]
#[inline(never)]
pub(super) fn repairs(bytes: &[u8], start: usize) -> Vec<Repair> {
    let mut layout = Layout {
        bytes,
        line: start,
        indent: start,
        last: Token {
            byte: 0,
            start,
            end: start,
            after: 0,
        },
        open: Vec::new(),
        shut: Vec::new(),
        repairs: Vec::new(),
    };
    let mut at = start;
    let mut is_first = true;
    while let Some(&byte) = bytes.get(at) {
        if matches!(byte, b'\n' | b'\r') {
            at += 1;
            layout.line = at;
            layout.indent = at;
            is_first = true;
            continue;
        }
        if is_blank(byte) {
            at += 1;
            continue;
        }
        if is_first && layout.indent == layout.line {
            layout.indent = at;
        }
        let end = comment_end(bytes, at);
        if end > at {
            at = end;
            continue;
        }
        let end = token_end(bytes, at).max(at + 1);
        layout.token(
            Token {
                byte,
                start: at,
                end,
                after: layout.last.byte,
            },
            is_first,
        );
        if layout.open.len() > DEEPEST || layout.repairs.len() > MOST_REPAIRS {
            return Vec::new();
        }
        is_first = false;
        at = end;
    }
    sort_by_number(&mut layout.repairs, |repair| repair.span.start);
    let apart = |pair: &[Repair]| pair[0].span.end <= pair[1].span.start;
    if layout.repairs.windows(2).all(apart) {
        layout.repairs
    } else {
        Vec::new()
    }
}

#[derive(Clone, Copy)]
struct Token {
    byte: u8,
    start: usize,
    end: usize,
    /// The first byte of the token before.
    after: u8,
}

/// What a brace or bracket opened.
#[derive(Clone, Copy)]
struct Block {
    opener: u8,
    at: usize,
    /// Where its line starts, and how far that line is indented.
    line: usize,
    indent: usize,
    /// How far its first line inside is indented.
    inside: Option<usize>,
    /// True when it starts with a key.
    keyed: Option<bool>,
    /// The first line, since the last one at its place, that is further right: what came just before, and where it starts.
    astray: Option<(Token, usize)>,
}

/// A block that was closed at the end of a line below its own: by a brace too many, perhaps.
struct Shut {
    block: Block,
    at: usize,
    /// How many were open after it.
    depth: usize,
}

struct Layout<'a> {
    bytes: &'a [u8],
    /// Where the line at hand starts, and its first token.
    line: usize,
    indent: usize,
    last: Token,
    open: Vec<Block>,
    shut: Vec<Shut>,
    repairs: Vec<Repair>,
}

impl Layout<'_> {
    fn token(&mut self, token: Token, is_first: bool) {
        let column = self.indent - self.line;
        match token.byte {
            b'}' | b']' if is_first => self.closer(token, column),
            b'}' | b']' => self.closer_in_line(token),
            b',' if is_first => self.comma(token, column),
            b',' | b':' => {}
            byte => {
                let opens = matches!(byte, b'{' | b'[');
                let is_key =
                    !opens && byte_at(self.bytes, skip_blank(self.bytes, token.end)) == b':';
                if is_key && self.last.byte == 0 {
                    self.open_root(token.start);
                }
                if is_first {
                    self.child(token, column, is_key);
                }
                if let Some(block) = self.open.last_mut() {
                    block.keyed.get_or_insert(is_key);
                }
                if opens {
                    self.open.push(Block {
                        opener: byte,
                        at: token.start,
                        line: self.line,
                        indent: column,
                        inside: None,
                        keyed: None,
                        astray: None,
                    });
                }
            }
        }
        self.last = token;
    }

    /// The file starts with a key.
    fn open_root(&mut self, at: usize) {
        let what = "il manque une accolade ouvrante au début du fichier";
        self.repair(at..at, "{", what, "Ajouter");
        self.open.push(Block {
            opener: b'{',
            at,
            line: self.line,
            indent: 0,
            inside: None,
            keyed: None,
            astray: None,
        });
    }

    /// A key or an element starts a line.
    fn child(&mut self, token: Token, column: usize, is_key: bool) {
        if self.open.last().is_some_and(|top| column <= top.indent)
            && let Some(parent) = self.open.iter().rposition(|block| block.indent < column)
            && self.open[parent]
                .inside
                .is_none_or(|inside| inside == column)
        {
            self.close_from(parent + 1, token, true);
        }
        let last = self.last;
        let Some(top) = self.open.last_mut() else {
            return;
        };
        // An element that starts with a key lacks its brace, whatever its place.
        let lacks_brace = top.opener == b'[' && is_key;
        match top.inside {
            Some(inside) if inside == column => {
                top.astray = None;
                let depth = self.open.len();
                self.shut.retain(|shut| shut.depth < depth);
            }
            None if !lacks_brace => top.inside = Some(column),
            Some(inside) if inside > column => {}
            _ => {
                top.astray.get_or_insert((last, token.start));
            }
        }
    }

    /// A comma starts a line: what it follows lost its end.
    fn comma(&mut self, token: Token, column: usize) {
        if let Some(block) = self.open.iter().rposition(|block| block.indent <= column)
            && self.open[block].indent == column
        {
            self.last = Token {
                end: token.start,
                ..token
            };
            self.close_from(block, token, false);
        }
    }

    /// The blocks from this one on were to be closed before `token`.
    fn close_from(&mut self, first: usize, token: Token, comma: bool) {
        let mut closers = String::new();
        let mut unclosed = None;
        while self.open.len() > first
            && let Some(block) = self.pop()
        {
            if self.is_twice(block, token) {
                continue;
            }
            closers.push(char::from(other(block.opener)));
            unclosed = Some(span(block.at, block.at + 1));
        }
        if closers.is_empty() {
            return;
        }
        let after_comma = self.last.byte == b',';
        let place = if after_comma {
            self.last.start
        } else {
            self.last.end
        };
        if comma && !after_comma {
            closers.push(',');
        }
        let what = match closers.as_str() {
            "}" => "une accolade fermante est attendue ici",
            "]" => "un crochet fermant est attendu ici",
            "}," => "il manque une accolade fermante et une virgule",
            "]," => "il manque un crochet fermant et une virgule",
            _ => "il manque ici plusieurs accolades ou crochets fermants",
        };
        self.repair(place..place, &closers, what, "Ajouter");
        if let Some(repair) = self.repairs.last_mut() {
            repair.unclosed = unclosed;
        }
    }

    /// When a block is open because its brace, or its line, is written twice, says so.
    fn is_twice(&mut self, block: Block, token: Token) -> bool {
        let start = block.line + block.indent;
        let line = &self.bytes[start.min(block.at)..=block.at];
        let is_empty = self.last.start == block.at;
        if is_empty && self.bytes[token.start..].starts_with(line) {
            self.repair(
                start..block.at + 1,
                "",
                "cette ligne est écrite deux fois",
                "Supprimer",
            );
            return true;
        }
        let next = self.bytes[block.at + 1..].trim_ascii_start();
        if next.first() == Some(&block.opener)
            && self
                .bytes
                .get(block.at + 1..)
                .is_some_and(|rest| !starts_line(rest))
        {
            self.remove(block.at);
            return true;
        }
        false
    }

    /// A closer starts a line.
    fn closer(&mut self, token: Token, column: usize) {
        while let Some(&top) = self.open.last() {
            if top.indent == column {
                if other(top.opener) == token.byte {
                    self.pop();
                    return;
                }
                let around = self
                    .open
                    .len()
                    .checked_sub(2)
                    .and_then(|at| self.open.get(at));
                if around.is_some_and(|block| {
                    block.line == top.line && other(block.opener) == token.byte
                }) {
                    self.close_from(self.open.len() - 1, token, false);
                    continue;
                }
                return self.of_another_kind(token);
            }
            if top.indent > column {
                let target = self.open.iter().rposition(|block| block.indent <= column);
                match target {
                    Some(target) if self.open[target].indent == column => {
                        self.close_from(target + 1, token, false);
                        continue;
                    }
                    _ => break,
                }
            }
            if self.reopen(column) {
                continue;
            }
            return self.closer_too_far(top, token, column);
        }
        if self.open.is_empty() && self.reopen(column) {
            return self.closer(token, column);
        }
        // Indented at will: only its kind counts.
        if self
            .open
            .last()
            .is_some_and(|top| other(top.opener) == token.byte)
        {
            self.pop();
        }
    }

    /// A closer starts a line further right than the line that opened the innermost block.
    fn closer_too_far(&mut self, top: Block, token: Token, column: usize) {
        let opener = other(token.byte);
        if let Some((before, start)) = top.astray {
            if let Some(top) = self.open.last_mut() {
                top.astray = None;
            }
            let brace = char::from(opener).to_string();
            if top.opener == b'{' && before.byte == b'"' && before.after != b':' {
                let is_whole = before.end > before.start + 1 && self.bytes[before.end - 1] == b'"';
                let lost = format!("{}: {brace}", if is_whole { "" } else { "\"" });
                let what = "la fin de cette ligne manque : deux-points, et ce qui ouvre la valeur";
                self.repair(before.end..before.end, &lost, what, "Ajouter");
            } else if before.byte == b':' {
                let blanks = self.bytes[before.end..]
                    .iter()
                    .take_while(|byte| **byte == b' ')
                    .count();
                let place = before.end + blanks;
                let what = if opener == b'{' {
                    "il manque une accolade ouvrante ici"
                } else {
                    "il manque un crochet ouvrant ici"
                };
                self.repair(place..place, &brace, what, "Ajouter");
            } else if top.opener == b'[' {
                self.repair(
                    start..start,
                    &brace,
                    "il manque une accolade ouvrante avant cette clé",
                    "Ajouter",
                );
            } else {
                let what = "il manque une clé et ce qui ouvre sa valeur avant cette ligne";
                self.repair(start..start, &format!("\"\": {brace}"), what, "Ajouter");
                if let Some(repair) = self.repairs.last_mut() {
                    repair.title = None;
                }
            }
            return;
        }
        if other(top.opener) == token.byte && top.inside != Some(column) {
            // Indented at will.
            self.pop();
            return;
        }
        self.remove(token.start);
    }

    /// A closer does not start its line.
    fn closer_in_line(&mut self, token: Token) {
        let Some(&top) = self.open.last() else {
            return;
        };
        let in_line = top.line == self.line;
        if other(top.opener) == token.byte {
            self.open.pop();
            if in_line {
                return self.forget_shut();
            }
            if self.shut.len() == MOST_SHUT {
                self.shut.remove(0);
            }
            self.shut.push(Shut {
                block: top,
                at: token.start,
                depth: self.open.len(),
            });
            return;
        }
        if !in_line {
            return self.remove(token.start);
        }
        let around = self.open.iter().rev().nth(1);
        if around.is_some_and(|block| block.line == self.line && other(block.opener) == token.byte)
        {
            self.close_from(self.open.len() - 1, token, false);
            self.pop();
            return;
        }
        self.of_another_kind(token);
    }

    /// A brace closes what a bracket opened, or the reverse: what is inside tells which of the two is wrong.
    fn of_another_kind(&mut self, closer: Token) {
        let Some(block) = self.pop() else { return };
        let meant = match block.keyed {
            Some(true) => b'{',
            Some(false) => b'[',
            None => block.opener,
        };
        let (place, written) = if meant == block.opener {
            (closer.start, other(block.opener))
        } else {
            (block.at, meant)
        };
        let what = match written {
            b'{' => "une accolade ouvrante est attendue à la place de ce crochet",
            b'[' => "un crochet ouvrant est attendu à la place de cette accolade",
            b'}' => "une accolade fermante est attendue à la place de ce crochet",
            _ => "un crochet fermant est attendu à la place de cette accolade",
        };
        self.repair(
            place..place + 1,
            &char::from(written).to_string(),
            what,
            "Écrire",
        );
    }

    /// Opens again the block whose line is indented so, if a closer at the end of a line shut it: that one was too many, and those after.
    fn reopen(&mut self, column: usize) -> bool {
        let Some(first) = self
            .shut
            .iter()
            .rposition(|shut| shut.block.indent == column)
        else {
            return false;
        };
        let depths = self.open.len()..;
        let chained = self.shut[first..]
            .iter()
            .rev()
            .zip(depths)
            .all(|(shut, depth)| shut.depth == depth);
        if chained {
            for shut in self.shut.split_off(first).into_iter().rev() {
                self.remove(shut.at);
                self.open.push(shut.block);
            }
        }
        chained
    }

    fn pop(&mut self) -> Option<Block> {
        let block = self.open.pop();
        self.forget_shut();
        block
    }

    fn forget_shut(&mut self) {
        let depth = self.open.len();
        self.shut.retain(|shut| shut.depth <= depth);
    }

    /// A brace or bracket is one too many, with its comma if another precedes.
    fn remove(&mut self, at: usize) {
        let what = match self.bytes[at] {
            b'{' => "cette accolade ouvrante est en trop",
            b'[' => "ce crochet ouvrant est en trop",
            b'}' => "cette accolade fermante est en trop",
            _ => "ce crochet fermant est en trop",
        };
        let comma = skip_blank(self.bytes, at + 1);
        let both =
            byte_at(self.bytes, comma) == b',' && self.bytes[..at].trim_ascii_end().ends_with(b",");
        let end = if both { comma + 1 } else { at + 1 };
        self.repair(at..end, "", what, "Supprimer");
    }

    fn repair(
        &mut self,
        range: std::ops::Range<usize>,
        text: &str,
        what: &'static str,
        verb: &str,
    ) {
        let shown = if text.is_empty() {
            String::from_utf8_lossy(&self.bytes[range.clone()])
        } else {
            text.into()
        };
        self.repairs.push(Repair {
            title: Some(format!("{verb} `{shown}`")),
            span: span(range.start, range.end),
            edits: vec![Edit {
                span: span(range.start, range.end),
                text: text.to_owned(),
            }],
            what,
            unclosed: None,
        });
    }
}

/// The brace or bracket that answers this one.
const fn other(byte: u8) -> u8 {
    match byte {
        b'{' => b'}',
        b'[' => b']',
        b'}' => b'{',
        _ => b'[',
    }
}

/// True when nothing but blanks is left on the line.
fn starts_line(rest: &[u8]) -> bool {
    let blanks = rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    matches!(rest.get(blanks), None | Some(b'\n' | b'\r'))
}

/// The end of a comment at `at`; `at` when there is none.
fn comment_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    let length = match rest {
        [b'/', b'/', ..] | [b'#', ..] => memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len()),
        [b'/', b'*', inside @ ..] => {
            crate::bytes::find(inside, b"*/").map_or(rest.len(), |end| end + 4)
        }
        _ => 0,
    };
    at + length
}

/// The end of the string, word or sign at `at`. A string without an end goes to that of its line, punctuation left out.
fn token_end(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b'"' => {}
        b'{' | b'}' | b'[' | b']' | b',' | b':' => return at + 1,
        _ => {
            let goes_on = |byte: &u8| !is_blank(*byte) && !b"{}[],:\"".contains(byte);
            return at + bytes[at..].iter().take_while(|byte| goes_on(byte)).count();
        }
    }
    let mut end = at + 1;
    loop {
        end = string_stop(bytes, end);
        match bytes.get(end) {
            Some(b'"') => return end + 1,
            Some(b'\\') => end = (end + 2).min(bytes.len()),
            None | Some(b'\n' | b'\r') => break,
            Some(_) => end += 1,
        }
    }
    let text = &bytes[at + 1..end];
    let punctuation = |byte: &&u8| is_blank(**byte) || b"{}[],:".contains(byte);
    end - text.iter().rev().take_while(punctuation).count()
}
