//! A screening for red flags as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{Cells, when},
    details::{
        Details,
        answers::{Means, Said, answers},
    },
    flags::{assess, measured, view as flags},
    record::Record,
    words::{Word, joined, say, say_with},
};
use lamina_api::{ApiError, flag::FlagInput, shown::Shown};
use lamina_domain::{Fact, Flag, Reply, When, red_flag::Catalogue, walking::allowed};
use lamina_store::Cell;
use serde_json::Value;
use std::collections::BTreeSet;

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
            let words = say_with!(
                "shown-to-questions-that-this-version-of",
                [("unknown", unknown.to_string().into())],
            );
            details.add(&say!("shown-other-answers"), Some(words));
        }
        for one in measured::measured(self) {
            details.add(&one.label, Some(one.value));
        }
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        let asked = self.answers.len();
        let title = match (asked, yes.is_empty()) {
            (0, _) => say!("shown-red-flags-measured-values-only"),
            (_, false) => say_with!("shown-red-flags-yes-to", [("questions", yes.join("; ").into())]),
            (1, true) => say!("shown-red-flags-1-question-asked-no"),
            (many, true) => say_with!(
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

impl Entered for Flag {
    const LOOKS_AT_ALL: bool = true;

    /// What opens a red flag of the same-day or emergency level pauses the walking plan that stands.
    fn fit(&mut self, _: &FlagInput, around: &Around<'_>, _: Option<&Self>) -> Result<Vec<Fact>, ApiError> {
        let on = self.asked_on.last().min(around.today);
        if around.last(|last| allowed::pause_from(last, on)).is_none() {
            return Ok(Vec::new());
        }
        let open = |record: &Record| assess(record, around.red_flags, around.today);
        let mut now = around.record.clone();
        let mut flag = self.clone();
        flag.recorded = flag.recorded.or(Some(around.now));
        match now.flags.iter_mut().find(|one| one.is(around.own)) {
            Some(standing) => standing.fact = flag,
            None => now.flags.push(flag.into()),
        }
        let (before, now) = (open(around.record), open(&now));
        let fresh = allowed::fresh_flags(&before, &now).into_iter();
        let Some(names) = joined(fresh.map(|one| Some(flags::title(&one.rule))), ", ") else {
            return Ok(Vec::new());
        };
        let reason = say_with!("walking-flags-reason", [("flags", names.into())]);
        let pause = around.pause(on, BTreeSet::new(), &say!("walking-flags"), &reason)?;
        Ok(pause.into_iter().collect())
    }
}
