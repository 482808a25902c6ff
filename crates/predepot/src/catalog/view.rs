//! What a sentence is made from: the diagnostic, its row and its file, in the language that the file is spoken of.

use std::borrow::Cow;

use super::sentence::Sentences;
use super::{Code, Language, Rule, english, rule};
use crate::check::{Demande, Document};
use crate::diag::{Detail, Diagnostic, Severity};
use crate::profile::{Format, Row};
use crate::text::{Encoding, LineIndex};
use crate::zip::Entry;

/// Why, for a warning of a rule that has only errors: the block is not in the document (REGLES 1.6).
const DEDUCED: &str = "Le document ne décrit pas ce bloc pour ce logiciel : la règle \
    vient de celui d'un autre logiciel du même couloir. Un rejet est \
    possible, pas certain.";

/// A diagnostic in its file.
pub struct View<'a> {
    /// The diagnostic.
    pub diagnostic: &'a Diagnostic,
    /// The file it is in.
    pub document: &'a Document,
    /// Its lines, counted once for all the sentences of the file.
    pub lines: &'a LineIndex<'a>,
    /// The files of the report when no value of theirs is to be said, for their names to be known again by their ranks.
    pub masked: Option<&'a [Document]>,
}

/// The three texts of the report.
impl View<'_> {
    /// What is wrong and where.
    pub fn message(&self) -> String {
        self.said(self.rule().message)
    }
    /// What to write or do.
    pub fn help(&self) -> String {
        self.said(self.rule().help)
    }
    /// Why it matters, at this severity.
    pub fn why(&self) -> String {
        let rule = self.rule();
        let language = self.language();
        language.typeset(
            match (
                self.is_warning() && rule.severities.contains(&Severity::Erreur),
                rule.doubt,
            ) {
                (false, _) => rule.why,
                (true, "") => language.either(DEDUCED, english::DEDUCED),
                (true, doubt) => doubt,
            },
        )
    }
    /// The document and section that the rule comes from: "MDV-LGC §3.2"; `None` for the tool's own rules.
    pub fn origin(&self) -> Option<String> {
        let section = match (self.rule().section, self.row()) {
            ("", None) => return None,
            ("", Some(_)) => "3.2",
            (section, _) => section,
        };
        let origin = match self.document.profile {
            Some(profile) if profile.deduced => {
                let deduced = self.language().either("profil déduit", "derived profile");
                format!("{} §{section} ({deduced})", profile.document)
            }
            Some(profile) => format!("{} §{section}", profile.document),
            None => format!("Documents §{section}"),
        };
        Some(origin)
    }
    fn said(&self, sentences: Sentences) -> String {
        let mut out = String::with_capacity(256);
        self.say(sentences, &mut out);
        self.language().typeset(&out)
    }
    fn rule(&self) -> &'static Rule {
        rule(self.diagnostic.code).in_language(self.language())
    }
    /// The language of the file's sentences.
    pub(super) fn language(&self) -> Language {
        self.document.language
    }
}

/// Places.
impl<'a> View<'a> {
    /// True when the rule is about the writing of the JSON: nothing is known yet of what is around.
    pub(super) fn is_syntax(&self) -> bool {
        self.diagnostic.code <= Code::J016
    }
    /// The demande that the diagnostic is in, with its index.
    pub(super) fn demande(&self) -> Option<(usize, &'a Demande)> {
        self.demande_at(self.diagnostic.span.start)
    }
    /// The demande that the first related place is in, when it is another one.
    pub(super) fn other_demande(&self) -> Option<(usize, &'a Demande)> {
        let there = self.demande_at(self.diagnostic.related.first()?.span.start)?;
        let is_own = self.demande().is_some_and(|(own, _)| own == there.0);
        (!is_own).then_some(there)
    }
    /// The entry of the ZIP that it is about.
    pub(super) fn entry(&self) -> Option<&'a Entry> {
        let entry = self.diagnostic.entry? as usize;
        self.document.archive.as_ref()?.entries.get(entry)
    }
    fn demande_at(&self, offset: u32) -> Option<(usize, &'a Demande)> {
        let index = self.document.demande_at(offset)?;
        Some((index, self.document.demandes.get(index)?))
    }
}

/// Values.
impl<'a> View<'a> {
    /// The row, if the diagnostic cites one.
    pub fn row(&self) -> Option<&'static Row> {
        self.diagnostic.row
    }
    /// The row's own words with their article, singular: "le montant".
    pub fn label(&self) -> Cow<'static, str> {
        let label = self.row().map_or("la valeur", |row| row.label);
        self.language().say(label)
    }
    /// The row's format; for an element of a list, the elements'.
    pub(super) fn format(&self) -> Option<&'static Format> {
        match self.row().map(|row| &row.format) {
            Some(Format::Array { of, .. }) if self.is_element() => Some(of),
            format => format,
        }
    }
    /// True when the row is a list and the finding is on one of its elements.
    pub(super) fn is_element(&self) -> bool {
        let of_values = self.diagnostic.code == Code::S003
            || (Code::F001..=Code::F017).contains(&self.diagnostic.code);
        let is_list = matches!(
            self.row(),
            Some(Row {
                format: Format::Array { .. },
                ..
            })
        );
        let before = self
            .document
            .bytes
            .get(..self.diagnostic.span.start as usize)
            .unwrap_or_default();
        of_values && is_list && !before.trim_ascii_end().ends_with(b":")
    }
    /// The row's example, as JSON; for an element of a list, its first.
    pub(super) fn example(&self) -> Option<&'static str> {
        let example = self.row()?.example;
        let element = |list: &'static str| {
            list.trim_matches(['[', ']'])
                .split(',')
                .next()
                .map(str::trim)
        };
        let example = if self.is_element() {
            element(example)?
        } else {
            example
        };
        Some(example).filter(|example| !example.is_empty() && *example != "null")
    }
    /// What the file has at the place, as written (its beginning when it is long).
    pub(super) fn source(&self) -> String {
        let bytes = self.diagnostic.span.of(&self.document.bytes);
        let bytes = &bytes[..bytes.len().min(1024)];
        match self.document.encoding {
            Encoding::Windows1252 => bytes.iter().map(|&byte| char::from(byte)).collect(),
            _ => String::from_utf8_lossy(bytes).into_owned(),
        }
    }
    /// What the fix writes in place of the whole value.
    pub(super) fn proposed(&self) -> Option<&'a str> {
        match self.diagnostic.fix.as_ref()?.edits.as_slice() {
            [edit] if edit.span == self.diagnostic.span && !edit.text.is_empty() => {
                Some(&edit.text)
            }
            _ => None,
        }
    }
    /// The name that the fix gives to the file.
    pub(super) fn renamed(&self) -> Option<&'a str> {
        let (_, to) = self.diagnostic.fix.as_ref()?.rename.as_ref()?;
        Some(to)
    }
}

/// What the check left.
impl<'a> View<'a> {
    /// What the sentence needs.
    pub fn detail(&self) -> &'a Detail {
        &self.diagnostic.detail
    }
    /// True when the finding is only a warning.
    pub(super) fn is_warning(&self) -> bool {
        self.diagnostic.severity == Severity::Avertissement
    }
    /// The word that the rule chose; empty for another detail.
    pub(super) fn word(&self) -> &'static str {
        if let Detail::Word(word) | Detail::Type(word, _) = self.detail() {
            word
        } else {
            ""
        }
    }
    /// The text taken from the file; `None` for another detail.
    pub(super) fn text(&self) -> Option<&'a str> {
        if let Detail::Text(text) = self.detail() {
            Some(text)
        } else {
            None
        }
    }
    /// The texts; none for another detail.
    pub(super) fn texts(&self) -> &'a [String] {
        if let Detail::Texts(texts) = self.detail() {
            texts
        } else {
            &[]
        }
    }
    /// The number expected and the number found; zeros for another detail.
    pub(super) fn count(&self) -> (u32, u32) {
        if let Detail::Count { expected, found } = *self.detail() {
            (expected, found)
        } else {
            (0, 0)
        }
    }
}
