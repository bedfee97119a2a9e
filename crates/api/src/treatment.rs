//! A treatment tried, as typed.

use crate::reading::{Reading, shown, shown_answer, shown_asked};
use lamina_domain::{
    Answer, Problem, Side, ToldBy, Treatment,
    treatment::{Kind, Stopped},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A treatment tried, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TreatmentInput {
    /// The kind; has to be chosen.
    pub kind: Option<Kind>,
    /// Its name.
    pub name: String,
    /// Levels it aimed at.
    pub levels: String,
    /// Side of the patient.
    pub side: Answer<Side>,
    /// What it aimed at, in words.
    pub target: String,
    /// Dose, or number of sessions.
    pub dose: String,
    /// From when.
    pub started: String,
    /// Until when; empty also where it goes on.
    pub ended: String,
    /// Percent relief, 0 to 100, whole; more is better.
    pub relief: Answer<String>,
    /// It made things worse.
    pub worsened: bool,
    /// The response in words.
    pub response: String,
    /// How long the response lasted.
    pub response_lasted: String,
    /// Adverse effects.
    pub adverse_effects: Answer<Vec<String>>,
    /// Why it ended.
    pub stopped: Answer<Stopped>,
    /// Why it ended, in words.
    pub stopped_words: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl TreatmentInput {
    /// The treatment as typed values.
    pub fn of(treatment: &Treatment) -> Self {
        Self {
            kind: Some(treatment.kind),
            name: treatment.name.to_string(),
            levels: treatment.levels.to_string(),
            side: treatment.side.clone(),
            target: shown(&treatment.target),
            dose: shown(&treatment.dose),
            started: treatment.started.to_string(),
            ended: if treatment.ended.is_unknown() {
                String::new()
            } else {
                treatment.ended.to_string()
            },
            relief: shown_answer(&treatment.relief, |relief| relief.percent().to_string()),
            worsened: treatment.worsened,
            response: shown(&treatment.response),
            response_lasted: shown(&treatment.response_lasted),
            adverse_effects: shown_asked(&treatment.adverse_effects),
            stopped: treatment.stopped.clone(),
            stopped_words: shown(&treatment.stopped_words),
            told_by: treatment.told_by,
            note: shown(&treatment.note),
        }
    }

    /// The treatment, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Treatment> {
        let kind = reading.keep("kind", self.kind.ok_or(Problem::Required));
        let name = reading.required("name", &self.name);
        let relief = reading.answer(&self.relief, |reading, typed| reading.whole("relief", typed));
        Some(Treatment {
            levels: reading.levels("levels", &self.levels),
            side: self.side.clone(),
            target: reading.text("target", &self.target),
            dose: reading.text("dose", &self.dose),
            started: reading.when("started", &self.started),
            ended: reading.when("ended", &self.ended),
            relief,
            worsened: self.worsened,
            response: reading.text("response", &self.response),
            response_lasted: reading.text("response_lasted", &self.response_lasted),
            adverse_effects: reading.asked("adverse_effects", &self.adverse_effects),
            stopped: self.stopped.clone(),
            stopped_words: reading.text("stopped_words", &self.stopped_words),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            kind: kind?,
            name: name?,
        })
    }
}
