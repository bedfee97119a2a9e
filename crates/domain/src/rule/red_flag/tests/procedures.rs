//! What was done to the spine beside what is found: infection after any procedure, nerve signs within days of one, trial
//! leads, blood thinners.

use super::*;
use crate::rule::red_flag::input::Evidence;
use crate::value::answer::Missing;
use crate::value::within::Within;
use crate::{
    rule::red_flag::facts::{Reading, Thinner, TrialLead},
    rule::red_flag::measured::{Amount, Crp, CrpUnit, Esr},
};
use rstest::rstest;

const E0: Option<Level> = Some(Level::Emergency);
const E1: Option<Level> = Some(Level::SameDay);
const U: Option<Level> = Some(Level::Urgent);

fn crp(mut case: Case, days_ago: u64, mg_per_litre: u16) -> Case {
    case.facts.crp.push(Reading {
        on: ago(days_ago),
        recorded: morning(ago(days_ago)),
        value: Crp {
            amount: Amount {
                below: false,
                tenths: Within::clamped(mg_per_litre * 10),
            },
            unit: CrpUnit::MilligramPerLitre,
        },
    });
    case
}

fn esr(mut case: Case, days_ago: u64, value: u16) -> Case {
    case.facts.esr.push(Reading {
        on: ago(days_ago),
        recorded: morning(ago(days_ago)),
        value: Esr {
            below: false,
            value: Within::clamped(value),
        },
    });
    case
}

fn worse() -> Case {
    Case::default().yes("increasing_back_pain", 0)
}

#[rstest]
#[case::operation(Event::Operation { implant: false })]
#[case::injection(Event::Injection)]
#[case::radiofrequency(Event::Radiofrequency)]
#[case::discography(Event::Discography)]
#[case::trial(Event::Trial)]
#[case::another(Event::Intervention)]
fn one_raised_crp_or_esr_with_more_pain_after_any_procedure_is_for_the_same_day(#[case] event: Event) {
    let after = |when: &str| worse().event(event, when, "L4-L5");
    assert_eq!(crp(after("26 Oct 2026"), 1, 10).level("infect"), E1);
    assert_eq!(crp(after("26 Oct 2026"), 1, 9).level("infect"), None);
    assert_eq!(esr(after("26 Oct 2026"), 1, 20).level("infect"), E1);
    assert_eq!(esr(after("26 Oct 2026"), 1, 19).level("infect"), None);
    let calm = Case::default().event(event, "26 Oct 2026", "L4-L5");
    assert_eq!(crp(calm, 1, 80).level("infect"), None, "without more pain");
    assert_eq!(
        crp(after("26 Oct 2024"), 1, 80).level("infect"),
        U,
        "long ago it still asks for review"
    );
    assert_eq!(
        crp(after("26 Oct 2026"), 50, 80).level("infect"),
        None,
        "an old value is history"
    );
}

#[test]
fn a_new_pain_counts_like_more_pain_and_the_finding_names_all_three() {
    let case =
        Case::default()
            .yes("new_different_pain", 0)
            .event(Event::Radiofrequency, "26 Oct 2026", "L4-L5");
    let fired = crp(case, 1, 85).fired("infect").unwrap();
    let has = |wanted: &dyn Fn(&Evidence) -> bool| {
        assert!(fired.evidence.iter().any(wanted), "{:?}", fired.evidence);
    };
    has(&|one| one.found == Observation::Crp(850) && one.on == Some(ago(1).into()));
    has(&|one| one.input == "new_different_pain");
    has(&|one| one.found == Observation::Procedure(Event::Radiofrequency, "26 Oct 2026".parse().unwrap()));
}

#[test]
fn before_its_peak_after_an_operation_a_raised_crp_says_nothing() {
    let operated = |when: &str| worse().operated(when);
    assert_eq!(crp(operated("21 Nov 2026"), 1, 150).level("infect"), None);
    assert_eq!(crp(operated("18 Nov 2026"), 1, 150).level("infect"), E1);
    assert_eq!(esr(operated("18 Nov 2026"), 1, 90).level("infect"), None);
    assert_eq!(
        crp(worse().event(Event::Injection, "21 Nov 2026", "L5 root"), 1, 150).level("infect"),
        E1
    );
}

fn trial(case: Case, placed: &str, removed: Option<&str>) -> Case {
    let mut case = case;
    case.facts.trials.push(TrialLead {
        name: Text::new("Stimulator trial").unwrap(),
        placed: placed.parse().unwrap(),
        removed: removed.map(|when| when.parse().unwrap()),
        recorded: morning(ago(30)),
    });
    case
}

#[rstest]
#[case::chills("chills", E1)]
#[case::fever("fever", E1)]
#[case::numbness("numbness", E1)]
#[case::weakness("weakness", E0)]
#[case::stiff_neck("stiff_neck", E0)]
fn a_running_trial_counts_like_a_device(#[case] question: &str, #[case] level: Option<Level>) {
    let during =
        |placed: &str, removed: Option<&str>| trial(Case::default().yes(question, 0), placed, removed);
    assert_eq!(during("16 Nov 2026", None).level("device"), level);
    assert_eq!(during("16 Nov 2026", Some("24 Nov 2026")).level("device"), level);
    assert_eq!(during("16 Nov 2026", Some("20 Nov 2026")).level("device"), None);
    assert_eq!(
        during("16 Nov 2024", None).level("device"),
        None,
        "no trial runs for years"
    );
    assert_eq!(
        during("1 Dec 2026", None).level("device"),
        None,
        "it has not begun"
    );
}

#[test]
fn chills_during_a_trial_are_for_the_same_day_and_a_trial_without_a_date_is_said_to_lack_it() {
    let case = trial(Case::default().yes("chills", 0), "16 Nov 2026", None);
    assert_eq!(case.level("infect"), E1);
    let undated = trial(Case::default(), "unknown", None);
    assert!(
        undated
            .lacks("device")
            .unwrap()
            .contains(&"trial_lead_in: not recorded".to_owned())
    );
}

fn thinner(case: Case) -> Case {
    let mut case = case;
    case.facts.thinners = Answer::Value(vec![Thinner {
        name: Text::new("apixaban").unwrap(),
        recorded: morning(ago(200)),
    }]);
    case
}

#[rstest]
#[case::operation(Event::Operation { implant: false }, "weakness")]
#[case::injection(Event::Injection, "numbness")]
#[case::radiofrequency(Event::Radiofrequency, "tingling")]
#[case::trial(Event::Trial, "foot_drop")]
#[case::discography(Event::Discography, "bladder_difficulty")]
#[case::another(Event::Intervention, "unsteady_gait")]
fn nerve_signs_within_days_of_a_procedure_are_an_emergency(#[case] event: Event, #[case] question: &str) {
    let after = |days_ago: u64| {
        let when = ago(days_ago).to_string();
        Case::default()
            .yes(question, 0)
            .event(event, &when, "L4-L5")
            .level("procedure")
    };
    assert_eq!((after(0), after(7), after(8)), (E0, E0, None));
}

#[test]
fn what_was_there_before_the_procedure_is_not_blamed_on_it() {
    let case = |asked: u64| {
        Case::default()
            .yes("weakness", asked)
            .event(Event::Injection, &ago(2).to_string(), "L5 root")
    };
    assert_eq!(case(30).level("procedure"), None);
    assert_eq!(case(30).level("motor"), E1, "it stays open as a weakness");
    assert_eq!(case(1).level("procedure"), E0);
    let fired = case(30).yes("numbness", 0).fired("procedure").unwrap();
    assert!(
        fired.evidence.iter().all(|one| one.input != "weakness"),
        "{:?}",
        fired.evidence
    );
}

#[test]
fn what_fell_into_the_days_stays_open_when_they_are_over() {
    let case = Case::default()
        .yes("weakness", 60)
        .event(Event::Injection, &ago(62).to_string(), "L5 root");
    assert_eq!(case.level("procedure"), E0);
}

#[test]
fn a_blood_thinner_is_named_and_makes_more_pain_count() {
    let after = |question: &str| {
        Case::default()
            .yes(question, 0)
            .event(Event::Injection, &ago(2).to_string(), "L5 root")
    };
    let fired = thinner(after("weakness")).fired("procedure").unwrap();
    let apixaban = Observation::BloodThinner(Text::new("apixaban").unwrap());
    assert!(
        fired.evidence.iter().any(|one| one.found == apixaban),
        "{fired:?}"
    );
    assert_eq!(thinner(after("increasing_back_pain")).level("procedure"), E1);
    assert_eq!(after("increasing_back_pain").level("procedure"), None);
    let missing = after("weakness").fired("procedure").unwrap().missing;
    assert!(
        missing.iter().any(|gap| lack(gap) == "blood_thinner: not asked"),
        "{missing:?}"
    );
    let mut none = after("weakness");
    none.facts.thinners = Answer::Missing(Missing::Absent);
    let missing = none.fired("procedure").unwrap().missing;
    assert!(
        missing.iter().all(|gap| gap.input != "blood_thinner"),
        "{missing:?}"
    );
}
