//! Walking and balance as they were tried: on heels and toes by side, heel to toe, with eyes closed, on one leg, with which aid,
//! and how often somebody fell.

use super::power::LimbSide;
use crate::value::{issue::Problem, within::Within};
use serde::{Deserialize, Serialize};

/// What somebody walks with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WalkingAid"))]
#[serde(rename_all = "snake_case")]
pub enum Aid {
    /// Nothing; it stands alone.
    NoAid,
    /// A stick in one hand.
    OneStick,
    /// A stick in each hand.
    TwoSticks,
    /// A crutch at one side.
    OneCrutch,
    /// A crutch at each side.
    TwoCrutches,
    /// A frame that is lifted.
    Frame,
    /// A frame on wheels.
    Rollator,
    /// A splint that holds the foot or the knee.
    Orthosis,
    /// Somebody who holds or guides.
    Person,
    /// A chair on wheels, for some or all of the way.
    Wheelchair,
    /// Something else, told in the words of the gait.
    Other,
}

/// On what somebody walks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WalkOn"))]
#[serde(rename_all = "snake_case")]
pub enum WalkOn {
    /// On the heels, toes up.
    Heels,
    /// On the toes, heels up.
    Toes,
}

/// How something that was tried went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TaskResult"))]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// As it usually goes.
    Normal,
    /// Possible and not as usual.
    Impaired,
    /// Tried and not possible.
    Unable,
    /// It was not tried; that is not normal.
    NotTested,
}

/// Walking on the heel or the toes of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// On heel or toes.
    pub on: WalkOn,
    /// On which side of the patient.
    pub side: LimbSide,
    /// How it went when tried.
    pub found: Manner,
}

/// Seconds, 0 to 600, also in parts.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Seconds(f64);

impl Seconds {
    /// The longest that is kept.
    const MOST: u16 = 600;

    /// The number of them.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Seconds {
    type Error = Problem;

    fn try_from(seconds: f64) -> Result<Self, Problem> {
        if (0.0..=f64::from(Self::MOST)).contains(&seconds) {
            return Ok(Self(seconds));
        }
        Err(Problem::OutOfRange {
            min: 0,
            max: Self::MOST.into(),
        })
    }
}

impl From<Seconds> for f64 {
    fn from(seconds: Seconds) -> f64 {
        seconds.0
    }
}

impl std::fmt::Display for Seconds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// How long somebody stands on one leg.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// On which leg somebody stood.
    pub side: LimbSide,
    /// How long, with open eyes.
    pub seconds: Seconds,
}

/// Falls in the last twelve months, 0 to 999.
pub type Falls = Within<0, 999>;
