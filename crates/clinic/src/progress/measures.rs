//! What was measured, as axes that can be drawn beside the scores: readings, the body mass index, how long somebody sits, stands
//! and walks, angles of an examination, minutes of the walking diary. Each has an axis of its own with its unit and its
//! direction, or none. They carry no verdict.
//!
//! Numbers of one kind in several units are drawn in one of them, by the documented factors; each says how it was reported.

mod examined;
mod panel;

use super::lines::span;
use crate::{
    flags::measured::{self, body_mass_words, in_unit},
    noun::symptom,
    record::Record,
    words::{Message, Word, message, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::progress::LineGroup;
use lamina_charts::{Limit, Span};
use lamina_domain::{
    Kept, Noun, Reading, Symptom, When,
    fact::walking::row::WalkingEntry,
    measured::body_mass,
    reading::{Comparator, What},
    symptom::Tolerance,
};
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) use panel::{panel, told};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Higher,
    /// Neither way is better by itself.
    Neither,
}

/// What is known of one occasion.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Amount {
    /// A number in the unit of the axis, and on which side of it the value lies where it is a limit.
    Number(f64, Option<Limit>),
    /// No number: as long as they like.
    Unlimited,
}

/// One value on an axis.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    /// Its line on the axis; empty where the axis has one alone.
    pub(super) line: String,
    pub(super) amount: Amount,
    /// Its place in time, where it has one.
    pub(super) at: Option<Span>,
    /// As it was reported: "below 5 mg/L".
    pub(crate) shown: String,
    pub(crate) when: When,
    /// What one should know of it.
    pub(crate) notes: Vec<String>,
    /// The range that stood beside it, in the unit of the axis.
    pub(super) range: Option<(Option<f64>, Option<f64>)>,
    /// The entry that says it, where one does.
    pub(crate) entry: Option<(Noun, Uuid)>,
}

/// What can be drawn on one axis.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    /// The same in every record: no word of a patient is in it.
    pub(crate) key: String,
    pub(crate) group: LineGroup,
    pub(crate) title: String,
    pub(super) unit: String,
    pub(super) way: Way,
    /// Whether the axis may begin above zero, where a change is small beside the value itself.
    pub(super) cut: bool,
    /// Two values further apart than this are not joined.
    pub(super) gap_days: u32,
    pub(crate) values: Vec<Value>,
}

/// A line is not drawn between values a year or more apart.
const GAP_DAYS: u32 = 365;

/// Every axis of a record that has a value, in the order in which they are offered.
pub(crate) fn axes(record: &Record) -> Vec<Axis> {
    let mut axes = readings(record);
    axes.extend(body_mass_axis(record));
    axes.extend(tolerances(record));
    axes.extend(examined::examined(record));
    axes.extend(walked(record));
    axes.retain(|axis| !axis.values.is_empty());
    for axis in &mut axes {
        axis.values
            .sort_by_key(|value| value.at.map(|at| (at.from, at.to)));
    }
    axes
}

fn entry<T>(noun: Noun, kept: &Kept<T>) -> Option<(Noun, Uuid)> {
    Some((noun, kept.id()?))
}

/// The readings of each kind; what has no code by its name and unit, what can't be converted by its unit.
fn readings(record: &Record) -> Vec<Axis> {
    type Group<'r> = ((What, String), Vec<&'r Kept<Reading>>);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for what in What::ALL {
        for kept in record.readings.iter().filter(|one| one.measured.what() == what) {
            let Some(quantity) = kept.measured.quantity() else {
                continue;
            };
            let own_unit = quantity
                .unit
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            let apart = match (kept.measured.name(), kept.measured.in_usual()) {
                (Some(name), _) => format!("{} {own_unit}", name.as_str().to_lowercase()),
                (None, Some(_)) => String::new(),
                (None, None) => own_unit,
            };
            match groups.iter_mut().find(|(key, _)| *key == (what, apart.clone())) {
                Some((_, group)) => group.push(kept),
                None => groups.push(((what, apart), vec![kept])),
            }
        }
    }
    groups
        .into_iter()
        .filter_map(|((what, _), group)| of_readings(record, what, &group))
        .collect()
}

fn of_readings(record: &Record, what: What, group: &[&Kept<Reading>]) -> Option<Axis> {
    let first = group.first()?;
    let unit_of = |one: &Reading| one.measured.quantity()?.unit.as_ref().map(ToString::to_string);
    let shared = unit_of(first);
    let same = group.iter().all(|one| unit_of(one) == shared);
    let usual = what.units().first();
    let values = group.iter().filter_map(|kept| {
        let quantity = kept.measured.quantity()?;
        let line = kept
            .measured
            .unit()
            .and_then(|unit| unit.to_usual)
            .filter(|_| !same);
        let there = |value: f64| line.map_or(value, |line| line.there(value));
        let end = |end: Option<(f64, bool)>| end.map(|(end, _)| there(end));
        let limit = quantity.comparator.map(|sign| match sign {
            Comparator::Below | Comparator::AtMost => Limit::Below,
            Comparator::AtLeast | Comparator::Above => Limit::Above,
        });
        Some(Value {
            line: kept.side.map(|side| side.word()).unwrap_or_default(),
            amount: Amount::Number(there(quantity.value), limit),
            at: span(record, &kept.when),
            shown: measured::value(kept),
            when: kept.when,
            notes: notes(kept),
            range: kept.range().map(|range| (end(range.low), end(range.high))),
            entry: entry(Noun::Reading, kept),
        })
    });
    let code = serde_json::to_value(what).ok()?;
    Some(Axis {
        key: format!("reading:{}", code.as_str()?),
        group: match what {
            What::Temperature
            | What::ResidualUrine
            | What::Breaths
            | What::Weight
            | What::Height
            | What::Other => LineGroup::Measured,
            _ => LineGroup::Laboratory,
        },
        title: measured::name(first),
        unit: match (same, usual) {
            (false, Some(usual)) => usual.name.to_owned(),
            _ => shared.unwrap_or_default(),
        },
        way: Way::Neither,
        cut: matches!(what, What::Temperature | What::Weight | What::Height),
        gap_days: GAP_DAYS,
        values: values.collect(),
    })
}

/// What the laboratory said beside a value.
fn notes(reading: &Reading) -> Vec<String> {
    let note = reading.note.as_ref().map(ToString::to_string);
    let also = measured::also(reading).map(|value| say_with!("value-reading-is", [("value", value.into())]));
    let [range, outside, flag] = measured::laboratory(reading);
    [also, range, outside, flag, note].into_iter().flatten().collect()
}

fn body_mass_axis(record: &Record) -> Option<Axis> {
    let values = record.readings.iter().filter_map(|kept| {
        let index = body_mass(record, kept)?.value;
        Some(Value {
            line: String::new(),
            amount: Amount::Number(index, None),
            at: span(record, &kept.when),
            shown: in_unit(&format!("{index:.1}"), "kg/m²"),
            when: kept.when,
            notes: body_mass_words(record, kept).into_iter().collect(),
            range: None,
            entry: entry(Noun::Reading, kept),
        })
    });
    Some(Axis {
        key: "body_mass".to_owned(),
        group: LineGroup::Measured,
        title: say!("value-body-mass-index"),
        unit: "kg/m²".to_owned(),
        way: Way::Neither,
        cut: true,
        gap_days: GAP_DAYS,
        values: values.collect(),
    })
}

/// How long somebody sits, stands and walks with a symptom, on the day on which it was told.
fn tolerances(record: &Record) -> Vec<Axis> {
    let kinds = [
        ("sitting", message!("chart-sitting")),
        ("standing", message!("chart-standing")),
        ("walking", message!("chart-walking")),
    ];
    let of = |symptom: &Symptom, key: &str| {
        let answer = match key {
            "sitting" => &symptom.sitting,
            "standing" => &symptom.standing,
            _ => &symptom.walking,
        };
        answer.value().copied()
    };
    let axis = |(key, title): (&str, Message)| Axis {
        key: format!("tolerance:{key}"),
        group: LineGroup::Tolerance,
        title: say!(title),
        unit: "min".to_owned(),
        way: Way::Higher,
        cut: false,
        gap_days: GAP_DAYS,
        values: record
            .symptoms
            .iter()
            .filter_map(|kept| {
                let tolerance = of(kept, key)?;
                let amount = match tolerance {
                    Tolerance::Minutes(minutes) => Amount::Number(f64::from(minutes), None),
                    Tolerance::Unlimited => Amount::Unlimited,
                };
                Some(Value {
                    line: symptom::named(kept),
                    amount,
                    at: span(record, &kept.intensity_when),
                    shown: tolerance.to_string(),
                    when: kept.intensity_when,
                    notes: Vec::new(),
                    range: None,
                    entry: entry(Noun::Symptom, kept),
                })
            })
            .collect(),
    };
    kinds.into_iter().map(axis).collect()
}

/// The minutes walked on each day of the diary that has a bout. A day without one is no value.
fn walked(record: &Record) -> Option<Axis> {
    let mut days: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for row in &record.walking_rows {
        if let WalkingEntry::Walked { bout, .. } = &row.entry {
            *days.entry(row.on).or_default() += u32::from(bout.seconds.get());
        }
    }
    let values = days.into_iter().map(|(on, seconds)| {
        let minutes = f64::from(seconds) / 60.0;
        let rounded = (minutes * 10.0).round() / 10.0;
        Value {
            line: String::new(),
            amount: Amount::Number(rounded, None),
            at: Some(Span::day(on)),
            shown: in_unit(&rounded.to_string(), "min"),
            when: When::date(on.into()),
            notes: Vec::new(),
            range: None,
            entry: None,
        }
    });
    Some(Axis {
        key: "walking:minutes".to_owned(),
        group: LineGroup::Walking,
        title: say!("chart-walked"),
        unit: "min".to_owned(),
        way: Way::Higher,
        cut: false,
        // Days that follow each other are joined; a day without a line is a gap.
        gap_days: 2,
        values: values.collect(),
    })
}
