//! Where everything goes, in subunits: title, panels from top to bottom, the strip of event badges above the first
//! plot, the time axis below the last, and the key of events. Nothing is cut off: too little height is an error.

mod diary;
mod key;
mod sequence;
mod tracks;

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use crate::Face;
use crate::model::{Panel, ProgressChart, SpellEnd};
use crate::pen::Place;
use crate::text::Measure;
use crate::time::{Tick, TimeAxis};
use crate::{ChartError, value};

pub(crate) use diary::Sign;
pub(crate) use key::{Badge, KeyEntry, badge_width};
pub(crate) use tracks::{BAR, SIGN, SpellPlan, TrackPlan};

/// Sizes in screen pixels; paper scales them all alike.
pub(crate) const TEXT: f64 = 12.0;
pub(crate) const TITLE: f64 = 14.0;
pub(crate) const SMALL: f64 = 11.0;
pub(crate) const ROW: f64 = 17.0;
pub(crate) const SWATCH: f64 = 28.0;
const MARGIN: f64 = 6.0;
const LEAST_PLOT: f64 = 72.0;
const GOOD_PLOT: f64 = 132.0;
const EMPTY_HEIGHT: f64 = 64.0;

/// Lines of text: left edge and the middle of the first line.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub(crate) at: Place,
    pub(crate) rows: Vec<String>,
}

/// The rectangle of a plot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
}

pub(crate) struct PanelPlan {
    pub(crate) title: Lines,
    pub(crate) meta: Lines,
    /// For each series the left edge and middle of its entry.
    pub(crate) names: Vec<Lines>,
    pub(crate) band: Option<Lines>,
    /// Bars, plan, target and tags with their words.
    pub(crate) signs: Vec<(Sign, Lines)>,
    pub(crate) frame: Frame,
    pub(crate) values: Vec<f64>,
    scale: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

impl PanelPlan {
    /// Where a value on a day lies.
    pub(crate) fn place(&self, day: i32, value: f64) -> Place {
        self.moment(f64::from(day), value)
    }

    /// Where a value at a moment lies; the place of a day is its middle.
    pub(crate) fn moment(&self, days: f64, value: f64) -> Place {
        self.scale.translate(&(days, value))
    }
}

/// The stretch of the drawing that is time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axis {
    pub(crate) time: TimeAxis,
    /// Left and right side of all frames.
    pub(crate) left: i32,
    pub(crate) right: i32,
    /// Room between a frame and the first or last day.
    inset: i32,
}

impl Axis {
    /// Where a moment lies; the place of a day is its middle.
    pub(crate) fn x(&self, moment: f64) -> i32 {
        let part = (moment - f64::from(self.time.first)) / f64::from(self.time.days());
        self.left + self.inset + (f64::from(self.right - self.left - 2 * self.inset) * part).floor() as i32
    }
}

/// What a note below the drawing explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoteSign {
    /// The bar of a value whose day is not known.
    Imprecise,
    /// The outline of what may have been.
    Outline,
    /// The dots of what has no known end.
    Dotted,
    /// The arrow of what goes on.
    GoesOn,
}

/// The whole drawing's places.
pub(crate) struct Plan {
    pub(crate) title: Lines,
    pub(crate) badges: Vec<Badge>,
    pub(crate) panels: Vec<PanelPlan>,
    pub(crate) tracks: Vec<TrackPlan>,
    /// None where nothing is drawn.
    time: Option<Axis>,
    pub(crate) ticks: Vec<Tick>,
    /// Middle of the row of tick labels.
    pub(crate) axis: i32,
    pub(crate) key: Vec<KeyEntry>,
    pub(crate) notes: Vec<(NoteSign, Lines)>,
    /// That the axis is an order and no time, and the names of numbered steps.
    pub(crate) order: Vec<Lines>,
    height: i32,
}

impl Plan {
    /// Where a day lies across.
    pub(crate) fn x(&self, day: i32) -> i32 {
        self.time.map_or(0, |axis| axis.x(f64::from(day)))
    }

    /// Every frame from top to bottom: those of the panels, then those of the tracks.
    pub(crate) fn frames(&self) -> impl Iterator<Item = Frame> {
        let panels = self.panels.iter().map(|panel| panel.frame);
        panels.chain(self.tracks.iter().map(|track| track.frame))
    }
}

/// The height at which the chart reads well, in subunits.
pub(crate) fn good_height(chart: &ProgressChart, measure: &Measure, width: i32) -> Result<i32, ChartError> {
    let fixed = fixed_height(chart, measure, width)?;
    Ok(fixed + measure.len(if chart.is_empty() { EMPTY_HEIGHT } else { GOOD_PLOT }) * plots(chart))
}

/// Places everything in `width` by `height` subunits.
///
/// # Errors
/// [`ChartError::TooSmall`] when a plot would be too low to read.
pub(crate) fn plan(
    chart: &ProgressChart,
    measure: &Measure,
    (width, height): (i32, i32),
) -> Result<Plan, ChartError> {
    let fixed = fixed_height(chart, measure, width)?;
    // Tracks alone are as high as they are.
    let plot = (height - fixed).checked_div(plots(chart)).unwrap_or_default();
    let least = measure.len(if chart.is_empty() {
        EMPTY_HEIGHT
    } else {
        LEAST_PLOT
    });
    let low = if plots(chart) == 0 {
        height < fixed
    } else {
        plot < least
    };
    if low || width < measure.len(240.0) {
        let needed = f64::from(fixed + least * plots(chart)) / crate::text::SUBUNITS;
        return Err(ChartError::TooSmall {
            needed: needed.ceil() as u32,
        });
    }
    place(chart, measure, width, plot)
}

fn plots(chart: &ProgressChart) -> i32 {
    if chart.is_empty() {
        1
    } else {
        i32::try_from(chart.panels.len()).unwrap_or(i32::MAX)
    }
}

fn fixed_height(chart: &ProgressChart, measure: &Measure, width: i32) -> Result<i32, ChartError> {
    chart.check()?;
    Ok(place(chart, measure, width.max(measure.len(240.0)), 0)?.height)
}

fn place(chart: &ProgressChart, measure: &Measure, width: i32, plot: i32) -> Result<Plan, ChartError> {
    let row = measure.len(ROW);
    let margin = measure.len(MARGIN);
    let inner = width - 2 * margin;
    let mut y = margin;
    let title = rows(measure, &chart.title, (margin, y), inner, TITLE, Face::Semibold);
    y += line_count(&title) * measure.len(20.0);
    let mut plan = Plan {
        title,
        badges: Vec::new(),
        panels: Vec::new(),
        tracks: Vec::new(),
        time: None,
        ticks: Vec::new(),
        axis: y,
        key: Vec::new(),
        notes: Vec::new(),
        order: Vec::new(),
        height: y + margin,
    };
    if chart.is_empty() {
        return Ok(plan);
    }

    let time = TimeAxis::of(chart);
    let left = margin + value_width(chart, measure, plot) + measure.len(6.0);
    let right = width - margin - limit_width(chart, measure);
    let inset = measure.len(9.0);
    let axis = Axis {
        time,
        left,
        right,
        inset,
    };
    plan.time = Some(axis);
    let x_of = |moment: f64| axis.x(moment);
    for (index, panel) in chart.panels.iter().enumerate() {
        let mut head = Head::new(measure, margin, y, width - margin);
        let title = head.add(&panel.title, 0, TEXT, Face::Semibold);
        let meta = head.add(&meta(panel), 0, TEXT, Face::Regular);
        let names = panel
            .series
            .iter()
            .map(|series| head.add(&series.name, measure.len(SWATCH + 6.0), TEXT, Face::Regular))
            .collect();
        let signs = diary::signs(panel, &mut head);
        y = head.end();
        let band = panel.band.as_ref().map(|band| {
            let indent = measure.len(SWATCH + 6.0);
            let lines = rows(
                measure,
                &band.label,
                (margin + indent, y),
                inner - indent,
                TEXT,
                Face::Regular,
            );
            y += line_count(&lines).max(1) * row;
            lines
        });
        if index == 0 {
            let (badges, depth) = key::badges(chart, measure, time, (left, right), y, &x_of);
            plan.badges = badges;
            y += depth;
        }
        let frame = Frame {
            left,
            top: y + measure.len(4.0),
            right,
            bottom: y + measure.len(4.0) + plot,
        };
        let across = (left + inset)..(right - inset);
        let lowest = frame.bottom - diary::foot(panel, measure);
        let down = lowest..(frame.top + diary::headroom(measure)).min(lowest);
        let days = f64::from(time.first)..f64::from(time.first + time.days());
        plan.panels.push(PanelPlan {
            title,
            meta,
            names,
            band,
            signs,
            frame,
            values: ticks_of(panel, measure, plot),
            scale: Cartesian2d::new(days, panel.range.0..panel.range.1, (across, down)),
        });
        y = frame.bottom
            + measure.len(if index + 1 == chart.panels.len() {
                4.0
            } else {
                12.0
            });
    }

    if chart.panels.is_empty() {
        let (badges, depth) = key::badges(chart, measure, time, (left, right), y, &x_of);
        plan.badges = badges;
        y += depth;
    }
    for track in &chart.tracks {
        y += measure.len(6.0);
        let placed = tracks::track(track, measure, &axis, y, margin);
        y = placed.frame.bottom + measure.len(4.0);
        plan.tracks.push(placed);
    }

    if !chart.sequence.is_empty() {
        plan.axis = y + row / 2;
        let steps = sequence::steps(
            chart,
            measure,
            (margin, width - margin),
            time,
            right - left - 2 * inset,
            y,
        );
        plan.ticks = steps.ticks;
        plan.order = steps.order;
        plan.height = steps.end + margin;
        return Ok(plan);
    }
    let label = chart
        .labels
        .months
        .iter()
        .map(|m| measure.width(&format!("28 {m}"), SMALL, Face::Regular))
        .max();
    let label = label
        .unwrap_or_default()
        .max(measure.width("2000", SMALL, Face::Regular))
        + measure.len(12.0);
    plan.ticks = time.ticks(right - left - 2 * inset, label, &chart.labels.months);
    plan.axis = y + row / 2;
    y += if plan.ticks.iter().any(|tick| tick.year.is_some()) {
        row + measure.len(14.0)
    } else {
        row
    };
    y += measure.len(6.0);
    let (entries, depth) = key::entries(chart, measure, (margin, width - margin), y);
    plan.key = entries;
    y += depth;
    for (sign, text) in notes(chart, &plan.tracks) {
        let indent = measure.len(SWATCH + 6.0);
        let at = (margin + indent, y);
        let lines = rows(measure, text, at, inner - indent, TEXT, Face::Regular);
        y += line_count(&lines) * row;
        plan.notes.push((sign, lines));
    }
    plan.height = y + margin;
    Ok(plan)
}

/// What has to be explained below the drawing.
fn notes<'a>(chart: &'a ProgressChart, tracks: &[TrackPlan]) -> Vec<(NoteSign, &'a str)> {
    let labels = &chart.labels;
    let drawn = || {
        let pairs = tracks.iter().zip(&chart.tracks);
        pairs.flat_map(|(plan, track)| {
            let spells = plan.spells.iter();
            spells.filter_map(|one| Some((one, track.spells.get(one.spell)?)))
        })
    };
    let is_outlined = |(plan, spell): (&SpellPlan, &crate::Spell)| match spell.end {
        SpellEnd::Unknown => plan.sure.is_none(),
        _ => plan.sure != Some(plan.reach),
    };
    let ends = |end| drawn().any(|(_, spell)| spell.end == end);
    let notes = [
        (
            NoteSign::Imprecise,
            &labels.imprecise,
            chart.has_imprecise_points(),
        ),
        (NoteSign::Outline, &labels.possible, drawn().any(is_outlined)),
        (NoteSign::GoesOn, &labels.goes_on, ends(SpellEnd::GoesOn)),
        (NoteSign::Dotted, &labels.no_end, ends(SpellEnd::Unknown)),
    ];
    let wanted = notes
        .into_iter()
        .filter(|(_, text, there)| *there && !text.is_empty());
    wanted.map(|(sign, text, _)| (sign, text.as_str())).collect()
}

/// Items one after another in rows, as words are; each stays in one piece when it can.
struct Head<'a> {
    measure: &'a Measure,
    left: i32,
    right: i32,
    x: i32,
    y: i32,
    fresh: bool,
}

impl<'a> Head<'a> {
    fn new(measure: &'a Measure, left: i32, y: i32, right: i32) -> Self {
        Self {
            measure,
            left,
            right,
            x: left,
            y,
            fresh: true,
        }
    }

    /// Places a text behind `indent` subunits kept free for its symbol.
    fn add(&mut self, text: &str, indent: i32, size: f64, face: Face) -> Lines {
        if text.is_empty() && indent == 0 {
            return Lines::default();
        }
        let row = self.measure.len(ROW);
        let room = self.right - self.left - indent;
        let lines = self.measure.wrap(text, room, size, face);
        let width = lines
            .iter()
            .map(|line| self.measure.width(line, size, face))
            .max()
            .unwrap_or_default();
        if !self.fresh && (self.x + indent + width > self.right || lines.len() > 1) {
            self.x = self.left;
            self.y += row;
        }
        let placed = Lines {
            at: (self.x + indent, self.y + row / 2),
            rows: lines,
        };
        self.fresh = false;
        self.y += (line_count(&placed).max(1) - 1) * row;
        self.x += indent + width + self.measure.len(16.0);
        placed
    }

    fn end(&self) -> i32 {
        if self.fresh {
            self.y
        } else {
            self.y + self.measure.len(ROW)
        }
    }
}

fn rows(measure: &Measure, text: &str, (x, top): Place, width: i32, size: f64, face: Face) -> Lines {
    Lines {
        at: (x, top + measure.len(ROW) / 2),
        rows: measure.wrap(text, width, size, face),
    }
}

fn line_count(lines: &Lines) -> i32 {
    i32::try_from(lines.rows.len()).unwrap_or(i32::MAX)
}

fn meta(panel: &Panel) -> String {
    let parts = [panel.unit.as_str(), panel.direction_label.as_str()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn ticks_of(panel: &Panel, measure: &Measure, plot: i32) -> Vec<f64> {
    let most = (plot / measure.len(22.0)).clamp(1, 6);
    value::ticks(panel.range, most.unsigned_abs() as usize)
}

fn value_width(chart: &ProgressChart, measure: &Measure, plot: i32) -> i32 {
    let values = chart
        .panels
        .iter()
        .flat_map(|panel| ticks_of(panel, measure, plot));
    values
        .map(|v| measure.width(&value::label(v), SMALL, Face::Regular))
        .max()
        .unwrap_or_default()
}

/// Room right of the plots for the words beside a band's limits.
fn limit_width(chart: &ProgressChart, measure: &Measure) -> i32 {
    if chart.panels.iter().all(|panel| panel.band.is_none()) {
        return 0;
    }
    let words = [&chart.labels.better, &chart.labels.worse];
    let widest = words
        .into_iter()
        .map(|w| measure.width(&format!("↓ {w}"), SMALL, Face::Regular))
        .max();
    widest.unwrap_or_default() + measure.len(5.0)
}
