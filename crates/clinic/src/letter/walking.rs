//! The walking programme in print: a section of the letter, and a page of its own with plan, course and diary that
//! patient and clinician share.

use super::{Request, fixed_words, patient_line, sample_mark, say, say_with, shown};
use crate::{
    flags::view::{sentence, spelled},
    record::Record,
    walking::{quota, short_chart, status, target, week_line},
    words::joined,
};
use chrono::{Days, NaiveDate};
use lamina_api::walking::minutes;
use lamina_domain::{
    red_flag::Assessment,
    walking::{Programme, Settings, clearance, diary::DiarySymptom, programmes},
};
use lamina_letters::{Block, ChartFigure, Column, FigureBlock, Form, Letter, Section, Table};

/// Weeks that a letter lists.
const WEEKS: usize = 4;

/// The section of the letter; nothing where no plan was ever prescribed.
pub(super) fn section(
    record: &Record,
    flags: &Assessment,
    settings: &Settings,
    today: NaiveDate,
) -> Option<Section> {
    let all = programmes(
        &record.walking_plans,
        &record.walking_events,
        &record.walking_rows,
    );
    let programme = all.last()?;
    let mut body = vec![Block::List(facts(programme, flags, today))];
    body.extend(weeks(programme, flags, settings, today));
    Some(Section {
        heading: say("letter-walking"),
        body,
    })
}

fn facts(programme: &Programme<'_>, flags: &Assessment, today: NaiveDate) -> Vec<String> {
    let plan = programme.plan;
    let mut lines = vec![
        status(programme, today),
        say_with(
            "letter-walking-quota",
            [("quota", quota(&programme.quota_on(today)).into())],
        ),
        say_with("letter-walking-target", [("target", target(&plan.target).into())]),
    ];
    let gate = clearance(&plan.answers, flags);
    if programme.first_day().is_none() && !gate.is_given() {
        lines.push(say_with(
            "letter-walking-open",
            [("clearance", gate.text().into())],
        ));
    }
    lines.extend(plan.cautions.iter().map(|one| one.words().to_owned()));
    lines.extend(
        plan.precautions
            .iter()
            .map(|text| say_with("letter-walking-precautions", [("text", text.to_string().into())])),
    );
    lines
}

/// The latest weeks, the latest first: what was walked, and how the week was assessed with its reasons.
fn weeks(
    programme: &Programme<'_>,
    flags: &Assessment,
    settings: &Settings,
    today: NaiveDate,
) -> Option<Block> {
    let starts = programme.week_starts(today);
    let rows: Vec<Vec<String>> = starts
        .iter()
        .rev()
        .take(WEEKS)
        .map(|first| {
            let line = week_line(programme, *first, flags, settings, today);
            vec![line.title, line.minutes, line.bouts, line.assessed]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            columns: vec![
                Column::left(say("letter-walking-week"), 1.3),
                Column::left(say("letter-walking-walked"), 1.7),
                Column::left(say("letter-walking-bouts"), 1.2),
                Column::left(say("letter-walking-colour"), 2.0),
            ],
            rows,
        })
    })
}

/// The page about the plan that was prescribed last, for patient and clinician; nothing where there is none.
pub fn walking_page(record: &Record, request: &Request, today: NaiveDate) -> Option<Letter> {
    let all = programmes(
        &record.walking_plans,
        &record.walking_events,
        &record.walking_rows,
    );
    let programme = all.last()?;
    let plan = programme.plan;
    let now = programme.quota_on(today);
    let mut agreed = vec![status(programme, today)];
    let paused = programme.is_paused();
    if !paused {
        agreed.push(say_with("walking-page-now", [("quota", quota(&now).into())]));
        agreed.push(say("walking-page-time"));
    }
    agreed.push(say_with(
        "walking-page-target",
        [("target", target(&plan.target).into())],
    ));
    agreed.extend(plan.cautions.iter().map(|one| one.words().to_owned()));
    agreed.extend(
        plan.precautions
            .iter()
            .map(|text| say_with("letter-walking-precautions", [("text", text.to_string().into())])),
    );
    let red = DiarySymptom::ALL
        .into_iter()
        .filter(|one| one.question().is_some());
    let symptoms = joined(red.map(|one| Some(one.words().to_owned())), ", ").unwrap_or_default();
    let mut stop = vec![Block::Paragraph(say_with(
        "walking-page-stop-text",
        [("symptoms", symptoms.into())],
    ))];
    let clinic = joined(
        [&request.letterhead.name]
            .into_iter()
            .chain(&request.letterhead.lines)
            .map(|line| Some(line.trim().to_owned())),
        ", ",
    );
    stop.extend(
        clinic.map(|name| Block::Paragraph(say_with("walking-page-clinic", [("name", name.into())]))),
    );
    let mut sections = vec![
        Section {
            heading: say("walking-page-plan"),
            body: vec![Block::List(agreed)],
        },
        Section {
            heading: say("walking-page-stop"),
            body: stop,
        },
    ];
    let chart = short_chart(record, programme, today);
    if !chart.is_empty() {
        sections.push(Section {
            heading: say("walking-page-past"),
            body: vec![Block::Figure(FigureBlock {
                figure: std::sync::Arc::new(ChartFigure(chart)),
                caption: String::new(),
                alternative: say("walking-chart-description"),
            })],
        });
    }
    if !paused {
        sections.push(diary(programme, today));
    }
    Some(Letter {
        paper: request.paper,
        form: Form::Handout,
        language: "en-GB".into(),
        title: say("walking-page-title"),
        dated: today,
        date: shown(today),
        letterhead: request.letterhead.clone(),
        recipient: Vec::new(),
        sender: request.sender.clone(),
        urgency: String::new(),
        patient: patient_line(&record.patient, today),
        reason: String::new(),
        question: String::new(),
        alerts: Vec::new(),
        sections,
        copies: Vec::new(),
        footer_note: say_with(
            "walking-page-made",
            [("day", shown(today).into()), ("by", plan.by.to_string().into())],
        ),
        not_recorded: Vec::new(),
        sample_mark: sample_mark(&record.patient),
        words: fixed_words(),
    })
}

/// Seven lines to write on, from tomorrow or the first day.
fn diary(programme: &Programme<'_>, today: NaiveDate) -> Section {
    let tomorrow = today.succ_opt().unwrap_or(today);
    let from = programme
        .first_day()
        .map_or(tomorrow, |first| first.max(tomorrow));
    let day = |number: u64| from.checked_add_days(Days::new(number)).unwrap_or(from);
    let planned = |on: NaiveDate| {
        let now = programme.quota_on(on);
        let length = minutes(now.seconds.get().into());
        match now.bouts_a_day.get() {
            1 => length,
            bouts => format!("{bouts} × {length}"),
        }
    };
    let rows = (0..7)
        .map(|number| {
            let on = day(number);
            let slash = || say("walking-page-slash");
            let label = on.format("%a %-d %b").to_string();
            vec![
                label,
                planned(on),
                String::new(),
                slash(),
                slash(),
                String::new(),
                String::new(),
            ]
        })
        .collect();
    let left = |key: &str, width: f32| Column::left(say(key), width);
    let table = Table {
        columns: vec![
            left("walking-page-day", 1.1),
            left("walking-page-planned", 0.9),
            left("walking-page-walked", 0.9),
            left("walking-page-back", 1.1),
            left("walking-page-leg", 1.1),
            left("walking-page-settled", 1.0),
            left("walking-page-notes", 2.6),
        ],
        rows,
    };
    Section {
        heading: sentence(&say_with(
            "walking-page-diary",
            [("from", spelled(from).into()), ("to", spelled(day(6)).into())],
        )),
        body: vec![Block::Paragraph(say("walking-page-missed")), Block::Table(table)],
    }
}
