//! What was asked before an injection as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, on, text},
    details::{
        Details,
        answers::{Means, Said, answers},
    },
    gates::intervention,
    words::{Word, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::{
    Checking,
    check::{Check, CheckReply},
};
use lamina_store::Cell;

impl Written for Checking {
    fn columns(&self) -> Cells {
        let mut cells = on(self.asked_on);
        let replies = serde_json::to_value(&self.replies);
        cells.push(("replies", replies.map_or(Cell::Null, Cell::Json)));
        cells.push(("asked_by", text(&self.by)));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        let said: Vec<Said> = Check::ALL
            .into_iter()
            .map(|check| {
                let reply = self.replies.get(&check).copied().unwrap_or_default();
                Said {
                    group: String::new(),
                    words: check.words().to_owned(),
                    reply: reply.word(),
                    means: match reply {
                        CheckReply::Yes => Means::Found,
                        // What ought to be and is not must not stand among what is not there.
                        CheckReply::No if check.wants_yes() => Means::Found,
                        CheckReply::No => Means::No,
                        CheckReply::DoesNotApply => Means::DoesNotApply,
                        CheckReply::Unknown | CheckReply::Declined | CheckReply::NotAsked => Means::Open,
                    },
                }
            })
            .collect();
        answers(&mut details, &said);
        details.text(&say("shown-check-by"), &self.by);
        details.text(&say("shown-note"), &self.note);
        details.told_by(self.told_by);
        let before = self.intervention.as_ref().map(|one| intervention(one.as_str()));
        Shown {
            when: crate::words::spelled(self.asked_on),
            title: match before {
                Some(what) => say_with("shown-check-before", [("what", what.into())]),
                None => say("shown-check-before-not-said"),
            },
            details: details.0,
        }
    }
}

impl Entered for Checking {}

impl Word for CheckReply {
    fn word(&self) -> String {
        say(match self {
            CheckReply::Yes => "value-reply-yes",
            CheckReply::No => "value-reply-no",
            CheckReply::DoesNotApply => "value-reply-does-not-apply",
            CheckReply::Unknown => "value-reply-unknown",
            CheckReply::Declined => "value-reply-declined",
            CheckReply::NotAsked => "value-reply-not-asked",
        })
    }
}
