//! How far the back and the neck move: which movement, how far, how that was measured, and whether it hurt. The way of
//! measuring is part of the value: degrees, a share of the full movement and centimetres are never compared with each other.
//!
//! Ranges are what a slip of the pen lies outside of; they say nothing about health.

use super::power::LimbSide;
use crate::value::issue::{Issue, Problem};
use serde::{Deserialize, Serialize};

/// The part of the spine that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MotionPart"))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The lower back, L1 to S1.
    Lumbar,
    /// The neck, down to T1.
    Cervical,
}

impl Part {
    /// The word in which it is stored.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Lumbar => "lumbar",
            Self::Cervical => "cervical",
        }
    }
}

/// A movement; the last two belong to a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MotionOf"))]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// Bending forwards, chin or trunk.
    Flexion,
    /// Bending backwards, the opposite of it.
    Extension,
    /// Bending to a side.
    SideBend,
    /// Turning to a side.
    Rotation,
}

impl Movement {
    /// The word in which it is stored.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Flexion => "flexion",
            Self::Extension => "extension",
            Self::SideBend => "side_bend",
            Self::Rotation => "rotation",
        }
    }

    /// Whether it goes to a side.
    fn has_side(self) -> bool {
        matches!(self, Self::SideBend | Self::Rotation)
    }
}

/// How it was measured, which tells the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MotionMethod"))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// With an inclinometer, in degrees.
    Inclinometer,
    /// By eye, in degrees.
    EstimatedDegrees,
    /// By eye, in percent of the full movement.
    EstimatedShare,
    /// From the fingertips to the floor, in centimetres; less is further.
    FingertipFloor,
    /// By how much the skin over the lumbar spine lengthens (Schober), in centimetres.
    Schober,
}

impl Method {
    /// The unit of its values, as it is printed behind them.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Inclinometer | Self::EstimatedDegrees => "°",
            Self::EstimatedShare => "%",
            Self::FingertipFloor | Self::Schober => "cm",
        }
    }

    /// The highest number that is kept; the least is 0.
    fn most(self) -> u8 {
        match self {
            Self::Inclinometer | Self::EstimatedDegrees => 180,
            Self::EstimatedShare | Self::FingertipFloor => 100,
            Self::Schober => 20,
        }
    }

    /// Whether this movement is measured so.
    fn measures(self, part: Part, movement: Movement) -> bool {
        match self {
            Self::Inclinometer | Self::EstimatedDegrees | Self::EstimatedShare => true,
            Self::FingertipFloor => {
                part == Part::Lumbar && matches!(movement, Movement::Flexion | Movement::SideBend)
            }
            Self::Schober => part == Part::Lumbar && movement == Movement::Flexion,
        }
    }

    /// The word in which it is stored.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Inclinometer => "inclinometer",
            Self::EstimatedDegrees => "estimated_degrees",
            Self::EstimatedShare => "estimated_share",
            Self::FingertipFloor => "fingertip_floor",
            Self::Schober => "schober",
        }
    }
}

/// Whether a movement hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MotionPain {
    /// It hurt on the way.
    Painful,
    /// It did not hurt.
    Painless,
}

/// A number and how it was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    method: Method,
    value: f64,
}

impl Extent {
    /// A value that can be measured so.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] where it can't.
    pub fn new(method: Method, value: f64) -> Result<Self, Problem> {
        let most = method.most();
        if !(0.0..=f64::from(most)).contains(&value) {
            return Err(Problem::OutOfRange {
                min: 0,
                max: most.into(),
            });
        }
        Ok(Self { method, value })
    }

    /// How it was measured.
    pub fn method(self) -> Method {
        self.method
    }

    /// The number in the unit of its method.
    pub fn value(self) -> f64 {
        self.value
    }

    /// Whether it is the whole movement; only a share of it says so.
    pub fn is_full(self) -> bool {
        self.method == Method::EstimatedShare && self.value >= 100.0
    }
}

/// One movement: how far it went, whether it hurt, or both.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Motion {
    /// Which part of the spine moved.
    pub part: Part,
    /// Which movement it was.
    pub movement: Movement,
    /// To which side, where it goes to one.
    pub side: Option<LimbSide>,
    /// How far it went, where that was measured.
    pub extent: Option<Extent>,
    /// Whether it hurt, where that was said.
    pub pain: Option<MotionPain>,
}

/// A movement as it is written: the value is one with the rest.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    part: Part,
    movement: Movement,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    side: Option<LimbSide>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    method: Option<Method>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pain: Option<MotionPain>,
}

impl TryFrom<Written> for Motion {
    type Error = Problem;

    fn try_from(written: Written) -> Result<Self, Problem> {
        let extent = match (written.method, written.value) {
            (Some(method), Some(value)) => Some(Extent::new(method, value)?),
            (None, None) => None,
            // A number without its method says nothing, nor does a method without a number.
            _ => return Err(Problem::Required),
        };
        Ok(Self {
            part: written.part,
            movement: written.movement,
            side: written.side,
            extent,
            pain: written.pain,
        })
    }
}

impl From<Motion> for Written {
    fn from(motion: Motion) -> Self {
        Self {
            part: motion.part,
            movement: motion.movement,
            side: motion.side,
            method: motion.extent.map(Extent::method),
            value: motion.extent.map(Extent::value),
            pain: motion.pain,
        }
    }
}

impl Motion {
    /// What is wrong with it, with the field: a movement belongs to a side or to none, is measured so, and says something.
    pub(super) fn issue(&self, at: usize) -> Option<Issue> {
        let issue = |field, problem| Some(Issue::at(format!("motion.{at}.{field}"), problem));
        match (self.side, self.movement.has_side()) {
            (None, true) => return issue("side", Problem::SideNeeded),
            (Some(_), false) => return issue("side", Problem::DoNotGoTogether),
            _ => {}
        }
        if self.extent.is_none() && self.pain.is_none() {
            return issue("value", Problem::Required);
        }
        let fits = |extent: Extent| extent.method.measures(self.part, self.movement);
        if self.extent.is_some_and(|extent| !fits(extent)) {
            return issue("method", Problem::DoNotGoTogether);
        }
        None
    }

    /// Its place among movements: `lumbar_side_bend_left`. A value in centimetres has one of its own beside that in degrees
    /// or as a share: `lumbar_flexion_schober`.
    pub fn place(&self) -> String {
        let method = self.extent.map(Extent::method);
        let method = method.filter(|method| matches!(method, Method::FingertipFloor | Method::Schober));
        let parts = [
            Some(self.part.name()),
            Some(self.movement.name()),
            method.map(Method::name),
            self.side.map(LimbSide::name),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("_")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        r#"{"part":"lumbar","movement":"flexion","method":"inclinometer","value":40}"#,
        None
    )]
    #[case(
        r#"{"part":"lumbar","movement":"flexion","method":"schober","value":4.5,"pain":"painful"}"#,
        None
    )]
    #[case(
        r#"{"part":"cervical","movement":"rotation","side":"left","pain":"painful"}"#,
        None
    )]
    #[case(
        r#"{"part":"cervical","movement":"rotation","pain":"painful"}"#,
        Some("motion.0.side")
    )]
    #[case(
        r#"{"part":"lumbar","movement":"flexion","side":"left","pain":"painful"}"#,
        Some("motion.0.side")
    )]
    #[case(r#"{"part":"lumbar","movement":"flexion"}"#, Some("motion.0.value"))]
    #[case(
        r#"{"part":"cervical","movement":"flexion","method":"schober","value":4}"#,
        Some("motion.0.method")
    )]
    fn a_movement_has_its_side_and_is_measured_in_a_way_that_fits(
        #[case] written: &str,
        #[case] wanted: Option<&str>,
    ) {
        let motion: Motion = serde_json::from_str(written).unwrap();
        assert_eq!(motion.issue(0).map(|issue| issue.path).as_deref(), wanted);
        let again = serde_json::to_string(&motion).unwrap();
        assert_eq!(serde_json::from_str::<Motion>(&again).unwrap(), motion);
    }

    #[rstest]
    #[case(r#"{"part":"lumbar","movement":"flexion","value":40}"#)]
    #[case(r#"{"part":"lumbar","movement":"flexion","method":"schober"}"#)]
    #[case(r#"{"part":"lumbar","movement":"flexion","method":"schober","value":45}"#)]
    #[case(r#"{"part":"lumbar","movement":"flexion","method":"estimated_share","value":101}"#)]
    #[case(r#"{"part":"lumbar","movement":"flexion","method":"inclinometer","value":-1}"#)]
    fn a_value_without_its_method_or_outside_of_it_does_not_exist(#[case] written: &str) {
        assert!(serde_json::from_str::<Motion>(written).is_err());
    }
}
