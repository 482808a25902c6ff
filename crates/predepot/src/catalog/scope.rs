//! The words of a scope: why a rule says nothing of a file, and what the user makes sure of. In French; `Language::say` has the English.

use super::Code::{self, *};
use super::Language;
use super::french::list;
use crate::check::Why;

/// Rules that judge something which a file may not have, with what the others then see.
const WITHOUT_OBJECT: &[(Code, &str)] = &[
    (S008, "le fichier n'a qu'une demande"),
    (F012, "aucun opérateur de messagerie n'est donné"),
    (C001, "aucune demande n'a de mandataire à nommer"),
    (C002, "toutes les demandes ont un mandataire"),
    (C003, "aucune commande n'est pour des médecins libéraux"),
    (C004, "aucune commande n'est pour une structure"),
    (C005, "aucune demande ne dit si le client est unique"),
    (C007, "il n'y a qu'un numéro éditeur"),
    (C010, "aucune demande n'est en régime HT"),
    (C011, "aucune demande n'est en régime TTC"),
    (C014, "aucune liste n'a deux FINESS"),
    (C015, "chaque organisme demande un certificat serveur"),
    (C016, "aucun organisme ne demande de certificat serveur"),
    (C019, "aucune commande n'est pour des médecins libéraux"),
    (C020, "aucun médecin n'est sans mandataire"),
    (C021, "aucune demande n'a deux médecins"),
    (C023, "aucune commande n'est pour une structure"),
    (C024, "aucune commande n'est pour une structure"),
    (C025, "tous les systèmes sont maîtres d'identité"),
    (N015, "il n'y a qu'une pièce"),
    (Z024, "aucune pièce n'est déclarée"),
    (Z025, "toutes les pièces sont dans un ZIP"),
    (R002, "ce fichier n'est pas une réponse de l'ASP"),
];

const NOTHING: &str = "rien de tel dans ce qui est déposé";

/// Why a rule had nothing to judge, as the end of a sentence.
pub fn without_object(code: Code) -> &'static str {
    let known = WITHOUT_OBJECT.iter().find(|(known, _)| *known == code);
    known.map_or(NOTHING, |(_, words)| words)
}

/// Why a rule was not applied, likewise.
pub fn not_applied(why: Why) -> &'static str {
    match why {
        Why::Earlier => "ce qui serait jugé manque ou est en faute",
        Why::Unread => "le fichier n'a pas été lu",
        Why::Unknown => "le modèle du fichier n'est pas reconnu",
        Why::Answer => "dans une réponse de l'ASP, seules les demandes rejetées sont contrôlées",
        Why::NoPieces => "ni ZIP ni pièce n'est déposé ici",
        Why::NoJson => "aucun JSON de demandes n'est déposé ici",
        Why::Pending => "toutes les pièces ne sont pas lues",
        Why::NoDay => "la date du jour n'est pas connue",
        Why::Chosen => "le profil est choisi à la main",
    }
}

/// What the user makes sure of, as a sentence in a language; a reminder of a finding is half of one.
pub fn duty(text: &str, language: Language) -> String {
    let said = language.say(text);
    let sentence = match said.split_at_checked(1) {
        Some((first, rest)) if !said.ends_with('.') => {
            format!("{}{rest}.", first.to_ascii_uppercase())
        }
        _ => said.into_owned(),
    };
    language.typeset(&sentence)
}

/// "1, 4 et 7"; the first twelve when there are more.
pub fn ranks(ranks: &[u32], language: Language) -> String {
    const MOST: usize = 12;
    let (first, more) = ranks.split_at(ranks.len().min(MOST));
    let mut words: Vec<String> = first.iter().map(u32::to_string).collect();
    let and = language.either("et", "and");
    if more.is_empty() {
        return list(&words, and);
    }
    let others = format!("{} {}", more.len(), language.either("autres", "others"));
    words.push(others);
    list(&words, and)
}
