//! The walking programme in words: quota, week, status, proposal, events. Screen and print share them.

use crate::words::{Word, joined, name_and_role, say, say_with, spelled};
use chrono::{Datelike, Days, NaiveDate};
use lamina_api::walking::minutes;
use lamina_domain::{
    fact::walking::{DiarySymptom, Happening, ItemAnswer, ItemReply, Pace, Quota, Step, Target, What},
    walking::{Advice, Colour, PlanStatus, Programme, Proposal, Settings, Start, Week},
};

/// "12 min twice a day, 4 days a week, easy pace".
pub(crate) fn quota(quota: &Quota) -> String {
    say_with(
        "walking-quota",
        [
            ("minutes", minutes(quota.seconds.get().into()).into()),
            ("bouts", quota.bouts_a_day.get().into()),
            ("days", quota.days_a_week.get().into()),
            ("pace", pace(quota.pace).into()),
        ],
    )
}

fn pace(pace: Pace) -> String {
    say(match pace {
        Pace::Easy => "walking-pace-easy",
        Pace::Comfortable => "walking-pace-comfortable",
        Pace::Brisk => "walking-pace-brisk",
    })
}

/// What rises when a week went well.
pub(crate) fn step(step: Step) -> String {
    say(match step {
        Step::Duration => "walking-step-duration",
        Step::Frequency => "walking-step-frequency",
        Step::Pace => "walking-step-pace",
    })
}

/// "30 min a day, 5 days a week (150 min a week)".
pub(crate) fn target(target: &Target) -> String {
    say_with(
        "walking-target",
        [
            ("minutes", target.minutes.to_string().into()),
            ("days", target.days.get().into()),
            ("week", target.week_minutes().to_string().into()),
        ],
    )
}

pub(crate) fn reply(reply: ItemReply) -> String {
    say(match reply {
        ItemReply::Yes => "walking-reply-yes",
        ItemReply::No => "walking-reply-no",
        ItemReply::DoesNotApply => "walking-reply-does-not-apply",
        ItemReply::Unknown => "walking-reply-unknown",
        ItemReply::Declined => "walking-reply-declined",
        ItemReply::NotAsked => "walking-reply-not-asked",
    })
}

/// An answer of the gate with its day and who said it.
pub(crate) fn said(answer: &ItemAnswer) -> String {
    let parts = [
        ("reply", reply(answer.reply).into()),
        ("on", spelled(answer.on).into()),
    ];
    match &answer.by {
        None => say_with("walking-reply-said", parts),
        Some(by) => {
            let [reply, on] = parts;
            say_with(
                "walking-reply-said-by",
                [reply, on, ("by", by.to_string().into())],
            )
        }
    }
}

pub(crate) fn start(start: &Start, settings: &Settings) -> String {
    match (start.by_share, start.by_middle) {
        (Some(share), Some(middle)) => say_with(
            "walking-start-with-baseline",
            [
                ("percent", settings.start_percent.to_string().into()),
                ("share", share.to_string().into()),
                ("middle", middle.to_string().into()),
            ],
        ),
        _ => say_with(
            "walking-start-without-baseline",
            [("minutes", start.without_baseline.to_string().into())],
        ),
    }
}

/// Where a plan stands, in a sentence.
pub(crate) fn status(programme: &Programme<'_>, today: NaiveDate) -> String {
    let on = |key: &str, day: NaiveDate| say_with(key, [("on", spelled(day).into())]);
    match programme.status() {
        PlanStatus::NotStarted => on("walking-status-not-started", programme.plan.prescribed_on),
        PlanStatus::Active => match programme.first_day() {
            Some(first) if first > today => on("walking-status-starts", first),
            Some(first) => on("walking-status-active", first),
            None => String::new(),
        },
        PlanStatus::Paused { reason, .. } => {
            let since = programme.pauses().last().map(|pause| pause.from).unwrap_or(today);
            match reason {
                Some(reason) => say_with(
                    "walking-status-paused",
                    [
                        ("on", spelled(since).into()),
                        (
                            "reason",
                            reason.to_string().trim_end_matches('.').to_owned().into(),
                        ),
                    ],
                ),
                None => on("walking-status-paused-no-reason", since),
            }
        }
        PlanStatus::Ended => on("walking-status-ended", programme.ended_on().unwrap_or(today)),
    }
}

pub(crate) fn colour(colour: Colour) -> String {
    say(match colour {
        Colour::NoData => "walking-colour-no-data",
        Colour::Green => "walking-colour-green",
        Colour::Amber => "walking-colour-amber",
        Colour::Red => "walking-colour-red",
    })
}

/// "2 to 8 Nov 2026", "30 Nov to 6 Dec 2026".
pub(crate) fn week_title(first: NaiveDate) -> String {
    let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
    let start = if first.year() != last.year() {
        spelled(first)
    } else if first.month() != last.month() {
        first.format("%-d %b").to_string()
    } else {
        first.day().to_string()
    };
    say_with(
        "walking-week-title",
        [("from", start.into()), ("to", spelled(last).into())],
    )
}

/// "24 min walked, 20 planned; the target is 150 a week".
pub(crate) fn week_minutes(programme: &Programme<'_>, week: &Week) -> String {
    say_with(
        "walking-week-minutes",
        [
            ("walked", minutes(week.walked_seconds).into()),
            ("planned", minutes(programme.planned_seconds(week.first)).into()),
            ("target", programme.plan.target.week_minutes().to_string().into()),
        ],
    )
}

pub(crate) fn advice(proposal: &Proposal) -> String {
    let key = match proposal.advice {
        Advice::Raise => "walking-advice-raise",
        Advice::Maintain => "walking-advice-maintain",
        Advice::Hold => "walking-advice-hold",
        Advice::Cut => "walking-advice-cut",
        Advice::Review => return say("walking-advice-review"),
        Advice::Pause => return say("walking-advice-pause"),
    };
    say_with(key, [("quota", quota(&proposal.quota).into())])
}

/// What was ticked, in one line; nothing where nothing was.
pub(crate) fn ticked<'a>(symptoms: impl IntoIterator<Item = &'a DiarySymptom>) -> Option<String> {
    joined(symptoms.into_iter().map(|one| Some(one.words().to_owned())), ", ")
}

/// What happened, in one line.
pub(crate) fn happened(what: &What) -> String {
    match what {
        What::Started => say("walking-event-started"),
        What::Paused { symptoms } => match ticked(symptoms) {
            Some(symptoms) => say_with("walking-event-paused-by", [("symptoms", symptoms.into())]),
            None => say("walking-event-paused"),
        },
        What::Reopened => say("walking-event-reopened"),
        What::Quota { quota: changed } => say_with("walking-event-quota", [("quota", quota(changed).into())]),
        What::Ended => say("walking-event-ended"),
    }
}

/// Who did it, with their role where a person did.
pub(crate) fn done_by(happening: &Happening) -> String {
    let role = match &happening.role_words {
        Some(words) => Some(words.to_string()),
        None => happening.role.map(|role| role.word()),
    };
    match role {
        Some(role) => name_and_role(happening.by.as_str(), &role),
        None => happening.by.to_string(),
    }
}

/// A plan that is over, in one line.
pub(crate) fn in_short(programme: &Programme<'_>) -> String {
    let from = programme.first_day().unwrap_or(programme.plan.prescribed_on);
    let first = quota(&programme.plan.quota);
    match programme.ended_on() {
        Some(ended) => say_with(
            "walking-earlier",
            [
                ("from", spelled(from).into()),
                ("to", spelled(ended).into()),
                ("first", first.into()),
                ("last", quota(&programme.quota_on(ended)).into()),
            ],
        ),
        None => say_with(
            "walking-earlier-open",
            [("from", spelled(from).into()), ("first", first.into())],
        ),
    }
}
