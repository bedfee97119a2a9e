//! What follow-up counts from, which days are visits, and which treatments may explain a change, as a record tells them.

use crate::{
    facts::{Facts, Heads},
    record::Record,
    shown::shown,
};
use chrono::NaiveDate;
use lamina_domain::{
    Fact, Noun, PartialDate, Score, Standing, Surgery, Treatment, When,
    fact::walking::{Plan, WalkingEvent},
    schedule::{Index, IndexKind, Other, Visit, is_index, of_treatment},
    walking::{Programme, programmes},
};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};
use uuid::Uuid;

/// An operation, a treatment or a walking plan that has a schedule.
pub(crate) struct Counted {
    pub(crate) index: Index,
    pub(crate) noun: Noun,
    pub(crate) entry: Uuid,
    pub(crate) title: String,
    /// When it was, as it is told; the index has the days that this means.
    pub(crate) told: When,
    /// Nobody said whether a treatment goes on, and its words are still to be read for it.
    pub(crate) status_not_said: bool,
    /// Days of its own diary, in order.
    pub(crate) diary: Vec<NaiveDate>,
}

impl Counted {
    /// An operation, which always has one; `when` is its time as far as the record tells its days.
    pub(crate) fn operation(entry: Uuid, surgery: &Surgery, when: When) -> Self {
        Self {
            index: Index {
                id: entry.to_string(),
                kind: IndexKind::General,
                when,
                ended: None,
            },
            noun: Noun::Surgery,
            entry,
            title: operation_title(surgery),
            told: surgery.when,
            status_not_said: false,
            diary: Vec::new(),
        }
    }

    /// A treatment, where it is an intervention or has a plan of its own. Whether it goes on is told as in the list of
    /// medicines; `dated` knows the days of a time.
    pub(crate) fn treatment(
        entry: Uuid,
        treatment: &Treatment,
        today: NaiveDate,
        dated: impl Fn(&When) -> When,
    ) -> Option<Self> {
        let kind = of_treatment(treatment);
        let standing = treatment.standing(today);
        let once = standing == Standing::OneOff;
        (is_index(treatment.kind, kind) && !is_over_at_once(kind, once)).then(|| Self {
            index: Index {
                id: entry.to_string(),
                kind,
                when: dated(&treatment.started),
                ended: ended(dated(&treatment.ended), standing == Standing::Ended),
            },
            noun: Noun::Treatment,
            entry,
            title: treatment.name.to_string(),
            told: treatment.started,
            status_not_said: false,
            diary: Vec::new(),
        })
    }

    /// The days of everything as visits, and after them those of its own diary that are not among them.
    pub(crate) fn visits<'v>(&self, all: &'v [Visit]) -> Cow<'v, [Visit]> {
        if self.diary.is_empty() {
            return Cow::Borrowed(all);
        }
        let known: HashSet<When> = all.iter().map(|visit| visit.when).collect();
        let own = self
            .diary
            .iter()
            .map(|day| on(*day))
            .filter(|when| !known.contains(when));
        let own = own.map(|when| Visit {
            id: when.to_string(),
            when,
        });
        Cow::Owned(all.iter().cloned().chain(own).collect())
    }
}

/// What is followed for as long as it goes on has nothing to follow where it was given for one occasion.
pub(crate) fn is_over_at_once(kind: IndexKind, one_off: bool) -> bool {
    kind == IndexKind::Opioid && one_off
}

/// The end of a treatment; an unknown time where it was stopped and no end is told.
pub(crate) fn ended(told: When, stopped: bool) -> Option<When> {
    (stopped || !told.is_unknown()).then_some(told)
}

fn on(day: NaiveDate) -> When {
    When::date(PartialDate::Day(day))
}

/// The walking plans of one person that were started, each up to its end or to the next plan. `days` are the days of the
/// diary; those after its first day are visits of a plan. `ids` are the entries of `plans` in the same order.
pub(crate) fn walking(
    ids: &[Uuid],
    plans: &[Plan],
    events: &[WalkingEvent],
    mut days: Vec<NaiveDate>,
) -> Vec<Counted> {
    days.sort_unstable();
    days.dedup();
    let all = programmes(plans, events, &[]);
    let next = all.iter().skip(1).map(|next| Some(next.plan.prescribed_on));
    let plan = |(one, next): (&Programme<'_>, Option<NaiveDate>)| {
        let (entry, first) = (*ids.get(one.place)?, one.first_day()?);
        let of_plan = |day: &NaiveDate| *day > first && next.is_none_or(|next| *day < next);
        Some(Counted {
            index: Index {
                id: entry.to_string(),
                kind: IndexKind::Walking,
                when: on(first),
                ended: one.ended_on().or(next).map(on),
            },
            noun: Noun::WalkingPlan,
            entry,
            title: IndexKind::Walking.words().to_owned(),
            told: on(first),
            status_not_said: false,
            diary: days.iter().copied().filter(of_plan).collect(),
        })
    };
    all.iter().zip(next.chain([None])).filter_map(plan).collect()
}

fn walking_of(record: &Record, heads: &Heads) -> Vec<Counted> {
    let ids: Vec<Uuid> = heads.walking_plans.iter().map(|head| head.id).collect();
    let days = record.walking_rows.iter().map(|row| row.on).collect();
    walking(&ids, &record.walking_plans, &record.walking_events, days)
}

/// Whether what is told as a treatment has a schedule beside the walking plans of the record.
pub(crate) fn beside_plans(kind: IndexKind, prescribed: bool) -> bool {
    kind != IndexKind::Walking || !prescribed
}

fn operation_title(surgery: &Surgery) -> String {
    shown(&Fact::Surgery(Box::new(surgery.clone()))).title
}

/// Operations, interventions and walking plans with what they count as, the newest first.
pub(crate) fn counted(record: &Record, heads: &Heads, today: NaiveDate) -> Vec<Counted> {
    let prescribed = !record.walking_plans.is_empty();
    let operations = heads.surgeries.iter().zip(&record.surgeries);
    let treatments = heads.treatments.iter().zip(&record.treatments);
    let mut all: Vec<Counted> = operations
        .map(|(head, surgery)| Counted::operation(head.id, surgery, record.dated(&surgery.when)))
        .chain(
            treatments
                .filter_map(|(head, treatment)| {
                    Counted::treatment(head.id, treatment, today, |when| record.dated(when))
                })
                .filter(|one| beside_plans(one.index.kind, prescribed)),
        )
        .chain(walking_of(record, heads))
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.index.span().map(|span| span.to)));
    all
}

/// Every operation, treatment and walking plan, whether it has a schedule or not: each may explain a change.
pub(crate) fn others(facts: &Facts) -> Vec<Other> {
    let operations = facts.heads.surgeries.iter().zip(&facts.record.surgeries);
    let treatments = facts.heads.treatments.iter().zip(&facts.record.treatments);
    let other = |id: Uuid, when: When| Other {
        id: id.to_string(),
        when: facts.record.dated(&when),
    };
    operations
        .map(|(head, surgery)| other(head.id, surgery.when))
        .chain(treatments.map(|(head, treatment)| other(head.id, treatment.started)))
        .chain(
            walking_of(&facts.record, &facts.heads)
                .iter()
                .map(|one| Other::from(&one.index)),
        )
        .collect()
}

/// What each operation, treatment and walking plan is called, and when it was.
pub(crate) fn names(facts: &Facts) -> HashMap<String, (String, When)> {
    let operations = facts.heads.surgeries.iter().zip(&facts.record.surgeries);
    let treatments = facts.heads.treatments.iter().zip(&facts.record.treatments);
    operations
        .map(|(head, surgery)| (head.id.to_string(), (operation_title(surgery), surgery.when)))
        .chain(treatments.map(|(head, treatment)| {
            (
                head.id.to_string(),
                (treatment.name.to_string(), treatment.started),
            )
        }))
        .chain(
            walking_of(&facts.record, &facts.heads)
                .into_iter()
                .map(|one| (one.index.id, (one.title, one.told))),
        )
        .collect()
}

/// A day with scores or with red flags asked, or one of a diary.
pub(crate) struct Day<'a> {
    pub(crate) visit: Visit,
    /// The day as it is told; the visit has the days that this means.
    pub(crate) told: When,
    pub(crate) scores: Vec<&'a Score>,
    /// Whether only a diary knows of it.
    pub(crate) diary: bool,
}

/// The days on which a score was taken or red flags were asked, each once, in the order of time.
pub(crate) fn days<'a>(record: &'a Record, heads: &Heads) -> Vec<Day<'a>> {
    let scores = heads.scores.iter().zip(&record.scores);
    let askings = heads.flags.iter().zip(&record.flags);
    let all = scores
        .map(|(head, score)| (head.id, score.when, Some(score)))
        .chain(askings.map(|(head, flag)| (head.id, When::date(flag.asked_on), None)));
    let mut days: Vec<Day<'a>> = Vec::new();
    let mut known: HashMap<When, usize> = HashMap::new();
    for (id, when, score) in all {
        let at = *known.entry(when).or_insert(days.len());
        if at == days.len() {
            days.push(Day {
                visit: Visit {
                    id: id.to_string(),
                    when: record.dated(&when),
                },
                told: when,
                scores: Vec::new(),
                diary: false,
            });
        }
        if let Some(day) = days.get_mut(at) {
            day.scores.extend(score);
        }
    }
    days.sort_by_key(|day| day.visit.when.span());
    days
}

/// The visits alone.
pub(crate) fn visits(days: &[Day<'_>]) -> Vec<Visit> {
    days.iter().map(|day| day.visit.clone()).collect()
}
