//! The state of a plan, read from its events. A pause ends only with a clinician's reopening; no number of days ends
//! it.

use crate::{
    fact::{
        resolution::Role,
        walking::happening::{Happening, What},
    },
    value::text::Text,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What happened to a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Happened {
    /// It began.
    Started,
    /// It was paused.
    Paused,
    /// It was opened again.
    Reopened,
    /// It ended.
    Ended,
}

/// An event with who, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEvent {
    /// What happened.
    pub happened: Happened,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; a pause by a red entry names the diary.
    pub by: Text,
    /// Their role; `None` where the rule itself paused the plan.
    pub role: Option<Role>,
    /// Why, where it was said.
    pub reason: Option<Text>,
}

impl PlanEvent {
    /// What a happening does to the state; nothing where it changes the quota alone.
    pub fn of(happening: &Happening) -> Option<Self> {
        let happened = match happening.what {
            What::Started => Happened::Started,
            What::Paused { .. } => Happened::Paused,
            What::Reopened => Happened::Reopened,
            What::Ended => Happened::Ended,
            What::Quota { .. } => return None,
        };
        Some(PlanEvent {
            happened,
            at: happening.moment(),
            by: happening.by.clone(),
            role: happening.role,
            reason: happening.reason.clone(),
        })
    }
}

/// The state of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PlanStatus {
    /// Not begun.
    NotStarted,
    /// Running.
    Active,
    /// Paused; a clinician has to reopen it.
    Paused {
        /// Since when.
        since: DateTime<Utc>,
        /// Why, where it was said.
        reason: Option<Text>,
    },
    /// Ended.
    Ended,
}

/// The state after all events, in the order of their times; of one moment the pause comes last. What somebody without
/// the right did has no effect. Only a clinician starts and reopens; anybody and the rule itself may pause.
pub fn status(events: &[PlanEvent]) -> PlanStatus {
    let mut ordered: Vec<&PlanEvent> = events.iter().collect();
    ordered.sort_by_key(|event| (event.at, event.happened == Happened::Paused));
    let mut status = PlanStatus::NotStarted;
    // A plan that was paused before it started still has to pass its gate once it is reopened.
    let mut started = false;
    for event in ordered {
        let clinician = event.role == Some(Role::Clinician);
        status = match (&event.happened, status) {
            (Happened::Started, PlanStatus::NotStarted) if clinician => {
                started = true;
                PlanStatus::Active
            }
            (Happened::Reopened, PlanStatus::Paused { .. }) if clinician && started => PlanStatus::Active,
            (Happened::Reopened, PlanStatus::Paused { .. }) if clinician => PlanStatus::NotStarted,
            (Happened::Ended, _) if clinician => PlanStatus::Ended,
            (Happened::Paused, PlanStatus::Active | PlanStatus::NotStarted) => PlanStatus::Paused {
                since: event.at,
                reason: event.reason.clone(),
            },
            (_, same) => same,
        };
    }
    status
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use rstest::rstest;

    fn event(happened: Happened, role: Option<Role>, days: i64) -> PlanEvent {
        PlanEvent {
            happened,
            at: DateTime::UNIX_EPOCH + TimeDelta::days(days),
            by: Text::new("somebody").unwrap(),
            role,
            reason: Text::new("a reason").ok(),
        }
    }

    const DOCTOR: Option<Role> = Some(Role::Clinician);

    fn paused() -> Vec<PlanEvent> {
        vec![
            event(Happened::Started, DOCTOR, 0),
            event(Happened::Paused, None, 10),
        ]
    }

    fn is_paused(events: &[PlanEvent]) -> bool {
        matches!(status(events), PlanStatus::Paused { .. })
    }

    #[test]
    fn trap_35_a_pause_stays_for_good_without_a_clinician() {
        assert!(is_paused(&paused()));
        let mut later = paused();
        later.push(event(Happened::Started, DOCTOR, 5000));
        assert!(is_paused(&later), "starting is not reopening");
        assert_eq!(
            status(&paused()),
            PlanStatus::Paused {
                since: DateTime::UNIX_EPOCH + TimeDelta::days(10),
                reason: Text::new("a reason").ok()
            }
        );
    }

    #[rstest]
    #[case(DOCTOR, true)]
    #[case(Some(Role::Assistant), false)]
    #[case(Some(Role::ReadOnly), false)]
    #[case(None, false)]
    fn trap_35_only_a_clinician_reopens(#[case] role: Option<Role>, #[case] opens: bool) {
        let mut events = paused();
        events.push(event(Happened::Reopened, role, 11));
        assert_eq!(!is_paused(&events), opens);
        assert_eq!(status(&events) == PlanStatus::Active, opens);
    }

    #[test]
    fn trap_35_a_plan_that_was_paused_before_it_started_is_not_started_by_reopening() {
        let mut events = vec![
            event(Happened::Paused, None, 1),
            event(Happened::Reopened, DOCTOR, 2),
        ];
        assert_eq!(status(&events), PlanStatus::NotStarted);
        events.push(event(Happened::Started, DOCTOR, 3));
        assert_eq!(status(&events), PlanStatus::Active);
    }

    #[test]
    fn a_reopening_before_the_pause_or_at_its_moment_opens_nothing() {
        for days in [9, 10] {
            let mut events = paused();
            events.insert(0, event(Happened::Reopened, DOCTOR, days));
            assert!(is_paused(&events), "{days}");
            events.reverse();
            assert!(is_paused(&events), "the order of the list does not matter");
        }
    }

    #[test]
    fn a_new_red_entry_pauses_again_and_the_first_pause_keeps_its_date() {
        let mut events = paused();
        events.push(event(Happened::Paused, None, 12));
        assert!(matches!(status(&events), PlanStatus::Paused { since, .. }
            if since == DateTime::UNIX_EPOCH + TimeDelta::days(10)));
        events.push(event(Happened::Reopened, DOCTOR, 13));
        events.push(event(Happened::Paused, None, 14));
        assert!(is_paused(&events));
    }

    #[test]
    fn starting_and_ending_need_the_right_and_an_ended_plan_stays_ended() {
        assert_eq!(status(&[]), PlanStatus::NotStarted);
        assert_eq!(
            status(&[event(Happened::Started, None, 0)]),
            PlanStatus::NotStarted
        );
        let mut events = vec![event(Happened::Started, DOCTOR, 0)];
        events.push(event(Happened::Ended, Some(Role::Assistant), 1));
        assert_eq!(status(&events), PlanStatus::Active);
        events.push(event(Happened::Ended, DOCTOR, 2));
        events.push(event(Happened::Reopened, DOCTOR, 3));
        events.push(event(Happened::Paused, None, 4));
        assert_eq!(status(&events), PlanStatus::Ended);
    }
}
