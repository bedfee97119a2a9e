//! Numbers that an examination gives, as axes. What an examination measures is told by [`numbers`] alone.

use super::{Amount, Axis, GAP_DAYS, Value, Way, entry};
use crate::{
    progress::{lines::span, panels::capital},
    record::Record,
    words::{Word, say_with},
};
use lamina_api::progress::LineGroup;
use lamina_domain::{Examination, Noun, examination::found::TensionTest};

/// One number of an examination.
struct Number {
    /// What it is of, the same in every record: `straight_leg_raise`.
    code: String,
    /// The same in words.
    title: String,
    /// The side, in words; empty where it has none.
    side: String,
    value: f64,
    unit: &'static str,
    way: Way,
    /// What was found beside it.
    notes: Vec<String>,
}

/// Every number of an examination.
fn numbers(examination: &Examination) -> Vec<Number> {
    let tension = examination.tension.iter().filter_map(|one| {
        let angle = one.angle?;
        let code = serde_json::to_value(one.test).ok()?;
        Some(Number {
            code: code.as_str()?.to_owned(),
            title: capital(&one.test.word()),
            side: one.side.word(),
            value: f64::from(angle.get()),
            unit: "°",
            way: match one.test {
                TensionTest::StraightLegRaise | TensionTest::CrossedStraightLegRaise => Way::Higher,
                TensionTest::Slump | TensionTest::FemoralStretch => Way::Neither,
            },
            notes: one.reproduced.map(|found| found.word()).into_iter().collect(),
        })
    });
    tension.collect()
}

/// The axes of what was examined, in the order in which it was first measured.
pub(super) fn examined(record: &Record) -> Vec<Axis> {
    let mut axes: Vec<Axis> = Vec::new();
    for kept in &record.examinations {
        for number in numbers(kept) {
            let key = format!("examination:{}", number.code);
            let place = axes.iter().position(|axis| axis.key == key);
            let at = place.unwrap_or(axes.len());
            if place.is_none() {
                axes.push(Axis {
                    key,
                    group: LineGroup::Examination,
                    title: number.title,
                    unit: number.unit.to_owned(),
                    way: number.way,
                    cut: false,
                    gap_days: GAP_DAYS,
                    values: Vec::new(),
                });
            }
            let Some(axis) = axes.get_mut(at) else { continue };
            axis.values.push(Value {
                line: number.side,
                amount: Amount::Number(number.value, None),
                at: span(record, &kept.when),
                shown: say_with!(
                    "chart-with-unit",
                    [
                        ("value", number.value.to_string().into()),
                        ("unit", number.unit.into())
                    ]
                ),
                when: kept.when,
                notes: number.notes,
                range: None,
                entry: entry(Noun::Examination, kept),
            });
        }
    }
    axes
}
