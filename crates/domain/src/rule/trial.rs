//! How pain went in a trial of neuromodulation, from the diary: the mean of the days before it against the mean of its last days,
//! of the same pain rated in the same way, and whether the fall reaches the percentage that is looked for.
//!
//! It is arithmetic and no verdict: nothing is recommended. A day without a rating is no data and never zero; one pain never
//! speaks for another; where there are too few days, nothing is worked out and it is said how many there are.

use super::listed::{Rule, by_id};
use crate::{
    fact::{
        kept::Kept,
        neuromodulation::{Neuromodulation, Pain, Step, TrialDay},
        record::{Record, place_of},
        score::PainKind,
    },
    value::{limit::limits, reply::Reply, sure::Sure, within::Within},
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a clinic may set for the reading of a trial, and for refills of pumps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The fall of pain that is looked for, in percent of the mean before the trial. Default 50 % (primary outcome of the
    /// PROCESS trial, and a common rule of payers).
    pub percent: Within<1, 100>,
    /// How many days before the trial, and at its end, are looked at. Default 7.
    pub window_days: Within<1, 28>,
    /// How many of these have to be rated. Default 4: more than half of a week.
    pub least_days: Within<1, 28>,
    /// So many days before its date a refill of a pump is named as due. Default 14.
    pub refill_days: Within<0, 90>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            percent: Within::clamped(50),
            window_days: Within::clamped(7),
            least_days: Within::clamped(4),
            refill_days: Within::clamped(14),
        }
    }
}

limits!(Settings, "neuromodulation", {
    percent: "%", "Kumar and others, Pain 2007 (PROCESS); North and others, Neurosurgery 2005; CMS NCD 160.7";
    window_days: "days", "Lamina's own: a week, as pain ratings look back on";
    least_days: "days", "Lamina's own: more than half of a week";
    refill_days: "days", "Lamina's own: time to make an appointment";
});

impl Settings {
    /// How many days of a window have to be rated; never more than it has.
    fn least(&self) -> u32 {
        u32::from(self.least_days.get().min(self.window_days.get()))
    }
}

/// The days that a mean is of, and what was rated on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// First day that is looked at.
    pub from: NaiveDate,
    /// Last day that is looked at.
    pub to: NaiveDate,
    /// How many of them were rated.
    pub days: u32,
    /// The sum of their ratings.
    sum: u32,
}

impl Window {
    /// How many days it spans.
    pub fn span(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// The mean in tenths, rounded; nothing where no day was rated.
    pub fn mean_tenths(&self) -> Option<u32> {
        (self.sum * 20 + self.days).checked_div(self.days * 2)
    }
}

/// Why nothing is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not known on which day the trial began.
    StartNotADay,
    /// The trial has no end yet.
    NoEnd,
    /// It is not known on which day the trial ended.
    EndNotADay,
    /// The trial ended on the day on which it began.
    TooShort,
    /// Too few days were rated; so many are needed in each window.
    TooFewDays(u32),
    /// Pain was rated in several ways, which are not compared: now, average, worst, least.
    KindsDiffer,
    /// The mean before the trial is 0, of which there is no percentage.
    NoPainBefore,
}

/// How far the mean fell, and whether that reaches what is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fall {
    /// Tenths of a percent of the mean before the trial, rounded down, so that what falls short never reads as reached;
    /// negative where pain rose.
    pub permille: i64,
    /// The fall that is looked for is reached.
    pub met: bool,
}

/// One pain in one trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Which pain it is of.
    pub pain: Pain,
    /// It is what the trial is to treat.
    pub target: bool,
    /// How it was rated; nothing where it was not, or in several ways.
    pub kind: Option<PainKind>,
    /// Before the trial, and at its end; nothing where the days of the trial are not known.
    pub windows: Option<[Window; 2]>,
    /// How far it fell, or why nothing is worked out.
    pub fall: Result<Fall, Why>,
}

/// A trial as its diary tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Each pain that is a target or was rated, the targets first.
    pub courses: Vec<Course>,
    /// Days in the windows and between them on which a medicine was changed.
    pub medicine_changed: Vec<NaiveDate>,
    /// Days there with a row in which nobody said whether one was.
    pub medicine_not_said: u32,
}

/// The days of a path's diary.
pub fn diary(record: &Record, path: usize) -> Vec<&Kept<TrialDay>> {
    let belongs =
        |day: &&Kept<TrialDay>| place_of(&record.neuromodulations, day.neuromodulation.which) == Some(path);
    let mut days: Vec<&Kept<TrialDay>> = record.trial_days.iter().filter(belongs).collect();
    days.sort_by_key(|day| day.on);
    days
}

/// The steps of a path in the order of the record, each with its place there.
pub fn steps(record: &Record, path: usize) -> impl Iterator<Item = (usize, &Step)> {
    let belongs =
        move |step: &Step| place_of(&record.neuromodulations, step.neuromodulation.which) == Some(path);
    let all = record.neuromodulation_steps.iter().enumerate();
    all.map(|(at, step)| (at, &step.fact))
        .filter(move |(_, step)| belongs(step))
}

/// How pain went in one trial of a path; nothing where the step is no trial.
pub fn evaluate(
    path: &Neuromodulation,
    step: &Step,
    diary: &[&Kept<TrialDay>],
    settings: &Settings,
) -> Option<Evaluation> {
    let trial = step.trial()?;
    let windows = windows(step, trial.ended.span(), trial.ended.is_unknown(), settings);
    let rated = |pain: &Pain| diary.iter().any(|day| day.rating(*pain).is_some());
    let others = Pain::ALL.into_iter().filter(|pain| !path.targets.contains(pain));
    let pains = path.targets.iter().copied().chain(others.filter(rated));
    let courses = pains.map(|pain| course(pain, path.targets.contains(&pain), windows, diary, settings));
    let courses = courses.collect();
    let around = windows.ok().map(|[before, end]| (before.0, end.1));
    let inside = |day: &&&Kept<TrialDay>| around.is_some_and(|(from, to)| from <= day.on && day.on <= to);
    let of = |reply: fn(Reply) -> bool| {
        let days = diary.iter().filter(inside);
        days.filter(move |day| reply(day.medicine_changed))
            .map(|day| day.on)
    };
    let changed: BTreeSet<NaiveDate> = of(|reply| reply == Reply::Yes).collect();
    let not_said = of(|reply| !matches!(reply, Reply::Yes | Reply::No | Reply::DoesNotApply)).count();
    Some(Evaluation {
        courses,
        medicine_changed: changed.into_iter().collect(),
        medicine_not_said: u32::try_from(not_said).unwrap_or(u32::MAX),
    })
}

/// First and last day.
type DaySpan = (NaiveDate, NaiveDate);

/// The days before the trial and its last ones. The day on which it began belongs to neither: the leads were put in on it.
fn windows(
    step: &Step,
    ended: Option<DaySpan>,
    no_end: bool,
    settings: &Settings,
) -> Result<[DaySpan; 2], Why> {
    let day = |span: Option<DaySpan>| span.filter(|(from, to)| from == to).map(|(day, _)| day);
    let began = day(step.when.span()).ok_or(Why::StartNotADay)?;
    if no_end {
        return Err(Why::NoEnd);
    }
    let end = day(ended).ok_or(Why::EndNotADay)?;
    let length = u64::from(settings.window_days.get());
    let back = |from: NaiveDate, days: u64| from.checked_sub_days(Days::new(days)).unwrap_or(from);
    let second = began
        .succ_opt()
        .filter(|second| *second <= end)
        .ok_or(Why::TooShort)?;
    Ok([
        (back(began, length), back(began, 1)),
        (back(end, length - 1).max(second), end),
    ])
}

fn course(
    pain: Pain,
    target: bool,
    windows: Result<[DaySpan; 2], Why>,
    diary: &[&Kept<TrialDay>],
    settings: &Settings,
) -> Course {
    let [before, end] = match windows {
        Ok(windows) => windows,
        Err(why) => {
            return Course {
                pain,
                target,
                kind: None,
                windows: None,
                fall: Err(why),
            };
        }
    };
    let mut kinds: Vec<PainKind> = Vec::new();
    let mut window = |(from, to): DaySpan| {
        let mut window = Window {
            from,
            to,
            days: 0,
            sum: 0,
        };
        for day in diary.iter().filter(|day| from <= day.on && day.on <= to) {
            if let Some(rating) = day.rating(pain) {
                window.days += 1;
                window.sum += u32::from(rating.rating());
                if !kinds.contains(&day.kind) {
                    kinds.push(day.kind);
                }
            }
        }
        window
    };
    let windows = [window(before), window(end)];
    let least = settings.least();
    let fall = if windows.iter().any(|one| one.days < least) {
        Err(Why::TooFewDays(least))
    } else if kinds.len() > 1 {
        Err(Why::KindsDiffer)
    } else {
        fall(&windows, settings.percent.get())
    };
    Course {
        pain,
        target,
        kind: kinds.first().copied().filter(|_| kinds.len() == 1),
        windows: Some(windows),
        fall,
    }
}

/// Worked out in whole numbers, so that no rounding reaches a limit that was not reached.
fn fall([before, end]: &[Window; 2], percent: u16) -> Result<Fall, Why> {
    let was = i64::from(before.sum) * i64::from(end.days);
    let is = i64::from(end.sum) * i64::from(before.days);
    if was == 0 {
        return Err(Why::NoPainBefore);
    }
    Ok(Fall {
        permille: ((was - is) * 1000).div_euclid(was),
        met: is * 100 <= was * (100 - i64::from(percent)),
    })
}

/// The rules of a trial as they are listed.
pub fn rules() -> Vec<Rule> {
    vec![
        by_id("neuromodulation.means", 1, Sure::Medium),
        by_id("neuromodulation.criterion", 1, Sure::Medium),
        by_id("neuromodulation.refill", 1, Sure::Medium),
    ]
}

#[cfg(test)]
mod tests;
