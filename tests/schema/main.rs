//! The exported schemas and the checks say the same: for each profile, conforming files and every single change of a value, a type or a key
//! in them. Where they differ, one of them is wrong, but for what `limits` lists. Every report has the form of `docs/report.schema.json`.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a test whose material is missing or broken must fail"
)]

mod bases;
mod changes;
mod limits;

use bases::written;
use jsonschema::Validator;
use predepot::check::{Content, Day, Document, Dropped, Options, Report, check};
use predepot::diag::Severity;
use predepot::profiles;
use predepot::render::wire;
use predepot_tests::{NAME, TODAY};
use serde_json::Value;

/// A schema of `docs`.
fn schema(path: &str) -> Validator {
    let path = format!("{}/../docs/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let schema: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    jsonschema::draft7::new(&schema).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Checks a text as a file of this profile, whatever it looks like.
fn report(profile: &str, text: &str) -> Report {
    let file = Dropped {
        name: NAME.to_owned(),
        content: Content::Bytes(text.as_bytes().to_vec()),
    };
    let options = Options {
        today: Day::read(TODAY),
        profile: profiles::by_id(profile),
        ..Options::default()
    };
    check(vec![file], &options)
}

/// One profile, its schema and what was compared.
struct Oracle {
    profile: &'static str,
    schema: Validator,
    compared: usize,
    /// Files that both refuse.
    refused: usize,
    disagreements: Vec<String>,
}

impl Oracle {
    fn new(profile: &'static str) -> Self {
        Self {
            profile,
            schema: schema(&format!("profiles/{profile}.schema.json")),
            compared: 0,
            refused: 0,
            disagreements: Vec::new(),
        }
    }

    /// The schema accepts exactly when the report has no error that a schema can say. An error that it cannot say may hide another one:
    /// then nothing is compared, unless there is only a `single` change and the error hides nothing.
    fn compare(&mut self, what: &str, value: &Value, single: bool) {
        let text = written(value);
        let instance: Value = match serde_json::from_str(&text) {
            Ok(instance) => instance,
            Err(error) => panic!("{what}: {error}\n{text}"),
        };
        let report = report(self.profile, &text);
        let document = &report.files[0];
        if limits::is_answer(document) {
            return;
        }
        let errors = errors(document);
        let said = errors
            .iter()
            .any(|&at| limits::can_say(&report, at, &instance));
        let hiding = !single
            || errors
                .iter()
                .any(|&at| limits::hides(&document.diagnostics[at]));
        if !errors.is_empty() && !said && hiding {
            return;
        }
        self.compared += 1;
        self.refused += usize::from(said);
        if self.schema.is_valid(&instance) == said {
            let why = match self.schema.validate(&instance) {
                Ok(()) => "accepts".to_owned(),
                Err(error) => format!("refuses at {}: {error:.300}", error.instance_path()),
            };
            self.disagreements.push(format!(
                "{} {what}: the schema {why}; the report: {:?}",
                self.profile,
                listed(&report)
            ));
        }
    }

    #[track_caller]
    fn finish(self, least: usize) {
        println!(
            "{}: {} files compared, {} refused by both",
            self.profile, self.compared, self.refused
        );
        assert!(
            self.disagreements.is_empty(),
            "{} disagreements, the first ones:\n{}",
            self.disagreements.len(),
            self.disagreements[..self.disagreements.len().min(25)].join("\n")
        );
        assert!(
            self.compared >= least,
            "only {} files compared",
            self.compared
        );
    }
}

/// The ranks of the errors of a file.
fn errors(document: &Document) -> Vec<usize> {
    (0..document.diagnostics.len())
        .filter(|&at| document.diagnostics[at].severity == Severity::Erreur)
        .collect()
}

/// "F008 /lignesImport/0/commande/montantSegurHT".
fn listed(report: &Report) -> Vec<String> {
    let document = &report.files[0];
    errors(document)
        .into_iter()
        .map(|at| {
            let code = document.diagnostics[at].code.as_str();
            format!("{code} {}", limits::pointer(report, at))
        })
        .collect()
}

fn agree(profile: &'static str) {
    let mut oracle = Oracle::new(profile);
    let bases = bases::of(profile);
    let template = &bases[0].1;
    for (rank, (name, base)) in bases.iter().enumerate() {
        let before = oracle.refused;
        oracle.compare(&format!("[{name}]"), base, true);
        assert_eq!(oracle.refused, before, "{profile} [{name}] conforms");
        changes::each(
            profile,
            base,
            (rank > 0).then_some(template),
            &mut |what, changed| {
                oracle.compare(&format!("[{name}] {what}"), changed, true);
            },
        );
        changes::several(profile, base, 150, &mut |what, changed| {
            oracle.compare(&format!("[{name}] {what}"), changed, false);
        });
    }
    oracle.finish(1_000);
}

#[test]
fn schema_of_ms1_dui_agrees_with_the_checks() {
    agree("MS1-DUI");
}
#[test]
fn schema_of_mdv_lgc_agrees_with_the_checks() {
    agree("MDV-LGC");
}
#[test]
fn schema_of_hop_dpi_agrees_with_the_checks() {
    agree("HOP-DPI");
}
#[test]
fn schema_of_hop_pfi_agrees_with_the_checks() {
    agree("HOP-PFI");
}
#[test]
fn schema_of_hop_ri_agrees_with_the_checks() {
    agree("HOP-RI");
}

#[test]
fn every_day_of_the_calendar_is_told_alike() {
    let mut oracle = Oracle::new("MDV-LGC");
    let (_, mut base) = bases::of("MDV-LGC").swap_remove(0);
    for year in ["0000", "0004", "1900", "2000", "2023", "2024"] {
        for month in 0..=13 {
            for day in 0..=32 {
                let date = format!("{day:02}/{month:02}/{year}");
                base["lignesImport"][0]["commande"]["dateCommande"] = Value::from(date.clone());
                oracle.compare(&date, &base, true);
            }
        }
    }
    oracle.finish(2_000);
}

#[test]
fn two_hundred_demandes_at_most() {
    let mut oracle = Oracle::new("HOP-RI");
    for count in [1, 200, 201] {
        let text = predepot_tests::several("HOP-RI", count);
        let value: Value = serde_json::from_str(&bases::marked(&text)).expect("a template is JSON");
        oracle.compare(&format!("{count} demandes"), &value, true);
    }
    assert_eq!(oracle.refused, 1);
    oracle.finish(3);
}

#[test]
fn every_report_has_the_form_of_its_schema() {
    let form = schema("report.schema.json");
    let mut checked = 0;
    let mut hold = |what: &str, report: &Report| {
        let json = serde_json::from_str(&wire::to_json(report)).expect("a report is JSON");
        if let Err(error) = form.validate(&json) {
            panic!("{what}: {}: {error}", error.instance_path());
        }
        checked += 1;
    };
    for text in [
        "",
        "{",
        "[]",
        "null",
        "\u{feff}{}",
        "{\"lignesImport\": [{}]}",
        "{'a': 1,}",
        "PK\u{3}\u{4}",
        "%PDF-1.4",
    ] {
        hold(text, &predepot_tests::report(text));
    }
    hold("no file", &predepot_tests::report_of(&[]));
    hold("not UTF-8", &predepot_tests::report(b"{\"a\": \"\xe9\"}"));
    hold(
        "an answer",
        &predepot_tests::report(predepot_tests::edited(
            "MDV-LGC",
            "\"codeTraitement\": null",
            "\"codeTraitement\": \"1203\"",
        )),
    );
    let twice = predepot_tests::template("MDV-LGC");
    hold(
        "two files",
        &predepot_tests::report_of(&[(NAME, twice.as_bytes()), ("a.json", twice.as_bytes())]),
    );
    for content in [
        Content::Unreadable("refusé".to_owned()),
        Content::TooLarge(1 << 40),
    ] {
        let file = Dropped {
            name: NAME.to_owned(),
            content,
        };
        hold("not read", &check(vec![file], &Options::default()));
    }
    for profile in profiles::ALL {
        let (_, base) = bases::of(profile.id).swap_remove(0);
        let mut rank = 0;
        changes::each(profile.id, &base, None, &mut |what, changed| {
            rank += 1;
            if rank % 40 == 0 {
                hold(what, &report(profile.id, &written(changed)));
            }
        });
    }
    assert!(checked > 200, "only {checked} reports");
}
