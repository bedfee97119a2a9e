//! Muscle power over several examinations.

use super::*;
use crate::red_flag::facts::KnownWeakness;
use crate::red_flag::power::{KeyMuscle, LimbSide, MuscleFinding, Power, PowerExam};
use rstest::rstest;

fn exam(days_ago: u64, findings: &[(KeyMuscle, LimbSide, &str)]) -> PowerExam {
    let findings = findings
        .iter()
        .map(|(muscle, side, power)| MuscleFinding {
            muscle: *muscle,
            side: *side,
            power: power.parse::<Power>().unwrap(),
        })
        .collect();
    PowerExam::new(ago(days_ago), morning(ago(days_ago)), findings).unwrap()
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

#[test]
fn trap_34_a_known_weakness_is_quiet_and_a_grade_below_it_fires() {
    let known = |exams: &[(u64, &str)]| {
        let mut case = toe(exams);
        case.facts.known_weakness.push(KnownWeakness {
            muscle: KeyMuscle::L5,
            side: LimbSide::Left,
            grade: "3".parse::<Power>().unwrap().grade().unwrap(),
        });
        case
    };
    assert_eq!(known(&[(1, "3")]).level("motor"), None);
    assert_eq!(known(&[(20, "3"), (1, "3")]).level("motor"), None);
    assert_eq!(known(&[(1, "2")]).level("motor"), Some(Level::SameDay));
    assert_eq!(known(&[(20, "3"), (1, "2")]).level("motor"), Some(Level::SameDay));
    assert_eq!(
        known(&[(20, "4"), (1, "3")]).level("motor"),
        Some(Level::SameDay),
        "a drop since the last examination fires even down to the known grade"
    );
    let mut wide = known(&[(1, "2")]);
    wide.settings.power_steps = crate::red_flag::within::Within::clamped(4);
    assert_eq!(
        wide.level("motor"),
        Some(Level::SameDay),
        "a change from the known state fires whatever the setting"
    );
}

#[test]
fn trap_34_a_known_grade_is_compared_on_its_own_side_and_is_no_fast_drop() {
    let known = |exams: &[(u64, &str)], side: LimbSide, grade: &str| {
        let mut case = toe(exams);
        case.facts.known_weakness.push(KnownWeakness {
            muscle: KeyMuscle::L5,
            side,
            grade: grade.parse::<Power>().unwrap().grade().unwrap(),
        });
        case.level("motor")
    };
    let left = LimbSide::Left;
    assert_eq!(known(&[(1, "4-")], left, "4"), Some(Level::SameDay));
    assert_eq!(known(&[(1, "4")], left, "4"), None);
    assert_eq!(known(&[(1, "3")], LimbSide::Right, "3"), Some(Level::SameDay));
    assert_eq!(
        known(&[(3, "3"), (1, "3")], left, "4"),
        Some(Level::SameDay),
        "below the known grade, but the same as two days before"
    );
}

#[test]
fn the_steps_of_a_drop_are_a_setting() {
    let mut case = toe(&[(20, "5"), (1, "4+")]);
    case.settings.power_steps = crate::red_flag::within::Within::clamped(2);
    assert_eq!(case.level("motor"), None);
}

#[test]
fn the_finding_names_muscle_side_grades_and_day() {
    let text = toe(&[(20, "5"), (1, "4-")]).fired("motor").unwrap().text();
    assert!(
        text.contains("power of left great-toe extensor (L5) 4- (from 5 on 3 Nov 2026) (22 Nov 2026)"),
        "{text}"
    );
}

#[test]
fn an_old_examination_is_not_assessed_any_more() {
    let lacks = toe(&[(40, "5")]).lacks("motor").unwrap();
    assert!(
        lacks.contains(&"examination of muscle power: not assessed since 14 Oct 2026".to_owned()),
        "{lacks:?}"
    );
    let lacks = Case::default().lacks("motor").unwrap();
    assert!(lacks.contains(&"examination of muscle power: not recorded".to_owned()));
}

#[test]
fn recovered_power_stays_open_until_somebody_has_looked() {
    let exams: &[(u64, &str)] = &[(20, "5"), (10, "3"), (1, "5")];
    assert_eq!(toe(exams).level("motor"), Some(Level::SameDay));
    let resolved = toe(exams).decide("motor", Decision::Resolved, Role::Clinician, morning(ago(0)));
    assert_eq!(resolved.level("motor"), None);
}
