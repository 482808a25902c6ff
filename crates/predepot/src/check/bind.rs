//! Binds what is written to the rows of a profile: which value answers which row, so that the checks that follow only see rows and values.

use super::control::{Ground, control};
use super::duplicates::duplicate_key;
use super::findings::Findings;
use super::keys::Keys;
use super::source::{Source, key_of};
use super::unknown::Unknown;
use super::{Day, Options, Unicode};
use crate::catalog::Code;
use crate::diag::Diagnostic;
use crate::diag::Severity::{self, Avertissement};
use crate::json::{Kind, NodeId};
use crate::profile::{Format, Is, Need, Row, Test, tag};
use crate::text::Span;

/// An object of [`Binding`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct ObjectId(pub(super) usize);

/// The header, which stays bound while the demandes come and go.
pub(super) const HEADER: ObjectId = ObjectId(0);
/// The demande at hand.
pub(super) const DEMANDE: ObjectId = ObjectId(1);

/// An object and the rows that it answers.
#[derive(Clone, Copy)]
pub(super) struct Object {
    /// Where it is written; for a block whose keys stand flat, the object around it.
    pub(super) node: NodeId,
    pub(super) rows: &'static [Row],
    pub(super) parent: Option<ObjectId>,
    /// The row whose value it is; none for the header and the demandes.
    pub(super) via: Option<&'static Row>,
    /// Inside a block that the document does not describe: findings are warnings at most.
    pub(super) soft: bool,
    /// Checked by nothing: a relation says so.
    pub(super) silent: bool,
    /// Bit i: row i is not checked.
    pub(super) muted: u32,
    /// Which of [`Binding::keys`] its rows are.
    keys: usize,
    first_slot: usize,
    first_child: Option<ObjectId>,
    last_child: Option<ObjectId>,
    next_sibling: Option<ObjectId>,
}

/// What a test on another value gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    /// The value is missing or broken: rules that read it stay silent.
    Unknown,
}

/// The tests of an object's conditions, as bits: those that hold and those that fail. The value of the others cannot be read.
#[derive(Clone, Copy, Default)]
pub(super) struct Truths {
    hold: u64,
    fail: u64,
}

/// The header, one demande, and what was found wrong so far.
pub(super) struct Binding<'a> {
    pub(super) source: Source<'a>,
    pub(super) objects: Vec<Object>,
    /// The lists of rows met so far.
    keys: Vec<Keys>,
    slots: Vec<Option<NodeId>>,
    /// The members that answer no row, by object.
    pub(super) unknown: Unknown,
    /// Values that rules must not read.
    pub(super) doubtful: Vec<NodeId>,
    /// Values that answer a row of another object than the one they stand in.
    pub(super) moved: Vec<NodeId>,
    /// Every object that answers rows, in the file so far: the others are searched for duplicate keys apart.
    pub(super) bound: Vec<NodeId>,
    /// The key of the profile's undescribed block.
    soft_key: Option<&'static str>,
    pub(super) findings: Findings,
    pub(super) today: Option<Day>,
    pub(super) unicode: Unicode,
    /// The sum of the amounts that can be read, in centimes.
    pub(super) total_cents: u64,
}

impl<'a> Binding<'a> {
    /// Binds the header.
    #[inline(never)]
    pub(super) fn new(
        source: Source<'a>,
        root: NodeId,
        header: &'static [Row],
        options: &Options,
    ) -> Self {
        let mut binding = Self {
            source,
            objects: Vec::new(),
            keys: Vec::new(),
            slots: Vec::new(),
            unknown: Unknown::default(),
            doubtful: Vec::new(),
            moved: Vec::new(),
            bound: Vec::new(),
            soft_key: None,
            findings: Findings::default(),
            today: options.today,
            unicode: options.unicode,
            total_cents: 0,
        };
        binding.bind_members(root, header, None, None);
        binding.resolve_header();
        binding
    }

    /// Lets the last demande go and binds this one, but for the keys that answer no row: see [`Self::resolve`].
    #[inline(never)]
    pub(super) fn open_demande(
        &mut self,
        node: NodeId,
        rows: &'static [Row],
        soft_key: Option<&'static str>,
    ) {
        self.objects.truncate(1);
        self.objects[HEADER.0].first_child = None;
        self.objects[HEADER.0].last_child = None;
        self.slots.truncate(self.objects[HEADER.0].rows.len());
        self.unknown.clear();
        self.doubtful.clear();
        self.moved.clear();
        self.soft_key = soft_key;
        self.findings.open_demande();
        self.bind(node, rows, Some(HEADER), None);
    }

    fn bind(
        &mut self,
        node: NodeId,
        rows: &'static [Row],
        parent: Option<ObjectId>,
        via: Option<&'static Row>,
    ) -> ObjectId {
        let id = self.bind_members(node, rows, parent, via);
        let keys = self.objects[id.0].keys;
        for at in 0..self.keys[keys].containers.len() {
            self.bind_child(id, self.keys[keys].containers[at]);
        }
        id
    }

    fn bind_members(
        &mut self,
        node: NodeId,
        rows: &'static [Row],
        parent: Option<ObjectId>,
        via: Option<&'static Row>,
    ) -> ObjectId {
        let id = self.push(node, rows, parent, via);
        self.bound.push(node);
        let Object {
            first_slot, keys, ..
        } = self.objects[id.0];
        let (source, keys) = (self.source, &self.keys[keys]);
        let slots = &mut self.slots[first_slot..];
        // Nearly all are written as the documents have them.
        let in_order = rows.iter().map(|row| row.key).zip(slots.iter_mut());
        let rest = source.take_in_order(node, in_order, |slot, value| *slot = Some(value));
        // With the value that answers its row already, if it is that.
        let mut others: Vec<(NodeId, Option<NodeId>)> = Vec::new();
        for (key, value) in source.tree.members_from(node, rest) {
            let row = keys.row_of_member(source, key);
            match row.and_then(|row| slots.get_mut(row)) {
                Some(slot) => {
                    if let first @ Some(_) = slot.replace(value) {
                        others.push((value, first));
                    }
                }
                None => others.push((value, None)),
            }
        }
        if !others.is_empty() {
            self.bind_others(id, others);
        }
        id
    }

    /// Members that answer no row, or one that is answered.
    #[cold]
    #[inline(never)]
    fn bind_others(&mut self, id: ObjectId, others: Vec<(NodeId, Option<NodeId>)>) {
        let mut cut = Vec::new();
        for (value, first) in others {
            if let Some(first) = first {
                self.duplicate(key_of(first), key_of(value));
            } else if self.source.kind(value) == Kind::Broken {
                // Cut short, or without a value: the mistake of writing is said.
                cut.push(value);
            } else {
                self.add_unknown(id, value);
            }
        }
        for value in cut {
            self.bind_cut(id, value);
        }
        self.duplicates_among_unknown(id, 0);
    }

    /// A key cut short, without a value, is the first key missing that starts so: it is not missing then.
    #[cold]
    fn bind_cut(&mut self, id: ObjectId, value: NodeId) {
        let text = self.source.text(key_of(value));
        let Object {
            first_slot, rows, ..
        } = self.objects[id.0];
        let missing = rows.iter().zip(&mut self.slots[first_slot..]);
        let meant = missing
            .filter(|(row, slot)| slot.is_none() && row.key.starts_with(&*text))
            .map(|(_, slot)| slot);
        if let Some(slot) = meant.take(usize::from(!text.is_empty())).next() {
            *slot = Some(value);
        }
    }

    fn bind_child(&mut self, id: ObjectId, row: usize) {
        let Some(value) = self.value(id, row) else {
            return;
        };
        let (tree, kind) = (self.source.tree, self.source.kind(value));
        if !matches!(kind, Kind::Object | Kind::Array) {
            return;
        }
        let rows = self.objects[id.0].rows;
        let via = &rows[row];
        match via.format {
            Format::Object(rows) | Format::OtherSoftware(rows) if kind == Kind::Object => {
                self.bind(value, rows, Some(id), Some(via));
            }
            Format::Array {
                of: Format::Object(rows),
                ..
            } if kind == Kind::Array => {
                for element in tree
                    .elements(value)
                    .filter(|&element| tree.kind(element) == Kind::Object)
                {
                    self.bind(element, rows, Some(id), Some(via));
                }
            }
            _ => {}
        }
    }

    /// Adds an object with no value bound yet.
    pub(super) fn push(
        &mut self,
        node: NodeId,
        rows: &'static [Row],
        parent: Option<ObjectId>,
        via: Option<&'static Row>,
    ) -> ObjectId {
        let soft = parent.is_some_and(|parent| self.objects[parent.0].soft)
            || via.is_some_and(|row| Some(row.key) == self.soft_key && parent == Some(DEMANDE));
        let around = parent.map(|parent| self.objects[parent.0].keys);
        let is_it = |keys: &Keys| std::ptr::eq(keys.rows, rows) && keys.around == around;
        // Demandes are mostly alike, and so are the elements of a list: what comes next is the list of the last object again, or the one that
        // was met after it the first time.
        let last = self.objects.last().map_or(0, |object| object.keys);
        let near = [last, last + 1];
        let known = near
            .into_iter()
            .find(|&at| self.keys.get(at).is_some_and(is_it))
            .or_else(|| self.keys.iter().position(is_it));
        let keys = known.unwrap_or_else(|| {
            self.keys.push(Keys::new(rows, around, &self.keys));
            self.keys.len() - 1
        });
        let first_slot = self.slots.len();
        self.slots.resize(first_slot + rows.len(), None);
        self.objects.push(Object {
            node,
            rows,
            parent,
            via,
            soft,
            silent: false,
            muted: 0,
            keys,
            first_slot,
            first_child: None,
            last_child: None,
            next_sibling: None,
        });
        let id = ObjectId(self.objects.len() - 1);
        if let Some(parent) = parent {
            match self.objects[parent.0].last_child.replace(id) {
                Some(before) => self.objects[before.0].next_sibling = Some(id),
                None => self.objects[parent.0].first_child = Some(id),
            }
        }
        id
    }

    #[inline]
    fn slot(&mut self, id: ObjectId, row: usize) -> &mut Option<NodeId> {
        let first = self.objects[id.0].first_slot;
        &mut self.slots[first + row]
    }

    /// The value that answers row `row` of an object.
    #[inline]
    pub(super) fn value(&self, id: ObjectId, row: usize) -> Option<NodeId> {
        self.slots[self.objects[id.0].first_slot + row]
    }

    /// Says which value answers a row, and binds what is below it.
    pub(super) fn assign(&mut self, id: ObjectId, row: usize, value: NodeId) {
        *self.slot(id, row) = Some(value);
        if id != HEADER {
            self.bind_child(id, row);
        }
    }

    /// Row and value of a key of an object.
    pub(super) fn find(&self, id: ObjectId, key: &str) -> Option<(usize, Option<NodeId>)> {
        let row = self.row(id, tag(key.as_bytes()))?;
        Some((row, self.value(id, row)))
    }

    /// The row of a key of an object.
    #[inline(always)]
    fn row(&self, id: ObjectId, tag: u64) -> Option<usize> {
        self.keys[self.objects[id.0].keys].row_of(tag)
    }

    /// The value of a key of an object.
    pub(super) fn get(&self, id: ObjectId, key: &str) -> Option<NodeId> {
        self.find(id, key)?.1
    }

    /// The objects of the demande that have a row of this key, which is looked at.
    pub(super) fn holders(&self, key: &str) -> impl Iterator<Item = ObjectId> + use<'_, 'a> {
        let tag = tag(key.as_bytes());
        let mut from = DEMANDE;
        std::iter::from_fn(move || {
            let holder = self.holder(from, tag)?;
            from = ObjectId(holder.0 + 1);
            Some(holder)
        })
    }

    /// The first of them from this one on.
    #[inline(never)]
    fn holder(&self, from: ObjectId, tag: u64) -> Option<ObjectId> {
        // The elements of a list are alike.
        let (mut list, mut row) = (usize::MAX, None);
        for (object, id) in self.objects.get(from.0..)?.iter().zip(from.0..) {
            if object.keys != list {
                list = object.keys;
                row = self.keys[list].row_of(tag);
            }
            if row.is_some_and(|row| object.muted & (1 << row) == 0) {
                return Some(ObjectId(id));
            }
        }
        None
    }

    /// The objects that are the value, or the elements of the value, of a row of `id`.
    pub(super) fn children(
        &self,
        id: ObjectId,
        key: &str,
    ) -> impl Iterator<Item = ObjectId> + use<'_, 'a> {
        let via = self
            .find(id, key)
            .map(|(row, _)| &self.objects[id.0].rows[row]);
        std::iter::successors(self.objects[id.0].first_child, |child| {
            self.objects[child.0].next_sibling
        })
        .filter(move |&child| {
            matches!((self.objects[child.0].via, via), (Some(a), Some(b)) if std::ptr::eq(a, b))
        })
    }

    pub(super) fn mute(&mut self, id: ObjectId, key: &str) {
        if let Some((row, _)) = self.find(id, key) {
            self.objects[id.0].muted |= 1 << row;
        }
    }

    /// A test, read in the object and then in those around it.
    pub(super) fn test(&self, id: ObjectId, Test(key, is): Test) -> Truth {
        let tag = tag(key.as_bytes());
        let mut at = Some(id);
        while let Some(id) = at {
            let object = &self.objects[id.0];
            if let Some(row) = self.keys[object.keys].row_of(tag) {
                return self.compare(&object.rows[row], self.slots[object.first_slot + row], is);
            }
            at = object.parent;
        }
        Truth::Unknown
    }

    /// The tests of all the conditions of an object.
    pub(super) fn truths(&self, id: ObjectId) -> Truths {
        let mut truths = Truths::default();
        let tests = &self.keys[self.objects[id.0].keys].tests;
        for (at, &(tested, is)) in tests.iter().enumerate() {
            let around = (0..tested.outwards).try_fold(id, |id, _| self.objects[id.0].parent);
            let Some(holder) = around else { continue };
            let holder = &self.objects[holder.0];
            let row = usize::from(tested.row);
            let value = self.slots[holder.first_slot + row];
            match self.compare(&holder.rows[row], value, is) {
                Truth::True => truths.hold |= 1 << at,
                Truth::False => truths.fail |= 1 << at,
                Truth::Unknown => {}
            }
        }
        truths
    }

    /// The same, when those of the object `before` are known: the elements of a list share what they only read around them.
    pub(super) fn truths_after(&self, before: Option<(ObjectId, Truths)>, id: ObjectId) -> Truths {
        let object = &self.objects[id.0];
        let is_alike = |(other, _): &(ObjectId, Truths)| {
            let other = &self.objects[other.0];
            (other.keys, other.parent) == (object.keys, object.parent)
                && !self.keys[object.keys].tests_own
        };
        match before.filter(is_alike) {
            Some((_, truths)) => truths,
            None => self.truths(id),
        }
    }

    /// What the first case of row `row` of an object that does not fail asks for; nothing when its tests cannot all be read.
    pub(super) fn need(&self, id: ObjectId, row: usize, truths: Truths) -> Need {
        let cases = &self.keys[self.objects[id.0].keys].cases[row];
        let first = cases.iter().find(|(tests, _)| tests & truths.fail == 0);
        first
            .filter(|(tests, _)| tests & truths.hold == *tests)
            .map_or(Need::Free, |&(_, need)| need)
    }

    #[inline]
    fn compare(&self, row: &Row, value: Option<NodeId>, is: Is) -> Truth {
        let Some(value) = value.filter(|value| !self.doubtful.contains(value)) else {
            return Truth::Unknown;
        };
        let source = self.source;
        match (source.kind(value), is) {
            (Kind::True, Is::True) | (Kind::False, Is::False) => Truth::True,
            (Kind::True, Is::False) | (Kind::False, Is::True) => Truth::False,
            (Kind::String, Is::Text(expected)) if source.is(value, expected) => Truth::True,
            (Kind::String, Is::Text(_)) => match row.format {
                Format::Choice(list) if !list.iter().any(|choice| source.is(value, choice)) => {
                    Truth::Unknown
                }
                _ => Truth::False,
            },
            _ => Truth::Unknown,
        }
    }

    /// True when the value has no error so far: rules that read several values stay silent on a broken one.
    pub(super) fn is_sound(&self, value: NodeId) -> bool {
        self.source.kind(value) != Kind::Broken && !self.findings.is_broken(value)
    }

    /// Where a row of an object stands for the portal's controls.
    pub(super) fn ground(&self, id: ObjectId, row: Option<&Row>) -> Ground {
        if id == HEADER {
            Ground::Header
        } else if row.is_some_and(Row::is_container) {
            Ground::Container
        } else {
            Ground::Value
        }
    }

    /// A finding on a row of an object, as severe as the object allows.
    #[cold]
    #[inline(never)]
    pub(super) fn finding(
        &self,
        code: Code,
        severity: Severity,
        id: ObjectId,
        row: Option<&'static Row>,
        span: Span,
    ) -> Diagnostic {
        let soft = self.objects[id.0].soft
            || id == DEMANDE && row.is_some_and(|row| Some(row.key) == self.soft_key);
        let severity = if soft {
            severity.max(Avertissement)
        } else {
            severity
        };
        Diagnostic {
            row,
            ..Diagnostic::new(code, severity, control(code, self.ground(id, row)), span)
        }
    }

    pub(super) fn duplicate(&mut self, first: NodeId, again: NodeId) {
        let finding = duplicate_key(self.source, first, again);
        self.findings.push(finding);
    }
}
