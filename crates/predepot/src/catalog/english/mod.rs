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
mod name;
mod phrases;
mod structure;
mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

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
    [
        &json::RULES,
        &structure::RULES,
        &format::RULES,
        &coherence::RULES,
        &name::RULES,
        &archive::RULES,
        &dossier::RULES,
    ]
    .into_iter()
    .flat_map(Family::read)
    .collect()
});

impl Family {
    fn read(&'static self) -> impl Iterator<Item = Rule> {
        let mut lines = self.text.split('\n');
        self.codes.iter().map(move |&code| {
            let french = rule(code);
            let mut line = || lines.next().unwrap_or_default();
            Rule {
                code,
                severities: french.severities,
                section: french.section,
                summary: line(),
                why: line(),
                doubt: line(),
                message: Sentences(line()),
                help: Sentences(line()),
            }
        })
    }
}

/// What French texts are in English: pairs, one a line, a tabulation between the two. What stands between backticks is a value, written
/// nowhere here: a text that has some is told by the others, and its values are put between those of its twin.
macro_rules! twins {
    [$($french:literal => $english:literal,)*] => { concat!($($french, "\t", $english, "\n",)*) };
}

use twins;

/// The pairs, French first.
pub(super) static TWINS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = [labels::TWINS, phrases::TWINS]
        .into_iter()
        .flat_map(str::lines);
    lines.filter_map(|line| line.split_once('\t')).collect()
});

/// The English twin of a French text. Without one, that of its words but the last, which is then a name ("une image GIF"); else itself.
pub(super) fn say(french: &str) -> Cow<'_, str> {
    if french.contains('`') {
        return TWINS
            .iter()
            .find_map(|(text, twin)| with_values(text, twin, french))
            .map_or(french.into(), Cow::Owned);
    }
    let twin = |text: &str| TWINS.iter().find(|(known, _)| *known == text);
    if let Some((_, twin)) = twin(french) {
        return (*twin).into();
    }
    let named = french.rsplit_once(' ');
    match named.and_then(|(words, name)| Some((twin(words)?.1, name))) {
        Some((twin, name)) => format!("{twin} {name}").into(),
        None => french.into(),
    }
}

/// `twin` with the values of `french`, when `text` is what stands around these.
fn with_values(text: &str, twin: &str, french: &str) -> Option<String> {
    let mut around = text.split("``");
    let mut rest = french.strip_prefix(around.next()?)?.strip_prefix('`')?;
    let mut around = around.peekable();
    let mut out = String::new();
    let mut places = twin.split("``");
    out.push_str(places.next()?);
    while let Some(after) = around.next() {
        let end = format!("`{after}");
        let value = if around.peek().is_none() {
            std::mem::take(&mut rest).strip_suffix(&end)?
        } else {
            let (value, others) = rest.split_once(&format!("{end}`"))?;
            rest = others;
            value
        };
        out.push('`');
        out.push_str(value);
        out.push('`');
        out.push_str(places.next()?);
    }
    Some(out)
}
