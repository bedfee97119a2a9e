//! An examination, as typed. What was not examined is left out.

use super::{Typed, typed};
use crate::{
    field::{Field, fields, has_to_be_chosen, the_same},
    reading::{Reading, shown, shown_answer, shown_time},
};
use lamina_domain::{
    Answer, Examination, Levels, Problem, Side, Text, ToldBy,
    examination::{
        behavioural::{BehaviouralGroup, BehaviouralResult, BehaviouralSign},
        carried::CarriedField,
        found::{
            Beats, Briskness, Dermatome, Gait, Presence, Reflex, ReproducedPain, Sensation, Sense, Sign,
            Tendon, Tension, TensionTest, Tone, Tract,
        },
        local::{LocalFinding, LocalState, LocalWhat, Provocation, ProvocationResult, ProvocationTest},
        motion::{Extent, Method, Motion, MotionPain, Movement, Part},
        power::{KeyMuscle, LimbSide, MuscleFinding, Power},
        walk::{Aid, Manner, Stance, Walk, WalkOn},
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(
    Examination as ExaminationInput,
    with KeyMuscle, LimbSide, PowerInput, Dermatome, Sense, Sensation, Tendon, Briskness, Reflex, Tract, Presence,
    SignInput, TensionTest, ReproducedPain, TensionInput, Gait, Tone, Aid, WalkOn, Manner, Walk, StanceInput, Part, Movement,
    Method, MotionPain, MotionInput, ProvocationTest, ProvocationResult, Provocation, LocalWhat, LocalState, LocalInput,
    BehaviouralGroup, BehaviouralResult, BehaviouralSign, CarriedInput
);

has_to_be_chosen!(LocalWhat);
the_same!(Vec<LocalState>);

fields! {
    /// What was found at a place, as typed.
    LocalFinding as LocalInput {
        /// What was looked for.
        what: LocalWhat,
        /// In which states it was found.
        states: Vec<LocalState>,
        /// The levels, as people write them.
        levels: Levels,
        /// On which side of the patient.
        side: Answer<Side>,
        /// Where exactly, and how.
        words: Option<Text>,
    }
}

/// The power of one muscle, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PowerInput {
    /// The key muscle, named by its root.
    pub muscle: KeyMuscle,
    /// On which side of the patient.
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
    /// Which test was done.
    pub test: TensionTest,
    /// On which side of the patient.
    pub side: LimbSide,
    /// The angle in degrees; empty where it was not said.
    pub angle: String,
    /// What it brought about; none where it was not said.
    pub reproduced: Option<ReproducedPain>,
}

/// A sign of the long tracts, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignInput {
    /// Which sign it is.
    pub sign: Tract,
    /// On which side of the patient.
    pub side: LimbSide,
    /// Whether it was found.
    pub found: Presence,
    /// Of a clonus, how many beats, or "sustained"; empty where they were not counted.
    #[serde(default)]
    pub beats: String,
}

/// How long somebody stands on one leg, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StanceInput {
    /// On which leg somebody stood.
    pub side: LimbSide,
    /// How many seconds; empty where it was not tried.
    pub seconds: String,
}

/// A movement of the spine, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MotionInput {
    /// Which part of the spine.
    pub part: Part,
    /// Which movement was tried.
    pub movement: Movement,
    /// To which side; none where it goes to none.
    pub side: Option<LimbSide>,
    /// How it was measured; none where it was not said.
    pub method: Option<Method>,
    /// How far, in the unit of the method; empty where it was not measured.
    pub value: String,
    /// Whether it hurt; none where it was not said.
    pub pain: Option<MotionPain>,
}

/// A field that was carried forward, as sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CarriedInput {
    /// The field, such as `power.l5_left`.
    pub field: String,
    /// The examination that it comes from: "examination" and its id.
    pub from: String,
}

/// An examination, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ExaminationInput {
    /// When the examination was made.
    pub when: String,
    /// Muscle power; what has no grade is left out.
    pub power: Vec<PowerInput>,
    /// Sensation by dermatome and side.
    pub sensation: Vec<Sensation>,
    /// Tendon reflexes by side.
    pub reflexes: Vec<Reflex>,
    /// Signs of the long tracts.
    pub signs: Vec<SignInput>,
    /// Tension tests; what has neither angle nor result is left out.
    pub tension: Vec<TensionInput>,
    /// How the patient walks.
    pub gait: Vec<Gait>,
    /// The gait in words.
    pub gait_words: String,
    /// What the patient walks with.
    pub aids: Vec<Aid>,
    /// Walking on heels and toes.
    pub walks: Vec<Walk>,
    /// Walking heel to toe.
    pub tandem: Answer<Manner>,
    /// Standing with closed eyes.
    pub romberg: Answer<Manner>,
    /// Standing on one leg; what has no seconds is left out.
    pub stance: Vec<StanceInput>,
    /// Falls in the last twelve months.
    pub falls: Answer<String>,
    /// How far the spine moves; what has neither value nor pain is left out.
    pub motion: Vec<MotionInput>,
    /// Tests that provoke pain.
    pub provocation: Vec<Provocation>,
    /// What was found at places.
    pub local: Vec<LocalInput>,
    /// Behavioural signs by their group.
    pub behavioural: Vec<BehaviouralSign>,
    /// Sensation in the saddle.
    pub saddle: Answer<Sense>,
    /// Anal tone at rest.
    pub anal_tone: Answer<Tone>,
    /// The squeeze of the anal sphincter.
    pub anal_squeeze: Answer<Tone>,
    /// What says again what an earlier examination found; a field that holds nothing is not among them.
    pub carried: Vec<CarriedInput>,
    /// From whom it is known: patient, clinician, document or device.
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
            signs: examination.signs.iter().map(SignInput::of).collect(),
            tension: examination.tension.iter().map(TensionInput::of).collect(),
            gait: examination.gait.clone(),
            gait_words: shown(&examination.gait_words),
            aids: examination.aids.clone(),
            walks: examination.walks.clone(),
            tandem: examination.tandem.clone(),
            romberg: examination.romberg.clone(),
            stance: examination.stance.iter().map(StanceInput::of).collect(),
            falls: shown_answer(&examination.falls, ToString::to_string),
            motion: examination.motion.iter().map(MotionInput::of).collect(),
            provocation: examination.provocation.clone(),
            local: examination.local.iter().map(LocalInput::of).collect(),
            behavioural: examination.behavioural.clone(),
            saddle: examination.saddle.clone(),
            anal_tone: examination.anal_tone.clone(),
            anal_squeeze: examination.anal_squeeze.clone(),
            carried: examination.carried.iter().map(CarriedInput::of).collect(),
            told_by: examination.told_by,
            note: shown(&examination.note),
        }
    }

    /// The examination, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Examination> {
        let signs = self.signs.iter().enumerate();
        let tension = self.tension.iter().enumerate();
        let stance = self.stance.iter().enumerate();
        let motion = self.motion.iter().enumerate();
        let carried = self.carried.iter().enumerate();
        Some(Examination {
            when: reading.when("when", &self.when),
            recorded: None,
            power: power(&self.power, reading),
            sensation: self.sensation.clone(),
            reflexes: self.reflexes.clone(),
            signs: signs.map(|(at, one)| one.read(at, reading)).collect(),
            tension: reading.rows("tension", tension, |reading, at, one| one.read(at, reading)),
            gait: self.gait.clone(),
            gait_words: reading.text("gait_words", &self.gait_words),
            aids: self.aids.clone(),
            walks: self.walks.clone(),
            tandem: self.tandem.clone(),
            romberg: self.romberg.clone(),
            stance: reading.rows("stance", stance, |reading, at, one| one.read(at, reading)),
            falls: reading.answer(&self.falls, |reading, typed| reading.whole("falls", typed)),
            motion: reading.rows("motion", motion, |reading, at, one| one.read(at, reading)),
            provocation: self.provocation.clone(),
            local: <Vec<LocalInput> as Field>::read(&self.local, "local", reading)?,
            behavioural: self.behavioural.clone(),
            saddle: self.saddle.clone(),
            anal_tone: self.anal_tone.clone(),
            anal_squeeze: self.anal_squeeze.clone(),
            carried: reading.rows("carried", carried, |reading, at, one| one.read(at, reading)),
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

impl SignInput {
    fn of(sign: &Sign) -> Self {
        Self {
            sign: sign.sign,
            side: sign.side,
            found: sign.found,
            beats: shown(&sign.beats),
        }
    }

    fn read(&self, at: usize, reading: &mut Reading) -> Sign {
        let beats = match self.beats.trim() {
            "" => None,
            typed => reading.keep(&format!("signs.{at}.beats"), typed.parse::<Beats>()),
        };
        Sign {
            sign: self.sign,
            side: self.side,
            found: self.found,
            beats,
        }
    }
}

impl StanceInput {
    fn of(stance: &Stance) -> Self {
        Self {
            side: stance.side,
            seconds: stance.seconds.to_string(),
        }
    }

    fn read(&self, at: usize, reading: &mut Reading) -> Option<Stance> {
        let typed = self.seconds.trim().trim_end_matches('s').trim();
        let seconds = match typed {
            "" => None,
            typed => reading.decimal(&format!("stance.{at}.seconds"), typed),
        }?;
        Some(Stance {
            side: self.side,
            seconds,
        })
    }
}

impl MotionInput {
    fn of(motion: &Motion) -> Self {
        Self {
            part: motion.part,
            movement: motion.movement,
            side: motion.side,
            method: motion.extent.map(Extent::method),
            value: shown(&motion.extent.map(Extent::value)),
            pain: motion.pain,
        }
    }

    /// The movement; a value whose method was not said is told at the method.
    fn read(&self, at: usize, reading: &mut Reading) -> Option<Motion> {
        let plain = self.value.trim();
        let plain = ["\u{b0}", "%", "cm"]
            .iter()
            .find_map(|unit| plain.strip_suffix(unit))
            .unwrap_or(plain);
        let extent = match plain.trim() {
            "" => None,
            typed => {
                let method = reading.keep(
                    &format!("motion.{at}.method"),
                    self.method.ok_or(Problem::Required),
                );
                let value = reading.keep(&format!("motion.{at}.value"), crate::reading::decimal(typed));
                let extent = Extent::new(method?, value?);
                reading.keep(&format!("motion.{at}.value"), extent)
            }
        };
        (extent.is_some() || self.pain.is_some()).then_some(Motion {
            part: self.part,
            movement: self.movement,
            side: self.side,
            extent,
            pain: self.pain,
        })
    }
}

impl CarriedInput {
    fn of(carried: &CarriedField) -> Self {
        Self {
            field: carried.field.clone(),
            from: carried.from.to_string(),
        }
    }

    fn read(&self, at: usize, reading: &mut Reading) -> Option<CarriedField> {
        let from = reading.keep(&format!("carried.{at}.from"), self.from.parse())?;
        Some(CarriedField {
            field: self.field.clone(),
            from,
        })
    }
}

#[cfg(test)]
mod tests;
