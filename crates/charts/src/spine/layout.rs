//! Where everything of the spine lies, in screen pixels: the rows from the head down, the lanes to both sides, the column of
//! sides that are not known, the numbers, and the key beside or below.

use std::collections::BTreeSet;

use super::bones::Region;
use super::key::{self, Entry};
use super::{Bone, Glyph, Half, Lane, SpineArea, SpineDrawing, SpineMark, Spot};
use crate::layout::SMALL;
use crate::text::Measure;
use crate::{ChartError, Face};

/// Width of one lane of marks beside the spine, and of one mark in the column of sides that are not known.
pub(super) const LANE: f64 = 13.0;
/// A region without a mark is drawn at this share of its height and width.
const SMALL_HEIGHT: f64 = 0.3;
const SMALL_WIDTH: f64 = 0.64;
/// The same of the sacrum, which has no joints inside.
const SMALL_SACRUM: f64 = 0.6;
/// Least distance of the names of two bones.
const NAMED: f64 = 10.0;
/// Room for the names of the bones.
const NAMES: f64 = 24.0;
/// Height of one line of words over the spine.
pub(super) const HEAD: f64 = 15.0;
/// Least height of a row drawn in full; below it, marks lie on each other.
const LEAST: f64 = 0.58;
/// The height of the spine on paper: 6 cm for one region.
const PAPER: f64 = 262.0;
/// Between the drawing and its key.
const APART: f64 = 18.0;

/// One bone with the space below it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) bone: Bone,
    pub(super) top: f64,
    pub(super) height: f64,
    pub(super) gap: f64,
    /// Half the width of the body.
    pub(super) half: f64,
    /// The reach of its processes beyond that.
    pub(super) wing: f64,
    /// Drawn with all its parts.
    pub(super) full: bool,
}

impl Row {
    pub(super) fn bottom(&self) -> f64 {
        self.top + self.height
    }
    pub(super) fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
    pub(super) fn space(&self) -> f64 {
        self.bottom() + self.gap / 2.0
    }
}

pub(crate) struct Plan {
    pub(super) rows: Vec<Row>,
    /// Bones that are named, with the height of the middle of the name.
    pub(super) names: Vec<(Bone, f64)>,
    /// Left edge of the names.
    pub(super) left: f64,
    /// Where the middle line lies.
    pub(super) centre: f64,
    /// From the middle line to the inner edge of the first lane.
    pub(super) reach: f64,
    /// Glyphs that have a lane on both sides, from the spine outwards.
    pub(super) lanes: Vec<Glyph>,
    /// Glyphs in the column of sides that are not known, and its left edge.
    pub(super) unknown: (Vec<Glyph>, f64),
    /// Left edge of the numbers.
    pub(super) numbers: f64,
    /// Right edge of the drawing without its key.
    pub(super) right: f64,
    /// Middle of the line of words over both halves.
    pub(super) heading: f64,
    pub(super) key: Vec<Entry>,
    pub(crate) height: f64,
    width: f64,
}

/// Glyphs that are drawn beside the spine, from inside out.
const OUTSIDE: [Glyph; 7] = [
    Glyph::Injected,
    Glyph::Radiofrequency,
    Glyph::Treated,
    Glyph::Finding,
    Glyph::Imaged,
    Glyph::Asked,
    Glyph::Painful,
];

pub(super) fn is_outside(glyph: Glyph) -> bool {
    OUTSIDE.contains(&glyph)
}

fn of(spine: &SpineDrawing, wanted: impl Fn(&SpineMark) -> bool) -> Vec<Glyph> {
    let found: BTreeSet<Glyph> = spine
        .marks
        .iter()
        .filter(|mark| wanted(mark))
        .map(|mark| mark.glyph)
        .collect();
    found.into_iter().collect()
}

/// Where everything lies on a surface `width` subunits wide, and no higher than `most` pixels where that can be read. Without
/// a limit it is as high as it reads well on paper.
pub(crate) fn plan(
    spine: &SpineDrawing,
    measure: &Measure,
    width: i32,
    most: Option<f64>,
) -> Result<Plan, ChartError> {
    let width = measure.px(width);
    let lanes = of(spine, |mark| {
        is_outside(mark.glyph) && matches!(mark.lane, Lane::Left | Lane::Right)
    });
    let unknown = of(spine, |mark| mark.lane == Lane::NotKnown);
    let full: Vec<Region> = spine.marks.iter().map(|mark| mark.spot.region()).collect();
    // Nothing recorded: every region has its share.
    let whole = |region: Region| {
        let with = region == Region::Sacrum && full.contains(&Region::LowBack);
        full.is_empty() || full.contains(&region) || with
    };
    let text = |text: &str| measure.px(measure.width(text, SMALL, Face::Regular));
    let words = &spine.words;

    let body = Bone::column(spine.sixth_lumbar)
        .into_iter()
        .filter(|bone| whole(bone.region()))
        .map(|bone| bone.half_width() + bone.wing())
        .fold(0.0, f64::max);
    let reach = body + 5.0;
    let side = reach + lanes.len() as f64 * LANE;
    // The words over a half end before the names of the bones begin.
    let wide = side.max(60.0);
    let centre = NAMES + wide.max(text(&words.right) + 5.0 - NAMES);
    let unknown_left = centre + wide.max(text(&words.left) + 5.0) + 8.0;
    let unknown_width = match unknown.len() {
        0 => 0.0,
        count => (count as f64 * LANE).max(LANE) + 8.0,
    };
    let numbers = unknown_left + unknown_width;
    let longest = spine
        .numbers
        .iter()
        .map(|(_, number)| text(number))
        .fold(0.0, f64::max);
    let right = numbers + if longest > 0.0 { longest + 4.0 } else { 0.0 };
    if right > width {
        return Err(ChartError::TooNarrow {
            needed: measure.len(right).unsigned_abs() / 10 + 1,
        });
    }

    let heads = if unknown.is_empty() { 1.0 } else { 2.0 };
    let top = heads * HEAD + 4.0;
    let entries = key::entries(spine);
    let beside = width - right - APART >= key::LEAST_WIDTH;
    let mut laid = if beside {
        key::column(entries, measure, (right + APART, width), top)
    } else {
        key::below(entries, measure, width)
    };
    let heights = |factor: f64| rows(spine, &whole, factor, top);
    let tall = |factor: f64| heights(factor).last().map_or(top, |row| row.bottom()) + 4.0;
    let spare = if beside { 0.0 } else { laid.height + 8.0 };
    let room = most.map_or(PAPER.max(tall(0.62)), |most| most - spare);
    let factor = factor(tall, room, most.is_some());
    let rows = heights(factor);
    let bottom = tall(factor);
    // Over a key that takes the whole width the drawing stands in the middle.
    let aside = if beside {
        0.0
    } else {
        ((width - right) / 2.0).floor()
    };
    let height = if beside {
        bottom.max(laid.height + top)
    } else {
        laid.move_down(bottom + 8.0);
        bottom + spare
    };
    Ok(Plan {
        names: names(&rows),
        rows,
        left: aside,
        centre: centre + aside,
        reach,
        lanes,
        unknown: (unknown, unknown_left + aside),
        numbers: numbers + aside,
        right: right + aside,
        heading: (heads - 0.5) * HEAD,
        key: laid.entries,
        height,
        width,
    })
}

/// The factor at which the column is as tall as its room, within what can be read and, on a screen, what is natural.
fn factor(tall: impl Fn(f64) -> f64, room: f64, screen: bool) -> f64 {
    let (base, one) = (tall(0.0), tall(1.0));
    let wanted = (room - base) / (one - base).max(1.0);
    wanted.clamp(LEAST, if screen { 1.25 } else { 1.0 })
}

fn rows(spine: &SpineDrawing, whole: &dyn Fn(Region) -> bool, factor: f64, top: f64) -> Vec<Row> {
    let mut y = top;
    let mut rows = Vec::new();
    for bone in Bone::column(spine.sixth_lumbar) {
        let full = whole(bone.region());
        let small = match bone.region() {
            _ if full => 1.0,
            Region::Sacrum => SMALL_SACRUM,
            _ => SMALL_HEIGHT,
        };
        let broad = if full { 1.0 } else { SMALL_WIDTH };
        let height = bone.height() * factor * small;
        let between = matches!(bone, Bone::Thoracic(12)) && whole(Region::LowBack);
        let gap = bone.gap() * factor * if between { 1.0 } else { small };
        rows.push(Row {
            bone,
            top: y,
            height,
            gap,
            half: bone.half_width() * broad,
            wing: bone.wing() * broad,
            full,
        });
        y += height + gap;
    }
    rows
}

/// The bones that are named: all that are drawn in full and the first of each region, then the last of each, as far as no
/// name lies on another.
fn names(rows: &[Row]) -> Vec<(Bone, f64)> {
    let region = |at: Option<usize>| at.and_then(|at| rows.get(at)).map(|row| row.bone.region());
    let rank = |at: usize, row: &Row| {
        let here = Some(row.bone.region());
        let first = region(at.checked_sub(1)) != here || row.bone == Bone::Cervical(1);
        let last = region(Some(at + 1)) != here;
        match row.bone {
            Bone::Occiput if row.full => Some(2),
            Bone::Occiput | Bone::Coccyx => None,
            _ if row.full || first => Some(0),
            _ if last => Some(1),
            _ => None,
        }
    };
    let ranked = |wanted: i32| {
        rows.iter()
            .enumerate()
            .filter(move |(at, row)| rank(*at, row) == Some(wanted))
    };
    let mut named: Vec<(Bone, f64)> = Vec::new();
    for (_, row) in (0..3).flat_map(ranked) {
        let y = match row.bone {
            Bone::Sacrum => row.top + row.height * 0.16,
            _ => row.middle(),
        };
        if named.iter().all(|(_, other)| (other - y).abs() >= NAMED) {
            named.push((row.bone, y));
        }
    }
    named
}

impl Plan {
    pub(super) fn row(&self, bone: Bone) -> Option<&Row> {
        self.rows.iter().find(|row| row.bone == bone)
    }

    /// The row after that of a bone.
    pub(super) fn next(&self, bone: Bone) -> Option<&Row> {
        let at = self.rows.iter().position(|row| row.bone == bone)?;
        self.rows.get(at + 1)
    }

    /// The height of the middle of a place.
    pub(super) fn level(&self, spot: Spot) -> Option<f64> {
        match spot {
            Spot::Bone(Bone::Sacrum) => self.row(Bone::Sacrum).map(|row| row.top + row.height * 0.2),
            Spot::Bone(bone) => self.row(bone).map(Row::middle),
            Spot::Below(bone) => self.row(bone).map(Row::space),
            Spot::Sacroiliac(_) => self.row(Bone::Sacrum).map(|row| row.top + row.height * 0.5),
            Spot::Pelvis => self.row(Bone::Sacrum).map(|row| row.top + row.height * 0.78),
        }
    }

    /// The middle of the lane of a glyph on one side.
    pub(super) fn lane(&self, glyph: Glyph, half: Half) -> f64 {
        let at = self.lanes.iter().position(|one| *one == glyph).unwrap_or(0);
        let away = self.reach + (at as f64 + 0.5) * LANE;
        match half {
            Half::Right => self.centre - away,
            Half::Left => self.centre + away,
        }
    }

    /// The middle of a glyph in the column of sides that are not known.
    pub(super) fn unknown(&self, glyph: Glyph) -> f64 {
        let (glyphs, left) = &self.unknown;
        let at = glyphs.iter().position(|one| *one == glyph).unwrap_or(0);
        left + (at as f64 + 0.5) * LANE
    }

    /// The areas of all places, each over the whole width of the drawing but for the joints, which have a half each.
    pub(super) fn areas(&self) -> Vec<SpineArea> {
        let (left, right) = (self.left, self.right.min(self.width));
        let mut all = Vec::new();
        let low_back = self.row(Bone::Lumbar(1)).is_some_and(|row| row.full);
        let mut area = |spot: Spot, (x, y): (f64, f64), (to, bottom): (f64, f64)| {
            let full = match spot {
                Spot::Below(Bone::Thoracic(12)) => low_back,
                Spot::Bone(bone) | Spot::Below(bone) => self.row(bone).is_some_and(|row| row.full),
                Spot::Sacroiliac(_) | Spot::Pelvis => self.row(Bone::Sacrum).is_some_and(|row| row.full),
            };
            all.push(SpineArea {
                full,
                spot,
                x,
                y,
                w: to - x,
                h: bottom - y,
            });
        };
        for row in &self.rows {
            // A bone gives some of its height to the space below, which is thin.
            let share = (row.height * 0.22).min(5.0);
            let above = if row.bone == Bone::Occiput { 0.0 } else { share };
            match row.bone {
                Bone::Sacrum => {
                    let third = row.height / 3.0;
                    let first = row.top + third + 2.0;
                    area(Spot::Bone(Bone::Sacrum), (left, row.top + above), (right, first));
                    let second = row.top + third * 2.0;
                    area(
                        Spot::Sacroiliac(Half::Right),
                        (left, first),
                        (self.centre, second),
                    );
                    area(
                        Spot::Sacroiliac(Half::Left),
                        (self.centre, first),
                        (right, second),
                    );
                    area(Spot::Pelvis, (left, second), (right, row.bottom()));
                }
                Bone::Coccyx => area(
                    Spot::Bone(Bone::Coccyx),
                    (left, row.top),
                    (right, row.bottom() + 2.0),
                ),
                bone => {
                    area(
                        Spot::Bone(bone),
                        (left, row.top + above),
                        (right, row.bottom() - share),
                    );
                    let next = self.next(bone);
                    let below = next.map_or(row.bottom(), |next| next.top + (next.height * 0.22).min(5.0));
                    area(Spot::Below(bone), (left, row.bottom() - share), (right, below));
                }
            }
        }
        all
    }
}
