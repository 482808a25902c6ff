//! One mistake of a hand, anywhere in a file of ten demandes: one cause is said, where a person would look, and little else.

use std::collections::BTreeMap;
use std::ops::Range;

use predepot_tests::{report, several};

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

type Make = fn(&Line<'_>) -> Vec<Change>;

/// A kind of mistake and how it is made on a line.
const MISTAKES: &[(&str, Make)] = &[
    ("key: opening quote lost", |line| {
        line.key.iter().map(|key| lose(key.start)).collect()
    }),
    ("key: closing quote lost", |line| {
        line.key.iter().map(|key| lose(key.end - 1)).collect()
    }),
    ("key: no quotes", |line| {
        line.key
            .iter()
            .map(|key| between(line, key, "", ""))
            .collect()
    }),
    ("key: apostrophes", |line| {
        line.key
            .iter()
            .map(|key| between(line, key, "'", "'"))
            .collect()
    }),
    ("key: curly quotes", |line| {
        line.key
            .iter()
            .map(|key| between(line, key, "“", "”"))
            .collect()
    }),
    ("text: opening quote lost", |line| {
        line.quoted()
            .iter()
            .map(|value| lose(value.start))
            .collect()
    }),
    ("text: closing quote lost", |line| {
        line.quoted()
            .iter()
            .map(|value| lose(value.end - 1))
            .collect()
    }),
    ("text: no quotes", |line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "", ""))
            .collect()
    }),
    ("text: apostrophes", |line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "'", "'"))
            .collect()
    }),
    ("text: curly quotes", |line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "“", "”"))
            .collect()
    }),
    ("text: guillemets", |line| {
        line.quoted()
            .iter()
            .map(|value| between(line, value, "« ", " »"))
            .collect()
    }),
    ("text: tab", |line| {
        line.quoted()
            .iter()
            .map(|value| put(value.start + 2, "\t"))
            .collect()
    }),
    ("comma lost", |line| {
        line.comma.iter().map(|&comma| lose(comma)).collect()
    }),
    ("comma twice", |line| {
        line.comma.iter().map(|&comma| put(comma, ",")).collect()
    }),
    ("comma after the last", |line| {
        let ends = line.comma.is_none()
            && !line.text(&line.value).ends_with(['{', '['])
            && line.following().is_some();
        ends.then(|| put(line.content.end, ","))
            .into_iter()
            .collect()
    }),
    ("comma as semicolon", |line| {
        line.comma
            .iter()
            .map(|&comma| write(comma..comma + 1, ";"))
            .collect()
    }),
    ("colon lost", |line| {
        line.colon.iter().map(|&colon| lose(colon)).collect()
    }),
    ("colon twice", |line| {
        line.colon.iter().map(|&colon| put(colon, ":")).collect()
    }),
    ("colon as equals", |line| {
        line.colon
            .iter()
            .map(|&colon| write(colon..colon + 1, " ="))
            .collect()
    }),
    ("bracket lost", |line| {
        brackets(line).iter().map(|&(at, ..)| lose(at)).collect()
    }),
    ("bracket twice", |line| {
        brackets(line)
            .iter()
            .map(|&(at, found, _)| put(at, &found.to_string()))
            .collect()
    }),
    ("bracket of the other kind", |line| {
        brackets(line)
            .iter()
            .map(|&(at, _, other)| write(at..at + 1, other))
            .collect()
    }),
    ("value lost", |line| {
        line.key
            .iter()
            .filter(|_| !line.text(&line.value).starts_with(['{', '[']))
            .map(|_| write(line.value.clone(), ""))
            .collect()
    }),
    ("decimal comma", |line| {
        let number = line.bare().filter(|value| line.text(value).contains('.'));
        number
            .iter()
            .map(|value| write(value.clone(), line.text(value).replace('.', ",")))
            .collect()
    }),
    ("euros", |line| {
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
    }),
    ("True", |line| {
        other_literal(line, &["true", "false"], |text| {
            text[..1].to_uppercase() + &text[1..]
        })
    }),
    ("None", |line| {
        other_literal(line, &["null"], |_| "None".into())
    }),
    ("undefined", |line| {
        other_literal(line, &["null"], |_| "undefined".into())
    }),
    ("NaN", |line| {
        other_literal(line, &["null"], |_| "NaN".into())
    }),
    ("comment after", |line| {
        vec![put(line.content.end, " // à vérifier")]
    }),
    ("comment around", |line| {
        vec![put(line.content.start, "/* voir { */ ")]
    }),
    ("comment of a line", |line| {
        vec![put(line.start(), "# [DUPONT]\n")]
    }),
    ("text with quotes", |line| {
        line.quoted()
            .iter()
            .filter(|value| value.len() > 5)
            .map(|value| put(value.start + 3, "\"X\""))
            .collect()
    }),
    ("line cut in its value", |line| {
        line.quoted()
            .iter()
            .map(|value| write(value.start + 2..line.content.end, ""))
            .collect()
    }),
    ("line cut after its key", |line| {
        line.key
            .iter()
            .map(|key| write(key.end..line.content.end, ""))
            .collect()
    }),
    ("line cut in its key", |line| {
        line.key
            .iter()
            .map(|key| write(key.end - 3..line.content.end, ""))
            .collect()
    }),
    ("line lost", |line| vec![write(line.start()..line.next, "")]),
    ("line twice", |line| {
        vec![put(line.start(), line.text(&(line.start()..line.next)))]
    }),
    ("lines swapped", |line| {
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
    }),
    ("file cut", |line| {
        vec![write(
            line.content.start + line.content.len() / 2..line.all.len(),
            "",
        )]
    }),
    ("line break in the middle", |line| {
        line.quoted()
            .iter()
            .map(|value| put(value.start + 2, "\n"))
            .collect()
    }),
];

fn other_literal(line: &Line<'_>, which: &[&str], other: impl Fn(&str) -> String) -> Vec<Change> {
    let found = line
        .bare()
        .filter(|value| which.contains(&line.text(value)));
    found
        .iter()
        .map(|value| write(value.clone(), other(line.text(value))))
        .collect()
}

#[test]
fn measure() {
    let only = std::env::var("ONLY").ok();
    let show: usize = std::env::var("SHOW")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    for profile in ["MDV-LGC", "MS1-DUI", "HOP-DPI"] {
        let text = several(profile, 10);
        let lines = lines(&text);
        let per = lines.len() / 10;
        let mut stats: BTreeMap<&str, (usize, usize, usize, usize, usize)> = BTreeMap::new();
        for (name, make) in MISTAKES {
            if only
                .as_ref()
                .is_some_and(|only| !name.contains(only.as_str()))
            {
                continue;
            }
            let mut shown = 0;
            for (number, line) in lines.iter().enumerate() {
                if number > 2 * per + 8 && number < 9 * per {
                    continue;
                }
                for (range, new) in make(line) {
                    let mistaken = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
                    let report = report(&mistaken);
                    let document = &report.files[0];
                    let place = document.lines();
                    let found: Vec<_> = document
                        .diagnostics
                        .iter()
                        .filter(|d| !["C022"].contains(&d.code.as_str()))
                        .collect();
                    let js: Vec<_> = found
                        .iter()
                        .filter(|d| "JS".contains(&d.code.as_str()[..1]))
                        .collect();
                    let at = number as u32 + 1;
                    let near = js
                        .first()
                        .is_none_or(|d| place.place(d.span.start).line.abs_diff(at) <= 1);
                    let stat = stats.entry(name).or_default();
                    stat.0 += 1;
                    stat.1 += usize::from(found.len() == 1 && near);
                    stat.2 += usize::from(js.len() > 2);
                    stat.3 += usize::from(!near);
                    stat.4 += usize::from(found.len() - js.len() > 0);
                    if (js.len() > 2 || !near || found.len() > 1) && shown < show {
                        shown += 1;
                        println!(
                            "--- {profile} {name} line {at}: {:?} -> {new:?}",
                            &text[range.clone()].chars().take(80).collect::<String>()
                        );
                        for f in predepot_tests::findings(document)
                            .iter()
                            .filter(|l| !l.starts_with("C022"))
                        {
                            println!("    {f}");
                        }
                    }
                }
            }
        }
        println!("{profile}: of, one finding near, J+S > 2, first far, others");
        for (name, (of, one, many, far, other)) in stats {
            println!("  {name:28} {of:5} {one:5} {many:5} {far:5} {other:5}");
        }
    }
}
#[test]
fn where_swapped() {
    for profile in ["MDV-LGC", "MS1-DUI", "HOP-DPI"] {
        let text = several(profile, 3);
        let lines = lines(&text);
        for (name, make) in MISTAKES {
            if *name == "lines swapped" {
                continue;
            }
            for line in &lines {
                for (range, new) in make(line) {
                    let mistaken = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
                    let report = report(&mistaken);
                    for d in &report.files[0].diagnostics {
                        if let predepot::diag::Detail::Word(w) = &d.detail {
                            if w.contains("interverties") {
                                println!(
                                    "--- {profile} {name}: {:?} -> {new:?}",
                                    &text[range.clone()]
                                );
                                for f in predepot_tests::findings(&report.files[0])
                                    .iter()
                                    .filter(|l| !l.starts_with("C022"))
                                {
                                    println!("    {f}");
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
