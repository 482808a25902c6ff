//! The report as SARIF 2.1.0 (OASIS), for programs that read the results of any tool.
//!
//! Artifacts are the files, in their order. What a finding in a ZIP is about, and the JSON Pointer of one in a JSON, are its logical locations.
//! Corrections replace bytes, as ours do: a text region could not hold the mark of UTF-8, nor a text the bytes of another encoding.

use super::json::{Json, Writer};
use super::wire::{WireDiagnostic, WireEdit, WireFile, WireRelated, WireReport, sha256};
use crate::catalog::{Code, rule, typographie};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A value: SARIF leaves out the members that it has nothing for.
enum Value {
    Text(String),
    Number(usize),
    List(Vec<Value>),
    Object(Vec<(&'static str, Value)>),
}

use Value::{List, Number, Object, Text};

impl Json for Value {
    fn write(&self, to: &mut Writer) {
        match self {
            Text(text) => text.write(to),
            Number(number) => number.write(to),
            List(values) => values.write(to),
            Object(members) => {
                let members: Vec<(&str, &dyn Json)> = members
                    .iter()
                    .map(|(key, value)| (*key, value as &dyn Json))
                    .collect();
                to.object(&members);
            }
        }
    }
}

/// The report as a SARIF log of one run.
pub struct Log<'a>(pub &'a WireReport);

impl Json for Log<'_> {
    fn write(&self, to: &mut Writer) {
        let runs = vec![Run(self.0)];
        to.object(&[("$schema", &SCHEMA), ("version", &"2.1.0"), ("runs", &runs)]);
    }
}

struct Run<'a>(&'a WireReport);

impl Json for Run<'_> {
    fn write(&self, to: &mut Writer) {
        let report = self.0;
        let mut codes: Vec<&'static str> = Vec::new();
        let mut results = Vec::new();
        for (at, file) in report.files.iter().enumerate() {
            for found in &file.diagnostics {
                let known = codes.iter().position(|&code| code == found.code);
                let rule = known.unwrap_or_else(|| {
                    codes.push(found.code);
                    codes.len() - 1
                });
                results.push(Finding {
                    report,
                    at,
                    found,
                    rule,
                });
            }
        }
        let tool = &report.tool;
        let driver = Object(vec![
            ("name", text(tool.name)),
            ("version", text(tool.version)),
            ("language", text("fr")),
            ("rules", List(codes.into_iter().map(described).collect())),
        ]);
        to.object(&[
            ("tool", &Object(vec![("driver", driver)])),
            ("language", &"fr"),
            ("columnKind", &"utf16CodeUnits"),
            (
                "artifacts",
                &report.files.iter().map(artifact).collect::<Vec<_>>(),
            ),
            // Made one by one as they are written: there may be a hundred thousand.
            ("results", &results),
            (
                "properties",
                &Object(vec![("verdict", text(report.verdict))]),
            ),
        ]);
    }
}

fn text(text: &str) -> Value {
    Text(text.to_owned())
}

/// A message, in which braces would be places to fill, and brackets before a parenthesis a link.
fn message(text: &str) -> Value {
    let text = text.replace('{', "{{").replace('}', "}}");
    Object(vec![("text", Text(text.replace("](", "] (")))])
}

fn described(code: &'static str) -> Value {
    let mut members = vec![("id", text(code))];
    if let Some(&known) = Code::ALL.iter().find(|known| known.as_str() == code) {
        let rule = rule(known);
        members.push(("name", text(known.name())));
        members.push(("shortDescription", message(&typographie(rule.summary))));
        members.push(("fullDescription", message(&typographie(rule.why))));
    }
    Object(members)
}

fn artifact(file: &WireFile) -> Value {
    let mut members = vec![
        ("location", Object(vec![("uri", Text(uri(&file.name)))])),
        ("length", Number(file.size as usize)),
        ("roles", List(vec![text("analysisTarget")])),
    ];
    if let Some(sha256) = &file.sha256 {
        members.push(("hashes", Object(vec![("sha-256", text(sha256))])));
    }
    let mut properties = vec![("verdict", text(file.verdict))];
    if let (Some(profile), Some(rules)) = (file.profile, file.rules) {
        properties.push(("profile", text(profile)));
        properties.push(("rules", text(rules)));
    }
    members.push(("properties", Object(properties)));
    Object(members)
}

/// A name as a relative reference of one segment: no sign of it has a meaning there.
fn uri(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            byte if byte.is_ascii_alphanumeric() => out.push(byte.into()),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// A finding of the file at `at`, by the rule at `rule` of the run.
struct Finding<'a> {
    report: &'a WireReport,
    at: usize,
    found: &'a WireDiagnostic,
    rule: usize,
}

impl Json for Finding<'_> {
    fn write(&self, to: &mut Writer) {
        let found = self.found;
        let level = match found.severity {
            "erreur" => "error",
            "avertissement" => "warning",
            _ => "note",
        };
        let mut region = region(found.line, found.column);
        let ends = [
            ("endLine", found.end_line),
            ("endColumn", found.end_column),
            ("byteOffset", found.offset),
            ("byteLength", found.length),
        ];
        region.extend(ends.map(|(key, number)| (key, whole(number))));
        let pointer = found.pointer.as_deref().map(|pointer| (pointer, "value"));
        let logical = in_zip(&found.entry).or(pointer);
        let place = self.location(self.at, found.line.map(|_| region), logical);
        let mut members = vec![
            ("ruleId", text(found.code)),
            ("ruleIndex", Number(self.rule)),
            ("level", text(level)),
            (
                "message",
                message(&format!("{} {}", found.message, found.help)),
            ),
            ("locations", List(vec![Object(place)])),
        ];
        let related = found.related.iter().map(|related| self.related(related));
        let related: Vec<Value> = related.collect();
        if !related.is_empty() {
            members.push(("relatedLocations", List(related)));
        }
        let print = Object(vec![("place/v1", Text(self.fingerprint()))]);
        members.push(("partialFingerprints", print));
        if let Some(fix) = found.fix.as_ref().filter(|fix| !fix.edits.is_empty()) {
            let change = Object(vec![
                ("artifactLocation", self.artifact(self.at)),
                (
                    "replacements",
                    List(fix.edits.iter().map(replacement).collect()),
                ),
            ]);
            let fix = Object(vec![
                ("description", message(&fix.title)),
                ("artifactChanges", List(vec![change])),
                ("properties", Object(vec![("safety", text(fix.safety))])),
            ]);
            members.push(("fixes", List(vec![fix])));
        }
        let mut properties = Vec::new();
        if let Some(source) = &found.source {
            properties.push(("source", text(source)));
        }
        if let Some(control) = found.control {
            properties.push(("control", Number(control.into())));
        }
        members.push(("properties", Object(properties)));
        Object(members).write(to);
    }
}

impl Finding<'_> {
    fn artifact(&self, at: usize) -> Value {
        let name = self.report.files.get(at).map_or("", |file| &file.name);
        Object(vec![("uri", Text(uri(name))), ("index", Number(at))])
    }

    fn location(
        &self,
        at: usize,
        region: Option<Vec<(&'static str, Value)>>,
        logical: Option<(&str, &str)>,
    ) -> Vec<(&'static str, Value)> {
        let mut place = vec![("artifactLocation", self.artifact(at))];
        place.extend(region.map(|region| ("region", Object(region))));
        let mut members = vec![("physicalLocation", Object(place))];
        if let Some((name, kind)) = logical {
            let logical = Object(vec![
                ("fullyQualifiedName", text(name)),
                ("kind", text(kind)),
            ]);
            members.push(("logicalLocations", List(vec![logical])));
        }
        members
    }

    fn related(&self, related: &WireRelated) -> Value {
        let files = &self.report.files;
        let named = |name: &String| files.iter().position(|file| file.name == *name);
        let at = related.file.as_ref().and_then(named).unwrap_or(self.at);
        let region = related.line.map(|_| region(related.line, related.column));
        let mut members = self.location(at, region, in_zip(&related.entry));
        members.push(("message", message(&related.message)));
        Object(members)
    }

    /// The same wherever the demande stands in its file, and whatever that file is called.
    fn fingerprint(&self) -> String {
        let found = self.found;
        let demande = found.demande.and_then(|at| {
            let file = self.report.files.get(self.at)?;
            file.demandes.get(at)
        });
        let who = demande.map_or(String::new(), |demande| {
            let number = || demande.number().to_string();
            demande.numero_editeur.clone().unwrap_or_else(number)
        });
        let pointer = found.pointer.as_deref().unwrap_or_default();
        let within = match demande {
            Some(_) => pointer.splitn(4, '/').nth(3).unwrap_or_default(),
            None => pointer,
        };
        let entry = found.entry.as_deref().unwrap_or_default();
        sha256([found.code, &who, within, entry].join("\n").as_bytes())
    }
}

/// The entry of a ZIP as a logical location: its name and its kind.
fn in_zip(entry: &Option<String>) -> Option<(&str, &str)> {
    entry.as_deref().map(|entry| (entry, "resource"))
}

fn whole(number: Option<u32>) -> Value {
    Number(number.unwrap_or_default() as usize)
}

fn region(line: Option<u32>, column: Option<u32>) -> Vec<(&'static str, Value)> {
    vec![("startLine", whole(line)), ("startColumn", whole(column))]
}

fn replacement(edit: &WireEdit) -> Value {
    let region = Object(vec![
        ("byteOffset", Number(edit.offset as usize)),
        ("byteLength", Number(edit.length as usize)),
    ]);
    let mut members = vec![("deletedRegion", region)];
    if !edit.text.is_empty() {
        let content = Object(vec![
            ("text", text(&edit.text)),
            ("binary", Text(base64(edit.text.as_bytes()))),
        ]);
        members.push(("insertedContent", content));
    }
    Object(members)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for few in bytes.chunks(3) {
        let at = |index: usize| u32::from(few.get(index).copied().unwrap_or_default());
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            out.push(match digit <= few.len() {
                true => DIGITS[(all >> (18 - 6 * digit) & 63) as usize].into(),
                false => '=',
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_base64() {
        let examples = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("é≠", "w6niiaA="),
        ];
        for (bytes, expected) in examples {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }

    #[test]
    fn a_name_is_one_segment_of_a_relative_reference() {
        assert_eq!(uri("../a b:é.json"), "..%2Fa%20b%3A%C3%A9.json");
        assert_eq!(uri("C:\\a%20#?"), "C%3A%5Ca%2520%23%3F");
    }
}
