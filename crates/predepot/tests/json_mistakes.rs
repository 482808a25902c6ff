//! What people do to a JSON by hand: each mistake gives one diagnostic, at its place, and leaves the rest of the tree intact.

#![allow(clippy::panic)]

mod json_support;

use json_support::{assert_fixes_hold, assert_well_formed, places, written};
use predepot::diag::{Detail, Diagnostic, Safety, apply};
use predepot::json::parse;

/// The diagnostics ("J003 2:8") and the tree that `text` gives; its fixes hold.
#[track_caller]
fn check(text: impl AsRef<[u8]>, diagnostics: &[&str], tree: &str) -> Vec<Diagnostic> {
    let bytes = text.as_ref();
    let parsed = parse(bytes);
    assert_eq!(
        places(bytes, &parsed),
        diagnostics,
        "{:#?}",
        parsed.diagnostics
    );
    assert_eq!(written(&parsed.tree, bytes), tree);
    assert_well_formed(bytes, &parsed);
    assert_fixes_hold(bytes, &parsed);
    parsed.diagnostics
}

/// The same for one diagnostic; its fix gives `fixed`.
#[track_caller]
fn check_fix(text: impl AsRef<[u8]>, diagnostic: &str, tree: &str, fixed: &str) -> Detail {
    let bytes = text.as_ref();
    let found = check(bytes, &[diagnostic], tree);
    let fix = found[0].fix.as_ref().unwrap_or_else(|| panic!("no fix"));
    assert_eq!(String::from_utf8_lossy(&apply(bytes, &fix.edits)), fixed);
    found[0].detail.clone()
}

/// The same without a fix.
#[track_caller]
fn check_no_fix(text: impl AsRef<[u8]>, diagnostic: &str, tree: &str) -> Detail {
    let found = check(text, &[diagnostic], tree);
    assert_eq!(found[0].fix, None);
    found[0].detail.clone()
}

fn text(text: &str) -> Detail {
    Detail::Text(text.into())
}

// Nothing wrong.

#[test]
fn a_json_without_mistake() {
    check(
        "\t{ \"a\" : [1, -2.50e+3 ,true,false,null,\"\\u00e9\\ud83d\\ude00\\n\",{}, [ ] ], \"a\":{}}\r\n",
        &[],
        r#"{"a":[1,-2.50e+3,true,false,null,"é😀\n",{},[]],"a":{}}"#,
    );
}

#[test]
fn a_lone_value() {
    check("\"x\"", &[], "\"x\"");
    check(" 0 ", &[], "0");
}

// Commas.

#[test]
fn missing_comma_between_members() {
    check_fix(
        "{\n  \"a\": \"x\"\n  \"b\": 2\n}",
        "J003 2:11",
        r#"{"a":"x","b":2}"#,
        "{\n  \"a\": \"x\",\n  \"b\": 2\n}",
    );
}

#[test]
fn missing_comma_before_a_comment_free_line_after_a_number() {
    check_fix(
        "{\"a\": 1075.00\n \"b\": 2}",
        "J003 1:14",
        r#"{"a":1075.00,"b":2}"#,
        "{\"a\": 1075.00,\n \"b\": 2}",
    );
}

#[test]
fn missing_comma_between_objects_of_an_array() {
    check_fix(
        "[\n{\"a\": 1}\n{\"a\": 2}]",
        "J003 2:9",
        r#"[{"a":1},{"a":2}]"#,
        "[\n{\"a\": 1},\n{\"a\": 2}]",
    );
}

#[test]
fn missing_comma_between_numbers() {
    check_fix("[100 200]", "J003 1:5", "[100,200]", "[100, 200]");
}

#[test]
fn missing_comma_hides_nothing_after_it() {
    check(
        "{\"a\": 1\n\"b\": 1075,00,\n\"c\": [1,],\n\"d\": True}",
        &["J003 1:8", "J007 2:6", "J002 3:8", "J008 4:6"],
        r#"{"a":1,"b":1075.00,"c":[1],"d":true}"#,
    );
}

#[test]
fn trailing_comma_in_an_object() {
    check_fix("{\"a\": 1,\n}", "J002 1:8", r#"{"a":1}"#, "{\"a\": 1\n}");
}

#[test]
fn trailing_comma_in_an_array() {
    check_fix("[1, 2, ]", "J002 1:6", "[1,2]", "[1, 2 ]");
}

#[test]
fn doubled_and_leading_commas() {
    check_fix("[1,,2]", "J002 1:4", "[1,2]", "[1,2]");
    check_fix(
        "{\"a\":1,,\"b\":2}",
        "J002 1:8",
        r#"{"a":1,"b":2}"#,
        "{\"a\":1,\"b\":2}",
    );
    check_fix("[,1]", "J002 1:2", "[1]", "[1]");
    check_fix("{,\"a\":1}", "J002 1:2", r#"{"a":1}"#, "{\"a\":1}");
}

#[test]
fn semicolon_for_a_comma() {
    check_fix(
        "{\"a\": 1; \"b\": 2}",
        "J003 1:8",
        r#"{"a":1,"b":2}"#,
        "{\"a\": 1, \"b\": 2}",
    );
    check_fix("[true;false]", "J003 1:6", "[true,false]", "[true,false]");
}

// Colons, keys and values.

#[test]
fn equals_for_a_colon() {
    check_fix("{\"a\" = 1}", "J001 1:6", r#"{"a":1}"#, "{\"a\" : 1}");
    check_fix(
        "{\"a\" => \"x\"}",
        "J001 1:6",
        r#"{"a":"x"}"#,
        "{\"a\" : \"x\"}",
    );
}

#[test]
fn missing_colon() {
    check_fix(
        "{\"a\" 1, \"b\": 2}",
        "J001 1:5",
        r#"{"a":1,"b":2}"#,
        "{\"a\": 1, \"b\": 2}",
    );
    check_fix(
        "{\"a\" \"x\"}",
        "J001 1:5",
        r#"{"a":"x"}"#,
        "{\"a\": \"x\"}",
    );
    check_fix("{\"a\" {}}", "J001 1:5", r#"{"a":{}}"#, "{\"a\": {}}");
}

#[test]
fn doubled_colon() {
    check_fix("{\"a\":: 1}", "J001 1:6", r#"{"a":1}"#, "{\"a\": 1}");
}

#[test]
fn missing_value() {
    check_no_fix("{\"a\": , \"b\": 2}", "J001 1:6", r#"{"a":?,"b":2}"#);
    check_no_fix("{\"a\":\n}", "J001 1:6", r#"{"a":?}"#);
    check_no_fix("{\"a\", \"b\": 2}", "J001 1:5", r#"{"a":?,"b":2}"#);
    check_no_fix("{\"a\" \"b\": 2}", "J001 1:5", r#"{"a":?,"b":2}"#);
}

#[test]
fn missing_key() {
    check_no_fix("{\"a\": 1, : 2}", "J001 1:10", r#"{"a":1,"":2}"#);
}

#[test]
fn key_without_quotes() {
    check_fix(
        "{numLigne: 1}",
        "J001 1:2",
        r#"{"numLigne":1}"#,
        "{\"numLigne\": 1}",
    );
}

#[test]
fn key_without_its_opening_quote() {
    check_fix(
        "{\n  numLigne\": 1, \"b\": 2}",
        "J001 2:3",
        r#"{"numLigne":1,"b":2}"#,
        "{\n  \"numLigne\": 1, \"b\": 2}",
    );
}

#[test]
fn value_without_its_opening_quote() {
    check_fix(
        "{\"a\": DUPONT JEAN\",\n\"b\": 2}",
        "J001 1:7",
        r#"{"a":"DUPONT JEAN","b":2}"#,
        "{\"a\": \"DUPONT JEAN\",\n\"b\": 2}",
    );
}

#[test]
fn number_like_value_without_its_opening_quote() {
    check_fix(
        "{\"a\": 00001\",\n\"b\": 2}",
        "J001 1:7",
        r#"{"a":"00001","b":2}"#,
        "{\"a\": \"00001\",\n\"b\": 2}",
    );
    check_fix(
        "[+33 6 12\"]",
        "J001 1:2",
        r#"["+33 6 12"]"#,
        "[\"+33 6 12\"]",
    );
}

#[test]
fn a_stray_character() {
    check_fix(
        "{\"a\": 1 * , \"b\": 2}",
        "J001 1:9",
        r#"{"a":1,"b":2}"#,
        "{\"a\": 1  , \"b\": 2}",
    );
    check_fix("{* \"a\": 1}", "J001 1:2", r#"{"a":1}"#, "{ \"a\": 1}");
    check_fix("[1, \\ 2]", "J001 1:5", "[1,2]", "[1,  2]");
    check_fix("{\"a\": 1, foo}", "J001 1:10", r#"{"a":1}"#, "{\"a\": 1}");
}

#[test]
fn a_no_break_space_between_values() {
    check_fix("{\"a\":\u{A0}1}", "J001 1:6", r#"{"a":1}"#, "{\"a\": 1}");
}

// Braces and brackets.

#[test]
fn missing_closing_brace_in_an_array_of_objects() {
    check_fix(
        "[\n{\"a\": 1,\n{\"a\": 2}\n]",
        "J001 2:8",
        r#"[{"a":1},{"a":2}]"#,
        "[\n{\"a\": 1},\n{\"a\": 2}\n]",
    );
    check_fix(
        "[\n{\"a\": 1\n{\"a\": 2}\n]",
        "J001 2:8",
        r#"[{"a":1},{"a":2}]"#,
        "[\n{\"a\": 1},\n{\"a\": 2}\n]",
    );
}

#[test]
fn missing_closing_brace_of_the_last_object() {
    check_fix(
        "{\"l\": [\n{\"a\": 1\n]}",
        "J001 2:8",
        r#"{"l":[{"a":1}]}"#,
        "{\"l\": [\n{\"a\": 1}\n]}",
    );
    check_fix(
        "[{\"a\": {\"b\": 1 ]",
        "J001 1:15",
        r#"[{"a":{"b":1}}]"#,
        "[{\"a\": {\"b\": 1}} ]",
    );
}

#[test]
fn missing_opening_brace_of_a_member() {
    check_fix(
        "{\"c\":\n\"a\": 1, \"b\": 2 }, \"d\": 3}",
        "J001 2:1",
        r#"{"c":{"a":1,"b":2},"d":3}"#,
        "{\"c\":\n{\"a\": 1, \"b\": 2 }, \"d\": 3}",
    );
}

#[test]
fn missing_opening_brace_of_an_empty_object() {
    check_fix(
        "{\n\"c\": },\n\"d\": 3}",
        "J001 2:6",
        r#"{"c":{},"d":3}"#,
        "{\n\"c\": {},\n\"d\": 3}",
    );
}

#[test]
fn last_value_of_a_block_without_its_closing_quote_on_a_long_line() {
    check_fix(
        "{\"l\":[{\"a\":\"x}],\"b\":2}",
        "J004 1:12",
        r#"{"l":[{"a":"x"}],"b":2}"#,
        "{\"l\":[{\"a\":\"x\"}],\"b\":2}",
    );
}

#[test]
fn missing_opening_bracket() {
    check_fix(
        "{\"l\": {\"a\": [1]}, {\"a\": {}} ], \"b\": 2}",
        "J001 1:7",
        r#"{"l":[{"a":[1]},{"a":{}}],"b":2}"#,
        "{\"l\": [{\"a\": [1]}, {\"a\": {}} ], \"b\": 2}",
    );
    check_fix(
        "[{\"x\": 0, \"l\": {\"a\": 1} ], \"b\": 2}]",
        "J001 1:16",
        r#"[{"x":0,"l":[{"a":1}],"b":2}]"#,
        "[{\"x\": 0, \"l\": [{\"a\": 1} ], \"b\": 2}]",
    );
}

#[test]
fn missing_closing_bracket() {
    check_fix(
        "{\"l\": [\"x\", \"y\", \"b\": 2}",
        "J001 1:16",
        r#"{"l":["x","y"],"b":2}"#,
        "{\"l\": [\"x\", \"y\"], \"b\": 2}",
    );
    check_fix(
        "{\"l\": [1, 2}",
        "J001 1:12",
        r#"{"l":[1,2]}"#,
        "{\"l\": [1, 2]}",
    );
}

#[test]
fn missing_closing_bracket_and_comma_after_objects() {
    check_fix(
        "{\"l\": [\n{\"a\": 1}\n\"b\": 2}",
        "J001 2:9",
        r#"{"l":[{"a":1}],"b":2}"#,
        "{\"l\": [\n{\"a\": 1}],\n\"b\": 2}",
    );
    check_fix(
        "{\"l\": [\n{\"a\": 1},\n\"b\": 2}",
        "J001 2:9",
        r#"{"l":[{"a":1}],"b":2}"#,
        "{\"l\": [\n{\"a\": 1}],\n\"b\": 2}",
    );
}

#[test]
fn missing_closing_brace_and_comma_seen_by_the_indentation() {
    check_fix(
        "{\n  \"c\": {\n    \"a\": 1\n  \"b\": 2\n}",
        "J001 3:11",
        r#"{"c":{"a":1},"b":2}"#,
        "{\n  \"c\": {\n    \"a\": 1},\n  \"b\": 2\n}",
    );
}

#[test]
fn missing_opening_brace_in_an_array() {
    check_fix(
        "[\n\"a\": 1, \"b\": 2 },\n{\"a\": 3}]",
        "J001 2:1",
        r#"[{"a":1,"b":2},{"a":3}]"#,
        "[\n{\"a\": 1, \"b\": 2 },\n{\"a\": 3}]",
    );
    check_fix(
        "[{\"a\": 3},\n\"a\": 1}]",
        "J001 2:1",
        r#"[{"a":3},{"a":1}]"#,
        "[{\"a\": 3},\n{\"a\": 1}]",
    );
}

#[test]
fn a_closing_brace_too_many() {
    check_fix(
        "{\"l\": [{\"a\": 1}}, {\"a\": 2}]}",
        "J001 1:16",
        r#"{"l":[{"a":1},{"a":2}]}"#,
        "{\"l\": [{\"a\": 1}, {\"a\": 2}]}",
    );
    check_fix(
        "{\"a\": {\"b\": 1}}, \"c\": 2}",
        "J001 1:15",
        r#"{"a":{"b":1},"c":2}"#,
        "{\"a\": {\"b\": 1}, \"c\": 2}",
    );
    check_fix("{\"a\": 1}}", "J009 1:9", r#"{"a":1}"#, "{\"a\": 1}");
}

#[test]
fn nothing_closes_the_end() {
    check_fix(
        "{\"a\": [1, 2\n",
        "J001 1:12",
        r#"{"a":[1,2]}"#,
        "{\"a\": [1, 2]}\n",
    );
    check_fix("{\n", "J001 1:2", "{}", "{}\n");
}

#[test]
fn a_truncated_file() {
    check_no_fix("{\"l\": [{\"a\": \"DUP", "J004 1:14", r#"{"l":[{"a":?}]}"#);
    check_no_fix("{\"l\": [{\"a\": [1", "J001 1:16", r#"{"l":[{"a":[1]}]}"#);
    check_no_fix("{\"l\": [{\"a\": ", "J001 1:13", r#"{"l":[{"a":?}]}"#);
    check_no_fix("{\"l\": [{\"a\"", "J001 1:12", r#"{"l":[{"a":?}]}"#);
    check_no_fix("{\"l\": [{\"a", "J004 1:9", r#"{"l":[{"a":?}]}"#);
    check_no_fix("{\"l\": [{\"a\": 1, ", "J001 1:16", r#"{"l":[{"a":1}]}"#);
}

// Strings.

#[test]
fn value_without_its_closing_quote() {
    check_fix(
        "{\n\"a\": \"DUPONT,\n\"b\": 2}",
        "J004 2:6",
        r#"{"a":"DUPONT","b":2}"#,
        "{\n\"a\": \"DUPONT\",\n\"b\": 2}",
    );
    check_fix(
        "{\"a\": \"DUPONT\r\n}",
        "J004 1:7",
        r#"{"a":"DUPONT"}"#,
        "{\"a\": \"DUPONT\"\r\n}",
    );
    check_fix(
        "{\"a\": {\"b\": \"x}}",
        "J004 1:13",
        r#"{"a":{"b":"x"}}"#,
        "{\"a\": {\"b\": \"x\"}}",
    );
    check_fix(
        "[\"x, \n\"y\"]",
        "J004 1:2",
        r#"["x","y"]"#,
        "[\"x\", \n\"y\"]",
    );
}

#[test]
fn value_without_its_closing_quote_on_a_long_line() {
    check_fix(
        "{\"a\": \"x, \"b\": \"y\", \"c\": 3}",
        "J004 1:7",
        r#"{"a":"x","b":"y","c":3}"#,
        "{\"a\": \"x\", \"b\": \"y\", \"c\": 3}",
    );
}

#[test]
fn key_without_its_closing_quote() {
    check_fix(
        "{\n\"nom: \"DUPONT\",\n\"b\": 2}",
        "J004 2:1",
        r#"{"nom":"DUPONT","b":2}"#,
        "{\n\"nom\": \"DUPONT\",\n\"b\": 2}",
    );
    check_fix(
        "{\"a: true,\n\"b\": 2}",
        "J004 1:2",
        r#"{"a":true,"b":2}"#,
        "{\"a\": true,\n\"b\": 2}",
    );
    check_fix(
        "{\"a: {\n\"b\": 2}}",
        "J004 1:2",
        r#"{"a":{"b":2}}"#,
        "{\"a\": {\n\"b\": 2}}",
    );
}

#[test]
fn quotes_inside_a_text() {
    check_fix(
        "{\"a\": \"Clinique \"Les Roses\"\", \"b\": 2}",
        "J001 1:17",
        r#"{"a":"Clinique \"Les Roses\"","b":2}"#,
        "{\"a\": \"Clinique \\\"Les Roses\\\"\", \"b\": 2}",
    );
}

#[test]
fn a_raw_tab() {
    assert_eq!(
        check_fix("[\"a\tb\"]", "J005 1:4", r#"["a b"]"#, "[\"a b\"]"),
        text("tabulation")
    );
    check_fix("[\"12\t34\"]", "J005 1:5", r#"["1234"]"#, "[\"1234\"]");
    check_fix("[\"AB\t\t\"]", "J005 1:5", r#"["AB"]"#, "[\"AB\"]");
}

#[test]
fn another_control_character() {
    assert_eq!(
        check_fix("[\"a\u{1}b\"]", "J005 1:4", r#"["ab"]"#, "[\"ab\"]"),
        text("U+0001")
    );
}

#[test]
fn a_text_on_two_lines() {
    assert_eq!(
        check_fix(
            "{\"a\": \"12 rue\ndu Lac\",\n\"b\": 2}",
            "J005 1:14",
            r#"{"a":"12 rue du Lac","b":2}"#,
            "{\"a\": \"12 rue du Lac\",\n\"b\": 2}"
        ),
        text("saut de ligne")
    );
    check_fix("[\"a\r\nb\"]", "J005 1:4", r#"["a b"]"#, "[\"a b\"]");
    check_fix("[\"a \r\nb\"]", "J005 1:5", r#"["a b"]"#, "[\"a b\"]");
}

#[test]
fn a_backslash_at_the_end_of_a_line_of_text() {
    check_fix("[\"a\\\nb\"]", "J005 1:5", r#"["ab"]"#, "[\"ab\"]");
}

#[test]
fn an_unknown_escape() {
    check_fix(
        "[\"C:\\dir\"]",
        "J006 1:5",
        r#"["C:\\dir"]"#,
        "[\"C:\\\\dir\"]",
    );
    check_fix("[\"\\u12\"]", "J006 1:3", r#"["\\u12"]"#, "[\"\\\\u12\"]");
}

#[test]
fn half_a_character() {
    check_fix(
        "[\"\\ud83dx\"]",
        "J006 1:3",
        r#"["\\ud83dx"]"#,
        "[\"\\\\ud83dx\"]",
    );
    check_fix(
        "[\"\\ude00\"]",
        "J006 1:3",
        r#"["\\ude00"]"#,
        "[\"\\\\ude00\"]",
    );
}

#[test]
fn quotes_that_are_not_json() {
    assert_eq!(
        check_fix("{'a': 1}", "J015 1:2", r#"{"a":1}"#, "{\"a\": 1}"),
        text("'")
    );
    assert_eq!(
        check_fix(
            "{\"a\": 'L'AVENIR', \"b\": 2}",
            "J015 1:7",
            r#"{"a":"L'AVENIR","b":2}"#,
            "{\"a\": \"L'AVENIR\", \"b\": 2}"
        ),
        text("'")
    );
    assert_eq!(
        check_fix("[“é”]", "J015 1:2", r#"["é"]"#, "[\"é\"]"),
        text("“")
    );
    assert_eq!(
        check_fix("[«\u{A0}é\u{A0}»]", "J015 1:2", r#"["é"]"#, "[\"é\"]"),
        text("«")
    );
    check_fix(
        "['say \"x\"']",
        "J015 1:2",
        r#"["say \"x\""]"#,
        r#"["say \"x\""]"#,
    );
}

// Numbers.

#[test]
fn french_decimals() {
    assert_eq!(
        check_fix(
            "{\"a\": 1075,00,\n\"b\": 2}",
            "J007 1:7",
            r#"{"a":1075.00,"b":2}"#,
            "{\"a\": 1075.00,\n\"b\": 2}"
        ),
        text("1075.00")
    );
    check_fix("{\"a\": 0,5}", "J007 1:7", r#"{"a":0.5}"#, "{\"a\": 0.5}");
    check_fix("[1,00]", "J007 1:2", "[1.00]", "[1.00]");
    check("[1,10]", &[], "[1,10]");
}

#[test]
fn french_thousands() {
    for number in [
        "13 750.00",
        "13 750,00",
        "13\u{A0}750,00",
        "13\u{202F}750,00",
        "13.750,00",
        "13,750.00",
        "13 750,00 €",
        "13 750,00\u{A0}€",
        "13750.00€",
        "13 750.00 EUR",
    ] {
        let file = format!("{{\"a\": {number}\n}}");
        assert_eq!(
            check_fix(
                &file,
                "J007 1:7",
                r#"{"a":13750.00}"#,
                "{\"a\": 13750.00\n}"
            ),
            text("13750.00"),
            "{number}"
        );
    }
    check_fix(
        "{\"a\": 13 750}",
        "J007 1:7",
        r#"{"a":13750}"#,
        "{\"a\": 13750}",
    );
}

#[test]
fn an_amount_that_reads_two_ways() {
    assert_eq!(
        check_no_fix("{\"a\": 1,075}", "J007 1:7", r#"{"a":?}"#),
        Detail::None
    );
}

#[test]
fn identifiers_written_as_numbers() {
    assert_eq!(
        check_fix(
            "{\"a\": 00001}",
            "J007 1:7",
            r#"{"a":"00001"}"#,
            "{\"a\": \"00001\"}"
        ),
        text("\"00001\"")
    );
    check_fix(
        "{\"a\": +33612345678}",
        "J007 1:7",
        r#"{"a":"+33612345678"}"#,
        "{\"a\": \"+33612345678\"}",
    );
    check_fix(
        "{\"a\": 12/05/2023,\n\"b\":1}",
        "J007 1:7",
        r#"{"a":"12/05/2023","b":1}"#,
        "{\"a\": \"12/05/2023\",\n\"b\":1}",
    );
}

#[test]
fn numbers_of_other_languages() {
    check_fix("[+1]", "J007 1:2", "[1]", "[1]");
    check_fix("[.5]", "J007 1:2", "[0.5]", "[0.5]");
    check_fix("[1.]", "J007 1:2", "[1]", "[1]");
    check_fix("[-01]", "J007 1:2", "[-1]", "[-1]");
    check_no_fix("[-]", "J007 1:2", "[?]");
}

// Words.

#[test]
fn literals_of_other_languages() {
    assert_eq!(
        check_fix("[True]", "J008 1:2", "[true]", "[true]"),
        Detail::Word("true")
    );
    assert_eq!(
        check_fix("[FALSE]", "J008 1:2", "[false]", "[false]"),
        Detail::Word("false")
    );
    assert_eq!(
        check_fix("[None]", "J008 1:2", "[null]", "[null]"),
        Detail::Word("null")
    );
    assert_eq!(
        check_fix("[NaN]", "J008 1:2", "[null]", "[null]"),
        Detail::Word("null")
    );
    assert_eq!(
        check_fix("[undefined]", "J008 1:2", "[null]", "[null]"),
        Detail::Word("null")
    );
}

#[test]
fn a_text_without_quotes() {
    assert_eq!(
        check_fix(
            "{\"a\": TTC,\n\"b\": 2}",
            "J008 1:7",
            r#"{"a":"TTC","b":2}"#,
            "{\"a\": \"TTC\",\n\"b\": 2}"
        ),
        Detail::None
    );
    check_fix(
        "{\"a\": truc}",
        "J008 1:7",
        r#"{"a":"truc"}"#,
        "{\"a\": \"truc\"}",
    );
}

// Comments.

#[test]
fn comments() {
    check_fix(
        "{ // x\n\"a\": 1}",
        "J016 1:3",
        r#"{"a":1}"#,
        "{ \n\"a\": 1}",
    );
    check_fix(
        "{\"a\": 1 # x\n}",
        "J016 1:9",
        r#"{"a":1}"#,
        "{\"a\": 1 \n}",
    );
    check_fix("[1,/*,*/2]", "J016 1:4", "[1,2]", "[1,2]");
    check("[1 /* x */ 2]", &["J003 1:3", "J016 1:4"], "[1,2]");
}

// Any of them.

/// Two demandes, as software writes them.
const DEMANDES: &str = r#"{
  "impId": null,
  "numeroAns": "1234567890",
  "lignesImport": [
    {
      "numLigne": 1,
      "commande": {
        "regimeTVA": "TTC",
        "montantSegurHT": 1075.00
      },
      "beneficiaires": {
        "isMandataire": false,
        "liberal": [
          {
            "nomMedecin": "DUPONT",
            "telephoneMedecin": "+33 6 12 34 56 78"
          }
        ],
        "structure": {}
      },
      "codeTraitement": null
    },
    {
      "numLigne": 2,
      "commande": {
        "regimeTVA": "HT",
        "montantSegurHT": 1075.00
      },
      "FINESSGeos": [
        "123456789",
        "234567891"
      ],
      "codeTraitement": null
    }
  ]
}
"#;

#[test]
fn one_character_of_punctuation_lost_is_one_diagnostic() {
    for (at, lost) in DEMANDES
        .char_indices()
        .filter(|(_, found)| "{}[],:\"".contains(*found))
    {
        let mut file = DEMANDES.to_string();
        file.remove(at);
        let parsed = parse(file.as_bytes());
        let found = places(file.as_bytes(), &parsed);
        assert_eq!(
            found.len(),
            1,
            "without the `{lost}` of {at}: {found:?}\n{file}"
        );
        assert_well_formed(file.as_bytes(), &parsed);
        assert_fixes_hold(file.as_bytes(), &parsed);
    }
}

// The whole file.

#[test]
fn an_empty_file() {
    check_no_fix("", "J010 1:1", "nothing");
    check_no_fix(" \r\n\t", "J010 1:1", "nothing");
}

#[test]
fn a_bom() {
    check_fix("\u{FEFF}{}", "J012 1:1", "{}", "{}");
    check("\u{FEFF} ", &["J012 1:1", "J010 1:1"], "nothing");
    check("\u{FEFF}[1,]", &["J012 1:1", "J002 1:3"], "[1]");
}

#[test]
fn two_files_one_after_the_other() {
    check_no_fix("{\"a\": 1}\n{\"a\": 2}\n", "J009 2:1", r#"{"a":1}"#);
}

#[test]
fn text_around_the_json() {
    check_fix("data = {\"a\": 1}", "J001 1:1", r#"{"a":1}"#, "{\"a\": 1}");
    check_no_fix("{\"a\": 1};", "J009 1:9", r#"{"a":1}"#);
}

#[test]
fn windows_1252() {
    let found = check(
        b"{\"a\": \"H\xE9l\xE8ne \x80\",\n\"b\": 1075,00 \x80}",
        &["J011 1:9", "J007 2:6"],
        r#"{"a":"Hélène €","b":1075.00}"#,
    );
    assert_eq!(found[0].detail, Detail::Word("Windows-1252"));
}

#[test]
fn windows_1252_among_utf_8() {
    check_no_fix(b"[\"\xC3\xA9\", \"\xE9\"]", "J011 1:9", r#"["Ã©","é"]"#);
}

#[test]
fn utf_16_and_binary() {
    assert_eq!(
        check_no_fix(b"\xFF\xFE{\0}\0", "J011 1:1", "nothing"),
        Detail::Word("UTF-16")
    );
    assert_eq!(
        check_no_fix(b"\0{\0}", "J011 1:1", "nothing"),
        Detail::Word("UTF-16")
    );
    assert_eq!(
        check_no_fix(b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", "J011 1:1", "nothing"),
        Detail::Word("binaire")
    );
}

// Depth and size.

#[test]
fn sixty_five_levels() {
    check(
        "[".repeat(64) + &"]".repeat(64),
        &[],
        &("[".repeat(64) + &"]".repeat(64)),
    );
    check(
        "[".repeat(64) + "[1, {\"a\": [2]}], 3" + &"]".repeat(64),
        &["J013 1:65"],
        &("[".repeat(64) + "?,3" + &"]".repeat(64)),
    );
}

#[test]
fn two_hundred_thousand_levels() {
    let deep = "[".repeat(200_000);
    let parsed = parse(deep.as_bytes());
    assert_eq!(
        places(deep.as_bytes(), &parsed),
        ["J013 1:65", "J001 1:200001"]
    );
    assert_eq!(parsed.tree.len(), 65);
}

#[test]
fn garbage_is_not_commented_for_ever() {
    let garbage = "{*}".repeat(100_000);
    assert_eq!(parse(garbage.as_bytes()).diagnostics.len(), 2);
    let garbage = format!("[{}]", "* ".repeat(100_000));
    assert_eq!(parse(garbage.as_bytes()).diagnostics.len(), 1_000);
}

#[test]
fn a_thousand_mistakes_are_proved_together() {
    let sure = |text: &str| {
        let parsed = parse(text.as_bytes());
        let fixes = parsed.diagnostics.iter().filter_map(|one| one.fix.as_ref());
        fixes.filter(|fix| fix.safety == Safety::Sure).count()
    };
    let words = "True,".repeat(2_000);
    assert_eq!(sure(&format!("[{words}0]")), 1_000);
}
