//! A walking plan as columns and in words.

use super::{Around, Entered, Written, or};
use crate::{
    cells::{Cells, on, quota as quota_cells},
    details::Details,
    words::{
        joined, say, say_with, sentence, spelled,
        walking::{quota, reply, step, target},
    },
};
use lamina_api::{
    ApiError,
    shown::Shown,
    walking::{WalkingPlanInput, minutes},
};
use lamina_domain::{
    Fact, Problem,
    fact::walking::{Item, Plan},
    walking::PlanStatus,
};
use lamina_store::Cell;

impl Written for Plan {
    fn columns(&self) -> Cells {
        let mut cells = on(self.prescribed_on);
        cells.push(("prescribed_by", Cell::Text(self.by.to_string())));
        cells.extend(quota_cells(&self.quota));
        cells.push(("target_minutes", Cell::Int(self.target.minutes.get().into())));
        cells.push(("target_days", Cell::Int(self.target.days.get().into())));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say("walking-plan-starts-with"), Some(quota(&self.quota)));
        details.add(&say("walking-plan-target"), Some(target(&self.target)));
        details.add(&say("walking-plan-rises"), Some(step(self.step)));
        let bouts = self
            .baseline
            .iter()
            .flat_map(|baseline| baseline.bouts())
            .map(|bout| {
                let key = match bout.bad_day {
                    true => "walking-bout-bad-day",
                    false => "walking-bout",
                };
                let parts = [
                    ("minutes", minutes(bout.seconds).into()),
                    ("on", spelled(bout.on).into()),
                ];
                Some(say_with(key, parts))
            });
        let bouts = joined(bouts, "; ").unwrap_or_else(|| say("walking-plan-baseline-none"));
        details.add(&say("walking-plan-baseline"), Some(bouts));
        let cautions = self.cautions.iter().map(|one| Some(one.words().to_owned()));
        details.add(&say("walking-plan-cautions"), joined(cautions, " "));
        details.text(&say("walking-plan-precautions"), &self.precautions);
        for item in Item::ALL {
            if let Some(answer) = self.answers.iter().find(|one| one.item == item) {
                let by = answer.by.as_ref().map(ToString::to_string);
                let said = joined([Some(reply(answer.reply)), by, Some(spelled(answer.on))], ", ");
                details.add(&sentence(item.words()), said);
            }
        }
        details.text(&say("shown-note"), &self.note);
        Shown {
            when: spelled(self.prescribed_on),
            title: say_with("walking-plan-title", [("by", self.by.to_string().into())]),
            details: details.0,
        }
    }
}

impl Entered for Plan {
    const SIGNED: bool = true;

    const KEEPS_MOMENT: bool = true;

    const LOOKS_AT_ALL: bool = true;

    fn sign(input: &mut WalkingPlanInput, by: &str, _: &str) {
        or(&mut input.by, by);
    }

    fn fit(
        &mut self,
        _: &WalkingPlanInput,
        around: &Around<'_>,
        before: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        match before {
            Some(before) => amendment_fits(self, before, around)?,
            None => new_fits(self, around)?,
        }
        Ok(Vec::new())
    }

    /// A plan to which something happened stays, or its events would belong to another one.
    fn can_go(&self, around: &Around<'_>) -> Result<(), ApiError> {
        match around.own_programme().map_or(0, |own| own.happenings.len()) {
            0 => Ok(()),
            count => {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                Err(ApiError::issue("entry", Problem::NamedByOthers { count }))
            }
        }
    }
}

/// One plan at a time: the last one has ended before another begins.
fn new_fits(plan: &Plan, around: &Around<'_>) -> Result<(), ApiError> {
    around.last(|last| match last {
        None => Ok(()),
        Some(last) if last.status() != PlanStatus::Ended => {
            Err(ApiError::issue("prescribed_on", Problem::PlanNotEnded))
        }
        Some(last) if last.plan.prescribed_on > plan.prescribed_on => {
            Err(ApiError::issue("prescribed_on", Problem::PlanState))
        }
        Some(_) => Ok(()),
    })
}

/// An amended plan keeps its place among the plans and before what happened to it; once it started, its first quota
/// stays.
fn amendment_fits(plan: &Plan, before: &Plan, around: &Around<'_>) -> Result<(), ApiError> {
    let others = around.except(&around.record.walking_plans);
    for other in others {
        let was = other.prescribed_on.cmp(&before.prescribed_on);
        if was != other.prescribed_on.cmp(&plan.prescribed_on) {
            return Err(ApiError::issue("prescribed_on", Problem::PlanState));
        }
    }
    let Some(programme) = around.own_programme() else {
        return Ok(());
    };
    let first = programme.happenings.iter().map(|(_, one)| one.on).min();
    if first.is_some_and(|first| plan.prescribed_on > first) {
        return Err(ApiError::issue("prescribed_on", Problem::PlanState));
    }
    if programme.first_day().is_some() && plan.quota != before.quota {
        return Err(ApiError::issue("quota.minutes", Problem::QuotaRuns));
    }
    Ok(())
}
