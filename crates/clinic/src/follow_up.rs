//! What follow-up calls for: operations and interventions are what time counts from, the days with scores or asked red
//! flags are the visits. The plans and what they call for are the domain's.

use crate::{
    facts::{Facts, Head},
    shown::shown,
    words::{say, say_with},
};
use chrono::NaiveDate;
use lamina_api::follow_up::{FollowUpCall, FollowUpView};
use lamina_domain::{
    Fact, Noun, PartialDate, Treatment, When,
    schedule::{Index, IndexKind, PointState, Status, Visit, follow_up, of_treatment},
    treatment::Kind,
};

struct Counted<'a> {
    index: Index,
    noun: Noun,
    head: &'a Head,
    title: String,
}

/// The points that call for something on `today`.
pub(crate) fn called_for(facts: &Facts, today: NaiveDate) -> FollowUpView {
    let counted = counted(facts);
    let visits = visits(facts);
    let plans = &facts.rules.plans;
    let all: Vec<Index> = counted.iter().map(|one| one.index.clone()).collect();
    let mut view = FollowUpView::default();
    for one in &counted {
        let Some(plan) = plans.of(one.index.kind) else {
            continue;
        };
        // Most of a long record is past calling for anything.
        if plan.is_over(&one.index, today) {
            continue;
        }
        let state = follow_up(plan, &one.index, &visits, &all, today);
        let calls = state.calls(plan, &one.index, today);
        if calls.is_empty() {
            continue;
        }
        let source = say_with(
            "follow-up-source",
            [
                ("kind", plan.kind.words().into()),
                ("version", plan.version.to_string().into()),
                ("source", plan.source.as_str().into()),
            ],
        );
        if !view.sources.contains(&source) {
            view.sources.push(source);
            let own = format!("schedule.{}.", plan.kind.name());
            view.sources.extend(facts.rules.said(&own));
        }
        view.calls.extend(calls.into_iter().map(|point| call(one, point)));
    }
    view
}

fn call(one: &Counted<'_>, point: &PointState) -> FollowUpCall {
    let due = point.status == Status::Due;
    let day = |day: NaiveDate| PartialDate::Day(day).to_string();
    let (from, to) = point
        .window
        .map(|window| (day(window.from), day(window.to)))
        .unwrap_or_default();
    FollowUpCall {
        entry: one.head.id,
        noun: one.noun,
        title: say_with(
            "follow-up-title",
            [
                ("point", point_words(&point.id).into()),
                ("index", one.title.as_str().into()),
                ("when", one.index.when.to_string().into()),
            ],
        ),
        text: say_with(
            if due { "follow-up-due" } else { "follow-up-missed" },
            [("from", from.into()), ("to", to.into())],
        ),
        due,
    }
}

/// "6_weeks" is "6 weeks", "year_2" is "visit 2 of every year".
pub(crate) fn point_words(id: &str) -> String {
    let numbered = |name: &str| id.strip_prefix(name).and_then(|rest| rest.strip_prefix('_'));
    match id {
        "same_day" => say("follow-up-same-day"),
        "review" => say("follow-up-review"),
        "end" => say("follow-up-end"),
        _ => match (numbered("day"), numbered("week"), numbered("year")) {
            (Some(number), ..) => say_with("follow-up-day", [("number", number.into())]),
            (_, Some(number), _) => say_with("follow-up-week", [("number", number.into())]),
            (.., Some(number)) => say_with("follow-up-year", [("number", number.into())]),
            _ => id.replace('_', " "),
        },
    }
}

/// Operations and interventions with what they count as, the newest first.
fn counted(facts: &Facts) -> Vec<Counted<'_>> {
    let record = &facts.record;
    let operations = facts
        .heads
        .surgeries
        .iter()
        .zip(&record.surgeries)
        .map(|(head, surgery)| Counted {
            index: Index {
                id: head.id.to_string(),
                kind: IndexKind::General,
                when: surgery.when,
                ended: None,
            },
            noun: Noun::Surgery,
            head,
            title: shown(&Fact::Surgery(Box::new(surgery.clone()))).title,
        });
    let treatments = facts
        .heads
        .treatments
        .iter()
        .zip(&record.treatments)
        .filter_map(|(head, treatment)| {
            Some(Counted {
                index: Index {
                    id: head.id.to_string(),
                    kind: kind(treatment)?,
                    when: treatment.started,
                    ended: (!treatment.ended.is_unknown()).then_some(treatment.ended),
                },
                noun: Noun::Treatment,
                head,
                title: treatment.name.to_string(),
            })
        });
    let mut all: Vec<Counted<'_>> = operations.chain(treatments).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.index.span().map(|span| span.to)));
    all
}

/// The plan that a treatment follows; nothing for what is neither an intervention nor followed by a plan of its own.
fn kind(treatment: &Treatment) -> Option<IndexKind> {
    let kind = of_treatment(treatment);
    let intervention = matches!(
        treatment.kind,
        Kind::Injection | Kind::Block | Kind::Intervention | Kind::IntrathecalTrial
    );
    (kind != IndexKind::General || intervention).then_some(kind)
}

/// Days on which a score was taken or red flags were asked.
fn visits(facts: &Facts) -> Vec<Visit> {
    let scores = facts
        .heads
        .scores
        .iter()
        .zip(&facts.record.scores)
        .map(|(head, score)| Visit {
            id: head.id.to_string(),
            when: score.when,
        });
    let askings = facts
        .heads
        .flags
        .iter()
        .zip(&facts.record.flags)
        .map(|(head, flag)| Visit {
            id: head.id.to_string(),
            when: When::date(PartialDate::Day(flag.asked_on)),
        });
    let mut visits: Vec<Visit> = scores.chain(askings).collect();
    // One visit takes several scores; its day counts once.
    visits.sort_by_key(|visit| visit.when.span());
    visits.dedup_by_key(|visit| visit.when);
    visits
}
