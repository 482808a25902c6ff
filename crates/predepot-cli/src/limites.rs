//! What was looked at in each file, rule by rule, and what no check knows, as text.

use std::io::{self, Write};

use predepot::catalog::{Code, not_applied, typographie, without_object};
use predepot::check::{Options, Report, State, scope};

use crate::text::BOLD;

const CODES_A_LINE: usize = 22;

/// Writes it after the report.
pub(crate) fn write(out: &mut impl Write, report: &Report, options: &Options) -> io::Result<()> {
    for (at, document) in report.files.iter().enumerate() {
        let Some(scope) = scope(report, at, options) else {
            continue;
        };
        let name: String = document.name.chars().map(crate::frame::visible).collect();
        writeln!(out, "\n{BOLD}Ce qui a été contrôlé dans {name}{BOLD:#}")?;
        let of = |reason: &dyn Fn(Code, State) -> Option<&'static str>| {
            let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
            for (&code, &state) in Code::ALL.iter().zip(&scope.states) {
                let Some(why) = reason(code, state) else {
                    continue;
                };
                match groups.iter_mut().find(|(known, _)| *known == why) {
                    Some((_, codes)) => codes.push(code.as_str()),
                    None => groups.push((why, vec![code.as_str()])),
                }
            }
            groups
        };
        let applied = of(&|_, state| (state == State::Applied).then_some(""));
        let without =
            of(&|code, state| (state == State::WithoutObject).then(|| without_object(code)));
        let skipped = of(&|_, state| match state {
            State::NotApplied(why) => Some(not_applied(why)),
            _ => None,
        });
        for (title, groups) in [
            ("Règles appliquées", applied),
            ("Règles sans objet", without),
            ("Règles non appliquées", skipped),
        ] {
            let count: usize = groups.iter().map(|(_, codes)| codes.len()).sum();
            writeln!(out, "{}", typographie(&format!("{title} : {count}")))?;
            for (why, codes) in groups {
                let lines: Vec<String> = codes
                    .chunks(CODES_A_LINE)
                    .map(|codes| codes.join(" "))
                    .collect();
                let why = match why {
                    "" => String::new(),
                    why => format!(" : {why}"),
                };
                writeln!(out, "  {}{}", lines.join("\n  "), typographie(&why))?;
            }
        }
        for (title, after) in [
            ("À vérifier vous-même avant de déposer", false),
            ("Après le dépôt", true),
        ] {
            let mut duties = scope
                .duties
                .iter()
                .filter(|duty| duty.after == after)
                .peekable();
            if duties.peek().is_some() {
                writeln!(out, "{BOLD}{title}{BOLD:#}\u{a0}:")?;
            }
            for duty in duties {
                let demandes = match duty.demandes.len() {
                    0 => String::new(),
                    1 => format!(", demande {}", duty.listed()),
                    _ => format!(", demandes {}", duty.listed()),
                };
                let sentence = format!("{} (§{}{demandes})", duty.sentence(), duty.section);
                let mark = if after { "-" } else { "[ ]" };
                writeln!(out, "  {mark} {}", typographie(&sentence))?;
            }
        }
    }
    Ok(())
}
