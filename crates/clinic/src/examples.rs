//! Record files in the making and everything that Lamina says of them, for the tests that show that every rule and every
//! limit is heard.

use crate::{
    before_after::before_after,
    facts::Facts,
    follow_up::{called_for, schedule_of},
    gates::{self, gate},
    letter::{Request, letter_text},
    medicines::medicines,
    overview,
    own_rules::OwnRules,
    record::{Document, Record},
    rules::factors,
    spine,
    walking::walking,
};
use chrono::NaiveDate;
use lamina_api::medicine::OpioidTable;
use lamina_charts::Palette;
use lamina_domain::{
    gate::bleeding,
    instrument::{Algorithm, Instrument, Item},
};
use serde_json::{Value, json};

/// The day on which everything is read.
pub(crate) fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

/// The record of somebody born in 1980 with these lists; `patient` and `background` may be among them.
pub(crate) fn record(lists: &Value) -> Record {
    let mut one = json!({"patient": {"family": "Sample", "born": "1980"}});
    for (name, list) in lists.as_object().unwrap() {
        one[name] = list.clone();
    }
    let document = json!({"format": "lamina-record", "version": 1, "patients": [one]});
    let read = Document::read(document.to_string().as_bytes(), today());
    read.unwrap_or_else(|refused| panic!("{refused:?}: {document}"))
        .patients
        .remove(0)
}

/// The letter by these rules.
pub(crate) fn letter(record: &Record, rules: &OwnRules) -> String {
    let request = Request {
        rules: rules.clone(),
        ..Request::default()
    };
    letter_text(record, &request, today())
}

/// Everything that the window and the letter say of a record, beside its red flags.
pub(crate) fn said(record: &Record, rules: &OwnRules, table: OpioidTable) -> String {
    let request = Request {
        rules: rules.clone(),
        opioid_table: table,
        ..Request::default()
    };
    let facts = Facts::of(record.clone(), rules.clone());
    let mut all = vec![letter_text(record, &request, today())];
    let told = medicines(record, today(), factors(table.name()).unwrap()).told();
    all.push(format!("{told:#?}"));
    let interventions = bleeding::interventions().unwrap();
    let wanted = interventions.iter().map(|one| one.id.as_str());
    for id in wanted.chain([gates::MRI]) {
        let view = gate(record, id, today(), true);
        let lines = [view.lines, view.missing, view.checks, view.counts].concat();
        all.push(format!("{id}: {} {}", view.headline, lines.join("\n")));
    }
    let walking = walking(&facts, today());
    all.push(format!(
        "{:#?} {:#?} {:#?}",
        walking.plan, walking.earlier, walking.care
    ));
    let follow_up = called_for(&facts, today());
    all.push(format!("{:#?}", follow_up.calls));
    for one in follow_up.indices {
        let schedule = schedule_of(&facts, one.entry, today()).unwrap();
        let visits = schedule.points.iter().filter_map(|point| point.visit.as_ref());
        all.extend(visits.map(|visit| format!("Covered: {}", visit.covered.join(", "))));
        all.push(format!(
            "{:#?} {:#?} {:#?}",
            schedule.baseline, schedule.points, schedule.others
        ));
    }
    for one in overview::ladder(&facts.record, today()).tried {
        all.push(format!("{:?}: {} {:?}", one.rung, one.name, one.effect));
    }
    for one in before_after(&facts, today()).rows {
        all.push(format!("{} {:?} {}", one.title, one.measures, one.meanwhile));
    }
    all.extend(overview::missing(record, today()).into_iter().map(|gap| gap.text));
    let spine = spine::view(&facts.record, today(), (340, 460), &Palette::LIGHT).unwrap();
    all.push(format!("{} {:#?}", spine.summary, spine.hints));
    all.join("\n")
}

/// A score of an instrument as a total, where it has one.
pub(crate) fn total(one: &Instrument, when: &str, value: f64) -> Value {
    match one.id.as_str() {
        "nrs" => {
            // A rating is a whole number.
            let value: u8 = format!("{value:.0}").parse().unwrap();
            json!({"when": when, "measure": "nrs", "site": "back", "kind": "average", "period": "7 days", "value": value})
        }
        "odi" => json!({"when": when, "measure": "odi", "version": "2.1a", "value": value}),
        id => {
            let mut score = json!({"when": when, "measure": "instrument", "instrument": id, "total": value});
            name_edition(one, &mut score);
            score
        }
    }
}

/// Names the edition of an instrument whose scores are nothing without it.
fn name_edition(one: &Instrument, score: &mut Value) {
    if one.named_edition {
        score["edition"] = json!(one.editions.first());
    }
}

/// How one question is answered while the others have their lowest answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Last {
    Lowest,
    Next,
    Blank,
}

/// A score of an instrument from its answers.
pub(crate) fn answered(one: &Instrument, last: Last) -> Value {
    let counts = |item: &Item| item.counted && item.counts_from.is_none();
    let place = one.items.iter().rposition(counts).unwrap();
    let answer = |(at, item): (usize, &Item)| match last {
        Last::Blank if at == place => Value::Null,
        _ if one.algorithm == Algorithm::Label => {
            let mut keys = one.answers.iter().filter_map(|answer| answer.key.clone());
            json!(keys.nth(usize::from(last == Last::Next)))
        }
        Last::Next if at == place => json!(item.allowed.get(1).copied().unwrap_or(item.min + 1.0)),
        _ => json!(item.min),
    };
    let answers: Vec<Value> = one.items.iter().enumerate().map(answer).collect();
    let mut score = json!({
        "when": "4 Nov 2026", "measure": "instrument", "instrument": one.id, "answers": answers, "confirmed": true,
        "capture": if matches!(one.algorithm, Algorithm::Ticks { .. }) { "yes_no" } else { "ticks" }
    });
    name_edition(one, &mut score);
    if one.algorithm == Algorithm::Activities {
        let activities: Vec<String> = (1..=one.items.len())
            .map(|number| format!("activity {number}"))
            .collect();
        score["activities"] = json!(activities);
    }
    score
}

/// A medicine that is taken, one tablet at a time.
pub(crate) fn drug(name: &str, strength: &str, frequency: &str) -> Value {
    json!({"kind": "drug", "name": name, "started": "2 Nov 2026", "status": "running", "medicine": {
        "ingredients": [{"name": name, "strength": strength}], "form": "tablet", "route": "oral",
        "dose": "1 tablet", "frequency": frequency
    }})
}

/// The answers before the start of a walking plan that leave nothing open, given by somebody.
pub(crate) fn cleared(by: &str) -> Value {
    [
        "medical_clearance",
        "restrictions",
        "fracture_excluded",
        "red_flags_explained",
        "shoes_and_ground",
        "falls_and_aid",
        "heart",
    ]
    .map(|item| json!({"item": item, "reply": "yes", "on": "2026-11-01", "by": by}))
    .into_iter()
    .collect()
}

/// A walking plan of `minutes` a bout on five days a week from 2 November 2026, with the days of its diary.
pub(crate) fn programme(minutes: u32, baseline: Option<[u32; 3]>, rows: &[Value]) -> Value {
    let mut plan = json!({
        "prescribed_on": "2026-11-01", "by": "Physio Example", "answers": cleared("Dr Example"), "at": "2026-11-01T10:00:00Z",
        "quota": {"seconds": minutes * 60, "bouts_a_day": 1, "days_a_week": 5},
        "target": {"minutes": 30, "days": 5}
    });
    if let Some(bouts) = baseline {
        let bouts = bouts.iter().zip(1..).map(
            |(minutes, day)| json!({"on": format!("2026-10-{day:02}"), "seconds": minutes * 60, "bad_day": day == 3}),
        );
        plan["baseline"] = json!({"bouts": bouts.collect::<Vec<_>>()});
    }
    json!({
        "walking_plans": [plan],
        "walking_events": [{
            "on": "2026-11-02", "what": {"is": "started"}, "by": "Dr Example", "role": "clinician",
            "at": "2026-11-02T08:00:00Z"
        }],
        "walking_rows": rows
    })
}

/// A bout of so many seconds with pain before and after it, on a day of November 2026.
pub(crate) fn walked(on: u32, seconds: u32, before: u8, after: u8) -> Value {
    json!({"on": format!("2026-11-{on:02}"), "entry": {"is": "walked", "number": 1, "bout": {
        "seconds": seconds, "settled": true, "back": {"before": before, "after": after}
    }}})
}

/// A bout that was missed on a day of November 2026.
pub(crate) fn missed(on: u32) -> Value {
    json!({"on": format!("2026-11-{on:02}"), "entry": {"is": "missed", "number": 1, "reason": "storm"}})
}

/// Five bouts of the week that began on `first`.
pub(crate) fn week(first: u32, seconds: u32, before: u8, after: u8) -> Vec<Value> {
    (first..first + 5)
        .map(|on| walked(on, seconds, before, after))
        .collect()
}
