//! Helpers of the tests: one `check` per boundary.

pub mod fixtures;
pub mod random;
pub mod zip;

use predepot::catalog::{Code, Language, View};
use predepot::check::{
    Content, Day, Document, Dropped, Options, Report, check as check_files, scope,
};
use predepot::diag::{Detail, Diagnostic};
use predepot::profiles;

/// The day on which the tests take place: the one of the name of [`NAME`].
pub const TODAY: &str = "15/10/2023";
/// A conforming name for the templates.
pub const NAME: &str = "JSON-1234567890-20231015-001.json";

/// The conforming file of a profile.
pub fn template(profile: &str) -> String {
    profiles::by_id(profile)
        .map(|profile| profile.template.to_owned())
        .unwrap_or_else(|| missing("profile", profile))
}

/// The conforming file of a profile, changed at one place: `from` must stand in it exactly once.
pub fn edited(profile: &str, from: &str, to: &str) -> String {
    replaced(&template(profile), from, to)
}

/// The conforming file of a profile without one line.
pub fn without(profile: &str, line: &str) -> String {
    edited(profile, &format!("{line}\n"), "")
}

/// `text` changed at one place: `from` must stand in it exactly once.
#[track_caller]
pub fn replaced(text: &str, from: &str, to: &str) -> String {
    if text.matches(from).count() != 1 {
        missing::<()>("place standing exactly once", from);
    }
    text.replacen(from, to, 1)
}

/// The conforming file of a profile, changed at several places, one after the other.
pub fn changed(profile: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(template(profile), |text, (from, to)| {
        replaced(&text, from, to)
    })
}

/// A conforming file with several demandes: the template's own, numbered from 1, with a `numeroEditeur` and pieces' names to match.
pub fn several(profile: &str, count: usize) -> String {
    let template = template(profile);
    let start = template
        .find("    {\n      \"numLigne\"")
        .unwrap_or_default();
    let end = template.rfind("\n  ]").unwrap_or_default();
    let demandes: Vec<String> = (1..=count)
        .map(|number| {
            let demande = &template[start..end];
            demande
                .replacen("\"numLigne\": 1,", &format!("\"numLigne\": {number},"), 1)
                .replace("00001", &format!("{number:05}"))
        })
        .collect();
    format!(
        "{}{}{}",
        &template[..start],
        demandes.join(",\n"),
        &template[end..]
    )
}

/// A file of two demandes, with each of its values in turn changed to another, and each of its lines left out: most are sound JSON.
pub fn altered(profile: &str) -> Vec<String> {
    let text = several(profile, 2);
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (before, after) = (&text[..start], &text[start + line.len()..]);
        start += line.len();
        all.push(format!("{before}{after}"));
        let Some((key, value)) = line.split_once("\": ") else {
            continue;
        };
        let value = value.trim_end();
        if value.ends_with(['{', '[']) {
            continue;
        }
        let comma = if value.ends_with(',') { "," } else { "" };
        for other in [
            "null",
            "\"\"",
            "\"é ?\"",
            "12",
            "true",
            "false",
            "[]",
            "{\"a\": 1}",
        ] {
            all.push(format!("{before}{key}\": {other}{comma}\n{after}"));
        }
    }
    all
}

/// Checks one file under [`NAME`], on [`TODAY`], and leaves out that it came without its ZIP.
pub fn report(text: impl AsRef<[u8]>) -> Report {
    report_of(&[(NAME, text.as_ref())])
}

/// Checks JSONs dropped together, on [`TODAY`], and leaves out that they came without their ZIPs.
pub fn report_of(files: &[(&str, &[u8])]) -> Report {
    alone(report_of_all(files))
}

/// Checks files dropped together, on [`TODAY`].
pub fn report_of_all(files: &[(&str, &[u8])]) -> Report {
    fixtures::keep(files);
    let files = files
        .iter()
        .map(|&(name, bytes)| Dropped {
            name: name.to_owned(),
            content: Content::Bytes(bytes.to_vec()),
        })
        .collect();
    let mut report = check_files(files, &options());
    check_english(&mut report);
    report
}

/// Those of every check here.
pub fn options() -> Options {
    Options {
        today: Day::read(TODAY),
        ..Options::default()
    }
}

/// Whatever a test finds is said in English too: nothing French is left outside values and quotations.
///
/// # Panics
/// When something is.
#[track_caller]
pub fn check_english(report: &mut Report) {
    report.speak(Language::Anglais);
    for document in &report.files {
        let lines = document.lines();
        for diagnostic in document.diagnostics.iter().take(MOST_TRANSLATED) {
            let view = View {
                diagnostic,
                document,
                lines: &lines,
                masked: None,
            };
            let own = own_texts(document, diagnostic);
            let related = diagnostic.related.iter().map(|related| &related.message);
            let titles = diagnostic.fix.iter().map(|fix| &fix.title);
            let phrases = related
                .chain(titles)
                .map(|text| document.language.say(text));
            let sentences = [view.message(), view.help(), view.why()].into_iter();
            for text in sentences.chain(phrases.map(String::from)) {
                let text = own.iter().fold(text, |text, own| text.replace(own, "x"));
                assert!(!is_french(&text), "{}: {text}", diagnostic.code.as_str());
            }
        }
    }
    report.speak(Language::Francais);
}

/// What a sentence takes from the file or from the documents without backticks: numbers beside those of demandes, names of operators.
fn own_texts<'a>(document: &'a Document, finding: &'a Diagnostic) -> Vec<&'a str> {
    let related = finding.related.iter().map(|related| related.span);
    let demandes = [finding.span].into_iter().chain(related);
    let demandes = demandes.filter_map(|span| document.demande_at(span.start));
    let numeros = demandes.filter_map(|at| document.demandes[at].numero_editeur.as_deref());
    let names: &[String] = match &finding.detail {
        Detail::Texts(texts) => texts,
        _ => &[],
    };
    let own = numeros
        .map(str::trim)
        .chain(names.iter().map(String::as_str));
    own.filter(|text| !text.is_empty()).collect()
}

/// The findings of a file that are read in English: a file of thousands has the same ones again.
const MOST_TRANSLATED: usize = 12;

/// True when a text has a word that only French has, outside backticks and quotation marks.
pub fn is_french(text: &str) -> bool {
    const FRENCH: &[&str] = &[
        "le", "la", "les", "des", "du", "de", "un", "une", "ce", "cette", "ces", "en", "il", "est",
        "ou", "et", "cet",
    ];
    let unquoted = text.split('`').step_by(2).flat_map(|words| {
        let mut outside = true;
        words.split(move |c: char| {
            outside = (outside && c != '“') || c == '”';
            !outside || !c.is_alphanumeric()
        })
    });
    let mut words = unquoted.map(str::to_lowercase);
    words.any(|word| FRENCH.contains(&word.as_str()))
}

/// The report without `Z024`, which every JSON dropped without its ZIP has, for the tests of all other rules.
pub fn alone(mut report: Report) -> Report {
    for file in &mut report.files {
        let is_z024 = |finding: &Diagnostic| finding.code == Code::Z024;
        let Some(at) = file.diagnostics.iter().position(is_z024) else {
            continue;
        };
        file.diagnostics.remove(at);
        file.by_code.retain(|(code, _)| *code != Code::Z024);
        for demande in &mut file.demandes {
            demande.first_error = demande.first_error.map(|at| at - 1);
        }
        file.counts.information -= 1;
        report.counts.information -= 1;
    }
    report
}

/// The findings of a file, one line each: "F008 E 13:27 `1075`" (code, severity, line and column, what stands there).
pub fn findings(document: &Document) -> Vec<String> {
    let lines = document.lines();
    document
        .diagnostics
        .iter()
        .map(|finding| {
            let place = lines.place(finding.span.start);
            let severity = match finding.severity {
                predepot::diag::Severity::Erreur => "E",
                predepot::diag::Severity::Avertissement => "A",
                predepot::diag::Severity::Information => "I",
            };
            let found = String::from_utf8_lossy(finding.span.of(&document.bytes)).into_owned();
            let found = if found.contains('\n') {
                format!("{}…", found.lines().next().unwrap_or_default())
            } else {
                found
            };
            format!(
                "{} {severity} {}:{} `{found}`",
                finding.code.as_str(),
                place.line,
                place.column
            )
        })
        .collect()
}

/// Checks one file and compares its findings, reminders (C022) apart.
///
/// # Panics
/// When they differ.
#[track_caller]
pub fn check(text: impl AsRef<[u8]>, expected: &[&str]) {
    let report = report(text);
    // Whatever spoke had something to judge: the scope holds that by itself.
    scope(&report, 0, &options());
    let found: Vec<String> = findings(&report.files[0])
        .into_iter()
        .filter(|line| !line.starts_with("C022"))
        .collect();
    assert_eq!(found, expected);
}

#[allow(
    clippy::panic,
    reason = "a test that asks for what is not there must fail"
)]
fn missing<T>(what: &str, name: &str) -> T {
    panic!("no such {what}: {name}")
}
