//! What a follow-up calls for on a day: the points whose window is open, and the last one that was missed as long as
//! looking at it still makes sense.

use super::{
    plan::{IndexKind, Plan, Plans},
    span::{earlier, later},
    state::{FollowUp, Index, PointState, Status},
};
use chrono::{Days, Months, NaiveDate};

/// So many months after its index nothing is called for any more, unless the treatment goes on or a window closes later:
/// the last point of the longest plan with its window.
const CALLED_FOR_MONTHS: u32 = 27;

/// Days after its last window closed in which a missed point is still named, however wide a clinic set that window.
const NAMED_DAYS: u64 = 7;

/// Days after its begin in which a trial without a known end is still asked about.
const TRIAL_DAYS: u64 = 30;

impl Plan {
    /// Whether the plan calls for nothing after `index` any more, whatever was recorded; true where its date is not known.
    pub fn is_over(&self, index: &Index, today: NaiveDate) -> bool {
        let Some(at) = index.span() else {
            return true;
        };
        let goes_on =
            matches!(self.kind, IndexKind::Opioid | IndexKind::StimulatorImplant) && index.ended.is_none();
        let last = self.last_called(at.to);
        self.ended_some_day(index) || !goes_on && last.is_none_or(|last| last < today)
    }

    /// The last day on which something is called for after an index of the day `at` that does not go on.
    fn last_called(&self, at: NaiveDate) -> Option<NaiveDate> {
        if self.kind == IndexKind::StimulatorTrial {
            return at.checked_add_days(Days::new(TRIAL_DAYS));
        }
        let least = at.checked_add_months(Months::new(CALLED_FOR_MONTHS))?;
        let closes = self
            .point
            .last()
            .map(|point| later(later(at, point.at, 1), point.late, 1));
        let named = closes.and_then(|closes| closes.checked_add_days(Days::new(NAMED_DAYS)));
        Some(named.map_or(least, |named| named.max(least)))
    }

    /// The other way round: whatever has its index before this day and does not go on calls for nothing on `today`.
    fn first_called(&self, today: NaiveDate) -> NaiveDate {
        let least = today.checked_sub_months(Months::new(CALLED_FOR_MONTHS));
        let closed = today.checked_sub_days(Days::new(NAMED_DAYS));
        let named = closed
            .zip(self.point.last())
            .map(|(closed, point)| earlier(earlier(closed, point.late), point.at));
        let least = least.unwrap_or(NaiveDate::MIN);
        named.map_or(least, |named| named.min(least))
    }

    /// Whether what it follows goes on for a time and is over, though nothing says since which day.
    fn ended_some_day(&self, index: &Index) -> bool {
        let lasting = matches!(
            self.kind,
            IndexKind::Opioid
                | IndexKind::Walking
                | IndexKind::StimulatorTrial
                | IndexKind::StimulatorImplant
        );
        lasting && index.ended.as_ref().is_some_and(|ended| ended.span().is_none())
    }

    /// Whether the treatment surely ended before `point`, or is over and nothing says since when, so that nothing is called
    /// for there; an operation and what is done once are followed all the same.
    pub fn ended_before(&self, index: &Index, point: &PointState) -> bool {
        if self.ended_some_day(index) {
            return true;
        }
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

impl Plans {
    /// Whatever has its index before this day and does not go on calls for nothing on `today`, by any of the plans.
    pub fn first_called(&self, today: NaiveDate) -> NaiveDate {
        let days = self.all().iter().map(|plan| plan.first_called(today));
        days.min().unwrap_or(today)
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
    use crate::rule::schedule::{Visit, follow_up};
    use rstest::rstest;

    fn called(kind: IndexKind, ended: Option<&str>, visits: &[&str], today: &str) -> Vec<String> {
        called_by(&Plans::default(), kind, ended, visits, today)
    }

    fn called_by(
        plans: &Plans,
        kind: IndexKind,
        ended: Option<&str>,
        visits: &[&str],
        today: &str,
    ) -> Vec<String> {
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
                bare: false,
            })
            .collect();
        let today = today.parse().unwrap();
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
        assert_eq!(called(IndexKind::Opioid, None, &[], "2026-11-25"), ["review"]);
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

    #[rstest]
    #[case(IndexKind::Opioid, "4_weeks")]
    #[case(IndexKind::StimulatorImplant, "1_month")]
    #[case(IndexKind::StimulatorTrial, "day_28")]
    #[case(IndexKind::Walking, "week_4")]
    fn what_was_stopped_on_a_day_that_nobody_recorded_is_over(#[case] kind: IndexKind, #[case] point: &str) {
        assert_eq!(called(kind, None, &[], "2026-01-30"), [point]);
        assert!(called(kind, Some("unknown"), &[], "2026-01-30").is_empty());
        assert!(called(kind, Some("unknown"), &["20 Jan 2026"], "2030-01-01").is_empty());
    }

    #[test]
    fn the_points_of_what_was_stopped_are_not_called_for_and_what_is_done_once_is_followed_all_the_same() {
        let mut index = Index {
            id: "i".into(),
            kind: IndexKind::Opioid,
            when: "2 Jan 2026".parse().unwrap(),
            ended: Some("unknown".parse().unwrap()),
        };
        let today = "2026-06-01".parse().unwrap();
        let plans = Plans::default();
        let plan = plans.of(index.kind).unwrap();
        let state = follow_up(plan, &index, &[], &[], today);
        assert!(state.points.iter().all(|point| plan.ended_before(&index, point)));
        assert_eq!(state.points[0].status, Status::Overdue);
        index.ended = None;
        assert!(!plan.ended_before(&index, &state.points[0]));
        let injection = called(IndexKind::EpiduralSteroid, Some("unknown"), &[], "2026-02-10");
        assert_eq!(injection, ["6_weeks"]);
    }

    #[test]
    fn a_window_that_a_clinic_set_wider_is_called_for_as_long_as_it_is_open_and_a_week_longer() {
        let span = |text: &str| text.parse::<crate::value::interval::Interval>().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let built_in = Plans::default();
        let own = built_in
            .with_window(
                IndexKind::General,
                "24_months",
                span("12 weeks"),
                span("365 days"),
            )
            .unwrap();
        let called = |today| called_by(&own, IndexKind::General, None, &[], today);
        // 24 months are 2 January 2028; the window closes on 1 January 2029.
        for open in ["2028-05-01", "2029-01-01", "2029-01-08"] {
            assert_eq!(called(open), ["24_months"], "{open}");
        }
        assert!(called("2029-01-09").is_empty());
        assert_eq!(own.first_called(day("2029-01-08")), day("2026-01-02"));
        assert_eq!(built_in.first_called(day("2029-01-08")), day("2026-10-08"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_before_the_first_day_calls(index in 0_u64..3000, today in 0_u64..6000, late in 0_u16..365) {
            let date = |days: u64| NaiveDate::from_ymd_opt(2015, 1, 1).unwrap() + Days::new(days);
            let span = |days: u16| format!("{days} days").parse::<crate::value::interval::Interval>().unwrap();
            let plans = Plans::default()
                .with_window(IndexKind::General, "24_months", span(30), span(late))
                .unwrap();
            for plan in plans.all().iter().filter(|plan| plan.kind != IndexKind::StimulatorTrial) {
                let over = plan.last_called(date(index)).unwrap() < date(today);
                proptest::prop_assert!(over || date(index) >= plan.first_called(date(today)));
            }
        }
    }
}
