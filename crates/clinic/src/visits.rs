//! What a record holds of the day of a visit, and two such days side by side: worked out by the day, line by line as each noun
//! tells it, and kept nowhere. Nothing is judged: what is on one side only stands beside nothing.

use crate::{
    day::Day,
    facts::Facts,
    noun::{Written, visit},
    record::Record,
    shown::telling,
    words::{Word, joined, say_with, spelled},
};
use chrono::NaiveDate;
use lamina_api::{
    shown::Detail,
    visit::{ComparedGroup, ComparedRow, DayGroup, DayLine, DayRow, VisitChoice, VisitDay, VisitsCompared},
};
use lamina_domain::{
    Kept, Noun, Visit,
    day::{exact_day, on_day, seen_on},
    of_fact,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Lines of one kind, each label with its lines in their order.
type Lines = BTreeMap<Noun, Vec<(String, Vec<DayLine>)>>;

/// What a record holds of a day, but for one entry.
fn lines(facts: &Facts, day: NaiveDate, but: Option<Uuid>) -> Lines {
    let record = &facts.record;
    let telling = telling(record, facts.term).on(day);
    let mut all = Lines::new();
    for one in on_day(record, day) {
        let Some(entry) = one.fact.id().filter(|entry| Some(*entry) != but) else {
            continue;
        };
        let told = Day::of(record, telling, day, &one.happened);
        let rows = all.entry(one.fact.noun()).or_default();
        for Detail { label, text } in of_fact!(&one.fact.fact, fact => fact.of_day(&told)) {
            let line = DayLine { entry, text };
            match rows.iter_mut().find(|(known, _)| *known == label) {
                Some((_, lines)) => lines.push(line),
                None => rows.push((label, vec![line])),
            }
        }
    }
    all
}

/// What was recorded on the day of a visit, beside it; nothing where no such visit stands.
pub(crate) fn of_visit(facts: &Facts, entry: Uuid) -> Option<VisitDay> {
    let visit = facts.record.visits.iter().find(|one| one.id() == Some(entry))?;
    let Some(day) = exact_day(&facts.record, &visit.when) else {
        return Some(VisitDay::default());
    };
    let groups = lines(facts, day, Some(entry))
        .into_iter()
        .map(|(noun, rows)| DayGroup {
            noun,
            rows: rows
                .into_iter()
                .map(|(label, lines)| DayRow { label, lines })
                .collect(),
        });
    Some(VisitDay {
        day: spelled(day),
        groups: groups.collect(),
    })
}

/// Two days side by side, the earlier first; those that are not asked for are the last two on which the patient was seen.
pub(crate) fn compared(facts: &Facts, asked: [Option<NaiveDate>; 2], today: NaiveDate) -> VisitsCompared {
    let record = &facts.record;
    let days = days(record, today);
    let choices = days.iter().rev().map(|(day, visits)| VisitChoice {
        day: day.to_string(),
        name: named(*day, visits),
    });
    let mut view = VisitsCompared {
        choices: choices.collect(),
        ..VisitsCompared::default()
    };
    let mut last = days.keys().rev().copied();
    let (latest, before) = (last.next(), last.next());
    let [one, other] = asked;
    // Where only one is asked for, it stands beside the last, or beside the one before where it is the last itself.
    let other = other.or(if one.is_some() && one == latest {
        before
    } else {
        latest
    });
    let one = one.or(if other == latest { before } else { latest });
    let (Some(one), Some(other)) = (one, other) else {
        return view;
    };
    let (one, other) = (one.min(other), one.max(other));
    view.one = one.to_string();
    view.other = other.to_string();
    view.groups = beside(lines(facts, one, None), lines(facts, other, None));
    view
}

/// The lines of two days by kind and label: visits first, then in the order of a record.
fn beside(one: Lines, mut other: Lines) -> Vec<ComparedGroup> {
    let mut groups: BTreeMap<Noun, Vec<ComparedRow>> = BTreeMap::new();
    for (noun, rows) in one {
        let mut there = other.remove(&noun).unwrap_or_default();
        let mut all: Vec<ComparedRow> = Vec::new();
        for (label, lines) in rows {
            let at = there.iter().position(|(known, _)| *known == label);
            all.push(ComparedRow {
                label,
                one: lines,
                other: at.map(|at| there.remove(at).1).unwrap_or_default(),
            });
        }
        all.extend(there.into_iter().map(alone));
        groups.insert(noun, all);
    }
    for (noun, rows) in other {
        groups.insert(noun, rows.into_iter().map(alone).collect());
    }
    let mut groups: Vec<ComparedGroup> = groups
        .into_iter()
        .map(|(noun, rows)| ComparedGroup { noun, rows })
        .collect();
    groups.sort_by_key(|group| group.noun != Noun::Visit);
    groups
}

/// Lines that only the later day has.
fn alone((label, other): (String, Vec<DayLine>)) -> ComparedRow {
    ComparedRow {
        label,
        one: Vec::new(),
        other,
    }
}

/// The days that can be compared, each with its visits: those on which the patient was seen, and those of visits of any kind.
fn days(record: &Record, today: NaiveDate) -> BTreeMap<NaiveDate, Vec<&Kept<Visit>>> {
    let seen = seen_on(record, today).into_iter().map(|day| (day, Vec::new()));
    let mut days: BTreeMap<NaiveDate, Vec<&Kept<Visit>>> = seen.collect();
    for visit in &record.visits {
        if let Some(day) = exact_day(record, &visit.when) {
            days.entry(day).or_default().push(visit);
        }
    }
    days
}

/// "24 Nov 2026: Follow-up visit", or that no visit is recorded.
fn named(day: NaiveDate, visits: &[&Kept<Visit>]) -> String {
    let kinds = joined(visits.iter().map(|one| Some(visit::kind(one))), "; ");
    let day = spelled(day).into();
    match kinds {
        Some(kinds) => say_with!("visit-day-named", [("day", day), ("visits", kinds.into())]),
        None => say_with!("visit-day-unnamed", [("day", day)]),
    }
}

/// The last visit to which the patient came, told in one sentence; nothing where none is recorded with a day.
pub(crate) fn last_held(record: &Record) -> Option<String> {
    let held = record.visits.iter().filter(|one| one.was_held());
    let dated = held.filter_map(|one| Some((record.days_of(&one.when)?, one)));
    let (_, last) = dated.max_by_key(|((_, to), _)| *to)?;
    let parts = [Some(last.kind.word()), visit::seen_by(last)];
    Some(say_with!(
        "story-last-visit",
        [
            ("when", last.when.to_string().into()),
            ("visit", joined(parts, ", ").unwrap_or_default().into())
        ]
    ))
}

#[cfg(test)]
mod tests;
