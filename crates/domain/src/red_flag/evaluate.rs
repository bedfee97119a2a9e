//! What fires today. The record is read as it stood on every day on which something was recorded: what reached the
//! same-day or emergency level on any of them stays open until somebody with the right resolves it, and comes back
//! when something newer is recorded. Lower levels follow the newest answers.

use super::{
    answer::{FlagAnswer, Level},
    catalogue::{Catalogue, Condition, FlagRule},
    facts::Facts,
    input::{self, Day, Evidence, Gap, Input, Standing},
    reading::Derived,
    resolve::{Decision, Resolution},
    settings::Settings,
};
use crate::{date::PartialDate, fact::ToldBy};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Printed with every finding.
pub const NO_DIAGNOSIS: &str = "This does not make a diagnosis.";

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fired {
    /// Id of the rule.
    pub rule: String,
    /// Its version.
    pub version: u32,
    /// The level.
    pub level: Level,
    /// The suggested action.
    pub wording: String,
    /// What was recorded.
    pub evidence: Vec<Evidence>,
    /// The first day of what was recorded, where it has one.
    pub since: Option<NaiveDate>,
    /// Inputs of the same rule that are not assessed; the level could be higher.
    pub missing: Vec<Gap>,
}

impl Fired {
    /// The finding, the suggested action with its level, and that it makes no diagnosis.
    pub fn text(&self) -> String {
        let mut findings: Vec<(&str, Vec<String>)> = Vec::new();
        for one in &self.evidence {
            let on = one.on.map(|on| PartialDate::Day(on).to_string());
            match findings.iter_mut().find(|(words, _)| *words == one.words) {
                Some((_, days)) => add_new(days, on.into_iter().collect()),
                None => findings.push((&one.words, on.into_iter().collect())),
            }
        }
        let findings: Vec<String> = findings
            .into_iter()
            .map(|(words, days)| match days.as_slice() {
                [] => words.to_owned(),
                days => format!("{words} ({})", days.join(", ")),
            })
            .collect();
        format!(
            "Recorded: {}. {} Level: {}. {NO_DIAGNOSIS}",
            findings.join("; "),
            self.wording,
            self.level.words()
        )
    }

    /// Where the patient reported it: whom to reach, as if it had been phoned in.
    pub fn route(&self, settings: &Settings) -> Option<String> {
        let by_patient = |one: &Evidence| one.told_by == Some(ToldBy::Patient);
        self.evidence
            .iter()
            .any(by_patient)
            .then(|| settings.contacts.words())
    }
}

/// A rule that did not fire and could not be judged whole. It is never negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotAssessed {
    /// Id of the rule.
    pub rule: String,
    /// What is missing.
    pub missing: Vec<Gap>,
}

/// What the red flags say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Assessment {
    /// What fired, the most urgent first.
    pub fired: Vec<Fired>,
    /// What could not be judged.
    pub not_assessed: Vec<NotAssessed>,
    /// Rules that hold on what is recorded, and that somebody has resolved: the latest resolution of each.
    pub resolved: Vec<Resolution>,
    /// Findings that are known, long-standing and unchanged.
    pub unchanged: Vec<Standing>,
    /// Questions that were answered with no, and when; a letter prints them with that day.
    pub answered_no: Vec<Standing>,
    /// Answers to questions that this catalogue does not know.
    pub unknown_questions: Vec<String>,
}

impl Assessment {
    /// What blocks exercise and stays on top: open emergencies and same-day findings.
    pub fn open(&self) -> impl Iterator<Item = &Fired> {
        self.fired.iter().filter(|fired| fired.level.stays())
    }
}

/// Everything that is read.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Questions and rules.
    pub catalogue: &'a Catalogue,
    /// The answers, in any order.
    pub answers: &'a [FlagAnswer],
    /// Facts beside answers.
    pub facts: &'a Facts,
    /// What was decided about earlier findings.
    pub resolutions: &'a [Resolution],
    /// The clinic's settings.
    pub settings: &'a Settings,
    /// Today.
    pub today: NaiveDate,
}

/// What fires, what is not assessed and what is resolved.
pub fn evaluate(record: &Record) -> Assessment {
    let mut by_question: BTreeMap<&str, Vec<&FlagAnswer>> = BTreeMap::new();
    for answer in record.answers {
        by_question.entry(&answer.question).or_default().push(answer);
    }
    let known = |id: &&&str| record.catalogue.question(id).is_some();
    let unknown_questions = by_question
        .keys()
        .filter(|id| !known(id))
        .map(|id| (*id).to_owned());
    let mut assessment = Assessment {
        unknown_questions: unknown_questions.collect(),
        ..Assessment::default()
    };
    for question in record.catalogue.questions() {
        let answers = by_question.get(question.id.as_str()).map(Vec::as_slice);
        let found = answers
            .and_then(|answers| input::standing(question, answers, record.today_only(), record.settings));
        match found {
            Some((true, standing)) => assessment.unchanged.push(standing),
            Some((false, standing)) => assessment.answered_no.push(standing),
            None => {}
        }
    }
    let days: Vec<(Day, BTreeMap<String, Input>)> = record
        .days()
        .into_iter()
        .map(|day| (day, record.inputs(day, &by_question)))
        .collect();
    for rule in record.catalogue.rules() {
        record.judge(rule, &days, &mut assessment);
    }
    assessment
        .fired
        .sort_by_key(|fired| std::cmp::Reverse(fired.level));
    assessment
}

/// What a clause found on one day.
struct Held {
    level: Level,
    evidence: Vec<Evidence>,
}

impl Record<'_> {
    fn today_only(&self) -> Day {
        Day {
            at: self.today,
            today: self.today,
        }
    }

    /// Every day on which something was recorded, and today; the earliest first.
    fn days(&self) -> Vec<Day> {
        let facts = self.facts;
        let mut days: BTreeSet<NaiveDate> = self.answers.iter().map(|one| one.asked_on).collect();
        days.extend(facts.temperatures.iter().map(|one| one.on));
        days.extend(facts.residual_urine.iter().map(|one| one.on));
        days.extend(facts.breaths.iter().map(|one| one.on));
        days.extend(facts.crp.iter().map(|one| one.on));
        days.extend(facts.esr.iter().map(|one| one.on));
        days.extend(facts.item_nine.iter().map(|one| one.on));
        days.extend(facts.power.iter().map(|exam| exam.on()));
        days.retain(|day| *day < self.today);
        days.insert(self.today);
        days.into_iter()
            .map(|at| Day {
                at,
                today: self.today,
            })
            .collect()
    }

    fn inputs(&self, day: Day, answers: &BTreeMap<&str, Vec<&FlagAnswer>>) -> BTreeMap<String, Input> {
        let asked = self.catalogue.questions().iter().map(|question| {
            let of_it = answers.get(question.id.as_str()).map(Vec::as_slice);
            let input = input::read(question, of_it.unwrap_or_default(), day, self.settings);
            (question.id.clone(), input)
        });
        let derived = Derived::ALL.into_iter().map(|derived| {
            (
                derived.id().to_owned(),
                derived.read(self.facts, day, self.settings),
            )
        });
        asked.chain(derived).collect()
    }

    fn judge(&self, rule: &FlagRule, days: &[(Day, BTreeMap<String, Input>)], into: &mut Assessment) {
        let mut held: Vec<Held> = Vec::new();
        let mut missing: Vec<Gap> = Vec::new();
        let mut dealt_with: Option<&Resolution> = None;
        for (day, inputs) in days {
            let is_today = day.at == self.today;
            for clause in &rule.clause {
                let level = self.lifted(rule, clause.level);
                if !is_today && !level.stays() {
                    continue;
                }
                let found = self.combine(&clause.when, inputs);
                if is_today {
                    add_new(&mut missing, found.missing);
                }
                let Some(evidence) = found.present else { continue };
                match self.decided(rule, level, &evidence) {
                    // What somebody has lowered follows the newest answers again.
                    Ok(level) if is_today || level.stays() => held.push(Held { level, evidence }),
                    Ok(_) => {}
                    Err(resolution) => {
                        let later = dealt_with.is_none_or(|one| one.at < resolution.at);
                        dealt_with = if later { Some(resolution) } else { dealt_with };
                    }
                }
            }
        }
        if let Some(level) = held.iter().map(|one| one.level).max() {
            let evidence = without_doubles(held.into_iter().flat_map(|one| one.evidence));
            into.fired.push(Fired {
                rule: rule.id.clone(),
                version: rule.version,
                level,
                wording: rule.wording_for(level).to_owned(),
                since: evidence.iter().filter_map(|one| one.on).min(),
                evidence,
                missing,
            });
            return;
        }
        into.resolved.extend(dealt_with.cloned());
        if !missing.is_empty() {
            into.not_assessed.push(NotAssessed {
                rule: rule.id.clone(),
                missing,
            });
        }
    }

    /// The level after the local protocol, which can only lift it.
    fn lifted(&self, rule: &FlagRule, level: Level) -> Level {
        let least = self.settings.at_least.get(&rule.id);
        least.map_or(level, |least| level.max(*least))
    }

    /// The level that is left of a clause after what was decided, or the resolution that covers all of it.
    fn decided<'b>(
        &'b self,
        rule: &FlagRule,
        level: Level,
        evidence: &[Evidence],
    ) -> Result<Level, &'b Resolution> {
        let newest: Option<DateTime<Utc>> = evidence.iter().filter_map(|one| one.recorded).max();
        // The record's clock runs in UTC; the local day may be one behind it.
        let tomorrow = self.today.succ_opt().unwrap_or(self.today);
        let covers = |one: &&Resolution| {
            let right = self.settings.may_resolve.get(&one.role);
            one.rule == rule.id
                && right.is_some_and(|right| *right >= level)
                && one.at.date_naive() <= tomorrow
                && newest.is_none_or(|newest| newest <= one.at)
        };
        // Of two decisions of one moment the one that leaves more open counts.
        let left_open = |one: &Resolution| match one.decision {
            Decision::Resolved => None,
            Decision::LoweredTo(level) => Some(level),
        };
        let latest = self
            .resolutions
            .iter()
            .filter(covers)
            .max_by_key(|one| (one.at, left_open(one)));
        match latest {
            None => Ok(level),
            Some(resolution) => match resolution.decision {
                Decision::Resolved => Err(resolution),
                Decision::LoweredTo(lower) => Ok(lower.min(level)),
            },
        }
    }

    fn combine(&self, condition: &Condition, inputs: &BTreeMap<String, Input>) -> Combined {
        match condition {
            Condition::Input(name) => match inputs.get(name) {
                Some(Input::Present(evidence)) => Combined {
                    present: Some(evidence.clone()),
                    missing: Vec::new(),
                },
                Some(Input::Missing(why)) => Combined {
                    present: None,
                    missing: vec![Gap {
                        input: name.clone(),
                        words: self.words(name),
                        why: *why,
                    }],
                },
                Some(Input::Quiet) | None => Combined::default(),
            },
            Condition::Any(of) => {
                let mut whole = Combined::default();
                for one in of.any.iter().map(|one| self.combine(one, inputs)) {
                    add_new(&mut whole.missing, one.missing);
                    if let Some(evidence) = one.present {
                        add_new(whole.present.get_or_insert_default(), evidence);
                    }
                }
                whole
            }
            Condition::All(of) => {
                let parts: Vec<Combined> = of.all.iter().map(|one| self.combine(one, inputs)).collect();
                // A part that is quiet and wholly assessed keeps the condition from holding, so nothing is missing.
                let quiet = |one: &Combined| one.present.is_none() && one.missing.is_empty();
                if parts.iter().any(quiet) {
                    return Combined::default();
                }
                let whole = parts.iter().all(|one| one.present.is_some());
                let mut all = Combined {
                    present: whole.then(Vec::new),
                    missing: Vec::new(),
                };
                for part in parts {
                    add_new(&mut all.missing, part.missing);
                    if let (Some(all), Some(evidence)) = (&mut all.present, part.present) {
                        add_new(all, evidence);
                    }
                }
                all
            }
        }
    }

    fn words(&self, input: &str) -> String {
        let question = self.catalogue.question(input).map(|one| one.words.clone());
        let derived = || Derived::named(input).map(|one| one.words().to_owned());
        question.or_else(derived).unwrap_or_default()
    }
}

#[derive(Default)]
struct Combined {
    present: Option<Vec<Evidence>>,
    missing: Vec<Gap>,
}

/// The same answer read on several days is one piece of evidence, in its latest words.
fn without_doubles(evidence: impl Iterator<Item = Evidence>) -> Vec<Evidence> {
    let mut kept: Vec<Evidence> = Vec::new();
    for one in evidence {
        let same = |other: &&mut Evidence| {
            let words = one.told_by.is_some() || one.recorded.is_none() || other.words == one.words;
            words
                && (&other.input, other.on, other.recorded, other.told_by)
                    == (&one.input, one.on, one.recorded, one.told_by)
        };
        match kept.iter_mut().find(same) {
            Some(other) => *other = one,
            None => kept.push(one),
        }
    }
    kept
}

fn add_new<T: PartialEq>(to: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}
