//! The recovery sheet and another passphrase from the command line: made, typed again, used, removed, and told in the log.

use crate::tools::{KEY, WORDS, files, keyed, lamina_with, ok, program, refused, said, with_vault};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

const OTHER: &str = "north lamp eight meadow and a kettle";

/// Runs a call that reads these lines.
fn typed(folder: &Path, call: &[&str], lines: &[&str]) -> Output {
    let mut child = Command::new(program())
        .current_dir(folder)
        .args(call)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut keys = child.stdin.take().expect("a pipe");
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    // A call that is refused at once reads nothing.
    keys.write_all(text.as_bytes()).ok();
    drop(keys);
    child.wait_with_output().expect("the program ends")
}

/// Makes a recovery key, types `again` of it, and returns the key with what was said.
fn make(folder: &Path, more: &[&str], again: impl FnOnce(&str) -> String) -> (String, Output) {
    let mut child = Command::new(program())
        .current_dir(folder)
        .env("WORDS", WORDS)
        .args([&["recovery", "make", "c.vault"], more, &KEY[..]].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut shown = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut key = String::new();
    shown.read_line(&mut key).expect("the key");
    let mut keys = child.stdin.take().expect("a pipe");
    writeln!(keys, "{}", again(key.trim())).expect("the program reads it");
    (
        key.trim().to_owned(),
        child.wait_with_output().expect("the program ends"),
    )
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_the_key_of_the_sheet() {
    let folder = with_vault();
    let folder = folder.path();
    let none = typed(folder, &["recovery", "use", "c.vault"], &["x"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(said(&none).contains("40 letters and digits") && said(&none).contains("as it was"));
    let (key, made) = make(folder, &["--sheet", "sheet.pdf"], str::to_lowercase);
    assert!(made.status.success(), "{}", said(&made));
    assert_eq!(key.split(' ').count(), 8);
    assert!(
        !said(&made).contains(&key[..5]),
        "the key is on standard output alone"
    );
    let sheet = std::fs::read(folder.join("sheet.pdf")).expect("the sheet");
    assert!(sheet.starts_with(b"%PDF"));

    let lines = [key.as_str(), OTHER, OTHER];
    ok(&typed(folder, &["recovery", "use", "c.vault"], &lines));
    refused(
        folder,
        &[&["verify", "c.vault"], &KEY[..]].concat(),
        1,
        &["passphrase does not open"],
    );
    let verify = [&["verify", "c.vault", "--json"], &KEY[..]].concat();
    let told = ok(&lamina_with(OTHER, folder, &verify));
    assert!(told.contains("\"whole\":true"), "{told}");
    for act in ["make-recovery-key", "use-recovery-key", "export"] {
        assert!(told.contains(act), "{told}");
    }
    let remove = [&["recovery", "remove", "c.vault"], &KEY[..]].concat();
    ok(&lamina_with(OTHER, folder, &remove));
    let gone = typed(folder, &["recovery", "use", "c.vault"], &lines);
    assert_eq!(gone.status.code(), Some(1));
    assert!(said(&gone).contains("no recovery key"), "{}", said(&gone));
}

#[test]
fn a_key_that_was_mistyped_counts_for_nothing_and_the_group_is_named() {
    let folder = with_vault();
    let folder = folder.path();
    let (_, mistyped) = make(folder, &[], |key| {
        let mut groups: Vec<String> = key.split(' ').map(str::to_owned).collect();
        groups.swap(1, 4);
        groups.join(" ")
    });
    assert_eq!(mistyped.status.code(), Some(1));
    let told = said(&mistyped);
    assert!(
        told.contains("mistyped groups of the recovery key, counted from 1: 2, 5"),
        "{told}"
    );
    let (key, _) = make(folder, &[], |_| String::new());
    let unused = typed(folder, &["recovery", "use", "c.vault"], &[&key, OTHER, OTHER]);
    assert!(said(&unused).contains("no recovery key"), "{}", said(&unused));
    let weak = make(folder, &[], str::to_owned).0;
    let before = files(folder);
    let refused = typed(
        folder,
        &["recovery", "use", "c.vault"],
        &[&weak, "short", "short"],
    );
    assert!(said(&refused).contains("too weak"), "{}", said(&refused));
    let differ = typed(folder, &["recovery", "use", "c.vault"], &[&weak, OTHER, WORDS]);
    assert!(said(&differ).contains("differ"), "{}", said(&differ));
    assert!(before == files(folder));
}

#[test]
fn the_passphrase_is_changed_and_a_backup_of_before_opens_by_what_opened_it_then() {
    let folder = with_vault();
    let folder = folder.path();
    let (key, _) = make(folder, &[], str::to_owned);
    std::fs::create_dir(folder.join("stick")).expect("a folder");
    ok(&keyed(folder, &["backup", "c.vault", "--to", "stick"]));
    ok(&typed(folder, &["passphrase", "c.vault"], &[WORDS, OTHER, OTHER]));
    let wrong = typed(folder, &["passphrase", "c.vault"], &[WORDS, OTHER, OTHER]);
    assert!(
        said(&wrong).contains("passphrase does not open"),
        "{}",
        said(&wrong)
    );
    ok(&lamina_with(
        OTHER,
        folder,
        &[&["verify", "c.vault"], &KEY[..]].concat(),
    ));
    let stick = std::fs::read_dir(folder.join("stick")).expect("the folder");
    let backup = stick
        .map(|one| one.expect("an entry").path())
        .next()
        .expect("the backup");
    let backup = backup.to_str().expect("a plain name");
    let restore = |to: &str, secret: &str| {
        let call = [&["restore", backup, "--to", to], &KEY[..]].concat();
        lamina_with(secret, folder, &call)
    };
    let later = restore("a.vault", OTHER);
    assert!(
        said(&later).contains("passphrase does not open"),
        "{}",
        said(&later)
    );
    ok(&restore("b.vault", WORDS));
    ok(&restore("d.vault", &key));
}
