//! Follow-up at the window: what is due after an operation, what was missed, and what a score puts right.

use super::*;
use lamina_api::{
    follow_up::FollowUpView, score::ScoreInput, surgery::SurgeryInput, treatment::TreatmentInput,
};
use lamina_domain::{PartialDate, treatment::Kind};

fn days_ago(days: i64) -> String {
    let day = clock::today() - chrono::TimeDelta::days(days);
    PartialDate::Day(day).to_string()
}

fn operation(days: i64) -> FactInput {
    FactInput::Surgery(SurgeryInput {
        procedures: vec!["fusion".into()],
        levels: "L4-S1".into(),
        when: days_ago(days),
        ..SurgeryInput::default()
    })
}

async fn asked(room: &Room, person: Uuid) -> FollowUpView {
    let key = PatientKey { patient: person };
    room.desk.follow_up(key).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn six_weeks_after_an_operation_scores_are_due_until_they_are_taken() {
    let room = room().await;
    let person = room.person().await;
    assert_eq!(asked(&room, person).await, FollowUpView::default());
    let fusion = room.add(person, operation(42)).await.unwrap();
    let view = asked(&room, person).await;
    let [call] = view.calls.as_slice() else {
        panic!("{view:?}")
    };
    assert_eq!(
        call.title,
        format!("6 weeks after fusion, L4-S1 ({})", days_ago(42))
    );
    assert_eq!((call.due, call.entry), (true, fusion));
    assert_eq!(
        call.text,
        format!(
            "Due from {} to {}. No visit counts for it yet.",
            days_ago(14),
            days_ago(-14)
        )
    );
    assert!(view.sources[0].contains("IMMPACT"), "{:?}", view.sources);
    let score: ScoreInput = serde_json::from_value(serde_json::json!({
        "when": days_ago(1), "told_by": "patient", "note": "",
        "measure": {"measure": "odi", "value": "40", "version": ""},
    }))
    .unwrap();
    room.add(person, FactInput::Score(score)).await.unwrap();
    assert_eq!(asked(&room, person).await, FollowUpView::default());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_window_is_told_and_a_medicine_that_is_no_opioid_asks_for_nothing() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation(61)).await.unwrap();
    let drug = TreatmentInput {
        kind: Some(Kind::Drug),
        name: "pregabalin".into(),
        started: days_ago(42),
        ..TreatmentInput::default()
    };
    room.add(person, FactInput::Treatment(drug)).await.unwrap();
    let view = asked(&room, person).await;
    let [call] = view.calls.as_slice() else {
        panic!("{view:?}")
    };
    assert!(!call.due);
    assert!(call.text.starts_with("Was due from "), "{}", call.text);
}
