//! Walking plans, what happened to them and the diary as columns: minutes are seconds of a bout, pain is 0 to 10.

use super::{code, when};
use lamina_domain::{
    PartialDate, Text, When,
    fact::walking::{
        Plan, Quota, Row, WalkingEvent, WalkingHappened,
        row::{PainAround, Walked, WalkingEntry},
    },
    score::Nrs,
};
use lamina_store::Cell;

type Cells = Vec<(&'static str, Cell)>;

fn on(day: chrono::NaiveDate) -> Cells {
    when(&When::date(PartialDate::Day(day)))
}

fn text(value: &Option<Text>) -> Cell {
    value.as_ref().map(ToString::to_string).into()
}

fn quota(quota: &Quota) -> Cells {
    vec![
        ("bout_seconds", Cell::Int(quota.seconds.get().into())),
        ("bouts_a_day", Cell::Int(quota.bouts_a_day.get().into())),
        ("days_a_week", Cell::Int(quota.days_a_week.get().into())),
        ("pace", code(serde_json::to_value(quota.pace))),
    ]
}

pub(super) fn plan(plan: &Plan) -> Cells {
    let mut cells = on(plan.prescribed_on);
    cells.push(("prescribed_by", Cell::Text(plan.by.to_string())));
    cells.extend(quota(&plan.quota));
    cells.push(("target_minutes", Cell::Int(plan.target.minutes.get().into())));
    cells.push(("target_days", Cell::Int(plan.target.days.get().into())));
    cells
}

pub(super) fn event(event: &WalkingEvent) -> Cells {
    let mut cells = on(event.on);
    let what = match &event.what {
        WalkingHappened::Started => "started",
        WalkingHappened::Paused { symptoms } => {
            cells.push(("symptoms", code(serde_json::to_value(symptoms))));
            "paused"
        }
        WalkingHappened::Reopened => "reopened",
        WalkingHappened::Quota { quota: changed } => {
            cells.extend(quota(changed));
            "quota"
        }
        WalkingHappened::Ended => "ended",
    };
    cells.push(("what", Cell::from(what)));
    cells.push(("done_by", Cell::Text(event.by.to_string())));
    cells.push(("why", text(&event.reason)));
    cells
}

pub(super) fn row(row: &Row) -> Cells {
    let mut cells = on(row.on);
    let entry = match &row.entry {
        WalkingEntry::Walked { bout, .. } => {
            cells.extend(walked(bout));
            "walked"
        }
        WalkingEntry::Missed { reason, symptoms, .. } => {
            cells.push(("missed_why", Cell::Text(reason.to_string())));
            cells.push(("symptoms", code(serde_json::to_value(symptoms))));
            "missed"
        }
        WalkingEntry::Rest { symptoms } => {
            cells.push(("symptoms", code(serde_json::to_value(symptoms))));
            "rest"
        }
    };
    cells.push(("entry", Cell::from(entry)));
    cells.extend(
        row.number()
            .map(|number| ("bout", Cell::Int(number.get().into()))),
    );
    cells
}

fn walked(bout: &Walked) -> Cells {
    let number = |value: Option<u32>| value.map(i64::from).into();
    let mut cells = vec![
        (
            "started_at",
            bout.start.map(|start| start.format("%H:%M").to_string()).into(),
        ),
        ("seconds", Cell::Int(bout.seconds.get().into())),
        ("metres", number(bout.metres)),
        ("steps", number(bout.steps)),
        ("surface", text(&bout.surface)),
        ("exertion", bout.exertion.map(|felt| i64::from(felt.get())).into()),
        ("settled", bout.settled.into()),
        ("symptoms", code(serde_json::to_value(&bout.symptoms))),
        ("aid", text(&bout.aid)),
        ("mood", text(&bout.mood)),
    ];
    let names = [
        (["back_before", "back_after", "back_next_morning"], &bout.back),
        (["leg_before", "leg_after", "leg_next_morning"], &bout.leg),
    ];
    for (
        columns,
        PainAround {
            before,
            after,
            next_morning,
        },
    ) in names
    {
        for (column, rating) in columns.into_iter().zip([before, after, next_morning]) {
            cells.push((column, rating.map(|nrs: Nrs| i64::from(nrs.rating())).into()));
        }
    }
    cells
}
