//! The walking programme on the wire, as it stands.

mod view;

pub use view::{
    ClearanceLine, WalkingChartRequest, WalkingChartView, WalkingDay, WalkingDayState, WalkingEntryView,
    WalkingEventView, WalkingLooseLine, WalkingPlanLine, WalkingPlanView, WalkingProposal, WalkingStatus,
    WalkingView, WalkingWeek,
};
