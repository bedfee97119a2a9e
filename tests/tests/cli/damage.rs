//! Files that are damaged, foreign, newer, too large, in use or out of reach: each is refused in its own words and
//! keeps its bytes.

use crate::tools::{KEY, WORDS, case, files, keyed, lamina_with, ok, program, refused, said, with_vault};
use std::{
    fs::{self, File},
    path::Path,
    process::Command,
};

/// Every verb that opens `c.vault`, refused in the same way.
fn every_verb_refuses(folder: &Path, code: i32, words: &[&str]) {
    let case = case(1);
    let load = ["load", "c.vault", case.as_str()];
    let verbs: [&[&str]; 6] = [
        &["verify", "c.vault"],
        &["patients", "c.vault"],
        &["dump", "c.vault", "--out", "out.json"],
        &load,
        &["letter", "c.vault", "--out", "out.pdf"],
        &["sample", "--patients", "1", "--vault", "c.vault"],
    ];
    for verb in verbs {
        refused(folder, &[verb, &KEY[..]].concat(), code, words);
    }
}

/// A vault with one case in it.
fn loaded() -> tempfile::TempDir {
    let folder = with_vault();
    ok(&keyed(folder.path(), &["load", "c.vault", &case(1)]));
    folder
}

#[test]
fn a_vault_cut_short_is_told_as_such() {
    let folder = loaded();
    let vault = folder.path().join("c.vault");
    let length = fs::metadata(&vault).expect("the vault").len();
    for kept in [length - 4096, length - 100, 100, 0] {
        let file = File::options().write(true).open(&vault).expect("the vault");
        file.set_len(kept).expect("a shorter file");
        refused(
            folder.path(),
            &[&["verify", "c.vault"], &KEY[..]].concat(),
            1,
            &["c.vault", "cut short", "the vault is as it was"],
        );
    }
    every_verb_refuses(folder.path(), 1, &["c.vault", "cut short"]);
}

#[test]
fn a_damaged_page_is_told_as_damage() {
    let folder = loaded();
    let vault = folder.path().join("c.vault");
    let mut bytes = fs::read(&vault).expect("the vault");
    bytes[100] ^= 1;
    fs::write(&vault, bytes).expect("a writable vault");
    every_verb_refuses(folder.path(), 1, &["c.vault", "damaged"]);
}

#[test]
fn a_foreign_file_in_place_of_the_vault_is_refused() {
    let folder = loaded();
    fs::write(
        folder.path().join("c.vault"),
        "a shopping list: bread, milk\n".repeat(400),
    )
    .expect("a file");
    every_verb_refuses(folder.path(), 1, &["c.vault", "not a record of this program"]);
}

#[test]
fn a_vault_of_a_newer_schema_is_refused_and_both_numbers_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("vaults");
    for ending in ["", ".keys"] {
        let name = format!("c.vault{ending}");
        fs::copy(
            kept.join(format!("newer.vault{ending}")),
            folder.path().join(name),
        )
        .expect("a copy");
    }
    fs::write(folder.path().join("c.vault.lock"), "").expect("a writable folder");
    every_verb_refuses(
        folder.path(),
        1,
        &["newer version", "schema 9999", "this version knows"],
    );
}

#[test]
fn a_damaged_or_missing_key_file_is_told_apart_from_a_wrong_passphrase() {
    let folder = loaded();
    let keys = folder.path().join("c.vault.keys");
    let whole = fs::read(&keys).expect("the key file");
    let mut damaged = whole.clone();
    let at = damaged.len() / 2;
    damaged[at] ^= 1;
    fs::write(&keys, &damaged).expect("a writable key file");
    every_verb_refuses(folder.path(), 1, &["c.vault", "key file is damaged"]);
    fs::write(&keys, &whole[..whole.len() / 2]).expect("a writable key file");
    every_verb_refuses(folder.path(), 1, &["c.vault", "key file is damaged"]);
    fs::write(&keys, "something else").expect("a writable key file");
    every_verb_refuses(folder.path(), 1, &["not a Lamina key file"]);
    fs::remove_file(&keys).expect("the key file");
    every_verb_refuses(folder.path(), 3, &["key file is missing"]);
    fs::write(&keys, &whole).expect("a writable folder");
    let before = files(folder.path());
    let wrong = lamina_with(
        "another river under seven green stones",
        folder.path(),
        &[&["verify", "c.vault"], &KEY[..]].concat(),
    );
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        said(&wrong).contains("passphrase does not open"),
        "{}",
        said(&wrong)
    );
    assert!(before == files(folder.path()));
    ok(&keyed(folder.path(), &["verify", "c.vault"]));
}

#[test]
fn a_vault_that_another_process_holds_is_in_use() {
    let folder = loaded();
    let lock = File::options()
        .write(true)
        .open(folder.path().join("c.vault.lock"))
        .expect("the lock");
    lock.try_lock().expect("nobody else holds it");
    every_verb_refuses(folder.path(), 1, &["c.vault", "in use"]);
    lock.unlock().expect("the lock is ours");
    ok(&keyed(folder.path(), &["verify", "c.vault"]));
}

#[test]
fn a_vault_that_is_not_there_is_told_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    every_verb_refuses(folder.path(), 3, &["c.vault"]);
    let made = with_vault();
    refused(
        made.path(),
        &[&["new", "c.vault"], &KEY[..]].concat(),
        3,
        &["c.vault", "there already is a file"],
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = loaded();
    fs::write(folder.path().join("file"), "no folder").expect("a writable folder");
    // A file in place of a folder and the kernel's own folder refuse the administrator too.
    for place in ["file/x", "/proc/x"] {
        let new = format!("{place}.vault");
        refused(
            folder.path(),
            &[&["new", &new], &KEY[..]].concat(),
            3,
            &[&new, "no vault was made"],
        );
        let json = format!("{place}.json");
        let dump = ["dump", "c.vault", "--out", &json];
        let out = keyed(folder.path(), &dump);
        assert_eq!(out.status.code(), Some(3), "{}", said(&out));
        assert!(said(&out).contains("nothing was written"), "{}", said(&out));
        let pdf = format!("{place}.pdf");
        refused(
            folder.path(),
            &["letter", &case(1), "--out", &pdf],
            3,
            &[&pdf, "nothing was written"],
        );
        refused(
            folder.path(),
            &["sample", "--patients", "3", "--out", &json],
            3,
            &[&json, "nothing was written"],
        );
    }
    ok(&keyed(folder.path(), &["verify", "c.vault"]));
}

#[test]
fn a_wrong_value_is_told_with_its_path_before_the_vault_is_opened() {
    let folder = loaded();
    let path = folder.path();
    let whole = fs::read_to_string(case(1)).expect("a case");
    let broken = [
        ("\"levels\": \"", "\"levels\": \"X9-", "levels"),
        (
            "\"format\": \"lamina-record\"",
            "\"format\": \"other\"",
            "not a Lamina record",
        ),
        ("\"version\": 1", "\"version\": 99", "99"),
        ("\"born\":", "\"shoe_size\": 44, \"born\":", "patients[0].patient"),
    ];
    for (from, to, told) in broken {
        assert!(whole.contains(from), "{from} is not in the case");
        fs::write(path.join("bad.json"), whole.replacen(from, to, 1)).expect("a writable folder");
        for verb in [&["check", "bad.json"][..], &["load", "c.vault", "bad.json"]] {
            let key: &[&str] = if verb[0] == "load" { &KEY } else { &[] };
            refused(
                path,
                &[verb, key].concat(),
                1,
                &["bad.json", told, "nothing was loaded"],
            );
        }
    }
    fs::write(
        path.join("bad.json"),
        br#"{"format":"lamina-record","version":1,"patients":[{"patient":{"family":"S"}}]}"#,
    )
    .expect("a writable folder");
    refused(
        path,
        &["letter", "bad.json", "--out", "l.pdf"],
        1,
        &["patients[0].patient", "born"],
    );
    refused(
        path,
        &["letter", "none.json", "--out", "l.pdf"],
        3,
        &["none.json"],
    );
    refused(path, &["letter"], 2, &["required"]);
    let call = ["letter", &case(1), "--out", "l.pdf", "--date", "3 May"];
    refused(path, &call, 2, &["YYYY-MM-DD"]);
}

#[test]
fn two_hundred_megabytes_of_nothing_are_refused_at_their_first_byte() {
    let folder = loaded();
    let path = folder.path();
    let file = File::create(path.join("huge.json")).expect("a file");
    file.set_len(200 * 1024 * 1024).expect("a long file");
    let call = [&["load", "c.vault", "huge.json"], &KEY[..]].concat();
    refused(
        path,
        &call,
        1,
        &["huge.json", "expected a value", "nothing was loaded"],
    );
    // With less memory than the file is long it could not be read, and is refused all the same.
    let told = |call: &str| {
        let limited = format!("ulimit -v 180000 && exec '{}' {call}", program().display());
        let output = Command::new("sh")
            .current_dir(path)
            .args(["-c", &limited])
            .output()
            .expect("a shell");
        assert_eq!(output.status.code(), Some(1), "{call}: {}", said(&output));
        said(&output)
    };
    assert!(told("check huge.json").contains("expected a value"));
    // A pipe does not tell its length.
    let piped = Command::new("sh")
        .current_dir(path)
        .args([
            "-c",
            &format!("cat huge.json | '{}' check /dev/stdin", program().display()),
        ])
        .output()
        .expect("a shell");
    assert_eq!(piped.status.code(), Some(1));
    assert!(said(&piped).contains("expected a value"), "{}", said(&piped));
}

#[test]
fn a_weak_passphrase_makes_no_vault() {
    let folder = tempfile::tempdir().expect("a folder");
    let weak = lamina_with("short", folder.path(), &[&["new", "w.vault"], &KEY[..]].concat());
    assert_eq!(weak.status.code(), Some(1));
    assert!(
        said(&weak).contains("too weak; no vault was made"),
        "{}",
        said(&weak)
    );
    assert!(!folder.path().join("w.vault").exists() && !folder.path().join("w.vault.keys").exists());
    assert!(!said(&weak).contains(WORDS));
}

#[cfg(unix)]
#[test]
fn a_vault_with_a_second_name_is_refused_under_both_and_left_alone() {
    let folder = loaded();
    let path = folder.path();
    fs::hard_link(path.join("c.vault"), path.join("d.vault")).expect("a second name");
    fs::copy(path.join("c.vault.keys"), path.join("d.vault.keys")).expect("a copy");
    fs::write(path.join("d.vault.lock"), "").expect("a writable folder");
    for name in ["c.vault", "d.vault"] {
        let call = [&["verify", name], &KEY[..]].concat();
        refused(path, &call, 1, &[name, "second name", "the vault is as it was"]);
    }
    fs::remove_file(path.join("d.vault")).expect("a name less");
    ok(&keyed(path, &["verify", "c.vault"]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_that_holds_keys_leaves_no_core_file() {
    let folder = loaded();
    let mut waiting = Command::new(program())
        .current_dir(folder.path())
        .args(["verify", "c.vault"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program runs");
    let limits = format!("/proc/{}/limits", waiting.id());
    let none = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.starts_with(&["Max", "core", "file", "size", "0", "0"])
    };
    let began = std::time::Instant::now();
    let private = loop {
        let told = fs::read_to_string(&limits).unwrap_or_default();
        let private = told.lines().any(none);
        if private || began.elapsed() > std::time::Duration::from_secs(30) {
            break private;
        }
        std::thread::yield_now();
    };
    waiting.kill().expect("it waits for the passphrase");
    waiting.wait().expect("it ends");
    assert!(private, "a core file could hold the key of the vault");
}

/// Where the last write of a closing vault fails, what was done stays done and is said to be.
#[cfg(target_os = "linux")]
#[test]
fn a_load_that_was_kept_is_not_called_lost_where_the_file_cannot_be_closed() {
    let folder = with_vault();
    let path = folder.path();
    // The checkpoint at closing is the first that writes to the vault itself; what is loaded goes to the log beside it.
    let vault = path.join("c.vault");
    let output = Command::new("strace")
        .current_dir(path)
        .env("WORDS", WORDS)
        .args(["-f", "-qq", "-o", "/dev/null", "-P"])
        .arg(&vault)
        .args(["-e", "trace=pwrite64", "-e", "inject=pwrite64:error=EIO"])
        .arg(program())
        .args([&["load", "c.vault", &case(1)], &KEY[..]].concat())
        .output()
        .expect("`cargo xtask test` installs strace");
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("was done and is kept") && !told.contains("nothing was loaded"),
        "{told}"
    );
    let people = ok(&keyed(path, &["patients", "c.vault"]));
    assert_eq!(people.lines().count(), 1, "{people}");
}
