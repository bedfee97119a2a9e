//! What examinations say beside muscle power: sensation in the saddle, anal tone, signs of the long tracts, a dropped foot.
//! The newest examination in which a thing was examined counts for it; what was found as usual is quiet and excludes nothing,
//! and what was not tested is skipped.

use super::{
    facts::{ExaminationFindings, Facts},
    input::{Day, Evidence, Input, Observation, Sign},
    reading::DerivedReading,
};
use crate::fact::examination::found::{self, Gait, Presence, Sense, Tone};

/// What the examinations up to `day` say of `derived`.
pub fn read(derived: DerivedReading, facts: &Facts, day: Day) -> Input {
    let seen = facts.examined.iter().filter(|one| day.sees(one.on.last()));
    let mut all: Vec<&ExaminationFindings> = seen.collect();
    all.sort_by_key(|one| (one.on.last(), one.recorded));
    let newest = |has: &dyn Fn(&ExaminationFindings) -> bool| all.iter().rev().find(|one| has(one)).copied();
    let found = match derived {
        DerivedReading::SaddleAlteredExamined => {
            let tested =
                |one: &ExaminationFindings| one.saddle.is_some_and(|sense| sense != Sense::NotTested);
            newest(&tested)
                .and_then(|one| Some((one, one.saddle?)))
                .filter(|(_, sense)| *sense != Sense::Normal)
                .map(|(one, sense)| vec![(one, Sign::Saddle(sense))])
        }
        DerivedReading::AnalToneReducedExamined => newest(&|one| one.tone.is_some())
            .and_then(|one| Some((one, one.tone?)))
            .filter(|(_, tone)| *tone != Tone::Normal)
            .map(|(one, tone)| vec![(one, Sign::Tone(tone))]),
        DerivedReading::FootDropExamined => newest(&|one| !one.gait.is_empty())
            .filter(|one| one.gait.contains(&Gait::FootDrop))
            .map(|one| vec![(one, Sign::FootDrop)]),
        _ => Some(tracts(&all)),
    };
    let evidence = |(one, sign): (&ExaminationFindings, Sign)| -> Evidence {
        derived.evidence(Observation::Examined(sign), Some(one.on), Some(one.recorded))
    };
    let found: Vec<Evidence> = found.unwrap_or_default().into_iter().map(evidence).collect();
    match found.is_empty() {
        false => Input::Present(found),
        // The questions about the same tell what is not assessed.
        true => Input::Quiet,
    }
}

/// Of each sign and side what was found last, where it is there.
fn tracts<'a>(all: &[&'a ExaminationFindings]) -> Vec<(&'a ExaminationFindings, Sign)> {
    let mut last: Vec<(&ExaminationFindings, found::Sign)> = Vec::new();
    for one in all {
        for sign in one.signs.iter().filter(|sign| sign.found != Presence::NotTested) {
            let same = |known: &&mut (&ExaminationFindings, found::Sign)| {
                (known.1.sign, known.1.side) == (sign.sign, sign.side)
            };
            match last.iter_mut().find(same) {
                Some(known) => *known = (one, *sign),
                None => last.push((one, *sign)),
            }
        }
    }
    let there = last
        .into_iter()
        .filter(|(_, sign)| sign.found == Presence::Present);
    there.map(|(one, sign)| (one, Sign::Tract(sign))).collect()
}
