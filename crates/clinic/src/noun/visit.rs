//! A visit as columns and in words. Whether the patient came is said by somebody; where nobody did, that is said.

use super::{Entered, Written};
use crate::{
    cells::{Cells, until, when},
    day::Day,
    details::Details,
    words::{Word, joined, name_and_role, say, say_with, sentence, words as coded},
};
use lamina_api::shown::{Detail, Shown};
use lamina_domain::{
    Answer, Visit,
    visit::{Came, Kind},
};

coded! {
    Kind {
        FirstVisit => "value-visit-first",
        FollowUp => "value-visit-follow-up",
        Telephone => "value-visit-telephone",
        Video => "value-visit-video",
        Home => "value-visit-home",
        Ward => "value-visit-ward",
        Intervention => "value-visit-intervention",
        Group => "value-visit-group",
    }
    Came {
        Came => "value-visit-came",
        DidNotCome => "value-visit-did-not-come",
        Cancelled => "value-visit-cancelled",
    }
}

impl Written for Visit {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.extend(until(["next_text", "next_to"], &self.next));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = said(self);
        let minutes = self.minutes.map(|minutes| {
            let count = i64::from(minutes.get());
            say_with!("shown-visit-minutes", [("count", count.into())])
        });
        details.add(&say!("shown-visit-length"), minutes);
        let next = (!self.next.is_unknown()).then(|| self.next.to_string());
        details.add(&say!("shown-visit-next"), next);
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        joined([Some(kind(self)), seen_by(self)], ", ").unwrap_or_default()
    }

    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        let mut lines = day.line(self.title(), None, None);
        lines.extend(said(self).0);
        lines
    }
}

impl Entered for Visit {}

/// Whether the patient came, why it was held, what was found and what was decided.
fn said(visit: &Visit) -> Details {
    let mut details = Details::default();
    details.add(&say!("shown-visit-came"), Some(came(&visit.came)));
    details.text(&say!("shown-visit-reason"), &visit.reason);
    details.text(&say!("shown-visit-found"), &visit.found);
    details.text(&say!("shown-visit-decided"), &visit.decided);
    details
}

/// Whether the patient came, or that nobody said so.
pub(crate) fn came(answer: &Answer<Came>) -> String {
    crate::words::answer(answer).unwrap_or_else(|| say!("value-visit-not-said"))
}

/// "Follow-up visit", and of one that was not held that as well.
pub(crate) fn kind(visit: &Visit) -> String {
    let kind = sentence(&visit.kind.word());
    match &visit.came {
        Answer::Value(not_held @ (Came::DidNotCome | Came::Cancelled)) => say_with!(
            "visit-not-held",
            [("kind", kind.into()), ("came", not_held.word().into())]
        ),
        _ => kind,
    }
}

/// "Dr Lind, pain physician"; the role alone where no name is known.
pub(crate) fn seen_by(visit: &Visit) -> Option<String> {
    let role = visit.role.as_ref().map(ToString::to_string);
    match &visit.by {
        Some(name) => Some(name_and_role(
            name.as_str(),
            role.as_deref().unwrap_or(name.as_str()),
        )),
        None => role,
    }
}
