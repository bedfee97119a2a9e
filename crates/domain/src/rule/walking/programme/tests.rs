//! Tests of a programme: which days belong to which plan, its weeks, what is proposed, and when it is paused.

use super::*;
use crate::{
    fact::flag::answer::Level,
    rule::{
        red_flag::FiredFlag,
        walking::{Advice, Colour},
    },
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan(on: &str, seconds: u16) -> Plan {
    serde_json::from_value(serde_json::json!({
        "prescribed_on": on, "by": "Dr Sample",
        "quota": {"seconds": seconds, "bouts_a_day": 1, "days_a_week": 4},
        "target": {"minutes": 30, "days": 5}
    }))
    .unwrap()
}

fn happened(on: &str, what: serde_json::Value) -> WalkingEvent {
    serde_json::from_value(serde_json::json!({
        "on": on, "what": what, "by": "Dr Sample", "role": "clinician", "reason": "a reason"
    }))
    .unwrap()
}

fn started(on: &str) -> WalkingEvent {
    happened(on, serde_json::json!({"is": "started"}))
}

fn walked(on: &str, seconds: u16) -> Row {
    serde_json::from_value(serde_json::json!({
        "on": on, "entry": {"is": "walked", "number": 1, "bout": {
            "seconds": seconds, "back": {"before": 3, "after": 4}, "settled": true
        }}
    }))
    .unwrap()
}

fn week_of(first: &str, seconds: u16) -> Vec<Row> {
    let first = day(first);
    (0..4)
        .map(|number| walked(&(first + Days::new(number * 2)).to_string(), seconds))
        .collect()
}

#[test]
fn a_row_of_a_day_on_which_no_plan_ran_is_known_as_such() {
    let rows = [
        walked("2026-02-20", 60),
        walked("2026-03-02", 300),
        walked("2026-05-31", 300),
        walked("2026-06-01", 300),
        walked("2026-09-03", 600),
        walked("2026-09-07", 600),
    ];
    assert_eq!(
        rows_without_plan(&[], &rows),
        [0, 1, 2, 3, 4, 5],
        "without any plan"
    );
    let plans = [plan("2026-03-01", 300), plan("2026-09-01", 600)];
    let none: [WalkingEvent; 0] = [];
    let all = programmes(&plans, &none, &rows);
    assert_eq!(rows_without_plan(&all, &rows).len(), 6, "none was started");
    let events = [
        started("2026-03-02"),
        happened("2026-05-31", serde_json::json!({"is": "ended"})),
        started("2026-09-07"),
    ];
    let all = programmes(&plans, &events, &rows);
    assert_eq!(
        rows_without_plan(&all, &rows),
        [0, 3, 4],
        "before the first day, after the end, and before the start of the next"
    );
}

#[test]
fn days_belong_to_the_plan_that_was_prescribed_last() {
    let plans = [plan("2026-09-01", 600), plan("2026-03-01", 300)];
    let events = [started("2026-03-02"), started("2026-09-07")];
    let rows = [
        walked("2026-02-20", 60),
        walked("2026-08-31", 300),
        walked("2026-09-01", 600),
    ];
    let all = programmes(&plans, &events, &rows);
    assert_eq!(all.iter().map(|one| one.place).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(
        all[0].diary.rows().len(),
        2,
        "what came before the first plan belongs to it"
    );
    assert_eq!(
        (all[0].first_day(), all[1].first_day()),
        (Some(day("2026-03-02")), Some(day("2026-09-07")))
    );
    assert_eq!(all[1].rows, [2]);
}

#[test]
fn a_quota_holds_from_its_day_and_weeks_count_from_the_start() {
    let plans = [plan("2026-11-01", 300)];
    let step = |on: &str, seconds: u16| {
        happened(
            on,
            serde_json::json!({"is": "quota", "quota": {"seconds": seconds, "bouts_a_day": 1, "days_a_week": 4}}),
        )
    };
    let events = [
        started("2026-11-04"),
        step("2026-11-18", 400),
        step("2026-11-11", 350),
    ];
    let all = programmes(&plans, &events, &[] as &[Row]);
    let seconds = |on: &str| all[0].quota_on(day(on)).seconds.get();
    assert_eq!(
        ["2026-11-10", "2026-11-11", "2026-11-17", "2026-11-18"].map(seconds),
        [300, 350, 350, 400]
    );
    let weeks = all[0].week_starts(day("2026-11-18"));
    assert_eq!(weeks, [day("2026-11-04"), day("2026-11-11"), day("2026-11-18")]);
    assert!(all[0].week_starts(day("2026-11-03")).is_empty());
}

#[test]
fn nothing_is_proposed_before_a_week_is_over_and_a_green_week_raises() {
    let plans = [plan("2026-11-01", 300)];
    let events = [started("2026-11-02")];
    let rows = week_of("2026-11-02", 300);
    let all = programmes(&plans, &events, &rows);
    let settings = Settings::default();
    let none = Assessment::default();
    assert_eq!(all[0].proposal(day("2026-11-07"), &none, &settings), None);
    let proposal = all[0].proposal(day("2026-11-08"), &none, &settings).unwrap();
    assert_eq!(
        (proposal.advice, proposal.quota.seconds.get()),
        (Advice::Raise, 340)
    );
}

#[test]
fn an_open_flag_colours_the_present_week_alone_and_holds_the_next_step() {
    let plans = [plan("2026-11-01", 300)];
    let events = [started("2026-11-02")];
    let mut rows = week_of("2026-11-02", 300);
    rows.extend(week_of("2026-11-09", 300));
    let all = programmes(&plans, &events, &rows);
    let flags = Assessment {
        fired: vec![FiredFlag {
            rule: "red_flag.ces".into(),
            version: 1,
            level: Level::Emergency,
            wording: "what to do".into(),
            evidence: Vec::new(),
            since: None,
            missing: Vec::new(),
        }],
        ..Assessment::default()
    };
    let settings = Settings::default();
    let today = day("2026-11-17");
    let colour = |first: &str| all[0].week(day(first), today, &flags, &settings).colour;
    assert_eq!(
        (colour("2026-11-09"), colour("2026-11-16")),
        (Colour::Green, Colour::Red)
    );
    let proposal = all[0].proposal(today, &flags, &settings).unwrap();
    assert_eq!(proposal.advice, Advice::Pause);
}

#[test]
fn pauses_have_their_days_and_one_that_lasts_has_no_end() {
    let plans = [plan("2026-11-01", 300)];
    let pause = |on: &str| happened(on, serde_json::json!({"is": "paused", "symptoms": ["fall"]}));
    let reopened = |on: &str| happened(on, serde_json::json!({"is": "reopened"}));
    let events = [
        started("2026-11-02"),
        pause("2026-11-05"),
        pause("2026-11-06"),
        reopened("2026-11-10"),
        pause("2026-11-12"),
    ];
    let all = programmes(&plans, &events, &[] as &[Row]);
    assert_eq!(
        all[0].pauses(),
        [
            Pause {
                from: day("2026-11-05"),
                to: Some(day("2026-11-10"))
            },
            Pause {
                from: day("2026-11-12"),
                to: None
            },
        ]
    );
    assert!(matches!(all[0].status(), PlanStatus::Paused { .. }));
}

#[test]
fn trap_35_a_red_entry_holds_the_quota_once_a_clinician_reopened_the_plan() {
    let plans = [plan("2026-11-01", 300)];
    let mut rows = week_of("2026-11-02", 300);
    rows.push(
        serde_json::from_str(
            r#"{"on":"2026-11-05","entry":{"is":"missed","number":1,"reason":"fell","symptoms":["fall"]}}"#,
        )
        .unwrap(),
    );
    let pause = happened(
        "2026-11-05",
        serde_json::json!({"is": "paused", "symptoms": ["fall"]}),
    );
    let mut events = vec![started("2026-11-02"), pause];
    let advice = |events: &[WalkingEvent]| {
        let all = programmes(&plans, events, &rows);
        let proposal = all[0].proposal(day("2026-11-09"), &Assessment::default(), &Settings::default());
        proposal.unwrap().advice
    };
    assert_eq!(advice(&events), Advice::Pause);
    events.push(happened("2026-11-07", serde_json::json!({"is": "reopened"})));
    assert_eq!(advice(&events), Advice::Hold);
}

#[test]
fn a_plan_that_ended_on_the_day_of_the_next_one_keeps_its_end() {
    let plans = [plan("2026-03-01", 300), plan("2026-05-01", 300)];
    let ended = happened("2026-05-01", serde_json::json!({"is": "ended"}));
    let events = [started("2026-03-01"), ended, started("2026-05-01")];
    let all = programmes(&plans, &events, &[] as &[Row]);
    assert_eq!(
        (all[0].status(), all[1].status()),
        (PlanStatus::Ended, PlanStatus::Active)
    );
    assert_eq!(
        all[0].week_starts(day("2026-06-30")).last(),
        Some(&day("2026-04-26"))
    );
}

#[test]
fn what_happened_before_every_plan_belongs_to_none() {
    let plans = [plan("2026-11-10", 300)];
    let all_of = |events: &[WalkingEvent]| programmes(&plans, events, &[] as &[Row])[0].status();
    assert_eq!(all_of(&[started("2026-11-02")]), PlanStatus::NotStarted);
    assert_eq!(all_of(&[started("2026-11-10")]), PlanStatus::Active);
}

#[test]
fn a_day_is_judged_by_its_own_quota() {
    let plans = [plan("2026-11-01", 600)];
    let cut =
        serde_json::json!({"is": "quota", "quota": {"seconds": 360, "bouts_a_day": 1, "days_a_week": 4}});
    let events = [started("2026-11-02"), happened("2026-11-04", cut)];
    let rows = [
        walked("2026-11-02", 600),
        walked("2026-11-04", 360),
        walked("2026-11-06", 360),
    ];
    let all = programmes(&plans, &events, &rows);
    let week = all[0].week(
        day("2026-11-02"),
        day("2026-11-20"),
        &Assessment::default(),
        &Settings::default(),
    );
    assert_eq!((week.adherence.completed, week.adherence.planned), (3, 4));
}

#[test]
fn days_of_a_pause_are_neither_planned_nor_missed() {
    let plans = [plan("2026-11-01", 300)];
    let pause = happened("2026-11-05", serde_json::json!({"is": "paused"}));
    let reopened = happened("2026-11-18", serde_json::json!({"is": "reopened"}));
    let events = [started("2026-11-02"), pause, reopened];
    let rows = [walked("2026-11-02", 300)];
    let all = programmes(&plans, &events, &rows);
    let adherence = |first: &str| {
        let week = all[0].week(
            day(first),
            day("2026-12-01"),
            &Assessment::default(),
            &Settings::default(),
        );
        (week.adherence.planned, week.adherence.days_without_row)
    };
    assert_eq!(adherence("2026-11-02"), (3, 2), "three days were left to walk");
    assert_eq!(adherence("2026-11-09"), (0, 0));
    assert_eq!(adherence("2026-11-16"), (4, 5));
    assert_eq!(all[0].planned_seconds(day("2026-11-02")), 900);
    assert_eq!(all[0].planned_seconds(day("2026-11-09")), 0);
}

#[test]
fn nothing_is_proposed_from_a_quota_that_holds_no_more() {
    let plans = [plan("2026-11-01", 600)];
    let cut =
        serde_json::json!({"is": "quota", "quota": {"seconds": 360, "bouts_a_day": 1, "days_a_week": 4}});
    let events = [started("2026-11-02"), happened("2026-11-10", cut)];
    let rows = week_of("2026-11-02", 600);
    let all = programmes(&plans, &events, &rows);
    let proposal = |today: &str| {
        all[0]
            .proposal(day(today), &Assessment::default(), &Settings::default())
            .unwrap()
    };
    assert_eq!(proposal("2026-11-09").advice, Advice::Raise);
    let after = proposal("2026-11-11");
    assert_eq!((after.advice, after.quota.seconds.get()), (Advice::Hold, 360));
}

#[test]
fn days_a_week_rise_to_the_target_and_no_further() {
    let settings: Settings = serde_json::from_str(r#"{"cap_percent":50}"#).unwrap();
    let mut frequent = plan("2026-11-01", 300);
    frequent.step = crate::fact::walking::Step::Frequency;
    let events = [started("2026-11-02")];
    let rows: Vec<Row> = (2..=8).map(|on| walked(&format!("2026-11-0{on}"), 300)).collect();
    let advice = |days: i64| {
        let mut plan = frequent.clone();
        plan.quota.days_a_week = days.try_into().unwrap();
        let plans = [plan];
        let all = programmes(&plans, &events, &rows);
        let proposal = all[0]
            .proposal(day("2026-11-09"), &Assessment::default(), &settings)
            .unwrap();
        (proposal.advice, proposal.quota.days_a_week.get())
    };
    assert_eq!(advice(4), (Advice::Raise, 5));
    assert_eq!(advice(5), (Advice::Maintain, 5), "the target has five days");
    assert_eq!(advice(6), (Advice::Maintain, 6));
}
