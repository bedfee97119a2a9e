//! What was asked before an injection as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, on, text},
    details::{
        Details,
        answers::{AnswerLine, Means, answers},
    },
    gates::intervention,
    words::{Word, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::{Check, check::InjectionCheck};
use lamina_store::Cell;

impl Written for Check {
    fn columns(&self) -> Cells {
        let mut cells = on(self.asked_on);
        let replies = serde_json::to_value(&self.replies);
        cells.push(("replies", replies.map_or(Cell::Null, Cell::Json)));
        cells.push(("asked_by", text(&self.by)));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        let said: Vec<AnswerLine> = InjectionCheck::ALL
            .into_iter()
            .map(|check| {
                let reply = self.replies.get(&check).copied().unwrap_or_default();
                AnswerLine {
                    group: String::new(),
                    words: check.word(),
                    reply: reply.word(),
                    means: Means::of(reply, check.wants_yes()),
                }
            })
            .collect();
        answers(&mut details, &said);
        details.text(&say!("shown-check-by"), &self.by);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        let before = self.intervention.as_ref().map(|one| intervention(one.as_str()));
        Shown {
            when: crate::words::spelled(self.asked_on),
            title: match before {
                Some(what) => say_with!("shown-check-before", [("what", what.into())]),
                None => say!("shown-check-before-not-said"),
            },
            details: details.0,
        }
    }
}

impl Entered for Check {}
