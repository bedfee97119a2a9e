//! Follow-up at the window: what is due after an operation, what was missed, and what a score puts right.

use super::*;
use lamina_api::{
    follow_up::{BaselineIs, FollowUpKey, FollowUpSchedule, FollowUpView, PointIs},
    noun::score::ScoreInput,
    noun::surgery::SurgeryInput,
    noun::treatment::TreatmentInput,
    noun::{
        walking_event::{WalkingEventInput, WalkingHappenedInput},
        walking_plan::WalkingPlanInput,
        walking_row::WalkingRowInput,
    },
};
use lamina_domain::{PartialDate, Reply, fact::walking::Item, treatment::Kind};

pub(super) fn days_ago(days: i64) -> String {
    let day = clock::today() - chrono::TimeDelta::days(days);
    PartialDate::Day(day).to_string()
}

pub(super) fn operation(days: i64) -> FactInput {
    FactInput::Surgery(SurgeryInput {
        procedures: vec![procedure("fusion")],
        levels: "L4-S1".into(),
        when: days_ago(days),
        ..SurgeryInput::default()
    })
}

pub(super) fn odi(days: i64) -> FactInput {
    odi_of("40", days)
}

fn odi_of(value: &str, days: i64) -> FactInput {
    let score: ScoreInput = serde_json::from_value(serde_json::json!({
        "when": days_ago(days), "told_by": "patient", "note": "",
        "measure": {"measure": "odi", "value": value, "version": ""},
    }))
    .unwrap();
    FactInput::Score(score)
}

pub(super) fn treatment(kind: Kind, name: &str, days: i64) -> FactInput {
    FactInput::Treatment(TreatmentInput {
        kind: Some(kind),
        name: name.into(),
        started: days_ago(days),
        ..TreatmentInput::default()
    })
}

/// An opioid, with what is told of its end.
pub(super) fn opioid(days: i64, end: serde_json::Value) -> FactInput {
    let mut typed = json!({"kind": "drug", "medicine_line": "tramadol 50 mg qid", "started": days_ago(days)});
    for (field, value) in end.as_object().unwrap() {
        typed[field] = value.clone();
    }
    FactInput::Treatment(serde_json::from_value(typed).unwrap())
}

pub(super) fn walked(days: i64) -> FactInput {
    FactInput::WalkingRow(WalkingRowInput {
        on: format!("-{days}d"),
        minutes: "5".into(),
        ..WalkingRowInput::default()
    })
}

pub(super) fn of_plan(what: WalkingHappenedInput, days: i64, reason: &str) -> FactInput {
    FactInput::WalkingEvent(WalkingEventInput {
        what,
        on: format!("-{days}d"),
        by: String::new(),
        role: String::new(),
        reason: reason.into(),
    })
}

/// Prescribes a walking plan and starts it so many days ago.
pub(super) async fn walks_since(room: &Room, person: Uuid, days: i64) -> Uuid {
    let answers: Vec<serde_json::Value> = Item::ALL
        .into_iter()
        .map(|item| json!({"item": item, "reply": Reply::Yes, "by": "Dr Lind"}))
        .collect();
    let typed = json!({
        "prescribed_on": format!("-{days}d"), "answers": answers, "target_minutes": "30", "target_days": "5",
        "quota": {"minutes": "5", "bouts_a_day": "1", "days_a_week": "4", "pace": "easy"}
    });
    let plan: WalkingPlanInput = serde_json::from_value(typed).unwrap();
    let plan = room.add(person, FactInput::WalkingPlan(plan)).await.unwrap();
    room.add(person, of_plan(WalkingHappenedInput::Started, days, ""))
        .await
        .unwrap();
    plan
}

async fn whole(room: &Room, patient: Uuid, entry: Uuid) -> FollowUpSchedule {
    room.desk
        .follow_up_of(FollowUpKey { patient, entry })
        .await
        .unwrap()
}

async fn asked(room: &Room, person: Uuid) -> FollowUpView {
    let key = PatientKey { patient: person };
    room.desk.follow_up(key).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn six_weeks_after_an_operation_scores_are_due_until_they_are_taken() {
    let room = room().await;
    let person = room.person().await;
    assert_eq!(asked(&room, person).await, FollowUpView::default());
    let fusion = room.add(person, operation(42)).await.unwrap();
    let view = asked(&room, person).await;
    let [call] = view.calls.as_slice() else {
        panic!("{view:?}")
    };
    assert_eq!(
        call.title,
        format!("6 weeks after fusion, L4-S1 ({})", days_ago(42))
    );
    assert_eq!((call.due, call.entry), (true, fusion));
    assert_eq!(
        call.text,
        format!(
            "Due from {} to {}. No visit recorded in this time yet.",
            days_ago(14),
            days_ago(-14)
        )
    );
    assert!(view.sources[0].contains("IMMPACT"), "{:?}", view.sources);
    room.add(person, odi(1)).await.unwrap();
    let view = asked(&room, person).await;
    assert!(view.calls.is_empty() && view.sources.is_empty(), "{view:?}");
    assert_eq!((view.indices[0].entry, view.indices[0].calls), (fusion, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_window_is_told_and_a_medicine_that_is_no_opioid_asks_for_nothing() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation(61)).await.unwrap();
    room.add(person, treatment(Kind::Drug, "pregabalin", 42))
        .await
        .unwrap();
    let view = asked(&room, person).await;
    let [call] = view.calls.as_slice() else {
        panic!("{view:?}")
    };
    assert!(!call.due);
    assert!(call.text.starts_with("Was due from "), "{}", call.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_schedule_says_baseline_points_domains_and_what_lies_between() {
    let room = room().await;
    let person = room.person().await;
    let fusion = room.add(person, operation(100)).await.unwrap();
    room.add(person, odi(200)).await.unwrap();
    let physio = treatment(Kind::Physiotherapy, "Exercise classes", 150);
    let physio = room.add(person, physio).await.unwrap();
    room.add(person, treatment(Kind::Drug, "pregabalin", 90))
        .await
        .unwrap();
    // Day 44 is in the window of six weeks; days 80 and 98 both in that of three months.
    for days in [56, 20, 2] {
        room.add(person, odi(days)).await.unwrap();
    }
    let view = whole(&room, person, fusion).await;
    assert_eq!(view.baseline.is, BaselineIs::Stale);
    assert_eq!(
        view.baseline.text,
        format!(
            "{}, stale: older than 2 months before the operation",
            days_ago(200)
        )
    );
    assert_eq!(
        view.baseline.crossed,
        format!("In between: Exercise classes ({})", days_ago(150))
    );
    let [six, three, ..] = view.points.as_slice() else {
        panic!("{view:?}")
    };
    assert_eq!((six.title.as_str(), six.is), ("6 weeks", PointIs::Done));
    assert_eq!(six.crossed, format!("In between: pregabalin ({})", days_ago(90)));
    let visit = six.visit.as_ref().unwrap();
    assert_eq!(visit.when, days_ago(56));
    assert_eq!(visit.covered, ["physical function"]);
    assert_eq!(
        visit.not_assessed,
        ["pain", "emotional function", "own rating of change", "sleep"]
    );
    assert_eq!((three.title.as_str(), three.is), ("3 months", PointIs::Done));
    let months: Vec<PointIs> = view.points.iter().skip(2).map(|one| one.is).collect();
    assert_eq!(months, [PointIs::Upcoming; 3]);
    let labels: Vec<&str> = view.others.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["Also in the window of: 3 months"], "{:?}", view.others);
    let ids: Vec<&str> = view.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["schedule.general", "schedule.baseline", "schedule.domains"]);
    let view = asked(&room, person).await;
    let indices: Vec<Uuid> = view.indices.iter().map(|one| one.entry).collect();
    assert_eq!(indices, [fusion], "what may explain a change is still no index");
    let key = FollowUpKey {
        patient: person,
        entry: physio,
    };
    assert_eq!(room.desk.follow_up_of(key).await, Err(ApiError::NotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn visits_outside_every_window_are_kept_and_labelled_and_one_visit_serves_two() {
    let room = room().await;
    let person = room.person().await;
    let fusion = room.add(person, operation(60)).await.unwrap();
    let injection = treatment(Kind::Injection, "Caudal epidural steroid injection", 30);
    let injection = room.add(person, injection).await.unwrap();
    for days in [52, 16] {
        room.add(person, odi(days)).await.unwrap();
    }
    let of_fusion = whole(&room, person, fusion).await;
    let of_injection = whole(&room, person, injection).await;
    let [early] = of_fusion.others.as_slice() else {
        panic!("{of_fusion:?}")
    };
    assert_eq!(
        (early.when.as_str(), early.label.as_str()),
        (days_ago(52).as_str(), "Off schedule")
    );
    assert_eq!(of_fusion.baseline.is, BaselineIs::Missing);
    assert_eq!(
        of_injection.baseline.text,
        format!(
            "{}, fresh: not older than 4 weeks before the treatment",
            days_ago(52)
        )
    );
    for (view, title) in [(&of_fusion, "6 weeks"), (&of_injection, "2 weeks")] {
        let point = view.points.iter().find(|one| one.title == title).unwrap();
        assert_eq!(point.visit.as_ref().unwrap().when, days_ago(16), "{title}");
    }
    let names = of_fusion.points[0].crossed.as_str();
    assert!(names.contains("Caudal epidural steroid injection"), "{names}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_run_of_missed_weeks_is_one_line_and_what_ended_is_not_called_for() {
    let room = room().await;
    let person = room.person().await;
    let walking = treatment(Kind::Physiotherapy, "Walking programme", 70);
    let walking = room.add(person, walking).await.unwrap();
    room.add(person, odi(56)).await.unwrap();
    let view = whole(&room, person, walking).await;
    let told: Vec<(&str, &str)> = view
        .points
        .iter()
        .map(|one| (one.title.as_str(), one.text.as_str()))
        .collect();
    assert_eq!(told[0], ("Week 1", "Missed"));
    assert_eq!(told[1], ("Week 2", "Done"));
    assert_eq!(told[2], ("Week 3 to Week 9", "Missed, all 7"));
    let FactInput::Treatment(mut trial) = treatment(Kind::NeuromodulationTrial, "Stimulator trial", 30)
    else {
        panic!()
    };
    trial.ended = days_ago(24);
    let trial = room.add(person, FactInput::Treatment(trial)).await.unwrap();
    let view = whole(&room, person, trial).await;
    let last = view.points.last().unwrap();
    assert_eq!((last.title.as_str(), last.is), ("At the end", PointIs::Overdue));
    assert!(view.points.len() < 4, "{:?}", view.points);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_stopped_on_a_day_that_nobody_knows_is_listed_and_not_called_for() {
    let room = room().await;
    let person = room.person().await;
    let goes_on = room.add(person, opioid(1200, json!({}))).await.unwrap();
    let mut stopped = Vec::new();
    for (days, end) in [
        (1200, json!({"stopped": {"value": "ineffective"}})),
        (20, json!({"stopped_words": "made her sick"})),
    ] {
        stopped.push(room.add(person, opioid(days, end)).await.unwrap());
    }
    let view = asked(&room, person).await;
    let called: Vec<Uuid> = view.calls.iter().map(|call| call.entry).collect();
    assert_eq!(called, [goes_on], "{view:?}");
    assert_eq!(view.indices.len(), 3);
    for entry in stopped {
        let schedule = whole(&room, person, entry).await;
        let first = &schedule.points[0];
        assert_eq!(
            (first.is, first.text.as_str()),
            (PointIs::Ended, "Not called for: the treatment has ended")
        );
    }
    let first = whole(&room, person, goes_on).await.points.remove(0);
    assert_eq!(first.is, PointIs::Overdue);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_walking_plan_is_followed_from_its_start_and_its_diary_counts_for_it_alone() {
    let room = room().await;
    let person = room.person().await;
    let told = treatment(Kind::Physiotherapy, "Walking programme", 21);
    let told = room.add(person, told).await.unwrap();
    assert_eq!(asked(&room, person).await.indices[0].entry, told);
    let operated = room.add(person, operation(22)).await.unwrap();
    let plan = walks_since(&room, person, 21).await;
    for days in [21, 19, 17, 14, 12, 8] {
        room.add(person, walked(days)).await.unwrap();
    }
    let view = asked(&room, person).await;
    let indices: Vec<(Uuid, Noun)> = view.indices.iter().map(|one| (one.entry, one.noun)).collect();
    assert_eq!(
        indices,
        [(plan, Noun::WalkingPlan), (operated, Noun::Surgery)],
        "the plan stands for the treatment that was told"
    );
    let titles: Vec<&str> = view.calls.iter().map(|call| call.title.as_str()).collect();
    assert_eq!(
        titles,
        [format!("Week 3 after walking programme ({})", days_ago(21))]
    );
    let schedule = whole(&room, person, plan).await;
    assert_eq!(
        schedule.baseline.text,
        "Nothing recorded before the walking programme"
    );
    let points: Vec<(&str, PointIs)> = schedule
        .points
        .iter()
        .map(|one| (one.title.as_str(), one.is))
        .collect();
    assert_eq!(
        points,
        [
            ("Week 1", PointIs::Done),
            ("Week 2", PointIs::Done),
            ("Week 3", PointIs::Due),
            ("Week 4", PointIs::Upcoming)
        ]
    );
    let visit = schedule.points[0].visit.as_ref().unwrap();
    assert_eq!(visit.when, days_ago(14), "the day nearest to the point");
    assert!(visit.covered.is_empty() && visit.not_assessed.is_empty());
    assert!(
        schedule.others.is_empty(),
        "the other days stand in the diary: {:?}",
        schedule.others
    );
    let of_operation = whole(&room, person, operated).await;
    assert!(of_operation.others.is_empty() && of_operation.points[0].visit.is_none());
    assert_eq!(
        of_operation.points[0].is,
        PointIs::Upcoming,
        "six weeks are still to come"
    );
    room.add(person, walked(1)).await.unwrap();
    assert!(asked(&room, person).await.calls.is_empty());
    let end = of_plan(WalkingHappenedInput::Ended, 1, "walks on her own");
    room.add(person, end).await.unwrap();
    let points = whole(&room, person, plan).await.points;
    assert!(
        points.iter().any(|one| one.is == PointIs::Ended),
        "what comes after the end is not called for: {points:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_counts_from_the_baseline_of_an_operation_and_says_so() {
    let room = room().await;
    let person = room.person().await;
    let fusion = room.add(person, operation(100)).await.unwrap();
    for (value, days) in [("70", 400), ("58", 200), ("42", 5)] {
        room.add(person, odi_of(value, days)).await.unwrap();
    }
    let ask = |before| ProgressRequest {
        patient: person,
        width: 800,
        paper: ChartPaper::Light,
        baseline: None,
        before,
        from: None,
        lines: Default::default(),
    };
    let first = room.desk.progress_chart(ask(None)).await.unwrap();
    assert!(
        first.verdicts[0].text.contains("70 to 42"),
        "{:?}",
        first.verdicts
    );
    let words = format!(
        "before fusion, L4-S1 ({}), baseline {}, stale: older than 2 months before it",
        days_ago(100),
        days_ago(200)
    );
    let [choice] = first.before.as_slice() else {
        panic!("{:?}", first.before)
    };
    assert_eq!(
        (choice.entry, choice.label.as_str()),
        (fusion, words.replacen('b', "B", 1).as_str())
    );
    let from = room.desk.progress_chart(ask(Some(fusion))).await.unwrap();
    let verdict = from.verdicts[0].text.as_str();
    let wanted = format!("ODI, {words}, to {}, 58 to 42", days_ago(5));
    assert!(verdict.starts_with(&wanted), "{verdict}");
    let counted: Vec<bool> = from.rows.iter().map(|row| row.baseline).collect();
    assert_eq!(counted, [false, true, false]);
    let gone = room.desk.progress_chart(ask(Some(Uuid::nil()))).await;
    assert_eq!(gone, Err(ApiError::NotFound));
}
