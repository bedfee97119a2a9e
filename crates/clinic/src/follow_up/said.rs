//! The words of follow-up: points, windows, plans and what a point calls for, the same on the screen, in the list of the
//! clinic and in letters.

use super::counted::CountedIndex;
use crate::words::points::point_words;
use crate::{
    details,
    own_rules::OwnRules,
    words::{Word, joined, message, rules::cited, say_with},
};
use chrono::NaiveDate;
use lamina_api::follow_up::FollowUpCall;
use lamina_domain::{
    Noun, PartialDate, When,
    schedule::{Plan, PointState, Span, Status, next_visit},
};
use std::collections::HashMap;
use uuid::Uuid;

/// A day as people write it.
pub(crate) fn day(day: NaiveDate) -> String {
    PartialDate::Day(day).to_string()
}

/// "31 Oct 2026 to 28 Nov 2026"; a window of one day is that day.
pub(crate) fn window(window: Span) -> String {
    if window.is_exact() {
        return day(window.from);
    }
    say_with!(
        "follow-up-window",
        [("from", day(window.from).into()), ("to", day(window.to).into())],
    )
}

/// Other treatments that are named before the rest is counted.
const NAMED: usize = 5;

/// What began in between, by its ids, in the order of time; empty where nothing did. `names` has what each is called and when it
/// was.
pub(crate) fn crossed(names: &HashMap<String, (String, When)>, ids: &[String]) -> String {
    let mut between: Vec<&(String, When)> = ids.iter().filter_map(|id| names.get(id)).collect();
    between.sort_by_key(|(_, when)| when.span());
    let named = between.iter().take(NAMED).map(|(title, when)| {
        Some(say_with!(
            "follow-up-crossed-one",
            [
                ("title", title.as_str().into()),
                ("when", when.to_string().into()),
            ],
        ))
    });
    let Some(names) = joined(named, "; ") else {
        return String::new();
    };
    match between.len().saturating_sub(NAMED) {
        0 => say_with!("follow-up-crossed", [("names", names.into())]),
        more => say_with!(
            "follow-up-crossed-more",
            [("names", names.into()), ("count", more.into())],
        ),
    }
}

/// A plan with its version and where it comes from.
pub(crate) fn source(plan: &Plan) -> String {
    say_with!(
        "follow-up-source",
        [
            ("kind", plan.kind.word().into()),
            ("version", plan.version.to_string().into()),
            ("source", plan.source.as_str().into()),
        ],
    )
}

/// What the clinic set of a plan and of the age of a baseline, each with the built-in value beside it.
fn own(plan: &Plan, rules: &OwnRules) -> Vec<String> {
    let mut own = rules.said(&format!("schedule.{}.", plan.kind.name()));
    own.extend(rules.said_of("schedule.baseline"));
    own
}

/// Adds the source of a plan and what the clinic set of it to what is named already.
pub(crate) fn cite(sources: &mut Vec<String>, plan: &Plan, rules: &OwnRules) {
    for one in std::iter::once(source(plan)).chain(own(plan, rules)) {
        if !sources.contains(&one) {
            sources.push(one);
        }
    }
}

/// Adds the rule of visits that were planned to what is named already.
pub(crate) fn cite_next_visit(sources: &mut Vec<String>) {
    sources.push(cited(&next_visit::rule()));
}

/// "6 weeks after fusion, L4-S1 (3 May 2026)".
pub(crate) fn title(one: &CountedIndex, point: &PointState) -> String {
    say_with!(
        "follow-up-title",
        [
            ("point", point_words(&point.id).into()),
            ("index", one.title.as_str().into()),
            ("when", one.told.to_string().into()),
        ],
    )
}

/// What a point of an operation or treatment calls for.
pub(crate) fn call(one: &CountedIndex, point: &PointState) -> FollowUpCall {
    let due = point.status == Status::Due;
    let (from, to) = point
        .window
        .map(|window| (day(window.from), day(window.to)))
        .unwrap_or_default();
    FollowUpCall {
        entry: one.entry,
        noun: one.noun,
        title: title(one, point),
        text: say_with!(
            match due {
                true => message!("follow-up-due"),
                false => message!("follow-up-missed"),
            },
            [("from", from.into()), ("to", to.into())],
        ),
        due,
    }
}

/// "Visit planned for 3 Nov 2026: none recorded since", as the visit `entry` of the time `when` planned it.
pub(crate) fn planned(entry: Uuid, when: &When, next: &When) -> FollowUpCall {
    let at = details::when(when, message!("shown-date-unknown"));
    FollowUpCall {
        entry,
        noun: Noun::Visit,
        title: say_with!("follow-up-visit-planned", [("when", next.to_string().into())]),
        text: say_with!("follow-up-visit-planned-at", [("when", at.into())]),
        due: false,
    }
}
