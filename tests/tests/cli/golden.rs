//! Vaults that this program has made: every format that was ever released opens, is whole and says what it said.

use crate::tools::{KEY, case, keyed, lamina, ok};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The schema numbers of the vaults that are kept, each with the published cases in it.
const KEPT: [u32; 4] = [22, 24, 31, 33];

fn kept(schema: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("vaults/schema-{schema}.vault"))
}

/// What the kept vault holds, as it is dumped for ever.
fn document(schema: u32) -> PathBuf {
    kept(schema).with_extension("json")
}

fn keys(vault: &Path) -> PathBuf {
    vault.with_extension("vault.keys")
}

/// The published cases as one document in the normal form.
fn published() -> String {
    let lists: Vec<String> = (1..=6)
        .map(|number| {
            let json = fs::read_to_string(case(number)).expect("a case");
            let (_, list) = json.split_once("\"patients\": [").expect("a list");
            let (patients, _) = list.rsplit_once("\n  ]").expect("its end");
            patients.to_owned()
        })
        .collect();
    let head = "{\n  \"format\": \"lamina-record\",\n  \"version\": 1,\n  \"patients\": [";
    format!("{head}{}\n  ]\n}}\n", lists.join(","))
}

/// Makes the vault of the newest format anew, which is right only as long as that format was not released.
fn make(schema: u32) {
    let folder = tempfile::tempdir().expect("a folder");
    ok(&keyed(folder.path(), &["new", "c.vault"]));
    for number in 1..=6 {
        ok(&keyed(folder.path(), &["load", "c.vault", &case(number)]));
    }
    let vault = folder.path().join("c.vault");
    fs::copy(&vault, kept(schema)).expect("a copy");
    fs::copy(keys(&vault), keys(&kept(schema))).expect("a copy");
    fs::write(document(schema), published()).expect("a document");
}

#[test]
fn every_kept_vault_opens_is_whole_and_dumps_what_it_held_byte_for_byte() {
    if std::env::var_os("LAMINA_WRITE_GENERATED").is_some() {
        KEPT.last().copied().map(make).expect("a newest format");
    }
    for schema in KEPT {
        let folder = tempfile::tempdir().expect("a folder");
        let vault = folder.path().join("c.vault");
        fs::copy(kept(schema), &vault).expect("a kept vault");
        fs::copy(keys(&kept(schema)), keys(&vault)).expect("its keys");
        let verdict = ok(&keyed(folder.path(), &["verify", "c.vault"]));
        assert!(verdict.starts_with("The vault is whole"), "{schema}: {verdict}");
        ok(&keyed(folder.path(), &["dump", "c.vault", "--out", "all.json"]));
        let dumped = fs::read_to_string(folder.path().join("all.json")).expect("a dump");
        let held = fs::read_to_string(document(schema)).expect("its document");
        assert!(dumped == held, "{schema}: another record");
        ok(&keyed(folder.path(), &["rebuild", "c.vault"]));
        let verdict = ok(&keyed(folder.path(), &["verify", "c.vault"]));
        assert!(verdict.starts_with("The vault is whole"), "{schema}: {verdict}");
        let found = ok(&keyed(
            folder.path(),
            &["patients", "c.vault", "--search", "pregabalin case 01"],
        ));
        assert_eq!(found.lines().count(), 1, "{schema}: {found}");
    }
}

/// A file is read a patient at a time, so that its length is no fault.
#[test]
fn a_file_longer_than_any_single_patient_may_be_is_loaded() {
    const LONGEST: u64 = 64 * 1024 * 1024;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.json");
    let note = "x".repeat(2_000);
    let people: Vec<String> = (0..2)
        .map(|number| {
            let list = |text: &str| vec![text; 20].join(",\n");
            let imaging = format!(r#"{{"modality":"mri","conclusion":"no change","note":"{note}"}}"#);
            format!(
                r#"{{"patient":{{"family":"Sample {number}","born":"1970"}},"imaging":[{}]}}"#,
                list(&imaging)
            )
        })
        .collect();
    // More than 64 MiB of nothing between them is no fault.
    let space = " ".repeat(22 * 1024 * 1024);
    let json = format!(
        "{{\"format\":\"lamina-record\",\"version\":1,\"patients\":[{space}{},{space}{}]}}{space}",
        people[0], people[1]
    );
    fs::write(&path, json).expect("a writable folder");
    assert!(fs::metadata(&path).expect("a file").len() > LONGEST);
    let checked = ok(&lamina(folder.path(), &["check", "large.json"]));
    assert_eq!(checked.lines().count(), 2, "{checked}");
    ok(&keyed(folder.path(), &["new", "c.vault"]));
    ok(&keyed(folder.path(), &["load", "c.vault", "large.json"]));
    ok(&keyed(folder.path(), &["dump", "c.vault", "--out", "all.json"]));
    ok(&keyed(folder.path(), &["new", "d.vault"]));
    ok(&keyed(folder.path(), &["load", "d.vault", "all.json"]));
    ok(&keyed(folder.path(), &["dump", "d.vault", "--out", "again.json"]));
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a dump");
    assert!(
        read("all.json") == read("again.json"),
        "a dump that is loaded is the same"
    );
}

/// From something that can be read only once, all or nothing holds as well.
#[cfg(unix)]
#[test]
fn a_record_that_comes_through_a_pipe_is_loaded_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    ok(&keyed(folder.path(), &["new", "c.vault"]));
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let good = r#"{"patient":{"family":"Sample","born":"1970"}}"#;
    let bad = r#"{"patient":{"family":"Sample","born":"1970","note":7}}"#;
    for (patients, loaded) in [(format!("{good},{bad}"), false), (format!("{good},{good}"), true)] {
        let json = format!(r#"{{"format":"lamina-record","version":1,"patients":[{patients}]}}"#);
        let into = pipe.clone();
        let writing = std::thread::spawn(move || fs::write(into, json));
        let call = [&["load", "c.vault", "pipe"][..], &KEY[..]].concat();
        let output = lamina(folder.path(), &call);
        writing.join().expect("a writer").ok();
        assert_eq!(output.status.success(), loaded, "{output:?}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(told.contains("patients[1].patient.note"), !loaded, "{told}");
        let listed = ok(&keyed(folder.path(), &["patients", "c.vault"]));
        assert_eq!(listed.lines().count(), if loaded { 2 } else { 0 }, "{listed}");
    }
}
