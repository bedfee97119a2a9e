//! One red-flag screening: the day, who answered, and the answers. What was measured and examined on that day is kept as
//! readings and an examination.
//!
//! A question that was not touched is not in the answers, so it is never a no. Times of recording are kept by whoever
//! stores the fact and stand in it only where it came from elsewhere.

pub mod answer;

use self::answer::{FlagAnswer, FlagReply};
use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    date::{PartialDate, end_of},
    issue::{Issue, Problem},
    reply::Reply,
    text::Text,
    when::{Point, When},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A screening for red flags, with every answer that was given on its day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The day on which it was asked. A month or a year is kept as it is: such a screening is old, its answers never count as a
    /// no.
    pub asked_on: PartialDate,
    /// When it was put into the record, where it came from another vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<DateTime<Utc>>,
    /// Who answered: the patient, a clinician, a document or a device.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Answers by the id of the question; what was not asked is not there.
    #[serde(default, deserialize_with = "crate::value::written::once_each")]
    pub answers: BTreeMap<String, FlagReply>,
    /// Anything else; never read as an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Flag {
    /// A screening on that day with nothing in it yet.
    pub fn on(asked_on: impl Into<PartialDate>) -> Self {
        Flag {
            asked_on: asked_on.into(),
            recorded: None,
            told_by: ToldBy::default(),
            answers: BTreeMap::new(),
            note: None,
        }
    }

    /// When it was put into the record, as it says itself; else the last moment of its day.
    pub fn recorded_at(&self) -> DateTime<Utc> {
        self.recorded.unwrap_or_else(|| end_of(self.asked_on.last()))
    }

    /// Its answers as the rules read them.
    pub fn flag_answers(&self) -> impl Iterator<Item = FlagAnswer<'_>> {
        self.answers.iter().map(|(question, reply)| FlagAnswer {
            question,
            reply,
            of: self,
        })
    }
}

impl Clinical for Flag {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Everything wrong with it that no field alone shows.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        let on = When {
            about: false,
            point: Point::Date(self.asked_on),
        };
        context.judge("asked_on", &on, &mut issues);
        if !self.answers.values().any(|one| one.reply() != Reply::NotAsked) {
            issues.push(Issue::at("answers", Problem::Required));
        }
        for (question, reply) in &self.answers {
            if let Some((_, since)) = reply.found() {
                context.judge(&format!("answers.{question}.since"), since, &mut issues);
            }
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let since = self.answers.values_mut().filter_map(FlagReply::since_mut);
        since.map(|since| ("answers", since)).collect()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::on(self.asked_on.span())
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.recorded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fact::flag::answer::Course, value::born::Birth};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn context() -> Context {
        Context {
            today: day("2026-11-25"),
            born: Birth::parse("1970", crate::Typing::on(day("2026-11-25"))).unwrap(),
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
        let asked: Vec<String> = flag.flag_answers().map(|one| one.question.to_owned()).collect();
        assert_eq!(asked, ["chills", "fever"]);
        assert_eq!(problems(&flag), []);
        assert_eq!(
            problems(&Flag::on(day("2026-11-24"))),
            [("answers".into(), Problem::Required)]
        );
    }

    #[test]
    fn a_note_alone_is_no_screening() {
        let noted = Flag {
            note: Text::new("denies incontinence").ok(),
            ..Flag::on(day("2026-11-24"))
        };
        assert_eq!(problems(&noted), [("answers".into(), Problem::Required)]);
    }

    #[test]
    fn what_lies_ahead_or_before_birth_is_told_at_its_answer() {
        let yes = |since: &str| {
            let since = When::parse(since, crate::Typing::on(day("2026-11-25"))).unwrap();
            FlagReply::yes(Course::New, since)
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
    fn without_a_time_of_recording_a_screening_counts_as_late_as_its_day_allows() {
        let flag = Flag::on(day("2026-11-24"));
        assert_eq!(flag.recorded_at().to_rfc3339(), "2026-11-24T23:59:59+00:00");
    }
}
