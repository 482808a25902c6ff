//! Writing French: lists, counts, quoted values, no-break spaces.

/// The longest value quoted whole; a name or a code of the documents is never that long.
const LONGEST: usize = 120;

/// French typography: no-break spaces before `: ; ! ?` and inside « »; what stands between backticks is left as it is.
pub fn typographie(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((words, value)) = cut(rest, b'`') {
        typeset(words, &mut out);
        out.push('`');
        let Some((value, after)) = cut(value, b'`') else {
            out.push_str(value);
            return out;
        };
        out.push_str(value);
        out.push('`');
        rest = after;
    }
    typeset(rest, &mut out);
    out
}

/// Words without backticks.
fn typeset(words: &str, out: &mut String) {
    /// The first byte of « and », and of the no-break space.
    const GUILLEMET: u8 = 0xC2;
    let bytes = words.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if !matches!(byte, b' ' | &GUILLEMET) || at < done {
            continue;
        }
        let (length, typeset) = match (byte, bytes.get(at + 1..).unwrap_or_default()) {
            (b' ', [b':' | b';' | b'!' | b'?', ..]) => (1, "\u{a0}"),
            (b' ', [GUILLEMET, 0xBB, ..]) => (3, "\u{a0}»"),
            (&GUILLEMET, [0xA0, GUILLEMET, 0xBB, ..]) => (4, "\u{a0}»"),
            (&GUILLEMET, [0xBB, ..]) => (2, "\u{a0}»"),
            (&GUILLEMET, [0xAB, b' ', ..]) => (3, "«\u{a0}"),
            (&GUILLEMET, [0xAB, GUILLEMET, 0xA0, ..]) => (4, "«\u{a0}"),
            (&GUILLEMET, [0xAB, ..]) => (2, "«\u{a0}"),
            _ => continue,
        };
        out.push_str(words.get(done..at).unwrap_or_default());
        out.push_str(typeset);
        done = at + length;
    }
    out.push_str(words.get(done..).unwrap_or_default());
}

/// What stands before the first of these signs, which is ASCII, and after it.
pub(super) fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = memchr::memchr(sign, text.as_bytes())?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A value between backticks, on one line.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", one_line(text, LONGEST))
}

/// The character, or the replacement of one that cannot be seen or turns the text around.
#[inline(never)]
pub(crate) const fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// On one line, without backticks nor characters that cannot be seen, cut with … after `most` characters.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    let mut at_line_start = false;
    for c in text.chars() {
        let shown = match c {
            '\n' | '\r' => {
                let kept = out.trim_end_matches(' ').len();
                length -= out.len() - kept;
                out.truncate(kept);
                at_line_start = true;
                continue;
            }
            ' ' | '\t' if at_line_start => continue,
            '\t' => ' ',
            '`' => '\'',
            c => visible(c),
        };
        if at_line_start && length > 0 {
            out.push(' ');
            length += 1;
        }
        at_line_start = false;
        if length >= most {
            out.push('…');
            break;
        }
        out.push(shown);
        length += 1;
    }
    out
}

/// "1, 4 et 7".
pub fn all_of<S: AsRef<str>>(items: &[S]) -> String {
    list(items, "et")
}

/// The same, with another word before the last: "A, B ou C".
pub(super) fn list<S: AsRef<str>>(items: &[S], last: &str) -> String {
    let mut out = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 && i + 1 == items.len() {
            out.push_str(&format!(" {last} "));
        } else if i > 0 {
            out.push_str(", ");
        }
        out.push_str(item.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_typographie(text: &str, expected: &str) {
        assert_eq!(typographie(text).replace('\u{a0}', "~"), expected);
    }

    #[test]
    fn a_space_before_a_double_sign_does_not_break() {
        check_typographie(
            "Attention : oui ; non ! quoi ?",
            "Attention~: oui~; non~! quoi~?",
        );
    }
    #[test]
    fn quotation_marks_keep_their_words() {
        check_typographie("« A », «B» ou « C »", "«~A~», «~B~» ou «~C~»");
    }
    #[test]
    fn typography_may_be_applied_twice() {
        check_typographie(&typographie("« A » : «B»"), "«~A~»~: «~B~»");
    }
    #[test]
    fn values_are_left_as_they_are() {
        check_typographie(
            "Écrivez `\"a : b\"` : `« c »` !",
            "Écrivez `\"a : b\"`~: `« c »`~!",
        );
    }
    #[test]
    fn backticks_that_are_not_closed_quote_the_rest() {
        check_typographie("a : `b : c", "a~: `b : c");
    }
    #[test]
    fn times_and_addresses_are_left_as_they_are() {
        check_typographie(
            "à 10:30, https://esante.gouv.fr/?a;b",
            "à 10:30, https://esante.gouv.fr/?a;b",
        );
    }

    #[test]
    fn a_value_is_shown_on_one_line() {
        assert_eq!(
            one_line("{\r\n    \"a\": 1,\n\n\t\"b\":  2\n}", 40),
            "{ \"a\": 1, \"b\":  2 }"
        );
    }
    #[test]
    fn a_long_value_is_cut() {
        assert_eq!(one_line("abcdef", 5), "abcde…");
        assert_eq!(one_line("abcde", 5), "abcde");
        assert_eq!(one_line("abcde\n", 5), "abcde");
    }
    #[test]
    fn a_value_cannot_close_its_backticks_nor_turn_the_text_around() {
        assert_eq!(code("a`b\u{202e}c\u{1}"), "`a'b\u{fffd}c\u{fffd}`");
    }

    #[test]
    fn lists_read_as_french() {
        assert_eq!(list::<&str>(&[], "ou"), "");
        assert_eq!(list(&["A"], "ou"), "A");
        assert_eq!(list(&["A", "B", "C"], "ou"), "A, B ou C");
        assert_eq!(all_of(&["1", "4", "7"]), "1, 4 et 7");
    }
}
