//! A symptom, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_all, shown_answer};
use lamina_domain::{Answer, Problem, Side, Symptom, ToldBy};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Symptom as SymptomInput);

/// A symptom, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct SymptomInput {
    /// Where.
    pub site: String,
    /// Side of the patient.
    pub side: Answer<Side>,
    /// More on the side: "right more than left".
    pub side_words: String,
    /// Where it spreads.
    pub radiation: String,
    /// What it feels like.
    pub qualities: Vec<String>,
    /// When it began.
    pub onset: String,
    /// How it began.
    pub onset_words: String,
    /// What makes it worse.
    pub aggravating: Vec<String>,
    /// What eases it.
    pub relieving: Vec<String>,
    /// How strong, 0 to 10, whole.
    pub intensity: Answer<String>,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl SymptomInput {
    /// The symptom as typed values.
    pub fn of(symptom: &Symptom) -> Self {
        Self {
            site: symptom.site.to_string(),
            side: symptom.side.clone(),
            side_words: shown(&symptom.side_words),
            radiation: shown(&symptom.radiation),
            qualities: shown_all(&symptom.qualities),
            onset: symptom.onset.to_string(),
            onset_words: shown(&symptom.onset_words),
            aggravating: shown_all(&symptom.aggravating),
            relieving: shown_all(&symptom.relieving),
            intensity: shown_answer(&symptom.intensity, |nrs| nrs.rating().to_string()),
            told_by: symptom.told_by,
            note: shown(&symptom.note),
        }
    }

    /// The symptom, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Symptom> {
        let site = reading.required("site", &self.site);
        let intensity = reading.answer(&self.intensity, |reading, typed| {
            reading.whole("intensity", typed)
        });
        if self.side.is_not_asked() && self.side_words.trim().is_empty() && is_paired(&self.site) {
            reading.keep::<()>("side", Err(Problem::SideNeeded));
        }
        Some(Symptom {
            side: self.side.clone(),
            side_words: reading.text("side_words", &self.side_words),
            radiation: reading.text("radiation", &self.radiation),
            qualities: reading.texts("qualities", &self.qualities),
            onset: reading.when("onset", &self.onset),
            onset_words: reading.text("onset_words", &self.onset_words),
            aggravating: reading.texts("aggravating", &self.aggravating),
            relieving: reading.texts("relieving", &self.relieving),
            intensity,
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            site: site?,
        })
    }
}

/// Whether a site exists on either side, so that the complaint says little without one. "Unknown" is an answer.
fn is_paired(site: &str) -> bool {
    const PAIRED: [&str; 18] = [
        "leg", "arm", "buttock", "thigh", "calf", "foot", "toe", "hip", "knee", "groin", "shin", "ankle",
        "shoulder", "elbow", "hand", "finger", "wrist", "limb",
    ];
    site.to_lowercase()
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| PAIRED.contains(&word) || PAIRED.contains(&word.trim_end_matches('s')) || word == "feet")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use lamina_domain::Typing;

    fn issues(site: &str, side: Answer<Side>) -> Vec<lamina_domain::Issue> {
        let mut reading = Reading::of(Typing::on(NaiveDate::default()));
        let input = SymptomInput {
            site: site.into(),
            side,
            ..SymptomInput::default()
        };
        input.read(&mut reading);
        reading.issues
    }

    #[test]
    fn a_limb_needs_its_side_and_unknown_is_an_answer() {
        let needed = [lamina_domain::Issue::at("side", Problem::SideNeeded)];
        assert_eq!(issues("Leg", Answer::default()), needed);
        assert_eq!(issues("pain in both legs", Answer::default()), needed);
        assert_eq!(issues("Low back", Answer::default()), []);
        assert_eq!(
            issues("Leg", Answer::Missing(lamina_domain::Missing::Unknown)),
            []
        );
        assert_eq!(issues("Leg", Answer::Value(Side::Left)), []);
    }
}
