//! Files go into a record and come out of it as they were, or are refused and leave nothing.

use crate::tools::{case, keyed, ok, said, with_vault};
use std::{
    fs,
    path::{Path, PathBuf},
};

pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A DICOM file about an invented person, made longer by `fill`.
pub fn dicom(name: &str, fill: usize) -> Vec<u8> {
    let mut file = [&[0; 128][..], b"DICM"].concat();
    let mut put = |tag: [u8; 4], kind: &[u8; 2], value: &[u8]| {
        let mut value = value.to_vec();
        value.resize(value.len().next_multiple_of(2), b' ');
        file.extend(tag);
        file.extend(kind);
        match kind {
            b"OW" => {
                file.extend([0, 0]);
                file.extend((value.len() as u32).to_le_bytes());
            }
            _ => file.extend((value.len() as u16).to_le_bytes()),
        }
        file.extend(value);
    };
    put([2, 0, 0x10, 0], b"UI", b"1.2.840.10008.1.2.1\0");
    put([8, 0, 0x60, 0], b"CS", b"MR");
    put([0x10, 0, 0x10, 0], b"PN", name.as_bytes());
    put([0xe0, 0x7f, 0x10, 0], b"OW", &vec![7; fill]);
    file
}

/// A folder with a vault of one published case, and files to attach.
pub fn with_files() -> tempfile::TempDir {
    let folder = with_vault();
    ok(&keyed(folder.path(), &["load", "c.vault", &case(1)]));
    let disc = folder.path().join("disc");
    fs::create_dir_all(disc.join("study")).expect("a folder");
    for (name, bytes) in [
        ("disc/report.pdf", PDF.to_vec()),
        ("disc/study/IM1", dicom("", 700_000)),
        ("disc/study/IM2", dicom("", 700_002)),
        ("disc/study/again.pdf", PDF.to_vec()),
        ("disc/autorun.exe", b"MZ".to_vec()),
        ("disc/cut.pdf", PDF[..100].to_vec()),
    ] {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

fn attach(folder: &Path, more: &[&str]) -> std::process::Output {
    keyed(
        folder,
        &[&["attach", "c.vault", "--patient", "case 01"], more].concat(),
    )
}

fn listed(folder: &Path, vault: &str) -> Vec<serde_json::Value> {
    let printed = ok(&keyed(
        folder,
        &["documents", vault, "--patient", "case 01", "--json"],
    ));
    let lines = printed.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn a_folder_is_taken_in_with_a_report_and_each_file_comes_out_byte_for_byte() {
    let folder = with_files();
    let taken = attach(
        folder.path(),
        &["disc", "--kind", "imaging_picture", "--date", "2003"],
    );
    let told = String::from_utf8_lossy(&taken.stdout).into_owned();
    assert_eq!(taken.status.code(), Some(1), "{told}");
    assert!(
        told.ends_with("3 attached, 1 in the record already, 2 refused.\n"),
        "{told}"
    );
    for (name, why) in [
        ("autorun.exe", "no PDF, PNG, JPEG or DICOM"),
        ("cut.pdf", "cut short"),
    ] {
        assert!(
            told.lines().any(|line| line.contains(name) && line.contains(why)),
            "{told}"
        );
    }
    let all = listed(folder.path(), "c.vault");
    assert_eq!(all.len(), 3);
    for one in &all {
        let (number, name) = (one["number"].to_string(), one["name"].as_str().expect("a name"));
        let copy = [
            "copy",
            "c.vault",
            "--patient",
            "case 01",
            "--document",
            &number,
            "--out",
            name,
        ];
        ok(&keyed(folder.path(), &copy));
        let source = ["disc", "disc/study"].map(|at| folder.path().join(at).join(name));
        let source = source.iter().find(|place| place.exists()).expect("its source");
        assert!(
            fs::read(folder.path().join(name)).expect("a copy") == fs::read(source).expect("a source"),
            "{name}"
        );
        told_as(&keyed(folder.path(), &copy), 3, "nothing was written");
    }
    let none = [
        "copy",
        "c.vault",
        "--patient",
        "case 01",
        "--document",
        "9",
        "--out",
        "x",
    ];
    told_as(&keyed(folder.path(), &none), 2, "no such document");
    let verdict = ok(&keyed(folder.path(), &["verify", "c.vault"]));
    assert!(
        verdict.starts_with("The vault is whole") && verdict.contains("3 attached files"),
        "{verdict}"
    );
    let rows = ok(&keyed(folder.path(), &["audit", "c.vault"]));
    assert!(
        rows.lines()
            .filter(|line| line.contains("export") && line.contains("document"))
            .count()
            >= 3,
        "{rows}"
    );
    // Nothing of what was refused is there, and nothing that was attached is readable on the disk.
    let vault = fs::read(folder.path().join("c.vault")).expect("the vault");
    assert!(!vault.windows(PDF.len()).any(|bytes| bytes == PDF));
}

/// Refused with this code and these words; that the record was opened stands in its log all the same.
fn told_as(output: &std::process::Output, code: i32, words: &str) {
    let told = said(output);
    assert_eq!(output.status.code(), Some(code), "{told}");
    assert!(told.contains(words), "{told}");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_dump_with_its_files_loads_into_an_equal_vault_and_not_without_them() {
    let folder = with_files();
    attach(folder.path(), &["disc"]);
    ok(&keyed(folder.path(), &["dump", "c.vault", "--out", "all.json"]));
    let files = folder.path().join("all.files");
    let hashes: Vec<String> = {
        let mut hashes: Vec<String> = listed(folder.path(), "c.vault")
            .iter()
            .map(|one| one["sha256"].as_str().expect("a hash").to_owned())
            .collect();
        hashes.sort();
        hashes
    };
    assert_eq!(names(&files), hashes, "named by their hashes alone");
    ok(&keyed(folder.path(), &["new", "d.vault"]));
    ok(&keyed(folder.path(), &["load", "d.vault", "all.json"]));
    ok(&keyed(folder.path(), &["dump", "d.vault", "--out", "again.json"]));
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a file");
    assert!(
        read("all.json") == read("again.json"),
        "a dump of a load is equal"
    );
    for hash in &hashes {
        assert!(
            read(&format!("all.files/{hash}")) == read(&format!("again.files/{hash}")),
            "{hash}"
        );
    }
    let verdict = ok(&keyed(folder.path(), &["verify", "d.vault"]));
    assert!(verdict.contains("3 attached files"), "{verdict}");
    // A folder that is there is never mixed with another dump, and then nothing is written.
    fs::create_dir(folder.path().join("third.files")).expect("a folder");
    let third = keyed(folder.path(), &["dump", "c.vault", "--out", "third.json"]);
    told_as(&third, 3, "nothing was written");
    assert!(!folder.path().join("third.json").exists());
    assert!(names(&folder.path().join("third.files")).is_empty());
    // One that is missing, changed or something else refuses the whole record.
    let one = files.join(&hashes[0]);
    let whole = fs::read(&one).expect("a file");
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    for bytes in [None, Some(changed), Some(whole[..whole.len() - 1].to_vec())] {
        match bytes {
            None => fs::remove_file(&one).expect("it goes"),
            Some(bytes) => fs::write(&one, bytes).expect("it is written"),
        }
        ok(&keyed(folder.path(), &["new", "e.vault"]));
        let load = keyed(folder.path(), &["load", "e.vault", "all.json"]);
        let told = said(&load);
        assert_eq!(load.status.code(), Some(1), "{told}");
        assert!(
            told.contains(&hashes[0]) && told.contains("nothing was loaded"),
            "{told}"
        );
        assert_eq!(ok(&keyed(folder.path(), &["patients", "e.vault"])), "");
        for name in ["e.vault", "e.vault.keys", "e.vault.lock"] {
            fs::remove_file(folder.path().join(name)).ok();
        }
    }
    // What the vault has already need not lie there.
    fs::remove_dir_all(&files).expect("it goes");
    ok(&keyed(folder.path(), &["load", "c.vault", "all.json", "--again"]));
}

#[cfg(unix)]
#[test]
fn pipes_links_and_somebody_elses_study_are_refused_and_leave_nothing() {
    let folder = with_files();
    let at = |name: &str| folder.path().join(name);
    let made = std::process::Command::new("mkfifo").arg(at("pipe")).status();
    assert!(made.expect("mkfifo").success());
    std::os::unix::fs::symlink(at("disc/report.pdf"), at("link.pdf")).expect("a link");
    fs::write(at("other"), dicom("Beispiel^Bert", 10)).expect("a file");
    for (name, why) in [
        ("pipe", "no plain file"),
        ("link.pdf", "a link"),
        ("gone.pdf", "no such file"),
        ("other", "Beispiel, Bert"),
    ] {
        let output = attach(folder.path(), &[name]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains(why), "{name}: {told}");
    }
    assert_eq!(listed(folder.path(), "c.vault"), Vec::<serde_json::Value>::new());
    let verdict = ok(&keyed(folder.path(), &["verify", "c.vault"]));
    assert!(verdict.contains(" 0 attached files"), "{verdict}");
    let knowingly = attach(folder.path(), &["other", "--another-person"]);
    assert_eq!(knowingly.status.code(), Some(0), "{}", said(&knowingly));
    for (more, why) in [
        (&["--kind", "novel"][..], "imaging_report"),
        (&["--date", "someday"], "someday"),
        (&["--about", "operation 99"], "about"),
    ] {
        let output = attach(folder.path(), &[&["disc/report.pdf"], more].concat());
        assert_ne!(output.status.code(), Some(0));
        let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), said(&output));
        assert!(told.contains(why), "{told}");
    }
    assert_eq!(listed(folder.path(), "c.vault").len(), 1);
}

#[test]
fn a_backup_holds_the_files() {
    let folder = with_files();
    attach(folder.path(), &["disc"]);
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).expect("a folder");
    ok(&keyed(folder.path(), &["backup", "c.vault", "--to", "stick"]));
    let backups = fs::read_dir(&stick).expect("a folder");
    let backup: PathBuf = backups
        .map(|entry| entry.expect("an entry").path())
        .next()
        .expect("a backup");
    let backup = backup.to_str().expect("a path").to_owned();
    ok(&keyed(folder.path(), &["restore", &backup, "--to", "r.vault"]));
    assert_eq!(listed(folder.path(), "r.vault"), listed(folder.path(), "c.vault"));
    let copy = [
        "copy",
        "r.vault",
        "--patient",
        "case 01",
        "--document",
        "1",
        "--out",
        "one",
    ];
    ok(&keyed(folder.path(), &copy));
    let verdict = ok(&keyed(folder.path(), &["verify", "r.vault"]));
    assert!(verdict.contains("3 attached files"), "{verdict}");
}

/// Ended at any moment, a file is in the record whole or not at all.
#[cfg(unix)]
#[test]
fn a_program_that_is_killed_while_it_attaches_leaves_nothing_half() {
    let folder = with_files();
    let mut whole = 0;
    for (at, wait) in [200, 500, 700, 900, 1_200, 2_000].into_iter().enumerate() {
        let name = format!("large-{at}");
        fs::write(folder.path().join(&name), dicom("", 16_000_000 + at * 2)).expect("a file");
        let mut running = std::process::Command::new(crate::tools::program())
            .current_dir(folder.path())
            .env("WORDS", crate::tools::WORDS)
            .args(["attach", "c.vault", "--patient", "case 01", &name])
            .args(crate::tools::KEY)
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        running.kill().expect("it ends");
        running.wait().expect("it ended");
        let verdict = ok(&keyed(folder.path(), &["verify", "c.vault"]));
        assert!(verdict.starts_with("The vault is whole"), "{verdict}");
        let all = listed(folder.path(), "c.vault");
        let Some(one) = all.iter().find(|one| one["name"] == name.as_str()) else {
            assert_eq!(all.len(), whole, "{all:?}");
            continue;
        };
        whole += 1;
        assert_eq!(all.len(), whole, "{all:?}");
        let number = one["number"].to_string();
        let copy = [
            "copy",
            "c.vault",
            "--patient",
            "case 01",
            "--document",
            &number,
            "--out",
        ];
        let out = format!("copy-{at}");
        ok(&keyed(folder.path(), &[&copy[..], &[&out]].concat()));
        let read = |name: &str| fs::read(folder.path().join(name)).expect("a file");
        assert!(read(&out) == read(&name), "{name}");
    }
}
