//! `predepot`: the core on the command line. Reads files and the clock, prints; judges nothing.

mod args;
mod catalogue;
mod frame;
mod input;
mod limites;
mod progress;
mod recap;
mod simulate;
mod text;
mod words;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use args::{Check, Command, Format};
use predepot::catalog::Language;
use predepot::check::{Day, DemandeVerdict, Document, Options, Report, Verdict, check};
use predepot::render::simulation::Without;
use predepot::render::{self, portail, wire};
use words::Words;

/// Nothing to correct.
const READY: u8 = 0;
/// Something to correct.
const TO_CORRECT: u8 = 1;
/// The check could not be done, or not whole.
const NOT_DONE: u8 = 2;

fn main() -> ExitCode {
    let (language, command) = args::read();
    let words = Words(language);
    let command = match command {
        Ok(command) => command,
        Err(complaint) => {
            let help = words.either(
                "L'aide est donnée par predepot --help",
                "For help: predepot --help --lang en",
            );
            eprintln!("predepot{}{complaint}\n{help}", words.colon());
            return ExitCode::from(NOT_DONE);
        }
    };
    let stdout = io::stdout().lock();
    // What is to be processed goes out byte for byte; removing colours could remove more.
    let stream = match &command {
        Command::Check(Check {
            format: Format::Report(_),
            ..
        })
        | Command::List { json: true }
        | Command::Simulate(_)
        | Command::Template(_) => AutoStream::always_ansi(stdout),
        _ => AutoStream::auto(stdout),
    };
    let mut out = BufWriter::with_capacity(1 << 16, stream);
    let mut code = READY;
    let written = run(command, words, &mut out, &mut code).and_then(|()| out.flush());
    match written {
        // The reader has gone, as `head` does: it has what it wanted.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let what = words.either(
                "le résultat n'a pas pu être écrit",
                "the result could not be written",
            );
            eprintln!("predepot{}{what} ({error})", words.colon());
            ExitCode::from(NOT_DONE)
        }
        _ => ExitCode::from(code),
    }
}

/// Writes what is asked; `code` is right even when the writing stops half-way.
fn run(command: Command, words: Words, out: &mut impl Write, code: &mut u8) -> io::Result<()> {
    match command {
        Command::Check(asked) => {
            let options = options(&asked, words.0);
            let (report, paths) = checked(&asked, &options);
            *code = exit_code(&report);
            print(out, &report, &paths, &asked, words)?;
            if asked.limites && matches!(asked.format, Format::Text) {
                limites::write(out, &report, &options, asked.masked)?;
            }
            Ok(())
        }
        Command::Simulate(asked) => {
            let (report, paths) = checked(&asked, &options(&asked, words.0));
            match simulate::write(out, &report)? {
                Ok(()) => *code = exit_code(&report),
                Err(why) => {
                    *code = match why {
                        Without::Rejected => TO_CORRECT,
                        _ => NOT_DONE,
                    };
                    let complaint = simulate::complaint(&paths, why, words);
                    eprintln!("predepot{}{complaint}", words.colon());
                }
            }
            Ok(())
        }
        Command::Explain(code) => catalogue::explain(out, code, words),
        Command::List { json: false } => catalogue::list(out, words),
        Command::List { json: true } => catalogue::list_json(out, words),
        Command::Template(profile) => out.write_all(profile.template.as_bytes()),
        Command::Profiles => catalogue::profiles(out, words),
        Command::Help => {
            let help = words.either(include_str!("aide.txt"), include_str!("aide-en.txt"));
            out.write_all(help.as_bytes())
        }
        Command::Version => writeln!(out, "predepot {}", env!("CARGO_PKG_VERSION")),
    }
}

fn options(asked: &Check, language: Language) -> Options {
    Options {
        today: asked.date.or_else(today),
        profile: asked.profile,
        language,
        ..Options::default()
    }
}

fn checked(asked: &Check, options: &Options) -> (Report, Vec<String>) {
    let given = input::read(&asked.paths, options);
    let (paths, files) = given
        .into_iter()
        .map(|given| (given.path, given.dropped))
        .unzip();
    (check(files, options), paths)
}

/// The day where the computer is.
fn today() -> Option<Day> {
    let today = jiff::Zoned::now().date();
    Day::new(
        today.year().try_into().ok()?,
        today.month().try_into().ok()?,
        today.day().try_into().ok()?,
    )
}

fn print(
    out: &mut impl Write,
    report: &Report,
    paths: &[String],
    asked: &Check,
    words: Words,
) -> io::Result<()> {
    match asked.format {
        Format::Text => text::write(out, report, paths, asked, words),
        Format::Report(format) => {
            let options = render::Options {
                masked: asked.masked,
            };
            let form = if asked.portail {
                portail::report(report, options)
            } else {
                wire::report_with(report, options)
            };
            let written = render::write(&form, format, words.0);
            let end = if written.ends_with('\n') { "" } else { "\n" };
            write!(out, "{written}{end}")
        }
    }
}

fn exit_code(report: &Report) -> u8 {
    let not_done = |file: &Document| file.verdict == Verdict::NonControle || recap::is_unread(file);
    let to_correct = |file: &Document| match file.verdict {
        Verdict::RejetFichier | Verdict::RejetDemandes | Verdict::ACorriger => true,
        Verdict::AVerifier | Verdict::Pret | Verdict::NonControle => false,
        Verdict::RetourAsp => {
            file.counts.erreur > 0
                || file
                    .demandes
                    .iter()
                    .any(|demande| demande.verdict == DemandeVerdict::RejeteeAsp)
        }
    };
    if report.files.iter().any(not_done) {
        NOT_DONE
    } else if report.files.iter().any(to_correct) {
        TO_CORRECT
    } else {
        READY
    }
}
