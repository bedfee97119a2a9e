//! The next visit that was planned at another, once its day has passed and no visit is recorded since.
//!
//! What was planned last is what counts: a plan gives way to that of a later visit, which put it off or brought it forward. A
//! visit on the planned day or later answers it, whether the patient came or not: where it is told as missed or called off,
//! somebody looked after it.

use crate::{
    rule::listed::{Rule, by_id},
    value::{sure::Sure, when::When},
};
use chrono::NaiveDate;
use uuid::Uuid;

/// The times of a visit, each a date or told as the days that it means in its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitTimes {
    /// The entry, which tells one visit from another.
    pub entry: Uuid,
    /// When it was, or was to be.
    pub when: When,
    /// For when the next one was planned; unknown where none was.
    pub next: When,
}

impl VisitTimes {
    /// The last day on which it can have been.
    fn last(&self) -> Option<NaiveDate> {
        self.when.span().map(|(_, last)| last)
    }
}

/// The rule as it is listed. Its version goes up whenever its result can differ.
pub fn rule() -> Rule {
    by_id("schedule.next_visit", 1, Sure::Medium)
}

/// Of these visits the one at which the next was planned for a time that is past on `today`, where none is recorded since; the one
/// that was planned for the latest time where there are several. A time is past after its last possible day, and a visit counts
/// that may have been on its first possible day or later.
pub fn unanswered(visits: &[VisitTimes], today: NaiveDate) -> Option<VisitTimes> {
    let plans = || visits.iter().filter(|one| !one.next.is_unknown());
    let latest = plans()
        .filter_map(|one| one.when.span())
        .map(|(first, _)| first)
        .max();
    // What surely lies before another visit that plans the next gives way to that.
    let counts = |one: &VisitTimes| match (one.last(), latest) {
        (Some(last), Some(latest)) => last >= latest,
        _ => true,
    };
    let passed = plans().filter(|one| counts(one)).filter_map(|plan| {
        let (first, last) = plan.next.span()?;
        // A vague time may begin before the visit at which it was told: what counts are the days after that.
        let after = plan.last().and_then(|day| day.succ_opt());
        let since = after.map_or(first, |after| first.max(after.min(last)));
        let answers =
            |one: &VisitTimes| one.entry != plan.entry && one.last().is_some_and(|day| day >= since);
        (last < today && !visits.iter().any(answers)).then_some((last, first, *plan))
    });
    let latest = passed.max_by_key(|(last, first, plan)| (*last, *first, plan.entry));
    latest.map(|(_, _, plan)| plan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Visits by when they were and for when the next was planned; the entries in another order than the visits.
    fn visits(told: &[(&str, &str)]) -> Vec<VisitTimes> {
        let numbers = (0..u128::try_from(told.len()).unwrap()).rev();
        let read = |text: &str| text.parse().unwrap();
        told.iter()
            .zip(numbers)
            .map(|((when, next), number)| VisitTimes {
                entry: Uuid::from_u128(number),
                when: read(when),
                next: read(next),
            })
            .collect()
    }

    /// For when the visit was planned that has passed by 25 November 2026.
    fn passed(told: &[(&str, &str)]) -> Option<String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        unanswered(&visits(told), today).map(|plan| plan.next.to_string())
    }

    #[rstest]
    #[case("24 Nov 2026", true)]
    #[case("25 Nov 2026", false)]
    #[case("3 Dec 2026", false)]
    #[case("Oct 2026", true)]
    #[case("Nov 2026", false)]
    #[case("2026", false)]
    #[case("between 3 Nov 2026 and 10 Nov 2026", true)]
    #[case("unknown", false)]
    #[case("before 3 Nov 2026", false)]
    #[case("6 weeks after operation 1", false)]
    fn a_plan_has_passed_after_its_last_possible_day(#[case] next: &str, #[case] is: bool) {
        let told = passed(&[("1 Oct 2026", next)]);
        assert_eq!(told, is.then(|| next.to_owned()));
    }

    #[rstest]
    // The same day or later, also where it is not known exactly.
    #[case("3 Nov 2026", "3 Nov 2026", true)]
    #[case("3 Nov 2026", "20 Nov 2026", true)]
    #[case("3 Nov 2026", "2 Nov 2026", false)]
    #[case("3 Nov 2026", "Nov 2026", true)]
    #[case("3 Nov 2026", "Oct 2026", false)]
    #[case("3 Nov 2026", "unknown", false)]
    #[case("Oct 2026", "2 Oct 2026", true)]
    #[case("Oct 2026", "30 Sep 2026", false)]
    // A vague plan may begin before the visit that told it; another visit before that is no answer.
    #[case("Sep 2026", "19 Sep 2026", false)]
    #[case("Sep 2026", "21 Sep 2026", true)]
    // Twice on one day.
    #[case("20 Sep 2026", "20 Sep 2026", true)]
    fn a_visit_on_the_planned_day_or_later_answers(
        #[case] next: &str,
        #[case] other: &str,
        #[case] answered: bool,
    ) {
        for told in [
            [("20 Sep 2026", next), (other, "unknown")],
            [(other, "unknown"), ("20 Sep 2026", next)],
        ] {
            assert_eq!(passed(&told).is_none(), answered, "{told:?}");
        }
    }

    #[test]
    fn a_plan_gives_way_to_that_of_a_later_visit_and_to_no_other() {
        let first = ("1 Oct 2026", "3 Nov 2026");
        assert_eq!(passed(&[first, ("1 Nov 2026", "3 Dec 2026")]), None);
        assert_eq!(
            passed(&[first, ("1 Nov 2026", "12 Nov 2026")]).as_deref(),
            Some("12 Nov 2026")
        );
        // That one is put off to a time which has no day: nothing is known to have passed.
        assert_eq!(passed(&[first, ("1 Nov 2026", "after operation 1")]), None);
        // A visit before it that tells no plan changes none.
        assert_eq!(
            passed(&[first, ("1 Nov 2026", "unknown")]).as_deref(),
            Some("3 Nov 2026")
        );
        // It is not known to be later: its own plan stands beside the other, which it may have answered.
        for (when, named) in [("2026", "20 Oct 2026"), ("unknown", "3 Nov 2026")] {
            let told = [first, (when, "20 Oct 2026")];
            assert_eq!(passed(&told).as_deref(), Some(named), "{when}");
        }
    }

    #[test]
    fn of_several_plans_of_one_day_the_latest_that_is_unanswered_is_named() {
        let day = |next: &'static str| ("1 Oct 2026", next);
        let both = [day("3 Nov 2026"), day("10 Oct 2026"), day("3 Dec 2026")];
        assert_eq!(passed(&both).as_deref(), Some("3 Nov 2026"));
        // A visit in the month answers the plan for the month alone.
        let answered = [day("Oct 2026"), day("20 Oct 2026"), ("5 Oct 2026", "unknown")];
        assert_eq!(passed(&answered).as_deref(), Some("20 Oct 2026"));
        assert_eq!(passed(&[]), None);
        assert_eq!(
            passed(&[("3 Nov 2026", "3 Nov 2026")]).as_deref(),
            Some("3 Nov 2026"),
            "no answer to itself"
        );
    }

    proptest::proptest! {
        #[test]
        fn the_order_in_which_visits_are_told_changes_nothing(
            days in proptest::collection::vec((0_u64..40, proptest::option::of(0_u64..60)), 0..6),
            turned in 0_usize..6,
        ) {
            let day = |days: u64| {
                let day = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + chrono::Days::new(days);
                When::date(crate::value::date::PartialDate::Day(day))
            };
            let mut all: Vec<VisitTimes> = (1..).zip(&days).map(|(number, (on, after))| VisitTimes {
                entry: Uuid::from_u128(number),
                when: day(*on),
                next: after.map(|after| day(on + after)).unwrap_or_default(),
            }).collect();
            let today = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
            let told = unanswered(&all, today);
            if let Some(plan) = told {
                let (_, planned) = plan.next.span().unwrap();
                proptest::prop_assert!(planned < today);
                let since = |one: &&VisitTimes| one.entry != plan.entry && one.last() >= Some(planned);
                proptest::prop_assert_eq!(all.iter().find(since), None);
            }
            let length = all.len();
            all.rotate_left(turned.min(length));
            proptest::prop_assert_eq!(unanswered(&all, today), told);
        }
    }
}
