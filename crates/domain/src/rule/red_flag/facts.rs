//! What the rules read beside answers: age, operations and procedures, devices, blood thinners, readings, examinations. Readings carry their unit
//! and what the laboratory reported; nothing is guessed where a list was never asked for.

use crate::{
    fact::{
        flag::{
            measured::{Breaths, Crp, Esr, ItemNine, ResidualUrine, Temperature},
            power::PowerExam,
        },
        surgery::Region,
    },
    value::{answer::Answer, born::Born, level::Levels, text::Text, when::When},
};
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
