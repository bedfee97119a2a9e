//! How a week went: green, amber, red or no data, with every input that led to it.
//!
//! Source: Lamina's own rules after a common tolerance model; adherence is completed divided by planned bouts.

use super::{diary::Diary, settings::Settings};
use crate::{
    fact::{
        flag::answer::Level,
        walking::{
            quota::Quota,
            row::{DiarySymptom, PainAround, Row, WalkedBout, WalkingEntry},
        },
    },
    rule::red_flag::Assessment,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The colour of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "WeekColour"))]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Nothing was walked, as far as anybody wrote down.
    NoData,
    /// Something was walked, and nothing asks for amber or red.
    Green,
    /// Hold the quota or cut it.
    Amber,
    /// Stop and seek help.
    Red,
}

/// Where a bout hurts; back and leg are never merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the sites name themselves")]
pub enum PainSite {
    Back,
    Leg,
}

/// What was recorded that colours a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// A same-day or emergency red flag is open, with its wording.
    Flag(String),
    /// This was ticked in the diary.
    Symptom(DiarySymptom),
    /// Pain rose by more than the limit, as rated 0 to 10.
    PainRose {
        /// Where that pain was rated.
        site: PainSite,
        /// The rating before the bout.
        before: u8,
        /// During or after it.
        after: u8,
    },
    /// Pain was not back to usual within 24 hours.
    NotSettled,
    /// So many days had bouts that were missed with a reason and none that was walked.
    Missed(usize),
}

/// What led to a colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Which colour it asks for.
    pub colour: Colour,
    /// The day, where it has one.
    pub on: Option<NaiveDate>,
    /// What was recorded that asks for it.
    pub cause: Cause,
}

/// Bouts of a week. A day without a row is neither completed nor missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Adherence {
    /// Bouts completed; of one day no more than were planned for it.
    pub completed: u32,
    /// Bouts that the quota plans for the week.
    pub planned: u32,
    /// Days without a row.
    pub days_without_row: u32,
}

impl Adherence {
    /// Whether it reaches so many per cent.
    pub fn reaches(self, percent: u16) -> bool {
        self.planned > 0 && self.completed * 100 >= self.planned * u32::from(percent)
    }
}

/// A week as assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// The first of its seven days.
    pub first: NaiveDate,
    /// The gravest colour that a reason asks for; without one, whether anything was walked.
    pub colour: Colour,
    /// What led to it, the gravest first.
    pub reasons: Vec<Reason>,
    /// Completed and planned bouts.
    pub adherence: Adherence,
    /// Seconds walked, all bouts together.
    pub walked_seconds: u32,
    /// Mean seconds of the days that have a walked or a missed bout; `None` where there is no such day.
    pub mean_day_seconds: Option<u32>,
    /// Bouts for which nobody wrote whether pain rose or settled.
    pub pain_unknown: u32,
    /// Days on which leg pain reached further down.
    pub further_down: u32,
    /// Days on which leg pain moved up.
    pub further_up: u32,
    /// Whether a red flag is open at the urgent level or above.
    pub flag_open: bool,
}

/// The week that begins on `first`, with the quota of each day; what is planned for the week is the quota of its first
/// day. `flags` are the red flags as they stand.
pub fn assess(
    diary: &Diary,
    first: NaiveDate,
    quota: impl Fn(NaiveDate) -> Quota,
    flags: &Assessment,
    settings: &Settings,
) -> Week {
    let rows: Vec<&Row> = diary.week(first).collect();
    let mut reasons: Vec<Reason> = flags
        .open()
        .map(|fired| reason(Colour::Red, None, Cause::Flag(fired.wording.clone())))
        .collect();
    let mut pain_unknown = 0;
    for row in &rows {
        for symptom in row.symptoms() {
            let colour = match symptom {
                symptom if symptom.question().is_some() => Colour::Red,
                DiarySymptom::LegPainFurtherDown => Colour::Amber,
                _ => continue,
            };
            reasons.push(reason(colour, Some(row.on), Cause::Symptom(symptom)));
        }
        if let WalkingEntry::Walked { bout, .. } = &row.entry {
            pain_unknown += u32::from(!pain(row.on, bout, settings, &mut reasons));
        }
    }
    let days = by_day(&rows);
    let missed: Vec<&NaiveDate> = days
        .iter()
        .filter(|(_, day)| day.missed && day.walked.is_empty())
        .map(|(on, _)| on)
        .collect();
    if missed.len() >= usize::from(settings.missed_days.get()) {
        let first = missed.first().copied().copied();
        reasons.push(reason(Colour::Amber, first, Cause::Missed(missed.len())));
    }
    let walked_seconds: u32 = days.values().flat_map(|day| &day.walked).sum();
    let worked_days = days
        .values()
        .filter(|day| day.missed || !day.walked.is_empty())
        .count();
    let has = |colour: Colour| reasons.iter().any(|one| one.colour == colour);
    let colour = if has(Colour::Red) {
        Colour::Red
    } else if has(Colour::Amber) {
        Colour::Amber
    } else if walked_seconds == 0 {
        Colour::NoData
    } else {
        Colour::Green
    };
    reasons.sort_by_key(|one| one.colour != Colour::Red);
    let ticked = |symptom: DiarySymptom| {
        let on: BTreeSet<NaiveDate> = rows
            .iter()
            .filter(|row| row.symptoms().any(|one| one == symptom))
            .map(|row| row.on)
            .collect();
        u32::try_from(on.len()).unwrap_or(7)
    };
    Week {
        first,
        colour,
        reasons,
        adherence: adherence(&days, &quota(first), &quota, settings),
        walked_seconds,
        mean_day_seconds: u32::try_from(worked_days)
            .ok()
            .and_then(|days| walked_seconds.checked_div(days)),
        pain_unknown,
        further_down: ticked(DiarySymptom::LegPainFurtherDown),
        further_up: ticked(DiarySymptom::LegPainFurtherUp),
        flag_open: flags.fired.iter().any(|fired| fired.level >= Level::Urgent),
    }
}

#[derive(Default)]
struct OneDay {
    walked: Vec<u32>,
    missed: bool,
}

fn by_day(rows: &[&Row]) -> BTreeMap<NaiveDate, OneDay> {
    let mut days: BTreeMap<NaiveDate, OneDay> = BTreeMap::new();
    for row in rows {
        let day = days.entry(row.on).or_default();
        match &row.entry {
            WalkingEntry::Walked { bout, .. } => day.walked.push(bout.seconds.get().into()),
            WalkingEntry::Missed { .. } => day.missed = true,
            WalkingEntry::Rest { .. } => {}
        }
    }
    days
}

fn adherence(
    days: &BTreeMap<NaiveDate, OneDay>,
    of_week: &Quota,
    quota: &impl Fn(NaiveDate) -> Quota,
    settings: &Settings,
) -> Adherence {
    let of_a_day = |(on, day): (&NaiveDate, &OneDay)| {
        let quota = quota(*on);
        let least = u32::from(quota.seconds.get()) * u32::from(settings.completed_percent.get());
        let enough = day.walked.iter().filter(|seconds| **seconds * 100 >= least);
        let bouts = u32::try_from(enough.count()).unwrap_or(0);
        bouts.min(quota.bouts_a_day.get().into())
    };
    Adherence {
        completed: days.iter().map(of_a_day).sum(),
        planned: u32::from(of_week.bouts_a_day.get()) * u32::from(of_week.days_a_week.get()),
        days_without_row: 7_u32.saturating_sub(u32::try_from(days.len()).unwrap_or(7)),
    }
}

/// Looks at the pain around a bout; false where it is not known whether it rose or settled.
fn pain(on: NaiveDate, bout: &WalkedBout, settings: &Settings, reasons: &mut Vec<Reason>) -> bool {
    let mut rise_known = false;
    for (site, around) in [(PainSite::Back, &bout.back), (PainSite::Leg, &bout.leg)] {
        let (Some(before), Some(after)) = (around.before, around.after) else {
            continue;
        };
        rise_known = true;
        if u16::from(after.rating()) > u16::from(before.rating()) + settings.pain_rise.get() {
            let (before, after) = (before.rating(), after.rating());
            let cause = Cause::PainRose { site, before, after };
            reasons.push(reason(Colour::Amber, Some(on), cause));
        }
    }
    match bout.settled {
        Some(false) => {
            reasons.push(reason(Colour::Amber, Some(on), Cause::NotSettled));
            true
        }
        Some(true) => rise_known,
        None => rise_known && by_the_morning(bout),
    }
}

/// Whether the next morning shows that pain had settled at every site that was rated before.
fn by_the_morning(bout: &WalkedBout) -> bool {
    let rated = |around: &&PainAround| around.before.is_some();
    let sites = [&bout.back, &bout.leg];
    let mut rated_sites = sites.into_iter().filter(rated).peekable();
    rated_sites.peek().is_some()
        && rated_sites.all(|around| around.next_morning.is_some() && around.next_morning <= around.before)
}

fn reason(colour: Colour, on: Option<NaiveDate>, cause: Cause) -> Reason {
    Reason { colour, on, cause }
}

#[cfg(test)]
mod tests;
