//! What an examination tells beside muscle power: sensation by dermatome, reflexes, signs of the long tracts, nerve tension,
//! gait, the saddle and anal tone. Each belongs to a side where it has one, and what was not examined is not there: it is
//! never normal.
//!
//! Sources: dermatomes and the scale of sensation of the International Standards for Neurological Classification of Spinal
//! Cord Injury; the usual scale of reflexes from 0 to 4+.

use super::power::LimbSide;
use crate::value::within::Within;
use serde::{Deserialize, Serialize};

/// A dermatome, by its root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Dermatome {
    /// C5.
    C5,
    /// C6.
    C6,
    /// C7.
    C7,
    /// C8.
    C8,
    /// T1.
    T1,
    /// L1.
    L1,
    /// L2.
    L2,
    /// L3.
    L3,
    /// L4.
    L4,
    /// L5.
    L5,
    /// S1.
    S1,
    /// S2.
    S2,
}

impl Dermatome {
    /// The root as it is printed.
    pub fn root(self) -> &'static str {
        match self {
            Self::C5 => "C5",
            Self::C6 => "C6",
            Self::C7 => "C7",
            Self::C8 => "C8",
            Self::T1 => "T1",
            Self::L1 => "L1",
            Self::L2 => "L2",
            Self::L3 => "L3",
            Self::L4 => "L4",
            Self::L5 => "L5",
            Self::S1 => "S1",
            Self::S2 => "S2",
        }
    }
}

/// How something is felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// Not at all.
    Absent,
    /// Less, more or otherwise than usual.
    Altered,
    /// As usual.
    Normal,
    /// It was not tested; that is not normal.
    NotTested,
}

/// Sensation in a dermatome of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sensation {
    /// Which dermatome.
    pub dermatome: Dermatome,
    /// On which side.
    pub side: LimbSide,
    /// Light touch; nothing where it was not examined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub light_touch: Option<Sense>,
    /// Pinprick; nothing where it was not examined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinprick: Option<Sense>,
}

/// A tendon reflex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ReflexOf"))]
#[serde(rename_all = "snake_case")]
pub enum Tendon {
    /// Biceps, C5-C6.
    Biceps,
    /// Brachioradialis, C6.
    Brachioradialis,
    /// Triceps, C7.
    Triceps,
    /// Knee, L3-L4.
    Knee,
    /// Ankle, S1.
    Ankle,
}

/// How brisk a reflex is; ordinal, never averaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Briskness {
    /// Absent.
    #[serde(rename = "0")]
    Absent,
    /// Reduced.
    #[serde(rename = "1+")]
    Reduced,
    /// As usual.
    #[serde(rename = "2+")]
    Usual,
    /// Brisk.
    #[serde(rename = "3+")]
    Brisk,
    /// With clonus.
    #[serde(rename = "4+")]
    Clonic,
    /// Not tested; that is not absent.
    #[serde(rename = "NT")]
    NotTested,
}

impl Briskness {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Absent => "0",
            Self::Reduced => "1+",
            Self::Usual => "2+",
            Self::Brisk => "3+",
            Self::Clonic => "4+",
            Self::NotTested => "NT",
        }
    }
}

/// A reflex of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Reflex {
    /// Which reflex.
    pub reflex: Tendon,
    /// On which side.
    pub side: LimbSide,
    /// How brisk.
    pub grade: Briskness,
}

/// A sign of the long tracts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TractSign"))]
#[serde(rename_all = "snake_case")]
pub enum Tract {
    /// The big toe goes up when the sole is stroked.
    PlantarUp,
    /// The thumb bends when the nail of the middle finger is flicked.
    Hoffmann,
    /// Clonus of the ankle.
    Clonus,
}

/// Whether a sign was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It is there.
    Present,
    /// It is not there.
    Absent,
    /// It was not tested; that is not absent.
    NotTested,
}

/// A sign of the long tracts on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Which sign.
    pub sign: Tract,
    /// On which side.
    pub side: LimbSide,
    /// Whether it was found.
    pub found: Presence,
}

/// A test that puts a nerve under tension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TensionTest {
    /// The straight leg is raised.
    StraightLegRaise,
    /// The other straight leg is raised.
    CrossedStraightLegRaise,
    /// Slump.
    Slump,
    /// The thigh is stretched backwards.
    FemoralStretch,
}

/// What a tension test brought about. Back pain alone is not what it looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReproducedPain {
    /// The pain in the leg.
    LegPain,
    /// Pain in the back alone.
    BackPain,
    /// Nothing.
    Nothing,
}

/// Degrees, 0 to 120.
pub type Angle = Within<0, 120>;

/// A tension test of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// Which test.
    pub test: TensionTest,
    /// On which side.
    pub side: LimbSide,
    /// At which angle it stopped, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub angle: Option<Angle>,
    /// What it brought about, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reproduced: Option<ReproducedPain>,
}

/// How somebody walks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Gait {
    /// As usual.
    Normal,
    /// Sparing what hurts.
    Antalgic,
    /// With a foot that drops.
    FootDrop,
    /// With a pelvis that sinks.
    Trendelenburg,
    /// Spastic.
    Spastic,
    /// Ataxic.
    Ataxic,
}

/// The tone of the anal sphincter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "AnalTone"))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As usual.
    Normal,
    /// Reduced.
    Reduced,
    /// Absent.
    Absent,
}
