//! What a record does not say, or says only of a time long past, where a reader would look for it.
//!
//! What the patient's banner asks for (allergies, implants, blood thinners, red flags that were never asked for) is not told a
//! second time here.

use super::{
    listed::{Rule, by_id},
    operations::{Operation, operations},
};
use crate::{
    fact::{record::Record, surgery::Surgery},
    value::{date::PartialDate, sure::Sure, when::When},
};
use chrono::{Days, NaiveDate};

/// Days after which scores and answers to red flags are named as old. Lamina's own: the reviews of chronic pain treatment that
/// guidelines ask for are three months apart.
pub const OLD_AFTER: u64 = 92;

/// Something that is not recorded, or is old.
#[derive(Debug, Clone, PartialEq)]
pub enum Gap {
    /// No operation stands in the record.
    NoOperation,
    /// So many operations name no level.
    OperationsWithoutLevel(usize),
    /// So many operations have no date that can be placed in time.
    OperationsWithoutDate(usize),
    /// Of so many operations no result is told.
    OperationsWithoutResult(usize),
    /// No symptom stands in the record.
    NoSymptom,
    /// No examination stands in the record.
    NoExamination,
    /// Of so many treatments nothing is told of what came of them.
    TreatmentsWithoutResponse(usize),
    /// No score stands in the record.
    NoScore,
    /// No score has a date that can be placed in time.
    ScoresWithoutDate,
    /// The last score is old.
    OldScores(When),
    /// Red flags were last asked for on this day.
    OldFlags(PartialDate),
    /// No goal of the patient stands in the record.
    NoGoal,
}

/// The gaps of `record` as of `today`, those of the history before those of the present.
pub fn gaps(record: &Record, today: NaiveDate) -> Vec<Gap> {
    let mut found = Vec::new();
    let operations = operations(record);
    // Of an operation in stages it is enough that one stage tells.
    let lacking = |tells: &dyn Fn(&Surgery) -> bool, gap| {
        let lacks = |one: &&Operation| !one.entries(record).any(tells);
        counted(operations.iter().filter(lacks), gap)
    };
    let has_result =
        |one: &Surgery| !one.result_back.is_empty() || !one.result_limb.is_empty() || one.pain_free.is_some();
    found.extend(operations.is_empty().then_some(Gap::NoOperation));
    found.extend(lacking(
        &|one| !one.all_levels().is_empty(),
        Gap::OperationsWithoutLevel,
    ));
    found.extend(lacking(
        &|one| record.days_of(&one.when).is_some(),
        Gap::OperationsWithoutDate,
    ));
    found.extend(lacking(&has_result, Gap::OperationsWithoutResult));
    found.extend(record.symptoms.is_empty().then_some(Gap::NoSymptom));
    found.extend(record.examinations.is_empty().then_some(Gap::NoExamination));
    found.extend(counted(
        record.treatments.iter().filter(|one| one.responses.is_empty()),
        Gap::TreatmentsWithoutResponse,
    ));
    found.extend(scores(record, today));
    found.extend(flags(record, today));
    found.extend(record.goals.is_empty().then_some(Gap::NoGoal));
    found
}

fn counted<T>(found: impl Iterator<Item = T>, gap: fn(usize) -> Gap) -> Option<Gap> {
    Some(found.count()).filter(|count| *count > 0).map(gap)
}

/// The first day that is not old.
fn since(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(OLD_AFTER)).unwrap_or(today)
}

fn scores(record: &Record, today: NaiveDate) -> Option<Gap> {
    if record.scores.is_empty() {
        return Some(Gap::NoScore);
    }
    let last = record
        .scores
        .iter()
        .filter_map(|score| Some((record.days_of(&score.when)?.1, &score.when)))
        .max_by_key(|(day, _)| *day);
    match last {
        None => Some(Gap::ScoresWithoutDate),
        Some((day, when)) => (day < since(today)).then_some(Gap::OldScores(*when)),
    }
}

fn flags(record: &Record, today: NaiveDate) -> Option<Gap> {
    let last = record
        .flags
        .iter()
        .map(|flag| flag.asked_on)
        .max_by_key(|day| day.last())?;
    (last.last() < since(today)).then_some(Gap::OldFlags(last))
}

/// The rule as it is listed.
pub fn rules() -> Vec<Rule> {
    vec![by_id("record.gaps", 1, Sure::Medium)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lists: &str) -> Vec<Gap> {
        let record: Record = serde_json::from_str(&format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}}{lists}}}"#
        ))
        .unwrap();
        gaps(&record, NaiveDate::from_ymd_opt(2026, 11, 25).unwrap())
    }

    #[test]
    fn an_empty_record_lacks_everything_and_says_each_once() {
        assert_eq!(
            of(""),
            [
                Gap::NoOperation,
                Gap::NoSymptom,
                Gap::NoExamination,
                Gap::NoScore,
                Gap::NoGoal
            ]
        );
    }

    #[test]
    fn what_is_incomplete_is_counted() {
        let found = of(
            r#","surgeries":[{"procedures":["fusion"],"when":"2018"},{"procedures":["revision L4-L5"],
            "when":"2 months after operation 1","pain_free":"never"},{"procedures":["discectomy L5-S1"],"when":"unknown",
            "result_back":{"judged":{"value":"same"}}}],
            "treatments":[{"kind":"drug","name":"a"},{"kind":"drug","name":"b","responses":[{"worsened":true}]}]"#,
        );
        assert_eq!(
            found[..3],
            [
                Gap::OperationsWithoutLevel(1),
                Gap::OperationsWithoutDate(1),
                Gap::OperationsWithoutResult(1)
            ]
        );
        assert!(found.contains(&Gap::TreatmentsWithoutResponse(1)), "{found:?}");
    }

    #[test]
    fn what_is_old_is_told_with_its_date_and_a_month_by_its_last_day() {
        let odi = |when: &str| {
            of(&format!(
                r#","scores":[{{"measure":"odi","value":40,"when":"{when}"}}]"#
            ))
        };
        let old = |when: &str| Gap::OldScores(when.parse().unwrap());
        assert!(odi("24 Aug 2026").contains(&old("24 Aug 2026")));
        assert!(!odi("25 Aug 2026").contains(&old("25 Aug 2026")));
        assert!(!odi("Aug 2026").contains(&old("Aug 2026")));
        assert!(odi("unknown").contains(&Gap::ScoresWithoutDate));
        let asked = |when: &str| of(&format!(r#","flags":[{{"asked_on":"{when}","answers":{{}}}}]"#));
        assert!(asked("May 2026").contains(&Gap::OldFlags(serde_json::from_str("\"May 2026\"").unwrap())));
        assert!(
            !asked("Nov 2026")
                .iter()
                .any(|gap| matches!(gap, Gap::OldFlags(_)))
        );
    }
}
