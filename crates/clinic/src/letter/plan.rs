//! The plan of a letter: what is open, who sees to it and by when, what was settled lately; and what was decided together.

use super::table;
use crate::{
    noun::shared_decision::decided,
    plan,
    record::Record,
    words::{Word, joined, say, say_with},
};
use chrono::{Months, NaiveDate};
use lamina_domain::{PlanItem, SharedDecision};
use lamina_letters::{Block, Column};

/// What was settled is told for so many months.
const MONTHS_TOLD: u32 = 12;

pub(super) fn plan(record: &Record, today: NaiveDate) -> Vec<Block> {
    let columns = vec![
        Column::left(say!("letter-plan-what"), 4.0),
        Column::left(say!("letter-plan-owner"), 1.6),
        Column::left(say!("letter-plan-due"), 2.0),
    ];
    let open = plan::open(record, today);
    let rows = open.into_iter().map(|(one, is)| {
        let asked = &one.asked_on;
        let asked =
            (!asked.is_unknown()).then(|| say_with!("plan-asked", [("when", asked.to_string().into())]));
        let due = [
            Some(plan::due_words(one, is)),
            one.urgency.map(|urgency| urgency.word()),
            asked,
        ];
        vec![
            joined([Some(plan::title(one)), about(one)], "\n").unwrap_or_default(),
            one.owner.as_ref().map(ToString::to_string).unwrap_or_default(),
            joined(due, ", ").unwrap_or_default(),
        ]
    });
    let mut blocks = table(columns, rows.collect());
    let settled = record.plan_items.iter().filter(|one| is_told(record, one, today));
    let settled = joined(settled.map(|one| Some(closed(one))), "; ");
    blocks.extend(settled.map(|list| {
        Block::Paragraph(say_with!(
            "letter-decision-part",
            [("label", say!("letter-plan-done").into()), ("text", list.into())]
        ))
    }));
    blocks
}

/// Why, and who is asked.
fn about(item: &PlanItem) -> Option<String> {
    let to = item.asked_of.as_ref().map(|to| {
        say_with!(
            "letter-decision-part",
            [
                ("label", say!("shown-plan-to").into()),
                ("text", to.to_string().into())
            ]
        )
    });
    joined([item.reason.as_ref().map(ToString::to_string), to], "; ")
}

/// Whether something is settled, and not known to be long past.
fn is_told(record: &Record, item: &PlanItem, today: NaiveDate) -> bool {
    let since = today
        .checked_sub_months(Months::new(MONTHS_TOLD))
        .unwrap_or(today);
    let long_past = record
        .days_of(&item.settled)
        .is_some_and(|(_, last)| last < since);
    !item.is_open() && !long_past
}

fn closed(item: &PlanItem) -> String {
    let parts = [
        Some(plan::title(item)),
        Some(plan::state(item)),
        item.outcome.as_ref().map(ToString::to_string),
    ];
    joined(parts, ", ").unwrap_or_default()
}

/// What was decided together, the last first, a line each.
pub(super) fn decisions(record: &Record) -> Vec<Block> {
    let lines: Vec<String> = record
        .shared_decisions
        .iter()
        .rev()
        .map(|one| decision(one))
        .collect();
    match lines.is_empty() {
        true => Vec::new(),
        false => vec![Block::List(lines)],
    }
}

fn decision(one: &SharedDecision) -> String {
    let parts = decided(one).0.into_iter().map(|part| {
        Some(say_with!(
            "letter-decision-part",
            [("label", part.label.into()), ("text", part.text.into())]
        ))
    });
    let told = joined(parts, ". ").unwrap_or_default();
    let about = one.about.to_string();
    match one.when.is_unknown() {
        true => say_with!(
            "letter-decision-undated",
            [("about", about.into()), ("told", told.into())]
        ),
        false => say_with!(
            "letter-decision",
            [
                ("about", about.into()),
                ("when", one.when.to_string().into()),
                ("told", told.into()),
            ],
        ),
    }
}
