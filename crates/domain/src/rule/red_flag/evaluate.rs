//! What fires today. The record is read as it stood on every day on which something was recorded: what reached the
//! same-day or emergency level on any of them stays open until somebody with the right resolves it, and comes back
//! when something newer is recorded. Lower levels follow the newest answers.

use super::{
    catalogue::{Catalogue, Condition, FlagRule},
    facts::Facts,
    input::{self, Day, Evidence, Gap, Input, Standing, Why},
    procedures,
    reading::DerivedReading,
    settings::Settings,
};
use crate::{
    fact::{
        flag::{
            Flag,
            answer::{FlagAnswer, Level},
        },
        resolution::{Decision, Resolution},
    },
    value::date::PartialDate,
};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiredFlag {
    /// Id of the rule.
    pub rule: String,
    /// The version of the rule that fired.
    pub version: u32,
    /// The highest level that is open, after what somebody lowered.
    pub level: Level,
    /// The suggested action for that level, from the rule.
    pub wording: String,
    /// What was recorded that made it fire, each thing once.
    pub evidence: Vec<Evidence>,
    /// The first day of what was recorded, or what is known of it, where it has one.
    pub since: Option<PartialDate>,
    /// Inputs of the same rule that are not assessed; the level could be higher.
    pub missing: Vec<Gap>,
}

/// A rule that did not fire and could not be judged whole. It is never negative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAssessed {
    /// Id of the rule.
    pub rule: String,
    /// The inputs that could not be read, with why.
    pub missing: Vec<Gap>,
}

/// What the red flags say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessment {
    /// What fired, the most urgent first.
    pub fired: Vec<FiredFlag>,
    /// What could not be judged.
    pub not_assessed: Vec<NotAssessed>,
    /// Of rules that hold on what is recorded, and that somebody has resolved, the latest resolution: its place in the
    /// list.
    pub resolved: Vec<usize>,
    /// Findings that are known, long-standing and unchanged.
    pub unchanged: Vec<Standing>,
    /// Findings of which nobody said whether they are new, changed or long-standing, and on which alone nothing fires.
    pub asks_on: Vec<Standing>,
    /// Questions that were answered with no, and when; a letter prints them with that day.
    pub answered_no: Vec<Standing>,
    /// Answers to questions that this catalogue does not know.
    pub unknown_questions: Vec<String>,
}

impl Assessment {
    /// What blocks exercise and stays on top: open emergencies and same-day findings.
    pub fn open(&self) -> impl Iterator<Item = &FiredFlag> {
        self.fired.iter().filter(|fired| fired.level.stays())
    }
}

/// Everything that is read.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The questions and rules that are applied.
    pub catalogue: &'a Catalogue,
    /// The screenings, in any order.
    pub flags: &'a [&'a Flag],
    /// What is known beside answers, such as readings and operations.
    pub facts: &'a Facts,
    /// What was decided about earlier findings.
    pub resolutions: &'a [&'a Resolution],
    /// What the clinic has set; the built-in limits where it set nothing.
    pub settings: &'a Settings,
    /// The day for which everything is judged.
    pub today: NaiveDate,
}

/// What fires, what is not assessed and what is resolved.
pub fn evaluate(record: &Record) -> Assessment {
    let answers: Vec<FlagAnswer> = record.flags.iter().flat_map(|flag| flag.flag_answers()).collect();
    let mut by_question: BTreeMap<&str, Vec<&FlagAnswer>> = BTreeMap::new();
    for answer in &answers {
        by_question.entry(answer.question).or_default().push(answer);
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
        let answers = answers.unwrap_or_default();
        let today = record.today_only();
        match input::standing(question, answers, today, record.settings) {
            Some((true, standing)) => assessment.unchanged.push(standing),
            Some((false, standing)) => assessment.answered_no.push(standing),
            None => {}
        }
        let asks_on = input::asks_on(question, answers, today, record.settings);
        assessment.asks_on.extend(asks_on);
    }
    let days: Vec<(Day, BTreeMap<String, Input>)> = record
        .days()
        .into_iter()
        .map(|day| (day, record.inputs(day, &by_question)))
        .collect();
    let found: Vec<Found> = record
        .catalogue
        .rules()
        .iter()
        .map(|rule| record.look(rule, &days))
        .collect();
    let decided = record.decided_on(&found);
    for found in found {
        record.judge(found, &decided, &mut assessment);
    }
    assessment
        .fired
        .sort_by_key(|fired| std::cmp::Reverse(fired.level));
    assessment
}

/// What a clause found on one day.
struct Held {
    today: bool,
    level: Level,
    evidence: Vec<Evidence>,
}

/// What a rule found on all days, and what it lacks today.
struct Found<'a> {
    rule: &'a FlagRule,
    held: Vec<Held>,
    missing: Vec<Gap>,
}

/// Inputs that somebody has resolved at a level.
struct Decided {
    /// The place of the resolution in the list.
    resolution: usize,
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
        let mut days: BTreeSet<NaiveDate> = self.flags.iter().map(|flag| flag.asked_on.last()).collect();
        days.extend(facts.temperatures.iter().map(|one| one.on));
        days.extend(facts.residual_urine.iter().map(|one| one.on));
        days.extend(facts.breaths.iter().map(|one| one.on));
        days.extend(facts.crp.iter().map(|one| one.on));
        days.extend(facts.esr.iter().map(|one| one.on));
        days.extend(facts.item_nine.iter().map(|one| one.on));
        days.extend(facts.power.iter().map(|exam| exam.on().last()));
        days.extend(facts.examined.iter().map(|one| one.on.last()));
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
        let derived = DerivedReading::ALL.into_iter().map(|derived| {
            (
                derived.id().to_owned(),
                derived.read(self.facts, day, self.settings),
            )
        });
        asked.chain(derived).collect()
    }

    /// What `rule` finds on each day. Lower levels follow the newest answers, so that only today counts for them.
    fn look<'b>(&self, rule: &'b FlagRule, days: &[(Day, BTreeMap<String, Input>)]) -> Found<'b> {
        let mut found = Found {
            rule,
            held: Vec::new(),
            missing: Vec::new(),
        };
        for (day, inputs) in days {
            let today = day.at == self.today;
            for clause in &rule.clause {
                let level = self.lifted(rule, clause.level);
                if !today && !level.stays() {
                    continue;
                }
                let combined = self.combine(&clause.when, inputs);
                if today {
                    add_new(&mut found.missing, combined.missing);
                }
                let evidence = combined
                    .present
                    .and_then(|evidence| match clause.since_procedure {
                        true => self.since_procedure(evidence, *day),
                        false => Some(evidence),
                    });
                if let Some(evidence) = evidence {
                    found.held.push(Held {
                        today,
                        level,
                        evidence,
                    });
                }
            }
        }
        found
    }

    /// The evidence without the findings that are older than the procedure within days; nothing where none is left.
    fn since_procedure(&self, mut evidence: Vec<Evidence>, day: Day) -> Option<Vec<Evidence>> {
        let start = procedures::start(self.facts, day, self.settings)?;
        evidence.retain(|one| one.on.is_none_or(|on| on.last() >= start));
        evidence.iter().any(|one| one.on.is_some()).then_some(evidence)
    }

    /// The inputs of each rule that somebody has resolved, with the level that was resolved.
    fn decided_on(&self, found: &[Found]) -> Vec<Decided> {
        let mut decided = Vec::new();
        for found in found {
            for held in &found.held {
                if let Err(resolution) = self.decided(found.rule, held.level, &held.evidence) {
                    decided.push(Decided {
                        resolution,
                        level: held.level,
                        evidence: held.evidence.clone(),
                    });
                }
            }
        }
        decided
    }

    fn judge(&self, found: Found, decided: &[Decided], into: &mut Assessment) {
        let Found { rule, held, missing } = found;
        let mut open: Vec<Held> = Vec::new();
        let mut dealt_with: Option<usize> = None;
        for held in held {
            // What was resolved with a reason does not come back through another rule for the very same inputs.
            let elsewhere = decided
                .iter()
                .find(|one| one.level >= held.level && same_inputs(&one.evidence, &held.evidence));
            let outcome = self.decided(rule, held.level, &held.evidence);
            let outcome = outcome.and_then(|level| elsewhere.map_or(Ok(level), |one| Err(one.resolution)));
            match outcome {
                // What somebody has lowered follows the newest answers again.
                Ok(level) if held.today || level.stays() => open.push(Held { level, ..held }),
                Ok(_) => {}
                Err(resolution) => {
                    let later =
                        dealt_with.is_none_or(|one| self.decided_at(one) < self.decided_at(resolution));
                    dealt_with = if later { Some(resolution) } else { dealt_with };
                }
            }
        }
        if let Some(level) = open.iter().map(|one| one.level).max() {
            let evidence = without_doubles(open.into_iter().flat_map(|one| one.evidence));
            into.fired.push(FiredFlag {
                rule: rule.id.clone(),
                version: rule.version,
                level,
                wording: rule.wording_for(level).to_owned(),
                since: evidence
                    .iter()
                    .filter_map(|one| one.on)
                    .min_by_key(|on| on.span()),
                evidence,
                missing,
            });
            return;
        }
        add_new(&mut into.resolved, dealt_with.into_iter().collect());
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

    /// When the resolution at that place was decided.
    fn decided_at(&self, place: usize) -> Option<DateTime<Utc>> {
        self.resolutions.get(place).and_then(|one| one.at)
    }

    /// The level that is left of a clause after what was decided, or the place of the resolution that covers all of it.
    fn decided(&self, rule: &FlagRule, level: Level, evidence: &[Evidence]) -> Result<Level, usize> {
        let newest: Option<DateTime<Utc>> = evidence.iter().filter_map(|one| one.recorded).max();
        // The record's clock runs in UTC; the local day may be one behind it.
        let tomorrow = self.today.succ_opt().unwrap_or(self.today);
        // What has no time covers nothing.
        let covers = |one: &Resolution| {
            let right = self.settings.may_resolve.get(&one.role);
            one.rule == rule.id
                && right.is_some_and(|right| *right >= level)
                && one
                    .at
                    .is_some_and(|at| at.date_naive() <= tomorrow && newest.is_none_or(|newest| newest <= at))
        };
        // Of two decisions of one moment the one that leaves more open counts.
        let left_open = |one: &Resolution| match one.decision {
            Decision::Resolved => None,
            Decision::LoweredTo(level) => Some(level),
        };
        let latest = self
            .resolutions
            .iter()
            .enumerate()
            .filter(|(_, one)| covers(one))
            .max_by_key(|(_, one)| (one.at, left_open(one)));
        match latest {
            None => Ok(level),
            Some((place, resolution)) => match resolution.decision {
                Decision::Resolved => Err(place),
                Decision::LoweredTo(lower) => Ok(lower.min(level)),
            },
        }
    }

    fn combine(&self, condition: &Condition, inputs: &BTreeMap<String, Input>) -> Combined {
        match condition {
            Condition::Input(name) => {
                let gap = |why: Why| {
                    vec![Gap {
                        input: name.clone(),
                        why,
                    }]
                };
                match inputs.get(name) {
                    Some(Input::Present(evidence)) => Combined {
                        present: Some(evidence.clone()),
                        ..Combined::default()
                    },
                    Some(Input::WithoutCourse(evidence)) => Combined {
                        without_course: Some(evidence.clone()),
                        missing: gap(Why::CourseNotSaid),
                        ..Combined::default()
                    },
                    Some(Input::Missing(why)) => Combined {
                        missing: gap(*why),
                        ..Combined::default()
                    },
                    Some(Input::Quiet) | None => Combined::default(),
                }
            }
            Condition::Any(of) => {
                let mut whole = Combined::default();
                for one in of.any.iter().map(|one| self.combine(one, inputs)) {
                    add_new(&mut whole.missing, one.missing);
                    if let Some(evidence) = one.present {
                        add_new(whole.present.get_or_insert_default(), evidence);
                    }
                    if let Some(evidence) = one.without_course {
                        add_new(whole.without_course.get_or_insert_default(), evidence);
                    }
                }
                if let Some(present) = &mut whole.present {
                    add_new(present, whole.without_course.take().unwrap_or_default());
                }
                whole
            }
            Condition::All(of) => {
                let parts: Vec<Combined> = of.all.iter().map(|one| self.combine(one, inputs)).collect();
                // A part that is quiet and wholly assessed keeps the condition from holding, so nothing is missing.
                if parts.iter().any(Combined::is_quiet) {
                    return Combined::default();
                }
                let whole = parts.iter().all(Combined::is_there);
                // What is there without its course counts beside something that fires.
                let fires = parts.iter().any(|one| one.present.is_some());
                let mut all = Combined::default();
                let mut evidence = Vec::new();
                for part in parts {
                    add_new(&mut all.missing, part.missing);
                    add_new(
                        &mut evidence,
                        part.present.or(part.without_course).unwrap_or_default(),
                    );
                }
                match (whole, fires) {
                    (true, true) => all.present = Some(evidence),
                    (true, false) => all.without_course = Some(evidence),
                    (false, _) => {}
                }
                all
            }
        }
    }
}

#[derive(Default)]
struct Combined {
    present: Option<Vec<Evidence>>,
    /// What is there and does not fire alone, because nobody said its course.
    without_course: Option<Vec<Evidence>>,
    missing: Vec<Gap>,
}

impl Combined {
    fn is_there(&self) -> bool {
        self.present.is_some() || self.without_course.is_some()
    }

    fn is_quiet(&self) -> bool {
        !self.is_there() && self.missing.is_empty()
    }
}

/// Whether both name the same inputs, whatever their order and however they stand on the day.
fn same_inputs(one: &[Evidence], other: &[Evidence]) -> bool {
    let within = |these: &[Evidence], those: &[Evidence]| {
        these
            .iter()
            .all(|this| those.iter().any(|that| this.is_same(that)))
    };
    within(one, other) && within(other, one)
}

/// The same answer read on several days is one piece of evidence, as it stood last.
fn without_doubles(evidence: impl Iterator<Item = Evidence>) -> Vec<Evidence> {
    let mut kept: Vec<Evidence> = Vec::new();
    for one in evidence {
        let same = |other: &&mut Evidence| {
            let same = one.told_by.is_some() || one.recorded.is_none() || other.found == one.found;
            same && other.is_same(&one)
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
