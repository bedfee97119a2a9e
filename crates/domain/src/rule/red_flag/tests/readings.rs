//! Readings and laboratory series: what is raised fires, and what is not raised excludes nothing.

use super::*;
use crate::value::within::Within;
use crate::{
    rule::red_flag::facts::Reading,
    rule::red_flag::measured::{Amount, Breaths, Crp, CrpUnit, Esr, ResidualUrine, Temperature},
};
use rstest::rstest;

fn at<T>(days_ago: u64, value: T) -> Reading<T> {
    Reading {
        on: ago(days_ago),
        recorded: morning(ago(days_ago)),
        value,
    }
}

#[rstest]
#[case(199, false)]
#[case(200, true)]
#[case(900, true)]
fn residual_urine_counts_from_two_hundred(#[case] ml: u16, #[case] fires: bool) {
    let mut case = Case::default();
    case.facts.residual_urine.push(at(0, ResidualUrine::clamped(ml)));
    assert_eq!(case.level("ces"), fires.then_some(Level::Emergency));
}

#[rstest]
#[case(0)]
#[case(50)]
#[case(199)]
fn trap_32_a_low_residual_urine_excludes_nothing(#[case] ml: u16) {
    let mut case = Case::default().yes("bladder_difficulty", 0);
    case.facts.residual_urine.push(at(0, ResidualUrine::clamped(ml)));
    assert_eq!(case.level("ces"), Some(Level::Emergency));
    let mut silent = Case::default();
    silent
        .facts
        .residual_urine
        .push(at(0, ResidualUrine::clamped(ml)));
    assert_eq!(
        silent.lacks("ces").unwrap().len(),
        8,
        "the questions stay unanswered"
    );
}

#[rstest]
#[case(379, false)]
#[case(380, true)]
#[case(412, true)]
fn fever_counts_from_38(#[case] tenths: u16, #[case] fires: bool) {
    let mut case = Case::default();
    case.facts.temperatures.push(at(0, Temperature::clamped(tenths)));
    assert_eq!(case.level("infect"), fires.then_some(Level::SameDay));
}

#[test]
fn trap_32_no_fever_and_normal_blood_exclude_nothing() {
    let mut case = Case::default().yes("chills", 0).operated("9 Nov 2026");
    let without = case.fired("infect").unwrap();
    case.facts.temperatures.push(at(0, Temperature::clamped(366)));
    case.facts.crp.push(at(0, crp(20)));
    case.facts.esr.push(at(0, esr(8)));
    let with = case.fired("infect").unwrap();
    assert_eq!(with, without);
    assert!(with.wording.contains("do not exclude"));
    let mut asked = Case::default().operated("9 Nov 2026");
    asked.facts.temperatures.push(at(0, Temperature::clamped(366)));
    let lacks = asked.lacks("infect").unwrap();
    assert!(lacks.contains(&"fever: not asked".to_owned()), "{lacks:?}");
}

#[test]
fn an_old_temperature_does_not_join_a_new_finding() {
    // The fever itself was dealt with; today's chills stand alone.
    let mut case = Case::default();
    case.facts.temperatures.push(at(15, Temperature::clamped(390)));
    let case = case
        .decide(
            "infect",
            Decision::Resolved,
            Role::Clinician,
            morning(ago(14)) + chrono::TimeDelta::hours(1),
        )
        .yes("chills", 0);
    assert_eq!(case.level("infect"), Some(Level::Urgent));
}

#[test]
fn an_old_reading_does_not_lift_a_new_finding() {
    let with_fever = |days: u64| {
        let mut case = Case::default();
        case.facts.temperatures.push(at(days, Temperature::clamped(390)));
        let looked = morning(ago(days)) + chrono::TimeDelta::hours(1);
        case.decide("infect", Decision::Resolved, Role::Clinician, looked)
            .yes("numbness", 0)
            .level("infect")
    };
    assert_eq!(with_fever(14), Some(Level::Emergency));
    assert_eq!(with_fever(15), None);
}

#[test]
fn what_was_raised_stays_open_after_a_better_reading() {
    let mut fever = Case::default();
    fever.facts.temperatures = vec![at(9, Temperature::clamped(390)), at(1, Temperature::clamped(366))];
    assert_eq!(fever.level("infect"), Some(Level::SameDay));
    let mut urine = Case::default();
    urine.facts.residual_urine = vec![
        at(9, ResidualUrine::clamped(500)),
        at(1, ResidualUrine::clamped(20)),
    ];
    assert_eq!(urine.level("ces"), Some(Level::Emergency));
    let mut breathing = Case::default();
    breathing.facts.breaths = vec![at(9, Breaths::clamped(6)), at(1, Breaths::clamped(16))];
    assert_eq!(breathing.level("opioid"), Some(Level::Emergency));
    let protein = crp_series(&[(12, 300), (9, 900), (1, 100)]);
    assert_eq!(protein.level("infect"), Some(Level::SameDay));
    let mut sedimentation = Case::default().operated("2 Nov 2026");
    sedimentation.facts.esr = vec![at(12, esr(10)), at(9, esr(40)), at(1, esr(12))];
    assert_eq!(sedimentation.level("infect"), Some(Level::SameDay));
    let mut mind = Case::default();
    mind.facts.item_nine = vec![
        at(9, Answer::Value(Within::clamped(2))),
        at(1, Answer::Value(Within::clamped(0))),
    ];
    assert_eq!(mind.level("mind"), Some(Level::SameDay));
}

#[rstest]
#[case(9, true)]
#[case(10, false)]
fn slow_breathing_counts_below_ten(#[case] breaths: u16, #[case] fires: bool) {
    let mut case = Case::default();
    case.facts.breaths.push(at(0, Breaths::clamped(breaths)));
    assert_eq!(case.level("opioid"), fires.then_some(Level::Emergency));
}

fn crp(mg_per_litre_tenths: u16) -> Crp {
    Crp {
        amount: Amount {
            below: false,
            tenths: Within::clamped(mg_per_litre_tenths),
        },
        unit: CrpUnit::MilligramPerLitre,
    }
}

fn esr(value: u16) -> Esr {
    Esr {
        below: false,
        value: Within::clamped(value),
    }
}

fn crp_series(series: &[(u64, u16)]) -> Case {
    let mut case = Case::default().operated("2 Nov 2026");
    for (days, tenths) in series {
        case.facts.crp.push(at(*days, crp(*tenths)));
    }
    case
}

#[rstest]
#[case::rising(&[(10, 300), (2, 600)], true)]
#[case::falling(&[(10, 600), (2, 300)], false)]
#[case::within_the_noise(&[(10, 300), (2, 350)], false)]
#[case::just_above_it(&[(10, 300), (2, 351)], true)]
#[case::the_peak_after_the_operation(&[(22, 20), (19, 1500)], false)]
#[case::from_the_peak_upwards(&[(18, 900), (10, 1500)], true)]
#[case::one_value_is_no_course(&[(2, 900)], false)]
#[case::two_values_of_one_day_are_no_course(&[(2, 100), (2, 900)], false)]
#[case::unsorted(&[(2, 600), (10, 300)], true)]
fn crp_has_to_rise_after_its_peak(#[case] series: &[(u64, u16)], #[case] fires: bool) {
    let case = crp_series(series);
    assert_eq!(case.level("infect"), fires.then_some(Level::SameDay));
}

#[test]
fn trap_26_a_change_of_unit_is_no_rise() {
    let mut case = crp_series(&[(10, 120)]);
    let mut decilitre = crp(12);
    decilitre.unit = CrpUnit::MilligramPerDecilitre;
    case.facts.crp.push(at(2, decilitre));
    assert_eq!(case.level("infect"), None);
    let mut other = crp_series(&[(2, 120)]);
    other.facts.crp.push(at(10, decilitre));
    assert_eq!(other.level("infect"), None);
}

#[test]
fn below_the_limit_of_detection_rises_only_from_its_limit() {
    let mut below = crp(100);
    below.amount.below = true;
    let mut case = Case::default().operated("2 Nov 2026");
    case.facts.crp.push(at(10, below));
    case.facts.crp.push(at(2, crp(140)));
    assert_eq!(case.level("infect"), None, "14 may be within 5 of just below 10");
    case.facts.crp.push(at(1, crp(300)));
    assert_eq!(case.level("infect"), Some(Level::SameDay));
    let mut last = crp_series(&[(10, 30)]);
    last.facts.crp.push(at(2, below));
    assert_eq!(
        last.level("infect"),
        None,
        "anything below 10 may be no rise from 3"
    );
}

#[test]
fn an_old_rise_is_history() {
    let case = crp_series(&[(60, 300), (50, 900)]);
    let mut case = case.decide("infect", Decision::Resolved, Role::Clinician, morning(ago(40)));
    case.facts.events = Answer::default();
    let case = case.operated("2 Oct 2026").yes("wound_pus", 0);
    let fired = case.fired("infect").unwrap();
    assert!(fired.evidence.iter().all(|one| one.input != "crp_rising"));
}

#[rstest]
#[case::rising(&[(10, 20), (2, 31)], true)]
#[case::within_the_noise(&[(10, 20), (2, 30)], false)]
#[case::falling(&[(10, 60), (2, 20)], false)]
fn esr_has_to_rise(#[case] series: &[(u64, u16)], #[case] fires: bool) {
    let mut case = Case::default().operated("2 Nov 2026");
    for (days, value) in series {
        case.facts.esr.push(at(*days, esr(*value)));
    }
    assert_eq!(case.level("infect"), fires.then_some(Level::SameDay));
}

#[rstest]
#[case::high_and_worse(51, "2 Nov 2026", true, true)]
#[case::at_the_limit(50, "2 Nov 2026", true, false)]
#[case::no_increasing_pain(80, "2 Nov 2026", false, false)]
#[case::too_soon(80, "16 Nov 2026", true, false)]
#[case::after_fourteen_days(80, "9 Nov 2026", true, true)]
#[case::no_recent_operation(80, "2 Nov 2024", true, false)]
fn a_high_esr_late_after_an_operation_counts_with_increasing_pain(
    #[case] value: u16,
    #[case] operated: &str,
    #[case] worse: bool,
    #[case] fires: bool,
) {
    let mut case = Case::default().operated(operated);
    case.facts.esr.push(at(0, esr(value)));
    if worse {
        case = case.yes("increasing_back_pain", 0);
    }
    let named = |fired: FiredFlag| {
        fired
            .evidence
            .iter()
            .any(|one| one.input == "esr_high_after_operation")
    };
    assert_eq!(case.fired("infect").is_some_and(named), fires);
}
