//! Visits that were planned and of which none is recorded since: in the list of the clinic, the record and the list of patients.

use super::*;
use lamina_api::patient::GlancePatients;
use lamina_store::DueState;

#[tokio::test(flavor = "multi_thread")]
async fn a_planned_visit_that_has_passed_is_due_until_one_of_that_day_or_later_is_told() {
    let room = room().await;
    let person = room.person().await;
    let planned = visit(&days_ago(60), json!({"next": days_ago(21)}));
    let entry = room.add(person, planned).await.unwrap();
    let view = due(&room, 10).await;
    assert_eq!((view.due, view.missed, view.rows.len()), (0, 1, 1));
    let row = &view.rows[0];
    assert_eq!((row.patient, row.due, &row.until), (person, false, &days_ago(21)));
    let call = FollowUpCall {
        entry,
        noun: Noun::Visit,
        title: format!("Visit planned for {}: none recorded since", days_ago(21)),
        text: format!("Planned at an earlier visit ({}).", days_ago(60)),
        due: false,
    };
    assert_eq!(row.calls, std::slice::from_ref(&call));
    assert!(
        view.sources[0].contains("schedule.next_visit"),
        "{:?}",
        view.sources
    );
    // The record and the list of patients say the same.
    let alone = room.desk.follow_up(PatientKey { patient: person }).await.unwrap();
    assert_eq!((&alone.calls, &alone.sources), (&row.calls, &view.sources));
    let patients = vec![person];
    let glance = room
        .desk
        .glance_patients(GlancePatients { patients })
        .await
        .unwrap();
    assert_eq!(glance[0].due, [call.title]);

    for came in [
        json!({"value": "came"}),
        json!({"value": "did_not_come"}),
        json!({"value": "cancelled"}),
        json!({"missing": "not_asked"}),
    ] {
        let answer = visit(&days_ago(21), json!({"came": came}));
        let answer = room.add(person, answer).await.unwrap();
        assert_eq!(due(&room, 10).await, DueView::default(), "{came}");
        let retract = RetractEntry {
            request: clock::new_id(),
            entry: answer,
            base_version: 1,
            reason: "Another person's".into(),
        };
        room.desk.retract_entry(retract).await.unwrap();
        assert_eq!(due(&room, 10).await.missed, 1, "{came}");
    }
    room.add(person, visit(&days_ago(22), json!({}))).await.unwrap();
    assert_eq!(due(&room, 10).await.missed, 1, "it was the day before");
    let later = visit(&days_ago(22), json!({"next": days_ago(-30)}));
    room.add(person, later).await.unwrap();
    assert_eq!(due(&room, 10).await, DueView::default(), "it was put off");
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_of_visits_are_told_in_the_list_as_in_every_record_whatever_their_times_are() {
    let room = room().await;
    let counted = room.person().await;
    room.add(counted, operation(900)).await.unwrap();
    let from_operation = visit(
        "10 days after operation 1",
        json!({"next": "6 weeks after operation 1"}),
    );
    room.add(counted, from_operation).await.unwrap();
    let both = room.person().await;
    room.add(both, operation(42)).await.unwrap();
    let planned = visit(&days_ago(41), json!({"next": days_ago(20)}));
    room.add(both, planned).await.unwrap();
    for (when, next) in [
        ("", days_ago(10)),
        ("age 64", days_ago(3)),
        ("", "after operation 1".to_owned()),
        (days_ago(40).as_str(), clock::today().format("%b %Y").to_string()),
        (days_ago(4).as_str(), days_ago(-12)),
    ] {
        let person = room.person().await;
        room.add(person, operation(2000)).await.unwrap();
        room.add(person, visit(when, json!({"next": next})))
            .await
            .unwrap();
    }
    let gone = room.person().await;
    let planned = visit(&days_ago(41), json!({"next": days_ago(20)}));
    room.add(gone, planned).await.unwrap();
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: gone,
        base_version: 1,
        reason: "Entered twice".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    assert_eq!(agrees(&room).await, 4);
    let view = due(&room, 10).await;
    let of = |person: Uuid| view.rows.iter().find(|row| row.patient == person).unwrap();
    assert_eq!(
        of(counted).calls[0].title,
        "Visit planned for 6 weeks after operation 1: none recorded since"
    );
    let titles: Vec<&str> = of(both).calls.iter().map(|call| call.title.as_str()).collect();
    assert!(
        of(both).due && titles[0].starts_with("6 weeks after") && titles[1].starts_with("Visit planned"),
        "what is open stands before what was missed: {titles:?}"
    );
    agrees_on_every_day(&room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_kept_before_there_was_a_rule_of_planned_visits_hides_none() {
    let room = room().await;
    let person = room.person().await;
    let planned = visit(&days_ago(60), json!({"next": days_ago(21)}));
    room.add(person, planned).await.unwrap();
    let session = room.desk.session().await.unwrap();
    let vault = session.vault().unwrap();
    let store = vault.store();
    let today = clock::today();
    let day = today.to_string();
    let plans = vault.own_rules().await.unwrap().plans;
    let basis = serde_json::to_string(&plans).unwrap();
    let number = store.due_basis(&basis, &day).await.unwrap();
    let stale = store.due_stale(number, &day).await.unwrap();
    let states: Vec<DueState> = stale
        .into_iter()
        .map(|of| DueState {
            of,
            until: None,
            call: None,
        })
        .collect();
    store.keep_due(number, &states).await.unwrap();
    assert!(store.due_stale(number, &day).await.unwrap().is_empty());
    let view = crate::follow_up::due(vault, today, 10).await.unwrap();
    assert_eq!(view.missed, 1);
}
