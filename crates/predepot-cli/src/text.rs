//! The report as text: findings by file, then the recap.

use std::collections::HashSet;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use predepot::catalog::View;
use predepot::check::{Document, FileKind, Report};
use predepot::diag::{Diagnostic, Severity};
use predepot::render::{portail, wire};
use predepot::text::{Encoding, Span};

use crate::frame::{Frame, Source, visible};
use crate::recap;

/// Line numbers, arrows and bars.
pub(crate) const GUTTER: Style = AnsiColor::BrightBlue.on_default().bold();
pub(crate) const BOLD: Style = Style::new().bold();

/// Writes the report; `paths` are the files' paths, in its order.
pub(crate) fn write(
    out: &mut impl Write,
    report: &Report,
    paths: &[String],
    only_portail: bool,
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
            said: HashSet::new(),
        };
        for finding in shown {
            file.write(out, &document.diagnostics[finding])?;
        }
    }
    let paths: Vec<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    recap::write(out, report, &paths)
}

/// A file whose findings are being written.
struct File<'a> {
    report: &'a Report,
    sources: &'a [Source<'a>],
    at: usize,
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
        writeln!(
            out,
            "{style}{}[{}]{style:#}\u{a0}: {BOLD}{}{BOLD:#}",
            wire::severity(finding.severity),
            finding.code.as_str(),
            view.message()
        )?;
        let frame = has_place(document, finding.span).then(|| source.frame(finding.span));
        let related: Vec<(Frame<'_>, &str)> = finding
            .related
            .iter()
            .map(|related| {
                let source = self.other(related.file.as_deref()).unwrap_or(source);
                (source.frame(related.span), related.message.as_str())
            })
            .collect();
        let frames = frame.iter().chain(related.iter().map(|(frame, _)| frame));
        let digits = frames.map(Frame::digits).max().unwrap_or(1);
        match frame {
            Some(frame) => frame.write(out, "-->", digits, '^', style, "")?,
            None => writeln!(out, "{:digits$}{GUTTER}-->{GUTTER:#} {}", "", source.path)?,
        }
        for (frame, message) in related {
            frame.write(out, ":::", digits, '-', GUTTER, message)?;
        }
        writeln!(out, "{:digits$} {GUTTER}|{GUTTER:#}", "")?;
        let mut note = |title: &str, text: &str| {
            writeln!(
                out,
                "{:digits$} {GUTTER}={GUTTER:#} {BOLD}{title}{BOLD:#}\u{a0}: {}",
                "",
                text.replace('\n', &format!("\n{:1$}", "", digits + 3))
            )
        };
        let why = view.why();
        if self.said.insert(why.clone()) {
            note("pourquoi", &why)?;
        }
        note("correction", &view.help())?;
        if let Some(origin) = view.origin() {
            note("source", &origin)?;
        }
        writeln!(out)
    }

    fn other(&self, name: Option<&str>) -> Option<&Source<'_>> {
        let at = self
            .report
            .files
            .iter()
            .position(|file| Some(file.name.as_str()) == name)?;
        self.sources.get(at)
    }
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
