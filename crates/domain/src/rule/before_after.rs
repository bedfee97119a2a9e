//! Which scores of one measure lie before and after something that was done, so that the two can be set side by side.
//!
//! What lies between may have other reasons: what else began in between is named, and nothing here says that a change is due to
//! a treatment. A baseline that is too old, or of which nobody knows whether it lies before, is told and never compared with.

use super::{
    listed::{Rule, by_id},
    schedule::{Baseline, BaselineAge, Index, IndexKind, Plan, Span, Visit, baseline_among, later},
};
use crate::value::{
    interval::{Interval, Unit},
    sure::Sure,
};
use chrono::NaiveDate;

/// How long something went on, as far as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// It was done once.
    Once,
    /// It goes on today.
    GoesOn,
    /// It ended on one of these days.
    Ended(Span),
    /// Nobody said whether it goes on.
    NotKnown,
}

/// How long after its beginning a change is looked for where something was done once, or nobody knows whether it goes on, and no
/// plan of its own says more.
const USUAL: Interval = Interval {
    value: 6,
    unit: Unit::Month,
};

/// The scores of one measure before and after something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// The last score before it, by the rule of follow-up; nothing where there is none.
    pub before: Option<Baseline>,
    /// The scores after it, by their ids, in the order of time. Never that of the day on which it began.
    pub after: Vec<String>,
    /// From the first possible day of the score before it to the last of those after it: whatever else began then may explain a
    /// change, see [`crossing`](super::schedule::crossing).
    pub between: Span,
}

impl Sides {
    /// The score that a later one is compared with: surely before, and not stale.
    pub fn baseline(&self) -> Option<&Baseline> {
        let usable = |one: &&Baseline| one.certain && one.age != BaselineAge::Stale;
        self.before.as_ref().filter(usable)
    }
}

/// The last day on which a change after `index` is looked for, at the latest `today`: for what went on its end, for an operation and
/// for what was done once and has a plan of its own the last visit of that, else six months. Nothing where the time of `index` is not
/// known to days that can be counted from.
pub fn looked_until(
    plan: &Plan,
    index: &Index,
    is_operation: bool,
    ends: Ends,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let began = index.span()?;
    let last_visit = plan
        .point
        .last()
        .filter(|_| is_operation || plan.kind != IndexKind::General);
    let until = match ends {
        Ends::GoesOn => today,
        Ends::Ended(end) => end.to.max(began.to),
        Ends::Once | Ends::NotKnown => match last_visit {
            Some(point) => later(later(began.to, point.at, 1), point.late, 1),
            None => later(began.to, USUAL, 1),
        },
    };
    Some(until.min(today))
}

/// The scores of one measure before and after `index` up to the day `until`; `visits` are their days.
pub fn sides(plan: &Plan, index: &Index, visits: &[(&Visit, Span)], until: NaiveDate) -> Option<Sides> {
    let began = index.span()?;
    let mut after: Vec<&(&Visit, Span)> = visits
        .iter()
        .filter(|(_, at)| at.from > began.to && at.to <= until)
        .collect();
    after.sort_by_key(|(_, at)| (at.from, at.to));
    // What crosses a baseline crosses all that lies between, which is asked for once.
    let before = baseline_among(plan, index, visits, &[]);
    let first = before
        .as_ref()
        .and_then(|one| visits.iter().find(|(visit, _)| visit.id == one.visit))
        .map_or(began.from, |(_, at)| at.from);
    Some(Sides {
        before,
        between: Span {
            from: first,
            to: after.last().map_or(began.to, |(_, at)| at.to),
        },
        after: after.into_iter().map(|(visit, _)| visit.id.clone()).collect(),
    })
}

/// The rule as it is listed.
pub fn rules() -> Vec<Rule> {
    vec![by_id("treatment.before_after", 1, Sure::Medium)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        rule::schedule::{Other, Plans, crossing, dated},
        value::when::When,
    };
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn index(kind: IndexKind, when: &str) -> Index {
        Index {
            id: "it".to_owned(),
            kind,
            when: serde_json::from_value(when.into()).unwrap(),
            ended: None,
        }
    }

    fn when(text: &str) -> When {
        serde_json::from_value(text.into()).unwrap()
    }

    fn visits(all: &[&str]) -> Vec<Visit> {
        all.iter()
            .map(|text| Visit {
                id: (*text).to_owned(),
                when: when(text),
                bare: false,
            })
            .collect()
    }

    const TODAY: &str = "2026-11-23";

    #[rstest]
    #[case::an_operation(IndexKind::General, true, Ends::Once, "2 Jan 2020", "2022-03-27")]
    #[case::done_once(IndexKind::General, false, Ends::Once, "2 Jan 2020", "2020-07-02")]
    #[case::with_a_plan_of_its_own(IndexKind::EpiduralSteroid, false, Ends::Once, "2 Jan 2020", "2020-04-30")]
    #[case::known_to_a_month(IndexKind::General, false, Ends::NotKnown, "Jan 2020", "2020-07-31")]
    #[case::going_on(IndexKind::General, false, Ends::GoesOn, "2 Jan 2020", TODAY)]
    #[case::never_after_today(IndexKind::General, true, Ends::Once, "2 Jan 2026", TODAY)]
    fn a_change_is_looked_for_as_long_as_it_may_be_its_own(
        #[case] kind: IndexKind,
        #[case] is_operation: bool,
        #[case] ends: Ends,
        #[case] began: &str,
        #[case] wanted: &str,
    ) {
        let plans = Plans::default();
        let plan = plans.of(kind).unwrap();
        let until = looked_until(plan, &index(kind, began), is_operation, ends, day(TODAY));
        assert_eq!(until, Some(day(wanted)));
    }

    #[test]
    fn what_ended_is_looked_at_to_its_last_possible_day_and_what_has_no_time_not_at_all() {
        let plans = Plans::default();
        let plan = plans.of(IndexKind::General).unwrap();
        let ended = Ends::Ended(Span {
            from: day("2020-08-01"),
            to: day("2020-08-31"),
        });
        let until =
            |when: &str| looked_until(plan, &index(IndexKind::General, when), false, ended, day(TODAY));
        assert_eq!(until("2 Jan 2020"), Some(day("2020-08-31")));
        assert_eq!(until("unknown"), None);
    }

    #[test]
    fn trap_30_scores_of_the_first_day_are_never_after_it_and_what_began_meanwhile_is_named() {
        let plans = Plans::default();
        let plan = plans.of(IndexKind::General).unwrap();
        let scores = visits(&["20 Dec 2025", "2 Jan 2026", "3 Mar 2026", "Feb 2026", "Sep 2026"]);
        let others =
            [("it", "2 Jan 2026"), ("drug", "Feb 2026"), ("late", "5 Mar 2026")].map(|(id, at)| Other {
                id: id.to_owned(),
                when: when(at),
            });
        let index = index(IndexKind::General, "2 Jan 2026");
        let sides = sides(plan, &index, &dated(&scores), day("2026-07-02")).unwrap();
        assert_eq!(sides.baseline().unwrap().visit, "2 Jan 2026");
        assert_eq!(sides.after, ["Feb 2026", "3 Mar 2026"]);
        let Span { from, to } = sides.between;
        assert_eq!(crossing(&others, &index, from, to), ["drug"]);
    }

    #[rstest]
    #[case::two_months_and_a_day("1 Nov 2025", false)]
    #[case::of_the_same_month("Jan 2026", false)]
    #[case::three_weeks("12 Dec 2025", true)]
    fn a_stale_or_uncertain_baseline_is_told_and_never_compared_with(
        #[case] score: &str,
        #[case] usable: bool,
    ) {
        let plans = Plans::default();
        let plan = plans.of(IndexKind::General).unwrap();
        let index = index(IndexKind::General, "2 Jan 2026");
        let scores = visits(&[score]);
        let sides = sides(plan, &index, &dated(&scores), day(TODAY)).unwrap();
        assert!(sides.before.is_some());
        assert_eq!(sides.baseline().is_some(), usable);
    }
}
