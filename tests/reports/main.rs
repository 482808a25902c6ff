//! The report in each of its formats, and without the values of the files.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod csv;
mod markdown;
mod masked;
mod sarif;

use predepot::catalog::Language;
use predepot::check::{Content, Day, Dropped, Options, Report, check};
use predepot::render::{self, Format, wire};
use predepot_tests::{NAME, TODAY, changed, replaced, several};

/// Names and values that mean something to what reads a report.
pub(crate) const HOSTILE: &[&str] = &[
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    " \"=1+1",
    "a;=1+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a`b``c",
    "](javascript:alert(1))[",
    "[x](http://example.org)",
    "http://example.org www.example.org a@example.org @someone #1",
    "| a | b |",
    "{0} {{1}} %s",
    "\u{202e}fdp.exe",
    "a\u{200b}b\u{feff}",
    "a\nb\r\nc",
    "\u{0}\u{1b}[31m",
    "__proto__",
];

/// Files dropped together on the day of the tests.
pub(crate) fn dropped(files: &[(&str, Content)]) -> Report {
    let files = files.iter().map(|(name, content)| Dropped {
        name: (*name).to_owned(),
        content: content.clone(),
    });
    check(
        files.collect(),
        &Options {
            today: Day::read(TODAY),
            ..Options::default()
        },
    )
}

/// One JSON.
pub(crate) fn report(name: &str, text: &str) -> Report {
    dropped(&[(name, Content::Bytes(text.as_bytes().to_vec()))])
}

pub(crate) fn written(report: &Report, format: Format, masked: bool) -> String {
    let form = wire::report_with(report, render::Options { masked });
    render::write(&form, format, Language::default())
}

/// Two demandes; the amount of the second lacks its decimals, on line 61.
pub(crate) fn failing() -> String {
    let text = several("MDV-LGC", 2);
    let at = text.rfind("1075.00").unwrap();
    format!("{}1075{}", &text[..at], &text[at + "1075.00".len()..])
}

/// A conforming file but for a hostile value in a text that is checked, in a number of the ASP, and in a key.
pub(crate) fn hostile(value: &str) -> String {
    let quoted = serde_json::to_string(value).unwrap();
    let text = changed(
        "MDV-LGC",
        &[
            ("\"DURAND\"", &quoted),
            ("\"numeroASP\": null", &format!("\"numeroASP\": {quoted}")),
            (
                "\"numeroEditeur\": \"00001\"",
                &format!("\"numeroEditeur\": {quoted}"),
            ),
        ],
    );
    replaced(
        &text,
        "{\n  \"impId\"",
        &format!("{{\n  {quoted}: {quoted},\n  \"impId\""),
    )
}

/// The name of a file that was dropped, hostile.
pub(crate) fn hostile_name(value: &str) -> String {
    format!("{value}{NAME}")
}
