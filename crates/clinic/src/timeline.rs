//! Everything that a record holds in one order of time.

use crate::{
    facts::Facts,
    shown::{telling, told},
};
use chrono::{Datelike, NaiveDate};
use lamina_api::timeline::TimelineRow;
use lamina_domain::{Noun, of_fact};

/// The events of a record as they are told on a day, the newest first; those without a place in time at the end, as they were recorded. The person and the
/// background are no events.
pub(crate) fn timeline(facts: &Facts, on: NaiveDate) -> Vec<TimelineRow> {
    let record = &facts.record;
    let telling = telling(record, facts.term).on(on);
    let mut all: Vec<_> = Noun::ALL
        .into_iter()
        .flat_map(|noun| record.list(noun))
        .filter_map(|kept| {
            let day = of_fact!(&kept.fact, one => record.near(one.as_ref()));
            let row = TimelineRow {
                entry: kept.id()?,
                noun: kept.fact.noun(),
                shown: told(&kept.fact, &telling),
                year: day.map(|day| day.year()),
            };
            Some((day, row))
        })
        .collect();
    // Nothing comes before everything, so that turned round it stands at the end.
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    all.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples, own_rules::OwnRules};
    use serde_json::json;

    #[test]
    fn events_of_all_kinds_stand_in_one_order_and_what_has_no_place_in_time_at_the_end() {
        let record = examples::record(&json!({
            "surgeries": [{"procedures": ["fusion"], "when": "May 2019"}, {"procedures": ["revision"], "when": "unknown"}],
            "scores": [{"measure": "odi", "value": 40, "when": "2 months after operation 1"}],
            "treatments": [{"kind": "drug", "name": "pregabalin", "started": "2024"}],
            "flags": [{"asked_on": "3 May 2018", "answers": {"bladder_leak": {"is": "no"}}}]
        }));
        let facts = Facts::of(record, OwnRules::default());
        let told: Vec<_> = timeline(&facts, examples::today())
            .into_iter()
            .map(|row| (row.noun.name(), row.year))
            .collect();
        assert_eq!(
            told,
            [
                ("treatment", Some(2024)),
                ("score", Some(2019)),
                ("surgery", Some(2019)),
                ("flag", Some(2018)),
                ("surgery", None),
            ]
        );
    }
}
