//! The progress chart of a record: a panel for pain by site, disability and every other instrument over true time, with
//! operations and treatments marked and the change that matters from the baseline drawn as a band.
//!
//! A value whose date is not known is never placed in time; it is counted, and stands in the table of scores. A score
//! without a number is never drawn.

mod panels;
mod verdicts;

pub use verdicts::verdicts;
pub(crate) use verdicts::{change_words, sentences, taken, verdicts_from};

use crate::own_rules::OwnRules;
use crate::record::Record;
use crate::words::{say, say_with};
use chrono::NaiveDate;
use lamina_charts::{
    ChartError, Event, EventKind, Labels, Palette, ProgressChart, Span, render_svg, screen_height,
};
use lamina_domain::{Score, When};

/// A chart, and what could not be placed in it.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The drawing.
    pub chart: ProgressChart,
    /// How many scores that would be drawn have no date that can be placed.
    pub not_placed: usize,
}

/// The chart of `record` as of `today`, with change counted from the first score of each measure.
pub fn progress(record: &Record, rules: &OwnRules, today: NaiveDate) -> Progress {
    progress_from(record, rules, today, &Origin::default())
}

/// What change is counted from where that is not the first score of each measure.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origin<'a> {
    /// The chosen scores; a measure without one is counted from its first.
    pub(crate) scores: Vec<&'a Score>,
    /// What they are the baseline of, in words, where they were chosen as that.
    pub(crate) before: Option<String>,
}

/// As [`progress`], with change counted from the chosen scores.
pub(crate) fn progress_from(
    record: &Record,
    rules: &OwnRules,
    today: NaiveDate,
    origin: &Origin<'_>,
) -> Progress {
    let panels = panels::panels(record, rules, &origin.scores);
    let undated = |score: &&Score| panels::counts(score) && span(&score.when).is_none();
    let not_placed = record.scores.iter().filter(undated).count();
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

/// Most operations and treatments that a chart marks unasked; more would fill the page with their key.
const MARKED: usize = 14;

/// The chart with every operation and the latest treatments, and how many earlier treatments were left out.
pub(crate) fn briefly(mut chart: ProgressChart) -> (ProgressChart, usize) {
    let operations = chart
        .events
        .iter()
        .filter(|event| event.kind == EventKind::Operation)
        .count();
    let room = MARKED.saturating_sub(operations);
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
    drawn(&progress(record, rules, today).chart, width, &Palette::LIGHT)
}

/// A chart as SVG, `width` pixels wide.
pub(crate) fn drawn(chart: &ProgressChart, width: u32, palette: &Palette) -> Result<String, ChartError> {
    let height = screen_height(chart, width)?;
    render_svg(chart, (width, height), palette).map(|rendered| rendered.svg)
}

/// Whether change can be counted from `score`.
pub(crate) fn can_be_baseline(score: &Score) -> bool {
    panels::drawable(score)
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
            let at = span(when)?;
            let label = format!("{}, {when}", label.trim());
            Some(match ended.and_then(|ended| Some((ended, span(ended)?))) {
                Some((ended, end)) if end.to >= at.from => Event {
                    at: Span {
                        from: at.from,
                        to: end.to,
                    },
                    label: say_with(
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

/// The words that every chart shares.
pub(crate) fn labels() -> Labels {
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    Labels {
        empty: say("chart-no-score-with-a-date-yet"),
        description: say("chart-scores-over-time-with-operations-and"),
        months: months.map(str::to_owned),
        imprecise: say("chart-bar-the-day-is-not-known"),
        better: say("chart-better"),
        worse: say("chart-worse"),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::record::Document;

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
}
