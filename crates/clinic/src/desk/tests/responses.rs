//! What came of a treatment is told again and again: each response stands with its date, in the list, the history, the letter
//! and the file.

use super::*;
use lamina_api::{
    entry::{EntryView, VersionKind},
    noun::treatment::{AdverseEffectInput, ResponseInput, TreatmentInput},
};
use lamina_domain::{Answer, ToldBy, treatment::Kind};

fn response(when: &str, relief: &str) -> ResponseInput {
    ResponseInput {
        when: when.into(),
        relief: Answer::Value(relief.into()),
        ..ResponseInput::default()
    }
}

fn block(responses: &[ResponseInput]) -> FactInput {
    FactInput::Treatment(TreatmentInput {
        kind: Some(Kind::Block),
        name: "Nerve root block".into(),
        started: "Feb 2026".into(),
        told_by: ToldBy::Document,
        responses: responses.to_vec(),
        ..TreatmentInput::default()
    })
}

impl Room {
    async fn amend(
        &self,
        entry: Uuid,
        base_version: i64,
        input: FactInput,
        reason: &str,
    ) -> Result<EntryView, ApiError> {
        let amend = AmendEntry {
            request: clock::new_id(),
            entry,
            base_version,
            input,
            reason: reason.into(),
            draft: None,
        };
        Ok(self.desk.amend_entry(amend).await?.value)
    }

    async fn responses(&self, entry: Uuid) -> Vec<String> {
        let view = self.desk.get_entry(EntryKey { entry }).await.unwrap();
        let details = view.shown.details.into_iter();
        details
            .filter(|one| one.label == "Response")
            .map(|one| one.text)
            .collect()
    }

    async fn letter_text(&self, patient: Uuid) -> String {
        let request = LetterRequest {
            patient,
            ..LetterRequest::default()
        };
        self.desk.preview_letter(request).await.unwrap().text
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_response_stands_beside_the_earlier_one_everywhere() {
    let room = room().await;
    let person = room.person().await;
    let early = ResponseInput {
        adverse_effects: Answer::Value(vec![AdverseEffectInput {
            what: "numb leg".into(),
            ..AdverseEffectInput::default()
        }]),
        lasted: "6 weeks".into(),
        ..response("1 Mar 2026", "50")
    };
    let late = ResponseInput {
        words: "worn off".into(),
        told_by: Some(ToldBy::Patient),
        ..response("3 May 2026", "0")
    };
    let entry = room
        .add(person, block(std::slice::from_ref(&early)))
        .await
        .unwrap();
    assert_eq!(
        room.responses(entry).await,
        ["1 Mar 2026: 50 % relief, lasted 6 weeks; adverse effects: numb leg"]
    );
    let both = block(&[early.clone(), late.clone()]);
    let view = room.amend(entry, 1, both, "New response").await.unwrap();
    let FactInput::Treatment(kept) = &view.input else {
        panic!("{view:?}")
    };
    assert_eq!(kept.responses, [early.clone(), late.clone()]);
    assert_eq!(
        room.responses(entry).await,
        [
            "3 May 2026: 0 % relief, worn off, said by patient",
            "1 Mar 2026: 50 % relief, lasted 6 weeks; adverse effects: numb leg",
        ]
    );
    let letter = room.letter_text(person).await;
    let last = letter.find("3 May 2026: 0 % relief, worn off").expect(&letter);
    let before = letter.find("earlier, 1 Mar 2026: 50 % relief").expect(&letter);
    assert!(last < before, "{letter}");
    let versions = room.desk.entry_history(EntryKey { entry }).await.unwrap();
    let amended = versions
        .iter()
        .find(|one| one.kind == VersionKind::Amend)
        .unwrap();
    assert_eq!(amended.reason.as_deref(), Some("New response"));
    assert_eq!(amended.differs, ["Response"]);

    // One that was wrong is taken out with a reason, and stays in the history.
    room.amend(entry, 2, block(&[early]), "told of another block")
        .await
        .unwrap();
    assert_eq!(room.responses(entry).await.len(), 1);
    let versions = room.desk.entry_history(EntryKey { entry }).await.unwrap();
    let texts: Vec<&str> = versions
        .iter()
        .flat_map(|one| &one.shown.details)
        .map(|one| one.text.as_str())
        .collect();
    assert!(texts.iter().any(|text| text.contains("worn off")), "{texts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_without_a_date_is_not_taken_for_the_last_and_a_wrong_one_is_told_at_its_field() {
    let room = room().await;
    let person = room.person().await;
    let entry = room
        .add(person, block(&[response("1 Mar 2026", "50"), response("", "10")]))
        .await
        .unwrap();
    assert_eq!(
        room.responses(entry).await,
        ["1 Mar 2026: 50 % relief", "date not recorded: 10 % relief"]
    );
    let unclear = room
        .add(person, block(&[response("", "50"), response("", "10")]))
        .await
        .unwrap();
    let said = room.responses(unclear).await;
    assert_eq!(
        said.last().unwrap(),
        "which of these responses is the last is not known"
    );
    assert!(
        room.letter_text(person)
            .await
            .contains("which of these responses is the last is not known")
    );

    let refused = room
        .add(
            person,
            block(&[
                response("1 Mar 2026", "50"),
                response("1 Jan 2026", "10"),
                response("3 May 2026", ""),
            ]),
        )
        .await
        .unwrap_err();
    assert_eq!(
        issues(refused),
        [
            Issue::at("responses.1.when", Problem::ResponseBeforeStart),
            Issue::at("responses.2.relief", Problem::Required),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_response_counted_from_its_own_treatment_names_it_whatever_its_place_becomes() {
    let room = room().await;
    let person = room.person().await;
    let entry = room.add(person, block(&[])).await.unwrap();
    let after = block(&[response("6 weeks after treatment 1", "30")]);
    room.amend(entry, 1, after, "New response").await.unwrap();
    let FactInput::Treatment(earlier) = block(&[]) else {
        panic!()
    };
    let earlier = TreatmentInput {
        started: "2019".into(),
        name: "Caudal block".into(),
        ..earlier
    };
    room.add(person, FactInput::Treatment(earlier)).await.unwrap();
    assert_eq!(
        room.responses(entry).await,
        ["6 weeks after treatment 2: 30 % relief"]
    );
    let retract = RetractEntry {
        request: clock::new_id(),
        entry,
        base_version: 2,
        reason: "another patient".into(),
    };
    room.desk
        .retract_entry(retract)
        .await
        .expect("its own response does not keep it");
}
