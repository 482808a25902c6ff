//! The catalogue and the profiles, printed.

use std::io::{self, Write};

use predepot::catalog::{Code, Rule, example, rule, rules, typographie};
use predepot::profiles;
use predepot::render::wire;
use serde_json::json;

use crate::recap::day;
use crate::text::BOLD;

/// Everything said of one code.
pub(crate) fn explain(out: &mut impl Write, code: Code) -> io::Result<()> {
    let rule = rule(code);
    writeln!(
        out,
        "{BOLD}{} {}{BOLD:#} ({})\n\n{}",
        code.as_str(),
        code.name(),
        severities(rule).join(" ou "),
        typographie(rule.summary)
    )?;
    paragraph(out, "Pourquoi", rule.why)?;
    if !rule.doubt.is_empty() {
        paragraph(out, "En avertissement seulement", rule.doubt)?;
    }
    let example = example(code);
    for (title, lines) in [("À corriger", example.before), ("Corrigé", example.after)] {
        writeln!(out, "\n{BOLD}{title}{BOLD:#}\u{a0}:")?;
        for line in lines.lines() {
            writeln!(out, "    {line}")?;
        }
    }
    if !rule.section.is_empty() {
        paragraph(
            out,
            "Source",
            &format!("section {} des documents.", rule.section),
        )?;
    }
    Ok(())
}

fn paragraph(out: &mut impl Write, title: &str, text: &str) -> io::Result<()> {
    writeln!(out, "\n{BOLD}{title}{BOLD:#}\u{a0}: {}", typographie(text))
}

fn severities(rule: &Rule) -> Vec<&'static str> {
    rule.severities
        .iter()
        .map(|&severity| wire::severity(severity))
        .collect()
}

/// Every code, one a line.
pub(crate) fn list(out: &mut impl Write) -> io::Result<()> {
    for rule in rules() {
        writeln!(
            out,
            "{BOLD}{}{BOLD:#}  {:<29} {}",
            rule.code.as_str(),
            rule.code.name(),
            typographie(rule.summary)
        )?;
    }
    Ok(())
}

/// Every code, as JSON.
pub(crate) fn list_json(out: &mut impl Write) -> io::Result<()> {
    let all: Vec<_> = rules()
        .map(|rule| {
            json!({
                "code": rule.code.as_str(),
                "name": rule.code.name(),
                "severities": severities(rule),
                "summary": typographie(rule.summary),
                "why": typographie(rule.why),
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

/// Every profile, one a line.
pub(crate) fn profiles(out: &mut impl Write) -> io::Result<()> {
    for profile in profiles::ALL {
        writeln!(
            out,
            "{BOLD}{:<8}{BOLD:#} règles du {}{}  {}",
            profile.id,
            day(profile.rules),
            if profile.deduced {
                ", profil déduit"
            } else {
                "               "
            },
            typographie(profile.title)
        )?;
    }
    Ok(())
}
