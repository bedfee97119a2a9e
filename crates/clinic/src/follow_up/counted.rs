//! What follow-up counts from, which days are visits, and which treatments may explain a change, as a record tells them.

use crate::{
    facts::{Facts, Heads},
    record::Record,
    shown::shown,
};
use lamina_domain::{
    Fact, Noun, PartialDate, Score, Surgery, Treatment, When,
    schedule::{Index, IndexKind, Other, Visit, is_index, of_treatment},
};
use std::collections::HashMap;
use uuid::Uuid;

/// An operation or treatment that has a schedule.
pub(crate) struct Counted {
    pub(crate) index: Index,
    pub(crate) noun: Noun,
    pub(crate) entry: Uuid,
    pub(crate) title: String,
}

impl Counted {
    /// An operation, which always has one.
    pub(crate) fn operation(entry: Uuid, surgery: &Surgery) -> Self {
        Self {
            index: Index {
                id: entry.to_string(),
                kind: IndexKind::General,
                when: surgery.when,
                ended: None,
            },
            noun: Noun::Surgery,
            entry,
            title: operation_title(surgery),
        }
    }

    /// A treatment, where it is an intervention or has a plan of its own.
    pub(crate) fn treatment(entry: Uuid, treatment: &Treatment) -> Option<Self> {
        let kind = of_treatment(treatment);
        is_index(treatment.kind, kind).then(|| Self {
            index: Index {
                id: entry.to_string(),
                kind,
                when: treatment.started,
                ended: (!treatment.ended.is_unknown()).then_some(treatment.ended),
            },
            noun: Noun::Treatment,
            entry,
            title: treatment.name.to_string(),
        })
    }
}

fn operation_title(surgery: &Surgery) -> String {
    shown(&Fact::Surgery(Box::new(surgery.clone()))).title
}

/// Operations and interventions with what they count as, the newest first.
pub(crate) fn counted(record: &Record, heads: &Heads) -> Vec<Counted> {
    let operations = heads.surgeries.iter().zip(&record.surgeries);
    let treatments = heads.treatments.iter().zip(&record.treatments);
    let mut all: Vec<Counted> = operations
        .map(|(head, surgery)| Counted::operation(head.id, surgery))
        .chain(treatments.filter_map(|(head, treatment)| Counted::treatment(head.id, treatment)))
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.index.span().map(|span| span.to)));
    all
}

/// Every operation and treatment, whether it has a schedule or not: each may explain a change.
pub(crate) fn others(facts: &Facts) -> Vec<Other> {
    let operations = facts.heads.surgeries.iter().zip(&facts.record.surgeries);
    let treatments = facts.heads.treatments.iter().zip(&facts.record.treatments);
    let other = |id: Uuid, when: When| Other {
        id: id.to_string(),
        when,
    };
    operations
        .map(|(head, surgery)| other(head.id, surgery.when))
        .chain(treatments.map(|(head, treatment)| other(head.id, treatment.started)))
        .collect()
}

/// What each operation and treatment is called, and when it was.
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
        .collect()
}

/// A day with scores or with red flags asked.
pub(crate) struct Day<'a> {
    pub(crate) visit: Visit,
    pub(crate) scores: Vec<&'a Score>,
}

/// The days on which a score was taken or red flags were asked, each once, in the order of time.
pub(crate) fn days<'a>(record: &'a Record, heads: &Heads) -> Vec<Day<'a>> {
    let scores = heads.scores.iter().zip(&record.scores);
    let askings = heads.flags.iter().zip(&record.flags);
    let all = scores
        .map(|(head, score)| (head.id, score.when, Some(score)))
        .chain(askings.map(|(head, flag)| (head.id, When::date(PartialDate::Day(flag.asked_on)), None)));
    let mut days: Vec<Day<'a>> = Vec::new();
    let mut known: HashMap<When, usize> = HashMap::new();
    for (id, when, score) in all {
        let at = *known.entry(when).or_insert(days.len());
        if at == days.len() {
            days.push(Day {
                visit: Visit {
                    id: id.to_string(),
                    when,
                },
                scores: Vec::new(),
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
