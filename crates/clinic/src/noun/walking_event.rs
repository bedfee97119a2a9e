//! What happened to a walking plan as columns and in words.

use super::{Around, Entered, Written, or};
use crate::{
    cells::{Cells, code, on, quota as quota_cells, text},
    details::Details,
    flags::assess,
    words::{
        say, spelled,
        walking::{done_by, happened},
    },
};
use lamina_api::{ApiError, shown::Shown, walking::WalkingEventInput};
use lamina_domain::{
    Fact, Problem,
    fact::walking::{Happening, What},
    walking::{PlanStatus, clearance},
};
use lamina_store::Cell;

impl Written for Happening {
    fn columns(&self) -> Cells {
        let mut cells = on(self.on);
        let what = match &self.what {
            What::Started => "started",
            What::Paused { symptoms } => {
                cells.push(("symptoms", code(serde_json::to_value(symptoms))));
                "paused"
            }
            What::Reopened => "reopened",
            What::Quota { quota: changed } => {
                cells.extend(quota_cells(changed));
                "quota"
            }
            What::Ended => "ended",
        };
        cells.push(("what", Cell::from(what)));
        cells.push(("done_by", Cell::Text(self.by.to_string())));
        cells.push(("why", text(&self.reason)));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say("shown-by"), Some(done_by(self)));
        details.text(&say("walking-row-reason"), &self.reason);
        Shown {
            when: spelled(self.on),
            title: happened(&self.what),
            details: details.0,
        }
    }
}

impl Entered for Happening {
    const SIGNED: bool = true;

    const KEEPS_MOMENT: bool = true;

    const LOOKS_AT_ALL: bool = true;

    fn sign(input: &mut WalkingEventInput, by: &str, role: &str) {
        or(&mut input.by, by);
        or(&mut input.role, role);
    }

    fn fit(
        &mut self,
        _: &WalkingEventInput,
        around: &Around<'_>,
        before: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        if let Some(before) = before {
            if before.is_pause() || self.is_pause() {
                return Err(ApiError::issue("what", Problem::PauseStays));
            }
            if std::mem::discriminant(&before.what) != std::mem::discriminant(&self.what) {
                return Err(ApiError::issue("what", Problem::PlanState));
            }
        }
        let flags = assess(around.record, around.red_flags, around.today);
        around.last(|last| {
            let Some(last) = last else {
                return Err(ApiError::issue("what", Problem::PlanState));
            };
            if self.on < last.plan.prescribed_on {
                return Err(ApiError::issue("on", Problem::PlanState));
            }
            if before.is_some() {
                return Ok(());
            }
            let clearance = clearance(&last.plan.answers, &flags);
            let status = last.status();
            let fits = match self.what {
                What::Started => status == PlanStatus::NotStarted,
                What::Paused { .. } => matches!(status, PlanStatus::NotStarted | PlanStatus::Active),
                What::Reopened => matches!(status, PlanStatus::Paused { .. }),
                What::Quota { .. } => matches!(status, PlanStatus::Active | PlanStatus::NotStarted),
                What::Ended => status != PlanStatus::Ended,
            };
            if !fits {
                return Err(ApiError::issue("what", Problem::PlanState));
            }
            let open = match self.what {
                What::Started => !clearance.is_given(),
                What::Reopened => !clearance.flags.is_empty(),
                _ => false,
            };
            if open {
                let why = clearance.text();
                return Err(ApiError::issue("what", Problem::NotClear { why }));
            }
            Ok(())
        })?;
        Ok(Vec::new())
    }

    /// A pause is not taken back: only a reopening ends it.
    fn can_go(&self, _: &Around<'_>) -> Result<(), ApiError> {
        match self.is_pause() {
            true => Err(ApiError::issue("entry", Problem::PauseStays)),
            false => Ok(()),
        }
    }
}
