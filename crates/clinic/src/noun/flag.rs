//! A screening for red flags as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{Cells, when},
    details::{
        Details,
        answers::{AnswerLine, Means, answers},
    },
    flags::view as flags,
    words::{Word, say, say_with},
};
use lamina_api::{ApiError, noun::flag::FlagInput, shown::Shown};
use lamina_domain::{Fact, Flag, Reply, When, red_flag::Catalogue};
use lamina_store::Cell;

impl Written for Flag {
    fn columns(&self) -> Cells {
        let mut cells = when(&When::date(self.asked_on));
        let answers = serde_json::to_value(&self.answers);
        cells.push(("answers", answers.map_or(Cell::Null, Cell::Json)));
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
                said.push(AnswerLine {
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
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        let asked = self.answers.len();
        let title = match (asked, yes.is_empty()) {
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

    /// What was measured and examined is kept as readings and an examination, and what opens a red flag pauses walking.
    fn fit(
        &mut self,
        typed: &FlagInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let (readings, examination) = typed.beside(When::date(self.asked_on), &mut around.reader());
        let readings = readings.into_iter().map(Fact::from);
        let beside = readings.chain(examination.map(Fact::from)).collect();
        around.raised(self.asked_on.last(), self.clone().into(), beside)
    }
}
