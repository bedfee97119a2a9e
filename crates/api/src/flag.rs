//! Red flags on the wire: a screening and a decision as typed; what is asked and what fires is in [`view`].

mod view;

pub use view::{
    FiredView, FlagGroup, FlagQuestion, FlagsLine, LastAnswer, LineState, NotAssessedView, RedFlagsView,
    ResolvedView, StandingView,
};

use crate::reading::{Reading, decimal, shown};
use lamina_domain::{
    Flag, Problem, Reply, Resolution, Text, ToldBy,
    flag::{
        answer::{Course, FlagReply, Level},
        measured::{Amount, Crp, CrpUnit, Esr, Temperature},
        power::{KeyMuscle, LimbSide, MuscleFinding, Power},
    },
    resolution::{Decision, Role},
};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A reply, as typed. A question that was not touched has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ReplyInput {
    /// Yes.
    Yes {
        /// New, changed, long-standing and unchanged, or not said.
        course: Course,
        /// Since when.
        since: String,
    },
    /// No.
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

/// The power of one muscle, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PowerInput {
    /// Which muscle.
    pub muscle: KeyMuscle,
    /// On which side.
    pub side: LimbSide,
    /// Its MRC grade: 0, 1, 2, 3, 4-, 4, 4+, 5, or NT; empty where it was not examined.
    pub grade: String,
    /// Whether it is said to be known, long-standing and unchanged.
    #[serde(default)]
    pub known: bool,
}

/// A screening for red flags, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct FlagInput {
    /// The day on which it was asked; a month or a year is kept and counts as old.
    pub asked_on: String,
    /// Who answered.
    pub told_by: ToldBy,
    /// Replies by the id of the question.
    #[ts(type = "Record<string, ReplyInput>")]
    pub answers: BTreeMap<String, ReplyInput>,
    /// Body temperature in degrees Celsius.
    pub temperature: String,
    /// Residual urine after voiding, in mL.
    pub residual_urine: String,
    /// Breaths a minute.
    pub breaths: String,
    /// CRP as reported; "<5" is below the limit of detection.
    pub crp: String,
    /// Its unit; has to be chosen where a CRP is given.
    pub crp_unit: Option<CrpUnit>,
    /// ESR in mm/h; "<5" is below.
    pub esr: String,
    /// Muscle power; what has no grade is left out.
    pub power: Vec<PowerInput>,
    /// Anything else; never read as an answer.
    pub note: String,
}

impl FlagInput {
    /// The screening as typed values.
    pub fn of(flag: &Flag) -> Self {
        let below = |below: bool| if below { "<" } else { "" };
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
            temperature: flag
                .temperature
                .map(|value| tenths(value.get()))
                .unwrap_or_default(),
            residual_urine: shown(&flag.residual_urine),
            breaths: shown(&flag.breaths),
            crp: flag
                .crp
                .map(|crp| format!("{}{}", below(crp.amount.below), tenths(crp.amount.tenths.get())))
                .unwrap_or_default(),
            crp_unit: flag.crp.map(|crp| crp.unit),
            esr: flag
                .esr
                .map(|esr| format!("{}{}", below(esr.below), esr.value))
                .unwrap_or_default(),
            power: flag.power.iter().map(PowerInput::of).collect(),
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
        let temperature =
            given(&self.temperature).and_then(|typed| reading.keep("temperature", temperature(typed)));
        let residual_urine =
            given(&self.residual_urine).and_then(|typed| reading.whole("residual_urine", typed));
        let breaths = given(&self.breaths).and_then(|typed| reading.whole("breaths", typed));
        let crp = given(&self.crp).and_then(|typed| {
            let amount = reading.keep("crp", amount(typed));
            let unit = reading.keep("crp_unit", self.crp_unit.ok_or(Problem::Required));
            Some(Crp {
                amount: amount?,
                unit: unit?,
            })
        });
        let esr = given(&self.esr).and_then(|typed| {
            let (below, number) = limit(typed);
            reading.whole("esr", number).map(|value| Esr { below, value })
        });
        Some(Flag {
            recorded: None,
            told_by: self.told_by,
            answers,
            temperature,
            residual_urine,
            breaths,
            crp,
            esr,
            power: self.power.iter().filter_map(|one| one.read(reading)).collect(),
            note: reading.text("note", &self.note),
            asked_on: day?,
        })
    }
}

impl PowerInput {
    fn of(finding: &MuscleFinding) -> Self {
        Self {
            muscle: finding.muscle,
            side: finding.side,
            grade: finding.power.to_string(),
            known: finding.known,
        }
    }

    /// The finding, where a grade was typed; what is no grade is told at `power.l5_left`.
    fn read(&self, reading: &mut Reading) -> Option<MuscleFinding> {
        let typed = given(&self.grade)?;
        let finding = |power: Power| MuscleFinding {
            muscle: self.muscle,
            side: self.side,
            power,
            known: self.known && power.grade().is_some(),
        };
        let field = finding(Power::NotTested).field();
        let power = reading.keep(&format!("power.{field}"), typed.parse::<Power>());
        power.map(finding)
    }
}

fn given(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|typed| !typed.is_empty())
}

fn limit(typed: &str) -> (bool, &str) {
    match typed.strip_prefix('<') {
        Some(rest) => (true, rest.trim()),
        None => (false, typed),
    }
}

fn amount(typed: &str) -> Result<Amount, Problem> {
    let (below, number) = limit(typed);
    let tenths = in_tenths(number, 0, 6000)?.try_into()?;
    Ok(Amount { below, tenths })
}

fn temperature(typed: &str) -> Result<Temperature, Problem> {
    in_tenths(typed, 25, 45)?.try_into()
}

/// Tenths of what was typed, which lies between two whole numbers; a finer number is rounded to them.
fn in_tenths(typed: &str, min: i64, max: i64) -> Result<i64, Problem> {
    let outside = Problem::OutOfRange { min, max };
    let number = decimal(typed)?;
    let text = format!("{:.0}", number * 10.0);
    let tenths: i64 = text.parse().map_err(|_| outside.clone())?;
    if (min * 10..=max * 10).contains(&tenths) {
        Ok(tenths)
    } else {
        Err(outside)
    }
}

fn tenths(number: u16) -> String {
    match number % 10 {
        0 => (number / 10).to_string(),
        rest => format!("{}.{rest}", number / 10),
    }
}

/// A decision about a rule that fired, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolutionInput {
    /// Id of the rule.
    pub rule: String,
    /// Its version.
    pub version: u32,
    /// The level it is left at; nothing where it is resolved.
    #[serde(default)]
    pub lowered_to: Option<Level>,
    /// Who decides; the clinic's author or the person at the window where it is empty.
    #[serde(default)]
    pub by: String,
    /// Their role in words; the author's role or "clinician" where it is empty.
    #[serde(default)]
    pub role: String,
    /// Why, at least three characters.
    pub reason: String,
}

impl ResolutionInput {
    /// The decision as typed values.
    pub fn of(resolution: &Resolution) -> Self {
        Self {
            rule: resolution.rule.clone(),
            version: resolution.version,
            lowered_to: match resolution.decision {
                Decision::Resolved => None,
                Decision::LoweredTo(level) => Some(level),
            },
            by: resolution.by.to_string(),
            role: shown(&resolution.role_words),
            reason: resolution.reason.to_string(),
        }
    }

    /// The decision, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Resolution> {
        let by = reading.required("by", &self.by);
        let reason = reading.required("reason", &self.reason);
        Some(Resolution {
            rule: self.rule.clone(),
            version: self.version,
            decision: self.lowered_to.map_or(Decision::Resolved, Decision::LoweredTo),
            role: Role::Clinician,
            role_words: reading.keep("role", Text::new(&self.role)),
            at: None,
            by: by?,
            reason: reason?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{PartialDate, Typing};

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
            "asked_on": "today", "told_by": "patient", "temperature": "38,2", "residual_urine": "250",
            "breaths": "14", "crp": "<5", "crp_unit": "mg/L", "esr": "32", "note": "asked by telephone",
            "answers": {
                "saddle_numbness": {"is": "yes", "course": "new", "since": "20 Nov 2026"},
                "fever": {"is": "no"}, "chills": {"is": "unknown"}, "rigors": {"is": "declined"},
                "wound_redness": {"is": "does_not_apply"}
            }
        }));
        let flag = read(&typed).unwrap();
        assert_eq!(flag.temperature.map(|value| value.get()), Some(382));
        assert!(flag.crp.is_some_and(|crp| crp.amount.below));
        let again = FlagInput::of(&flag);
        assert_eq!(again.asked_on, "25 Nov 2026");
        assert_eq!(again.temperature, "38.2");
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
        let month = input(serde_json::json!({"asked_on": "May 2026", "temperature": "37"}));
        let kept = read(&month).unwrap();
        assert_eq!(kept.asked_on, PartialDate::Month(2026, 5));
        assert_eq!(FlagInput::of(&kept).asked_on, "May 2026");
        let outcome = read(&input(serde_json::json!({"temperature": "37"})));
        assert_eq!(outcome, Err(vec![("asked_on".into(), Problem::Required)]));
    }

    #[test]
    fn trap_12_power_is_read_by_muscle_and_side_and_what_is_no_grade_is_told_there() {
        let typed = |left: &str, right: &str| {
            input(serde_json::json!({"asked_on": "today", "power": [
                {"muscle": "l5", "side": "left", "grade": left, "known": true},
                {"muscle": "l5", "side": "right", "grade": right},
                {"muscle": "s1", "side": "right", "grade": " "}
            ]}))
        };
        let flag = read(&typed("4\u{2212}", "NT")).unwrap();
        let again = FlagInput::of(&flag).power;
        let shown: Vec<(&str, bool)> = again.iter().map(|one| (one.grade.as_str(), one.known)).collect();
        assert_eq!(shown, [("4-", true), ("NT", false)]);
        let wrong = |text: &str| Problem::NotAGrade { text: text.into() };
        assert_eq!(
            read(&typed("4.5", "3+")),
            Err(vec![
                ("power.l5_left".into(), wrong("4.5")),
                ("power.l5_right".into(), wrong("3+")),
            ])
        );
    }

    #[test]
    fn trap_26_a_crp_needs_its_unit_and_a_temperature_in_fahrenheit_is_refused() {
        let outcome = read(&input(serde_json::json!({
            "asked_on": "today", "crp": "12", "temperature": "101.3"
        })));
        assert_eq!(
            outcome,
            Err(vec![
                ("temperature".into(), Problem::OutOfRange { min: 25, max: 45 }),
                ("crp_unit".into(), Problem::Required),
            ])
        );
    }
}
