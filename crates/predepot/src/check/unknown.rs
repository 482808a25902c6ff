//! The keys that answer no row: which row each means, when it is misspelt, wrapped or misplaced, or that it means none (S002; REGLES
//! sections 1 and 7).

use std::collections::VecDeque;

use super::bind::{Binding, DEMANDE, HEADER, ObjectId};
use super::duplicates::duplicates;
use super::keys::row_of_spelling;
use super::source::{insertion, key_of};
use super::spelling;
use crate::catalog::Code;
use crate::diag::Severity::{Avertissement, Erreur};
use crate::diag::{Detail, Edit, Fix, Safety};
use crate::json::{Kind, NodeId};
use crate::order::sort_by_number;
use crate::profile::{Format, Presence, Row};
use crate::text::Span;

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

/// The members of each object that answer no row.
#[derive(Default)]
pub(super) struct Unknown(Vec<Vec<NodeId>>);

impl Unknown {
    pub(super) fn of(&self, id: ObjectId) -> &[NodeId] {
        self.0.get(id.0).map_or(&[], Vec::as_slice)
    }

    /// Those of this object and of the ones bound after it.
    fn from(&self, first: ObjectId) -> impl Iterator<Item = (ObjectId, NodeId)> {
        let lists = self.0.iter().enumerate().skip(first.0);
        lists.flat_map(|(at, values)| values.iter().map(move |&value| (ObjectId(at), value)))
    }

    fn add(&mut self, id: ObjectId, value: NodeId) {
        if self.0.len() <= id.0 {
            self.0.resize_with(id.0 + 1, Vec::new);
        }
        self.0[id.0].push(value);
    }

    fn take(&mut self, id: ObjectId) -> Vec<NodeId> {
        self.0.get_mut(id.0).map(std::mem::take).unwrap_or_default()
    }

    fn put_back(&mut self, id: ObjectId, values: Vec<NodeId>) {
        if let Some(place) = self.0.get_mut(id.0) {
            *place = values;
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Binding<'_> {
    /// Finds the row of the header meant by each key that answers none.
    pub(super) fn resolve_header(&mut self) {
        if !self.unknown.0.is_empty() {
            self.resolve_spellings(HEADER);
            self.report_unknown();
        }
    }

    /// Finds the row of the demande, or of another block, meant by each key that answers none.
    pub(super) fn resolve(&mut self) {
        if !self.unknown.0.is_empty() {
            self.resolve_spellings(DEMANDE);
            self.resolve_places();
            self.report_unknown();
        }
    }

    pub(super) fn duplicates_among_unknown(&mut self, id: ObjectId, from: usize) {
        let unknown = self.unknown.of(id).get(from..).unwrap_or_default();
        if unknown.len() < 2 {
            return;
        }
        let keys: Vec<NodeId> = unknown.iter().map(|&value| key_of(value)).collect();
        self.findings.extend(duplicates(self.source, &keys));
    }

    /// Blocks flat in the object around them, wrapped rows, near spellings, in the objects from `first` on; new ones are looked at too.
    #[cold]
    #[inline(never)]
    pub(super) fn resolve_spellings(&mut self, first: ObjectId) {
        let mut at = first.0;
        while at < self.objects.len() {
            if !self.unknown.of(ObjectId(at)).is_empty() {
                self.flat_blocks(ObjectId(at));
                self.wrapped_rows(ObjectId(at));
                self.near_spellings(ObjectId(at));
            }
            at += 1;
        }
    }

    pub(super) fn add_unknown(&mut self, id: ObjectId, value: NodeId) {
        self.unknown.add(id, value);
    }

    /// Takes the unknown members of `id` that `take` accepts.
    pub(super) fn take_unknown(
        &mut self,
        id: ObjectId,
        mut take: impl FnMut(&Self, NodeId) -> bool,
    ) -> Vec<NodeId> {
        let mut all = self.unknown.take(id);
        let mut taken = Vec::new();
        all.retain(|&value| {
            let is_taken = take(self, value);
            if is_taken {
                taken.push(value);
            }
            !is_taken
        });
        self.unknown.put_back(id, all);
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
                row_of_spelling(rows, binding.source, key_of(value)).is_some()
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
            let Some(row) = row_of_spelling(rows, self.source, key) else {
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
                    row_of_spelling(object.rows, binding.source, key)
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
        let first_unknown = self.unknown.of(id).len();
        let mut answered: Vec<(usize, NodeId)> = Vec::new();
        for (key, value) in tree.members(wrapper) {
            // A key that stands in its place is the one that counts.
            let row = row_of_spelling(rows, self.source, key)
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
        for &value in self.unknown.of(id) {
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
        sort_by_number(&mut pairs, |&(_, value, _)| value.0);
        sort_by_number(&mut pairs, |&(distance, ..)| distance as u32);
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
    #[cold]
    #[inline(never)]
    fn resolve_places(&mut self) {
        let mut todo: VecDeque<_> = self.unknown.from(ObjectId(0)).collect();
        let mut vacant = self.vacant(!todo.is_empty());
        while let Some((holder, value)) = todo.pop_front() {
            let Some((id, row)) = self.only_place(&vacant, holder, key_of(value)) else {
                continue;
            };
            self.take_unknown(holder, |_, other| other == value);
            let first_new = ObjectId(self.objects.len());
            self.misplaced(holder, value, id, row);
            self.resolve_spellings(first_new);
            todo.extend(self.unknown.from(first_new));
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
            let Some(row) = row_of_spelling(list.rows, self.source, key) else {
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
        sort_by_number(&mut edits, |edit| edit.span.start);
        // As severe, and of the same control, as its absence there would be.
        let mut finding = self
            .finding(Code::S002, Erreur, id, Some(known), self.source.span(key))
            .at(value)
            .detail(Detail::Word(place))
            .related(self.source.brace(target.node), "la clé est attendue ici");
        if self.objects[holder.0].soft || matches!(known.presence, Presence::Optional) {
            finding.severity = Avertissement;
        }
        finding.fix = self.source.has_brace(target.node).then(|| {
            Box::new(Fix {
                title: format!("Déplacer `{}`", known.key),
                safety: Safety::AConfirmer,
                edits,
                rename: None,
            })
        });
        if self.source.is_whole(self.objects[holder.0].node) {
            self.findings.push(finding);
        }
        self.moved.push(value);
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

    #[cold]
    #[inline(never)]
    pub(super) fn report_unknown(&mut self) {
        for (holder, value) in std::mem::take(&mut self.unknown).from(ObjectId(0)) {
            let span = self.source.span(key_of(value));
            let finding = self
                .finding(Code::S002, Avertissement, holder, None, span)
                .at(value);
            self.findings.push(finding);
        }
    }
}
