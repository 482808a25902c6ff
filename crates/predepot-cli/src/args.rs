//! The command line's arguments, and its complaints about them, in French.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value};
use predepot::catalog::Code;
use predepot::check::Day;
use predepot::profile::Profile;
use predepot::profiles;

/// What is asked.
pub(crate) enum Command {
    /// Check files.
    Check(Check),
    /// Write a file as the portal would hand it back.
    Simulate(Check),
    /// Explain a code.
    Explain(Code),
    /// Print the catalogue.
    List(Format),
    /// Print a conforming file.
    Template(&'static Profile),
    /// Print the profiles.
    Profiles,
    /// Print the help.
    Help,
    /// Print the version.
    Version,
}

/// What to check, and how to say it.
#[derive(Default)]
pub(crate) struct Check {
    /// Files, folders, or "-".
    pub(crate) paths: Vec<OsString>,
    /// How the report is written.
    pub(crate) format: Format,
    /// A profile for every file.
    pub(crate) profile: Option<&'static Profile>,
    /// Only what the portal would show.
    pub(crate) portail: bool,
    /// Also what was looked at, and what no check knows.
    pub(crate) limites: bool,
    /// The day of the deposit.
    pub(crate) date: Option<Day>,
}

/// How a result is written.
#[derive(Clone, Copy, Default)]
pub(crate) enum Format {
    /// To be read.
    #[default]
    Text,
    /// To be processed.
    Json,
}

/// Reads the arguments of the process; an error is a French sentence.
pub(crate) fn read() -> Result<Command, String> {
    parse(lexopt::Parser::from_env()).map_err(|error| complaint(&error))
}

fn parse(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let Some(first) = parser.next()? else {
        return Err("aucune commande".into());
    };
    let command = match first {
        Value(name) => name,
        other => return usual(other),
    };
    match command.to_str() {
        Some("check") => check(parser),
        Some("simulate") => simulate(parser),
        Some("explain") => one(parser, "code", |text| code(text).map(Command::Explain)),
        Some("list") => list(parser),
        Some("template") => one(parser, "profil", |text| {
            profile(text).map(Command::Template)
        }),
        Some("profiles") => match parser.next()? {
            None => Ok(Command::Profiles),
            Some(other) => usual(other),
        },
        _ => Err(format!("commande inconnue : {}", command.display()).into()),
    }
}

fn check(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut check = Check::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => check.format = format(&parser.value()?)?,
            Long("profile") => check.profile = Some(profile(&text(parser.value()?))?),
            Long("portail") => check.portail = true,
            Long("limites") => check.limites = true,
            Long("date") => check.date = Some(day(&text(parser.value()?))?),
            Value(path) => check.paths.push(path),
            other => return usual(other),
        }
    }
    if check.paths.is_empty() {
        return Err("aucun fichier à contrôler".into());
    }
    Ok(Command::Check(check))
}

fn simulate(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut asked = Check::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("profile") => asked.profile = Some(profile(&text(parser.value()?))?),
            Value(path) if asked.paths.is_empty() => asked.paths.push(path),
            other => return usual(other),
        }
    }
    if asked.paths.is_empty() {
        return Err("il manque le fichier".into());
    }
    Ok(Command::Simulate(asked))
}

fn list(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut written = Format::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => written = format(&parser.value()?)?,
            other => return usual(other),
        }
    }
    Ok(Command::List(written))
}

/// A command with exactly one argument.
fn one(
    mut parser: lexopt::Parser,
    what: &str,
    read: impl Fn(&str) -> Result<Command, String>,
) -> Result<Command, lexopt::Error> {
    let value = match parser.next()? {
        None => return Err(format!("il manque le {what}").into()),
        Some(Value(value)) => text(value),
        Some(other) => return usual(other),
    };
    match parser.next()? {
        None => Ok(read(&value)?),
        Some(other) => usual(other),
    }
}

/// What every command understands.
fn usual(argument: lexopt::Arg<'_>) -> Result<Command, lexopt::Error> {
    match argument {
        Short('h') | Long("help") => Ok(Command::Help),
        Short('V') | Long("version") => Ok(Command::Version),
        other => Err(other.unexpected()),
    }
}

/// A text to compare with what is known: one that is not Unicode equals nothing.
fn text(value: OsString) -> String {
    value.to_string_lossy().into_owned()
}

fn format(value: &OsString) -> Result<Format, String> {
    match value.to_str() {
        Some("text") => Ok(Format::Text),
        Some("json") => Ok(Format::Json),
        _ => Err(format!(
            "format inconnu : {} (text ou json)",
            value.display()
        )),
    }
}

fn profile(id: &str) -> Result<&'static Profile, String> {
    profiles::by_id(id).ok_or_else(|| {
        let known: Vec<&str> = profiles::ALL.iter().map(|profile| profile.id).collect();
        format!("profil inconnu : {id} ({})", known.join(", "))
    })
}

fn day(text: &str) -> Result<Day, String> {
    text.get(4..5)
        .filter(|dash| *dash == "-" && text.get(7..8) == Some("-") && text.len() == 10)
        .and_then(|_| Day::read_compact(&text.replace('-', "")))
        .ok_or_else(|| format!("date inconnue : {text} (AAAA-MM-JJ)"))
}

fn code(text: &str) -> Result<Code, String> {
    let same = |code: &&Code| code.as_str().eq_ignore_ascii_case(text);
    Code::ALL.iter().find(same).copied().ok_or_else(|| {
        let near = nearest(text);
        if near.is_empty() {
            format!("code inconnu : {text} (predepot list les donne tous)")
        } else {
            format!(
                "code inconnu : {text} (les plus proches : {})",
                near.join(", ")
            )
        }
    })
}

/// The codes of the same letter whose numbers are the nearest; none when the text is not a letter and a number.
fn nearest(text: &str) -> Vec<&'static str> {
    let Some(letter) = text.chars().next().filter(char::is_ascii_alphabetic) else {
        return Vec::new();
    };
    let Ok(number) = text[1..].parse::<u32>() else {
        return Vec::new();
    };
    let mut family: Vec<&str> = Code::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| code.starts_with(letter.to_ascii_uppercase()))
        .collect();
    family.sort_by_key(|code| code[1..].parse().unwrap_or(u32::MAX).abs_diff(number));
    family.truncate(3);
    family
}

fn complaint(error: &lexopt::Error) -> String {
    use lexopt::Error::{
        Custom, MissingValue, NonUnicodeValue, ParsingFailed, UnexpectedArgument, UnexpectedOption,
        UnexpectedValue,
    };
    match error {
        MissingValue {
            option: Some(option),
        } => format!("l'option {option} attend une valeur"),
        MissingValue { option: None } => "il manque une valeur".to_owned(),
        UnexpectedOption(option) => format!("option inconnue : {option}"),
        UnexpectedArgument(value) => format!("argument en trop : {}", value.display()),
        UnexpectedValue { option, .. } => format!("l'option {option} n'a pas de valeur"),
        NonUnicodeValue(value) => format!("argument illisible : {}", value.display()),
        ParsingFailed { value, .. } => format!("valeur inattendue : {value}"),
        Custom(error) => error.to_string(),
    }
}
