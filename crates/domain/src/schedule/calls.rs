//! What a follow-up calls for on a day: the points whose window is open, and the last one that was missed as long as
//! looking at it still makes sense.

use super::{
    plan::{IndexKind, Plan},
    state::{FollowUp, Index, PointState, Status},
};
use chrono::{Days, Months, NaiveDate};

/// So many months after its index nothing is called for any more, unless the treatment goes on: the last point of the
/// longest plan with its window.
pub const CALLED_FOR_MONTHS: u32 = 27;

/// Days after its begin in which a trial without a known end is still asked about.
const TRIAL_DAYS: u64 = 30;

impl Plan {
    /// Whether the plan calls for nothing after `index` any more, whatever was recorded; true where its date is not known.
    pub fn is_over(&self, index: &Index, today: NaiveDate) -> bool {
        let Some(at) = index.span() else {
            return true;
        };
        let goes_on = matches!(self.kind, IndexKind::Opioid | IndexKind::StimulatorImplant)
            && index.ended.as_ref().and_then(|ended| ended.span()).is_none();
        let over = match self.kind {
            IndexKind::StimulatorTrial => at.to.checked_add_days(Days::new(TRIAL_DAYS)),
            _ => at.to.checked_add_months(Months::new(CALLED_FOR_MONTHS)),
        };
        !goes_on && over.is_none_or(|over| over < today)
    }

    /// Whether the treatment surely ended before `point`, so that nothing is called for there; an operation and what is
    /// done once are followed all the same.
    pub fn ended_before(&self, index: &Index, point: &PointState) -> bool {
        let ends_with_it = matches!(
            self.kind,
            IndexKind::Opioid | IndexKind::Walking | IndexKind::StimulatorTrial
        );
        let end = index.ended.as_ref().and_then(|ended| ended.span());
        ends_with_it
            && end
                .zip(point.target)
                .is_some_and(|((_, end), target)| target.from > end)
    }
}

impl FollowUp {
    /// The points that call for something on `today`, in their order. A missed point gives way to a later one that was
    /// reached; reviews of a treatment end with it.
    pub fn calls(&self, plan: &Plan, index: &Index, today: NaiveDate) -> Vec<&PointState> {
        let after_end = |point: &PointState| plan.ended_before(index, point);
        if plan.is_over(index, today) {
            return Vec::new();
        }
        let reached = |status: &Status| {
            matches!(
                status,
                Status::Due | Status::Overdue | Status::Done { .. } | Status::OffSchedule { .. }
            )
        };
        self.points
            .iter()
            .enumerate()
            .filter(|(place, point)| match point.status {
                Status::Due => !after_end(point),
                Status::Overdue => {
                    let later = self.points.iter().skip(place + 1);
                    !after_end(point)
                        && !later
                            .filter(|later| !after_end(later))
                            .any(|later| reached(&later.status))
                }
                _ => false,
            })
            .map(|(_, point)| point)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Plans, Visit, follow_up};
    use rstest::rstest;

    fn called(kind: IndexKind, ended: Option<&str>, visits: &[&str], today: &str) -> Vec<String> {
        let index = Index {
            id: "i".into(),
            kind,
            when: "2 Jan 2026".parse().unwrap(),
            ended: ended.map(|ended| ended.parse().unwrap()),
        };
        let visits: Vec<Visit> = visits
            .iter()
            .map(|when| Visit {
                id: (*when).into(),
                when: when.parse().unwrap(),
            })
            .collect();
        let today = today.parse().unwrap();
        let plans = Plans::default();
        let plan = plans.of(kind).unwrap();
        let follow_up = follow_up(plan, &index, &visits, &[], today);
        let calls = follow_up.calls(plan, &index, today);
        calls.iter().map(|point| point.id.clone()).collect()
    }

    #[rstest]
    #[case("2026-01-10", &[])]
    #[case("2026-02-10", &["6_weeks"])]
    #[case("2026-03-02", &["6_weeks"])]
    #[case("2026-04-01", &["3_months"])]
    #[case("2026-05-10", &["3_months"])]
    #[case("2028-04-01", &["24_months"])]
    #[case("2028-05-01", &[])]
    fn a_missed_point_gives_way_to_the_next_and_ends_with_the_plan(
        #[case] today: &str,
        #[case] wanted: &[&str],
    ) {
        assert_eq!(called(IndexKind::General, None, &[], today), wanted);
    }

    #[test]
    fn what_was_done_calls_for_nothing() {
        assert!(called(IndexKind::General, None, &["10 Feb 2026"], "2026-03-02").is_empty());
        assert!(called(IndexKind::General, None, &["10 Apr 2026"], "2026-04-20").is_empty());
    }

    #[test]
    fn reviews_end_with_the_treatment_and_go_on_as_long_as_it_does() {
        assert_eq!(
            called(IndexKind::Opioid, None, &["20 Jan 2026"], "2030-01-01"),
            ["review"]
        );
        assert!(
            called(
                IndexKind::Opioid,
                Some("1 Feb 2026"),
                &["20 Jan 2026"],
                "2026-06-01"
            )
            .is_empty()
        );
        assert_eq!(
            called(IndexKind::StimulatorTrial, None, &[], "2026-01-06"),
            ["day_4"]
        );
        assert!(called(IndexKind::StimulatorTrial, None, &[], "2027-01-06").is_empty());
    }
}
