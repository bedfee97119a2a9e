//! How somebody lives, as it was told on a day: smoking, work, claims, home, carers, driving, capacity, language, hearing and
//! sight, state of mind, family history. These change over years and their course is told, so each asking is a fact of its own:
//! what was answered last stands, and what was answered before stays. What a family had is never read by a rule.

mod kind;

pub use kind::{Capacity, Care, Claim, Driving, Home, Interpreter, Senses, Smoking, Work};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// What was told of somebody's circumstances on a day. What was not asked then is left as it was told before.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// The day on which it was told, or from which it holds.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// Whether somebody smokes or ever did.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub smoking: Answer<Smoking>,
    /// Since when somebody smokes, or smokes no longer.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub smoking_since: When,
    /// How much, in words: "10 a day".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smoking_amount: Option<Text>,
    /// Whether somebody works, and if not why.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub work: Answer<Work>,
    /// Since when that is so.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub work_since: When,
    /// What somebody does for a living, and what the pain did to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Text>,
    /// Whether a claim, compensation or a lawsuit concerns the pain; `absent` means asked and none.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub claim: Answer<Claim>,
    /// More on the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim_words: Option<Text>,
    /// With whom somebody lives.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub home: Answer<Home>,
    /// The home in words: stairs, help in the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_words: Option<Text>,
    /// Who cares for whom; `absent` means neither.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub care: Answer<Care>,
    /// Who the carer is, or who is cared for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care_words: Option<Text>,
    /// Whether somebody drives or was advised not to.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub driving: Answer<Driving>,
    /// Whether somebody can decide about treatment.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub capacity: Answer<Capacity>,
    /// More on capacity: who decides with or for somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_words: Option<Text>,
    /// The language in which somebody wants to be spoken to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Text>,
    /// Whether an interpreter is needed.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub interpreter: Answer<Interpreter>,
    /// How well somebody hears, with or without an aid.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub hearing: Answer<Senses>,
    /// How well somebody sees, with or without an aid.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub vision: Answer<Senses>,
    /// The state of mind, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mental_health: Option<Text>,
    /// What the family has or had, in words; no rule reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_history: Option<Text>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Circumstance {
    /// Nothing was told beside who told it.
    fn is_empty(&self) -> bool {
        let bare = Self {
            when: self.when,
            told_by: self.told_by,
            ..Self::default()
        };
        *self == bare
    }
}

impl Clinical for Circumstance {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Something was told, in the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        for (field, when) in [
            ("when", &self.when),
            ("smoking_since", &self.smoking_since),
            ("work_since", &self.work_since),
        ] {
            context.judge(field, when, &mut issues);
        }
        if self.is_empty() {
            issues.push(Issue::at("smoking", Problem::Required));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![
            ("when", &mut self.when),
            ("smoking_since", &mut self.smoking_since),
            ("work_since", &mut self.work_since),
        ]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    /// The occupation and the language; never what the family has or what is in somebody's mind.
    fn words(&self) -> Vec<String> {
        let texts = [self.occupation.as_ref(), self.language.as_ref()];
        texts.into_iter().flatten().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    fn of(fields: &str) -> Circumstance {
        serde_json::from_str(&format!("{{{fields}}}")).unwrap()
    }

    #[rstest]
    #[case(r#""when":"May 2026""#, &["smoking"])]
    #[case(r#""when":"May 2026","driving":{"missing":"declined"}"#, &[])]
    #[case(r#""note":"moved to Muster town""#, &[])]
    #[case(r#""when":"2027","work":{"value":"sick_leave"}"#, &["when"])]
    #[case(r#""work":{"value":"sick_leave"},"work_since":"2027""#, &["work_since"])]
    #[case(r#""smoking":{"value":"former"},"smoking_since":"1950""#, &["smoking_since"])]
    fn something_is_told_and_lies_in_the_life(#[case] fields: &str, #[case] wanted: &[&str]) {
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::Date(crate::value::date::PartialDate::Year(1970)),
        };
        let issues = of(fields).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn trap_31_what_a_family_had_finds_nobody() {
        let told = of(r#""family_history":"mother: breast cancer","occupation":"roofer""#);
        assert_eq!(told.words(), ["roofer"]);
    }
}
