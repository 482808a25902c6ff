//! Writing a text as a JSON string.

/// `text` between quotes, as in a JSON file.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_quoted(&mut out, text);
    out
}

/// Writes `text` between quotes at the end of `out`.
pub fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    // All that is escaped is ASCII: what is before is copied whole.
    let escaped = |byte: u8| byte < b' ' || matches!(byte, b'"' | b'\\');
    while let Some((before, after)) = rest
        .bytes()
        .position(escaped)
        .and_then(|at| rest.split_at_checked(at))
    {
        out.push_str(before);
        let mut after = after.chars();
        match after.next().unwrap_or_default() {
            c @ ('"' | '\\') => out.extend(['\\', c]),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => {
                let digit = |of: u32| char::from_digit(of, 16).unwrap_or_default();
                out.push_str("\\u00");
                out.extend([digit(c as u32 >> 4), digit(c as u32 & 15)]);
            }
        }
        rest = after.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_is_quoted_as_serde_json_does() {
        let all: String = ('\0'..='\u{100}').chain("\u{2028}é😀".chars()).collect();
        assert_eq!(
            quoted(&all),
            serde_json::to_string(&all).unwrap_or_default()
        );
        assert_eq!(quoted(""), "\"\"");
    }
}
