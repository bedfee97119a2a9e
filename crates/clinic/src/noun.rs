//! What the clinic does with each noun, in the noun's own file: its columns and its words.

mod anticoagulant;
mod background;
mod check;
mod device;
mod flag;
mod imaging;
mod patient;
mod resolution;
mod score;
mod surgery;
mod symptom;
mod treatment;
mod walking_event;
mod walking_plan;
pub(crate) mod walking_row;

use crate::cells::Cells;
use lamina_api::shown::Shown;

/// How a noun is written and shown.
pub(crate) trait Written {
    /// The columns that do not take the value of a field of the same name.
    fn columns(&self) -> Cells;

    /// The fact in words.
    fn shown(&self) -> Shown;
}
