//! What must never be hidden: a patient entered in error, and the alerts of one who is not.

use super::*;
use lamina_api::noun::background::AllergyInput;

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
        FactInput::Background(lamina_api::noun::background::BackgroundInput {
            allergies: lamina_domain::Answer::Value(vec![AllergyInput {
                substance: allergy.into(),
                ..AllergyInput::default()
            }]),
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

#[tokio::test(flavor = "multi_thread")]
async fn blood_thinners_typed_among_the_alerts_are_entries_of_their_list_and_told_once() {
    use lamina_domain::Answer;
    let room = room().await;
    let person = room.person().await;
    let alerts = |thinners: &[&str]| {
        FactInput::Background(lamina_api::noun::background::BackgroundInput {
            anticoagulants: Answer::Value(thinners.iter().map(|one| (*one).to_owned()).collect()),
            ..Default::default()
        })
    };
    let entry = room
        .add(person, alerts(&["Eliquis 5 mg", "something new"]))
        .await
        .unwrap();
    let listed = ListEntries {
        patient: person,
        noun: Noun::Anticoagulant,
    };
    let titles = async || -> Vec<String> {
        let rows = room.desk.list_entries(listed).await.unwrap();
        rows.into_iter().map(|row| row.shown.title).collect()
    };
    assert_eq!(titles().await, ["Eliquis 5 mg", "something new"]);
    let list = room.desk.list_entries(listed).await.unwrap();
    let class = &list[0].shown.details[0].text;
    assert_ne!(
        class, &list[1].shown.details[0].text,
        "its name tells its class: {class}"
    );
    let view = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    assert_eq!(view.input, alerts(&[]), "here stays that they were asked about");
    let banner = room
        .desk
        .open_patient(PatientKey { patient: person })
        .await
        .unwrap();
    let told = banner.alerts.anticoagulants.value().cloned().unwrap_or_default();
    assert_eq!(told.len(), 2, "{told:?}");
    // What the list tells already is no second entry.
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        input: alerts(&["apixaban", "warfarin"]),
        reason: "asked again".into(),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap();
    assert_eq!(titles().await, ["Eliquis 5 mg", "something new", "warfarin"]);
}
