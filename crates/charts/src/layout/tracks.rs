//! Rows for what went on beside the values: each spell in the first row where neither it nor its words touch another.

use super::{Axis, Frame, Head, Lines, SMALL, TEXT};
use crate::Face;
use crate::model::{Span, Spell, SpellEnd, Track};
use crate::pen::Place;
use crate::text::Measure;
use crate::time::day;

/// Height of a row with words, and of one without.
const ROW: f64 = 22.0;
const BARE: f64 = 9.0;
/// More rows than this have no words: they would fill the page.
const MOST_ROWS: usize = 8;
/// Height of a bar.
pub(crate) const BAR: f64 = 5.0;
/// Half the width of the sign of what happened once.
pub(crate) const SIGN: f64 = 5.0;

/// One spell of a track.
pub(crate) struct SpellPlan {
    pub(crate) spell: usize,
    /// Left and right end of what may have been, cut at the frame.
    pub(crate) reach: (i32, i32),
    /// Left and right end of what is sure; nothing where no day of it is.
    pub(crate) sure: Option<(i32, i32)>,
    /// Middle of its bar.
    pub(crate) middle: i32,
    /// Its words with the place of their left end.
    pub(crate) words: Option<(Place, String)>,
}

pub(crate) struct TrackPlan {
    pub(crate) name: Lines,
    pub(crate) frame: Frame,
    pub(crate) spells: Vec<SpellPlan>,
}

/// Places a track below `y`; a track of which nothing lies on the axis has its name and an empty row.
pub(super) fn track(track: &Track, measure: &Measure, axis: &Axis, y: i32, margin: i32) -> TrackPlan {
    let mut head = Head::new(measure, margin, y, axis.right);
    let name = head.add(&track.name, 0, TEXT, Face::Semibold);
    let top = head.end() + measure.len(2.0);
    let mut spells: Vec<(SpellPlan, i32)> = (0..)
        .zip(&track.spells)
        .filter_map(|(index, spell)| Some((placed(index, spell, measure, axis)?, spell)))
        .map(|(plan, spell)| {
            let width = measure.width(&spell.label, SMALL, Face::Regular);
            (plan, width)
        })
        .collect();
    spells.sort_by_key(|(plan, _)| (plan.reach, plan.spell));
    let room = axis.right - axis.left - measure.len(4.0);
    let worded = rows(&spells, measure, |plan, width| {
        let width = if width <= room { width } else { 0 };
        let left = plan.reach.0.min(axis.right - measure.len(2.0) - width);
        (left, plan.reach.1.max(left + width))
    });
    let (rows, height, has_words) = if worded.1 <= MOST_ROWS {
        (worded, ROW, true)
    } else {
        (rows(&spells, measure, |plan, _| plan.reach), BARE, false)
    };
    let (of, count) = rows;
    let count = i32::try_from(count.max(1)).unwrap_or(i32::MAX);
    let bottom = top + count * measure.len(height) + measure.len(4.0);
    let spells = spells.into_iter().zip(of).map(|((plan, width), row)| {
        let row = i32::try_from(row).unwrap_or(i32::MAX);
        let below = top + measure.len(2.0) + (row + 1) * measure.len(height);
        let words = track.spells.get(plan.spell).map(|spell| spell.label.clone());
        let left = plan.reach.0.min(axis.right - measure.len(2.0) - width);
        let place = (left.max(axis.left), below - measure.len(ROW - 8.0));
        SpellPlan {
            middle: below - measure.len(BARE / 2.0),
            words: words
                .filter(|words| has_words && width <= room && !words.is_empty())
                .map(|words| (place, words)),
            ..plan
        }
    });
    TrackPlan {
        name,
        frame: Frame {
            left: axis.left,
            top,
            right: axis.right,
            bottom,
        },
        spells: spells.collect(),
    }
}

/// Where a spell lies; nothing where none of it is on the axis.
fn placed(index: usize, spell: &Spell, measure: &Measure, axis: &Axis) -> Option<SpellPlan> {
    let (from, to) = spell.reach();
    let to = to.map_or(axis.time.last, day);
    if day(from) > axis.time.last || to < axis.time.first {
        return None;
    }
    let x = |moment: f64| axis.x(moment).clamp(axis.left, axis.right);
    let whole = |span: Span| (x(f64::from(day(span.from))), x(f64::from(day(span.to))));
    let ends = |from: i32, to: i32| (x(f64::from(from) - 0.5), x(f64::from(to) + 0.5));
    let (reach, sure) = match spell.end {
        SpellEnd::Once => {
            let (left, right) = whole(spell.begin);
            let half = measure.len(SIGN);
            // A day is a sign of its own size; what is known less exactly is as wide as it may be.
            if spell.begin.is_day() {
                ((left - half, left + half), Some((left - half, left + half)))
            } else {
                ((left, right), None)
            }
        }
        SpellEnd::Ended(end) => {
            let certain = (day(spell.begin.to), day(end.from));
            let sure = (certain.0 <= certain.1).then(|| ends(certain.0, certain.1));
            (ends(day(spell.begin.from), to), sure)
        }
        SpellEnd::GoesOn => {
            let certain = day(spell.begin.to) <= axis.time.last;
            let sure = certain.then(|| (x(f64::from(day(spell.begin.to)) - 0.5), axis.right));
            ((x(f64::from(day(from)) - 0.5), axis.right), sure)
        }
        SpellEnd::Unknown => {
            let begun = ends(day(spell.begin.from), day(spell.begin.to));
            ((begun.0, axis.right), spell.begin.is_day().then_some(begun))
        }
    };
    let least = measure.len(2.0);
    let reach = (reach.0, reach.1.max(reach.0 + least));
    let sure = sure.map(|(left, right)| (left, right.max(left + least)));
    Some(SpellPlan {
        spell: index,
        reach,
        sure,
        middle: 0,
        words: None,
    })
}

/// The row of each spell, and how many rows there are.
fn rows(
    spells: &[(SpellPlan, i32)],
    measure: &Measure,
    extent: impl Fn(&SpellPlan, i32) -> (i32, i32),
) -> (Vec<usize>, usize) {
    let mut ends: Vec<i32> = Vec::new();
    let of = spells.iter().map(|(plan, width)| {
        let (left, right) = extent(plan, *width);
        let row = ends
            .iter()
            .position(|end| *end + measure.len(5.0) <= left)
            .unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = right,
            None => ends.push(right),
        }
        row
    });
    let of: Vec<usize> = of.collect();
    (of, ends.len())
}
