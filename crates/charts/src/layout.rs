//! Where everything goes, in subunits: title, panels from top to bottom, the strip of event badges above the first
//! plot, the time axis below the last, and the key of events. Nothing is cut off: too little height is an error.

mod diary;
mod key;
mod sequence;

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use crate::Face;
use crate::model::{Panel, ProgressChart};
use crate::pen::Place;
use crate::text::Measure;
use crate::time::{Tick, TimeAxis};
use crate::{ChartError, value};

pub(crate) use diary::Sign;
pub(crate) use key::{Badge, KeyEntry, badge_width};

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

/// The whole drawing's places.
pub(crate) struct Plan {
    pub(crate) title: Lines,
    pub(crate) badges: Vec<Badge>,
    pub(crate) panels: Vec<PanelPlan>,
    pub(crate) ticks: Vec<Tick>,
    /// Middle of the row of tick labels.
    pub(crate) axis: i32,
    pub(crate) key: Vec<KeyEntry>,
    pub(crate) note: Option<Lines>,
    /// That the axis is an order and no time, and the names of numbered steps.
    pub(crate) order: Vec<Lines>,
    height: i32,
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
    let plot = (height - fixed) / plots(chart);
    let least = measure.len(if chart.is_empty() {
        EMPTY_HEIGHT
    } else {
        LEAST_PLOT
    });
    if plot < least || width < measure.len(240.0) {
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
        i32::try_from(chart.panels.len().max(1)).unwrap_or(i32::MAX)
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
        ticks: Vec::new(),
        axis: y,
        key: Vec::new(),
        note: None,
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
        let x_of = |moment: f64| {
            let part = (moment - f64::from(time.first)) / f64::from(time.days());
            left + inset + (f64::from(right - left - 2 * inset) * part).floor() as i32
        };
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
    if chart.has_imprecise_points() && !chart.labels.imprecise.is_empty() {
        let indent = measure.len(SWATCH + 6.0);
        let at = (margin + indent, y);
        let lines = rows(
            measure,
            &chart.labels.imprecise,
            at,
            inner - indent,
            TEXT,
            Face::Regular,
        );
        y += line_count(&lines) * row;
        plan.note = Some(lines);
    }
    plan.height = y + margin;
    Ok(plan)
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
