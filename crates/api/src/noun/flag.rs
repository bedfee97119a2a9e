//! A screening for red flags, as typed.

use super::{Typed, typed};
use super::{
    examination::{PowerInput, power},
    reading::{MeasuredInput, values},
};
use crate::reading::{Reading, shown};
use lamina_domain::{
    Examination, Flag, Reply, ToldBy, When,
    flag::answer::{Course, FlagReply},
    reading,
};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

typed!(Flag as FlagInput, with ReplyInput);

/// A reply, as typed. A question that was not touched has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ReplyInput {
    /// Asked, and answered with yes.
    Yes {
        /// New, changed, long-standing and unchanged, or not said.
        course: Course,
        /// Since when it is so; empty where nobody said.
        since: String,
    },
    /// Asked, and answered with no.
    No,
    /// The question makes no sense here.
    DoesNotApply,
    /// Asked, and not known.
    Unknown,
    /// Asked, and not answered by choice.
    Declined,
}

/// A reply as it is read: one without fields has none beside its tag, which serde checks of these alone.
#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
enum ReadReply {
    Yes { course: Course, since: String },
    No {},
    DoesNotApply {},
    Unknown {},
    Declined {},
}

impl<'de> Deserialize<'de> for ReplyInput {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        ReadReply::deserialize(reader).map(Self::from)
    }
}

impl From<ReadReply> for ReplyInput {
    fn from(read: ReadReply) -> Self {
        match read {
            ReadReply::Yes { course, since } => Self::Yes { course, since },
            ReadReply::No {} => Self::No,
            ReadReply::DoesNotApply {} => Self::DoesNotApply,
            ReadReply::Unknown {} => Self::Unknown,
            ReadReply::Declined {} => Self::Declined,
        }
    }
}

/// A screening for red flags, as typed. What was measured and examined beside it is kept as readings and an examination.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct FlagInput {
    /// The day on which it was asked; a month or a year is kept and counts as old.
    pub asked_on: String,
    /// Who answered: patient, clinician, document or device.
    pub told_by: ToldBy,
    /// Replies by the id of the question.
    #[ts(type = "Record<string, ReplyInput>")]
    pub answers: BTreeMap<String, ReplyInput>,
    /// What was measured on that day; what has no value is left out.
    pub measured: Vec<MeasuredInput>,
    /// Muscle power; what has no grade is left out.
    pub power: Vec<PowerInput>,
    /// Anything else; never read as an answer.
    pub note: String,
}

impl FlagInput {
    /// The screening as typed values.
    pub fn of(flag: &Flag) -> Self {
        let replies = flag.answers.iter().filter_map(|(question, reply)| {
            let found = reply.found();
            let reply = match reply.reply() {
                Reply::Yes => ReplyInput::Yes {
                    course: found.map(|(course, _)| course).unwrap_or_default(),
                    since: found
                        .filter(|(_, since)| !since.is_unknown())
                        .map(|(_, since)| since.to_string())
                        .unwrap_or_default(),
                },
                Reply::No => ReplyInput::No,
                Reply::DoesNotApply => ReplyInput::DoesNotApply,
                Reply::Unknown => ReplyInput::Unknown,
                Reply::Declined => ReplyInput::Declined,
                Reply::NotAsked => return None,
            };
            Some((question.clone(), reply))
        });
        Self {
            asked_on: flag.asked_on.to_string(),
            told_by: flag.told_by,
            answers: replies.collect(),
            measured: Vec::new(),
            power: Vec::new(),
            note: shown(&flag.note),
        }
    }

    /// The screening, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Flag> {
        let day = reading.date("asked_on", &self.asked_on);
        let mut answers = BTreeMap::new();
        for (question, reply) in &self.answers {
            let reply = match reply {
                ReplyInput::Yes { course, since } => {
                    let since = reading.when(&format!("answers.{question}.since"), since);
                    FlagReply::yes(*course, since)
                }
                ReplyInput::No => Reply::No.into(),
                ReplyInput::DoesNotApply => Reply::DoesNotApply.into(),
                ReplyInput::Unknown => Reply::Unknown.into(),
                ReplyInput::Declined => Reply::Declined.into(),
            };
            answers.insert(question.clone(), reply);
        }
        self.beside(When::default(), reading);
        Some(Flag {
            recorded: None,
            told_by: self.told_by,
            answers,
            note: reading.text("note", &self.note),
            asked_on: day?,
        })
    }

    /// What was measured and examined then: each value is a reading, and all powers are one examination.
    pub fn beside(&self, when: When, reading: &mut Reading) -> (Vec<reading::Reading>, Option<Examination>) {
        let read = values(&self.measured, "measured", reading).into_iter();
        let readings = read.map(|one| reading::Reading {
            reference: one.reference,
            flag: one.flag,
            ..reading::Reading::of(one.measured, when)
        });
        let readings = readings.collect();
        let power = power(&self.power, reading);
        let examination = (!power.is_empty()).then(|| Examination {
            when,
            power,
            ..Examination::default()
        });
        (readings, examination)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{PartialDate, Problem, Typing};

    fn typing() -> Typing {
        Typing::on("2026-11-25".parse().unwrap())
    }

    fn read(input: &FlagInput) -> Result<Flag, Vec<(String, Problem)>> {
        let mut reading = Reading::of(typing());
        let flag = input.read(&mut reading);
        let issues: Vec<_> = reading
            .issues
            .into_iter()
            .map(|issue| (issue.path, issue.problem))
            .collect();
        match flag {
            Some(flag) if issues.is_empty() => Ok(flag),
            _ => Err(issues),
        }
    }

    fn input(fields: serde_json::Value) -> FlagInput {
        serde_json::from_value(fields).unwrap()
    }

    #[test]
    fn what_was_typed_reads_back_as_the_same() {
        let typed = input(serde_json::json!({
            "asked_on": "today", "told_by": "patient", "note": "asked by telephone",
            "answers": {
                "saddle_numbness": {"is": "yes", "course": "new", "since": "20 Nov 2026"},
                "fever": {"is": "no"}, "chills": {"is": "unknown"}, "rigors": {"is": "declined"},
                "wound_redness": {"is": "does_not_apply"}
            }
        }));
        let flag = read(&typed).unwrap();
        let again = FlagInput::of(&flag);
        assert_eq!(again.asked_on, "25 Nov 2026");
        assert_eq!(again.answers, typed.answers);
        assert_eq!(read(&again).unwrap(), flag);
    }

    #[test]
    fn trap_31_untouched_questions_are_not_in_what_is_read() {
        let flag = read(&input(serde_json::json!({
            "asked_on": "today", "answers": {"fever": {"is": "no"}}
        })))
        .unwrap();
        assert_eq!(flag.answers.len(), 1);
    }

    #[test]
    fn trap_18_a_month_is_kept_and_not_completed() {
        let month = input(serde_json::json!({"asked_on": "May 2026", "answers": {"fever": {"is": "no"}}}));
        let kept = read(&month).unwrap();
        assert_eq!(kept.asked_on, PartialDate::Month(2026, 5));
        assert_eq!(FlagInput::of(&kept).asked_on, "May 2026");
        let outcome = read(&input(serde_json::json!({"answers": {"fever": {"is": "no"}}})));
        assert_eq!(outcome, Err(vec![("asked_on".into(), Problem::Required)]));
    }

    #[test]
    fn what_was_measured_and_examined_stands_beside_it_and_what_is_wrong_is_told_there() {
        let typed = |grade: &str, unit: &str| {
            input(serde_json::json!({
                "asked_on": "today", "answers": {"fever": {"is": "no"}},
                "measured": [
                    {"what": "temperature", "value": "38,2", "unit": "°C"},
                    {"what": "residual_urine", "unit": "mL"},
                    {"what": "crp", "value": "<5", "unit": unit}
                ],
                "power": [
                    {"muscle": "l5", "side": "left", "grade": grade, "known": true},
                    {"muscle": "s1", "side": "right", "grade": " "}
                ]
            }))
        };
        let good = typed("4\u{2212}", "mg/L");
        let flag = read(&good).unwrap();
        let again = FlagInput::of(&flag);
        assert_eq!(
            (again.measured.len(), again.power.len()),
            (0, 0),
            "they are no part of it"
        );
        let mut reading = Reading::of(typing());
        let (readings, examination) = good.beside(When::date(flag.asked_on), &mut reading);
        let values: Vec<f64> = readings
            .iter()
            .filter_map(|one| Some(one.measured.quantity()?.value))
            .collect();
        assert_eq!(values, [38.2, 5.0]);
        assert!(readings.iter().all(|one| one.when == When::date(flag.asked_on)));
        let power = examination.unwrap().power;
        assert_eq!((power.len(), power[0].power.to_string()), (1, "4-".to_owned()));
        let grade = Problem::NotAGrade { text: "3+".into() };
        assert_eq!(
            read(&typed("3+", "")),
            Err(vec![
                ("measured.2.unit".into(), Problem::Required),
                ("power.l5_left".into(), grade),
            ])
        );
    }
}
