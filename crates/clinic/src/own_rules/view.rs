//! The page of rules: what a clinic may set with what it set, and every rule there is with its source.

use super::{Group, LimitEntry, OwnLimit, OwnRules, UnusedEntry, spelled};
use crate::{
    rules::{Rule, grouped, sure},
    words::{say, say_with},
};
use lamina_api::rule::{ListedGroup, ListedRule, OwnValue, RuleGroup, RuleRow, RulesView};
use serde_json::Value;

/// The page, from the list as it was kept. `by` is who is offered as the one who sets a limit.
pub(crate) fn rules_view(list: &[Value], by: String) -> RulesView {
    let (rules, left) = OwnRules::of(list);
    let entries: Vec<LimitEntry> = list
        .iter()
        .filter_map(|entry| serde_json::from_value(entry.clone()).ok())
        .collect();
    let groups = Group::ALL.into_iter().map(|group| RuleGroup {
        name: group.name().to_owned(),
        title: group.title(),
        note: group.note(),
        rows: group
            .limits()
            .iter()
            .map(|limit| row(limit, &rules, &entries))
            .collect(),
    });
    RulesView {
        groups: groups.collect(),
        listed: grouped()
            .into_iter()
            .map(|(title, rules)| ListedGroup {
                title,
                rules: rules.into_iter().map(listed).collect(),
            })
            .collect(),
        not_applied: left.iter().map(told).collect(),
        by,
    }
}

fn listed(rule: Rule) -> ListedRule {
    ListedRule {
        id: rule.id,
        version: rule.version,
        title: rule.title,
        source: rule.source,
        sure: sure(rule.sure),
    }
}

fn row(limit: &OwnLimit, rules: &OwnRules, entries: &[LimitEntry]) -> RuleRow {
    let id = limit.id();
    RuleRow {
        title: limit.title(),
        built_in: limit.built_in(),
        source: limit.source(),
        hint: limit.hint(),
        own: rules.set.get(&id).map(shown),
        history: entries
            .iter()
            .rev()
            .filter(|entry| entry.id == id)
            .map(shown)
            .collect(),
        id,
    }
}

fn shown(kept: &LimitEntry) -> OwnValue {
    OwnValue {
        value: kept.value.clone(),
        who: kept.who.to_string(),
        on: spelled(kept.on),
        why: kept.why.to_string(),
    }
}

fn told(left: &UnusedEntry) -> String {
    match left {
        UnusedEntry::Unread => say!("rules-unread"),
        UnusedEntry::Unfit(kept) => say_with!(
            "rules-unfit",
            [
                (
                    "title",
                    OwnLimit::find(&kept.id)
                        .map_or_else(|| kept.id.clone(), |limit| limit.title())
                        .into(),
                ),
                ("value", kept.value.clone().unwrap_or_default().into()),
                ("who", kept.who.as_str().into()),
                ("when", spelled(kept.on).into()),
            ],
        ),
    }
}
