//! What was measured, in words: a reading for its entry on the screen, and everything by kind with all dates for a letter, also
//! what fired nothing.

use crate::{
    record::Record,
    words::{Word, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Reading, When,
    reading::{Comparator, What},
};

/// What was measured: "CRP", or its own name.
pub(crate) fn name(reading: &Reading) -> String {
    let own = reading.measured.name().map(ToString::to_string);
    own.unwrap_or_else(|| reading.measured.what().word())
}

/// The value with its unit: "38.2 °C", "below 5 mg/L".
pub(crate) fn value(reading: &Reading) -> String {
    let measured = &reading.measured;
    let number = number(measured.what(), measured.value());
    let value = match measured.unit() {
        None => number,
        Some(unit) if unit.as_str() == "/min" => say_with!("shown-a-minute", [("value", number.into())]),
        Some(unit) => say_with!(
            "shown-in-unit",
            [("value", number.into()), ("unit", unit.to_string().into())],
        ),
    };
    match measured.comparator() {
        None => value,
        Some(Comparator::Below) => say_with!("shown-below", [("value", value.into())]),
        Some(Comparator::Above) => say_with!("shown-above", [("value", value.into())]),
    }
}

/// The number as it was reported; of a temperature with its tenth.
fn number(what: What, value: f64) -> String {
    match what {
        What::Temperature if value.fract() == 0.0 => format!("{value:.1}"),
        _ => value.to_string(),
    }
}

/// Every reading by kind with its day, the newest first: "CRP: 85 mg/L (24 Nov 2026),
/// 12 mg/L (3 May 2026)."
pub(crate) fn by_kind(record: &Record) -> Vec<String> {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |label: String, value: String, when: &When| {
        let when = match when.is_unknown() {
            true => say!("shown-date-unknown"),
            false => when.to_string(),
        };
        let value = format!("{value} ({when})");
        match kinds.iter_mut().find(|(known, _)| *known == label) {
            Some((_, values)) => values.push(value),
            None => kinds.push((label, vec![value])),
        }
    };
    for what in What::ALL {
        let of_it = record.readings.iter().filter(|one| one.measured.what() == what);
        for reading in newest_first(record, of_it, |one| &one.when) {
            add(name(reading), value(reading), &reading.when);
        }
    }
    kinds
        .into_iter()
        .map(|(label, values)| format!("{label}: {}.", values.join(", ")))
        .collect()
}

/// The newest first, and at the end what nobody can place.
pub(crate) fn newest_first<'a, T>(
    record: &Record,
    list: impl Iterator<Item = &'a T>,
    when: impl Fn(&T) -> &When,
) -> Vec<&'a T> {
    let mut list: Vec<(Option<(NaiveDate, NaiveDate)>, &T)> =
        list.map(|one| (record.days_of(when(one)), one)).collect();
    list.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
    list.into_iter().map(|(_, one)| one).collect()
}
