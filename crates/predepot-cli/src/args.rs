//! The command line's arguments, and its complaints about them.

use std::ffi::OsString;
use std::fmt::Display;

use lexopt::prelude::{Long, Short, Value};
use predepot::catalog::{Code, Language};
use predepot::check::Day;
use predepot::profile::Profile;
use predepot::profiles;
use predepot::render;

use crate::words::Words;

/// What is asked.
pub(crate) enum Command {
    /// Check files.
    Check(Check),
    /// Write a file as the portal would hand it back.
    Simulate(Check),
    /// Explain a code.
    Explain(Code),
    /// Print the catalogue.
    List { json: bool },
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
    /// Without the values of the files.
    pub(crate) masked: bool,
    /// Also what was looked at, and what no check knows.
    pub(crate) limites: bool,
    /// The day of the deposit.
    pub(crate) date: Option<Day>,
}

/// How a result is written.
#[derive(Clone, Copy, Default)]
pub(crate) enum Format {
    /// To be read here.
    #[default]
    Text,
    /// To be processed, or read elsewhere.
    Report(render::Format),
}

/// Reads the arguments of the process: the language to answer in, and what is asked or a sentence that says why it is not known.
pub(crate) fn read() -> (Language, Result<Command, String>) {
    let mut args: Vec<OsString> = std::env::args_os().skip(1).collect();
    let language = match language(&mut args) {
        Ok(language) => language.unwrap_or_default(),
        Err(complaint) => return (Language::default(), Err(complaint)),
    };
    let words = Words(language);
    let asked = Asked { words };
    let command = asked.command(lexopt::Parser::from_args(args));
    let command = command.map_err(|error| asked.complaint(&error));
    (language, command)
}

/// Takes `--lang` out of the arguments, wherever it stands. It is looked for first, for what is wrong with the others is said in it.
fn language(args: &mut Vec<OsString>) -> Result<Option<Language>, String> {
    const OPTION: &str = "--lang";
    let mut found = None;
    let mut at = 0;
    while let Some(arg) = args.get(at).filter(|arg| *arg != "--") {
        let text = arg.to_string_lossy();
        let code = match text.strip_prefix(OPTION) {
            Some("") if at + 1 < args.len() => args.remove(at + 1).to_string_lossy().into_owned(),
            Some("") => return Err(format!("l'option {OPTION} attend une valeur")),
            Some(rest) if rest.starts_with('=') => rest[1..].to_owned(),
            _ => {
                at += 1;
                continue;
            }
        };
        args.remove(at);
        let language = Language::by_code(&code);
        found = Some(language.ok_or_else(|| format!("langue inconnue : {code} (fr ou en)"))?);
    }
    Ok(found)
}

/// The reading of what is asked.
struct Asked {
    words: Words,
}

impl Asked {
    fn command(&self, mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
        let Some(first) = parser.next()? else {
            return Err(self.words.either("aucune commande", "no command").into());
        };
        let command = match first {
            Value(name) => name,
            other => return usual(other),
        };
        match command.to_str() {
            Some("check") => self.check(parser),
            Some("simulate") => self.simulate(parser),
            Some("explain") => self.one(parser, ["le code", "the code"], |text| {
                self.code(text).map(Command::Explain)
            }),
            Some("list") => self.list(parser),
            Some("template") => self.one(parser, ["le profil", "the profile"], |text| {
                self.profile(text).map(Command::Template)
            }),
            Some("profiles") => match parser.next()? {
                None => Ok(Command::Profiles),
                Some(other) => usual(other),
            },
            _ => {
                let unknown = ["commande inconnue", "unknown command"];
                Err(self.about(unknown, command.display()).into())
            }
        }
    }

    fn check(&self, mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
        let mut check = Check::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("format") => check.format = self.format(&parser.value()?)?,
                Long("profile") => check.profile = Some(self.profile(&text(parser.value()?))?),
                Long("portail") => check.portail = true,
                Long("masquer") => check.masked = true,
                Long("limites") => check.limites = true,
                Long("date") => check.date = Some(self.day(&text(parser.value()?))?),
                Value(path) => check.paths.push(path),
                other => return usual(other),
            }
        }
        if check.paths.is_empty() {
            let none = self
                .words
                .either("aucun fichier à contrôler", "no file to check");
            return Err(none.into());
        }
        Ok(Command::Check(check))
    }

    fn simulate(&self, mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
        let mut asked = Check::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("profile") => asked.profile = Some(self.profile(&text(parser.value()?))?),
                Value(path) if asked.paths.is_empty() => asked.paths.push(path),
                other => return usual(other),
            }
        }
        if asked.paths.is_empty() {
            let none = self
                .words
                .either("il manque le fichier", "the file is missing");
            return Err(none.into());
        }
        Ok(Command::Simulate(asked))
    }

    fn list(&self, mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
        let mut json = false;
        while let Some(argument) = parser.next()? {
            match argument {
                Long("format") => {
                    let value = parser.value()?;
                    json = match value.to_str() {
                        Some("text") => false,
                        Some("json") => true,
                        _ => return Err(self.unknown_format(&value, &["text", "json"]).into()),
                    }
                }
                other => return usual(other),
            }
        }
        Ok(Command::List { json })
    }

    /// A command with exactly one argument.
    fn one(
        &self,
        mut parser: lexopt::Parser,
        [french, english]: [&str; 2],
        read: impl Fn(&str) -> Result<Command, String>,
    ) -> Result<Command, lexopt::Error> {
        let value = match parser.next()? {
            None => {
                let missing = match self.words.0 {
                    Language::Francais => format!("il manque {french}"),
                    Language::Anglais => format!("{english} is missing"),
                };
                return Err(missing.into());
            }
            Some(Value(value)) => text(value),
            Some(other) => return usual(other),
        };
        match parser.next()? {
            None => Ok(read(&value)?),
            Some(other) => usual(other),
        }
    }

    fn format(&self, value: &OsString) -> Result<Format, String> {
        let name = value.to_str().unwrap_or_default();
        match render::Format::by_name(name) {
            Some(report) => Ok(Format::Report(report)),
            None if name == "text" => Ok(Format::Text),
            None => {
                let known = ["text", "json", "csv", "markdown", "sarif"];
                Err(self.unknown_format(value, &known))
            }
        }
    }

    fn unknown_format(&self, value: &OsString, known: &[&str]) -> String {
        let unknown = self.about(["format inconnu", "unknown format"], value.display());
        let or = self.words.either(" ou ", " or ");
        let (last, others) = known.split_last().unwrap_or((&"", &[]));
        format!("{unknown} ({}{or}{last})", others.join(", "))
    }

    fn profile(&self, id: &str) -> Result<&'static Profile, String> {
        profiles::by_id(id).ok_or_else(|| {
            let known: Vec<&str> = profiles::ALL.iter().map(|profile| profile.id).collect();
            let unknown = self.about(["profil inconnu", "unknown profile"], id);
            format!("{unknown} ({})", known.join(", "))
        })
    }

    fn day(&self, text: &str) -> Result<Day, String> {
        text.get(4..5)
            .filter(|dash| *dash == "-" && text.get(7..8) == Some("-") && text.len() == 10)
            .and_then(|_| Day::read_compact(&text.replace('-', "")))
            .ok_or_else(|| {
                let unknown = self.about(["date inconnue", "unknown date"], text);
                let form = self.words.either("AAAA-MM-JJ", "YYYY-MM-DD");
                format!("{unknown} ({form})")
            })
    }

    fn code(&self, text: &str) -> Result<Code, String> {
        let same = |code: &&Code| code.as_str().eq_ignore_ascii_case(text);
        Code::ALL.iter().find(same).copied().ok_or_else(|| {
            let unknown = self.about(["code inconnu", "unknown code"], text);
            let near = nearest(text).join(", ");
            match (near.as_str(), self.words.0) {
                ("", Language::Francais) => format!("{unknown} (predepot list les donne tous)"),
                ("", Language::Anglais) => format!("{unknown} (predepot list gives them all)"),
                (near, Language::Francais) => format!("{unknown} (les plus proches : {near})"),
                (near, Language::Anglais) => format!("{unknown} (the nearest: {near})"),
            }
        })
    }

    fn complaint(&self, error: &lexopt::Error) -> String {
        use lexopt::Error::{
            Custom, MissingValue, NonUnicodeValue, ParsingFailed, UnexpectedArgument,
            UnexpectedOption, UnexpectedValue,
        };
        let of_option = |option: &str, [french, english]: [&str; 2]| match self.words.0 {
            Language::Francais => format!("l'option {option} {french}"),
            Language::Anglais => format!("the option {option} {english}"),
        };
        match error {
            MissingValue {
                option: Some(option),
            } => of_option(option, ["attend une valeur", "needs a value"]),
            MissingValue { option: None } => {
                let missing = self
                    .words
                    .either("il manque une valeur", "a value is missing");
                missing.to_owned()
            }
            UnexpectedOption(option) => self.about(["option inconnue", "unknown option"], option),
            UnexpectedArgument(value) => {
                self.about(["argument en trop", "extra argument"], value.display())
            }
            UnexpectedValue { option, .. } => {
                of_option(option, ["n'a pas de valeur", "takes no value"])
            }
            NonUnicodeValue(value) => self.about(
                ["argument illisible", "unreadable argument"],
                value.display(),
            ),
            ParsingFailed { value, .. } => {
                self.about(["valeur inattendue", "unexpected value"], value)
            }
            Custom(error) => error.to_string(),
        }
    }

    /// A complaint, and what it is about.
    fn about(&self, [french, english]: [&str; 2], what: impl Display) -> String {
        match self.words.0 {
            Language::Francais => format!("{french} : {what}"),
            Language::Anglais => format!("{english}: {what}"),
        }
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
