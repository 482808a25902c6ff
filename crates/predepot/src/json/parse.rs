//! The reader: a machine whose states say what may come next, with an explicit stack. What it does not expect goes to `recover`.

use super::findings::{Findings, span};
use super::scan::{byte_at, skip_blank, string_stop};
use super::tree::{Node, Tree, Written};
use super::{Kind, NodeId};
use crate::catalog::Code;
use crate::diag::Detail;

/// Levels of arrays and objects that are read; what is deeper is only followed.
pub(super) const DEEPEST: usize = 64;

/// Bytes that are read: more is refused before (`X003`), and node numbers are known to fit their 28 bits.
const LONGEST: usize = 64 << 20;

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The outermost value.
    Root,
    /// The first element of an array, or its end.
    FirstElement,
    /// An element, after a comma.
    Element,
    /// A member's value, after its colon.
    MemberValue,
    /// The first key of an object, or its end.
    FirstKey,
    /// A key, after a comma.
    Key,
    /// The colon after a key.
    Colon,
    /// A comma or the end of the container, after a value.
    After,
    /// Nothing more.
    End,
}

pub(super) struct Parser<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) tree: Tree,
    pub(super) findings: Findings,
    /// The node of each open container, the outermost first.
    pub(super) open: Vec<u32>,
    /// The open containers below [`DEEPEST`], which have no node: true for an object.
    pub(super) deep: Vec<bool>,
    /// How many nodes there were when `deep` began: all that comes after is dropped.
    deep_base: usize,
    /// True once `J013` is said.
    too_deep: bool,
    /// True when the innermost open container is an object.
    pub(super) object: bool,
    /// Offset of the last comma.
    pub(super) comma: usize,
    /// Where the last thing that is not a comment ended, in `recover`.
    pub(super) done: usize,
    /// How many nodes there were when a container was last closed without its brace: they are inside it.
    pub(super) sealed: usize,
    /// Where reading went on after a comment.
    pub(super) resumed: usize,
}

/// Reads the text of a file, from `start`.
pub(super) fn read(bytes: &[u8], start: usize, findings: Findings) -> (Tree, Findings) {
    let cut = bytes.len() > LONGEST;
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let nodes = Vec::with_capacity(bytes.len() / 16);
    let mut parser = Parser {
        bytes,
        tree: Tree {
            nodes,
            meant: Vec::new(),
            encoding: findings.encoding,
            objects: 0,
        },
        findings,
        open: Vec::with_capacity(DEEPEST),
        deep: Vec::new(),
        deep_base: 0,
        too_deep: false,
        object: false,
        comma: start,
        done: start,
        sealed: 0,
        resumed: usize::MAX,
    };
    parser.run(start);
    if cut {
        let detail = Detail::Word("le fichier est trop long pour être lu en entier");
        parser
            .findings
            .error(Code::J001, span(LONGEST, LONGEST), detail, None);
    }
    (parser.tree, parser.findings)
}

impl Parser<'_> {
    fn run(&mut self, mut at: usize) {
        let bytes = self.bytes;
        let mut state = State::Root;
        while state != State::End {
            let mut from = at;
            at = skip_blank(bytes, at);
            let mut byte = byte_at(bytes, at);
            // A member takes one round: its key, then its value, then the comma.
            if matches!(state, State::FirstKey | State::Key) && byte == b'"' {
                from = self.plain_string(at, Kind::Key);
                state = State::Colon;
                at = skip_blank(bytes, from);
                byte = byte_at(bytes, at);
            }
            if state == State::Colon && byte == b':' {
                from = at + 1;
                state = State::MemberValue;
                at = skip_blank(bytes, from);
                byte = byte_at(bytes, at);
            }
            state = match (state, byte) {
                (State::Root | State::FirstElement | State::Element | State::MemberValue, b'"') => {
                    at = self.plain_string(at, Kind::String);
                    State::After
                }
                (
                    State::Root | State::FirstElement | State::Element | State::MemberValue,
                    b'-' | b'0'..=b'9',
                ) => {
                    at = self.number(at);
                    State::After
                }
                (
                    State::Root | State::FirstElement | State::Element | State::MemberValue,
                    b't' | b'f' | b'n',
                ) => {
                    at = self.literal(at);
                    State::After
                }
                (State::Root | State::FirstElement | State::Element | State::MemberValue, b'{') => {
                    self.open(Kind::Object, at);
                    at += 1;
                    State::FirstKey
                }
                (State::Root | State::FirstElement | State::Element | State::MemberValue, b'[') => {
                    self.open(Kind::Array, at);
                    at += 1;
                    State::FirstElement
                }
                (State::After, b',') if self.depth() > 0 => self.next(&mut at),
                (State::After | State::FirstKey, b'}') if self.object => {
                    at += 1;
                    self.close(at);
                    State::After
                }
                (State::After | State::FirstElement, b']') if !self.object && self.depth() > 0 => {
                    at += 1;
                    self.close(at);
                    State::After
                }
                (State::After, _) if at == bytes.len() && self.depth() == 0 => State::End,
                _ => {
                    let (next, resume) = self.recover(state, from, at);
                    at = resume;
                    next
                }
            };
            if state == State::After && byte_at(bytes, at) == b',' && self.depth() > 0 {
                state = self.next(&mut at);
            }
        }
    }

    /// Reads the comma at `at`.
    #[inline(always)]
    fn next(&mut self, at: &mut usize) -> State {
        self.comma = *at;
        *at += 1;
        if self.object {
            State::Key
        } else {
            State::Element
        }
    }

    /// Reads a string or key at its opening quote; gives the offset after it.
    #[inline(always)]
    fn plain_string(&mut self, start: usize, kind: Kind) -> usize {
        let stop = string_stop(self.bytes, start + 1);
        if byte_at(self.bytes, stop) == b'"' {
            self.push(Node::new(kind, start, stop + 1));
            stop + 1
        } else {
            self.string(start, stop, kind)
        }
    }

    /// Reads `true`, `false`, `null`, or the word that starts like one.
    #[inline(always)]
    fn literal(&mut self, start: usize) -> usize {
        let rest = &self.bytes[start..];
        let (kind, length) = match rest {
            [b't', b'r', b'u', b'e', ..] => (Kind::True, 4),
            [b'n', b'u', b'l', b'l', ..] => (Kind::Null, 4),
            [b'f', b'a', b'l', b's', b'e', ..] => (Kind::False, 5),
            _ => return self.word(start),
        };
        if rest
            .get(length)
            .is_some_and(|&byte| super::word::goes_on(byte))
        {
            return self.word(start);
        }
        self.push(Node::new(kind, start, start + length));
        start + length
    }

    #[inline(always)]
    pub(super) fn push(&mut self, node: Node) {
        self.tree.nodes.push(node);
    }

    /// The value that the next node will be or, if that is a key, whose key it will be.
    pub(super) fn next_value(&self, kind: Kind) -> Option<NodeId> {
        let next = self.tree.nodes.len() + usize::from(kind == Kind::Key);
        let node = if self.deep.is_empty() {
            next
        } else {
            self.deep_base - 1
        };
        Some(NodeId(node as u32))
    }

    /// Adds a leaf whose text is not the bytes of the file.
    pub(super) fn push_meant(&mut self, kind: Kind, start: usize, end: usize, text: String) {
        let written = self.mean(text);
        self.push(Node::new(kind, start, end).written(written));
    }

    pub(super) fn mean(&mut self, text: String) -> Written {
        self.tree.meant.push(text.into());
        Written::Meant(self.tree.meant.len() as u32 - 1)
    }

    /// How many containers are open.
    #[inline(always)]
    pub(super) fn depth(&self) -> usize {
        self.open.len() + self.deep.len()
    }

    #[inline(always)]
    pub(super) fn open(&mut self, kind: Kind, start: usize) {
        self.object = kind == Kind::Object;
        self.tree.objects += usize::from(self.object);
        if self.open.len() == DEEPEST {
            return self.open_deep(start);
        }
        self.open.push(self.tree.nodes.len() as u32);
        self.push(Node::new(kind, start, start));
    }

    /// Closes the innermost container, which ends at `end`.
    #[inline(always)]
    pub(super) fn close(&mut self, end: usize) {
        if !self.deep.is_empty() {
            return self.close_deep(end);
        }
        let next = self.tree.nodes.len();
        if let Some(node) = self
            .open
            .pop()
            .and_then(|id| self.tree.nodes.get_mut(id as usize))
        {
            *node = node.closed(end, next);
        }
        self.object = self
            .open
            .last()
            .is_some_and(|&id| self.tree.nodes[id as usize].kind() == Kind::Object);
    }

    #[cold]
    fn open_deep(&mut self, start: usize) {
        if self.deep.is_empty() {
            let node = NodeId(self.tree.nodes.len() as u32);
            self.push(Node::new(Kind::Broken, start, start));
            self.deep_base = self.tree.nodes.len();
            if !self.too_deep {
                self.too_deep = true;
                self.findings.error_at(
                    Code::J013,
                    span(start, start + 1),
                    Detail::None,
                    None,
                    Some(node),
                );
            }
        }
        self.tree.nodes.truncate(self.deep_base);
        self.deep.push(self.object);
    }

    #[cold]
    fn close_deep(&mut self, end: usize) {
        self.tree.nodes.truncate(self.deep_base);
        self.deep.pop();
        self.object = self.is_object(0);
        if self.deep.is_empty()
            && let Some(node) = self.tree.nodes.last_mut()
        {
            node.end = end as u32;
        }
    }

    /// True when the open container `outwards` levels from the innermost is an object.
    pub(super) fn is_object(&self, outwards: usize) -> bool {
        self.container(outwards) == Some(Kind::Object)
    }

    /// The kind of the open container `outwards` levels from the innermost.
    pub(super) fn container(&self, outwards: usize) -> Option<Kind> {
        let level = self.depth().checked_sub(outwards + 1)?;
        match level.checked_sub(self.open.len()) {
            Some(deep) => Some(if self.deep[deep] {
                Kind::Object
            } else {
                Kind::Array
            }),
            None => Some(self.tree.nodes[self.open[level] as usize].kind()),
        }
    }
}
