//! The spine map of a record: its drawing for screen and letter, and all that is on it in words, level by level. What is
//! where comes from the domain and from nowhere else.

mod drawn;
mod levels;
mod said;

pub(crate) use said::{hints_for_letters, names_a_level, summary, unplaced_words};

use crate::record::Record;
use chrono::NaiveDate;
use lamina_api::spine::{SpineHint, SpineMapView};
use lamina_charts::{ChartError, Palette, SpineDrawing, render_spine_svg};
use lamina_domain::spine::{SpineMap, spine_map};

/// The map of a record with its drawing.
pub(crate) struct SpineReading<'a> {
    pub(crate) record: &'a Record,
    pub(crate) map: SpineMap,
}

impl<'a> SpineReading<'a> {
    /// Of a record in the order of time.
    pub(crate) fn of(record: &'a Record, today: NaiveDate) -> Self {
        Self {
            record,
            map: spine_map(record, today),
        }
    }

    /// The drawing of this map.
    pub(crate) fn drawing(&self) -> SpineDrawing {
        drawn::drawing(self)
    }
}

/// The map as the window shows it.
///
/// # Errors
/// A width at which it has no room.
pub(crate) fn view(
    record: &Record,
    today: NaiveDate,
    size: (u32, u32),
    palette: &Palette,
) -> Result<SpineMapView, ChartError> {
    let mapped = SpineReading::of(record, today);
    let unplaced = mapped.map.unplaced.iter().map(|one| said::unplaced(record, one));
    let hints = mapped.map.hints.iter().map(|hint| SpineHint {
        text: said::hint(&mapped, hint),
        entries: said::entries(&mapped, hint),
    });
    let mut view = SpineMapView {
        svg: None,
        summary: summary(&mapped),
        levels: Vec::new(),
        unplaced: unplaced.collect(),
        hints: hints.collect(),
        numbering: said::numbering(&mapped.map),
    };
    if !mapped.map.marks.is_empty() {
        let drawing = mapped.drawing();
        let rendered = match render_spine_svg(&drawing, size, palette) {
            // A record that has a mark of everything is drawn as wide as it has to be, and shown smaller.
            Err(ChartError::TooNarrow { needed }) => render_spine_svg(&drawing, (needed, size.1), palette)?,
            drawn => drawn?,
        };
        view.levels = levels::levels(&mapped, &rendered.areas);
        view.svg = Some(rendered.svg);
    }
    Ok(view)
}

#[cfg(test)]
mod tests;
