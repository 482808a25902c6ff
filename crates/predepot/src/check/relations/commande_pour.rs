//! `commandePour` chooses between `liberal` and `structure` (REGLES section 1.5: C003, C004, C019, C023, C026).

use super::super::bind::{Binding, ObjectId, Truth};
use super::super::source::insertion;
use super::holder;
use crate::catalog::Code::{C003, C004, C019, C023, C026, S002};
use crate::diag::Severity::{self, Avertissement, Erreur};
use crate::diag::{Diagnostic, Safety};
use crate::json::{Kind, NodeId};
use crate::profile::{Is, Row, Test};

/// Null, "", [], {} and objects or arrays of these (REGLES section 7), but for what is known to belong elsewhere.
fn is_hollow(binding: &Binding<'_>, value: NodeId) -> bool {
    let source = binding.source;
    let mut node = value;
    while node < source.tree.next(value) {
        if binding.moved.contains(&node) {
            node = source.tree.next(node);
            continue;
        }
        match source.kind(node) {
            Kind::Null | Kind::Array | Kind::Object | Kind::Key => {}
            Kind::String if source.is(node, "") => {}
            _ => return false,
        }
        node = NodeId(node.0 + 1);
    }
    true
}

/// An object without a member, but for those that belong elsewhere.
fn is_empty(binding: &Binding<'_>, object: NodeId) -> bool {
    let mut members = binding.source.tree.members(object);
    members.all(|(_, value)| binding.moved.contains(&value))
}

struct Block {
    row: &'static Row,
    value: Option<NodeId>,
    hollow: bool,
}

fn block(binding: &Binding<'_>, id: ObjectId, key: &str) -> Option<Block> {
    let (row, value) = binding.find(id, key)?;
    let hollow = value.is_none_or(|value| is_hollow(binding, value));
    Some(Block {
        row: &binding.objects[id.0].rows[row],
        value,
        hollow,
    })
}

/// Says which of the two blocks is checked, and what is wrong with their being there.
#[inline(never)]
pub(super) fn steer(binding: &mut Binding<'_>) {
    let Some(id) = holder(binding, "commandePour") else {
        return;
    };
    let (Some(liberal), Some(structure)) = (
        block(binding, id, "liberal"),
        block(binding, id, "structure"),
    ) else {
        return;
    };
    let is = |text| binding.test(id, Test("commandePour", Is::Text(text))) == Truth::True;
    let (for_liberal, for_structure) = (is("LIBERAL"), is("STRUCTURE"));
    let whole = binding.source.is_whole(binding.objects[id.0].node);
    let contradicted = whole && for_liberal && liberal.hollow && !structure.hollow
        || whole && for_structure && structure.hollow && !liberal.hollow;
    if contradicted {
        contradiction(
            binding,
            id,
            if for_liberal { "STRUCTURE" } else { "LIBERAL" },
        );
        let empty = if for_liberal { &liberal } else { &structure };
        leave_out(binding, id, empty);
        // The flags and texts that commandePour governs stay silent too.
        binding.doubtful.extend(binding.get(id, "commandePour"));
    } else if for_liberal {
        liberal_expected(binding, id, &liberal);
        structure_unexpected(binding, id, &structure);
        leave_out(binding, id, &structure);
    } else if for_structure {
        structure_expected(binding, id, &structure);
        liberal_unexpected(binding, id, &liberal);
        leave_out(binding, id, &liberal);
    } else {
        for block in [&liberal, &structure] {
            if block.hollow {
                leave_out(binding, id, block);
            }
        }
    }
}

/// The block is checked by nothing further.
fn leave_out(binding: &mut Binding<'_>, id: ObjectId, block: &Block) {
    let children: Vec<ObjectId> = binding.children(id, block.row.key).collect();
    for child in children {
        binding.objects[child.0].silent = true;
    }
    binding.doubtful.extend(block.value);
    if let Some(value) = block.value {
        let around = binding.source.span(value);
        // Those with a related place were moved out of the block.
        binding.findings.withdraw(|finding| {
            finding.code == S002
                && finding.related.is_empty()
                && around.start < finding.span.start
                && finding.span.end < around.end
        });
    }
}

fn contradiction(binding: &mut Binding<'_>, id: ObjectId, other: &str) {
    let Some((row, Some(value))) = binding.find(id, "commandePour") else {
        return;
    };
    let row = &binding.objects[id.0].rows[row];
    let span = binding.source.span(value);
    let finding = binding.finding(C026, Erreur, id, Some(row), span).at(value);
    binding
        .findings
        .push(finding.to_write(format!("Écrire `\"{other}\"`, ou remplir l'autre bloc")));
}

fn report(
    binding: &mut Binding<'_>,
    code: crate::catalog::Code,
    severity: Severity,
    id: ObjectId,
    block: &Block,
    value: NodeId,
) -> Diagnostic {
    binding
        .finding(
            code,
            severity,
            id,
            Some(block.row),
            binding.source.span(value),
        )
        .at(value)
}

fn liberal_expected(binding: &mut Binding<'_>, id: ObjectId, liberal: &Block) {
    let Some(value) = liberal.value else {
        if binding.source.is_whole(binding.objects[id.0].node) {
            let finding = binding.missing(id, liberal.row, false);
            binding.findings.push(finding);
        }
        return;
    };
    match binding.source.kind(value) {
        Kind::Broken => {}
        Kind::Array if !binding.source.is_whole(value) => {}
        Kind::Array if binding.source.tree.elements(value).next().is_none() => {
            let finding = report(binding, C003, Erreur, id, liberal, value);
            binding
                .findings
                .push(finding.to_write("Ajouter au moins un médecin".to_owned()));
        }
        _ => binding.check_value(id, liberal.row, value, false),
    }
}

fn structure_unexpected(binding: &mut Binding<'_>, id: ObjectId, structure: &Block) {
    let finding = match structure.value {
        None if !binding.source.is_whole(binding.objects[id.0].node) => return,
        None => {
            let node = binding.objects[id.0].node;
            let mut finding = binding
                .finding(
                    C019,
                    Avertissement,
                    id,
                    Some(structure.row),
                    binding.source.brace(node),
                )
                .at(node);
            let edit = insertion(binding.source, node, "\"structure\": {}");
            finding = finding.fix(
                Safety::Sure,
                "Ajouter `\"structure\": {}`".to_owned(),
                edit.span,
                edit.text,
            );
            finding
        }
        Some(value) if matches!(binding.source.kind(value), Kind::Broken) => return,
        Some(value) if binding.source.kind(value) == Kind::Object && is_empty(binding, value) => {
            return;
        }
        Some(value) => {
            let severity = if structure.hollow {
                Avertissement
            } else {
                Erreur
            };
            let safety = if structure.hollow {
                Safety::Sure
            } else {
                Safety::AConfirmer
            };
            let finding = report(binding, C019, severity, id, structure, value);
            let span = finding.span;
            finding.fix(safety, "Écrire `{}`".to_owned(), span, "{}".to_owned())
        }
    };
    binding.findings.push(finding);
}

fn structure_expected(binding: &mut Binding<'_>, id: ObjectId, structure: &Block) {
    let place = match structure.value {
        None if !binding.source.is_whole(binding.objects[id.0].node) => return,
        None => Some((binding.objects[id.0].node, true)),
        Some(value) => match binding.source.kind(value) {
            Kind::Broken => return,
            Kind::Null => Some((value, false)),
            Kind::Object if is_empty(binding, value) => Some((value, false)),
            _ => None,
        },
    };
    match (place, structure.value) {
        (Some((node, absent)), _) => {
            let span = if absent {
                binding.source.brace(node)
            } else {
                binding.source.span(node)
            };
            let finding = binding
                .finding(C004, Erreur, id, Some(structure.row), span)
                .at(node);
            binding
                .findings
                .push(finding.to_write("Remplir le bloc `structure`".to_owned()));
            leave_out(binding, id, structure);
        }
        (None, Some(value)) => binding.check_value(id, structure.row, value, false),
        (None, None) => {}
    }
}

fn liberal_unexpected(binding: &mut Binding<'_>, id: ObjectId, liberal: &Block) {
    let Some(value) = liberal.value else {
        let node = binding.objects[id.0].node;
        if !binding.source.is_whole(node) {
            return;
        }
        let mut finding = binding.missing(id, liberal.row, false);
        let edit = insertion(binding.source, node, "\"liberal\": []");
        finding = finding.fix(
            Safety::Sure,
            "Ajouter `\"liberal\": []`".to_owned(),
            edit.span,
            edit.text,
        );
        return binding.findings.push(finding);
    };
    let (severity, safety) = match binding.source.kind(value) {
        Kind::Broken => return,
        Kind::Array if binding.source.tree.elements(value).next().is_none() => return,
        _ if liberal.hollow => (Avertissement, Safety::Sure),
        Kind::Array => (Erreur, Safety::AConfirmer),
        _ => return binding.refuse_type(id, liberal.row, value, "[]"),
    };
    let finding = report(binding, C023, severity, id, liberal, value);
    let span = finding.span;
    binding
        .findings
        .push(finding.fix(safety, "Écrire `[]`".to_owned(), span, "[]".to_owned()));
}
