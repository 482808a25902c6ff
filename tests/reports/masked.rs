//! A masked report: no value of the files is in it, in any format.
//!
//! Every value of the files of these tests has a mark in it, or is one. A report may only say words of the documents.

use std::path::Path;

use predepot::catalog::{Code, rules};
use predepot::check::{Content, Report};
use predepot::profiles;
use predepot::render::{self, Format, wire};
use predepot_tests::zip::{PDF, file, zip};
use predepot_tests::{NAME, edited, replaced, template};
use serde_json::{Value, json};

use super::{HOSTILE, dropped, failing, hostile, hostile_name, report, written};

const FORMATS: [Format; 4] = [Format::Json, Format::Csv, Format::Markdown, Format::Sarif];

/// Letters and figures that no sentence, example or list of the documents has.
const MARKS: [&str; 4] = ["zqxw", "kjvq", "8765409", "5604567"];

/// Checks that no mark is in any report of these files.
#[track_caller]
fn check_report(what: &str, report: &Report) {
    check_formats(what, report, &FORMATS);
}

#[track_caller]
fn check_formats(what: &str, report: &Report, formats: &[Format]) {
    for &format in formats {
        let text = written(report, format, true).to_lowercase();
        for mark in MARKS {
            if let Some(at) = text.find(mark) {
                let around = at.saturating_sub(120)..text.len().min(at + 120);
                let around = String::from_utf8_lossy(&text.as_bytes()[around]);
                unreachable!("{what}: {format:?} says {mark}: {around}");
            }
        }
    }
}

/// Checks the JSON alone, which holds all that the other formats are made from.
#[track_caller]
fn check(text: &str) {
    check_formats(text, &report("zqxw.json", text), &[Format::Json]);
}

/// Values that are wrong in one way or another.
fn values() -> Vec<String> {
    let long = |mark: &str| json!(mark.repeat(60)).to_string();
    let mut values = vec![
        "8765409".to_owned(),
        "-8765409.56".to_owned(),
        "8765409.5".to_owned(),
        "87654e09".to_owned(),
        "8765409,50".to_owned(),
        "8 765 409,50 €".to_owned(),
        "08765409".to_owned(),
        "zqxw".to_owned(),
        "'zqxw kjvq'".to_owned(),
        "“zqxw”".to_owned(),
        "`zqxw`".to_owned(),
        "\"zqxw".to_owned(),
        "\"zqxw\nkjvq\"".to_owned(),
        "\"zqxw \\kjvq\"".to_owned(),
        "\"zqxw \"kjvq\" zqxw\"".to_owned(),
        "/* zqxw */ \"kjvq\"".to_owned(),
        "\"zqxw\" // kjvq".to_owned(),
        "{\"zqxw\": \"kjvq\"}".to_owned(),
        "{\"zqxw\": {\"kjvq\": [\"zqxw\", 8765409]}}".to_owned(),
        "[\"zqxw\", \"zqxw\"]".to_owned(),
        "[{\"zqxw\": \"kjvq\"}]".to_owned(),
        long("ZQXW"),
        long("8765409"),
    ];
    values.extend(
        [
            "zqxw",
            "ZQXW",
            " Zqxw Kjvq ",
            "ZQXW-KJVQ",
            "zqxw@kjvq",
            "zqxw@kjvq@zqxw.fr",
            "zqxw kjvq.fr",
            "null`zqxw`null",
            "8765409",
            "87654095604567",
            "87654095604568",
            "56045678765",
            "56045678766",
            "+33 8765409 zqxw",
            "8765409 5604567",
            "31/02/8765409",
            "8765409.50",
            "MDV-LGC-Va1-BDC-ZQXW.pdf",
            "MDV-LGC-Va1-HT-ZQXW.PDF",
            "MDV-LGC-Val-BDC-ZQXW.pdf",
            "HOP-DPI-Va1-BDC-KJVQ.png",
            "MS1-DUI-Va1-BDC-KJVQ`ZQXW`.jpg",
            "MDV-LGC-Va1-BDC-00001.zqxw",
            "JSON-ZQXW-8765409-001.json",
            "ZQXWK",
            "zqx w",
            "\u{202e}zqxw",
        ]
        .map(|text| json!(text).to_string()),
    );
    values.extend(
        HOSTILE
            .iter()
            .map(|text| json!(format!("{text}zqxw{text}")).to_string()),
    );
    values
}

/// Where the values of a text written one member a line are, with what stands around each.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let (key, value) = line.split_once("\": ")?;
        let value = value.trim_end().trim_end_matches(',');
        let from = start + key.len() + "\": ".len();
        let end = from + value.len();
        Some((&text[..from], value, &text[end..]))
    })
}

/// A template whose texts and numbers are all marks, but for those that decide what is checked.
fn marked(profile: &str) -> String {
    let mut text = template(profile);
    let decides = |value: &str| {
        let word = value.trim_matches('"');
        profiles::ALL
            .iter()
            .any(|profile| profile.has_word(word.as_bytes()))
            || matches!(
                word,
                "null" | "true" | "false" | "{" | "[" | "[]" | "{}" | "C" | "1" | "{ }"
            )
    };
    let values: Vec<String> = lines(&text)
        .map(|(_, value, _)| value.to_owned())
        .filter(|value| !decides(value) && !value.contains(['{', '[']))
        .collect();
    for (at, value) in values.iter().enumerate() {
        let mark = MARKS[at % 2].to_uppercase();
        let other = if value.starts_with('"') {
            format!("\"{mark}\"")
        } else {
            "8765409.50".to_owned()
        };
        text = text.replacen(value.as_str(), &other, 1);
    }
    text
}

#[test]
fn every_value_of_every_template() {
    for profile in profiles::ALL {
        let text = template(profile.id);
        check_report(profile.id, &report("zqxw.json", &marked(profile.id)));
        // Nothing is said otherwise of a profile that is derived from another.
        if profile.deduced {
            continue;
        }
        for (before, _, after) in lines(&text) {
            for value in values() {
                check(&format!("{before}{value}{after}"));
            }
        }
    }
}

#[test]
fn every_key_of_every_template() {
    for profile in profiles::ALL {
        let text = marked(profile.id);
        for (before, value, after) in lines(&text) {
            let Some((start, _)) = before.trim_end_matches("\": ").rsplit_once('"') else {
                continue;
            };
            for key in [
                "zqxw",
                "kjvq",
                "null`zqxw`",
                "zqxw/~kjvq",
                "\\u007aqxw",
                " zqxw",
            ] {
                check(&format!("{start}\"{key}\": {value}{after}"));
                check(&format!(
                    "{before}{value},\n\"{key}\": {value}, \"{key}\": {value}{after}"
                ));
            }
            check(&format!("{start}{}", after.trim_start_matches(',')));
        }
    }
}

#[test]
fn every_mistake_of_syntax() {
    let text = marked("MDV-LGC");
    for (at, c) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        if !c.is_alphanumeric() && c != ' ' {
            check(&format!("{before}{after}"));
        }
        for other in ["", "\"", "}", "”"] {
            if at % 9 == 0 {
                check(&format!("{before}{other}"));
                check(&format!("{before}{other}{after}"));
            }
        }
    }
    let all: Vec<&str> = text.lines().collect();
    for at in 0..all.len() - 1 {
        let mut swapped = all.clone();
        swapped.swap(at, at + 1);
        check(&swapped.join("\n"));
    }
    check_report(
        "windows-1252",
        &dropped(&[("zqxw", Content::Bytes(b"{\"zqxw\": \"kjvq\xe9\"}".to_vec()))]),
    );
}

#[test]
fn names_of_files_and_pieces() {
    let declared = edited(
        "MDV-LGC",
        "MDV-LGC-Va1-BDC-00001.pdf",
        "MDV-LGC-Va1-BDC-ZQXW.pdf",
    );
    let names = [
        "MDV-LGC-Va1-BDC-ZQXW.pdf",
        "MDV-LGC-Va1-BDC-zqxw.pdf",
        "MDV-LGC-Va1-BDC-ZQXW.pdf.pdf",
        "kjvq/MDV-LGC-Va1-BDC-ZQXW.pdf",
        "../zqxw.pdf",
        "zqxw.zip",
        "zqxw.kjvq",
        "__MACOSX/zqxw",
        "zqxw\u{202e}.pdf",
        "zqxw`kjvq`.pdf",
    ];
    for name in names {
        for other in names {
            for content in [PDF, b""] {
                let pieces = zip([file(name, content), file(other, PDF)]).bytes();
                let report = dropped(&[
                    (
                        "JSON-ZQXW-8765409-001.json",
                        Content::Bytes(declared.clone().into_bytes()),
                    ),
                    ("zqxw.zip", Content::Bytes(pieces.clone())),
                    ("kjvq.zip", Content::Bytes(pieces)),
                    (other, Content::Bytes(content.to_vec())),
                ]);
                check_report(name, &report);
            }
        }
    }
    for name in [
        "JSON-ZQXW-20231015-001.json",
        "zqxw (1).json",
        "zqxw.JSON",
        "zqxw.kjvq",
    ] {
        check_report(name, &report(name, &template("MDV-LGC")));
        check_report(
            name,
            &dropped(&[(
                name,
                Content::Unreadable("zqxw est ouvert par kjvq".to_owned()),
            )]),
        );
        check_report(name, &dropped(&[(name, Content::TooLarge(1 << 40))]));
    }
}

#[test]
fn the_answer_of_the_asp() {
    let text = replaced(
        &replaced(
            &template("MDV-LGC"),
            "\"codeTraitement\": null",
            "\"codeTraitement\": \"ZQXW\"",
        ),
        "\"libelleTraitement\": null",
        "\"libelleTraitement\": \"Le médecin KJVQ n'est pas 8765409\"",
    );
    check(&text);
    let masked = wire::report_with(&report(NAME, &text), render::Options { masked: true });
    let said = &masked.files[0].diagnostics[1].message;
    assert!(said.ends_with("Motif donné\u{a0}: `•••`."), "{said}");
}

#[test]
fn numbers_that_are_no_number_of_line() {
    for number in ["8765409", "-8765409", "201"] {
        let text = edited(
            "MDV-LGC",
            "\"numLigne\": 1",
            &format!("\"numLigne\": {number}"),
        );
        check(&text);
        let masked = wire::report_with(&report(NAME, &text), render::Options { masked: true });
        assert_eq!(masked.files[0].demandes[0].num_ligne, None);
    }
}

#[test]
fn hostile_names_and_values() {
    for value in HOSTILE {
        let value = format!("{value}zqxw{value}");
        check_report(&value, &report(&hostile_name(&value), &hostile(&value)));
    }
}

// What is left

#[test]
fn a_masked_finding_keeps_its_place_and_what_to_do() {
    let report = report("zqxw.json", &failing());
    let open = wire::report(&report);
    let masked = wire::report_with(&report, render::Options { masked: true });
    let (open, masked) = (&open.files[0], &masked.files[0]);
    assert_eq!(masked.name, "fichier-1.json");
    assert_eq!((masked.size, &masked.sha256), (open.size, &open.sha256));
    let find = |file: &wire::WireFile| {
        file.diagnostics
            .iter()
            .position(|found| found.code == "F008")
            .unwrap()
    };
    let (open, masked) = (
        &open.diagnostics[find(open)],
        &masked.diagnostics[find(masked)],
    );
    assert_eq!(
        (masked.line, masked.column, masked.offset),
        (open.line, open.column, open.offset)
    );
    assert_eq!(
        masked.pointer.as_deref(),
        Some("/lignesImport/1/commande/montantSegurHT")
    );
    assert_eq!(
        masked.message.replace('\u{a0}', " "),
        "Demande 2 : le montant (`montantSegurHT`) doit avoir deux décimales."
    );
    assert!(
        masked.help.ends_with("par exemple `1075.00`."),
        "{}",
        masked.help
    );
    let fix = masked.fix.as_ref().unwrap();
    assert_eq!(
        (fix.title.as_str(), fix.safety, fix.edits.len()),
        ("Écrire `•••`", "sure", 0)
    );
}

#[test]
fn words_of_the_documents_are_kept() {
    let text = edited(
        "MDV-LGC",
        "\"regimeTVA\": \"TTC\"",
        "\"regimeTVA\": \"ttc\", \"montantSegurHt\": 1",
    );
    let text = replaced(&text, "\"impId\": null", "\"impId\": \"null\"");
    let masked = written(&report(NAME, &text), Format::Json, true).replace('\u{a0}', " ");
    for kept in [
        "Écrivez `\\\"TTC\\\"`",
        "Écrire `\\\"TTC\\\"`",
        "écrivez `null`",
        "/impId",
    ] {
        assert!(masked.contains(kept), "{kept}\n{masked}");
    }
}

#[test]
fn files_are_told_apart_by_their_rank() {
    let text = failing();
    let report = dropped(&[
        ("a.json", Content::Bytes(text.clone().into_bytes())),
        ("b.JSON", Content::Bytes(text.into_bytes())),
        (
            "c.zip",
            Content::Bytes(zip([file("x.pdf", PDF), file("y", b"")]).bytes()),
        ),
    ]);
    let masked = wire::report_with(&report, render::Options { masked: true });
    let names: Vec<&str> = masked.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["fichier-1.json", "fichier-2.json", "fichier-3.zip"]);
    let twice = masked.files[1]
        .diagnostics
        .iter()
        .find(|found| found.code == "C007")
        .unwrap();
    assert_eq!(twice.related[0].file.as_deref(), Some("fichier-1.json"));
    assert!(
        twice.message.ends_with("dans le fichier `fichier-1.json`."),
        "{}",
        twice.message
    );
    let entries: Vec<&str> = masked.files[2]
        .diagnostics
        .iter()
        .filter_map(|found| found.entry.as_deref())
        .collect();
    assert!(
        entries.contains(&"piece-1.pdf") && entries.contains(&"piece-2"),
        "{entries:?}"
    );
}

#[test]
fn what_is_not_masked_is_as_before() {
    let report = report(NAME, &failing());
    assert_eq!(
        written(&report, Format::Json, false),
        wire::to_json(&report)
    );
}

#[test]
fn a_masked_report_has_the_form_of_a_report() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/report.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let schema = jsonschema::draft7::new(&schema).unwrap();
    for value in values() {
        let text = edited("MDV-LGC", "\"DURAND\"", &value);
        let masked = written(&report(NAME, &text), Format::Json, true);
        assert!(
            schema.is_valid(&serde_json::from_str(&masked).unwrap()),
            "{masked}"
        );
    }
}

// The tests themselves

#[test]
fn marks_are_no_words_of_the_product() {
    for rule in rules() {
        let words = format!("{} {} {}", rule.summary, rule.why, rule.doubt).to_lowercase();
        assert!(!MARKS.iter().any(|mark| words.contains(mark)));
    }
    for profile in profiles::ALL {
        assert!(
            !MARKS
                .iter()
                .any(|mark| profile.template.to_lowercase().contains(mark))
        );
    }
}

#[test]
fn marks_are_seen_when_nothing_is_masked() {
    for profile in profiles::ALL {
        let report = report("zqxw.json", &marked(profile.id));
        for format in FORMATS {
            let text = written(&report, format, false).to_lowercase();
            for mark in ["zqxw", "kjvq"] {
                assert!(text.contains(mark), "{} {format:?}", profile.id);
            }
        }
    }
}

#[test]
fn every_rule_about_a_value_is_seen() {
    let mut seen = Vec::new();
    for (before, _, after) in lines(&template("MS1-DUI")).chain(lines(&template("MDV-LGC"))) {
        for value in values() {
            let report = report("zqxw.json", &format!("{before}{value}{after}"));
            for file in &report.files {
                seen.extend(file.by_code.iter().map(|(code, _)| *code));
            }
        }
    }
    seen.sort_unstable();
    seen.dedup();
    let values = |code: &Code| code.as_str().starts_with('F');
    let unseen: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| values(code) && !seen.contains(code))
        .map(|code| code.as_str())
        .collect();
    assert_eq!(unseen, ["F016"], "nothing stands there");
}
