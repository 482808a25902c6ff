//! One mistake of a hand, anywhere in a file of ten demandes: one cause is said, where a person would look, and little else.

use std::ops::Range;

use predepot::catalog::Code;
use predepot::check::Report;
use predepot::diag::{Diagnostic, apply};
use predepot_tests::{findings, report, several};

/// A line of a file, and what is written on it.
struct Line<'a> {
    all: &'a str,
    /// Without its blanks at the start, nor its end.
    content: Range<usize>,
    key: Option<Range<usize>>,
    colon: Option<usize>,
    /// Neither key nor comma; a whole value, or what opens or closes one.
    value: Range<usize>,
    comma: Option<usize>,
    /// Where the next one starts.
    next: usize,
}

impl Line<'_> {
    fn text(&self, range: &Range<usize>) -> &str {
        &self.all[range.clone()]
    }

    fn quoted(&self) -> Option<Range<usize>> {
        Some(self.value.clone()).filter(|value| self.text(value).starts_with('"'))
    }

    /// A number or a literal.
    fn bare(&self) -> Option<Range<usize>> {
        Some(self.value.clone())
            .filter(|value| !self.text(value).starts_with(['"', '{', '[', '}', ']']))
    }

    /// The following line, its end included.
    fn following(&self) -> Option<Range<usize>> {
        let rest = &self.all[self.next..];
        (!rest.is_empty())
            .then(|| self.next..self.next + rest.find('\n').map_or(rest.len(), |end| end + 1))
    }

    fn start(&self) -> usize {
        self.all[..self.content.start]
            .rfind('\n')
            .map_or(0, |end| end + 1)
    }
}

fn lines(all: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in all.split_inclusive('\n') {
        let next = start + line.len();
        let text = line.trim_end();
        let content = start + (text.len() - text.trim_start().len())..start + text.len();
        let comma = text.ends_with(',').then(|| content.end - 1);
        let end = comma.unwrap_or(content.end);
        let colon = text.find("\": ").map(|at| start + at + 1);
        let key = colon.map(|colon| content.start..colon);
        let value = colon.map_or(content.start, |colon| colon + 2)..end;
        lines.push(Line {
            all,
            content,
            key,
            colon,
            value,
            comma,
            next,
        });
        start = next;
    }
    lines
}

/// These bytes are replaced.
type Change = (Range<usize>, String);

fn put(at: usize, text: &str) -> Change {
    (at..at, text.to_owned())
}

fn lose(at: usize) -> Change {
    (at..at + 1, String::new())
}

fn write(range: Range<usize>, text: impl Into<String>) -> Change {
    (range, text.into())
}

/// What stands inside the quotes at `range`, between others.
fn between(line: &Line<'_>, range: &Range<usize>, open: &str, close: &str) -> Change {
    let inside = line.text(&(range.start + 1..range.end - 1));
    write(range.clone(), format!("{open}{inside}{close}"))
}

/// The braces and brackets of a line, each with its other kind.
fn brackets(line: &Line<'_>) -> Vec<(usize, char, char)> {
    let of = |(at, found): (usize, char)| {
        let other = match found {
            '{' => '[',
            '[' => '{',
            '}' => ']',
            ']' => '}',
            _ => return None,
        };
        Some((line.value.start + at, found, other))
    };
    line.text(&line.value)
        .char_indices()
        .filter_map(of)
        .collect()
}

/// Makes a mistake at each place of a line where it can be.
type Make = fn(&Line<'_>) -> Vec<Change>;

/// What is found of a mistake.
struct Found {
    profile: &'static str,
    /// The line of the mistake.
    line: u32,
    text: String,
    report: Report,
}

impl Found {
    /// The findings, but for reminders, and for a profile of which nothing is left to see.
    fn findings(&self) -> Vec<&Diagnostic> {
        let findings = self.report.files[0].diagnostics.iter();
        findings
            .filter(|finding| !matches!(finding.code, Code::C022 | Code::S007))
            .collect()
    }

    fn line_of(&self, finding: &Diagnostic) -> u32 {
        let lines = self.report.files[0].lines();
        lines.place(finding.span.start).line
    }

    fn shown(&self) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        let first = lines.len().min(self.line.saturating_sub(4) as usize);
        let around = &lines[first..lines.len().min(first + 8)];
        format!(
            "{} line {}: {:#?} in\n{}",
            self.profile,
            self.line,
            findings(&self.report.files[0]),
            around.join("\n")
        )
    }
}

/// Makes a mistake at each place of files of three demandes.
fn each(make: Make, look: impl Fn(&Found)) {
    let mut count = 0;
    for profile in ["MDV-LGC", "MS1-DUI", "HOP-DPI"] {
        let text = several(profile, 3);
        for (line, number) in lines(&text).iter().zip(1..) {
            for (range, new) in make(line) {
                let text = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
                count += 1;
                look(&Found {
                    profile,
                    line: number,
                    report: report(&text),
                    text,
                });
            }
        }
    }
    assert!(count > 8, "made {count} times only");
}

/// One finding on the line of the mistake or, for what is missing between two, on the one beside it.
fn said_once(make: Make) {
    each(make, is_said_once);
}

fn is_said_once(found: &Found) {
    let findings = found.findings();
    let near = |finding: &&Diagnostic| found.line_of(finding).abs_diff(found.line) <= 1;
    assert!(
        findings.len() == 1 && findings.iter().all(near),
        "{}",
        found.shown()
    );
}

/// The same, and its correction leaves nothing to say.
fn corrected(make: Make) {
    each(make, |found| {
        is_said_once(found);
        let fix = found.findings()[0].fix.as_ref();
        let edits = fix.map(|fix| fix.edits.as_slice()).unwrap_or_default();
        let after = Found {
            report: report(apply(found.text.as_bytes(), edits)),
            text: found.text.clone(),
            ..*found
        };
        assert!(
            !edits.is_empty() && after.findings().is_empty(),
            "{} and then {:#?}",
            found.shown(),
            findings(&after.report.files[0])
        );
    });
}

/// No more than that many findings, one of them near the mistake: the others are of a value or key that is no longer what it was.
fn said_in(most: usize, make: Make) {
    each(make, |found| {
        let findings = found.findings();
        let mut places = findings.iter().map(|finding| found.line_of(finding));
        let is_near = places.any(|line| line.abs_diff(found.line) <= 1);
        assert!(
            findings.len() <= most && (is_near || findings.is_empty()),
            "{}",
            found.shown()
        );
    });
}

// Quotes.

#[test]
fn key_without_its_opening_quote() {
    corrected(|line| line.key.iter().map(|key| lose(key.start)).collect());
}

#[test]
fn key_without_its_closing_quote() {
    corrected(|line| line.key.iter().map(|key| lose(key.end - 1)).collect());
}

#[test]
fn key_without_quotes() {
    corrected(|line| {
        line.key
            .iter()
            .map(|key| between(line, key, "", ""))
            .collect()
    });
}

#[test]
fn key_in_apostrophes() {
    corrected(|line| {
        line.key
            .iter()
            .map(|key| between(line, key, "'", "'"))
            .collect()
    });
}

#[test]
fn key_in_curly_quotes() {
    corrected(|line| {
        line.key
            .iter()
            .map(|key| between(line, key, "“", "”"))
            .collect()
    });
}

#[test]
fn text_without_its_opening_quote() {
    corrected(|line| {
        line.quoted()
            .iter()
            .map(|value| lose(value.start))
            .collect()
    });
}

#[test]
fn text_without_its_closing_quote() {
    corrected(|line| {
        line.quoted()
            .iter()
            .map(|value| lose(value.end - 1))
            .collect()
    });
}

#[test]
fn text_without_quotes() {
    said_once(|line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "", ""))
            .collect()
    });
}

#[test]
fn text_in_apostrophes() {
    corrected(|line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "'", "'"))
            .collect()
    });
}

#[test]
fn text_in_curly_quotes() {
    corrected(|line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "“", "”"))
            .collect()
    });
}

#[test]
fn text_in_guillemets() {
    corrected(|line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "« ", " »"))
            .collect()
    });
}

#[test]
fn quotes_in_a_text() {
    said_in(2, |line| {
        line.quoted()
            .iter()
            .filter(|value| value.len() > 5)
            .map(|value| put(value.start + 3, "\"X\""))
            .collect()
    });
}

// Punctuation.

#[test]
fn comma_lost() {
    corrected(|line| line.comma.iter().map(|&comma| lose(comma)).collect());
}

#[test]
fn comma_twice() {
    corrected(|line| line.comma.iter().map(|&comma| put(comma, ",")).collect());
}

#[test]
fn comma_after_the_last() {
    corrected(|line| {
        let ends = line.comma.is_none()
            && !line.text(&line.value).ends_with(['{', '['])
            && line.following().is_some();
        ends.then(|| put(line.content.end, ","))
            .into_iter()
            .collect()
    });
}

#[test]
fn semicolon_for_a_comma() {
    corrected(|line| {
        line.comma
            .iter()
            .map(|&comma| write(comma..comma + 1, ";"))
            .collect()
    });
}

#[test]
fn colon_lost() {
    corrected(|line| line.colon.iter().map(|&colon| lose(colon)).collect());
}

#[test]
fn colon_twice() {
    corrected(|line| line.colon.iter().map(|&colon| put(colon, ":")).collect());
}

#[test]
fn equals_for_a_colon() {
    corrected(|line| {
        line.colon
            .iter()
            .map(|&colon| write(colon..colon + 1, " ="))
            .collect()
    });
}

#[test]
fn brace_or_bracket_lost() {
    corrected(|line| brackets(line).iter().map(|&(at, ..)| lose(at)).collect());
}

#[test]
fn brace_or_bracket_twice() {
    corrected(|line| {
        brackets(line)
            .iter()
            .map(|&(at, found, _)| put(at, &found.to_string()))
            .collect()
    });
}

#[test]
fn brace_for_a_bracket() {
    said_in(2, |line| {
        brackets(line)
            .iter()
            .map(|&(at, _, other)| write(at..at + 1, other))
            .collect()
    });
}

// Values.

#[test]
fn value_lost() {
    said_once(|line| {
        line.key
            .iter()
            .filter(|_| !line.text(&line.value).starts_with(['{', '[']))
            .map(|_| write(line.value.clone(), ""))
            .collect()
    });
}

#[test]
fn decimal_comma() {
    corrected(|line| {
        let number = line.bare().filter(|value| line.text(value).contains('.'));
        number
            .iter()
            .map(|value| write(value.clone(), line.text(value).replace('.', ",")))
            .collect()
    });
}

#[test]
fn amount_in_euros() {
    corrected(|line| {
        let number = line.bare().filter(|value| line.text(value).contains('.'));
        number
            .iter()
            .map(|value| {
                write(
                    value.clone(),
                    format!("{} €", line.text(value).replace('.', ",")),
                )
            })
            .collect()
    });
}

#[test]
fn true_of_another_language() {
    corrected(|line| {
        other_literal(line, &["true", "false"], |text| {
            text[..1].to_uppercase() + &text[1..]
        })
    });
}

#[test]
fn none_for_null() {
    corrected(|line| other_literal(line, &["null"], |_| "None".into()));
}

#[test]
fn undefined_for_null() {
    said_once(|line| other_literal(line, &["null"], |_| "undefined".into()));
}

#[test]
fn nan_for_null() {
    said_once(|line| other_literal(line, &["null"], |_| "NaN".into()));
}

#[test]
fn tabulation_in_a_text() {
    said_in(2, |line| {
        line.quoted()
            .iter()
            .map(|value| put(value.start + 2, "\t"))
            .collect()
    });
}

#[test]
fn line_break_in_a_text() {
    said_in(2, |line| {
        line.quoted()
            .iter()
            .map(|value| put(value.start + 2, "\n"))
            .collect()
    });
}

// Comments.

#[test]
fn comment_at_the_end_of_a_line() {
    corrected(|line| vec![put(line.content.end, " // à vérifier")]);
}

#[test]
fn comment_before_a_key() {
    corrected(|line| vec![put(line.content.start, "/* voir { */ ")]);
}

#[test]
fn comment_of_a_whole_line() {
    corrected(|line| vec![put(line.start(), "# [DUPONT]\n")]);
}

// Lines.

#[test]
fn line_cut_in_its_value() {
    said_in(2, |line| {
        line.quoted()
            .iter()
            .map(|value| write(value.start + 2..line.content.end, ""))
            .collect()
    });
}

#[test]
fn line_cut_after_its_key() {
    said_once(|line| {
        line.key
            .iter()
            .map(|key| write(key.end..line.content.end, ""))
            .collect()
    });
}

#[test]
fn line_cut_in_its_key() {
    said_in(3, |line| {
        line.key
            .iter()
            .map(|key| write(key.end - 3..line.content.end, ""))
            .collect()
    });
}

#[test]
fn line_lost() {
    // A key that is missing is said at the brace of its object.
    each(
        |line| vec![write(line.start()..line.next, "")],
        |found| assert!(found.findings().len() <= 4, "{}", found.shown()),
    );
}

#[test]
fn line_twice() {
    said_in(2, |line| {
        vec![put(line.start(), line.text(&(line.start()..line.next)))]
    });
}

#[test]
fn lines_swapped() {
    said_in(2, |line| {
        let here = line.start()..line.next;
        line.following()
            .map(|next| {
                write(
                    here.start..next.end,
                    format!("{}{}", line.text(&next), line.text(&here)),
                )
            })
            .into_iter()
            .collect()
    });
}

#[test]
fn file_cut() {
    said_in(2, |line| {
        vec![write(
            line.content.start + line.content.len() / 2..line.all.len(),
            "",
        )]
    });
}

fn other_literal(line: &Line<'_>, which: &[&str], other: impl Fn(&str) -> String) -> Vec<Change> {
    let found = line
        .bare()
        .filter(|value| which.contains(&line.text(value)));
    found
        .iter()
        .map(|value| write(value.clone(), other(line.text(value))))
        .collect()
}
