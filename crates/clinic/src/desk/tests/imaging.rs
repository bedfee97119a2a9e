//! Imaging notes at the desk: another note that is named stays named, none is compared with itself, and measured values are read
//! back as they are typed.

use super::*;
use lamina_api::noun::imaging::ImagingInput;

fn note(fields: serde_json::Value) -> FactInput {
    let input: ImagingInput = serde_json::from_value(fields).unwrap();
    FactInput::Imaging(input)
}

impl Room {
    async fn told(&self, entry: Uuid, label: &str) -> Option<String> {
        let view = self.desk.get_entry(EntryKey { entry }).await.unwrap();
        let found = view.shown.details.into_iter().find(|one| one.label == label);
        found.map(|one| one.text)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_another_is_compared_with_stays_the_same_whatever_comes_before_it() {
    let room = room().await;
    let person = room.person().await;
    let first = note(json!({"modality": "mri", "when": "2019", "conclusion": "c"}));
    let first = room.add(person, first).await.unwrap();
    let later = |compared: String| {
        note(json!({"modality": "ct", "when": "2021", "conclusion": "c", "compared_with": compared}))
    };
    let second = room.add(person, later("imaging 1".into())).await.unwrap();
    let compared = "Compared with";
    assert_eq!(
        room.told(second, compared).await.as_deref(),
        Some("MRI, 2019 (imaging 1)")
    );
    let before = note(json!({"modality": "x_ray", "when": "2012", "conclusion": "c"}));
    room.add(person, before).await.unwrap();
    assert_eq!(
        room.told(second, compared).await.as_deref(),
        Some("MRI, 2019 (imaging 2)")
    );
    let refused = room.desk.retract_entry(RetractEntry {
        request: clock::new_id(),
        entry: first,
        base_version: 1,
        reason: "wrong patient".into(),
    });
    assert_eq!(
        issues(refused.await.unwrap_err()),
        [Issue::at("entry", Problem::NamedByOthers { count: 1 })]
    );
    let own = format!("imaging {second}");
    let amended = room.desk.amend_entry(AmendEntry {
        request: clock::new_id(),
        entry: second,
        base_version: 1,
        input: later(own.clone()),
        reason: "read again".into(),
        draft: None,
    });
    assert_eq!(
        issues(amended.await.unwrap_err()),
        [Issue::at("compared_with", Problem::NotALink { text: own })]
    );
    let words = room
        .add(person, later("CT of 2018, elsewhere".into()))
        .await
        .unwrap();
    assert_eq!(
        room.told(words, compared).await.as_deref(),
        Some("CT of 2018, elsewhere")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn measured_values_and_a_length_of_time_are_read_back_in_their_normal_form() {
    let room = room().await;
    let read = async |kind, text: &str| {
        let request = Understand {
            kind,
            text: text.to_owned(),
            patient: None,
        };
        room.desk.understand(request).await.unwrap()
    };
    let measured = read(TextKind::Measures, "canal 80 mm2; t-score -2,5").await;
    assert_eq!(measured.shown.as_deref(), Some("canal area 80 mm², T-score -2.5"));
    let wrong = read(TextKind::Measures, "translation 4 cm").await;
    let text = "translation 4 cm".to_owned();
    assert_eq!(wrong.problem, Some(Problem::NotAMeasurement { text }));
    let lasted = read(TextKind::Interval, "5w").await;
    assert_eq!(lasted.shown.as_deref(), Some("5 weeks"));
}
