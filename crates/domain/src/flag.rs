//! One asking for red flags: the day, who answered, the answers, and what was measured and examined on that day. And one decision
//! about a flag that fired, with its reason.
//!
//! A question that was not touched is not in the answers, so it is never a no. Times of recording are kept by whoever
//! stores the fact and stand in it only where it came from elsewhere.

use crate::{date::PartialDate, when::Anchor};
use crate::{
    fact::{Context, ToldBy},
    issue::{Issue, Problem},
    red_flag::{
        Catalogue, Decision, FlagAnswer, Level, Reply, Resolution, Role,
        facts::{Breaths, Crp, Esr, ResidualUrine, Temperature},
        power::{MuscleFinding, repeated},
    },
    text::Text,
    when::{Point, When},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The shortest reason for a decision, in characters.
pub const SHORTEST_REASON: usize = 3;

/// One asking for red flags.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The day on which it was asked. A month or a year is kept as it is: such an asking is old, its answers never count as a
    /// no, and what was measured in it is shown and read by no rule.
    pub asked_on: PartialDate,
    /// When it was put into the record, where it came from another vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<DateTime<Utc>>,
    /// Who answered.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Answers by the id of the question; what was not asked is not there.
    #[serde(default, deserialize_with = "crate::written::once_each")]
    pub answers: BTreeMap<String, Reply>,
    /// Body temperature in tenths of a degree Celsius.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temperature: Option<Temperature>,
    /// Residual urine after voiding, in mL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual_urine: Option<ResidualUrine>,
    /// Breaths a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaths: Option<Breaths>,
    /// CRP as reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crp: Option<Crp>,
    /// ESR as reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub esr: Option<Esr>,
    /// Muscle power as examined, by key muscle and side; a muscle that was not examined is not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub power: Vec<MuscleFinding>,
    /// Anything else; never read as an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Flag {
    /// An asking on that day with nothing in it yet.
    pub fn on(asked_on: impl Into<PartialDate>) -> Self {
        Flag {
            asked_on: asked_on.into(),
            recorded: None,
            told_by: ToldBy::default(),
            answers: BTreeMap::new(),
            temperature: None,
            residual_urine: None,
            breaths: None,
            crp: None,
            esr: None,
            power: Vec::new(),
            note: None,
        }
    }

    /// When it was put into the record: as it says itself, as its keeper says, or the last moment of its day.
    pub fn recorded_at(&self, kept: Option<DateTime<Utc>>) -> DateTime<Utc> {
        self.recorded
            .or(kept)
            .unwrap_or_else(|| end_of(self.asked_on.last()))
    }

    /// The answers as the rules read them. `kept` is the time of recording where the fact does not say it.
    pub fn flag_answers(&self, kept: Option<DateTime<Utc>>) -> impl Iterator<Item = FlagAnswer> {
        let recorded = self.recorded_at(kept);
        self.answers.iter().map(move |(question, reply)| FlagAnswer {
            question: question.clone(),
            reply: reply.clone(),
            asked_on: self.asked_on,
            recorded,
            told_by: self.told_by,
            note: None,
        })
    }

    /// Everything wrong with it that no field alone shows.
    pub fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        let on = When {
            about: false,
            point: Point::Date(self.asked_on),
        };
        context.judge("asked_on", &on, &mut issues);
        let measured = self.temperature.is_some()
            || self.residual_urine.is_some()
            || self.breaths.is_some()
            || self.crp.is_some()
            || self.esr.is_some()
            || !self.power.is_empty();
        if !measured && !self.answers.values().any(|reply| *reply != Reply::NotAsked) {
            issues.push(Issue::at("answers", Problem::Required));
        }
        for place in repeated(&self.power) {
            issues.push(Issue::at(
                format!("power[{place}].muscle"),
                Problem::OutOfRange { min: 1, max: 1 },
            ));
        }
        for (question, reply) in &self.answers {
            if let Reply::Yes { since, .. } = reply {
                context.judge(&format!("answers.{question}.since"), since, &mut issues);
            }
        }
        issues
    }

    /// Every point in time that an answer names.
    pub fn whens_mut(&mut self) -> impl Iterator<Item = &mut When> {
        self.answers.values_mut().filter_map(|reply| match reply {
            Reply::Yes { since, .. } => Some(since),
            _ => None,
        })
    }

    /// Every reference to another fact.
    pub fn anchors_mut(&mut self) -> impl Iterator<Item = &mut Anchor> {
        self.whens_mut().filter_map(When::anchor_mut)
    }
}

/// A decision about a rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolving {
    /// Id of the rule.
    pub rule: String,
    /// The version of the rule that was looked at.
    pub version: u32,
    /// What was decided.
    pub decision: Decision,
    /// Name of the person who decided.
    pub by: Text,
    /// Their role as the rules know it.
    pub role: Role,
    /// Their role in their own words: "pain consultant".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_words: Option<Text>,
    /// When it was decided, where that is not the time of recording. What is recorded later is not covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Why, at least three characters.
    pub reason: Text,
}

impl Resolving {
    /// As the rules read it. `kept` is the time of recording where the fact does not say when it was decided; without
    /// either it covers nothing.
    pub fn resolution(&self, kept: Option<DateTime<Utc>>) -> Option<Resolution> {
        Some(Resolution {
            rule: self.rule.clone(),
            decision: self.decision,
            by: self.by.clone(),
            role: self.role,
            at: self.at.or(kept)?,
            reason: self.reason.clone(),
        })
    }

    /// Everything wrong with it that no field alone shows.
    pub fn check(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.reason.as_str().chars().count() < SHORTEST_REASON {
            issues.push(Issue::at("reason", Problem::Required));
        }
        if let Decision::LoweredTo(Level::Emergency) = self.decision {
            // Nothing lies above an emergency, so nothing is lowered to one.
            issues.push(Issue::at("decision", Problem::Required));
        }
        let known = |catalogue: &Catalogue| catalogue.rules().iter().any(|rule| rule.id == self.rule);
        if !Catalogue::built_in().is_ok_and(known) {
            issues.push(Issue::at("rule", Problem::Required));
        }
        issues
    }
}

fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(23, 59, 59)
        .map_or(DateTime::<Utc>::MAX_UTC, |at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{patient::Born, red_flag::Course};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn context() -> Context {
        Context {
            today: day("2026-11-25"),
            born: Born::parse("1970", crate::Typing::on(day("2026-11-25"))).unwrap(),
        }
    }

    fn problems(flag: &Flag) -> Vec<(String, Problem)> {
        flag.check(&context())
            .into_iter()
            .map(|issue| (issue.path, issue.problem))
            .collect()
    }

    #[test]
    fn trap_31_a_question_that_was_not_touched_is_no_answer() {
        let flag: Flag = serde_json::from_str(
            r#"{"asked_on":"2026-11-24","answers":{"fever":{"is":"no"},"chills":{"is":"unknown"}}}"#,
        )
        .unwrap();
        let asked: Vec<String> = flag.flag_answers(None).map(|one| one.question).collect();
        assert_eq!(asked, ["chills", "fever"]);
        assert_eq!(problems(&flag), []);
        assert_eq!(
            problems(&Flag::on(day("2026-11-24"))),
            [("answers".into(), Problem::Required)]
        );
    }

    #[test]
    fn a_note_alone_is_no_asking_and_a_reading_alone_is() {
        let noted = Flag {
            note: Text::new("denies incontinence").ok(),
            ..Flag::on(day("2026-11-24"))
        };
        assert_eq!(problems(&noted), [("answers".into(), Problem::Required)]);
        let measured = Flag {
            temperature: Temperature::try_from(365).ok(),
            ..Flag::on(day("2026-11-24"))
        };
        assert_eq!(problems(&measured), []);
    }

    #[test]
    fn what_lies_ahead_or_before_birth_is_told_at_its_answer() {
        let yes = |since: &str| Reply::Yes {
            course: Course::New,
            since: When::parse(since, crate::Typing::on(day("2026-11-25"))).unwrap(),
        };
        let flag = Flag {
            answers: BTreeMap::from([
                ("fever".to_owned(), yes("2027")),
                ("chills".to_owned(), yes("1960")),
            ]),
            ..Flag::on(day("2026-11-26"))
        };
        assert_eq!(
            problems(&flag),
            [
                ("asked_on".into(), Problem::InFuture),
                ("answers.chills.since".into(), Problem::BeforeBirth),
                ("answers.fever.since".into(), Problem::InFuture),
            ]
        );
    }

    #[test]
    fn without_a_time_of_recording_an_asking_counts_as_late_as_its_day_allows() {
        let flag = Flag::on(day("2026-11-24"));
        assert_eq!(flag.recorded_at(None).to_rfc3339(), "2026-11-24T23:59:59+00:00");
    }

    #[test]
    fn a_decision_needs_a_reason_of_three_characters_and_a_rule_that_exists() {
        let decided = |rule: &str, reason: &str| Resolving {
            rule: rule.to_owned(),
            version: 1,
            decision: Decision::Resolved,
            by: Text::new("Dr Okafor").unwrap(),
            role: Role::Clinician,
            role_words: None,
            at: None,
            reason: Text::new(reason).unwrap(),
        };
        assert_eq!(decided("red_flag.ces", "MRI done").check(), []);
        assert_eq!(
            decided("red_flag.ces", "ok").check(),
            [Issue::at("reason", Problem::Required)]
        );
        assert_eq!(
            decided("red_flag.nothing", "MRI done").check(),
            [Issue::at("rule", Problem::Required)]
        );
        assert_eq!(decided("red_flag.ces", "MRI done").resolution(None), None);
    }
}
