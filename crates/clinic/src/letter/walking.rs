//! The walking programme as a section of a letter.

use super::{
    About,
    fullness::{Fullness, Passage},
    say, say_with,
};
use crate::{
    record::Record,
    walking::{clearance_of, loose, week_line},
    words::{
        Word, joined, message, spelled,
        walking::{change, clearance, cleared, covered, quota, status, target, week_title},
    },
};
use chrono::NaiveDate;
use lamina_domain::{
    Text,
    fact::walking::{Plan, Row, WalkingEvent},
    red_flag::Assessment,
    walking::{PlanStatus, Programme, Settings},
};
use lamina_letters::{Block, Column, Table};

/// Weeks that a letter lists, and a short one.
const WEEKS: usize = 4;
const SHORT: usize = 1;

/// Lines without a plan that a letter lists.
const LOOSE: usize = 7;

/// The section of the letter; nothing where no plan was ever prescribed and nothing stands in the diary.
pub(super) fn walking(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, flags, today) = (about.record, about.assessment, about.today);
    let settings = &about.request.rules.walking;
    let (most, loose) = match fullness {
        Fullness::Whole | Fullness::Usual => (WEEKS, LOOSE),
        Fullness::Short => (SHORT, SHORT),
        Fullness::Tight | Fullness::Gone => (0, 0),
    };
    let all = record.programmes();
    let mut body = Vec::new();
    let (mut told, mut of_all) = (0, 0);
    let (mut changes_told, mut changes_of_all) = (0, 0);
    if let Some(programme) = all.last() {
        body.push(Block::List(facts(programme, flags, today)));
        let changes = changes(programme);
        changes_of_all = changes.len();
        let changed: Vec<String> = changes
            .into_iter()
            .rev()
            .take(match fullness {
                Fullness::Whole | Fullness::Usual => usize::MAX,
                Fullness::Short => SHORT,
                Fullness::Tight | Fullness::Gone => 0,
            })
            .collect();
        changes_told = changed.len();
        if !changed.is_empty() {
            body.push(Block::Paragraph(say!("letter-walking-changes")));
            body.push(Block::List(changed));
        }
        of_all = programme.week_starts(today).len();
        told = of_all.min(most);
        body.extend(weeks(programme, flags, settings, today, most));
    }
    body.extend(without_plan(record, &all, loose));
    Passage::from(body)
        .without(message!("letter-left-weeks"), told, of_all)
        .without(
            message!("letter-left-walking-changes"),
            changes_told,
            changes_of_all,
        )
}

/// What was changed of a plan and why, the earliest first; not the pause that lasts, which its status tells with its reason.
pub(super) fn changes(programme: &Programme<'_>) -> Vec<String> {
    let mut events: Vec<&WalkingEvent> = programme.events.iter().map(|(_, one)| *one).collect();
    if matches!(programme.status(), PlanStatus::Paused { .. }) {
        events.pop_if(|last| last.is_pause());
    }
    events.into_iter().filter_map(change).collect()
}

/// What was walked on days on which no plan ran: the latest lines, and how many stand before them.
fn without_plan(record: &Record, all: &[Programme<'_>], most: usize) -> Vec<Block> {
    let lines = loose(record, all);
    if lines.is_empty() {
        return Vec::new();
    }
    let said = match all.is_empty() {
        true => say!("letter-walking-no-plan"),
        false => say!("letter-walking-outside"),
    };
    let line = |(_, row, text): &(usize, &Row, String)| {
        say_with!(
            "letter-walking-line",
            [("on", spelled(row.on).into()), ("text", text.clone().into())],
        )
    };
    let mut list: Vec<String> = lines.iter().take(most).map(line).collect();
    let earlier = lines.len().saturating_sub(most);
    list.extend((earlier > 0).then(|| say_with!("letter-walking-more", [("count", earlier.into())])));
    vec![Block::Paragraph(said), Block::List(list)]
}

/// Whether somebody may walk by it today: it runs, and no red flag is open.
pub(super) fn runs(programme: &Programme<'_>, flags: &Assessment) -> bool {
    programme.status() == PlanStatus::Active && flags.open().next().is_none()
}

fn facts(programme: &Programme<'_>, flags: &Assessment, today: NaiveDate) -> Vec<String> {
    let plan = programme.plan;
    let mut lines = vec![status(programme, today)];
    if runs(programme, flags) {
        let now = quota(&programme.quota_on(today));
        lines.push(say_with!("letter-walking-quota", [("quota", now.into())]));
    }
    let target = target(&plan.target);
    lines.push(say_with!("letter-walking-target", [("target", target.into())]));
    let clear = clearance_of(programme, flags);
    lines.extend(cleared(&plan.answers));
    if programme.first_day().is_none() && !clear.is_given() {
        lines.push(say_with!(
            "letter-walking-open",
            [("clearance", clearance(&clear).into())],
        ));
    }
    lines.extend(care(plan));
    lines
}

/// What needs care, and the precautions as they were given.
pub(super) fn care(plan: &Plan) -> impl Iterator<Item = String> {
    let cautions = plan.cautions.iter().map(|one| one.word());
    let given = |text: &Text| say_with!("letter-walking-precautions", [("text", text.to_string().into())]);
    cautions.chain(plan.precautions.iter().map(given))
}

/// The latest weeks, the latest first: what was walked, and how the week was assessed with its reasons.
fn weeks(
    programme: &Programme<'_>,
    flags: &Assessment,
    settings: &Settings,
    today: NaiveDate,
    most: usize,
) -> Option<Block> {
    let starts = programme.week_starts(today);
    let rows: Vec<Vec<String>> = starts
        .iter()
        .rev()
        .take(most)
        .map(|first| {
            let line = week_line(programme, *first, flags, settings, today);
            let walked = joined([Some(line.minutes), line.covered], "\n").unwrap_or_default();
            vec![line.title, walked, line.bouts, line.assessed]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            columns: vec![
                Column::left(say!("letter-walking-week"), 1.3),
                Column::left(say!("letter-walking-walked"), 1.7),
                Column::left(say!("letter-walking-bouts"), 1.2),
                Column::left(say!("letter-walking-colour"), 2.0),
            ],
            rows,
        })
    })
}

/// How far was walked in the last week of which the diary tells that, and on what ground.
pub(super) fn last_covered(programme: &Programme<'_>, today: NaiveDate) -> Option<String> {
    let weeks = programme.week_starts(today).into_iter().rev();
    let mut told = weeks.filter_map(|first| Some((first, covered(programme.diary.week(first))?)));
    let (first, covered) = told.next()?;
    Some(say_with!(
        "walking-page-covered",
        [("week", week_title(first).into()), ("covered", covered.into())],
    ))
}
