//! Facts as rows of the store: the whole fact, and the columns that an analyst reads and a search uses.

use crate::words::{self, Word};
use lamina_domain::{Born, Fact, Levels, Measure, Text, When};
use lamina_store::{Cell, Noun, Row};
use serde_json::{Value, json};

/// The row of a fact.
pub(crate) fn row(fact: &Fact) -> serde_json::Result<Row> {
    let content = serde_json::to_value(fact)?;
    let (noun, mut cells, words) = match fact {
        Fact::Patient(patient) => {
            let born = match patient.born {
                Born::Date(date) => Cell::Text(date.iso()),
                Born::AgeAtFirstVisit(_) => Cell::Null,
            };
            let cells = vec![
                ("family", Cell::Text(patient.family.to_string())),
                ("given", text(&patient.given)),
                ("born", born),
                ("record_number", text(&patient.record_number)),
                ("occupation", text(&patient.occupation)),
                ("contact", list(&patient.contact)),
            ];
            (Noun::Patient, cells, Vec::new())
        }
        Fact::Background(background) => {
            let cells = [
                ("allergies", &background.allergies),
                ("red_flags", &background.red_flags),
                ("implants_mri", &background.implants_mri),
                ("anticoagulants", &background.anticoagulants),
                ("conditions", &background.conditions),
            ]
            .into_iter()
            .map(|(name, asked)| Ok((name, Cell::Json(serde_json::to_value(asked)?))))
            .collect::<serde_json::Result<Vec<_>>>()?;
            (Noun::Background, cells, Vec::new())
        }
        Fact::Surgery(surgery) => {
            let mut cells = when(&surgery.when);
            cells.extend([
                ("procedures", list(&surgery.procedures)),
                ("levels", levels(&surgery.levels)),
                ("surgeon", text(&surgery.surgeon)),
                ("facility", text(&surgery.facility)),
                ("indication", text(&surgery.indication)),
                ("implants", list(&surgery.implants)),
                ("complications", list(&surgery.complications)),
                ("region", word(surgery.region.map(|region| region.word()))),
                ("side", word(words::answer(&surgery.side))),
                ("approach", word(surgery.approach.map(|approach| approach.word()))),
                ("result_back", word(words::result(&surgery.result_back))),
                ("result_limb", word(words::result(&surgery.result_limb))),
                (
                    "pain_free",
                    word(surgery.pain_free.as_ref().map(words::pain_free)),
                ),
            ]);
            let named = surgery
                .procedures
                .iter()
                .chain(&surgery.surgeon)
                .map(ToString::to_string);
            (
                Noun::Surgery,
                cells,
                named.chain([surgery.levels.to_string()]).collect(),
            )
        }
        Fact::Symptom(symptom) => {
            let mut cells = when(&symptom.onset);
            cells.extend([
                ("region", Cell::Text(symptom.site.to_string())),
                ("character", list(&symptom.qualities)),
                ("worse_with", list(&symptom.aggravating)),
                ("better_with", list(&symptom.relieving)),
                ("side", word(words::answer(&symptom.side))),
                ("onset", text(&symptom.onset_words)),
                ("radiation", list(symptom.radiation.as_slice())),
            ]);
            (Noun::Symptom, cells, Vec::new())
        }
        Fact::Imaging(imaging) => {
            let mut cells = when(&imaging.when);
            cells.extend([
                ("findings", Cell::Json(serde_json::to_value(&imaging.findings)?)),
                ("conclusion", text(&imaging.conclusion)),
                ("modality", Cell::Text(imaging.modality.word())),
            ]);
            (
                Noun::Imaging,
                cells,
                imaging
                    .findings
                    .iter()
                    .map(|finding| finding.levels.to_string())
                    .collect(),
            )
        }
        Fact::Treatment(treatment) => {
            let mut cells = when(&treatment.started);
            let relief = treatment
                .relief
                .value()
                .map_or(Cell::Null, |relief| Cell::Int(relief.percent().into()));
            cells.extend([
                ("name", Cell::Text(treatment.name.to_string())),
                ("dose", text(&treatment.dose)),
                ("levels", levels(&treatment.levels)),
                ("relief_percent", relief),
                ("category", Cell::Text(treatment.kind.word())),
                ("side", word(words::answer(&treatment.side))),
                ("stopped_reason", word(words::answer(&treatment.stopped))),
            ]);
            (Noun::Treatment, cells, vec![treatment.name.to_string()])
        }
        Fact::Score(score) => {
            let mut cells = when(&score.when);
            let instrument = match &score.measure {
                Measure::Nrs { .. } => "nrs".to_owned(),
                Measure::Odi { .. } => "odi".to_owned(),
                Measure::Number { name, .. } => name.to_string(),
            };
            cells.extend([
                ("instrument", Cell::Text(instrument)),
                ("total", Cell::Real(score.measure.value())),
            ]);
            (Noun::Score, cells, Vec::new())
        }
    };
    if let Some(note) = content
        .get("note")
        .and_then(Value::as_str)
        .filter(|_| noun != Noun::Patient)
    {
        cells.push(("note", Cell::Text(note.to_owned())));
    }
    Ok(Row {
        noun,
        cells,
        content,
        words,
    })
}

fn text(text: &Option<Text>) -> Cell {
    text.as_ref()
        .map_or(Cell::Null, |text| Cell::Text(text.to_string()))
}

fn word(word: Option<String>) -> Cell {
    word.map_or(Cell::Null, Cell::Text)
}

fn list(texts: &[Text]) -> Cell {
    Cell::Json(json!(texts))
}

fn levels(levels: &Levels) -> Cell {
    Cell::Json(json!(
        levels
            .targets()
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    ))
}

fn when(when: &When) -> Vec<(&'static str, Cell)> {
    let mut cells = vec![("when_text", Cell::Text(when.to_string()))];
    if let Some((from, to)) = when.span() {
        cells.push(("when_from", Cell::Text(from.to_string())));
        cells.push(("when_to", Cell::Text(to.to_string())));
    }
    cells
}
