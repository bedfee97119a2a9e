//! The walking programme in print: a section of the letter, and a page of its own with plan, course and diary that
//! patient and clinician share.

use super::{
    About, Request, fixed_words,
    fullness::{Fullness, Passage},
    patient_line, sample_mark, say, say_with, shown,
};
use crate::{
    flags::assess,
    record::Record,
    walking::{Course, clearance_of, loose, short_chart, week_line},
    words::{
        Message, Word, joined, message, sentence, spelled,
        walking::{change, clearance, cleared, covered, quota, status, target, ticked, week_title},
    },
};
use chrono::{Days, NaiveDate};
use lamina_api::noun::walking::minutes;
use lamina_charts::ProgressChart;
use lamina_domain::{
    Text,
    fact::walking::{DiarySymptom, Plan, Row, WalkingEvent},
    red_flag::Assessment,
    walking::{PlanStatus, Programme, Settings},
};
use lamina_letters::{Block, ChartFigure, Column, FigureBlock, Form, Letter, Section, Table, render};

/// Weeks that a letter lists, and a short one.
const WEEKS: usize = 4;
const SHORT: usize = 1;

/// Changes of the plan that its page lists.
const ON_THE_PAGE: usize = 3;

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
fn changes(programme: &Programme<'_>) -> Vec<String> {
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
fn runs(programme: &Programme<'_>, flags: &Assessment) -> bool {
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
fn care(plan: &Plan) -> impl Iterator<Item = String> {
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

/// The page about the plan that was prescribed last, for patient and clinician; nothing where there is none. It has as much
/// of the course as leaves it one page.
pub fn walking_page(record: &Record, request: &Request, today: NaiveDate) -> Option<Letter> {
    let all = record.programmes();
    let programme = all.last()?;
    let flags = assess(record, &request.rules.red_flags, today);
    let goes_on = runs(programme, &flags);
    let course = Course::ALL
        .into_iter()
        .filter_map(|course| short_chart(record, programme, course, today))
        .map(|chart| page(record, programme, request, (goes_on, Some(chart)), today))
        .find(|page| render(page).is_ok_and(|rendered| rendered.pages == 1));
    Some(course.unwrap_or_else(|| page(record, programme, request, (goes_on, None), today)))
}

fn page(
    record: &Record,
    programme: &Programme<'_>,
    request: &Request,
    (goes_on, chart): (bool, Option<ProgressChart>),
    today: NaiveDate,
) -> Letter {
    let plan = programme.plan;
    let target = target(&plan.target);
    let mut agreed = vec![status(programme, today)];
    if goes_on {
        let now = quota(&programme.quota_on(today));
        agreed.push(say_with!(
            "walking-page-now",
            [("quota", now.into()), ("target", target.into())],
        ));
        agreed.push(say!("walking-page-time"));
    } else {
        agreed.push(say_with!("letter-walking-target", [("target", target.into())]));
    }
    if !goes_on && programme.status() == PlanStatus::Active {
        agreed.push(say!("walking-page-flag"));
    }
    agreed.extend(cleared(&plan.answers));
    agreed.extend(care(plan));
    agreed.extend(changes(programme).into_iter().rev().take(ON_THE_PAGE));
    agreed.extend(last_covered(programme, today));
    let mut plan_and_course = vec![Block::List(agreed)];
    plan_and_course.extend(chart.map(|chart| {
        Block::Figure(FigureBlock {
            figure: std::sync::Arc::new(ChartFigure(chart)),
            caption: String::new(),
            alternative: say!("walking-chart-description"),
        })
    }));
    let mut sections = vec![
        Section {
            heading: say!("walking-page-plan"),
            body: plan_and_course,
        },
        Section {
            heading: say!("walking-page-stop"),
            body: stop(request),
        },
    ];
    if goes_on {
        sections.push(diary(programme, today));
    }
    Letter {
        paper: request.paper,
        form: Form::Handout,
        language: "en-GB".into(),
        title: say!("walking-page-title"),
        dated: today,
        date: shown(today),
        letterhead: request.letterhead.clone(),
        recipient: Vec::new(),
        sender: request.sender.clone(),
        urgency: String::new(),
        patient: lamina_letters::PatientLine {
            contact: String::new(),
            ..patient_line(&record.patient, today)
        },
        diagnosis: String::new(),
        reason: String::new(),
        question: String::new(),
        alerts: Vec::new(),
        close: false,
        sections,
        copies: Vec::new(),
        footer_note: say_with!(
            "walking-page-made",
            [("day", shown(today).into()), ("by", plan.by.to_string().into())],
        ),
        not_recorded: Vec::new(),
        left_out: Vec::new(),
        sample_mark: sample_mark(&record.patient),
        words: fixed_words(),
    }
}

/// How far was walked in the last week of which the diary tells that, and on what ground.
fn last_covered(programme: &Programme<'_>, today: NaiveDate) -> Option<String> {
    let weeks = programme.week_starts(today).into_iter().rev();
    let mut told = weeks.filter_map(|first| Some((first, covered(programme.diary.week(first))?)));
    let (first, covered) = told.next()?;
    Some(say_with!(
        "walking-page-covered",
        [("week", week_title(first).into()), ("covered", covered.into())],
    ))
}

fn stop(request: &Request) -> Vec<Block> {
    let red = DiarySymptom::ALL.iter().filter(|one| one.question().is_some());
    let symptoms = ticked(red).unwrap_or_default();
    let stop = say_with!("walking-page-stop-text", [("symptoms", symptoms.into())]);
    let clinic = [&request.letterhead.name]
        .into_iter()
        .chain(&request.letterhead.lines)
        .map(|line| Some(line.trim().to_owned()));
    let clinic = joined(clinic, ", ");
    let clinic = clinic.map(|name| say_with!("walking-page-clinic", [("name", name.into())]));
    [Some(stop), clinic]
        .into_iter()
        .flatten()
        .map(Block::Paragraph)
        .collect()
}

/// Seven lines to write on, from tomorrow or the first day.
fn diary(programme: &Programme<'_>, today: NaiveDate) -> Section {
    let tomorrow = today.succ_opt().unwrap_or(today);
    let from = programme
        .first_day()
        .map_or(tomorrow, |first| first.max(tomorrow));
    let day = |number: u64| from.checked_add_days(Days::new(number)).unwrap_or(from);
    // A day of several bouts has a line for each.
    let lines =
        |text: &str, on: NaiveDate| vec![text; programme.quota_on(on).bouts_a_day.get().into()].join("\n");
    let rows = (0..7)
        .map(|number| {
            let on = day(number);
            let label = on.format("%a %-d %b").to_string();
            let planned = minutes(programme.quota_on(on).seconds.get().into());
            let slash = lines(&say!("walking-page-slash"), on);
            let (back, leg) = (slash.clone(), slash);
            vec![
                label,
                lines(&planned, on),
                String::new(),
                back,
                leg,
                String::new(),
                String::new(),
            ]
        })
        .collect();
    let left = |key: Message, width: f32| Column::left(say!(key), width);
    let table = Table {
        columns: vec![
            left(message!("walking-page-day"), 1.1),
            left(message!("walking-page-planned"), 0.9),
            left(message!("walking-page-walked"), 0.9),
            left(message!("walking-page-back"), 1.1),
            left(message!("walking-page-leg"), 1.1),
            left(message!("walking-page-settled"), 1.0),
            left(message!("walking-page-notes"), 2.6),
        ],
        rows,
    };
    Section {
        heading: sentence(&say_with!(
            "walking-page-diary",
            [("from", spelled(from).into()), ("to", spelled(day(6)).into())],
        )),
        body: vec![Block::Paragraph(say!("walking-page-missed")), Block::Table(table)],
    }
}
