//! The walking programme in words: quota, week, status, proposal, events. Screen and print share them.

use crate::words::{Word, joined, message, name_and_role, say, say_with, say_within, spelled, taking, words};
use chrono::{Datelike, Days, NaiveDate};
use lamina_api::noun::walking::minutes;
use lamina_domain::{
    Reply,
    fact::walking::{
        Caution, DiarySymptom, Item, ItemAnswer, Pace, Quota, Row, Step, Surface, SurfaceKind, Target,
        WalkingEvent, WalkingHappened, row::WalkedBout,
    },
    walking::{
        Adherence, Advice, Because, Cause, Clearance, Colour, PainSite, PlanStatus, Programme, Proposal,
        Reason, Settings, Start, Week,
    },
};

impl Word for Item {
    /// The statement that has to be true.
    fn word(&self) -> String {
        say_within(match self {
            Item::MedicalClearance => message!("walk-ask-medical_clearance"),
            Item::Restrictions => message!("walk-ask-restrictions"),
            Item::FractureExcluded => message!("walk-ask-fracture_excluded"),
            Item::RedFlagsExplained => message!("walk-ask-red_flags_explained"),
            Item::ShoesAndGround => message!("walk-ask-shoes_and_ground"),
            Item::FallsAndAid => message!("walk-ask-falls_and_aid"),
            Item::Heart => message!("walk-ask-heart"),
        })
    }
}

impl Word for DiarySymptom {
    fn word(&self) -> String {
        say_within(match self {
            DiarySymptom::NewNumbness => message!("walk-symptom-new_numbness"),
            DiarySymptom::NewWeakness => message!("walk-symptom-new_weakness"),
            DiarySymptom::BladderOrBowel => message!("walk-symptom-bladder_or_bowel"),
            DiarySymptom::ChestPain => message!("walk-symptom-chest_pain"),
            DiarySymptom::Fall => message!("walk-symptom-fall"),
            DiarySymptom::SuddenSeverePain => message!("walk-symptom-sudden_severe_pain"),
            DiarySymptom::LegPainFurtherDown => message!("walk-symptom-leg_pain_further_down"),
            DiarySymptom::LegPainFurtherUp => message!("walk-symptom-leg_pain_further_up"),
        })
    }
}

impl Word for Caution {
    /// What to consider, in a sentence.
    fn word(&self) -> String {
        say!(match self {
            Caution::SevereSciatica => message!("walk-caution-severe_sciatica"),
            Caution::Claudication => message!("walk-caution-claudication"),
            Caution::Herniation => message!("walk-caution-herniation"),
            Caution::Degeneration => message!("walk-caution-degeneration"),
            Caution::Arthritis => message!("walk-caution-arthritis"),
            Caution::Inflammatory => message!("walk-caution-inflammatory"),
            Caution::Osteoporosis => message!("walk-caution-osteoporosis"),
            Caution::RecentFusion => message!("walk-caution-recent_fusion"),
            Caution::Ground => message!("walk-caution-ground"),
        })
    }
}

words! {
    SurfaceKind {
        OutdoorsLevel => "value-surface-outdoors_level",
        OutdoorsUneven => "value-surface-outdoors_uneven",
        Treadmill => "value-surface-treadmill",
        Track => "value-surface-track",
        Indoors => "value-surface-indoors",
        Water => "value-surface-water",
        Stairs => "value-surface-stairs",
    }
}

/// The ground of a bout: "treadmill, incline of 2 %".
pub(crate) fn surface(surface: &Surface) -> String {
    let kind = surface.kind.map(|kind| kind.word());
    let words = surface.words.as_ref().map(ToString::to_string);
    joined([kind, words], ", ").unwrap_or_default()
}

/// "800 m, 1200 steps"; nothing where neither is known.
pub(crate) fn distance(metres: Option<u32>, steps: Option<u32>) -> Option<String> {
    let metres = metres.map(|metres| say_with!("walking-metres", [("count", metres.to_string().into())]));
    let steps = steps.map(|steps| say_with!("walking-steps", [("count", steps.to_string().into())]));
    joined([metres, steps], ", ")
}

/// How far somebody walked on these days, and on what ground: "1600 m in 2 of 3 bouts; treadmill". What is known of some bouts
/// alone says of how many.
pub(crate) fn covered<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Option<String> {
    let walked: Vec<&WalkedBout> = rows.into_iter().filter_map(Row::walked).collect();
    let sum = |of: fn(&WalkedBout) -> Option<u32>, word: fn(u32) -> Option<String>| {
        let known: Vec<u32> = walked.iter().filter_map(|bout| of(bout)).collect();
        let total = word(known.iter().sum()).filter(|_| !known.is_empty())?;
        Some(match known.len() == walked.len() {
            true => total,
            false => say_with!(
                "walking-known-of",
                [
                    ("total", total.into()),
                    ("count", known.len().into()),
                    ("all", walked.len().into()),
                ],
            ),
        })
    };
    let metres = sum(|bout| bout.metres, |total| distance(Some(total), None));
    let steps = sum(|bout| bout.steps, |total| distance(None, Some(total)));
    let mut grounds: Vec<String> = Vec::new();
    for one in walked.iter().filter_map(|bout| bout.surface.as_ref()) {
        let word = surface(one);
        if !grounds.contains(&word) {
            grounds.push(word);
        }
    }
    let grounds = joined(grounds.into_iter().map(Some), "; ");
    joined([metres, steps, grounds], "; ")
}

/// Who cleared walking and when: "Cleared for walking by Dr Lind, 9 Nov 2026". Nothing where nobody did, or the last answer is
/// another.
pub(crate) fn cleared(answers: &[ItemAnswer]) -> Option<String> {
    let asked = answers.iter().filter(|one| one.item == Item::MedicalClearance);
    let last = asked.max_by_key(|one| one.on)?;
    let by = last.by.as_ref().filter(|_| last.reply == Reply::Yes)?;
    Some(say_with!(
        "letter-walking-cleared",
        [("by", by.to_string().into()), ("on", spelled(last.on).into())],
    ))
}

/// What was changed of a plan, by whom and why: "9 Nov 2026: Paused (Dr Okafor, pain consultant): fell at home". Nothing of what
/// has no reason.
pub(crate) fn change(event: &WalkingEvent) -> Option<String> {
    let reason = event.reason.as_ref()?;
    Some(say_with!(
        "letter-walking-change",
        [
            ("on", spelled(event.on).into()),
            ("what", happened(&event.what).into()),
            ("by", done_by(event).into()),
            ("reason", reason.to_string().into()),
        ],
    ))
}

/// What keeps a plan from its start, or that nothing does.
pub(crate) fn clearance(clearance: &Clearance) -> String {
    let line = |id: taking!["items"], items: &[Item]| {
        let items = joined(items.iter().map(|item| Some(item.word())), "; ")?;
        Some(say_with!(id, [("items", items.into())]))
    };
    let flags = (!clearance.flags.is_empty()).then(|| say!("walking-clearance-flag"));
    let lines = [
        flags,
        line(message!("walking-clearance-against"), &clearance.against),
        line(message!("walking-clearance-open"), &clearance.open),
    ];
    joined(lines, " ").unwrap_or_else(|| say!("walking-clearance-given"))
}

/// "12 min twice a day, 4 days a week, easy pace".
pub(crate) fn quota(quota: &Quota) -> String {
    say_with!(
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
    say!(match pace {
        Pace::Easy => message!("walking-pace-easy"),
        Pace::Comfortable => message!("walking-pace-comfortable"),
        Pace::Brisk => message!("walking-pace-brisk"),
    })
}

/// What rises when a week went well.
pub(crate) fn step(step: Step) -> String {
    say!(match step {
        Step::Duration => message!("walking-step-duration"),
        Step::Frequency => message!("walking-step-frequency"),
        Step::Pace => message!("walking-step-pace"),
    })
}

/// "30 min a day, 5 days a week (150 min a week)".
pub(crate) fn target(target: &Target) -> String {
    say_with!(
        "walking-target",
        [
            ("minutes", target.minutes.to_string().into()),
            ("days", target.days.get().into()),
            ("week", target.week_minutes().to_string().into()),
        ],
    )
}

/// An answer of the clearance with its day and who said it.
pub(crate) fn said(answer: &ItemAnswer) -> String {
    let (reply, on) = (answer.reply.word(), spelled(answer.on));
    match &answer.by {
        None => say_with!("walking-reply-said", [("reply", reply.into()), ("on", on.into())]),
        Some(by) => say_with!(
            "walking-reply-said-by",
            [
                ("reply", reply.into()),
                ("on", on.into()),
                ("by", by.to_string().into()),
            ],
        ),
    }
}

pub(crate) fn start(start: &Start, settings: &Settings) -> String {
    match (start.by_share, start.by_middle) {
        (Some(share), Some(middle)) => say_with!(
            "walking-start-with-baseline",
            [
                ("percent", settings.start_percent.to_string().into()),
                ("share", share.to_string().into()),
                ("middle", middle.to_string().into()),
            ],
        ),
        _ => say_with!(
            "walking-start-without-baseline",
            [("minutes", start.without_baseline.to_string().into())],
        ),
    }
}

/// Where a plan stands, in a sentence.
pub(crate) fn status(programme: &Programme<'_>, today: NaiveDate) -> String {
    let on = |key: taking!["on"], day: NaiveDate| say_with!(key, [("on", spelled(day).into())]);
    match programme.status() {
        PlanStatus::NotStarted => on(
            message!("walking-status-not-started"),
            programme.plan.prescribed_on,
        ),
        PlanStatus::Active => match programme.first_day() {
            Some(first) if first > today => on(message!("walking-status-starts"), first),
            Some(first) => on(message!("walking-status-active"), first),
            None => String::new(),
        },
        PlanStatus::Paused { reason, .. } => {
            let since = programme.pauses().last().map(|pause| pause.from).unwrap_or(today);
            match reason {
                Some(reason) => say_with!(
                    "walking-status-paused",
                    [
                        ("on", spelled(since).into()),
                        (
                            "reason",
                            reason.to_string().trim_end_matches('.').to_owned().into(),
                        ),
                    ],
                ),
                None => on(message!("walking-status-paused-no-reason"), since),
            }
        }
        PlanStatus::Ended => on(
            message!("walking-status-ended"),
            programme.ended_on().unwrap_or(today),
        ),
    }
}

pub(crate) fn colour(colour: Colour) -> String {
    say!(match colour {
        Colour::NoData => message!("walking-colour-no-data"),
        Colour::Green => message!("walking-colour-green"),
        Colour::Amber => message!("walking-colour-amber"),
        Colour::Red => message!("walking-colour-red"),
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
    say_with!(
        "walking-week-title",
        [("from", start.into()), ("to", spelled(last).into())],
    )
}

/// "24 min walked, 20 planned; the target is 150 a week".
pub(crate) fn week_minutes(programme: &Programme<'_>, week: &Week) -> String {
    say_with!(
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
        Advice::Raise => message!("walking-advice-raise"),
        Advice::Maintain => message!("walking-advice-maintain"),
        Advice::Hold => message!("walking-advice-hold"),
        Advice::Cut => message!("walking-advice-cut"),
        Advice::Review => return say!("walking-advice-review"),
        Advice::Pause => return say!("walking-advice-pause"),
    };
    say_with!(key, [("quota", quota(&proposal.quota).into())])
}

/// "3 of 4 (75 %)"; more than planned is shown as "100+ %". Days without an entry are named.
pub(crate) fn adherence(of: Adherence) -> String {
    let Some(percent) = (of.completed * 100).checked_div(of.planned) else {
        return say!("walking-adherence-none");
    };
    let bouts = match percent > 100 {
        true => say_with!(
            "walking-adherence-more",
            [("completed", of.completed.into()), ("planned", of.planned.into()),],
        ),
        false => say_with!(
            "walking-adherence",
            [
                ("completed", of.completed.into()),
                ("planned", of.planned.into()),
                ("percent", percent.into()),
            ],
        ),
    };
    match of.days_without_row {
        0 => bouts,
        days => say_with!(
            "walking-adherence-open",
            [("bouts", bouts.into()), ("days", days.into())],
        ),
    }
}

/// What coloured a week, with its day: "back pain rose from 3 to 6 (4 Nov 2026)".
pub(crate) fn reason(reason: &Reason) -> String {
    let cause = match &reason.cause {
        Cause::Flag(wording) => say_with!("walking-cause-flag", [("wording", wording.clone().into())]),
        Cause::Symptom(symptom) => symptom.word(),
        Cause::PainRose { site, before, after } => {
            let id = match site {
                PainSite::Back => message!("walking-cause-back"),
                PainSite::Leg => message!("walking-cause-leg"),
            };
            say_with!(id, [("before", (*before).into()), ("after", (*after).into())])
        }
        Cause::NotSettled => say!("walking-cause-not-settled"),
        Cause::Missed(days) => say_with!("walking-cause-missed", [("days", (*days).into())]),
    };
    match reason.on {
        Some(on) => say_with!(
            "walking-cause-on",
            [("cause", cause.into()), ("on", spelled(on).into())],
        ),
        None => cause,
    }
}

/// Why something is proposed.
pub(crate) fn because(because: &Because) -> String {
    match because {
        Because::Paused => say!("walking-because-paused"),
        Because::NotRunning => say!("walking-because-not-running"),
        Because::NoWeek => say!("walking-because-no-week"),
        Because::NothingRecorded => say!("walking-because-nothing-recorded"),
        Because::Week(of_week) => reason(of_week),
        Because::AmberWeeks(weeks) => say_with!("walking-because-amber", [("weeks", (*weeks).into())]),
        Because::Flag => say!("walking-because-flag"),
        Because::FlagWaits => say!("walking-because-flag-waits"),
        Because::Adherence { of, least } => say_with!(
            "walking-because-adherence",
            [("bouts", adherence(*of).into()), ("least", (*least).into())],
        ),
        Because::PainUnknown(bouts) => {
            say_with!("walking-because-pain-unknown", [("bouts", (*bouts).into())])
        }
        Because::DayReached => say!("walking-because-day-reached"),
        Because::DaysReached => say!("walking-because-days-reached"),
        Because::DaysLacking { target, plan } => say_with!(
            "walking-because-days-lacking",
            [("target", (*target).into()), ("plan", (*plan).into())],
        ),
        Because::NoStep { seconds, cap } => say_with!(
            "walking-because-no-step",
            [("seconds", (*seconds).into()), ("cap", (*cap).into())],
        ),
        Because::Longer => say!("walking-because-longer"),
        Because::OneMoreDay => say!("walking-because-one-more-day"),
        Because::Faster => say!("walking-because-faster"),
        Because::EveryDay => say!("walking-because-every-day"),
        Because::DayAboveCap { rise, cap } => say_with!(
            "walking-because-day-above-cap",
            [("rise", (*rise).into()), ("cap", (*cap).into())],
        ),
        Because::Brisk => say!("walking-because-brisk"),
        Because::Reopened => say!("walking-because-reopened"),
        Because::QuotaChanged => say!("walking-because-quota-changed"),
    }
}

/// What was ticked, in one line; nothing where nothing was.
pub(crate) fn ticked<'a>(symptoms: impl IntoIterator<Item = &'a DiarySymptom>) -> Option<String> {
    joined(symptoms.into_iter().map(|one| Some(one.word())), ", ")
}

/// What happened, in one line.
pub(crate) fn happened(what: &WalkingHappened) -> String {
    match what {
        WalkingHappened::Started => say!("walking-event-started"),
        WalkingHappened::Paused { symptoms } => match ticked(symptoms) {
            Some(symptoms) => say_with!("walking-event-paused-by", [("symptoms", symptoms.into())]),
            None => say!("walking-event-paused"),
        },
        WalkingHappened::Reopened => say!("walking-event-reopened"),
        WalkingHappened::Quota { quota: changed } => {
            say_with!("walking-event-quota", [("quota", quota(changed).into())])
        }
        WalkingHappened::Ended => say!("walking-event-ended"),
    }
}

/// Who did it, with their role where a person did.
pub(crate) fn done_by(event: &WalkingEvent) -> String {
    let role = match &event.role_words {
        Some(words) => Some(words.to_string()),
        None => event.role.map(|role| role.word()),
    };
    match role {
        Some(role) => name_and_role(event.by.as_str(), &role),
        None => event.by.to_string(),
    }
}

/// A plan that is over, in one line.
pub(crate) fn in_short(programme: &Programme<'_>) -> String {
    let from = programme.first_day().unwrap_or(programme.plan.prescribed_on);
    let first = quota(&programme.plan.quota);
    match programme.ended_on() {
        Some(ended) => say_with!(
            "walking-earlier",
            [
                ("from", spelled(from).into()),
                ("to", spelled(ended).into()),
                ("first", first.into()),
                ("last", quota(&programme.quota_on(ended)).into()),
            ],
        ),
        None => say_with!(
            "walking-earlier-open",
            [("from", spelled(from).into()), ("first", first.into())],
        ),
    }
}
