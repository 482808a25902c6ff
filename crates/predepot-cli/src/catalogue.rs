//! The catalogue and the profiles, printed.

use std::io::{self, Write};

use predepot::catalog::{Code, Rule, example, rule, rules};
use predepot::profiles;
use predepot::render::wire;
use serde_json::json;

use crate::text::BOLD;
use crate::words::Words;

/// Everything said of one code.
pub(crate) fn explain(out: &mut impl Write, code: Code, words: Words) -> io::Result<()> {
    let rule = rule(code).in_language(words.0);
    let severities: Vec<&str> = rule
        .severities
        .iter()
        .map(|&severity| words.severity(severity))
        .collect();
    writeln!(
        out,
        "{BOLD}{} {}{BOLD:#} ({})\n\n{}",
        code.as_str(),
        code.name(),
        severities.join(words.either(" ou ", " or ")),
        words.0.typeset(rule.summary)
    )?;
    let colon = words.colon();
    let mut paragraph = |title: &str, text: &str| {
        let text = words.0.typeset(text);
        writeln!(out, "\n{BOLD}{title}{BOLD:#}{colon}{text}")
    };
    paragraph(words.either("Pourquoi", "Why"), rule.why)?;
    if !rule.doubt.is_empty() {
        let title = words.either("En avertissement seulement", "As a warning only");
        paragraph(title, rule.doubt)?;
    }
    let example = example(code);
    for (title, lines) in [
        (words.either("À corriger", "To correct"), example.before),
        (words.either("Corrigé", "Corrected"), example.after),
    ] {
        writeln!(
            out,
            "\n{BOLD}{title}{BOLD:#}{}",
            colon.trim_end_matches(' ')
        )?;
        for line in lines.lines() {
            writeln!(out, "    {line}")?;
        }
    }
    if !rule.section.is_empty() {
        let documents = words.either("des documents", "of the specifications");
        writeln!(
            out,
            "\n{BOLD}Source{BOLD:#}{colon}section {} {documents}.",
            rule.section
        )?;
    }
    Ok(())
}

/// Every code, one a line.
pub(crate) fn list(out: &mut impl Write, words: Words) -> io::Result<()> {
    for rule in in_language(words) {
        writeln!(
            out,
            "{BOLD}{}{BOLD:#}  {:<29} {}",
            rule.code.as_str(),
            rule.code.name(),
            words.0.typeset(rule.summary)
        )?;
    }
    Ok(())
}

/// Every code, as JSON.
pub(crate) fn list_json(out: &mut impl Write, words: Words) -> io::Result<()> {
    let all: Vec<_> = in_language(words)
        .map(|rule| {
            let severities = rule.severities.iter();
            json!({
                "code": rule.code.as_str(),
                "name": rule.code.name(),
                "severities": severities.map(|&severity| wire::severity(severity)).collect::<Vec<_>>(),
                "summary": words.0.typeset(rule.summary),
                "why": words.0.typeset(rule.why),
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn in_language(words: Words) -> impl Iterator<Item = &'static Rule> {
    rules().map(move |rule| rule.in_language(words.0))
}

/// Every profile, one a line.
pub(crate) fn profiles(out: &mut impl Write, words: Words) -> io::Result<()> {
    let deduced = words.either(", profil déduit", ", derived profile");
    for profile in profiles::ALL {
        writeln!(
            out,
            "{BOLD}{:<8}{BOLD:#} {} {}{:<width$}  {}",
            profile.id,
            words.either("règles du", "rules of"),
            words.day(profile.rules),
            if profile.deduced { deduced } else { "" },
            words.0.typeset(&words.0.say(profile.title)),
            width = deduced.chars().count(),
        )?;
    }
    Ok(())
}
