//! How a treatment was given, in words: an injection, a therapy, a medicine over time, what stands beside it, and what was not
//! tried. The same on the screen and in letters.

pub(crate) mod beside;
pub(crate) mod injection;
pub(crate) mod medicine;
pub(crate) mod therapy;
pub(crate) mod untried;
