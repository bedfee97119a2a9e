//! What is asked before an injection. An open question is open: nothing is taken as answered.
//!
//! Source: general knowledge of the field.

use crate::{
    fact::check::{Check, CheckReply, Checking},
    value::text::Text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A check as answered for one injection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// Which check.
    pub check: Check,
    /// What was said.
    pub reply: CheckReply,
    /// On which day.
    pub on: NaiveDate,
    /// By whom.
    pub by: Option<Text>,
}

/// The replies of one asking.
pub fn checked(asked: &Checking) -> impl Iterator<Item = Checked> {
    asked.replies.iter().map(|(check, reply)| Checked {
        check: *check,
        reply: *reply,
        on: asked.asked_on,
        by: asked.by.clone(),
    })
}

/// What the checks say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// Answered in a way that asks for attention.
    pub attention: Vec<Check>,
    /// Not answered.
    pub open: Vec<Check>,
}

impl Outcome {
    /// As printed before the injection.
    pub fn text(&self) -> String {
        let list = |checks: &[Check]| {
            checks
                .iter()
                .map(|check| check.words())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let mut lines = Vec::new();
        let wrong = |check: &Check| match check.wants_yes() {
            true => format!("not {}", check.words()),
            false => check.words().to_owned(),
        };
        if !self.attention.is_empty() {
            let found: Vec<String> = self.attention.iter().map(wrong).collect();
            lines.push(format!("Recorded: {}.", found.join(", ")));
        }
        if !self.open.is_empty() {
            lines.push(format!("Not answered: {}.", list(&self.open)));
        }
        if lines.is_empty() {
            lines.push("All checks are answered and none asks for attention.".to_owned());
        }
        lines.join(" ")
    }
}

/// What the answers say for an injection on `day`. Only answers of that day count; the latest in the list of a check
/// wins, and one that asks for attention outweighs another.
pub fn outcome(answers: &[Checked], day: NaiveDate) -> Outcome {
    let mut outcome = Outcome::default();
    for check in Check::ALL {
        let replies = answers.iter().filter(|one| one.check == check && one.on == day);
        let mut clear = false;
        let mut wrong = false;
        for reply in replies.map(|one| one.reply) {
            match reply {
                CheckReply::Yes => {
                    wrong |= !check.wants_yes();
                    clear |= check.wants_yes();
                }
                CheckReply::No => {
                    wrong |= check.wants_yes();
                    clear |= !check.wants_yes();
                }
                CheckReply::DoesNotApply => clear |= check.may_not_apply(),
                CheckReply::Unknown | CheckReply::Declined => clear = false,
                CheckReply::NotAsked => {}
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
    use rstest::rstest;

    #[test]
    fn what_is_not_in_the_replies_stays_open() {
        let asked: Checking =
            serde_json::from_str(r#"{"asked_on":"2026-11-20","replies":{"infection":"no"}}"#).unwrap();
        let answers: Vec<Checked> = checked(&asked).collect();
        assert_eq!(outcome(&answers, asked.asked_on).open.len(), 7);
    }

    /// Every check is answered and none asks for attention.
    fn is_clear(outcome: &Outcome) -> bool {
        outcome.attention.is_empty() && outcome.open.is_empty()
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn good() -> Vec<Checked> {
        Check::ALL
            .into_iter()
            .map(|check| Checked {
                check,
                reply: if check.wants_yes() {
                    CheckReply::Yes
                } else {
                    CheckReply::No
                },
                on: day(),
                by: None,
            })
            .collect()
    }

    fn with(check: Check, reply: CheckReply) -> Outcome {
        let mut answers = good();
        answers
            .iter_mut()
            .filter(|one| one.check == check)
            .for_each(|one| one.reply = reply);
        outcome(&answers, day())
    }

    #[test]
    fn nothing_answered_is_all_open() {
        assert_eq!(outcome(&[], day()).open, Check::ALL);
        assert!(is_clear(&outcome(&good(), day())));
    }

    #[test]
    fn answers_of_another_day_do_not_count() {
        assert_eq!(outcome(&good(), day().succ_opt().unwrap()).open.len(), 8);
    }

    #[test]
    fn every_check_can_ask_for_attention_and_can_stay_open() {
        for check in Check::ALL {
            let wrong = if check.wants_yes() {
                CheckReply::No
            } else {
                CheckReply::Yes
            };
            assert_eq!(with(check, wrong).attention, vec![check]);
            for silent in [CheckReply::Unknown, CheckReply::Declined, CheckReply::NotAsked] {
                assert_eq!(with(check, silent).open, vec![check], "{check:?} {silent:?}");
            }
        }
    }

    #[rstest]
    #[case(Check::Pregnancy, true)]
    #[case(Check::ContrastAllergy, true)]
    #[case(Check::Consent, false)]
    #[case(Check::SideAndLevel, false)]
    #[case(Check::Infection, false)]
    fn trap_51_pregnancy_is_settled_by_an_answer_and_never_by_age_or_sex(
        #[case] check: Check,
        #[case] settled: bool,
    ) {
        assert_eq!(is_clear(&with(check, CheckReply::DoesNotApply)), settled);
    }

    #[test]
    fn two_answers_of_a_day_never_hide_the_worrying_one() {
        let mut answers = good();
        answers.insert(
            0,
            Checked {
                check: Check::Infection,
                reply: CheckReply::Yes,
                on: day(),
                by: None,
            },
        );
        assert_eq!(outcome(&answers, day()).attention, vec![Check::Infection]);
        assert_eq!(
            with(Check::Consent, CheckReply::No).text(),
            "Recorded: not consent given."
        );
    }
}
