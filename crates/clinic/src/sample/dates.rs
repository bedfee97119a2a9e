//! How a known day is told: to the day, the month or the year, with or without "about", or from an operation. The
//! day itself stays the generator's own, so that what follows it in time does so whatever is told.

use super::chance::Chance;
use chrono::{Datelike, Days, Months, NaiveDate};
use lamina_domain::{
    Anchor, Interval, PartialDate, Unit, When,
    when::{Order, Point, Reference},
};

/// The day, told as exactly as it is known.
pub(super) fn exact(day: NaiveDate) -> When {
    When::date(PartialDate::Day(day))
}

/// A day as a record tells it: mostly exact, sometimes the month or the year alone, sometimes "about".
pub(super) fn told(chance: &mut Chance, day: NaiveDate) -> When {
    let month = PartialDate::Month(day.year(), day.month());
    let year = PartialDate::Year(day.year());
    let (about, date) = match chance.between(1, 100) {
        1..=66 => return exact(day),
        67..=80 => (false, month),
        81..=87 => (true, month),
        88..=96 => (false, year),
        _ => (true, year),
    };
    When {
        about,
        point: Point::Date(date),
    }
}

/// A day told from operation `number`, counted from 1: "6 weeks after operation 1".
pub(super) fn after_operation(number: usize, operated: NaiveDate, day: NaiveDate) -> When {
    When {
        about: false,
        point: Point::Relative {
            by: Some(length(operated, day)),
            order: Order::After,
            anchor: Anchor::Operation(Reference::Place(u32::try_from(number).unwrap_or(u32::MAX))),
        },
    }
}

/// The time from one day to a later one in the unit in which people tell it, never longer than it was.
pub(super) fn length(from: NaiveDate, to: NaiveDate) -> Interval {
    let days = (to - from).num_days().max(0);
    let (value, unit) = match days {
        0..=13 => (days, Unit::Day),
        14..=83 => (days / 7, Unit::Week),
        84..=729 => (months(from, to), Unit::Month),
        _ => (months(from, to) / 12, Unit::Year),
    };
    Interval {
        value: u16::try_from(value).unwrap_or(9999),
        unit,
    }
}

fn months(from: NaiveDate, to: NaiveDate) -> i64 {
    let count = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    (count - i64::from(to.day() < from.day())).max(0)
}

/// So many days later.
pub(super) fn later(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_days(Days::new(u64::try_from(days).unwrap_or(0)))
        .unwrap_or(day)
}

/// So many days earlier.
pub(super) fn earlier(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::try_from(days).unwrap_or(0)))
        .unwrap_or(day)
}

/// So many calendar years earlier.
pub(super) fn years_earlier(day: NaiveDate, years: i64) -> NaiveDate {
    day.checked_sub_months(Months::new(u32::try_from(years * 12).unwrap_or(0)))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_told_in_the_unit_people_use_and_never_longer_than_it_was() {
        let from = NaiveDate::from_ymd_opt(2019, 5, 31).unwrap();
        for (days, told) in [
            (0, "0 days"),
            (13, "13 days"),
            (48, "6 weeks"),
            (92, "3 months"),
            (364, "11 months"),
            (731, "2 years"),
        ] {
            assert_eq!(length(from, later(from, days)).to_string(), told);
        }
    }

    #[test]
    fn what_is_told_always_holds_the_day() {
        let day = NaiveDate::from_ymd_opt(2019, 5, 31).unwrap();
        let mut chance = Chance::new(1, 1);
        let told: Vec<When> = (0..300).map(|_| told(&mut chance, day)).collect();
        assert!(
            told.iter()
                .all(|when| when.span().is_some_and(|(from, to)| from <= day && day <= to))
        );
        for text in ["31 May 2019", "May 2019", "about May 2019", "2019", "about 2019"] {
            assert!(
                told.iter().any(|when| when.to_string() == text),
                "{text} is never told"
            );
        }
    }
}
