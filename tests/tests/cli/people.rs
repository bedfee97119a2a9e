//! Charts and letters of one person or of many, from a vault.

use crate::tools::{at_the_desk, call, case, files, keyed, lamina, ok, refused, said, with_vault};
use std::fs;

/// A vault with twelve invented people, the first of whom has record number S-000001.
fn clinic() -> tempfile::TempDir {
    let folder = with_vault();
    let make = [
        "sample",
        "--patients",
        "12",
        "--seed",
        "5",
        "--as-of",
        "2026-01-31",
    ];
    ok(&keyed(
        folder.path(),
        &[&make[..], &["--vault", "c.vault"]].concat(),
    ));
    folder
}

fn hits(folder: &std::path::Path) -> Vec<serde_json::Value> {
    let printed = ok(&keyed(folder, &["patients", "c.vault", "--json"]));
    printed
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn a_person_is_named_by_id_by_record_number_or_by_search() {
    let folder = clinic();
    let path = folder.path();
    let person = hits(path)
        .into_iter()
        .find(|hit| hit["record_number"] == "S-000004")
        .expect("number 4");
    let (id, family) = (
        person["id"].as_str().expect("an id"),
        person["family"].as_str().expect("a name"),
    );
    let search = format!(
        "{family} {} {}",
        person["given"].as_str().expect("a name"),
        "s-000004"
    );
    for (at, who) in [id, "S-000004", &search].into_iter().enumerate() {
        let out = format!("{at}.txt");
        let call = [
            "letter",
            "c.vault",
            "--patient",
            who,
            "--date",
            "2026-01-31",
            "--out",
            &out,
        ];
        ok(&keyed(path, &call));
    }
    let text = |name: &str| fs::read_to_string(path.join(name)).expect("a letter");
    assert!(text("0.txt").contains(family), "{}", text("0.txt"));
    assert_eq!(text("0.txt"), text("1.txt"));
    assert_eq!(text("0.txt"), text("2.txt"));

    ok(&keyed(
        path,
        &["chart", "c.vault", "--patient", id, "--out", "c.svg"],
    ));
    assert!(text("c.svg").contains("<svg"));
    ok(&keyed(
        path,
        &["letter", "c.vault", "--patient", id, "--out", "l.pdf"],
    ));
    assert!(
        fs::read(path.join("l.pdf"))
            .expect("a letter")
            .starts_with(b"%PDF")
    );
}

#[test]
fn nobody_or_several_are_told_and_nothing_is_written() {
    let folder = clinic();
    let path = folder.path();
    let refuse = |who: &str, words: &[&str]| {
        let output = keyed(path, &["letter", "c.vault", "--patient", who, "--out", "l.pdf"]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        for word in words {
            assert!(
                said(&output).contains(word),
                "{word:?} is not told: {}",
                said(&output)
            );
        }
        assert!(!path.join("l.pdf").exists());
    };
    refuse(
        "nobody-of-this-name",
        &["nobody in the vault is found", "nothing was written"],
    );
    refuse("00000000-0000-7000-8000-000000000000", &["nobody in the vault"]);
    let several = hits(path);
    let (first, last) = (
        several[0]["id"].as_str().expect("an id"),
        several[9]["id"].as_str().expect("an id"),
    );
    refuse("s-0000", &["12 people are found", first, last, "and 2 more"]);
    let nobody_named = keyed(path, &["chart", "c.vault", "--out", "c.svg"]);
    assert_eq!(
        nobody_named.status.code(),
        Some(1),
        "twelve people are too many for one chart"
    );
    let call = [
        "letter", "c.vault", "--all", "--search", "nobody", "--out", "none",
    ];
    let output = keyed(path, &call);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("no letter was written"));
}

#[test]
fn letters_of_many_are_named_by_ids_alone() {
    let folder = clinic();
    let path = folder.path();
    let call = [
        "letter",
        "c.vault",
        "--all",
        "--text",
        "--out",
        "letters",
        "--question",
        "Please advise",
    ];
    let output = keyed(path, &call);
    ok(&output);
    assert!(said(&output).contains("12 letters"), "{}", said(&output));
    let letters = files(&path.join("letters"));
    let mut names: Vec<String> = letters
        .keys()
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    let mut ids: Vec<String> = hits(path)
        .iter()
        .map(|hit| format!("{}.txt", hit["id"].as_str().expect("an id")))
        .collect();
    names.sort();
    ids.sort();
    assert_eq!(names, ids);
    assert!(
        letters
            .values()
            .all(|text| String::from_utf8_lossy(text).contains("Please advise"))
    );
    let again = keyed(path, &call);
    assert_eq!(again.status.code(), Some(1), "{}", said(&again));
    assert!(said(&again).contains("not empty"));
    assert!(letters == files(&path.join("letters")));
}

#[test]
fn a_record_file_is_told_by_what_is_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    fs::copy(case(1), path.join("record")).expect("a copy");
    ok(&lamina(path, &["letter", "record", "--out", "l.txt"]));
    assert!(
        fs::read_to_string(path.join("l.txt"))
            .expect("a letter")
            .contains("Case 01")
    );
    refused(
        path,
        &["chart", "record", "--patient", "2", "--out", "c.svg"],
        2,
        &["has 1", "nothing was written"],
    );
    refused(
        path,
        &["chart", "record", "--patient", "0", "--out", "c.svg"],
        2,
        &["counted from 1"],
    );
    refused(
        path,
        &["letter", "record", "--out", "l.txt"],
        3,
        &["l.txt", "nothing was written"],
    );
    refused(
        path,
        &["letter", "record", "--all", "--search", "x", "--out", "many"],
        2,
        &["only a vault can be searched"],
    );
}

#[test]
fn a_letter_is_of_the_kind_and_length_that_are_asked_for_and_says_where_it_is_longer() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    fs::copy(case(3), path.join("r.json")).expect("a copy");
    let call = |out: &str, more: &[&str]| {
        let call = [&["letter", "r.json", "--date", "2026-11-30", "--out", out], more].concat();
        let output = lamina(path, &call);
        ok(&output);
        (
            fs::read_to_string(path.join(out)).expect("a letter"),
            said(&output),
        )
    };
    for (kind, title) in [
        ("summary", "Summary of the case"),
        ("surgeon", "Referral to a spinal surgeon"),
        ("pain-clinic", "Referral to a pain clinic"),
        ("physiotherapist", "Referral for physiotherapy"),
        ("family-doctor", "Reply to the family doctor"),
        ("discharge", "Discharge letter"),
        ("insurer", "Report on function and work"),
        ("trial", "Report of a neuromodulation trial"),
        ("implant-card", "Implant card"),
    ] {
        let (text, _) = call(&format!("{kind}.txt"), &["--kind", kind]);
        assert!(text.contains(&format!("\n{title}\n")), "{kind}: {text}");
    }
    let (unasked, _) = call("unasked.txt", &[]);
    let (summary, _) = call("two.txt", &["--kind", "summary", "--length", "two-pages"]);
    assert_eq!(unasked, summary);
    let (whole, told) = call("whole.txt", &["--length", "everything"]);
    assert!(
        !whole.contains("Left out for its length") && !told.contains("pages"),
        "{told}"
    );
    let full = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../crates/clinic/samples/three-operations.json"
    );
    fs::copy(full, path.join("r.json")).expect("a copy");
    let (_, told) = call("one.txt", &["--length", "one-page"]);
    assert!(told.contains(" pages and not one"), "{told}");
    refused(
        path,
        &["letter", "r.json", "--kind", "judge", "--out", "l.txt"],
        2,
        &["implant-card", "family-doctor"],
    );
    refused(
        path,
        &["letter", "r.json", "--length", "short", "--out", "l.txt"],
        2,
        &["one-page, two-pages, everything"],
    );
}

/// Sets a limit as the window does.
fn set_limit(folder: &std::path::Path, id: &str, value: &str) {
    at_the_desk(folder, async |desk| {
        let request =
            serde_json::json!({"id": id, "value": value, "who": "Dr Example", "why": "agreed by the team"});
        call(desk, "set_rule", request).await;
    });
}

#[test]
fn letters_from_a_vault_go_by_the_limits_of_its_clinic_and_a_dump_leaves_them_out() {
    let folder = with_vault();
    let path = folder.path();
    ok(&keyed(path, &["load", "c.vault", &case(1)]));
    let letter = |out: &str| {
        ok(&keyed(
            path,
            &["letter", "c.vault", "--patient", "", "--out", out],
        ));
        fs::read_to_string(path.join(out)).expect("a letter")
    };
    let dump = |out: &str| {
        ok(&keyed(path, &["dump", "c.vault", "--out", out]));
        fs::read_to_string(path.join(out)).expect("a dump")
    };
    let (before, record) = (letter("before.txt"), dump("before.json"));
    assert!(!before.contains("the clinic's own"), "{before}");
    set_limit(path, "red_flag.symptom_days", "30");
    let after = letter("after.txt").replace('\n', " ");
    assert!(
        after.contains("Limits that this clinic set for itself"),
        "{after}"
    );
    assert!(
        after.contains("30 days (the clinic's own: Dr Example, "),
        "{after}"
    );
    assert_eq!(dump("after.json"), record);
}

/// The letter about the first person of `source`, as the file's bytes.
fn letter_of(path: &std::path::Path, source: &str, out: &str) -> Vec<u8> {
    let call = ["letter", source, "--date", "2026-01-31", "--out", out];
    ok(&keyed(path, &call));
    fs::read(path.join(out)).expect("a letter")
}

#[test]
fn a_letter_from_a_file_and_from_a_vault_is_the_same_file() {
    // The later operation and score stand first, and count from each other.
    let shuffled = r#"{"format":"lamina-record","version":1,"patients":[{"patient":{"family":"Sample","born":"1961"},
        "surgeries":[{"procedures":["fusion"],"levels":"L4-S1","when":"2019"},
                     {"procedures":["discectomy"],"levels":"L5-S1","when":"2012"}],
        "treatments":[{"kind":"drug","name":"pregabalin","started":"3 months after operation 1"},
                      {"kind":"injection","name":"epidural steroid","started":"2013"}],
        "scores":[{"measure":"nrs","site":"leg","value":7,"when":"2020"},
                  {"measure":"nrs","site":"leg","value":4,"when":"6 months after operation 2"}],
        "imaging":[{"modality":"mri","when":"2021","findings":[{"what":"scar"}]},
                   {"modality":"x_ray","when":"2018","findings":[{"what":"screws in place"}]}]}]}"#;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    fs::write(path.join("shuffled.json"), shuffled).expect("a record file");
    let mut files: Vec<String> = (1..=6).map(case).collect();
    files.push("shuffled.json".into());
    for (at, file) in files.into_iter().enumerate() {
        let (name, vault) = (format!("letter-{at}"), format!("{at}.vault"));
        ok(&keyed(path, &["new", &vault]));
        ok(&keyed(path, &["load", &vault, &file]));
        let from_file = letter_of(path, &file, &format!("{name}-file.pdf"));
        let from_vault = letter_of(path, &vault, &format!("{name}-vault.pdf"));
        assert!(from_file == from_vault, "{file}: the letters differ");
    }
}
