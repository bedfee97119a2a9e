//! The opioid load of a list of medicines: two totals by a table of factors, what was not counted and why, and what the
//! list should be looked at for. It informs; it advises no dose and converts no opioid into another.

pub mod factor;
pub mod load;
mod rules;

pub use factor::{Table, table, tables};
pub use load::{LastReview, ListedMedicine, Load, Person, load, load_for};
pub use rules::rules;
