//! Findings that many people have for years: nothing fires on a yes alone before its course is said, and the course is
//! asked for. Screenings without a day: kept, old, and never a no.

use super::*;
use crate::value::date::PartialDate;
use rstest::rstest;

const E0: Option<Level> = Some(Level::Emergency);
const E1: Option<Level> = Some(Level::SameDay);

#[rstest]
#[case("both_legs", "ces", E0)]
#[case("calf_pain_standing_eases", "vasc", E1)]
#[case("absent_pulses", "vasc", E1)]
#[case("thoracic_pain", "tumour", Some(Level::Urgent))]
fn a_course_that_nobody_said_is_asked_for(
    #[case] question: &str,
    #[case] rule: &str,
    #[case] level: Option<Level>,
) {
    let with = |course: Course| Case::default().course(question, course, 0);
    let unsaid = with(Course::NotSaid);
    assert_eq!(unsaid.level(rule), None);
    let assessment = unsaid.assess();
    assert_eq!(assessment.asks_on.len(), 1);
    assert_eq!(assessment.asks_on[0].question, question);
    assert!(
        unsaid
            .lacks(rule)
            .unwrap()
            .iter()
            .any(|gap| gap.ends_with("course not said"))
    );
    assert!(assessment.answered_no.is_empty() && assessment.unchanged.is_empty());
    assert_eq!(with(Course::New).level(rule), level);
    assert_eq!(with(Course::Changed).level(rule), level);
    let stable = with(Course::LongStandingUnchanged);
    assert_eq!(stable.level(rule), None);
    assert_eq!(stable.assess().asks_on, []);
    assert_eq!(stable.assess().unchanged.len(), 1);
}

#[rstest]
#[case("20 Nov 2026", E0)]
#[case("2019", None)]
fn a_beginning_within_days_says_the_course(#[case] since: &str, #[case] level: Option<Level>) {
    let reply = FlagReply::yes(Course::NotSaid, since.parse().unwrap());
    assert_eq!(Case::default().reply("both_legs", reply, 0).level("ces"), level);
}

#[test]
fn beside_another_finding_it_counts_and_is_named() {
    let legs = Case::default().course("both_legs", Course::NotSaid, 0);
    assert_eq!(legs.clone().yes("weakness", 0).level("motor"), E0);
    let fired = legs.yes("saddle_numbness", 0).fired("ces").unwrap();
    assert!(
        fired.evidence.iter().any(|one| matches!(
            one.found,
            Observation::Answer {
                course: Course::NotSaid,
                ..
            }
        )),
        "{:?}",
        fired.evidence
    );
    let cancer = Case::default()
        .yes("cancer_history", 0)
        .course("thoracic_pain", Course::NotSaid, 0);
    assert_eq!(cancer.level("tumour"), E1);
}

#[test]
fn it_does_not_take_back_what_was_said_to_be_new() {
    let case =
        Case::default()
            .course("thoracic_pain", Course::New, 5)
            .course("thoracic_pain", Course::NotSaid, 1);
    assert_eq!(case.level("tumour"), Some(Level::Urgent));
    let after_a_no = Case::default()
        .course("thoracic_pain", Course::New, 5)
        .no("thoracic_pain", 3)
        .course("thoracic_pain", Course::NotSaid, 1);
    assert_eq!(after_a_no.level("tumour"), None);
    assert_eq!(after_a_no.assess().asks_on.len(), 1);
}

fn dated(question: &str, reply: impl Into<FlagReply>, on: PartialDate) -> Case {
    let mut case = Case::default().reply(question, reply, 0);
    case.flags[0].asked_on = on;
    case
}

fn yes() -> FlagReply {
    FlagReply::yes(Course::New, When::default())
}

#[rstest]
#[case(PartialDate::Year(2009), "2009")]
#[case(PartialDate::Month(2026, 5), "May 2026")]
#[case(PartialDate::Year(2026), "2026")]
fn a_no_without_a_day_is_neither_fresh_nor_negative(#[case] on: PartialDate, #[case] text: &str) {
    let case = dated("bladder_leak", Reply::No, on);
    let gap = format!("loss of bladder control: not assessed since {text}");
    assert!(
        case.lacks("ces").unwrap().contains(&gap),
        "{:?}",
        case.lacks("ces")
    );
    assert!(case.assess().answered_no.is_empty());
    let unchanged = FlagReply::yes(Course::LongStandingUnchanged, When::default());
    let known = dated("bladder_leak", unchanged, on);
    assert!(known.lacks("ces").unwrap().contains(&gap));
    assert!(known.assess().unchanged.is_empty());
}

#[test]
fn a_yes_without_a_day_stays_until_somebody_has_looked() {
    let case = dated("saddle_numbness", yes(), PartialDate::Year(2009));
    let fired = case.fired("ces").unwrap();
    assert!(is_old(&fired));
    assert_eq!(fired.evidence[0].on, Some(PartialDate::Year(2009)));
    let resolved = case.decide("ces", Decision::Resolved, Role::Clinician, morning(ago(0)));
    assert_eq!(resolved.level("ces"), None);
}

#[test]
fn a_no_without_a_day_clears_nothing_and_undoes_no_fresh_one() {
    let mut case = Case::default().yes("weight_loss", 100).no("weight_loss", 0);
    case.flags[1].asked_on = PartialDate::Year(2026);
    assert_eq!(
        case.level("tumour"),
        Some(Level::Urgent),
        "nobody knows which came first"
    );
    let mut fresh = Case::default().no("bladder_leak", 0).no("bladder_leak", 0);
    fresh.flags[1].asked_on = PartialDate::Year(2026);
    assert_eq!(fresh.assess().answered_no.len(), 1);
}
