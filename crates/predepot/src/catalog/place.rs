//! The values that fill the places of sentences. The words around a value are in `words.rs`.

use super::Language;
use super::french::{code, list, one_line};
use super::mask::{self, MASK};
use super::view::View;
use crate::check::{Demande, FileKind};
use crate::diag::Detail;
use crate::profile::Format;

/// A text without backticks is cut after this many.
const MOST_BARE: usize = 60;
/// The demandes of a reminder are listed up to this many.
const MOST_LISTED: usize = 12;
/// A value found is cut after this many characters.
const MOST_SHOWN: usize = 40;

impl View<'_> {
    /// The value that a name stands for; `None` when there is none here.
    pub(super) fn value(&self, name: &str, argument: &str) -> Option<String> {
        let (expected, found) = self.count();
        let word = Some(self.word()).filter(|word| !word.is_empty());
        let text = |index: usize| self.texts().get(index).map(String::as_str);
        let ranks = self.texts().get(1..).unwrap_or_default();
        let language = self.language();
        let count = |n, noun| count(n, noun, language);
        let value = match name {
            // Where.
            "fichier" => self.file(self.document),
            "ligne" => self.line(self.diagnostic.span.start),
            "demande" => number(self.demande()?),
            "éditeur" => self.unmasked(editeur(self.demande()?)?)?,
            "autre fichier" => self.other_file(self.diagnostic.related.first()?.file.as_ref()?),
            "autre ZIP" => {
                let other = self.diagnostic.related.first()?.file.as_ref()?;
                let is_zip = self.document.kind == FileKind::Zip && *other != self.document.name;
                is_zip.then(|| self.other_file(other))?
            }
            "autre ligne" => self.line(self.diagnostic.related.first()?.span.start),
            "autre demande" => number(self.other_demande()?),
            "autre éditeur" => self.unmasked(editeur(self.other_demande()?)?)?,
            "entrée" => match (self.masked, self.diagnostic.entry) {
                (Some(_), Some(index)) => code(&mask::entry(index, &self.entry()?.name.text)),
                _ => code(&self.entry()?.name.text),
            },
            "poids" => {
                let size = self.entry().map_or(self.document.size, |entry| entry.size);
                megas(size, language)
            }
            // The row. A member is as the file has it, `"regimeTVA": "TTC"`: with the example, or with nothing in it.
            "libellé" => language.say(self.row()?.label).into_owned(),
            "clé" => code(self.row()?.key),
            "exemple" => code(self.example()?),
            "membre" => self.member(self.example()?)?,
            "membre vide" => self.member(match self.format()? {
                Format::Array { .. } if self.holds("correction sûre", "") => "[]",
                Format::Array { .. } => "[ … ]",
                Format::Object(_) | Format::OtherSoftware(_) => "{ … }",
                _ => "null",
            })?,
            // The values that the row allows; the argument stands before the last.
            "choix" => match self.format()? {
                Format::Choice(values) | Format::Choices(values) => {
                    let quoted = values.iter().map(|value| format!("`\"{value}\"`"));
                    list(&quoted.collect::<Vec<_>>(), argument)
                }
                _ => return None,
            },
            // What alone passes in this demande.
            "seulement" => match self.detail() {
                Detail::Type(_, only) if *only != "ou null" => code(only),
                _ => return None,
            },
            // What the file has at the place.
            "valeur" if self.masked.is_some() => code(MASK),
            "valeur" => shown(&self.source()),
            "valeur visible" => {
                let source = self.unmasked(self.source())?;
                (!source.trim().is_empty()).then(|| shown(&source))?
            }
            "clé trouvée" => self.own(self.source().trim_matches('"')),
            "montant" => self.unmasked(two_decimals(&self.source())?)?,
            // What the fix writes: other sentences say what to write when it is masked.
            "proposition" => match self.proposed()? {
                known if mask::is_known(known) => code(known),
                own => code(self.unmasked(own)?),
            },
            // Of a JSON, its form is said instead.
            "nouveau nom" if self.masked.is_some() => {
                let is_piece = self.diagnostic.entry.is_some() || self.diagnostic.node.is_some();
                is_piece.then(|| code(MASK))?
            }
            "nouveau nom" => code(self.renamed()?),
            // The name that a piece of this demande must have; the argument is its kind.
            "pièce" => {
                let (_, demande) = self.demande()?;
                let editeur = demande.numero_editeur.as_deref()?;
                let editeur = self.unmasked(editeur).unwrap_or(MASK);
                let profile = self.document.profile?.id;
                code(&format!("{profile}-Va1-{argument}-{editeur}.pdf"))
            }
            // What the check left.
            "mot" => language.say(word?).into_owned(),
            "mot cité" => code(word?),
            "texte" => self.own(self.text()?),
            "texte nu" => one_line(&language.say(self.filled_text()?), MOST_BARE),
            "date" => day(&one_line(self.filled_text()?, MOST_BARE), language),
            "raison" => self.own(&language.say(self.stated()?)),
            "motif" => self.own(self.stated()?),
            "extension" => match self.text()?.trim_start_matches('.') {
                own if self.masked.is_some() && !mask::is_known(own) => code(MASK),
                extension => code(&format!(".{extension}")),
            },
            "premier" => self.own(text(0)?),
            "second" => self.own(text(1)?),
            "noms proches" => {
                let names = self.texts().iter().skip(1).map(|name| self.own(name));
                list(&names.collect::<Vec<_>>(), argument)
            }
            "rappel" => inside(&language.say(text(0)?)),
            "rangs" => list(ranks, argument),
            "premiers rangs" => {
                let first = ranks.get(..MOST_LISTED)?;
                (ranks.len() > MOST_LISTED).then(|| first.join(", "))?
            }
            "rangs de plus" => count(ranks.len().saturating_sub(MOST_LISTED) as u32, argument),
            "codes" if self.texts().is_empty() => return None,
            "codes" => list(self.texts(), argument),
            // Numbers; the argument is what is counted.
            "attendu" => count(expected, argument),
            "attendu cité" => code(&count(expected, argument)),
            "maximum" => count(expected.saturating_sub(1), argument),
            "compte" => count(found, argument),
            "autres" => count(found.saturating_sub(1), argument),
            _ => return None,
        };
        Some(value)
    }

    /// The text without blanks around, if it says something.
    fn stated(&self) -> Option<&str> {
        Some(self.text()?.trim()).filter(|text| !text.is_empty())
    }

    fn filled_text(&self) -> Option<&str> {
        self.text().filter(|text| !text.is_empty())
    }

    fn line(&self, offset: u32) -> String {
        self.lines.place(offset).line.to_string()
    }

    fn member(&self, value: &str) -> Option<String> {
        Some(code(&format!("\"{}\": {value}", self.row()?.key)))
    }
}

fn shown(value: &str) -> String {
    format!("`{}`", one_line(value, MOST_SHOWN))
}

/// The number that a demande gives itself; its rank when that is none.
fn number((index, demande): (usize, &Demande)) -> String {
    demande
        .num_ligne
        .filter(|n| (1..=200).contains(n))
        .unwrap_or(index as i64 + 1)
        .to_string()
}

fn editeur((_, demande): (usize, &Demande)) -> Option<String> {
    let editeur = demande.numero_editeur.as_deref()?.trim();
    (!editeur.is_empty()).then(|| one_line(editeur, MOST_SHOWN))
}

/// "1 caractère", "10 caractères"; the number alone when no noun is given.
fn count(n: u32, noun: &str, language: Language) -> String {
    let is_plural = language.either(n > 1, n != 1);
    let plural = if is_plural && !noun.is_empty() {
        "s"
    } else {
        ""
    };
    let space = if noun.is_empty() { "" } else { " " };
    format!("{n}{space}{noun}{plural}")
}

/// "3,15 Mo" or "3.15 MB", never less than it is.
fn megas(size: u64, language: Language) -> String {
    let hundredths = size.div_ceil(10_000);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let (point, unit) = language.either((',', "Mo"), ('.', "MB"));
    match rest {
        0 => format!("{whole} {unit}"),
        _ => format!("{whole}{point}{rest:02} {unit}"),
    }
}

/// "03/10/2023" as it is, or as "2023-10-03" where days and months would be mistaken for each other.
fn day(written: &str, language: Language) -> String {
    match language {
        Language::Francais => written.to_owned(),
        Language::Anglais => written.rsplit('/').collect::<Vec<_>>().join("-"),
    }
}

/// A sentence as it reads after a colon: without its capital, unless its first word has others, nor its full stop.
fn inside(sentence: &str) -> String {
    let mut inside = sentence.trim_end_matches('.').to_owned();
    let is_word = inside.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase);
    if is_word && let Some(first) = inside.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    inside
}

/// The same amount with two decimals, when that only adds or removes zeros.
fn two_decimals(amount: &str) -> Option<String> {
    let (units, cents) = amount.split_once('.').unwrap_or((amount, ""));
    let cents = cents.trim_end_matches('0');
    let zeros = ["00", "0", ""].get(cents.len())?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!units.is_empty() && digits(units) && digits(cents))
        .then(|| code(&format!("{units}.{cents}{zeros}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_never_less_than_it_is() {
        for (size, french, english) in [
            (3_000_000, "3 Mo", "3 MB"),
            (3_000_001, "3,01 Mo", "3.01 MB"),
            (0, "0 Mo", "0 MB"),
        ] {
            assert_eq!(megas(size, Language::Francais), french);
            assert_eq!(megas(size, Language::Anglais), english);
        }
    }

    #[test]
    fn nothing_is_plural_in_english_only() {
        let both = |n| Language::ALL.map(|language| count(n, "point", language));
        assert_eq!(both(0), ["0 point", "0 points"]);
        assert_eq!(both(1), ["1 point", "1 point"]);
        assert_eq!(both(2), ["2 points", "2 points"]);
    }

    #[track_caller]
    fn check_amount(amount: &str, expected: Option<&str>) {
        assert_eq!(two_decimals(amount).as_deref(), expected);
    }

    #[test]
    fn an_amount_gets_its_zeros() {
        check_amount("1075", Some("`1075.00`"));
        check_amount("1075.5", Some("`1075.50`"));
        check_amount("1075.1200", Some("`1075.12`"));
    }
    #[test]
    fn an_amount_is_never_rounded_nor_computed() {
        check_amount("1075.125", None);
        check_amount("1.075e3", None);
        check_amount("-12", None);
        check_amount("", None);
    }
}
