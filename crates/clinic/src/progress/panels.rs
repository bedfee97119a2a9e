//! The panels of the chart: each measure on its own axis over the whole range of the instrument, with its own direction
//! and its own change that matters.

use super::{span, verdicts::taken};
use crate::words::{say, say_with};
use crate::{
    own_rules::OwnRules,
    record::Record,
    words::{self, Word},
};
use lamina_charts::{ChangeBand, Panel, Point, Series};
use lamina_domain::{
    Measure, Score,
    change::{Thresholds, amount, compare},
    instrument::{Better, ChangeUse, Instrument},
    score::{Key, Site},
};

/// A line is not drawn between values a year or more apart.
const GAP_DAYS: u32 = 365;

/// One line with the measure that it draws.
struct Line<'a> {
    series: Series,
    scores: Vec<&'a Score>,
}

/// Pain, disability, then every other instrument in the order in which it was first taken. `chosen` are the scores
/// that change is counted from, where they were picked.
pub(super) fn panels(record: &Record, rules: &OwnRules, chosen: &[&Score]) -> Vec<Panel> {
    let mut instruments: Vec<&Instrument> = Vec::new();
    for score in record.scores.iter().filter(|score| drawable(score)) {
        if let Some(one) = taken(&score.measure)
            && !instruments.iter().any(|known| known.id == one.instrument.id)
        {
            instruments.push(one.instrument);
        }
    }
    // Pain and disability come first wherever they are; the others keep their order.
    instruments.sort_by_key(|one| match one.id.as_str() {
        "nrs" => 0,
        "odi" => 1,
        _ => 2,
    });
    instruments
        .into_iter()
        .map(|instrument| panel(instrument, record, rules, chosen))
        .collect()
}

/// A number of a measure that means something over time, whatever is known of its date.
pub(super) fn counts(score: &Score) -> bool {
    score.measure.value().is_some()
        && taken(&score.measure).is_some_and(|one| one.instrument.change != ChangeUse::Nothing)
}

/// As [`counts`], with a date that has a place on the axis.
pub(super) fn drawable(score: &Score) -> bool {
    counts(score) && score.when.span().is_some()
}

fn panel(instrument: &Instrument, record: &Record, rules: &OwnRules, chosen: &[&Score]) -> Panel {
    let lines = lines(instrument, record);
    let most = lines
        .iter()
        .flat_map(|line| &line.series.points)
        .map(|point| point.value)
        .fold(0.0, f64::max);
    let band = band(instrument, &lines, &rules.thresholds, chosen);
    let direction = match instrument.better {
        Better::Lower => "lower is better",
        Better::Higher => "higher is better",
        Better::Neither => "neither way is better",
    };
    let direction_label = match (&band, lines.len()) {
        (None, 2..) => say_with(
            "chart-no-change-band-none-of-these",
            [("direction", direction.to_string().into())],
        ),
        _ => direction.to_owned(),
    };
    Panel {
        title: title(instrument),
        direction_label,
        range: match instrument.max {
            Some(max) => (instrument.min, max),
            // A measured size begins at nothing, even where nothing can't be a result.
            None => (0.0, ceiling(most)),
        },
        unit: match instrument.unit.as_str() {
            "points" => String::new(),
            unit => unit.to_owned(),
        },
        series: lines.into_iter().map(|line| line.series).collect(),
        band,
        ..Panel::default()
    }
}

fn title(instrument: &Instrument) -> String {
    match instrument.id.as_str() {
        "nrs" => say("chart-pain-0-to-10"),
        "odi" => say("chart-disability-odi"),
        _ if instrument.full_name.starts_with(&instrument.name) => instrument.full_name.clone(),
        _ => format!("{} ({})", instrument.full_name, instrument.name),
    }
}

fn lines<'a>(instrument: &Instrument, record: &'a Record) -> Vec<Line<'a>> {
    let mut lines: Vec<(Key<'a>, Line<'a>)> = Vec::new();
    for score in record.scores.iter().filter(|score| drawable(score)) {
        let own = taken(&score.measure).is_some_and(|one| one.instrument.id == instrument.id);
        let (true, Some(value), Some(at)) = (own, score.measure.value(), span(&score.when)) else {
            continue;
        };
        let key = score.measure.key();
        let point = Point {
            at,
            value,
            note: score.note.as_ref().map(ToString::to_string),
        };
        let place = lines.iter().position(|(known, _)| *known == key);
        match place.and_then(|place| lines.get_mut(place)) {
            Some((_, line)) => {
                line.series.points.push(point);
                line.scores.push(score);
            }
            None => {
                let (style, name) = look(&score.measure, lines.len());
                let series = Series {
                    name,
                    style,
                    points: vec![point],
                    gap_days: GAP_DAYS,
                };
                let scores = vec![score];
                lines.push((key, Line { series, scores }));
            }
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Mark and name of a line: sites keep their marks, versions take them in turn.
fn look(measure: &Measure, place: usize) -> (usize, String) {
    match measure {
        Measure::Nrs { site, .. } => {
            let style = match site {
                Site::Back => 0,
                Site::Leg => 1,
                Site::Neck => 2,
                Site::Arm => 3,
                Site::NotSplit => 4,
            };
            (style, capital(&site.word()))
        }
        _ => (place, words::measure(measure)),
    }
}

/// The change that matters around the baseline of a line. With several lines a band is drawn where one of them
/// alone was chosen, since a single band would be read as the band of all.
fn band(
    instrument: &Instrument,
    lines: &[Line<'_>],
    thresholds: &Thresholds,
    chosen: &[&Score],
) -> Option<ChangeBand> {
    let picked: Vec<(&Line<'_>, &Score)> = chosen
        .iter()
        .filter(|score| drawable(score))
        .filter_map(|score| {
            let key = score.measure.key();
            let line = lines
                .iter()
                .find(|line| line.scores.iter().any(|one| one.measure.key() == key))?;
            Some((line, *score))
        })
        .collect();
    let (line, from) = match (picked.as_slice(), lines) {
        ([picked], _) => *picked,
        ([], [only]) => (only, *only.scores.iter().min_by_key(|score| score.when.span())?),
        _ => return None,
    };
    if line.scores.len() < 2 {
        return None;
    }
    let at = span(&from.when)?;
    let baseline = taken(&from.measure)?;
    let value = baseline.value?;
    // A score set beside itself gives the figures that hold for it as a baseline.
    let figures = compare(baseline, baseline, thresholds).ok()?;
    let (threshold, words, source) = match (figures.by_points, figures.by_percent) {
        (Some(points), _) => (points.amount, amount(instrument, points.amount), points.source),
        (None, Some(percent)) => {
            let threshold = value * percent.amount / 100.0;
            let words = say_with("chart-of-it", [("amount", percent.amount.to_string().into())]);
            (threshold, words, percent.source)
        }
        (None, None) => return None,
    };
    let of = if lines.len() > 1 {
        say_with("chart-change", [("name", line.series.name.to_string().into())])
    } else {
        say("chart-change-2")
    };
    Some(ChangeBand {
        baseline_value: value,
        baseline_date: at.to,
        threshold,
        label: say_with(
            "chart-that-matters-from",
            [
                ("of", of.to_string().into()),
                ("words", words.to_string().into()),
                ("source", source.to_string().into()),
                ("value", value.to_string().into()),
                ("when", from.when.to_string().into()),
            ],
        ),
        lower_is_better: instrument.better == Better::Lower,
    })
}

/// The end of an axis without a highest score: a round number that holds every value with some room.
fn ceiling(most: f64) -> f64 {
    let room = (most * 1.1).max(10.0);
    let magnitude = 10_f64.powf(room.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|step| step * magnitude)
        .find(|end| *end >= room)
        .unwrap_or(room)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::tests::{TWO, record};

    fn of(scores: &str, chosen: Option<usize>) -> Vec<Panel> {
        let record = record(scores);
        let chosen: Vec<&Score> = chosen.and_then(|at| record.scores.get(at)).into_iter().collect();
        panels(&record, &OwnRules::default(), &chosen)
    }

    fn total(id: &str, total: f64, when: &str) -> String {
        format!(r#"{{"measure":"instrument","instrument":"{id}","total":{total},"when":"{when}"}}"#)
    }

    const PAIN: &str = r#"{"measure":"nrs","site":"back","value":8,"when":"2022"},{"measure":"nrs","site":"leg","value":7,"when":"2022"},
        {"measure":"nrs","site":"back","value":6,"when":"2023"},{"measure":"nrs","site":"leg","value":3,"when":"2023"}"#;

    #[test]
    fn trap_07_each_panel_has_its_own_range_and_its_own_better_way() {
        let list = [
            TWO.to_owned(),
            total("eq-vas", 50.0, "2023"),
            total("6mwt", 412.0, "2023"),
            total("6mwt", 380.0, "2024"),
            total("tug", 14.0, "2023"),
            total("tug", 12.0, "2024"),
        ];
        let panels = of(&list.join(","), None);
        let seen: Vec<(&str, (f64, f64))> = panels
            .iter()
            .map(|panel| (panel.direction_label.as_str(), panel.range))
            .collect();
        assert_eq!(
            seen,
            [
                ("lower is better", (0.0, 100.0)),
                ("higher is better", (0.0, 100.0)),
                ("higher is better", (0.0, 500.0)),
                ("lower is better", (0.0, 20.0)),
            ]
        );
        let tug = panels[3].band.as_ref().unwrap();
        assert!(tug.lower_is_better);
        assert_eq!(tug.label, "Change that matters: 1.3 s (BMC 2019) from 14 (2023)");
        assert!(panels[2].band.is_none(), "nothing is established for the 6MWT");
    }

    #[test]
    fn several_lines_have_a_band_only_for_the_chosen_one_and_the_key_says_so() {
        let panel = of(PAIN, None).remove(0);
        assert!(panel.band.is_none());
        assert!(
            panel.direction_label.contains("no change band"),
            "{}",
            panel.direction_label
        );
        let panel = of(PAIN, Some(1)).remove(0);
        assert_eq!(panel.direction_label, "lower is better");
        assert_eq!(
            panel.band.unwrap().label,
            "Leg: change that matters: 2 points (Ostelo 2008) from 7 (2022)"
        );
    }

    #[test]
    fn a_limit_of_the_clinic_makes_the_band_and_is_named_in_its_key() {
        let set = serde_json::json!({
            "id": "change.matters.odi", "value": "12 points", "who": "Dr Example", "on": "2026-05-03", "why": "agreed",
        });
        let (rules, _) = OwnRules::of(&[set]);
        let band = panels(&record(TWO), &rules, &[]).remove(0).band.unwrap();
        assert!((band.threshold - 12.0).abs() < 1e-9);
        assert_eq!(
            band.label,
            "Change that matters: 12 points (the clinic's own: Dr Example, 3 May 2026) from 58 (3 May 2024)"
        );
    }

    #[test]
    fn trap_01_and_08_what_has_no_number_is_never_drawn() {
        let list = r#"{"measure":"instrument","instrument":"phq-2","answers":[1,null],"when":"2025"},
            {"measure":"instrument","instrument":"pgic","answers":["much_better"],"when":"2024"},
            {"measure":"instrument","instrument":"tug","answers":["unable"],"when":"2024"}"#;
        assert!(of(list, None).is_empty());
    }

    #[test]
    fn what_only_sorts_is_not_drawn_over_time() {
        let list = [total("dn4", 4.0, "2023"), total("dn4", 3.0, "2024")].join(",");
        assert!(of(&list, None).is_empty());
    }

    #[test]
    fn trap_05_versions_are_lines_of_their_own() {
        let list = r#"{"measure":"odi","value":58,"version":"1.0","when":"2023"},{"measure":"odi","value":42,"version":"2.1a","when":"2024"}"#;
        let panel = of(list, None).remove(0);
        assert_eq!(panel.series.len(), 2);
        assert!(panel.band.is_none());
    }

    #[test]
    fn a_percent_of_the_baseline_makes_a_band() {
        let list = [total("peg", 7.0, "2023"), total("peg", 4.0, "2024")].join(",");
        let band = of(&list, None).remove(0).band.unwrap();
        assert!((band.threshold - 2.1).abs() < 1e-9);
        assert_eq!(
            band.label,
            "Change that matters: 30 % of it (PEG practice, CDC 2022) from 7 (2023)"
        );
    }
}
