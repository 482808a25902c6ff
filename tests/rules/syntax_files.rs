//! What is wrong with a whole file: its end, its encoding, its root (J001, J009 to J013, S006).

use predepot::check::Verdict;
use predepot_tests::{changed, check, edited, report, template};

use crate::syntax::{AMOUNT, mistaken};

#[test]
fn two_files_pasted() {
    check(
        format!("{}{}", template("MDV-LGC"), template("MDV-LGC")),
        &["J009 E 56:1 `{`"],
    );
    check(
        format!(
            "{},\n{}",
            template("MDV-LGC").trim_end(),
            template("MDV-LGC")
        ),
        &["J009 E 55:2 `,`"],
    );
}

/// The template up to `at`.
fn cut(at: &str) -> String {
    let text = template("MDV-LGC");
    text[..text.find(at).unwrap_or_default()].to_owned()
}

/// What the end would have held is not said to be missing.
#[test]
fn a_truncated_file() {
    check(cut("\"isPFIToDMP\""), &["J001 E 44:31 ``"]);
    check(cut("\"structure\""), &["J001 E 30:11 ``"]);
    check(cut("MDV-LGC-"), &["J004 E 35:25 `\"`"]);
    check(cut("URAND"), &["J004 E 25:27 `\"D`"]);
    check(cut("\n  ]\n}"), &["J001 E 53:6 ``"]);
    assert_eq!(report(cut("\"structure\"")).verdict, Verdict::RejetFichier);
}

#[test]
fn a_file_truncated_before_its_profile_is_known() {
    check(
        cut("\"beneficiaires\""),
        &["S007 A 1:1 ``", "J001 E 15:9 ``"],
    );
    check(cut("75.00"), &["S007 A 1:1 ``", "J001 E 14:29 ``"]);
    check(cut("numeroAns"), &["J004 E 3:3 `\"`"]);
}

#[test]
fn a_byte_order_mark() {
    check(
        format!(
            "\u{feff}{}",
            mistaken("\"typeAction\": \"C\",", "\"typeAction\": \"C\"")
        ),
        &[
            "J012 A 1:1 `\u{feff}`",
            "J003 E 8:24 ``",
            "F008 E 14:27 `1075`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
    assert_eq!(
        report(format!("\u{feff}{}", template("MDV-LGC"))).verdict,
        Verdict::AVerifier
    );
}

#[test]
fn a_byte_order_mark_counts_in_no_column() {
    let text = template("MDV-LGC")
        .replace("\n", "")
        .replace("1075.00", "1075");
    let at = text
        .find("1075,")
        .or(text.find("1075 "))
        .or(text.find("1075}"))
        .unwrap_or_default();
    let report = report(format!("\u{feff}{text}"));
    let document = &report.files[0];
    let finding = &document.diagnostics[1];
    assert_eq!(
        (
            finding.span.start as usize,
            document.lines().place(finding.span.start).column as usize
        ),
        (at + 3, at + 1)
    );
}

#[test]
fn latin_1() {
    let mut bytes = edited("MDV-LGC", "\"DURAND\"", "\"@\"").into_bytes();
    let at = bytes
        .iter()
        .position(|byte| *byte == b'@')
        .unwrap_or_default();
    bytes[at] = 0xC9;
    check(bytes, &["J011 E 25:28 `�`"]);
}

#[test]
fn latin_1_hides_nothing() {
    let text = mistaken("\"DURAND\"", "\"@\"");
    let mut bytes = text.into_bytes();
    let at = bytes
        .iter()
        .position(|byte| *byte == b'@')
        .unwrap_or_default();
    bytes[at] = 0xE9;
    check(
        bytes,
        &[
            "F008 E 14:27 `1075`",
            "F006 E 25:27 `\"�\"`",
            "J011 E 25:28 `�`",
            "F012 E 42:32 `\"X_1\"`",
        ],
    );
}

#[test]
fn utf_16() {
    for (mark, bytes) in [
        (&[0xFF, 0xFE][..], false),
        (&[0xFE, 0xFF][..], true),
        (&[][..], false),
        (&[][..], true),
    ] {
        let units = template("MDV-LGC")
            .encode_utf16()
            .flat_map(|unit| {
                if bytes {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect::<Vec<u8>>();
        let file = [mark, &units].concat();
        let report = report(&file);
        let codes: Vec<_> = report.files[0]
            .diagnostics
            .iter()
            .map(|finding| (finding.code.as_str(), finding.span.start))
            .collect();
        assert_eq!(codes, [("J011", 0)]);
        assert_eq!(report.verdict, Verdict::RejetFichier);
    }
}

#[test]
fn nothing_in_the_file() {
    check("", &["J010 E 1:1 ``"]);
    check(" \r\n\t \n", &["J010 E 1:1 ``"]);
    check("\u{feff}", &["J012 A 1:1 `\u{feff}`", "J010 E 1:1 ``"]);
    assert_eq!(report("").verdict, Verdict::RejetFichier);
}

#[test]
fn no_text_at_all() {
    check(b"\0\0\0\0", &["J011 E 1:1 `\0`"]);
    check([0x80, 0x00, 0x01, 0x13, 0x00], &["J011 E 1:1 `�`"]);
    let mut bytes = template("MDV-LGC").into_bytes();
    let at = bytes
        .windows(6)
        .position(|bytes| bytes == b"DURAND")
        .unwrap_or_default();
    bytes[at] = 0;
    assert_eq!(report(bytes).verdict, Verdict::RejetFichier);
}

#[test]
fn sixty_five_levels() {
    let deep = |levels: usize| {
        edited(
            "MDV-LGC",
            "\"impId\": null",
            &format!(
                "\"impId\": null, \"x\": {}{}",
                "[".repeat(levels),
                "]".repeat(levels)
            ),
        )
    };
    check(deep(63), &["S002 A 2:18 `\"x\"`"]);
    check(deep(64), &["S002 A 2:18 `\"x\"`", "J013 E 2:86 `[`"]);
}

#[test]
fn two_hundred_thousand_brackets() {
    for (text, expected) in [
        ("[".repeat(200_000), &["S006", "J013", "J001"][..]),
        ("{\"a\":".repeat(200_000), &["S002", "J013", "J001"]),
    ] {
        let report = report(text);
        let codes: Vec<_> = report.files[0]
            .diagnostics
            .iter()
            .map(|finding| finding.code.as_str())
            .collect();
        assert_eq!(codes, expected);
    }
}

#[test]
fn too_deep_an_object_hides_nothing_after_it() {
    let deep = format!(
        "\"impId\": null, \"x\": {}{}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let report = report(changed("MDV-LGC", &[("\"impId\": null", &deep), AMOUNT]));
    let codes: Vec<_> = report.files[0]
        .diagnostics
        .iter()
        .map(|finding| finding.code.as_str())
        .collect();
    assert_eq!(codes, ["S002", "J013", "F008"]);
}

#[test]
fn another_root() {
    check("[]", &["S006 E 1:1 `[]`"]);
    check("\"texte\"", &["S006 E 1:1 `\"texte\"`"]);
    check("12", &["S006 E 1:1 `12`"]);
    check("null", &["S006 E 1:1 `null`"]);
    check("bonjour", &["J008 E 1:1 `bonjour`", "S006 E 1:1 `bonjour`"]);
}

#[test]
fn lines_end_as_they_will() {
    for end in ["\n", "\r\n", "\r"] {
        let text = mistaken("\"typeAction\": \"C\",", "\"typeAction\": \"C\"").replace('\n', end);
        check(
            text,
            &[
                "J003 E 8:24 ``",
                "F008 E 14:27 `1075`",
                "F012 E 42:32 `\"X_1\"`",
            ],
        );
    }
}
