//! What was measured, in words: a reading for its entry on the screen, and everything by kind with all dates for a letter, also
//! what fired nothing.

use crate::{
    details,
    record::Record,
    words::{Word, joined, message, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Reading, When,
    measured::{BodyMass, body_mass},
    reading::{Comparator, Outside, Quantity, What, measured::MeasuredValue},
};

/// What was measured: "CRP", or its own name.
pub(crate) fn name(reading: &Reading) -> String {
    let own = reading.measured.name().map(ToString::to_string);
    own.unwrap_or_else(|| reading.measured.what().word())
}

/// The value with its unit, "38.2 °C", "below 5 mg/L", or what was found in words.
pub(crate) fn value(reading: &Reading) -> String {
    match reading.measured.found() {
        MeasuredValue::Words(words) => words.to_string(),
        MeasuredValue::Number(quantity) => amount(reading.measured.what(), quantity),
    }
}

/// The same value in the unit that is confused with its own: "12 mg/L" of 1.2 mg/dL.
pub(crate) fn also(reading: &Reading) -> Option<String> {
    let also = reading.measured.also()?;
    Some(amount(reading.measured.what(), &also.quantity))
}

/// The same value in the usual unit, where it was reported in another.
fn in_usual(reading: &Reading) -> Option<String> {
    let own = reading.measured.unit()?;
    let usual = reading.measured.what().units().first()?;
    also(reading).filter(|_| own.name != usual.name)
}

fn amount(what: What, quantity: &Quantity) -> String {
    let number = match what {
        What::Temperature if quantity.places == 0 => format!("{:.1}", quantity.value),
        _ => quantity.number(),
    };
    let value = in_unit(
        &number,
        quantity
            .unit
            .as_ref()
            .map(|unit| unit.as_str())
            .unwrap_or_default(),
    );
    let Some(comparator) = quantity.comparator else {
        return value;
    };
    let words = match comparator {
        Comparator::Below => message!("shown-below"),
        Comparator::AtMost => message!("value-reading-at-most"),
        Comparator::AtLeast => message!("value-reading-at-least"),
        Comparator::Above => message!("shown-above"),
    };
    say_with!(words, [("value", value.into())])
}

/// A number with its unit: "38.2 °C", "18 a minute".
pub(crate) fn in_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "/min" => say_with!("shown-a-minute", [("value", number.to_owned().into())]),
        unit => say_with!(
            "shown-in-unit",
            [
                ("value", number.to_owned().into()),
                ("unit", unit.to_owned().into())
            ],
        ),
    }
}

/// On which side of the range that stood beside it the value lies; nothing where no range of numbers did.
pub(crate) fn outside(reading: &Reading) -> Option<String> {
    Some(match reading.outside()? {
        Outside::Below => say!("value-reading-below-range"),
        Outside::Above => say!("value-reading-above-range"),
    })
}

/// The body mass index that goes with a weight, with the height that it was worked out from: "27.8 kg/m² (height 175 cm, 2019)".
pub(crate) fn body_mass_words(record: &Record, reading: &Reading) -> Option<String> {
    let BodyMass { value: index, height } = body_mass(record, reading)?;
    Some(say_with!(
        "value-body-mass",
        [
            ("value", in_unit(&format!("{index:.1}"), "kg/m²").into()),
            ("height", value(height).into()),
            ("when", day(&height.when).into()),
        ],
    ))
}

fn day(when: &When) -> String {
    details::when(when, message!("shown-date-unknown"))
}

/// What the laboratory said of a value: the range, on which side of it the value lies, and its mark.
pub(crate) fn laboratory(reading: &Reading) -> [Option<String>; 3] {
    let range = reading
        .reference
        .as_ref()
        .map(|range| say_with!("value-reading-range", [("range", range.to_string().into())]));
    let flag = reading.flag.map(|flag| {
        say_with!(
            "value-reading-marked",
            [("flag", flag.word().to_lowercase().into())]
        )
    });
    [range, outside(reading), flag]
}

/// A value with its day and what the laboratory said of it: "85 mg/L (24 Nov 2026; range 0-5, above it, marked high)".
fn dated(reading: &Reading) -> String {
    let usual = in_usual(reading).map(|value| say_with!("value-reading-is", [("value", value.into())]));
    let side = reading.side.map(|side| side.word());
    let laboratory = joined(laboratory(reading), ", ");
    let said = joined([Some(day(&reading.when)), side, usual, laboratory], "; ");
    format!("{} ({})", value(reading), said.unwrap_or_default())
}

/// How many values of one kind are listed one by one where the room is short.
const LISTED: usize = 4;

/// How much of a kind of which many values are known is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    All,
    /// The last and the first of more than a few, and how many lie between.
    Ends,
    /// The last, and how many stand before it.
    Last,
}

/// Every reading by kind with its day, the newest first: "CRP: 85 mg/L (24 Nov 2026),
/// 12 mg/L (3 May 2026)."
pub(crate) fn by_kind(record: &Record, told: Extent) -> Vec<String> {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |label: String, value: String| match kinds.iter_mut().find(|(known, _)| *known == label) {
        Some((_, values)) => values.push(value),
        None => kinds.push((label, vec![value])),
    };
    for what in What::ALL {
        let of_it = record.readings.iter().filter(|one| one.measured.what() == what);
        let of_it = of_it.map(|one| &one.fact);
        for reading in newest_first(record, of_it, |one| &one.when) {
            add(name(reading), dated(reading));
            if let Some(index) = body_mass_words(record, reading) {
                add(
                    say!("value-body-mass-index"),
                    format!("{index} ({})", day(&reading.when)),
                );
            }
        }
    }
    kinds
        .into_iter()
        .map(|(label, values)| {
            let values = match told {
                Extent::All => values,
                Extent::Ends => ends(values),
                Extent::Last => last(values),
            };
            format!("{label}: {}.", values.join(", "))
        })
        .collect()
}

/// The newest value and the oldest of many, and how many lie between.
fn ends(values: Vec<String>) -> Vec<String> {
    match values.as_slice() {
        [newest, between @ .., oldest] if values.len() > LISTED => vec![
            say_with!("value-reading-last", [("value", newest.to_string().into())]),
            say_with!("value-reading-first", [("value", oldest.to_string().into())]),
            say_with!("value-reading-between", [("count", between.len().into())]),
        ],
        _ => values,
    }
}

/// The newest value, and how many others there are.
fn last(values: Vec<String>) -> Vec<String> {
    match values.as_slice() {
        [newest, others @ ..] if !others.is_empty() => vec![
            newest.to_string(),
            say_with!("value-reading-others", [("count", others.len().into())]),
        ],
        _ => values,
    }
}

/// How many readings are told with their value.
pub(crate) fn told(record: &Record, extent: Extent) -> usize {
    let kinds = What::ALL.into_iter().flat_map(|what| {
        let mut names: Vec<(String, usize)> = Vec::new();
        for reading in record.readings.iter().filter(|one| one.measured.what() == what) {
            let name = name(&reading.fact);
            match names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => names.push((name, 1)),
            }
        }
        names
    });
    let of_kind = |count: usize| match extent {
        Extent::All => count,
        Extent::Ends if count > LISTED => 2,
        Extent::Ends => count,
        Extent::Last => 1,
    };
    kinds.map(|(_, count)| of_kind(count)).sum()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::record;
    use serde_json::{Value, json};

    fn said(readings: &Value, told: Extent) -> Vec<String> {
        by_kind(&record(&json!({ "readings": readings })), told)
    }

    #[test]
    fn trap_26_a_letter_tells_value_unit_day_range_and_mark_and_the_usual_unit_of_another() {
        let readings = json!([
            {"what": "crp", "value": 1.2, "unit": "mg/dL", "when": "3 May 2026", "reference": "0-0.5", "flag": "high"},
            {"what": "crp", "comparator": "<", "value": 5.0, "places": 1, "unit": "mg/L", "when": "3 Jan 2026", "reference": "<5"},
            {"what": "egfr", "comparator": ">=", "value": 90, "unit": "mL/min/1.73 m²", "when": "unknown"},
            {"what": "blood_culture", "words": "no growth", "when": "4 May 2026"}
        ]);
        assert_eq!(
            said(&readings, Extent::Ends),
            [
                "CRP: 1.2 mg/dL (3 May 2026; which is 12 mg/L; reported range 0-0.5, above the reported range, \
                 marked high by the laboratory), below 5.0 mg/L (3 Jan 2026; reported range <5).",
                "eGFR: at least 90 mL/min/1.73 m² (date unknown).",
                "Blood culture: no growth (4 May 2026).",
            ]
        );
    }

    #[test]
    fn of_many_values_the_letter_tells_the_last_the_first_and_how_many_lie_between() {
        let list: Vec<Value> = (1..=6)
            .map(|month| {
                json!({"what": "esr", "value": month * 10, "unit": "mm/h", "when": format!("2026-0{month}-03")})
            })
            .collect();
        assert_eq!(
            said(&json!(list), Extent::Ends),
            ["ESR: last 60 mm/h (3 Jun 2026), first 10 mm/h (3 Jan 2026), 4 between them."]
        );
        assert!(said(&json!(list), Extent::All)[0].contains("40 mm/h (3 Apr 2026)"));
    }

    #[test]
    fn a_body_mass_index_names_the_height_and_its_date() {
        let readings = json!([
            {"what": "weight", "value": 85, "unit": "kg", "when": "3 May 2026"},
            {"what": "height", "value": 175, "unit": "cm", "when": "2019"}
        ]);
        let index = said(&readings, Extent::Ends)
            .into_iter()
            .find(|line| line.contains("index"));
        assert_eq!(
            index.as_deref(),
            Some("Body mass index: 27.8 kg/m², with the height of 175 cm of 2019 (3 May 2026).")
        );
    }

    #[test]
    fn a_value_is_judged_by_no_range_but_the_one_beside_it() {
        let readings = json!([{"what": "crp", "value": 400, "unit": "mg/L", "when": "3 May 2026"}]);
        assert_eq!(said(&readings, Extent::All), ["CRP: 400 mg/L (3 May 2026)."]);
    }
}
