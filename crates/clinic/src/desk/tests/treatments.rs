//! How treatments are told at the window: a dose that was changed, what was injected, what was not tried.

use super::{follow_up::days_ago, *};
use crate::letter::{Request, letter_text};
use lamina_api::{
    gate::GateRequest,
    noun::{
        treatment::{AgentInput, DoseStepInput, InjectionInput, TreatmentInput},
        untried::UntriedInput,
    },
};
use lamina_domain::{
    Answer, Status,
    treatment::{Kind, injection::AgentKind},
    untried::NotTriedBecause,
};

#[tokio::test(flavor = "multi_thread")]
async fn trap_21_the_load_counts_the_dose_that_holds_now_and_the_history_keeps_the_others() {
    let room = room().await;
    let person = room.person().await;
    let mut oxycodone = TreatmentInput {
        kind: Some(Kind::Drug),
        medicine_line: "oxycodone 10 mg q12h".into(),
        started: days_ago(60),
        status: Some(Status::Running),
        ..TreatmentInput::default()
    };
    let load = async || {
        let load = room
            .desk
            .opioid_load(PatientKey { patient: person })
            .await
            .unwrap();
        load.summary
    };
    let entry = room
        .add(person, FactInput::Treatment(oxycodone.clone()))
        .await
        .unwrap();
    assert!(load().await.starts_with("Total 30 MME"));
    oxycodone.steps = vec![DoseStepInput {
        when: days_ago(3),
        medicine: "oxycodone 20 mg q12h".into(),
        ..DoseStepInput::default()
    }];
    room.desk
        .amend_entry(AmendEntry {
            request: clock::new_id(),
            entry,
            base_version: 1,
            input: FactInput::Treatment(oxycodone),
            reason: "dose changed".into(),
            draft: None,
        })
        .await
        .unwrap();
    assert!(load().await.starts_with("Total 60 MME"), "{}", load().await);
    let ladder = room.desk.ladder(PatientKey { patient: person }).await.unwrap();
    assert!(ladder.tried[0].medicine.starts_with("oxycodone 20 mg"));
    let shown = room.desk.get_entry(EntryKey { entry }).await.unwrap().shown;
    let lines: Vec<(&str, &str)> = shown
        .details
        .iter()
        .map(|one| (one.label.as_str(), one.text.as_str()))
        .collect();
    assert!(lines.contains(&("Class", "opioid")), "{lines:?}");
    assert!(
        lines
            .iter()
            .any(|(label, text)| *label == "As it began" && text.starts_with("oxycodone 10 mg")),
        "{lines:?}"
    );
    assert!(
        lines
            .iter()
            .any(|(label, text)| *label == "Changes of dose" && text.contains("oxycodone 20 mg")),
        "{lines:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn steroid_that_was_recorded_as_an_agent_is_counted_before_an_injection() {
    let room = room().await;
    let person = room.person().await;
    let injected = |mg: &str| {
        FactInput::Treatment(TreatmentInput {
            kind: Some(Kind::Injection),
            name: "caudal epidural steroid".into(),
            started: days_ago(20),
            injection: InjectionInput {
                agents: vec![AgentInput {
                    kind: Some(AgentKind::Steroid),
                    name: "triamcinolone".into(),
                    mg: mg.into(),
                    ..AgentInput::default()
                }],
                ..InjectionInput::default()
            },
            ..TreatmentInput::default()
        })
    };
    let counts = async || {
        let request = GateRequest {
            patient: person,
            before: "epidural_caudal".into(),
        };
        room.desk.safety_gates(request).await.unwrap().counts.join("\n")
    };
    room.add(person, injected("40")).await.unwrap();
    let counted = counts().await;
    assert!(
        counted.contains("triamcinolone") && counted.contains("40"),
        "{counted}"
    );
    assert!(!counted.contains("at least"), "{counted}");
    room.add(person, injected("")).await.unwrap();
    assert!(counts().await.contains("at least"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_tried_stands_at_its_rung_and_in_the_letter_and_is_never_tried() {
    let room = room().await;
    let person = room.person().await;
    let untried = UntriedInput {
        kind: Some(Kind::NeuromodulationTrial),
        name: "spinal cord stimulation trial".into(),
        because: Answer::Value(NotTriedBecause::Waiting),
        considered: "May 2025".into(),
        decided_by: "pain board".into(),
        ..UntriedInput::default()
    };
    let entry = room.add(person, FactInput::Untried(untried)).await.unwrap();
    let ladder = room.desk.ladder(PatientKey { patient: person }).await.unwrap();
    assert_eq!(ladder.tried, []);
    let [one] = ladder.untried.as_slice() else {
        panic!("{:?}", ladder.untried)
    };
    assert_eq!(
        (one.entry, one.name.as_str(), one.because.as_str()),
        (
            entry,
            "spinal cord stimulation trial",
            "waiting for it; decided by pain board; May 2025"
        )
    );
    let view = room
        .desk
        .open_patient(PatientKey { patient: person })
        .await
        .unwrap();
    assert_eq!(view.counts.treatment, 0);
    let session = room.desk.session().await.unwrap();
    let facts = session.vault().unwrap().facts(person).await.unwrap();
    let letter = letter_text(&facts.record, &Request::default(), clock::today());
    let line = "Not tried: spinal cord stimulation trial (waiting for it; decided by pain board; May 2025)";
    assert!(letter.contains(line), "{letter}");
    assert_eq!(letter.matches("stimulat").count(), 1, "it is no device: {letter}");
}
