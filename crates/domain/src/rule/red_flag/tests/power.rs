//! Muscle power over several examinations.

use super::*;
use crate::fact::examination::power::{Grade, KeyMuscle, LimbSide, MuscleFinding, Power, PowerExam};
use crate::rule::red_flag::input::PowerBefore;
use crate::value::date::PartialDate;
use rstest::rstest;

fn exam(days_ago: u64, findings: &[(KeyMuscle, LimbSide, &str)]) -> PowerExam {
    let findings = findings
        .iter()
        .map(|(muscle, side, power)| MuscleFinding {
            muscle: *muscle,
            side: *side,
            power: power.parse::<Power>().unwrap(),
            known: false,
        })
        .collect();
    PowerExam::new(ago(days_ago).into(), morning(ago(days_ago)), findings).unwrap()
}

/// The left great toe, examined on several days.
fn toe(exams: &[(u64, &str)]) -> Case {
    let mut case = Case::default();
    for (days, power) in exams {
        case.facts
            .power
            .push(exam(*days, &[(KeyMuscle::L5, LimbSide::Left, power)]));
    }
    case
}

#[rstest]
#[case::one_step(&[(20, "5"), (1, "4+")], Some(Level::SameDay))]
#[case::within_four(&[(20, "4"), (1, "4-")], Some(Level::SameDay))]
#[case::same(&[(20, "4"), (1, "4")], None)]
#[case::better(&[(20, "4-"), (1, "4+")], None)]
#[case::first_and_low(&[(1, "3")], Some(Level::SameDay))]
#[case::first_and_four_minus(&[(1, "4-")], None)]
#[case::not_tested_is_skipped(&[(20, "5"), (10, "NT"), (1, "5")], None)]
#[case::not_tested_last(&[(20, "5"), (1, "NT")], None)]
#[case::drop_across_not_tested(&[(20, "5"), (10, "NT"), (1, "4")], Some(Level::SameDay))]
#[case::fast(&[(3, "5"), (1, "4")], Some(Level::Emergency))]
#[case::three_days_is_not_fast(&[(4, "5"), (1, "4")], Some(Level::SameDay))]
#[case::unsorted(&[(1, "4"), (20, "5")], Some(Level::SameDay))]
fn a_drop_or_a_low_grade_fires(#[case] exams: &[(u64, &str)], #[case] level: Option<Level>) {
    assert_eq!(toe(exams).level("motor"), level);
}

#[test]
fn a_drop_on_both_sides_is_an_emergency() {
    let mut case = toe(&[]);
    let both = |days, left, right| {
        exam(
            days,
            &[
                (KeyMuscle::L5, LimbSide::Left, left),
                (KeyMuscle::S1, LimbSide::Right, right),
            ],
        )
    };
    case.facts.power = vec![both(20, "5", "5"), both(1, "4", "4")];
    assert_eq!(case.level("motor"), Some(Level::Emergency));
    case.facts.power = vec![both(20, "5", "5"), both(1, "4", "5")];
    assert_eq!(case.level("motor"), Some(Level::SameDay));
    case.facts.power = vec![both(20, "5", "5"), both(1, "5", "4")];
    assert_eq!(case.level("motor"), Some(Level::SameDay));
}

#[test]
fn a_muscle_is_compared_with_itself_on_its_side_only() {
    let mut case = Case::default();
    case.facts.power = vec![
        exam(20, &[(KeyMuscle::L5, LimbSide::Right, "5")]),
        exam(1, &[(KeyMuscle::L5, LimbSide::Left, "4")]),
        exam(1, &[(KeyMuscle::L4, LimbSide::Right, "4")]),
    ];
    assert_eq!(case.level("motor"), None);
}

/// The left great toe; a grade with "known" behind it was said to be known and unchanged.
fn known(exams: &[(u64, &str)]) -> Case {
    let mut case = Case::default();
    for (days, power) in exams {
        let (power, known) = match power.strip_suffix(" known") {
            Some(power) => (power, true),
            None => (*power, false),
        };
        let finding = MuscleFinding {
            muscle: KeyMuscle::L5,
            side: LimbSide::Left,
            power: power.parse().unwrap(),
            known,
        };
        let exam = PowerExam::new(ago(*days).into(), morning(ago(*days)), vec![finding]);
        case.facts.power.push(exam.unwrap());
    }
    case
}

#[rstest]
#[case::quiet(&[(1, "3 known")], None)]
#[case::again(&[(20, "3 known"), (1, "3")], None)]
#[case::below(&[(20, "3 known"), (1, "2")], Some(Level::SameDay))]
#[case::below_and_said_to_be_known(&[(20, "3 known"), (1, "2 known")], Some(Level::SameDay))]
#[case::better_and_back(&[(40, "4 known"), (20, "3"), (1, "3")], Some(Level::SameDay))]
#[case::a_drop_down_to_what_is_called_known(&[(20, "4"), (1, "3 known")], Some(Level::SameDay))]
#[case::not_tested_is_not_known(&[(20, "NT known"), (1, "3")], Some(Level::SameDay))]
fn trap_34_a_known_weakness_is_quiet_and_a_grade_below_it_fires(
    #[case] exams: &[(u64, &str)],
    #[case] level: Option<Level>,
) {
    assert_eq!(known(exams).level("motor"), level);
}

#[test]
fn trap_34_a_change_from_the_known_state_fires_whatever_the_setting() {
    let mut wide = known(&[(20, "3 known"), (1, "2")]);
    wide.settings.power_steps = crate::value::within::Within::clamped(4);
    assert_eq!(wide.level("motor"), Some(Level::SameDay));
}

#[test]
fn an_examination_without_its_day_is_compared_with_and_never_current() {
    let dated = |on: PartialDate, power: &str| {
        let finding = MuscleFinding {
            muscle: KeyMuscle::L5,
            side: LimbSide::Left,
            power: power.parse().unwrap(),
            known: false,
        };
        PowerExam::new(on, morning(ago(1)), vec![finding]).unwrap()
    };
    let mut case = toe(&[]);
    case.facts.power = vec![dated(PartialDate::Year(2019), "5"), dated(ago(1).into(), "4")];
    let fired = case.fired("motor").unwrap();
    let before = PowerBefore::Tested(Grade::Five, PartialDate::Year(2019));
    assert!(
        fired
            .evidence
            .iter()
            .any(|one| matches!(one.found, Observation::Power { before: was, .. } if was == before)),
        "{:?}",
        fired.evidence
    );
    case.facts.power = vec![dated(PartialDate::Year(2019), "5")];
    let lacks = case.lacks("motor").unwrap();
    assert!(
        lacks.contains(&"power_dropped: not assessed since 2019".to_owned()),
        "{lacks:?}"
    );
}

#[test]
fn the_steps_of_a_drop_are_a_setting() {
    let mut case = toe(&[(20, "5"), (1, "4+")]);
    case.settings.power_steps = crate::value::within::Within::clamped(2);
    assert_eq!(case.level("motor"), None);
}

#[test]
fn the_finding_names_muscle_side_grades_and_day() {
    let fired = toe(&[(20, "5"), (1, "4-")]).fired("motor").unwrap();
    let found = Observation::Power {
        muscle: KeyMuscle::L5,
        side: LimbSide::Left,
        grade: Grade::FourMinus,
        before: PowerBefore::Tested(Grade::Five, ago(20).into()),
    };
    let first = &fired.evidence[0];
    assert_eq!((&first.found, first.on), (&found, Some(ago(1).into())));
}

#[test]
fn an_old_examination_is_not_assessed_any_more() {
    let lacks = toe(&[(40, "5")]).lacks("motor").unwrap();
    assert!(
        lacks.contains(&"power_dropped: not assessed since 14 Oct 2026".to_owned()),
        "{lacks:?}"
    );
    let lacks = Case::default().lacks("motor").unwrap();
    assert!(lacks.contains(&"power_dropped: not recorded".to_owned()));
}

#[test]
fn recovered_power_stays_open_until_somebody_has_looked() {
    let exams: &[(u64, &str)] = &[(20, "5"), (10, "3"), (1, "5")];
    assert_eq!(toe(exams).level("motor"), Some(Level::SameDay));
    let resolved = toe(exams).decide("motor", Decision::Resolved, Role::Clinician, morning(ago(0)));
    assert_eq!(resolved.level("motor"), None);
}
