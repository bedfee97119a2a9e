//! The plan of a letter: what is open, who sees to it and by when, what was settled lately; what was decided together; and what
//! follow-up calls for.

use super::{
    About,
    fullness::{Fullness, Passage},
    listed, table,
};
use crate::{
    follow_up::coming,
    noun::shared_decision::decided,
    plan,
    record::Record,
    words::{Word, joined, message, say, say_with},
};
use chrono::{Months, NaiveDate};
use lamina_domain::{PlanItem, SharedDecision};
use lamina_letters::{Block, Column};

/// What was settled is told for so many months.
const MONTHS_TOLD: u32 = 12;

/// So many of what is open a short letter tells, and a tight one: what is due first.
const SHORT: usize = 8;
const TIGHT: usize = 5;

/// What is open in a table, with what was settled lately; or what is open and due first in lines.
pub(super) fn plan(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, today) = (about.record, about.today);
    let columns = vec![
        Column::left(say!("letter-plan-what"), 4.0),
        Column::left(say!("letter-plan-owner"), 1.6),
        Column::left(say!("letter-plan-due"), 2.0),
    ];
    let open = plan::open(record, today);
    let all = open.len();
    let most = match fullness {
        Fullness::Whole | Fullness::Usual => all,
        Fullness::Short => SHORT,
        Fullness::Tight | Fullness::Gone => TIGHT,
    };
    let rows = open.into_iter().take(most).map(|(one, is)| {
        let asked = &one.asked_on;
        let asked =
            (!asked.is_unknown()).then(|| say_with!("plan-asked", [("when", asked.to_string().into())]));
        let due = [
            Some(plan::due_words(one, is)),
            one.urgency.map(|urgency| urgency.word()),
            asked,
        ];
        vec![
            joined([Some(plan::title(one)), why_and_whom(one)], "\n").unwrap_or_default(),
            one.owner.as_ref().map(ToString::to_string).unwrap_or_default(),
            joined(due, ", ").unwrap_or_default(),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let count = rows.len();
    let mut blocks = match fullness {
        Fullness::Whole | Fullness::Usual => table(columns, rows),
        _ => {
            let lines = rows
                .into_iter()
                .filter_map(|row| joined(row.into_iter().map(|cell| Some(cell.replace('\n', "; "))), "; "));
            listed(lines)
        }
    };
    let settled: Vec<_> = record
        .plan_items
        .iter()
        .filter(|one| is_told(record, one, today))
        .collect();
    let lately = settled.len();
    let settled = settled.into_iter().filter(|_| fullness < Fullness::Short);
    let settled: Vec<String> = settled.map(|one| closed(one)).collect();
    let told_settled = settled.len();
    let settled = joined(settled.into_iter().map(Some), "; ");
    blocks.extend(settled.map(|list| {
        Block::Paragraph(say_with!(
            "letter-decision-part",
            [("label", say!("letter-plan-done").into()), ("text", list.into())]
        ))
    }));
    Passage::from(blocks)
        .chosen(
            message!("letter-rule-due-first"),
            message!("letter-left-plans"),
            count,
            all,
        )
        .without(message!("letter-left-settled"), told_settled, lately)
}

/// What was talked through, why, and who is asked.
fn why_and_whom(item: &PlanItem) -> Option<String> {
    let to = item.asked_of.as_ref().map(|to| {
        say_with!(
            "letter-decision-part",
            [
                ("label", say!("shown-plan-to").into()),
                ("text", to.to_string().into())
            ]
        )
    });
    let reason = item.reason.as_ref().map(ToString::to_string);
    joined([plan::topics(item), reason, to], "; ")
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

/// When something was told to the patient, where it does not say since when it is done.
fn told_on(item: &PlanItem) -> Option<String> {
    let told = item.kind.is_told() && item.settled.is_unknown() && !item.asked_on.is_unknown();
    told.then(|| item.asked_on.to_string())
}

fn closed(item: &PlanItem) -> String {
    let parts = [
        Some(plan::title(item)),
        plan::topics(item),
        told_on(item),
        Some(plan::state(item)),
        item.outcome.as_ref().map(ToString::to_string),
    ];
    joined(parts, ", ").unwrap_or_default()
}

/// So many of the last decisions a usual letter tells; a shorter one tells the last.
const DECISIONS: usize = 3;

/// What was decided together, the last first, a line each.
pub(super) fn decisions(record: &Record, fullness: Fullness) -> Passage {
    let all = record.shared_decisions.len();
    let most = match fullness {
        Fullness::Whole => all,
        Fullness::Usual => DECISIONS,
        _ => 1,
    };
    let lines: Vec<String> = record
        .shared_decisions
        .iter()
        .rev()
        .take(most)
        .map(|one| decision(one))
        .collect();
    let count = lines.len();
    Passage::from(listed(lines)).chosen(
        message!("letter-rule-latest"),
        message!("letter-left-decisions"),
        count,
        all,
    )
}

/// So many points that are due a short letter names, and a tight one.
const DUE_SHORT: usize = 3;
const DUE_TIGHT: usize = 1;

/// What follow-up calls for and what comes next; from short on without the plans behind it.
pub(super) fn follow_up(about: &About<'_>, fullness: Fullness) -> Passage {
    let coming = coming(about.record, &about.request.rules, about.today);
    let lines = match fullness {
        Fullness::Whole | Fullness::Usual => coming.lines(),
        Fullness::Short => coming.briefly(DUE_SHORT),
        Fullness::Tight | Fullness::Gone => coming.briefly(DUE_TIGHT),
    };
    listed(lines).into()
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
