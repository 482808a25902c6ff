//! The report as text: findings by file, then the recap.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use predepot::catalog::View;
use predepot::check::{Document, FileKind, Report};
use predepot::diag::{Diagnostic, Related, Severity};
use predepot::render::portail;
use predepot::text::{Encoding, Span};

use crate::frame::{Frame, Source, visible};
use crate::recap;
use crate::words::Words;

/// Line numbers, arrows and bars.
pub(crate) const GUTTER: Style = AnsiColor::BrightBlue.on_default().bold();
pub(crate) const BOLD: Style = Style::new().bold();

/// Writes the report; `paths` are the files' paths, in its order.
pub(crate) fn write(
    out: &mut impl Write,
    report: &Report,
    paths: &[String],
    only_portail: bool,
    words: Words,
) -> io::Result<()> {
    let sources: Vec<Source<'_>> = report
        .files
        .iter()
        .zip(paths)
        .map(|(document, path)| Source {
            path: path.chars().map(visible).collect(),
            bytes: &document.bytes,
            encoding: document.encoding,
            lines: document.lines(),
        })
        .collect();
    for (at, document) in report.files.iter().enumerate() {
        let shown = if only_portail {
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
            words,
            said: HashSet::new(),
        };
        for finding in shown {
            file.write(out, &document.diagnostics[finding])?;
        }
    }
    let paths: Vec<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    recap::write(out, report, &paths, words)
}

/// A file whose findings are being written.
struct File<'a> {
    report: &'a Report,
    sources: &'a [Source<'a>],
    at: usize,
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
        let frame = has_place(document, finding.span).then(|| source.frame(finding.span));
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
            None => writeln!(out, "{:digits$}{GUTTER}-->{GUTTER:#} {}", "", source.path)?,
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
        let (document, source) = (&files[at], &self.sources[at]);
        let entries = document.archive.as_ref().map(|archive| &archive.entries);
        let entry = entries
            .zip(related.entry)
            .and_then(|(entries, index)| entries.get(index as usize));
        let inside = entry.map_or(String::new(), |entry| format!(", {}", entry.name.text));
        let is_placed = has_place(document, related.span);
        Elsewhere {
            frame: is_placed.then(|| source.frame(related.span)),
            path: source.path.clone() + &inside.chars().map(visible).collect::<String>(),
            message: self.words.0.say(&related.message),
        }
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
