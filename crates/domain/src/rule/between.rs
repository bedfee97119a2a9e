//! What else began between the start of a treatment and a response to it, so that the response may not be its own: another
//! treatment, or an operation.

use super::listed::{Rule, by_id};
use crate::{
    fact::{Record, Response, treatment::Treatment},
    value::{sure::Sure, when::When},
};

/// What began in between, by its place in the record from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// An operation, by its place.
    Operation(usize),
    /// Another treatment, by its place.
    Treatment(usize),
}

/// What surely or possibly began on or after the day of `treatment` and no later than `response` was told, as far as the record
/// tells the days of both; its references are by place. Operations come first, each list in its order.
pub fn between(record: &Record, treatment: &Treatment, response: &Response) -> Vec<Other> {
    let start = record.days_of(&treatment.started);
    let (Some((from, _)), Some((_, to))) = (start, record.days_of(&response.when)) else {
        return Vec::new();
    };
    let within = |when: &When| {
        let days = record.days_of(when);
        days.is_some_and(|(first, last)| last >= from && first <= to)
    };
    // The same thing at the same place on the same day is the same session.
    let own = |other: &Treatment| {
        (other.kind, &other.name, &other.levels, &other.side)
            == (
                treatment.kind,
                &treatment.name,
                &treatment.levels,
                &treatment.side,
            )
            && record.days_of(&other.started) == start
    };
    let operations = record.surgeries.iter().enumerate();
    let operations = operations.filter(|(_, one)| within(&one.when));
    let treatments = record.treatments.iter().enumerate();
    let treatments = treatments.filter(|(_, one)| !own(one) && within(&one.started));
    operations
        .map(|(at, _)| Other::Operation(at))
        .chain(treatments.map(|(at, _)| Other::Treatment(at)))
        .collect()
}

/// The rule as it is listed.
pub fn rules() -> Vec<Rule> {
    vec![by_id("treatment.between", 1, Sure::Medium)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn record(others: &str, operations: &str) -> Record {
        let text = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},"surgeries":[{operations}],"treatments":[
                {{"kind":"injection","name":"caudal epidural","started":"1 Mar 2026","responses":[
                    {{"when":"12 Apr 2026","relief":{{"value":60}}}}]}}{others}]}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[rstest]
    #[case("", "", &[])]
    #[case(r#",{"kind":"injection","name":"facet","started":"2 Mar 2026"}"#, "", &[Other::Treatment(1)])]
    #[case(r#",{"kind":"drug","name":"pregabalin","started":"Apr 2026"}"#, "", &[Other::Treatment(1)])]
    #[case(r#",{"kind":"drug","name":"pregabalin","started":"13 Apr 2026"}"#, "", &[])]
    #[case(r#",{"kind":"drug","name":"pregabalin","started":"2025"}"#, "", &[])]
    #[case(r#",{"kind":"drug","name":"pregabalin"}"#, "", &[])]
    #[case(r#",{"kind":"drug","name":"pregabalin","started":"2 weeks after treatment 1"}"#, "", &[Other::Treatment(1)])]
    #[case("", r#"{"procedures":["fusion"],"when":"20 Mar 2026"}"#, &[Other::Operation(0)])]
    #[case("", r#"{"procedures":["fusion"],"when":"2019"}"#, &[])]
    fn trap_30_a_response_is_flagged_where_something_else_began_before_it(
        #[case] others: &str,
        #[case] operations: &str,
        #[case] wanted: &[Other],
    ) {
        let record = record(others, operations);
        let treatment = &record.treatments[0].fact;
        assert_eq!(between(&record, treatment, &treatment.responses[0]), wanted);
    }
}
