//! The report as text: findings by file, then the recap.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use predepot::catalog::{View, masked_entry, masked_file};
use predepot::check::{Document, FileKind, Report};
use predepot::diag::{Diagnostic, Related, Severity};
use predepot::render::portail;
use predepot::text::{Encoding, Span};

use crate::args::Check;
use crate::frame::{Frame, Source, visible};
use crate::recap;
use crate::words::Words;

/// Line numbers, arrows and bars.
pub(crate) const GUTTER: Style = AnsiColor::BrightBlue.on_default().bold();
pub(crate) const BOLD: Style = Style::new().bold();

/// Writes the report; `paths` are the files' paths, in its order. A masked one has no path, no line of a file and no total.
pub(crate) fn write(
    out: &mut impl Write,
    report: &Report,
    paths: &[String],
    asked: &Check,
    words: Words,
) -> io::Result<()> {
    let sources: Vec<Source<'_>> = report
        .files
        .iter()
        .zip(paths)
        .enumerate()
        .map(|(at, (document, path))| Source {
            path: match asked.masked {
                true => masked_file(at, &document.name),
                false => path.chars().map(visible).collect(),
            },
            bytes: &document.bytes,
            encoding: document.encoding,
            lines: document.lines(),
        })
        .collect();
    for (at, document) in report.files.iter().enumerate() {
        let shown = if asked.portail {
            portail::shown(document)
        } else {
            (0..document.diagnostics.len()).collect()
        };
        if report.files.len() > 1 && !shown.is_empty() {
            writeln!(out, "{BOLD}{}{BOLD:#}\n", sources[at].path)?;
        }
        let mut file = File {
            report,
            sources: &sources,
            at,
            masked: asked.masked,
            words,
            said: HashSet::new(),
        };
        for finding in shown {
            file.write(out, &document.diagnostics[finding])?;
        }
    }
    let paths: Vec<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    recap::write(out, report, &paths, asked.masked, words)
}

/// A file whose findings are being written.
struct File<'a> {
    report: &'a Report,
    sources: &'a [Source<'a>],
    at: usize,
    masked: bool,
    words: Words,
    /// Reasons given: each is given once in a file, however many findings have it.
    said: HashSet<String>,
}

impl File<'_> {
    fn write(&mut self, out: &mut impl Write, finding: &Diagnostic) -> io::Result<()> {
        let document = &self.report.files[self.at];
        let source = &self.sources[self.at];
        let view = View {
            diagnostic: finding,
            document,
            lines: &source.lines,
            masked: self.masked.then_some(&self.report.files[..]),
        };
        let style = style(finding.severity);
        let (words, colon) = (self.words, self.words.colon());
        writeln!(
            out,
            "{style}{}[{}]{style:#}{colon}{BOLD}{}{BOLD:#}",
            words.severity(finding.severity),
            finding.code.as_str(),
            view.message()
        )?;
        let frame = self.frame(self.at, finding.span);
        let related: Vec<Elsewhere<'_>> = finding
            .related
            .iter()
            .map(|related| self.elsewhere(related))
            .collect();
        let placed = related.iter().filter_map(|place| place.frame.as_ref());
        let frames = frame.iter().chain(placed);
        let digits = frames.map(Frame::digits).max().unwrap_or(1);
        match frame {
            Some(frame) => frame.write(out, "-->", digits, '^', style, "")?,
            None => {
                let path = self.place(self.at, finding.span);
                writeln!(out, "{:digits$}{GUTTER}-->{GUTTER:#} {path}", "")?;
            }
        }
        for Elsewhere {
            frame,
            path,
            message,
        } in related
        {
            match frame {
                Some(frame) => frame.write(out, ":::", digits, '-', GUTTER, &message)?,
                None => writeln!(
                    out,
                    "{:digits$}{GUTTER}:::{GUTTER:#} {path}{colon}{message}",
                    ""
                )?,
            }
        }
        writeln!(out, "{:digits$} {GUTTER}|{GUTTER:#}", "")?;
        let mut note = |title: &str, text: &str| {
            writeln!(
                out,
                "{:digits$} {GUTTER}={GUTTER:#} {BOLD}{title}{BOLD:#}{colon}{}",
                "",
                text.replace('\n', &format!("\n{:1$}", "", digits + 3))
            )
        };
        let why = view.why();
        if self.said.insert(why.clone()) {
            note(words.either("pourquoi", "why"), &why)?;
        }
        note(words.either("correction", "help"), &view.help())?;
        if let Some(origin) = view.origin() {
            note("source", &origin)?;
        }
        writeln!(out)
    }

    fn elsewhere<'b>(&'b self, related: &'b Related) -> Elsewhere<'b> {
        let name = related.file.as_deref();
        let files = &self.report.files;
        let at = files
            .iter()
            .position(|file| Some(file.name.as_str()) == name)
            .unwrap_or(self.at);
        let entries = files[at].archive.as_ref().map(|archive| &archive.entries);
        let entry = entries.zip(related.entry).and_then(|(entries, index)| {
            let name = &entries.get(index as usize)?.name.text;
            Some(match self.masked {
                true => masked_entry(index, name),
                false => name.chars().map(visible).collect(),
            })
        });
        let inside = entry.map_or(String::new(), |entry| format!(", {entry}"));
        Elsewhere {
            frame: self.frame(at, related.span),
            path: self.place(at, related.span) + &inside,
            message: self.words.0.say(&related.message),
        }
    }

    /// The line of a place of the file at `at`, where it can be shown.
    fn frame(&self, at: usize, span: Span) -> Option<Frame<'_>> {
        let is_shown = !self.masked && has_place(&self.report.files[at], span);
        is_shown.then(|| self.sources[at].frame(span))
    }

    /// The place of a finding whose line is not shown.
    fn place(&self, at: usize, span: Span) -> String {
        let Source { path, lines, .. } = &self.sources[at];
        if !has_place(&self.report.files[at], span) {
            return path.clone();
        }
        let place = lines.place(span.start);
        format!("{path}:{}:{}", place.line, place.column)
    }
}

/// A related place.
struct Elsewhere<'a> {
    /// Its line, where there are lines.
    frame: Option<Frame<'a>>,
    /// Its file, and the entry of the ZIP.
    path: String,
    message: Cow<'a, str>,
}

/// False for a finding on the whole file, and for what has no lines that could be read.
fn has_place(document: &Document, span: Span) -> bool {
    document.kind == FileKind::Json
        && matches!(document.encoding, Encoding::Utf8 | Encoding::Windows1252)
        && span != Span::default()
}

fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Erreur => AnsiColor::BrightRed,
        Severity::Avertissement => AnsiColor::Yellow,
        Severity::Information => AnsiColor::BrightCyan,
    };
    colour.on_default().bold()
}
