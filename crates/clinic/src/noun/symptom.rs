//! A symptom as columns and in words, and its strength as a score beside it.

use super::{Around, Entered, Written};
use crate::{
    body,
    cells::{self, Cells, when},
    day::Day,
    details::{self, Details, levels, side},
    record::Record,
    telling::Telling,
    words::{detail, joined, message, refused, say, sentence, symptom as words},
};
use lamina_api::{
    ApiError,
    noun::symptom::SymptomInput,
    shown::{Detail, Shown},
};
use lamina_domain::{Fact, Issue, Symptom, day::Happening};
use lamina_store::Cell;

impl Written for Symptom {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.onset);
        cells.push(("levels", cells::levels(&self.levels)));
        cells.push(("dermatomes", cells::levels(&self.dermatomes)));
        if let Some(resolved) = &self.resolved {
            cells.push(("resolved_text", Cell::Text(resolved.to_string())));
            cells.extend(
                resolved
                    .span()
                    .map(|(_, last)| ("resolved_to", Cell::Text(last.to_string()))),
            );
        }
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("shown-strength"), words::strength(self));
        details.add(&say!("shown-relation"), words::relation(self));
        details.add(&say!("shown-pattern"), words::pattern(self));
        let spreads = [
            self.radiation.as_ref().map(ToString::to_string),
            words::reach(self),
        ];
        details.add(&say!("shown-spreads-to"), joined(spreads, "; "));
        details.add(&say!("shown-linked-levels"), levels(&self.levels));
        details.add(
            &say!("body-map"),
            joined(body::lines(&self.areas).into_iter().map(Some), ".\n"),
        );
        details.list(&say!("shown-what-it-is-like"), &self.qualities);
        details.add(&say!("shown-word-counts"), words::counts(&self.qualities));
        details.list(&say!("shown-worse-with"), &self.aggravating);
        details.list(&say!("shown-better-with"), &self.relieving);
        details.add(&say!("shown-tolerances"), words::tolerances(self));
        details.text(&say!("shown-how-it-began"), &self.onset_words);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: since(self, None),
            title: named(self),
            details: details.0,
        }
    }

    /// With how strong it was on that day, where that was said of it.
    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        let rated = day.has(Happening::Rated).then(|| words::strength(self)).flatten();
        day.line(self.title(), rated, Some(say!("happened-begun")))
    }

    /// With how long after the operation it began and how long it lasts, where the dates tell it, and what does not go together.
    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut shown = self.shown();
        let Some(record) = telling.record() else {
            return shown;
        };
        shown.when = since(self, after(self, record));
        let mut details = Details::default();
        for issue in record.course_issues(self) {
            let told = sentence(&refused::problem(&issue.problem));
            details.add(&say!("shown-does-not-fit"), Some(told));
        }
        if let Some(today) = telling.today() {
            let lasting = words::lasting(self, record, today);
            let ago = words::operation_ago(self, record, today);
            details.add(&say!("shown-lasting"), joined([lasting, ago], "; "));
        }
        shown.details.splice(0..0, details.0);
        shown
    }
}

/// Where it is and on which side: "Leg, left".
pub(crate) fn named(symptom: &Symptom) -> String {
    let side = symptom
        .side_words
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| side(&symptom.side));
    joined([Some(symptom.site.to_string()), side], ", ").unwrap_or_default()
}

/// Why it is not known whether it was there on a day: "Leg, left: 2019".
pub(crate) fn not_known(symptom: &Symptom) -> String {
    detail(&named(symptom), &since(symptom, None))
}

/// How long after the operation that it names it began, where both dates tell it.
pub(crate) fn after(symptom: &Symptom, record: &Record) -> Option<String> {
    let (number, months) = record.months_after_operation(symptom)?;
    Some(words::after(number, months))
}

/// Since when, how long after the operation, and that it is over.
fn since(symptom: &Symptom, after: Option<String>) -> String {
    let onset = details::when(&symptom.onset, message!("shown-start-unknown"));
    let began = joined([Some(onset), after], ", ");
    joined([began, words::resolved(symptom)], "; ").unwrap_or_default()
}

impl Entered for Symptom {
    /// It must not have begun on the wrong side of the operation that it names; and a rating that is asked for as a score is
    /// recorded as one, once.
    fn fit(
        &mut self,
        typed: &SymptomInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let mut placed = Fact::from(self.clone());
        around.record.by_place(&mut placed);
        let issues: Vec<Issue> = match &placed {
            Fact::Symptom(placed) => around.record.course_issues(placed),
            _ => Vec::new(),
        };
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        let Some(score) = typed.rating(self) else {
            return Ok(Vec::new());
        };
        let mut placed = Fact::from(score.clone());
        around.record.by_place(&mut placed);
        let stands = around.record.scores.iter().any(|one| match &placed {
            Fact::Score(placed) => one.when == placed.when && one.measure == placed.measure,
            _ => false,
        });
        Ok(match stands {
            true => Vec::new(),
            false => vec![score.into()],
        })
    }
}
