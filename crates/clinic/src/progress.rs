//! The progress chart of a record: pain by site and disability over true time, with operations and treatments
//! marked and the minimal important change from the baseline drawn as a band.
//!
//! A value whose date is not known is never placed in time; it is counted, and stands in the table of scores.

use crate::{
    record::Record,
    words::{self, Word},
};
use chrono::NaiveDate;
use lamina_charts::{
    ChangeBand, ChartError, Event, EventKind, Labels, Palette, Panel, Point, ProgressChart, Series, Span,
    render_svg, screen_height,
};
use lamina_domain::{
    When,
    change::{self, Important},
    score::{Measure, Score, Site},
};

/// A line is not drawn between values a year or more apart.
const GAP_DAYS: u32 = 365;

/// A chart, and what could not be placed in it.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The drawing.
    pub chart: ProgressChart,
    /// How many pain and disability scores have no date that can be placed.
    pub not_placed: usize,
}

/// The chart of `record` as of `today`, with change counted from the first score of each measure.
pub fn progress(record: &Record, today: NaiveDate) -> Progress {
    progress_from(record, today, None)
}

/// As [`progress`], with change counted from the score at position `baseline` of the record where one is chosen.
pub fn progress_from(record: &Record, today: NaiveDate, baseline: Option<usize>) -> Progress {
    let chosen = baseline.and_then(|at| record.scores.get(at));
    let pain = panel(
        "Pain, 0 to 10",
        (0.0, 10.0),
        "",
        change::NRS,
        (record, chosen),
        |measure| match measure {
            Measure::Nrs { site, .. } => Some((style(*site), capital(&site.word()))),
            _ => None,
        },
    );
    let disability = panel(
        "Disability (ODI)",
        (0.0, 100.0),
        "%",
        change::ODI,
        (record, chosen),
        |measure| match measure {
            Measure::Odi { .. } => Some((0, words::measure(measure))),
            _ => None,
        },
    );
    let not_placed = record
        .scores
        .iter()
        .filter(|score| !matches!(score.measure, Measure::Number { .. }) && span(&score.when).is_none())
        .count();
    let panels: Vec<Panel> = [pain, disability].into_iter().flatten().collect();
    let start = record
        .scores
        .iter()
        .filter_map(|score| span(&score.when))
        .map(|span| span.from)
        .min();
    let chart = ProgressChart {
        title: String::new(),
        panels,
        events: events(record),
        start: start.unwrap_or(today).min(today),
        end: today,
        labels: labels(),
    };
    Progress { chart, not_placed }
}

/// The chart of `record` as SVG, `width` pixels wide.
///
/// # Errors
/// What the drawing can't show truthfully or at this width.
pub fn progress_svg(record: &Record, today: NaiveDate, width: u32) -> Result<String, ChartError> {
    drawn(&progress(record, today).chart, width, &Palette::LIGHT)
}

/// A chart as SVG, `width` pixels wide.
pub(crate) fn drawn(chart: &ProgressChart, width: u32, palette: &Palette) -> Result<String, ChartError> {
    let height = screen_height(chart, width)?;
    render_svg(chart, (width, height), palette).map(|rendered| rendered.svg)
}

fn panel(
    title: &str,
    range: (f64, f64),
    unit: &str,
    matters: Important,
    (record, chosen): (&Record, Option<&Score>),
    belongs: impl Fn(&Measure) -> Option<(usize, String)>,
) -> Option<Panel> {
    let mut series: Vec<(String, Series)> = Vec::new();
    for score in &record.scores {
        let (Some((style, name)), Some(at)) = (belongs(&score.measure), span(&score.when)) else {
            continue;
        };
        let point = Point {
            at,
            value: score.measure.value(),
            note: score.note.as_ref().map(ToString::to_string),
        };
        let key = score.measure.key();
        match series.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.points.push(point),
            None => series.push((
                key,
                Series {
                    name,
                    style,
                    points: vec![point],
                    gap_days: GAP_DAYS,
                },
            )),
        }
    }
    if series.is_empty() {
        return None;
    }
    // With several lines a single band would be read as the band of all of them.
    let band = match series.as_slice() {
        [(key, only)] => baseline(only, key, chosen).map(|first| ChangeBand {
            baseline_value: first.value,
            baseline_date: first.at.to,
            threshold: matters.points,
            label: format!(
                "Change that matters: {} points ({}) from {} on {}",
                matters.points,
                matters.source,
                first.value,
                first.at.to.format("%-d %b %Y")
            ),
            lower_is_better: true,
        }),
        _ => None,
    };
    Some(Panel {
        title: title.to_owned(),
        direction_label: "lower is better".to_owned(),
        range,
        unit: unit.to_owned(),
        series: series.into_iter().map(|(_, series)| series).collect(),
        band,
    })
}

/// The point that change is counted from: the chosen score where it is one of this line, else the first.
fn baseline<'a>(series: &'a Series, key: &str, chosen: Option<&Score>) -> Option<&'a Point> {
    if series.points.len() < 2 {
        return None;
    }
    let picked = chosen
        .filter(|score| score.measure.key() == key)
        .and_then(|score| span(&score.when))
        .and_then(|at| series.points.iter().find(|point| point.at == at));
    picked.or_else(|| series.points.iter().min_by_key(|point| point.at.from))
}

fn events(record: &Record) -> Vec<Event> {
    let operations = record.surgeries.iter().map(|surgery| {
        let what: Vec<String> = surgery.procedures.iter().map(ToString::to_string).collect();
        (
            &surgery.when,
            None,
            EventKind::Operation,
            format!("{} {}", what.join(", "), surgery.levels),
        )
    });
    let treatments = record.treatments.iter().map(|treatment| {
        (
            &treatment.started,
            Some(&treatment.ended),
            EventKind::TreatmentStart,
            treatment.name.to_string(),
        )
    });
    let mut placed: Vec<Event> = operations
        .chain(treatments)
        .filter_map(|(when, ended, kind, label)| {
            let at = span(when)?;
            let label = format!("{}, {when}", label.trim());
            Some(match ended.and_then(|ended| Some((ended, span(ended)?))) {
                Some((ended, end)) if end.to >= at.from => Event {
                    at: Span {
                        from: at.from,
                        to: end.to,
                    },
                    label: format!("{label} to {ended}"),
                    kind: EventKind::TreatmentPeriod,
                    number: 0,
                },
                _ => Event {
                    at,
                    label,
                    kind,
                    number: 0,
                },
            })
        })
        .collect();
    placed.sort_by_key(|event| event.at.from);
    for (number, event) in (1..).zip(&mut placed) {
        event.number = number;
    }
    placed
}

fn span(when: &When) -> Option<Span> {
    when.span().map(|(from, to)| Span { from, to })
}

fn style(site: Site) -> usize {
    match site {
        Site::Back => 0,
        Site::Leg => 1,
        Site::Neck => 2,
        Site::Arm => 3,
        Site::NotSplit => 4,
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn labels() -> Labels {
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    Labels {
        empty: "No score with a date yet".to_owned(),
        description: "Scores over time with operations and treatments marked".to_owned(),
        months: months.map(str::to_owned),
        imprecise: "Bar: the day is not known".to_owned(),
        better: "better".to_owned(),
        worse: "worse".to_owned(),
    }
}

/// The verdict between the first and the last dated score of each measure, in words that letter and screen share.
pub fn verdicts(record: &Record) -> Vec<String> {
    let mut by_measure: Vec<(String, Vec<&Score>)> = Vec::new();
    for score in record.scores.iter().filter(|score| score.when.span().is_some()) {
        let key = score.measure.key();
        match by_measure.iter_mut().find(|(known, _)| *known == key) {
            Some((_, scores)) => scores.push(score),
            None => by_measure.push((key, vec![score])),
        }
    }
    by_measure
        .into_iter()
        .filter_map(|(_, scores)| verdict(scores))
        .collect()
}

fn verdict(mut scores: Vec<&Score>) -> Option<String> {
    scores.sort_by_key(|score| score.when.span());
    let [first, .., last] = scores.as_slice() else {
        return None;
    };
    let judged = change_words(first, last)?;
    let (from, to) = (first.measure.value(), last.measure.value());
    let name = words::measure(&first.measure);
    Some(format!(
        "{name}: {from} ({}) to {to} ({}): {judged}",
        first.when, last.when
    ))
}

/// How a score compares with an earlier one of the same measure, in words; nothing where the two can't be compared.
pub(crate) fn change_words(first: &Score, last: &Score) -> Option<String> {
    if first.measure.key() != last.measure.key() {
        return None;
    }
    let matters = match first.measure {
        Measure::Nrs { .. } => change::NRS,
        Measure::Odi { .. } => change::ODI,
        Measure::Number { .. } => return None,
    };
    let (from, to) = (first.measure.value(), last.measure.value());
    let change = change::lower_is_better(from, to, matters);
    let points = (change.points.abs() * 10.0).round() / 10.0;
    Some(match (change.direction, change.important) {
        (change::Direction::Same, _) => "no change".to_owned(),
        (direction, important) => {
            let way = if direction == change::Direction::Better {
                "better"
            } else {
                "worse"
            };
            let than = if important { "at least" } else { "less than" };
            format!(
                "{points} points {way}, {than} the {} that matter ({})",
                matters.points, matters.source
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Document;

    fn record(scores: &str) -> Record {
        let json = format!(
            r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},
            "surgeries":[{{"procedures":["fusion"],"levels":"L4-S1","when":"2018"}}],"scores":[{scores}]}}]}}"#
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Document::read(json.as_bytes(), today).unwrap().patients.remove(0)
    }

    const TWO: &str =
        r#"{"measure":"odi","value":58,"when":"3 May 2024"},{"measure":"odi","value":42,"when":"Nov 2024"}"#;

    #[test]
    fn the_verdict_says_points_and_what_matters() {
        assert_eq!(
            verdicts(&record(TWO)),
            [
                "ODI: 58 (3 May 2024) to 42 (Nov 2024): 16 points better, at least the 10 that matter (Ostelo 2008)"
            ]
        );
    }

    #[test]
    fn undated_scores_are_counted_and_not_placed() {
        let scores =
            format!(r#"{TWO},{{"measure":"nrs","site":"leg","value":7,"when":"after operation 1"}}"#);
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let progress = progress(&record(&scores), today);
        assert_eq!(progress.not_placed, 1);
        assert_eq!(
            progress.chart.panels.len(),
            1,
            "a panel is not drawn for a value that has no place in time"
        );
        assert_eq!(progress.chart.events.len(), 1);
        assert!(progress.chart.panels[0].band.is_some());
    }

    #[test]
    fn a_treatment_that_ended_is_a_period_with_both_dates_in_its_words() {
        let mut record = record(TWO);
        let drug = r#"{"kind":"drug","name":"pregabalin","started":"Jan 2022","ended":"Aug 2022"}"#;
        record.treatments.push(serde_json::from_str(drug).unwrap());
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let events = progress(&record, today).chart.events;
        assert_eq!(events[1].kind, EventKind::TreatmentPeriod);
        assert_eq!(events[1].label, "pregabalin, Jan 2022 to Aug 2022");
        assert_eq!(
            events[1].at.to.to_string(),
            "2022-08-31",
            "a month ends with its last day"
        );
    }

    #[test]
    fn a_single_score_has_no_verdict() {
        assert!(verdicts(&record(r#"{"measure":"odi","value":58,"when":"2024"}"#)).is_empty());
    }
}
