//! The days that a time can mean in a record: a date as it stands, an age by the birth, "6 months after operation 1" by the
//! operation's date. As wide as what is known, and nothing where no end is known.
//!
//! [`super::order`] estimates one day for sorting; nothing here is an estimate.

use super::Record;
use crate::value::{
    born::Birth,
    date::PartialDate,
    interval::{Interval, Unit},
    when::{Anchor, Order, Point, Reference, When},
};
use chrono::{Datelike, Days, Months, NaiveDate};

/// References are followed so far; longer chains and circles have no days.
const DEPTH: u8 = 8;

/// First and last day that a time can mean, both included.
pub type Window = (NaiveDate, NaiveDate);

/// The time of the fact that another time is counted from.
pub type TimeOf<'a> = &'a dyn Fn(Anchor) -> Option<When>;

impl Record {
    /// The days that `when` can mean; none where it has no place in time.
    pub fn days_of(&self, when: &When) -> Option<Window> {
        days(when, Some(self.patient.born), &|anchor| self.time_of(anchor))
    }

    /// The last day that `when` can mean, also where its first is not known: "before operation 1".
    pub fn last_day_of(&self, when: &When) -> Option<NaiveDate> {
        match when.point {
            Point::Relative {
                by: None,
                order: Order::Before,
                anchor,
            } => self.days_of(&self.time_of(anchor)?).map(|(_, to)| to),
            _ => self.days_of(when).map(|(_, to)| to),
        }
    }

    /// `when` itself where it is a date, else the days that it can mean, as far as they are known.
    pub fn dated(&self, when: &When) -> When {
        dated(when, self.days_of(when))
    }

    fn time_of(&self, anchor: Anchor) -> Option<When> {
        let place = |place: u32| (place as usize).checked_sub(1);
        match anchor {
            Anchor::Operation(Reference::Place(number)) => {
                self.surgeries.get(place(number)?).map(|one| one.when)
            }
            Anchor::Treatment(Reference::Place(number)) => {
                self.treatments.get(place(number)?).map(|one| one.started)
            }
            _ => None,
        }
    }
}

/// The days that `when` can mean for someone born then, where `of` knows the facts that it may be counted from. Only an age
/// needs the birth.
pub fn days(when: &When, born: Option<Birth>, of: TimeOf<'_>) -> Option<Window> {
    window(when, born, of, DEPTH)
}

/// `when` itself where it is a date, else these days that it can mean.
pub fn dated(when: &When, days: Option<Window>) -> When {
    match (when.span(), days) {
        (None, Some((from, to))) => When {
            about: false,
            point: Point::Between(PartialDate::Day(from), PartialDate::Day(to)),
        },
        _ => *when,
    }
}

fn window(when: &When, born: Option<Birth>, of: TimeOf<'_>, depth: u8) -> Option<Window> {
    match when.point {
        Point::Age(years) => {
            let (first, last) = born?.span()?;
            let year = |day: NaiveDate, years: u32| day.checked_add_months(Months::new(years * 12));
            let to = year(last, u32::from(years) + 1)?.pred_opt()?;
            Some((year(first, years.into())?, to))
        }
        Point::Relative { by, order, anchor } => {
            let base = window(&of(anchor)?, born, of, depth.checked_sub(1)?)?;
            match (order, by) {
                (Order::At, _) => Some(base),
                (_, None) => None,
                (order, Some(by)) => moved(base, by, order, when.about),
            }
        }
        _ => when.span(),
    }
}

/// A window moved by an interval and widened by what its unit leaves open: "6 months" may be half a month less or more.
fn moved((from, to): Window, by: Interval, order: Order, about: bool) -> Option<Window> {
    let count = u32::from(by.value);
    let shift = |day: NaiveDate| -> Option<NaiveDate> {
        let days = |days: u64| match order {
            Order::Before => day.checked_sub_days(Days::new(days)),
            _ => day.checked_add_days(Days::new(days)),
        };
        let months = |months: u32| match order {
            Order::Before => day.checked_sub_months(Months::new(months)),
            _ => day.checked_add_months(Months::new(months)),
        };
        match by.unit {
            Unit::Hour => days(u64::from(count / 24)),
            Unit::Day => days(count.into()),
            Unit::Week => days(u64::from(count) * 7),
            Unit::Month => months(count),
            Unit::Year => months(count.checked_mul(12)?),
        }
    };
    let open = match (by.unit, count) {
        (_, 0) | (Unit::Day, _) => 0,
        (Unit::Hour, _) => 1,
        (Unit::Week, _) => 3,
        (Unit::Month, _) => 15,
        (Unit::Year, _) => 182,
    };
    // "About" doubts the number itself: a whole unit either way, and one day of days.
    let open = if about { (open * 2).max(1) } else { open };
    let wide = (
        shift(from)?.checked_sub_days(Days::new(open))?,
        shift(to)?.checked_add_days(Days::new(open))?,
    );
    // However wide, it stays on its side of what it is counted from.
    let window = match order {
        Order::Before => (wide.0, wide.1.min(to)),
        _ => (wide.0.max(from), wide.1),
    };
    (window.0 <= window.1 && window.1.year() < 9999).then_some(window)
}

#[cfg(test)]
mod tests {
    use crate::fact::Record;

    #[test]
    fn a_time_means_the_days_that_are_known() {
        let operation = |when: &str| format!(r#"{{"procedures":["fusion"],"when":"{when}"}}"#);
        let operations = ["3 May 2019", "2021", "at operation 1", "unknown"].map(operation);
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},
            "surgeries":[{}],"treatments":[{{"kind":"block","name":"x","started":"Mar 2022"}}]}}"#,
            operations.join(",")
        );
        let record: Record = serde_json::from_str(&json).unwrap();
        let cases: &[(&str, Option<(&str, &str)>)] = &[
            ("6 months after operation 1", Some(("2019-10-19", "2019-11-18"))),
            ("2 weeks before operation 1", Some(("2019-04-16", "2019-04-22"))),
            ("10 days after operation 1", Some(("2019-05-13", "2019-05-13"))),
            (
                "about 10 days after operation 1",
                Some(("2019-05-12", "2019-05-14")),
            ),
            ("1 year after operation 2", Some(("2021-07-03", "2023-07-01"))),
            ("1 month after operation 3", Some(("2019-05-19", "2019-06-18"))),
            ("0 days after operation 1", Some(("2019-05-03", "2019-05-03"))),
            ("at treatment 1", Some(("2022-03-01", "2022-03-31"))),
            ("age 50", Some(("2020-01-01", "2021-12-30"))),
            ("after operation 1", None),
            ("before operation 1", None),
            ("at first visit", None),
            ("1 month after operation 4", None),
            ("unknown", None),
            ("May 2024", Some(("2024-05-01", "2024-05-31"))),
        ];
        for (when, days) in cases {
            let days = days.map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap()));
            assert_eq!(record.days_of(&when.parse().unwrap()), days, "{when}");
        }
        let before = "before operation 1".parse().unwrap();
        assert_eq!(
            record.last_day_of(&before),
            "2019-05-03".parse().ok(),
            "its first day alone is open"
        );
    }
}
