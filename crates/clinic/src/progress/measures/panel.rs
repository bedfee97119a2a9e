//! An axis of what was measured as a panel of the chart.

use super::{Amount, Axis, Value, Way};
use crate::{
    progress::panels::ceiling,
    words::{say, say_with},
};
use lamina_charts::{Caption, Panel, PanelWords, Point, Reported, Series, Tag, TagKind};

/// An axis from nothing reaches so far at least.
const LEAST: f64 = 0.1;

/// The panel of an axis; nothing where no number has a place in time.
pub(in crate::progress) fn panel(axis: &Axis) -> Option<Panel> {
    let mut lines: Vec<&str> = Vec::new();
    for value in &axis.values {
        if !lines.contains(&value.line.as_str()) {
            lines.push(&value.line);
        }
    }
    let series: Vec<Series> = (0..)
        .zip(&lines)
        .map(|(style, line)| series(axis, style, line))
        .collect();
    let numbers: Vec<f64> = series
        .iter()
        .flat_map(|one| &one.points)
        .map(|point| point.value)
        .collect();
    let reported = reported(axis);
    let ends = reported.iter().flat_map(|one| [one.low, one.high]).flatten();
    let range = range_of(numbers.iter().copied().chain(ends), axis.cut)?;
    if numbers.is_empty() {
        return None;
    }
    let way = direction(axis.way);
    Some(Panel {
        title: axis.title.clone(),
        direction_label: match range.0 > 0.0 {
            true => say_with!(
                "chart-axis-begins-at",
                [("direction", way.into()), ("value", range.0.to_string().into())],
            ),
            false => way,
        },
        range,
        unit: axis.unit.clone(),
        series,
        reported,
        tags: axis.values.iter().filter_map(|value| tag(axis, value)).collect(),
        words: PanelWords {
            rest: say!("chart-unlimited"),
            limit: say!("chart-limit"),
            ..PanelWords::default()
        },
        ..Panel::default()
    })
}

fn direction(way: Way) -> String {
    match way {
        Way::Higher => say!("chart-higher-is-better"),
        Way::Neither => say!("chart-neither-way-is-better"),
    }
}

fn series(axis: &Axis, style: usize, line: &str) -> Series {
    let own = axis.values.iter().filter(|value| value.line == line);
    Series {
        name: match line {
            "" => axis.title.clone(),
            line => line.to_owned(),
        },
        style,
        points: own
            .filter_map(|value| match value.amount {
                Amount::Number(number, limit) => Some(Point {
                    at: value.at?,
                    value: number,
                    limit,
                    told: told(axis, value),
                }),
                Amount::Unlimited => None,
            })
            .collect(),
        gap_days: axis.gap_days,
    }
}

/// What is told of a value where it is pointed at.
pub(in crate::progress) fn told(axis: &Axis, value: &Value) -> Caption {
    Caption {
        measure: name(axis, value),
        value: value.shown.clone(),
        when: value.when.to_string(),
        notes: value.notes.clone(),
    }
}

/// The axis with the line: "Straight-leg raise, left".
pub(super) fn name(axis: &Axis, value: &Value) -> String {
    match value.line.as_str() {
        "" => axis.title.clone(),
        line => format!("{}, {line}", axis.title),
    }
}

/// What has no number and happened on a known day.
fn tag(axis: &Axis, value: &Value) -> Option<Tag> {
    let at = value
        .at
        .filter(|at| at.is_day() && value.amount == Amount::Unlimited)?;
    Some(Tag {
        at: at.from,
        kind: TagKind::Rest,
        told: told(axis, value),
    })
}

/// The range that stood beside every value alike, in the unit of the axis.
fn reported(axis: &Axis) -> Option<Reported> {
    let rounded = |end: f64| (end * 1e6).round() / 1e6;
    let of = |value: &Value| {
        let (low, high) = value.range?;
        Some((low.map(rounded), high.map(rounded)))
    };
    let first = axis.values.first().and_then(of)?;
    if !axis.values.iter().all(|value| of(value) == Some(first)) {
        return None;
    }
    let (low, high) = first;
    let number = |end: f64| lamina_domain::change::number(end);
    let label = match (low, high) {
        (Some(low), Some(high)) => say_with!(
            "chart-reported-between",
            [("low", number(low).into()), ("high", number(high).into())],
        ),
        (Some(low), None) => say_with!("chart-reported-from", [("low", number(low).into())]),
        (None, Some(high)) => say_with!("chart-reported-to", [("high", number(high).into())]),
        (None, None) => return None,
    };
    Some(Reported { low, high, label })
}

/// An axis that holds every number with some room: from nothing, or where it may be cut, from a round number below them. It
/// says so then.
fn range_of(numbers: impl Iterator<Item = f64>, cut: bool) -> Option<(f64, f64)> {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for number in numbers {
        least = least.min(number);
        most = most.max(number);
    }
    if !(least.is_finite() && most.is_finite()) {
        return None;
    }
    if !cut {
        let low = if least < 0.0 { -ceiling(-least, LEAST) } else { 0.0 };
        return Some((low, ceiling(most.max(0.0), LEAST)));
    }
    let room = (most - least).max(most.abs() * 0.05).max(1.0);
    let step = 10_f64.powf(room.log10().floor());
    let low = (((least - room) / step).floor() * step).max(0.0);
    let high = ((most + room) / step).ceil() * step;
    let short = |value: f64| (value * 1e6).round() / 1e6;
    Some((short(low), short(high)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::record, progress::measures::axes};
    use lamina_charts::Limit;
    use serde_json::json;

    fn panels(lists: &serde_json::Value) -> Vec<Panel> {
        axes(&record(lists)).iter().filter_map(panel).collect()
    }

    #[test]
    fn trap_46_each_kind_has_its_own_axis_with_its_unit_and_two_kinds_never_share_one() {
        let drawn = panels(&json!({
            "readings": [
                {"what": "crp", "value": 85, "unit": "mg/L", "when": "3 May 2026"},
                {"what": "esr", "value": 40, "unit": "mm/h", "when": "3 May 2026"},
                {"what": "egfr", "value": 71, "unit": "mL/min", "when": "3 May 2026"},
                {"what": "egfr", "value": 71, "unit": "mL/min/1.73 m²", "when": "3 May 2026"},
                {"what": "other", "name": "Ferritin", "value": 44, "unit": "µg/L", "when": "3 May 2026"},
                {"what": "other", "name": "ferritin", "value": 40, "unit": "µg/L", "when": "3 Jun 2026"}
            ],
            "examinations": [{"when": "3 May 2026", "tension": [
                {"test": "straight_leg_raise", "side": "left", "angle": 40},
                {"test": "straight_leg_raise", "side": "right", "angle": 80}
            ]}]
        }));
        let seen: Vec<(&str, &str, usize)> = drawn
            .iter()
            .map(|one| (one.title.as_str(), one.unit.as_str(), one.series.len()))
            .collect();
        assert_eq!(
            seen,
            [
                ("CRP", "mg/L", 1),
                ("ESR", "mm/h", 1),
                ("eGFR", "mL/min", 1),
                ("eGFR", "mL/min/1.73 m²", 1),
                ("Ferritin", "µg/L", 1),
                ("Straight-leg raise", "°", 2),
            ]
        );
    }

    #[test]
    fn trap_07_a_laboratory_value_has_no_better_way_and_a_tolerance_has() {
        let drawn = panels(&json!({
            "readings": [{"what": "crp", "value": 85, "unit": "mg/L", "when": "3 May 2026"}],
            "symptoms": [
                {"site": "low back", "sitting": {"value": "20 min"}, "intensity": {"value": 6}, "intensity_when": "3 May 2026"},
                {"site": "leg", "sitting": {"value": "unlimited"}, "intensity": {"value": 6}, "intensity_when": "4 May 2026"}
            ]
        }));
        assert_eq!(drawn[0].direction_label, "neither way is better by itself");
        assert_eq!(drawn[1].direction_label, "higher is better");
        assert!(
            drawn[1].band.is_none() && drawn[0].band.is_none(),
            "no change that matters is drawn"
        );
        assert_eq!(drawn[1].tags.len(), 1, "no limit is an event and no number");
    }

    #[test]
    fn trap_26_units_of_one_kind_are_drawn_in_one_and_each_says_how_it_was_reported() {
        let drawn = panels(&json!({"readings": [
            {"what": "crp", "value": 1.2, "unit": "mg/dL", "when": "3 May 2026", "reference": "0-0.5"},
            {"what": "crp", "value": 8, "unit": "mg/L", "when": "3 Jun 2026", "reference": "0-5"}
        ]}));
        let points = &drawn[0].series[0].points;
        assert_eq!((points[0].value, points[1].value), (12.0, 8.0));
        assert_eq!(points[0].told.value, "1.2 mg/dL");
        assert_eq!(points[0].told.notes[0], "which is 12 mg/L");
        let reported = drawn[0].reported.as_ref().unwrap();
        assert_eq!(
            (reported.low, reported.high),
            (Some(0.0), Some(5.0)),
            "one range in two units"
        );
    }

    #[test]
    fn a_limit_is_marked_and_a_range_is_drawn_only_where_all_values_have_the_same() {
        let drawn = panels(&json!({"readings": [
            {"what": "crp", "comparator": "<", "value": 5, "unit": "mg/L", "when": "3 May 2026", "reference": "<5"},
            {"what": "crp", "value": 8, "unit": "mg/L", "when": "3 Jun 2026", "reference": "0-10"}
        ]}));
        assert_eq!(drawn[0].series[0].points[0].limit, Some(Limit::Below));
        assert_eq!(drawn[0].series[0].points[1].limit, None);
        assert!(drawn[0].reported.is_none());
    }

    #[test]
    fn trap_46_an_axis_that_does_not_begin_at_nothing_says_so() {
        let drawn = panels(&json!({"readings": [
            {"what": "weight", "value": 85, "unit": "kg", "when": "3 May 2026"},
            {"what": "weight", "value": 81, "unit": "kg", "when": "3 Jul 2026"}
        ]}));
        let (low, high) = drawn[0].range;
        assert!(low > 0.0 && low < 81.0 && high > 85.0, "{low} {high}");
        assert!(drawn[0].direction_label.contains(&format!("begins at {low}")));
    }

    #[test]
    fn an_axis_holds_every_number() {
        for (numbers, cut) in [
            (vec![-1.5, 2.0], false),
            (vec![0.0], false),
            (vec![36.6, 40.1], true),
            (vec![3.0], true),
        ] {
            let (low, high) = range_of(numbers.iter().copied(), cut).unwrap();
            assert!(
                numbers.iter().all(|one| (low..=high).contains(one)) && low < high,
                "{numbers:?}"
            );
        }
        assert_eq!(range_of(std::iter::empty(), false), None);
    }
}
