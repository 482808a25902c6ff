//! The reader against serde_json, for any bytes: both accept or both refuse; and what holds for any bytes.

#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub)]

mod json_support;
#[path = "json_support/oracle.rs"]
mod oracle;

use oracle::check;
use predepot::json::parse;
use proptest::prelude::*;

/// Texts made of what a JSON is made of.
fn fragments() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "1", "0", "-", ".", "e", "1075,00",
        "13 750", "true", "false", "null", "None", "\\", "\\u", "d83d", "\\ude00", "/", "*", "//",
        "/*", "#", "'", "«", "»", "“", "\n", "\r", " ", "\t", "\u{A0}", "\u{FEFF}", "€", "é", "+",
        "=", ";", "a", "\u{1}", "\0",
    ]);
    prop::collection::vec(fragment, 0..40).prop_map(|fragments| fragments.concat().into_bytes())
}

/// A JSON, and the places where a few bytes of it are replaced, removed or added.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let leaf = prop_oneof![
        Just("null".to_string()),
        Just("true".to_string()),
        "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?([eE][+-]?[0-9]{1,3})?",
        "\"[a-zA-Zé€ ]{0,6}(\\\\n|\\\\u00e9)?\"",
    ];
    let value = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|elements| format!("[{}]", elements.join(", "))),
            prop::collection::vec(("[a-z]{1,4}", inner), 0..4).prop_map(|members| {
                let members: Vec<_> = members
                    .iter()
                    .map(|(key, value)| format!("  \"{key}\": {value}"))
                    .collect();
                format!("{{\n{}\n}}", members.join(",\n"))
            }),
        ]
    });
    let change = (
        any::<prop::sample::Index>(),
        0..3usize,
        prop::sample::select(b"{}[],:\"'\\/*#0.-e \n\tn\xE9\xC3\xA9\x01".to_vec()),
    );
    (value, prop::collection::vec(change, 0..3)).prop_map(|(value, changes)| {
        let mut bytes = value.into_bytes();
        for (place, how, byte) in changes {
            let at = place.index(bytes.len() + 1);
            match how {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => drop(bytes.remove(at)),
                _ if at < bytes.len() => bytes[at] = byte,
                _ => {}
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        check(&bytes);
    }

    #[test]
    fn any_fragments(bytes in fragments()) {
        check(&bytes);
    }

    #[test]
    fn any_mutated_json(bytes in mutated()) {
        check(&bytes);
    }

    #[test]
    fn texts_are_those_of_serde(text in any::<String>(), escaped: bool) {
        let mut json = serde_json::to_string(&text).unwrap();
        if escaped {
            json = json.chars().map(|c| if c.is_ascii() { c.into() } else { c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>() }).collect();
        }
        let parsed = parse(json.as_bytes());
        let root = parsed.tree.root().unwrap();
        prop_assert_eq!(parsed.tree.text(json.as_bytes(), root), text.as_str());
        prop_assert!(parsed.tree.text_is(json.as_bytes(), root, &text));
        let longer = text + "x";
        prop_assert!(!parsed.tree.text_is(json.as_bytes(), root, &longer));
    }
}
