//! The whole schedule of one operation or treatment: its baseline with its age, every point with where it stands, the
//! outcome domains that each visit covers, and the visits that no point holds. Nothing is filled in and no visit is left
//! out.

use super::{
    counted::{CountedIndex, Day, counted, days, names, others, visits},
    said,
};
use crate::words::points;
use crate::{
    facts::Facts,
    own_rules::OwnRules,
    progress::taken,
    words::{message, rules::told, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::{
    follow_up::{BaselineIs, BaselineView, FollowUpSchedule, PointIs, PointView, VisitView},
    rule::Rule,
};
use lamina_domain::{
    Measure, Noun, Score, When,
    instrument::Instrument,
    schedule::{
        Baseline, BaselineAge, FollowUp, Plan, PointState, Status, VisitPlace,
        coverage::{Domain, assessed},
        follow_up, rules,
    },
};
use std::collections::HashMap;
use uuid::Uuid;

/// So many points of one kind in a row at which nothing was recorded are told in one line.
const RUN: usize = 3;

/// The schedule of `entry` on `today`; nothing where it has none.
pub(crate) fn schedule_of(facts: &Facts, entry: Uuid, today: NaiveDate) -> Option<FollowUpSchedule> {
    let plans = &facts.rules.plans;
    let record = &facts.record;
    let one = counted(record, today)
        .into_iter()
        .find(|one| one.entry == entry)?;
    let plan = plans.of(one.index.kind)?;
    let mut days = days(record);
    let all = visits(&days);
    let visits = one.visits(&all);
    // Its own diary comes after what every index has.
    days.extend(visits.iter().skip(all.len()).map(|visit| Day {
        visit: visit.clone(),
        told: visit.when,
        scores: Vec::new(),
        diary: true,
    }));
    let state = follow_up(plan, &one.index, &visits, &others(record), today);
    let page = Page {
        one: &one,
        plan,
        days: days.iter().map(|day| (day.visit.id.as_str(), day)).collect(),
        names: names(record),
    };
    Some(FollowUpSchedule {
        entry,
        baseline: page.baseline(state.baseline.as_ref()),
        points: page.points(&state.points),
        others: page.others(&state),
        rules: sources(plan, &facts.rules),
    })
}

/// The plan, and the rules for baselines and domains; each names what the clinic set of it beside its own source.
fn sources(plan: &Plan, own: &OwnRules) -> Vec<Rule> {
    let shared = rules()
        .into_iter()
        .filter(|rule| matches!(rule.id.as_str(), "schedule.baseline" | "schedule.domains"));
    let rules = std::iter::once(plan.rule()).chain(shared);
    let mut rules: Vec<Rule> = rules.map(|rule| told(&rule)).collect();
    let of_plan = format!("{}.", plan.rule().id);
    for rule in &mut rules {
        let set = match rule.id.as_str() {
            "schedule.baseline" => own.said_of(&rule.id).into_iter().collect(),
            "schedule.domains" => Vec::new(),
            _ => own.said(&of_plan),
        };
        let source = std::mem::take(&mut rule.source);
        rule.source = std::iter::once(source).chain(set).collect::<Vec<_>>().join(". ");
    }
    rules
}

struct Page<'a> {
    one: &'a CountedIndex,
    plan: &'a Plan,
    days: HashMap<&'a str, &'a Day<'a>>,
    names: HashMap<String, (String, When)>,
}

impl Page<'_> {
    /// "operation", "treatment" or "walking programme".
    fn what(&self) -> String {
        match self.one.noun {
            Noun::Surgery => say!("follow-up-operation"),
            Noun::WalkingPlan => self.one.title.clone(),
            _ => say!("follow-up-treatment"),
        }
    }

    fn visit(&self, id: &str, label: String) -> Option<VisitView> {
        let day = self.days.get(id)?;
        if day.diary {
            // A diary assesses no domain, and nobody was asked on its days.
            return Some(VisitView {
                when: day.told.to_string(),
                label,
                covered: Vec::new(),
                not_assessed: Vec::new(),
            });
        }
        let found = assessed(day.scores.iter().filter_map(|score| counts(score)));
        let (covered, open): (Vec<Domain>, Vec<Domain>) =
            Domain::ALL.into_iter().partition(|domain| found.contains(domain));
        Some(VisitView {
            when: day.told.to_string(),
            label,
            covered: covered.into_iter().map(domain_words).collect(),
            not_assessed: open.into_iter().map(domain_words).collect(),
        })
    }

    fn crossed(&self, ids: &[String]) -> String {
        said::crossed(&self.names, ids)
    }

    fn baseline(&self, baseline: Option<&Baseline>) -> BaselineView {
        let what = self.what();
        let Some(baseline) = baseline else {
            let id = match self.one.index.span() {
                Some(_) => message!("follow-up-baseline-none"),
                None => message!("follow-up-baseline-not-datable"),
            };
            return BaselineView {
                is: BaselineIs::Missing,
                text: say_with!(id, [("what", what.into())]),
                crossed: String::new(),
                visit: None,
            };
        };
        let visit = self.visit(&baseline.visit, String::new());
        let when = visit.as_ref().map(|visit| visit.when.clone()).unwrap_or_default();
        let (within, stale) = (self.plan.baseline_within, self.plan.baseline_stale);
        let (is, text) = match baseline.age {
            BaselineAge::Fresh => (
                BaselineIs::Fresh,
                say_with!(
                    "follow-up-baseline-fresh",
                    [
                        ("when", when.into()),
                        ("what", what.into()),
                        ("within", within.to_string().into()),
                    ],
                ),
            ),
            BaselineAge::Older => (
                BaselineIs::Older,
                say_with!(
                    "follow-up-baseline-older",
                    [
                        ("when", when.into()),
                        ("what", what.into()),
                        ("within", within.to_string().into()),
                        ("stale", stale.to_string().into()),
                    ],
                ),
            ),
            BaselineAge::Stale => (
                BaselineIs::Stale,
                say_with!(
                    "follow-up-baseline-stale",
                    [
                        ("when", when.into()),
                        ("what", what.into()),
                        ("stale", stale.to_string().into()),
                    ],
                ),
            ),
        };
        BaselineView {
            is,
            text: match baseline.certain {
                true => text,
                false => say_with!("follow-up-baseline-perhaps", [("text", text.into())]),
            },
            crossed: self.crossed(&baseline.crossed_by),
            visit,
        }
    }

    /// The points in order; a long run of one kind at which nothing was recorded is one line.
    fn points(&self, points: &[PointState]) -> Vec<PointView> {
        let mut views = Vec::new();
        let mut rest = points;
        while let Some((first, _)) = rest.split_first() {
            let is = self.is(first);
            let name = points::numbered(&first.id).map(|(name, _)| name);
            let alike = |point: &&PointState| {
                self.is(point) == is && points::numbered(&point.id).map(|(name, _)| name) == name
            };
            let folds = name.is_some() && matches!(is, PointIs::Overdue | PointIs::Ended);
            let run = match folds {
                true => rest.iter().take_while(alike).count(),
                false => 1,
            };
            let (these, after) = rest.split_at(if run >= RUN { run } else { 1 });
            views.push(match these {
                [first, .., last] => self.run(first, last, is, run),
                _ => self.point(first, is),
            });
            rest = after;
        }
        views
    }

    fn is(&self, point: &PointState) -> PointIs {
        match point.status {
            Status::Done { .. } => PointIs::Done,
            Status::OffSchedule { .. } => PointIs::OffSchedule,
            Status::NotDatable => PointIs::NotDatable,
            _ if self.plan.ended_before(&self.one.index, point) => PointIs::Ended,
            Status::Upcoming => PointIs::Upcoming,
            Status::Due => PointIs::Due,
            Status::Overdue => PointIs::Overdue,
        }
    }

    fn run(&self, first: &PointState, last: &PointState, is: PointIs, count: usize) -> PointView {
        let ends = first.window.zip(last.window);
        PointView {
            title: say_with!(
                "follow-up-run",
                [
                    ("first", points::point_words(&first.id).into()),
                    ("last", points::point_words(&last.id).into()),
                ],
            ),
            window: ends.map_or_else(String::new, |(first, last)| {
                said::window(lamina_domain::schedule::Span {
                    from: first.from,
                    to: last.to,
                })
            }),
            is,
            text: match is {
                PointIs::Overdue => say_with!("follow-up-is-overdue-run", [("count", count.into())]),
                _ => say!("follow-up-is-ended"),
            },
            crossed: String::new(),
            visit: None,
        }
    }

    fn point(&self, point: &PointState, is: PointIs) -> PointView {
        let to = point
            .window
            .map(|window| said::day(window.to))
            .unwrap_or_default();
        let visit = match &point.status {
            Status::Done { visit, .. } => self.visit(visit, String::new()),
            Status::OffSchedule { visit } => self.visit(visit, say!("follow-up-off-schedule")),
            _ => None,
        };
        PointView {
            title: points::point_words(&point.id),
            window: point.window.map(said::window).unwrap_or_default(),
            is,
            text: match (is, &point.status) {
                (_, Status::Done { certain: false, .. }) => say!("follow-up-is-done-perhaps"),
                (PointIs::Done, _) => say!("follow-up-is-done"),
                (PointIs::OffSchedule, _) => say!("follow-up-is-off"),
                (PointIs::Ended, _) => say!("follow-up-is-ended"),
                (PointIs::Upcoming, _) => say!("follow-up-is-upcoming"),
                (PointIs::Due, _) => say_with!("follow-up-is-due", [("to", to.into())]),
                (PointIs::Overdue, _) => say!("follow-up-is-overdue"),
                (PointIs::NotDatable, _) if point.id == "end" && self.one.index.span().is_some() => {
                    say!("follow-up-is-no-end")
                }
                (PointIs::NotDatable, _) => say!("follow-up-is-not-datable"),
            },
            crossed: self.crossed(&point.crossed_by),
            visit,
        }
    }

    /// Visits that do not lie before it and that no point shows. The other days of its diary stand in the diary.
    fn others(&self, state: &FollowUp) -> Vec<VisitView> {
        let holds = |id: &str| {
            state
                .points
                .iter()
                .any(|point| matches!(&point.status, Status::Done { visit, .. } if visit == id))
        };
        state
            .visits
            .iter()
            .filter(|label| self.days.get(label.visit.as_str()).is_none_or(|day| !day.diary))
            .filter_map(|label| {
                let words = match &label.place {
                    VisitPlace::Before => return None,
                    VisitPlace::At { .. } if holds(&label.visit) => return None,
                    VisitPlace::At { point } => {
                        say_with!("follow-up-also", [("point", points::point_words(point).into())])
                    }
                    VisitPlace::OffSchedule => say!("follow-up-off-schedule"),
                    VisitPlace::Review => say!("follow-up-reviewed"),
                    VisitPlace::NotDatable => say!("follow-up-no-day"),
                };
                self.visit(&label.visit, words)
            })
            .collect()
    }
}

/// The instrument of a score that came to a number or to a word; what was left unanswered assessed nothing.
fn counts(score: &Score) -> Option<&Instrument> {
    let told = match &score.measure {
        Measure::Instrument(taken) => taken.scored().label.is_some(),
        _ => false,
    };
    (told || score.measure.value().is_some())
        .then(|| taken(&score.measure))
        .flatten()
        .map(|taken| taken.instrument)
}

fn domain_words(domain: Domain) -> String {
    say!(match domain {
        Domain::Pain => message!("follow-up-domain-pain"),
        Domain::Function => message!("follow-up-domain-function"),
        Domain::Emotion => message!("follow-up-domain-emotion"),
        Domain::Global => message!("follow-up-domain-global"),
        Domain::Sleep => message!("follow-up-domain-sleep"),
    })
}
