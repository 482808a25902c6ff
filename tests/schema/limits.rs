//! What a JSON Schema cannot say (the schemas' own `$comment` lists it too).

use predepot::catalog::Code::{
    C005, C006, C007, C009, C012, C013, F008, F014, J014, N002, N013, N015, R001, S001, S002, S008,
};
use predepot::check::{Document, Report};
use predepot::diag::Diagnostic;
use predepot::profile::Presence;
use predepot::render::wire;
use serde_json::Value;

/// The portal's answer, which has rules of its own.
pub(crate) fn is_answer(document: &Document) -> bool {
    document.by_code.iter().any(|&(code, _)| code == R001)
}

/// The JSON Pointer of a finding of the only file.
pub(crate) fn pointer(report: &Report, at: usize) -> String {
    let file = wire::report(report).files.swap_remove(0);
    let finding = file.diagnostics.into_iter().nth(at);
    finding
        .and_then(|finding| finding.pointer)
        .unwrap_or_default()
}

/// Whether the schema refuses a file with this error, which is number `at` of the report.
pub(crate) fn can_say(report: &Report, at: usize, instance: &Value) -> bool {
    let finding = &report.files[0].diagnostics[at];
    let place = match finding.code {
        F014 | C005 | S001 => pointer(report, at),
        _ => String::new(),
    };
    let value = instance.pointer(&place);
    match finding.code {
        // How a number is written: readers of JSON only keep its value.
        F008 => false,
        F014 => value
            .and_then(Value::as_f64)
            .is_none_or(|number| number.fract() != 0.0 || !(1.0..=200.0).contains(&number)),
        // The file's own name.
        N002 => false,
        // Readers of JSON keep one of the two.
        J014 => false,
        // Several demandes together.
        C006 | C007 | N015 | S008 => false,
        // Two values at different places, to be compared.
        C012 | C013 | N013 => false,
        // "At most one of this kind" came with draft 2019-09 (`maxContains`).
        C009 => false,
        // Only the number of entries is said, not how many differ.
        C005 if finding
            .row
            .is_some_and(|_| has_finess_pmsi(instance, &place)) =>
        {
            entries(instance, &place) == 1 && value == Some(&Value::Bool(false))
        }
        // A near spelling is an error also when the key itself may be absent.
        S002 => finding
            .row
            .is_some_and(|row| matches!(row.presence, Presence::Required)),
        // Said by the presence of one of the eight others in the same organisme; not by one elsewhere in the file.
        S001 if finding
            .row
            .is_some_and(|row| row.key == "demandeCertificatServeur") =>
        {
            value.is_some_and(holds_a_certificate_key)
        }
        _ => true,
    }
}

/// Whether the error keeps silent others that the schema says: C005 over C001 and C002.
pub(crate) fn hides(finding: &Diagnostic) -> bool {
    finding.code == C005
}

fn beneficiaires<'a>(instance: &'a Value, flag: &str) -> Option<&'a Value> {
    instance.pointer(flag.rsplit_once('/')?.0)
}

fn clients<'a>(instance: &'a Value, flag: &str) -> Option<&'a Vec<Value>> {
    let block = beneficiaires(instance, flag)?;
    ["etablissementsClients", "EtablissementsClients"]
        .iter()
        .find_map(|key| block[key].as_array())
}

fn has_finess_pmsi(instance: &Value, flag: &str) -> bool {
    clients(instance, flag).is_some()
}

fn entries(instance: &Value, flag: &str) -> usize {
    clients(instance, flag).map_or(0, Vec::len)
}

fn holds_a_certificate_key(organisme: &Value) -> bool {
    let inner = [
        "numeroCarteCPX",
        "nomAdminTechnique",
        "telephoneAdminTechnique",
        "emailAdminTechnique",
        "utiliteCertificat",
    ];
    let outer = [
        "contractualisationOG",
        "statutAdminTechnique",
        "contractualisationEditeur",
    ];
    let block = &organisme["certificatServeur"];
    outer.iter().any(|key| organisme.get(key).is_some())
        || inner
            .iter()
            .any(|key| organisme.get(key).is_some() || block.get(key).is_some())
}
