//! The report as the portal would give it: its 1st control rejects the whole file, its 2nd stops at the first error of each demande
//! (section 1.2 of the documents).

use super::Options;
use super::wire::{self, WireReport};
use crate::check::{Document, Report, Verdict};
use crate::diag::{Control, Diagnostic, Severity};

/// The findings of a file that the portal would show: indices into its diagnostics, ascending.
#[inline(never)]
pub fn shown(document: &Document) -> Vec<usize> {
    let is_error = |finding: &Diagnostic, control| {
        finding.severity == Severity::Erreur && finding.control == Some(control)
    };
    let findings = &document.diagnostics;
    let first = findings
        .iter()
        .position(|finding| is_error(finding, Control::Fichier));
    // Beyond the cut of the list, an error of the 1st control is known by the verdict alone.
    if first.is_some() || document.verdict == Verdict::RejetFichier {
        return Vec::from_iter(first);
    }
    let mut last = None;
    (0..findings.len())
        .filter(|&at| is_error(&findings[at], Control::Demande))
        .filter(|&at| {
            let demande = document.demande_at(findings[at].span.start);
            let is_first = demande.is_some() && demande != last;
            last = demande.or(last);
            is_first
        })
        .collect()
}

/// The report of [`wire::report_with`] with these findings alone; its counts and verdicts stay those of the whole.
pub fn report(of: &Report, options: Options) -> WireReport {
    let mut report = wire::report_with(of, options);
    for (file, document) in report.files.iter_mut().zip(&of.files) {
        let shown = shown(document);
        let mut at = 0;
        file.diagnostics.retain(|_| {
            at += 1;
            shown.binary_search(&(at - 1)).is_ok()
        });
        for demande in &mut file.demandes {
            demande.first_error = demande
                .first_error
                .and_then(|at| shown.binary_search(&(at as usize)).ok())
                .and_then(|at| u32::try_from(at).ok());
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Content, Dropped, Options};
    use crate::profiles;

    /// Checks the template of MDV-LGC after replacements; gives the codes shown.
    fn check(edits: &[(&str, &str)], expected: &[&str]) {
        let report = checked(edits);
        let document = &report.files[0];
        let codes: Vec<&str> = shown(document)
            .into_iter()
            .map(|at| document.diagnostics[at].code.as_str())
            .collect();
        assert_eq!(codes, expected);
    }

    fn checked(edits: &[(&str, &str)]) -> Report {
        let mut text = profiles::by_id("MDV-LGC")
            .map_or("", |profile| profile.template)
            .to_owned();
        for (from, to) in edits {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let dropped = Dropped {
            name: "JSON-1234567890-20231015-001.json".to_owned(),
            content: Content::Bytes(text.into_bytes()),
        };
        crate::check::check(vec![dropped], &Options::default())
    }

    const ACTION: (&str, &str) = ("\"typeAction\": \"C\"", "\"typeAction\": \"D\"");
    const REGIME: (&str, &str) = ("\"regimeTVA\": \"TTC\"", "\"regimeTVA\": \"TVA\"");
    const IMP_ID: (&str, &str) = ("\"impId\": null", "\"impId\": \"1\"");

    #[test]
    fn a_conforming_file_shows_nothing() {
        check(&[], &[]);
    }
    #[test]
    fn the_first_error_of_a_demande_hides_the_next() {
        check(&[REGIME, ACTION], &["F003"]);
    }
    #[test]
    fn an_error_of_the_file_hides_those_of_the_demandes() {
        check(&[ACTION, IMP_ID], &["F011"]);
    }
    #[test]
    fn first_errors_are_found_again_in_the_shorter_list() {
        let report = checked(&[
            ("\"SIRET\": \"", "\"inconnue\": 1, \"SIRET\": \""),
            REGIME,
            ACTION,
        ]);
        let all = wire::report(&report);
        let portail = super::report(&report, crate::render::Options::default());
        assert_eq!(all.files[0].demandes[0].first_error, Some(2));
        assert_eq!(portail.files[0].demandes[0].first_error, Some(0));
        assert_eq!(portail.files[0].counts.erreur, all.files[0].counts.erreur);
        assert_eq!(portail.files[0].diagnostics.len(), 1);
    }
}
