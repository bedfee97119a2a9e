//! What happened to a walking plan as columns and in words.

use super::{Around, Entered, Written, or, programme::refused};
use crate::{
    cells::{Cells, code, on, quota as quota_cells, text},
    details::Details,
    flags::assess,
    words::{
        say, spelled,
        walking::{self as words, done_by, happened},
    },
};
use lamina_api::{ApiError, noun::walking_event::WalkingEventInput, shown::Shown};
use lamina_domain::{
    Fact, Problem,
    fact::walking::{WalkingEvent, WalkingHappened},
    walking::allowed::{self, Refusal},
};
use lamina_store::Cell;

impl Written for WalkingEvent {
    fn columns(&self) -> Cells {
        let mut cells = on(self.on);
        let what = match &self.what {
            WalkingHappened::Started => "started",
            WalkingHappened::Paused { symptoms } => {
                cells.push(("symptoms", code(serde_json::to_value(symptoms))));
                "paused"
            }
            WalkingHappened::Reopened => "reopened",
            WalkingHappened::Quota { quota: changed } => {
                cells.extend(quota_cells(changed));
                "quota"
            }
            WalkingHappened::Ended => "ended",
        };
        cells.push(("what", Cell::from(what)));
        cells.push(("done_by", Cell::Text(self.by.to_string())));
        cells.push(("why", text(&self.reason)));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("shown-by"), Some(done_by(self)));
        details.text(&say!("walking-row-reason"), &self.reason);
        Shown {
            when: spelled(self.on),
            title: happened(&self.what),
            details: details.0,
        }
    }
}

impl Entered for WalkingEvent {
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
        let flags = assess(around.record, around.red_flags, around.today);
        let allowed = around.last(|last| allowed::may_happen(self, before, last, &flags));
        allowed.map(|()| Vec::new()).map_err(|refusal| match refusal {
            Refusal::Unfit(issue) => refused(issue),
            Refusal::NotClear(clearance) => {
                let why = words::clearance(&clearance);
                ApiError::issue("what", Problem::NotClear { why })
            }
        })
    }

    fn can_go(&self, _: &Around<'_>) -> Result<(), ApiError> {
        allowed::may_retract_event(self).map_err(refused)
    }
}
