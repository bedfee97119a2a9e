//! Spinal levels and sides. A level is one of four kinds of target, never a string: a vertebra, a segment
//! (interspace between neighbours), a nerve root, or a joint or nerve. "L4-S1" is two segments.
//!
//! Sides are the patient's. Source of the vocabulary: the four target kinds of spine surgery and intervention, and
//! that C8 is a root without a vertebra.

use crate::issue::Problem;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The side of the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The patient's left.
    Left,
    /// The patient's right.
    Right,
    /// Both sides.
    Bilateral,
    /// In the middle.
    Midline,
}

/// A vertebra, C1 to S5; L6 exists in transitional anatomy. Ordered from the head down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vertebra(u8);

const REGIONS: [(char, u8, u8); 4] = [('C', 0, 7), ('T', 7, 12), ('L', 19, 6), ('S', 25, 5)];

impl Vertebra {
    /// The vertebra of a region's letter (C, T, L, S; D is read as T) and number, where there is one.
    pub fn new(region: char, number: u8) -> Option<Self> {
        let region = if region.eq_ignore_ascii_case(&'D') {
            'T'
        } else {
            region.to_ascii_uppercase()
        };
        let (_, before, count) = *REGIONS.iter().find(|(letter, _, _)| *letter == region)?;
        (1..=count)
            .contains(&number)
            .then(|| Vertebra(before + number - 1))
    }

    /// The letter of its region: C, T, L or S.
    pub fn region(self) -> char {
        REGIONS
            .iter()
            .rev()
            .find(|(_, before, _)| self.0 >= *before)
            .map_or('C', |(letter, _, _)| *letter)
    }

    fn number(self) -> u8 {
        let before = REGIONS
            .iter()
            .rev()
            .find(|(_, before, _)| self.0 >= *before)
            .map_or(0, |(_, before, _)| *before);
        self.0 - before + 1
    }

    /// The next vertebra below; L5 is followed by S1 unless L6 is named.
    fn next(self) -> Option<Vertebra> {
        let below = Vertebra(self.0 + if self == L5 { 2 } else { 1 });
        (below.0 < 30).then_some(below)
    }
}

const L5: Vertebra = Vertebra(23);
const L6: Vertebra = Vertebra(24);
const S1: Vertebra = Vertebra(25);

impl fmt::Display for Vertebra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.region(), self.number())
    }
}

/// One target of the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A vertebral body.
    Vertebra(Vertebra),
    /// The segment between two neighbours: disc and joints, upper vertebra first.
    Segment(Vertebra, Vertebra),
    /// A nerve root, C1 to C8, T1 to S5.
    Root(char, u8),
    /// The facet joint of a segment.
    Facet(Vertebra, Vertebra),
    /// The medial branch of a root's dorsal ramus.
    MedialBranch(Vertebra),
    /// The sacroiliac joint.
    SacroiliacJoint,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Vertebra(vertebra) => write!(f, "{vertebra}"),
            Target::Segment(upper, lower) => write!(f, "{upper}-{lower}"),
            Target::Root(region, number) => write!(f, "{region}{number} root"),
            Target::Facet(upper, lower) => write!(f, "{upper}-{lower} facet"),
            Target::MedialBranch(vertebra) => write!(f, "{vertebra} medial branch"),
            Target::SacroiliacJoint => f.write_str("SI joint"),
        }
    }
}

/// Targets in the order given, without doubles.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Levels(Vec<Target>);

impl Levels {
    /// The targets.
    pub fn targets(&self) -> &[Target] {
        &self.0
    }

    /// True where no level is given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many motion segments: "L4-S1" has two.
    pub fn segments(&self) -> usize {
        self.0
            .iter()
            .filter(|target| matches!(target, Target::Segment(..)))
            .count()
    }

    fn push(&mut self, target: Target) {
        if !self.0.contains(&target) {
            self.0.push(target);
        }
    }
}

impl fmt::Display for Levels {
    /// The normal form; neighbouring segments in a row are joined: "L4-S1, L3".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        let mut run: Option<(Vertebra, Vertebra)> = None;
        for target in &self.0 {
            match (run, target) {
                (Some((first, last)), Target::Segment(upper, lower)) if last == *upper => {
                    parts.pop();
                    parts.push(format!("{first}-{lower}"));
                    run = Some((first, *lower));
                }
                (_, Target::Segment(upper, lower)) => {
                    parts.push(target.to_string());
                    run = Some((*upper, *lower));
                }
                _ => {
                    parts.push(target.to_string());
                    run = None;
                }
            }
        }
        f.write_str(&parts.join(", "))
    }
}

impl FromStr for Levels {
    type Err = Problem;

    /// Understands "L4-S1", "L4/5", "L45", "C5/6", "l4 - l5", "L3", "L5 root", "L4-5 facet", "L3 medial branch",
    /// "SI joint", and several of them between commas, semicolons or "and".
    fn from_str(text: &str) -> Result<Self, Problem> {
        let mut levels = Levels::default();
        let plain = text
            .replace(['–', '—', '−'], "-")
            .replace(" and ", ",")
            .replace(['+', '&', ';'], ",");
        for part in plain.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            one(part, &mut levels)?;
        }
        Ok(levels)
    }
}

impl TryFrom<String> for Levels {
    type Error = Problem;
    fn try_from(raw: String) -> Result<Self, Problem> {
        raw.parse()
    }
}

impl From<Levels> for String {
    fn from(levels: Levels) -> String {
        levels.to_string()
    }
}

fn one(part: &str, levels: &mut Levels) -> Result<(), Problem> {
    let no = || Problem::NotALevel {
        text: part.to_owned(),
    };
    let low = part.to_lowercase();
    if matches!(low.as_str(), "si" | "sij" | "si joint" | "sacroiliac joint") {
        levels.push(Target::SacroiliacJoint);
        return Ok(());
    }
    let suffix = [
        " nerve root",
        " root",
        " facet joint",
        " facet",
        " medial branch",
        " mb",
        " disc",
        " disk",
    ]
    .into_iter()
    .find(|suffix| low.ends_with(suffix))
    .unwrap_or("");
    let body = low.strip_suffix(suffix).unwrap_or(&low);
    let (first, rest) = letter_number(body).ok_or_else(no)?;
    if suffix.ends_with("root") {
        let (region, number) = first;
        let known = Vertebra::new(region, number).is_some() || (region, number) == ('c', 8);
        if !known || !rest.is_empty() {
            return Err(no());
        }
        levels.push(Target::Root(region.to_ascii_uppercase(), number));
        return Ok(());
    }
    let ends = ends(first, rest).ok_or_else(no)?;
    match (ends.as_slice(), suffix.trim()) {
        ([only], "") => levels.push(Target::Vertebra(*only)),
        ([only], "medial branch" | "mb") => levels.push(Target::MedialBranch(*only)),
        ([upper, .., lower], kind) if upper != lower => {
            if upper > lower {
                return Err(Problem::LevelsReversed {
                    right: format!("{lower}-{upper}"),
                });
            }
            for pair in ends.windows(2) {
                if let [from, to] = pair {
                    range(*from, *to, kind, part, levels)?;
                }
            }
        }
        _ => return Err(no()),
    }
    Ok(())
}

fn range(from: Vertebra, to: Vertebra, kind: &str, typed: &str, levels: &mut Levels) -> Result<(), Problem> {
    let mut segments = Vec::new();
    let mut at = from;
    while at < to {
        let next = if at == L5 && to == L6 {
            L6
        } else if at == L6 {
            S1
        } else {
            at.next().ok_or_else(|| Problem::NotALevel {
                text: typed.to_owned(),
            })?
        };
        segments.push((at, next));
        at = next;
    }
    if !kind.is_empty() && segments.len() != 1 {
        return Err(Problem::NotNeighbours {
            text: typed.to_owned(),
            segments: segments.len(),
        });
    }
    for (upper, lower) in segments {
        levels.push(if kind.starts_with("facet") {
            Target::Facet(upper, lower)
        } else {
            Target::Segment(upper, lower)
        });
    }
    Ok(())
}

/// A region's letter, its number, and what follows.
fn letter_number(text: &str) -> Option<((char, u8), &str)> {
    let text = text.trim_start_matches([' ', '-', '/']);
    let mut chars = text.chars();
    let letter = chars.next().filter(|c| "ctdls".contains(*c))?;
    let rest = chars.as_str().trim_start();
    let (number, rest) = digits(rest, letter)?;
    Some(((letter, number), rest))
}

/// A number; only the thoracic spine has two digits, so "L45" is L4 and 5.
fn digits(text: &str, letter: char) -> Option<(u8, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let two = matches!(letter, 't' | 'd') && matches!(text.get(..2), Some("10" | "11" | "12"));
    let take = if two { 2 } else { count.min(1) };
    let (number, rest) = text.split_at_checked(take)?;
    Some((number.parse().ok()?, rest))
}

/// The ends of a range such as "l4" + "-s1" or "l4" + "-l5-s1" or "l4" + "5".
fn ends((letter, number): (char, u8), mut rest: &str) -> Option<Vec<Vertebra>> {
    let mut ends = vec![Vertebra::new(letter, number)?];
    let mut last = letter;
    while !rest.trim().is_empty() {
        let text = rest.trim_start_matches([' ', '-', '/']);
        if let Some(((letter, number), after)) = letter_number(text) {
            ends.push(Vertebra::new(letter, number)?);
            last = letter;
            rest = after;
        } else {
            let (number, after) = digits(text, last)?;
            // "L5-1" and "L51" mean L5-S1, "C7-1" means C7-T1, "T12-1" means T12-L1.
            let above = ends.last().map_or(0, |end| end.number());
            let wraps = number == 1 && above > 1;
            // Written without a mark between, only neighbours can be meant: "L45", but not "T13".
            if text.len() == rest.len() && !wraps && number != above + 1 {
                return None;
            }
            let region = match (last, wraps) {
                ('c', true) => 't',
                ('t' | 'd', true) => 'l',
                ('l', true) => 's',
                (same, _) => same,
            };
            ends.push(Vertebra::new(region, number)?);
            last = region;
            rest = after;
        }
    }
    Some(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("L4-S1", "L4-S1", 2)]
    #[case("L45", "L4-L5", 1)]
    #[case("L4/5", "L4-L5", 1)]
    #[case("l4-5", "L4-L5", 1)]
    #[case("C5/6", "C5-C6", 1)]
    #[case("L5S1", "L5-S1", 1)]
    #[case("L5/1", "L5-S1", 1)]
    #[case("C7-T1", "C7-T1", 1)]
    #[case("T12-L1", "T12-L1", 1)]
    #[case("T7-T8", "T7-T8", 1)]
    #[case("D10-11", "T10-T11", 1)]
    #[case("L3 – S1", "L3-S1", 3)]
    #[case("L4-L5-S1", "L4-S1", 2)]
    #[case("L4-L5, L3", "L4-L5, L3", 1)]
    #[case("L4-5 and L5-S1", "L4-S1", 2)]
    #[case("L5-L6", "L5-L6", 1)]
    #[case("L6-S1", "L6-S1", 1)]
    #[case("L5 root", "L5 root", 0)]
    #[case("C8 nerve root", "C8 root", 0)]
    #[case("L4-L5 facet", "L4-L5 facet", 0)]
    #[case("L3 medial branch", "L3 medial branch", 0)]
    #[case("sij", "SI joint", 0)]
    #[case("L5-S1 disc", "L5-S1", 1)]
    #[case("", "", 0)]
    fn understands_what_is_typed(#[case] typed: &str, #[case] normal: &str, #[case] segments: usize) {
        let levels: Levels = typed.parse().unwrap();
        assert_eq!(levels.to_string(), normal);
        assert_eq!(
            levels.segments(),
            segments,
            "trap 16: a range is counted in segments"
        );
        assert_eq!(
            normal.parse::<Levels>().unwrap(),
            levels,
            "the normal form reads back as itself"
        );
    }

    #[rstest]
    #[case("L7", Problem::NotALevel { text: "L7".into() })]
    #[case("C8", Problem::NotALevel { text: "C8".into() })]
    #[case("T13", Problem::NotALevel { text: "T13".into() })]
    #[case("back", Problem::NotALevel { text: "back".into() })]
    #[case("S1-L4", Problem::LevelsReversed { right: "L4-S1".into() })]
    #[case("C1-L5 disc", Problem::NotNeighbours { text: "C1-L5 disc".into(), segments: 23 })]
    fn refuses_in_words_that_repair(#[case] typed: &str, #[case] problem: Problem) {
        assert_eq!(typed.parse::<Levels>(), Err(problem));
    }

    proptest::proptest! {
        #[test]
        fn never_panics_and_normal_forms_are_stable(text in "[CTLSctls0-9/, -]{0,14}") {
            if let Ok(levels) = text.parse::<Levels>() {
                proptest::prop_assert_eq!(levels.to_string().parse::<Levels>().unwrap(), levels);
            }
        }
    }
}
