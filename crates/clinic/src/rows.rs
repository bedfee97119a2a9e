//! Facts as rows of the store: the whole fact, the columns that an analyst reads, and the words by which the patient
//! is found.
//!
//! A column of the same name as a field takes the field's value as it is coded in the record format; an answer that is
//! missing leaves it null, and the whole fact says which kind of missing it is.

use lamina_domain::{Born, Fact, Levels, Measure, Noun, When};
use lamina_store::{Cell, Row, columns};
use serde_json::{Value, json};

/// The row of a fact.
pub(crate) fn row(fact: &Fact) -> serde_json::Result<Row> {
    let content = serde_json::to_value(fact)?;
    let noun = fact.noun();
    let mut cells = special(fact);
    for column in columns(noun) {
        let is_special = cells.iter().any(|(name, _)| name == column);
        if let Some(value) = content.get(column).filter(|_| !is_special) {
            let cell = match noun {
                Noun::Background => Cell::Json(value.clone()),
                _ => plain(value),
            };
            cells.push((column, cell));
        }
    }
    Ok(Row {
        noun,
        cells,
        words: words(fact),
        content,
    })
}

/// The columns that are no field of the fact.
fn special(fact: &Fact) -> Vec<(&'static str, Cell)> {
    match fact {
        Fact::Patient(patient) => match patient.born {
            Born::Date(date) => vec![("born", Cell::Text(date.iso()))],
            Born::AgeAtFirstVisit(_) => vec![("born", Cell::Null)],
        },
        Fact::Background(_) => Vec::new(),
        Fact::Surgery(surgery) => {
            let mut cells = when(&surgery.when);
            cells.push(("levels", levels(&surgery.levels)));
            cells
        }
        Fact::Symptom(symptom) => when(&symptom.onset),
        Fact::Imaging(imaging) => {
            let mut cells = when(&imaging.when);
            let all: Vec<String> = imaging
                .findings
                .iter()
                .flat_map(|one| names(&one.levels))
                .collect();
            cells.push(("levels", Cell::Json(json!(all))));
            cells
        }
        Fact::Treatment(treatment) => {
            let mut cells = when(&treatment.started);
            cells.push(("levels", levels(&treatment.levels)));
            if !treatment.ended.is_unknown() {
                cells.push(("until_text", Cell::Text(treatment.ended.to_string())));
            }
            if let Some((_, to)) = treatment.ended.span() {
                cells.push(("until_to", Cell::Text(to.to_string())));
            }
            if let Ok(kind) = serde_json::to_value(treatment.kind) {
                cells.push(("category", plain(&kind)));
            }
            cells
        }
        Fact::Score(score) => {
            let mut cells = when(&score.when);
            cells.push(("total", Cell::Real(score.measure.value())));
            cells.extend(match &score.measure {
                Measure::Nrs { .. } => vec![("instrument", Cell::from("nrs"))],
                Measure::Odi { version, .. } => vec![
                    ("instrument", Cell::from("odi")),
                    (
                        "instrument_version",
                        version.as_ref().map(ToString::to_string).into(),
                    ),
                ],
                Measure::Number { name, .. } => vec![("instrument", Cell::Text(name.to_string()))],
            });
            cells
        }
    }
}

fn words(fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Surgery(surgery) => surgery
            .procedures
            .iter()
            .chain(&surgery.surgeon)
            .map(ToString::to_string)
            .chain([surgery.levels.to_string()])
            .collect(),
        Fact::Imaging(imaging) => imaging
            .findings
            .iter()
            .map(|one| one.levels.to_string())
            .collect(),
        Fact::Treatment(treatment) => vec![treatment.name.to_string()],
        Fact::Patient(_) | Fact::Background(_) | Fact::Symptom(_) | Fact::Score(_) => Vec::new(),
    }
}

/// A coded value as a cell; the value of an answer where it has one.
fn plain(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Null,
        Value::String(text) => Cell::Text(text.clone()),
        Value::Bool(yes) => Cell::Bool(*yes),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Cell::Int(whole),
            None => number.as_f64().map_or(Cell::Null, Cell::Real),
        },
        Value::Object(fields) if fields.contains_key("missing") => Cell::Null,
        Value::Object(fields) => match fields.get("value").or_else(|| fields.get("judged")) {
            Some(inner) => plain(inner),
            None => Cell::Json(value.clone()),
        },
        Value::Array(_) => Cell::Json(value.clone()),
    }
}

fn names(levels: &Levels) -> Vec<String> {
    levels.targets().iter().map(ToString::to_string).collect()
}

fn levels(levels: &Levels) -> Cell {
    Cell::Json(json!(names(levels)))
}

fn when(when: &When) -> Vec<(&'static str, Cell)> {
    let mut cells = vec![("when_text", Cell::Text(when.to_string()))];
    if let Some((from, to)) = when.span() {
        cells.push(("when_from", Cell::Text(from.to_string())));
        cells.push(("when_to", Cell::Text(to.to_string())));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Row {
        row(&serde_json::from_str(json).unwrap()).unwrap()
    }

    #[test]
    fn an_analyst_reads_codes_and_numbers_and_missing_is_null() {
        let row = read(
            r#"{"noun":"surgery","procedures":["fusion"],"levels":"L4-S1","when":"May 2019","side":{"value":"left"},
                "result_back":{"judged":{"value":"better"}},"result_limb":{"judged":{"missing":"unknown"}}}"#,
        );
        assert_eq!(row.cell("side"), &Cell::Text("left".into()));
        assert_eq!(row.cell("result_back"), &Cell::Text("better".into()));
        assert_eq!(row.cell("result_limb"), &Cell::Null);
        assert_eq!(row.cell("levels"), &Cell::Json(json!(["L4-L5", "L5-S1"])));
        assert_eq!(row.cell("when_to"), &Cell::Text("2019-05-31".into()));
        let row = read(r#"{"noun":"treatment","kind":"drug","name":"pregabalin","relief":{"value":30}}"#);
        assert_eq!(row.cell("relief"), &Cell::Int(30));
        assert_eq!(row.cell("category"), &Cell::Text("drug".into()));
        assert_eq!(row.words, ["pregabalin"]);
        let row = read(r#"{"noun":"score","measure":"nrs","site":"leg","value":7,"when":"2019"}"#);
        assert_eq!(
            (row.cell("site"), row.cell("total")),
            (&Cell::Text("leg".into()), &Cell::Real(7.0))
        );
    }

    #[test]
    fn every_cell_has_a_column() {
        for json in [
            r#"{"noun":"patient","family":"Sample","born":"1970"}"#,
            r#"{"noun":"background","allergies":{"missing":"absent"}}"#,
            r#"{"noun":"symptom","site":"leg","onset":"2019"}"#,
            r#"{"noun":"imaging","modality":"mri","conclusion":"no change"}"#,
            r#"{"noun":"treatment","kind":"drug","name":"x","started":"2019","ended":"2020"}"#,
            r#"{"noun":"score","measure":"odi","value":40,"version":"2.1a"}"#,
        ] {
            let row = read(json);
            for (column, _) in &row.cells {
                assert!(columns(row.noun).contains(column), "{column}");
            }
        }
    }
}
