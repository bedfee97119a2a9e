//! A walking programme as it is recorded: the plan, what happened to it, and the lines of the diary.

pub mod baseline;
pub mod clearance;
pub mod event;
pub mod plan;
pub mod quota;
pub mod row;
pub mod surface;

pub use baseline::{Baseline, Bout};
pub use clearance::{Item, ItemAnswer};
pub use event::{WalkingEvent, WalkingHappened};
pub use plan::{Caution, Minutes, Plan, Target};
pub use quota::{Pace, Quota, Step};
pub use row::{DiarySymptom, Row, WalkingEntry};
pub use surface::{Surface, SurfaceKind};
