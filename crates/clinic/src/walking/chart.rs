//! The drawing of a programme over true time: minutes walked against the plan, minutes of each week against the target,
//! pain around the bouts, and what happened. A day without a row stays empty, and no trend is drawn.

use super::{quota, ticked};
use crate::{
    noun::walking_row::in_the_diary,
    progress::labels,
    record::Record,
    words::{Message, Word, message, say, say_with, sentence, spelled},
};
use chrono::{Days, NaiveDate};
use lamina_api::noun::walking::minutes;
use lamina_charts::{
    Bar, Caption, Event, EventKind, Labels, MOST_DAY_BARS, Panel, PanelWords, Point, ProgressChart, Series,
    Span, Stretch, Tag, TagKind, Target,
};
use lamina_domain::{
    fact::walking::{
        Quota, Row, WalkingHappened,
        row::{PainAround, WalkedBout, WalkingEntry},
    },
    score::Nrs,
    walking::Programme,
};

/// The drawing of a programme up to `today`; without anything walked it is empty. `record` gives the operations and
/// interventions that fell into its time.
pub(crate) fn chart(record: &Record, programme: &Programme<'_>, today: NaiveDate) -> ProgressChart {
    let (start, end) = span(programme, today);
    let mut panels = Vec::new();
    // Longer than that, bars of single days can't be told apart; weeks still can.
    if (end - start).num_days() <= i64::from(MOST_DAY_BARS) {
        panels.push(days(programme, start, end));
    }
    panels.push(weeks(programme, today));
    panels.extend(pain(programme));
    ProgressChart {
        title: String::new(),
        panels,
        events: events(record, programme, start, end),
        start,
        end,
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels: Labels {
            empty: say!("walking-chart-empty"),
            description: say!("walking-chart-description"),
            ..labels()
        },
    }
}

/// How much of the course stands on a page that has to stay one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Course {
    /// Minutes of days and of weeks.
    DaysAndWeeks,
    /// Minutes of weeks, without what happened.
    Weeks,
}

/// Weeks that a page shows.
const LATEST: usize = 12;

/// The minutes of the latest weeks; nothing where nothing was walked in them.
pub(crate) fn short_chart(
    record: &Record,
    programme: &Programme<'_>,
    course: Course,
    today: NaiveDate,
) -> Option<ProgressChart> {
    let starts = programme.week_starts(today);
    let since = *starts.get(starts.len().saturating_sub(LATEST))?;
    let mut chart = chart(record, programme, today);
    chart.panels.retain(|panel| panel.series.is_empty());
    if course == Course::Weeks {
        // The last panel is that of weeks; without steps and pauses it needs no key.
        let weeks = chart.panels.pop();
        chart.panels = weeks.into_iter().collect();
        chart.events.clear();
    }
    for panel in &mut chart.panels {
        panel.bars.retain(|bar| bar.from >= since);
        panel.tags.retain(|tag| tag.at >= since);
        panel.planned.retain(|piece| piece.to >= since);
        for piece in &mut panel.planned {
            piece.from = piece.from.max(since);
        }
    }
    chart.events.retain(|event| event.at.to >= since);
    for (number, event) in (1..).zip(&mut chart.events) {
        event.number = number;
    }
    chart.start = since;
    chart
        .panels
        .iter()
        .any(|panel| !panel.bars.is_empty())
        .then_some(chart)
}

/// The fills of bars: of a day, of a week.
const DAY: usize = 0;
const WEEK: usize = 1;

fn in_minutes(seconds: u32) -> f64 {
    f64::from(seconds) / 60.0
}

/// An axis that ends on a round number above everything in it.
fn up_to(most: f64) -> (f64, f64) {
    let step = if most > 100.0 {
        50.0
    } else if most > 40.0 {
        20.0
    } else {
        10.0
    };
    (0.0, ((most / step).floor() + 1.0) * step)
}

fn days(programme: &Programme<'_>, start: NaiveDate, end: NaiveDate) -> Panel {
    let mut bars: Vec<Bar> = Vec::new();
    let mut tags = Vec::new();
    for row in programme.diary.rows() {
        if !row.red().is_empty() {
            tags.push(tag(row.on, TagKind::Warning));
        }
        match &row.entry {
            WalkingEntry::Walked { bout, .. } => {
                let part = in_minutes(bout.seconds.get().into());
                match bars.last_mut() {
                    Some(bar) if bar.from == row.on => bar.parts.push(part),
                    _ => bars.push(Bar {
                        from: row.on,
                        to: row.on,
                        parts: vec![part],
                        style: DAY,
                        told: Caption::default(),
                    }),
                }
            }
            WalkingEntry::Missed { .. } => tags.push(tag(row.on, TagKind::Missed)),
            WalkingEntry::Rest { .. } => tags.push(tag(row.on, TagKind::Rest)),
        }
    }
    tags.sort_by_key(|tag| (tag.at, tag.kind));
    tags.dedup();
    // A day that has a bar shows that it was walked; a second bout that was missed stands in the table.
    tags.retain(|tag| tag.kind == TagKind::Warning || !bars.iter().any(|bar| bar.from == tag.at));
    for bar in &mut bars {
        let walked = programme.diary.rows().iter().filter(|row| row.on == bar.from);
        bar.told = Caption {
            measure: say!("walking-chart-days"),
            value: told_minutes(walked.map(walked_seconds).sum()),
            when: spelled(bar.from),
            notes: noted(programme, bar.from),
        };
    }
    for tag in &mut tags {
        tag.told = Caption {
            measure: say!(match tag.kind {
                TagKind::Warning => message!("walking-chart-red"),
                TagKind::Missed => message!("walking-chart-missed"),
                TagKind::Rest => message!("walking-chart-rest"),
            }),
            value: String::new(),
            when: spelled(tag.at),
            notes: noted(programme, tag.at),
        };
    }
    let planned = planned(programme, start, end, |quota| in_minutes(quota.day_seconds()));
    let target = f64::from(programme.plan.target.minutes.get());
    Panel {
        title: say!("walking-chart-days"),
        range: up_to(most(&bars, &planned, target)),
        unit: say!("walking-chart-minutes"),
        bars,
        planned,
        target: Some(Target {
            value: target,
            label: say_with!(
                "walking-chart-target-day",
                [("minutes", target.to_string().into())],
            ),
        }),
        tags,
        words: PanelWords {
            bars: vec![(DAY, say!("walking-chart-walked"))],
            planned: say!("walking-chart-planned-day"),
            missed: say!("walking-chart-missed"),
            rest: say!("walking-chart-rest"),
            warning: say!("walking-chart-red"),
            ..PanelWords::default()
        },
        ..Panel::default()
    }
}

fn tag(at: NaiveDate, kind: TagKind) -> Tag {
    let told = Caption::default();
    Tag { at, kind, told }
}

fn told_minutes(seconds: u32) -> String {
    say_with!("walking-row-walked", [("minutes", minutes(seconds).into())])
}

fn told_planned(seconds: u32) -> Vec<String> {
    let planned = (seconds > 0).then(|| {
        say_with!(
            "walking-chart-told-planned",
            [("minutes", minutes(seconds).into())],
        )
    });
    planned.into_iter().collect()
}

/// What the diary says of a day, a line each, and what was planned for it.
fn noted(programme: &Programme<'_>, on: NaiveDate) -> Vec<String> {
    let rows = programme.diary.rows();
    let of_day: Vec<&Row> = rows.iter().filter(|row| row.on == on).collect();
    let paused = programme.pauses().iter().any(|pause| pause.holds(on));
    let planned = match paused {
        true => 0,
        false => programme.quota_on(on).day_seconds(),
    };
    let lines = of_day.iter().map(|row| in_the_diary(row, of_day.len() > 1));
    lines
        .map(|line| sentence(&line))
        .chain(told_planned(planned))
        .collect()
}

fn most(bars: &[Bar], planned: &[Stretch], target: f64) -> f64 {
    bars.iter()
        .map(Bar::value)
        .chain(planned.iter().map(|piece| piece.value))
        .fold(target, f64::max)
}

/// The plan as pieces of one value, with a gap where it was paused.
fn planned(
    programme: &Programme<'_>,
    start: NaiveDate,
    end: NaiveDate,
    value: impl Fn(&Quota) -> f64,
) -> Vec<Stretch> {
    let Some(first) = programme.first_day() else {
        return Vec::new();
    };
    let pauses = programme.pauses();
    let paused = |day: NaiveDate| pauses.iter().any(|pause| pause.holds(day));
    let ended = programme.ended_on();
    let mut pieces: Vec<Stretch> = Vec::new();
    let last = ended.map_or(end, |ended| ended.min(end));
    for day in first.max(start).iter_days().take_while(|day| *day <= last) {
        if paused(day) {
            continue;
        }
        let value = value(&programme.quota_on(day));
        match pieces.last_mut() {
            Some(piece) if piece.to.succ_opt() == Some(day) && (piece.value - value).abs() < 1e-9 => {
                piece.to = day
            }
            _ => pieces.push(Stretch {
                from: day,
                to: day,
                value,
            }),
        }
    }
    pieces
}

fn weeks(programme: &Programme<'_>, today: NaiveDate) -> Panel {
    let mut bars = Vec::new();
    let mut planned = Vec::new();
    for first in programme.week_starts(today) {
        let to = first.checked_add_days(Days::new(6)).unwrap_or(first);
        let walked: u32 = programme.diary.week(first).map(walked_seconds).sum();
        let planned_seconds = programme.planned_seconds(first);
        // A week without an entry has no bar: it is no data, not zero.
        if programme.diary.week(first).next().is_some() {
            bars.push(Bar {
                from: first,
                to,
                parts: vec![in_minutes(walked)],
                style: WEEK,
                told: Caption {
                    measure: say!("walking-chart-weeks"),
                    value: told_minutes(walked),
                    when: say_with!(
                        "walking-week-title",
                        [("from", spelled(first).into()), ("to", spelled(to).into())],
                    ),
                    notes: told_planned(planned_seconds),
                },
            });
        }
        // A week of which every day was paused has no plan.
        if planned_seconds > 0 {
            planned.push(Stretch {
                from: first,
                to,
                value: in_minutes(planned_seconds),
            });
        }
    }
    let target = f64::from(programme.plan.target.week_minutes());
    Panel {
        title: say!("walking-chart-weeks"),
        range: up_to(most(&bars, &planned, target)),
        unit: say!("walking-chart-minutes"),
        bars,
        planned,
        target: Some(Target {
            value: target,
            label: say_with!(
                "walking-chart-target-week",
                [("minutes", target.to_string().into())],
            ),
        }),
        words: PanelWords {
            bars: vec![(WEEK, say!("walking-chart-walked-week"))],
            planned: say!("walking-chart-planned-week"),
            ..PanelWords::default()
        },
        ..Panel::default()
    }
}

fn walked_seconds(row: &Row) -> u32 {
    match &row.entry {
        WalkingEntry::Walked { bout, .. } => bout.seconds.get().into(),
        _ => 0,
    }
}

/// Pain before and after bouts, back and leg apart; a site that nobody rated has no panel.
fn pain(programme: &Programme<'_>) -> Vec<Panel> {
    let bouts = || {
        programme.diary.rows().iter().filter_map(|row| match &row.entry {
            WalkingEntry::Walked { bout, .. } => Some((row.on, bout)),
            _ => None,
        })
    };
    type Site = fn(&WalkedBout) -> PainAround;
    let back: Site = |bout| bout.back;
    let leg: Site = |bout| bout.leg;
    let sites = [
        (message!("walking-chart-back"), back),
        (message!("walking-chart-leg"), leg),
    ];
    let mut panels = Vec::new();
    for (title, around) in sites {
        let series = |name: Message, style: usize, rating: fn(&PainAround) -> Option<Nrs>| Series {
            name: say!(name),
            style,
            points: bouts()
                .filter_map(|(on, bout)| {
                    let rating = rating(&around(bout))?.rating();
                    Some(Point {
                        at: Span::day(on),
                        value: f64::from(rating),
                        limit: None,
                        told: Caption {
                            measure: say_with!(
                                "walking-chart-told-pain",
                                [("pain", say!(title).into()), ("part", say!(name).into())],
                            ),
                            value: format!("{rating}/10"),
                            when: spelled(on),
                            notes: ticked(&bout.symptoms)
                                .into_iter()
                                .map(|line| sentence(&line))
                                .collect(),
                        },
                    })
                })
                .collect(),
            gap_days: 8,
        };
        let series = vec![
            series(message!("walking-chart-before"), 0, |around| around.before),
            series(message!("walking-chart-after"), 1, |around| around.after),
        ];
        if series.iter().any(|one| !one.points.is_empty()) {
            panels.push(Panel {
                title: say!(title),
                direction_label: say!("walking-chart-lower"),
                range: (0.0, 10.0),
                series,
                ..Panel::default()
            });
        }
    }
    panels
}

fn events(record: &Record, programme: &Programme<'_>, start: NaiveDate, end: NaiveDate) -> Vec<Event> {
    let mut events: Vec<Event> = crate::progress::events(record)
        .into_iter()
        .filter(|event| event.at.to >= start && event.at.from <= end)
        .collect();
    for (_, one) in &programme.events {
        if let WalkingHappened::Quota { quota: changed } = &one.what
            && one.on <= end
        {
            events.push(Event {
                at: Span::day(one.on),
                label: say_with!(
                    "walking-chart-step",
                    [
                        ("quota", quota(changed).into()),
                        ("by", one.by.to_string().into()),
                        ("on", spelled(one.on).into()),
                    ],
                ),
                kind: EventKind::Change,
                number: 0,
            });
        }
    }
    for pause in programme.pauses() {
        let label = match pause.to {
            Some(to) => say_with!(
                "walking-chart-pause",
                [("from", spelled(pause.from).into()), ("to", spelled(to).into())],
            ),
            None => say_with!("walking-chart-pause-open", [("from", spelled(pause.from).into())]),
        };
        events.push(Event {
            at: Span {
                from: pause.from,
                to: pause.to.unwrap_or(end).max(pause.from),
            },
            label,
            kind: EventKind::Pause,
            number: 0,
        });
    }
    events.sort_by_key(|event| event.at.from);
    for (number, event) in (1..).zip(&mut events) {
        event.number = number;
    }
    events
}

/// The columns and rows of the table beside the drawing, the earliest day first.
pub(crate) fn table(programme: &Programme<'_>) -> (Vec<String>, Vec<Vec<String>>) {
    let columns = [
        message!("walking-column-day"),
        message!("walking-column-planned"),
        message!("walking-column-walked"),
        message!("walking-column-covered"),
        message!("walking-column-back"),
        message!("walking-column-leg"),
        message!("walking-column-noted"),
    ];
    let row = |row: &Row| {
        let planned = minutes(programme.quota_on(row.on).seconds.get().into());
        let (walked, back, leg) = match &row.entry {
            WalkingEntry::Walked { bout, .. } => (
                minutes(bout.seconds.get().into()),
                ratings(&bout.back),
                ratings(&bout.leg),
            ),
            WalkingEntry::Missed { .. } => ("0".to_owned(), String::new(), String::new()),
            WalkingEntry::Rest { .. } => (say!("walking-row-rest"), String::new(), String::new()),
        };
        let mut noted: Vec<String> = row.symptoms().map(|one| one.word()).collect();
        if let WalkingEntry::Missed { reason, .. } = &row.entry {
            noted.insert(0, reason.to_string());
        }
        let covered = crate::words::walking::covered([row]).unwrap_or_default();
        vec![
            spelled(row.on),
            planned,
            walked,
            covered,
            back,
            leg,
            noted.join(", "),
        ]
    };
    (
        columns.map(|column| say!(column)).to_vec(),
        programme.diary.rows().iter().map(row).collect(),
    )
}

/// "3, 5, 3": before, during or after, the next morning; a rating that nobody gave is a dash.
fn ratings(around: &PainAround) -> String {
    if *around == PainAround::default() {
        return String::new();
    }
    let rating = |nrs: Option<Nrs>| nrs.map_or_else(|| "–".to_owned(), |nrs| nrs.rating().to_string());
    [around.before, around.after, around.next_morning]
        .map(rating)
        .join(", ")
}

/// The first and last day to draw.
pub(crate) fn span(programme: &Programme<'_>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = programme
        .first_day()
        .into_iter()
        .chain(programme.diary.rows().iter().map(|row| row.on))
        .min();
    (first.unwrap_or(today).min(today), today)
}
