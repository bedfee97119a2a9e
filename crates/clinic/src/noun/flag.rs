//! A screening for red flags as columns and in words.

use super::Written;
use crate::{
    cells::{Cells, when},
    details::{
        Details,
        answers::{Means, Said, answers},
    },
    flags::{measured, view as flags},
    words::{Word, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::{Flag, Reply, When, red_flag::Catalogue};
use lamina_store::Cell;
use serde_json::Value;

impl Written for Flag {
    fn columns(&self) -> Cells {
        let mut cells = when(&When::date(self.asked_on));
        let json = |value: serde_json::Result<Value>| value.map_or(Cell::Null, Cell::Json);
        if let Some(temperature) = self.temperature {
            cells.push(("temperature", Cell::Real(f64::from(temperature.get()) / 10.0)));
        }
        cells.extend(self.crp.map(|crp| ("crp", json(serde_json::to_value(crp)))));
        cells.extend(self.esr.map(|esr| ("esr", json(serde_json::to_value(esr)))));
        if !self.power.is_empty() {
            cells.push(("power", json(serde_json::to_value(&self.power))));
        }
        cells.push(("answers", json(serde_json::to_value(&self.answers))));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        let catalogue = Catalogue::built_in().ok();
        let mut yes = Vec::new();
        let questions = catalogue.map(Catalogue::questions).unwrap_or_default();
        let mut said = Vec::new();
        for question in questions {
            if let Some(reply) = self.answers.get(&question.id) {
                if reply.reply() == Reply::Yes {
                    yes.push(question.words.clone());
                }
                said.push(Said {
                    group: crate::words::sentence(&question.group.word()),
                    words: question.words.clone(),
                    reply: flags::reply(reply),
                    means: Means::of(reply.reply(), false),
                });
            }
        }
        answers(&mut details, &said);
        let known = |id: &str| questions.iter().any(|question| question.id == id);
        let unknown = self.answers.keys().filter(|id| !known(id)).count();
        if unknown > 0 {
            let words = say_with(
                "shown-to-questions-that-this-version-of",
                [("unknown", unknown.to_string().into())],
            );
            details.add(&say("shown-other-answers"), Some(words));
        }
        for one in measured::measured(self) {
            details.add(&one.label, Some(one.value));
        }
        details.text(&say("shown-note"), &self.note);
        details.told_by(self.told_by);
        let asked = self.answers.len();
        let title = match (asked, yes.is_empty()) {
            (0, _) => say("shown-red-flags-measured-values-only"),
            (_, false) => say_with("shown-red-flags-yes-to", [("questions", yes.join("; ").into())]),
            (1, true) => say("shown-red-flags-1-question-asked-no"),
            (many, true) => say_with(
                "shown-red-flags-questions-asked-no-yes",
                [("many", many.to_string().into())],
            ),
        };
        Shown {
            when: self.asked_on.to_string(),
            title,
            details: details.0,
        }
    }
}
