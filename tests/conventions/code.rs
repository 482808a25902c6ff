//! Rust's text without what the compiler does not read as code.

/// The text, with the insides of comments, strings and characters left out; its lines stay where they are.
pub(crate) fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(raw) = raw_string(rest) {
            raw
        } else if c == '"' {
            string(rest)
        } else if c == '\'' {
            character(rest)
        } else {
            0
        };
        if skipped > 0 {
            out.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
            out.push(' ');
            rest = &rest[skipped..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// What stands in its strings that are not raw, escapes read.
pub(crate) fn strings(text: &str) -> impl Iterator<Item = String> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while let Some(c) = rest.chars().next() {
            let skipped = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if let Some(raw) = raw_string(rest) {
                raw
            } else if c == '"' {
                let (string, after) = rest.split_at(string(rest));
                rest = after;
                return Some(unescaped(&string[1..string.len() - 1]));
            } else if c == '\'' {
                character(rest).max(1)
            } else {
                c.len_utf8()
            };
            rest = &rest[skipped..];
        }
        None
    })
}

/// A string's text: the escapes that a sentence may have.
fn unescaped(written: &str) -> String {
    let mut out = String::new();
    let mut chars = written.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('\n')) => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            ('\\', Some(_)) => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

/// Each word with its line, from 1.
pub(crate) fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.lines().enumerate().flat_map(|(at, line)| {
        line.split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
            .map(move |word| (at + 1, word))
    })
}

/// The length of a string that starts here.
fn string(text: &str) -> usize {
    let mut escaped = false;
    text.char_indices()
        .skip(1)
        .find(|&(_, c)| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })
        .map_or(text.len(), |(at, _)| at + 1)
}

/// The length of a raw string that starts here.
fn raw_string(text: &str) -> Option<usize> {
    let after = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let start = text.len() - after.len() + hashes + 1;
    Some(
        text[start..]
            .find(&end)
            .map_or(text.len(), |at| start + at + end.len()),
    )
}

/// The length of a character that starts here; 0 for a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let from = at + escaped.len_utf8();
            text[from..].find('\'').map_or(0, |end| from + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

#[test]
fn only_code_is_left() {
    for (text, expected) in [
        ("a // check\nb", "a  \nb"),
        (r#"a("x \" y", 'c')"#, "a( ,  )"),
        (r##"r#"x " y"# z"##, "  z"),
        (r"'\'' 'a 'b' '\u{e9}'", "  'a    "),
        ("\"1\n2\" c", "\n  c"),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
}

#[test]
fn strings_are_read() {
    let read: Vec<String> =
        strings("a(\"b \\\"c\\\" \\\n   d\") // \"e\"\n 'f' \"\" r\"g\"").collect();
    assert_eq!(read, ["b \"c\" d", ""]);
}
