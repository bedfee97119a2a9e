//! The walking programme: clearance, baseline, weekly quota, response to what the diary says.
//!
//! The quota follows time and not pain; it can rise and fall. A day without a row is no data and never zero. A pause
//! ends only when a clinician reopens the plan. What is proposed is shown and never enforced.

pub mod allowed;
pub mod clearance;
pub mod diary;
pub mod pause;
pub mod programme;
pub mod quota;
pub mod settings;
pub mod start;
pub mod week;

pub use clearance::{Clearance, clearance};
pub use diary::Diary;
pub use pause::PlanStatus;
pub use programme::{Pause, Programme, programmes, rows_without_plan};
pub use quota::{Advice, Because, Proposal, propose};
pub use settings::Settings;
pub use start::Start;
pub use week::{Adherence, Cause, Colour, PainSite, Reason, Week, assess};

use crate::value::listed::{Rule, Sure};

/// The rules of the walking programme as they are listed.
pub fn rules() -> Vec<Rule> {
    [
        (
            "walking.clearance",
            "The programme starts when every question of clearance is answered and no same-day or emergency red flag is open.",
            "Patient-education texts on walking after spine surgery; Lamina's own",
            Sure::Medium,
        ),
        (
            "walking.start",
            "The start is 80 % of the mean of three bouts or the middle of the best and the worst, within limits; without a baseline five minutes.",
            "eTG pacing plan (80 %); The Naked Physio (middle of good and bad day); patient-education texts (5 to 10 minutes)",
            Sure::Medium,
        ),
        (
            "walking.quota",
            "One of duration, frequency and pace rises in a week, by at most 20 % of the week, after a green week with 75 % adherence and no open flag.",
            "eTG pacing plan (10 to 20 % of baseline a week); the cap and the 75 % are Lamina's own",
            Sure::Medium,
        ),
        (
            "walking.week",
            "A week is green, amber or red by pain rise, settling within 24 hours, symptoms and missed days; the inputs are named.",
            "Lamina's own, after a common tolerance model",
            Sure::Medium,
        ),
        (
            "walking.pause",
            "A red input pauses the plan; only a clinician reopens it, never the passing of days.",
            "Lamina's own",
            Sure::Medium,
        ),
        (
            "walking.adherence",
            "Adherence is completed bouts divided by planned bouts; a day without a row is counted apart and never as zero minutes.",
            "Lamina's own",
            Sure::Medium,
        ),
    ]
    .into_iter()
    .map(|(id, title, source, sure)| Rule {
        id: id.to_owned(),
        version: 1,
        title: title.to_owned(),
        source: source.to_owned(),
        sure,
    })
    .collect()
}
