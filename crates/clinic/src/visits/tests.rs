//! What is of the day of a visit, and two days side by side, from records and through the desk.

use super::*;
use crate::{examples, own_rules::OwnRules, record::Document};
use lamina_domain::day::says;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// In the order of time, the visit of which only the month is known stands before the one of a day in that month.
const UNDATED: Uuid = Uuid::from_u128(2);
const SECOND: Uuid = Uuid::from_u128(3);

/// The facts of a record, each visit under its place as its id.
fn facts(lists: &Value) -> Facts {
    let mut facts = Facts::of(examples::record(lists), OwnRules::default());
    for (at, visit) in facts.record.visits.iter_mut().enumerate() {
        visit.head = Some(lamina_domain::Head::of(Uuid::from_u128(at as u128 + 1)));
    }
    facts
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Labels, each with its lines.
type Rows = Vec<(String, Vec<String>)>;

fn told(rows: &[DayRow]) -> Rows {
    let line = |row: &DayRow| {
        (
            row.label.clone(),
            row.lines.iter().map(|one| one.text.clone()).collect(),
        )
    };
    rows.iter().map(line).collect()
}

fn beside(view: &VisitsCompared) -> Vec<(&'static str, String, String, String)> {
    let side = |lines: &[DayLine]| {
        lines
            .iter()
            .map(|one| one.text.clone())
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let rows = view
        .groups
        .iter()
        .flat_map(|group| group.rows.iter().map(move |row| (group.noun, row)));
    rows.map(|(noun, row)| (noun.name(), row.label.clone(), side(&row.one), side(&row.other)))
        .collect()
}

fn course() -> Value {
    json!({
        "symptoms": [{"site": "leg", "side": {"value": "left"}, "intensity": {"value": 6}, "intensity_when": "10 Nov 2026"}],
        "treatments": [
            {"kind": "drug", "name": "pregabalin", "started": "3 Aug 2026",
                "responses": [{"when": "10 Nov 2026", "relief": {"value": 40}}, {"when": "1 Sep 2026", "relief": {"value": 10}}]},
            {"kind": "physiotherapy", "name": "core training", "started": "10 Nov 2026"}
        ],
        "scores": [
            {"measure": "odi", "value": 46, "when": "3 Aug 2026"},
            {"measure": "odi", "value": 38, "when": "10 Nov 2026"},
            {"measure": "nrs", "site": "leg", "value": 6, "when": "10 Nov 2026"},
            {"measure": "odi", "value": 50, "when": "May 2026"}
        ],
        "examinations": [
            {"when": "3 Aug 2026", "power": [{"muscle": "l5", "side": "left", "power": "4"}, {"muscle": "l4", "side": "left", "power": "5"}]},
            {"when": "10 Nov 2026", "power": [{"muscle": "l5", "side": "left", "power": "4+"}], "gait": ["normal"]}
        ],
        "plan_items": [{"kind": "review", "what": "look again", "asked_on": "3 Aug 2026", "due": "10 Nov 2026", "state": "done",
            "settled": "10 Nov 2026", "outcome": "seen"}],
        "visits": [
            {"kind": "first_visit", "when": "3 Aug 2026", "by": "Dr Lind", "role": "pain physician", "came": {"value": "came"},
                "decided": "pregabalin", "next": "10 Nov 2026"},
            {"kind": "follow_up", "when": "10 Nov 2026", "came": {"value": "came"}, "decided": "go on"},
            {"kind": "telephone", "when": "Nov 2026"}
        ]
    })
}

#[test]
fn a_visit_without_an_exact_day_gathers_nothing_and_what_is_no_visit_is_none() {
    let facts = facts(&course());
    assert_eq!(of_visit(&facts, SECOND).unwrap().day, "10 Nov 2026");
    assert_eq!(of_visit(&facts, UNDATED).unwrap(), VisitDay::default());
    assert_eq!(of_visit(&facts, Uuid::from_u128(9)), None);
}

/// Every fact of the record under an id of its own, as a vault has it.
fn kept(lists: &Value) -> Facts {
    let mut facts = facts(lists);
    let record = &mut facts.record;
    let mut next = 100;
    let mut head = || {
        next += 1;
        Some(lamina_domain::Head::of(Uuid::from_u128(next)))
    };
    record.symptoms.iter_mut().for_each(|one| one.head = head());
    record.treatments.iter_mut().for_each(|one| one.head = head());
    record.scores.iter_mut().for_each(|one| one.head = head());
    record.examinations.iter_mut().for_each(|one| one.head = head());
    record.plan_items.iter_mut().for_each(|one| one.head = head());
    facts
}

#[test]
fn each_kind_says_what_of_it_is_of_that_day() {
    let facts = kept(&course());
    let second = of_visit(&facts, SECOND).unwrap();
    let rows: Vec<(&str, Rows)> = second
        .groups
        .iter()
        .map(|group| (group.noun.name(), told(&group.rows)))
        .collect();
    let one = |label: &str, text: &str| (label.to_owned(), vec![text.to_owned()]);
    assert_eq!(
        rows,
        [
            ("symptom", vec![one("", "leg, left: 6/10, 10 Nov 2026")]),
            (
                "treatment",
                vec![(
                    String::new(),
                    vec![
                        "Medicine: pregabalin: 40 % relief".to_owned(),
                        "Physiotherapy: core training (begun)".to_owned()
                    ]
                )]
            ),
            (
                "score",
                vec![one("ODI", "38 %"), one("Pain 0–10, leg, kind not said", "6/10")]
            ),
            (
                "examination",
                vec![
                    one("Muscle power", "left great-toe extensor (L5) power 4+"),
                    one("Other findings", "gait normal")
                ]
            ),
            ("plan_item", vec![one("", "Review visit: look again: done, seen")]),
        ]
    );
}

#[test]
fn two_days_stand_side_by_side_by_kind_and_what_is_on_one_side_stands_beside_nothing() {
    let facts = kept(&course());
    let today = examples::today();
    let view = compared(&facts, [None, None], today);
    assert_eq!(
        (view.one.as_str(), view.other.as_str()),
        ("2026-08-03", "2026-11-10")
    );
    let names: Vec<&str> = view.choices.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["10 Nov 2026: Follow-up visit", "3 Aug 2026: First visit"]);
    let rows = beside(&view);
    assert_eq!(rows[0].0, "visit", "what was said and decided comes first");
    let row = |noun: &str, label: &str| {
        let found = rows.iter().find(|row| row.0 == noun && row.1 == label);
        found.map(|row| (row.2.as_str(), row.3.as_str()))
    };
    assert_eq!(row("visit", "Decided"), Some(("pregabalin", "go on")));
    assert_eq!(row("score", "ODI"), Some(("46 %", "38 %")));
    assert_eq!(row("score", "Pain 0–10, leg, kind not said"), Some(("", "6/10")));
    let (power, later) = row("examination", "Muscle power").unwrap();
    assert!(
        power.contains("(L5) power 4") && later.ends_with("power 4+"),
        "{power} | {later}"
    );
    assert_eq!(
        row("plan_item", ""),
        Some(("Review visit: look again", "Review visit: look again: done, seen"))
    );
    // Either order is asked for, and the earlier stands first.
    let turned = compared(&facts, [Some(day("2026-11-10")), Some(day("2026-08-03"))], today);
    assert_eq!(turned, view);
    let one = compared(&facts, [Some(day("2026-11-10")), None], today);
    assert_eq!(one, view, "the last stands beside the one before");
}

#[test]
fn days_without_a_recorded_visit_can_be_compared_and_one_day_alone_cannot() {
    let today = examples::today();
    let scores = json!({"scores": [
        {"measure": "odi", "value": 46, "when": "3 Aug 2026"}, {"measure": "odi", "value": 38, "when": "10 Nov 2026"}
    ]});
    let view = compared(&kept(&scores), [None, None], today);
    assert_eq!(view.choices[0].name, "10 Nov 2026: no visit recorded");
    assert_eq!(
        beside(&view),
        [("score", "ODI".to_owned(), "46 %".to_owned(), "38 %".to_owned())]
    );
    let alone = json!({"visits": [{"kind": "follow_up", "when": "3 Aug 2026"}]});
    let view = compared(&kept(&alone), [None, None], today);
    assert_eq!(
        (view.choices.len(), view.one.as_str(), view.groups.len()),
        (1, "", 0)
    );
}

#[test]
fn every_time_of_every_noun_says_something_of_its_day_or_that_it_says_nothing() {
    const WHOLE: &[u8] = include_bytes!("../record/whole.json");
    let document = Document::read(WHOLE, examples::today()).unwrap();
    let mut fields = BTreeSet::new();
    for (_, kept) in document.patients.iter().flat_map(|record| record.facts()) {
        let mut fact = kept.fact;
        fields.extend(fact.whens_mut().into_iter().map(|(field, _)| field));
    }
    assert!(fields.len() > 20, "{fields:?}");
    for field in fields {
        assert!(
            says(field).is_some(),
            "{field} is of no day and not said to be of none"
        );
    }
}

#[test]
fn the_last_visit_to_which_somebody_came_is_told_and_another_is_not() {
    let said = |visits: Value| last_held(&facts(&json!({"visits": visits})).record);
    let held =
        json!({"kind": "follow_up", "when": "10 Nov 2026", "by": "Dr Lind", "came": {"value": "came"}});
    let missed = json!({"kind": "follow_up", "when": "20 Nov 2026", "came": {"value": "did_not_come"}});
    assert_eq!(
        said(json!([missed, held])),
        Some("Last visit recorded: 10 Nov 2026, follow-up visit, Dr Lind.".to_owned())
    );
    assert_eq!(
        said(json!([missed, {"kind": "home", "when": "21 Nov 2026"}])),
        None
    );
    assert_eq!(said(json!([{"kind": "home", "came": {"value": "came"}}])), None);
}
