//! What the times of a record say for sure: what lies in the past, and what came after what. Where a date is not exact
//! enough, nothing is sure.

use crate::{
    fact::{kept::Kept, surgery::Surgery, treatment::Treatment},
    value::{
        born::Birth,
        interval::{Interval, Unit},
        when::{Anchor, Order, Point, Reference, When},
    },
};
use chrono::{Days, Months, NaiveDate};

/// References are followed so far; longer chains and circles are not known.
const DEPTH: u8 = 8;
/// By how much "about" may be wrong.
const ABOUT: Days = Days::new(366);

type Span = (NaiveDate, NaiveDate);

/// A time in the record, with the fact whose time it is where others may name it.
#[derive(Debug, Clone, Copy)]
pub(in crate::rule) struct Moment {
    pub(in crate::rule) when: When,
    pub(in crate::rule) of: Option<Anchor>,
}

/// Operations and treatments that times may refer to.
#[derive(Debug, Clone, Copy)]
pub(in crate::rule) struct Times<'a> {
    pub(in crate::rule) surgeries: &'a [Kept<Surgery>],
    pub(in crate::rule) treatments: &'a [Kept<Treatment>],
    pub(in crate::rule) born: Birth,
    pub(in crate::rule) today: NaiveDate,
}

fn anchor(at: usize, anchor: fn(Reference) -> Anchor) -> Option<Anchor> {
    Some(anchor(Reference::Place(u32::try_from(at).ok()?.checked_add(1)?)))
}

impl<'a> Times<'a> {
    /// Those of the facts of a register.
    pub(in crate::rule) fn of(facts: &super::Facts<'a>) -> Self {
        Self {
            surgeries: facts.surgeries,
            treatments: facts.treatments,
            born: facts.born,
            today: facts.today,
        }
    }
}

impl Times<'_> {
    /// The time of an operation.
    pub(in crate::rule) fn operation(&self, at: usize) -> Moment {
        Moment {
            when: self.surgeries.get(at).map(|one| one.when).unwrap_or_default(),
            of: anchor(at, Anchor::Operation),
        }
    }

    /// The time at which a treatment began.
    pub(in crate::rule) fn treatment(&self, at: usize) -> Moment {
        Moment {
            when: self.treatments.get(at).map(|one| one.started).unwrap_or_default(),
            of: anchor(at, Anchor::Treatment),
        }
    }

    fn named(&self, anchor: Anchor) -> Option<Moment> {
        let at = |reference| match reference {
            Reference::Place(place) => (place as usize).checked_sub(1),
            Reference::Id(_) => None,
        };
        match anchor {
            Anchor::Operation(reference) => at(reference).map(|at| self.operation(at)),
            Anchor::Treatment(reference) => at(reference).map(|at| self.treatment(at)),
            Anchor::FirstVisit => None,
        }
    }

    /// The first and last day that it can mean, as far as the record tells.
    pub(in crate::rule) fn span(&self, when: &When) -> Option<Span> {
        self.span_within(when, DEPTH)
    }

    fn span_within(&self, when: &When, depth: u8) -> Option<Span> {
        let span = match when.point {
            Point::Age(years) => {
                let (first, last) = self.born.span()?;
                let years = u32::from(years) * 12;
                Some((
                    first.checked_add_months(Months::new(years))?,
                    last.checked_add_months(Months::new(years + 12))?,
                ))
            }
            Point::Relative { by, order, anchor } => {
                let base = self.named(anchor)?;
                let (first, last) = self.span_within(&base.when, depth.checked_sub(1)?)?;
                match (order, by) {
                    (Order::At, _) => Some((first, last)),
                    (_, None) => None,
                    (order, Some(by)) => {
                        Some((moved(first, by, order, true)?, moved(last, by, order, false)?))
                    }
                }
            }
            _ => when.span(),
        };
        let (first, last) = span?;
        Some(match when.about {
            true => (first.checked_sub_days(ABOUT)?, last.checked_add_days(ABOUT)?),
            false => (first, last),
        })
    }

    /// Whether all of it surely lies behind today.
    pub(in crate::rule) fn is_past(&self, when: &When) -> bool {
        if let Some((_, last)) = self.span(when) {
            return last <= self.today;
        }
        // An operation that is listed was done; what was at the same time or before it was so too.
        match when.point {
            Point::Relative {
                order: Order::At | Order::Before,
                anchor: Anchor::Operation(reference),
                ..
            } => self
                .named(Anchor::Operation(reference))
                .is_some_and(|base| self.span(&base.when).is_none_or(|(_, last)| last <= self.today)),
            _ => false,
        }
    }

    /// Whether `later` surely came after `earlier`: by days that leave no doubt, or because one names the other.
    pub(in crate::rule) fn is_after(&self, later: Moment, earlier: Moment) -> bool {
        self.is_after_within(later, earlier, DEPTH)
    }

    fn is_after_within(&self, later: Moment, earlier: Moment, depth: u8) -> bool {
        let spans = self.span(&later.when).zip(self.span(&earlier.when));
        if let Some(((first, last), (from, to))) = spans
            && (first > to || last < from)
        {
            return first > to;
        }
        let Some(depth) = depth.checked_sub(1) else {
            return false;
        };
        let after = |anchor: Anchor, or_same: bool| {
            (or_same && earlier.of == Some(anchor))
                || self
                    .named(anchor)
                    .is_some_and(|base| self.is_after_within(base, earlier, depth))
        };
        let before = |anchor: Anchor, or_same: bool| {
            (or_same && later.of == Some(anchor))
                || self
                    .named(anchor)
                    .is_some_and(|base| self.is_after_within(later, base, depth))
        };
        let by_later = match later.when.point {
            Point::Relative { order, anchor, .. } if order != Order::Before => {
                after(anchor, order == Order::After)
            }
            _ => false,
        };
        by_later
            || match earlier.when.point {
                Point::Relative { order, anchor, .. } if order != Order::After => {
                    before(anchor, order == Order::Before)
                }
                _ => false,
            }
    }

    /// Whether two times can be the same.
    pub(in crate::rule) fn may_agree(&self, one: &When, other: &When) -> bool {
        match self.span(one).zip(self.span(other)) {
            Some(((from, to), (first, last))) => from <= last && first <= to,
            None => true,
        }
    }
}

/// A day moved by an interval that people say roughly: up to one unit more or less.
fn moved(day: NaiveDate, by: Interval, order: Order, earliest: bool) -> Option<NaiveDate> {
    let forward = order == Order::After;
    // The earliest day is the nearest after, and the farthest before.
    let near = forward == earliest;
    let count = if near {
        u32::from(by.value).saturating_sub(1)
    } else {
        u32::from(by.value) + 1
    };
    let days = |days: u32| match forward {
        true => day.checked_add_days(Days::new(u64::from(days))),
        false => day.checked_sub_days(Days::new(u64::from(days))),
    };
    let months = |months: u32| match forward {
        true => day.checked_add_months(Months::new(months)),
        false => day.checked_sub_months(Months::new(months)),
    };
    match by.unit {
        Unit::Hour => days(count / 24 + u32::from(!near)),
        Unit::Day => days(count),
        Unit::Week => days(count.saturating_mul(7)),
        Unit::Month => months(count),
        Unit::Year => months(count.saturating_mul(12)),
    }
}
