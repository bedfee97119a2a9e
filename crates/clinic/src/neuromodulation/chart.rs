//! The drawing of the diary of a path over true time: each pain as a line, the trials as periods. A day without a rating stays
//! empty, and days are joined only where they follow each other.

use crate::{
    noun::trial_day::ratings,
    progress::labels,
    record::Record,
    words::{Word, neuromodulation as words, say, say_with, spelled},
};
use chrono::NaiveDate;
use lamina_charts::{Caption, Event, EventKind, Labels, Panel, Point, ProgressChart, Series, Span};
use lamina_domain::{
    Kept,
    neuromodulation::{Pain, TrialDay},
    score::PainKind,
    trial::{diary, steps},
};

/// Neighbouring days are joined, and a single day that is missing between two.
const GAP_DAYS: u32 = 3;

/// The drawing of the diary of the path at this place; nothing where no pain was rated.
pub(crate) fn chart(record: &Record, path: usize) -> Option<ProgressChart> {
    let days = diary(record, path);
    let (first, last) = (days.first()?.on, days.last()?.on);
    let kinds = [PainKind::Average, PainKind::Now, PainKind::Worst, PainKind::Least];
    // Ratings that were asked for in different ways never share a line.
    let lines = Pain::ALL
        .into_iter()
        .flat_map(|pain| kinds.into_iter().map(move |kind| (pain, kind)));
    let series: Vec<Series> = lines
        .filter_map(|(pain, kind)| series(&days, pain, kind))
        .enumerate()
        .map(|(style, one)| Series { style, ..one })
        .collect();
    if series.is_empty() {
        return None;
    }
    let panel = Panel {
        title: say!("trial-chart-pain"),
        direction_label: say!("trial-chart-direction"),
        range: (0.0, 10.0),
        series,
        ..Panel::default()
    };
    Some(ProgressChart {
        title: String::new(),
        panels: vec![panel],
        events: events(record, path, first, last),
        start: first,
        end: last,
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels: Labels {
            description: say!("trial-chart-description"),
            ..labels()
        },
    })
}

fn series(days: &[&Kept<TrialDay>], pain: Pain, kind: PainKind) -> Option<Series> {
    let of_kind = days.iter().filter(|day| day.kind == kind);
    let points: Vec<Point> = of_kind
        .filter_map(|day| {
            let rating = day.rating(pain)?.rating();
            Some(Point {
                at: Span::day(day.on),
                value: f64::from(rating),
                limit: None,
                told: Caption {
                    measure: name(pain, kind),
                    value: format!("{rating}/10"),
                    when: spelled(day.on),
                    notes: vec![ratings(day)],
                },
            })
        })
        .collect();
    (!points.is_empty()).then(|| Series {
        name: name(pain, kind),
        style: 0,
        points,
        gap_days: GAP_DAYS,
    })
}

fn name(pain: Pain, kind: PainKind) -> String {
    say_with!(
        "trial-chart-line",
        [
            ("pain", pain.word().into()),
            ("kind", words::small(&kind.word()).into())
        ]
    )
}

/// The trials that fall into the time of the diary.
fn events(record: &Record, path: usize, first: NaiveDate, last: NaiveDate) -> Vec<Event> {
    let spans = steps(record, path).filter_map(|(_, step)| {
        let trial = step.trial()?;
        let (from, _) = step.when.span()?;
        let to = trial.ended.span().map_or(last, |(_, to)| to).max(from);
        (from <= last && to >= first).then(|| (step.when.to_string(), from, to))
    });
    (1..)
        .zip(spans)
        .map(|(number, (when, from, to))| Event {
            at: Span { from, to },
            label: say_with!("trial-chart-trial", [("when", when.into())]),
            kind: EventKind::TreatmentPeriod,
            number,
        })
        .collect()
}
