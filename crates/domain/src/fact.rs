//! What all facts of a record have in common: the noun, and the check against the rest of the record.

pub mod anticoagulant;
pub mod background;
pub mod check;
pub mod device;
pub mod flag;
pub mod imaging;
pub mod patient;
pub mod resolution;
pub mod response;
pub mod score;
pub mod surgery;
pub mod symptom;
pub mod treatment;
pub mod walking;

use crate::value::{
    context::{Context, ToldBy},
    issue::Issue,
    when::{Anchor, When},
};
use anticoagulant::Anticoagulant;
use background::Background;
use check::Check;
use device::Device;
use flag::Flag;
use imaging::Imaging;
use patient::Patient;
use resolution::Resolution;
use score::Score;
use serde::{Deserialize, Serialize};
use surgery::Surgery;
use symptom::Symptom;
use treatment::Treatment;
use walking::{Plan, Row, WalkingEvent};

/// The kinds of fact, in the order of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// The person.
    Patient,
    /// Allergies, alerts, conditions.
    Background,
    /// An operation.
    Surgery,
    /// A symptom.
    Symptom,
    /// An imaging note.
    Imaging,
    /// A treatment tried.
    Treatment,
    /// A score or measure.
    Score,
    /// A screening for red flags.
    Flag,
    /// A decision about a red flag.
    Resolution,
    /// An implanted system.
    Device,
    /// A blood thinner.
    Anticoagulant,
    /// What was asked before an injection.
    Check,
    /// A walking plan.
    WalkingPlan,
    /// What happened to a walking plan.
    WalkingEvent,
    /// A row of the walking diary.
    WalkingRow,
}

impl Noun {
    /// Every noun, in the order of a record.
    pub const ALL: [Self; 15] = [
        Self::Patient,
        Self::Background,
        Self::Surgery,
        Self::Symptom,
        Self::Imaging,
        Self::Treatment,
        Self::Score,
        Self::Flag,
        Self::Resolution,
        Self::Device,
        Self::Anticoagulant,
        Self::Check,
        Self::WalkingPlan,
        Self::WalkingEvent,
        Self::WalkingRow,
    ];

    /// The noun with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.name() == name)
    }

    /// The noun in every layer: table, folder, wire.
    pub fn name(self) -> &'static str {
        match self {
            Noun::Patient => "patient",
            Noun::Background => "background",
            Noun::Surgery => "surgery",
            Noun::Symptom => "symptom",
            Noun::Imaging => "imaging",
            Noun::Treatment => "treatment",
            Noun::Score => "score",
            Noun::Flag => "flag",
            Noun::Resolution => "resolution",
            Noun::Device => "device",
            Noun::Anticoagulant => "anticoagulant",
            Noun::Check => "check",
            Noun::WalkingPlan => "walking_plan",
            Noun::WalkingEvent => "walking_event",
            Noun::WalkingRow => "walking_row",
        }
    }
}

/// Any fact, with its noun as the tag.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "noun", rename_all = "snake_case")]
pub enum Fact {
    /// The person.
    Patient(Patient),
    /// Allergies, alerts, conditions.
    Background(Background),
    /// An operation.
    Surgery(Box<Surgery>),
    /// A symptom.
    Symptom(Box<Symptom>),
    /// An imaging note.
    Imaging(Box<Imaging>),
    /// A treatment tried.
    Treatment(Box<Treatment>),
    /// A score or measure.
    Score(Score),
    /// A screening for red flags.
    Flag(Box<Flag>),
    /// A decision about a red flag.
    Resolution(Box<Resolution>),
    /// An implanted system.
    Device(Box<Device>),
    /// A blood thinner.
    Anticoagulant(Box<Anticoagulant>),
    /// What was asked before an injection.
    Check(Box<Check>),
    /// A walking plan.
    WalkingPlan(Box<Plan>),
    /// What happened to a walking plan.
    WalkingEvent(Box<WalkingEvent>),
    /// A row of the walking diary.
    WalkingRow(Box<Row>),
}

impl Fact {
    /// Its noun.
    pub fn noun(&self) -> Noun {
        match self {
            Fact::Patient(_) => Noun::Patient,
            Fact::Background(_) => Noun::Background,
            Fact::Surgery(_) => Noun::Surgery,
            Fact::Symptom(_) => Noun::Symptom,
            Fact::Imaging(_) => Noun::Imaging,
            Fact::Treatment(_) => Noun::Treatment,
            Fact::Score(_) => Noun::Score,
            Fact::Flag(_) => Noun::Flag,
            Fact::Resolution(_) => Noun::Resolution,
            Fact::Device(_) => Noun::Device,
            Fact::Anticoagulant(_) => Noun::Anticoagulant,
            Fact::Check(_) => Noun::Check,
            Fact::WalkingPlan(_) => Noun::WalkingPlan,
            Fact::WalkingEvent(_) => Noun::WalkingEvent,
            Fact::WalkingRow(_) => Noun::WalkingRow,
        }
    }

    /// Who said it; nothing for what is the clinic's own: the person, the background, decisions and plans.
    pub fn told_by(&self) -> Option<ToldBy> {
        match self {
            Fact::Patient(_)
            | Fact::Background(_)
            | Fact::Resolution(_)
            | Fact::WalkingPlan(_)
            | Fact::WalkingEvent(_) => None,
            Fact::WalkingRow(row) => Some(row.told_by),
            Fact::Surgery(surgery) => Some(surgery.told_by),
            Fact::Symptom(symptom) => Some(symptom.told_by),
            Fact::Imaging(imaging) => Some(imaging.told_by),
            Fact::Treatment(treatment) => Some(treatment.told_by),
            Fact::Score(score) => Some(score.told_by),
            Fact::Flag(flag) => Some(flag.told_by),
            Fact::Device(device) => Some(device.told_by),
            Fact::Anticoagulant(thinner) => Some(thinner.told_by),
            Fact::Check(asked) => Some(asked.told_by),
        }
    }

    /// Everything wrong with it that no field alone shows.
    pub(crate) fn check(&self, context: &Context) -> Vec<Issue> {
        match self {
            Fact::Patient(patient) => patient.check(context.today),
            Fact::Background(_) => Vec::new(),
            Fact::Surgery(surgery) => surgery.check(context),
            Fact::Symptom(symptom) => symptom.check(context),
            Fact::Imaging(imaging) => imaging.check(context),
            Fact::Treatment(treatment) => treatment.check(context),
            Fact::Score(score) => score.check(context),
            Fact::Flag(flag) => flag.check(context),
            Fact::Resolution(resolution) => resolution.check(),
            Fact::Device(device) => device.check(context),
            Fact::Anticoagulant(thinner) => thinner.check(context),
            Fact::Check(asked) => asked.check(context),
            Fact::WalkingPlan(plan) => plan.check(context),
            Fact::WalkingEvent(event) => event.check(context),
            Fact::WalkingRow(row) => row.check(context),
        }
    }

    /// Every point in time in it, with the name of its field.
    pub fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        match self {
            Fact::Patient(_)
            | Fact::Background(_)
            | Fact::Resolution(_)
            | Fact::Check(_)
            | Fact::WalkingPlan(_)
            | Fact::WalkingEvent(_)
            | Fact::WalkingRow(_) => Vec::new(),
            Fact::Device(device) => vec![
                ("implanted", &mut device.implanted),
                ("removed", &mut device.removed),
            ],
            Fact::Anticoagulant(thinner) => vec![("last_dose", &mut thinner.last_dose)],
            Fact::Surgery(surgery) => vec![("when", &mut surgery.when)],
            Fact::Symptom(symptom) => vec![("onset", &mut symptom.onset)],
            Fact::Imaging(imaging) => vec![("when", &mut imaging.when)],
            Fact::Treatment(treatment) => {
                let mut whens = vec![
                    ("started", &mut treatment.started),
                    ("ended", &mut treatment.ended),
                ];
                let told = treatment.responses.iter_mut();
                whens.extend(told.map(|response| ("responses", &mut response.when)));
                whens
            }
            Fact::Score(score) => vec![("when", &mut score.when)],
            Fact::Flag(flag) => flag.whens_mut().map(|since| ("answers", since)).collect(),
        }
    }

    /// Every reference to another fact with the name of its field, so that a place can become an id and back.
    pub fn anchors_mut(&mut self) -> Vec<(&'static str, &mut Anchor)> {
        self.whens_mut()
            .into_iter()
            .filter_map(|(field, when)| Some((field, when.anchor_mut()?)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_nouns_round_trip() {
        for noun in Noun::ALL {
            assert_eq!(Noun::from_name(noun.name()), Some(noun));
        }
        assert_eq!(Noun::from_name("audit"), None);
    }
}
