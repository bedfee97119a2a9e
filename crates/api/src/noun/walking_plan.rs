//! A walking plan, as typed.

use super::{
    Typed, typed,
    walking::{QuotaInput, day, minutes, seconds, spelled},
};
use crate::reading::{Reading, shown};
use lamina_domain::{
    Problem, Reply,
    fact::walking::{Baseline, Bout, Caution, Item, ItemAnswer, Plan, Step, Target},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

typed!(Plan as WalkingPlanInput, with ClearanceInput, WalkingBoutInput, QuotaInput);

/// Longest short text, in characters.
const LINE: usize = 200;

/// An answer of the clearance, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClearanceInput {
    /// The question that it answers.
    pub item: Item,
    /// What was said; one that was not asked is not kept.
    pub reply: Reply,
    /// On which day; the day of the plan where it is empty.
    #[serde(default)]
    pub on: String,
    /// By whom; medical clearance needs a name.
    #[serde(default)]
    pub by: String,
}

/// A comfortable bout, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct WalkingBoutInput {
    /// On which day it was walked.
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

/// A walking plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct WalkingPlanInput {
    /// The day of the prescription; today where it is empty.
    pub prescribed_on: String,
    /// Who prescribes it; the clinic's author where it is empty.
    pub by: String,
    /// Answers of the clearance.
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
    /// What needs care in walking, as it was ticked.
    pub cautions: BTreeSet<Caution>,
    /// Restrictions and precautions as surgeon or clinician gave them.
    pub precautions: String,
    /// Whatever has no field of its own.
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

#[cfg(test)]
mod tests;
