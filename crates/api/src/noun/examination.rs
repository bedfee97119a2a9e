//! An examination, as typed. What was not examined is left out.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_time};
use lamina_domain::{
    Answer, Examination, ToldBy,
    examination::{
        found::{
            Briskness, Dermatome, Gait, Presence, Reflex, ReproducedPain, Sensation, Sense, Sign, Tendon,
            Tension, TensionTest, Tone, Tract,
        },
        power::{KeyMuscle, LimbSide, MuscleFinding, Power},
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(
    Examination as ExaminationInput,
    with KeyMuscle, LimbSide, PowerInput, Dermatome, Sense, Sensation, Tendon, Briskness, Reflex, Tract, Presence, Sign,
    TensionTest, ReproducedPain, TensionInput, Gait, Tone
);

/// The power of one muscle, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PowerInput {
    /// Which muscle.
    pub muscle: KeyMuscle,
    /// On which side.
    pub side: LimbSide,
    /// Its MRC grade: 0, 1, 2, 3, 4-, 4, 4+, 5, or NT; empty where it was not examined.
    pub grade: String,
    /// Whether it is said to be known, long-standing and unchanged.
    #[serde(default)]
    pub known: bool,
}

/// A tension test, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TensionInput {
    /// Which test.
    pub test: TensionTest,
    /// On which side.
    pub side: LimbSide,
    /// The angle in degrees; empty where it was not said.
    pub angle: String,
    /// What it brought about; none where it was not said.
    pub reproduced: Option<ReproducedPain>,
}

/// An examination, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ExaminationInput {
    /// When.
    pub when: String,
    /// Muscle power; what has no grade is left out.
    pub power: Vec<PowerInput>,
    /// Sensation.
    pub sensation: Vec<Sensation>,
    /// Tendon reflexes.
    pub reflexes: Vec<Reflex>,
    /// Signs of the long tracts.
    pub signs: Vec<Sign>,
    /// Tension tests; what has neither angle nor result is left out.
    pub tension: Vec<TensionInput>,
    /// How the patient walks.
    pub gait: Vec<Gait>,
    /// The gait in words.
    pub gait_words: String,
    /// Sensation in the saddle.
    pub saddle: Answer<Sense>,
    /// Anal tone.
    pub anal_tone: Answer<Tone>,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else; never read as a finding.
    pub note: String,
}

impl ExaminationInput {
    /// The examination as typed values.
    pub fn of(examination: &Examination) -> Self {
        Self {
            when: shown_time(&examination.when),
            power: examination.power.iter().map(PowerInput::of).collect(),
            sensation: examination.sensation.clone(),
            reflexes: examination.reflexes.clone(),
            signs: examination.signs.clone(),
            tension: examination.tension.iter().map(TensionInput::of).collect(),
            gait: examination.gait.clone(),
            gait_words: shown(&examination.gait_words),
            saddle: examination.saddle.clone(),
            anal_tone: examination.anal_tone.clone(),
            told_by: examination.told_by,
            note: shown(&examination.note),
        }
    }

    /// The examination, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Examination> {
        let tension = self.tension.iter().enumerate();
        Some(Examination {
            when: reading.when("when", &self.when),
            recorded: None,
            power: power(&self.power, reading),
            sensation: self.sensation.clone(),
            reflexes: self.reflexes.clone(),
            signs: self.signs.clone(),
            tension: tension.filter_map(|(at, one)| one.read(at, reading)).collect(),
            gait: self.gait.clone(),
            gait_words: reading.text("gait_words", &self.gait_words),
            saddle: self.saddle.clone(),
            anal_tone: self.anal_tone.clone(),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
        })
    }
}

/// The powers that were graded; what is no grade is told at `power.l5_left`.
pub(crate) fn power(typed: &[PowerInput], reading: &mut Reading) -> Vec<MuscleFinding> {
    typed.iter().filter_map(|one| one.read(reading)).collect()
}

impl PowerInput {
    fn of(finding: &MuscleFinding) -> Self {
        Self {
            muscle: finding.muscle,
            side: finding.side,
            grade: finding.power.to_string(),
            known: finding.known,
        }
    }

    fn read(&self, reading: &mut Reading) -> Option<MuscleFinding> {
        let typed = Some(self.grade.trim()).filter(|typed| !typed.is_empty())?;
        let finding = |power: Power| MuscleFinding {
            muscle: self.muscle,
            side: self.side,
            power,
            known: self.known && power.grade().is_some(),
        };
        let field = finding(Power::NotTested).field();
        let power = reading.keep(&format!("power.{field}"), typed.parse::<Power>());
        power.map(finding)
    }
}

impl TensionInput {
    fn of(tension: &Tension) -> Self {
        Self {
            test: tension.test,
            side: tension.side,
            angle: shown(&tension.angle),
            reproduced: tension.reproduced,
        }
    }

    fn read(&self, at: usize, reading: &mut Reading) -> Option<Tension> {
        let typed = self.angle.trim().trim_end_matches('\u{b0}').trim();
        let angle = match typed {
            "" => None,
            typed => reading.whole(&format!("tension.{at}.angle"), typed),
        };
        (angle.is_some() || self.reproduced.is_some()).then_some(Tension {
            test: self.test,
            side: self.side,
            angle,
            reproduced: self.reproduced,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Problem, Typing};

    fn input(fields: serde_json::Value) -> ExaminationInput {
        serde_json::from_value(fields).unwrap()
    }

    fn read(input: &ExaminationInput) -> (Option<Examination>, Vec<(String, Problem)>) {
        let mut reader = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let read = input.read(&mut reader);
        let issues = reader.issues.into_iter();
        (read, issues.map(|issue| (issue.path, issue.problem)).collect())
    }

    #[test]
    fn what_was_typed_reads_back_as_the_same_and_what_was_not_examined_is_left_out() {
        let typed = input(serde_json::json!({
            "when": "24 Nov 2026",
            "power": [
                {"muscle": "l5", "side": "left", "grade": "4\u{2212}", "known": true},
                {"muscle": "l5", "side": "right", "grade": "NT", "known": true},
                {"muscle": "s1", "side": "right", "grade": " "}
            ],
            "sensation": [{"dermatome": "s1", "side": "left", "light_touch": "altered", "pinprick": null}],
            "reflexes": [{"reflex": "ankle", "side": "left", "grade": "0"}],
            "signs": [{"sign": "plantar_up", "side": "left", "found": "absent"}],
            "tension": [
                {"test": "straight_leg_raise", "side": "left", "angle": "30\u{b0}", "reproduced": "leg_pain"},
                {"test": "slump", "side": "left", "angle": "", "reproduced": null}
            ],
            "gait": ["antalgic"], "gait_words": "crutch",
            "saddle": {"value": "normal"}, "anal_tone": {"missing": "declined"}
        }));
        let (examination, issues) = read(&typed);
        assert_eq!(issues, []);
        let examination = examination.unwrap();
        let again = ExaminationInput::of(&examination);
        let powers: Vec<(&str, bool)> = again
            .power
            .iter()
            .map(|one| (one.grade.as_str(), one.known))
            .collect();
        assert_eq!(powers, [("4-", true), ("NT", false)]);
        assert_eq!(again.tension.len(), 1);
        assert_eq!(read(&again).0, Some(examination));
    }

    #[test]
    fn trap_12_what_is_no_grade_or_angle_is_told_at_its_field() {
        let typed = input(serde_json::json!({
            "power": [{"muscle": "l5", "side": "left", "grade": "4.5"}, {"muscle": "l5", "side": "right", "grade": "3+"}],
            "tension": [{"test": "slump", "side": "left", "angle": "190", "reproduced": null}]
        }));
        let grade = |text: &str| Problem::NotAGrade { text: text.into() };
        assert_eq!(
            read(&typed).1,
            [
                ("power.l5_left".into(), grade("4.5")),
                ("power.l5_right".into(), grade("3+")),
                ("tension.0.angle".into(), Problem::OutOfRange { min: 0, max: 120 }),
            ]
        );
    }
}
