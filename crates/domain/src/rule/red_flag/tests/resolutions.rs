//! An emergency stays until somebody with the right resolves it, and comes back with newer findings.

use super::*;
use chrono::TimeDelta;
use rstest::rstest;

fn after(days_ago: u64) -> DateTime<Utc> {
    morning(ago(days_ago)) + TimeDelta::minutes(1)
}

fn resolved(case: Case, rule: &str, days_ago: u64) -> Case {
    case.decide(rule, Decision::Resolved, Role::Clinician, after(days_ago))
}

#[rstest]
#[case::emergency("saddle_numbness", "ces", true)]
#[case::same_day("fall_or_accident", "fract", true)]
#[case::urgent("weight_loss", "tumour", false)]
#[case::caution("inflammatory_spine", "inflam", false)]
fn a_later_no_clears_only_the_lower_levels(#[case] question: &str, #[case] rule: &str, #[case] stays: bool) {
    let case = Case::default().yes(question, 9).no(question, 1);
    assert_eq!(case.level(rule).is_some(), stays);
    if stays {
        assert_eq!(case.fired(rule).unwrap().since, Some(ago(9).into()));
    }
}

#[test]
fn trap_34_a_later_unchanged_does_not_quiet_an_open_emergency() {
    let case =
        Case::default()
            .yes("saddle_numbness", 9)
            .course("saddle_numbness", Course::LongStandingUnchanged, 1);
    assert_eq!(case.level("ces"), Some(Level::Emergency));
    assert_eq!(resolved(case, "ces", 1).level("ces"), None);
}

#[test]
fn an_emergency_does_not_end_because_a_window_closes() {
    let case = Case::default()
        .yes("chills", 100)
        .no("chills", 90)
        .operated("1 Aug 2026");
    assert_eq!(case.level("infect"), Some(Level::SameDay));
    assert_eq!(resolved(case, "infect", 80).level("infect"), None);
}

#[test]
fn a_resolution_covers_what_was_recorded_before_it_and_nothing_after() {
    let case = resolved(Case::default().yes("saddle_numbness", 9), "ces", 8);
    assert_eq!(case.level("ces"), None);
    let assessment = case.assess();
    assert_eq!(assessment.resolved, [0], "the place of the decision");
    assert_eq!(
        case.clone().yes("bladder_leak", 1).level("ces"),
        Some(Level::Emergency)
    );
    assert_eq!(
        case.clone().yes("saddle_numbness", 1).level("ces"),
        Some(Level::Emergency),
        "the same finding again is new"
    );
    let mut late = case.clone().yes("bowel_control", 20);
    late.flags.last_mut().unwrap().recorded = Some(morning(ago(1)));
    assert_eq!(
        late.level("ces"),
        Some(Level::Emergency),
        "asked before and recorded after it is new too"
    );
    assert_eq!(
        case.no("saddle_numbness", 1).level("ces"),
        None,
        "a new no brings nothing back"
    );
}

#[rstest]
#[case(Role::Clinician, true)]
#[case(Role::Assistant, false)]
#[case(Role::ReadOnly, false)]
fn only_a_role_with_the_right_resolves(#[case] role: Role, #[case] ends: bool) {
    let case = Case::default().yes("saddle_numbness", 9);
    let case = case.decide("ces", Decision::Resolved, role, after(8));
    assert_eq!(case.level("ces").is_none(), ends);
}

#[test]
fn a_right_reaches_up_to_its_level() {
    let by_assistant = |question: &str, rule: &str| {
        let case = Case::default().yes(question, 9);
        let mut case = case.decide(rule, Decision::Resolved, Role::Assistant, after(8));
        case.settings.may_resolve.insert(Role::Assistant, Level::Urgent);
        case.level(rule)
    };
    assert_eq!(by_assistant("fall_or_accident", "fract"), Some(Level::SameDay));
    assert_eq!(by_assistant("weight_loss", "tumour"), None);
    assert_eq!(by_assistant("inflammatory_spine", "inflam"), None);
}

#[test]
fn what_was_resolved_does_not_come_back_through_another_rule_for_the_very_same_inputs() {
    let case = Case::default().yes("sudden_severe_pain", 9);
    assert_eq!(case.level("fract"), Some(Level::SameDay));
    let case = resolved(case, "sudden", 8);
    assert_eq!((case.level("sudden"), case.level("fract")), (None, None));
    let resolved_ones = case.assess().resolved;
    assert_eq!(
        resolved_ones.len(),
        1,
        "one decision stands once: {resolved_ones:?}"
    );
    let again = case.yes("sudden_severe_pain", 1);
    assert_eq!(
        again.level("fract"),
        Some(Level::SameDay),
        "newer data bring both back"
    );
    assert_eq!(again.level("sudden"), Some(Level::SameDay));
}

#[rstest]
#[case::another_input_beside_it(&["sudden_severe_pain", "fall_or_accident"], "sudden", "fract")]
#[case::a_lower_level_does_not_cover_a_higher_one(&["weakness", "weakness_fast"], "neuro", "motor")]
#[case::of_other_inputs(&["wound_pus"], "neuro", "wound")]
fn a_resolution_covers_no_other_inputs(#[case] answers: &[&str], #[case] rule: &str, #[case] other: &str) {
    let case = answers
        .iter()
        .fold(Case::default(), |case, question| case.yes(question, 9));
    let before = case.level(other);
    assert!(before.is_some());
    assert_eq!(resolved(case, rule, 8).level(other), before);
}

#[test]
fn a_resolution_dated_ahead_covers_nothing() {
    let case = Case::default().yes("saddle_numbness", 1);
    let ahead = morning(today() + Days::new(2));
    let case = case.decide("ces", Decision::Resolved, Role::Clinician, ahead);
    assert_eq!(case.level("ces"), Some(Level::Emergency));
    let case = Case::default().yes("saddle_numbness", 1);
    let west_of_greenwich = morning(today() + Days::new(1));
    let case = case.decide("ces", Decision::Resolved, Role::Clinician, west_of_greenwich);
    assert_eq!(case.level("ces"), None);
}

#[test]
fn a_clinician_lowers_and_a_newer_finding_lifts_again() {
    let lowered = |case: Case| {
        case.decide(
            "neuro",
            Decision::LoweredTo(Level::Urgent),
            Role::Clinician,
            after(4),
        )
    };
    let case = lowered(Case::default().yes("tingling", 5));
    let fired = case.fired("neuro").unwrap();
    assert_eq!(fired.level, Level::Urgent);
    assert!(fired.wording.contains("Urgent assessment"));
    assert_eq!(
        case.clone().yes("numbness", 1).level("neuro"),
        Some(Level::SameDay)
    );
    assert_eq!(
        case.clone().no("tingling", 1).level("neuro"),
        None,
        "once lowered it follows the newest answer"
    );
    let raised = Case::default().yes("tingling", 5).decide(
        "neuro",
        Decision::LoweredTo(Level::Emergency),
        Role::Clinician,
        after(4),
    );
    assert_eq!(
        raised.level("neuro"),
        Some(Level::SameDay),
        "lowering never lifts"
    );
}

#[test]
fn the_latest_decision_counts() {
    let case = Case::default()
        .yes("tingling", 5)
        .decide("neuro", Decision::Resolved, Role::Clinician, after(2))
        .decide(
            "neuro",
            Decision::LoweredTo(Level::Urgent),
            Role::Clinician,
            after(4),
        );
    assert_eq!(case.level("neuro"), None);
}

#[test]
fn of_two_decisions_of_one_moment_the_one_that_leaves_more_open_counts() {
    let decisions = [
        Decision::Resolved,
        Decision::LoweredTo(Level::Caution),
        Decision::LoweredTo(Level::Urgent),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let case = order
            .iter()
            .fold(Case::default().yes("tingling", 5), |case, place| {
                case.decide("neuro", decisions[*place], Role::Clinician, after(4))
            });
        assert_eq!(case.level("neuro"), Some(Level::Urgent));
    }
}

#[test]
fn the_same_answer_stands_once_among_the_findings() {
    let case = Case::default()
        .yes("saddle_numbness", 20)
        .no("fever", 10)
        .no("chills", 5);
    let fired = case.fired("ces").unwrap();
    assert_eq!(fired.evidence.len(), 1, "{:?}", fired.evidence);
    assert!(is_old(&fired), "{fired:?}");
    assert!(case.assess().open().count() == 1);
}

#[test]
fn a_local_protocol_that_lifts_a_rule_makes_it_stay() {
    let mut case = Case::default().yes("weight_loss", 9).no("weight_loss", 1);
    case.settings
        .at_least
        .insert("red_flag.tumour".into(), Level::SameDay);
    assert_eq!(case.level("tumour"), Some(Level::SameDay));
}
