//! A treatment tried: what, against what, how much, how much it helped and for how long, and why it ended.

use crate::{
    answer::Answer,
    fact::{Context, ToldBy},
    issue::{Issue, Problem},
    level::{Levels, Side},
    medicine::Medicine,
    text::Text,
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The kind of treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TreatmentKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Medicine.
    Drug,
    /// Injection of a joint, the epidural space or a trigger point.
    Injection,
    /// Nerve or plane block.
    Block,
    /// Radiofrequency.
    Radiofrequency,
    /// Another intervention.
    Intervention,
    /// Physiotherapy and exercise.
    Physiotherapy,
    /// Manual therapy.
    ManualTherapy,
    /// Heat, cold, ultrasound, electrical stimulation.
    PhysicalModality,
    /// Psychology.
    Psychology,
    /// Pain management programme.
    PainManagement,
    /// Trial of a stimulator.
    NeuromodulationTrial,
    /// Implanted stimulator.
    NeuromodulationImplant,
    /// Trial of a drug into the spinal fluid.
    IntrathecalTrial,
    /// Another kind.
    Other,
}

/// Why it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stopped {
    /// It did not help.
    Ineffective,
    /// Adverse effects.
    AdverseEffect,
    /// The patient's choice.
    PatientChoice,
    /// It was completed.
    Completed,
    /// Cost or coverage.
    Cost,
    /// It became contraindicated.
    Contraindication,
    /// Lost to follow-up.
    LostToFollowUp,
}

/// Relief in percent, 0 to 100, more is better. It is relief, not what is left of the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Relief(u8);

impl Relief {
    /// The percent.
    pub fn percent(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Relief {
    type Error = Problem;
    fn try_from(percent: i64) -> Result<Self, Problem> {
        let out = Problem::OutOfRange { min: 0, max: 100 };
        u8::try_from(percent)
            .ok()
            .filter(|value| *value <= 100)
            .map(Relief)
            .ok_or(out)
    }
}

impl From<Relief> for i64 {
    fn from(relief: Relief) -> i64 {
        relief.0.into()
    }
}

/// A treatment tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// The kind.
    pub kind: Kind,
    /// Its name.
    pub name: Text,
    /// Levels it aimed at.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// Side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// What it aimed at, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Text>,
    /// Dose, or number of sessions, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<Text>,
    /// A medicine as prescribed and as taken; for the kind medicine only. Nothing where it was told in words alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medicine: Option<Medicine>,
    /// From when.
    #[serde(default)]
    pub started: When,
    /// Until when; unknown also where it goes on.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub ended: When,
    /// Percent relief.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub relief: Answer<Relief>,
    /// It made things worse.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub worsened: bool,
    /// The response in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Text>,
    /// How long the response lasted, in words or as "6 weeks".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_lasted: Option<Text>,
    /// Adverse effects; `absent` means asked and none.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub adverse_effects: Answer<Vec<Text>>,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub stopped: Answer<Stopped>,
    /// Why it ended, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_words: Option<Text>,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Treatment {
    /// Whether it is still given on that day: begun, or with no known start, and not ended. An end that is told by any
    /// date, reason or word counts, except one that lies in the future as a whole.
    pub fn is_current(&self, today: NaiveDate) -> bool {
        let begun = self.started.span().is_none_or(|(from, _)| from <= today);
        let over = match self.ended.span() {
            Some((from, _)) => from <= today,
            None => !self.ended.is_unknown(),
        };
        begun && !over && self.stopped.value().is_none() && self.stopped_words.is_none()
    }

    /// Relief and worsening exclude each other; the end follows the start; both fit the patient's life; a medicine belongs
    /// to the kind medicine.
    pub fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.worsened && self.relief.value().is_some_and(|relief| relief.percent() > 0) {
            issues.push(Issue::at("relief", Problem::ReliefAndWorse));
        }
        if let (Some((start, _)), Some((_, end))) = (self.started.span(), self.ended.span())
            && end < start
        {
            issues.push(Issue::at("ended", Problem::EndBeforeStart));
        }
        if self.medicine.is_some() && self.kind != Kind::Drug {
            issues.push(Issue::at("kind", Problem::MedicineOfOtherKind));
        }
        context.judge("started", &self.started, &mut issues);
        context.judge("ended", &self.ended, &mut issues);
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn relief_is_zero_to_hundred_and_says_so() {
        assert_eq!(
            Relief::try_from(130),
            Err(Problem::OutOfRange { min: 0, max: 100 })
        );
        assert_eq!(
            Relief::try_from(-30),
            Err(Problem::OutOfRange { min: 0, max: 100 })
        );
        assert_eq!(Relief::try_from(50).map(Relief::percent), Ok(50));
    }

    fn tramadol(more: &str) -> Treatment {
        let json = format!(
            r#"{{"kind":"drug","name":"tramadol","medicine":{{"ingredients":[{{"name":"tramadol","strength":"50 mg"}}]}}{more}}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[rstest]
    #[case("", true)]
    #[case(r#","started":"2019""#, true)]
    #[case(r#","started":"2027""#, false)]
    #[case(r#","ended":"2020""#, false)]
    #[case(r#","ended":"2026""#, false)]
    #[case(r#","ended":"2027""#, true)]
    #[case(r#","ended":"6 weeks after operation 1""#, false)]
    #[case(r#","stopped":{"value":"ineffective"}"#, false)]
    #[case(r#","stopped":{"missing":"unknown"}"#, true)]
    #[case(r#","stopped_words":"made her sick""#, false)]
    fn trap_21_a_medicine_that_ended_is_not_current(#[case] more: &str, #[case] current: bool) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert_eq!(tramadol(more).is_current(today), current);
    }

    #[test]
    fn a_medicine_belongs_to_the_kind_medicine_and_reads_back() {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::patient::Born::AgeAtFirstVisit(50),
        };
        let mut treatment = tramadol("");
        assert_eq!(treatment.check(&context), []);
        let written = serde_json::to_string(&treatment).unwrap();
        assert_eq!(serde_json::from_str::<Treatment>(&written).unwrap(), treatment);
        treatment.kind = Kind::IntrathecalTrial;
        assert_eq!(
            treatment.check(&context),
            [Issue::at("kind", Problem::MedicineOfOtherKind)]
        );
    }

    #[test]
    fn a_record_without_the_medicine_reads_as_before() {
        let old = r#"{"kind":"drug","name":"gabapentin","dose":"300 mg three times a day"}"#;
        assert_eq!(serde_json::from_str::<Treatment>(old).unwrap().medicine, None);
    }
}
