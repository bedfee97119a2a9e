//! Whatever the command line reads or takes out of a vault leaves the rows in its audit log that the window leaves.

use crate::tools::{at_the_desk, call, case, keyed, ok, said, with_vault};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// How often each act stands in the log, as `lamina verify` tells: the act with its ending.
fn acts(folder: &Path) -> Vec<(String, i64)> {
    let output = keyed(folder, &["verify", "c.vault", "--json"]);
    ok(&output);
    let found: Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    let mut acts: Vec<(String, i64)> = found["acts"]
        .as_array()
        .expect("acts")
        .iter()
        .map(|acts| {
            let word = |field: &str| acts[field].as_str().expect("a word").to_owned();
            let count = acts["count"].as_i64().expect("a number");
            (format!("{} {}", word("action"), word("outcome")), count)
        })
        .collect();
    acts.sort();
    acts
}

/// What `call` added to the log besides its own unlocking and that of the verb that tells.
fn added(folder: &Path, call: &[&str], is_done: bool) -> Vec<(String, i64)> {
    let before = acts(folder);
    let output = keyed(folder, call);
    assert_eq!(output.status.success(), is_done, "{}", said(&output));
    acts(folder)
        .into_iter()
        .filter_map(|(act, count)| {
            let had = before
                .iter()
                .find(|(one, _)| *one == act)
                .map_or(0, |(_, count)| *count);
            (act != "unlock done" && count > had).then_some((act, count - had))
        })
        .collect()
}

fn rows(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected
        .iter()
        .map(|(act, count)| ((*act).to_owned(), *count))
        .collect()
}

#[test]
fn what_is_read_and_what_leaves_stands_in_the_log() {
    let folder = with_vault();
    let path = folder.path();
    let first = acts(path);
    assert_eq!(first, rows(&[("unlock done", 2)]), "making it and looking at it");
    let facts = added(path, &["load", "c.vault", &case(1)], true);
    assert!(
        matches!(facts.as_slice(), [(act, count)] if act == "load done" && *count > 5),
        "{facts:?}"
    );
    ok(&keyed(path, &["load", "c.vault", &case(2)]));

    let list = added(path, &["patients", "c.vault", "--search", "case"], true);
    assert_eq!(list, rows(&[("search done", 1)]));
    let dump = ["dump", "c.vault", "--out", "all.json"];
    assert_eq!(added(path, &dump, true), rows(&[("export done", 1)]));
    // What did not leave after all is told as such, whatever stood in its way.
    assert_eq!(
        added(path, &dump, false),
        rows(&[("export done", 1), ("export failed", 1)])
    );
    let one = rows(&[("export done", 1), ("open-chart done", 1), ("search done", 1)]);
    let letter = ["letter", "c.vault", "--patient", "case 01", "--out", "l.pdf"];
    assert_eq!(added(path, &letter, true), one);
    let chart = ["chart", "c.vault", "--patient", "case 01", "--out", "c.svg"];
    assert_eq!(added(path, &chart, true), one);
    let all = ["letter", "c.vault", "--all", "--text", "--out", "letters"];
    assert_eq!(
        added(path, &all, true),
        rows(&[("export done", 2), ("open-chart done", 2), ("search done", 1)])
    );
    // Nobody was found: nothing was opened and nothing left.
    let nobody = [
        "letter",
        "c.vault",
        "--patient",
        "nobody at all",
        "--out",
        "n.pdf",
    ];
    assert_eq!(added(path, &nobody, false), rows(&[("search done", 1)]));

    let output = keyed(path, &["verify", "c.vault"]);
    ok(&output);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("open-chart\tdone"), "{text}");
    assert!(text.contains("export\tfailed"), "{text}");
}

#[test]
fn what_the_command_line_records_and_prints_bears_the_person_and_the_clinic() {
    let folder = with_vault();
    let path = folder.path();
    ok(&keyed(path, &["load", "c.vault", &case(1)]));
    let recorded_by = at_the_desk(path, async |desk| {
        let mut settings = call(desk, "get_settings", json!({})).await;
        settings["clinic_name"] = json!("Sample Pain Clinic");
        settings["author_name"] = json!("Dr Example");
        settings["author_role"] = json!("Pain physician");
        call(desk, "save_settings", settings).await;
        let found = call(desk, "search_patients", json!({"text": "", "limit": 5})).await;
        let patient = found["found"][0]["hit"]["id"].clone();
        let changes = call(desk, "list_changes", json!({"patient": patient})).await;
        changes[0]["recorded_by"].as_str().expect("a name").to_owned()
    });
    assert_eq!(recorded_by, lamina_clinic::door::person());

    let letter = |out: &str, more: &[&str]| {
        let call = [&["letter", "c.vault", "--patient", "", "--out", out], more].concat();
        ok(&keyed(path, &call));
        fs::read_to_string(path.join(out)).expect("a letter")
    };
    let of_clinic = letter("clinic.txt", &[]);
    for words in ["Sample Pain Clinic", "Dr Example", "Pain physician"] {
        assert!(of_clinic.contains(words), "{words}: {of_clinic}");
    }
    let other = letter(
        "other.txt",
        &["--author", "Dr Other", "--clinic", "Another clinic"],
    );
    for words in ["Sample Pain Clinic", "Dr Example", "Pain physician"] {
        assert!(
            !other.contains(words),
            "{words} stands under another name: {other}"
        );
    }
}
