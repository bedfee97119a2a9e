//! The stretches of time that a chart can be narrowed to: the last years, and the time since each of the last operations.

use super::lines::span;
use crate::{record::Record, words::say_with};
use chrono::{Months, NaiveDate};
use lamina_api::progress::PeriodChoice;

/// Numbers of years that are offered.
const YEARS: [u32; 3] = [1, 2, 5];

/// So many of the last operations are offered.
const OPERATIONS: usize = 6;

/// What a chart that begins on `start` can be narrowed to on `today`: years first, then operations, the last first. A day that is
/// offered once is not offered again, and what narrows nothing is left out.
pub(crate) fn periods(record: &Record, start: NaiveDate, today: NaiveDate) -> Vec<PeriodChoice> {
    let years = YEARS.into_iter().filter_map(|years| {
        let from = today.checked_sub_months(Months::new(years * 12))?;
        let label = say_with!("progress-period-years", [("count", years.into())]);
        Some((from, label))
    });
    let mut operations: Vec<(NaiveDate, String)> = (1..)
        .zip(&record.surgeries)
        .filter_map(|(number, surgery): (u32, _)| {
            let from = span(record, &surgery.when)?.from;
            let label = say_with!(
                "progress-period-since",
                [
                    ("number", number.to_string().into()),
                    ("what", surgery.what(", ").into()),
                    ("when", surgery.when.to_string().into()),
                ],
            );
            (from <= today).then_some((from, label))
        })
        .collect();
    operations.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
    operations.truncate(OPERATIONS);
    let mut choices: Vec<PeriodChoice> = Vec::new();
    for (from, label) in years.chain(operations) {
        let day = from.to_string();
        if from > start && choices.iter().all(|one| one.from != day) {
            choices.push(PeriodChoice { from: day, label });
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::super::tests::{TWO, record};
    use super::*;

    #[test]
    fn years_and_the_last_operations_are_offered_where_they_narrow_the_chart() {
        let mut record = record(TWO);
        for operation in [
            r#"{"procedures":["revision"],"levels":"L4-L5","when":"3 May 2023"}"#,
            r#"{"procedures":["washout"],"when":"after 2021"}"#,
            r#"{"procedures":["fusion"],"when":"2027"}"#,
        ] {
            record.surgeries.push(serde_json::from_str(operation).unwrap());
        }
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let offered = |start: &str| -> Vec<(String, String)> {
            let all = periods(&record, day(start), day("2026-11-23"));
            all.into_iter().map(|one| (one.from, one.label)).collect()
        };
        let told = |from: &str, label: &str| (from.to_owned(), label.to_owned());
        assert_eq!(
            offered("2015-02-01"),
            [
                told("2025-11-23", "The last 12 months"),
                told("2024-11-23", "The last 2 years"),
                told("2021-11-23", "The last 5 years"),
                told("2023-05-03", "Since operation 2: revision, L4-L5, 3 May 2023"),
                told("2018-01-01", "Since operation 1: fusion, L4-S1, 2018"),
            ]
        );
        assert_eq!(offered("2025-01-01"), [told("2025-11-23", "The last 12 months")]);
        assert_eq!(offered("2026-06-01"), []);
    }
}
