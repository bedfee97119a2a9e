//! One input of a rule on one day: present with its evidence, quiet, or missing with the reason. Quiet means only
//! that this input says nothing; it never speaks for the absence of a condition.

use super::{
    answer::{Course, FlagAnswer, Reply},
    catalogue::{Kind, Question},
    settings::Settings,
};
use crate::{date::PartialDate, fact::ToldBy};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What was recorded that made a rule fire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Id of the question or reading.
    pub input: String,
    /// The finding in words, without its date.
    pub words: String,
    /// The day it belongs to, where it has one.
    pub on: Option<NaiveDate>,
    /// When it was recorded; `None` for what follows from the calendar, such as age.
    pub recorded: Option<DateTime<Utc>>,
    /// Who said it, for answers.
    pub told_by: Option<ToldBy>,
}

/// Why an input is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// Nobody asked.
    NotAsked,
    /// Asked, and not known.
    Unknown,
    /// Asked, and not answered by choice.
    Declined,
    /// The fact that the rule needs is not in the record.
    NotRecorded,
    /// Not assessed since that day.
    NotSince {
        /// The last day on which it was.
        day: NaiveDate,
    },
    /// The only answer lies in the future.
    DatedAhead,
}

/// An input that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Id of the question or reading.
    pub input: String,
    /// What it would tell, in words.
    pub words: String,
    /// Why it is missing.
    #[serde(flatten)]
    pub why: Why,
}

impl Gap {
    /// As printed: "fever: not assessed since 3 Nov 2026".
    pub fn text(&self) -> String {
        let why = match self.why {
            Why::NotAsked => "not asked".to_owned(),
            Why::Unknown => "asked, not known".to_owned(),
            Why::Declined => "asked, declined".to_owned(),
            Why::NotRecorded => "not recorded".to_owned(),
            Why::NotSince { day } => format!("not assessed since {}", PartialDate::Day(day)),
            Why::DatedAhead => "dated in the future".to_owned(),
        };
        format!("{}: {why}", self.words)
    }
}

/// The state of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// It fires.
    Present(Vec<Evidence>),
    /// It says nothing.
    Quiet,
    /// It could not be read.
    Missing(Why),
}

/// How a question stands that does not fire: the finding is known and unchanged, or the answer is no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Id of the question.
    pub question: String,
    /// The finding in words.
    pub words: String,
    /// When it was last answered.
    pub on: NaiveDate,
    /// Who said it.
    pub told_by: ToldBy,
}

/// The day up to which the record is read, and today itself.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// The day that is looked at.
    pub at: NaiveDate,
    /// The real today.
    pub today: NaiveDate,
}

impl Day {
    /// Whether something of `on` is seen. What is dated ahead is seen today: a wrong year must not hide a finding.
    pub fn sees(self, on: NaiveDate) -> bool {
        on <= self.at || (self.at == self.today && on > self.today)
    }

    /// Days since `on`, not below zero.
    pub fn since(self, on: NaiveDate) -> i64 {
        (self.at - on).num_days().max(0)
    }
}

/// Whether "long-standing, unchanged" can be true: the question allows it and it did not begin lately.
fn is_baseline(question: &Question, answer: &FlagAnswer, settings: &Settings) -> bool {
    let Reply::Yes {
        course: Course::LongStandingUnchanged,
        since,
    } = &answer.reply
    else {
        return false;
    };
    let began_lately = since
        .span()
        .is_some_and(|(from, _)| (answer.asked_on - from).num_days() < i64::from(settings.new_days.get()));
    question.long_standing && !began_lately
}

/// What the answers to `question` say on `day`. A yes stays until a later definite answer; a no grows old.
pub fn read(question: &Question, answers: &[&FlagAnswer], day: Day, settings: &Settings) -> Input {
    let definite = |answer: &&&FlagAnswer| match answer.reply {
        Reply::Yes { .. } => day.sees(answer.asked_on),
        Reply::No => answer.asked_on <= day.at,
        Reply::DoesNotApply => question.may_not_apply && answer.asked_on <= day.at,
        Reply::Unknown | Reply::Declined | Reply::NotAsked => false,
    };
    let Some(last) = answers.iter().filter(definite).map(|one| one.asked_on).max() else {
        return Input::Missing(missing(answers, day).unwrap_or(
            if answers.iter().any(|one| one.asked_on > day.today) {
                Why::DatedAhead
            } else {
                Why::NotAsked
            },
        ));
    };
    let fires =
        |one: &&&FlagAnswer| matches!(one.reply, Reply::Yes { .. }) && !is_baseline(question, one, settings);
    let cleared = answers
        .iter()
        .filter(definite)
        .filter(|one| !fires(one))
        .map(|one| one.asked_on)
        .max();
    // On the same day a yes outweighs a no.
    let found: Vec<Evidence> = answers
        .iter()
        .filter(definite)
        .filter(fires)
        .filter(|one| cleared.is_none_or(|cleared| one.asked_on >= cleared))
        .map(|one| {
            evidence(
                question,
                one,
                last == one.asked_on && too_old(question, last, day, settings),
            )
        })
        .collect();
    if !found.is_empty() {
        return Input::Present(found);
    }
    let later: Vec<&FlagAnswer> = answers
        .iter()
        .filter(|one| one.asked_on > last)
        .copied()
        .collect();
    if let Some(why) = missing(&later, day) {
        return Input::Missing(why);
    }
    if too_old(question, last, day, settings) {
        return Input::Missing(Why::NotSince { day: last });
    }
    Input::Quiet
}

/// How `question` stands on `day`, where its newest answer is current and nothing fires; true for a finding that is
/// known and unchanged, false for a no.
pub fn standing(
    question: &Question,
    answers: &[&FlagAnswer],
    day: Day,
    settings: &Settings,
) -> Option<(bool, Standing)> {
    if !matches!(read(question, answers, day, settings), Input::Quiet) {
        return None;
    }
    let last = |wanted: &dyn Fn(&FlagAnswer) -> bool| {
        answers
            .iter()
            .filter(|one| one.asked_on <= day.at && wanted(one))
            .max_by_key(|one| (one.asked_on, one.recorded))
    };
    let baseline = last(&|one| is_baseline(question, one, settings));
    let no = last(&|one| one.reply == Reply::No);
    let newer = baseline.filter(|baseline| no.is_none_or(|no| baseline.asked_on >= no.asked_on));
    let answer = newer.or(no)?;
    let standing = Standing {
        question: question.id.clone(),
        words: question.words.clone(),
        on: answer.asked_on,
        told_by: answer.told_by,
    };
    Some((newer.is_some(), standing))
}

fn missing(answers: &[&FlagAnswer], day: Day) -> Option<Why> {
    answers
        .iter()
        .filter(|one| one.asked_on <= day.at)
        .filter_map(|one| match one.reply {
            Reply::Unknown => Some((one.asked_on, Why::Unknown)),
            Reply::Declined => Some((one.asked_on, Why::Declined)),
            _ => None,
        })
        .max_by_key(|(on, _)| *on)
        .map(|(_, why)| why)
}

fn too_old(question: &Question, last: NaiveDate, day: Day, settings: &Settings) -> bool {
    let limit = match question.kind {
        Kind::Symptom | Kind::Event => settings.symptom_days,
        Kind::Sign => settings.sign_days,
        Kind::Risk => settings.risk_days,
    };
    day.since(last) > i64::from(limit.get())
}

fn evidence(question: &Question, answer: &FlagAnswer, old: bool) -> Evidence {
    let mut words = question.words.clone();
    if let Reply::Yes { course, since } = &answer.reply {
        let course = match course {
            // It is shown as it was said, and with the reason why it does not count.
            Course::LongStandingUnchanged if question.long_standing => {
                "said to be unchanged, but began within days"
            }
            other => other.words(),
        };
        let mut more: Vec<String> = Vec::new();
        if !course.is_empty() {
            more.push(course.to_owned());
        }
        if !since.is_unknown() {
            more.push(format!("since {since}"));
        }
        if old {
            more.push("not asked since".to_owned());
        }
        if !more.is_empty() {
            words = format!("{words} ({})", more.join(", "));
        }
    }
    Evidence {
        input: question.id.clone(),
        words,
        on: Some(answer.asked_on),
        recorded: Some(answer.recorded),
        told_by: Some(answer.told_by),
    }
}
