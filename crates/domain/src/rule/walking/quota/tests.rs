//! Tests of the quota: it rises, holds, is cut and stops, and never rises by more than the cap.

use super::*;
use crate::{rule::walking::week::Cause, value::text::Text};
use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
use rstest::rstest;

fn quota(seconds: u16, bouts: u16, days: u16) -> Quota {
    Quota {
        seconds: Within::clamped(seconds),
        bouts_a_day: Within::clamped(bouts),
        days_a_week: Within::clamped(days),
        pace: Pace::Easy,
    }
}

fn week(colour: Colour) -> Week {
    let reasons = match colour {
        Colour::Amber | Colour::Red => vec![Reason {
            colour,
            on: None,
            cause: Cause::NotSettled,
        }],
        _ => Vec::new(),
    };
    Week {
        first: NaiveDate::from_ymd_opt(2026, 11, 2).unwrap(),
        colour,
        reasons,
        adherence: Adherence {
            completed: 3,
            planned: 4,
            days_without_row: 3,
        },
        walked_seconds: 900,
        mean_day_seconds: Some(300),
        pain_unknown: 0,
        further_down: 0,
        further_up: 0,
        flag_open: false,
    }
}

fn led_to(colour: Colour) -> Because {
    Because::Week(Reason {
        colour,
        on: None,
        cause: Cause::NotSettled,
    })
}

fn after(weeks: &[Week], quota: Quota, step: Step) -> Proposal {
    propose(
        weeks,
        &quota,
        step,
        Some(480),
        &PlanStatus::Active,
        &Settings::default(),
    )
}

#[rstest]
#[case::fifteen_per_cent_of_the_baseline(400, Some(480), 470)]
#[case::capped_at_a_fifth(200, Some(480), 240)]
#[case::without_a_baseline(400, None, 460)]
#[case::shortest(60, Some(60), 70)]
#[case::up_to_the_target(1790, Some(1200), 1800)]
fn a_green_week_raises_the_bout(#[case] now: u16, #[case] baseline: Option<u32>, #[case] next: u16) {
    let proposal = propose(
        &[week(Colour::Green)],
        &quota(now, 1, 4),
        Step::Duration,
        baseline,
        &PlanStatus::Active,
        &Settings::default(),
    );
    assert_eq!(
        (proposal.advice, proposal.quota.seconds.get()),
        (Advice::Raise, next)
    );
    assert_eq!(proposal.quota.days_a_week.get(), 4, "one thing at a time");
    assert_eq!(proposal.quota.pace, Pace::Easy);
}

#[test]
fn at_the_target_it_is_kept_up() {
    let proposal = after(&[week(Colour::Green)], quota(1800, 1, 4), Step::Duration);
    assert_eq!(proposal.advice, Advice::Maintain);
    let two_bouts = after(&[week(Colour::Green)], quota(900, 2, 4), Step::Duration);
    assert_eq!(two_bouts.advice, Advice::Maintain);
}

#[rstest]
#[case(4, Advice::Hold, 4)]
#[case(5, Advice::Raise, 6)]
#[case(6, Advice::Raise, 7)]
#[case(7, Advice::Maintain, 7)]
fn a_day_more_has_to_fit_under_the_cap(#[case] days: u16, #[case] advice: Advice, #[case] next: u16) {
    let proposal = after(&[week(Colour::Green)], quota(300, 1, days), Step::Frequency);
    assert_eq!(
        (proposal.advice, proposal.quota.days_a_week.get()),
        (advice, next)
    );
    assert_eq!(proposal.quota.seconds.get(), 300, "one thing at a time");
}

#[test]
fn a_day_that_does_not_fit_says_why() {
    let proposal = after(&[week(Colour::Green)], quota(300, 1, 4), Step::Frequency);
    assert_eq!(proposal.because, [Because::DayAboveCap { rise: 25, cap: 20 }]);
}

#[test]
fn pace_rises_by_one_and_nothing_else_does() {
    let mut now = quota(300, 1, 4);
    for (next, advice) in [
        (Pace::Comfortable, Advice::Raise),
        (Pace::Brisk, Advice::Raise),
        (Pace::Brisk, Advice::Maintain),
    ] {
        let proposal = after(&[week(Colour::Green)], now, Step::Pace);
        assert_eq!((proposal.advice, proposal.quota.pace), (advice, next));
        assert_eq!(proposal.quota.week_seconds(), now.week_seconds());
        now = proposal.quota;
    }
}

#[rstest]
#[case::adherence(|week: &mut Week| week.adherence.completed = 2, Because::Adherence { of: Adherence { completed: 2, planned: 4, days_without_row: 3 }, least: 75 })]
#[case::flag(|week: &mut Week| week.flag_open = true, Because::Flag)]
#[case::pain(|week: &mut Week| week.pain_unknown = 2, Because::PainUnknown(2))]
fn trap_35_no_raise_without_adherence_quiet_flags_and_known_pain(
    #[case] spoil: fn(&mut Week),
    #[case] because: Because,
) {
    for step in [Step::Duration, Step::Frequency, Step::Pace] {
        let mut green = week(Colour::Green);
        spoil(&mut green);
        let proposal = after(&[green], quota(300, 1, 5), step);
        assert_eq!(proposal.advice, Advice::Hold);
        assert_eq!(proposal.quota, quota(300, 1, 5));
        assert_eq!(proposal.because, std::slice::from_ref(&because));
    }
}

#[test]
fn trap_35_no_data_neither_raises_nor_cuts() {
    for weeks in [vec![week(Colour::NoData)], Vec::new()] {
        let proposal = after(&weeks, quota(300, 1, 4), Step::Duration);
        assert_eq!(
            (proposal.advice, proposal.quota),
            (Advice::Hold, quota(300, 1, 4))
        );
    }
}

#[rstest]
#[case(300, 20, Advice::Cut, 240)]
#[case(310, 25, Advice::Cut, 230)]
#[case(70, 20, Advice::Cut, 60)]
#[case(60, 20, Advice::Hold, 60)]
#[case(300, 0, Advice::Hold, 300)]
fn an_amber_week_cuts_down_to_the_least(
    #[case] now: u16,
    #[case] percent: u16,
    #[case] advice: Advice,
    #[case] next: u16,
) {
    let settings = Settings {
        cut_percent: Within::clamped(percent),
        ..Settings::default()
    };
    let proposal = propose(
        &[week(Colour::Amber)],
        &quota(now, 1, 4),
        Step::Duration,
        Some(480),
        &PlanStatus::Active,
        &settings,
    );
    assert_eq!((proposal.advice, proposal.quota.seconds.get()), (advice, next));
    assert_eq!(proposal.because, [led_to(Colour::Amber)]);
}

#[test]
fn trap_36_amber_weeks_in_a_row_ask_for_a_look_and_not_for_another_cut() {
    let amber = || week(Colour::Amber);
    let second = after(&[amber(), amber()], quota(300, 1, 4), Step::Duration);
    assert_eq!(second.advice, Advice::Review);
    assert_eq!(second.quota, quota(300, 1, 4));
    assert_eq!(second.because, [Because::AmberWeeks(2), led_to(Colour::Amber)]);
    let broken = after(
        &[amber(), week(Colour::Green), amber()],
        quota(300, 1, 4),
        Step::Duration,
    );
    assert_eq!(
        broken.advice,
        Advice::Cut,
        "a green week between starts the count anew"
    );
}

#[test]
fn trap_36_it_goes_down_and_up_again() {
    let mut now = quota(300, 1, 4);
    now = after(&[week(Colour::Amber)], now, Step::Duration).quota;
    assert_eq!(now.seconds.get(), 240);
    for _ in 0..40 {
        now = after(&[week(Colour::Amber), week(Colour::Green)], now, Step::Duration).quota;
    }
    assert_eq!(
        now.seconds.get(),
        1800,
        "green weeks lead to the target and no further"
    );
}

#[test]
fn a_red_week_stops_and_a_paused_plan_proposes_nothing_else() {
    let red = after(&[week(Colour::Red)], quota(300, 1, 4), Step::Duration);
    assert_eq!((red.advice, red.quota), (Advice::Pause, quota(300, 1, 4)));
    assert_eq!(red.because, [led_to(Colour::Red)]);
    let paused = PlanStatus::Paused {
        since: DateTime::UNIX_EPOCH,
        reason: Text::new("fall").ok(),
    };
    let green = [week(Colour::Green)];
    for (status, advice) in [
        (paused, Advice::Pause),
        (PlanStatus::NotStarted, Advice::Hold),
        (PlanStatus::Ended, Advice::Hold),
    ] {
        let proposal = propose(
            &green,
            &quota(300, 1, 4),
            Step::Duration,
            Some(480),
            &status,
            &Settings::default(),
        );
        assert_eq!((proposal.advice, proposal.quota), (advice, quota(300, 1, 4)));
    }
}

fn colour() -> impl Strategy<Value = Colour> {
    prop::sample::select(vec![Colour::NoData, Colour::Green, Colour::Amber, Colour::Red])
}

fn step() -> impl Strategy<Value = Step> {
    prop::sample::select(vec![Step::Duration, Step::Frequency, Step::Pace])
}

proptest! {
    #[test]
    fn the_week_never_rises_by_more_than_the_cap_and_one_thing_changes(
        colours in prop::collection::vec(colour(), 1..5),
        step in step(),
        seconds in 60_u16..10_800,
        bouts in 1_u16..5,
        days in 1_u16..8,
        baseline in prop::option::of(0_u32..100_000),
        cap in 1_u16..51,
        raise in 1_u16..21,
    ) {
        let settings = Settings {
            cap_percent: Within::clamped(cap),
            raise_percent: Within::clamped(raise),
            ..Settings::default()
        };
        let now = quota(seconds, bouts, days);
        let weeks: Vec<Week> = colours.into_iter().map(week).collect();
        let proposal = propose(&weeks, &now, step, baseline, &PlanStatus::Active, &settings);
        let next = proposal.quota;
        prop_assert!(next.week_seconds() * 100 <= now.week_seconds() * u32::from(100 + cap));
        let changed = [
            next.seconds != now.seconds,
            next.bouts_a_day != now.bouts_a_day,
            next.days_a_week != now.days_a_week,
            next.pace != now.pace,
        ];
        let count = changed.into_iter().filter(|changed| *changed).count();
        prop_assert!(count <= 1);
        prop_assert_eq!(count == 1, matches!(proposal.advice, Advice::Raise | Advice::Cut));
        let more = next.week_seconds() > now.week_seconds() || next.pace > now.pace;
        prop_assert_eq!(more, proposal.advice == Advice::Raise);
    }
}
