//! How long something has been so on a day, from when it began. As exact as what is known, and nothing where it is not.
//!
//! How long pain lasts is worked out from when it began and never kept as "chronic" (IASP calls pain chronic after three months;
//! many papers on pain after spine surgery take six).

use super::{
    Record,
    related::{Months, months},
};
use crate::{fact::symptom::Symptom, value::when::When};
use chrono::NaiveDate;

/// So many completed months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// Exactly so many, as the day of the beginning is known.
    For(u32),
    /// Near so many, as the beginning is known roughly.
    About(u32),
    /// So many or more.
    AtLeast(u32),
    /// So many or fewer.
    AtMost(u32),
}

/// Months by which the ends of what is known may differ, so that the middle still says something.
const NEAR: u32 = 24;

impl Lasting {
    /// What is known where it lies between so many months and so many.
    fn between((least, most): Months, about: bool) -> Self {
        let middle = least.midpoint(most);
        match most - least {
            0 if about => Self::About(least),
            0 => Self::For(least),
            // Within its first year a middle would say more than is known.
            open if least < 12 && open > 1 => Self::AtMost(most),
            1 => Self::About(least),
            open if open <= NEAR => Self::About(in_years(middle)),
            _ => Self::AtLeast(least),
        }
    }
}

/// The nearest whole years, in months.
fn in_years(months: u32) -> u32 {
    (months + 6) / 12 * 12
}

impl Record {
    /// How long a symptom that is not over has been there on `today`; nothing where it is over, or nobody knows since when.
    pub fn lasting(&self, symptom: &Symptom, today: NaiveDate) -> Option<Lasting> {
        symptom
            .is_present()
            .then(|| self.since(&symptom.onset, today))
            .flatten()
    }

    /// How long ago the operation was that a symptom names, by its number; nothing where it names none or its date is not known.
    pub fn operation_ago(&self, symptom: &Symptom, today: NaiveDate) -> Option<(u32, Lasting)> {
        let (number, operation) = self.operation_of(symptom)?;
        Some((number, self.since(&operation, today)?))
    }

    /// How long ago a time was on `today`; nothing where it may lie ahead.
    fn since(&self, when: &When, today: NaiveDate) -> Option<Lasting> {
        let days = self.days_of(when).or_else(|| when.span());
        if let Some((from, to)) = days {
            // A month or a year that has begun may end after today.
            let to = to.min(today);
            return (from <= to)
                .then(|| Lasting::between((months(to, today), months(from, today)), when.about));
        }
        let last = when.bounds().1.or_else(|| self.last_day_of(when))?;
        (last <= today).then(|| Lasting::AtLeast(months(last, today)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn record() -> Record {
        let json = r#"{"patient":{"family":"Sample","born":"1970"},"surgeries":[
            {"procedures":["fusion"],"when":"3 May 2019"},{"procedures":["fusion"],"when":"unknown"}]}"#;
        serde_json::from_str(json).unwrap()
    }

    fn symptom(fields: &str) -> Symptom {
        serde_json::from_str(&format!(r#"{{"site":"leg",{fields}}}"#)).unwrap()
    }

    #[rstest]
    #[case("25 Sep 2023", Some(Lasting::For(38)))]
    #[case("26 Sep 2023", Some(Lasting::For(37)))]
    #[case("about 25 Sep 2023", Some(Lasting::About(38)))]
    #[case("Sep 2023", Some(Lasting::About(37)))]
    #[case("2023", Some(Lasting::About(36)))]
    #[case("Nov 2026", Some(Lasting::For(0)))]
    #[case("2026", Some(Lasting::AtMost(10)))]
    #[case("age 53", Some(Lasting::About(36)))]
    #[case("between 2010 and 2020", Some(Lasting::AtLeast(70)))]
    #[case("before 2015", Some(Lasting::AtLeast(142)))]
    #[case("before operation 1", Some(Lasting::AtLeast(90)))]
    #[case("2 months after operation 1", Some(Lasting::About(88)))]
    #[case("after 2015", None)]
    #[case("after operation 1", None)]
    #[case("2 months after operation 2", None)]
    #[case("unknown", None)]
    fn trap_18_how_long_is_as_exact_as_when_it_began(#[case] onset: &str, #[case] wanted: Option<Lasting>) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let of = |more: &str| record().lasting(&symptom(&format!(r#""onset":"{onset}"{more}"#)), today);
        assert_eq!(of(""), wanted, "{onset}");
        assert_eq!(
            of(r#","resolved":"Nov 2026""#),
            None,
            "what is over lasts no longer"
        );
    }

    #[test]
    fn the_operation_that_it_names_is_so_long_ago() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let ago = |number: u32| {
            let fields = format!(r#""relation":{{"value":"new"}},"operation":"operation {number}""#);
            record().operation_ago(&symptom(&fields), today)
        };
        assert_eq!(ago(1), Some((1, Lasting::For(90))));
        assert_eq!(ago(2), None);
        assert_eq!(record().operation_ago(&symptom(r#""onset":"2020""#), today), None);
    }
}
