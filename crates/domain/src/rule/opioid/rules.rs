//! The rules of this module as they are listed: reading, the tables with each factor, the thresholds and the prompts.

use super::factor::{Table, tables};
use crate::rule::listed::{About, Rule, by_id};
use crate::value::medicine::name;
use crate::value::sure::Sure;

/// Every rule, in the order they are applied.
pub fn rules() -> Vec<Rule> {
    let own = |id: &str, version: u32| by_id(id, version, Sure::Medium);
    let names = Rule {
        about: About::Names {
            sources: name::sources().join("; "),
        },
        ..own("medicine.names", 1)
    };
    let mut rules = vec![
        own("medicine.read", 1),
        names,
        own("medicine.load", 2),
        own("medicine.standing", 1),
        own("medicine.duplicate", 1),
        own("medicine.sedative", 1),
        own("medicine.antagonist", 1),
    ];
    rules.extend(tables().iter().flat_map(of));
    rules
}

fn of(table: &Table) -> Vec<Rule> {
    let rule = |id: String, about: About, source: &str, sure: Sure| Rule {
        id,
        version: table.version,
        about,
        source: Some(source.to_owned()),
        sure,
    };
    let mut rules = vec![rule(
        format!("medicine.table.{}", table.id),
        About::Table {
            name: table.name.clone(),
            jurisdiction: table.jurisdiction.clone(),
            unit: table.unit.clone(),
        },
        &table.source,
        table.sure,
    )];
    rules.extend(table.factor.iter().map(|one| {
        let way = one.route.words().replace(' ', "_");
        rule(
            format!("medicine.factor.{}.{}.{way}", table.id, one.substance),
            About::Factor {
                substance: one.substance.clone(),
                route: one.route,
                table: table.name.clone(),
                factor: one.factor,
            },
            one.source.as_ref().unwrap_or(&table.source),
            one.sure.unwrap_or(table.sure),
        )
    }));
    rules.extend(table.threshold.iter().map(|one| {
        let at = one.from.or(one.above).map(|at| at.to_string());
        rule(
            format!("medicine.threshold.{}.{}", table.id, at.unwrap_or_default()),
            About::Threshold {
                from: one.from,
                above: one.above,
                unit: table.unit.clone(),
                text: one.text.clone(),
            },
            &one.source,
            one.sure,
        )
    }));
    rules.extend(table.naloxone.as_ref().map(|one| {
        rule(
            format!("medicine.naloxone.{}", table.id),
            About::Naloxone {
                from: one.from,
                unit: table.unit.clone(),
                age: one.age,
                conditions: one.condition.iter().map(|one| one.what.clone()).collect(),
            },
            &one.source,
            one.sure,
        )
    }));
    rules.extend(table.review.as_ref().map(|one| {
        rule(
            format!("medicine.review.{}", table.id),
            About::Review { days: one.days },
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
                .all(|rule| rule.source.as_deref() != Some("") && rule.version > 0)
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
