//! Why the pain is there, as a clinician judged it: the diagnosis itself or a cause or contributor, how sure it is, where, what
//! speaks for it and against it, and the test that would settle it. What is excluded stays as such. Nothing here is worked out
//! by a rule.

mod kind;

pub use kind::{Group, Kind};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    icd10cm::Icd10Cm,
    issue::{Issue, Problem},
    level::{Levels, Side},
    link::Link,
    text::Text,
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Established by what was found.
    Confirmed,
    /// More likely than not.
    Probable,
    /// To be thought of: a differential diagnosis.
    #[default]
    Suspected,
    /// Looked for and not there.
    Excluded,
}

/// Which way an entry of the record weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Weighs {
    /// It speaks for it.
    #[default]
    For,
    /// It speaks against it.
    Against,
}

/// The name that a clinic gives to the pain itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PreferredTerm"))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Persistent spinal pain syndrome type 2.
    #[default]
    Psps,
    /// Failed back surgery syndrome.
    Fbss,
    /// The name of the American classification: post-laminectomy syndrome.
    PostLaminectomy,
}

/// An entry of the record that speaks for or against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The entry that is named.
    pub entry: Link,
    /// Which way it weighs.
    pub weighs: Weighs,
}

/// A code and the release by which it was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignedCode {
    /// The code as it stands in that release.
    pub code: Icd10Cm,
    /// The day from which that release holds; nothing where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<NaiveDate>,
}

/// A diagnosis or suspected cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// What it says, from the list.
    pub kind: Kind,
    /// The same more exactly, or all of it where the kind is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The levels at which it lies.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// What speaks for it, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speaks_for: Vec<Text>,
    /// What speaks against it, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speaks_against: Vec<Text>,
    /// Entries of the record that speak for or against it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The test that would settle it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_by: Option<Text>,
    /// Its code where one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icd10cm: Option<AssignedCode>,
    /// When it was so judged.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub judged: When,
    /// Who judged it, or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Diagnosis {
    /// Whether it still stands, more or less surely.
    pub fn is_open(&self) -> bool {
        self.certainty != Certainty::Excluded
    }

    /// What its kind, levels or words are told of in a text for others in a neutral way alone: that another level or side was
    /// operated on is a finding and no reproach, and what was thought of it in words stays in the record.
    pub fn is_told_neutrally(&self) -> bool {
        self.kind == Kind::OtherLevelOrSide
    }
}

impl Clinical for Diagnosis {
    const CALLED: Option<&'static str> = Some("diagnosis");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Another kind is told in words; each entry of the record is named once, and no judgement is evidence for another; it was
    /// judged in the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.kind == Kind::Other && self.words.is_none() {
            issues.push(Issue::at("words", Problem::Required));
        }
        for (at, one) in self.evidence.iter().enumerate() {
            let mut before = self.evidence.iter().take(at);
            let path = || format!("evidence.{at}.entry");
            if before.any(|other| other.entry == one.entry) {
                issues.push(Issue::at(path(), Problem::NamedTwice));
            }
            if Some(one.entry.what()) == Self::CALLED {
                let text = one.entry.to_string();
                issues.push(Issue::at(path(), Problem::NotALink { text }));
            }
        }
        context.judge("judged", &self.judged, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("judged", &mut self.judged)]
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        let numbered = self.evidence.iter_mut().enumerate();
        numbered
            .map(|(at, one)| (format!("evidence.{at}.entry"), &mut one.entry))
            .collect()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.judged)
    }

    fn words(&self) -> Vec<String> {
        let names = self.kind.names().iter().map(|name| (*name).to_owned());
        let words = self.words.iter().map(ToString::to_string);
        let levels = (!self.levels.is_empty()).then(|| self.levels.to_string());
        let code = self.icd10cm.iter().map(|coded| coded.code.to_string());
        names.chain(words).chain(levels).chain(code).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    fn read(fields: &str) -> Diagnosis {
        serde_json::from_str(&format!(r#"{{"certainty":"suspected",{fields}}}"#)).unwrap()
    }

    #[rstest]
    #[case(r#""kind":"epidural_fibrosis","judged":"May 2025""#, &[])]
    #[case(r#""kind":"other","words":"leg length difference""#, &[])]
    #[case(r#""kind":"other""#, &["words"])]
    #[case(r#""kind":"discitis","judged":"2027""#, &["judged"])]
    #[case(
        r#""kind":"discitis","evidence":[{"entry":"imaging 1","weighs":"for"},{"entry":"imaging 1","weighs":"against"}]"#,
        &["evidence.1.entry"]
    )]
    #[case(
        r#""kind":"discitis","evidence":[{"entry":"diagnosis 1","weighs":"for"}]"#,
        &["evidence.0.entry"]
    )]
    fn another_kind_needs_words_and_an_entry_is_named_once(#[case] fields: &str, #[case] wanted: &[&str]) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = read(fields).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn every_name_of_the_pain_itself_finds_the_patient() {
        let words = read(r#""kind":"persistent_pain","icd10cm":{"code":"M96.1"}"#).words();
        for name in ["FBSS", "PSPS type 2", "post-laminectomy syndrome", "M96.1"] {
            assert!(words.iter().any(|word| word == name), "{name}");
        }
        let words = read(r#""kind":"adjacent_segment","words":"above the cage","levels":"L3-L4""#).words();
        assert!(words.contains(&"L3-L4".to_owned()) && words.contains(&"above the cage".to_owned()));
    }

    #[test]
    fn the_surest_stand_first_and_the_excluded_last() {
        use Certainty::{Confirmed, Excluded, Probable, Suspected};
        let mut all = [Excluded, Suspected, Confirmed, Probable];
        all.sort();
        assert_eq!(all, [Confirmed, Probable, Suspected, Excluded]);
    }
}
