//! Room for what a diary adds to a panel: its entries in the head, and the strip of tags below zero.

use super::{Frame, Head, Lines, PanelPlan, SWATCH, TEXT};
use crate::Face;
use crate::model::{Panel, TagKind};
use crate::pen::Place;
use crate::text::Measure;

/// Height of one row of tags.
pub(crate) const TAG_ROW: f64 = 12.0;
/// Room between a value at either end of the range and the frame, so that its mark is whole.
const MARK_ROOM: f64 = 7.0;

/// The sign of one entry in a panel's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Bar(usize),
    Planned,
    Target,
    Reported,
    Limit,
    Tag(TagKind),
}

impl Sign {
    /// Width of the sign with the room right of it, in screen pixels.
    pub(crate) fn indent(self) -> f64 {
        match self {
            Self::Bar(_) => 18.0,
            Self::Planned | Self::Target | Self::Reported => SWATCH + 6.0,
            Self::Limit => 16.0,
            Self::Tag(_) => 14.0,
        }
    }
}

/// Everything in the panel that needs a word, with its word.
pub(super) fn signs<'a>(panel: &'a Panel, head: &mut Head<'_>) -> Vec<(Sign, Lines)> {
    let words = &panel.words;
    let mut found: Vec<(Sign, &'a str)> = Vec::new();
    let mut styles: Vec<usize> = panel.bars.iter().map(|bar| bar.style).collect();
    styles.sort_unstable();
    styles.dedup();
    for style in styles {
        let word = words.bars.iter().find(|(known, _)| *known == style);
        found.push((Sign::Bar(style), word.map_or("", |(_, word)| word)));
    }
    if !panel.planned.is_empty() {
        found.push((Sign::Planned, &words.planned));
    }
    if let Some(target) = &panel.target {
        found.push((Sign::Target, &target.label));
    }
    if let Some(reported) = &panel.reported {
        found.push((Sign::Reported, &reported.label));
    }
    if panel.has_limits() {
        found.push((Sign::Limit, &words.limit));
    }
    let tags = [
        (TagKind::Missed, &words.missed),
        (TagKind::Rest, &words.rest),
        (TagKind::Warning, &words.warning),
    ];
    for (kind, word) in tags {
        if panel.tags.iter().any(|tag| tag.kind == kind) {
            found.push((Sign::Tag(kind), word));
        }
    }
    let measure = head.measure;
    found
        .into_iter()
        .map(|(sign, word)| {
            let lines = head.add(word, measure.len(sign.indent()), TEXT, Face::Regular);
            (sign, lines)
        })
        .collect()
}

/// Rows of tags in the order from the top: signs of what was done, then warnings, so that a day can have both.
pub(crate) fn tag_rows(panel: &Panel) -> [i32; 2] {
    let warns = panel.tags.iter().any(|tag| tag.kind == TagKind::Warning);
    let other = panel.tags.iter().any(|tag| tag.kind != TagKind::Warning);
    [i32::from(other), i32::from(warns)]
}

/// Room below the lowest value inside the frame.
pub(super) fn foot(panel: &Panel, measure: &Measure) -> i32 {
    let rows: i32 = tag_rows(panel).into_iter().sum();
    if rows > 0 {
        // Marks at zero keep clear of the tags below them.
        let apart = if panel.series.is_empty() { 2.0 } else { MARK_ROOM };
        rows * measure.len(TAG_ROW) + measure.len(apart)
    } else if panel.series.is_empty() && !panel.bars.is_empty() {
        0
    } else {
        measure.len(MARK_ROOM)
    }
}

/// Room above the highest value inside the frame.
pub(super) fn headroom(measure: &Measure) -> i32 {
    measure.len(MARK_ROOM)
}

impl PanelPlan {
    /// Where a period of whole days begins and ends, cut at the frame: a day reaches half a day to either side of its
    /// place. `None` when it lies outside.
    pub(crate) fn across(&self, from: i32, to: i32) -> Option<(i32, i32)> {
        let Frame { left, right, .. } = self.frame;
        let x = |moment: f64| self.moment(moment, 0.0).0;
        let (start, end) = (x(f64::from(from) - 0.5), x(f64::from(to) + 0.5));
        (start < right && end > left).then(|| (start.max(left), end.min(right)))
    }

    /// The middle of the row of a tag.
    pub(crate) fn tag(&self, panel: &Panel, kind: TagKind, day: i32, measure: &Measure) -> Place {
        let [above, _] = tag_rows(panel);
        let row = if kind == TagKind::Warning { above } else { 0 };
        let rows: i32 = tag_rows(panel).into_iter().sum();
        let top = self.frame.bottom - rows * measure.len(TAG_ROW);
        let y = top + row * measure.len(TAG_ROW) + measure.len(TAG_ROW / 2.0);
        (self.place(day, panel.range.0).0, y)
    }
}
