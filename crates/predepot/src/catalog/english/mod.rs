//! The English twins of what the catalogue says in French: one file a family, in the order of the French ones, with the same places and
//! conditions (`twins.rs` holds them together). Keys, values, codes and the names of codes are the documents' own, and stay.
//!
//! The same words everywhere:
//!
//! | French | English |
//! |---|---|
//! | demande | request ("funding request" in a summary, which stands alone) |
//! | le document, les documents (of the ASP) | the specification, the specifications |
//! | modèle | template |
//! | dépôt, déposer | submission, submit |
//! | contrôle (of the portal) | check; rejet: rejection; instruire: review |
//! | entête, bloc, liste, clé, élément | header, block, list, key, item |
//! | guillemet, accolade, crochet | quote, brace, bracket |
//! | commande, bon de commande | order, purchase order |
//! | pièce (justificative) | supporting document ("document" where it was just named) |
//! | preuve HT, régime HT | proof of the HT regime, HT regime (HT: before VAT) |
//! | fournisseur, bénéficiaire, client | supplier, beneficiary, client |
//! | éditeur, numéro éditeur | vendor, vendor number |
//! | mandataire | authorised agent |
//! | médecin libéral | self-employed doctor |
//! | centre de santé, maison de santé | health centre, group practice |
//! | établissement, ESMS | facility, ESMS |
//! | organisme gestionnaire | managing organisation |
//! | couloir, logiciel | corridor, software |
//! | référencement, référencé (by the ANS) | listing, listed |
//! | profil métier | sector profile |
//! | scénario d'installation | installation scenario |
//! | opérateur de messagerie | messaging operator |
//! | maître d'identité | identity master |
//! | certificat serveur | server certificate |
//! | avance, solde | advance, balance |
//! | courriel, indicatif | email address, country code |

mod archive;
mod coherence;
mod dossier;
mod format;
mod json;
mod labels;
mod limits;
mod name;
mod phrases;
mod structure;
mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use super::french::cut;
use super::sentence::Sentences;
use super::{Code, Rule, rule};

pub(super) use words::WORDS;

/// Why, for a warning of a rule that has only errors.
pub(super) const DEDUCED: &str = "The specification does not describe this block for this \
    software: the rule comes from that of another software of the same corridor. A rejection is \
    possible, not certain.";

/// The words of one file's rules, kept as those in French are (`family.rs`).
struct Family {
    /// Their codes.
    codes: &'static [Code],
    /// Five lines a rule: summary, why, doubt, message, help.
    text: &'static str,
}

/// A family: for each code, the words of its [`Rule`].
macro_rules! family {
    [$($code:ident {
        summary: $summary:literal,
        why: $why:literal,
        $(doubt: $doubt:literal,)?
        message: [$message:literal $(, $other_message:literal)* $(,)?],
        help: [$help:literal $(, $other_help:literal)* $(,)?],
    })*] => {
        $crate::catalog::english::Family {
            codes: &[$($crate::catalog::Code::$code),*],
            text: concat!($(
                $summary, "\n", $why, "\n", $($doubt,)? "\n",
                $message, $("\t", $other_message,)* "\n", $help, $("\t", $other_help,)* "\n",
            )*),
        }
    };
}

use family;

/// Every rule, in the order of the catalogue.
pub(super) static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
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

impl Family {
    /// Adds its rules.
    fn read(&self, to: &mut Vec<Rule>) {
        let mut lines = self.text.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        for &code in self.codes {
            let french = rule(code);
            to.push(Rule {
                code,
                severities: french.severities,
                section: french.section,
                summary: line(),
                why: line(),
                doubt: line(),
                message: Sentences(line()),
                help: Sentences(line()),
            });
        }
    }
}

/// What French texts are in English: pairs, one a line, a tabulation between the two. Where a text has values, which stand between backticks,
/// these are empty here.
macro_rules! twins {
    [$($french:literal => $english:literal,)*] => { concat!($($french, "\t", $english, "\n",)*) };
}

use twins;

/// The pairs, by file.
pub(super) static TWINS: [&str; 3] = [labels::TWINS, phrases::TWINS, limits::TWINS];

/// The English twin of a French text. Without one, that of its words but the last, which is then a name ("une image GIF"); else itself.
pub(super) fn say(french: &str) -> Cow<'_, str> {
    if let Some(twin) = twin(french) {
        return twin.into();
    }
    let named = memchr::memrchr(b' ', french.as_bytes());
    match named.and_then(|at| french.split_at_checked(at)) {
        Some((words, name)) => twin(words).map_or(french.into(), |twin| (twin + name).into()),
        None => french.into(),
    }
}

fn twin(french: &str) -> Option<String> {
    for mut pairs in TWINS {
        while let Some((pair, others)) = cut(pairs, b'\n') {
            pairs = others;
            // Most are told by their first letter.
            if pair.as_bytes().first() == french.as_bytes().first()
                && let Some((text, twin)) = cut(pair, b'\t')
                && let Some(said) = with_values(text, twin, french)
            {
                return Some(said);
            }
        }
    }
    None
}

/// `twin` with the values of `french`, when `text` is what stands around these.
fn with_values(mut text: &str, mut twin: &str, french: &str) -> Option<String> {
    let (before, mut is_value) = before_value(&mut text);
    let mut rest = french.strip_prefix(before)?;
    let mut said = before_value(&mut twin).0.to_owned();
    while is_value {
        let (after, is_other) = before_value(&mut text);
        let ends = |at: &usize| {
            let is_quote = |at: usize| rest.as_bytes().get(at) == Some(&b'`');
            let next = at + 1 + after.len();
            is_quote(*at)
                && rest.as_bytes().get(at + 1..next) == Some(after.as_bytes())
                && is_quote(0)
                && if is_other {
                    is_quote(next)
                } else {
                    next == rest.len()
                }
        };
        let end = (1..rest.len()).find(ends)? + 1;
        said += rest.get(..end)?;
        said += before_value(&mut twin).0;
        rest = rest.get(end + after.len()..)?;
        is_value = is_other;
    }
    rest.is_empty().then_some(said)
}

/// Takes what stands before the next empty backticks, and whether there are any.
fn before_value<'a>(text: &mut &'a str) -> (&'a str, bool) {
    match cut(text, b'`') {
        Some((before, after)) => {
            *text = after.get(1..).unwrap_or_default();
            (before, true)
        }
        None => (std::mem::take(text), false),
    }
}
