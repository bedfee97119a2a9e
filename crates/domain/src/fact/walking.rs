//! A walking programme as it is recorded: the plan, what happened to it, and the lines of the diary.

pub mod baseline;
pub mod clearance;
pub mod happening;
pub mod plan;
pub mod quota;
pub mod row;

pub use baseline::{Baseline, Bout};
pub use clearance::{Item, ItemAnswer, ItemReply};
pub use happening::{Happening, What};
pub use plan::{Caution, Minutes, Plan, Target};
pub use quota::{Pace, Quota, Step};
pub use row::{DiarySymptom, Row};
