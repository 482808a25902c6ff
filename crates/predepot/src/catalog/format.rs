//! F: what a value looks like.

use super::french::{any_of, code, count};
use super::view::choices;
use super::{Code, Rule};
use crate::diag::Severity::{Avertissement, Erreur};
use crate::profile::{Class, Format};

pub(super) static RULES: &[Rule] = &[
    // Row; Count: characters expected and found.
    Rule {
        code: Code::F001,
        severities: &[Erreur],
        summary: "Un texte de longueur fixe compte exactement le nombre de \
            caractères du document.",
        why: "Le document donne cette longueur par « VARCHAR (=n) » : ni plus, \
            ni moins. Les espaces comptent.",
        doubt: "",
        section: "3.2",
        message: |v| {
            let (expected, found) = v.count();
            v.says_found(&format!(
                "{} compte {} au lieu de {expected}.",
                v.subject(),
                count(found, "caractère")
            ))
        },
        help: |v| {
            v.write_or(|| {
                format!(
                    "Écrivez exactement {}, sans espace{}.",
                    count(v.count().0, "caractère"),
                    v.such_as()
                )
            })
        },
    },
    // Row; Count: the limit n of "VARCHAR (<n)" and the characters found; a warning when they are equal.
    Rule {
        code: Code::F002,
        severities: &[Erreur, Avertissement],
        summary: "Un texte reste en dessous de la longueur que donne le document.",
        why: "Le document borne cette longueur par « VARCHAR (<n) » : un texte \
            plus long ne tient pas dans la place prévue.",
        doubt: "Le document écrit « VARCHAR (<n) » : à la lettre, n caractères \
            sont déjà un de trop, mais le portail compte peut-être « n au \
            plus ».",
        section: "3.2",
        message: |v| {
            let (limit, found) = v.count();
            let length = count(found, "caractère");
            match v.is_warning() {
                true => v.says_found(&format!(
                    "{} compte {length}, juste à la limite du document.",
                    v.subject()
                )),
                false => v.says_found(&format!(
                    "{} compte {length}, le maximum est de {}.",
                    v.subject(),
                    limit.saturating_sub(1)
                )),
            }
        },
        help: |v| {
            format!(
                "Raccourcissez ce texte à {} au plus, espaces compris.",
                count(v.count().0.saturating_sub(1), "caractère")
            )
        },
    },
    // Row: its values; a warning for `profilMetier` given as a list.
    Rule {
        code: Code::F003,
        severities: &[Erreur, Avertissement],
        summary: "Une valeur à choisir est l'une de celles que donne le document, \
            écrite exactement ainsi.",
        why: "Le document énumère les valeurs possibles, et le portail \
            contrôle le format de chacune : une majuscule ou un espace de \
            trop en fait une autre valeur.",
        doubt: "Le document prévoit qu'un ESMS demande plusieurs profils métier, \
            sans dire comment les écrire ensemble. Un rejet est possible, \
            pas certain.",
        section: "3.2",
        message: |v| match v.is_warning() {
            true => v.says_found(&format!(
                "{} regroupe plusieurs valeurs, le document n'en montre qu'une à \
                    la fois.",
                v.subject()
            )),
            false => v.says_found(&format!("{} doit valoir {}.", v.subject(), v.expected())),
        },
        help: |v| {
            v.write_or(|| match (v.is_warning(), v.format()) {
                (true, _) => "Écrivez un seul profil par scénario, et répétez le scénario du \
                    même FINESS pour chaque autre profil."
                    .to_owned(),
                (false, Some(Format::Choice([value]))) => format!(
                    "Écrivez `\"{value}\"`, la seule valeur possible, entre \
                        guillemets et sans espace."
                ),
                (false, Some(Format::Choice(values) | Format::Choices(values))) => {
                    format!(
                        "Écrivez {}, entre guillemets, avec les mêmes majuscules et sans \
                            espace.",
                        choices(values)
                    )
                }
                _ => "Écrivez l'une des valeurs que donne le document, à la lettre \
                    près."
                    .to_owned(),
            })
        },
    },
    // Row. A warning for the form of a FINESS.
    Rule {
        code: Code::F004,
        severities: &[Erreur, Avertissement],
        summary: "Un numéro fait de chiffres ne contient que des chiffres.",
        why: "Ce numéro identifie le fournisseur ou le bénéficiaire : avec un \
            autre caractère, il ne désigne personne et le contrôle de format \
            le refuse.",
        doubt: "Le document demande seulement 9 caractères. Mais un FINESS a \
            deux lettres ou chiffres puis sept chiffres : sous une autre \
            forme, il ne désigne aucun établissement.",
        section: "3.2",
        message: |v| match v.format() {
            Some(Format::Text {
                class: Class::Finess,
                ..
            }) => v.says_found(&format!(
                "{} n'a pas la forme habituelle d'un FINESS.",
                v.subject()
            )),
            _ => v.says_found(&format!(
                "{} doit contenir uniquement des chiffres.",
                v.subject()
            )),
        },
        help: |v| {
            v.write_or(|| match v.format() {
                Some(Format::Text {
                    class: Class::Finess,
                    ..
                }) => {
                    format!(
                        "Comparez ce numéro au bon de commande : deux chiffres (ou \
                            lettres), puis sept chiffres, sans espace{}.",
                        v.such_as()
                    )
                }
                _ => format!(
                    "Écrivez uniquement les chiffres, sans espace, point ni lettre \
                        (attention au O et au zéro){}.",
                    v.such_as()
                ),
            })
        },
    },
    // Row.
    Rule {
        code: Code::F005,
        severities: &[Erreur, Avertissement],
        summary: "Un numéro alphanumérique ne contient que des lettres et des \
            chiffres.",
        why: "Le document demande un format alphanumérique. Le portail \
            contrôle le format de chaque valeur : un espace ou un tiret \
            suffit à en sortir.",
        doubt: "Le document ne donne ici que la longueur de ce numéro. Un numéro \
            fait d'autre chose que de lettres et de chiffres reste un \
            risque.",
        section: "3.2",
        message: |v| {
            v.says_found(&format!(
                "{} doit contenir uniquement des lettres et des chiffres.",
                v.subject()
            ))
        },
        help: |v| {
            v.write_or(|| {
                format!(
                    "Écrivez ce numéro sans espace, tiret ni autre signe{}.",
                    v.such_as()
                )
            })
        },
    },
    // Row.
    Rule {
        code: Code::F006,
        severities: &[Erreur],
        summary: "Un nom que le document demande en majuscules est entièrement en \
            majuscules.",
        why: "Le document demande ce nom « en MAJUSCULES », et le portail \
            contrôle le format de chaque valeur.",
        doubt: "",
        section: "3.2",
        message: |v| v.says_found(&format!("{} doit s'écrire en majuscules.", v.subject())),
        help: |v| match v.proposed() {
            Some(value) => format!("Écrivez {value}. Les accents peuvent rester."),
            None => "Écrivez tout le nom en majuscules. Les accents peuvent rester.".to_owned(),
        },
    },
    // Row; Word: "forme" or "calendrier".
    Rule {
        code: Code::F007,
        severities: &[Erreur],
        summary: "Une date s'écrit JJ/MM/AAAA et existe dans le calendrier.",
        why: "Le document demande ce format, et la date est comparée à celle \
            du bon de commande signé par le client.",
        doubt: "",
        section: "3.2",
        message: |v| match v.word() {
            "calendrier" => {
                v.says_found(&format!("{} n'existe pas dans le calendrier.", v.subject()))
            }
            _ => v.says_found(&format!(
                "{} doit s'écrire sous la forme `JJ/MM/AAAA`.",
                v.subject()
            )),
        },
        help: |v| {
            v.write_or(|| match v.word() {
                "calendrier" => "Vérifiez le jour et le mois sur le bon de commande : le jour \
                    vient d'abord, puis le mois, puis l'année."
                    .to_owned(),
                _ => "Écrivez deux chiffres pour le jour, deux pour le mois et quatre \
                    pour l'année, séparés par `/`, par exemple `\"02/10/2023\"`."
                    .to_owned(),
            })
        },
    },
    // Row.
    Rule {
        code: Code::F008,
        severities: &[Erreur],
        summary: "Un montant s'écrit avec un point et exactement deux décimales.",
        why: "Le document demande deux chiffres après le point, et d'ajouter \
            `.00` à un montant entier. Il doit être celui du bon de \
            commande, arrondi au centime.",
        doubt: "",
        section: "3.2",
        message: |v| v.says_found(&format!("{} doit avoir deux décimales.", v.subject())),
        help: |v| match v.proposed().or_else(|| two_decimals(&v.source())) {
            Some(amount) => format!("Écrivez {amount}."),
            None => "Écrivez le montant HT du bon de commande, arrondi au centime, \
                avec un point et deux décimales, par exemple `1075.00`."
                .to_owned(),
        },
    },
    // Row; the severity tells the document's form (error) from a plausible address (warning).
    Rule {
        code: Code::F009,
        severities: &[Erreur, Avertissement],
        summary: "Une adresse de courriel a la forme `nom@domaine.fr`.",
        why: "Le document demande un `@` après le premier caractère, et un \
            point. L'adresse sert à joindre la personne au sujet de la \
            demande.",
        doubt: "Aucune phrase du document n'exclut cette écriture. Mais un \
            message envoyé à une telle adresse n'arriverait sans doute pas.",
        section: "3.2",
        message: |v| match v.is_warning() {
            true => v.says_found(&format!(
                "{} n'a pas la forme d'une adresse de courriel.",
                v.subject()
            )),
            false => v.says_found(&format!(
                "{} doit contenir un `@` après le premier caractère, et un point.",
                v.subject()
            )),
        },
        help: |_| {
            "Écrivez une seule adresse complète et sans espace, par exemple \
                `\"prenom.nom@exemple.fr\"`."
                .to_owned()
        },
    },
    // Row; the severity tells a missing country code (error) from a doubtful form (warning).
    Rule {
        code: Code::F010,
        severities: &[Erreur, Avertissement],
        summary: "Un numéro de téléphone contient des chiffres et, si le document \
            le demande, l'indicatif du pays.",
        why: "Le document demande un indicatif téléphonique, par exemple +33, \
            et le portail contrôle le format de chaque valeur.",
        doubt: "Aucune phrase du document n'exclut cette écriture. Mais le \
            portail peut ne pas reconnaître l'indicatif, ou la personne ne \
            pas être joignable.",
        section: "3.2",
        message: |v| match (v.is_warning(), v.format()) {
            (
                true,
                Some(Format::Text {
                    class: Class::Phone { strict: true },
                    ..
                }),
            ) => v.says_found(&format!(
                "{} porte un indicatif écrit de façon inhabituelle.",
                v.subject()
            )),
            (true, _) => v.says_found(&format!("{} ne contient aucun chiffre.", v.subject())),
            (false, _) => v.says_found(&format!(
                "{} doit comporter un indicatif téléphonique.",
                v.subject()
            )),
        },
        help: |v| {
            v.write_or(|| match v.format() {
                Some(Format::Text {
                    class: Class::Phone { strict: true },
                    ..
                }) => "Écrivez l'indicatif du pays, puis le numéro sans son premier \
                    zéro, par exemple `\"+33 1 23 45 67 89\"`."
                    .to_owned(),
                _ => "Écrivez le numéro en chiffres, par exemple `\"01 23 45 67 89\"`.".to_owned(),
            })
        },
    },
    // Row.
    Rule {
        code: Code::F011,
        severities: &[Erreur],
        summary: "Une valeur que l'ASP remplit elle-même reste à `null` dans le \
            fichier déposé.",
        why: "L'ASP remplit cette valeur après le dépôt, pour identifier le \
            fichier ou la demande et donner le résultat de ses contrôles. Le \
            document demande `null` au départ.",
        doubt: "",
        section: "3.2",
        message: |v| v.says_found(&format!("{} doit rester à `null`.", v.subject())),
        help: |v| match v.source() == "\"null\"" {
            true => "Retirez les guillemets : écrivez `null`.".to_owned(),
            false => "Écrivez `null`, sans guillemets : l'ASP remplira cette valeur.".to_owned(),
        },
    },
    // Row; Texts: the nearest codes with their labels, "`MAI_15` (MAILIZ)", maybe none.
    Rule {
        code: Code::F012,
        severities: &[Erreur, Avertissement],
        summary: "L'opérateur de messagerie est un code de la liste du document, \
            ou `null`.",
        why: "Le document demande un code de sa liste des opérateurs de \
            messagerie, ou `null` pour ne pas en indiquer : un libellé ou un \
            code approchant ne suffit pas.",
        doubt: "Le document ne décrit pas ce bloc pour ce logiciel : la liste \
            des opérateurs vient d'un autre document. Un rejet est possible, \
            pas certain.",
        section: "4",
        message: |v| {
            v.says_found(&format!(
                "{} n'est pas un code de la liste des opérateurs.",
                v.subject()
            ))
        },
        help: |v| {
            v.write_or(|| match v.texts() {
                [] => "Écrivez un code de la liste des opérateurs du document, par \
                    exemple `\"MAI_15\"` pour Mailiz, ou `null` pour ne pas en \
                    indiquer."
                    .to_owned(),
                codes => format!(
                    "Écrivez entre guillemets le code de votre opérateur, sans son \
                        nom, ou `null` pour ne pas en indiquer. Codes les plus proches : \
                        {}.",
                    any_of(codes)
                ),
            })
        },
    },
    // Row.
    Rule {
        code: Code::F013,
        severities: &[Avertissement],
        summary: "Un texte ne commence ni ne finit par un espace.",
        why: "Aucune phrase du document n'en parle. Mais un espace invisible \
            compte comme un caractère, et peut empêcher de reconnaître la \
            valeur.",
        doubt: "",
        section: "",
        message: |v| v.says_found(&format!("{} commence ou finit par un espace.", v.subject())),
        help: |v| match v.proposed() {
            Some(value) => format!("Écrivez {value}, sans espace au début ni à la fin."),
            None => "Supprimez les espaces entre les guillemets et le texte.".to_owned(),
        },
    },
    // Row; Word: "entier" or "bornes".
    Rule {
        code: Code::F014,
        severities: &[Erreur],
        summary: "Le numéro de ligne est un entier de 1 à 200.",
        why: "Il numérote les demandes du fichier, à partir de 1, et un \
            fichier n'en contient pas plus de 200.",
        doubt: "",
        section: "3.2",
        message: |v| match v.word() {
            "entier" => v.says_found(&format!(
                "{} doit s'écrire comme un nombre entier, sans point ni décimale.",
                v.subject()
            )),
            _ => v.says_found(&format!("{} doit aller de 1 à 200.", v.subject())),
        },
        help: |v| {
            v.write_or(|| {
                "Écrivez le rang de la demande dans le fichier : `1` pour la \
                    première, `2` pour la suivante, et ainsi de suite."
                    .to_owned()
            })
        },
    },
    // Row; Word: "SIRET" or "RPPS".
    Rule {
        code: Code::F015,
        severities: &[Avertissement],
        summary: "Les chiffres d'un SIRET ou d'un RPPS s'accordent avec leur clé \
            de contrôle.",
        why: "Aucune phrase du document ne demande ce calcul, mais il révèle \
            presque toute faute de frappe. Une demande au mauvais numéro \
            peut être refusée à l'instruction.",
        doubt: "",
        section: "",
        message: |v| {
            let number = if v.word().is_empty() {
                "numéro"
            } else {
                v.word()
            };
            v.says_found(&format!(
                "{} n'a pas la clé de contrôle d'un vrai {number}.",
                v.subject()
            ))
        },
        help: |v| match v.word() {
            "SIRET" => "Comparez les 14 chiffres à ceux donnés lors de l'enrôlement sur \
                le portail : un chiffre est sans doute faux, ou deux sont \
                inversés."
                .to_owned(),
            "RPPS" => "Comparez les 11 chiffres au bon de commande ou à l'Annuaire \
                Santé : un chiffre est sans doute faux, ou deux sont inversés."
                .to_owned(),
            _ => "Comparez ce numéro à son original : un chiffre est sans doute \
                faux, ou deux sont inversés."
                .to_owned(),
        },
    },
    // Row; Word: "vide", "blanc" or "null" (the word between quotes).
    Rule {
        code: Code::F016,
        severities: &[Erreur, Avertissement],
        summary: "Une valeur obligatoire n'est pas un texte vide ; une valeur \
            absente s'écrit `null`.",
        why: "Le document donne cette valeur comme obligatoire : un texte \
            vide, ou fait d'espaces, ne renseigne rien.",
        doubt: "Le document ne parle pas de texte vide : le portail peut le \
            prendre pour une vraie valeur, ou le refuser.",
        section: "3.2",
        message: |v| match (v.word(), v.source().starts_with('"')) {
            ("null", true) => v.says_found(&format!(
                "{} contient le mot `null` au lieu d'une valeur.",
                v.subject()
            )),
            ("null", false) => v.says(&format!(
                "{} est à `null` au lieu d'une valeur.",
                v.subject()
            )),
            ("blanc", _) => v.says_found(&format!("{} ne contient que des espaces.", v.subject())),
            _ => v.says_found(&format!("{} contient un texte vide.", v.subject())),
        },
        help: |v| match (v.is_warning(), v.format()) {
            (
                true,
                Some(Format::Text {
                    class: Class::Loose,
                    ..
                }),
            )
            | (false, _) => format!("Écrivez la valeur entre guillemets{}.", v.such_as()),
            (true, _) => "S'il n'y a rien à indiquer, écrivez `null`, sans guillemets.".to_owned(),
        },
    },
    // Row.
    Rule {
        code: Code::F017,
        severities: &[Erreur],
        summary: "Le montant est plus grand que zéro.",
        why: "C'est le montant hors taxe de la prestation, tel que le bon de \
            commande le donne : l'avance en est calculée.",
        doubt: "",
        section: "3.2",
        message: |v| v.says_found(&format!("{} doit dépasser zéro.", v.subject())),
        help: |_| {
            "Écrivez le montant HT du bon de commande, sans signe, avec un \
                point et deux décimales, par exemple `1075.00`."
                .to_owned()
        },
    },
];

/// The same amount with two decimals, when that only adds or removes zeros.
fn two_decimals(amount: &str) -> Option<String> {
    let (units, cents) = amount.split_once('.').unwrap_or((amount, ""));
    let cents = cents.trim_end_matches('0');
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!units.is_empty() && digits(units) && digits(cents) && cents.len() <= 2)
        .then(|| code(&format!("{units}.{cents:0<2}")))
}

#[cfg(test)]
mod tests {
    use super::*;

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
