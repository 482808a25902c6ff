//! Masked reports: what stands for the values of the files in them.
//!
//! A masked sentence says what is wrong and where, and what the documents ask for. What is left of a file is its structure: lines, columns,
//! lengths, counts, ranks, and the words that are the documents' own.

use super::french::{code, cut};
use super::view::View;
use crate::check::Document;
use crate::diag::{Fix, Safety};
use crate::profiles;

/// Stands for a value.
pub const MASK: &str = "•••";

/// Words that the sentences have for themselves, beside those of the profiles' tables.
const WORDS: &[&str] = &[
    "", "null", "true", "false", "BDC", "HT", "pdf", "png", "jpg",
];

/// Kinds of file that a masked name still says.
const EXTENSIONS: &[&str] = &[".json", ".zip", ".pdf", ".png", ".jpg", ".jpeg"];

/// True for a text made of nothing but words of the documents, and the signs of JSON.
#[inline(never)]
pub(crate) fn is_known(text: &str) -> bool {
    let is_sign = |byte: &u8| b" \":,{}[]".contains(byte);
    text.as_bytes().split(is_sign).all(|word| {
        WORDS.iter().any(|known| known.as_bytes() == word)
            || profiles::ALL.iter().any(|profile| profile.has_word(word))
    })
}

/// A key of the file, or its mask when no document has it.
pub(crate) fn key(key: &str) -> &str {
    if is_known(key) { key } else { MASK }
}

/// What stands for a name: what it is of, its rank from 1, and its extension when it is a usual one.
#[inline(never)]
fn name(what: &str, index: usize, name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let extension = EXTENSIONS.iter().find(|known| name.ends_with(**known));
    let number = (index + 1).to_string();
    [what, "-", &number, extension.unwrap_or(&"")].concat()
}

/// What stands for the name of a file of the report: "fichier-2.json".
pub fn file(index: usize, of: &str) -> String {
    name("fichier", index, of)
}

/// What stands for the name of an entry of a ZIP: "piece-3.pdf".
pub fn entry(index: u32, of: &str) -> String {
    name("piece", index as usize, of)
}

/// What stands for the name of one of these files; the first of that name, as related places are read.
pub(crate) fn file_named(files: &[Document], of: &str) -> String {
    match files.iter().position(|document| document.name == of) {
        Some(index) => file(index, of),
        None => MASK.to_owned(),
    }
}

impl View<'_> {
    /// What the fix is called: "Écrire `1075.00`".
    pub fn title(&self, fix: &Fix) -> String {
        let title = self.language().say(&fix.title);
        // One that only the user can write is made of the documents' words.
        if self.masked.is_none() || fix.safety == Safety::ASaisir {
            return title.into_owned();
        }
        // A value that holds a backtick does not end there.
        let parts = (cut(&title, b'`'), title.rsplit('`').next());
        match parts {
            (Some((verb, rest)), Some(after)) => {
                let value = rest
                    .strip_suffix(after)
                    .unwrap_or(rest)
                    .trim_end_matches('`');
                let is_shown = !value.is_empty() && is_known(value);
                let value = if is_shown { value } else { MASK };
                [verb, "`", value, "`", after].concat()
            }
            _ => title.into_owned(),
        }
    }

    /// A text taken from the file, as a value.
    pub(super) fn own(&self, text: &str) -> String {
        if self.masked.is_some() && !is_known(text) {
            code(MASK)
        } else {
            code(text)
        }
    }

    /// A text taken from the file, which the sentence can do without.
    pub(super) fn unmasked<T>(&self, text: T) -> Option<T> {
        self.masked.is_none().then_some(text)
    }

    /// The name of a file.
    pub(super) fn file(&self, of: &Document) -> String {
        let Some(files) = self.masked else {
            return code(&of.name);
        };
        match files.iter().position(|document| std::ptr::eq(document, of)) {
            Some(index) => code(&file(index, &of.name)),
            None => code(MASK),
        }
    }

    /// The name of another file.
    pub(super) fn other_file(&self, of: &str) -> String {
        match self.masked {
            Some(files) => code(&file_named(files, of)),
            None => code(of),
        }
    }
}
