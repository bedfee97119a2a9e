//! An imaging note, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown};
use lamina_domain::{
    Answer, Imaging, Problem, Side, ToldBy,
    imaging::{Finding, Modality, Position},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Imaging as ImagingInput, with FindingInput);

/// A finding, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct FindingInput {
    /// What was seen.
    pub what: String,
    /// At which levels.
    pub levels: String,
    /// On which side of the patient.
    pub side: Answer<Side>,
}

/// An imaging note, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ImagingInput {
    /// How; has to be chosen.
    pub modality: Option<Modality>,
    /// When.
    pub when: String,
    /// Position.
    pub position: Answer<Position>,
    /// What was found.
    pub findings: Vec<FindingInput>,
    /// The conclusion.
    pub conclusion: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl ImagingInput {
    /// The note as typed values.
    pub fn of(imaging: &Imaging) -> Self {
        Self {
            modality: Some(imaging.modality),
            when: imaging.when.to_string(),
            position: imaging.position.clone(),
            findings: imaging
                .findings
                .iter()
                .map(|finding| FindingInput {
                    what: finding.what.to_string(),
                    levels: finding.levels.to_string(),
                    side: finding.side.clone(),
                })
                .collect(),
            conclusion: shown(&imaging.conclusion),
            told_by: imaging.told_by,
            note: shown(&imaging.note),
        }
    }

    /// The note, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Imaging> {
        let modality = reading.keep("modality", self.modality.ok_or(Problem::Required));
        let findings = self
            .findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| **finding != FindingInput::default())
            .filter_map(|(at, finding)| {
                let what = reading.required(&format!("findings.{at}.what"), &finding.what);
                let levels = reading.levels(&format!("findings.{at}.levels"), &finding.levels);
                Some(Finding {
                    levels,
                    side: finding.side.clone(),
                    what: what?,
                })
            })
            .collect();
        Some(Imaging {
            when: reading.when("when", &self.when),
            position: self.position.clone(),
            findings,
            conclusion: reading.text("conclusion", &self.conclusion),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            modality: modality?,
        })
    }
}
