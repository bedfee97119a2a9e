//! The time axis: which days it covers and where its ticks stand. True to scale, days are never equal steps of visits.

use chrono::{Datelike, NaiveDate};

use crate::{
    ProgressChart,
    model::{Span, SpellEnd},
};

/// Fewest days the axis covers, so that a single value has a place in time around it.
const FEWEST_DAYS: i32 = 14;

/// More ticks than this are harder to read than fewer.
const MOST_TICKS: i32 = 13;

/// First and last day of the axis, as days of the common era.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TimeAxis {
    pub(crate) first: i32,
    pub(crate) last: i32,
    /// The asked first day; ticks of days and weeks count from it.
    pub(crate) anchor: i32,
}

/// One tick: where it stands, its label, and the year below it where that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tick {
    pub(crate) day: i32,
    pub(crate) label: String,
    pub(crate) year: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(i32),
    Months(u32),
    Years(i32),
}

const STEPS: [Step; 15] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
];

impl Step {
    /// The fewest days that can lie between two ticks.
    fn days(self) -> i32 {
        match self {
            Self::Days(days) => days,
            Self::Months(months) => match months {
                1 => 28,
                2 => 59,
                3 => 90,
                _ => 181,
            },
            Self::Years(years) => years * 365,
        }
    }
}

impl TimeAxis {
    /// Covers the asked range and everything that has to be seen in it. Treatment periods,
    /// pauses and plans may run past either end.
    pub(crate) fn of(chart: &ProgressChart) -> Self {
        if let Some(last) = chart.sequence.len().checked_sub(1) {
            let (first, last) = (day(Span::step(0).from), day(Span::step(last).from));
            return Self {
                first: first - 1,
                last: last + 1,
                anchor: first,
            };
        }
        let points = chart
            .panels
            .iter()
            .flat_map(|p| &p.series)
            .flat_map(|s| &s.points)
            .map(|p| p.at);
        let events = chart.events.iter().filter(|e| !e.kind.is_period()).map(|e| e.at);
        let moments = chart.spells().filter(|spell| spell.end == SpellEnd::Once);
        let moments = moments.map(|spell| spell.begin);
        let asked = Span {
            from: chart.start,
            to: chart.end,
        };
        let (mut first, mut last) = (day(asked.from), day(asked.to));
        for span in points.chain(events).chain(moments) {
            first = first.min(day(span.from));
            last = last.max(day(span.to));
        }
        for panel in &chart.panels {
            let bars = panel.bars.iter().map(|bar| (day(bar.from), day(bar.to)));
            let tags = panel.tags.iter().map(|tag| (day(tag.at), day(tag.at)));
            for (from, to) in bars.chain(tags) {
                // A bar is as wide as its days, half of the first and last of which lie beyond their middle.
                first = first.min(from - 1);
                last = last.max(to + 1);
            }
        }
        let missing = FEWEST_DAYS - (last - first);
        if missing > 0 {
            first -= missing / 2;
            last += missing - missing / 2;
        }
        Self {
            first,
            last,
            anchor: day(asked.from),
        }
    }

    /// Days covered; at least one.
    pub(crate) fn days(self) -> i32 {
        (self.last - self.first).max(1)
    }

    /// Ticks at the finest step whose labels have room: `width` is the length of the axis and `label` that of its
    /// widest label with the space it needs around it.
    pub(crate) fn ticks(self, width: i32, label: i32, months: &[String; 12]) -> Vec<Tick> {
        let per_day = f64::from(width) / f64::from(self.days());
        let step = STEPS
            .into_iter()
            .find(|step| {
                let room = f64::from(step.days()) * per_day >= f64::from(label);
                room && self.days() / step.days() <= MOST_TICKS
            })
            .unwrap_or(Step::Years(100));
        let mut ticks = Vec::new();
        let mut year = None;
        for date in self.dates(step) {
            let month = date.month0() as usize;
            let name = months.get(month).map(String::as_str).unwrap_or_default();
            let label = match step {
                Step::Days(_) => format!("{} {name}", date.day()),
                Step::Months(_) => name.to_owned(),
                Step::Years(_) => date.year().to_string(),
            };
            let new_year = !matches!(step, Step::Years(_)) && year != Some(date.year());
            year = Some(date.year());
            ticks.push(Tick {
                day: day(date),
                label,
                year: new_year.then(|| date.year().to_string()),
            });
        }
        ticks
    }

    fn dates(self, step: Step) -> Vec<NaiveDate> {
        let date = |d| NaiveDate::from_num_days_from_ce_opt(d);
        let (Some(first), Some(last)) = (date(self.first), date(self.last)) else {
            return Vec::new();
        };
        let inside = |d: &NaiveDate| (first..=last).contains(d);
        match step {
            Step::Days(days) => (self.first + (self.anchor - self.first).rem_euclid(days.max(1))..=self.last)
                .step_by(days.max(1) as usize)
                .filter_map(date)
                .collect(),
            Step::Months(months) => (first.year()..=last.year())
                .flat_map(|year| {
                    (1..=12)
                        .step_by(months.max(1) as usize)
                        .filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 1))
                })
                .filter(inside)
                .collect(),
            Step::Years(years) => (first.year()..=last.year())
                .filter(|year| year.rem_euclid(years.max(1)) == 0)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
                .filter(inside)
                .collect(),
        }
    }
}

/// The day as a number; equal distances are equal times.
pub(crate) fn day(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EventKind, tests as made};

    fn axis(from: &str, to: &str) -> TimeAxis {
        TimeAxis {
            first: day(from.parse().unwrap()),
            last: day(to.parse().unwrap()),
            anchor: day(from.parse().unwrap()),
        }
    }

    fn labels(axis: TimeAxis) -> Vec<(String, Option<String>)> {
        axis.ticks(8000, 450, &made::labels().months)
            .into_iter()
            .map(|t| (t.label, t.year))
            .collect()
    }

    #[test]
    fn the_step_follows_the_range() {
        let days = labels(axis("2019-12-28", "2020-01-06"));
        assert_eq!(days[0], ("28 Dec".into(), Some("2019".into())));
        assert_eq!(days[4], ("1 Jan".into(), Some("2020".into())));
        let months = labels(axis("2019-11-15", "2020-06-15"));
        assert_eq!(months[0], ("Dec".into(), Some("2019".into())));
        assert_eq!(months[1], ("Jan".into(), Some("2020".into())));
        assert_eq!(months[2], ("Feb".into(), None));
        let years = labels(axis("2009-03-01", "2020-06-15"));
        assert_eq!(years[0], ("2010".into(), None));
        assert_eq!(years.len(), 11);
    }

    #[test]
    fn weeks_count_from_the_asked_start() {
        let chart = made::walking::ten_weeks();
        let axis = TimeAxis::of(&chart);
        assert_eq!(axis.first + 1, day(chart.start), "room for the first bar");
        assert_eq!(labels(axis)[0].0, "2 Mar");
        assert_eq!(labels(axis)[1].0, "9 Mar");
    }

    #[test]
    fn labels_never_touch() {
        for days in [1, 9, 40, 100, 400, 900, 2500, 8000, 30_000] {
            let axis = TimeAxis {
                first: 730_000,
                last: 730_000 + days,
                anchor: 730_000,
            };
            let ticks = axis.ticks(6000, 400, &made::labels().months);
            let per_day = 6000.0 / f64::from(axis.days());
            for pair in ticks.windows(2) {
                assert!(
                    f64::from(pair[1].day - pair[0].day) * per_day >= 400.0,
                    "{days} days: {pair:?}"
                );
            }
        }
    }

    #[test]
    fn values_and_operations_extend_the_axis_but_periods_do_not() {
        let mut chart = made::chart();
        chart.start = "2019-06-01".parse().unwrap();
        chart.end = "2019-06-02".parse().unwrap();
        let axis = TimeAxis::of(&chart);
        for span in chart
            .panels
            .iter()
            .flat_map(|p| &p.series)
            .flat_map(|s| &s.points)
            .map(|p| p.at)
        {
            assert!(axis.first <= day(span.from) && day(span.to) <= axis.last);
        }
        let diary = made::walking::two_days();
        let (first, second) = (day(diary.panels[0].bars[0].from), day(diary.panels[0].tags[0].at));
        let bounds = |start: &str, end: &str| {
            let mut diary = diary.clone();
            (diary.start, diary.end) = (start.parse().unwrap(), end.parse().unwrap());
            let axis = TimeAxis::of(&diary);
            (axis.first, axis.last)
        };
        assert_eq!(
            bounds("2026-02-01", "2026-02-20").1,
            second + 1,
            "the tag counts, the plan to 29 March does not"
        );
        assert_eq!(bounds("2026-03-20", "2026-04-20").0, first - 1);
        chart.panels.clear();
        chart
            .events
            .retain(|event| event.kind == EventKind::TreatmentPeriod);
        assert!(!chart.events.is_empty());
        assert_eq!(TimeAxis::of(&chart).days(), FEWEST_DAYS);
    }
}
