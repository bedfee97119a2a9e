//! What follow-up counts from, which days are visits, and which treatments may explain a change, as a record tells them.

use crate::{noun::Written, record::Record, words::Word};
use chrono::NaiveDate;
use lamina_domain::{
    Kept, Noun, PartialDate, Score, Standing, Surgery, Treatment, When,
    fact::walking::{Plan, Row, WalkingEvent},
    schedule::{Index, IndexKind, Other, Visit, is_index, of_treatment},
    walking::{Programme, programmes},
};
use std::{
    borrow::{Borrow, Cow},
    collections::{HashMap, HashSet},
};
use uuid::Uuid;

/// An operation, a treatment or a walking plan that has a schedule.
pub(crate) struct CountedIndex {
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

impl CountedIndex {
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
            bare: false,
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
/// diary; those after its first day are visits of a plan.
pub(crate) fn walking(
    plans: &[Kept<Plan>],
    events: &[impl Borrow<WalkingEvent>],
    mut days: Vec<NaiveDate>,
) -> Vec<CountedIndex> {
    days.sort_unstable();
    days.dedup();
    let all = programmes(plans, events, &[] as &[Row]);
    let next = all.iter().skip(1).map(|next| Some(next.plan.prescribed_on));
    let plan = |(one, next): (&Programme<'_>, Option<NaiveDate>)| {
        let (entry, first) = (plans.get(one.place)?.id()?, one.first_day()?);
        let of_plan = |day: &NaiveDate| *day > first && next.is_none_or(|next| *day < next);
        Some(CountedIndex {
            index: Index {
                id: entry.to_string(),
                kind: IndexKind::Walking,
                when: on(first),
                ended: one.ended_on().or(next).map(on),
            },
            noun: Noun::WalkingPlan,
            entry,
            title: IndexKind::Walking.word(),
            told: on(first),
            status_not_said: false,
            diary: days.iter().copied().filter(of_plan).collect(),
        })
    };
    all.iter().zip(next.chain([None])).filter_map(plan).collect()
}

/// The walking plans of a record that were started, in the order of time.
pub(crate) fn walking_of(record: &Record) -> Vec<CountedIndex> {
    let days = record.walking_rows.iter().map(|row| row.on).collect();
    walking(&record.walking_plans, &record.walking_events, days)
}

/// Whether what is told as a treatment has a schedule beside the walking plans of the record.
pub(crate) fn beside_plans(kind: IndexKind, prescribed: bool) -> bool {
    kind != IndexKind::Walking || !prescribed
}

fn operation_title(surgery: &Surgery) -> String {
    surgery.title()
}

/// Operations, interventions and walking plans with what they count as, the newest first.
pub(crate) fn counted(record: &Record, today: NaiveDate) -> Vec<CountedIndex> {
    let prescribed = !record.walking_plans.is_empty();
    let operations = record.surgeries.iter().filter_map(|surgery| {
        let when = record.dated(&surgery.when);
        Some(CountedIndex::operation(surgery.id()?, surgery, when))
    });
    let treatments = record.treatments.iter().filter_map(|treatment| {
        CountedIndex::treatment(treatment.id()?, treatment, today, |when| record.dated(when))
    });
    let mut all: Vec<CountedIndex> = operations
        .chain(treatments.filter(|one| beside_plans(one.index.kind, prescribed)))
        .chain(walking_of(record))
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.index.span().map(|span| span.to)));
    all
}

/// Every operation, treatment and walking plan, whether it has a schedule or not: each may explain a change.
pub(crate) fn others(record: &Record) -> Vec<Other> {
    let other = |id: Option<Uuid>, when: When| {
        Some(Other {
            id: id?.to_string(),
            when: record.dated(&when),
        })
    };
    let operations = record
        .surgeries
        .iter()
        .filter_map(|one| other(one.id(), one.when));
    let treatments = record
        .treatments
        .iter()
        .filter_map(|one| other(one.id(), one.started));
    let plans = walking_of(record);
    operations
        .chain(treatments)
        .chain(plans.iter().map(|one| Other::from(&one.index)))
        .collect()
}

/// What each operation, treatment and walking plan is called, and when it was.
pub(crate) fn names(record: &Record) -> HashMap<String, (String, When)> {
    let named = |id: Option<Uuid>, name: String, when: When| Some((id?.to_string(), (name, when)));
    let operations = record.surgeries.iter();
    let treatments = record.treatments.iter();
    operations
        .filter_map(|one| named(one.id(), operation_title(one), one.when))
        .chain(treatments.filter_map(|one| named(one.id(), one.name.to_string(), one.started)))
        .chain(
            walking_of(record)
                .into_iter()
                .map(|one| (one.index.id, (one.title, one.told))),
        )
        .collect()
}

/// A day with scores or with red flags asked, a visit that the patient came to, or a day of a diary.
pub(crate) struct Day<'a> {
    pub(crate) visit: Visit,
    /// The day as it is told; the visit has the days that this means.
    pub(crate) told: When,
    pub(crate) scores: Vec<&'a Score>,
    /// Whether only a diary knows of it.
    pub(crate) diary: bool,
}

/// The days on which a score was taken, red flags were asked or the patient came to a visit, each once, in the order of time.
pub(crate) fn days(record: &Record) -> Vec<Day<'_>> {
    let scores = record.scores.iter();
    let askings = record.flags.iter();
    let held = record.visits.iter().filter(|visit| visit.was_held());
    // A visit comes after what was asked and measured on its day, so that the day bears the name of that.
    let all = scores
        .map(|one| (one.id(), one.when, Some(&one.fact), false))
        .chain(askings.map(|flag| (flag.id(), When::date(flag.asked_on), None, false)))
        .chain(held.map(|visit| (visit.id(), visit.when, None, true)))
        .filter_map(|(id, when, score, bare)| Some((id?, when, score, bare)));
    let mut days: Vec<Day<'_>> = Vec::new();
    let mut known: HashMap<When, usize> = HashMap::new();
    for (id, when, score, bare) in all {
        let at = *known.entry(when).or_insert(days.len());
        if at == days.len() {
            days.push(Day {
                visit: Visit {
                    id: id.to_string(),
                    when: record.dated(&when),
                    bare,
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

/// The visit of each day, without its scores.
pub(crate) fn visits(days: &[Day<'_>]) -> Vec<Visit> {
    days.iter().map(|day| day.visit.clone()).collect()
}
