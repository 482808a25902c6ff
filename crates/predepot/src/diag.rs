//! What a check says: a diagnostic is a code at a place, with what its sentence needs and the fix it proposes.
//! Sentences are made from it later, by the catalogue, one by one, so that thousands cost nothing until they are read.

use crate::catalog::Code;
use crate::json::NodeId;
use crate::profile::Row;
use crate::text::Span;

/// How bad a finding is (REGLES section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A rejection is expected, by a sentence of the document.
    Erreur,
    /// A risk.
    Avertissement,
    /// Worth knowing.
    Information,
}

/// Which of the portal's controls would refuse (REGLES, introduction).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// 1st control: the structure; the whole file is rejected.
    Fichier,
    /// 2nd control: the format of one demande; it stops at the first error.
    Demande,
}

/// What a sentence needs beside the place and the row. The catalogue's module says which variant each code carries.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Nothing more.
    None,
    /// A number expected and the number found.
    Count {
        /// What the document asks for.
        expected: u32,
        /// What the file has.
        found: u32,
    },
    /// Words chosen among those that the rule knows.
    Word(&'static str),
    /// Several of them.
    Words(&'static [&'static str]),
    /// A text taken from the file, or made from it.
    Text(String),
    /// Several of them.
    Texts(Vec<String>),
    /// Indices of demandes, 0 for the first.
    Demandes(Vec<u32>),
}

/// Another place that explains the diagnostic.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The other file's name; `None` for the same file.
    pub file: Option<String>,
    /// Where; nothing for a file that has no lines.
    pub span: Span,
    /// The entry of the ZIP: its index in the directory.
    pub entry: Option<u32>,
    /// What is there, as a short French sentence.
    pub message: String,
}

/// How far a fix can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// It only changes the writing, never the meaning.
    Sure,
    /// The likely meaning, to be looked at.
    AConfirmer,
    /// Only the user knows the value: no edit, an example.
    ASaisir,
}

/// Bytes to replace.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Where, in the file as dropped.
    pub span: Span,
    /// What to write there (UTF-8).
    pub text: String,
}

/// A correction.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// An infinitive: "Écrire `1075.00`".
    pub title: String,
    /// How far it can be trusted.
    pub safety: Safety,
    /// In document order, never overlapping.
    pub edits: Vec<Edit>,
    /// A new name for the dropped file or the ZIP's entry: from, to.
    pub rename: Option<(String, String)>,
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule.
    pub code: Code,
    /// How bad, here.
    pub severity: Severity,
    /// Which of the portal's controls, if any, would say it.
    pub control: Option<Control>,
    /// Where (REGLES section 5, "Place").
    pub span: Span,
    /// The value (for a key: its value) that the JSON Pointer names; `None` for the whole file.
    pub node: Option<NodeId>,
    /// The entry of a ZIP: its index in the directory. Such a finding has no span.
    pub entry: Option<u32>,
    /// The row of the profile that is not respected, if one is.
    pub row: Option<&'static Row>,
    /// What the sentence needs.
    pub detail: Detail,
    /// Other places.
    pub related: Vec<Related>,
    /// The correction, if there is one.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// A finding at a span, to be completed by the methods below.
    #[inline(never)]
    pub fn new(code: Code, severity: Severity, control: Option<Control>, span: Span) -> Self {
        Self {
            code,
            severity,
            control,
            span,
            node: None,
            entry: None,
            row: None,
            detail: Detail::None,
            related: Vec::new(),
            fix: None,
        }
    }
    /// The value it is about.
    #[inline(never)]
    pub fn at(self, node: NodeId) -> Self {
        Self {
            node: Some(node),
            ..self
        }
    }
    /// What the sentence needs.
    #[inline(never)]
    pub fn detail(self, detail: Detail) -> Self {
        Self { detail, ..self }
    }
    /// Another place, in the same file.
    #[inline(never)]
    pub fn related(mut self, span: Span, message: &str) -> Self {
        self.related.push(Related {
            file: None,
            span,
            entry: None,
            message: message.to_owned(),
        });
        self
    }
    /// A correction by replacing one span.
    #[inline(never)]
    pub fn fix(self, safety: Safety, title: String, span: Span, text: String) -> Self {
        Self {
            fix: Some(Box::new(Fix {
                title,
                safety,
                edits: vec![Edit { span, text }],
                rename: None,
            })),
            ..self
        }
    }
    /// A correction that only the user can write.
    #[inline(never)]
    pub fn to_write(self, title: String) -> Self {
        Self {
            fix: Some(Box::new(Fix {
                title,
                safety: Safety::ASaisir,
                edits: Vec::new(),
                rename: None,
            })),
            ..self
        }
    }
}

/// The file after `edits`, which are in document order and do not overlap; one that does not fit is left out.
pub fn apply(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for Edit { span, text } in edits {
        let (start, end) = (span.start as usize, span.end as usize);
        if start < done || end < start || end > bytes.len() {
            continue;
        }
        out.extend_from_slice(&bytes[done..start]);
        out.extend_from_slice(text.as_bytes());
        done = end;
    }
    out.extend_from_slice(&bytes[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};
    use crate::text::Span;

    #[track_caller]
    fn check(edits: &[(u32, u32, &str)], expected: &str) {
        let edits: Vec<Edit> = edits
            .iter()
            .map(|&(start, end, text)| Edit {
                span: Span { start, end },
                text: text.to_owned(),
            })
            .collect();
        assert_eq!(apply(b"abcdef", &edits), expected.as_bytes());
    }

    #[test]
    fn edits_are_applied_in_order() {
        check(&[(0, 1, "1"), (1, 1, "+"), (4, 6, "")], "1+bcd");
    }
    #[test]
    fn an_edit_that_overlaps_the_one_before_is_left_out() {
        check(&[(0, 3, "1"), (2, 4, "2"), (3, 4, "3")], "13ef");
    }
    #[test]
    fn an_edit_beyond_the_end_is_left_out() {
        check(&[(4, 7, "1"), (7, 8, "2")], "abcdef");
    }
    #[test]
    fn an_edit_that_ends_before_it_starts_is_left_out() {
        check(&[(3, 2, "1")], "abcdef");
    }
}
