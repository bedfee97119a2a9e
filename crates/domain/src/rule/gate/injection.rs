//! What is asked before an injection. An open question is open: nothing is taken as answered.
//!
//! Source: general knowledge of the field.

use crate::{
    fact::check::{Check, InjectionCheck},
    value::reply::Reply,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When it was last asked before an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LastCheck {
    /// Neither on the day nor before it.
    #[default]
    Never,
    /// On an earlier day, whose replies do not count any more.
    Before(NaiveDate),
    /// On the day itself.
    OnTheDay,
}

/// What the checks say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// When it was asked.
    pub asked: LastCheck,
    /// Answered in a way that asks for attention.
    pub attention: Vec<InjectionCheck>,
    /// Not answered, or answered in a way that settles nothing.
    pub open: Vec<InjectionCheck>,
}

/// What `checks` say for `intervention` on `day`. A check counts for the intervention that it names, or for every one where
/// it names none. Only replies of that day count; of several one that asks for attention outweighs another, and one that
/// was left open opens it again.
pub fn outcome<'a>(
    checks: impl IntoIterator<Item = &'a Check>,
    intervention: &str,
    day: NaiveDate,
) -> Outcome {
    let names = |check: &&Check| {
        let named = check.intervention.as_ref();
        named.is_none_or(|named| named.as_str() == intervention)
    };
    let checks: Vec<&Check> = checks.into_iter().filter(names).collect();
    let of_the_day = || checks.iter().filter(|one| one.asked_on == day);
    let earlier = checks.iter().map(|one| one.asked_on).filter(|on| *on < day);
    let mut outcome = Outcome {
        asked: match (of_the_day().next(), earlier.max()) {
            (Some(_), _) => LastCheck::OnTheDay,
            (None, Some(last)) => LastCheck::Before(last),
            (None, None) => LastCheck::Never,
        },
        ..Outcome::default()
    };
    for check in InjectionCheck::ALL {
        let mut clear = false;
        let mut wrong = false;
        for reply in of_the_day().filter_map(|one| one.replies.get(&check)) {
            match reply {
                Reply::Yes => {
                    wrong |= !check.wants_yes();
                    clear |= check.wants_yes();
                }
                Reply::No => {
                    wrong |= check.wants_yes();
                    clear |= !check.wants_yes();
                }
                Reply::DoesNotApply => clear |= check.may_not_apply(),
                Reply::Unknown | Reply::Declined => clear = false,
                Reply::NotAsked => {}
            }
        }
        if wrong {
            outcome.attention.push(check);
        } else if !clear {
            outcome.open.push(check);
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{context::ToldBy, text::Text};
    use rstest::rstest;
    use std::collections::BTreeMap;

    /// Every check is answered and none asks for attention.
    fn is_clear(outcome: &Outcome) -> bool {
        outcome.attention.is_empty() && outcome.open.is_empty()
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn good_reply(check: InjectionCheck) -> Reply {
        match check.wants_yes() {
            true => Reply::Yes,
            false => Reply::No,
        }
    }

    fn checked(replies: impl IntoIterator<Item = (InjectionCheck, Reply)>) -> Check {
        Check {
            asked_on: day(),
            intervention: None,
            replies: replies.into_iter().collect::<BTreeMap<_, _>>(),
            by: None,
            told_by: ToldBy::default(),
            note: None,
        }
    }

    fn good() -> Check {
        checked(InjectionCheck::ALL.map(|check| (check, good_reply(check))))
    }

    fn with(check: InjectionCheck, reply: Reply) -> Outcome {
        let mut all = good();
        all.replies.insert(check, reply);
        outcome([&all], "any", day())
    }

    #[test]
    fn what_is_not_in_the_replies_stays_open() {
        let one = checked([(InjectionCheck::Infection, Reply::No)]);
        assert_eq!(outcome([&one], "any", day()).open.len(), 7);
    }

    #[test]
    fn nothing_answered_is_all_open() {
        assert_eq!(outcome([], "any", day()).open, InjectionCheck::ALL);
        assert_eq!(outcome([], "any", day()).asked, LastCheck::Never);
        let clear = outcome([&good()], "any", day());
        assert!(is_clear(&clear));
        assert_eq!(clear.asked, LastCheck::OnTheDay);
    }

    #[test]
    fn replies_of_another_day_or_before_another_intervention_do_not_count() {
        let later = outcome([&good()], "any", day().succ_opt().unwrap());
        assert_eq!((later.open.len(), later.asked), (8, LastCheck::Before(day())));
        let other = Check {
            intervention: Text::new("epidural").ok(),
            ..good()
        };
        assert_eq!(outcome([&other], "facet", day()).open.len(), 8);
        assert_eq!(outcome([&other], "facet", day()).asked, LastCheck::Never);
        assert!(is_clear(&outcome([&other], "epidural", day())));
    }

    #[test]
    fn every_check_can_ask_for_attention_and_can_stay_open() {
        for check in InjectionCheck::ALL {
            let wrong = match check.wants_yes() {
                true => Reply::No,
                false => Reply::Yes,
            };
            assert_eq!(with(check, wrong).attention, vec![check]);
            for silent in [Reply::Unknown, Reply::Declined, Reply::NotAsked] {
                assert_eq!(with(check, silent).open, vec![check], "{check:?} {silent:?}");
            }
        }
    }

    #[rstest]
    #[case(InjectionCheck::Pregnancy, true)]
    #[case(InjectionCheck::ContrastAllergy, true)]
    #[case(InjectionCheck::Consent, false)]
    #[case(InjectionCheck::SideAndLevel, false)]
    #[case(InjectionCheck::Infection, false)]
    fn trap_51_pregnancy_is_settled_by_an_answer_and_never_by_age_or_sex(
        #[case] check: InjectionCheck,
        #[case] settled: bool,
    ) {
        assert_eq!(is_clear(&with(check, Reply::DoesNotApply)), settled);
    }

    #[test]
    fn two_answers_of_a_day_never_hide_the_worrying_one() {
        let fever = checked([(InjectionCheck::Infection, Reply::Yes)]);
        for order in [[&fever, &good()], [&good(), &fever]] {
            assert_eq!(
                outcome(order, "any", day()).attention,
                vec![InjectionCheck::Infection]
            );
        }
    }
}
