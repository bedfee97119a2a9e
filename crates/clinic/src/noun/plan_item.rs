//! Something that was agreed as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, until, when},
    details::Details,
    plan,
    words::{Word, joined, say},
};
use lamina_api::shown::Shown;
use lamina_domain::PlanItem;
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
}

impl Entered for PlanItem {}
