//! A trial from its diary alone: which days count, which do not, and what is then said.

use super::*;
use rstest::rstest;
use serde_json::{Value, json};

/// A path for leg pain with a trial of ten days, and its diary.
fn evaluated(diary: &Value, trial: &Value, settings: &Settings) -> Evaluation {
    let record: Record = serde_json::from_value(json!({
        "patient": {"family": "Sample", "born": "1970"},
        "neuromodulations": [{"therapy": "spinal_cord", "targets": ["leg"]}],
        "neuromodulation_steps": [trial],
        "trial_days": diary
    }))
    .unwrap();
    let days = super::diary(&record, 0);
    let (_, step) = steps(&record, 0).next().unwrap();
    evaluate(&record.neuromodulations[0], step, &days, settings).unwrap()
}

fn trial(more: &Value) -> Value {
    let mut trial = json!({"neuromodulation": "neuromodulation 1", "when": "10 Mar 2026",
        "what": {"trial": {"ended": "19 Mar 2026"}}});
    for (name, value) in more.as_object().unwrap() {
        trial[name] = value.clone();
    }
    trial
}

fn day(on: u32, more: Value) -> Value {
    let mut day = json!({"neuromodulation": "neuromodulation 1", "on": format!("2026-03-{on:02}")});
    for (name, value) in more.as_object().unwrap() {
        day[name] = value.clone();
    }
    day
}

/// Seven days before the trial and seven at its end with these ratings of the leg.
fn two_weeks(before: [i64; 7], end: [i64; 7]) -> Vec<Value> {
    let first = (3..).zip(before).map(|(on, leg)| day(on, json!({"leg": leg})));
    let last = (13..).zip(end).map(|(on, leg)| day(on, json!({"leg": leg})));
    first.chain(last).collect()
}

fn leg(evaluation: &Evaluation) -> &Course {
    let leg = evaluation.courses.iter().find(|one| one.pain == Pain::Leg);
    leg.unwrap()
}

#[rstest]
#[case([8; 7], [4; 7], 500, true)]
#[case([8; 7], [2; 7], 750, true)]
#[case([8, 8, 8, 8, 8, 8, 8], [4, 4, 4, 4, 4, 4, 5], 482, false)]
#[case([8; 7], [8; 7], 0, false)]
#[case([4; 7], [6; 7], -500, false)]
fn trap_37_the_mean_of_the_week_before_against_that_of_the_last_week(
    #[case] before: [i64; 7],
    #[case] end: [i64; 7],
    #[case] permille: i64,
    #[case] met: bool,
) {
    let days = Value::from(two_weeks(before, end));
    let evaluation = evaluated(&days, &trial(&json!({})), &Settings::default());
    assert_eq!(leg(&evaluation).fall, Ok(Fall { permille, met }));
}

#[test]
fn trap_52_what_falls_short_of_the_limit_never_reads_as_reached() {
    // 7 days of 10 against a sum of 36: a fall of 48.57 %; with the limit at 49 it is not met, at 48 it is.
    let days = Value::from(two_weeks([10; 7], [5, 5, 5, 5, 5, 5, 6]));
    let with = |percent: i64| Settings {
        percent: percent.try_into().unwrap(),
        ..Settings::default()
    };
    let fall = |percent| {
        leg(&evaluated(&days, &trial(&json!({})), &with(percent)))
            .fall
            .unwrap()
    };
    assert_eq!(
        (fall(49).permille, fall(49).met, fall(48).met),
        (485, false, true)
    );
}

#[test]
fn trap_37_one_day_is_no_mean_and_a_day_without_a_rating_is_no_zero() {
    let mut days = two_weeks([8; 7], [2; 7]);
    for one in days.iter_mut().skip(10) {
        *one = json!({"neuromodulation": "neuromodulation 1", "on": one["on"], "back": 5});
    }
    let evaluation = evaluated(&Value::from(days), &trial(&json!({})), &Settings::default());
    let course = leg(&evaluation);
    let [before, end] = course.windows.as_ref().unwrap();
    assert_eq!((before.days, end.days, end.span()), (7, 3, 7));
    assert_eq!(course.fall, Err(Why::TooFewDays(4)));
    assert_eq!(end.mean_tenths(), Some(20), "of the three that were rated");
    let none = evaluated(&json!([]), &trial(&json!({})), &Settings::default());
    assert_eq!(leg(&none).fall, Err(Why::TooFewDays(4)));
    assert_eq!(leg(&none).windows.as_ref().unwrap()[0].mean_tenths(), None);
}

#[test]
fn trap_37_now_is_never_compared_with_worst() {
    let mut days = two_weeks([8; 7], [2; 7]);
    for one in &mut days[..7] {
        one["kind"] = "worst".into();
    }
    for one in &mut days[7..] {
        one["kind"] = "now".into();
    }
    let evaluation = evaluated(
        &Value::from(days.clone()),
        &trial(&json!({})),
        &Settings::default(),
    );
    assert_eq!(leg(&evaluation).fall, Err(Why::KindsDiffer));
    for one in &mut days {
        one["kind"] = "worst".into();
    }
    let evaluation = evaluated(&Value::from(days), &trial(&json!({})), &Settings::default());
    assert_eq!(leg(&evaluation).kind, Some(PainKind::Worst));
    assert!(leg(&evaluation).fall.unwrap().met);
}

#[test]
fn trap_37_the_back_never_speaks_for_the_leg() {
    let mut days = two_weeks([8; 7], [8; 7]);
    for (at, one) in days.iter_mut().enumerate() {
        one["back"] = if at < 7 { 8 } else { 1 }.into();
    }
    let evaluation = evaluated(&Value::from(days), &trial(&json!({})), &Settings::default());
    let told: Vec<_> = evaluation
        .courses
        .iter()
        .map(|one| (one.pain, one.target, one.fall.unwrap().met))
        .collect();
    assert_eq!(told, [(Pain::Leg, true, false), (Pain::Back, false, true)]);
}

#[test]
fn trap_37_a_medicine_changed_between_the_weeks_is_told() {
    let mut days = two_weeks([8; 7], [2; 7]);
    days.push(day(
        11,
        json!({"medicine_changed": "yes", "medicine_words": "tramadol stopped"}),
    ));
    days.push(day(25, json!({"medicine_changed": "yes"})));
    days[0]["medicine_changed"] = "no".into();
    let evaluation = evaluated(&Value::from(days), &trial(&json!({})), &Settings::default());
    assert_eq!(evaluation.medicine_changed, ["2026-03-11".parse().unwrap()]);
    assert_eq!(evaluation.medicine_not_said, 13);
}

#[rstest]
#[case(json!({"when": "Mar 2026"}), Why::StartNotADay)]
#[case(json!({"what": {"trial": {}}}), Why::NoEnd)]
#[case(json!({"what": {"trial": {"ended": "Mar 2026"}}}), Why::EndNotADay)]
#[case(json!({"what": {"trial": {"ended": "10 Mar 2026"}}}), Why::TooShort)]
fn without_the_days_of_the_trial_nothing_is_worked_out(#[case] more: Value, #[case] why: Why) {
    let days = Value::from(two_weeks([8; 7], [2; 7]));
    let evaluation = evaluated(&days, &trial(&more), &Settings::default());
    assert_eq!(leg(&evaluation).fall, Err(why));
}

#[test]
fn a_short_trial_has_a_short_last_window_and_its_first_day_counts_in_neither() {
    let mut days = two_weeks([8; 7], [9; 7]);
    days.extend((10..15).map(|on| day(on, json!({"leg": if on == 10 { 10 } else { 2 }}))));
    days.retain({
        let mut seen = BTreeSet::new();
        move |one| one["leg"] != 9 && seen.insert(one["on"].to_string())
    });
    let short = trial(&json!({"what": {"trial": {"ended": "14 Mar 2026"}}}));
    let evaluation = evaluated(&Value::from(days), &short, &Settings::default());
    let course = leg(&evaluation);
    let [before, end] = course.windows.as_ref().unwrap();
    assert_eq!(
        (before.to.to_string(), end.from.to_string()),
        ("2026-03-09".into(), "2026-03-11".into())
    );
    assert_eq!((before.days, end.days), (7, 4));
    assert!(course.fall.unwrap().met);
}

#[test]
fn no_pain_before_has_no_percentage_and_a_clinic_may_ask_for_other_days() {
    let none = Value::from(two_weeks([0; 7], [0; 7]));
    let evaluation = evaluated(&none, &trial(&json!({})), &Settings::default());
    assert_eq!(leg(&evaluation).fall, Err(Why::NoPainBefore), "trap 10");
    let mut own = Settings::default();
    own.set("neuromodulation.window_days", 3).unwrap().unwrap();
    own.set("neuromodulation.percent", 30).unwrap().unwrap();
    // Fewer days in the window than are asked for: all of them are.
    own.set("neuromodulation.least_days", 7).unwrap().unwrap();
    let days = Value::from(two_weeks([1, 1, 1, 1, 10, 10, 10], [9, 9, 9, 9, 7, 7, 7]));
    let evaluation = evaluated(&days, &trial(&json!({})), &own);
    assert_eq!(
        leg(&evaluation).fall,
        Ok(Fall {
            permille: 300,
            met: true
        })
    );
}
