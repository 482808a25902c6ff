//! A folder of files and the real binary, run in it.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test program uses a part; a test that fails may panic"
)]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The name of a conforming file on the day that [`Folder::run`] gives.
pub(crate) const NAME: &str = "JSON-1234567890-20231015-001.json";
/// What makes an error of the 2nd control, on line 14.
pub(crate) const AMOUNT: (&str, &str) = ("1075.00", "1075");
/// What makes another, on line 8.
pub(crate) const ACTION: (&str, &str) = ("\"typeAction\": \"C\"", "\"typeAction\": \"D\"");
/// What makes an error of the 1st control, on line 2.
pub(crate) const IMP_ID: (&str, &str) = ("\"impId\": null", "\"impId\": \"1\"");

/// What a run gives.
pub(crate) struct Ran {
    /// The standard output, its no-break spaces shown as `~`.
    pub(crate) out: String,
    /// The error output, likewise.
    pub(crate) err: String,
    /// The exit code.
    pub(crate) code: Option<i32>,
}

/// A folder for one test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// An empty one; two tests never share a name.
    pub(crate) fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// With this file in it.
    pub(crate) fn with(self, name: impl AsRef<OsStr>, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name.as_ref());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Runs `predepot` in it, on 2023-10-15 for `check`.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Ran {
        self.run_with(args, b"", &[])
    }

    /// The same, with a standard input and variables.
    pub(crate) fn run_with<S: AsRef<OsStr>>(
        &self,
        args: &[S],
        input: &[u8],
        variables: &[(&str, &str)],
    ) -> Ran {
        let mut child = self
            .command(args)
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        // A run that does not read it closes it: nothing to say.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace('\u{a0}', "~");
        Ran {
            out: text(output.stdout),
            err: text(output.stderr),
            code: output.status.code(),
        }
    }

    /// The command, ready to be run.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_predepot"));
        command.args(args).current_dir(&self.0);
        if args.first().is_some_and(|first| first.as_ref() == "check") {
            command.args(["--date", "2023-10-15"]);
        }
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// The conforming file of MDV-LGC, changed.
pub(crate) fn mdv(edits: &[(&str, &str)]) -> String {
    let mut text = predepot::profiles::by_id("MDV-LGC")
        .unwrap()
        .template
        .to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}
