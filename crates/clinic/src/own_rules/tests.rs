//! Which entry of a limit holds, what can no longer be read, and that every limit names its source.

mod every_limit;

use super::*;
use lamina_domain::{Interval, schedule::IndexKind};
use serde_json::json;

fn entry(id: &str, value: &str) -> Value {
    json!({"id": id, "value": value, "who": "Dr Example", "on": "2026-05-03", "why": "agreed by the team"})
}

fn back(id: &str) -> Value {
    json!({"id": id, "value": null, "who": "Dr Example", "on": "2026-05-04", "why": "no longer needed"})
}

#[test]
fn every_limit_has_an_id_of_its_own_a_source_and_a_built_in_value_that_reads_back() {
    let mut ids = std::collections::BTreeSet::new();
    for group in Group::ALL {
        assert!(!group.title().is_empty() && !group.note().is_empty());
        for limit in group.limits() {
            let id = limit.id();
            assert!(id.starts_with(group.name()), "{id}");
            assert!(ids.insert(id.clone()), "{id} stands twice");
            assert_eq!(OwnLimit::find(&id).map(|found| found.id()), Some(id.clone()));
            assert!(!limit.title().is_empty() && !limit.source().is_empty(), "{id}");
            assert!(!limit.title().starts_with("limit-"), "{id} has no words");
            assert!(!limit.hint().is_empty(), "{id}");
            if !matches!(limit, OwnLimit::Figure(_)) {
                let read = limit.read(&limit.built_in()).unwrap();
                assert_eq!(limit.words(&read), limit.built_in(), "{id}");
            }
        }
    }
    // Each figure of an instrument for change, the responders, the two lists of numbers, the windows, the baseline.
    assert!(ids.len() > 70, "{}", ids.len());
    assert!(
        OwnLimit::find("change.matters.dn4").is_none(),
        "it measures no change"
    );
}

#[test]
fn the_latest_entry_of_an_id_holds_and_none_gives_the_built_in_back() {
    let list = [
        entry("red_flag.fever_tenths", "38.5 °C"),
        entry("change.matters.odi", "12 points"),
        entry("change.matters.odi", "15 points"),
        entry("walking.least", "2 minutes"),
        entry("schedule.general.6_weeks", "1 week before to 3 weeks after"),
        entry("schedule.baseline", "fresh for 6 weeks, stale after 3 months"),
        back("red_flag.fever_tenths"),
    ];
    let (rules, left) = OwnRules::of(&list);
    assert_eq!(left, []);
    assert_eq!(rules.thresholds.get("odi").unwrap().points, Some(15.0));
    assert_eq!(
        crate::words::change::source(&rules.thresholds.get("odi").unwrap().source()),
        "the clinic's own: Dr Example, 3 May 2026"
    );
    assert_eq!(rules.red_flags, red_flag::Settings::default());
    assert_eq!(rules.walking.least.get(), 2);
    let span = |text: &str| text.parse::<Interval>().unwrap();
    let plan = rules.plans.of(IndexKind::General).unwrap();
    assert_eq!(
        (plan.point[0].early, plan.point[0].late),
        (span("1 week"), span("3 weeks"))
    );
    assert_eq!(plan.baseline_stale, span("3 months"));
    assert_eq!(rules.set_of("change").count(), 1);
    assert_eq!(rules.set_of("").count(), 4);
    let said = rules.said_of("change.matters.odi").unwrap();
    for part in [
        "15 points (the clinic's own: Dr Example, 3 May 2026; agreed by the team)",
        "Built in: 10 points or 30 %",
        "Ostelo",
    ] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn trap_52_a_pair_of_responder_limits_is_set_together_whatever_held_before() {
    let list = [
        entry("change.responder", "60 % and 80 %"),
        entry("change.responder", "20 % and 25 %"),
        entry("change.responder", "60 % and 80 %"),
    ];
    for count in 1..=3 {
        let (rules, left) = OwnRules::of(&list[..count]);
        assert_eq!(left, []);
        let wanted = if count == 2 {
            "20 % and 25 %"
        } else {
            "60 % and 80 %"
        };
        assert_eq!(rules.thresholds.responders().to_string(), wanted);
    }
}

#[test]
fn what_can_no_longer_be_read_changes_nothing_and_is_told() {
    let list = [
        json!({"id": "change.matters.odi"}),
        json!(7),
        entry("change.matters.gone", "5 points"),
        entry("red_flag.fever_tenths", "50 °C"),
        entry("red_flag.recent_weeks", "20 weeks"),
        entry("red_flag.recent_weeks", "many"),
        entry("walking.least", "3 minutes"),
    ];
    let (rules, left) = OwnRules::of(&list);
    assert_eq!(left.len(), 5, "{left:?}");
    assert_eq!(
        rules.red_flags,
        red_flag::Settings::default(),
        "an older entry does not come back in place of one that is not read"
    );
    assert_eq!(rules.walking.least.get(), 3);
    let view = rules_view(&list, String::new());
    assert_eq!(view.not_applied.len(), 5);
    let fever = view
        .not_applied
        .iter()
        .find(|said| said.contains("50 °C"))
        .unwrap();
    assert_eq!(
        fever,
        "Fever from: “50 °C”, set by Dr Example on 3 May 2026, can no longer be used. It is kept, and the built-in value holds."
    );
    let group = view.groups.iter().find(|group| group.name == "red_flag").unwrap();
    let weeks = group
        .rows
        .iter()
        .find(|row| row.id == "red_flag.recent_weeks")
        .unwrap();
    assert_eq!((weeks.own.as_ref(), weeks.history.len()), (None, 2));
}

#[test]
fn the_page_lists_every_rule_with_its_source() {
    let view = rules_view(&[], "Dr Example".into());
    let listed: Vec<_> = view.listed.iter().flat_map(|group| &group.rules).collect();
    assert_eq!(listed.len(), lamina_domain::rule::catalogue().len());
    assert!(
        listed
            .iter()
            .all(|rule| !rule.source.is_empty() && !rule.sure.is_empty())
    );
    assert_eq!(view.by, "Dr Example");
    assert!(
        view.groups
            .iter()
            .flat_map(|group| &group.rows)
            .all(|row| row.own.is_none())
    );
}
