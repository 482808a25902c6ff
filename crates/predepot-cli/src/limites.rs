//! What was looked at in each file, rule by rule, and what no check knows, as text.

use std::io::{self, Write};

use predepot::catalog::{Code, duty, masked_file, not_applied, ranks, without_object};
use predepot::check::{Options, Report, State, scope};

use crate::text::BOLD;
use crate::words::Words;

const CODES_A_LINE: usize = 22;

/// Writes it after the report.
pub(crate) fn write(
    out: &mut impl Write,
    report: &Report,
    options: &Options,
    masked: bool,
) -> io::Result<()> {
    let words = Words(options.language);
    let language = options.language;
    for (at, document) in report.files.iter().enumerate() {
        let Some(scope) = scope(report, at, options) else {
            continue;
        };
        let name: String = match masked {
            true => masked_file(at, &document.name),
            false => document.name.chars().map(crate::frame::visible).collect(),
        };
        let title = words.either("Ce qui a été contrôlé dans", "What was checked in");
        writeln!(out, "\n{BOLD}{title} {name}{BOLD:#}")?;
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
            (words.either("Règles appliquées", "Rules applied"), applied),
            (
                words.either("Règles sans objet", "Rules with nothing to judge"),
                without,
            ),
            (
                words.either("Règles non appliquées", "Rules not applied"),
                skipped,
            ),
        ] {
            let count: usize = groups.iter().map(|(_, codes)| codes.len()).sum();
            writeln!(out, "{title}{}{count}", words.colon())?;
            for (why, codes) in groups {
                let lines: Vec<String> = codes
                    .chunks(CODES_A_LINE)
                    .map(|codes| codes.join(" "))
                    .collect();
                let why = match why {
                    "" => String::new(),
                    why => format!("{}{}", words.colon(), language.say(why)),
                };
                writeln!(out, "  {}{why}", lines.join("\n  "))?;
            }
        }
        for (title, after) in [
            (
                words.either(
                    "À vérifier vous-même avant de déposer",
                    "To make sure of yourself before submitting",
                ),
                false,
            ),
            (words.either("Après le dépôt", "After the submission"), true),
        ] {
            let mut duties = scope
                .duties
                .iter()
                .filter(|duty| duty.after == after)
                .peekable();
            if duties.peek().is_some() {
                writeln!(out, "{BOLD}{title}{BOLD:#}{}", words.colon().trim_end())?;
            }
            for of in duties {
                let demandes = match of.demandes.len() {
                    0 => String::new(),
                    1 => format!(
                        ", {} {}",
                        words.either("demande", "request"),
                        ranks(&of.demandes, language)
                    ),
                    _ => format!(
                        ", {} {}",
                        words.either("demandes", "requests"),
                        ranks(&of.demandes, language)
                    ),
                };
                let mark = if after { "-" } else { "[ ]" };
                writeln!(
                    out,
                    "  {mark} {} (§{}{demandes})",
                    duty(of.text, language),
                    of.section
                )?;
            }
        }
    }
    Ok(())
}
