//! Tests of the week: what makes it amber or red, what is no data, how bouts are counted.

use super::*;
use crate::{rule::red_flag::FiredFlag, value::within::Within};
use rstest::rstest;

fn quota() -> Quota {
    Quota {
        seconds: Within::clamped(300),
        bouts_a_day: Within::clamped(1),
        days_a_week: Within::clamped(4),
        pace: Default::default(),
    }
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
}

/// Rows from the day of the week (0 to 6) and the entry as JSON.
fn diary(rows: &[(u64, &str)]) -> Diary {
    let rows = rows.iter().map(|(day, entry)| Row {
        on: first() + chrono::Days::new(*day),
        entry: serde_json::from_str(entry).unwrap_or_else(|error| panic!("{entry}: {error}")),
        told_by: Default::default(),
        note: None,
    });
    Diary::new(rows.collect()).unwrap()
}

fn week_of(rows: &[(u64, &str)], quota: &Quota) -> Week {
    assess(
        &diary(rows),
        first(),
        |_| *quota,
        &Assessment::default(),
        &Settings::default(),
    )
}

fn week(rows: &[(u64, &str)]) -> Week {
    week_of(rows, &quota())
}

fn bout(number: u8, seconds: u32, more: &str) -> String {
    format!(r#"{{"is":"walked","number":{number},"bout":{{"seconds":{seconds}{more}}}}}"#)
}

const CALM: &str = r#","back":{"before":3,"after":4},"settled":true"#;
const REST: &str = r#"{"is":"rest"}"#;
const MISSED: &str = r#"{"is":"missed","number":1,"reason":"rain"}"#;

fn flagged(level: Level) -> Assessment {
    Assessment {
        fired: vec![FiredFlag {
            rule: "red_flag.ces".into(),
            version: 1,
            level,
            wording: "Something is recorded.".into(),
            evidence: Vec::new(),
            since: None,
            missing: Vec::new(),
        }],
        ..Assessment::default()
    }
}

#[rstest]
#[case::two_points(r#","back":{"before":3,"after":5},"settled":true"#, Colour::Green)]
#[case::three_points(r#","back":{"before":3,"after":6},"settled":true"#, Colour::Amber)]
#[case::leg_three_points(
    r#","back":{"before":3,"after":3},"leg":{"before":0,"after":3},"settled":true"#,
    Colour::Amber
)]
#[case::less_pain(r#","back":{"before":6,"after":2},"settled":true"#, Colour::Green)]
#[case::not_settled(r#","back":{"before":3,"after":4},"settled":false"#, Colour::Amber)]
#[case::further_down(r#","symptoms":["leg_pain_further_down"],"settled":true"#, Colour::Amber)]
#[case::further_up(r#","symptoms":["leg_pain_further_up"],"settled":true"#, Colour::Green)]
#[case::numbness(r#","symptoms":["new_numbness"]"#, Colour::Red)]
#[case::weakness(r#","symptoms":["new_weakness"]"#, Colour::Red)]
#[case::bladder(r#","symptoms":["bladder_or_bowel"]"#, Colour::Red)]
#[case::chest(r#","symptoms":["chest_pain"]"#, Colour::Red)]
#[case::fall(r#","symptoms":["fall"]"#, Colour::Red)]
#[case::sudden(r#","symptoms":["sudden_severe_pain"]"#, Colour::Red)]
#[case::amber_and_red(r#","back":{"before":1,"after":9},"symptoms":["fall"]"#, Colour::Red)]
#[case::nothing_said("", Colour::Green)]
fn one_bout_colours_its_week(#[case] more: &str, #[case] colour: Colour) {
    let week = week(&[(0, &bout(1, 300, CALM)), (2, &bout(1, 300, more))]);
    assert_eq!(week.colour, colour);
    let asks = week.reasons.iter().any(|one| one.colour == colour);
    assert_eq!(asks, colour != Colour::Green, "{:?}", week.reasons);
}

#[test]
fn the_reason_names_input_and_day_and_the_gravest_comes_first() {
    let week = week(&[
        (1, &bout(1, 300, r#","back":{"before":3,"after":6}"#)),
        (2, &bout(1, 300, r#","symptoms":["fall"]"#)),
    ]);
    let day = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day);
    let rose = Cause::PainRose {
        site: PainSite::Back,
        before: 3,
        after: 6,
    };
    let found = week.reasons.into_iter().map(|one| (one.on, one.cause));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [(day(4), Cause::Symptom(DiarySymptom::Fall)), (day(3), rose)]
    );
}

#[test]
fn trap_13_back_and_leg_are_never_merged() {
    let more = r#","back":{"before":2,"after":4},"leg":{"before":6,"after":8},"settled":true"#;
    assert_eq!(week(&[(0, &bout(1, 300, more))]).colour, Colour::Green);
    let across = r#","back":{"before":2},"leg":{"after":8},"settled":true"#;
    let week = week(&[(0, &bout(1, 300, across))]);
    assert_eq!((week.colour, week.pain_unknown), (Colour::Green, 1));
}

#[rstest]
#[case::settled_said(CALM, 0)]
#[case::silent("", 1)]
#[case::no_rise_known(r#","settled":true"#, 1)]
#[case::not_settled(r#","settled":false"#, 0)]
#[case::no_word_on_settling(r#","back":{"before":3,"after":4}"#, 1)]
#[case::morning_as_before(r#","back":{"before":3,"after":4,"next_morning":3}"#, 0)]
#[case::morning_worse(r#","back":{"before":3,"after":4,"next_morning":4}"#, 1)]
#[case::only_one_morning(
    r#","back":{"before":3,"after":4,"next_morning":3},"leg":{"before":2,"after":2}"#,
    1
)]
fn pain_that_nobody_wrote_down_is_unknown(#[case] more: &str, #[case] unknown: u32) {
    assert_eq!(week(&[(0, &bout(1, 300, more))]).pain_unknown, unknown);
}

#[test]
fn trap_35_a_day_without_a_row_is_no_data_and_not_zero() {
    let four = [
        (0, bout(1, 300, CALM)),
        (2, bout(1, 300, CALM)),
        (4, bout(1, 300, CALM)),
        (6, bout(1, 300, CALM)),
    ];
    let rows: Vec<(u64, &str)> = four.iter().map(|(day, entry)| (*day, entry.as_str())).collect();
    let blank = week(&rows);
    assert_eq!(blank.mean_day_seconds, Some(300));
    assert_eq!(blank.adherence.days_without_row, 3);
    assert_eq!((blank.adherence.completed, blank.adherence.planned), (4, 4));
    let mut rested = rows.clone();
    rested.extend([(1, REST), (3, REST), (5, REST)]);
    let rested = week(&rested);
    assert_eq!(
        rested.mean_day_seconds,
        Some(300),
        "a rest day is not zero minutes"
    );
    assert_eq!(rested.adherence.days_without_row, 0);
    let mut missed = rows;
    missed.push((1, MISSED));
    assert_eq!(
        week(&missed).mean_day_seconds,
        Some(240),
        "a missed bout is zero minutes"
    );
}

#[rstest]
#[case::none(&[], Colour::NoData)]
#[case::rest_only(&[(0, REST), (1, REST)], Colour::NoData)]
#[case::two_missed(&[(0, MISSED), (1, MISSED)], Colour::NoData)]
#[case::three_missed(&[(0, MISSED), (1, MISSED), (4, MISSED)], Colour::Amber)]
fn trap_35_silence_is_no_data_and_only_missed_bouts_are_missed(
    #[case] rows: &[(u64, &str)],
    #[case] colour: Colour,
) {
    let week = week(rows);
    assert_eq!(week.colour, colour);
    assert_eq!(week.walked_seconds, 0);
}

#[test]
fn a_day_on_which_another_bout_was_walked_is_not_missed() {
    let mut entries = Vec::new();
    for day in 0..3 {
        entries.push((day, bout(2, 300, CALM)));
    }
    let mut rows: Vec<(u64, &str)> = entries
        .iter()
        .map(|(day, entry)| (*day, entry.as_str()))
        .collect();
    rows.extend([(0, MISSED), (1, MISSED), (2, MISSED)]);
    assert_eq!(week(&rows).colour, Colour::Green);
}

#[test]
fn trap_35_two_bouts_of_a_day_are_not_counted_twice() {
    let rows = [
        (0, bout(1, 300, CALM)),
        (0, bout(2, 300, CALM)),
        (1, bout(1, 300, CALM)),
        (1, bout(2, 300, CALM)),
    ];
    let rows: Vec<(u64, &str)> = rows.iter().map(|(day, entry)| (*day, entry.as_str())).collect();
    let one_a_day = week(&rows);
    assert_eq!(
        (one_a_day.adherence.completed, one_a_day.adherence.planned),
        (2, 4)
    );
    assert_eq!(one_a_day.walked_seconds, 1200);
    assert_eq!(one_a_day.mean_day_seconds, Some(600));
    let mut twice = quota();
    twice.bouts_a_day = Within::clamped(2);
    let two_a_day = week_of(&rows, &twice);
    assert_eq!(
        (two_a_day.adherence.completed, two_a_day.adherence.planned),
        (4, 8)
    );
}

#[rstest]
#[case(239, 0)]
#[case(240, 1)]
#[case(900, 1)]
fn a_bout_counts_from_four_fifths_of_its_time(#[case] seconds: u32, #[case] completed: u32) {
    assert_eq!(
        week(&[(0, &bout(1, seconds, CALM))]).adherence.completed,
        completed
    );
}

#[test]
fn more_than_planned_keeps_its_raw_figures() {
    let rows: Vec<(u64, String)> = (0..6).map(|day| (day, bout(1, 300, CALM))).collect();
    let rows: Vec<(u64, &str)> = rows.iter().map(|(day, entry)| (*day, entry.as_str())).collect();
    let adherence = week(&rows).adherence;
    assert_eq!((adherence.completed, adherence.planned), (6, 4));
    assert_eq!(adherence.days_without_row, 1);
    assert!(adherence.reaches(100));
}

#[rstest]
#[case(2, 4, 75, false)]
#[case(3, 4, 75, true)]
#[case(0, 0, 0, false)]
#[case(0, 4, 0, true)]
fn adherence_reaches_its_limit(
    #[case] completed: u32,
    #[case] planned: u32,
    #[case] percent: u16,
    #[case] reaches: bool,
) {
    let adherence = Adherence {
        completed,
        planned,
        days_without_row: 0,
    };
    assert_eq!(adherence.reaches(percent), reaches);
}

#[rstest]
#[case(Level::Emergency, Colour::Red, true)]
#[case(Level::SameDay, Colour::Red, true)]
#[case(Level::Urgent, Colour::Green, true)]
#[case(Level::Caution, Colour::Green, false)]
fn an_open_red_flag_makes_the_week_red(#[case] level: Level, #[case] colour: Colour, #[case] open: bool) {
    let week = assess(
        &diary(&[(0, &bout(1, 300, CALM))]),
        first(),
        |_| quota(),
        &flagged(level),
        &Settings::default(),
    );
    assert_eq!((week.colour, week.flag_open), (colour, open));
}

#[test]
fn a_red_symptom_beside_a_missed_bout_counts_and_directions_are_counted_by_day() {
    let red = week(&[(
        0,
        r#"{"is":"missed","number":1,"reason":"fell","symptoms":["fall"]}"#,
    )]);
    assert_eq!(red.colour, Colour::Red);
    let down = r#","symptoms":["leg_pain_further_down"]"#;
    let up = r#","symptoms":["leg_pain_further_up"]"#;
    let week = week(&[
        (0, &bout(1, 300, down)),
        (0, &bout(2, 300, down)),
        (1, &bout(1, 300, up)),
        (2, &bout(1, 300, up)),
    ]);
    assert_eq!((week.further_down, week.further_up), (1, 2));
}

#[test]
fn rows_of_other_weeks_do_not_count() {
    let week = week(&[
        (7, &bout(1, 300, r#","symptoms":["fall"]"#)),
        (0, &bout(1, 300, CALM)),
    ]);
    assert_eq!((week.colour, week.adherence.completed), (Colour::Green, 1));
}
