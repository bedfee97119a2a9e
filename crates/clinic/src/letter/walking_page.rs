//! The page about the walking plan that was prescribed last, which patient and clinician share: what was agreed, the course,
//! how to walk, when less and when to stop, and a diary to write on. Where the record holds walking back, or no plan was ever
//! prescribed, it says so and names no minutes to walk.

use super::{
    About, copy,
    fullness::Fullness,
    say, say_with, shown,
    walking::{care, changes, last_covered, runs},
};
use crate::{
    walking::{Course, short_chart},
    words::{
        Message, joined, message, spelled,
        walking::{cleared, quota, status, target, ticked},
    },
};
use chrono::{Days, NaiveDate};
use lamina_api::noun::walking::minutes;
use lamina_domain::{
    fact::walking::DiarySymptom,
    walking::{PlanStatus, Programme},
};
use lamina_letters::{Block, ChartFigure, Column, FigureBlock, Table};

/// Changes of the plan that the page lists.
const CHANGES: usize = 3;

/// The plan that was prescribed last.
fn last<'a>(about: &About<'a>) -> Option<Programme<'a>> {
    about.record.programmes().pop()
}

/// What was agreed, and whether somebody may walk by it today.
pub(super) fn plan(about: &About<'_>) -> Vec<Block> {
    let Some(programme) = last(about) else {
        return vec![Block::Paragraph(say!("walking-page-none"))];
    };
    let target = target(&programme.plan.target);
    let mut agreed = vec![status(&programme, about.today)];
    if runs(&programme, about.assessment) {
        let now = quota(&programme.quota_on(about.today));
        agreed.push(say_with!(
            "walking-page-now",
            [("quota", now.into()), ("target", target.into())],
        ));
        agreed.push(say!("walking-page-time"));
    } else {
        agreed.push(say_with!("letter-walking-target", [("target", target.into())]));
        if programme.status() == PlanStatus::Active {
            agreed.push(say!("walking-page-flag"));
        }
    }
    agreed.extend(cleared(&programme.plan.answers));
    agreed.extend(care(programme.plan));
    agreed.extend(changes(&programme).into_iter().rev().take(CHANGES));
    agreed.extend(last_covered(&programme, about.today));
    vec![Block::List(agreed)]
}

/// As much of the course as leaves the page one page.
pub(super) fn course(about: &About<'_>, fullness: Fullness) -> Option<Block> {
    let course = match fullness {
        Fullness::Whole => Course::DaysAndWeeks,
        _ => Course::Weeks,
    };
    let chart = short_chart(about.record, &last(about)?, course, about.today)?;
    Some(Block::Figure(FigureBlock {
        figure: std::sync::Arc::new(ChartFigure(chart)),
        caption: String::new(),
        alternative: say!("walking-chart-description"),
    }))
}

/// How, where somebody walks by the plan.
pub(super) fn how(about: &About<'_>) -> Option<Block> {
    goes_on(about).then(|| Block::Paragraph(copy::how()))
}

/// When less, where somebody walks by the plan: to walk less comes before to stop.
pub(super) fn less(about: &About<'_>) -> Option<Block> {
    goes_on(about).then(|| Block::Paragraph(copy::less(&about.request.rules.walking)))
}

fn goes_on(about: &About<'_>) -> bool {
    last(about).is_some_and(|one| runs(&one, about.assessment))
}

/// When to stop, and whom to call; of what the clinic did not set a line to write on.
pub(super) fn stop(about: &About<'_>) -> Vec<Block> {
    let red = DiarySymptom::ALL.iter().filter(|one| one.question().is_some());
    let symptoms = ticked(red).unwrap_or_default();
    let stop = say_with!("walking-page-stop-text", [("symptoms", symptoms.into())]);
    let lines = about.request.letterhead.lines.iter();
    let lines = joined(lines.map(|line| Some(line.trim().to_owned())), ", ");
    let clinic = lines.map(|lines| {
        let name = about.request.letterhead.name.trim().to_owned();
        let name = joined([Some(name), Some(lines)], ", ").unwrap_or_default();
        say_with!("walking-page-clinic", [("name", name.into())])
    });
    let said = [Some(stop), clinic].into_iter().flatten().map(Block::Paragraph);
    said.chain(copy::numbers(about)).collect()
}

/// Days of the diary.
const DAYS: u64 = 7;

/// Seven lines to write on, from tomorrow or the first day; nothing where nobody walks by the plan.
pub(super) fn diary(about: &About<'_>) -> Vec<Block> {
    let Some(programme) = last(about).filter(|one| runs(one, about.assessment)) else {
        return Vec::new();
    };
    let tomorrow = about.today.succ_opt().unwrap_or(about.today);
    let from = programme
        .first_day()
        .map_or(tomorrow, |first| first.max(tomorrow));
    let day = |number: u64| from.checked_add_days(Days::new(number)).unwrap_or(from);
    // A day of several bouts has a line for each.
    let lines =
        |text: &str, on: NaiveDate| vec![text; programme.quota_on(on).bouts_a_day.get().into()].join("\n");
    let rows = (0..DAYS)
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
                String::new(),
                back,
                leg,
                String::new(),
                String::new(),
            ]
        })
        .collect();
    let left = |key: Message, width: f32| Column::left(say!(key), width);
    let columns = vec![
        left(message!("walking-page-day"), 1.15),
        left(message!("walking-page-planned"), 0.95),
        left(message!("walking-page-walked"), 0.95),
        left(message!("walking-page-metres"), 1.0),
        left(message!("walking-page-back"), 1.05),
        left(message!("walking-page-leg"), 1.05),
        left(message!("walking-page-settled"), 1.0),
        left(message!("walking-page-notes"), 2.2),
    ];
    let days = say_with!(
        "walking-page-days",
        [
            ("from", spelled(from).into()),
            ("to", spelled(day(DAYS - 1)).into())
        ],
    );
    let said = [days, say!("walking-page-missed")].join(" ");
    vec![Block::Paragraph(said), Block::Table(Table { columns, rows })]
}

/// Where the text of the page comes from.
pub(super) fn made(about: &About<'_>) -> String {
    let day = shown(about.today);
    match last(about) {
        Some(programme) => say_with!(
            "walking-page-made",
            [("day", day.into()), ("by", programme.plan.by.to_string().into())],
        ),
        None => say_with!("copy-made", [("day", day.into())]),
    }
}
