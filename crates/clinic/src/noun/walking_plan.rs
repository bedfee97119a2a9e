//! A walking plan as columns and in words.

use super::{Around, Entered, Written, or, programme::refused};
use crate::{
    cells::{Cells, on, quota as quota_cells},
    details::Details,
    words::{
        Word, joined, message, say, say_with, sentence, spelled,
        walking::{quota, step, target},
    },
};
use lamina_api::{
    ApiError,
    noun::{walking::minutes, walking_plan::WalkingPlanInput},
    shown::Shown,
};
use lamina_domain::{
    Fact,
    fact::walking::{Item, Plan},
    walking::allowed,
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
        details.add(&say!("walking-plan-starts-with"), Some(quota(&self.quota)));
        details.add(&say!("walking-plan-target"), Some(target(&self.target)));
        details.add(&say!("walking-plan-rises"), Some(step(self.step)));
        let bouts = self
            .baseline
            .iter()
            .flat_map(|baseline| baseline.bouts())
            .map(|bout| {
                let key = match bout.bad_day {
                    true => message!("walking-bout-bad-day"),
                    false => message!("walking-bout"),
                };
                Some(say_with!(
                    key,
                    [
                        ("minutes", minutes(bout.seconds).into()),
                        ("on", spelled(bout.on).into()),
                    ],
                ))
            });
        let bouts = joined(bouts, "; ").unwrap_or_else(|| say!("walking-plan-baseline-none"));
        details.add(&say!("walking-plan-baseline"), Some(bouts));
        let cautions = self.cautions.iter().map(|one| Some(one.word()));
        details.add(&say!("walking-plan-cautions"), joined(cautions, " "));
        details.text(&say!("walking-plan-precautions"), &self.precautions);
        for item in Item::ALL {
            if let Some(answer) = self.answers.iter().find(|one| one.item == item) {
                let by = answer.by.as_ref().map(ToString::to_string);
                let said = joined([Some(answer.reply.word()), by, Some(spelled(answer.on))], ", ");
                details.add(&sentence(&item.word()), said);
            }
        }
        details.text(&say!("shown-note"), &self.note);
        Shown {
            when: spelled(self.prescribed_on),
            title: say_with!("walking-plan-title", [("by", self.by.to_string().into())]),
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
        let allowed = match before {
            Some(before) => {
                let others = around.except(&around.record.walking_plans).map(|one| &one.fact);
                allowed::may_amend(self, before, around.own_programme().as_ref(), others)
            }
            None => around.last(|last| allowed::may_prescribe(last, self.prescribed_on)),
        };
        allowed.map(|()| Vec::new()).map_err(refused)
    }

    fn can_go(&self, around: &Around<'_>) -> Result<(), ApiError> {
        allowed::may_retract_plan(around.own_programme().as_ref()).map_err(refused)
    }
}
