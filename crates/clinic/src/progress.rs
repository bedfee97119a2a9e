//! The progress chart of a record: a panel for pain, disability, every other instrument and every free measure over true
//! time, with operations and treatments marked and the change that matters from the baseline drawn as a band.
//!
//! A value stands where its date, or the date of what it is counted from, puts it, as wide as that is known. One without a
//! place in time is never placed; it is counted, and stands in the table of scores. Where none has a place, the chart is
//! a sequence and says so. A score without a number is never drawn. What was measured beside the scores is drawn where it
//! is chosen, each kind on its own axis.

mod chosen;
mod compared;
mod lines;
mod measures;
mod panels;
mod period;
mod points;
mod sequence;
mod tracks;
mod verdicts;

pub(crate) use chosen::{Selection, choices, measured_rows};
pub(crate) use compared::{between, change_words, taken};
pub(crate) use lines::{DatedScore, Line, best, latest, lines, span, worst};
pub(crate) use period::periods;
pub(crate) use tracks::{ends, with_tracks};
pub use verdicts::verdicts;
pub(crate) use verdicts::{sentences, verdicts_from, verdicts_of};

use crate::own_rules::OwnRules;
use crate::record::Record;
use crate::words::{say, say_with};
use chrono::{Months, NaiveDate};
use lamina_api::progress::{ChartPoint, Verdict};
use lamina_charts::{
    ChartError, Event, EventKind, Labels, Palette, ProgressChart, Span, render_svg, screen_height,
};
use lamina_domain::Score;

/// A chart, and what could not be placed in it.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The drawing, ready for screen or print.
    pub chart: ProgressChart,
    /// How many scores that would be drawn have no date that can be placed; none of a sequence.
    pub not_placed: usize,
    /// Whether no score has a place in time, so that the drawing is a sequence.
    pub sequence: bool,
}

/// The chart of `record` as of `today`, with change counted from the first score of each measure.
pub fn progress(record: &Record, rules: &OwnRules, today: NaiveDate) -> Progress {
    progress_from(record, rules, today, &Origin::default(), &Selection::default())
}

/// What change is counted from where that is not the first score of each measure.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origin<'a> {
    /// The chosen scores; a measure without one is counted from its first.
    pub(crate) scores: Vec<&'a Score>,
    /// What they are the baseline of, in words, where they were chosen as that.
    pub(crate) before: Option<String>,
}

/// As [`progress`], with change counted from the chosen scores, and what was chosen to be drawn.
pub(crate) fn progress_from(
    record: &Record,
    rules: &OwnRules,
    today: NaiveDate,
    origin: &Origin<'_>,
    chosen: &Selection,
) -> Progress {
    let mut lines = lines(record);
    lines.retain(|line| chosen.draws_line(line));
    let measured = chosen.panels(record);
    if measured.is_empty()
        && let Some(sequence) = sequence::sequence(record, &lines)
    {
        return in_sequence(&sequence, rules, today);
    }
    let open = lines.iter().flat_map(|line| &line.open);
    let not_placed = open.filter(|score| panels::counts(score)).count();
    let mut panels = panels::panels(&lines, rules, origin);
    panels.extend(measured);
    let points = panels
        .iter()
        .flat_map(|panel| &panel.series)
        .flat_map(|one| &one.points);
    let starts = lines.iter().flat_map(|line| &line.dated).map(|one| one.at.from);
    let start = starts.chain(points.map(|point| point.at.from)).min();
    let chart = ProgressChart {
        title: String::new(),
        panels,
        events: events(record),
        start: start.unwrap_or(today).min(today),
        end: today,
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels: labels(),
    };
    Progress {
        chart,
        not_placed,
        sequence: false,
    }
}

/// The chart of scores none of which has a place in time: neither operations nor bands, which would claim one.
fn in_sequence(sequence: &sequence::Sequence<'_>, rules: &OwnRules, today: NaiveDate) -> Progress {
    let mut panels = panels::panels(&sequence.lines, rules, &Origin::default());
    for panel in &mut panels {
        panel.band = None;
        for series in &mut panel.series {
            // What lies between two steps is not known.
            series.gap_days = 0;
        }
    }
    let labels = Labels {
        description: say!("chart-sequence-description"),
        ..labels()
    };
    Progress {
        chart: ProgressChart {
            title: String::new(),
            panels,
            events: Vec::new(),
            start: today,
            end: today,
            sequence: sequence.steps.clone(),
            tracks: Vec::new(),
            labels,
        },
        not_placed: 0,
        sequence: true,
    }
}

/// Most operations and treatments that a chart marks unasked; more would fill the page with their key.
pub(crate) const MARKED: usize = 14;

/// The chart with every operation and as many of the latest treatments as make `most` marks, and how many earlier treatments were
/// left out.
pub(crate) fn briefly(mut chart: ProgressChart, most: usize) -> (ProgressChart, usize) {
    let operations = chart
        .events
        .iter()
        .filter(|event| event.kind == EventKind::Operation)
        .count();
    let room = most.saturating_sub(operations);
    let treatments = chart.events.len() - operations;
    let mut left_out = treatments.saturating_sub(room);
    let total = left_out;
    // Events stand in the order of time, so the earliest treatments go first.
    chart.events.retain(|event| {
        let drop = event.kind != EventKind::Operation && left_out > 0;
        left_out -= usize::from(drop);
        !drop
    });
    for (number, event) in (1..).zip(&mut chart.events) {
        event.number = number;
    }
    (chart, total)
}

/// The chart of `record` as SVG, `width` pixels wide.
///
/// # Errors
/// What the drawing can't show truthfully or at this width.
pub fn progress_svg(
    record: &Record,
    rules: &OwnRules,
    today: NaiveDate,
    width: u32,
) -> Result<String, ChartError> {
    let progress = progress(record, rules, today);
    let chart = match progress.sequence {
        true => progress.chart,
        false => with_tracks(progress.chart, record, today).0,
    };
    drawn(&chart, width, &Palette::LIGHT).map(|(svg, _)| svg)
}

/// A chart as SVG, `width` pixels wide, and its values in it.
pub(crate) fn drawn(
    chart: &ProgressChart,
    width: u32,
    palette: &Palette,
) -> Result<(String, Vec<ChartPoint>), ChartError> {
    let height = screen_height(chart, width)?;
    let rendered = render_svg(chart, (width, height), palette)?;
    let points = points::points(chart, &rendered.marks);
    Ok((rendered.svg, points))
}

/// Height in pixels of a small drawing, where that is enough for what it holds.
const SMALL: u32 = 240;

/// Pain and disability with the operations alone, for a small drawing; nothing where none of the two has a number with a place in
/// time.
pub(crate) fn small(record: &Record, today: NaiveDate) -> Option<ProgressChart> {
    let main = |line: &Line<'_>| line.dated.iter().any(|one| is_main(one.score));
    let lines: Vec<Line<'_>> = lines(record).into_iter().filter(main).collect();
    let start = lines
        .iter()
        .flat_map(|line| &line.dated)
        .map(|one| one.at.from)
        .min()?;
    // They bear the numbers of the list beside the drawing, which says what each was.
    let events = (1..).zip(&record.surgeries).filter_map(|(number, surgery)| {
        Some(Event {
            at: lines::span(record, &surgery.when)?,
            label: String::new(),
            kind: EventKind::Operation,
            number,
        })
    });
    Some(ProgressChart {
        title: String::new(),
        panels: panels::plain(&lines),
        events: events.collect(),
        start: start.min(today),
        end: today,
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels: labels(),
    })
}

/// A number of pain or disability, which stand before all other measures.
pub(crate) fn is_main(score: &Score) -> bool {
    panels::counts(score) && matches!(lines::rank(&score.measure), lines::Rank::First(_))
}

/// A small chart as SVG, as low as it can be read, and its values in it.
pub(crate) fn drawn_small(
    chart: &ProgressChart,
    width: u32,
    palette: &Palette,
) -> Result<(String, Vec<ChartPoint>), ChartError> {
    let rendered = match render_svg(chart, (width, SMALL), palette) {
        Err(ChartError::TooSmall { needed }) => render_svg(chart, (width, needed), palette),
        drawn => drawn,
    }?;
    let points = points::points(chart, &rendered.marks);
    Ok((rendered.svg, points))
}

/// What became of pain and disability within the twelve months before `today`, from the first of their scores to the last; nothing
/// of a measure that has no two scores in them whose order is known. Each has the first of its scores in that time.
pub(crate) fn within_a_year<'r>(
    record: &'r Record,
    rules: &OwnRules,
    today: NaiveDate,
) -> Vec<(&'r Score, Verdict)> {
    let from = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    verdicts::verdicts_since(record, rules, from)
}

/// Whether change can be counted from `score`.
pub(crate) fn can_be_baseline(record: &Record, score: &Score) -> bool {
    lines::of_change(score) && record.days_of(&score.when).is_some()
}

/// Operations and treatments that have a place in time, numbered in its order.
pub(crate) fn events(record: &Record) -> Vec<Event> {
    let operations = record
        .surgeries
        .iter()
        .map(|surgery| (&surgery.when, None, EventKind::Operation, surgery.what(" ")));
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
            let at = lines::span(record, when)?;
            let label = format!("{}, {when}", label.trim());
            Some(
                match ended.and_then(|ended| Some((ended, lines::span(record, ended)?))) {
                    Some((ended, end)) if end.to >= at.from => Event {
                        at: Span {
                            from: at.from,
                            to: end.to,
                        },
                        label: say_with!(
                            "chart-to",
                            [
                                ("label", label.to_string().into()),
                                ("ended", ended.to_string().into()),
                            ],
                        ),
                        kind: EventKind::TreatmentPeriod,
                        number: 0,
                    },
                    _ => Event {
                        at,
                        label,
                        kind,
                        number: 0,
                    },
                },
            )
        })
        .collect();
    placed.sort_by_key(|event| event.at.from);
    for (number, event) in (1..).zip(&mut placed) {
        event.number = number;
    }
    placed
}

/// The words that every chart shares.
pub(crate) fn labels() -> Labels {
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    Labels {
        empty: say!("chart-no-score-with-a-date-yet"),
        description: say!("chart-scores-over-time-with-operations-and"),
        months: months.map(str::to_owned),
        imprecise: say!("chart-bar-the-day-is-not-known"),
        better: say!("chart-better"),
        worse: say!("chart-worse"),
        sequence: say!("chart-sequence"),
        possible: say!("chart-possible"),
        no_end: say!("chart-no-end"),
        goes_on: say!("chart-goes-on"),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::record::Document;
    use proptest::strategy::Strategy;

    pub(crate) fn record(scores: &str) -> Record {
        let json = format!(
            r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},
            "surgeries":[{{"procedures":["fusion"],"levels":"L4-S1","when":"2018"}}],"scores":[{scores}]}}]}}"#
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Document::read(json.as_bytes(), today).unwrap().patients.remove(0)
    }

    pub(crate) const TWO: &str =
        r#"{"measure":"odi","value":58,"when":"3 May 2024"},{"measure":"odi","value":42,"when":"Nov 2024"}"#;

    #[test]
    fn undated_scores_are_counted_and_not_placed() {
        let scores =
            format!(r#"{TWO},{{"measure":"nrs","site":"leg","value":7,"when":"after operation 1"}}"#);
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let progress = progress(&record(&scores), &OwnRules::default(), today);
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
    fn an_operation_is_drawn_over_all_that_its_time_may_mean_with_the_levels_of_each_procedure() {
        let mut record = record(TWO);
        let operation =
            r#"{"procedures":["laminectomy L3-L4","fusion L4-S1"],"when":"between 2019 and summer 2020"}"#;
        record.surgeries.push(serde_json::from_str(operation).unwrap());
        let open = r#"{"procedures":["revision"],"when":"after 2021"}"#;
        record.surgeries.push(serde_json::from_str(open).unwrap());
        let events = events(&record);
        let (from, to) = (events[1].at.from.to_string(), events[1].at.to.to_string());
        assert_eq!((from.as_str(), to.as_str()), ("2019-01-01", "2020-09-30"));
        assert_eq!(
            events[1].label,
            "laminectomy L3-L4; fusion L4-S1, between 2019 and summer 2020"
        );
        assert_eq!(events.len(), 2, "a time without an end has no place on the axis");
    }

    #[test]
    fn a_treatment_that_ended_is_a_period_with_both_dates_in_its_words() {
        let mut record = record(TWO);
        let drug = r#"{"kind":"drug","name":"pregabalin","started":"Jan 2022","ended":"Aug 2022"}"#;
        record.treatments.push(serde_json::from_str(drug).unwrap());
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let events = progress(&record, &OwnRules::default(), today).chart.events;
        assert_eq!(events[1].kind, EventKind::TreatmentPeriod);
        assert_eq!(events[1].label, "pregabalin, Jan 2022 to Aug 2022");
        assert_eq!(
            events[1].at.to.to_string(),
            "2022-08-31",
            "a month ends with its last day"
        );
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
        #[test]
        fn the_order_in_the_file_changes_no_verdict_and_no_drawing(
            scores in proptest::collection::vec(
                (0_usize..5, 0_usize..6, 0_u32..11).prop_map(|(measure, when, value)| {
                    let when = ["2023", "3 May 2023", "May 2023", "3 May 2024", "6 months after operation 1", "4 May 2024"][when];
                    match measure {
                        0 => format!(r#"{{"measure":"odi","value":{},"version":"2.1a","when":"{when}"}}"#, value * 10),
                        1 => format!(r#"{{"measure":"odi","value":{},"when":"{when}"}}"#, value * 10),
                        2 => format!(r#"{{"measure":"nrs","site":"leg","value":{value},"when":"{when}"}}"#),
                        3 => format!(
                            r#"{{"measure":"nrs","site":"leg","side":"left","kind":"now","value":{value},"when":"{when}"}}"#
                        ),
                        _ => format!(
                            r#"{{"measure":"instrument","instrument":"tug","total":{},"when":"{when}"}}"#,
                            value + 8
                        ),
                    }
                }),
                2..9,
            ).prop_flat_map(|list| (proptest::strategy::Just(list.clone()), proptest::strategy::Just(list).prop_shuffle()))
        ) {
            let (one, other) = scores;
            let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
            let rules = OwnRules::default();
            let told = |scores: &[String]| {
                let record = record(&scores.join(","));
                let svg = progress_svg(&record, &rules, today, 800).unwrap();
                (sentences(&verdicts(&record, &rules)), svg)
            };
            proptest::prop_assert_eq!(told(&one), told(&other));
        }
    }
}
