//! Everything that is in a body, was in it or may be: one register from the devices, the operations, the treatments, the
//! medicines and what is noted in words. Whatever says something about implants reads this and nothing else.
//!
//! What a thing is was chosen by somebody; words only add what nobody listed, with no MRI status. What was surely taken
//! out is out; where the record is not sure or contradicts itself, the thing stays in and the doubt is told.

mod build;
mod coded;
mod done;
mod listed;
mod place;
mod pumps;
mod time;
mod words;

pub(in crate::rule) use done::{Done, done, is_of_device, leaves, may_leave, names_metal};
pub(in crate::rule) use time::{Moment, Times};

use crate::{
    fact::{
        background::Background,
        device::Device,
        kept::Kept,
        neuromodulation::{Neuromodulation, Step},
        pump_setting::PumpSetting,
        record::Record,
        surgery::Surgery,
        treatment::Treatment,
    },
    value::{
        answer::Answer,
        born::Birth,
        implant::{Family, Part, PartState},
        level::Levels,
        text::Text,
        when::When,
    },
};
use chrono::NaiveDate;

/// What the register is made from. References between facts are places, as in a record file.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Operations in order; a [`Source`] names one by its place.
    pub surgeries: &'a [Kept<Surgery>],
    /// Treatments in order; a [`Source`] names one by its place.
    pub treatments: &'a [Kept<Treatment>],
    /// The list of devices.
    pub devices: &'a [Kept<Device>],
    /// Paths of neuromodulation, and pumps.
    pub paths: Paths<'a>,
    /// What was noted in words, and whether anybody asked.
    pub background: &'a Background,
    /// When the patient was born, for times that are told as an age.
    pub born: Birth,
    /// The day on which the register is read.
    pub today: NaiveDate,
}

impl<'a> Facts<'a> {
    /// Those of a record, read on that day.
    pub fn of(record: &'a Record, today: NaiveDate) -> Self {
        Self {
            surgeries: &record.surgeries,
            treatments: &record.treatments,
            devices: &record.devices,
            paths: Paths {
                paths: &record.neuromodulations,
                steps: &record.neuromodulation_steps,
                pumps: &record.pump_settings,
            },
            background: &record.background,
            born: record.patient.born,
            today,
        }
    }
}

/// Paths of neuromodulation with their steps, and settings of pumps, each in order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paths<'a> {
    /// The paths themselves, in order.
    pub paths: &'a [Kept<Neuromodulation>],
    /// The steps of all of them.
    pub steps: &'a [Kept<Step>],
    /// Settings of all pumps, in order.
    pub pumps: &'a [Kept<PumpSetting>],
}

/// Where an implant is told of. Numbers are places in the lists from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The list of devices.
    Device(usize),
    /// The implants that an operation lists.
    Operation(usize),
    /// The name of an operation.
    OperationName(usize),
    /// A treatment such as a stimulator implant, by its place.
    Treatment(usize),
    /// A step of a path of neuromodulation.
    Step(usize),
    /// A setting of a pump.
    PumpSetting(usize),
    /// What is noted in words about implants.
    Background,
    /// What is noted in words as a condition, such as a pacemaker.
    Condition,
}

/// Where an implant is on the day of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In the body, as far as anybody recorded.
    In,
    /// Leads of a trial that nobody recorded as over.
    Trial,
    /// It surely was taken out.
    Out(Out),
}

/// What says that an implant was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    /// It has a date on which it was taken out.
    On(When),
    /// Every part of it is recorded as taken out, with a date where one is known.
    Parts(When),
    /// A later operation at its levels.
    By(usize),
    /// The trial is over.
    TrialOver(When),
}

/// What in the record speaks against what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It is recorded as taken out at a time that may not have come yet.
    OutNotCertain(When),
    /// This operation took something out; that it was this is not said.
    OutNotSaid(usize),
    /// It was taken out, and the words noted about implants still name it.
    StillNamed(Text),
    /// The name says more than the kind that was chosen.
    NameSaysMore,
}

/// One thing in the register: a stimulator with its leads, a pump with its catheter, the screws of one operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it is called, where anybody said.
    pub name: Option<Text>,
    /// Where it is told of, the most exact first.
    pub sources: Vec<Source>,
    /// What belongs to it, from its kind or from words.
    pub family: Family,
    /// Its parts as they stand on the day.
    pub parts: Vec<Part>,
    /// Whether it is in the body on the day of the register.
    pub standing: Standing,
    /// What speaks against that.
    pub doubts: Vec<Doubt>,
    /// When it came in.
    pub since: When,
    /// The levels at which it was put in.
    pub levels: Levels,
}

impl Entry {
    /// In the body, or may be: also where the record contradicts its having been taken out.
    pub fn counts(&self) -> bool {
        let named = |doubt: &Doubt| matches!(doubt, Doubt::StillNamed(_));
        !matches!(self.standing, Standing::Out(_)) || self.doubts.iter().any(named)
    }

    /// The parts that are in the body.
    pub fn inside(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.state != PartState::Removed)
    }

    /// Something that an operation on the spine puts in; also where words name metal and no other part of the body.
    pub fn is_of_spine(&self) -> bool {
        match self.family {
            Family::Metal | Family::Disc | Family::Interspinous | Family::Stimulator | Family::Pump => true,
            Family::Heart => false,
            Family::Other => self
                .name
                .as_ref()
                .is_some_and(|name| words::may_be_metal_of_the_spine(&words::tokens(name.as_str()))),
        }
    }

    /// A stimulator, a pump or a device of the heart.
    pub fn is_active(&self) -> bool {
        matches!(self.family, Family::Stimulator | Family::Pump | Family::Heart)
    }

    /// Whether every part is of a kind that holds nothing MRI is usually refused for, and no word says more.
    pub fn is_passive(&self) -> bool {
        !self.doubts.contains(&Doubt::NameSaysMore) && self.inside().all(|part| part.kind.is_passive())
    }
}

/// The register of one patient on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// Every thing, also what was taken out.
    pub entries: Vec<Entry>,
    /// Whether implants beside those that facts tell of were asked about: a value where they were listed in words, else
    /// which kind of missing.
    pub others: Answer<()>,
}

impl Register {
    /// What is in the body or may be.
    pub fn present(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.counts())
    }

    /// What is or was in the spine and no operation of this record put in: by its source, or at its time. Leads of a trial
    /// were put in through a needle.
    pub fn unexplained<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'a Entry> {
        let of_operation = |entry: &Entry| {
            let told = |source: &Source| matches!(source, Source::Operation(_) | Source::OperationName(_));
            let since = record.days_of(&entry.since);
            let same_time = |when: &When| {
                let both = since.zip(record.days_of(when));
                both.is_some_and(|((from, to), (first, last))| from <= last && first <= to)
            };
            entry.sources.iter().any(told) || record.surgeries.iter().any(|one| same_time(&one.when))
        };
        let trial =
            |entry: &Entry| matches!(entry.standing, Standing::Trial | Standing::Out(Out::TrialOver(_)));
        self.entries
            .iter()
            .filter(move |entry| entry.is_of_spine() && !trial(entry) && !of_operation(entry))
    }
}

/// The register of these facts.
pub fn register(facts: &Facts) -> Register {
    build::build(facts)
}

#[cfg(test)]
mod tests;
