//! Electrodiagnostic tests of one day: electromyography, nerve conduction, evoked potentials; how long the symptoms had lasted,
//! what was tested with what result, and what the report concludes.

mod conclusion;
mod part;

pub use conclusion::{Chronicity, ConclusionPart, NerveConclusion};
pub use part::{ElectricalChange, ElectrodiagnosticTest, TestResult, TestedPart};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    interval::Interval,
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// Electrodiagnostic tests of one day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Electrodiagnosis {
    /// Which tests were made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<ElectrodiagnosticTest>,
    /// When they were made.
    #[serde(default)]
    pub when: When,
    /// How long the symptoms had lasted then. Changes seen by the needle need weeks to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptoms_for: Option<Interval>,
    /// Muscles, nerves and pathways, each with what it showed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examined: Vec<TestedPart>,
    /// What the report concludes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conclusions: Vec<ConclusionPart>,
    /// The conclusion in the words of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<Text>,
    /// Who made or read them, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<Text>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Electrodiagnosis {
    const CALLED: Option<&'static str> = Some("electrodiagnosis");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// A test is named, and something is told of what it showed; the date must fit the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.tests.is_empty() {
            issues.push(Issue::at("tests", Problem::Required));
        }
        if self.examined.is_empty()
            && self.conclusions.is_empty()
            && self.conclusion.is_none()
            && self.note.is_none()
        {
            issues.push(Issue::at("conclusion", Problem::Required));
        }
        for (at, one) in self.examined.iter().enumerate() {
            one.check(&format!("examined.{at}"), &mut issues);
        }
        for (at, one) in self.conclusions.iter().enumerate() {
            one.check(&format!("conclusions.{at}"), &mut issues);
        }
        context.judge("when", &self.when, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    /// What was found finds the patient; what was looked for and not seen does not.
    fn words(&self) -> Vec<String> {
        let tests = self.tests.iter().flat_map(|test| match test {
            ElectrodiagnosticTest::NeedleEmg => &["EMG", "electromyography"][..],
            ElectrodiagnosticTest::NerveConduction => &["NCS", "nerve conduction study"],
            ElectrodiagnosticTest::LateResponses => &["H reflex", "F wave"],
            ElectrodiagnosticTest::SomatosensoryEvoked => &["SSEP", "evoked potentials"],
            ElectrodiagnosticTest::MotorEvoked => &["MEP", "evoked potentials"],
            ElectrodiagnosticTest::Other => &[],
        });
        let seen = || self.conclusions.iter().filter(|one| one.is_seen());
        let names = seen().flat_map(|one| one.kind.names());
        let nerves = seen()
            .filter_map(|one| one.nerve.as_ref())
            .map(ToString::to_string);
        let roots = seen().filter(|one| !one.roots.is_empty());
        tests
            .chain(names)
            .map(|name| (*name).to_owned())
            .chain(nerves)
            .chain(roots.map(|one| one.roots.to_string()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use chrono::NaiveDate;
    use rstest::rstest;

    fn read(fields: &str) -> Electrodiagnosis {
        serde_json::from_str(&format!(r#"{{"tests":["needle_emg"],{fields}}}"#)).unwrap()
    }

    #[rstest]
    #[case(r#""conclusion":"no sign of radiculopathy""#, &[])]
    #[case(r#""when":"May 2024""#, &["conclusion"])]
    #[case(r#""examined":[{"name":"tibialis anterior","result":"abnormal","changes":["active_denervation"]}]"#, &[])]
    #[case(
        r#""examined":[{"name":"tibialis anterior","result":"normal","changes":["active_denervation"]}]"#,
        &["examined.0.result"]
    )]
    #[case(r#""conclusions":[{"kind":"radiculopathy","roots":"L5 root","side":{"value":"left"}}]"#, &[])]
    #[case(r#""conclusions":[{"kind":"radiculopathy","roots":"L5"}]"#, &["conclusions.0.roots"])]
    #[case(r#""conclusions":[{"kind":"other"}]"#, &["conclusions.0.words"])]
    #[case(r#""conclusions":[{"kind":"radiculopathy","words":"no sign of it"}]"#, &["conclusions.0.stated"])]
    #[case(r#""note":"n","when":"2027""#, &["when"])]
    fn something_is_told_and_fits_together(#[case] fields: &str, #[case] wanted: &[&str]) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = read(fields).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn trap_31_what_was_not_seen_finds_nobody() {
        let words = read(
            r#""conclusions":[{"kind":"radiculopathy","roots":"L5 root"},{"kind":"polyneuropathy","stated":"absent"}]"#,
        )
        .words();
        for word in ["EMG", "radiculopathy", "L5 root"] {
            assert!(words.iter().any(|one| one == word), "{word}");
        }
        assert!(!words.iter().any(|one| one.contains("polyneuropathy")));
    }
}
