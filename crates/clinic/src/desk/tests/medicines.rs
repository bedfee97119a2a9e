//! Medicines at the window: read back as typed, kept apart from words, summed by the clinic's table, found by name.

use super::*;
use crate::{
    letter::{Request, letter_text},
    record::Document,
};
use lamina_api::{medicine::OpioidTable, noun::treatment::TreatmentInput};
use lamina_domain::{
    Answer, Status,
    background::MedicinesAsked,
    misread::MedicineProblem,
    treatment::{Kind, StopReason},
};

fn drug(line: &str) -> TreatmentInput {
    TreatmentInput {
        kind: Some(Kind::Drug),
        medicine_line: line.into(),
        status: Some(Status::Running),
        ..TreatmentInput::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_24_a_line_is_read_back_spelled_out_as_one_types() {
    let room = room().await;
    let understood = async |text: &str| {
        room.desk
            .understand(Understand {
                kind: TextKind::Medicine,
                text: text.into(),
                patient: None,
            })
            .await
            .unwrap()
    };
    let read = understood("fentanyl patch 25 mcg/h change q72h").await;
    assert_eq!(
        read.shown.as_deref(),
        Some("fentanyl 25 micrograms/h patch, changed every 72 hours")
    );
    let refused = understood("oxy 10 mg bd").await;
    assert_eq!(refused.shown, None);
    assert!(matches!(
        refused.problem,
        Some(Problem::NotAMedicine {
            why: MedicineProblem::RefusedName { .. }
        })
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_21_the_load_sums_what_is_taken_and_tells_the_rest() {
    let room = room().await;
    let person = room.person().await;
    let load = async || {
        room.desk
            .opioid_load(PatientKey { patient: person })
            .await
            .unwrap()
    };
    assert!(!load().await.present);

    let oxycodone = room
        .add(person, FactInput::Treatment(drug("OxyContin 10 mg q12h")))
        .await
        .unwrap();
    let mut needed = drug("tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day");
    needed.taken_a_day = "3 tabs".into();
    room.add(person, FactInput::Treatment(needed)).await.unwrap();
    let mut stopped = drug("morphine 30 mg bd");
    stopped.stopped = Answer::Value(StopReason::Ineffective);
    stopped.status = Some(Status::Ended);
    room.add(person, FactInput::Treatment(stopped)).await.unwrap();
    room.add(person, FactInput::Treatment(drug("butec 10 mcg/h patch weekly")))
        .await
        .ok();
    room.add(person, FactInput::Treatment(drug("diazepam 5 mg at night")))
        .await
        .unwrap();

    let view = load().await;
    assert!(view.present);
    assert!(
        view.summary
            .starts_with("Total at least 60 MME a day as taken; at least 110 at most (CDC 2022 table"),
        "{}",
        view.summary
    );
    let first = &view.counted[0];
    assert_eq!((first.number, first.entry), (1, oxycodone));
    assert!(
        first.text.starts_with("oxycodone 10 mg × 2 a day × 1.5 = 30"),
        "{}",
        first.text
    );
    assert!(
        view.left_out.iter().any(|line| line.text == "morphine: stopped"),
        "{:?}",
        view.left_out
    );
    assert!(view.prompts.iter().any(|one| one.contains("a benzodiazepine")));
    assert!(view.caveats.iter().any(|one| one.contains("cancer")));

    let settings = Settings {
        opioid_table: OpioidTable::Uk,
        ..Settings::default()
    };
    room.desk.save_settings(settings).await.unwrap();
    let view = load().await;
    assert!(view.summary.contains("UK 2025 table"), "{}", view.summary);
    assert!(view.table.contains("(UK), version 2. Source: "), "{}", view.table);
    let tables = room.desk.list_opioid_tables(Nothing {}).await.unwrap();
    assert_eq!(tables.len(), 2);
    assert!(
        tables
            .iter()
            .all(|table| !table.source.is_empty() && table.version > 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amended_line_takes_its_name_along_and_is_found_by_ingredient_and_brand() {
    let room = room().await;
    let person = room.person().await;
    let entry = room
        .add(person, FactInput::Treatment(drug("OxyContin 10 mg q12h")))
        .await
        .unwrap();
    let found = async |text: &str| {
        let text = text.to_owned();
        let search = SearchPatients { text, limit: 5 };
        room.desk.search_patients(search).await.unwrap().found.len()
    };
    assert_eq!((found("oxycodone").await, found("oxycontin").await), (1, 1));

    let view = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    assert_eq!(view.shown.title, "Medicine: oxycodone");
    assert!(view.shown.details[0].text.contains("every 12 hours"));
    let FactInput::Treatment(mut input) = view.input else {
        panic!("a treatment")
    };
    assert_eq!(input.medicine_line, "OxyContin 10 mg q12h");
    input.medicine_line = "acetaminophen 1 g qid".into();
    let amended = room
        .desk
        .amend_entry(AmendEntry {
            request: clock::new_id(),
            entry,
            base_version: 1,
            input: FactInput::Treatment(input),
            reason: "another medicine".into(),
            draft: None,
        })
        .await
        .unwrap();
    assert_eq!(amended.value.shown.title, "Medicine: acetaminophen");
    assert_eq!((found("oxycontin").await, found("paracetamol").await), (0, 1));
    let load = room
        .desk
        .opioid_load(PatientKey { patient: person })
        .await
        .unwrap();
    assert!(!load.present);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_medicine_in_another_kind_of_treatment_is_refused_at_the_kind() {
    let room = room().await;
    let person = room.person().await;
    let mut wrong = drug("morphine 10 mg od");
    wrong.kind = Some(Kind::IntrathecalTrial);
    let refused = room.add(person, FactInput::Treatment(wrong)).await.unwrap_err();
    assert_eq!(issues(refused), [Issue::at("kind", Problem::MedicineOfOtherKind)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_23_the_letter_prints_the_table_with_its_version_only_beside_an_opioid() {
    let room = room().await;
    let person = room.person().await;
    let letter = async || {
        let request = LetterRequest {
            patient: person,
            ..LetterRequest::default()
        };
        room.desk.preview_letter(request).await.unwrap()
    };
    let preview = letter().await;
    assert!(preview.not_recorded.contains(&"Current medicines".to_owned()));
    room.add(person, FactInput::Treatment(drug("ibuprofen 400 mg tds")))
        .await
        .unwrap();
    let preview = letter().await;
    assert!(preview.text.contains("ibuprofen 400 mg, 3 times a day"));
    assert!(!preview.text.contains("Opioid load") && !preview.text.contains("MME"));
    room.add(person, FactInput::Treatment(drug("tramadol 50 mg qid")))
        .await
        .unwrap();
    let preview = letter().await;
    assert!(
        preview.text.contains(
            "Opioid load, for information: Total 40 MME a day as taken and at most (CDC 2022 table)."
        )
    );
    assert!(preview.text.contains("CDC 2022 table (US), version "));
    assert!(preview.text.contains("cancer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_goes_on_is_current_and_the_letter_names_what_is_not_counted() {
    let room = room().await;
    let person = room.person().await;
    let add = async |line: &str, status: Option<Status>, ended: &str| {
        let mut typed = drug(line);
        typed.status = status;
        typed.ended = ended.into();
        room.add(person, FactInput::Treatment(typed)).await.unwrap();
    };
    add("oxycodone 5 mg qid", Some(Status::Running), "").await;
    add("Actiq 800 mcg qid", Some(Status::Running), "").await;
    add("morphine 10 mg bd", None, "").await;
    add(
        "tramadol 50 mg qid",
        None,
        &clock::today().format("%Y").to_string(),
    )
    .await;
    add("ketamine 20 mg iv", None, "").await;
    let load = room
        .desk
        .opioid_load(PatientKey { patient: person })
        .await
        .unwrap();
    let summary = "Total at least 30 MME a day as taken and at most (CDC 2022 table; 1 medicine not convertible; 2 medicines not known to be still taken)";
    assert_eq!(load.summary, summary);
    let request = LetterRequest {
        patient: person,
        ..LetterRequest::default()
    };
    let text = room.desk.preview_letter(request).await.unwrap().text;
    for said in [
        summary,
        "Not known whether still taken: morphine 10 mg, twice a day",
        "May have ended: tramadol 50 mg, 4 times a day",
        "Counted: oxycodone 5 mg × 4 a day × 1.5 = 30",
        "Not counted: fentanyl: not converted: the table has no factor for it transmucosal",
        "Not counted: morphine: not known whether it is still taken; if it is taken, at most morphine 10 mg × 2 a day × 1 = 20",
        "Not counted: tramadol: may have ended",
    ] {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain(&text).contains(&plain(said)), "{said}: {text}");
    }
    let current = text.split("Current medicines").nth(1).unwrap();
    let current = current.split("Opioid load").next().unwrap();
    assert!(!current.contains("ketamine"), "{current}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_on_and_has_ended_is_told_at_the_status() {
    let room = room().await;
    let person = room.person().await;
    let mut typed = drug("morphine 10 mg bd");
    typed.stopped = Answer::Value(StopReason::Cost);
    let refused = room.add(person, FactInput::Treatment(typed)).await.unwrap_err();
    assert_eq!(issues(refused), [Issue::at("status", Problem::RunningAndEnded)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_no_medicine_is_taken_stands_in_the_letter_and_against_the_list() {
    let room = room().await;
    let person = room.person().await;
    let letter = async || {
        let request = LetterRequest {
            patient: person,
            ..LetterRequest::default()
        };
        room.desk.preview_letter(request).await.unwrap().text
    };
    let none = lamina_api::noun::background::BackgroundInput {
        medicines: Answer::Missing(lamina_domain::Missing::Absent),
        ..Default::default()
    };
    room.add(person, FactInput::Background(none.clone()))
        .await
        .unwrap();
    assert!(letter().await.contains("Asked, and takes no medicines"));
    room.add(person, FactInput::Treatment(drug("codeine 30 mg qid")))
        .await
        .unwrap();
    let load = room
        .desk
        .opioid_load(PatientKey { patient: person })
        .await
        .unwrap();
    assert!(
        load.prompts[0].starts_with("Please check: "),
        "{:?}",
        load.prompts
    );
    let text = letter().await;
    assert!(
        text.contains("Please check: ") && !text.contains("takes no medicines"),
        "{text}"
    );
    assert_ne!(none.medicines, Answer::Value(MedicinesAsked::Listed));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_review_of_an_opioid_falls_due_without_a_visit() {
    let room = room().await;
    let person = room.person().await;
    let mut typed = drug("tramadol 50 mg qid");
    typed.started = "-23w".into();
    room.add(person, FactInput::Treatment(typed)).await.unwrap();
    let load = room
        .desk
        .opioid_load(PatientKey { patient: person })
        .await
        .unwrap();
    let said = load
        .prompts
        .iter()
        .any(|one| one.contains("no review of the opioid is recorded"));
    assert!(said, "{:?}", load.prompts);
    let due = room.desk.follow_up(PatientKey { patient: person }).await.unwrap();
    assert_eq!(due.calls.len(), 1, "{due:?}");
    assert!(due.calls[0].title.starts_with("Review"), "{due:?}");
}

/// A record file with these facts, in the vault of a room; and its letter.
async fn loaded(room: &Room, facts: &str) -> (Uuid, String) {
    let json = format!(
        r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},{facts}}}]}}"#
    );
    let document = Document::read(json.as_bytes(), clock::today()).unwrap();
    let letter = letter_text(&document.patients[0], &Request::default(), clock::today());
    let session = room.desk.session().await.unwrap();
    let vault = session.vault().unwrap();
    let known: Vec<Uuid> = vault
        .store()
        .everyone()
        .await
        .unwrap()
        .iter()
        .map(|one| one.id)
        .collect();
    vault.load(&document).await.unwrap();
    let all = vault.store().everyone().await.unwrap();
    let new = all.iter().find(|one| !known.contains(&one.id)).unwrap();
    (new.id, letter)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pump_whose_drug_is_not_recorded_makes_the_load_at_least_on_screen_and_in_the_letter() {
    let room = room().await;
    let oxycodone = r#""treatments":[{"kind":"drug","name":"oxycodone","status":"running",
        "medicine":{"ingredients":[{"name":"oxycodone","strength":"10 mg"}],"frequency":"every 12 hours","form":"tablet"}}]"#;
    let pump = |more: &str| {
        format!(
            r#""devices":[{{"name":"SynchroMed pump","parts":[{{"kind":"pump"}},{{"kind":"catheter"}}],"implanted":"2019"{more}}}]"#
        )
    };
    let operation = r#""surgeries":[{"procedures":["Implantation of an intrathecal pump"],"when":"2019"}]"#;
    let why = "what it holds is not recorded, so that it may be an opioid";
    for facts in [
        format!("{oxycodone},{}", pump("")),
        format!("{oxycodone},{operation}"),
        pump(""),
        operation.to_owned(),
    ] {
        let (patient, letter) = loaded(&room, &facts).await;
        let view = room.desk.opioid_load(PatientKey { patient }).await.unwrap();
        let total = match facts.contains("oxycodone") {
            true => "Total at least 30 MME a day",
            false => "No total in MME a day: nothing could be counted",
        };
        assert!(view.present, "{facts}");
        assert!(
            view.summary.contains(total) && view.summary.contains("1 pump that may hold an opioid"),
            "{}",
            view.summary
        );
        assert!(
            view.pumps.len() == 1 && view.pumps[0].contains(why),
            "{:?}",
            view.pumps
        );
        let flat = letter.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(total) && flat.contains(why), "{flat}");
    }
    let (patient, letter) = loaded(&room, &format!("{oxycodone},{}", pump(r#","removed":"2021""#))).await;
    let view = room.desk.opioid_load(PatientKey { patient }).await.unwrap();
    assert!(
        view.pumps.is_empty() && !view.summary.contains("at least"),
        "{}",
        view.summary
    );
    assert!(!letter.contains("may hold an opioid"), "{letter}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_screen_says_beside_the_load_stands_in_the_letter_too() {
    let room = room().await;
    let drug = |name: &str, strength: &str| {
        format!(
            r#"{{"kind":"drug","name":"{name}","status":"running","started":"2020","medicine":
            {{"ingredients":[{{"name":"{name}","strength":"{strength}"}}],"frequency":"every 12 hours","form":"tablet"}}}}"#
        )
    };
    let facts = format!(
        r#""treatments":[{},{}]"#,
        drug("oxycodone", "60 mg"),
        drug("pregabalin", "75 mg")
    );
    let (patient, letter) = loaded(&room, &facts).await;
    let view = room.desk.opioid_load(PatientKey { patient }).await.unwrap();
    let flat = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "naloxone is not on the list. It is mentioned for an opioid with: 50 MME a day or more; a gabapentinoid. Source: CDC 2022",
        "no review of the opioid is recorded since its start (2020), more than 90 days ago. Source: CDC 2022",
    ] {
        assert!(
            view.prompts.iter().any(|one| one.contains(part)),
            "{:?}",
            view.prompts
        );
        assert!(flat.contains(part), "{part}: {flat}");
    }
    let threshold = "Information: 50 MME a day or more (as taken and at most).";
    assert!(
        view.reached.iter().any(|one| one.starts_with(threshold)),
        "{:?}",
        view.reached
    );
    assert!(flat.contains(threshold), "{flat}");
    // In a letter medicines have no numbers.
    assert!(
        view.prompts.iter().any(|one| one.contains("(medicine 2)")),
        "{:?}",
        view.prompts
    );
    assert!(
        flat.contains("an opioid and a gabapentinoid are on the list (pregabalin)"),
        "{flat}"
    );
    // What is not sure enough to be printed stays on the screen.
    assert!(
        view.reached.iter().any(|one| one.contains("90 MME")),
        "{:?}",
        view.reached
    );
    assert!(!flat.contains("90 MME a day or more"), "{flat}");
}
