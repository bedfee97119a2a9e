//! What must never be hidden: a patient entered in error, and the alerts of one who is not.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_entered_in_error_takes_no_more_facts_and_no_letter() {
    let room = room().await;
    let person = room.person().await;
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: person,
        base_version: 1,
        reason: "entered twice".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    let late = room.add(person, operation("fusion", "2019")).await;
    assert_eq!(late, Err(ApiError::Retracted));
    let letter = LetterRequest {
        patient: person,
        ..LetterRequest::default()
    };
    assert_eq!(room.desk.preview_letter(letter).await, Err(ApiError::Retracted));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_list_of_alerts_never_hides_the_first() {
    let room = room().await;
    let person = room.person().await;
    let alerts = |allergy: &str| {
        FactInput::Background(lamina_api::background::BackgroundInput {
            allergies: lamina_domain::Answer::Value(vec![allergy.into()]),
            ..Default::default()
        })
    };
    let first = room.add(person, alerts("penicillin")).await.unwrap();
    let second = room.add(person, alerts("latex")).await.unwrap_err();
    let ApiError::Conflict { entry, draft, .. } = second else {
        panic!("the second is told: {second:?}");
    };
    assert_eq!(entry, first);
    let drafts = room.desk.list_drafts(Nothing {}).await.unwrap();
    assert_eq!((drafts[0].draft, &drafts[0].input), (draft, &alerts("latex")));
    let view = room
        .desk
        .open_patient(PatientKey { patient: person })
        .await
        .unwrap();
    assert_eq!(
        view.alerts.allergies,
        lamina_domain::Answer::Value(vec!["penicillin".to_owned()])
    );
}
