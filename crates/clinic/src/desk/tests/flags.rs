//! Red flags at the desk: asked, raised, resolved with a reason, raised again, and the same after a dump and a load.

use super::*;
use crate::vault::{Passphrase, Person, Program, Vault};
use lamina_api::{
    entry::UndoChange,
    flag::LineState,
    noun::{
        examination::{ExaminationInput, PowerInput},
        flag::{FlagInput, ReplyInput},
        reading::{MeasuredInput, ReadingInput},
        resolution::ResolutionInput,
    },
    patient::PatientView,
};
use lamina_domain::flag::answer::{Course, Level};
use std::collections::BTreeMap;

fn asking(question: &str, reply: ReplyInput) -> FactInput {
    FactInput::Flag(FlagInput {
        asked_on: "today".into(),
        answers: BTreeMap::from([(question.to_owned(), reply)]),
        ..FlagInput::default()
    })
}

fn new() -> ReplyInput {
    ReplyInput::Yes {
        course: Course::New,
        since: String::new(),
    }
}

fn decision(reason: &str) -> FactInput {
    FactInput::Resolution(ResolutionInput {
        rule: "red_flag.ces".into(),
        version: 1,
        lowered_to: None,
        by: String::new(),
        role: String::new(),
        reason: reason.into(),
    })
}

impl Room {
    async fn view(&self, patient: Uuid) -> PatientView {
        self.desk.open_patient(PatientKey { patient }).await.unwrap()
    }

    async fn emergencies(&self, patient: Uuid) -> usize {
        let flags = self.view(patient).await.flags;
        flags.iter().filter(|flag| flag.level == Level::Emergency).count()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_stays_until_it_is_resolved_with_a_reason_and_new_data_raise_it_again() {
    let room = room().await;
    let patient = room.person().await;
    let before = room.view(patient).await;
    assert_eq!(
        (before.flags.len(), before.flags_line.text.as_str()),
        (0, "Not asked")
    );
    room.add(patient, asking("saddle_numbness", new())).await.unwrap();
    room.add(patient, asking("saddle_numbness", ReplyInput::No))
        .await
        .unwrap();
    let raised = room.view(patient).await;
    assert_eq!(raised.flags[0].rule, "red_flag.ces");
    assert_eq!(raised.flags[0].level, Level::Emergency);
    assert!(raised.flags_line.text.starts_with("1 open; last asked on "));
    assert_eq!(raised.flags_line.state, LineState::Listed);
    assert_eq!(raised.counts.flag, 2);

    let refused = room.add(patient, decision("ok")).await.unwrap_err();
    assert_eq!(issues(refused), [Issue::at("reason", Problem::Required)]);
    assert_eq!(room.emergencies(patient).await, 1);

    let settings = Settings {
        author_name: "Dr Okafor".into(),
        author_role: "pain consultant".into(),
        ..Settings::default()
    };
    room.desk.save_settings(settings).await.unwrap();
    let resolved = room
        .add(patient, decision("seen, MRI without compression"))
        .await
        .unwrap();
    assert_eq!(room.emergencies(patient).await, 0);
    let view = room.desk.red_flags(PatientKey { patient }).await.unwrap();
    assert_eq!(view.resolved.len(), 1);
    assert_eq!(view.resolved[0].by, "Dr Okafor");
    assert_eq!(view.resolved[0].role, "pain consultant");
    assert_eq!(view.resolved[0].reason, "seen, MRI without compression");
    assert_eq!(view.resolved[0].entry, Some(resolved));

    room.add(patient, asking("bladder_leak", new())).await.unwrap();
    assert_eq!(room.emergencies(patient).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amended_decision_covers_nothing_newer() {
    let room = room().await;
    let patient = room.person().await;
    room.add(patient, asking("saddle_numbness", new())).await.unwrap();
    let entry = room.add(patient, decision("seen, MRI done")).await.unwrap();
    assert_eq!(room.emergencies(patient).await, 0);
    room.add(patient, asking("bladder_leak", new())).await.unwrap();
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        input: decision("seen, MRI without compression"),
        reason: "more exact".into(),
        draft: None,
    };
    room.desk.amend_entry(amend.clone()).await.unwrap();
    // Sent again, as after a lost answer, it is done once.
    room.desk.amend_entry(amend).await.unwrap();
    let history = room.desk.entry_history(EntryKey { entry }).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(room.emergencies(patient).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_entered_in_error_covers_nothing() {
    let room = room().await;
    let patient = room.person().await;
    room.add(patient, asking("saddle_numbness", new())).await.unwrap();
    let entry = room.add(patient, decision("seen, MRI done")).await.unwrap();
    assert_eq!(room.emergencies(patient).await, 0);
    let retract = RetractEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        reason: "another patient".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    assert_eq!(room.emergencies(patient).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn askings_are_listed_amended_and_sent_again_like_every_entry() {
    let room = room().await;
    let patient = room.person().await;
    let record = RecordEntry {
        request: clock::new_id(),
        entry: clock::new_id(),
        patient,
        input: asking("fever", ReplyInput::No),
        draft: None,
    };
    room.desk.record_entry(record.clone()).await.unwrap();
    let again = room.desk.record_entry(record).await.unwrap();
    let noun = Noun::Flag;
    let rows = room
        .desk
        .list_entries(ListEntries { patient, noun })
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].shown.title, "Red flags: 1 question asked, no yes");
    let said = &rows[0].shown.details[0];
    assert_eq!((said.label.as_str(), said.text.as_str()), ("No", "fever"));
    let amend = AmendEntry {
        request: clock::new_id(),
        entry: again.value.id,
        base_version: 1,
        input: asking("fever", new()),
        reason: "misheard".into(),
        draft: None,
    };
    let amended = room.desk.amend_entry(amend).await.unwrap();
    assert_eq!(amended.value.shown.title, "Red flags, yes to: fever");
    assert_eq!(room.view(patient).await.flags[0].rule, "red_flag.infect");
    let changes = room.desk.list_changes(PatientKey { patient }).await.unwrap();
    assert_eq!(changes[0].noun, Noun::Flag);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_and_what_is_resolved_is_the_same_after_a_dump_and_a_load() {
    let room = room().await;
    let patient = room.person().await;
    room.add(patient, asking("saddle_numbness", new())).await.unwrap();
    room.add(patient, decision("seen, MRI done")).await.unwrap();
    room.add(patient, asking("chest_pain_breathless", new()))
        .await
        .unwrap();
    let session = room.desk.session().await.unwrap();
    let dumped = session.vault().unwrap().whole().await;
    let path = room.folder.path().join("other.vault");
    let someone = Person {
        name: "tester".to_owned(),
        program: Program::Window,
    };
    let other = Vault::create(&path, Passphrase::new(WORDS.into()), KdfCost::FLOOR, &someone)
        .await
        .unwrap();
    let json = dumped.write().unwrap();
    let read = crate::record::Document::read(json.as_bytes(), room.desk.today()).unwrap();
    other.load(&read).await.unwrap();
    let again = other.whole().await;
    other.close().await.unwrap();
    assert_eq!(again, dumped);
    let record = &again.patients[0];
    let assessment = crate::flags::assess(record, &Default::default(), room.desk.today());
    let open: Vec<&str> = assessment.fired.iter().map(|one| one.rule.as_str()).collect();
    assert_eq!(open, ["red_flag.vasc"]);
    assert_eq!(assessment.resolved.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_has_what_is_open_and_what_was_asked() {
    let room = room().await;
    let patient = room.person().await;
    room.add(patient, asking("saddle_numbness", new())).await.unwrap();
    room.add(patient, asking("fever", ReplyInput::No)).await.unwrap();
    let request = LetterRequest {
        patient,
        ..LetterRequest::default()
    };
    let letter = room.desk.preview_letter(request).await.unwrap();
    for words in [
        "Emergency, now",
        "Emergency assessment is advised now per local pathway.",
        "Last asked on",
        "Not assessed:",
    ] {
        assert!(letter.text.contains(words), "{words}\n{}", letter.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_has_every_question_once() {
    let room = room().await;
    let groups = room.desk.flag_questions(Nothing {}).await.unwrap();
    let mut ids: Vec<&str> = groups
        .iter()
        .flat_map(|group| group.questions.iter().map(|question| question.id.as_str()))
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((all, ids.len()), (ids.len(), 71));
}

fn measured(what: &str, value: &str, unit: &str) -> MeasuredInput {
    serde_json::from_value(serde_json::json!({"what": what, "value": value, "unit": unit})).unwrap()
}

fn toe(side: &str, grade: &str) -> PowerInput {
    serde_json::from_value(serde_json::json!({"muscle": "l5", "side": side, "grade": grade})).unwrap()
}

impl Room {
    async fn listed(&self, patient: Uuid, noun: Noun) -> Vec<String> {
        let list = self
            .desk
            .list_entries(ListEntries { patient, noun })
            .await
            .unwrap();
        list.into_iter().map(|row| row.shown.title).collect()
    }

    async fn fired(&self, patient: Uuid) -> Vec<String> {
        let view = self.desk.red_flags(PatientKey { patient }).await.unwrap();
        view.fired.into_iter().map(|fired| fired.rule).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_measured_and_examined_while_asking_becomes_entries_of_the_same_change() {
    let room = room().await;
    let patient = room.person().await;
    let asked = |measured: Vec<MeasuredInput>, power: Vec<PowerInput>| {
        let FactInput::Flag(flag) = asking("fever", ReplyInput::No) else {
            unreachable!()
        };
        FactInput::Flag(FlagInput {
            measured,
            power,
            ..flag
        })
    };
    let values = vec![
        measured("residual_urine", "300", "mL"),
        measured("temperature", "", "°C"),
        measured("crp", "<5", "mg/L"),
    ];
    room.add(patient, asked(values, vec![toe("left", "3"), toe("right", " ")]))
        .await
        .unwrap();
    assert_eq!(
        room.listed(patient, Noun::Reading).await,
        ["Residual urine: 300 mL", "CRP: below 5 mg/L"]
    );
    assert_eq!(
        room.listed(patient, Noun::Examination).await,
        ["Left great-toe extensor (L5) power 3"]
    );
    let fired = room.fired(patient).await;
    assert!(fired.contains(&"red_flag.ces".to_owned()), "{fired:?}");
    assert!(fired.contains(&"red_flag.motor".to_owned()), "{fired:?}");

    // Nothing is kept where a part of it can't be.
    let twice = vec![toe("left", "5"), toe("left", "4")];
    let refused = room.add(patient, asked(Vec::new(), twice)).await.unwrap_err();
    assert_eq!(issues(refused)[0].path, "power.1.muscle");
    let wrong = asked(vec![measured("temperature", "101", "°C")], Vec::new());
    let refused = room.add(patient, wrong).await.unwrap_err();
    assert_eq!(issues(refused)[0].path, "measured.0.value");
    assert_eq!(room.listed(patient, Noun::Flag).await.len(), 1);

    // The change is taken back whole.
    let last = room
        .desk
        .last_change(PatientKey { patient })
        .await
        .unwrap()
        .unwrap();
    assert_eq!(last.versions.len(), 4);
    let undo = UndoChange { patient, at: last.at };
    room.desk.undo_change(undo).await.unwrap();
    assert_eq!(room.listed(patient, Noun::Reading).await, [""; 0]);
    assert_eq!(room.listed(patient, Noun::Examination).await, [""; 0]);
    assert_eq!(room.fired(patient).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_read_readings_and_power_whoever_recorded_them_and_wherever() {
    let room = room().await;
    let patient = room.person().await;
    let values = ReadingInput {
        values: vec![
            measured("weight", "82", "kg"),
            measured("residual_urine", "250", "mL"),
        ],
        when: "today".into(),
        ..ReadingInput::default()
    };
    room.add(patient, FactInput::Reading(values)).await.unwrap();
    assert_eq!(
        room.listed(patient, Noun::Reading).await,
        ["Weight: 82 kg", "Residual urine: 250 mL"]
    );
    assert_eq!(room.fired(patient).await, ["red_flag.ces"]);
    let examined = |when: &str, grade: &str| {
        FactInput::Examination(ExaminationInput {
            when: when.into(),
            power: vec![toe("left", grade)],
            ..ExaminationInput::default()
        })
    };
    room.add(patient, examined("-3w", "5")).await.unwrap();
    room.add(patient, examined("today", "4-")).await.unwrap();
    let fired = room.fired(patient).await;
    assert!(fired.contains(&"red_flag.motor".to_owned()), "{fired:?}");
    let view = room.desk.red_flags(PatientKey { patient }).await.unwrap();
    assert_eq!(view.asked, None, "nobody asked anything");
}
