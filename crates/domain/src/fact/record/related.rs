//! How a symptom stands to the operation that it names, where the dates of both tell something: what can't be true, and how
//! long after the operation it began. As wide as what is known, and nothing where it is not.

use super::Record;
use crate::{
    fact::symptom::{Symptom, course::Relation},
    value::{
        issue::{Issue, Problem},
        when::{Anchor, Order, Point, Reference, When},
    },
};
use chrono::{Datelike, NaiveDate};

/// Completed months at least and at most.
pub type Months = (u32, u32);

impl Record {
    /// What the dates of a symptom, with references by place, can't be beside what it says of an operation: new after it and
    /// begun before it, the same as before it and begun after it; and an end before the beginning.
    pub fn course_issues(&self, symptom: &Symptom) -> Vec<Issue> {
        let mut issues = Vec::new();
        if let (Some(relation), Some((number, operation))) =
            (symptom.relation.value(), self.operation_of(symptom))
        {
            let (from, to) = (self.days_of(&symptom.onset), self.last_day_of(&symptom.onset));
            let days = self.days_of(&operation);
            let side = side_of(&symptom.onset, number);
            let is_before =
                side == Some(Order::Before) || to.zip(days).is_some_and(|(to, (first, _))| to < first);
            let is_after = side == Some(Order::After)
                || from.zip(days).is_some_and(|((from, _), (_, last))| from > last);
            if *relation == Relation::New && is_before {
                issues.push(Issue::at("onset", Problem::OnsetBeforeOperation { number }));
            }
            if relation.began_before() && is_after {
                issues.push(Issue::at("onset", Problem::OnsetAfterOperation { number }));
            }
        }
        let ended = symptom.resolved.as_ref().and_then(|when| self.last_day_of(when));
        if ended
            .zip(self.days_of(&symptom.onset))
            .is_some_and(|(end, (from, _))| end < from)
        {
            issues.push(Issue::at("resolved", Problem::EndBeforeStart));
        }
        issues
    }

    /// How many months after the operation that it names a symptom began; nothing where its own words say so already, where it
    /// did not begin after it, and where a date is not known.
    pub fn months_after_operation(&self, symptom: &Symptom) -> Option<(u32, Months)> {
        let (number, operation) = self.operation_of(symptom)?;
        if side_of(&symptom.onset, number).is_some() {
            return None;
        }
        let (from, to) = self.days_of(&symptom.onset)?;
        let (first, last) = self.days_of(&operation)?;
        (from >= last).then(|| (number, (months(last, from), months(first, to))))
    }

    /// The operation that a symptom names, by its number, and when it was.
    pub(super) fn operation_of(&self, symptom: &Symptom) -> Option<(u32, When)> {
        let Some(Anchor::Operation(Reference::Place(number))) = symptom.operation else {
            return None;
        };
        let at = (number as usize).checked_sub(1)?;
        Some((number, self.surgeries.get(at)?.when))
    }
}

/// On which side of an operation a time lies by its own words.
fn side_of(when: &When, operation: u32) -> Option<Order> {
    match when.point {
        Point::Relative { order, anchor, .. } | Point::Loosely { order, anchor, .. }
            if anchor == Anchor::Operation(Reference::Place(operation)) =>
        {
            Some(order)
        }
        _ => None,
    }
}

/// Completed months between two days.
pub(super) fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    let whole = (to.year() - from.year()) * 12 + to.month0() as i32 - from.month0() as i32;
    u32::try_from(whole - i32::from(to.day() < from.day())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn record() -> Record {
        let operations = ["3 May 2019", "2021", "unknown"]
            .map(|when| format!(r#"{{"procedures":["fusion"],"when":"{when}"}}"#))
            .join(",");
        let json = format!(r#"{{"patient":{{"family":"Sample","born":"1970"}},"surgeries":[{operations}]}}"#);
        serde_json::from_str(&json).unwrap()
    }

    fn symptom(onset: &str, relation: &str, operation: &str) -> Symptom {
        let json = format!(
            r#"{{"site":"leg","onset":"{onset}","relation":{{"value":"{relation}"}},"operation":"{operation}"}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[rstest]
    #[case("2018", "new", 1, Some(Problem::OnsetBeforeOperation { number: 1 }))]
    #[case("2 May 2019", "new", 1, Some(Problem::OnsetBeforeOperation { number: 1 }))]
    #[case("3 May 2019", "new", 1, None)]
    #[case("May 2019", "new", 1, None)]
    #[case("2019", "new", 2, Some(Problem::OnsetBeforeOperation { number: 2 }))]
    #[case("2021", "new", 2, None)]
    #[case("before operation 2", "new", 2, Some(Problem::OnsetBeforeOperation { number: 2 }))]
    #[case("2 months before operation 3", "new", 3, Some(Problem::OnsetBeforeOperation { number: 3 }))]
    #[case("weeks before operation 3", "new", 3, Some(Problem::OnsetBeforeOperation { number: 3 }))]
    #[case("2018", "new", 3, None)]
    #[case("unknown", "new", 1, None)]
    #[case("2 months before operation 1", "new", 2, Some(Problem::OnsetBeforeOperation { number: 2 }))]
    #[case("2020", "as_before", 1, Some(Problem::OnsetAfterOperation { number: 1 }))]
    #[case("2 weeks after operation 3", "never_improved", 3, Some(Problem::OnsetAfterOperation { number: 3 }))]
    #[case("2018", "as_before", 1, None)]
    #[case("2020", "better_then_back", 1, None)]
    #[case("2018", "better_then_back", 1, None)]
    #[case("2018", "worse", 1, None)]
    #[case("2020", "worse", 1, None)]
    fn trap_19_an_onset_on_the_wrong_side_of_its_operation_is_told(
        #[case] onset: &str,
        #[case] relation: &str,
        #[case] operation: u32,
        #[case] problem: Option<Problem>,
    ) {
        let one = symptom(onset, relation, &format!("operation {operation}"));
        let issues = record().course_issues(&one);
        let wanted: Vec<Issue> = problem
            .into_iter()
            .map(|problem| Issue::at("onset", problem))
            .collect();
        assert_eq!(issues, wanted);
    }

    #[rstest]
    #[case("3 Dec 2019", 1, Some((1, (7, 7))))]
    #[case("Dec 2019", 1, Some((1, (6, 7))))]
    #[case("2020", 1, Some((1, (7, 19))))]
    #[case("7 months after operation 1", 1, None)]
    #[case("2019", 1, None)]
    #[case("2018", 1, None)]
    #[case("2020", 3, None)]
    #[case("2022", 2, Some((2, (0, 23))))]
    #[case("5 months after operation 1", 2, None)]
    fn trap_18_the_time_since_an_operation_is_as_wide_as_the_dates_are(
        #[case] onset: &str,
        #[case] operation: u32,
        #[case] months: Option<(u32, Months)>,
    ) {
        let one = symptom(onset, "better_then_back", &format!("operation {operation}"));
        assert_eq!(record().months_after_operation(&one), months);
    }

    #[test]
    fn an_end_before_a_beginning_that_is_counted_from_an_operation_is_told() {
        let mut one = symptom("2 months after operation 1", "new", "operation 1");
        one.resolved = Some("May 2019".parse().unwrap());
        assert_eq!(
            record().course_issues(&one),
            [Issue::at("resolved", Problem::EndBeforeStart)]
        );
        one.resolved = Some("2019".parse().unwrap());
        assert_eq!(record().course_issues(&one), []);
    }
}
