//! Made-up walking diaries for the tests.

use chrono::{Datelike, Days, NaiveDate};

use super::{event, labels};
use crate::{
    Bar, Caption, EventKind, Panel, PanelWords, Point, ProgressChart, Series, Span, Stretch, Tag, TagKind,
    Target,
};

fn day(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn words() -> PanelWords {
    PanelWords {
        bars: vec![(0, "walked".into())],
        planned: "planned".into(),
        missed: "missed".into(),
        rest: "rest day".into(),
        warning: "warning sign".into(),
        ..PanelWords::default()
    }
}

/// A panel of minutes a day.
fn minutes(bars: Vec<Bar>, planned: Vec<Stretch>, tags: Vec<Tag>) -> Panel {
    Panel {
        title: "Walking each day".into(),
        unit: "minutes".into(),
        range: (0.0, 40.0),
        bars,
        planned,
        tags,
        words: words(),
        ..Panel::default()
    }
}

fn chart_of(panels: Vec<Panel>, from: NaiveDate, to: NaiveDate) -> ProgressChart {
    let mut labels = labels();
    labels.empty = "Nothing in the diary yet.".into();
    labels.description = "Walking diary".into();
    ProgressChart {
        title: String::new(),
        panels,
        events: Vec::new(),
        start: from,
        end: to,
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels,
    }
}

/// Sums of the bars of each week of seven days from the first.
fn weeks(bars: &[Bar], from: NaiveDate, count: u64) -> Vec<Bar> {
    (0..count)
        .filter_map(|week| {
            let start = from + Days::new(week * 7);
            let end = start + Days::new(6);
            let inside = bars.iter().filter(|bar| start <= bar.from && bar.to <= end);
            let sum: f64 = inside.map(Bar::value).sum();
            (sum > 0.0).then(|| Bar {
                from: start,
                to: end,
                parts: vec![sum],
                style: 1,
                told: Caption::default(),
            })
        })
        .collect()
}

/// Ten weeks of daily bars in two bouts, with a pause of two weeks, missed days, rest days, one warning, and days of
/// which nothing is known.
pub(crate) fn ten_weeks() -> ProgressChart {
    let first = day("2026-03-02");
    let (pause, resumed) = (day("2026-04-06"), day("2026-04-20"));
    let plan = |week: u64| [10.0, 12.0, 14.0, 16.0, 18.0, 0.0, 0.0, 14.0, 16.0, 20.0][week as usize];
    let (mut bars, mut tags, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for offset in 0..70 {
        let at = first + Days::new(offset);
        let tag = |kind| Tag {
            at,
            kind,
            told: Caption::default(),
        };
        if (pause..resumed).contains(&at) {
            continue;
        }
        if at.weekday().number_from_monday() % 4 == 3 {
            tags.push(tag(TagKind::Rest));
            continue;
        }
        match offset {
            11 | 27 | 60 => {
                tags.push(tag(TagKind::Missed));
                continue;
            }
            // Nothing was written down on these days.
            18 | 19 | 57 => continue,
            33 => tags.push(tag(TagKind::Warning)),
            _ => {}
        }
        let whole = plan(offset / 7) + ((offset * 7 % 5) as f64 - 2.0) * 1.5;
        let second = (whole / 3.0).round();
        bars.push(Bar {
            from: at,
            to: at,
            parts: vec![whole - second, second],
            style: 0,
            told: Caption::default(),
        });
        let pain = 3.0 + (offset * 5 % 3) as f64;
        let point = |value| Point {
            at: Span::day(at),
            value,
            limit: None,
            told: Caption::default(),
        };
        before.push(point(pain));
        after.push(point(pain + f64::from(u8::from(offset % 3 == 0)) + 1.0));
    }
    let planned = (0..10)
        .filter(|week| plan(*week) > 0.0)
        .map(|week| Stretch {
            from: first + Days::new(week * 7),
            to: first + Days::new(week * 7 + 6),
            value: plan(week),
        })
        .collect();
    let series = |name: &str, style, points| Series {
        name: name.into(),
        style,
        points,
        gap_days: 3,
    };
    let week = Panel {
        title: "Walking each week".into(),
        unit: "minutes".into(),
        range: (0.0, 160.0),
        bars: weeks(&bars, first, 10),
        target: Some(Target {
            value: 150.0,
            label: "target 150".into(),
        }),
        words: PanelWords {
            bars: vec![(1, "walked in the week".into())],
            ..words()
        },
        ..Panel::default()
    };
    let pain = Panel {
        title: "Back pain".into(),
        direction_label: "lower is better".into(),
        unit: "0–10".into(),
        range: (0.0, 10.0),
        series: vec![series("before", 0, before), series("after", 1, after)],
        ..Panel::default()
    };
    let mut chart = chart_of(
        vec![minutes(bars, planned, tags), week, pain],
        first,
        first + Days::new(69),
    );
    chart.events = vec![
        event(
            1,
            EventKind::Change,
            "2026-03-16",
            "2026-03-16",
            "12 to 14 minutes, 16 March 2026 (physiotherapist)",
        ),
        event(
            2,
            EventKind::TreatmentStart,
            "2026-03-26",
            "2026-03-26",
            "Injection L5 left, 26 March 2026",
        ),
        event(
            3,
            EventKind::Pause,
            "2026-04-06",
            "2026-04-19",
            "Pause: flare of leg pain, 6 to 19 April 2026",
        ),
        event(
            4,
            EventKind::Change,
            "2026-05-04",
            "2026-05-04",
            "16 to 20 minutes, 4 May 2026 (patient)",
        ),
    ];
    chart
}

/// Two days only: one walked, one missed.
pub(crate) fn two_days() -> ProgressChart {
    let (first, second) = (day("2026-03-02"), day("2026-03-03"));
    let bar = Bar {
        from: first,
        to: first,
        parts: vec![5.0, 4.0, 3.0],
        style: 0,
        told: Caption::default(),
    };
    let plan = Stretch {
        from: first,
        to: day("2026-03-29"),
        value: 10.0,
    };
    let missed = Tag {
        at: second,
        kind: TagKind::Missed,
        told: Caption::default(),
    };
    chart_of(vec![minutes(vec![bar], vec![plan], vec![missed])], first, second)
}

/// Two years of a bar on nearly every day.
pub(crate) fn two_years() -> ProgressChart {
    let first = day("2024-01-01");
    let at = |offset| first + Days::new(offset);
    let bars = (0..730)
        .filter(|offset| offset % 6 != 5 && !(300..330).contains(offset))
        .map(|offset| Bar {
            from: at(offset),
            to: at(offset),
            parts: vec![8.0 + (offset / 40) as f64 + (offset * 7 % 5) as f64],
            style: 0,
            told: Caption::default(),
        })
        .collect();
    let planned = (0..18)
        .map(|step| Stretch {
            from: at(step * 40),
            to: at(step * 40 + 39),
            value: 10.0 + step as f64,
        })
        .collect();
    let tags = (0..730)
        .filter(|offset| offset % 6 == 5)
        .map(|offset| Tag {
            at: at(offset),
            kind: if offset % 5 == 0 {
                TagKind::Missed
            } else {
                TagKind::Rest
            },
            told: Caption::default(),
        })
        .collect();
    let mut chart = chart_of(vec![minutes(bars, planned, tags)], first, at(729));
    chart.panels.push(Panel {
        title: "Walking each week".into(),
        unit: "minutes".into(),
        range: (0.0, 240.0),
        bars: weeks(&chart.panels[0].bars, first, 104),
        words: PanelWords {
            bars: vec![(1, "walked in the week".into())],
            ..words()
        },
        ..Panel::default()
    });
    chart
}
