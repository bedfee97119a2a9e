//! Spinal levels and sides. A level is one kind of target, never a string: a vertebra, a segment (interspace between
//! neighbours), a nerve root or a branch of it, a joint, the sacrum, the pelvis. "L4-S1" is two segments. Where only a
//! number of levels is known, or nothing, that is what is kept.
//!
//! What is printed reads back as the same levels. Sides are the patient's and have a field of their own. Source of the
//! vocabulary: the target kinds of spine surgery and intervention; C0 is the occiput; C8 is a nerve without a vertebra;
//! a long construct ends at the sacrum or is taken on to the pelvis, by the ilium or through S2 (S2AI).

mod item;
mod read;
#[cfg(test)]
mod tests;

use crate::value::issue::Problem;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The side of the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The patient's left, whoever looks.
    Left,
    /// The patient's right, whoever looks.
    Right,
    /// Both sides of the patient.
    Bilateral,
    /// In the middle, on neither side.
    Midline,
}

/// A vertebra, C1 to S5, or the occiput as C0; L6 exists in transitional anatomy. Ordered from the head down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vertebra(u8);

/// The letter of a region, how many stand above it, its first and its last number.
const REGIONS: [(char, u8, u8, u8); 4] = [('C', 0, 0, 7), ('T', 8, 1, 12), ('L', 20, 1, 6), ('S', 26, 1, 5)];

impl Vertebra {
    /// The vertebra of a region's letter (C, T, L, S; D is read as T) and number, where there is one.
    pub fn new(region: char, number: u8) -> Option<Self> {
        let region = match region.to_ascii_uppercase() {
            'D' => 'T',
            other => other,
        };
        let (_, before, first, last) = *REGIONS.iter().find(|(letter, ..)| *letter == region)?;
        (first..=last)
            .contains(&number)
            .then(|| Vertebra(before + number - first))
    }

    fn place(self) -> (char, u8) {
        REGIONS
            .iter()
            .rev()
            .find(|(_, before, ..)| self.0 >= *before)
            .map_or(('C', self.0), |(letter, before, first, _)| {
                (*letter, self.0 - before + first)
            })
    }

    /// The letter of its region: C, T, L or S.
    pub fn region(self) -> char {
        self.place().0
    }

    /// Its number in its region; 0 is the occiput.
    pub fn number(self) -> u8 {
        self.place().1
    }

    /// Its neighbour below on the way to `to`; L5 is followed by S1 unless L6 is where the way leads.
    fn next(self, to: Vertebra) -> Option<Vertebra> {
        let below = Vertebra(self.0 + if self == L5 && to != L6 { 2 } else { 1 });
        (below.0 < 31).then_some(below)
    }

    /// The segments from here down to `to`, where that lies below.
    fn down_to(self, to: Vertebra) -> Vec<(Vertebra, Vertebra)> {
        let mut segments = Vec::new();
        let mut at = self;
        while at < to {
            let Some(next) = at.next(to) else { break };
            segments.push((at, next));
            at = next;
        }
        segments
    }
}

const L5: Vertebra = Vertebra(24);
const L6: Vertebra = Vertebra(25);
const S1: Vertebra = Vertebra(26);

impl fmt::Display for Vertebra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (letter, number) = self.place();
        write!(f, "{letter}{number}")
    }
}

/// A branch of a spinal nerve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Branch {
    /// The medial branch of the dorsal ramus, which feeds the facet joints.
    Medial,
    /// The lateral branch of the dorsal ramus.
    Lateral,
    /// The dorsal ramus itself, as at L5.
    DorsalRamus,
    /// The sympathetic trunk at this level.
    Sympathetic,
}

impl Branch {
    fn word(self) -> &'static str {
        match self {
            Branch::Medial => "medial branch",
            Branch::Lateral => "lateral branch",
            Branch::DorsalRamus => "dorsal ramus",
            Branch::Sympathetic => "sympathetic",
        }
    }
}

/// What a construct holds on to below the sacrum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pelvic {
    /// The pelvis, without saying how.
    Pelvis,
    /// The ilium, not by way of S2.
    Ilium,
    /// The ilium through S2: S2-alar-iliac.
    S2Ai,
}

impl fmt::Display for Pelvic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Pelvic::Pelvis => "pelvis",
            Pelvic::Ilium => "ilium",
            Pelvic::S2Ai => "S2AI",
        })
    }
}

/// What is said of levels that are not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnnamedLevels {
    /// Asked for, and not known.
    Unknown,
    /// More than one; how many is not said.
    Several,
    /// So many, 1 to 24. Whether vertebrae or segments were counted is not known.
    Count(u8),
}

/// One target of the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A vertebral body, or the occiput.
    Vertebra(Vertebra),
    /// The segment between two neighbours: disc and joints, upper vertebra first.
    Segment(Vertebra, Vertebra),
    /// A nerve root, C1 to C8, T1 to S5.
    Root(char, u8),
    /// A branch of that nerve.
    Branch(Branch, char, u8),
    /// The facet joint of a segment.
    Facet(Vertebra, Vertebra),
    /// The sacroiliac joint, whose side stands elsewhere.
    SacroiliacJoint,
    /// The sacrum as a whole.
    Sacrum,
    /// The coccyx as a whole.
    Coccyx,
    /// The pelvis or a part of it by itself.
    Pelvis(Pelvic),
    /// From S1 on to the pelvis, as a construct is fixed; no motion segment.
    ToPelvis(Pelvic),
    /// Levels that are not named.
    Unnamed(UnnamedLevels),
}

impl Target {
    /// The letter of the region it lies in; nothing for the pelvis, its joints, and what is not named.
    pub fn region(&self) -> Option<char> {
        match self {
            Target::Vertebra(one) | Target::Segment(one, _) | Target::Facet(one, _) => Some(one.region()),
            Target::Root(letter, _) | Target::Branch(_, letter, _) => Some(*letter),
            Target::Sacrum | Target::Coccyx | Target::ToPelvis(_) => Some('S'),
            Target::SacroiliacJoint | Target::Pelvis(_) | Target::Unnamed(_) => None,
        }
    }

    /// True for nerves and facets, whose word could be meant for what stands before them as well.
    fn has_word(&self) -> bool {
        matches!(self, Target::Root(..) | Target::Branch(..) | Target::Facet(..))
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Vertebra(vertebra) => write!(f, "{vertebra}"),
            Target::Segment(upper, lower) => write!(f, "{upper}-{lower}"),
            Target::Root(region, number) => write!(f, "{region}{number} root"),
            Target::Branch(branch, region, number) => write!(f, "{region}{number} {}", branch.word()),
            Target::Facet(upper, lower) => write!(f, "{upper}-{lower} facet"),
            Target::SacroiliacJoint => f.write_str("SI joint"),
            Target::Sacrum => f.write_str("sacrum"),
            Target::Coccyx => f.write_str("coccyx"),
            Target::Pelvis(part) => write!(f, "{part}"),
            Target::ToPelvis(part) => write!(f, "S1-{part}"),
            Target::Unnamed(UnnamedLevels::Unknown) => f.write_str("level unknown"),
            Target::Unnamed(UnnamedLevels::Several) => f.write_str("several levels"),
            Target::Unnamed(UnnamedLevels::Count(1)) => f.write_str("1 level"),
            Target::Unnamed(UnnamedLevels::Count(count)) => write!(f, "{count} levels"),
        }
    }
}

/// Targets in the order given, without doubles; or one word on levels that are not named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(Vec<Target>);

impl Levels {
    /// Each target once, in the order given.
    pub fn targets(&self) -> &[Target] {
        &self.0
    }

    /// True where nothing was said of levels.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True where a level is named; neither where nothing was said nor where only a number is known.
    pub fn are_named(&self) -> bool {
        self.0.iter().any(|one| !matches!(one, Target::Unnamed(_)))
    }

    /// How many motion segments are named: "L4-S1" has two, and so has "L4-pelvis".
    pub fn segments(&self) -> usize {
        self.0
            .iter()
            .filter(|target| matches!(target, Target::Segment(..)))
            .count()
    }

    /// All levels of several facts or parts, in their order. What is not named counts only where none is.
    pub fn together<'a>(all: impl IntoIterator<Item = &'a Levels>) -> Levels {
        let mut levels = Levels::default();
        let mut unnamed = None;
        for target in all.into_iter().flat_map(Levels::targets) {
            match target {
                Target::Unnamed(_) => unnamed = unnamed.or(Some(*target)),
                named => levels.push(*named),
            }
        }
        if levels.is_empty() {
            levels.0.extend(unnamed);
        }
        levels
    }

    fn push(&mut self, target: Target) {
        if !self.0.contains(&target) {
            self.0.push(target);
        }
    }
}

impl From<Target> for Levels {
    /// One target and nothing else.
    fn from(target: Target) -> Self {
        Levels(vec![target])
    }
}

impl fmt::Display for Levels {
    /// The normal form; neighbouring segments in a row are joined: "L4-S1, L3". A bare vertebra or segment in front of
    /// a nerve or a joint says what it is, so that the nerve's word is not read for both.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        let mut run: Option<(Vertebra, Vertebra)> = None;
        let mut before: Option<&'static str> = None;
        for target in &self.0 {
            let (text, now) = match (run, target) {
                // "L4-S1" says nothing of L6, so a way that has come down to it begins anew there.
                (Some((first, last)), Target::Segment(upper, lower))
                    if last == *upper && !(last == L6 && first != L6) =>
                {
                    parts.pop();
                    (format!("{first}-{lower}"), Some((first, *lower)))
                }
                (Some((first, S1)), Target::ToPelvis(part)) => {
                    parts.pop();
                    (format!("{first}-{part}"), None)
                }
                (_, Target::Segment(upper, lower)) => (target.to_string(), Some((*upper, *lower))),
                _ => (target.to_string(), None),
            };
            if target.has_word()
                && let (Some(word), Some(last)) = (before, parts.last_mut())
            {
                last.push_str(word);
            }
            before = match target {
                Target::Vertebra(_) => Some(" vertebra"),
                Target::Segment(..) => Some(" segments"),
                _ => None,
            };
            parts.push(text);
            run = now;
        }
        f.write_str(&parts.join(", "))
    }
}

impl FromStr for Levels {
    type Err = Problem;

    /// Understands "L4-S1", "L4/5", "L45", "C5/6", "l4 to l5", "L2/3 L4/5", "L3", "L2-pelvis", "C0-C3", "L5 root",
    /// "L4-5 facet", "L3-L4 medial branch", "SI joint", "3 levels", "unknown", and several of them between commas,
    /// semicolons or "and".
    fn from_str(text: &str) -> Result<Self, Problem> {
        read::levels(text)
    }
}

crate::value::written::as_text!(
    Levels,
    "levels in words, such as \"L4-S1\", \"C5/6\", \"L5 root\" or \"3 levels\""
);
