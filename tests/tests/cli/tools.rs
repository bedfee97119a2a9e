//! Running the command line in a folder of its own, and looking at what it said and left.

use lamina_clinic::{
    desk::{Desk, Surroundings},
    vault::KdfCost,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::Arc,
};

pub const WORDS: &str = "quiet river under seven green stones";
pub const KEY: [&str; 2] = ["--passphrase-env", "WORDS"];

/// The built program. Nextest sets the folder of the built programs only for the crate that owns them; they lie
/// beside the tests.
pub fn program() -> PathBuf {
    let here = std::env::current_exe().expect("the test's own path");
    let folder = here.ancestors().nth(2).expect("the folder of built programs");
    let program = folder.join(format!("lamina{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.exists(),
        "`cargo xtask test` builds the command line before the tests"
    );
    program
}

pub fn lamina(folder: &Path, arguments: &[&str]) -> Output {
    lamina_with(WORDS, folder, arguments)
}

pub fn lamina_with(passphrase: &str, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(program())
        .current_dir(folder)
        .env("WORDS", passphrase)
        .args(arguments)
        .output()
        .expect("the program runs")
}

/// Runs a verb that needs the passphrase.
pub fn keyed(folder: &Path, arguments: &[&str]) -> Output {
    lamina(folder, &[arguments, &KEY[..]].concat())
}

/// A folder with an empty vault `c.vault`.
pub fn with_vault() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    ok(&keyed(folder.path(), &["new", "c.vault"]));
    folder
}

/// Opens `c.vault` at the desk that the window uses, does the work, and closes it.
pub fn at_the_desk<T>(folder: &Path, work: impl AsyncFnOnce(&Desk) -> T) -> T {
    let desk = Desk::new(Surroundings {
        vault: folder.join("c.vault"),
        letters: folder.join("letters"),
        preferences: folder.join("preferences.json"),
        person: "tester".to_owned(),
        cost: Some(KdfCost::FLOOR),
        view: Arc::new(|_| Ok(())),
        renew: Arc::new(|| ()),
        choose: Arc::new(|_| Box::pin(async { Vec::new() })),
    });
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        call(&desk, "unlock_vault", json!({"passphrase": WORDS})).await;
        let done = work(&desk).await;
        desk.close().await.expect("the vault closes");
        done
    })
}

/// What a command answers that has to be carried out.
pub async fn call(desk: &Desk, name: &str, request: Value) -> Value {
    desk.call(name, request)
        .await
        .expect("a command that is carried out")
}

pub fn case(number: u8) -> String {
    format!("{}/cases/case-0{number}.json", env!("CARGO_MANIFEST_DIR"))
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What was printed by a call that has to succeed.
pub fn ok(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Every file of a folder with its bytes, but for a log that holds nothing and its index: the database may leave both
/// beside a vault that it only looked at.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.clone(), std::fs::read(&path).expect("a readable file")))
        .filter(|(path, bytes)| !(bytes.is_empty() && path.to_string_lossy().ends_with("-wal")))
        .collect()
}

/// Runs a call that has to be refused with this exit code and these words, and to leave every file as it was.
pub fn refused(folder: &Path, arguments: &[&str], code: i32, words: &[&str]) {
    let before = files(folder);
    let output = lamina(folder, arguments);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    for word in words {
        assert!(told.contains(word), "{arguments:?} does not say {word:?}: {told}");
    }
    assert!(
        !told.to_lowercase().contains("sqlcipher") && !told.contains("sqlite3"),
        "{arguments:?} lets lines of its libraries out: {told}"
    );
    let after = files(folder);
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>(),
        "{arguments:?}: files came or went"
    );
    for (path, bytes) in &before {
        assert!(
            after.get(path) == Some(bytes),
            "{arguments:?} changed {}",
            path.display()
        );
    }
}
