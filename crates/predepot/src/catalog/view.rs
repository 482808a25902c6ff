//! What a sentence is made from: the diagnostic, its file, and the ways of naming things in French.

use super::french::{any_of, code, one_line, typographie};
use super::{Code, Rule, rule};
use crate::check::{Demande, Document};
use crate::diag::{Detail, Diagnostic, Related, Safety, Severity};
use crate::profile::{Format, Need, Presence, Row};
use crate::text::{Encoding, LineIndex};
use crate::zip::Entry;

/// A value found is cut after this many characters.
const MOST_SHOWN: usize = 40;

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
}

/// The three texts of the report.
impl View<'_> {
    /// What is wrong and where.
    pub fn message(&self) -> String {
        typographie(&(self.rule().message)(self))
    }
    /// What to write or do.
    pub fn help(&self) -> String {
        typographie(&(self.rule().help)(self))
    }
    /// Why it matters, at this severity.
    pub fn why(&self) -> String {
        let rule = self.rule();
        typographie(
            match (
                self.is_warning() && rule.severities.contains(&Severity::Erreur),
                rule.doubt,
            ) {
                (false, _) => rule.why,
                (true, "") => DEDUCED,
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
                format!("{} §{section} (profil déduit)", profile.document)
            }
            Some(profile) => format!("{} §{section}", profile.document),
            None => format!("Documents §{section}"),
        };
        Some(origin)
    }
    fn rule(&self) -> &'static Rule {
        rule(self.diagnostic.code)
    }
}

/// Places.
impl<'a> View<'a> {
    /// "Demande 12 (n° éditeur A0012)", or "Entête du fichier" outside the demandes, or "Ligne 14" when there is nothing better to name.
    pub fn place(&self) -> String {
        let at = self.diagnostic.span.start;
        let is_syntax = self.diagnostic.code <= Code::J016;
        match self.document.demande_at(at) {
            Some(demande) => format!("D{}", &self.demande_name(demande)[1..]),
            None if !is_syntax && (self.row().is_some() || !self.document.demandes.is_empty()) => {
                "Entête du fichier".to_owned()
            }
            None => format!("Ligne {}", self.lines.place(at).line),
        }
    }
    /// The place and what is wrong there.
    pub(super) fn says(&self, what: &str) -> String {
        format!("{} : {what}", self.place())
    }
    /// The place, what is wrong there, and what is found.
    pub(super) fn says_found(&self, what: &str) -> String {
        format!("{} : {what}{}", self.place(), self.found_sentence())
    }
    /// The file's name, between backticks.
    pub(super) fn file(&self) -> String {
        code(&self.document.name)
    }
    /// Where the first related place is: "dans la demande 3 (n° éditeur A0003), ligne 61", "dans le fichier `…`", "ligne 14".
    pub(super) fn elsewhere(&self) -> Option<String> {
        let Related { file, span, .. } = self.diagnostic.related.first()?;
        if let Some(name) = file {
            return Some(format!("dans le fichier {}", code(name)));
        }
        let line = self.lines.place(span.start).line;
        let there = self
            .document
            .demande_at(span.start)
            .filter(|&there| Some(there) != self.document.demande_at(self.diagnostic.span.start));
        Some(match there {
            Some(there) => format!("dans la {}, ligne {line}", self.demande_name(there)),
            None => format!("ligne {line}"),
        })
    }
    /// True when the first related place is in another file.
    pub(super) fn is_elsewhere_another_file(&self) -> bool {
        self.diagnostic
            .related
            .first()
            .is_some_and(|related| related.file.is_some())
    }
    /// The entry of the ZIP that it is about.
    pub(super) fn entry(&self) -> Option<&'a Entry> {
        let entry = self.diagnostic.entry? as usize;
        self.document.archive.as_ref()?.entries.get(entry)
    }
    /// The bytes of the piece that it is about.
    pub(super) fn piece_size(&self) -> u64 {
        self.entry().map_or(self.document.size, |entry| entry.size)
    }
    /// The line of the diagnostic, from 1.
    pub(super) fn own_line(&self) -> u32 {
        self.lines.place(self.diagnostic.span.start).line
    }
    /// The demande that the diagnostic is in.
    pub(super) fn demande(&self) -> Option<&'a Demande> {
        self.document
            .demande_at(self.diagnostic.span.start)
            .map(|i| &self.document.demandes[i])
    }
    /// "demande 12 (n° éditeur A0012)".
    fn demande_name(&self, index: usize) -> String {
        let demande = &self.document.demandes[index];
        let number = demande
            .num_ligne
            .filter(|n| (1..=200).contains(n))
            .unwrap_or(index as i64 + 1);
        match demande.numero_editeur.as_deref().map(str::trim) {
            None | Some("") => format!("demande {number}"),
            Some(editeur) => format!(
                "demande {number} (n° éditeur {})",
                one_line(editeur, MOST_SHOWN)
            ),
        }
    }
}

/// Values.
impl<'a> View<'a> {
    /// The key as the document prints it, between backticks; without a row, what the file has.
    pub fn key(&self) -> String {
        self.row()
            .map_or_else(|| self.found_key(), |row| code(row.key))
    }
    /// The row's own words with their article, singular: "le montant".
    pub fn label(&self) -> &'static str {
        self.row().map_or("la valeur", |row| row.label)
    }
    /// "le montant (`montantSegurHT`)", or "un élément de la liste des FINESS (`FINESSGeos`)".
    pub(super) fn subject(&self) -> String {
        let element = if self.is_element() {
            "un élément de "
        } else {
            ""
        };
        let key = self
            .row()
            .map_or_else(String::new, |row| format!(" ({})", code(row.key)));
        format!("{element}{}{key}", self.label())
    }
    /// True when the row is a list and the finding is on one of its elements.
    fn is_element(&self) -> bool {
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
    /// The row, if the diagnostic cites one.
    pub fn row(&self) -> Option<&'static Row> {
        self.diagnostic.row
    }
    /// The row's format; for an element of a list, the elements'.
    pub(super) fn format(&self) -> Option<&'static Format> {
        match self.row().map(|row| &row.format) {
            Some(Format::Array { of, .. }) if self.is_element() => Some(of),
            format => format,
        }
    }
    /// What the file has at the place, between backticks, cut after 40 characters, on one line.
    pub fn found(&self) -> String {
        format!("`{}`", one_line(&self.source(), MOST_SHOWN))
    }
    /// The key that the file has at the place, between backticks, without its quotes.
    pub(super) fn found_key(&self) -> String {
        code(self.source().trim_matches('"'))
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
    /// " Trouvé : `…`.", or nothing when the place has no text.
    pub(super) fn found_sentence(&self) -> String {
        if self.source().trim().is_empty() {
            String::new()
        } else {
            format!(" Trouvé : {}.", self.found())
        }
    }
    /// What the row asks for: "un texte entre guillemets".
    pub fn expected(&self) -> String {
        let (Some(row), Some(&format)) = (self.row(), self.format()) else {
            return "une autre valeur".to_owned();
        };
        let value = match format {
            Format::Null => return "`null`".to_owned(),
            Format::Boolean => "`true` ou `false`".to_owned(),
            Format::Text { .. } => "un texte entre guillemets".to_owned(),
            Format::Choice(values) | Format::Choices(values) => choices(values),
            Format::Operator => "un code d'opérateur entre guillemets".to_owned(),
            Format::LineNumber => "un nombre entier, sans guillemets".to_owned(),
            Format::Amount => "un nombre avec deux décimales, sans guillemets".to_owned(),
            Format::Object(_) | Format::OtherSoftware(_) => {
                "un bloc entre accolades `{ }`".to_owned()
            }
            Format::Array { .. } => "une liste entre crochets `[ ]`".to_owned(),
        };
        let null = match row.presence {
            _ if self.word() == "null" || self.is_element() => "",
            Presence::Optional => ", ou `null`",
            Presence::Cases(cases)
                if cases
                    .iter()
                    .any(|(_, need)| !matches!(need, Need::Filled(_))) =>
            {
                ", ou `null` selon le reste de la demande"
            }
            _ => "",
        };
        value + null
    }
    /// ", par exemple `…`", or nothing when the row has no example, or when what it asks for says it already.
    pub(super) fn such_as(&self) -> String {
        match (self.format(), self.example()) {
            (Some(Format::Boolean | Format::Choice(_) | Format::Choices(_)), _) => String::new(),
            (Some(Format::Object(_) | Format::OtherSoftware(_) | Format::Array { .. }), None) => {
                ", comme dans le modèle".to_owned()
            }
            (_, Some(example)) => format!(", par exemple {}", code(example)),
            _ => String::new(),
        }
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
        Some(example).filter(|example| !example.is_empty())
    }
    /// What the fix writes in place of the whole value, between backticks.
    pub(super) fn proposed(&self) -> Option<String> {
        match self.diagnostic.fix.as_ref()?.edits.as_slice() {
            [edit] if edit.span == self.diagnostic.span && !edit.text.is_empty() => {
                Some(code(&edit.text))
            }
            _ => None,
        }
    }
    /// "Écrivez `…`.", what the fix writes; otherwise these other words.
    pub(super) fn write_or(&self, otherwise: impl FnOnce() -> String) -> String {
        let safety = self.diagnostic.fix.as_ref().map(|fix| fix.safety);
        match (self.proposed(), safety) {
            (Some(value), Some(Safety::Sure)) => format!("Écrivez {value}."),
            (Some(value), _) => format!("Écrivez {value}, si c'est bien la valeur voulue."),
            (None, _) => otherwise(),
        }
    }
    /// The name that the fix gives to the file, between backticks.
    pub(super) fn renamed(&self) -> Option<String> {
        self.diagnostic
            .fix
            .as_ref()?
            .rename
            .as_ref()
            .map(|(_, to)| code(to))
    }
    /// The name that a piece of this demande must have, without its extension: "MDV-LGC-Va1-BDC-A0012".
    pub(super) fn piece(&self, kind: &str) -> Option<String> {
        let editeur = self.demande()?.numero_editeur.as_deref()?;
        Some(format!(
            "{}-Va1-{kind}-{editeur}",
            self.document.profile?.id
        ))
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
        if let Detail::Word(word) = self.detail() {
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
    /// The same between backticks; without one, what the file has at the place.
    pub(super) fn quoted(&self) -> String {
        self.text().map_or_else(|| self.found(), code)
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

/// Values as they are written in the file: "`"PDF"`, `"PNG"` ou `"JPG"`".
pub(super) fn choices(values: &[&str]) -> String {
    any_of(
        &values
            .iter()
            .map(|value| format!("`\"{value}\"`"))
            .collect::<Vec<_>>(),
    )
}
