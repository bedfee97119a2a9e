//! What a progress chart is made of: plain data, with every word given by the caller.

mod diary;
mod narrow;
mod track;

use chrono::{Days, NaiveDate};

use crate::{ChartError, Mark, MarkKind};

pub use diary::{Bar, MOST_DAY_BARS, PanelWords, Stretch, Tag, TagKind, Target};
pub use track::{Spell, SpellEnd, Track};

/// When something was true: a single day when `from == to`, otherwise somewhere between the two, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day on which it may have been true.
    pub from: NaiveDate,
    /// Last possible day; not before `from`.
    pub to: NaiveDate,
}

impl Span {
    /// A span of exactly one day.
    pub fn day(date: NaiveDate) -> Self {
        Self { from: date, to: date }
    }

    /// Step `number` of a sequence, from 0; steps lie as far apart as days do.
    pub fn step(number: usize) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX).min(MOST_STEPS);
        Self::day(NaiveDate::default() + Days::new(number.into()))
    }

    /// Whether the day itself is known.
    pub fn is_day(&self) -> bool {
        self.from == self.to
    }
}

/// Steps beyond this one fall together.
const MOST_STEPS: u32 = 100_000;

/// What is told of a value, a bar or a tag by whoever shows the drawing, as where it is pointed at. It is never drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// What was measured, with where and when it was asked for: "Pain 0–10, left leg, now".
    pub measure: String,
    /// The value with its unit; empty where there is none.
    pub value: String,
    /// When, as it was recorded.
    pub when: String,
    /// What happened, and what the reader should know about the value: a line each.
    pub notes: Vec<String>,
}

/// On which side of a number a value lies, where that is all that was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// It lies below the range.
    Below,
    /// It lies above the range.
    Above,
}

/// One measured value on the axes of a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// When it was measured.
    pub at: Span,
    /// The value in the panel's unit; must lie inside the panel's range.
    pub value: f64,
    /// On which side of `value` it lies, where it is a limit and not the value. It is drawn as an arrow and joined with nothing.
    pub limit: Option<Limit>,
    /// What is told of it.
    pub told: Caption,
}

/// Values of one kind, such as leg pain.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// Which mark, dash and colour: 0 to 5; higher numbers start again.
    pub style: usize,
    /// Values in any order.
    pub points: Vec<Point>,
    /// Two neighbouring values are joined when they lie fewer days apart than this; 0 joins none.
    pub gap_days: u32,
}

/// The range around a baseline inside which a change is not counted as one.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeBand {
    /// The value that changes are measured against.
    pub baseline_value: f64,
    /// The day of the baseline; the band starts here.
    pub baseline_date: NaiveDate,
    /// Points of change to either side; zero or more.
    pub threshold: f64,
    /// A second, larger number of points where sources differ: between the two a change may count or not.
    pub wider: Option<f64>,
    /// Threshold, source and baseline in words.
    pub label: String,
    /// Whether a fall is an improvement.
    pub lower_is_better: bool,
}

/// The range that was reported beside every value of a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Reported {
    /// Its lower end, where it has one.
    pub low: Option<f64>,
    /// Its upper end, where it has one.
    pub high: Option<f64>,
    /// Its words in the panel's head.
    pub label: String,
}

/// One instrument (or one body region) on its own value axis. The default has nothing in it and no usable range.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// What is measured, above the panel.
    pub title: String,
    /// Which direction is better, in words.
    pub direction_label: String,
    /// Lowest and highest value of the instrument; the axis always shows all of it.
    pub range: (f64, f64),
    /// Unit of the values; may be empty.
    pub unit: String,
    /// What is drawn in this panel.
    pub series: Vec<Series>,
    /// The change that counts, if the clinic has set one.
    pub band: Option<ChangeBand>,
    /// The range that was reported beside all of the values.
    pub reported: Option<Reported>,
    /// Amounts of days or weeks, from the axis' zero; no two share a day.
    pub bars: Vec<Bar>,
    /// The plan, a step line over the bars: pieces that follow each other are joined, others leave a gap.
    pub planned: Vec<Stretch>,
    /// The value to reach.
    pub target: Option<Target>,
    /// Signs of single days at the foot of the plot.
    pub tags: Vec<Tag>,
    /// Words for bars, plan and tags.
    pub words: PanelWords,
}

/// What kind of thing happened; decides the badge and the dash of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// An operation: filled badge, unbroken line.
    Operation,
    /// A treatment given or begun at a moment: outlined badge, dashed line.
    TreatmentStart,
    /// A treatment that ran for a while: bar from first to last day, dotted lines at its ends.
    TreatmentPeriod,
    /// A step of a plan: small badge with a cut corner, thin line at the beginning of the day.
    Change,
    /// A pause of a plan: hatched through all plots from first to last day, badge at its start.
    Pause,
}

impl EventKind {
    /// Whether it lasts and may run past either end of the axis.
    pub(crate) fn is_period(self) -> bool {
        matches!(self, Self::TreatmentPeriod | Self::Pause)
    }
}

/// Something that happened, drawn through all panels and explained by number below the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When; for a treatment period or a pause its first and last day.
    pub at: Span,
    /// The words of the legend, with the date as it is known.
    pub label: String,
    /// What kind of event.
    pub kind: EventKind,
    /// The number in the badge.
    pub number: u32,
}

/// The words that belong to the chart as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Shown in place of a chart or panel without values.
    pub empty: String,
    /// What the chart shows, for screen readers.
    pub description: String,
    /// Short month names, January first.
    pub months: [String; 12],
    /// Explains the bar of a value whose day is not known; shown only when there is one.
    pub imprecise: String,
    /// Beside the limit of the change band on the better side.
    pub better: String,
    /// Beside the limit of the change band on the worse side.
    pub worse: String,
    /// Below the steps of a sequence: that they are an order and no time.
    pub sequence: String,
    /// Explains the outline of a spell, which may have been; shown only where there is one.
    pub possible: String,
    /// Explains the dotted line of a spell of which no end is known; shown only where there is one.
    pub no_end: String,
    /// Explains the arrow of a spell that goes on; shown only where there is one.
    pub goes_on: String,
}

/// Small multiples over one time axis.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressChart {
    /// Heading; may be empty.
    pub title: String,
    /// From top to bottom.
    pub panels: Vec<Panel>,
    /// Operations and other turns of the case, in any order.
    pub events: Vec<Event>,
    /// What went on beside the values, below the panels.
    pub tracks: Vec<Track>,
    /// First day to show; values, bars, tags and events of one moment before it extend the axis.
    pub start: NaiveDate,
    /// Last day to show; values, bars, tags and events of one moment after it extend the axis.
    pub end: NaiveDate,
    /// The names of the steps where the axis is an order and no time; then every value stands at a [`Span::step`], start
    /// and end mean nothing and events are not drawn. Empty for a true time axis.
    pub sequence: Vec<String>,
    /// The words that are drawn, in the language of the reader.
    pub labels: Labels,
}

impl ProgressChart {
    /// Whether no panel and no track has anything to show.
    pub fn is_empty(&self) -> bool {
        self.panels.iter().all(Panel::is_empty) && self.spells().next().is_none()
    }

    /// Every spell of every track.
    pub(crate) fn spells(&self) -> impl Iterator<Item = &Spell> {
        self.tracks.iter().flat_map(|track| &track.spells)
    }

    /// What is told of what lies at a mark of this chart.
    pub fn told(&self, mark: &Mark) -> Option<&Caption> {
        if mark.kind == MarkKind::Spell {
            let track = mark.panel.checked_sub(self.panels.len())?;
            let spell = self.tracks.get(track)?.spells.get(mark.index)?;
            return Some(&spell.told);
        }
        let panel = self.panels.get(mark.panel)?;
        match mark.kind {
            MarkKind::Spell => None,
            MarkKind::Value => {
                let series = panel.series.get(mark.series)?;
                series.points.get(mark.index).map(|point| &point.told)
            }
            MarkKind::Bar => panel.bars.get(mark.index).map(|bar| &bar.told),
            MarkKind::Tag => panel.tags.get(mark.index).map(|tag| &tag.told),
        }
    }

    /// Whether any value is drawn as a bar because its day is not known.
    pub(crate) fn has_imprecise_points(&self) -> bool {
        self.panels
            .iter()
            .flat_map(|p| &p.series)
            .flat_map(|s| &s.points)
            .any(|p| !p.at.is_day())
    }

    /// Whether every value stands at a step of the sequence, and nothing else is there that has a place in time.
    fn steps_hold(&self) -> bool {
        let steps: Vec<Span> = (0..self.sequence.len()).map(Span::step).collect();
        let mut values = self.panels.iter().flat_map(|p| &p.series).flat_map(|s| &s.points);
        let timed = |panel: &Panel| panel.band.is_some() || panel.stretches().next().is_some();
        self.events.is_empty()
            && self.tracks.is_empty()
            && !self.panels.iter().any(timed)
            && values.all(|point| steps.contains(&point.at))
    }

    /// Refuses what cannot be drawn truthfully.
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        if self.start > self.end {
            return Err(ChartError::TimeReversed);
        }
        if !self.sequence.is_empty() && !self.steps_hold() {
            return Err(ChartError::Sequence);
        }
        let points = self
            .panels
            .iter()
            .flat_map(|p| &p.series)
            .flat_map(|s| &s.points)
            .map(|p| p.at);
        if points
            .chain(self.events.iter().map(|e| e.at))
            .any(|span| span.from > span.to)
            || self
                .panels
                .iter()
                .flat_map(Panel::stretches)
                .any(|(from, to)| from > to)
            || self.spells().any(Spell::is_reversed)
        {
            return Err(ChartError::SpanReversed);
        }
        self.panels
            .iter()
            .enumerate()
            .try_for_each(|(index, panel)| panel.check(index))
    }
}

impl Panel {
    /// Whether there is no value, bar, plan or tag; a target alone shows nothing that happened.
    pub(crate) fn is_empty(&self) -> bool {
        let values = self.series.iter().any(|series| !series.points.is_empty());
        !values && self.bars.is_empty() && self.planned.is_empty() && self.tags.is_empty()
    }

    /// Whether any value is known by a limit alone.
    pub(crate) fn has_limits(&self) -> bool {
        let mut points = self.series.iter().flat_map(|series| &series.points);
        points.any(|point| point.limit.is_some())
    }

    fn check(&self, panel: usize) -> Result<(), ChartError> {
        let (low, high) = self.range;
        if !(low.is_finite() && high.is_finite() && low < high) {
            return Err(ChartError::Range { panel });
        }
        for (series, one) in self.series.iter().enumerate() {
            if let Some(index) = one.points.iter().position(|p| !(low..=high).contains(&p.value)) {
                return Err(ChartError::ValueOutsideRange { panel, series, index });
            }
        }
        self.check_diary(panel)?;
        let reported = self.reported.iter().flat_map(|one| [one.low, one.high]);
        if reported.flatten().any(|end| !end.is_finite()) {
            return Err(ChartError::Range { panel });
        }
        match &self.band {
            Some(band)
                if !(low..=high).contains(&band.baseline_value)
                    || !band.threshold.is_finite()
                    || band.threshold < 0.0
                    || band
                        .wider
                        .is_some_and(|wider| !wider.is_finite() || wider < band.threshold) =>
            {
                Err(ChartError::Band { panel })
            }
            _ => Ok(()),
        }
    }
}
