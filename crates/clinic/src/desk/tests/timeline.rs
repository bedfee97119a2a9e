//! What was known when: the events of a record as it stood on a past moment, and a version that is restored.

use super::*;
use lamina_api::{
    entry::{RestoreVersion, RetractEntry, VersionKind},
    timeline::{TimelineRequest, TimelineView},
};
use lamina_domain::diagnosis::Term;

impl Room {
    async fn timeline(&self, patient: Uuid, known_on: &str) -> Result<TimelineView, ApiError> {
        let known_on = known_on.to_owned();
        self.desk.timeline(TimelineRequest { patient, known_on }).await
    }

    /// The titles of what was known at a moment.
    async fn known_at(&self, patient: Uuid, until: i64) -> Option<Vec<String>> {
        let session = self.desk.session().await.unwrap();
        let facts = session
            .vault()
            .unwrap()
            .facts_known_at(patient, until)
            .await
            .unwrap()?;
        let rows = crate::timeline::timeline(&facts, self.desk.today());
        Some(rows.into_iter().map(|row| row.shown.title).collect())
    }

    async fn amended(&self, entry: Uuid, base_version: i64, input: FactInput) {
        let amend = AmendEntry {
            request: clock::new_id(),
            entry,
            base_version,
            input,
            reason: "operation note".into(),
            draft: None,
        };
        self.desk.amend_entry(amend).await.unwrap();
    }
}

fn restore(entry: Uuid, version: i64, base_version: i64) -> RestoreVersion {
    RestoreVersion {
        request: clock::new_id(),
        entry,
        version,
        base_version,
        reason: "the note was of another operation".into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_record_is_shown_as_it_was_known_then() {
    let room = room().await;
    let before = clock::now_us();
    let person = room.person().await;
    let entry = room.add(person, operation("discectomy", "2012")).await.unwrap();
    let recorded = clock::now_us();
    room.amended(entry, 1, operation("microdiscectomy", "2012")).await;
    let later = room.add(person, operation("fusion", "2015")).await.unwrap();
    let amended = clock::now_us();
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: later,
        base_version: 1,
        reason: "wrong patient".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();

    assert_eq!(room.known_at(person, before).await, None);
    assert_eq!(
        room.known_at(person, recorded).await.unwrap(),
        ["discectomy, L4-L5"]
    );
    assert_eq!(
        room.known_at(person, amended).await.unwrap(),
        ["fusion, L4-L5", "microdiscectomy, L4-L5"]
    );
    assert_eq!(
        room.known_at(person, clock::now_us()).await.unwrap(),
        ["microdiscectomy, L4-L5"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_read_as_typed_and_one_that_cannot_be_is_refused_at_its_field() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("discectomy", "2012")).await.unwrap();
    let now = room.timeline(person, "").await.unwrap();
    assert_eq!(
        (now.rows.len(), now.rows[0].year, now.known_on.as_str()),
        (1, Some(2012), "")
    );
    assert_eq!(room.timeline(person, "today").await.unwrap().rows, now.rows);
    let earlier = room.timeline(person, "3 May 2019").await.unwrap();
    assert_eq!(
        (earlier.entered, earlier.known_on.as_str()),
        (false, "3 May 2019")
    );
    assert!(earlier.rows.is_empty());
    let tomorrow = (clock::today() + chrono::Days::new(1)).to_string();
    let ahead = issues(room.timeline(person, &tomorrow).await.unwrap_err());
    assert_eq!(ahead, [Issue::at("known_on", Problem::InFuture)]);
    let unread = issues(room.timeline(person, "soon").await.unwrap_err());
    assert_eq!((unread.len(), unread[0].path.as_str()), (1, "known_on"));
    assert_eq!(room.timeline(Uuid::nil(), "today").await, Err(ApiError::NotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_restored_as_a_version_of_its_own() {
    let room = room().await;
    let person = room.person().await;
    let entry = room.add(person, operation("discectomy", "2012")).await.unwrap();
    room.amended(entry, 1, operation("microdiscectomy", "2012")).await;
    room.amended(entry, 2, operation("fusion", "2012")).await;
    let back = room
        .desk
        .restore_version(restore(entry, 1, 3))
        .await
        .unwrap()
        .value;
    assert_eq!(
        (back.version, back.shown.title.as_str()),
        (4, "discectomy, L4-L5")
    );
    let versions = room.desk.entry_history(EntryKey { entry }).await.unwrap();
    assert_eq!(versions.len(), 4);
    let last = versions.iter().find(|one| one.version == 4).unwrap();
    assert_eq!(last.kind, VersionKind::Amend);
    assert_eq!(last.reason.as_deref(), Some("the note was of another operation"));

    let stale = room.desk.restore_version(restore(entry, 1, 3)).await.unwrap_err();
    assert!(
        matches!(stale, ApiError::Conflict { version: 4, .. }),
        "{stale:?}"
    );
    let missing = room.desk.restore_version(restore(entry, 9, 4)).await.unwrap_err();
    assert_eq!(missing, ApiError::NotFound);
    let unsaid = RestoreVersion {
        reason: " ".into(),
        ..restore(entry, 1, 4)
    };
    assert_eq!(
        issues(room.desk.restore_version(unsaid).await.unwrap_err()).len(),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_told_as_its_entry_is_by_the_name_that_the_clinic_prefers_and_with_what_it_names() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("fusion", "3 May 2019")).await.unwrap();
    let symptom = json!({"site": "leg", "side": {"value": "left"}, "onset": "May 2020", "relation": {"value": "new"}, "operation": "operation 1"});
    let diagnosis = json!({"kind": "persistent_pain", "certainty": "confirmed",
        "evidence": [{"entry": room.evidence(person, "fusion").await, "weighs": "for"}]});
    let typed = [
        FactInput::Symptom(serde_json::from_value(symptom).unwrap()),
        FactInput::Diagnosis(serde_json::from_value(diagnosis).unwrap()),
    ];
    for input in typed {
        room.add(person, input).await.unwrap();
    }
    for term in [Term::Psps, Term::Fbss, Term::PostLaminectomy] {
        room.prefer(term).await;
        for known_on in ["", "today"] {
            let rows = room.timeline(person, known_on).await.unwrap().rows;
            assert_eq!(rows.len(), 3);
            for row in rows {
                let entry = room.desk.get_entry(EntryKey { entry: row.entry }).await.unwrap();
                assert_eq!(row.shown, entry.shown);
            }
        }
    }
}
