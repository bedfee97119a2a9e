//! What the safety gates say, in words. The window names the same checks by the same messages.

use super::{Word, joined, say, say_with, say_within, spelled};
use lamina_domain::{
    check::InjectionCheck,
    gate::{
        bleeding::RiskClass,
        injection::{Asked, Outcome},
    },
};

impl Word for InjectionCheck {
    fn word(&self) -> String {
        say_within(match self {
            InjectionCheck::Infection => "safety-ask-infection",
            InjectionCheck::Glucose => "safety-ask-glucose",
            InjectionCheck::ContrastAllergy => "safety-ask-contrast_allergy",
            InjectionCheck::SteroidAllergy => "safety-ask-steroid_allergy",
            InjectionCheck::Pregnancy => "safety-ask-pregnancy",
            InjectionCheck::Immunosuppression => "safety-ask-immunosuppression",
            InjectionCheck::Consent => "safety-ask-consent",
            InjectionCheck::SideAndLevel => "safety-ask-side_and_level",
        })
    }
}

impl Word for RiskClass {
    fn word(&self) -> String {
        say(match self {
            RiskClass::Low => "value-risk-low",
            RiskClass::Intermediate => "value-risk-intermediate",
            RiskClass::High => "value-risk-high",
        })
    }
}

/// What the checks of the day say, and when they were asked where that was not on the day.
pub(crate) fn checks(outcome: &Outcome) -> Vec<String> {
    let asked = match outcome.asked {
        Asked::OnTheDay => None,
        Asked::Before(day) => Some(say_with("gate-checks-last", [("day", spelled(day).into())])),
        Asked::Never => Some(say("gate-checks-never")),
    };
    asked.into_iter().chain([answers(outcome)]).collect()
}

/// What the checks of the day say.
pub(crate) fn answers(outcome: &Outcome) -> String {
    let wrong = |check: &InjectionCheck| match check.wants_yes() {
        true => say_with("gate-checks-not", [("check", check.word().into())]),
        false => check.word(),
    };
    let line = |id: &str, checks: Option<String>| Some(say_with(id, [("checks", checks?.into())]));
    let attention = joined(outcome.attention.iter().map(|one| Some(wrong(one))), ", ");
    let open = joined(outcome.open.iter().map(|one| Some(one.word())), ", ");
    let lines = [
        line("gate-checks-recorded", attention),
        line("gate-checks-open", open),
    ];
    joined(lines, " ").unwrap_or_else(|| say("gate-checks-clear"))
}
