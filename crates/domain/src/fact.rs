//! What all facts of a record have in common: the noun, who said it, and the check against the rest of the record.

use crate::{
    background::Background,
    imaging::Imaging,
    issue::{Issue, Problem},
    patient::{Born, Patient},
    score::Score,
    surgery::Surgery,
    symptom::Symptom,
    treatment::Treatment,
    when::{Anchor, When},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The kinds of fact, in the order of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
}

impl Noun {
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
        }
    }
}

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToldBy {
    /// The patient remembers it.
    Patient,
    /// A clinician found it.
    #[default]
    Clinician,
    /// It stands in a document: operation note, letter, report.
    Document,
    /// A device measured it.
    Device,
}

/// What a fact is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day on which the check is made.
    pub today: NaiveDate,
    /// When the patient was born.
    pub born: Born,
}

impl Context {
    /// Whether `when` lies after today or before birth, as far as its precision tells.
    pub fn judge(&self, path: &str, when: &When, issues: &mut Vec<Issue>) {
        let Some((from, to)) = when.span() else { return };
        if from > self.today {
            issues.push(Issue::at(path, Problem::InFuture));
        }
        if self.born.span().is_some_and(|(earliest, _)| to < earliest) {
            issues.push(Issue::at(path, Problem::BeforeBirth));
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
        }
    }

    /// Everything wrong with it that no field alone shows.
    pub fn check(&self, context: &Context) -> Vec<Issue> {
        match self {
            Fact::Patient(patient) => patient.check(context.today),
            Fact::Background(_) => Vec::new(),
            Fact::Surgery(surgery) => surgery.check(context),
            Fact::Symptom(symptom) => symptom.check(context),
            Fact::Imaging(imaging) => imaging.check(context),
            Fact::Treatment(treatment) => treatment.check(context),
            Fact::Score(score) => score.check(context),
        }
    }

    /// Every reference to another fact, so that a place can become an id and back.
    pub fn anchors_mut(&mut self) -> Vec<&mut Anchor> {
        let whens: Vec<&mut When> = match self {
            Fact::Patient(_) | Fact::Background(_) => Vec::new(),
            Fact::Surgery(surgery) => vec![&mut surgery.when],
            Fact::Symptom(symptom) => vec![&mut symptom.onset],
            Fact::Imaging(imaging) => vec![&mut imaging.when],
            Fact::Treatment(treatment) => vec![&mut treatment.started, &mut treatment.ended],
            Fact::Score(score) => vec![&mut score.when],
        };
        whens.into_iter().filter_map(When::anchor_mut).collect()
    }
}
