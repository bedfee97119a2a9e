//! Something that was agreed as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, until, when},
    day::Day,
    details::Details,
    plan,
    words::{Word, joined, say},
};
use lamina_api::shown::{Detail, Shown};
use lamina_domain::{PlanItem, day::Happening};
use lamina_store::Cell;

impl Written for PlanItem {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.asked_on);
        cells.extend(until(["due_text", "due_to"], &self.due));
        if let Some((from, _)) = self.due.span() {
            cells.push(("due_from", Cell::Text(from.to_string())));
        }
        cells.extend(until(["settled_text", "settled_to"], &self.settled));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        let topics = self.topics.iter().map(|one| Some(one.word()));
        details.add(&say!("shown-plan-topics"), joined(topics, "; "));
        details.add(&say!("shown-plan-state"), Some(plan::state(self)));
        details.text(&say!("shown-plan-outcome"), &self.outcome);
        details.text(&say!("shown-plan-owner"), &self.owner);
        let due = (!self.due.is_unknown()).then(|| self.due.to_string());
        details.add(&say!("shown-plan-due"), due);
        details.text(&say!("shown-plan-reason"), &self.reason);
        details.text(&say!("shown-plan-to"), &self.asked_of);
        let urgency = self.urgency.map(|urgency| urgency.word());
        details.add(&say!("shown-plan-urgency"), urgency);
        details.ended(&self.asked_on, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        plan::title(self)
    }

    /// With how it was settled, where that was on that day.
    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        let settled = day.has(Happening::Settled).then(|| {
            let outcome = self.outcome.as_ref().map(ToString::to_string);
            joined([Some(self.state.word()), outcome], ", ")
        });
        day.line(self.title(), settled.flatten(), None)
    }
}

impl Entered for PlanItem {}
