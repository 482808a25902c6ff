//! The profiles in French words, for the pages and the descriptions of the schemas.

use predepot::catalog::{Code, Codes, all_of, usual_severity};
use predepot::diag::Severity;
use predepot::profile::{Class, Format, Is, Length, Need, Presence, Profile, Relation, Row, Test};

/// A line of a profile's table.
pub(super) struct Line {
    /// "/lignesImport/*/commande/montantSegurHT".
    pub(super) path: String,
    pub(super) row: &'static Row,
    /// Of the block of another software, where only false and null pass.
    other_software: bool,
}

/// The lines of a profile, in the order of its table.
pub(super) fn lines(profile: &Profile) -> Vec<Line> {
    let lines = profile.lines();
    let others: Vec<String> = lines
        .iter()
        .filter(|(_, row)| matches!(row.format, Format::OtherSoftware(_)))
        .map(|(path, _)| format!("{path}/"))
        .collect();
    lines
        .into_iter()
        .map(|(path, row)| Line {
            other_software: others.iter().any(|other| path.starts_with(other)),
            path,
            row,
        })
        .collect()
}

impl Line {
    /// What its value is: "texte de 9 caractères exactement".
    pub(super) fn format(&self) -> String {
        match self.other_software {
            true => "`false` ou `null`".to_owned(),
            false => format(self.row),
        }
    }

    /// The codes that it raises by itself: its presence and its format, but for those that every line can raise.
    pub(super) fn codes(&self) -> Codes {
        match self.other_software {
            true => Code::C017.into(),
            false => self.row.codes(),
        }
    }
}

/// What a value is: "texte de 9 caractères exactement".
pub(super) fn format(row: &Row) -> String {
    format_of(&row.format)
}

fn format_of(format: &Format) -> String {
    match *format {
        Format::Null => "toujours `null`".to_owned(),
        Format::Boolean => "`true` ou `false`".to_owned(),
        Format::Text { length, class } => text(length, class),
        Format::Choice(values) => quoted(values),
        Format::Choices(values) => {
            format!("{} ; plusieurs à la fois : avertissement", quoted(values))
        }
        Format::Operator => "un code de la liste des opérateurs".to_owned(),
        Format::LineNumber => "nombre entier de 1 à 200".to_owned(),
        Format::Amount => {
            "nombre plus grand que zéro, écrit avec exactement deux décimales".to_owned()
        }
        Format::Object(_) => "bloc entre accolades `{ }`".to_owned(),
        Format::Array { of, empty } => {
            let of = match of {
                Format::Object(_) => "blocs".to_owned(),
                other => format!("valeurs ({})", format_of(other)),
            };
            let least = match empty {
                Some((_, Severity::Erreur)) => ", au moins une entrée",
                Some(_) => ", vide : avertissement",
                None => "",
            };
            format!("liste entre crochets `[ ]` de {of}{least}")
        }
        Format::OtherSoftware(_) => {
            "bloc entre accolades `{ }` dont chaque valeur est `false` ou `null`".to_owned()
        }
    }
}

fn text(length: Length, class: Class) -> String {
    let length = match length {
        Length::Exactly(n) => format!("texte de {n} caractères exactement"),
        Length::Below(n) => {
            format!("texte de moins de {n} caractères ({n} : avertissement)")
        }
        Length::Any => "texte".to_owned(),
    };
    let class = match class {
        Class::Any => "",
        Class::Upper => ", en majuscules",
        Class::Alphanumeric => ", en lettres et chiffres",
        Class::AlphanumericLikely => ", en lettres et chiffres (sinon : avertissement)",
        Class::Siret => ", des chiffres ; clé de contrôle fausse : avertissement",
        Class::Rpps => ", des chiffres ; clé de contrôle fausse : avertissement",
        Class::Finess => ", deux lettres ou chiffres puis sept chiffres (sinon : avertissement)",
        Class::Date => " `JJ/MM/AAAA`, une date qui existe ; dans le futur : avertissement",
        Class::Email { strict: true } => ", avec `@` et un point",
        Class::Email { strict: false } => ", une adresse électronique (sinon : avertissement)",
        Class::Phone { strict: true } => ", avec l'indicatif du pays (`+33`)",
        Class::Phone { strict: false } => ", avec des chiffres (sinon : avertissement)",
        Class::PieceName => ", `{couloir}-{logiciel}-Va1-{BDC|HT}-{numeroEditeur}.{pdf|jpg|png}`",
        Class::Loose => " ; `null` ou vide : avertissement",
    };
    length + class
}

/// "`"PDF"`, `"PNG"` ou `"JPG"`".
pub(super) fn quoted(values: &[&str]) -> String {
    let values: Vec<String> = values
        .iter()
        .map(|value| format!("`\"{value}\"`"))
        .collect();
    match values.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} ou {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Whether a key must be there: "oui", or on what it depends.
pub(super) fn presence(row: &Row) -> String {
    match row.presence {
        Presence::Required => "oui".to_owned(),
        Presence::Optional => "non : absent ou `null`".to_owned(),
        Presence::ByRelation => "selon `commandePour`".to_owned(),
        Presence::Cases(cases) => {
            let cases: Vec<String> = cases
                .iter()
                .map(|(tests, need)| format!("{} : {}", conditions(tests), needed(*need)))
                .collect();
            cases.join(" ; ")
        }
    }
}

/// "si `isMandataire` = `true` et …", "sinon".
fn conditions(tests: &[Test]) -> String {
    if tests.is_empty() {
        return "sinon".to_owned();
    }
    let tests: Vec<String> = tests.iter().map(condition).collect();
    format!("si {}", all_of(&tests))
}

/// "`isMandataire` = `true`".
pub(super) fn condition(test: &Test) -> String {
    let value = match test.1 {
        Is::True => "true".to_owned(),
        Is::False => "false".to_owned(),
        Is::Text(text) => format!("\"{text}\""),
    };
    format!("`{}` = `{value}`", test.0)
}

fn needed(need: Need) -> String {
    let else_warning = |code| match usual_severity(code) {
        Severity::Erreur => "",
        _ => " (sinon : avertissement)",
    };
    match need {
        Need::Filled(_) => "oui".to_owned(),
        Need::Null(code) => format!("`null`{}", else_warning(code)),
        Need::NullOrAbsent(code) => format!("absent ou `null`{}", else_warning(code)),
        Need::Off(_) => "absent, `null` ou `false`".to_owned(),
        Need::Free => "au choix".to_owned(),
    }
}

/// A relation, in a sentence.
pub(super) fn relation(relation: Relation) -> String {
    match relation {
        Relation::CommandePour => "`commandePour` désigne le bloc à remplir : `liberal` (au moins un médecin, et `structure` à `{}`) ou `structure` (et `liberal` à `[]`).".to_owned(),
        Relation::ClientUnique(array, None) => format!("`isClientUnique` = `true` : une seule entrée dans `{array}` ; `false` : au moins deux."),
        Relation::ClientUnique(array, Some(key)) => format!("`isClientUnique` = `true` : un seul `{key}` dans `{array}` ; `false` : au moins deux."),
        Relation::Distinct(_, array, key) => format!("Une même valeur deux fois dans `{}` : avertissement.", match key {
            Some(key) => format!("{array}/*/{key}"),
            None => array.to_owned(),
        }),
        Relation::Pieces => "Une seule pièce `BON_COMMANDE` par demande, et une `PREUVE_HT` quand `regimeTVA` = `\"HT\"` ; leur nom suit le couloir, le logiciel, le type, le numéro éditeur et le format.".to_owned(),
        Relation::Scenarios => "Chaque `FINESSGeo` des scénarios est dans `FINESSGeos`, et chaque FINESS de `FINESSGeos` a un scénario ; une répétition : avertissement.".to_owned(),
        Relation::Certificats => "Les neuf clés du certificat serveur sont lues à plusieurs places : comme ici, toutes directement dans l'organisme, ou toutes dans un bloc de l'organisme ; ailleurs : avertissement. Aucune des neuf dans le fichier : avertissement (ancien modèle).".to_owned(),
    }
}

/// "03/10/2023" of "2023-10-03".
pub(super) fn day(iso: &str) -> String {
    let parts: Vec<&str> = iso.rsplit('-').collect();
    parts.join("/")
}

/// A text in a cell of a table.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
