//! What the rules read beside answers: age, operations and procedures, devices, blood thinners, readings, examinations. Readings carry their unit
//! and what the laboratory reported; nothing is guessed where a list was never asked for.

use crate::{
    fact::{
        examination::{
            found::{Gait, Sense, Sign, Tone},
            power::PowerExam,
        },
        imaging::{Imaging, Modality},
        neuromodulation::{Step, What},
        surgery::Region,
        symptom::Symptom,
        treatment::{Kind, Treatment},
    },
    rule::red_flag::measured::{Breaths, Crp, Esr, ItemNine, ResidualUrine, Temperature},
    value::{
        answer::Answer,
        born::Birth,
        date::PartialDate,
        level::Levels,
        text::Text,
        when::{Point, When},
    },
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
    /// What was measured or answered on that day.
    pub value: T,
}

/// What an examination found beside muscle power; what was not examined is nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExaminationFindings {
    /// The day, or what is known of it.
    pub on: PartialDate,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// Sensation in the saddle, by itself or by its dermatomes.
    pub saddle: Option<Sense>,
    /// How firm the anal sphincter was found.
    pub tone: Option<Tone>,
    /// Signs of the long tracts.
    pub signs: Vec<Sign>,
    /// How the patient walks.
    pub gait: Vec<Gait>,
}

/// What was done to the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An operation, also an implant, a revision or an explant of neuromodulation.
    Operation {
        /// Whether an implant stayed in.
        implant: bool,
    },
    /// An injection or block.
    Injection,
    /// Nerves treated by radiofrequency through a needle.
    Radiofrequency,
    /// A discography: a needle and contrast in the disc.
    Discography,
    /// A trial of stimulation or of a drug in the spinal fluid, with a lead or catheter through the skin.
    Trial,
    /// Another intervention through the skin.
    Intervention,
}

impl Event {
    /// What a treatment of this kind does to the spine, if it opens the skin.
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Injection | Kind::Block => Some(Event::Injection),
            Kind::Radiofrequency => Some(Event::Radiofrequency),
            Kind::Intervention => Some(Event::Intervention),
            Kind::NeuromodulationTrial | Kind::IntrathecalTrial => Some(Event::Trial),
            Kind::NeuromodulationImplant => Some(Event::Operation { implant: true }),
            Kind::Drug
            | Kind::Physiotherapy
            | Kind::ManualTherapy
            | Kind::PhysicalModality
            | Kind::Psychology
            | Kind::PainManagement
            | Kind::Other => None,
        }
    }
}

/// An operation or another procedure at the spine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpineEvent {
    /// What kind of procedure it was.
    pub event: Event,
    /// When it was, as exactly as it is known.
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

impl SpineEvent {
    /// The events of a treatment that opens the skin: a series counts from its last one too, and a trial from the day its
    /// lead came out.
    pub fn of_treatment(treatment: &Treatment, recorded: DateTime<Utc>) -> Vec<Self> {
        let Some(event) = Event::of(treatment.kind) else {
            return Vec::new();
        };
        let last = (treatment.ended.span().is_some() && treatment.ended != treatment.started)
            .then_some(treatment.ended);
        [Some(treatment.started), last]
            .into_iter()
            .flatten()
            .map(|when| SpineEvent {
                event,
                when,
                region: Answer::default(),
                levels: treatment.levels.clone(),
                recorded,
            })
            .collect()
    }

    /// The events of a step of neuromodulation: a trial from the day its leads went in and from the day they came out, an
    /// implant, a revision and an explant as operations. What another entry tells of is counted there.
    pub fn of_step(step: &Step, recorded: DateTime<Utc>) -> Vec<Self> {
        let opens = ["operation", "treatment"];
        if step.entries.iter().any(|link| opens.contains(&link.what())) {
            return Vec::new();
        }
        let (event, last) = match &step.what {
            What::Trial(trial) => (Event::Trial, Some(trial.leads_out)),
            What::Implant(_) | What::Revision(_) => (Event::Operation { implant: true }, None),
            What::Explant(_) => (Event::Operation { implant: false }, None),
            _ => return Vec::new(),
        };
        let last = last.filter(|when| when.span().is_some() && *when != step.when);
        [Some(step.when), last]
            .into_iter()
            .flatten()
            .map(|when| SpineEvent {
                event,
                when,
                region: Answer::default(),
                levels: Levels::together(step.leads().iter().map(|lead| &lead.tip)),
                recorded,
            })
            .collect()
    }

    /// An imaging study that puts a needle into the spine; nothing for any other.
    pub fn of_imaging(study: &Imaging, recorded: DateTime<Utc>) -> Option<Self> {
        study
            .modalities()
            .contains(&Modality::Discography)
            .then(|| SpineEvent {
                event: Event::Discography,
                when: study.when,
                region: Answer::default(),
                levels: Levels::default(),
                recorded,
            })
    }
}

/// A stimulator, pump or other active device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActiveDevice {
    /// What it is called in the register of implants.
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
    /// What the trial is called.
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

impl TrialLead {
    /// The lead or catheter of a trial; nothing for another treatment. A trial that was stopped for a reason, and of which no
    /// end is dated, has none any more.
    pub fn of(treatment: &Treatment, recorded: DateTime<Utc>) -> Option<Self> {
        let stopped = treatment.stopped.value().is_some() || treatment.stopped_words.is_some();
        let may_be_in = !stopped || treatment.ended.span().is_some();
        let trial = Event::of(treatment.kind) == Some(Event::Trial);
        (trial && may_be_in).then(|| TrialLead {
            name: treatment.name.clone(),
            placed: treatment.started,
            removed: (!treatment.ended.is_unknown()).then_some(treatment.ended),
            recorded,
        })
    }

    /// The leads of a trial among the steps of neuromodulation, in until it is told that they came out; nothing for another
    /// step, and where a treatment tells of the same.
    pub fn of_step(step: &Step, name: Text, recorded: DateTime<Utc>) -> Option<Self> {
        let trial = step.trial()?;
        let told = step.entries.iter().any(|link| link.what() == "treatment");
        (!told).then(|| TrialLead {
            name,
            placed: step.when,
            removed: (!trial.leads_out.is_unknown()).then_some(trial.leads_out),
            recorded,
        })
    }
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

impl OnsetAge {
    /// The age when the first symptom that has a date, or an age, began; nothing where none has.
    pub fn of<'a>(born: Birth, symptoms: impl IntoIterator<Item = &'a Symptom>) -> Option<Self> {
        let ages = |onset: &When| match onset.point {
            Point::Age(years) => Some((u32::from(years), u32::from(years))),
            _ => {
                let (from, to) = onset.span()?;
                let least = born.age_on(from).map_or(0, |(least, _)| least);
                Some((least, born.age_on(to)?.1))
            }
        };
        let known: Vec<Option<(u32, u32)>> = symptoms.into_iter().map(|one| ages(&one.onset)).collect();
        Some(OnsetAge {
            least: known.iter().flatten().map(|(least, _)| *least).min()?,
            most: known.iter().flatten().map(|(_, most)| *most).min()?,
            undated: known.iter().any(Option::is_none),
        })
    }
}

/// Everything that the rules read beside answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// What is known of the birth; no age rule is applied without it.
    pub born: Option<Birth>,
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
    /// Measured body temperatures, in any order.
    pub temperatures: Vec<Reading<Temperature>>,
    /// Residual urine after voiding.
    pub residual_urine: Vec<Reading<ResidualUrine>>,
    /// Breathing rates, whether an opioid was taken or not.
    pub breaths: Vec<Reading<Breaths>>,
    /// CRP values as the laboratories reported them.
    pub crp: Vec<Reading<Crp>>,
    /// ESR values as the laboratories reported them.
    pub esr: Vec<Reading<Esr>>,
    /// Examinations of muscle power.
    pub power: Vec<PowerExam>,
    /// What examinations found beside it.
    pub examined: Vec<ExaminationFindings>,
    /// PHQ-9 item 9; a blank item is missing, not 0.
    pub item_nine: Vec<Reading<Answer<ItemNine>>>,
}
