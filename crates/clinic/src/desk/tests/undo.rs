//! Steps back: what was saved last is taken back, across a restart too, and each step leaves its versions and its audit row.

use super::*;
use lamina_api::entry::{LastChange, RecordEntries, ReinstateEntry, UndoChange, VersionKind};

impl Room {
    async fn last(&self, patient: Uuid) -> Option<LastChange> {
        self.desk.last_change(PatientKey { patient }).await.unwrap()
    }

    async fn undo(&self, patient: Uuid) -> Result<(), ApiError> {
        let at = self.last(patient).await.expect("something to undo").at;
        self.desk
            .undo_change(UndoChange { patient, at })
            .await
            .map(|_| ())
    }

    async fn titles(&self, patient: Uuid, noun: Noun) -> Vec<String> {
        let rows = self
            .desk
            .list_entries(ListEntries { patient, noun })
            .await
            .unwrap();
        rows.into_iter().map(|row| row.shown.title).collect()
    }

    async fn kinds(&self, entry: Uuid) -> Vec<VersionKind> {
        let mut versions = self.desk.entry_history(EntryKey { entry }).await.unwrap();
        versions.reverse();
        versions.into_iter().map(|one| one.kind).collect()
    }

    /// The vault closed and opened again, as after a restart.
    pub(super) async fn restart(&mut self) {
        self.desk.close().await.unwrap();
        self.desk = desk_in(self.folder.path());
        unlock(&self.desk, WORDS).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_recorded_amended_or_taken_back_is_undone_after_a_restart() {
    use VersionKind::{Amend, Record, Reinstate, Retract};
    let mut room = room().await;
    let person = room.person().await;
    assert_eq!(room.last(person).await, None, "a person is not undone");
    let entry = room.add(person, operation("discectomy", "2012")).await.unwrap();
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        input: operation("microdiscectomy", "2012"),
        reason: "operation note".into(),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap();
    room.restart().await;
    let last = room.last(person).await.unwrap();
    assert_eq!(last.versions.len(), 1);
    assert_eq!(
        (last.versions[0].kind, last.versions[0].title.as_str()),
        (Amend, "microdiscectomy, L4-L5")
    );
    room.undo(person).await.unwrap();
    assert_eq!(room.titles(person, Noun::Surgery).await, ["discectomy, L4-L5"]);

    let retract = RetractEntry {
        request: clock::new_id(),
        entry,
        base_version: 3,
        reason: "wrong patient".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    assert!(room.titles(person, Noun::Surgery).await.is_empty());
    room.restart().await;
    room.undo(person).await.unwrap();
    assert_eq!(room.titles(person, Noun::Surgery).await, ["discectomy, L4-L5"]);
    let found = SearchPatients {
        text: "discectomy".into(),
        limit: 5,
    };
    let hits = room.desk.search_patients(found).await.unwrap();
    assert_eq!(hits.found.len(), 1, "what was put back is found again");

    room.undo(person).await.unwrap();
    assert!(room.titles(person, Noun::Surgery).await.is_empty());
    assert_eq!(
        room.kinds(entry).await,
        [Record, Amend, Amend, Retract, Reinstate, Retract]
    );
    let session = room.desk.session().await.unwrap();
    let report = session
        .vault()
        .unwrap()
        .store()
        .verify(None, crate::rows::derive)
        .await
        .unwrap();
    assert_eq!(report.problems, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undo_of_something_that_changed_meanwhile_changes_nothing() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("discectomy", "2012")).await.unwrap();
    let at = room.last(person).await.unwrap().at;
    room.add(person, operation("fusion", "2019")).await.unwrap();
    let late = room.desk.undo_change(UndoChange { patient: person, at }).await;
    assert!(matches!(late, Err(ApiError::Conflict { .. })), "{late:?}");
    assert_eq!(room.titles(person, Noun::Surgery).await.len(), 2);
    room.add(person, symptom("after operation 2")).await.unwrap();
    room.undo(person).await.unwrap();
    assert!(room.titles(person, Noun::Symptom).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_that_others_count_from_is_not_undone_and_one_whose_anchor_went_is_not_put_back() {
    let room = room().await;
    let person = room.person().await;
    let pain = clock::new_id();
    let surgery = room.add(person, operation("fusion", "2019")).await.unwrap();
    room.record(person, pain, symptom("after operation 1"))
        .await
        .unwrap();
    let retract = |entry, base_version| RetractEntry {
        request: clock::new_id(),
        entry,
        base_version,
        reason: "wrong patient".into(),
    };
    room.desk.retract_entry(retract(pain, 1)).await.unwrap();
    room.desk.retract_entry(retract(surgery, 1)).await.unwrap();
    let back = |entry, reason: &str| ReinstateEntry {
        request: clock::new_id(),
        entry,
        base_version: 2,
        reason: reason.into(),
    };
    let refused = room.desk.reinstate_entry(back(pain, "right after all")).await;
    let what = "operation".to_owned();
    assert_eq!(
        issues(refused.unwrap_err()),
        [Issue::at("onset", Problem::EntryGone { what })]
    );
    let without = room.desk.reinstate_entry(back(surgery, " x ")).await;
    assert_eq!(
        issues(without.unwrap_err()),
        [Issue::at("reason", Problem::Required)]
    );
    room.desk
        .reinstate_entry(back(surgery, "right after all"))
        .await
        .unwrap();
    room.desk
        .reinstate_entry(back(pain, "right after all"))
        .await
        .unwrap();
    assert_eq!(room.titles(person, Noun::Symptom).await.len(), 1);
    let again = room.desk.reinstate_entry(back(pain, "right after all")).await;
    assert!(matches!(again, Err(ApiError::Conflict { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_is_kept_whole_or_not_at_all_and_undone_as_one() {
    let room = room().await;
    let person = room.person().await;
    let one = |site: &str, onset: &str| RecordEntry {
        request: clock::new_id(),
        entry: clock::new_id(),
        patient: person,
        input: match symptom(onset) {
            FactInput::Symptom(input) => FactInput::Symptom(SymptomInput {
                site: site.into(),
                ..input
            }),
            other => other,
        },
        draft: None,
    };
    let set = |entries| RecordEntries {
        patient: person,
        entries,
    };
    let wrong = set(vec![one("Low back", "2019"), one("Low back", "the day before")]);
    let refused = issues(room.desk.record_entries(wrong).await.unwrap_err());
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].path, "1.onset");
    assert!(room.titles(person, Noun::Symptom).await.is_empty());

    let right = set(vec![one("Low back", "2019"), one("Low back", "2020")]);
    let saved = room.desk.record_entries(right.clone()).await.unwrap();
    assert_eq!(saved.value.len(), 2);
    room.desk.record_entries(right).await.unwrap();
    assert_eq!(
        room.titles(person, Noun::Symptom).await.len(),
        2,
        "sent twice, kept once"
    );
    assert_eq!(room.last(person).await.unwrap().versions.len(), 2);
    room.undo(person).await.unwrap();
    assert!(room.titles(person, Noun::Symptom).await.is_empty());
    for entries in [
        vec![],
        vec![
            one("x", "2019"),
            RecordEntry {
                patient: clock::new_id(),
                ..one("y", "2019")
            },
        ],
    ] {
        assert!(matches!(
            room.desk.record_entries(set(entries)).await,
            Err(ApiError::Invalid { .. })
        ));
    }
}
