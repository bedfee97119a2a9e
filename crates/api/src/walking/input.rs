//! What is typed about a walking plan and what happens to it; a line of its diary has a module of its own.

mod row;

pub use row::{WalkingEntryInput, WalkingRowInput};

use crate::reading::{Reading, shown};
use chrono::NaiveDate;
use lamina_domain::{
    PartialDate, Problem, Reply,
    fact::walking::{
        Baseline, Bout, Caution, DiarySymptom, Item, ItemAnswer, Pace, Plan, Quota, Step, Target,
        WalkingEvent, WalkingHappened,
    },
    resolution::Role,
};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Longest short text, in characters.
const LINE: usize = 200;

/// An answer of the gate, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClearanceInput {
    /// Which question.
    pub item: Item,
    /// What was said.
    pub reply: Reply,
    /// On which day; the day of the plan where it is empty.
    #[serde(default)]
    pub on: String,
    /// By whom.
    #[serde(default)]
    pub by: String,
}

/// A comfortable bout, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct WalkingBoutInput {
    /// On which day.
    pub on: String,
    /// How long: "12", "12:30", "90 s".
    pub minutes: String,
    /// Whether it was a bad day.
    pub bad_day: bool,
}

impl WalkingBoutInput {
    fn is_blank(&self) -> bool {
        self.on.trim().is_empty() && self.minutes.trim().is_empty() && !self.bad_day
    }
}

/// A quota, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct QuotaInput {
    /// Length of a bout: "12", "12:30".
    pub minutes: String,
    /// Bouts a day, 1 to 4.
    pub bouts_a_day: String,
    /// Days a week, 1 to 7.
    pub days_a_week: String,
    /// Pace.
    pub pace: Pace,
}

impl QuotaInput {
    /// A quota as typed values.
    pub fn of(quota: &Quota) -> Self {
        Self {
            minutes: minutes(quota.seconds.get().into()),
            bouts_a_day: quota.bouts_a_day.to_string(),
            days_a_week: quota.days_a_week.to_string(),
            pace: quota.pace,
        }
    }

    fn read(&self, reading: &mut Reading, path: &str) -> Option<Quota> {
        let seconds = seconds(&self.minutes).and_then(|seconds| in_minutes(seconds, 60, 10_800));
        let seconds = reading.keep(&format!("{path}.minutes"), seconds);
        let bouts_a_day = reading.whole(&format!("{path}.bouts_a_day"), &self.bouts_a_day);
        let days_a_week = reading.whole(&format!("{path}.days_a_week"), &self.days_a_week);
        Some(Quota {
            seconds: seconds?,
            bouts_a_day: bouts_a_day?,
            days_a_week: days_a_week?,
            pace: self.pace,
        })
    }
}

/// A walking plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct WalkingPlanInput {
    /// The day of the prescription; today where it is empty.
    pub prescribed_on: String,
    /// Who prescribes it; the clinic's author where it is empty.
    pub by: String,
    /// Answers of the gate.
    pub answers: Vec<ClearanceInput>,
    /// Comfortable bouts; none or three and more.
    pub bouts: Vec<WalkingBoutInput>,
    /// What it starts with.
    pub quota: QuotaInput,
    /// What rises when a week went well.
    pub step: Step,
    /// Minutes to aim at on a day of walking.
    pub target_minutes: String,
    /// Days a week to aim at.
    pub target_days: String,
    /// What needs care.
    pub cautions: BTreeSet<Caution>,
    /// Restrictions and precautions.
    pub precautions: String,
    /// Anything else.
    pub note: String,
}

impl WalkingPlanInput {
    /// A plan as typed values.
    pub fn of(plan: &Plan) -> Self {
        Self {
            prescribed_on: spelled(plan.prescribed_on),
            by: plan.by.to_string(),
            answers: plan
                .answers
                .iter()
                .map(|answer| ClearanceInput {
                    item: answer.item,
                    reply: answer.reply,
                    on: spelled(answer.on),
                    by: shown(&answer.by),
                })
                .collect(),
            bouts: plan
                .baseline
                .iter()
                .flat_map(Baseline::bouts)
                .map(|bout| WalkingBoutInput {
                    on: spelled(bout.on),
                    minutes: minutes(bout.seconds),
                    bad_day: bout.bad_day,
                })
                .collect(),
            quota: QuotaInput::of(&plan.quota),
            step: plan.step,
            target_minutes: plan.target.minutes.to_string(),
            target_days: plan.target.days.to_string(),
            cautions: plan.cautions.clone(),
            precautions: shown(&plan.precautions),
            note: shown(&plan.note),
        }
    }

    /// The plan, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Plan> {
        let prescribed_on = day(reading, "prescribed_on", &self.prescribed_on);
        let by = reading.required("by", &self.by);
        let asked_on = prescribed_on.unwrap_or(reading.typing.today);
        let mut answers = Vec::new();
        for (place, answer) in self.answers.iter().enumerate() {
            if answer.reply == Reply::NotAsked {
                continue;
            }
            let on = match answer.on.trim() {
                "" => Some(asked_on),
                typed => day(reading, &format!("answers.{place}.on"), typed),
            };
            let by = reading.line(&format!("answers.{place}.by"), &answer.by, LINE);
            // A clearance is somebody's word.
            if answer.item == Item::MedicalClearance && answer.reply == Reply::Yes && by.is_none() {
                let missing = Err::<(), _>(Problem::Required);
                reading.keep(&format!("answers.{place}.by"), missing);
            }
            answers.extend(on.map(|on| ItemAnswer {
                item: answer.item,
                reply: answer.reply,
                on,
                by,
            }));
        }
        let baseline = self.baseline(reading);
        let quota = self.quota.read(reading, "quota");
        let minutes = reading.whole("target_minutes", &self.target_minutes);
        let days = reading.whole("target_days", &self.target_days);
        let precautions = reading.text("precautions", &self.precautions);
        let note = reading.text("note", &self.note);
        Some(Plan {
            prescribed_on: prescribed_on?,
            by: by?,
            answers,
            baseline: baseline?,
            quota: quota?,
            step: self.step,
            target: Target {
                minutes: minutes?,
                days: days?,
            },
            cautions: self.cautions.clone(),
            at: None,
            precautions,
            note,
        })
    }

    /// No baseline where no bout was typed.
    fn baseline(&self, reading: &mut Reading) -> Option<Option<Baseline>> {
        let typed = || self.bouts.iter().enumerate().filter(|(_, bout)| !bout.is_blank());
        if typed().next().is_none() {
            return Some(None);
        }
        let mut bouts = Vec::new();
        let mut whole = true;
        for (place, bout) in typed() {
            let on = day(reading, &format!("bouts.{place}.on"), &bout.on);
            let seconds = reading.keep(&format!("bouts.{place}.minutes"), seconds(&bout.minutes));
            match (on, seconds) {
                (Some(on), Some(seconds)) => bouts.push(Bout {
                    on,
                    seconds,
                    bad_day: bout.bad_day,
                }),
                _ => whole = false,
            }
        }
        if !whole {
            return None;
        }
        let made = Baseline::new(bouts).map_err(|issues| {
            let mut problems = issues.into_iter().map(|issue| issue.problem);
            problems.next_back().unwrap_or(Problem::Required)
        });
        let made = match made {
            Err(Problem::Required) => Err(Problem::BaselineIncomplete),
            other => other,
        };
        reading.keep("bouts", made).map(Some)
    }
}

/// What happened to a plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(rename = "WalkingHappened")]
pub enum WalkingHappenedInput {
    /// It begins on the day.
    Started,
    /// It is paused.
    Paused {
        /// What was ticked; empty where a person paused it.
        symptoms: BTreeSet<DiarySymptom>,
    },
    /// A clinician opened it again.
    Reopened,
    /// Another quota from that day on.
    Quota {
        /// The quota.
        quota: QuotaInput,
    },
    /// It ended.
    Ended,
}

/// What happened as it is read: what has no fields has none beside its tag, which serde checks of these alone.
#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
enum ReadHappened {
    Started {},
    Paused {
        #[serde(default)]
        symptoms: BTreeSet<DiarySymptom>,
    },
    Reopened {},
    Quota {
        quota: QuotaInput,
    },
    Ended {},
}

impl<'de> Deserialize<'de> for WalkingHappenedInput {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        ReadHappened::deserialize(reader).map(Self::from)
    }
}

impl From<ReadHappened> for WalkingHappenedInput {
    fn from(read: ReadHappened) -> Self {
        match read {
            ReadHappened::Started {} => Self::Started,
            ReadHappened::Paused { symptoms } => Self::Paused { symptoms },
            ReadHappened::Reopened {} => Self::Reopened,
            ReadHappened::Quota { quota } => Self::Quota { quota },
            ReadHappened::Ended {} => Self::Ended,
        }
    }
}

/// Something that happened to a plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WalkingEventInput {
    /// What.
    pub what: WalkingHappenedInput,
    /// The day; today where it is empty.
    #[serde(default)]
    pub on: String,
    /// Who; the clinic's author where it is empty.
    #[serde(default)]
    pub by: String,
    /// Their role in words; the author's role where it is empty.
    #[serde(default)]
    pub role: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl WalkingEventInput {
    /// An event as typed values.
    pub fn of(event: &WalkingEvent) -> Self {
        Self {
            what: match &event.what {
                WalkingHappened::Started => WalkingHappenedInput::Started,
                WalkingHappened::Paused { symptoms } => WalkingHappenedInput::Paused {
                    symptoms: symptoms.clone(),
                },
                WalkingHappened::Reopened => WalkingHappenedInput::Reopened,
                WalkingHappened::Quota { quota } => WalkingHappenedInput::Quota {
                    quota: QuotaInput::of(quota),
                },
                WalkingHappened::Ended => WalkingHappenedInput::Ended,
            },
            on: spelled(event.on),
            by: event.by.to_string(),
            role: shown(&event.role_words),
            reason: shown(&event.reason),
        }
    }

    /// The event, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<WalkingEvent> {
        let on = day(reading, "on", &self.on);
        let by = reading.required("by", &self.by);
        let role_words = reading.line("role", &self.role, LINE);
        let reason = reading.text("reason", &self.reason);
        let what = match &self.what {
            WalkingHappenedInput::Started => Some(WalkingHappened::Started),
            WalkingHappenedInput::Paused { symptoms } => Some(WalkingHappened::Paused {
                symptoms: symptoms.clone(),
            }),
            WalkingHappenedInput::Reopened => Some(WalkingHappened::Reopened),
            WalkingHappenedInput::Quota { quota } => quota
                .read(reading, "what.quota")
                .map(|quota| WalkingHappened::Quota { quota }),
            WalkingHappenedInput::Ended => Some(WalkingHappened::Ended),
        };
        Some(WalkingEvent {
            on: on?,
            what: what?,
            by: by?,
            role: Some(Role::Clinician),
            role_words,
            at: None,
            reason,
        })
    }
}

/// A day; today where nothing is typed.
fn day(reading: &mut Reading, path: &str, typed: &str) -> Option<NaiveDate> {
    // An empty field is today as well, and stays that day in a draft.
    let typed = if typed.trim().is_empty() { "today" } else { typed };
    reading.day(path, typed)
}

fn spelled(day: NaiveDate) -> String {
    PartialDate::Day(day).to_string()
}

/// A length of walking as people read it: "12", "12:30".
pub fn minutes(seconds: u32) -> String {
    match seconds % 60 {
        0 => (seconds / 60).to_string(),
        rest => format!("{}:{rest:02}", seconds / 60),
    }
}

/// Seconds of a length as typed: "12", "12.5", "12:30", "12 min", "90 s".
fn seconds(typed: &str) -> Result<u32, Problem> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let not_a_number = || Problem::NotANumber {
        text: text.to_owned(),
    };
    if let Some((whole, rest)) = text.split_once(':') {
        let part = |text: &str| text.trim().parse::<u32>().map_err(|_| not_a_number());
        let (minutes, seconds) = (part(whole)?, part(rest)?);
        if seconds > 59 || minutes > 600 {
            return Err(not_a_number());
        }
        return Ok(minutes * 60 + seconds);
    }
    let strip = |units: &[&str]| {
        let low = text.to_lowercase();
        units
            .iter()
            .find_map(|unit| low.strip_suffix(unit).map(|rest| rest.trim().to_owned()))
    };
    let (number, factor) = match (
        strip(&["seconds", "sec", "s"]),
        strip(&["minutes", "minute", "min"]),
    ) {
        (_, Some(number)) => (number, 60.0),
        (Some(number), None) => (number, 1.0),
        (None, None) => (text.to_owned(), 60.0),
    };
    let number = crate::reading::decimal(&number).map_err(|_| not_a_number())?;
    let seconds = (number * factor).round();
    if (0.0..=36_000.0).contains(&seconds) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range was just looked at"
        )]
        Ok(seconds as u32)
    } else {
        Err(Problem::OutOfRange { min: 0, max: 600 })
    }
}

/// A length of walking inside its limits, with the limits told in minutes.
fn in_minutes<T: TryFrom<i64, Error = Problem>>(seconds: u32, least: i64, most: i64) -> Result<T, Problem> {
    T::try_from(seconds.into()).map_err(|_| Problem::OutOfRange {
        min: (least + 59) / 60,
        max: most / 60,
    })
}

#[cfg(test)]
mod tests;
