//! How far the reading of a ZIP is, on a terminal: one line, gone when it is read.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use predepot::zip::Progress;

use crate::words::Words;

/// Nothing is shown of what takes less than this.
const SOON: Duration = Duration::from_millis(200);
/// The line is written again no sooner than this.
const AGAIN: Duration = Duration::from_millis(100);
/// Characters of the bar.
const WIDTH: u64 = 30;

/// The line of a file.
pub(crate) struct Bar {
    name: String,
    size: u64,
    next: Instant,
    terminal: bool,
    shown: bool,
    words: Words,
}

impl Bar {
    pub(crate) fn new(name: &str, size: u64, words: Words) -> Self {
        Self {
            name: name.chars().filter(|c| !c.is_control()).take(40).collect(),
            size: size.max(1),
            next: Instant::now() + SOON,
            terminal: io::stderr().is_terminal(),
            shown: false,
            words,
        }
    }

    /// Writes it, when it is time to.
    pub(crate) fn show(&mut self, progress: Progress) {
        if !self.terminal || Instant::now() < self.next {
            return;
        }
        self.next = Instant::now() + AGAIN;
        self.shown = true;
        self.write(&format!("\r{}\x1b[K", self.line(progress)));
    }

    fn line(&self, Progress { bytes, entries }: Progress) -> String {
        let part = |of: u64| of * bytes.min(self.size) / self.size;
        let done = "█".repeat(part(WIDTH) as usize);
        let left = "░".repeat((WIDTH - part(WIDTH)) as usize);
        let percent = self.words.either("\u{a0}%", "%");
        let (french, english) = (["fichier", "fichiers"], ["file", "files"]);
        format!(
            "{} {done}{left} {}{percent} · {}",
            self.name,
            part(100),
            self.words.count(entries, french, english)
        )
    }

    /// What cannot be written there is not worth a failure.
    fn write(&self, text: &str) {
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.shown {
            self.write("\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::catalog::Language;

    #[track_caller]
    fn check(bytes: u64, entries: usize, expected: &str) {
        check_in(Language::Francais, bytes, entries, expected);
    }

    #[track_caller]
    fn check_in(language: Language, bytes: u64, entries: usize, expected: &str) {
        let bar = Bar::new("pieces.zip", 300, Words(language));
        assert_eq!(bar.line(Progress { bytes, entries }), expected);
    }

    #[test]
    fn in_english() {
        let line = "pieces.zip ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0% · 0 files";
        check_in(Language::Anglais, 0, 0, line);
    }

    #[test]
    fn from_nothing_to_everything() {
        check(
            0,
            0,
            "pieces.zip ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0\u{a0}% · 0 fichier",
        );
        check(
            155,
            12,
            "pieces.zip ███████████████░░░░░░░░░░░░░░░ 51\u{a0}% · 12 fichiers",
        );
        check(
            300,
            20,
            "pieces.zip ██████████████████████████████ 100\u{a0}% · 20 fichiers",
        );
    }

    #[test]
    fn an_empty_file_has_a_line_too() {
        let progress = Progress {
            bytes: 0,
            entries: 0,
        };
        assert!(
            Bar::new("a", 0, Words(Language::Francais))
                .line(progress)
                .contains(" 0\u{a0}%")
        );
    }
}
