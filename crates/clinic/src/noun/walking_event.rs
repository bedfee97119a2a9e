//! What happened to a walking plan as columns and in words.

use super::Written;
use crate::{
    cells::{Cells, code, on, quota as quota_cells, text},
    details::Details,
    words::{
        say, spelled,
        walking::{done_by, happened},
    },
};
use lamina_api::shown::Shown;
use lamina_domain::fact::walking::{WalkingEvent, WalkingHappened};
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
        details.add(&say("shown-by"), Some(done_by(self)));
        details.text(&say("walking-row-reason"), &self.reason);
        Shown {
            when: spelled(self.on),
            title: happened(&self.what),
            details: details.0,
        }
    }
}
