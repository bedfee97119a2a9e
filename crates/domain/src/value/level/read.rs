//! Reading levels as people write them. What could mean two things is refused with both readings.

use super::{
    Levels, Pelvic, Target, UnnamedLevels,
    item::{End, Item, KINDS, Kind},
};
use crate::value::issue::Problem;

/// Most levels that a number can mean.
const MOST: u8 = 24;

/// Levels from text; nothing written is none.
pub(super) fn levels(text: &str) -> Result<Levels, Problem> {
    let low = text.trim().to_lowercase();
    let plain = low
        .replace(['–', '—', '−', '‐', '‑'], "-")
        .replace(['+', '&', ';', '\n'], ",")
        .replace(" and ", ",");
    let plain = ["levels ", "level ", "at "]
        .iter()
        .find_map(|word| plain.strip_prefix(word).filter(|rest| rest.starts_with(is_first)))
        .unwrap_or(&plain);
    match read(plain) {
        Err(Problem::NotALevel { text: part }) => {
            let by_side = without_side(plain).and_then(|(side, rest)| Some((side, read(&rest).ok()?)));
            Err(match by_side {
                Some((side, levels)) if !levels.is_empty() => Problem::SideInLevels {
                    levels: levels.to_string(),
                    side,
                },
                _ => not_a_level(&as_written(text, &part)),
            })
        }
        Err(Problem::NotNeighbours { text: part, segments }) => Err(Problem::NotNeighbours {
            text: as_written(text, &part),
            segments,
        }),
        Err(Problem::LevelsUnclear {
            text: part,
            one,
            other,
        }) => Err(Problem::LevelsUnclear {
            text: as_written(text, &part),
            one,
            other,
        }),
        other => other,
    }
}

fn not_a_level(text: &str) -> Problem {
    Problem::NotALevel {
        text: text.to_owned(),
    }
}

fn is_first(letter: char) -> bool {
    "ctdls".contains(letter)
}

/// The part in the letters in which it was written, where it stands there as it is.
fn as_written(text: &str, part: &str) -> String {
    let at = text.to_lowercase().find(part);
    at.and_then(|at| text.get(at..at + part.len()))
        .unwrap_or(part)
        .to_owned()
}

/// The word for a side, and the text without it.
fn without_side(text: &str) -> Option<(String, String)> {
    let is_side = |word: &str| {
        matches!(
            word.trim_matches(['(', ')', '.', ',']),
            "left"
                | "right"
                | "bilateral"
                | "bilaterally"
                | "both"
                | "sides"
                | "midline"
                | "l"
                | "r"
                | "lt"
                | "rt"
                | "li"
                | "re"
                | "lhs"
                | "rhs"
                | "b/l"
                | "bds"
                | "links"
                | "rechts"
                | "left-sided"
                | "right-sided"
        )
    };
    let spaced = text.replace(',', " , ");
    let (sides, rest): (Vec<&str>, Vec<&str>) = spaced.split_whitespace().partition(|word| is_side(word));
    (!sides.is_empty()).then(|| {
        (
            sides.join(" "),
            rest.join(" ").trim_matches([' ', ',']).to_owned(),
        )
    })
}

/// What a list says of levels that are not named.
fn unnamed(part: &str) -> Option<UnnamedLevels> {
    let words = part.replace('-', " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let level = |word: &str| matches!(word, "level" | "levels" | "segment" | "segments");
    Some(match words.as_slice() {
        ["unknown" | "?"] | ["not", "known"] => UnnamedLevels::Unknown,
        ["unknown", noun] | [noun, "unknown"] | [noun, "not", "known"] if level(noun) => {
            UnnamedLevels::Unknown
        }
        ["multilevel" | "multisegmental"] => UnnamedLevels::Several,
        ["several" | "multiple" | "multi" | "various" | "many", noun] if level(noun) => {
            UnnamedLevels::Several
        }
        [count, noun] if level(noun) => UnnamedLevels::Count(count_of(count)?),
        _ => return None,
    })
}

fn count_of(word: &str) -> Option<u8> {
    const WORDS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let at = WORDS.iter().position(|known| *known == word);
    let count = match at {
        Some(at) => u8::try_from(at).ok()? + 1,
        None if word == "single" => 1,
        None if word.bytes().all(|b| b.is_ascii_digit()) => word.parse().ok()?,
        None => return None,
    };
    (1..=MOST).contains(&count).then_some(count)
}

fn read(plain: &str) -> Result<Levels, Problem> {
    let mut items: Vec<Item> = Vec::new();
    let mut said: Option<UnnamedLevels> = None;
    for part in plain.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match unnamed(part) {
            Some(_) if said.is_some() => return Err(not_a_level(part)),
            Some(word) => said = Some(word),
            None => items_of(part, &mut items)?,
        }
    }
    spread(&mut items)?;
    let mut levels = Levels::default();
    for item in &items {
        item.place(&mut levels)?;
    }
    match said {
        None => Ok(levels),
        Some(word) if levels.is_empty() => Ok(Levels(vec![Target::Unnamed(word)])),
        Some(UnnamedLevels::Count(said)) => {
            let named = match levels.segments() {
                0 => levels.targets().len(),
                segments => segments,
            };
            if usize::from(said) == named {
                Ok(levels)
            } else {
                Err(Problem::LevelCount {
                    said: said.into(),
                    named,
                })
            }
        }
        Some(_) => Err(not_a_level(plain)),
    }
}

/// What stands between two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Nothing,
    Gap,
    Dash,
    Slash,
}

const ENDS: [(&str, End); 18] = [
    ("s2-alar-iliac", End::Pelvis(Pelvic::S2Ai)),
    ("s2 alar-iliac", End::Pelvis(Pelvic::S2Ai)),
    ("s2 alar iliac", End::Pelvis(Pelvic::S2Ai)),
    ("s2-ai", End::Pelvis(Pelvic::S2Ai)),
    ("s2 ai", End::Pelvis(Pelvic::S2Ai)),
    ("s2ai", End::Pelvis(Pelvic::S2Ai)),
    ("pelvis", End::Pelvis(Pelvic::Pelvis)),
    ("ilium", End::Pelvis(Pelvic::Ilium)),
    ("iliac", End::Pelvis(Pelvic::Ilium)),
    ("occiput", End::Bone('c', 0)),
    ("occ", End::Bone('c', 0)),
    ("oc", End::Bone('c', 0)),
    ("sacrum", End::Sacrum),
    ("coccyx", End::Coccyx),
    ("sacroiliac joint", End::SiJoint),
    ("si joint", End::SiJoint),
    ("sij", End::SiJoint),
    ("si", End::SiJoint),
];

/// What follows `word`, where `text` begins with it as a whole word.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.strip_prefix(word)
        .filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// The mark that stands first, and what follows it; more than one mark is none.
fn mark(text: &str) -> Option<(Mark, &str)> {
    let rest = text.trim_start();
    let gap = if rest.len() < text.len() {
        Mark::Gap
    } else {
        Mark::Nothing
    };
    let spelled = ["to ", "through ", "thru "]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    let (mark, rest) = match (spelled, rest.chars().next()) {
        (Some(rest), _) if gap == Mark::Gap => (Mark::Dash, rest),
        (_, Some('-')) => (Mark::Dash, rest.get(1..)?),
        (_, Some('/')) => (Mark::Slash, rest.get(1..)?),
        _ => (gap, rest),
    };
    let rest = rest.trim_start();
    (!rest.starts_with(['-', '/'])).then_some((mark, rest))
}

/// The members of a part between commas, added to the list.
fn items_of(part: &str, items: &mut Vec<Item>) -> Result<(), Problem> {
    let no = || not_a_level(part);
    let first = items.len();
    let mut rest = part;
    while !rest.is_empty() {
        let before = items.last().and_then(Item::letter);
        let start = rest;
        let mut item = Item {
            ends: Vec::new(),
            slash: false,
            kind: None,
            plural: false,
            text: String::new(),
        };
        let (end, after_end) = end(rest, before, None, true).ok_or_else(no)?;
        item.ends.push(end);
        rest = after_end;
        loop {
            let (mark, next) = mark(rest).ok_or_else(no)?;
            if next.is_empty() {
                if matches!(mark, Mark::Dash | Mark::Slash) {
                    return Err(no());
                }
                rest = next;
                break;
            }
            if let Some((kind, plural, behind)) = KINDS
                .iter()
                .find_map(|(word, kind, plural)| Some((*kind, *plural, after(next, word)?)))
                && mark == Mark::Gap
                && item.kind.is_none()
            {
                (item.kind, item.plural) = (Some(kind), plural);
                rest = behind;
                continue;
            }
            if mark == Mark::Gap || item.kind.is_some() {
                if mark != Mark::Gap {
                    return Err(no());
                }
                rest = next;
                break;
            }
            let glued = mark == Mark::Nothing;
            let (end, behind) = end_after(next, &item, glued).ok_or_else(no)?;
            item.slash |= mark == Mark::Slash;
            item.ends.push(end);
            rest = behind;
        }
        item.text = start
            .get(..start.len() - rest.len())
            .unwrap_or(start)
            .trim()
            .to_owned();
        items.push(item);
    }
    let here = items.get(first..).unwrap_or_default();
    // Spaces alone part what is whole by itself; "L4 L5" can be the segment or the two vertebrae.
    match here {
        [_] => Ok(()),
        parts if parts.iter().all(Item::is_whole) => Ok(()),
        parts => {
            let one: Vec<&str> = parts.iter().map(|item| item.text.as_str()).collect();
            Err(unclear(part, &one.join("-"), &one.join(", ")))
        }
    }
}

/// Two readings of what was written; where one of them can't be read, it is no level.
pub(super) fn unclear(text: &str, one: &str, other: &str) -> Problem {
    match (read(&one.to_lowercase()), read(&other.to_lowercase())) {
        (Ok(one), Ok(other)) => Problem::LevelsUnclear {
            text: text.to_owned(),
            one: one.to_string(),
            other: other.to_string(),
        },
        _ => not_a_level(text),
    }
}

fn end_after<'t>(text: &'t str, item: &Item, glued: bool) -> Option<(End, &'t str)> {
    let last = *item.ends.last()?;
    let End::Bone(letter, above) = last else {
        return match end(text, None, None, false)? {
            found @ (End::Pelvis(_), _) if last == End::Sacrum => Some(found),
            _ => None,
        };
    };
    let (end, rest) = end(text, Some(letter), Some(above), false)?;
    // Written without a mark between, only neighbours can be meant: "L45", but not "T13".
    let numbered = text.starts_with(|c: char| c.is_ascii_digit());
    if glued && numbered {
        let next = matches!(end, End::Bone(region, number) if region != letter || number == above + 1);
        if !next {
            return None;
        }
    }
    Some((end, rest))
}

/// One end. A bare number takes `letter`; behind a higher number above it, 1 is the next region's first: "L5-1".
fn end(text: &str, letter: Option<char>, above: Option<u8>, first: bool) -> Option<(End, &str)> {
    if let Some((end, mut rest)) = ENDS
        .iter()
        .find_map(|(word, end)| {
            Some((
                *end,
                after(text, word).or_else(|| after(text.strip_prefix(word)?, "s"))?,
            ))
        })
        .filter(|(end, _)| first || !matches!(end, End::Coccyx | End::SiJoint))
    {
        if end == End::SiJoint {
            rest = ["joints", "joint"]
                .iter()
                .find_map(|word| after(rest.trim_start(), word))
                .unwrap_or(rest);
        }
        return Some((end, rest));
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(letter) if is_first(letter) => {
            let letter = if letter == 'd' { 't' } else { letter };
            let (number, rest) = digits(chars.as_str().trim_start(), letter)?;
            Some((End::Bone(letter, number), rest))
        }
        Some(digit) if digit.is_ascii_digit() => {
            let letter = letter?;
            let (number, rest) = digits(text, letter)?;
            let letter = match (letter, number == 1 && above.is_some_and(|above| above > 1)) {
                ('c', true) => 't',
                ('t', true) => 'l',
                ('l', true) => 's',
                (same, _) => same,
            };
            Some((End::Bone(letter, number), rest))
        }
        _ => None,
    }
}

/// A number; only the thoracic spine has two digits, so "L45" is L4 and 5.
fn digits(text: &str, letter: char) -> Option<(u8, &str)> {
    let two = letter == 't' && matches!(text.get(..2), Some("10" | "11" | "12"));
    let (number, rest) = text.split_at_checked(if two { 2 } else { 1 })?;
    Some((number.parse().ok()?, rest))
}

/// A plural word at the end of a list means all that stands bare before it: "L3, L4 medial branches".
fn spread(items: &mut [Item]) -> Result<(), Problem> {
    for at in 1..items.len() {
        let (before, from) = items.split_at_mut(at);
        let Some(item) = from.first() else { continue };
        let Some(kind @ (Kind::Root | Kind::Branch(_) | Kind::Facet | Kind::Disc)) = item.kind else {
            continue;
        };
        let single = item.ends.len() == 1;
        for bare in before.iter_mut().rev().take_while(|one| one.takes_a_word()) {
            if item.plural && (bare.ends.len() == 1) == single {
                (bare.kind, bare.plural) = (Some(kind), true);
                continue;
            }
            if kind == Kind::Disc {
                break;
            }
            let (text, word) = (format!("{}, {}", bare.text, item.text), item.word());
            let alone = if bare.ends.len() == 1 {
                "vertebra"
            } else {
                "segments"
            };
            let one = format!("{} {word}, {}", bare.text, item.text);
            let other = format!("{} {alone}, {}", bare.text, item.text);
            if read(&one).is_ok() {
                return Err(unclear(&text, &one, &other));
            }
            break;
        }
    }
    Ok(())
}
