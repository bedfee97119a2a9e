//! What the safety gates say, in words. The window names the same checks by the same messages.

use super::{Word, joined, message, say, say_with, say_within, spelled, taking};
use lamina_domain::{
    check::InjectionCheck,
    gate::{
        bleeding::RiskClass,
        injection::{LastCheck, Outcome},
    },
};

impl Word for InjectionCheck {
    fn word(&self) -> String {
        say_within(match self {
            InjectionCheck::Infection => message!("safety-ask-infection"),
            InjectionCheck::Glucose => message!("safety-ask-glucose"),
            InjectionCheck::ContrastAllergy => message!("safety-ask-contrast_allergy"),
            InjectionCheck::SteroidAllergy => message!("safety-ask-steroid_allergy"),
            InjectionCheck::Pregnancy => message!("safety-ask-pregnancy"),
            InjectionCheck::Immunosuppression => message!("safety-ask-immunosuppression"),
            InjectionCheck::Consent => message!("safety-ask-consent"),
            InjectionCheck::SideAndLevel => message!("safety-ask-side_and_level"),
        })
    }
}

impl Word for RiskClass {
    fn word(&self) -> String {
        say!(match self {
            RiskClass::Low => message!("value-risk-low"),
            RiskClass::Intermediate => message!("value-risk-intermediate"),
            RiskClass::High => message!("value-risk-high"),
        })
    }
}

/// What the checks of the day say, and when they were asked where that was not on the day.
pub(crate) fn checks(outcome: &Outcome) -> Vec<String> {
    let asked = match outcome.asked {
        LastCheck::OnTheDay => None,
        LastCheck::Before(day) => Some(say_with!("gate-checks-last", [("day", spelled(day).into())])),
        LastCheck::Never => Some(say!("gate-checks-never")),
    };
    asked.into_iter().chain([answers(outcome)]).collect()
}

/// What the checks of the day say.
pub(crate) fn answers(outcome: &Outcome) -> String {
    let wrong = |check: &InjectionCheck| match check.wants_yes() {
        true => say_with!("gate-checks-not", [("check", check.word().into())]),
        false => check.word(),
    };
    let line =
        |id: taking!["checks"], checks: Option<String>| Some(say_with!(id, [("checks", checks?.into())]));
    let attention = joined(outcome.attention.iter().map(|one| Some(wrong(one))), ", ");
    let open = joined(outcome.open.iter().map(|one| Some(one.word())), ", ");
    let lines = [
        line(message!("gate-checks-recorded"), attention),
        line(message!("gate-checks-open"), open),
    ];
    joined(lines, " ").unwrap_or_else(|| say!("gate-checks-clear"))
}
