//! The passphrase at a terminal: asked for on the screen, typed unseen, asked for twice where a vault is made.

use crate::tools::{WORDS, program};
use std::{
    io::{Read, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// A call at a terminal of its own. `script` makes the terminal and passes on what is typed and shown.
struct Screen {
    script: Child,
    keys: ChildStdin,
    shown: ChildStdout,
    text: String,
}

impl Screen {
    fn run(folder: &Path, call: &str) -> Self {
        let mut script = Command::new("script")
            .current_dir(folder)
            .args([
                "-q",
                "-e",
                "-c",
                &format!("tty; exec '{}' {call}", program().display()),
                "/dev/null",
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("script(1), which every Linux has, gives the test a terminal");
        Screen {
            keys: script.stdin.take().expect("a pipe"),
            shown: script.stdout.take().expect("a pipe"),
            script,
            text: String::new(),
        }
    }

    /// Reads until `words` were shown.
    fn wait_for(&mut self, words: &str) {
        let mut byte = [0];
        let mut bytes = Vec::new();
        while !String::from_utf8_lossy(&bytes).ends_with(words) {
            let count = self.shown.read(&mut byte).expect("the screen");
            assert!(
                count == 1,
                "ended without {words:?}: {}{}",
                self.text,
                String::from_utf8_lossy(&bytes)
            );
            bytes.extend(byte);
        }
        self.text.push_str(&String::from_utf8_lossy(&bytes));
    }

    /// Types a line once the terminal shows no more of what is typed.
    fn type_unseen(&mut self, line: &str) {
        let terminal = self
            .text
            .lines()
            .next()
            .expect("the terminal's name")
            .trim()
            .to_owned();
        let hidden = (0..100_000).any(|_| {
            let state = Command::new("stty")
                .args(["-a", "-F", &terminal])
                .output()
                .expect("stty");
            String::from_utf8_lossy(&state.stdout).contains(" -echo ")
        });
        assert!(hidden, "{terminal} still shows what is typed");
        writeln!(self.keys, "{line}").expect("the keyboard");
    }

    /// The rest of what is shown and the exit code.
    fn end(mut self) -> (String, Option<i32>) {
        let mut rest = Vec::new();
        self.shown.read_to_end(&mut rest).expect("the screen");
        self.text.push_str(&String::from_utf8_lossy(&rest));
        let code = self.script.wait().expect("script").code();
        (self.text, code)
    }
}

#[test]
fn a_passphrase_is_asked_for_twice_and_never_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut screen = Screen::run(folder.path(), "new t.vault");
    screen.wait_for("Passphrase: ");
    screen.type_unseen(WORDS);
    screen.wait_for("The same again: ");
    screen.type_unseen(WORDS);
    let (shown, code) = screen.end();
    assert_eq!(code, Some(0), "{shown}");
    assert!(!shown.contains("river"), "{shown}");

    let mut screen = Screen::run(folder.path(), "verify t.vault");
    screen.wait_for("Passphrase: ");
    screen.type_unseen(WORDS);
    let (shown, code) = screen.end();
    assert_eq!(code, Some(0), "{shown}");
    assert!(
        shown.contains("The vault is whole") && !shown.contains("again") && !shown.contains("river"),
        "{shown}"
    );
}

#[test]
fn two_passphrases_that_differ_make_no_vault() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut screen = Screen::run(folder.path(), "new t.vault");
    screen.wait_for("Passphrase: ");
    screen.type_unseen(WORDS);
    screen.wait_for("The same again: ");
    screen.type_unseen("quiet river under seven green stoned");
    let (shown, code) = screen.end();
    assert_eq!(code, Some(1), "{shown}");
    assert!(
        shown.contains("differ; nothing was made") && !shown.contains("river"),
        "{shown}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}
