//! The walking programme on the wire, as it stands.

mod view;

pub use view::{
    ClearanceLine, WalkingCare, WalkingCareSource, WalkingChartRequest, WalkingChartView, WalkingDay,
    WalkingDayState, WalkingEntryView, WalkingEventView, WalkingLooseLine, WalkingPlanLine, WalkingPlanView,
    WalkingProposal, WalkingStatus, WalkingView, WalkingWeek,
};
