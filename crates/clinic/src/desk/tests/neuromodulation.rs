//! Neuromodulation at the window: what is typed comes back, a day stands once in a diary, and a refill reaches the clinic's list.

use super::*;
use lamina_api::{follow_up::ListDue, neuromodulation::TrialChartRequest, rule::SetRule};

fn typed(input: serde_json::Value) -> FactInput {
    serde_json::from_value(input).unwrap()
}

impl Room {
    async fn path(&self, person: Uuid) -> String {
        let input = json!({"noun": "neuromodulation", "therapy": "spinal_cord", "targets": ["leg"]});
        let entry = self.add(person, typed(input)).await.unwrap();
        format!("neuromodulation {entry}")
    }

    async fn day(&self, person: Uuid, path: &str, on: &str, leg: &str) -> Result<Uuid, ApiError> {
        let input =
            json!({"noun": "trial_day", "neuromodulation": path, "on": on, "kind": "average", "leg": leg});
        self.add(person, typed(input)).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_read_back_as_it_was_typed_and_told_with_its_path() {
    let room = room().await;
    let person = room.person().await;
    let path = room.path(person).await;
    let operation = room.add(person, operation("fusion", "2015")).await.unwrap();
    let input = json!({
        "noun": "neuromodulation_step", "neuromodulation": path, "when": "10 Mar 2024",
        "what": {"is": "trial", "trial": {"ended": "20 Mar 2024", "waveforms": ["burst"],
            "leads": [{"tip": "T8", "side": {"value": "left"}, "contacts": "8", "words": ""}], "leads_out": "20 Mar 2024",
            "words": ""}},
        "entries": [format!("operation {operation}")]
    });
    let entry = room.add(person, typed(input.clone())).await.unwrap();
    let view = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    let FactInput::NeuromodulationStep(back) = &view.input else {
        panic!("{view:?}")
    };
    let FactInput::NeuromodulationStep(sent) = typed(input) else {
        panic!("a step")
    };
    assert_eq!(*back, sent);
    let of = |label: &str| {
        view.shown
            .details
            .iter()
            .find(|one| one.label == label)
            .map(|one| one.text.as_str())
    };
    assert_eq!(of("Part of"), Some("Spinal cord stimulation for pain: leg"));
    assert_eq!(of("Leads or catheter"), Some("tip T8, left, 8 contacts"));
    assert_eq!(of("Also told in"), Some("fusion, L4-L5, 2015"));
    // The path can't go while its step stands.
    let listed = ListEntries {
        patient: person,
        noun: Noun::Neuromodulation,
    };
    let path_entry = room.desk.list_entries(listed).await.unwrap()[0].id;
    let gone = RetractEntry {
        request: clock::new_id(),
        entry: path_entry,
        base_version: 1,
        reason: "typed twice".into(),
    };
    let refused = issues(room.desk.retract_entry(gone).await.unwrap_err());
    assert_eq!(refused[0].problem, Problem::NamedByOthers { count: 1 });
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_37_a_day_stands_once_in_a_diary_and_is_drawn() {
    let room = room().await;
    let person = room.person().await;
    let path = room.path(person).await;
    room.day(person, &path, "10 Mar 2024", "8").await.unwrap();
    room.day(person, &path, "11 Mar 2024", "0").await.unwrap();
    let twice = room.day(person, &path, "10 Mar 2024", "3").await.unwrap_err();
    assert_eq!(issues(twice), [Issue::at("on", Problem::SameDay)]);
    let other = room.path(person).await;
    room.day(person, &other, "10 Mar 2024", "3").await.unwrap();
    let view = room
        .desk
        .neuromodulation(PatientKey { patient: person })
        .await
        .unwrap();
    let ratings: Vec<_> = view.paths[0]
        .diary
        .iter()
        .map(|day| day.ratings.join(","))
        .collect();
    assert_eq!(ratings, [",8", ",0"], "what nobody rated is no zero");
    let ask = |path: Uuid, width: u32| TrialChartRequest {
        patient: person,
        path,
        width,
        paper: ChartPaper::Light,
    };
    let drawn = room
        .desk
        .trial_chart(ask(view.paths[0].entry, 640))
        .await
        .unwrap();
    assert!(drawn.svg.unwrap().contains("<svg"));
    assert_eq!(drawn.points.len(), 2);
    assert_eq!(
        room.desk.trial_chart(ask(Uuid::nil(), 640)).await,
        Err(ApiError::NotFound)
    );
    assert!(room.desk.trial_chart(ask(view.paths[0].entry, 10)).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refill_reaches_the_list_of_the_clinic_and_leaves_it_with_the_next_one() {
    let room = room().await;
    let person = room.person().await;
    let fill = async |what: &str, when: &str, due: &str| {
        let input = json!({"noun": "pump_setting", "what": what, "when": when, "refill_due": due,
            "drugs": [{"name": "morphine", "concentration": "10 mg/mL", "daily": "2.5 mg a day"}]});
        room.add(person, typed(input)).await.unwrap()
    };
    let due = async || {
        let view = room.desk.list_due(ListDue { limit: 10 }).await.unwrap();
        view.refills
            .into_iter()
            .map(|row| (row.until, row.due))
            .collect::<Vec<_>>()
    };
    assert_eq!(due().await, []);
    fill("filled", "1 Jan 2024", "1 Mar 2024").await;
    assert_eq!(due().await, [("1 Mar 2024".to_owned(), false)]);
    let called = room.desk.follow_up(PatientKey { patient: person }).await.unwrap();
    assert_eq!(called.calls[0].text, "Refill overdue since 1 Mar 2024.");
    assert_eq!(called.calls[0].noun, Noun::PumpSetting);
    let soon = (clock::today() + chrono::Days::new(30)).to_string();
    fill("refilled", "today", &soon).await;
    assert_eq!(due().await, [], "not due yet");
    let set = SetRule {
        id: "neuromodulation.refill_days".into(),
        value: Some("60".into()),
        who: "Dr Example".into(),
        why: "long waits".into(),
    };
    room.desk.set_rule(set).await.unwrap();
    assert_eq!(due().await.len(), 1, "the clinic names it earlier");
    fill("stopped", "today", "").await;
    assert_eq!(due().await, []);
}
