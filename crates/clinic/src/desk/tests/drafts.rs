//! Drafts: kept across the lock, gone with the save that takes their place, and plain about what they would do.

use super::*;
use lamina_api::draft::SaveDraft;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_survives_the_lock_and_goes_with_the_save_that_takes_its_place() {
    let room = room().await;
    let person = room.person().await;
    let draft = clock::new_id();
    let save = SaveDraft {
        draft,
        patient: Some(person),
        entry: None,
        base_version: None,
        input: symptom("half ty"),
        reason: "the pati".to_owned(),
        sitting: clock::new_id(),
    };
    room.desk.save_draft(save).await.unwrap();
    room.desk.lock_vault(Nothing {}).await.unwrap();
    unlock(&room.desk, WORDS).await.unwrap();
    let drafts = room.desk.list_drafts(Nothing {}).await.unwrap();
    assert_eq!(
        drafts[0].input,
        symptom("half ty"),
        "kept as typed, not as understood"
    );
    assert_eq!(drafts[0].reason, "the pati");
    let record = RecordEntry {
        request: clock::new_id(),
        entry: clock::new_id(),
        patient: person,
        input: symptom("2019"),
        draft: Some(draft),
    };
    room.desk.record_entry(record.clone()).await.unwrap();
    assert!(room.desk.list_drafts(Nothing {}).await.unwrap().is_empty());
    room.desk.record_entry(record).await.unwrap();
    let list = ListEntries {
        patient: person,
        noun: Noun::Symptom,
    };
    assert_eq!(
        room.desk.list_entries(list).await.unwrap().len(),
        1,
        "the same request sent again is done once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_says_what_it_would_change_and_whose_it_is_and_keeps_the_day_that_today_meant() {
    let room = room().await;
    let person = room.person().await;
    let entry = room.add(person, operation("discectomy", "2012")).await.unwrap();
    let save = |entry, input| SaveDraft {
        draft: clock::new_id(),
        patient: Some(person),
        entry,
        base_version: entry.map(|_| 1),
        input,
        reason: String::new(),
        sitting: clock::new_id(),
    };
    let changed = FactInput::Surgery(SurgeryInput {
        note: "see the operation note".into(),
        ..match operation("microdiscectomy", "2012") {
            FactInput::Surgery(input) => input,
            other => panic!("{other:?}"),
        }
    });
    room.desk.save_draft(save(Some(entry), changed)).await.unwrap();
    room.desk.save_draft(save(None, symptom("today"))).await.unwrap();
    let drafts = room.desk.list_drafts(Nothing {}).await.unwrap();
    let change = drafts.iter().find(|draft| draft.entry.is_some()).unwrap();
    assert_eq!(change.name.as_deref(), Some("Beispiel-Muster, Åsa"));
    assert_eq!(change.title.as_deref(), Some("microdiscectomy, L4-L5"));
    let texts: Vec<&str> = change.changes.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["microdiscectomy, L4-L5", "see the operation note"]);
    let new = drafts.iter().find(|draft| draft.entry.is_none()).unwrap();
    let FactInput::Symptom(kept) = &new.input else {
        panic!("{new:?}")
    };
    assert_eq!(
        kept.onset,
        lamina_domain::When::parse("today", room.desk.typing())
            .unwrap()
            .to_string()
    );
}
