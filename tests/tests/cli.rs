//! The command line from an empty folder to a loaded, searched, dumped and verified vault.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

const WORDS: &str = "quiet river under seven green stones";

fn lamina(folder: &Path, arguments: &[&str]) -> Output {
    lamina_with(WORDS, folder, arguments)
}

fn lamina_with(passphrase: &str, folder: &Path, arguments: &[&str]) -> Output {
    // Nextest sets the folder of the built programs only for the crate that owns them; they lie beside the tests.
    let here = std::env::current_exe().expect("the test's own path");
    let program: PathBuf = here
        .ancestors()
        .nth(2)
        .expect("the folder of built programs")
        .join("lamina");
    Command::new(program)
        .current_dir(folder)
        .env("WORDS", passphrase)
        .args(arguments)
        .output()
        .expect("`cargo xtask test` builds the command line before the tests")
}

fn case(number: u8) -> String {
    format!("{}/cases/case-0{number}.json", env!("CARGO_MANIFEST_DIR"))
}

fn ok(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_case_goes_in_and_comes_out_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = ["--passphrase-env", "WORDS"];
    ok(&lamina(folder.path(), &[&["new", "c.vault"], &key[..]].concat()));
    for number in [1, 3] {
        ok(&lamina(
            folder.path(),
            &[&["load", "c.vault", &case(number)], &key[..]].concat(),
        ));
    }
    let found = ok(&lamina(
        folder.path(),
        &[&["patients", "c.vault", "--search", "pregabalin"], &key[..]].concat(),
    ));
    assert_eq!(
        found.lines().count(),
        1,
        "a medicine finds the one patient who took it: {found}"
    );
    assert!(found.starts_with("Case 01"), "{found}");
    ok(&lamina(
        folder.path(),
        &[&["dump", "c.vault", "--out", "all.json"], &key[..]].concat(),
    ));
    let whole: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("all.json")).expect("the dump"))
            .expect("JSON");
    for (at, number) in [1, 3].into_iter().enumerate() {
        let one: serde_json::Value =
            serde_json::from_slice(&std::fs::read(case(number)).expect("the case")).expect("JSON");
        assert_eq!(whole["patients"][at], one["patients"][0], "case {number}");
    }
    let verdict = ok(&lamina(
        folder.path(),
        &[&["verify", "c.vault"], &key[..]].concat(),
    ));
    assert!(verdict.starts_with("The vault is whole"), "{verdict}");
}

#[test]
fn refusals_have_their_exit_code_and_write_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let bad = folder.path().join("bad.json");
    std::fs::write(
        &bad,
        br#"{"format":"lamina-record","version":1,"patients":[{"patient":{"family":"S"}}]}"#,
    )
    .expect("a writable folder");
    let refused = lamina(folder.path(), &["letter", "bad.json", "--out", "l.pdf"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("patients[0].patient"),
        "the path is told"
    );
    assert!(!folder.path().join("l.pdf").exists());
    assert_eq!(
        lamina(folder.path(), &["letter", "none.json", "--out", "l.pdf"])
            .status
            .code(),
        Some(3)
    );
    assert_eq!(lamina(folder.path(), &["letter"]).status.code(), Some(2));
    let weak = lamina_with(
        "short",
        folder.path(),
        &["new", "w.vault", "--passphrase-env", "WORDS"],
    );
    assert_eq!(weak.status.code(), Some(1));
    assert!(!folder.path().join("w.vault").exists());
}
