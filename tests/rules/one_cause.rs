//! One cause gives one finding: each key and each value of the conforming files broken in turn.

use predepot_tests::{findings, report, template};

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

/// A member of a text: where its key, quotes included, and its value are.
struct Member {
    key: std::ops::Range<usize>,
    value: std::ops::Range<usize>,
}

/// The members of the conforming file of a profile; it has no escapes and no colons in its texts.
fn members(text: &str) -> Vec<Member> {
    text.match_indices("\": ")
        .map(|(at, _)| {
            let start = text[..at].rfind('"').unwrap_or_default();
            let value = at + 3;
            Member {
                key: start..at + 1,
                value: value..value + length(&text[value..]),
            }
        })
        .collect()
}

/// The length of the value at the start of a text.
fn length(text: &str) -> usize {
    match text.as_bytes().first() {
        Some(b'"') => text[1..].find('"').map_or(0, |end| end + 2),
        Some(b'{' | b'[') => {
            let mut depth = 0_i32;
            let end = text.bytes().position(|b| {
                depth += i32::from(matches!(b, b'{' | b'[')) - i32::from(matches!(b, b'}' | b']'));
                depth == 0
            });
            end.map_or(0, |end| end + 1)
        }
        _ => text.find([',', '\n']).unwrap_or_default(),
    }
}

/// The codes found, reminders apart.
fn codes(text: &str) -> Vec<String> {
    findings(&report(text).files[0])
        .iter()
        .map(|line| line[..4].to_owned())
        .filter(|code| code != "C022")
        .collect()
}

#[test]
fn s002_each_key_misspelt() {
    for profile in PROFILES {
        let text = template(profile);
        for Member { key, .. } in members(&text) {
            let name = &text[key.start + 1..key.end - 1];
            let broken = format!("{}{name}X{}", &text[..=key.start], &text[key.end - 1..]);
            assert_eq!(codes(&broken), ["S002"], "{profile} {name}");
        }
    }
}

#[test]
fn j014_each_key_twice() {
    for profile in PROFILES {
        let text = template(profile);
        for Member { key, value } in members(&text) {
            let member = &text[key.start..value.end];
            let broken = format!("{}{member}, {}", &text[..key.start], &text[key.start..]);
            assert_eq!(codes(&broken), ["J014"], "{profile} {member}");
        }
    }
}

#[test]
fn s003_each_value_of_another_type() {
    for profile in PROFILES {
        let text = template(profile);
        for Member { key, value } in members(&text) {
            let leaf = !text[value.start..].starts_with(['{', '[']);
            let others: &[&str] = if leaf {
                &["[]", "{}", "[null]", "{\"a\": 1}"]
            } else {
                &["5", "\"x\"", "true", "\"\""]
            };
            for other in others {
                let broken = format!("{}{other}{}", &text[..value.start], &text[value.end..]);
                let found = codes(&broken);
                let name = &text[key.clone()];
                assert_eq!(found.len(), 1, "{profile} {name}: {other} {found:?}");
                let expected = ["S003", "F011", "F003", "C017", "C019"];
                assert!(
                    expected.contains(&found[0].as_str()),
                    "{profile} {name}: {other} {found:?}"
                );
            }
        }
    }
}
