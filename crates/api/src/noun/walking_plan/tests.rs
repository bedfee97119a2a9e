//! What is typed about walking reads back as the same, and what can't be read is told at its field.

use super::*;
use crate::noun::{walking_event::*, walking_row::*};
use lamina_domain::{
    ToldBy, Typing,
    fact::walking::{DiarySymptom, Pace, SurfaceKind},
};

fn reading() -> Reading {
    Reading::of(Typing::on("2026-11-25".parse().unwrap()))
}

fn paths(reading: &Reading) -> Vec<&str> {
    reading.issues.iter().map(|issue| issue.path.as_str()).collect()
}

#[test]
fn a_length_is_read_as_minutes() {
    let not_a_number = |text: &str| Err(Problem::NotANumber { text: text.into() });
    for (typed, wanted) in [
        ("12", Ok(720)),
        ("12:30", Ok(750)),
        ("12,5", Ok(750)),
        ("90 s", Ok(90)),
        ("5 min", Ok(300)),
        ("5:75", not_a_number("5:75")),
        ("about ten", not_a_number("about ten")),
        ("", Err(Problem::Required)),
    ] {
        assert_eq!(seconds(typed), wanted, "{typed}");
    }
}

fn plan() -> WalkingPlanInput {
    let bout = |on: &str, minutes: &str, bad_day| WalkingBoutInput {
        on: on.into(),
        minutes: minutes.into(),
        bad_day,
    };
    WalkingPlanInput {
        prescribed_on: "24 Nov 2026".into(),
        by: "Dr Sample".into(),
        answers: vec![ClearanceInput {
            item: Item::MedicalClearance,
            reply: Reply::Yes,
            on: "23 Nov 2026".into(),
            by: "Dr Lind".into(),
        }],
        bouts: vec![
            bout("20 Nov 2026", "10", false),
            bout("21 Nov 2026", "8:30", false),
            bout("22 Nov 2026", "4", true),
        ],
        quota: QuotaInput {
            minutes: "6:30".into(),
            bouts_a_day: "2".into(),
            days_a_week: "4".into(),
            pace: Pace::Easy,
        },
        target_minutes: "30".into(),
        target_days: "5".into(),
        cautions: BTreeSet::from([Caution::Ground]),
        ..WalkingPlanInput::default()
    }
}

#[test]
fn a_plan_reads_back_as_the_same() {
    let mut reading = reading();
    let read = plan().read(&mut reading);
    assert_eq!(paths(&reading), Vec::<&str>::new());
    assert_eq!(WalkingPlanInput::of(&read.unwrap()), plan());
}

#[test]
fn what_can_not_be_kept_of_a_plan_is_told_at_its_field() {
    let mut typed = plan();
    typed.by = " ".into();
    typed.answers[0].by.clear();
    typed.bouts.truncate(2);
    typed.quota.minutes = "0:30".into();
    typed.quota.days_a_week = "8".into();
    typed.target_minutes.clear();
    let mut reading = reading();
    assert_eq!(typed.read(&mut reading), None);
    assert_eq!(
        paths(&reading),
        [
            "by",
            "answers.0.by",
            "bouts",
            "quota.minutes",
            "quota.days_a_week",
            "target_minutes"
        ]
    );
    assert_eq!(reading.issues[2].problem, Problem::BaselineIncomplete);
    assert_eq!(
        reading.issues[3].problem,
        Problem::OutOfRange { min: 1, max: 180 }
    );
}

#[test]
fn a_plan_without_a_baseline_is_a_plan() {
    let mut typed = plan();
    typed.bouts = vec![WalkingBoutInput::default(); 3];
    let mut reading = reading();
    assert_eq!(typed.read(&mut reading).unwrap().baseline, None);
}

#[test]
fn a_line_of_the_diary_reads_back_as_the_same() {
    let typed = WalkingRowInput {
        on: "24 Nov 2026".into(),
        number: "2".into(),
        start: "10:30".into(),
        minutes: "12:30".into(),
        metres: "800".into(),
        steps: "1200".into(),
        surface: Some(SurfaceKind::Treadmill),
        surface_words: "incline of 2 %".into(),
        exertion: "11".into(),
        back_before: "3".into(),
        back_after: "5".into(),
        leg_next_morning: "0".into(),
        settled: Some(true),
        symptoms: BTreeSet::from([DiarySymptom::LegPainFurtherUp]),
        aid: "stick".into(),
        mood: "good".into(),
        told_by: ToldBy::Patient,
        ..WalkingRowInput::default()
    };
    let mut reading = reading();
    let row = typed.read(&mut reading).unwrap();
    assert_eq!(WalkingRowInput::of(&row), typed);
}

#[test]
fn trap_35_a_missed_bout_needs_its_reason_and_zero_minutes_are_refused() {
    let mut reading = reading();
    let missed = WalkingRowInput {
        entry: WalkingEntryInput::Missed,
        ..WalkingRowInput::default()
    };
    assert_eq!(missed.read(&mut reading), None);
    let zero = WalkingRowInput {
        minutes: "0".into(),
        back_before: "11".into(),
        start: "25:00".into(),
        ..WalkingRowInput::default()
    };
    assert_eq!(zero.read(&mut reading), None);
    assert_eq!(paths(&reading), ["reason", "minutes", "start", "back_before"]);
}

#[test]
fn an_event_reads_back_as_the_same() {
    for what in [
        WalkingHappenedInput::Started,
        WalkingHappenedInput::Paused {
            symptoms: BTreeSet::new(),
        },
        WalkingHappenedInput::Reopened,
        WalkingHappenedInput::Quota { quota: plan().quota },
        WalkingHappenedInput::Ended,
    ] {
        let typed = WalkingEventInput {
            what,
            on: "24 Nov 2026".into(),
            by: "Dr Sample".into(),
            role: "physiotherapist".into(),
            reason: "looked at".into(),
        };
        let mut reading = reading();
        assert_eq!(WalkingEventInput::of(&typed.read(&mut reading).unwrap()), typed);
    }
}
