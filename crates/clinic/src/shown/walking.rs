//! Walking plans, what happened to them and the diary in words.

use super::Details;
use crate::words::{
    Word, joined, say, say_with, sentence, spelled,
    walking::{done_by, happened, quota, step, target, ticked},
};
use lamina_api::{shown::Shown, walking::minutes};
use lamina_domain::{
    fact::walking::{
        Item, Plan, Row, WalkingEvent,
        row::{PainAround, Walked, WalkingEntry},
    },
    score::Nrs,
};

/// A plan: what it starts with, what it leads to, the gate's answers.
pub(super) fn plan(plan: &Plan) -> Shown {
    let mut details = Details::default();
    details.add(&say("walking-plan-starts-with"), Some(quota(&plan.quota)));
    details.add(&say("walking-plan-target"), Some(target(&plan.target)));
    details.add(&say("walking-plan-rises"), Some(step(plan.step)));
    let bouts = plan
        .baseline
        .iter()
        .flat_map(|baseline| baseline.bouts())
        .map(|bout| {
            let key = match bout.bad_day {
                true => "walking-bout-bad-day",
                false => "walking-bout",
            };
            let parts = [
                ("minutes", minutes(bout.seconds).into()),
                ("on", spelled(bout.on).into()),
            ];
            Some(say_with(key, parts))
        });
    let bouts = joined(bouts, "; ").unwrap_or_else(|| say("walking-plan-baseline-none"));
    details.add(&say("walking-plan-baseline"), Some(bouts));
    let cautions = plan.cautions.iter().map(|one| Some(one.word()));
    details.add(&say("walking-plan-cautions"), joined(cautions, " "));
    details.text(&say("walking-plan-precautions"), &plan.precautions);
    for item in Item::ALL {
        if let Some(answer) = plan.answers.iter().find(|one| one.item == item) {
            let by = answer.by.as_ref().map(ToString::to_string);
            let said = joined([Some(answer.reply.word()), by, Some(spelled(answer.on))], ", ");
            details.add(&sentence(&item.word()), said);
        }
    }
    details.text(&say("shown-note"), &plan.note);
    Shown {
        when: spelled(plan.prescribed_on),
        title: say_with("walking-plan-title", [("by", plan.by.to_string().into())]),
        details: details.0,
    }
}

/// Something that happened to a plan.
pub(super) fn event(event: &WalkingEvent) -> Shown {
    let mut details = Details::default();
    details.add(&say("shown-by"), Some(done_by(event)));
    details.text(&say("walking-row-reason"), &event.reason);
    Shown {
        when: spelled(event.on),
        title: happened(&event.what),
        details: details.0,
    }
}

/// A line of the diary in one line; with the number of the bout where the day has several.
pub(crate) fn in_the_diary(row: &Row, numbered: bool) -> String {
    let number = row
        .number()
        .map(|number| number.get().to_string())
        .unwrap_or_default();
    let (key, value) = match &row.entry {
        WalkingEntry::Walked { bout, .. } => {
            let length = minutes(bout.seconds.get().into());
            let key = if numbered {
                "walking-row-walked-number"
            } else {
                "walking-row-walked"
            };
            let text = say_with(key, [("minutes", length.into()), ("number", number.into())]);
            return joined(
                [
                    Some(text),
                    rise("walking-row-back", &bout.back),
                    rise("walking-row-leg", &bout.leg),
                    ticked(&bout.symptoms),
                ],
                ", ",
            )
            .unwrap_or_default();
        }
        WalkingEntry::Missed { reason, symptoms, .. } => {
            let why = joined([Some(reason.to_string()), ticked(symptoms)], "; ");
            let key = if numbered {
                "walking-row-missed-number"
            } else {
                "walking-row-missed"
            };
            (key, why.unwrap_or_default())
        }
        WalkingEntry::Rest { symptoms } => {
            return joined([Some(say("walking-row-rest")), ticked(symptoms)], ", ").unwrap_or_default();
        }
    };
    say_with(key, [("reason", value.into()), ("number", number.into())])
}

fn rise(site: &str, around: &PainAround) -> Option<String> {
    let rating = |nrs: Nrs| nrs.rating().to_string();
    let (key, before, after) = match (around.before, around.after) {
        (None, None) => return None,
        (Some(before), Some(after)) => ("walking-row-pain", rating(before), rating(after)),
        (Some(before), None) => ("walking-row-pain-before", rating(before), String::new()),
        (None, Some(after)) => ("walking-row-pain-after", String::new(), rating(after)),
    };
    Some(say_with(
        key,
        [
            ("site", say(site).into()),
            ("before", before.into()),
            ("after", after.into()),
        ],
    ))
}

/// A line of the diary with everything it says.
pub(super) fn row(row: &Row) -> Shown {
    let mut details = Details::default();
    match &row.entry {
        WalkingEntry::Walked { bout, .. } => walked(bout, &mut details),
        WalkingEntry::Missed { symptoms, .. } | WalkingEntry::Rest { symptoms } => {
            details.add(&say("walking-row-symptoms"), ticked(symptoms));
        }
    }
    details.text(&say("shown-note"), &row.note);
    details.told_by(row.told_by);
    let title = match &row.entry {
        WalkingEntry::Walked { bout, .. } => say_with(
            "walking-row-walked-number",
            [
                ("minutes", minutes(bout.seconds.get().into()).into()),
                (
                    "number",
                    row.number()
                        .map(|number| number.get().to_string())
                        .unwrap_or_default()
                        .into(),
                ),
            ],
        ),
        _ => in_the_diary(row, true),
    };
    Shown {
        when: spelled(row.on),
        title: sentence(&title),
        details: details.0,
    }
}

fn walked(bout: &Walked, details: &mut Details) {
    let start = bout.start.map(|at| at.format("%H:%M").to_string());
    details.add(&say("walking-row-start"), start);
    details.add(&say("walking-row-back-pain"), ratings(&bout.back));
    details.add(&say("walking-row-leg-pain"), ratings(&bout.leg));
    let settled = bout.settled.map(|settled| match settled {
        true => say("walking-row-settled-yes"),
        false => say("walking-row-settled-no"),
    });
    details.add(&say("walking-row-settled"), settled);
    details.add(&say("walking-row-symptoms"), ticked(&bout.symptoms));
    details.add(
        &say("walking-row-metres"),
        bout.metres.map(|count| count.to_string()),
    );
    details.add(
        &say("walking-row-steps"),
        bout.steps.map(|count| count.to_string()),
    );
    details.text(&say("walking-row-surface"), &bout.surface);
    details.add(
        &say("walking-row-exertion"),
        bout.exertion.map(|felt| felt.to_string()),
    );
    details.text(&say("walking-row-aid"), &bout.aid);
    details.text(&say("walking-row-mood"), &bout.mood);
}

fn ratings(around: &PainAround) -> Option<String> {
    if *around == PainAround::default() {
        return None;
    }
    let rating =
        |nrs: Option<Nrs>| nrs.map_or_else(|| say("walking-row-no-rating"), |nrs| nrs.rating().to_string());
    Some(say_with(
        "walking-row-ratings",
        [
            ("before", rating(around.before).into()),
            ("after", rating(around.after).into()),
            ("morning", rating(around.next_morning).into()),
        ],
    ))
}
