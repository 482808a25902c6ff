//! The catalogue: one entry per code, with every word the product says about it. Codes never change meaning (REGLES section 5).
//!
//! A sentence is made from a [`View`]: the diagnostic, the row it cites and the file. What each code finds in
//! `Diagnostic::detail` is written beside its entry; how sentences name it is said in `sentence.rs`.
//!
//! The entries are in French; their English twins are in `english/`, in files of the same names.

mod archive;
mod code;
mod codes;
mod coherence;
mod dossier;
mod english;
mod example;
mod family;
mod format;
mod french;
mod json;
mod language;
mod mask;
mod name;
mod place;
#[cfg(test)]
mod said;
#[cfg(test)]
mod samples;
mod scope;
mod sentence;
mod structure;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod twins;
mod view;
mod when;
mod words;

use std::sync::LazyLock;

pub use code::Code;
pub use codes::Codes;
pub use example::{Example, example};
pub(crate) use french::visible;
pub use french::{all_of, typographie};
pub use language::Language;
pub use mask::{MASK, entry as masked_entry, file as masked_file};
pub(crate) use mask::{file_named as masked_file_named, key as masked_key};
pub use scope::{duty, not_applied, ranks, without_object};
pub use view::View;

use crate::diag::Severity;
use sentence::Sentences;

/// Everything said of one code, in one language.
pub struct Rule {
    /// The code.
    pub code: Code,
    /// The severities that it can have, the usual one first.
    pub severities: &'static [Severity],
    /// The rule in one sentence, for its page: "Un montant s'écrit avec exactement deux décimales."
    pub summary: &'static str,
    /// Why it matters: what the portal or the people behind it do with it.
    pub why: &'static str,
    /// Said instead when the finding is only a warning, by a rule that can also be an error: what is uncertain. Empty for the other rules.
    pub doubt: &'static str,
    /// The section of the documents that the rule comes from when the diagnostic cites no row ("1.2"); empty when it is the tool's own.
    pub section: &'static str,
    /// What is wrong and where, standing alone: "Demande 12 (n° éditeur A0012) : le montant … Trouvé : `1075`."
    message: Sentences,
    /// What to write or do.
    help: Sentences,
}

/// Every rule in French, in the order of the catalogue, as `family.rs` reads them.
static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules = Vec::new();
    for family in [
        &json::RULES,
        &structure::RULES,
        &format::RULES,
        &coherence::RULES,
        &name::RULES,
        &archive::RULES,
        &dossier::RULES,
    ] {
        family.read(&mut rules);
    }
    rules
});

/// Every rule in French, in the order of the catalogue.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    ALL.iter()
}

/// The entry of a code in French: rules are in the order of the codes.
pub fn rule(code: Code) -> &'static Rule {
    &ALL[code as usize]
}

impl Rule {
    /// The same rule in a language.
    pub fn in_language(&self, language: Language) -> &'static Rule {
        match language {
            Language::Francais => rule(self.code),
            Language::Anglais => &english::RULES[self.code as usize],
        }
    }
}

/// The severity that a code has when nothing softens it.
pub fn usual_severity(code: Code) -> Severity {
    rule(code)
        .severities
        .first()
        .copied()
        .unwrap_or(Severity::Erreur)
}
