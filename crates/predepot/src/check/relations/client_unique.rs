//! `isClientUnique` against the number of beneficiaries (C005).

use super::super::bind::Binding;
use super::holder;
use crate::catalog::Code::{C001, C002, C005};
use crate::diag::Severity::Erreur;
use crate::diag::{Detail, Safety};
use crate::json::Kind;

/// `array` holds the beneficiaries; with `key`, those with one value of it count as one.
#[inline(never)]
pub(super) fn check(binding: &mut Binding<'_>, array: &str, key: Option<&str>) {
    let Some(id) = holder(binding, "isClientUnique") else {
        return;
    };
    let (Some((row, Some(flag))), Some(list)) =
        (binding.find(id, "isClientUnique"), binding.get(id, array))
    else {
        return;
    };
    let source = binding.source;
    if source.kind(list) != Kind::Array
        || !source.is_whole(list)
        || binding.doubtful.contains(&list)
    {
        return;
    }
    let elements = source.tree.elements(list).count();
    let children: Vec<_> = binding.children(id, array).collect();
    if children.len() != elements {
        return;
    }
    let count = match key {
        None => elements,
        // Beyond the first, only whether there is another one matters.
        Some(key) => {
            let values: Vec<_> = children
                .iter()
                .filter_map(|&child| binding.get(child, key))
                .collect();
            if values.len() != elements || !values.iter().all(|&value| binding.is_sound(value)) {
                return;
            }
            let mut texts = values.iter().filter_map(|&value| source.string(value));
            match texts.next() {
                None => 0,
                Some(first) if texts.all(|text| text == first) => 1,
                Some(_) => 2,
            }
        }
    };
    let (word, other) = match (source.kind(flag), count) {
        (Kind::True, 2..) => ("plusieurs", "false"),
        (Kind::False, 1) => ("un-seul", "true"),
        _ => return,
    };
    if !binding.is_due(id, row) {
        return;
    }
    let row = &binding.objects[id.0].rows[row];
    let span = source.span(flag);
    let finding = binding
        .finding(C005, Erreur, id, Some(row), span)
        .at(flag)
        .detail(Detail::Word(word));
    let finding = finding.related(source.span(list), "les bénéficiaires sont ici");
    // Whether the mandataire's texts are due hangs on the flag that is in doubt.
    binding
        .findings
        .withdraw(|finding| matches!(finding.code, C001 | C002));
    // With a mandataire, the flag also decides whether the three mandataire texts are due: changing it alone could add errors.
    let mandataire = binding
        .get(id, "isMandataire")
        .is_none_or(|value| source.kind(value) != Kind::False);
    binding.findings.push(if mandataire {
        finding.to_write("Corriger `isClientUnique` ou la liste des bénéficiaires".to_owned())
    } else {
        finding.fix(
            Safety::AConfirmer,
            format!("Écrire `{other}`"),
            span,
            other.to_owned(),
        )
    });
}
