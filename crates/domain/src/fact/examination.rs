//! A neurological and physical examination on a day: muscle power by key muscle and side, sensation, reflexes, nerve tension,
//! gait, the saddle and anal tone. What was not examined is not in it and is never normal. Every rule that reads an
//! examination reads these, whichever form they were typed in.

pub mod found;
pub mod power;

use self::{
    found::{Gait, Reflex, Sensation, Sense, Sign, Tension, Tone},
    power::{MuscleFinding, repeated},
};
use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An examination.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examination {
    /// When. Where no day is known, power is compared with and never current.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// When it was put into the record, where it came from another vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<DateTime<Utc>>,
    /// Muscle power, by key muscle and side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub power: Vec<MuscleFinding>,
    /// Sensation, by dermatome and side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensation: Vec<Sensation>,
    /// Tendon reflexes, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reflexes: Vec<Reflex>,
    /// Signs of the long tracts, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<Sign>,
    /// Tension tests, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tension: Vec<Tension>,
    /// How the patient walks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gait: Vec<Gait>,
    /// The gait in words: an aid, heels, toes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gait_words: Option<Text>,
    /// Sensation in the saddle, S3 to S5.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub saddle: Answer<Sense>,
    /// Anal tone; "declined" where the examination was offered.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub anal_tone: Answer<Tone>,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never read as a finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Examination {
    /// Whether nothing was examined.
    fn is_empty(&self) -> bool {
        self.power.is_empty()
            && self.sensation.is_empty()
            && self.reflexes.is_empty()
            && self.signs.is_empty()
            && self.tension.is_empty()
            && self.gait.is_empty()
            && self.gait_words.is_none()
            && self.saddle.is_not_asked()
            && self.anal_tone.is_not_asked()
    }
}

/// Places of a list that repeat the place of the body of an earlier one.
fn twice<T, K: PartialEq>(list: &[T], place: impl Fn(&T) -> K) -> Vec<usize> {
    let again = |(at, one): &(usize, &T)| list.iter().take(*at).any(|other| place(other) == place(one));
    let found = list.iter().enumerate().filter(again);
    found.map(|(at, _)| at).collect()
}

impl Clinical for Examination {
    const CALLED: Option<&'static str> = Some("examination");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It lies in the patient's life, something was examined, nothing twice, and each finding says something.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        if self.is_empty() {
            issues.push(Issue::at("power", Problem::Required));
        }
        let lists = [
            ("power", "muscle", repeated(&self.power).collect()),
            (
                "sensation",
                "dermatome",
                twice(&self.sensation, |one| (one.dermatome, one.side)),
            ),
            (
                "reflexes",
                "reflex",
                twice(&self.reflexes, |one| (one.reflex, one.side)),
            ),
            ("signs", "sign", twice(&self.signs, |one| (one.sign, one.side))),
            (
                "tension",
                "test",
                twice(&self.tension, |one| (one.test, one.side)),
            ),
        ];
        for (list, field, places) in lists {
            issues.extend(places.into_iter().map(|at| {
                Issue::at(
                    format!("{list}[{at}].{field}"),
                    Problem::OutOfRange { min: 1, max: 1 },
                )
            }));
        }
        for (at, one) in self.sensation.iter().enumerate() {
            if one.light_touch.is_none() && one.pinprick.is_none() {
                issues.push(Issue::at(
                    format!("sensation[{at}].light_touch"),
                    Problem::Required,
                ));
            }
        }
        for (at, one) in self.tension.iter().enumerate() {
            if one.angle.is_none() && one.reproduced.is_none() {
                issues.push(Issue::at(format!("tension[{at}].reproduced"), Problem::Required));
            }
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        self.gait_words.iter().map(ToString::to_string).collect()
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.recorded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case(r#""note":"nothing found""#, &["power"])]
    #[case(r#""gait_words":"walks with a crutch""#, &[])]
    #[case(r#""anal_tone":{"missing":"declined"}"#, &[])]
    #[case(r#""power":[{"muscle":"l5","side":"left","power":"4-"},{"muscle":"l5","side":"right","power":"NT"}]"#, &[])]
    #[case(
        r#""power":[{"muscle":"l5","side":"left","power":"4-"},{"muscle":"l5","side":"left","power":"5"}]"#,
        &["power[1].muscle"]
    )]
    #[case(r#""sensation":[{"dermatome":"s1","side":"left"}]"#, &["sensation[0].light_touch"])]
    #[case(
        r#""reflexes":[{"reflex":"ankle","side":"left","grade":"0"},{"reflex":"ankle","side":"left","grade":"NT"}]"#,
        &["reflexes[1].reflex"]
    )]
    #[case(r#""tension":[{"test":"straight_leg_raise","side":"left","angle":30}]"#, &[])]
    #[case(r#""tension":[{"test":"straight_leg_raise","side":"left"}]"#, &["tension[0].reproduced"])]
    #[case(r#""when":"2027","saddle":{"value":"normal"}"#, &["when"])]
    fn something_is_examined_once_and_says_something(#[case] fields: &str, #[case] wanted: &[&str]) {
        let examination: Examination = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = examination.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn an_angle_beyond_a_leg_is_refused() {
        let wrong = r#"{"tension":[{"test":"slump","side":"left","angle":190}]}"#;
        assert!(serde_json::from_str::<Examination>(wrong).is_err());
    }
}
