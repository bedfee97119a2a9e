//! First and last day that a date can mean, and adding lengths of time to both.

use crate::value::interval::{Interval, Unit};
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The first and the last possible day; equal where the day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first day it can mean.
    pub from: NaiveDate,
    /// The last day it can mean.
    pub to: NaiveDate,
}

impl Span {
    /// True where the day is known.
    pub fn is_exact(self) -> bool {
        self.from == self.to
    }

    /// How many days it is uncertain by.
    pub fn width(self) -> i64 {
        (self.to - self.from).num_days()
    }

    /// Whether the two can mean the same day.
    pub fn touches(self, other: Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether it lies inside whatever day each means.
    pub fn is_inside(self, other: Span) -> bool {
        self.from >= other.from && self.to <= other.to
    }

    /// Twice its middle, counted in days; for comparing distances.
    fn middle(self) -> i64 {
        let day = |date: NaiveDate| (date - NaiveDate::default()).num_days();
        day(self.from) + day(self.to)
    }

    /// How far the middles lie apart, in half days.
    pub fn distance(self, other: Span) -> i64 {
        (self.middle() - other.middle()).abs()
    }
}

/// `times` intervals after the day; hours are less than a day. At the edge of the calendar it stays where it is.
pub fn later(day: NaiveDate, by: Interval, times: u32) -> NaiveDate {
    moved(day, by, times, true)
}

/// One interval before the day.
pub fn earlier(day: NaiveDate, by: Interval) -> NaiveDate {
    moved(day, by, 1, false)
}

fn moved(day: NaiveDate, by: Interval, times: u32, forward: bool) -> NaiveDate {
    let count = u32::from(by.value).saturating_mul(times);
    let days = |count: u64| match forward {
        true => day.checked_add_days(Days::new(count)),
        false => day.checked_sub_days(Days::new(count)),
    };
    let months = |count: u32| match forward {
        true => day.checked_add_months(Months::new(count)),
        false => day.checked_sub_months(Months::new(count)),
    };
    let moved = match by.unit {
        Unit::Hour => Some(day),
        Unit::Day => days(count.into()),
        Unit::Week => days(u64::from(count) * 7),
        Unit::Month => months(count),
        Unit::Year => months(count.saturating_mul(12)),
    };
    moved.unwrap_or(day)
}

/// About how many days it is, for comparing lengths.
pub fn about_days(interval: Interval) -> u32 {
    let value = u32::from(interval.value);
    match interval.unit {
        Unit::Hour => 0,
        Unit::Day => value,
        Unit::Week => value * 7,
        Unit::Month => value * 30,
        Unit::Year => value * 365,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2026-01-31", "1 month", 1, "2026-02-28")]
    #[case("2026-01-31", "6 weeks", 1, "2026-03-14")]
    #[case("2026-03-01", "1 year", 2, "2028-03-01")]
    #[case("2026-03-28", "1 day", 3, "2026-03-31")]
    #[case("2026-03-28", "5 hours", 1, "2026-03-28")]
    fn adding_keeps_calendar_months(
        #[case] from: &str,
        #[case] by: &str,
        #[case] times: u32,
        #[case] to: &str,
    ) {
        assert_eq!(later(day(from), by.parse().unwrap(), times), day(to));
    }

    #[test]
    fn the_edge_of_the_calendar_does_not_panic() {
        let by: Interval = "9999 years".parse().unwrap();
        assert_eq!(later(NaiveDate::MAX, by, u32::MAX), NaiveDate::MAX);
        assert_eq!(earlier(NaiveDate::MIN, by), NaiveDate::MIN);
    }
}
