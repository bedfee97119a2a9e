//! Backups by the command line: made, restored, refused, cut off in the middle; and the log examined.

use crate::tools::{KEY, WORDS, case, files, keyed, lamina_with, ok, program, refused, said, with_vault};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The backups in a folder.
fn backups(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".lamina-backup"))
        .collect();
    found.sort();
    found
}

fn dumped(folder: &Path, vault: &str) -> Vec<u8> {
    let out = format!("{vault}.json");
    ok(&keyed(folder, &["dump", vault, "--out", &out]));
    fs::read(folder.join(out)).expect("a dump")
}

/// A vault `c.vault` with two cases, and a folder `b` for backups.
fn clinic() -> tempfile::TempDir {
    let folder = with_vault();
    for number in [1, 2] {
        ok(&keyed(folder.path(), &["load", "c.vault", &case(number)]));
    }
    fs::create_dir(folder.path().join("b")).expect("a folder");
    folder
}

#[test]
fn a_backup_is_made_and_restored_and_the_vault_that_was_there_is_kept() {
    let folder = clinic();
    let path = folder.path();
    let told = ok(&keyed(path, &["backup", "c.vault", "--to", "b"]));
    let made = backups(&path.join("b"));
    assert_eq!(made.len(), 1);
    let name = made[0]
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    assert!(name.starts_with("c-2") && told.contains(&name), "{told}");
    assert!(
        told.contains("2 patients") && told.contains("read back and whole"),
        "{told}"
    );
    let before = dumped(path, "c.vault");
    ok(&keyed(path, &["load", "c.vault", &case(3)]));
    let from = format!("b/{name}");

    let call = ["restore", &from, "--to", "c.vault"];
    let words = ["there already is a vault", "nothing was restored", "--keep-old"];
    refused(path, &[&call[..], &KEY[..]].concat(), 3, &words);
    let told = ok(&keyed(path, &[&call[..], &["--keep-old"]].concat()));
    assert!(
        told.contains("2 patients") && told.contains("is kept as"),
        "{told}"
    );
    assert!(told.contains("holds changes that the backup does not"), "{told}");
    fs::remove_file(path.join("c.vault.json")).expect("the first dump");
    assert!(dumped(path, "c.vault") == before);
    assert!(ok(&keyed(path, &["verify", "c.vault"])).starts_with("The vault is whole"));
    let log = ok(&keyed(path, &["audit", "c.vault"]));
    assert!(
        log.contains("\trestore\tdone") && log.contains("\troll-back\tdone"),
        "{log}"
    );

    // The vault that was kept opens by itself, and everything in it is there.
    let kept = files(path);
    let kept = kept.keys().map(|path| path.to_string_lossy().into_owned());
    let kept: Vec<String> = kept
        .filter(|name| name.contains(".kept-") && !name.ends_with(".keys"))
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let list = ok(&keyed(path, &["patients", &kept[0]]));
    assert_eq!(list.lines().count(), 3, "{list}");

    // To an empty place, as after a disk was lost.
    fs::create_dir(path.join("new")).expect("a folder");
    ok(&keyed(path, &["restore", &from, "--to", "new/c.vault"]));
    assert!(dumped(path, "new/c.vault") == before);
}

#[test]
fn what_is_no_backup_or_a_damaged_one_is_refused_and_nothing_is_left() {
    let folder = clinic();
    let path = folder.path();
    ok(&keyed(path, &["backup", "c.vault", "--to", "b"]));
    let made = backups(&path.join("b")).remove(0);
    let whole = fs::read(&made).expect("a backup");
    let restore = |from: &str, code: i32, words: &[&str]| {
        let call = ["restore", from, "--to", "other.vault"];
        refused(path, &[&call[..], &KEY[..]].concat(), code, words);
        assert!(!path.join("other.vault").exists());
    };
    // So that the lock of the other place is there before what is compared.
    fs::write(path.join("other.vault.lock"), "").expect("a writable folder");
    fs::write(path.join("cut"), &whole[..whole.len() / 2]).expect("a writable folder");
    restore(
        "cut",
        1,
        &["cut", "damaged or was altered", "nothing was restored"],
    );
    let mut altered = whole.clone();
    let middle = altered.len() / 2;
    altered[middle] ^= 4;
    fs::write(path.join("altered"), altered).expect("a writable folder");
    restore("altered", 1, &["altered", "damaged or was altered"]);
    fs::write(path.join("list"), "bread, milk").expect("a writable folder");
    restore("list", 1, &["not a backup"]);
    restore("none", 3, &["none", "nothing was restored"]);
    let from = made.to_string_lossy().into_owned();
    let wrong = [&["restore", from.as_str(), "--to", "other.vault"], &KEY[..]].concat();
    let wrong = lamina_with("another river under seven green stones", path, &wrong);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(said(&wrong).contains("passphrase"), "{}", said(&wrong));
    assert!(!path.join("other.vault").exists() && !path.join("other.vault.restore").exists());
}

#[test]
fn a_backup_that_could_not_be_made_says_why_and_stands_in_the_log() {
    let folder = clinic();
    let path = folder.path();
    let missing = keyed(path, &["backup", "c.vault", "--to", "none"]);
    assert_eq!(missing.status.code(), Some(3));
    let told = said(&missing);
    assert!(
        told.contains("none: there is no such folder; no backup was made"),
        "{told}"
    );
    #[cfg(target_os = "linux")]
    {
        let refused = keyed(path, &["backup", "c.vault", "--to", "/sys/kernel"]);
        assert_eq!(refused.status.code(), Some(3));
        let told = said(&refused);
        assert!(
            told.contains("/sys/kernel: the folder can't be written"),
            "{told}"
        );
    }
    let verdict = ok(&keyed(path, &["verify", "c.vault"]));
    assert!(
        verdict.contains("backup\tfailed") && !verdict.contains("backup\tdone"),
        "{verdict}"
    );
}

/// Ended without warning at many moments of its work, it leaves either nothing or a whole backup under a backup's name, and the
/// next one clears up.
#[test]
fn a_backup_that_is_killed_leaves_no_half_file() {
    let folder = clinic();
    let (path, to) = (folder.path(), folder.path().join("b"));
    let mut hit = 0;
    for round in 0..10_u32 {
        let mut child = Command::new(program())
            .current_dir(path)
            .env("WORDS", WORDS)
            .args(["backup", "c.vault", "--to", "b", KEY[0], KEY[1]])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        // The work is seen by its folder; it goes on for a little more in each round.
        let at_work = || {
            let entries = fs::read_dir(&to).expect("a folder");
            let names = entries.flatten().map(|entry| entry.file_name());
            names
                .into_iter()
                .any(|name| name.to_string_lossy().starts_with(".lamina-backup-"))
        };
        while !at_work() && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        for _ in 0..round * round * 40 {
            if !at_work() {
                break;
            }
        }
        child.kill().ok();
        let ended = child.wait().expect("a child");
        hit += u32::from(!ended.success());
    }
    assert!(hit > 0, "no round was early enough");
    ok(&keyed(path, &["backup", "c.vault", "--to", "b"]));
    let left = fs::read_dir(&to).expect("a folder").count();
    let whole = backups(&to);
    assert_eq!(left, whole.len(), "the last one cleared up");
    for (number, backup) in whole.iter().enumerate() {
        let (from, place) = (backup.to_string_lossy().into_owned(), format!("{number}.vault"));
        let told = ok(&keyed(path, &["restore", &from, "--to", &place]));
        assert!(told.contains("2 patients"), "{told}");
    }
    assert!(ok(&keyed(path, &["verify", "c.vault"])).starts_with("The vault is whole"));
}

#[test]
fn the_log_tells_who_opened_a_record_and_what_somebody_did() {
    let folder = with_vault();
    let path = folder.path();
    let json = r#"{"format":"lamina-record","version":1,"patients":[
        {"patient":{"family":"=HYPERLINK(1)","given":"A","born":"1970"}},
        {"patient":{"family":"Muster","given":"B","born":"1971"}}]}"#;
    fs::write(path.join("two.json"), json).expect("a writable folder");
    ok(&keyed(path, &["load", "c.vault", "two.json"]));
    ok(&keyed(
        path,
        &["letter", "c.vault", "--patient", "Muster", "--out", "l.pdf"],
    ));
    let listed = ok(&keyed(
        path,
        &["patients", "c.vault", "--json", "--search", "Muster"],
    ));
    let person: Value = serde_json::from_str(listed.trim()).expect("one patient");
    let id = person["id"].as_str().expect("an id");

    let told = ok(&keyed(path, &["audit", "c.vault", "--patient", id, "--json"]));
    let rows: Vec<Value> = told
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    let acts: Vec<&str> = rows
        .iter()
        .map(|row| row["action"].as_str().expect("a word"))
        .collect();
    assert_eq!(acts, ["examine", "export", "open-chart", "load"], "{told}");
    assert!(
        rows.iter()
            .all(|row| row["patient"] == id && row["patient_name"] == "Muster, B"),
        "{told}"
    );
    assert_eq!(rows[3]["version"], 1);
    assert!(rows[0]["at"].as_str().expect("a time").ends_with('Z'));

    let me = lamina_clinic::door::person();
    let own = ok(&keyed(
        path,
        &["audit", "c.vault", "--person", &me.to_uppercase()],
    ));
    assert!(
        own.lines().all(|line| line.contains(&me)) && own.contains("\topen-chart\tdone\tMuster, B"),
        "{own}"
    );
    let nobody = keyed(path, &["audit", "c.vault", "--person", "nobody at all"]);
    assert_eq!(ok(&nobody), "");
    assert!(said(&nobody).contains("no such row"));

    // No cell of the table begins what a spreadsheet would carry out.
    let table = ok(&keyed(path, &["audit", "c.vault", "--csv"]));
    assert!(
        table.starts_with("row,at,person,action,outcome,patient,patient_name,"),
        "{table}"
    );
    assert!(table.contains("\"'=HYPERLINK(1), A\""), "{table}");
    for line in table.lines() {
        for cell in line.split(',') {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{line}");
        }
    }
}
