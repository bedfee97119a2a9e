//! A path of neuromodulation as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, text, when},
    details::Details,
    words::{neuromodulation as words, say},
};
use lamina_api::shown::Shown;
use lamina_domain::Neuromodulation;

impl Written for Neuromodulation {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.considered);
        cells.push(("by_whom", text(&self.by)));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.text(&say!("shown-neuromodulation-why"), &self.why);
        details.text(&say!("shown-neuromodulation-by"), &self.by);
        details.ended(&self.considered, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        words::path(self)
    }
}

impl Entered for Neuromodulation {}
