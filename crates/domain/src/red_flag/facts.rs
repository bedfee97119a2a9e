//! What the rules read beside answers: age, operations and procedures, devices, blood thinners, readings, examinations. Readings carry their unit
//! and what the laboratory reported; nothing is guessed where a list was never asked for.

use super::{power::PowerExam, within::Within};
use crate::{answer::Answer, level::Levels, patient::Born, surgery::Region, text::Text, when::When};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A value on a day, with when it was put into the record.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reading<T> {
    /// The day it belongs to.
    pub on: NaiveDate,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// The value.
    pub value: T,
}

/// Body temperature in tenths of a degree Celsius, 25.0 to 45.0.
pub type Temperature = Within<250, 450>;
/// Residual urine in mL, 0 to 5000.
pub type ResidualUrine = Within<0, 5000>;
/// Breaths a minute, 0 to 80.
pub type Breaths = Within<0, 80>;
/// PHQ-9 item 9, 0 to 3.
pub type ItemNine = Within<0, 3>;

/// The unit in which a laboratory reported CRP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CrpUnit {
    /// mg/L.
    #[serde(rename = "mg/L")]
    MilligramPerLitre,
    /// mg/dL: ten times mg/L.
    #[serde(rename = "mg/dL")]
    MilligramPerDecilitre,
}

/// A laboratory value as reported, in tenths of its unit; "<5" keeps its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// True for "below": the value is the limit of detection.
    #[serde(default)]
    pub below: bool,
    /// Tenths of the unit.
    pub tenths: Within<0, 60000>,
}

/// CRP as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crp {
    /// The amount.
    pub amount: Amount,
    /// Its unit.
    pub unit: CrpUnit,
}

impl Crp {
    /// Tenths of mg/L, the highest that the report can mean.
    pub fn most(self) -> u32 {
        let tenths = u32::from(self.amount.tenths.get());
        match self.unit {
            CrpUnit::MilligramPerLitre => tenths,
            CrpUnit::MilligramPerDecilitre => tenths * 10,
        }
    }

    /// Tenths of mg/L, the lowest that the report can mean.
    pub fn least(self) -> u32 {
        if self.amount.below { 0 } else { self.most() }
    }
}

/// ESR in mm/h, as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Esr {
    /// True for "below".
    #[serde(default)]
    pub below: bool,
    /// mm/h.
    pub value: Within<0, 200>,
}

/// What was done to the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An operation.
    Operation {
        /// Whether an implant stayed in.
        implant: bool,
    },
    /// An injection or block.
    Injection,
    /// A radiofrequency treatment.
    Radiofrequency,
    /// A discography: a needle and contrast in the disc.
    Discography,
    /// A trial of stimulation or of a drug in the spinal fluid, with a lead or catheter through the skin.
    Trial,
    /// Another intervention.
    Intervention,
}

/// An operation or another procedure at the spine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpineEvent {
    /// What it was.
    pub event: Event,
    /// When.
    #[serde(default)]
    pub when: When,
    /// The region, where it was said.
    #[serde(default)]
    pub region: Answer<Region>,
    /// The levels, where they were said.
    #[serde(default)]
    pub levels: Levels,
    /// When it was put into the record.
    pub recorded: DateTime<Utc>,
}

/// A stimulator, pump or other active device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActiveDevice {
    /// What it is.
    pub name: Text,
    /// When it was put into the record.
    pub recorded: DateTime<Utc>,
    /// When it was taken out; not said means it is still there.
    #[serde(default)]
    pub removed: Option<When>,
}

/// A trial lead or catheter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialLead {
    /// What it is.
    pub name: Text,
    /// When it was put in.
    #[serde(default)]
    pub placed: When,
    /// When the trial ended; nothing where nobody said that it ended.
    #[serde(default)]
    pub removed: Option<When>,
    /// When it was put into the record.
    pub recorded: DateTime<Utc>,
}

/// A blood thinner that is taken, or of which nobody said that it was stopped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thinner {
    /// What it is called.
    pub name: Text,
    /// When it was put into the record.
    pub recorded: DateTime<Utc>,
}

/// How old somebody was when the first symptom that has a date began, in completed years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnsetAge {
    /// The least it can have been.
    pub least: u32,
    /// The most it can have been.
    pub most: u32,
    /// Whether another symptom has no date, so that the first one may lie earlier.
    #[serde(default)]
    pub undated: bool,
}

/// Everything that the rules read beside answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// What is known of the birth; no age rule is applied without it.
    pub born: Option<Born>,
    /// The age when the first dated symptom began, where the birth and a date are known.
    pub onset_age: Option<OnsetAge>,
    /// Operations and other procedures; `absent` means asked and none.
    pub events: Answer<Vec<SpineEvent>>,
    /// Active devices; `absent` means asked and none.
    pub devices: Answer<Vec<ActiveDevice>>,
    /// Trial leads and catheters; empty where no trial is recorded.
    pub trials: Vec<TrialLead>,
    /// Blood thinners; `absent` means asked and none.
    pub thinners: Answer<Vec<Thinner>>,
    /// Temperatures.
    pub temperatures: Vec<Reading<Temperature>>,
    /// Residual urine after voiding.
    pub residual_urine: Vec<Reading<ResidualUrine>>,
    /// Breathing rates while taking an opioid.
    pub breaths: Vec<Reading<Breaths>>,
    /// CRP.
    pub crp: Vec<Reading<Crp>>,
    /// ESR.
    pub esr: Vec<Reading<Esr>>,
    /// Examinations of muscle power.
    pub power: Vec<PowerExam>,
    /// PHQ-9 item 9; a blank item is missing, not 0.
    pub item_nine: Vec<Reading<Answer<ItemNine>>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crp(json: &str) -> Crp {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn trap_26_crp_in_mg_per_decilitre_is_ten_times_mg_per_litre() {
        let litre = crp(r#"{"amount":{"tenths":120},"unit":"mg/L"}"#);
        let decilitre = crp(r#"{"amount":{"tenths":12},"unit":"mg/dL"}"#);
        assert_eq!((litre.most(), decilitre.most()), (120, 120));
    }

    #[test]
    fn below_the_limit_of_detection_is_a_range_and_not_its_limit() {
        let below = crp(r#"{"amount":{"below":true,"tenths":50},"unit":"mg/L"}"#);
        assert_eq!((below.least(), below.most()), (0, 50));
    }
}
