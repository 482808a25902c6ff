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
    for c in text.chars() {
        let short = match c {
            '"' | '\\' => c,
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\0'..' ' => {
                let digit = |of: u32| char::from_digit(of, 16).unwrap_or_default();
                out.push_str("\\u00");
                out.extend([digit(c as u32 >> 4), digit(c as u32 & 15)]);
                continue;
            }
            _ => {
                out.push(c);
                continue;
            }
        };
        out.extend(['\\', short]);
    }
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
