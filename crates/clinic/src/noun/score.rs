//! A score or measure as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, code, when},
    day::Day,
    details::{self, Details},
    telling::Telling,
    words::{self, joined, message, say, say_with},
};
use lamina_api::{
    noun::score::ScoreInput,
    shown::{Detail, Shown},
};
use lamina_domain::{
    Measure, Score,
    instrument::{GivenAnswer, Reason},
    score::Administration,
};
use lamina_store::Cell;

impl Written for Score {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("total", self.measure.value().map_or(Cell::Null, Cell::Real)));
        let used = || {
            let instrument = self.measure.instrument().map(|one| one.id.clone());
            let edition = self.measure.edition().map(str::to_owned);
            [
                ("instrument", instrument.into()),
                ("instrument_version", edition.into()),
            ]
        };
        cells.extend(match &self.measure {
            Measure::Nrs { kind, .. } => {
                let kind = kind.map_or(Cell::Null, |kind| code(serde_json::to_value(kind)));
                used().into_iter().chain([("pain_kind", kind)]).collect()
            }
            Measure::Odi { .. } => used().to_vec(),
            Measure::Number { name, .. } => vec![("instrument", Cell::Text(name.to_string()))],
            Measure::Instrument(one) => taken(one),
        });
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("shown-value"), Some(words::value(&self.measure)));
        if let Measure::Instrument(taken) = &self.measure {
            administered(&mut details, taken);
        }
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        words::measure(&self.measure)
    }

    fn of_day(&self, _: &Day<'_>) -> Vec<Detail> {
        vec![Detail {
            label: self.title(),
            text: words::value(&self.measure),
        }]
    }

    fn brief(&self, _: &Telling<'_>) -> Shown {
        Shown {
            when: details::when(&self.when, message!("shown-date-unknown")),
            title: self.title(),
            details: Vec::new(),
        }
    }
}

impl Entered for Score {
    /// A score whose answers are the ones that stand keeps the number that was worked out when it was taken: a changed note
    /// or date must not bring a newer rule into an old score.
    fn amended(&mut self, typed: &ScoreInput, before: &Self) {
        if ScoreInput::of(before).measure == typed.measure {
            self.measure = before.measure.clone();
        }
    }
}

/// The columns of an instrument: what was answered, and the score with the version of its rule or why there is none.
fn taken(taken: &Administration) -> Vec<(&'static str, Cell)> {
    let scored = taken.scored();
    let mut cells = vec![
        ("instrument", Cell::Text(scored.instrument.clone())),
        ("instrument_version", scored.edition.clone().into()),
        ("prorated", Cell::Bool(scored.prorated)),
        ("rule_version", Cell::Int(scored.rule_version.into())),
        ("missing_reason", scored.reason.as_ref().map(Reason::code).into()),
    ];
    let items = serde_json::to_value(taken).ok();
    if let Some(answers) = items.as_ref().and_then(|written| written.get("answers")) {
        cells.push(("items", Cell::Json(answers.clone())));
    }
    if !taken.activities().is_empty() {
        let activities: Vec<String> = taken.activities().iter().map(ToString::to_string).collect();
        cells.push(("activities", Cell::Json(serde_json::json!(activities))));
    }
    if let Some(instrument) = taken.instrument() {
        cells.push(("unit", Cell::Text(instrument.unit.clone())));
    }
    cells
}

/// What must be seen at once, the parts, and how the score came about.
fn administered(details: &mut Details, taken: &Administration) {
    let scored = taken.scored();
    details.add(&say!("shown-attention"), words::flags(scored));
    for (activity, rating) in taken.activities().iter().zip(taken.answers().unwrap_or_default()) {
        let rating = rating.as_ref().and_then(|one| match one {
            GivenAnswer::Number(value) => Some(format!("{value}/10")),
            _ => None,
        });
        details.add(
            activity.as_str(),
            Some(rating.unwrap_or_else(|| say!("no-score-not-answered"))),
        );
    }
    for part in &scored.subscales {
        let value = match (part.score, &part.reason) {
            (Some(value), _) => {
                let band = part.band.as_ref().map(words::score::band);
                joined([Some(value.to_string()), band], ", ")
            }
            (None, reason) => reason.as_ref().map(|reason| {
                say_with!(
                    "shown-no-score",
                    [("reason", words::score::reason(reason).into())]
                )
            }),
        };
        details.add(&part.name, value);
    }
    let entered = scored
        .entered
        .then(|| say!("shown-total-entered-answers-not-kept"));
    let of = scored.answered + scored.missing;
    let answered = (!scored.entered && scored.missing > 0).then(|| {
        say_with!(
            "shown-of-answered",
            [
                ("answered", scored.answered.to_string().into()),
                ("of", of.to_string().into()),
            ],
        )
    });
    let rule = say_with!(
        "shown-rule-version",
        [("rule-version", scored.rule_version.to_string().into())],
    );
    details.add(
        &say!("shown-scored"),
        joined([entered, answered, Some(rule)], "; "),
    );
}
