//! Where on the body a symptom is felt: regions of the body map, each with what is felt there. Nothing of it is worked out from
//! words, and nothing follows from how much of the body is marked.
//!
//! A region is a code of its own: the view, the part and the patient's side, such as `front.outer_thigh.left`. What is felt in
//! front is another region than what is felt behind.

use crate::{
    fact::{examination::power::LimbSide, score::Nrs},
    value::issue::{Issue, Problem},
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Parts of the body by view, each on both sides, from the head down.
const PLACES: &[(&str, &[&str])] = &[
    (
        "front",
        &[
            "head",
            "neck",
            "shoulder",
            "chest",
            "abdomen",
            "hip",
            "groin",
            "upper_arm",
            "elbow",
            "forearm",
            "hand",
            "outer_thigh",
            "inner_thigh",
            "knee",
            "outer_shin",
            "inner_shin",
            "foot",
        ],
    ),
    (
        "back",
        &[
            "head",
            "neck",
            "shoulder",
            "upper_back",
            "middle_back",
            "low_back",
            "sacrum",
            "buttock",
            "upper_arm",
            "elbow",
            "forearm",
            "hand",
            "outer_thigh",
            "inner_thigh",
            "knee",
            "outer_calf",
            "inner_calf",
            "heel",
        ],
    ),
    (
        "side",
        &[
            "head", "neck", "chest", "flank", "hip", "thigh", "knee", "leg", "foot",
        ],
    ),
    ("palm", &["thumb", "middle_fingers", "small_fingers", "palm"]),
    ("hand_back", &["thumb", "middle_fingers", "small_fingers", "back"]),
    ("foot_top", &["big_toe", "toes", "inner", "outer"]),
    ("sole", &["big_toe", "toes", "inner", "outer", "heel"]),
];

/// A region of the body map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    view: u8,
    part: u8,
    is_right: bool,
}

impl Region {
    /// Every region, view by view and from the head down, the left before the right.
    pub fn all() -> impl Iterator<Item = Self> {
        let views = (0_u8..).zip(PLACES);
        views.flat_map(|(view, (_, parts))| {
            let parts = (0_u8..).zip(*parts);
            parts.flat_map(move |(part, _)| [false, true].map(|is_right| Self { view, part, is_right }))
        })
    }

    /// The view that it is seen in: `front`, `back`, `side`, `palm`, `hand_back`, `foot_top`, `sole`.
    pub fn view(self) -> &'static str {
        PLACES.get(usize::from(self.view)).map_or("", |(view, _)| view)
    }

    /// The part of the body in that view.
    pub fn part(self) -> &'static str {
        let parts = PLACES
            .get(usize::from(self.view))
            .map_or(&[][..], |(_, parts)| parts);
        parts.get(usize::from(self.part)).copied().unwrap_or_default()
    }

    /// Its side of the patient.
    pub fn side(self) -> LimbSide {
        if self.is_right {
            LimbSide::Right
        } else {
            LimbSide::Left
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = if self.is_right { "right" } else { "left" };
        write!(f, "{}.{}.{side}", self.view(), self.part())
    }
}

impl FromStr for Region {
    type Err = Problem;

    /// Reads a code: `front.outer_thigh.left`.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let found = Self::all().find(|region| region.to_string() == text);
        found.ok_or_else(|| Problem::NotARegion {
            text: text.to_owned(),
        })
    }
}

crate::value::written::as_text!(
    Region,
    "a region of the body map, such as \"front.outer_thigh.left\""
);

/// What is felt in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Feeling {
    /// Pain, whatever it is like.
    Pain,
    /// Burning, as if by fire.
    Burning,
    /// Numbness: less is felt than usual.
    Numbness,
    /// Tingling, or pins and needles.
    Tingling,
    /// Weakness, as the patient tells it.
    Weakness,
    /// Cold that is painful.
    Cold,
    /// What does not hurt otherwise hurts when it is touched.
    TouchHurts,
}

impl Feeling {
    /// Every one, in the order of a list.
    pub const ALL: [Self; 7] = [
        Self::Pain,
        Self::Burning,
        Self::Numbness,
        Self::Tingling,
        Self::Weakness,
        Self::Cold,
        Self::TouchHurts,
    ];
}

/// How deep it is felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AreaDepth"))]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// On or just below the skin.
    Skin,
    /// Deep, in muscles, joints or bones.
    Deep,
}

/// One region with one thing that is felt there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// In which region of the body.
    pub region: Region,
    /// What is felt there.
    pub feeling: Feeling,
    /// How strong, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intensity: Option<Nrs>,
    /// How deep, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<Depth>,
}

/// One thing is felt in one region once.
pub(super) fn check(areas: &[Area], issues: &mut Vec<Issue>) {
    for (at, one) in areas.iter().enumerate() {
        let same = |other: &Area| (other.region, other.feeling) == (one.region, one.feeling);
        if areas.iter().take(at).any(same) {
            issues.push(Issue::at(
                format!("areas.{at}.region"),
                Problem::OutOfRange { min: 1, max: 1 },
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_reads_back_by_its_code_and_nothing_else_is_one() {
        let all: Vec<Region> = Region::all().collect();
        assert_eq!(all.len(), 122);
        for region in all {
            assert_eq!(region.to_string().parse(), Ok(region));
        }
        for wrong in [
            "front.thigh.left",
            "front.knee",
            "front.knee.both",
            "Front.knee.left",
            "",
        ] {
            assert!(wrong.parse::<Region>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn trap_49_front_and_back_and_left_and_right_are_four_regions() {
        let codes = [
            "front.knee.left",
            "front.knee.right",
            "back.knee.left",
            "back.knee.right",
        ];
        let read: std::collections::BTreeSet<Region> =
            codes.iter().map(|code| code.parse().unwrap()).collect();
        assert_eq!(read.len(), 4);
    }
}
