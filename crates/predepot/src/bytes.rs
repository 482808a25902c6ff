//! Looking for a word in bytes, or in a text: short words whose first byte is rare, for which a general search would only weigh more in the page.

use memchr::{memchr_iter, memrchr_iter};

/// Where a word first stands.
pub(crate) fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    find_all(bytes, word).next()
}

/// Where a word stands, each time.
pub(crate) fn find_all<'a>(bytes: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = word.first().copied().unwrap_or_default();
    memchr_iter(first, bytes).filter(move |&at| bytes[at..].starts_with(word))
}

/// `text` with `by` in the place of each `word`.
pub(crate) fn replace(text: &str, word: &str, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = cut(rest, word) {
        replaced.push_str(before);
        replaced.push_str(by);
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

/// What stands before the first `word`, and after it.
pub(crate) fn cut<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text.as_bytes(), word.as_bytes())?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

/// Where a word last stands.
pub(crate) fn find_last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = word.first().copied().unwrap_or_default();
    memrchr_iter(first, bytes).find(|&at| bytes[at..].starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], word: &[u8], expected: &[usize]) {
        assert_eq!(find_all(bytes, word).collect::<Vec<_>>(), expected);
        assert_eq!(find(bytes, word), expected.first().copied());
        assert_eq!(find_last(bytes, word), expected.last().copied());
    }

    #[test]
    fn nowhere() {
        check(b"", b"PK", &[]);
        check(b"PPP", b"PK", &[]);
    }
    #[test]
    fn several_times() {
        check(b"PKPPK.K", b"PK", &[0, 3]);
    }
    #[test]
    fn cut_at_the_end() {
        check(b"%%EOF%%EO", b"%%EOF", &[0]);
    }
    #[test]
    fn replaced_each_time() {
        assert_eq!(
            replace("-VAL-VAL-É-VAL-", "-VAL-", "-VA1-"),
            "-VA1-VAL-É-VA1-"
        );
        assert_eq!(replace("", "-VAL-", "-VA1-"), "");
    }
}
