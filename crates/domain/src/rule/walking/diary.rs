//! The diary: one row for a bout, a rest day or a missed bout with its reason. A day without a row is no data. Two
//! bouts of a day are two rows with numbers of their own and are never counted twice.

use crate::{
    fact::walking::row::Row,
    value::issue::{Issue, Problem},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Rows in which no bout stands twice and no rest day has a bout.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Row>", into = "Vec<Row>")]
pub struct Diary(Vec<Row>);

impl Diary {
    /// A diary from its rows.
    ///
    /// # Errors
    /// An issue at every row that repeats another one or contradicts it.
    pub fn new(rows: Vec<Row>) -> Result<Self, Vec<Issue>> {
        let clash = |place: usize, row: &Row| rows.iter().take(place).any(|other| row.clashes(other));
        let issues: Vec<Issue> = rows
            .iter()
            .enumerate()
            .filter(|(place, row)| clash(*place, row))
            .map(|(place, _)| Issue::at(format!("{place}.entry"), Problem::SameBout))
            .collect();
        if issues.is_empty() {
            Ok(Diary::sorted(rows))
        } else {
            Err(issues)
        }
    }

    /// A diary of the rows that can stand together, given in the order of their days. Of rows that say the same bout the
    /// first counts: nothing is counted twice, and which came later can be seen in the list of entries.
    pub fn of(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut kept: Vec<Row> = Vec::new();
        for row in rows {
            if !kept
                .iter()
                .rev()
                .take_while(|other| other.on == row.on)
                .any(|other| row.clashes(other))
            {
                kept.push(row);
            }
        }
        Diary::sorted(kept)
    }

    fn sorted(mut rows: Vec<Row>) -> Self {
        rows.sort_by_key(|row| (row.on, row.number()));
        Diary(rows)
    }

    /// The rows in the order of their days.
    pub fn rows(&self) -> &[Row] {
        &self.0
    }

    /// The rows of the seven days that begin on `first`.
    pub fn week(&self, first: NaiveDate) -> impl Iterator<Item = &Row> {
        let from = self.0.partition_point(|row| row.on < first);
        let rows = self.0.get(from..).unwrap_or_default();
        rows.iter().take_while(move |row| (row.on - first).num_days() < 7)
    }
}

impl TryFrom<Vec<Row>> for Diary {
    type Error = Problem;
    fn try_from(rows: Vec<Row>) -> Result<Self, Problem> {
        Diary::new(rows).map_err(|issues| {
            issues
                .into_iter()
                .next()
                .map_or(Problem::Required, |issue| issue.problem)
        })
    }
}

impl From<Diary> for Vec<Row> {
    fn from(diary: Diary) -> Vec<Row> {
        diary.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::{
            flag::answer::Course,
            walking::row::{DiarySymptom, WalkingEntry},
        },
        rule::red_flag::Catalogue,
        value::context::ToldBy,
    };

    fn row(on: &str, entry: &str) -> Row {
        let text = format!(r#"{{"on":"{on}","entry":{entry}}}"#);
        serde_json::from_str(&text).unwrap()
    }

    const ONE: &str = r#"{"is":"walked","number":1,"bout":{"seconds":300}}"#;
    const TWO: &str = r#"{"is":"walked","number":2,"bout":{"seconds":300}}"#;
    const REST: &str = r#"{"is":"rest"}"#;
    const MISSED: &str = r#"{"is":"missed","number":1,"reason":"rain"}"#;

    #[test]
    fn trap_35_a_bout_stands_once_and_two_bouts_are_two_rows() {
        let diary =
            |rows: &[(&str, &str)]| Diary::new(rows.iter().map(|(on, entry)| row(on, entry)).collect());
        assert!(diary(&[("2026-11-02", ONE), ("2026-11-02", TWO)]).is_ok());
        assert!(diary(&[("2026-11-02", ONE), ("2026-11-03", ONE)]).is_ok());
        for clash in [ONE, REST, MISSED] {
            let issues = diary(&[("2026-11-02", ONE), ("2026-11-02", clash)]).unwrap_err();
            assert_eq!(issues[0].path, "1.entry");
        }
        assert!(diary(&[("2026-11-02", REST), ("2026-11-02", TWO)]).is_err());
        assert!(diary(&[("2026-11-02", REST), ("2026-11-02", REST)]).is_err());
    }

    #[test]
    fn trap_35_zero_minutes_is_a_missed_bout_with_a_reason() {
        let zero = r#"{"is":"walked","number":1,"bout":{"seconds":0}}"#;
        assert!(serde_json::from_str::<WalkingEntry>(zero).is_err());
        let silent = r#"{"is":"missed","number":1,"reason":""}"#;
        assert!(serde_json::from_str::<WalkingEntry>(silent).is_err());
        assert!(serde_json::from_str::<WalkingEntry>(MISSED).is_ok());
    }

    #[test]
    fn a_week_has_seven_days() {
        let diary = Diary::new(vec![
            row("2026-11-01", ONE),
            row("2026-11-02", ONE),
            row("2026-11-08", ONE),
            row("2026-11-09", ONE),
        ])
        .unwrap();
        let days: Vec<String> = diary
            .week(NaiveDate::from_ymd_opt(2026, 11, 2).unwrap())
            .map(|row| row.on.to_string())
            .collect();
        assert_eq!(days, ["2026-11-02", "2026-11-08"]);
    }

    #[test]
    fn a_red_entry_is_a_red_flag_screening_of_that_day() {
        let rest = row("2026-11-02", r#"{"is":"rest","symptoms":["fall"]}"#);
        assert!(rest.screening().is_some(), "a day of rest too");
        assert_eq!(row("2026-11-02", REST).screening(), None);
        let entry = r#"{"is":"missed","number":1,"reason":"fell","symptoms":["fall","leg_pain_further_up"]}"#;
        let mut row = row("2026-11-02", entry);
        row.told_by = ToldBy::Patient;
        let flag = row.screening().unwrap();
        assert_eq!((flag.asked_on, flag.told_by), (row.on.into(), ToldBy::Patient));
        let answers: Vec<_> = flag.flag_answers().collect();
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].question, "fall_or_accident");
        assert_eq!(
            answers[0].reply.found().map(|(course, _)| course),
            Some(Course::New)
        );
    }

    #[test]
    fn every_red_entry_answers_a_question_that_there_is() {
        let all = [
            DiarySymptom::NewNumbness,
            DiarySymptom::NewWeakness,
            DiarySymptom::BladderOrBowel,
            DiarySymptom::ChestPain,
            DiarySymptom::Fall,
            DiarySymptom::SuddenSeverePain,
        ];
        for symptom in all {
            let question = symptom.question().unwrap();
            assert!(
                Catalogue::built_in().unwrap().question(question).is_some(),
                "{question}"
            );
        }
        assert_eq!(DiarySymptom::LegPainFurtherDown.question(), None);
        assert_eq!(DiarySymptom::LegPainFurtherUp.question(), None);
    }
}
