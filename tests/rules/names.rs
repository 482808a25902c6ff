//! The name of the JSON (N001 to N004).

use predepot::check::{Content, Dropped, Options, check as check_files};
use predepot_tests::{alone, edited, findings, report_of, template};

/// The finding on a name, and the name that its fix gives.
fn check(name: &str, expected: Option<(&str, Option<&str>)>) {
    check_in(name, &template("MDV-LGC"), expected);
}

#[track_caller]
fn check_in(name: &str, text: &str, expected: Option<(&str, Option<&str>)>) {
    let report = report_of(&[(name, text.as_bytes())]);
    let document = &report.files[0];
    let found: Vec<(String, Option<String>)> = findings(document)
        .into_iter()
        .zip(&document.diagnostics)
        .filter(|(line, _)| line.starts_with('N'))
        .map(|(line, finding)| {
            (
                line,
                finding
                    .fix
                    .as_ref()
                    .and_then(|fix| Some(fix.rename.clone()?.1)),
            )
        })
        .collect();
    let expected: Vec<(String, Option<String>)> = expected
        .into_iter()
        .map(|(line, to)| (line.to_owned(), to.map(str::to_owned)))
        .collect();
    assert_eq!(found, expected, "{name}");
}

const TODAYS: &str = "JSON-1234567890-20231015-001.json";

#[test]
fn conforming() {
    check(TODAYS, None);
    check("JSON-1234567890-20231015-999.json", None);
}

#[test]
fn another_form() {
    for name in [
        "demandes.json",
        "json-1234567890-20231015-001.json",
        "JSON_1234567890_20231015_001.json",
        "JSON-1234567890-20231015.json",
        "JSON-1234567890-20231015-1.json",
        "JSON-1234567890-20231015-0001.json",
        "JSON-1234567890-20231015-000.json",
        "JSON-1234567890-2023-10-15-001.json",
        "JSON-1234567890-15102023-001.json.json",
        "JSON--20231015-001.json",
        " JSON-1234567890-20231015-001.json",
        "JSON-1234567890-20231015-001 .json",
        "Copie de JSON-1234567890-20231015-001.json",
        "JSON-1234567890-20231015-001.txt",
        "JSON-1234567890-20231015-001",
        "",
    ] {
        check(name, Some(("N001 E 1:1 ``", Some(TODAYS))));
    }
}

#[test]
fn a_browsers_copy_keeps_its_number() {
    check(
        "JSON-1234567890-20231015-002 (1).json",
        Some(("N001 E 1:1 ``", Some("JSON-1234567890-20231015-002.json"))),
    );
    check(
        "JSON-1234567890-20231015-002(12).json",
        Some(("N001 E 1:1 ``", Some("JSON-1234567890-20231015-002.json"))),
    );
}

#[test]
fn capitals_only() {
    check(
        "JSON-1234567890-20231015-001.JSON",
        Some(("N001 A 1:1 ``", Some(TODAYS))),
    );
    check(
        "JSON-1234567890-20231014-001.JSON",
        Some(("N001 A 1:1 ``", Some("JSON-1234567890-20231014-001.json"))),
    );
}

#[test]
fn capitals_are_said_without_another_finding_only() {
    check(
        "JSON-9999999999-20231015-001.JSON",
        Some(("N002 E 1:1 ``", Some(TODAYS))),
    );
    check(
        "JSON-1234567890-20231315-001.Json",
        Some(("N003 E 1:1 ``", Some(TODAYS))),
    );
}

#[test]
fn another_numero_ans() {
    check(
        "JSON-9999999999-20231015-001.json",
        Some(("N002 E 1:1 ``", Some(TODAYS))),
    );
    check(
        "JSON-123456789-20231014-007.json",
        Some(("N002 E 1:1 ``", Some("JSON-1234567890-20231014-007.json"))),
    );
    check(
        "JSON-9999999999-20231345-001.json",
        Some(("N002 E 1:1 ``", Some(TODAYS))),
    );
}

#[test]
fn the_numero_ans_of_a_broken_header_is_not_compared() {
    let short = edited(
        "MDV-LGC",
        "\"numeroAns\": \"1234567890\"",
        "\"numeroAns\": \"12345678\"",
    );
    check_in("JSON-12345678-20231015-001.json", &short, None);
    check_in("JSON-99-20231015-001.json", &short, None);
    let absent = edited("MDV-LGC", "  \"numeroAns\": \"1234567890\",\n", "");
    check_in(TODAYS, &absent, None);
}

#[test]
fn a_date_that_does_not_exist() {
    for date in ["20231345", "20230229", "20230431", "00000000"] {
        check(
            &format!("JSON-1234567890-{date}-001.json"),
            Some(("N003 E 1:1 ``", Some(TODAYS))),
        );
    }
    check(
        "JSON-1234567890-20240229-001.json",
        Some(("N004 I 1:1 ``", Some(TODAYS))),
    );
}

#[test]
fn another_day() {
    check(
        "JSON-1234567890-20231014-003.json",
        Some(("N004 I 1:1 ``", Some("JSON-1234567890-20231015-003.json"))),
    );
}

#[test]
fn nothing_is_said_of_the_day_without_a_today() {
    for (name, expected) in [
        ("JSON-1234567890-20200101-001.json", None),
        ("JSON-1234567890-20201301-001.json", Some("N003 E 1:1 ``")),
    ] {
        let file = Dropped {
            name: name.to_owned(),
            content: Content::Bytes(template("MDV-LGC").into_bytes()),
        };
        let report = alone(check_files(vec![file], &Options::default()));
        assert_eq!(
            findings(&report.files[0]),
            expected.into_iter().collect::<Vec<_>>(),
            "{name}"
        );
    }
}

#[test]
fn every_profile_has_the_same_name() {
    for profile in ["MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        check_in(
            "demandes.json",
            &template(profile),
            Some(("N001 E 1:1 ``", Some(TODAYS))),
        );
        check_in(TODAYS, &template(profile), None);
    }
}

#[test]
fn said_of_files_that_cannot_be_read_further() {
    check_in("demandes.json", "", Some(("N001 E 1:1 ``", None)));
    check_in("demandes.json", "[]", Some(("N001 E 1:1 ``", None)));
    check_in(
        "demandes.json",
        "{\"numeroAns\": \"1234567890\", \"lignesImport\": [{}]}",
        Some(("N001 E 1:1 ``", Some(TODAYS))),
    );
}

#[test]
fn names_belong_to_no_control() {
    let report = report_of(&[("demandes.json", template("MDV-LGC").as_bytes())]);
    assert!(
        report.files[0]
            .diagnostics
            .iter()
            .all(|finding| finding.control.is_none())
    );
    assert_eq!(report.verdict, predepot::check::Verdict::ACorriger);
}
