//! Who is due in the clinic: the same as every record says by itself, the window that closes first before the others.

mod visits;

use super::{
    follow_up::{days_ago, odi, of_plan, operation, opioid, treatment, walked, walks_since},
    *,
};
use crate::{record::Document, sample::Plan};
use lamina_api::{
    follow_up::{DueView, FollowUpCall, FollowUpKey, ListDue},
    noun::walking_event::WalkingHappenedInput,
    rule::SetRule,
};
use lamina_domain::treatment::Kind;
use std::collections::HashMap;

async fn due(room: &Room, limit: u32) -> DueView {
    room.desk.list_due(ListDue { limit }).await.unwrap()
}

/// On many days, forwards and back: a list that takes what earlier days kept says what every record says on that day.
async fn agrees_on_every_day(room: &Room) {
    let session = room.desk.session().await.unwrap();
    let vault = session.vault().unwrap();
    let mut all = Vec::new();
    for hit in vault.store().everyone().await.unwrap() {
        all.push((hit.id, vault.facts(hit.id).await.unwrap()));
    }
    let today = clock::today();
    let far = (0..20).map(|number| number * number * 2);
    for days in far.chain(40..48).chain([0, 4000, 4]) {
        let day = today.checked_add_days(chrono::Days::new(days)).unwrap();
        let view = crate::follow_up::due(vault, day, 1000).await.unwrap();
        let (due, missed) = (view.due, view.missed);
        let mut rows: HashMap<Uuid, Vec<FollowUpCall>> = view
            .rows
            .into_iter()
            .map(|row| (row.patient, row.calls))
            .collect();
        assert_eq!((due + missed) as usize, rows.len(), "{day}");
        for (patient, facts) in &all {
            let mut alone = crate::follow_up::called_for(facts, day).calls;
            let mut listed = rows.remove(patient).unwrap_or_default();
            for calls in [&mut alone, &mut listed] {
                calls.sort_by(|a, b| (&a.title, &a.text, a.entry).cmp(&(&b.title, &b.text, b.entry)));
            }
            assert_eq!(alone, listed, "{day}, {}", facts.record.patient.family);
        }
    }
}

async fn agrees(room: &Room) -> usize {
    let view = due(room, 1000).await;
    let mut rows: HashMap<Uuid, Vec<FollowUpCall>> = view
        .rows
        .into_iter()
        .map(|row| (row.patient, row.calls))
        .collect();
    let everyone = {
        let session = room.desk.session().await.unwrap();
        session.vault().unwrap().store().everyone().await.unwrap()
    };
    let called = rows.len();
    for hit in everyone {
        let key = PatientKey { patient: hit.id };
        let mut alone = room.desk.follow_up(key).await.unwrap().calls;
        let mut listed = rows.remove(&hit.id).unwrap_or_default();
        for calls in [&mut alone, &mut listed] {
            calls.sort_by(|a, b| (&a.title, &a.text, a.entry).cmp(&(&b.title, &b.text, b.entry)));
        }
        assert_eq!(alone, listed, "{}, {}", hit.family, hit.given);
    }
    assert!(rows.is_empty(), "nobody is listed who is not there");
    called
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_the_clinic_says_what_every_record_says() {
    let room = room().await;
    let plan = Plan {
        patients: 60,
        seed: 11,
        as_of: clock::today(),
        years: None,
        facts: None,
    };
    let records: Vec<_> = plan.records().collect::<Result<_, _>>().unwrap();
    {
        let session = room.desk.session().await.unwrap();
        session
            .vault()
            .unwrap()
            .load(&Document::of(records))
            .await
            .unwrap();
    }
    let person = room.person().await;
    for days in [20, 60, 200, 800] {
        room.add(person, operation(days)).await.unwrap();
        room.add(person, odi(days + 3)).await.unwrap();
    }
    for (kind, name, days) in [
        (Kind::Injection, "Caudal epidural steroid injection", 16),
        (Kind::Block, "Medial branch block", 0),
        (Kind::NeuromodulationTrial, "Stimulator trial", 5),
        (Kind::NeuromodulationImplant, "Stimulator", 2400),
        (Kind::Physiotherapy, "Walking programme", 30),
        (Kind::Drug, "pregabalin", 30),
    ] {
        room.add(person, treatment(kind, name, days)).await.unwrap();
    }
    let mut month = operation(0);
    if let FactInput::Surgery(surgery) = &mut month {
        surgery.when = clock::today().format("%b %Y").to_string();
    }
    room.add(person, month).await.unwrap();
    for (days, end) in [
        (1500, json!({})),
        (1500, json!({"stopped": {"value": "ineffective"}})),
        (1500, json!({"stopped_words": "made her sick"})),
        (1500, json!({"ended": days_ago(30)})),
        (20, json!({"stopped": {"value": "adverse_effect"}})),
        (20, json!({"stopped": {"missing": "unknown"}})),
        (
            20,
            json!({"stopped_words": "made her sick", "ended": days_ago(3)}),
        ),
    ] {
        // Alone, so that no visit hides what a stopped one would call for.
        let person = room.person().await;
        room.add(person, opioid(days, end)).await.unwrap();
    }
    for (rows, ended) in [
        (vec![17, 8], None),
        (vec![17, 8, 1], None),
        (Vec::new(), None),
        (vec![17, 8], Some(5)),
        (Vec::new(), Some(16)),
    ] {
        let person = room.person().await;
        let told = treatment(Kind::Physiotherapy, "Walking programme", 40);
        room.add(person, told).await.unwrap();
        walks_since(&room, person, 21).await;
        for days in rows {
            room.add(person, walked(days)).await.unwrap();
        }
        if let Some(days) = ended {
            let end = of_plan(WalkingHappenedInput::Ended, days, "walks on her own");
            room.add(person, end).await.unwrap();
        }
    }
    // A plan after another, and one that was never started.
    let person = room.person().await;
    walks_since(&room, person, 60).await;
    room.add(person, of_plan(WalkingHappenedInput::Ended, 30, "moved away"))
        .await
        .unwrap();
    walks_since(&room, person, 14).await;
    for days in [50, 33, 9] {
        room.add(person, walked(days)).await.unwrap();
    }
    assert!(agrees(&room).await > 5);
    agrees_on_every_day(&room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wide_window_of_the_clinic_is_called_for_until_it_closes_and_is_named() {
    let room = room().await;
    let patient = room.person().await;
    // 24 months and 365 days are a little over 1095 days.
    let entry = room.add(patient, operation(900)).await.unwrap();
    assert_eq!(due(&room, 1000).await, DueView::default());
    for (id, value) in [
        ("schedule.general.24_months", "12 weeks / 365 days"),
        ("schedule.baseline", "fresh for 6 weeks, stale after 3 months"),
    ] {
        let set = SetRule {
            id: id.into(),
            value: Some(value.into()),
            who: "Dr Example".into(),
            why: "agreed by the team".into(),
        };
        room.desk.set_rule(set).await.unwrap();
    }
    assert_eq!(agrees(&room).await, 1);
    let view = due(&room, 1000).await;
    assert_eq!((view.due, view.rows[0].calls[0].entry), (1, entry));
    let named = |sources: &str| {
        for part in [
            "12 weeks before to 365 days after (the clinic's own: Dr Example",
            "Built in: 12 weeks before to 12 weeks after",
            "fresh for 6 weeks, stale after 3 months (the clinic's own: Dr Example",
        ] {
            assert!(sources.contains(part), "{part}: {sources}");
        }
    };
    named(&view.sources.join(" "));
    let alone = room.desk.follow_up(PatientKey { patient }).await.unwrap();
    named(&alone.sources.join(" "));
    let whole = room.desk.follow_up_of(FollowUpKey { patient, entry }).await;
    let rules: Vec<String> = whole.unwrap().rules.into_iter().map(|rule| rule.source).collect();
    named(&rules.join(" "));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_that_closes_first_comes_first_and_what_no_longer_stands_is_not_listed() {
    let room = room().await;
    let mut people = Vec::new();
    // Six weeks are day 42, and the window closes on day 56.
    for days in [61, 42, 50] {
        let person = room.person().await;
        let entry = room.add(person, operation(days)).await.unwrap();
        people.push((person, entry));
    }
    let [missed, later, sooner] = people.as_slice() else {
        panic!()
    };
    let view = due(&room, 1000).await;
    let order: Vec<Uuid> = view.rows.iter().map(|row| row.patient).collect();
    assert_eq!(order, [sooner.0, later.0, missed.0]);
    assert_eq!((view.due, view.missed), (2, 1));
    let first = &view.rows[0];
    assert_eq!(
        (
            first.name.as_str(),
            first.born.as_str(),
            first.until.as_str(),
            first.due
        ),
        ("Beispiel-Muster, Åsa", "3 May 1961", days_ago(-6).as_str(), true)
    );
    assert!(view.sources[0].contains("IMMPACT"), "{:?}", view.sources);
    let one = due(&room, 1).await;
    assert_eq!((one.rows.len(), one.due, one.missed), (1, 2, 1));

    let retract = |entry, base_version| RetractEntry {
        request: clock::new_id(),
        entry,
        base_version,
        reason: "Another person's".into(),
    };
    room.desk.retract_entry(retract(sooner.1, 1)).await.unwrap();
    // The whole person.
    room.desk.retract_entry(retract(later.0, 1)).await.unwrap();
    let amend = AmendEntry {
        request: clock::new_id(),
        entry: missed.1,
        base_version: 1,
        reason: "The day was wrong".into(),
        input: operation(42),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap();
    let view = due(&room, 1000).await;
    let order: Vec<(Uuid, bool)> = view.rows.iter().map(|row| (row.patient, row.due)).collect();
    assert_eq!(order, [(missed.0, true)]);
    room.add(missed.0, odi(1)).await.unwrap();
    assert_eq!(due(&room, 1000).await, DueView::default());
}

fn scored(when: &str) -> FactInput {
    let score = json!({"when": when, "measure": {"measure": "odi", "value": "40", "version": ""}});
    FactInput::Score(serde_json::from_value(score).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_told_from_an_operation_is_one_wherever_follow_up_is_told() {
    let room = room().await;
    let visited = room.person().await;
    let missed = room.person().await;
    for person in [visited, missed] {
        room.add(person, operation(200)).await.unwrap();
        room.add(person, odi(199 - 42)).await.unwrap();
        room.add(person, odi(199 - 91)).await.unwrap();
    }
    room.add(visited, scored("6 months after operation 1"))
        .await
        .unwrap();
    assert_eq!(agrees(&room).await, 1);
    let view = due(&room, 1000).await;
    assert_eq!(
        view.rows.iter().map(|row| row.patient).collect::<Vec<_>>(),
        [missed]
    );
    let alone = room
        .desk
        .follow_up(PatientKey { patient: visited })
        .await
        .unwrap();
    assert!(alone.calls.is_empty(), "{alone:?}");
    let entry = alone.indices[0].entry;
    let whole = room
        .desk
        .follow_up_of(FollowUpKey {
            patient: visited,
            entry,
        })
        .await
        .unwrap();
    let point = whole
        .points
        .iter()
        .find(|point| point.title == "6 months")
        .unwrap();
    let visit = point.visit.as_ref().unwrap();
    assert_eq!(visit.when, "6 months after operation 1", "told as it was told");
}

/// A visit of a day, with what else is typed of it.
fn visit(when: &str, more: serde_json::Value) -> FactInput {
    let mut typed = json!({"kind": "follow_up", "when": when});
    for (field, value) in more.as_object().unwrap() {
        typed[field] = value.clone();
    }
    FactInput::Visit(serde_json::from_value(typed).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_to_which_the_patient_came_counts_for_follow_up_and_is_no_baseline() {
    let visit = |ago: i64, came: serde_json::Value| visit(&format!("-{ago}d"), json!({"came": came}));
    let room = room().await;
    let mut called = Vec::new();
    for came in [
        json!({"value": "came"}),
        json!({"value": "did_not_come"}),
        json!({"missing": "not_asked"}),
    ] {
        let person = room.person().await;
        room.add(person, operation(42)).await.unwrap();
        room.add(person, odi(60)).await.unwrap();
        // A visit before the operation at which nothing was measured.
        room.add(person, visit(44, json!({"value": "came"})))
            .await
            .unwrap();
        room.add(person, visit(0, came)).await.unwrap();
        let alone = room.desk.follow_up(PatientKey { patient: person }).await.unwrap();
        called.push(!alone.calls.is_empty());
        let entry = alone.indices[0].entry;
        let key = FollowUpKey {
            patient: person,
            entry,
        };
        let baseline = room.desk.follow_up_of(key).await.unwrap().baseline;
        let baseline = baseline.visit.expect("a baseline");
        assert!(
            !baseline.covered.is_empty(),
            "the score and not the bare visit: {baseline:?}"
        );
    }
    assert_eq!(called, [false, true, true]);
    assert_eq!(agrees(&room).await, 2);
    agrees_on_every_day(&room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_told_from_another_is_followed_like_one_with_a_date() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation(400)).await.unwrap();
    let second = |when: &str| {
        let typed =
            json!({"procedures": [{"text": "revision", "code": null}], "levels": "L4-S1", "when": when});
        FactInput::Surgery(serde_json::from_value(typed).unwrap())
    };
    room.add(person, second("358 days after operation 1"))
        .await
        .unwrap();
    room.add(person, scored("at operation 1")).await.unwrap();
    // A person whose operation is told by an age, and one whose time has no place.
    for when in ["age 64", "after operation 1"] {
        let person = room.person().await;
        room.add(person, operation(900)).await.unwrap();
        room.add(person, second(when)).await.unwrap();
        room.add(person, scored(when)).await.unwrap();
    }
    assert!(agrees(&room).await >= 1);
    agrees_on_every_day(&room).await;
    let view = due(&room, 1000).await;
    let row = view.rows.iter().find(|row| row.patient == person).unwrap();
    assert!(
        row.calls
            .iter()
            .any(|call| call.title.contains("(358 days after operation 1)")),
        "{:?}",
        row.calls
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opioid_that_was_given_once_by_its_words_calls_for_no_review() {
    let room = room().await;
    let given = |line: &str, more: serde_json::Value| {
        let mut typed = json!({"kind": "drug", "medicine_line": line, "started": days_ago(40)});
        for (field, value) in more.as_object().unwrap() {
            typed[field] = value.clone();
        }
        FactInput::Treatment(serde_json::from_value(typed).unwrap())
    };
    let once = "morphine 10 mg injection";
    for (line, more, calls) in [
        (once, json!({}), 0),
        (once, json!({"status": "one_off"}), 0),
        (once, json!({"status": "running"}), 1),
        (once, json!({"status": "unknown"}), 1),
        ("morphine 10 mg bd", json!({}), 1),
        ("morphine 10 mg bd", json!({"status": "ended"}), 0),
        ("morphine 10 mg bd", json!({"ended": days_ago(39)}), 0),
        (
            "morphine 10 mg bd",
            json!({"ended": "3 weeks after treatment 1"}),
            0,
        ),
    ] {
        let person = room.person().await;
        let other = treatment(Kind::Physiotherapy, "exercise", 60);
        room.add(person, other).await.unwrap();
        room.add(person, given(line, more.clone())).await.unwrap();
        let view = room.desk.follow_up(PatientKey { patient: person }).await.unwrap();
        assert_eq!(view.calls.len().min(1), calls, "{line} {more}: {view:?}");
    }
    assert_eq!(agrees(&room).await, 3);
    agrees_on_every_day(&room).await;
}
