//! The nine certificate keys of MS1-DUI, whose place in the file is uncertain (REGLES sections 1.7 and 7: S009, S010; the values
//! themselves are checked as rows). The figure that showed the place is lost: the product writes them in each OG, and accepts the others.

use super::super::bind::{Binding, DEMANDE, ObjectId};
use super::super::control::{Ground, control};
use super::super::findings::Findings;
use super::super::keys::row_of_spelling;
use super::super::source::{Source, key_of};
use super::super::spelling::near_key;
use crate::catalog::Code::{S002, S009, S010};
use crate::diag::Severity::Avertissement;
use crate::diag::{Detail, Diagnostic};
use crate::json::{Kind, NodeId};
use crate::profile::{Format, Row};
use crate::text::Span;

const BLOCK: &str = "certificatServeur";
const REQUEST: &str = "demandeCertificatServeur";
const OUTER: [&str; 4] = [
    REQUEST,
    "contractualisationOG",
    "statutAdminTechnique",
    "contractualisationEditeur",
];
const INNER: [&str; 5] = [
    "numeroCarteCPX",
    "nomAdminTechnique",
    "telephoneAdminTechnique",
    "emailAdminTechnique",
    "utiliteCertificat",
];

/// What is gathered over the whole file.
pub(in crate::check) struct Certificats {
    /// An OG was bound: the file is of this model at all.
    asked: bool,
    /// One of the nine keys was seen.
    seen: bool,
    /// A place that no document describes was used.
    uncertain: bool,
    /// `S001` of the OGs without the request: only said when one of the nine is somewhere in the file.
    missing: Vec<Diagnostic>,
    /// How many of them are of the demandes before the one at hand.
    of_others: usize,
    /// The keys written above the OGs of the demande at hand.
    above: Option<ObjectId>,
}

impl Certificats {
    pub(in crate::check) fn new() -> Self {
        Self {
            asked: false,
            seen: false,
            uncertain: false,
            missing: Vec::new(),
            of_others: 0,
            above: None,
        }
    }

    /// True when an OG was bound.
    pub(in crate::check) fn has_organisme(&self) -> bool {
        self.asked
    }

    /// The findings on the whole file.
    #[inline(never)]
    pub(in crate::check) fn about_file(&self, findings: &mut Findings) {
        let on_file = |code| {
            Diagnostic::new(
                code,
                Avertissement,
                control(code, Ground::Header),
                Span::default(),
            )
        };
        if self.asked && !self.seen {
            findings.push(on_file(S009));
        }
        if self.uncertain {
            findings.push(on_file(S010));
        }
    }

    /// The findings that waited for the end of the file.
    pub(in crate::check) fn finish(self, findings: &mut Findings) {
        if self.seen {
            findings.extend(self.missing);
        }
    }

    /// The demande at hand is only read: nothing is said of it.
    pub(in crate::check) fn forget_demande(&mut self) {
        self.missing.truncate(self.of_others);
    }

    /// Takes the keys from wherever they stand, before they are looked at as unknown ones.
    #[inline(never)]
    pub(super) fn claim(&mut self, binding: &mut Binding<'_>) {
        self.above = None;
        self.of_others = self.missing.len();
        let organismes: Vec<ObjectId> = binding.holders(REQUEST).collect();
        let Some(&first) = organismes.first() else {
            return;
        };
        for &id in &organismes {
            self.claim_in(binding, id, id);
        }
        let rows = binding.objects[first.0].rows;
        let around: Vec<ObjectId> = binding.objects[first.0]
            .parent
            .into_iter()
            .chain([DEMANDE])
            .collect();
        for id in around {
            let mut unknown = binding.unknown.of(id).iter();
            if unknown.any(|&value| is_ours(binding.source, value)) {
                self.uncertain = true;
                let above = match self.above {
                    Some(above) => above,
                    None => {
                        let node = binding.objects[id.0].node;
                        let above = binding.push(node, rows, Some(id), None);
                        for row in rows
                            .iter()
                            .filter(|row| row.key != BLOCK && !OUTER.contains(&row.key))
                        {
                            binding.mute(above, row.key);
                        }
                        *self.above.insert(above)
                    }
                };
                self.claim_in(binding, id, above);
            }
        }
    }

    /// Takes the keys that stand in `from`, flat or in one object, for `id`.
    fn claim_in(&mut self, binding: &mut Binding<'_>, from: ObjectId, id: ObjectId) {
        let taken = binding.take_unknown(from, |binding, value| {
            is_ours(binding.source, value)
                && (from != id || !is_misspelt_block(binding.source, value))
        });
        for value in taken {
            if is_one_of_nine(binding.source, key_of(value))
                || binding.source.is(key_of(value), BLOCK)
            {
                self.place(binding, id, value);
                continue;
            }
            if !holds(binding.source, value, &OUTER)
                || from == id && holds(binding.source, value, &["FINESSJuridique"])
            {
                // Not « the nine in one object »: the block under a name of its own.
                let span = binding.source.span(key_of(value));
                let finding = binding.finding(S002, Avertissement, from, None, span);
                binding
                    .findings
                    .push(finding.at(value).detail(Detail::Word("enveloppe")));
            }
            let tree = binding.source.tree;
            binding.bound.push(value);
            for (key, member) in tree.members(value) {
                if is_ours(binding.source, member) {
                    self.place(binding, id, member);
                    continue;
                }
                // The organisme may be in it whole.
                let row = row_of_spelling(binding.objects[id.0].rows, binding.source, key);
                match row.filter(|&row| from == id && binding.value(id, row).is_none()) {
                    Some(row) => binding.assign(id, row, member),
                    None => binding.add_unknown(id, member),
                }
            }
        }
        self.one_object_in_array(binding, id);
        // All nine in the block that should hold five; one or two that strayed there are misplaced keys like others.
        if OUTER.iter().any(|key| binding.get(id, key).is_some()) {
            return;
        }
        for block in blocks(binding, id) {
            let outer = binding.take_unknown(block, |binding, value| {
                is_one_of_nine(binding.source, key_of(value))
            });
            for value in outer {
                self.place(binding, id, value);
            }
        }
    }

    /// `certificatServeur` as an array of one object.
    fn one_object_in_array(&mut self, binding: &mut Binding<'_>, id: ObjectId) {
        let Some((row, Some(value))) = binding.find(id, BLOCK) else {
            return;
        };
        let tree = binding.source.tree;
        if tree.kind(value) != Kind::Array {
            return;
        }
        let mut elements = tree.elements(value);
        if let (Some(element), None) = (elements.next(), elements.next())
            && tree.kind(element) == Kind::Object
        {
            self.uncertain = true;
            binding.assign(id, row, element);
        }
    }

    /// One key found: it answers its row, or stands at a second place.
    fn place(&mut self, binding: &mut Binding<'_>, id: ObjectId, value: NodeId) {
        let source = binding.source;
        let key = source.text(key_of(value));
        let target = if INNER.contains(&key.as_ref()) {
            inner(binding, id)
        } else {
            Some(id)
        };
        let Some(target) = target else { return };
        let found = binding.find(target, &key);
        match found.filter(|&(row, _)| binding.objects[target.0].rows[row].key == key) {
            Some((row, None)) => binding.assign(target, row, value),
            Some((_, Some(first))) => self.second_place(binding, target, &key, first, value),
            None => {}
        }
    }

    fn second_place(
        &mut self,
        binding: &mut Binding<'_>,
        id: ObjectId,
        key: &str,
        a: NodeId,
        b: NodeId,
    ) {
        let (first, second) = (key_of(a.min(b)), key_of(a.max(b)));
        let row = binding
            .find(id, key)
            .map(|(row, _)| &binding.objects[id.0].rows[row]);
        let span = binding.source.span(second);
        let finding = binding
            .finding(S010, Avertissement, id, row, span)
            .at(NodeId(second.0 + 1));
        binding.findings.push(
            finding
                .detail(Detail::Word("deux-places"))
                .related(binding.source.span(first), "la clé est aussi écrite ici"),
        );
    }

    /// Says which OGs are checked by their own keys, by those above them, or not at all.
    #[inline(never)]
    pub(super) fn judge(&mut self, binding: &mut Binding<'_>) {
        let above = self
            .above
            .filter(|&above| binding.get(above, REQUEST).is_some());
        let organismes: Vec<ObjectId> = binding
            .holders(REQUEST)
            .filter(|&id| Some(id) != self.above && !binding.objects[id.0].silent)
            .collect();
        self.asked |= !organismes.is_empty();
        self.seen |= self.above.is_some();
        let mut read = false;
        for id in organismes {
            self.seen |= OUTER.iter().any(|key| binding.get(id, key).is_some())
                || blocks(binding, id)
                    .iter()
                    .any(|&block| INNER.iter().any(|key| binding.get(block, key).is_some()));
            match (binding.find(id, REQUEST), above) {
                (Some((_, Some(own))), Some(above)) => {
                    if let (Some(other), false) = (binding.get(above, REQUEST), read) {
                        self.second_place(binding, id, REQUEST, own, other);
                        read = true;
                    }
                }
                (Some((_, Some(_))), None) => {}
                (_, Some(_)) => leave_out(binding, id),
                (Some((row, None)), None) => {
                    if binding.source.is_whole(binding.objects[id.0].node) {
                        let row = &binding.objects[id.0].rows[row];
                        self.missing.push(binding.missing(id, row, false));
                    }
                    leave_out(binding, id);
                }
                (None, None) => {}
            }
        }
        if let (Some(id), None) = (self.above, above) {
            leave_out(binding, id);
        }
    }
}

fn is_one_of_nine(source: Source<'_>, key: NodeId) -> bool {
    OUTER
        .iter()
        .chain(&INNER)
        .any(|known| source.is(key, known))
}

/// One of the nine keys, their block, or an object that holds one of them.
fn is_ours(source: Source<'_>, value: NodeId) -> bool {
    let key = key_of(value);
    is_one_of_nine(source, key)
        || source.is(key, BLOCK)
        || holds(source, value, &OUTER)
        || holds(source, value, &INNER)
}

/// The block, under a name so near that it must be meant.
fn is_misspelt_block(source: Source<'_>, value: NodeId) -> bool {
    let name = source.text(key_of(value));
    name != BLOCK && near_key(&name, BLOCK).is_some() && !holds(source, value, &OUTER)
}

/// An object that has one of these keys.
fn holds(source: Source<'_>, object: NodeId, keys: &[&str]) -> bool {
    let mut members = source.tree.members(object);
    members.any(|(key, _)| keys.iter().any(|known| source.is(key, known)))
}

/// The objects bound as the block of an OG.
fn blocks(binding: &Binding<'_>, id: ObjectId) -> Vec<ObjectId> {
    binding.children(id, BLOCK).collect()
}

/// The block of an OG; made when its keys stand elsewhere.
fn inner(binding: &mut Binding<'_>, id: ObjectId) -> Option<ObjectId> {
    if let Some(&block) = blocks(binding, id).first() {
        return Some(block);
    }
    let (row, _) = binding.find(id, BLOCK)?;
    let Row {
        format: Format::Object(rows),
        ..
    } = &binding.objects[id.0].rows[row]
    else {
        return None;
    };
    Some(binding.flat_block(id, row, rows, Vec::new()))
}

/// Nothing is said of the nine keys of this OG.
fn leave_out(binding: &mut Binding<'_>, id: ObjectId) {
    for key in OUTER.iter().chain([&BLOCK]) {
        binding.mute(id, key);
    }
    for block in blocks(binding, id) {
        binding.objects[block.0].silent = true;
    }
}
