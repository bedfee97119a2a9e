//! Whether day or month comes first is the clinic's own: in what is recorded, read back, kept as a draft and searched for.

use super::*;
use lamina_api::{
    draft::SaveDraft,
    noun::{
        patient::PatientInput,
        walking_row::{WalkingEntryInput, WalkingRowInput},
    },
    patient::SimilarPatients,
};
use lamina_domain::DateOrder;

impl Room {
    async fn types(&self, date_order: DateOrder) {
        let settings = Settings {
            date_order,
            ..self.desk.get_settings(Nothing {}).await.unwrap()
        };
        self.desk.save_settings(settings).await.unwrap();
    }

    async fn read_back(&self, kind: TextKind, text: &str) -> (Option<String>, Option<String>) {
        let text = text.to_owned();
        let patient = None;
        let understood = self
            .desk
            .understand(Understand { kind, text, patient })
            .await
            .unwrap();
        (understood.shown, understood.settled)
    }

    async fn found(&self, text: &str) -> Vec<String> {
        let text = text.to_owned();
        let search = SearchPatients { text, limit: 10 };
        let found = self.desk.search_patients(search).await.unwrap().found;
        found
            .into_iter()
            .map(|one| format!("{} {}", one.hit.name, one.hit.born))
            .collect()
    }

    async fn born(&self, family: &str, born: &str) -> Uuid {
        let id = clock::new_id();
        let input = FactInput::Patient(PatientInput {
            family: family.into(),
            born: born.into(),
            ..PatientInput::default()
        });
        self.record(id, id, input).await.unwrap()
    }

    async fn onset(&self, entry: Uuid) -> String {
        self.desk.get_entry(EntryKey { entry }).await.unwrap().shown.when
    }
}

fn said(text: &str) -> (Option<String>, Option<String>) {
    (Some(text.to_owned()), Some(text.to_owned()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_is_a_setting_of_the_vault_and_says_what_every_date_means() {
    let room = room().await;
    assert_eq!(
        room.desk.get_settings(Nothing {}).await.unwrap().date_order,
        DateOrder::DayFirst
    );
    assert_eq!(
        room.read_back(TextKind::When, "03/05/2019").await,
        said("3 May 2019")
    );
    room.types(DateOrder::MonthFirst).await;
    room.desk.lock_vault(Nothing {}).await.unwrap();
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(
        room.read_back(TextKind::When, "03/05/2019").await,
        said("5 Mar 2019")
    );
    assert_eq!(room.read_back(TextKind::Born, "3/5/61").await, said("5 Mar 1961"));
    assert_eq!(
        room.read_back(TextKind::When, "about 3.5.2019").await,
        said("about 5 Mar 2019")
    );
    for only in ["1/13/2019", "13/1/2019", "2019-01-13", "13 jan 2019"] {
        let (shown, settled) = room.read_back(TextKind::When, only).await;
        assert_eq!((shown.as_deref(), settled), (Some("13 Jan 2019"), None), "{only}");
    }
    let person = room.born("Smith", "03/05/1961").await;
    let entry = room.add(person, symptom("03/05/2019")).await.unwrap();
    assert_eq!(room.onset(entry).await, "5 Mar 2019");
    let walked = FactInput::WalkingRow(WalkingRowInput {
        on: "11/02/2025".into(),
        entry: WalkingEntryInput::Rest,
        ..WalkingRowInput::default()
    });
    let walked = room.add(person, walked).await.unwrap();
    assert_eq!(room.onset(walked).await, "2 Nov 2025");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_keeps_what_was_meant_when_the_order_changes() {
    let room = room().await;
    let person = room.person().await;
    for (order, later, meant) in [
        (DateOrder::MonthFirst, DateOrder::DayFirst, "5 Mar 2019"),
        (DateOrder::DayFirst, DateOrder::MonthFirst, "3 May 2019"),
    ] {
        room.types(order).await;
        let draft = clock::new_id();
        let entry = room.add(person, symptom("2012")).await.unwrap();
        let save = SaveDraft {
            draft,
            patient: Some(person),
            entry: Some(entry),
            base_version: Some(1),
            input: symptom("03/05/2019"),
            reason: String::new(),
            sitting: clock::new_id(),
        };
        room.desk.save_draft(save).await.unwrap();
        room.types(later).await;
        let drafts = room.desk.list_drafts(Nothing {}).await.unwrap();
        let kept = drafts.into_iter().find(|one| one.draft == draft).unwrap();
        assert!(
            kept.changes.iter().any(|one| one.text == meant),
            "the preview says it: {:?}",
            kept.changes
        );
        assert_eq!(kept.input, symptom(meant));
        let taken = room.add(person, kept.input).await.unwrap();
        assert_eq!(room.onset(taken).await, meant);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_by_birth_date_and_the_warning_of_a_double_go_by_the_order() {
    let room = room().await;
    room.born("Sample", "3 May 1961").await;
    room.born("Probe", "5 March 1961").await;
    room.born("Muster", "7 August 1966").await;
    let similar = async |born: &str| {
        let request = SimilarPatients {
            family: "Sample".into(),
            given: String::new(),
            born: born.into(),
        };
        let found = room.desk.similar_patients(request).await.unwrap();
        found
            .into_iter()
            .map(|one| (one.same_born, one.swapped_born))
            .collect::<Vec<_>>()
    };
    assert_eq!(room.found("03/05/1961").await, ["Sample 3 May 1961"]);
    assert_eq!(similar("03/05/1961").await, [(true, false)]);
    room.types(DateOrder::MonthFirst).await;
    assert_eq!(room.found("03/05/1961").await, ["Probe 5 Mar 1961"]);
    assert_eq!(similar("03/05/1961").await, [(false, true)]);
    assert_eq!(
        room.found("7/8/66").await,
        ["Muster 7 Aug 1966"],
        "the other way where nobody was born then"
    );
}
