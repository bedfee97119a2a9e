//! The state of a plan, read from its events. A pause ends only with a clinician's reopening; no number of days ends
//! it.

use crate::{
    fact::{
        resolution::Role,
        walking::{WalkingEvent, WalkingHappened},
    },
    value::text::Text,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The state of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PlanStatus {
    /// No clinician has started it.
    NotStarted,
    /// A clinician started it, and it is neither paused nor ended.
    Active,
    /// Paused; a clinician has to reopen it.
    Paused {
        /// The moment at which it was paused.
        since: DateTime<Utc>,
        /// Why, where it was said.
        reason: Option<Text>,
    },
    /// A clinician has ended it.
    Ended,
}

/// The state after all events, in the order of their times; of one moment the pause comes last. What somebody without
/// the right did has no effect. Only a clinician starts and reopens; anybody and the rule itself may pause.
pub fn status<'a>(events: impl IntoIterator<Item = &'a WalkingEvent>) -> PlanStatus {
    let mut ordered: Vec<&WalkingEvent> = events.into_iter().collect();
    ordered.sort_by_key(|event| (event.moment(), event.is_pause()));
    let mut status = PlanStatus::NotStarted;
    // A plan that was paused before it started still needs its clearance once it is reopened.
    let mut started = false;
    for event in ordered {
        let clinician = event.role == Some(Role::Clinician);
        status = match (&event.what, status) {
            (WalkingHappened::Started, PlanStatus::NotStarted) if clinician => {
                started = true;
                PlanStatus::Active
            }
            (WalkingHappened::Reopened, PlanStatus::Paused { .. }) if clinician && started => {
                PlanStatus::Active
            }
            (WalkingHappened::Reopened, PlanStatus::Paused { .. }) if clinician => PlanStatus::NotStarted,
            (WalkingHappened::Ended, _) if clinician => PlanStatus::Ended,
            (WalkingHappened::Paused { .. }, PlanStatus::Active | PlanStatus::NotStarted) => {
                PlanStatus::Paused {
                    since: event.moment(),
                    reason: event.reason.clone(),
                }
            }
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
    use std::collections::BTreeSet;

    const PAUSED: WalkingHappened = WalkingHappened::Paused {
        symptoms: BTreeSet::new(),
    };

    fn event(what: WalkingHappened, role: Option<Role>, days: i64) -> WalkingEvent {
        let at = DateTime::UNIX_EPOCH + TimeDelta::days(days);
        WalkingEvent {
            on: at.date_naive(),
            what,
            by: Text::new("somebody").unwrap(),
            role,
            role_words: None,
            at: Some(at),
            reason: Text::new("a reason").ok(),
        }
    }

    const DOCTOR: Option<Role> = Some(Role::Clinician);

    fn paused() -> Vec<WalkingEvent> {
        vec![
            event(WalkingHappened::Started, DOCTOR, 0),
            event(PAUSED, None, 10),
        ]
    }

    fn is_paused(events: &[WalkingEvent]) -> bool {
        matches!(status(events), PlanStatus::Paused { .. })
    }

    #[test]
    fn trap_35_a_pause_stays_for_good_without_a_clinician() {
        assert!(is_paused(&paused()));
        let mut later = paused();
        later.push(event(WalkingHappened::Started, DOCTOR, 5000));
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
        events.push(event(WalkingHappened::Reopened, role, 11));
        assert_eq!(!is_paused(&events), opens);
        assert_eq!(status(&events) == PlanStatus::Active, opens);
    }

    #[test]
    fn trap_35_a_plan_that_was_paused_before_it_started_is_not_started_by_reopening() {
        let mut events = vec![
            event(PAUSED, None, 1),
            event(WalkingHappened::Reopened, DOCTOR, 2),
        ];
        assert_eq!(status(&events), PlanStatus::NotStarted);
        events.push(event(WalkingHappened::Started, DOCTOR, 3));
        assert_eq!(status(&events), PlanStatus::Active);
    }

    #[test]
    fn a_reopening_before_the_pause_or_at_its_moment_opens_nothing() {
        for days in [9, 10] {
            let mut events = paused();
            events.insert(0, event(WalkingHappened::Reopened, DOCTOR, days));
            assert!(is_paused(&events), "{days}");
            events.reverse();
            assert!(is_paused(&events), "the order of the list does not matter");
        }
    }

    #[test]
    fn a_new_red_entry_pauses_again_and_the_first_pause_keeps_its_date() {
        let mut events = paused();
        events.push(event(PAUSED, None, 12));
        assert!(matches!(status(&events), PlanStatus::Paused { since, .. }
            if since == DateTime::UNIX_EPOCH + TimeDelta::days(10)));
        events.push(event(WalkingHappened::Reopened, DOCTOR, 13));
        events.push(event(PAUSED, None, 14));
        assert!(is_paused(&events));
    }

    #[test]
    fn starting_and_ending_need_the_right_and_an_ended_plan_stays_ended() {
        assert_eq!(status([]), PlanStatus::NotStarted);
        assert_eq!(
            status(&[event(WalkingHappened::Started, None, 0)]),
            PlanStatus::NotStarted
        );
        let mut events = vec![event(WalkingHappened::Started, DOCTOR, 0)];
        events.push(event(WalkingHappened::Ended, Some(Role::Assistant), 1));
        assert_eq!(status(&events), PlanStatus::Active);
        events.push(event(WalkingHappened::Ended, DOCTOR, 2));
        events.push(event(WalkingHappened::Reopened, DOCTOR, 3));
        events.push(event(PAUSED, None, 4));
        assert_eq!(status(&events), PlanStatus::Ended);
    }
}
