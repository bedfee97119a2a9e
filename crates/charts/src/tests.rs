//! A made-up course for the tests: two operations, treatments, and scores with gaps and imprecise dates.

pub(crate) mod walking;

use crate::{Caption, ChangeBand, Event, EventKind, Labels, Panel, Point, ProgressChart, Series, Span};

pub(crate) fn labels() -> Labels {
    Labels {
        empty: "No scores recorded yet.".into(),
        description: "Pain and disability from 2017 to 2020 with six events.".into(),
        months: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        .map(String::from),
        imprecise: "Bar: the day is not known, the value lies somewhere between its ends".into(),
        better: "better".into(),
        worse: "worse".into(),
        sequence: "Order of the record; how far apart the steps lie is not known.".into(),
        possible: "Outline: it may have been then".into(),
        no_end: "Dotted: no end is known".into(),
        goes_on: "Arrow: goes on".into(),
    }
}

pub(crate) fn span(from: &str, to: &str) -> Span {
    Span {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
    }
}

pub(crate) fn day_point(date: &str, value: f64) -> Point {
    span_point(date, date, value)
}

pub(crate) fn span_point(from: &str, to: &str, value: f64) -> Point {
    Point {
        at: span(from, to),
        value,
        limit: None,
        told: Caption::default(),
    }
}

fn event(number: u32, kind: EventKind, from: &str, to: &str, label: &str) -> Event {
    Event {
        at: span(from, to),
        label: label.into(),
        kind,
        number,
    }
}

pub(crate) fn chart() -> ProgressChart {
    let pain = |name: &str, style: usize, values: &[(&str, f64)]| Series {
        name: name.into(),
        style,
        points: values
            .iter()
            .map(|(date, value)| day_point(date, *value))
            .collect(),
        gap_days: 200,
    };
    let mut back = pain(
        "Back pain",
        0,
        &[
            ("2018-01-10", 7.0),
            ("2018-03-02", 5.0),
            ("2018-06-15", 5.0),
            ("2019-03-05", 8.0),
            ("2019-06-20", 6.0),
            ("2019-06-20", 4.0),
            ("2019-11-08", 4.0),
            ("2020-02-14", 3.0),
        ],
    );
    back.points.push(span_point("2017-01-01", "2017-12-31", 8.0));
    let leg = pain(
        "Leg pain, left",
        1,
        &[
            ("2018-01-10", 9.0),
            ("2018-03-02", 5.0),
            ("2018-06-15", 6.0),
            ("2019-03-05", 7.0),
            ("2019-06-20", 3.0),
            ("2019-11-08", 2.0),
            ("2020-02-14", 2.0),
        ],
    );
    let disability = pain(
        "Oswestry score",
        2,
        &[
            ("2018-01-10", 62.0),
            ("2018-06-15", 54.0),
            ("2019-03-05", 58.0),
            ("2019-06-20", 44.0),
            ("2020-02-14", 38.0),
        ],
    );
    ProgressChart {
        title: "Progress since the first operation".into(),
        panels: vec![
            Panel {
                title: "Pain, average of 7 days".into(),
                direction_label: "lower is better".into(),
                range: (0.0, 10.0),
                unit: "0–10".into(),
                series: vec![back, leg],
                ..Panel::default()
            },
            Panel {
                title: "Disability".into(),
                direction_label: "lower is better".into(),
                range: (0.0, 100.0),
                unit: "percent".into(),
                series: vec![disability],
                band: Some(ChangeBand {
                    baseline_value: 58.0,
                    baseline_date: "2019-03-05".parse().unwrap(),
                    threshold: 12.8,
                    wider: None,
                    label: "Smallest change that counts: 12.8 points (Copay 2008), from 58 on 5 March 2019"
                        .into(),
                    lower_is_better: true,
                }),
                ..Panel::default()
            },
        ],
        events: vec![
            event(
                1,
                EventKind::Operation,
                "2017-02-01",
                "2017-02-28",
                "Operation 1: discectomy L4-L5 left, February 2017",
            ),
            event(
                2,
                EventKind::TreatmentStart,
                "2018-02-05",
                "2018-02-05",
                "Epidural steroid injection L5-S1, 5 February 2018",
            ),
            event(
                3,
                EventKind::TreatmentPeriod,
                "2018-03-01",
                "2018-09-30",
                "Physiotherapy, March to September 2018",
            ),
            event(
                4,
                EventKind::Operation,
                "2019-04-11",
                "2019-04-11",
                "Operation 2: fusion L4-S1, 11 April 2019",
            ),
            event(
                5,
                EventKind::TreatmentStart,
                "2019-04-20",
                "2019-04-20",
                "Gabapentin started, 20 April 2019",
            ),
            event(
                6,
                EventKind::TreatmentPeriod,
                "2019-10-01",
                "2021-03-01",
                "Walking plan since October 2019",
            ),
        ],
        start: "2017-01-01".parse().unwrap(),
        end: "2020-03-31".parse().unwrap(),
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels: labels(),
    }
}

pub(crate) fn many(count: usize) -> ProgressChart {
    let mut chart = chart();
    let first: chrono::NaiveDate = "2010-01-01".parse().unwrap();
    chart.panels.truncate(1);
    chart.panels[0].series.truncate(2);
    for (offset, series) in chart.panels[0].series.iter_mut().enumerate() {
        series.points = (0..count / 2)
            .map(|i| Point {
                at: Span::day(first + chrono::Days::new(i as u64 * 3)),
                value: ((i * 7 + offset * 3) % 11) as f64,
                limit: None,
                told: Caption::default(),
            })
            .collect();
    }
    chart
}
