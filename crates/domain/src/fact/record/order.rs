//! The order of time in a record, as far as it is known: "operation 2" is the second in this order, on the screen, in
//! letters and in what people type.
//!
//! A fact whose time is not known stays behind the one it was recorded after. Days are estimated for sorting only
//! and never shown.

use super::{Lists, Record};
use crate::{
    fact::{
        clinical::{Clinical, InTime},
        kept::Kept,
        noun::Noun,
    },
    value::{
        interval::{Interval, Unit},
        when::{Anchor, Order, Point, Reference, When},
    },
};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeMap;

/// References are followed so far; longer chains and circles count as unknown.
const DEPTH: u8 = 8;

/// Puts lists in order, and counts references in that order. Each list has the places at which its facts stood.
struct InOrder<'a> {
    record: &'a Record,
    /// Of each noun that other facts name.
    places: BTreeMap<Noun, Vec<usize>>,
}

impl InOrder<'_> {
    /// Counts a reference in the new order.
    fn count(&self, what: &str, which: &mut Reference) {
        let order = Noun::from_called(what).and_then(|noun| self.places.get(&noun));
        if let (Some(order), Reference::Place(place)) = (order, *which)
            && let Some(now) = order.iter().position(|was| was + 1 == place as usize)
        {
            *which = Reference::Place(u32::try_from(now + 1).unwrap_or(u32::MAX));
        }
    }
}

impl Lists for InOrder<'_> {
    fn made<T: Clinical>(&self, list: &[Kept<T>]) -> Vec<Kept<T>> {
        let order = self.record.order_of(list);
        let mut list: Vec<Kept<T>> = order.iter().filter_map(|at| list.get(*at).cloned()).collect();
        for one in &mut list {
            for (_, anchor) in one.anchors_mut() {
                if let Some((what, which)) = anchor.reference_mut() {
                    self.count(what, which);
                }
            }
            for (_, link) in one.links_mut() {
                let what = link.what().to_owned();
                self.count(&what, &mut link.which);
            }
        }
        list
    }
}

impl Record {
    /// The record with every list in the order of time and references counted in that order.
    pub fn in_order(&self) -> Self {
        let named = Noun::ALL.into_iter().filter(|noun| noun.called().is_some());
        self.lists(&InOrder {
            record: self,
            places: named.map(|noun| (noun, self.places(noun))).collect(),
        })
    }

    /// The facts of one of its lists in the order of time, as they stand in it.
    pub fn ordered<'a, T: Clinical>(&self, list: &'a [Kept<T>]) -> impl Iterator<Item = &'a T> + use<'a, T> {
        let places = self.order_of(list).into_iter();
        places.filter_map(|at| list.get(at).map(|one| &one.fact))
    }

    /// Whether the place of a fact in the order of time is known or estimated.
    pub fn timed(&self, fact: &impl Clinical) -> bool {
        match fact.in_time() {
            InTime::Told(when) => self.estimate(when, DEPTH).is_some(),
            InTime::Bears(_) => true,
            InTime::AsRecorded => false,
        }
    }

    /// A day near the time of a fact, to sort facts of different kinds by and never to be shown; nothing where its place in time is
    /// not known.
    pub fn near(&self, fact: &impl Clinical) -> Option<NaiveDate> {
        match fact.in_time() {
            InTime::Told(when) => self.estimate(when, DEPTH),
            InTime::Bears(moment) => moment.day(),
            InTime::AsRecorded => None,
        }
    }

    /// Positions in the order of time.
    pub(super) fn order_of<T: Clinical>(&self, list: &[Kept<T>]) -> Vec<usize> {
        let times: Vec<InTime<'_>> = list.iter().map(|one| one.in_time()).collect();
        match times.first() {
            Some(InTime::Told(_)) => self.by_times(times.iter().filter_map(|time| match time {
                InTime::Told(when) => Some(*when),
                _ => None,
            })),
            Some(InTime::Bears(_)) => {
                let mut places: Vec<usize> = (0..list.len()).collect();
                // What is equal stays as it was recorded.
                places.sort_by_key(|at| times.get(*at).and_then(InTime::moment));
                places
            }
            Some(InTime::AsRecorded) | None => (0..list.len()).collect(),
        }
    }

    fn by_times<'a>(&self, whens: impl Iterator<Item = &'a When>) -> Vec<usize> {
        let mut groups: Vec<(Option<NaiveDate>, Vec<usize>)> = Vec::new();
        for (at, when) in whens.enumerate() {
            match (self.estimate(when, DEPTH), groups.last_mut()) {
                (None, Some((_, group))) => group.push(at),
                (day, _) => groups.push((day, vec![at])),
            }
        }
        groups.sort_by_key(|(day, _)| *day);
        groups.into_iter().flat_map(|(_, group)| group).collect()
    }

    /// A day near the time that `when` means.
    fn estimate(&self, when: &When, depth: u8) -> Option<NaiveDate> {
        match when.point {
            Point::Date(date) | Point::Between(date, _) => Some(date.span().0),
            Point::Before(_) | Point::After(_) => {
                let (from, to) = when.bounds();
                from.or(to)
            }
            Point::Age(years) => {
                let (born, _) = self.patient.born.span()?;
                NaiveDate::from_ymd_opt(born.year() + i32::from(years), 1, 1)
            }
            Point::Relative { .. } | Point::Loosely { .. } => {
                let (by, order, anchor) = match when.point {
                    Point::Relative { by, order, anchor } => (by, order, anchor),
                    // "Months" are at least two of them.
                    Point::Loosely { unit, order, anchor } => {
                        (Some(Interval { value: 2, unit }), order, anchor)
                    }
                    _ => return None,
                };
                let other = match anchor {
                    Anchor::Operation(Reference::Place(place)) => {
                        &self.surgeries.get(place.checked_sub(1)? as usize)?.when
                    }
                    Anchor::Treatment(Reference::Place(place)) => {
                        &self.treatments.get(place.checked_sub(1)? as usize)?.started
                    }
                    _ => return None,
                };
                let base = self.estimate(other, depth.checked_sub(1)?)?;
                moved(base, by, order)
            }
            Point::Unknown => None,
        }
    }
}

fn moved(base: NaiveDate, by: Option<Interval>, order: Order) -> Option<NaiveDate> {
    // Where only the order is known, a day is enough to sort by.
    let by = by.unwrap_or(Interval {
        value: 1,
        unit: Unit::Day,
    });
    let count = u32::from(by.value);
    let forward = match order {
        Order::At => return Some(base),
        Order::After => true,
        Order::Before => false,
    };
    let days = |days: u64| {
        if forward {
            base.checked_add_days(Days::new(days))
        } else {
            base.checked_sub_days(Days::new(days))
        }
    };
    let months = |months: u32| {
        if forward {
            base.checked_add_months(Months::new(months))
        } else {
            base.checked_sub_months(Months::new(months))
        }
    };
    match by.unit {
        Unit::Hour => Some(base),
        Unit::Day => days(count.into()),
        Unit::Week => days(u64::from(count) * 7),
        Unit::Month => months(count),
        Unit::Year => months(count.checked_mul(12)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(facts: &str) -> Record {
        serde_json::from_str(&format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},{facts}}}"#
        ))
        .unwrap()
    }

    fn operation(what: &str, when: &str) -> String {
        format!(r#"{{"procedures":["{what}"],"when":"{when}"}}"#)
    }

    fn names(record: &Record) -> Vec<String> {
        record
            .surgeries
            .iter()
            .map(|one| one.procedures[0].to_string())
            .collect()
    }

    #[test]
    fn an_older_operation_recorded_later_becomes_the_first_and_references_follow() {
        let list = [operation("fusion", "2019"), operation("discectomy", "May 2012")].join(",");
        let record = record(&format!(
            r#""surgeries":[{list}],"symptoms":[{{"site":"leg","onset":"2 months after operation 1"}}]"#
        ));
        let ordered = record.in_order();
        assert_eq!(names(&ordered), ["discectomy", "fusion"]);
        assert_eq!(
            ordered.symptoms[0].onset.to_string(),
            "2 months after operation 2"
        );
    }

    #[test]
    fn relative_times_and_ages_are_sorted_where_they_can_be_told() {
        let list = [
            operation("third", "2015"),
            operation("second", "3 months before operation 1"),
            operation("first", "age 40"),
        ];
        let ordered = record(&format!(r#""surgeries":[{}]"#, list.join(","))).in_order();
        assert_eq!(names(&ordered), ["first", "second", "third"]);
    }

    #[test]
    fn what_is_not_known_stays_where_it_was_recorded() {
        let list = [
            operation("a", "unknown"),
            operation("c", "2015"),
            operation("d", "unknown"),
            operation("b", "2010"),
        ];
        let ordered = record(&format!(r#""surgeries":[{}]"#, list.join(","))).in_order();
        assert_eq!(names(&ordered), ["a", "b", "c", "d"]);
    }

    #[test]
    fn what_has_a_place_in_time_is_told_from_what_was_only_recorded_somewhere() {
        let list = [
            operation("a", "unknown"),
            operation("b", "2015"),
            operation("c", "months after operation 2"),
            operation("d", "2 weeks after operation 1"),
        ];
        let record = record(&format!(
            r#""surgeries":[{}],"anticoagulants":[{{"name":"apixaban","class":"factor_xa_inhibitor","taking":"yes"}}]"#,
            list.join(",")
        ));
        let surgeries: Vec<bool> = record
            .surgeries
            .iter()
            .map(|one| record.timed(&one.fact))
            .collect();
        assert_eq!(surgeries, [false, true, true, false]);
        assert!(!record.timed(&record.anticoagulants[0].fact));
    }

    #[test]
    fn what_is_bounded_or_loose_is_sorted_where_it_can_be_told() {
        let list = [
            operation("d", "after 2015"),
            operation("a", "before 2004"),
            operation("c", "months after operation 4"),
            operation("b", "between 2004 and 2008"),
            operation("e", "winter 2016/17"),
        ];
        let ordered = record(&format!(r#""surgeries":[{}]"#, list.join(","))).in_order();
        assert_eq!(names(&ordered), ["a", "b", "c", "d", "e"]);
        assert_eq!(ordered.surgeries[2].when.to_string(), "months after operation 2");
    }
}
