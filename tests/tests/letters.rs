//! Prints the whole letter of every published case and reads it back with poppler: what was recorded stands on the page.

use chrono::NaiveDate;
use lamina_clinic::{
    letter::{LetterLength, OpioidTable, Request, letter},
    record::{Document, Record},
    words::Word,
};
use lamina_domain::{Text, score::Measure};
use std::{fs, path::Path, process::Command};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

fn cases() -> Vec<(String, Record)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut cases: Vec<(String, Record)> = fs::read_dir(folder)
        .expect("the cases lie beside the tests")
        .map(|entry| entry.expect("a readable folder").path())
        .map(|path| {
            let document = Document::read(fs::File::open(&path).expect("a readable case"), today())
                .expect("a valid case");
            let record = document.patients.into_iter().next().expect("one patient a case");
            (path.display().to_string(), record)
        })
        .collect();
    cases.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(cases.len(), 6, "every published case is there");
    cases
}

/// The words of the page in the order in which they are drawn, so that a wrapped cell is one run of words.
fn read_back(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .arg("-raw")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    assert!(output.status.success(), "poppler reads the letter");
    squeeze(&String::from_utf8(output.stdout).expect("UTF-8"))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn print(record: &Record, folder: &Path) -> std::path::PathBuf {
    print_by(record, folder, OpioidTable::default())
}

fn print_by(record: &Record, folder: &Path, opioid_table: OpioidTable) -> std::path::PathBuf {
    let request = Request {
        opioid_table,
        length: LetterLength::Everything,
        ..Request::default()
    };
    let made = letter(record, &request, today()).pdf().expect("a letter");
    assert!(
        made.unsupported.is_empty(),
        "every sign of a case is in the font: {:?}",
        made.unsupported
    );
    let path = folder.join("letter.pdf");
    fs::write(&path, made.pdf).expect("a writable folder");
    path
}

/// Everything of the record that a reader of the letter must find in it.
fn expected(record: &Record) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut texts = |list: &[Text]| all.extend(list.iter().map(ToString::to_string));
    for surgery in &record.surgeries {
        let done: Vec<Text> = surgery.procedures.iter().map(|one| one.name.clone()).collect();
        texts(&done);
        for one in surgery.listed_complications() {
            texts(one.words.as_slice());
        }
        for implant in surgery.listed_implants() {
            texts(implant.name.as_slice());
        }
        for result in [&surgery.result_back, &surgery.result_limb] {
            texts(result.words.as_slice());
        }
        texts(surgery.indication.as_slice());
    }
    for treatment in &record.treatments {
        texts(std::slice::from_ref(&treatment.name));
        for response in &treatment.responses {
            texts(response.words.as_slice());
        }
        texts(treatment.dose.as_slice());
    }
    for imaging in &record.imaging {
        for finding in &imaging.findings {
            texts(finding.what.as_slice());
        }
    }
    for symptom in &record.symptoms {
        texts(std::slice::from_ref(&symptom.site));
        texts(&symptom.qualities);
        texts(&symptom.aggravating);
    }
    all.extend(record.surgeries.iter().map(|surgery| surgery.levels.to_string()));
    all.extend(record.surgeries.iter().map(|surgery| surgery.when.to_string()));
    all.extend(record.scores.iter().map(|score| match &score.measure {
        Measure::Nrs { value, .. } => format!("{}/10", value.rating()),
        Measure::Odi { value, .. } => format!("{} %", f64::from(*value)),
        Measure::Number { value, unit, .. } => format!("{} {unit}", f64::from(*value)),
        Measure::Instrument(_) => lamina_clinic::words::value(&score.measure),
    }));
    all
}

#[test]
fn every_fact_of_a_case_stands_in_its_letter() {
    for (name, record) in cases() {
        let folder = tempfile::tempdir().expect("a folder");
        let page = read_back(&print(&record, folder.path()));
        let facts = expected(&record);
        assert!(facts.len() > 5, "{name}: the case has facts to look for");
        for fact in facts {
            assert!(
                page.contains(&squeeze(&fact)),
                "{name}: `{fact}` is not in the letter:\n{page}"
            );
        }
        let sex = record.patient.sex.expect("a case names the sex").word();
        assert!(
            page.contains(&format!("at first visit, {sex}")),
            "{name}: the sex stands beside the age: {page}"
        );
        assert!(
            page.contains("All of these from documents.") || page.contains("from a document"),
            "{name}: what stands in a document is said to: {page}"
        );
        assert!(
            page.contains("Sample, not a patient of this clinic"),
            "{name}: a case is marked as a sample"
        );
    }
}

#[test]
fn a_letter_is_sound_and_the_same_again() {
    for (name, record) in cases() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = print(&record, folder.path());
        let first = fs::read(&path).expect("the letter");
        let verdict = Command::new("qpdf")
            .arg("--check")
            .arg(&path)
            .output()
            .expect("qpdf is installed");
        assert!(
            verdict.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&verdict.stdout)
        );
        print(&record, folder.path());
        assert!(
            first == fs::read(&path).expect("the letter"),
            "{name}: the same record gives the same bytes"
        );
    }
}

#[test]
fn what_was_not_recorded_is_said() {
    let json = br#"{"format":"lamina-record","version":1,"patients":[{"patient":{"family":"Sample","born":"1970"}}]}"#;
    let record = Document::read(json.as_slice(), today())
        .expect("a valid record")
        .patients
        .remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let page = read_back(&print(&record, folder.path()));
    assert!(
        page.contains("Allergies not asked"),
        "an allergy nobody asked about is not none: {page}"
    );
    for heading in ["Operations", "Symptoms", "Imaging", "Treatments tried", "Scores"] {
        assert!(
            page.contains(heading),
            "{heading} is not left out in silence: {page}"
        );
    }
    assert!(!page.contains("null") && !page.contains("None"), "{page}");
}

#[test]
fn trap_23_the_opioid_load_is_printed_with_its_table_and_version() {
    let drug = |name: &str, more: &str| {
        format!(
            r#"{{"kind":"drug","name":"{name}","medicine":{{"ingredients":[{{"name":"{name}","strength":"50 mg"}}],{more}}}"#
        )
    };
    let stopped = drug("morphine", r#""frequency":"twice a day"},"ended":"2020""#);
    let taken = drug(
        "tramadol",
        r#""form":"tablet","dose":"1 to 2 tablets","frequency":"every 6 hours","as_needed":true,"most_a_day":"8 tablets","taken_a_day":"3 tablets"},"status":"running""#,
    );
    let json = format!(
        r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},"treatments":[{stopped},{taken}]}}]}}"#
    );
    let record = Document::read(json.as_bytes(), today())
        .expect("a valid record")
        .patients
        .remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let us = read_back(&print(&record, folder.path()));
    for said in [
        "Current medicines",
        "1 to 2 tablets every 6 hours as needed, at most 8 tablets a day, taking 3 tablets a day",
        "Opioid load, for information: Total 30 MME a day as taken; 80 at most (CDC 2022 table).",
        "CDC 2022 table (US), version ",
        "Source: ",
    ] {
        assert!(us.contains(said), "`{said}` is not in the letter:\n{us}");
    }
    let uk = read_back(&print_by(&record, folder.path(), OpioidTable::Uk));
    assert!(
        uk.contains("Total 15 mg oral morphine equivalent a day as taken; 40 at most (UK 2025 table)"),
        "{uk}"
    );
    assert!(
        uk.contains("UK 2025 table (UK), version ") && !uk.contains("CDC"),
        "{uk}"
    );

    let plain = Document::read(json.replace("tramadol", "pregabalin").as_bytes(), today())
        .expect("a valid record")
        .patients
        .remove(0);
    let page = read_back(&print(&plain, folder.path()));
    assert!(
        page.contains("pregabalin") && !page.contains("Opioid load"),
        "{page}"
    );
}

#[test]
fn trap_21_a_letter_counts_what_goes_on_and_names_the_rest() {
    let drug = |name: &str, strength: &str, more: &str| {
        format!(
            r#"{{"kind":"drug","name":"{name}","medicine":{{"ingredients":[{{"name":"{name}","strength":"{strength}"}}],"frequency":"4 times a day"}}{more}}}"#
        )
    };
    let treatments = [
        drug("oxycodone", "5 mg", r#","status":"running""#),
        drug("jurnista", "16 mg", r#","status":"running""#),
        drug("paracetamol", "500 mg", r#","status":"running""#),
        drug("tramadol", "50 mg", r#","started":"2019""#),
        drug("codeine", "30 mg", r#","ended":"2026""#),
        r#"{"kind":"drug","name":"adrenaline 0.5 mg im"}"#.to_owned(),
        r#"{"kind":"injection","name":"caudal epidural steroid"}"#.to_owned(),
    ];
    let json = format!(
        r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},"treatments":[{}]}}]}}"#,
        treatments.join(",")
    );
    let record = Document::read(json.as_bytes(), today())
        .expect("a valid record")
        .patients
        .remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let page = read_back(&print(&record, folder.path()));
    for said in [
        "Total at least 30 MME a day as taken and at most (CDC 2022 table; 1 medicine not known to Lamina; 2 medicines not known to be still taken)",
        "Counted: oxycodone 5 mg × 4 a day × 1.5 = 30",
        "Not counted: jurnista: the name is not known to Lamina, so that it may be an opioid",
        "Not counted: tramadol: not known whether it is still taken; if it is taken, at most tramadol 50 mg × 4 a day × 0.2 = 40",
        "Not counted: codeine: may have ended; if it is taken",
        "Not known whether still taken: tramadol 50 mg, 4 times a day",
        "May have ended: codeine 30 mg, 4 times a day",
    ] {
        assert!(page.contains(said), "`{said}` is not in the letter:\n{page}");
    }
    let current = page.split("Current medicines").nth(1).expect("the section");
    let current = current.split("Opioid load").next().expect("the list");
    assert!(
        current.contains("paracetamol") && !current.contains("adrenaline"),
        "{current}"
    );
}

#[test]
fn an_opioid_without_any_visit_is_due_for_its_review() {
    let json = br#"{"format":"lamina-record","version":1,"patients":[{"patient":{"family":"Sample","born":"1970"},
        "treatments":[{"kind":"drug","name":"tramadol","started":"1 Jun 2026",
            "medicine":{"ingredients":[{"name":"tramadol","strength":"50 mg"}],"frequency":"4 times a day"}}]}]}"#;
    let record = Document::read(json.as_slice(), today())
        .expect("a valid record")
        .patients
        .remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let page = read_back(&print(&record, folder.path()));
    assert!(
        page.contains("Review after tramadol (1 Jun 2026): Was due from 4 Aug 2026 to 1 Sep 2026"),
        "{page}"
    );
}

/// A made-up record with these lists of red flags.
fn flagged(lists: &str) -> Record {
    let json = format!(
        r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1961"}},
            "surgeries":[{{"procedures":["fusion"],"levels":"L4-S1","when":"May 2019"}}],{lists}}}]}}"#
    );
    let document = Document::read(json.as_bytes(), today()).expect("a valid record");
    document.patients.into_iter().next().expect("one patient")
}

#[test]
fn trap_44_an_open_emergency_stands_on_the_first_page_and_the_statement_says_what_was_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let record = flagged(
        r#""background":{"red_flags":{"value":["denies incontinence"]}},
           "flags":[{"asked_on":"2026-11-22","recorded":"2026-11-22T10:00:00Z","told_by":"patient","answers":{
             "saddle_numbness":{"is":"yes","course":"new","since":"20 Nov 2026"},
             "foot_drop":{"is":"yes","course":"long_standing_unchanged","since":"2019"},
             "fever":{"is":"no"},"chills":{"is":"unknown"},"fall_or_accident":{"is":"yes","course":"new"}}}],
           "resolutions":[{"rule":"red_flag.fract","version":1,"decision":"resolved","by":"Dr Okafor","role":"clinician",
             "role_words":"pain consultant","at":"2026-11-22T12:00:00Z","reason":"X-ray without fracture"}]"#,
    );
    let path = print(&record, folder.path());
    let first = Command::new("pdftotext")
        .args(["-raw", "-l", "1"])
        .arg(&path)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    let first = squeeze(&String::from_utf8(first.stdout).expect("UTF-8"));
    let all = read_back(&path);
    for words in [
        "Emergency, now",
        "numbness around the anus, the genitals or in the saddle area (new, since 20 Nov 2026; 22 Nov 2026, said by patient)",
        "Emergency assessment is advised now per local pathway. This does not make a diagnosis.",
        "1 open; noted: denies incontinence; last asked on 22 Nov 2026",
    ] {
        assert!(
            first.contains(words),
            "{words} is not on the first page:\n{first}"
        );
    }
    for words in [
        "Last asked on 22 Nov 2026, said by patient.",
        "Yes, long-standing and unchanged (22 Nov 2026): foot drop.",
        "No (22 Nov 2026): fever.",
        "Not assessed:",
        "Wound (nothing of it)",
        "chills",
        "Resolved: Possible fracture risk, by Dr Okafor, pain consultant,",
        "X-ray without fracture",
    ] {
        assert!(all.contains(words), "{words} is not in the letter:\n{all}");
    }
}

#[test]
fn trap_44_the_statement_is_printed_also_where_nothing_is_open_or_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let negative = flagged(r#""flags":[{"asked_on":"2026-11-22","answers":{"fever":{"is":"no"}}}]"#);
    let all = read_back(&print(&negative, folder.path()));
    for words in [
        "Red flags none open on what was answered; last asked on 22 Nov 2026",
        "No red flag is open on what was answered; that excludes nothing.",
        "No (22 Nov 2026): fever.",
    ] {
        assert!(all.contains(words), "{words} is not in the letter:\n{all}");
    }
    let unasked = flagged(r#""flags":[]"#);
    let all = read_back(&print(&unasked, folder.path()));
    assert!(
        all.contains("Red flags were not asked about; nothing is excluded."),
        "{all}"
    );
    assert!(all.contains("Red flags not asked"), "{all}");
}

#[test]
fn levels_and_times_are_printed_as_they_were_given() {
    let whens = [
        "between 2004 and 2008",
        "after 2004",
        "months after operation 1",
        "summer 2018",
        "about 2019",
        "before 2019",
    ];
    let operations: Vec<serde_json::Value> = whens
        .iter()
        .map(|when| {
            serde_json::json!({"procedures": ["Laminectomy L3-L4", {"name": "fusion", "levels": "L4-pelvis"}],
                "when": when})
        })
        .collect();
    let json = serde_json::json!({"format": "lamina-record", "version": 1, "patients": [{
        "patient": {"family": "Sample", "born": "age 38 in 2003"}, "surgeries": operations,
        "treatments": [{"kind": "block", "name": "Block", "levels": "L3-L4 medial branch", "started": "winter 2018/19"},
            {"kind": "injection", "name": "Injection", "levels": "3 levels", "started": "2-3/2019"}]}]});
    let document = Document::read(json.to_string().as_bytes(), today()).expect("a record");
    let record = document.patients[0].in_order();
    let folder = tempfile::tempdir().expect("a folder");
    let words = read_back(&print(&record, folder.path()));
    for when in whens {
        assert!(words.contains(when), "{when}: {words}");
    }
    for said in [
        "Laminectomy L3-L4; fusion L4-pelvis",
        "L3 medial branch, L4 medial branch",
        "3 levels",
        "winter 2018/19",
        "between Feb 2019 and Mar 2019",
        "age 38 in 2003",
        "60 to 62 years",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}
