//! Turns numbers into one drawing on two surfaces: SVG for the screen and PDF operations for print.
//!
//! What must hold: the time axis is true to scale and covers every value it is given; a value axis always shows
//! the whole range of its instrument; gaps stay open; a date known only to the month or year is a bar, never a
//! point; bars stand on zero; colour is never the only signal. This crate has no language of its own: every word comes from the caller.
//! The same input gives the same bytes.

pub mod body;
pub mod breaking;
mod drawing;
mod error;
pub mod fonts;
mod layout;
mod mark;
mod model;
mod palette;
mod pen;
mod print;
mod spine;
mod svg;
mod text;
mod time;
mod typeface;
mod value;

pub use error::ChartError;
pub use mark::{Mark, MarkKind};
pub use model::{
    Bar, Caption, ChangeBand, Event, EventKind, Labels, Limit, MOST_DAY_BARS, Panel, PanelWords, Point,
    ProgressChart, Reported, Series, Span, Spell, SpellEnd, Stretch, Tag, TagKind, Target, Track,
};
pub use palette::{Palette, Rgb};
pub use print::{
    PrintFonts, PrintRect, print_height, render_body_print, render_print, render_spine_print,
    spine_print_height,
};
pub use spine::{
    Bone, Glyph, Half, Lane, Presence, RenderedSpine, SpineArea, SpineDrawing, SpineMark, SpineWords, Spot,
    render_spine_svg,
};
pub use svg::{Rendered, render_svg, screen_height};
pub use typeface::{Face, Typeface};

#[cfg(test)]
mod tests;
