//! A visit: on which day, of which kind, who saw the patient, whether the patient came, why, what was found or said and what
//! was decided. What else the record holds of the same day is no part of it: that is worked out by the day, see
//! [`crate::rule::day`].

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
    within::Within,
};
use serde::{Deserialize, Serialize};

/// What kind of visit it is: its occasion, or the way or place in which it was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "VisitKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The first one for this pain in the clinic.
    FirstVisit,
    /// A later one in the clinic.
    FollowUp,
    /// A call by telephone.
    Telephone,
    /// A call with a picture.
    Video,
    /// At the patient's home.
    Home,
    /// At a bed of a hospital.
    Ward,
    /// For an injection or another intervention.
    Intervention,
    /// Together with other patients.
    Group,
}

/// Whether the patient came, or was reached where it was a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "VisitCame"))]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// The patient was seen or spoken to.
    Came,
    /// The patient was expected and not seen.
    DidNotCome,
    /// It was called off before, by whichever side.
    Cancelled,
}

/// How long a visit took, in minutes; a day at most.
pub type Minutes = Within<1, 1440>;

/// A visit, held or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The day on which it was, or was to be.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// What kind of visit.
    pub kind: Kind,
    /// Who saw the patient, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// In which role that person saw the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// Whether the patient came; nothing else says so.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub came: Answer<Came>,
    /// Why it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What was found or said, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Text>,
    /// What was decided, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Text>,
    /// How long it took; nothing where nobody noted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// When the next one is planned; it may lie ahead.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub next: When,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Visit {
    /// Whether somebody said that the patient came. Where nobody did, it is not known.
    pub fn was_held(&self) -> bool {
        self.came == Answer::Value(Came::Came)
    }
}

impl Clinical for Visit {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It was in the patient's life and not ahead; the next one lies after it; what did not take place took no time.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        if self.next.is_before(&self.when) {
            issues.push(Issue::at("next", Problem::EndBeforeStart));
        }
        let not_held = matches!(self.came, Answer::Value(Came::DidNotCome | Came::Cancelled));
        if not_held && self.minutes.is_some() {
            issues.push(Issue::at("minutes", Problem::DoNotGoTogether));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when), ("next", &mut self.next)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        let texts = [&self.by, &self.reason, &self.found, &self.decided];
        texts.into_iter().flatten().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    fn visit(fields: &str) -> Visit {
        serde_json::from_str(&format!(r#"{{"kind":"follow_up"{fields}}}"#)).unwrap()
    }

    #[rstest]
    #[case("", &[])]
    #[case(r#","when":"25 Nov 2026","next":"May 2027","came":{"value":"came"},"minutes":20"#, &[])]
    #[case(r#","when":"26 Nov 2026""#, &["when"])]
    #[case(r#","when":"25 Nov 2026","next":"1 Nov 2026""#, &["next"])]
    #[case(r#","came":{"value":"did_not_come"},"minutes":20"#, &["minutes"])]
    #[case(r#","came":{"value":"cancelled"},"found":"rang to say so""#, &[])]
    fn it_is_not_ahead_the_next_lies_after_it_and_what_was_not_held_took_no_time(
        #[case] fields: &str,
        #[case] wanted: &[&str],
    ) {
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = visit(fields).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn nobody_came_where_nobody_said_so() {
        assert!(visit(r#","came":{"value":"came"}"#).was_held());
        for other in [
            "",
            r#","came":{"missing":"unknown"}"#,
            r#","came":{"value":"cancelled"},"decided":"rings again""#,
            r#","decided":"rings again""#,
        ] {
            assert!(!visit(other).was_held(), "{other}");
        }
    }

    #[test]
    fn it_is_found_by_who_saw_the_patient_why_and_by_what_was_found_and_decided() {
        let told = visit(
            r#","by":"Dr Lind","role":"pain physician","reason":"worse pain","found":"cold foot","decided":"test of nerves",
            "note":"with her daughter""#,
        );
        assert_eq!(
            told.words(),
            ["Dr Lind", "worse pain", "cold foot", "test of nerves"]
        );
        assert!(visit("").words().is_empty());
    }

    #[test]
    fn it_takes_a_day_at_most_and_has_a_kind() {
        for wrong in [
            r#"{"kind":"follow_up","minutes":1441}"#,
            r#"{"kind":"follow_up","minutes":0}"#,
            r#"{"when":"2026"}"#,
        ] {
            assert!(serde_json::from_str::<Visit>(wrong).is_err(), "{wrong}");
        }
    }
}
