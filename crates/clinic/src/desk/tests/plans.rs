//! Plans, shared decisions and circumstances from what is typed to what the overview, the list of the clinic, the list of patients
//! and the letter say; and what the register of conditions tells the rules.

use super::*;
use lamina_api::{
    entry::EntryView,
    gate::GateRequest,
    patient::GlancePatients,
    plan::{ListRequests, PlanDue, PlanRow, RequestsView},
    shown::Detail,
};
use lamina_domain::Answer;

fn typed(fields: serde_json::Value) -> FactInput {
    serde_json::from_value(fields).unwrap()
}

impl Room {
    async fn open_plan(&self, patient: Uuid) -> Vec<PlanRow> {
        self.desk.open_plan(PatientKey { patient }).await.unwrap()
    }

    async fn requests(&self, limit: u32) -> RequestsView {
        self.desk.list_requests(ListRequests { limit }).await.unwrap()
    }

    async fn lives(&self, patient: Uuid) -> Vec<Detail> {
        self.desk.circumstances_now(PatientKey { patient }).await.unwrap()
    }

    /// The letter as text, by the way over the vault.
    async fn written(&self, patient: Uuid) -> String {
        let session = self.desk.session().await.unwrap();
        let facts = session.vault().unwrap().facts(patient).await.unwrap();
        crate::letter::letter_text(&facts.record, &crate::letter::Request::default(), clock::today())
    }

    async fn reworded(&self, view: EntryView, input: FactInput) -> EntryView {
        let amend = AmendEntry {
            request: clock::new_id(),
            entry: view.id,
            base_version: view.version,
            input,
            reason: "outcome recorded".into(),
            draft: None,
        };
        self.desk.amend_entry(amend).await.unwrap().value
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_overdue_by_the_day_alone_and_its_outcome_takes_it_off_every_list() {
    let room = room().await;
    let person = room.person().await;
    let opinion = typed(
        json!({"noun": "plan_item", "kind": "second_opinion", "what": "before a revision",
        "reason": "is the fusion solid?", "asked_of": "Spine unit", "owner": "Dr Lind", "asked_on": "-8w", "due": "-1w",
        "urgency": "soon"}),
    );
    let entry = room.add(person, opinion).await.unwrap();
    let later =
        typed(json!({"noun": "plan_item", "kind": "review", "what": "look again", "asked_on": "today"}));
    room.add(person, later).await.unwrap();
    let open = room.open_plan(person).await;
    assert_eq!(
        open.iter()
            .map(|row| (row.title.as_str(), row.is))
            .collect::<Vec<_>>(),
        [
            ("Second opinion: before a revision", PlanDue::Overdue),
            ("Review visit: look again", PlanDue::NoDate),
        ]
    );
    let due = room.requests(10).await;
    assert_eq!(due.total, 1);
    let row = &due.rows[0];
    assert_eq!(
        (row.entry, row.owner.as_str(), row.overdue),
        (entry, "Dr Lind", true)
    );
    assert_eq!(row.name, "Beispiel-Muster, Åsa");
    let glance = GlancePatients {
        patients: vec![person],
    };
    let glance = room.desk.glance_patients(glance).await.unwrap();
    assert_eq!(glance[0].due, ["Second opinion: before a revision"]);
    let letter = room.written(person).await;
    for part in [
        "Plan and requests",
        "before a revision",
        "Dr Lind",
        "overdue, was due by",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    let found = SearchPatients {
        text: "Spine unit".into(),
        limit: 5,
    };
    assert_eq!(room.desk.search_patients(found).await.unwrap().total, 1);

    let view = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    let FactInput::PlanItem(mut input) = view.input.clone() else {
        panic!("a plan item");
    };
    input.state = lamina_domain::plan_item::State::Done;
    input.outcome = "no revision advised".into();
    input.settled = "today".into();
    let view = room.reworded(view, FactInput::PlanItem(input)).await;
    assert_eq!(view.version, 2);
    assert_eq!(room.open_plan(person).await.len(), 1);
    assert_eq!(room.requests(10).await, RequestsView::default());
    let letter = room.written(person).await;
    assert!(letter.contains("no revision advised"), "{letter}");
    assert!(!letter.contains("overdue"), "{letter}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_due_so_long_after_an_operation_is_listed_in_the_clinic_too() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("fusion", "2019")).await.unwrap();
    let due = |when: &str| typed(json!({"noun": "plan_item", "kind": "imaging", "what": "CT", "due": when}));
    let entry = room.add(person, due("1 year after operation 1")).await.unwrap();
    let far = (chrono::Datelike::year(&clock::today()) + 2).to_string();
    room.add(person, due(&far)).await.unwrap();
    let listed = room.requests(10).await;
    assert_eq!(listed.total, 1);
    assert_eq!((listed.rows[0].entry, listed.rows[0].overdue), (entry, true));
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: person,
        base_version: 1,
        reason: "entered twice".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    assert_eq!(
        room.requests(10).await.total,
        0,
        "of nobody who was entered in error"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_last_of_somebodys_life_stands_in_the_letter_and_the_course_stays() {
    let room = room().await;
    let person = room.person().await;
    for (when, work) in [("2024", "working"), ("-2w", "sick_leave")] {
        let told = typed(
            json!({"noun": "circumstance", "when": when, "work": {"value": work},
            "told_by": "patient", "occupation": if work == "working" { "roofer" } else { "" }}),
        );
        room.add(person, told).await.unwrap();
    }
    let lives = room.lives(person).await;
    assert!(lives[0].text.starts_with("off sick (told "), "{lives:?}");
    assert_eq!(lives[1].text, "roofer (told 2024)");
    let noun = Noun::Circumstance;
    let rows = room
        .desk
        .list_entries(ListEntries {
            patient: person,
            noun,
        })
        .await
        .unwrap();
    assert_eq!(rows.len(), 2, "the older answer is a course, not a mistake");
    let letter = room.written(person).await;
    assert!(letter.contains("Work: off sick"), "{letter}");
    assert!(!letter.contains("Work: working"), "{letter}");
    let nothing = typed(json!({"noun": "circumstance", "when": "today"}));
    assert_eq!(
        issues(room.add(person, nothing).await.unwrap_err()),
        [Issue::at("smoking", Problem::Required)]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_decision_is_printed_as_it_was_said_and_judged_by_nobody() {
    let room = room().await;
    let person = room.person().await;
    let decision = typed(
        json!({"noun": "shared_decision", "about": "revision at L4-L5", "when": "3 May 2026",
        "options": [{"words": "revision", "reason": "screw loosening"},
            {"way": "watchful_waiting", "reason": "the pain is easing", "chosen": true}],
        "risks": {"value": ["infection", "no relief"]}, "decision": "I want to wait", "consent": {"value": "declined"},
        "by": "Dr Lind", "document": "no"}),
    );
    room.add(person, decision).await.unwrap();
    let letter = room.written(person).await;
    for part in [
        "revision at L4-L5, 3 May 2026",
        "watchful waiting: the pain is easing (decided on)",
        "Risks told: infection, no relief",
        "I want to wait",
        "Consent: declined",
        "Signed document seen: no",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    for judged in ["refus", "non-compl", "failed", "against advice"] {
        assert!(!letter.to_lowercase().contains(judged), "{judged}: {letter}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn allergies_keep_everything_when_they_are_amended_and_the_banner_tells_them_in_short() {
    let room = room().await;
    let person = room.person().await;
    let background = typed(json!({"noun": "background", "allergies": {"value": [
        {"substance": "penicillin", "group": "drug", "reaction": "anaphylaxis", "severity": "severe", "certainty": "unconfirmed",
            "since": "about 1990"},
        {"substance": "nickel", "group": "metal"}]},
        "comorbidities": {"diabetes": {"is": "yes", "since": "2010", "words": "type 2"}, "sleep_apnoea": {"is": "unknown",
            "asked_on": "today"}}}));
    let entry = room.add(person, background).await.unwrap();
    let before = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    let after = room.reworded(before.clone(), before.input.clone()).await;
    assert_eq!(after.input, before.input);
    let view = room
        .desk
        .open_patient(PatientKey { patient: person })
        .await
        .unwrap();
    assert_eq!(
        view.alerts.allergies,
        Answer::Value(vec![
            "penicillin: anaphylaxis (severe)".to_owned(),
            "nickel".to_owned()
        ])
    );
    let letter = room.written(person).await;
    assert!(letter.contains("penicillin: anaphylaxis (severe)"), "{letter}");
    assert!(
        letter.contains("Conditions: diabetes (type 2, since 2010)"),
        "{letter}"
    );
    assert!(
        letter.contains("Conditions asked about and not known: sleep apnoea"),
        "{letter}"
    );
    let gate = GateRequest {
        patient: person,
        before: "stimulator".into(),
    };
    let lines = room.desk.safety_gates(gate).await.unwrap().lines.join("\n");
    assert!(
        lines.contains("Conditions on record: diabetes (type 2, since 2010)."),
        "{lines}"
    );
    assert!(lines.contains("Allergies on record: penicillin"), "{lines}");
    assert!(!lines.contains("sleep apnoea"), "{lines}");
}
