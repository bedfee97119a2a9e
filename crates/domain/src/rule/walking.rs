//! The walking programme: clearance, baseline, weekly quota, response to what the diary says.
//!
//! The quota follows time and not pain; it can rise and fall. A day without a row is no data and never zero. A pause
//! ends only when a clinician reopens the plan. What is proposed is shown and never enforced.

pub mod allowed;
pub mod care;
pub mod clearance;
pub mod diary;
pub mod pause;
pub mod programme;
pub mod quota;
pub mod settings;
pub mod start;
pub mod week;

pub use care::{Care, CareSource, cares};
pub use clearance::{Clearance, clearance};
pub use diary::Diary;
pub use pause::PlanStatus;
pub use programme::{Pause, Programme, programmes, rows_without_plan};
pub use quota::{Advice, Because, Proposal, propose};
pub use settings::Settings;
pub use start::Start;
pub use week::{Adherence, Cause, Colour, PainSite, Reason, Week, assess};

use super::listed::{Rule, by_id};
use crate::value::sure::Sure;

/// The rules of the walking programme as they are listed.
pub fn rules() -> Vec<Rule> {
    [
        "walking.clearance",
        "walking.care",
        "walking.start",
        "walking.quota",
        "walking.week",
        "walking.pause",
        "walking.adherence",
    ]
    .map(|id| by_id(id, 1, Sure::Medium))
    .to_vec()
}
