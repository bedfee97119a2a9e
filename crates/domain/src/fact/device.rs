//! An implanted system in the register of devices: what belongs together, its parts with their state and MRI labelling,
//! and when it came in and out. What nobody recorded is unknown and never safe.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    implant::Part,
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// One system: a generator with its leads, a pump with its catheter, the metal of one operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Device {
    /// What it is called.
    pub name: Text,
    /// Its parts, one or more, also those that are left behind.
    pub parts: Vec<Part>,
    /// Who made it, by which the patient is found too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maker: Option<Text>,
    /// The maker's name for the model, by which the patient is found too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<Text>,
    /// The serial or lot number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<Text>,
    /// The unique device identifier as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub udi: Option<Text>,
    /// When it was implanted.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub implanted: When,
    /// When it was taken out; unknown also where it is still in the body.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub removed: When,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Device {
    const CALLED: Option<&'static str> = Some("device");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// A system has a part, was taken out after it was implanted, and fits the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.parts.is_empty() {
            issues.push(Issue::at("parts", Problem::Required));
        }
        if self.removed.is_before(&self.implanted) {
            issues.push(Issue::at("removed", Problem::EndBeforeStart));
        }
        context.judge("implanted", &self.implanted, &mut issues);
        context.judge("removed", &self.removed, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("implanted", &mut self.implanted), ("removed", &mut self.removed)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.implanted)
    }

    fn words(&self) -> Vec<String> {
        [Some(&self.name), self.maker.as_ref(), self.model.as_ref()]
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_system_without_a_part_or_taken_out_before_it_came_in_is_refused() {
        let device: Device =
            serde_json::from_str(r#"{"name":"Pump","parts":[],"implanted":"2020","removed":"2019"}"#)
                .unwrap();
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        assert_eq!(
            device.check(&context),
            [
                Issue::at("parts", Problem::Required),
                Issue::at("removed", Problem::EndBeforeStart)
            ]
        );
    }
}
