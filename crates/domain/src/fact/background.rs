//! What every screen and page says about the patient: allergies, red flags, implants, anticoagulants, conditions.
//! An empty list never means "none": that has to be said.

pub mod allergy;
pub mod comorbidity;

pub use allergy::{Allergies, Allergy};
pub use comorbidity::{AskedCondition, Comorbidities, Comorbidity};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::Issue,
    reply::Reply,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A list that somebody asked about: `absent` means asked and none; not asked is another value.
pub type AskedList = Answer<Vec<Text>>;

/// What is known of the medicines as a whole. `absent` beside it means asked, and none is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MedicinesAsked {
    /// They are recorded among the treatments.
    Listed,
}

/// Safety and health background, one a patient.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Background {
    /// Allergies with their reactions.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub allergies: Allergies,
    /// Red flags as recorded, in words.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub red_flags: AskedList,
    /// Implants and what is known of their MRI status.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub implants_mri: AskedList,
    /// Anticoagulants and antiplatelets in words; those that are told more fully stand in a list of their
    /// own.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub anticoagulants: AskedList,
    /// Conditions that are asked about one by one.
    #[serde(
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "crate::value::written::once_each"
    )]
    pub comorbidities: Comorbidities,
    /// Conditions that are not asked about one by one, in words.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub conditions: AskedList,
    /// Whether medicines are taken at all.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub medicines: Answer<MedicinesAsked>,
}

impl Background {
    /// The conditions that are there, each with what was told of it.
    pub fn present(&self) -> impl Iterator<Item = (Comorbidity, &AskedCondition)> {
        let yes = self
            .comorbidities
            .iter()
            .filter(|(_, asked)| asked.is == Reply::Yes);
        yes.map(|(which, asked)| (*which, asked))
    }
}

impl Clinical for Background {
    fn told_by(&self) -> Option<ToldBy> {
        None
    }

    /// What is dated lies in the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        for (at, one) in self.allergies.value().into_iter().flatten().enumerate() {
            context.judge(&format!("allergies.value.{at}.since"), &one.since, &mut issues);
        }
        for (which, asked) in &self.comorbidities {
            let name = which.name();
            context.judge(&format!("comorbidities.{name}.since"), &asked.since, &mut issues);
            if let Some(on) = asked.asked_on {
                let path = format!("comorbidities.{name}.asked_on");
                context.judge(&path, &When::date(on), &mut issues);
            }
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let allergies = match &mut self.allergies {
            Answer::Value(list) => list.as_mut_slice(),
            Answer::Missing(_) => &mut [],
        };
        let allergies = allergies.iter_mut().map(|one| ("allergies", &mut one.since));
        let conditions = self.comorbidities.values_mut();
        let conditions = conditions.map(|one| ("comorbidities", &mut one.since));
        allergies.chain(conditions).collect()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::AsRecorded
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;

    #[test]
    fn a_list_of_texts_still_loads_and_a_day_ahead_is_told_at_its_field() {
        let older =
            r#"{"allergies":{"value":["penicillin: rash","latex"]},"conditions":{"value":["asthma"]}}"#;
        let read: Background = serde_json::from_str(older).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), older);
        let ahead: Background = serde_json::from_str(
            r#"{"allergies":{"value":["latex",{"substance":"nickel","since":"2027"}]},
                "comorbidities":{"diabetes":{"is":"yes","since":"2027"},"pregnancy":{"is":"no","asked_on":"2027"}}}"#,
        )
        .unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let paths: Vec<String> = ahead
            .check(&context)
            .into_iter()
            .map(|issue| issue.path)
            .collect();
        let wanted = [
            "allergies.value.1.since",
            "comorbidities.diabetes.since",
            "comorbidities.pregnancy.asked_on",
        ];
        assert_eq!(paths, wanted);
    }

    #[test]
    fn an_answer_that_stands_twice_and_a_condition_without_an_answer_are_refused() {
        for wrong in [
            r#"{"comorbidities":{"diabetes":{"is":"no"},"diabetes":{"is":"yes"}}}"#,
            r#"{"comorbidities":{"diabetes":{"since":"2019"}}}"#,
            r#"{"comorbidities":{"gout":{"is":"yes"}}}"#,
        ] {
            assert!(serde_json::from_str::<Background>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_condition_is_offered_once() {
        let mut all = Comorbidity::ALL.to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), Comorbidity::ALL.len());
        for one in Comorbidity::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.name());
        }
    }
}
