//! The report as SARIF 2.1.0 (OASIS), for programs that read the results of any tool: a result a line.
//!
//! Artifacts are the files, in their order. What a finding in a ZIP is about, and the JSON Pointer of one in a JSON, are its logical locations.
//! Corrections replace bytes, as ours do: a text region could not hold the mark of UTF-8, nor a text the bytes of another encoding.
//!
//! What SARIF has nothing for is left out, so that this is no form: signs are written with what stands between them.

use super::wire::{WireDiagnostic, WireFix, WireRelated, WireReport, sha256};
use super::{push, push_hexadecimal};
use crate::bytes;
use crate::catalog::{Code, Language, rule};
use crate::json::push_quoted;

/// A log of one run.
pub fn text(report: &WireReport, language: Language) -> String {
    let mut log = Log {
        report,
        language,
        text: String::new(),
    };
    log.signs(concat!(
        r#"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","#,
        r#""version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","#,
    ));
    log.text("\"language\":", language.code());
    let codes = log.tool();
    log.artifacts();
    log.signs(",\"results\":[");
    let mut done = 0;
    for (at, file) in report.files.iter().enumerate() {
        for found in &file.diagnostics {
            let rule = codes.iter().position(|&code| code == found.code);
            log.next(done);
            log.result(at, found, rule.unwrap_or_default());
            done += 1;
        }
    }
    log.text("],\"properties\":{\"verdict\":", report.verdict);
    log.signs("}}]}\n");
    log.text
}

struct Log<'a> {
    report: &'a WireReport,
    language: Language,
    text: String,
}

/// Signs, and what follows them.
impl Log<'_> {
    #[inline(never)]
    fn signs(&mut self, signs: &str) {
        self.text.push_str(signs);
    }

    /// Before an element of a list, of which so many are written.
    #[inline(never)]
    fn next(&mut self, written: usize) {
        self.signs(if written == 0 { "\n" } else { ",\n" });
    }

    #[inline(never)]
    fn text(&mut self, signs: &str, text: &str) {
        self.signs(signs);
        push_quoted(&mut self.text, text);
    }

    #[inline(never)]
    fn number(&mut self, signs: &str, number: u64) {
        push(&mut self.text, &[signs, &number.to_string()]);
    }

    /// A message, in which braces would be places to fill, and brackets before a parenthesis a link.
    #[inline(never)]
    fn message(&mut self, signs: &str, message: &str) {
        let message = bytes::replace(&bytes::replace(message, "{", "{{"), "}", "}}");
        self.signs(signs);
        self.text("{\"text\":", &bytes::replace(&message, "](", "] ("));
        self.signs("}");
    }

    /// A file, as a relative reference of one segment: no sign of its name has a meaning there.
    #[inline(never)]
    fn uri(&mut self, signs: &str, at: usize) {
        self.signs(signs);
        let name = self.report.files.get(at).map_or("", |file| &file.name);
        for byte in name.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                self.text.push(byte.into());
            } else {
                self.text.push('%');
                push_hexadecimal(&mut self.text, byte, b"0123456789ABCDEF");
            }
        }
    }
}

impl Log<'_> {
    /// The tool and the rules that findings are of; their codes, in the order of the rules.
    fn tool(&mut self) -> Vec<&'static str> {
        let mut codes = Vec::new();
        let report = self.report;
        self.text(",\"tool\":{\"driver\":{\"name\":", report.tool.name);
        self.text(",\"version\":", report.tool.version);
        self.text(",\"language\":", self.language.code());
        self.signs(",\"rules\":[");
        for &code in Code::ALL {
            let mut findings = report.files.iter().flat_map(|file| &file.diagnostics);
            if !findings.any(|found| found.code == code.as_str()) {
                continue;
            }
            let rule = rule(code).in_language(self.language);
            self.next(codes.len());
            self.text("{\"id\":", code.as_str());
            self.text(",\"name\":", code.name());
            self.message(
                ",\"shortDescription\":",
                &self.language.typeset(rule.summary),
            );
            self.message(",\"fullDescription\":", &self.language.typeset(rule.why));
            self.signs("}");
            codes.push(code.as_str());
        }
        self.signs("]}}");
        codes
    }

    fn artifacts(&mut self) {
        self.signs(",\"artifacts\":[");
        for (at, file) in self.report.files.iter().enumerate() {
            self.next(at);
            self.uri("{\"location\":{\"uri\":\"", at);
            self.number("\"},\"roles\":[\"analysisTarget\"],\"length\":", file.size);
            if let Some(sha256) = &file.sha256 {
                self.text(",\"hashes\":{\"sha-256\":", sha256);
                self.signs("}");
            }
            self.text(",\"properties\":{\"verdict\":", file.verdict);
            if let (Some(profile), Some(rules)) = (file.profile, file.rules) {
                self.text(",\"profile\":", profile);
                self.text(",\"rules\":", rules);
            }
            self.signs("}}");
        }
        self.signs("]");
    }

    /// A finding of the file at `at`, by the rule of this rank.
    fn result(&mut self, at: usize, found: &WireDiagnostic, rule: usize) {
        self.number("{\"ruleIndex\":", rule as u64);
        self.text(",\"ruleId\":", found.code);
        self.signs(match found.severity {
            "erreur" => ",\"level\":\"error\"",
            "avertissement" => ",\"level\":\"warning\"",
            _ => ",\"level\":\"note\"",
        });
        let said = [found.message.as_str(), &found.help].join(" ");
        self.message(",\"message\":", &said);
        let region = [
            (",\"region\":{\"startLine\":", found.line),
            (",\"startColumn\":", found.column),
            (",\"endLine\":", found.end_line),
            (",\"endColumn\":", found.end_column),
            (",\"byteOffset\":", found.offset),
            (",\"byteLength\":", found.length),
        ];
        self.location(",\"locations\":[", at, &region);
        match (&found.entry, &found.pointer) {
            (Some(entry), _) => self.logical(entry, "resource"),
            (None, Some(pointer)) => self.logical(pointer, "value"),
            (None, None) => {}
        }
        self.signs("}]");
        if !found.related.is_empty() {
            self.signs(",\"relatedLocations\":[");
            for (rank, related) in found.related.iter().enumerate() {
                self.next(rank);
                self.related(at, related);
            }
            self.signs("]");
        }
        let print = fingerprint(self.report, at, found);
        self.text(",\"partialFingerprints\":{\"place/v1\":", &print);
        self.signs("}");
        if let Some(fix) = found.fix.as_ref().filter(|fix| !fix.edits.is_empty()) {
            self.fix(at, fix);
        }
        self.text(",\"properties\":{\"name\":", found.name);
        if let Some(source) = &found.source {
            self.text(",\"source\":", source);
        }
        if let Some(control) = found.control {
            self.number(",\"control\":", control.into());
        }
        self.signs("}}");
    }

    /// A location, to be closed; the region is as far as it is known.
    #[inline(never)]
    fn location(&mut self, signs: &str, at: usize, region: &[(&str, Option<u32>)]) {
        self.signs(signs);
        self.uri(
            "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"",
            at,
        );
        self.number("\",\"index\":", at as u64);
        self.signs("}");
        let mut close = "}";
        for &(key, number) in region {
            if let Some(number) = number {
                self.number(key, number.into());
                close = "}}";
            }
        }
        self.signs(close);
    }

    #[inline(never)]
    fn logical(&mut self, name: &str, kind: &str) {
        self.text(",\"logicalLocations\":[{\"fullyQualifiedName\":", name);
        self.text(",\"kind\":", kind);
        self.signs("}]");
    }

    fn related(&mut self, at: usize, related: &WireRelated) {
        let files = &self.report.files;
        let named = |name: &String| files.iter().position(|file| file.name == *name);
        let at = related.file.as_ref().and_then(named).unwrap_or(at);
        let region = [
            (",\"region\":{\"startLine\":", related.line),
            (",\"startColumn\":", related.column),
        ];
        self.location("", at, &region);
        if let Some(entry) = &related.entry {
            self.logical(entry, "resource");
        }
        self.message(",\"message\":", &related.message);
        self.signs("}");
    }

    fn fix(&mut self, at: usize, fix: &WireFix) {
        self.message(",\"fixes\":[{\"description\":", &fix.title);
        self.uri(
            ",\"artifactChanges\":[{\"artifactLocation\":{\"uri\":\"",
            at,
        );
        self.number("\",\"index\":", at as u64);
        self.signs("},\"replacements\":[");
        for (rank, edit) in fix.edits.iter().enumerate() {
            self.next(rank);
            self.number("{\"deletedRegion\":{\"byteOffset\":", edit.offset.into());
            self.number(",\"byteLength\":", edit.length.into());
            if !edit.text.is_empty() {
                self.text("},\"insertedContent\":{\"text\":", &edit.text);
                self.text(",\"binary\":", &base64(edit.text.as_bytes()));
            }
            self.signs("}}");
        }
        self.text("]}],\"properties\":{\"safety\":", fix.safety);
        self.signs("}}]");
    }
}

/// The same wherever the demande stands in its file, and whatever that file is called.
fn fingerprint(report: &WireReport, at: usize, found: &WireDiagnostic) -> String {
    let mut of = String::from(found.code);
    let mut pointer = found.pointer.as_deref().unwrap_or_default();
    let file = report.files.get(at);
    let demande = file.and_then(|file| file.demandes.get(found.demande?));
    if let Some(demande) = demande {
        // After "/lignesImport/0/".
        pointer = pointer.splitn(4, '/').nth(3).unwrap_or_default();
        let number = || demande.number().to_string();
        let who = demande.numero_editeur.clone().unwrap_or_else(number);
        push(&mut of, &["\n", &who]);
    }
    let entry = found.entry.as_deref().unwrap_or_default();
    push(&mut of, &["\n", pointer, "\n", entry]);
    sha256(of.as_bytes())
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for few in bytes.chunks(3) {
        let mut all = 0;
        for at in 0..3 {
            all = all << 8 | usize::from(few.get(at).copied().unwrap_or_default());
        }
        for digit in 0..4 {
            out.push(match digit <= few.len() {
                true => DIGITS[all >> (18 - 6 * digit) & 63].into(),
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
}
