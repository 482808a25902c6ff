//! The report as Markdown: what it says, and that a value of a file makes no markup of it.

use predepot::check::Content;
use predepot::render::Format;
use predepot_tests::NAME;
use predepot_tests::zip::{file, zip};

use super::{HOSTILE, dropped, failing, hostile, hostile_name, report, written};

#[test]
fn a_file_has_its_findings() {
    let report = report(NAME, &failing());
    let text = written(&report, Format::Markdown, false).replace('\u{a0}', "~");
    let sha256 = predepot::render::wire::report(&report).files[0]
        .sha256
        .clone()
        .unwrap();
    let size = report.files[0].size;
    let [_, amount] = &report.files[0].diagnostics[..] else {
        unreachable!("two findings")
    };
    let line = report.files[0].lines().place(amount.span.start).line;
    let expected = format!(
        "## À corriger avant dépôt~: le portail rejetterait des demandes\n\n\
         1~erreur, 0~avertissement, 1~information, predepot {}\n\n\
         ### `{NAME}`\n\n\
         MDV-LGC, règles du 04/11/2022, demandes rejetées, {size}~octets, SHA-256 `{sha256}`\n\n\
         - **Z024** information, ligne 1, colonne 1~: ",
        env!("CARGO_PKG_VERSION")
    );
    assert!(text.starts_with(&expected), "{text}");
    let last = format!(
        "- **F008** erreur, ligne {line}, colonne 27~: Demande 2 (n° éditeur 00002)~: le montant (`montantSegurHT`) doit \
         avoir deux décimales. Trouvé~: `1075`.\n  - Écrivez `1075.00`.\n"
    );
    assert!(text.ends_with(&last), "{text}");
}

#[test]
fn an_entry_of_a_zip_is_named() {
    let pieces = zip([file("a_b.pdf", b"")]).bytes();
    let report = dropped(&[("pieces.zip", Content::Bytes(pieces))]);
    let text = written(&report, Format::Markdown, false);
    assert!(
        text.contains("- **Z008** erreur, `a_b.pdf`\u{a0}: "),
        "{text}"
    );
}

/// What is outside of backticks, by CommonMark: a run of them closes at the next run of the same length.
fn outside(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        out.push_str(&rest[..at]);
        let run = rest[at..].bytes().take_while(|&byte| byte == b'`').count();
        let fence = "`".repeat(run);
        let after = &rest[at + run..];
        let mut from = 0;
        let end = loop {
            let Some(found) = after[from..].find(&fence) else {
                unreachable!("not closed: {text}")
            };
            let start = from + found;
            let length = after[start..]
                .bytes()
                .take_while(|&byte| byte == b'`')
                .count();
            if length == run {
                break start;
            }
            from = start + length;
        };
        out.push_str("code");
        rest = &after[end + run..];
    }
    out + rest
}

#[test]
fn a_value_makes_no_markup() {
    for value in HOSTILE {
        let text = written(
            &report(&hostile_name(value), &hostile(value)),
            Format::Markdown,
            false,
        );
        let outside = outside(&text);
        for line in outside.lines() {
            let own = ["## ", "### ", "- **", "  - "]
                .iter()
                .find(|own| line.starts_with(**own));
            assert!(
                own.is_some() || line.is_empty() || line.starts_with(|c: char| c.is_alphanumeric()),
                "{value:?} gives a line of its own: {line}"
            );
            let said = line
                .trim_start_matches(['#', '-', ' ', '*'])
                .replacen("**", "", 1);
            assert!(
                !said.contains([
                    '<', '>', '[', ']', '*', '_', '|', '\\', '@', '#', '~', '&', '{', '$'
                ]),
                "{value:?} gives {line}"
            );
            assert!(
                !said.contains("://") && !said.contains("www."),
                "{value:?} gives {line}"
            );
        }
        assert!(
            !text.contains(|c: char| c.is_control() && c != '\n'),
            "{value:?}"
        );
        assert!(
            !text.contains(['\u{202e}', '\u{200b}', '\u{feff}']),
            "{value:?}"
        );
    }
}
