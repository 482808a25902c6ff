//! What a sentence is made from: the diagnostic, its file, and the ways of naming things in French.

use crate::check::Document;
use crate::diag::{Detail, Diagnostic};
use crate::profile::Row;

/// A diagnostic in its file.
pub struct View<'a> {
    /// The diagnostic.
    pub diagnostic: &'a Diagnostic,
    /// The file it is in.
    pub document: &'a Document,
}

impl<'a> View<'a> {
    /// "Demande 12 (n° éditeur A0012)", or "Entête du fichier" outside the demandes, or "Ligne 14" when the file has no known shape.
    pub fn place(&self) -> String {
        todo!()
    }
    /// The key as the document prints it, between backticks.
    pub fn key(&self) -> String {
        todo!()
    }
    /// The row's own words with their article: "le montant".
    pub fn label(&self) -> &'static str {
        self.row().map_or("la valeur", |row| row.label)
    }
    /// The row, if the diagnostic cites one.
    pub fn row(&self) -> Option<&'static Row> {
        self.diagnostic.row
    }
    /// What the file has at the place, between backticks, cut after 40 characters, on one line.
    pub fn found(&self) -> String {
        todo!()
    }
    /// What the sentence needs.
    pub fn detail(&self) -> &'a Detail {
        &self.diagnostic.detail
    }
}

/// French typography: no-break spaces before `: ; ! ?` and inside « »; what stands between backticks is left as it is.
pub fn typographie(_text: &str) -> String {
    todo!()
}
