//! Sentences as data: texts with named places, and the one function that fills them.
//!
//! ```text
//! {?mot:copie} Le nom du fichier {fichier} porte la marque d'une copie{, nommée |nouveau nom}.
//! ```
//!
//! - `{fichier}` is a place: a value of `place.rs`, or a group of words of `words.rs`. `{compte:demande}` gives it an argument.
//! - `{, nommée |nouveau nom}` is optional: what stands around the name is said with it, or not at all.
//! - `{?mot:copie}` is a condition of `when.rs`: it says nothing, and takes the space that follows it away.
//! - Between backticks, everything is text.
//!
//! Of several sentences, the first is said whose conditions hold and whose places all have something to say. What fills a place
//! is never read again: the value of a file may hold braces and bars.

use super::english;
use super::french::cut;
use super::view::View;
use super::words;

/// Sentences to choose from, a tabulation between them.
#[derive(Clone, Copy)]
pub(super) struct Sentences(pub(super) &'static str);

impl Sentences {
    /// Each of them.
    pub(super) fn each(self) -> impl Iterator<Item = &'static str> {
        let mut rest = Some(self.0);
        std::iter::from_fn(move || {
            let (first, others) = match cut(rest?, b'\t') {
                Some((first, others)) => (first, Some(others)),
                None => (rest?, None),
            };
            rest = others;
            Some(first)
        })
    }
}

impl View<'_> {
    /// Says the first sentence that can be; false, and `out` as it was, when none can.
    pub(super) fn say(&self, sentences: Sentences, out: &mut String) -> bool {
        let start = out.len();
        for sentence in sentences.each() {
            if self.fill(sentence, out) {
                return true;
            }
            out.truncate(start);
        }
        false
    }

    /// Says a sentence; false when it cannot be, wherever that is found out.
    pub(super) fn fill(&self, sentence: &str, out: &mut String) -> bool {
        let mut rest = sentence;
        while let Some((words, text)) = cut(rest, b'`') {
            if !self.fill_words(words, out) {
                return false;
            }
            let (text, after) = cut(text, b'`').unwrap_or((text, ""));
            out.push('`');
            out.push_str(text);
            out.push('`');
            rest = after;
        }
        self.fill_words(rest, out)
    }

    fn fill_words(&self, words: &str, out: &mut String) -> bool {
        let mut rest = words;
        while let Some((before, place)) = cut(rest, b'{') {
            out.push_str(before);
            let (place, after) = cut(place, b'}').unwrap_or((place, ""));
            let said = match place.strip_prefix('?') {
                Some(condition) => {
                    rest = after.strip_prefix(' ').unwrap_or(after);
                    let (name, argument) = split(condition);
                    self.holds(name, argument)
                }
                None => {
                    rest = after;
                    self.place(place, out)
                }
            };
            if !said {
                return false;
            }
        }
        out.push_str(rest);
        true
    }

    /// Says what stands between braces; false when it is not optional and has nothing to say.
    fn place(&self, place: &str, out: &mut String) -> bool {
        let Some((before, name)) = cut(place, b'|') else {
            return self.named(place, out);
        };
        let (name, after) = cut(name, b'|').unwrap_or((name, ""));
        let start = out.len();
        out.push_str(before);
        if self.named(name, out) {
            out.push_str(after);
        } else {
            out.truncate(start);
        }
        true
    }

    /// Says what a name stands for; false when that is nothing here.
    fn named(&self, name: &str, out: &mut String) -> bool {
        let words = self.language().either(words::WORDS, english::WORDS);
        if let Some((_, sentences)) = words.iter().find(|(known, _)| *known == name) {
            return self.say(*sentences, out);
        }
        let (name, argument) = split(name);
        match self.value(name, argument) {
            Some(value) => out.push_str(&value),
            None => return false,
        }
        true
    }
}

/// A name and its argument, empty when it has none.
fn split(name: &str) -> (&str, &str) {
    cut(name, b':').unwrap_or((name, ""))
}
