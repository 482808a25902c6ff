//! Binds what is written to the rows of a profile: which value answers which row. Finds keys that are written twice, misspelt, wrapped
//! or misplaced (REGLES sections 1 and 7), so that the checks that follow only see rows and values.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, VecDeque};

use super::control::{Ground, control};
use super::findings::Findings;
use super::spelling;
use super::{Day, Options, Unicode};
use crate::catalog::Code;
use crate::diag::Severity::{self, Avertissement, Erreur};
use crate::diag::{Detail, Diagnostic, Edit, Fix, Safety};
use crate::json::{Kind, NodeId, Tree};
use crate::profile::{Format, Is, Presence, Row, Test};
use crate::text::Span;

/// The bytes of a file and its tree.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) tree: &'a Tree,
}

impl<'a> Source<'a> {
    pub(super) fn kind(self, node: NodeId) -> Kind {
        self.tree.kind(node)
    }
    pub(super) fn span(self, node: NodeId) -> Span {
        self.tree.span(node)
    }
    pub(super) fn text(self, node: NodeId) -> Cow<'a, str> {
        self.tree.text(self.bytes, node)
    }
    pub(super) fn is(self, node: NodeId, text: &str) -> bool {
        self.tree.text_is(self.bytes, node, text)
    }
    /// The text of a string; `None` for another kind.
    pub(super) fn string(self, node: NodeId) -> Option<Cow<'a, str>> {
        (self.kind(node) == Kind::String).then(|| self.text(node))
    }
    /// The opening brace of an object.
    pub(super) fn brace(self, object: NodeId) -> Span {
        let start = self.span(object).start;
        Span::new(start, start + 1)
    }
    /// True when an object or array stands between its own brackets. When a mistake of writing took one of them, what is in it and what is
    /// around it are mixed up: what seems missing may only be elsewhere.
    pub(super) fn is_whole(self, node: NodeId) -> bool {
        let span = self.span(node);
        let (opening, closing, last) = match self.kind(node) {
            Kind::Object => (
                b'{',
                b'}',
                self.tree.members(node).last().map(|(_, value)| value),
            ),
            _ => (b'[', b']', self.tree.elements(node).last()),
        };
        let bytes = span.of(self.bytes);
        bytes.first() == Some(&opening)
            && bytes.last() == Some(&closing)
            && last.is_none_or(|last| self.span(last).end < span.end)
    }
    /// The value of a key of an object, the last one when there are several.
    pub(super) fn member(self, object: NodeId, key: &str) -> Option<NodeId> {
        self.tree
            .members(object)
            .filter(|&(name, _)| self.is(name, key))
            .last()
            .map(|(_, value)| value)
    }
    /// The members of the object that holds `value`: `object` itself or, inside it, one that wraps the value.
    fn siblings(self, object: NodeId, value: NodeId) -> Vec<(NodeId, NodeId)> {
        let mut at = object;
        loop {
            let members: Vec<(NodeId, NodeId)> = self.tree.members(at).collect();
            let around = members
                .iter()
                .find(|&&(_, member)| member < value && value < self.tree.next(member));
            match around {
                Some(&(_, wrapper)) => at = wrapper,
                None => return members,
            }
        }
    }
}

/// The key of a member's value: keys stand just before their values in the tree.
pub(super) fn key_of(value: NodeId) -> NodeId {
    NodeId(value.0 - 1)
}

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
    first_slot: usize,
    first_child: Option<ObjectId>,
    last_child: Option<ObjectId>,
    next_sibling: Option<ObjectId>,
}

/// Where the rows of a list are missing.
struct Vacant {
    rows: &'static [Row],
    places: Vec<Place>,
}

/// The objects that lack a row.
#[derive(Clone, Copy)]
enum Place {
    None,
    One(ObjectId),
    Several,
}

/// What a test on another value gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    /// The value is missing or broken: rules that read it stay silent.
    Unknown,
}

/// The header, one demande, and what was found wrong so far.
pub(super) struct Binding<'a> {
    pub(super) source: Source<'a>,
    pub(super) objects: Vec<Object>,
    slots: Vec<Option<NodeId>>,
    /// The members that answer no row, by object.
    pub(super) unknown: BTreeMap<ObjectId, Vec<NodeId>>,
    /// Values that rules must not read.
    pub(super) doubtful: Vec<NodeId>,
    /// Every object that answers rows, in the file so far: the others are searched for duplicate keys apart.
    pub(super) bound: Vec<NodeId>,
    /// The key of the profile's undescribed block.
    soft_key: Option<&'static str>,
    pub(super) findings: Findings,
    pub(super) today: Option<Day>,
    pub(super) unicode: Unicode,
    /// The sum of the well-written amounts, in centimes.
    pub(super) total_cents: u64,
}

impl<'a> Binding<'a> {
    /// Binds the header.
    pub(super) fn new(
        source: Source<'a>,
        root: NodeId,
        header: &'static [Row],
        options: &Options,
    ) -> Self {
        let mut binding = Self {
            source,
            objects: Vec::new(),
            slots: Vec::new(),
            unknown: BTreeMap::new(),
            doubtful: Vec::new(),
            bound: Vec::new(),
            soft_key: None,
            findings: Findings::default(),
            today: options.today,
            unicode: options.unicode,
            total_cents: 0,
        };
        binding.bind_members(root, header, None, None);
        binding.resolve_spellings(HEADER);
        binding.report_unknown();
        binding
    }

    /// Lets the last demande go and binds this one, but for the keys that answer no row: see [`Self::resolve`].
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
        self.soft_key = soft_key;
        self.findings.open_demande();
        self.bind(node, rows, Some(HEADER), None);
    }

    /// Finds the row meant by each key that answers none.
    pub(super) fn resolve(&mut self) {
        self.resolve_spellings(DEMANDE);
        self.resolve_places();
        self.report_unknown();
    }

    fn bind(
        &mut self,
        node: NodeId,
        rows: &'static [Row],
        parent: Option<ObjectId>,
        via: Option<&'static Row>,
    ) -> ObjectId {
        let id = self.bind_members(node, rows, parent, via);
        for row in 0..rows.len() {
            self.bind_child(id, row);
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
        let mut expected = 0;
        let tree = self.source.tree;
        for (key, value) in tree.members(node) {
            match self.row_of(rows, expected, key) {
                Some(row) => {
                    expected = row + 1;
                    if let Some(first) = self.slot(id, row).replace(value) {
                        self.duplicate(key_of(first), key);
                    }
                }
                // Cut short, or without a value: the mistake of writing is said.
                None if self.source.kind(value) == Kind::Broken => {}
                None => self.add_unknown(id, value),
            }
        }
        self.duplicates_among_unknown(id, 0);
        id
    }

    /// The row of a key; the documents' order is tried first.
    fn row_of(&self, rows: &[Row], expected: usize, key: NodeId) -> Option<usize> {
        if rows
            .get(expected)
            .is_some_and(|row| self.source.is(key, row.key))
        {
            return Some(expected);
        }
        rows.iter().position(|row| self.answers(key, row))
    }

    fn answers(&self, key: NodeId, row: &Row) -> bool {
        self.source.is(key, row.key)
            || row.also.iter().any(|other| self.source.is(key, other))
            || row.loose && {
                let text = self.source.text(key);
                text.eq_ignore_ascii_case(row.key)
                    || row
                        .also
                        .iter()
                        .any(|other| text.eq_ignore_ascii_case(other))
            }
    }

    fn bind_child(&mut self, id: ObjectId, row: usize) {
        let holder = self.objects[id.0];
        let via = &holder.rows[row];
        let Some(value) = *self.slot(id, row) else {
            return;
        };
        match via.format {
            Format::Object(rows) | Format::OtherSoftware(rows)
                if self.source.kind(value) == Kind::Object =>
            {
                self.bind(value, rows, Some(id), Some(via));
            }
            Format::Array {
                of: Format::Object(rows),
                ..
            } if self.source.kind(value) == Kind::Array => {
                let tree = self.source.tree;
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

    fn slot(&mut self, id: ObjectId, row: usize) -> &mut Option<NodeId> {
        let first = self.objects[id.0].first_slot;
        &mut self.slots[first + row]
    }

    /// The value that answers row `row` of an object.
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
        let row = self.objects[id.0]
            .rows
            .iter()
            .position(|row| row.key == key)?;
        Some((row, self.value(id, row)))
    }

    /// The value of a key of an object.
    pub(super) fn get(&self, id: ObjectId, key: &str) -> Option<NodeId> {
        self.find(id, key)?.1
    }

    /// The objects of the demande that have a row of this key, which is looked at.
    pub(super) fn holders<'k>(
        &self,
        key: &'k str,
    ) -> impl Iterator<Item = ObjectId> + use<'_, 'a, 'k> {
        (DEMANDE.0..self.objects.len())
            .map(ObjectId)
            .filter(move |&id| {
                self.find(id, key)
                    .is_some_and(|(row, _)| self.objects[id.0].muted & (1 << row) == 0)
            })
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
    pub(super) fn test(&self, id: ObjectId, test: Test) -> Truth {
        let mut at = Some(id);
        while let Some(id) = at {
            if let Some((row, value)) = self.find(id, test.0) {
                let Some(value) = value.filter(|value| !self.doubtful.contains(value)) else {
                    return Truth::Unknown;
                };
                return self.compare(&self.objects[id.0].rows[row], value, test.1);
            }
            at = self.objects[id.0].parent;
        }
        Truth::Unknown
    }

    fn compare(&self, row: &Row, value: NodeId, is: Is) -> Truth {
        match (self.source.kind(value), is) {
            (Kind::True, Is::True) | (Kind::False, Is::False) => Truth::True,
            (Kind::True, Is::False) | (Kind::False, Is::True) => Truth::False,
            (Kind::String, Is::Text(expected)) => {
                let text = self.source.text(value);
                if text == expected {
                    Truth::True
                } else if matches!(row.format, Format::Choice(list) if !list.contains(&text.as_ref()))
                {
                    Truth::Unknown
                } else {
                    Truth::False
                }
            }
            _ => Truth::Unknown,
        }
    }

    /// All tests together: false wins over unknown.
    pub(super) fn all(&self, id: ObjectId, tests: &[Test]) -> Truth {
        let mut all = Truth::True;
        for &test in tests {
            match self.test(id, test) {
                Truth::False => return Truth::False,
                Truth::Unknown => all = Truth::Unknown,
                Truth::True => {}
            }
        }
        all
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

    fn duplicate(&mut self, first: NodeId, again: NodeId) {
        let finding = duplicate_key(self.source, first, again);
        self.findings.push(finding);
    }

    fn duplicates_among_unknown(&mut self, id: ObjectId, from: usize) {
        let unknown = self.unknown.get(&id).map_or(&[][..], |all| &all[from..]);
        if unknown.len() < 2 {
            return;
        }
        let keys: Vec<NodeId> = unknown.iter().map(|&value| key_of(value)).collect();
        self.findings
            .extend(duplicates(self.source, keys.into_iter()));
    }

    /// Blocks flat in the object around them, wrapped rows, near spellings, in the objects from `first` on; new ones are looked at too.
    fn resolve_spellings(&mut self, first: ObjectId) {
        let mut at = first.0;
        while at < self.objects.len() {
            if self.unknown.contains_key(&ObjectId(at)) {
                self.flat_blocks(ObjectId(at));
                self.wrapped_rows(ObjectId(at));
                self.near_spellings(ObjectId(at));
            }
            at += 1;
        }
    }

    pub(super) fn add_unknown(&mut self, id: ObjectId, value: NodeId) {
        self.unknown.entry(id).or_default().push(value);
    }

    /// Takes the unknown members of `id` that `take` accepts.
    pub(super) fn take_unknown(
        &mut self,
        id: ObjectId,
        mut take: impl FnMut(&Self, NodeId) -> bool,
    ) -> Vec<NodeId> {
        let all = self.unknown.remove(&id).unwrap_or_default();
        let (taken, left): (Vec<NodeId>, Vec<NodeId>) =
            all.into_iter().partition(|&value| take(self, value));
        if !left.is_empty() {
            self.unknown.insert(id, left);
        }
        taken
    }

    fn flat_blocks(&mut self, id: ObjectId) {
        let object = self.objects[id.0];
        for (row, via) in object.rows.iter().enumerate() {
            let (Format::Object(rows) | Format::OtherSoftware(rows)) = via.format else {
                continue;
            };
            if !via.loose || self.value(id, row).is_some() {
                continue;
            }
            let taken = self.take_unknown(id, |binding, value| {
                binding.row_of(rows, 0, key_of(value)).is_some()
            });
            if !taken.is_empty() {
                self.flat_block(id, row, rows, taken);
            }
        }
    }

    /// The block of row `row`, whose keys stand flat in `id`; the row itself is no longer missing.
    pub(super) fn flat_block(
        &mut self,
        id: ObjectId,
        row: usize,
        rows: &'static [Row],
        values: Vec<NodeId>,
    ) -> ObjectId {
        let object = self.objects[id.0];
        let block = self.push(object.node, rows, Some(id), Some(&object.rows[row]));
        self.objects[id.0].muted |= 1 << row;
        for value in values {
            let key = key_of(value);
            let Some(row) = self.row_of(rows, 0, key) else {
                continue;
            };
            // The same spelling twice was said where the keys stand.
            if let Some(first) = self.value(block, row).map(key_of)
                && self.source.text(first) != self.source.text(key)
            {
                self.duplicate(first, key);
            }
            self.assign(block, row, value);
        }
        block
    }

    fn wrapped_rows(&mut self, id: ObjectId) {
        let object = self.objects[id.0];
        let wrappers = self.take_unknown(id, |binding, value| {
            let tree = binding.source.tree;
            tree.kind(value) == Kind::Object
                && tree.members(value).any(|(key, _)| {
                    binding
                        .row_of(object.rows, 0, key)
                        .is_some_and(|row| binding.value(id, row).is_none())
                })
        });
        for wrapper in wrappers {
            let span = self.source.span(key_of(wrapper));
            let finding = self
                .finding(Code::S002, Avertissement, id, None, span)
                .at(wrapper)
                .detail(Detail::Word("enveloppe"));
            self.findings.push(finding);
            self.unwrap(id, wrapper);
        }
    }

    /// Takes the members of an object written around rows of `id` as members of `id`.
    pub(super) fn unwrap(&mut self, id: ObjectId, wrapper: NodeId) {
        self.bound.push(wrapper);
        let rows = self.objects[id.0].rows;
        let tree = self.source.tree;
        let first_unknown = self.unknown.get(&id).map_or(0, Vec::len);
        let mut answered: Vec<(usize, NodeId)> = Vec::new();
        for (key, value) in tree.members(wrapper) {
            // A key that stands in its place is the one that counts.
            let row = self
                .row_of(rows, 0, key)
                .filter(|&row| self.value(id, row).is_none());
            let Some(row) = row else {
                self.add_unknown(id, value);
                continue;
            };
            match answered.iter_mut().find(|(other, _)| *other == row) {
                Some((_, last)) => {
                    let first = std::mem::replace(last, value);
                    self.duplicate(key_of(first), key);
                }
                None => answered.push((row, value)),
            }
        }
        self.duplicates_among_unknown(id, first_unknown);
        for (row, value) in answered {
            self.assign(id, row, value);
        }
    }

    fn near_spellings(&mut self, id: ObjectId) {
        let object = self.objects[id.0];
        let mut pairs: Vec<(usize, NodeId, usize)> = Vec::new();
        for &value in self.unknown.get(&id).into_iter().flatten() {
            let text = self.source.text(key_of(value));
            for (row, known) in object.rows.iter().enumerate() {
                if self.value(id, row).is_none() && object.muted & (1 << row) == 0 {
                    let near = std::iter::once(&known.key)
                        .chain(known.also)
                        .filter_map(|key| spelling::near_key(&text, key))
                        .min();
                    pairs.extend(near.map(|distance| (distance, value, row)));
                }
            }
        }
        pairs.sort_by_key(|&(distance, value, _)| (distance, value));
        for (_, value, row) in pairs {
            if self.value(id, row).is_some()
                || self.take_unknown(id, |_, other| other == value).is_empty()
            {
                continue;
            }
            let (key, known) = (key_of(value), &object.rows[row]);
            let (span, text) = (self.source.span(key), self.source.text(key).into_owned());
            let safety = if text.eq_ignore_ascii_case(known.key) {
                Safety::Sure
            } else {
                Safety::AConfirmer
            };
            let finding = self
                .finding(Code::S002, Erreur, id, Some(known), span)
                .at(value)
                .detail(Detail::Text(text))
                .fix(
                    safety,
                    format!("Écrire `{}`", known.key),
                    span,
                    format!("\"{}\"", known.key),
                );
            self.findings.push(finding);
            self.assign(id, row, value);
        }
    }

    /// A key that is unknown where it stands and missing at exactly one other object of its demande, or in the header.
    fn resolve_places(&mut self) {
        let pairs = |(&holder, values): (&ObjectId, &Vec<NodeId>)| {
            let pair = move |&value: &NodeId| (holder, value);
            values.iter().map(pair).collect::<Vec<_>>()
        };
        let mut todo: VecDeque<_> = self.unknown.iter().flat_map(pairs).collect();
        let mut vacant = self.vacant(!todo.is_empty());
        while let Some((holder, value)) = todo.pop_front() {
            let Some((id, row)) = self.only_place(&vacant, holder, key_of(value)) else {
                continue;
            };
            self.take_unknown(holder, |_, other| other == value);
            let first_new = ObjectId(self.objects.len());
            self.misplaced(holder, value, id, row);
            self.resolve_spellings(first_new);
            todo.extend(self.unknown.range(first_new..).flat_map(pairs));
            vacant = self.vacant(true);
        }
    }

    /// For each list of rows in use, and each of its rows, the first object that lacks it and whether others do.
    fn vacant(&self, wanted: bool) -> Vec<Vacant> {
        let mut lists: Vec<Vacant> = Vec::new();
        for (id, object) in self.objects.iter().enumerate().filter(|_| wanted) {
            // A relation says what an empty block of its own is; nothing is missing in it.
            let by_relation = object
                .via
                .is_some_and(|via| matches!(via.presence, Presence::ByRelation));
            if object.silent
                || by_relation && self.source.tree.members(object.node).next().is_none()
            {
                continue;
            }
            let at = lists
                .iter()
                .position(|list| std::ptr::eq(list.rows, object.rows))
                .unwrap_or_else(|| {
                    let places = vec![Place::None; object.rows.len()];
                    lists.push(Vacant {
                        rows: object.rows,
                        places,
                    });
                    lists.len() - 1
                });
            for (row, place) in lists[at].places.iter_mut().enumerate() {
                if self.value(ObjectId(id), row).is_none() && object.muted & (1 << row) == 0 {
                    *place = match place {
                        Place::None => Place::One(ObjectId(id)),
                        _ => Place::Several,
                    };
                }
            }
        }
        lists
    }

    fn only_place(
        &self,
        vacant: &[Vacant],
        holder: ObjectId,
        key: NodeId,
    ) -> Option<(ObjectId, usize)> {
        let mut only = None;
        for list in vacant {
            let Some(row) = self.row_of(list.rows, 0, key) else {
                continue;
            };
            match list.places[row] {
                Place::None => {}
                Place::One(id) if only.is_none() && id != holder => only = Some((id, row)),
                _ => return None,
            }
        }
        only
    }

    fn misplaced(&mut self, holder: ObjectId, value: NodeId, id: ObjectId, row: usize) {
        let target = self.objects[id.0];
        let place = match target.via {
            Some(via) => via.key,
            None if id == HEADER => "entête du fichier",
            None => "demande",
        };
        let known = &target.rows[row];
        let key = key_of(value);
        let (from, to) = (self.source.span(key).start, self.source.span(value).end);
        let member =
            String::from_utf8_lossy(Span::new(from, to).of(self.source.bytes)).into_owned();
        let mut edits = vec![
            self.removal(holder, value),
            insertion(self.source, target.node, &member),
        ];
        edits.sort_by_key(|edit| edit.span.start);
        // As severe, and of the same control, as its absence there would be.
        let mut finding = self
            .finding(Code::S002, Erreur, id, Some(known), self.source.span(key))
            .at(value)
            .detail(Detail::Word(place))
            .related(self.source.brace(target.node), "la clé est attendue ici");
        if self.objects[holder.0].soft {
            finding.severity = Avertissement;
        }
        finding.fix = Some(Box::new(Fix {
            title: format!("Déplacer `{}`", known.key),
            safety: Safety::AConfirmer,
            edits,
            rename: None,
        }));
        if self.source.is_whole(self.objects[holder.0].node) {
            self.findings.push(finding);
        }
        self.assign(id, row, value);
    }

    /// The edit that removes a member and the comma that goes with it.
    fn removal(&self, holder: ObjectId, value: NodeId) -> Edit {
        let members = self.source.siblings(self.objects[holder.0].node, value);
        let key = key_of(value);
        let at = members
            .iter()
            .position(|&(name, _)| name == key)
            .unwrap_or_default();
        let start = self.source.span(key).start;
        let end = self.source.span(value).end;
        let span = match (
            members.get(at + 1),
            at.checked_sub(1).and_then(|before| members.get(before)),
        ) {
            (Some(&(next, _)), _) => Span::new(start, self.source.span(next).start),
            (None, Some(&(_, before))) => Span::new(self.source.span(before).end, end),
            (None, None) => Span::new(start, end),
        };
        Edit {
            span,
            text: String::new(),
        }
    }

    fn report_unknown(&mut self) {
        for (holder, values) in std::mem::take(&mut self.unknown) {
            for value in values {
                let span = self.source.span(key_of(value));
                let finding = self
                    .finding(Code::S002, Avertissement, holder, None, span)
                    .at(value);
                self.findings.push(finding);
            }
        }
    }
}

/// The edit that writes a member at the start of an object, in the manner of the member that follows.
pub(super) fn insertion(source: Source<'_>, object: NodeId, member: &str) -> Edit {
    let at = source.brace(object).end;
    let text = match source.tree.members(object).next() {
        Some((next, _)) => {
            let space =
                String::from_utf8_lossy(Span::new(at, source.span(next).start).of(source.bytes))
                    .into_owned();
            let blank = space.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
            format!(
                "{}{member},{}",
                if blank { &space } else { "" },
                if space.is_empty() { "" } else { " " }
            )
        }
        None => member.to_owned(),
    };
    let text = if text.ends_with(", ") && text.starts_with(['\r', '\n']) {
        text.trim_end().to_owned()
    } else {
        text
    };
    Edit {
        span: Span::new(at, at),
        text,
    }
}

/// `J014` for every key written a second time among `keys`, which are of one object.
pub(super) fn duplicates(
    source: Source<'_>,
    keys: impl ExactSizeIterator<Item = NodeId>,
) -> Vec<Diagnostic> {
    let mut seen: HashMap<Cow<'_, str>, NodeId> = HashMap::with_capacity(keys.len().min(64));
    let mut found = Vec::new();
    for key in keys {
        match seen.entry(source.text(key)) {
            std::collections::hash_map::Entry::Occupied(first) => {
                found.push(duplicate_key(source, *first.get(), key))
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(key);
            }
        }
    }
    found
}

fn duplicate_key(source: Source<'_>, first: NodeId, again: NodeId) -> Diagnostic {
    Diagnostic::new(
        Code::J014,
        Erreur,
        control(Code::J014, Ground::Header),
        source.span(again),
    )
    .at(NodeId(again.0 + 1))
    .detail(Detail::Text(source.text(again).into_owned()))
    .related(source.span(first), "la clé est déjà écrite ici")
}
