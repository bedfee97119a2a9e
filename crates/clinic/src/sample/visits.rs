//! The visits of one invented patient: one on the first day and on each day with scores, between some of them one that was
//! missed, and mostly the day on which the next was planned. A few plans have lapsed, as they do.

use super::{chance::Chance, dates, scores};
use chrono::{Datelike, NaiveDate};
use lamina_domain::{
    Answer, PartialDate, Problem, Score, Text, ToldBy, Visit, When,
    visit::{Came, Kind, Minutes},
};

/// Tells the stream of visits from the one of everything else.
pub(super) const STREAM: u64 = 0x5649_5349;

const ROLES: &[&str] = &["pain physician", "physiotherapist", "pain nurse"];
const REASONS: &[&str] = &[
    "regular review",
    "worse for some weeks",
    "asked for by the doctor at home",
];
const FOUND: &[&str] = &[
    "sits for thirty minutes",
    "walks to the shop and back",
    "sleeps through most nights",
    "stiff in the mornings",
    "back to half days at work",
    "little change",
];
const DECIDED: &[&str] = &[
    "goes on as before",
    "goes on with the exercises",
    "no new treatment for now",
    "waits for the images",
    "walks every day",
    "talks it over at home",
];

/// Days on which the patient did not come or was told not to, of 100 that lie between two visits far enough apart.
const MISSED: i64 = 10;
/// Two visits are so far apart where one between them can have been missed, in days.
const APART: i64 = 42;

/// How many of so many facts are visits where the rest are scores: one for each day with scores, as far as the time goes.
pub(super) fn among(facts: usize, of: &scores::Visits<'_>) -> usize {
    let days = usize::try_from((of.end - of.first).num_days()).unwrap_or(0);
    // As many days as that have scores, whatever gaps there are.
    (facts / (scores::MEASURES + 1)).min(days / 2 + 1)
}

/// Exactly `count` visits on days with scores, spread over all of them.
pub(super) fn dense(
    chance: &mut Chance,
    of: &scores::Visits<'_>,
    taken: &[Score],
    count: usize,
) -> Result<Vec<Visit>, Problem> {
    let days = days(of, taken);
    let chosen = (0..count).filter_map(|number| days.get(number * days.len() / count).copied());
    let chosen: Vec<(NaiveDate, Came)> = chosen.map(|day| (day, Came::Came)).collect();
    visits(chance, &chosen, of.end)
}

/// A visit on the first day and on each with scores, and here and there one that was missed.
pub(super) fn scheduled(
    chance: &mut Chance,
    of: &scores::Visits<'_>,
    taken: &[Score],
) -> Result<Vec<Visit>, Problem> {
    let mut all: Vec<(NaiveDate, Came)> = Vec::new();
    for day in days(of, taken) {
        if let Some((before, _)) = all.last() {
            let apart = (day - *before).num_days();
            if apart > APART && chance.percent(MISSED) {
                let missed = dates::later(*before, chance.between(APART / 2, apart - 1));
                let kind = if chance.percent(70) {
                    Came::DidNotCome
                } else {
                    Came::Cancelled
                };
                all.push((missed, kind));
            }
        }
        all.push((day, Came::Came));
    }
    visits(chance, &all, of.end)
}

/// The first day, and those with scores, in order and each once.
fn days(of: &scores::Visits<'_>, taken: &[Score]) -> Vec<NaiveDate> {
    let scored = taken.iter().filter_map(|one| one.when.span());
    let mut days: Vec<NaiveDate> = scored.map(|(day, _)| day).chain([of.first]).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// A visit on each of these days, the first one for the first time.
fn visits(chance: &mut Chance, days: &[(NaiveDate, Came)], as_of: NaiveDate) -> Result<Vec<Visit>, Problem> {
    let mut made = Vec::with_capacity(days.len());
    for (number, (day, came)) in days.iter().enumerate() {
        let next = match days.get(number + 1) {
            Some((next, _)) => planned(chance, *next),
            None => last_planned(chance, *day, as_of),
        };
        made.push(visit(chance, number == 0, *day, *came, next)?);
    }
    Ok(made)
}

/// For when the next visit was planned, where that became one: for the day or the month, or nobody noted it.
fn planned(chance: &mut Chance, next: NaiveDate) -> When {
    match chance.between(1, 100) {
        1..=55 => dates::exact(next),
        56..=75 => When::date(PartialDate::Month(next.year(), next.month())),
        _ => When::default(),
    }
}

/// For when the next visit is planned of which nothing is known yet. Of a few patients that is past, and nobody saw them since.
fn last_planned(chance: &mut Chance, day: NaiveDate, as_of: NaiveDate) -> When {
    let since = (as_of - day).num_days();
    match chance.between(1, 100) {
        1..=60 => dates::exact(dates::later(as_of, chance.between(3, 150))),
        61..=66 if since > APART => dates::exact(dates::later(day, chance.between(APART / 2, since - 1))),
        _ => When::default(),
    }
}

fn visit(chance: &mut Chance, first: bool, day: NaiveDate, came: Came, next: When) -> Result<Visit, Problem> {
    let held = came == Came::Came;
    let kind = match chance.between(1, 100) {
        _ if first => Kind::FirstVisit,
        1..=82 => Kind::FollowUp,
        83..=95 => Kind::Telephone,
        _ => Kind::Video,
    };
    let mut words = |percent: i64, list: &[&'static str]| -> Result<Option<Text>, Problem> {
        let told = held && chance.percent(percent);
        told.then(|| Text::new(chance.word(list))).transpose()
    };
    let role = words(60, ROLES)?;
    let reason = words(20, REASONS)?;
    let found = words(30, FOUND)?;
    let decided = words(30, DECIDED)?;
    let length = chance.between(3, 10) * 5;
    Ok(Visit {
        when: dates::exact(day),
        kind,
        by: None,
        role,
        came: Answer::Value(came),
        reason,
        found,
        decided,
        minutes: (held && chance.percent(40))
            .then(|| Minutes::try_from(length))
            .transpose()?,
        next,
        told_by: ToldBy::Clinician,
        note: None,
    })
}
