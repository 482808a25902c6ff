//! The conditions of sentences.

use super::view::View;
use crate::check::FileKind;
use crate::diag::{Detail, Safety};
use crate::profile::{Class, Format};

impl View<'_> {
    /// True when the condition of this name holds. Those that take an argument take several, of which one is enough.
    pub(super) fn holds(&self, name: &str, argument: &str) -> bool {
        let one_is = |is: &dyn Fn(&str) -> bool| argument.split(',').any(is);
        match name {
            "avertissement" => self.is_warning(),
            // What the check left: the rule's word, a text of the file, numbers.
            "mot" => one_is(&|word| self.word() == word),
            "passe" => matches!(self.detail(), Detail::Type(..)),
            "texte" => one_is(&|text| self.text().is_some_and(|found| found.starts_with(text))),
            "accent grave" => self.text() == Some("`"),
            "plusieurs demandes" => self.texts().len() > 2,
            "compte" => one_is(&|number| self.count().1.to_string() == number),
            "dépassement" => self.count().1 > self.count().0,
            "correction sûre" => {
                let fix = self.diagnostic.fix.as_ref();
                fix.is_some_and(|fix| fix.safety == Safety::Sure)
            }
            "simulation" => self.document.simulation,
            "ZIP" => self.document.kind == FileKind::Zip,
            // What the file has at the place, as it is written there.
            "source" => self.source() == argument,
            "entête" => {
                let is_read = self.row().is_some() || !self.document.demandes.is_empty();
                self.demande().is_none() && !self.is_syntax() && is_read
            }
            // The row.
            "format" => {
                let format = self.format();
                one_is(&|name| format.is_some_and(|format| is_called(format, name)))
            }
            "élément" => self.is_element(),
            // Any place: it has something to say.
            _ => self.value(name, argument).is_some(),
        }
    }
}

/// True when sentences call the format so.
fn is_called(format: &Format, name: &str) -> bool {
    use Format::{Array, Choice, Choices, Object, OtherSoftware};
    match (name, format) {
        ("null", Format::Null)
        | ("booléen", Format::Boolean)
        | ("texte", Format::Text { .. })
        | ("choix unique", Choice([_]))
        | ("choix", Choice(_) | Choices(_))
        | ("opérateur", Format::Operator)
        | ("numéro de ligne", Format::LineNumber)
        | ("montant", Format::Amount)
        | ("bloc", Object(_) | OtherSoftware(_))
        | ("liste", Array { .. })
        | ("liste de blocs", Array { of: Object(_), .. }) => true,
        (_, Format::Text { class, .. }) => matches!(
            (name, class),
            ("FINESS", Class::Finess)
                | ("libre", Class::Loose)
                | ("indicatif", Class::Phone { strict: true })
        ),
        _ => false,
    }
}
