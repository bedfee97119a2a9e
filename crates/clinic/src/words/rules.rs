//! What each rule does and where it comes from, in words.

use super::{Message, Word, change::amount, say, say_with, words};
use lamina_api::rule::Rule;
use lamina_domain::{
    change::number,
    instrument::instrument,
    rule::{self, About, Sure},
    schedule::IndexKind,
};

words! {
    Sure {
        High => "value-sure-high",
        Medium => "value-sure-medium",
        Low => "value-sure-low",
    }
    IndexKind {
        General => "value-index-general",
        EpiduralSteroid => "value-index-epidural-steroid",
        MedialBranchBlock => "value-index-medial-branch-block",
        Radiofrequency => "value-index-radiofrequency",
        StimulatorTrial => "value-index-stimulator-trial",
        StimulatorImplant => "value-index-stimulator-implant",
        Opioid => "value-index-opioid",
        Walking => "value-index-walking",
    }
}

/// A rule with its words.
pub(crate) fn told(rule: &rule::Rule) -> Rule {
    Rule {
        id: rule.id.clone(),
        version: rule.version,
        title: title(rule),
        source: source(rule),
        sure: rule.sure,
    }
}

/// A rule in one line, as it is named below what follows from it.
pub(crate) fn cited(rule: &rule::Rule) -> String {
    let rule = told(rule);
    say_with!(
        "rules-cited",
        [
            ("title", rule.title.into()),
            ("id", rule.id.into()),
            ("version", rule.version.to_string().into()),
            ("source", rule.source.into()),
        ],
    )
}

/// What a rule does, in one plain sentence.
fn title(rule: &rule::Rule) -> String {
    match &rule.about {
        About::Itself | About::Names { .. } => by_id(&rule.id, ""),
        About::Told { title } => title.clone(),
        About::Score { instrument, words } => say_with!(
            "rule-score",
            [
                ("instrument", instrument.as_str().into()),
                ("words", words.as_str().into()),
            ],
        ),
        About::Matters {
            instrument: id,
            points,
            percent,
            population,
        } => {
            let points = points.map(|points| size(id, points));
            let percent =
                percent.map(|percent| say_with!("rules-of-baseline", [("percent", number(percent).into())]));
            let figures = match (points, percent) {
                (Some(points), Some(percent)) => say_with!(
                    "rule-matters-or",
                    [("points", points.into()), ("percent", percent.into())],
                ),
                (points, percent) => points.or(percent).unwrap_or_default(),
            };
            say_with!(
                "rule-matters",
                [
                    ("instrument", name(id).into()),
                    ("figures", figures.into()),
                    ("population", population.as_str().into()),
                ],
            )
        }
        About::Reliable {
            instrument: id,
            points,
            kind,
            population,
        } => say_with!(
            "rule-reliable",
            [
                ("instrument", name(id).into()),
                ("points", size(id, *points).into()),
                ("kind", kind.as_str().into()),
                ("population", population.as_str().into()),
            ],
        ),
        About::Table {
            name,
            jurisdiction,
            unit,
        } => say_with!(
            "rule-table",
            [
                ("name", name.as_str().into()),
                ("jurisdiction", jurisdiction.as_str().into()),
                ("unit", unit.as_str().into()),
            ],
        ),
        About::Factor {
            substance,
            route,
            table,
            factor,
        } => say_with!(
            "rule-factor",
            [
                ("substance", substance.as_str().into()),
                ("way", route.word().into()),
                ("table", table.as_str().into()),
                ("factor", factor.to_string().into()),
            ],
        ),
        About::Threshold {
            from: Some(from),
            unit,
            text,
            ..
        } => say_with!(
            "rule-threshold-from",
            [
                ("from", from.to_string().into()),
                ("unit", unit.as_str().into()),
                ("text", text.as_str().into()),
            ],
        ),
        About::Threshold {
            above, unit, text, ..
        } => say_with!(
            "rule-threshold-above",
            [
                (
                    "above",
                    above.map(|above| above.to_string()).unwrap_or_default().into()
                ),
                ("unit", unit.as_str().into()),
                ("text", text.as_str().into()),
            ],
        ),
        About::Naloxone {
            from,
            unit,
            age,
            conditions,
        } => say_with!(
            "rule-naloxone",
            [
                ("from", from.to_string().into()),
                ("unit", unit.as_str().into()),
                ("age", (*age).into()),
                ("conditions", conditions.join(", ").into()),
            ],
        ),
        About::Review { days } => say_with!("rule-review", [("days", (*days).into())]),
    }
}

/// Where a rule comes from: author, journal or body, year; "Lamina's own" where it is our proposal.
fn source(rule: &rule::Rule) -> String {
    if let Some(source) = &rule.source {
        return source.clone();
    }
    let About::Names { sources } = &rule.about else {
        return by_id(&rule.id, "-source");
    };
    let sources = sources.as_str();
    match rule.id.as_str() {
        "gate.bleeding" => say_with!("rule-gate-bleeding-source", [("sources", sources.into())]),
        "gate.steroid" => say_with!("rule-gate-steroid-source", [("sources", sources.into())]),
        _ => say_with!("rule-medicine-names-source", [("sources", sources.into())]),
    }
}

/// The message of a rule; its id where there is none, which a test finds.
fn by_id(id: &str, of: &str) -> String {
    let name = format!("rule-{}{of}", id.replace('.', "-"));
    Message::found(&name).map_or_else(|| id.to_owned(), |message| say!(message))
}

/// The short name of an instrument.
fn name(id: &str) -> String {
    instrument(id).map_or_else(|| id.to_owned(), |one| one.name.clone())
}

fn size(id: &str, points: f64) -> String {
    instrument(id).map_or_else(|| number(points), |one| amount(one, points))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::rule::catalogue;

    #[test]
    fn every_rule_says_what_it_does_and_where_it_comes_from() {
        for rule in catalogue() {
            let told = told(&rule);
            for text in [&told.title, &told.source] {
                assert!(text.len() > 3 && *text != rule.id, "{}: {text}", rule.id);
                assert!(!text.contains(['{', '}']) && !text.starts_with("rule-"), "{text}");
            }
        }
    }

    #[test]
    fn no_message_of_a_rule_is_left_without_a_rule() {
        let ids: Vec<String> = catalogue()
            .iter()
            .filter(|rule| matches!(rule.about, About::Itself | About::Names { .. }))
            .map(|rule| format!("rule-{}", rule.id.replace('.', "-")))
            .collect();
        let made = [
            "rule-table",
            "rule-factor",
            "rule-threshold-from",
            "rule-threshold-above",
            "rule-naloxone",
            "rule-review",
            "rule-score",
            "rule-matters",
            "rule-matters-or",
            "rule-reliable",
        ];
        for name in crate::words::message::names().filter(|name| name.starts_with("rule-")) {
            let known = ids
                .iter()
                .any(|id| name == *id || name.strip_suffix("-source").is_some_and(|rule| rule == *id));
            assert!(known || made.contains(&name), "{name} belongs to no rule");
        }
    }
}
