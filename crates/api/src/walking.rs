//! The walking programme on the wire: what is typed, and the programme as it stands.

mod input;
mod view;

pub use input::{
    ClearanceInput, QuotaInput, WalkingBoutInput, WalkingEntryInput, WalkingEventInput, WalkingHappenedInput,
    WalkingPlanInput, WalkingRowInput, minutes,
};
pub use view::{
    ClearanceLine, WalkingChartRequest, WalkingChartView, WalkingDay, WalkingDayState, WalkingEntryView,
    WalkingEventView, WalkingLooseLine, WalkingPlanLine, WalkingPlanView, WalkingProposal, WalkingStatus,
    WalkingView, WalkingWeek,
};
