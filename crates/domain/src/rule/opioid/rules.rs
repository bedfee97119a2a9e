//! The rules of this module as they are listed: reading, the tables with each factor, the thresholds and the prompts.

use super::factor::{Table, tables};
use crate::value::listed::{Rule, Sure};
use crate::value::medicine::name;

fn own(id: &str, title: &str) -> Rule {
    Rule {
        id: id.to_owned(),
        version: 1,
        title: title.to_owned(),
        source: "Lamina's own".to_owned(),
        sure: Sure::Medium,
    }
}

/// Every rule, in the order they are applied.
pub fn rules() -> Vec<Rule> {
    let mut rules = vec![
        own(
            "medicine.read",
            "Reads a line as a medicine, keeps both ends of every range and refuses what has two meanings or a second amount.",
        ),
        Rule {
            id: "medicine.names".to_owned(),
            version: 1,
            title: "Knows opioids, medicines that sedate and medicines that are neither by generic name and brand. A name that is not known may be an opioid."
                .to_owned(),
            source: name::sources().join("; "),
            sure: Sure::Medium,
        },
        Rule {
            version: 2,
            ..own(
                "medicine.load",
                "Adds two totals, as taken and at most, of what is told to be taken, and says what was not counted and why. A total is definite only where everything that may be an opioid and may be taken is in it; else it is “at least” so much. Where nothing could be counted there is no total.",
            )
        },
        own(
            "medicine.standing",
            "Takes a medicine for running only where somebody said so; without a status, an end or a reason it is not known whether it is still taken. What is done once, and a drug of an operation or an emergency, is one-off. An end known to a year or month that is not over may have come.",
        ),
        own(
            "medicine.duplicate",
            "Points out an opioid that stands on the list more than once; the sum is shown beside it.",
        ),
        own(
            "medicine.sedative",
            "Points out an opioid beside a benzodiazepine, a gabapentinoid or another sedative.",
        ),
        own(
            "medicine.antagonist",
            "Points out an opioid beside a medicine that blocks opioids.",
        ),
    ];
    rules.extend(tables().iter().flat_map(of));
    rules
}

fn of(table: &Table) -> Vec<Rule> {
    let rule = |id: String, title: String, source: &str, sure: Sure| Rule {
        id,
        version: table.version,
        title,
        source: source.to_owned(),
        sure,
    };
    let mut rules = vec![rule(
        format!("medicine.table.{}", table.id),
        format!(
            "{} ({}): daily dose to {}.",
            table.name, table.jurisdiction, table.unit
        ),
        &table.source,
        table.sure,
    )];
    rules.extend(table.factor.iter().map(|one| {
        let way = one.route.words();
        rule(
            format!(
                "medicine.factor.{}.{}.{}",
                table.id,
                one.substance,
                way.replace(' ', "_")
            ),
            format!("{} {way}: {} by {}.", one.substance, table.name, one.factor),
            one.source.as_ref().unwrap_or(&table.source),
            one.sure.unwrap_or(table.sure),
        )
    }));
    rules.extend(table.threshold.iter().map(|one| {
        let (word, at) = match (one.from, one.above) {
            (Some(from), _) => ("from", from.to_string()),
            (None, above) => ("above", above.map(|above| above.to_string()).unwrap_or_default()),
        };
        rule(
            format!("medicine.threshold.{}.{at}", table.id),
            format!("Information {word} {at} {} a day: {}", table.unit, one.text),
            &one.source,
            one.sure,
        )
    }));
    rules.extend(table.naloxone.as_ref().map(|one| {
        rule(
            format!("medicine.naloxone.{}", table.id),
            {
                let conditions: Vec<&str> = one.condition.iter().map(|one| one.what.as_str()).collect();
                format!(
                    "Says where naloxone is not on the list beside an opioid: from {} {} a day, with a medicine that sedates, from an age of {}, and where words of these conditions are recorded: {}.",
                    one.from,
                    table.unit,
                    one.age,
                    conditions.join(", ")
                )
            },
            &one.source,
            one.sure,
        )
    }));
    rules.extend(table.review.as_ref().map(|one| {
        rule(
            format!("medicine.review.{}", table.id),
            format!(
                "Says where an opioid is taken and no review is recorded within {} days of the last one or of its start; a day on which a score was taken or red flags were asked counts as a review.",
                one.days
            ),
            &one.source,
            one.sure,
        )
    }));
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_one_id_and_a_source() {
        let rules = rules();
        let mut ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
        assert!(
            rules
                .iter()
                .all(|rule| !rule.source.is_empty() && rule.version > 0)
        );
        for id in [
            "medicine.table.cdc-2022",
            "medicine.factor.cdc-2022.methadone.by_mouth",
            "medicine.factor.uk-2025.buprenorphine.transdermal",
            "medicine.threshold.cdc-2022.50",
            "medicine.threshold.uk-2025.90",
            "medicine.naloxone.cdc-2022",
            "medicine.review.cdc-2022",
        ] {
            assert!(ids.contains(&id), "{id}");
        }
    }
}
