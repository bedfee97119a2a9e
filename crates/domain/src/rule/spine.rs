//! The spine map: what a record tells of each vertebra, each interspace and the sacroiliac joints: what was operated on,
//! what lies there or was taken out, where was injected, treated by radiofrequency and stimulated, what was seen, and where
//! it hurts, and which causes are thought of.
//!
//! Every mark carries the facts it comes from. What has no level, or one that no single place can be given to, stands beside
//! the map with the reason and is never left out. Nothing is inferred: an operation whose words tell no more is an
//! operation, a side that is not known is neither left nor right nor both, and a fusion stays one when its metal is taken
//! out. Where a record names transitional anatomy, nothing is compared between levels of the low back.

mod hints;
mod implanted;
mod numbered;
mod operated;
mod others;
mod place;
#[cfg(test)]
mod tests;

pub use hints::{Hint, Order};
pub use place::{Place, bones};

use super::{
    gate::register::{Facts, register},
    listed::{Rule, by_id},
};
use crate::{
    fact::{Head, Noun, Record},
    value::{
        answer::{Answer, Missing},
        level::{Side, Target},
        sure::Sure,
        text::Text,
        when::When,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is read for the map and compared on it, as it is listed.
pub fn rules() -> Vec<Rule> {
    vec![
        by_id("spine.levels", 3, Sure::Medium),
        by_id("spine.hints", 2, Sure::Medium),
    ]
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Vertebrae that were joined.
    Fused,
    /// Nerves were freed of bone or ligament.
    Decompressed,
    /// A disc was taken away, whole or in part.
    DiscRemoved,
    /// Cement was filled in.
    Augmented,
    /// Operated on; the words tell no more.
    Operated,
    /// Implants were taken out.
    TookOut,
    /// Screws, rods, or metal that is not told apart.
    Instrumented,
    /// Plate, hook or wire.
    Plate,
    /// Cage between two vertebral bodies.
    Cage,
    /// An artificial disc in its place.
    Replaced,
    /// Spacer between two spinous processes.
    Spacer,
    /// Lead of a stimulator.
    Stimulated,
    /// Catheter of a pump.
    Catheter,
    /// An injection or a block.
    Injected,
    /// Radiofrequency, pulsed or not.
    Radiofrequency,
    /// Another intervention than these.
    Treated,
    /// A finding of imaging.
    Finding,
    /// Looked at by imaging, which found nothing there.
    Imaged,
    /// A cause of the pain that is confirmed, probable or suspected.
    Cause,
    /// A symptom names it.
    Painful,
}

impl Kind {
    /// Whether something lies in the body.
    pub fn is_implant(self) -> bool {
        matches!(
            self,
            Self::Instrumented
                | Self::Plate
                | Self::Cage
                | Self::Replaced
                | Self::Spacer
                | Self::Stimulated
                | Self::Catheter
        )
    }
}

/// A fact that a mark comes from. Numbers are places in the lists of the record, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// An operation of the list.
    Operation(usize),
    /// A treatment of the list.
    Treatment(usize),
    /// A device of the list.
    Device(usize),
    /// A step of a path of neuromodulation.
    Step(usize),
    /// A setting of a pump.
    PumpSetting(usize),
    /// A finding of an imaging note, both from 0.
    Finding(usize, usize),
    /// A diagnosis of the list.
    Diagnosis(usize),
    /// A symptom of the list.
    Symptom(usize),
    /// What is noted in words about implants or conditions.
    Background,
}

impl Source {
    /// The entry as it is kept, with its kind; no id where it never was, or no such fact is there.
    pub fn entry(self, record: &Record) -> (Noun, Option<Uuid>) {
        let noun = match self {
            Self::Operation(_) => Noun::Surgery,
            Self::Treatment(_) => Noun::Treatment,
            Self::Device(_) => Noun::Device,
            Self::Step(_) => Noun::NeuromodulationStep,
            Self::PumpSetting(_) => Noun::PumpSetting,
            Self::Finding(..) => Noun::Imaging,
            Self::Diagnosis(_) => Noun::Diagnosis,
            Self::Symptom(_) => Noun::Symptom,
            Self::Background => Noun::Background,
        };
        let head = self.head(record).and_then(Option::as_ref);
        (noun, head.map(|head| head.id))
    }

    /// When it was; of a treatment when it began, of a cause when it was judged.
    pub fn when(self, record: &Record) -> When {
        let told = match self {
            Self::Operation(at) => record.surgeries.get(at).map(|one| one.when),
            Self::Treatment(at) => record.treatments.get(at).map(|one| one.started),
            Self::Device(at) => record.devices.get(at).map(|one| one.implanted),
            Self::Step(at) => record.neuromodulation_steps.get(at).map(|one| one.when),
            Self::PumpSetting(at) => record.pump_settings.get(at).map(|one| one.when),
            Self::Finding(at, _) => record.imaging.get(at).map(|one| one.when),
            Self::Diagnosis(at) => record.diagnoses.get(at).map(|one| one.judged),
            Self::Symptom(at) => record.symptoms.get(at).map(|one| one.onset),
            Self::Background => None,
        };
        told.unwrap_or_default()
    }

    /// What is known of the entry as it is kept; nothing where there is no such fact.
    fn head(self, record: &Record) -> Option<&Option<Head>> {
        match self {
            Self::Operation(at) => record.surgeries.get(at).map(|one| &one.head),
            Self::Treatment(at) => record.treatments.get(at).map(|one| &one.head),
            Self::Device(at) => record.devices.get(at).map(|one| &one.head),
            Self::Step(at) => record.neuromodulation_steps.get(at).map(|one| &one.head),
            Self::PumpSetting(at) => record.pump_settings.get(at).map(|one| &one.head),
            Self::Finding(at, _) => record.imaging.get(at).map(|one| &one.head),
            Self::Diagnosis(at) => record.diagnoses.get(at).map(|one| &one.head),
            Self::Symptom(at) => record.symptoms.get(at).map(|one| &one.head),
            Self::Background => Some(&record.background.head),
        }
    }

    /// False where the fact was marked as entered in error: then it tells nothing.
    fn stands(self, record: &Record) -> bool {
        self.head(record)
            .is_some_and(|head| head.as_ref().is_none_or(|head| head.stands))
    }
}

/// The side of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkSide {
    /// The patient's left alone.
    Left,
    /// The patient's right alone.
    Right,
    /// Both, as it was told.
    Both,
    /// In the middle, as told.
    Midline,
    /// The question makes no sense.
    NotApplicable,
    /// Nobody said on which side.
    NotKnown,
}

impl From<&Answer<Side>> for MarkSide {
    fn from(side: &Answer<Side>) -> Self {
        match side {
            Answer::Value(Side::Left) => Self::Left,
            Answer::Value(Side::Right) => Self::Right,
            Answer::Value(Side::Bilateral) => Self::Both,
            Answer::Value(Side::Midline) => Self::Midline,
            Answer::Missing(Missing::NotApplicable) => Self::NotApplicable,
            Answer::Missing(_) => Self::NotKnown,
        }
    }
}

/// Whether it is still so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// As far as the record tells.
    Stands,
    /// It surely was taken out, by this operation where the record tells by which.
    TakenOut(Option<usize>),
    /// The record is not sure whether it was taken out.
    MayBeOut,
}

/// Something at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it stands for.
    pub kind: Kind,
    /// At which place it is.
    pub place: Place,
    /// On which side, as told.
    pub side: MarkSide,
    /// The level as the record names it, such as "L5 root".
    pub target: Target,
    /// What it is called where it was told: procedures, a treatment, a finding, the site of a symptom, an implant.
    pub named: Vec<Text>,
    /// The facts that tell of it, the most exact first; never empty.
    pub sources: Vec<Source>,
    /// Whether it is still so.
    pub standing: Standing,
}

/// Why something stands beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// No level is recorded, or none that names one.
    NoLevel,
    /// A fusion or a new disc needs a segment, and a vertebra alone is recorded.
    NoSegment,
    /// The record counts the vertebrae of the low back in more than one way.
    Numbering,
    /// It was not done, or not yet.
    NotDone,
    /// Imaging could not tell whether it is there.
    NotAssessable,
}

/// Something that can't be drawn at a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnplacedEvent {
    /// The fact that has no place.
    pub source: Source,
    /// What of it: the procedure, the treatment, the finding or the implant as it is called; nothing where nobody named it.
    pub what: Option<Text>,
    /// Why it has no place.
    pub reason: Reason,
}

/// The map of one record on one day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpineMap {
    /// Everything that has a place, from the head down.
    pub marks: Vec<Mark>,
    /// Interspaces and joints beside a fusion.
    pub beside: BTreeSet<Place>,
    /// What stands beside the map.
    pub unplaced: Vec<UnplacedEvent>,
    /// Information on how levels fit each other.
    pub hints: Vec<Hint>,
    /// The record names a sixth lumbar vertebra, so there is one.
    pub sixth_lumbar: bool,
    /// The record names anatomy between the low back and the sacrum that is not the usual one.
    pub transitional: bool,
}

impl SpineMap {
    /// What is at a place.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.place == place)
    }

    /// Whether anything of a fact is on the map or stands beside it.
    fn tells_of(&self, source: Source) -> bool {
        self.marks.iter().any(|mark| mark.sources.contains(&source))
            || self.unplaced.iter().any(|one| one.source == source)
    }

    fn add(&mut self, mark: Mark) {
        let same = |one: &&mut Mark| {
            one.kind == mark.kind
                && one.place == mark.place
                && one.side == mark.side
                && one.target == mark.target
                && one.standing == mark.standing
                && one.sources.first() == mark.sources.first()
        };
        match self.marks.iter_mut().find(same) {
            Some(one) => {
                for name in mark.named {
                    if !one.named.contains(&name) {
                        one.named.push(name);
                    }
                }
                for source in mark.sources {
                    if !one.sources.contains(&source) {
                        one.sources.push(source);
                    }
                }
            }
            None => self.marks.push(mark),
        }
    }

    fn set_aside(&mut self, source: Source, what: Option<&Text>, reason: Reason) {
        let one = UnplacedEvent {
            source,
            what: what.cloned(),
            reason,
        };
        if !self.unplaced.contains(&one) {
            self.unplaced.push(one);
        }
    }
}

/// The map of a record on a day. Lists are read as they stand; a map that is shown is made of a record in the order of time.
pub fn spine_map(record: &Record, today: NaiveDate) -> SpineMap {
    let mut map = SpineMap::default();
    (map.sixth_lumbar, map.transitional) = place::numbering(record);
    let implants = register(&Facts::of(record, today));
    operated::operations(record, today, &mut map);
    implanted::implants(record, today, &implants, &mut map);
    operated::told_by_implants(record, &mut map);
    operated::rest(record, today, &mut map);
    others::treatments(record, today, &mut map);
    others::imaging(record, &mut map);
    others::causes(record, &mut map);
    others::symptoms(record, &mut map);
    // What is at one place stands in the order in which it was found: operations, then what they left, then the rest.
    map.marks.sort_by_key(|mark| mark.place);
    map.beside = place::beside(&map);
    map.hints = hints::hints(record, today, &implants, &map);
    let apart = numbered::hints(record, &map);
    map.hints.extend(apart);
    map
}
