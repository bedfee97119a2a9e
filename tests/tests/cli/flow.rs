//! What goes in comes out the same, and every verb teaches.

#[cfg(unix)]
use crate::tools::{KEY, WORDS, lamina_with, program};
use crate::tools::{case, keyed, lamina, ok, refused, with_vault};
#[cfg(unix)]
use std::process::Command;
use std::{fs, path::Path};

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

#[test]
fn every_published_case_goes_in_and_comes_out_the_same() {
    let folder = with_vault();
    for number in 1..=6 {
        ok(&keyed(folder.path(), &["load", "c.vault", &case(number)]));
    }
    let found = ok(&keyed(
        folder.path(),
        &["patients", "c.vault", "--search", "pregabalin case 01"],
    ));
    assert_eq!(
        found.lines().count(),
        1,
        "a medicine finds the one patient who took it: {found}"
    );
    assert!(found.starts_with("Case 01"), "{found}");
    ok(&keyed(folder.path(), &["dump", "c.vault", "--out", "all.json"]));
    let whole = json(&folder.path().join("all.json"));
    for number in 1..=6_u8 {
        let one = json(Path::new(&case(number)));
        assert_eq!(
            whole["patients"][usize::from(number) - 1],
            one["patients"][0],
            "case {number}"
        );
    }
    let verdict = ok(&keyed(folder.path(), &["verify", "c.vault"]));
    assert!(verdict.starts_with("The vault is whole"), "{verdict}");
    let verdict = ok(&keyed(folder.path(), &["verify", "c.vault", "--json"]));
    let verdict: serde_json::Value = serde_json::from_str(&verdict).expect("JSON");
    assert_eq!(verdict["whole"], true);
    assert_eq!(verdict["faults"], 0);
    let facts: usize = (1..=6).map(|number| facts(&json(Path::new(&case(number))))).sum();
    assert_eq!(verdict["versions"], facts, "each fact was written once");
}

#[test]
fn the_same_file_is_loaded_again_only_where_that_is_meant() {
    let folder = with_vault();
    let load = ["load", "c.vault", &case(1)];
    ok(&keyed(folder.path(), &load));
    let again = keyed(folder.path(), &load);
    assert_eq!(again.status.code(), Some(1));
    let told = crate::tools::said(&again);
    assert!(
        told.contains("the same file was loaded") && told.contains("nothing was loaded"),
        "{told}"
    );
    let listed = || {
        ok(&keyed(folder.path(), &["patients", "c.vault"]))
            .lines()
            .count()
    };
    assert_eq!(listed(), 1);
    ok(&keyed(folder.path(), &[&load[..], &["--again"]].concat()));
    assert_eq!(listed(), 2);
}

/// How many facts the only patient of a document has.
fn facts(document: &serde_json::Value) -> usize {
    let patient = document["patients"][0].as_object().expect("a patient");
    patient
        .values()
        .map(|field| match field {
            serde_json::Value::Array(list) => list.len(),
            serde_json::Value::Object(fields) => usize::from(!fields.is_empty()),
            _ => 0,
        })
        .sum()
}

#[test]
fn a_synthetic_clinic_of_two_hundred_goes_in_and_comes_out_the_same() {
    let folder = with_vault();
    let make = [
        "sample",
        "--patients",
        "200",
        "--seed",
        "7",
        "--as-of",
        "2026-01-31",
    ];
    ok(&lamina(
        folder.path(),
        &[&make[..], &["--out", "one.json"]].concat(),
    ));
    ok(&lamina(
        folder.path(),
        &[&make[..], &["--out", "two.json"]].concat(),
    ));
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a file");
    assert!(
        read("one.json") == read("two.json"),
        "the same call gives the same bytes"
    );
    let printed = lamina(folder.path(), &make);
    assert!(
        printed.stdout == read("one.json"),
        "standard output holds the same bytes"
    );
    let checked = ok(&lamina(folder.path(), &["check", "one.json"]));
    assert_eq!(checked.lines().count(), 200);
    refused(
        folder.path(),
        &[&make[..], &["--out", "one.json"]].concat(),
        3,
        &["one.json", "nothing was written"],
    );

    ok(&keyed(folder.path(), &["load", "c.vault", "one.json"]));
    ok(&keyed(
        folder.path(),
        &["dump", "c.vault", "--out", "dumped.json"],
    ));
    let whole = json(&folder.path().join("dumped.json"));
    assert!(
        whole == json(&folder.path().join("one.json")),
        "a dump of a load is equal"
    );

    ok(&keyed(folder.path(), &["new", "d.vault"]));
    ok(&keyed(
        folder.path(),
        &[&make[..], &["--vault", "d.vault"]].concat(),
    ));
    ok(&keyed(
        folder.path(),
        &["dump", "d.vault", "--out", "straight.json"],
    ));
    assert!(
        json(&folder.path().join("straight.json")) == whole,
        "straight into a vault is the same as by way of a file"
    );
}

/// Whatever is written is about patients: a dump, a letter, a chart and a sample alike.
#[cfg(unix)]
#[test]
fn what_is_written_is_read_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_vault();
    ok(&keyed(folder.path(), &["load", "c.vault", &case(5)]));
    ok(&keyed(folder.path(), &["dump", "c.vault", "--out", "all.json"]));
    ok(&lamina(
        folder.path(),
        &["sample", "--patients", "2", "--seed", "5", "--out", "sample.json"],
    ));
    let listed = ok(&keyed(folder.path(), &["patients", "c.vault", "--json"]));
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("one patient");
    let id = listed["id"].as_str().expect("an id");
    for (verb, out) in [("letter", "l.pdf"), ("chart", "c.svg")] {
        ok(&keyed(
            folder.path(),
            &[verb, "c.vault", "--patient", id, "--out", out],
        ));
    }
    for name in ["all.json", "sample.json", "l.pdf", "c.svg", "c.vault"] {
        let mode = fs::metadata(folder.path().join(name))
            .expect("it was written")
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
}

#[test]
fn one_very_full_record_is_made_on_request() {
    let folder = tempfile::tempdir().expect("a folder");
    let make = [
        "sample",
        "--patients",
        "1",
        "--years",
        "20",
        "--facts",
        "5000",
        "--out",
        "long.json",
    ];
    ok(&lamina(folder.path(), &make));
    assert_eq!(facts(&json(&folder.path().join("long.json"))), 5000);
}

#[test]
fn several_files_are_checked_and_the_refused_ones_named() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bad.json"), b"{").expect("a writable folder");
    let printed = ok(&lamina(folder.path(), &["check", &case(1), &case(2), "--json"]));
    let lines: Vec<serde_json::Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["patient"], "Case 02");
    assert_eq!(lines[1]["file"], case(2));
    let output = lamina(folder.path(), &["check", "bad.json", &case(3)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("Case 03"),
        "the files after a refused one are read too"
    );
    refused(folder.path(), &["check", "bad.json", &case(3)], 1, &["bad.json"]);
}

#[cfg(unix)]
#[test]
fn a_passphrase_comes_from_a_line_a_variable_or_a_descriptor() {
    let folder = with_vault();
    let pass = folder.path().join("pass.txt");
    fs::write(&pass, format!("{WORDS}\n")).expect("a writable folder");
    for call in [
        "verify c.vault < pass.txt",
        "verify c.vault --passphrase-fd 3 3< pass.txt",
    ] {
        let output = Command::new("sh")
            .current_dir(folder.path())
            .args(["-c", &format!("exec '{}' {call}", program().display())])
            .output()
            .expect("a shell");
        ok(&output);
    }
    let unset = ["verify", "c.vault", "--passphrase-env", "NOT_SET_ANYWHERE"];
    refused(folder.path(), &unset, 2, &["NOT_SET_ANYWHERE", "not set"]);
    let wrong = lamina_with(
        "another river under seven green stones",
        folder.path(),
        &[&["verify", "c.vault"], &KEY[..]].concat(),
    );
    assert_eq!(wrong.status.code(), Some(1));
    let as_argument = ["verify", "c.vault", "--passphrase", WORDS];
    refused(folder.path(), &as_argument, 2, &["unexpected argument"]);
}

#[test]
fn every_verb_teaches_with_an_example_and_the_exit_codes_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = ok(&lamina(folder.path(), &["--help"]));
    for (code, words) in [
        (0, "done"),
        (1, "refused"),
        (2, "call itself is wrong"),
        (3, "could not be read or written"),
    ] {
        assert!(
            help.lines()
                .any(|line| line.trim_start().starts_with(&code.to_string()) && line.contains(words)),
            "exit code {code} is not told: {help}"
        );
    }
    let verbs: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect();
    assert!(verbs.len() >= 9 && verbs.contains(&"sample"), "{verbs:?}");
    for verb in verbs {
        let help = ok(&lamina(folder.path(), &[verb, "--help"]));
        assert!(
            help.contains("Example") && help.contains(&format!("lamina {verb}")),
            "{verb} has no example: {help}"
        );
    }
}
