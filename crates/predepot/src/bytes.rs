//! Looking for a word in bytes: short words whose first byte is rare, for which a general search would only weigh more in the page.

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
}
