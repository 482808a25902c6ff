//! ESMS of the beneficiaries against the scenarios of installation (REGLES section 1.7: C012, C013, C014).

use super::super::bind::{Binding, DEMANDE, ObjectId};
use super::super::seen::Seen;
use super::distinct::{self, Entry};
use crate::catalog::Code::{C012, C013, C014};
use crate::diag::Detail;
use crate::diag::Severity::{Avertissement, Erreur};
use crate::json::{Kind, NodeId};

pub(super) fn check(binding: &mut Binding<'_>) {
    let mut geos: Vec<Entry> = Vec::new();
    let mut lists_read = true;
    for id in binding.holders("FINESSGeos") {
        let list = binding.get(id, "FINESSGeos");
        lists_read &= list.is_some_and(|list| {
            binding.source.kind(list) == Kind::Array && binding.source.is_whole(list)
        });
        distinct::elements(binding, id, "FINESSGeos", &mut geos);
    }
    distinct::report(binding, C014, &geos);
    let scenarios: Vec<(ObjectId, Option<Entry>)> = binding
        .children(DEMANDE, "scenarioInstallation")
        .map(|id| {
            let entry = binding.find(id, "FINESSGeo").and_then(|(row, value)| {
                Some(Entry {
                    id,
                    row: &binding.objects[id.0].rows[row],
                    value: value?,
                })
            });
            (id, entry)
        })
        .collect();
    same_profile_twice(binding, &scenarios);

    let readable = |binding: &Binding<'_>, entry: &Entry| {
        binding.source.kind(entry.value) == Kind::String && binding.is_sound(entry.value)
    };
    let lists_read =
        lists_read && !geos.is_empty() && geos.iter().all(|geo| readable(binding, geo));
    let elements = binding
        .get(DEMANDE, "scenarioInstallation")
        .map_or(0, |list| binding.source.tree.elements(list).count());
    let all_read = elements > 0
        && binding
            .get(DEMANDE, "scenarioInstallation")
            .is_some_and(|list| binding.source.is_whole(list))
        && scenarios.len() == elements
        && scenarios
            .iter()
            .all(|(_, entry)| entry.as_ref().is_some_and(|entry| readable(binding, entry)));

    let known = seen(binding, geos.iter());
    let mut strangers = false;
    if lists_read {
        for entry in scenarios
            .iter()
            .filter_map(|(_, entry)| entry.as_ref())
            .filter(|entry| readable(binding, entry))
            .collect::<Vec<_>>()
        {
            let finess = binding.source.text(entry.value);
            if known.first(&finess).is_none() {
                strangers = true;
                let finding = binding
                    .finding(
                        C012,
                        Erreur,
                        entry.id,
                        Some(entry.row),
                        binding.source.span(entry.value),
                    )
                    .at(entry.value);
                let finding = finding
                    .detail(Detail::Text(finess.into_owned()))
                    .to_write("Écrire un FINESS de `FINESSGeos`, ou l'y ajouter".to_owned());
                binding.findings.push(finding);
            }
        }
    }
    if !strangers && all_read {
        let served = seen(
            binding,
            scenarios.iter().filter_map(|(_, entry)| entry.as_ref()),
        );
        let mut said = Seen::default();
        for geo in geos
            .iter()
            .filter(|geo| readable(binding, geo))
            .collect::<Vec<_>>()
        {
            let finess = binding.source.text(geo.value);
            if served.first(&finess).is_none()
                && said.or_note(finess.clone(), geo.value.0).is_none()
            {
                let finding = binding
                    .finding(
                        C013,
                        Erreur,
                        geo.id,
                        Some(geo.row),
                        binding.source.span(geo.value),
                    )
                    .at(geo.value);
                let finding = finding
                    .detail(Detail::Text(finess.into_owned()))
                    .to_write("Ajouter un scénario pour cet ESMS".to_owned());
                binding.findings.push(finding);
            }
        }
    }
}

/// The texts of these values.
fn seen<'a: 'b, 'b>(binding: &Binding<'a>, entries: impl Iterator<Item = &'b Entry>) -> Seen<'a> {
    let mut seen = Seen::default();
    for entry in entries {
        seen.or_note(binding.source.text(entry.value), entry.value.0);
    }
    seen
}

/// Several scenarios for one ESMS are fine when their profiles differ.
fn same_profile_twice(binding: &mut Binding<'_>, scenarios: &[(ObjectId, Option<Entry>)]) {
    let mut seen = Seen::default();
    for (id, entry) in scenarios {
        let Some(entry) = entry else { continue };
        let Some(profil) = binding.get(*id, "profilMetier") else {
            continue;
        };
        if !binding.is_sound(entry.value) || !binding.is_sound(profil) {
            continue;
        }
        let (Some(finess), Some(profil)) = (
            binding.source.string(entry.value),
            binding.source.string(profil),
        ) else {
            continue;
        };
        let span = binding.source.span(entry.value);
        // No text of either holds a line end: both were found sound.
        let pair = format!("{finess}\n{profil}");
        if let Some(first) = seen.or_note(pair.into(), entry.value.0) {
            let finding = binding
                .finding(C014, Avertissement, entry.id, Some(entry.row), span)
                .at(entry.value)
                .detail(Detail::Text(finess.into_owned()))
                .related(
                    binding.source.span(NodeId(first)),
                    "un scénario du même profil métier est déjà écrit ici",
                );
            binding.findings.push(finding);
        }
    }
}
