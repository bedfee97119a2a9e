//! The spine as a quiet line drawing, seen from the front: occiput, vertebrae, sacrum with its joints, coccyx; and on it the
//! marks of what was done, what lies there, what was seen and where it hurts. The patient's right is at the left.
//!
//! What must hold: a mark is told by its shape, never by its colour alone; what is on one side is drawn on that side, and a
//! side that is not known has a column of its own outside the spine; a region without any mark is drawn small and is never
//! left out; the key names what occurs and nothing else. Every word comes from the caller, but for the names of the bones.

mod bones;
pub(crate) mod drawing;
mod glyph;
mod key;
pub(crate) mod layout;

use plotters::prelude::SVGBackend;

use crate::text::Measure;
use crate::{ChartError, Palette, svg};

/// A bone, named as bones are everywhere: C1 to C7, T1 to T12, L1 to L6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bone {
    /// The back of the head.
    Occiput,
    /// A cervical vertebra, C1 to C7.
    Cervical(u8),
    /// A thoracic vertebra, T1 to T12.
    Thoracic(u8),
    /// A lumbar vertebra, L1 to L6.
    Lumbar(u8),
    /// The sacrum as a whole.
    Sacrum,
    /// The coccyx below the sacrum.
    Coccyx,
}

/// A half of the body, of the patient's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// The patient's right, drawn at the left.
    Right,
    /// The patient's left, drawn at the right.
    Left,
}

/// A place of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// A bone of the column.
    Bone(Bone),
    /// Between a bone and the next one below it.
    Below(Bone),
    /// The sacroiliac joint of one half.
    Sacroiliac(Half),
    /// The pelvis on both sides.
    Pelvis,
}

/// What a mark looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Glyph {
    /// A hatched block over the space between two bones.
    Fused,
    /// A window in the bone.
    Freed,
    /// A wedge cut out of the space.
    DiscRemoved,
    /// A dark filling of the bone.
    Filled,
    /// A plain and full square.
    Operated,
    /// A ring with a cross.
    TakenOut,
    /// Screws on both sides, joined by rods.
    Screws,
    /// A plate in the middle.
    Plate,
    /// A slotted block in the space.
    Cage,
    /// A lens in the space.
    Replaced,
    /// An H in the middle.
    Spacer,
    /// A line with contacts.
    Lead,
    /// A fine line with an open tip.
    Catheter,
    /// A needle with a full tip.
    Injected,
    /// A star of six rays.
    Radiofrequency,
    /// A triangle that is open.
    Treated,
    /// A diamond that is open.
    Finding,
    /// A small open square.
    Imaged,
    /// A question mark, for what is thought of.
    Asked,
    /// Rings around a point.
    Painful,
}

/// On which side a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// The patient's right, at the left.
    Right,
    /// The patient's left, at the right.
    Left,
    /// The middle, and whatever has no side.
    Middle,
    /// In the column of what is on a side that is not known.
    NotKnown,
}

/// Whether what is drawn is still there; matters for what lies in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// Drawn full, as being there.
    Present,
    /// Drawn open: the record is not sure.
    Unsure,
    /// Drawn open and dashed: it was taken out.
    Former,
}

/// A mark at one place and side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpineMark {
    /// At which place it stands.
    pub spot: Spot,
    /// On which side it stands.
    pub lane: Lane,
    /// What it looks like.
    pub glyph: Glyph,
    /// Whether it is still there.
    pub presence: Presence,
}

/// The words of the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpineWords {
    /// What the drawing is; read by screen readers, never drawn.
    pub title: String,
    /// What it shows in words; read by screen readers, never drawn.
    pub description: String,
    /// Over the patient's right.
    pub right: String,
    /// Over the patient's left.
    pub left: String,
    /// Over the column of what is on a side that is not known.
    pub not_known: String,
    /// What each glyph stands for; one without a word is not in the key.
    pub glyphs: Vec<(Glyph, String)>,
    /// What the dashed outline means.
    pub beside: String,
    /// What is drawn open.
    pub unsure: String,
    /// What is drawn open and dashed.
    pub former: String,
    /// The numbers at the right.
    pub numbers: String,
}

/// A spine with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpineDrawing {
    /// In any order; doubles are drawn once.
    pub marks: Vec<SpineMark>,
    /// Outlined as being beside something joined.
    pub beside: Vec<Spot>,
    /// Short texts at the right of a place.
    pub numbers: Vec<(Spot, String)>,
    /// Whether there is a sixth lumbar vertebra.
    pub sixth_lumbar: bool,
    /// The words of this drawing.
    pub words: SpineWords,
}

/// Where a place of the drawing lies, in pixels of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpineArea {
    /// Which place this area is of.
    pub spot: Spot,
    /// Its left edge in pixels.
    pub x: f64,
    /// Its upper edge in pixels.
    pub y: f64,
    /// Its width in pixels.
    pub w: f64,
    /// Its height in pixels.
    pub h: f64,
    /// Whether it is drawn in full; a region without a mark is drawn small.
    pub full: bool,
}

/// A spine drawn for the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderedSpine {
    /// The SVG; its `viewBox` is its size in pixels.
    pub svg: String,
    /// Width and height in pixels.
    pub size_px: (u32, u32),
    /// Every place from the head down.
    pub areas: Vec<SpineArea>,
}

/// Draws the spine for the screen, `width_px` wide and, where that can be read, no higher than `most_px`.
///
/// # Errors
/// [`ChartError::TooNarrow`] where it has no room, and what a surface refuses.
pub fn render_spine_svg(
    spine: &SpineDrawing,
    (width_px, most_px): (u32, u32),
    palette: &Palette,
) -> Result<RenderedSpine, ChartError> {
    let measure = Measure::screen()?;
    let (width, most) = (svg::subunits(width_px)?, svg::subunits(most_px)?);
    let plan = layout::plan(spine, &measure, width, Some(measure.px(most)))?;
    let height_px = plan.height.ceil() as u32;
    let size = (width, svg::subunits(height_px)?);
    let mut drawn = String::new();
    let canvas = (size.0.unsigned_abs(), size.1.unsigned_abs());
    let surface = SVGBackend::with_string(&mut drawn, canvas);
    drawing::draw(surface, spine, palette, &measure, &plan, size)?;
    let words = &spine.words;
    Ok(RenderedSpine {
        svg: svg::framed(&drawn, (width_px, height_px), &words.title, &words.description)?,
        size_px: (width_px, height_px),
        areas: plan.areas(),
    })
}

#[cfg(test)]
pub(crate) mod tests;
