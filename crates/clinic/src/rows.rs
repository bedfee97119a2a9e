//! Facts as rows of the store: the whole fact, the columns that an analyst reads, and the words by which the patient
//! is found.
//!
//! A column of the same name as a field takes the field's value as it is coded in the record format; an answer that is
//! missing leaves it null, and the whole fact says which kind of missing it is.

mod walking;

use lamina_domain::{
    Born, Fact, Levels, Measure, Noun, PartialDate, Response, When,
    anticoagulant::Taking,
    medicine::{Medicine, Route},
    resolution::Decision,
    score::Administered,
};
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
            told => vec![("born", Cell::Text(told.to_string()))],
        },
        Fact::Background(_) => Vec::new(),
        Fact::Surgery(surgery) => {
            let mut cells = when(&surgery.when);
            cells.push(("levels", levels(&surgery.all_levels())));
            let done: Vec<String> = surgery.procedures.iter().map(ToString::to_string).collect();
            cells.push(("procedures", Cell::Json(json!(done))));
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
            if let Some(medicine) = &treatment.medicine {
                cells.extend(prescribed(medicine));
            }
            cells.extend(treatment.course().last.map(responded).unwrap_or_default());
            cells
        }
        Fact::Score(score) => {
            let mut cells = when(&score.when);
            cells.push(("total", score.measure.value().map_or(Cell::Null, Cell::Real)));
            cells.extend(match &score.measure {
                Measure::Nrs { kind, .. } => vec![
                    ("instrument", Cell::from("nrs")),
                    (
                        "pain_kind",
                        kind.map_or(Cell::Null, |kind| code(serde_json::to_value(kind))),
                    ),
                ],
                Measure::Odi { version, .. } => vec![
                    ("instrument", Cell::from("odi")),
                    (
                        "instrument_version",
                        version.as_ref().map(ToString::to_string).into(),
                    ),
                ],
                Measure::Number { name, .. } => vec![("instrument", Cell::Text(name.to_string()))],
                Measure::Instrument(taken) => administered(taken),
            });
            cells
        }
        Fact::Flag(flag) => {
            let mut cells = when(&When::date(flag.asked_on));
            let json = |value: serde_json::Result<Value>| value.map_or(Cell::Null, Cell::Json);
            if let Some(temperature) = flag.temperature {
                cells.push(("temperature", Cell::Real(f64::from(temperature.get()) / 10.0)));
            }
            cells.extend(flag.crp.map(|crp| ("crp", json(serde_json::to_value(crp)))));
            cells.extend(flag.esr.map(|esr| ("esr", json(serde_json::to_value(esr)))));
            if !flag.power.is_empty() {
                cells.push(("power", json(serde_json::to_value(&flag.power))));
            }
            cells.push(("answers", json(serde_json::to_value(&flag.answers))));
            cells
        }
        Fact::Device(device) => {
            let mut cells = when(&device.implanted);
            if !device.removed.is_unknown() {
                cells.push(("until_text", Cell::Text(device.removed.to_string())));
            }
            if let Some((_, to)) = device.removed.span() {
                cells.push(("until_to", Cell::Text(to.to_string())));
            }
            cells
        }
        Fact::Anticoagulant(thinner) => {
            let mut cells = when(&thinner.last_dose);
            let word = |text: &Option<lamina_domain::Text>| text.as_ref().map(ToString::to_string);
            let (taking, by, restart) = match &thinner.taking {
                Taking::Yes => ("yes", None, None),
                Taking::NotSaid => ("not_said", None, None),
                Taking::Stopped { agreed_by, restart } => ("stopped", word(agreed_by), word(restart)),
            };
            cells.push(("taking", Cell::from(taking)));
            cells.push(("agreed_by", by.into()));
            cells.push(("restart", restart.into()));
            cells
        }
        Fact::Check(asked) => {
            let mut cells = when(&When::date(PartialDate::Day(asked.asked_on)));
            let replies = serde_json::to_value(&asked.replies);
            cells.push(("replies", replies.map_or(Cell::Null, Cell::Json)));
            cells.push(("asked_by", asked.by.as_ref().map(ToString::to_string).into()));
            cells
        }
        Fact::WalkingPlan(plan) => walking::plan(plan),
        Fact::WalkingEvent(event) => walking::event(event),
        Fact::WalkingRow(row) => walking::row(row),
        Fact::Resolution(resolution) => {
            let (decision, level) = match resolution.decision {
                Decision::Resolved => ("resolved", Cell::Null),
                Decision::LoweredTo(level) => (
                    "lowered",
                    serde_json::to_value(level).map_or(Cell::Null, |level| plain(&level)),
                ),
            };
            vec![
                ("rule_version", Cell::Int(resolution.version.into())),
                ("decision", Cell::from(decision)),
                ("lowered_to", level),
                ("decided_by", Cell::Text(resolution.by.to_string())),
                ("why", Cell::Text(resolution.reason.to_string())),
            ]
        }
    }
}

/// The last response, where it is known which is the last.
fn responded(last: &Response) -> Vec<(&'static str, Cell)> {
    let text = |text: &Option<lamina_domain::Text>| text.as_ref().map(ToString::to_string).into();
    vec![
        ("responded_text", Cell::Text(last.when.to_string())),
        ("relief", code(serde_json::to_value(&last.relief))),
        ("worsened", Cell::Bool(last.worsened)),
        ("response", text(&last.words)),
        ("response_lasted", text(&last.lasted)),
        (
            "adverse_effects",
            code(serde_json::to_value(&last.adverse_effects)),
        ),
    ]
}

/// The columns of an instrument: what was answered, and the score with the version of its rule or why there is none.
fn administered(taken: &Administered) -> Vec<(&'static str, Cell)> {
    let scored = taken.scored();
    let mut cells = vec![
        ("instrument", Cell::Text(scored.instrument.clone())),
        ("instrument_version", scored.edition.clone().into()),
        ("prorated", Cell::Bool(scored.prorated)),
        ("rule_version", Cell::Int(scored.rule_version.into())),
        (
            "missing_reason",
            scored.reason.as_ref().map(ToString::to_string).into(),
        ),
    ];
    let items = serde_json::to_value(taken).ok();
    if let Some(answers) = items.as_ref().and_then(|written| written.get("answers")) {
        cells.push(("items", Cell::Json(answers.clone())));
    }
    if let Some(instrument) = taken.instrument() {
        cells.push(("unit", Cell::Text(instrument.unit.clone())));
    }
    cells
}

fn words(fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Surgery(surgery) => surgery
            .procedures
            .iter()
            .map(ToString::to_string)
            .chain(surgery.surgeon.iter().map(ToString::to_string))
            .chain([surgery.levels.to_string()])
            .collect(),
        Fact::Imaging(imaging) => imaging
            .findings
            .iter()
            .map(|one| one.levels.to_string())
            .collect(),
        Fact::Treatment(treatment) => [treatment.name.to_string(), treatment.levels.to_string()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .chain(treatment.medicine.iter().flat_map(names_of))
            .collect(),
        Fact::Device(device) => [Some(&device.name), device.maker.as_ref(), device.model.as_ref()]
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect(),
        Fact::Anticoagulant(thinner) => vec![thinner.name.to_string()],
        Fact::Patient(_)
        | Fact::Background(_)
        | Fact::Check(_)
        | Fact::Symptom(_)
        | Fact::Score(_)
        | Fact::Flag(_)
        | Fact::Resolution(_)
        | Fact::WalkingPlan(_)
        | Fact::WalkingEvent(_)
        | Fact::WalkingRow(_) => Vec::new(),
    }
}

/// Ingredients with their strengths, route and frequency. A route that the form leaves no doubt about is the route.
fn prescribed(medicine: &Medicine) -> Vec<(&'static str, Cell)> {
    let parts = medicine.parts();
    vec![
        ("ingredients", code(serde_json::to_value(&parts.ingredients))),
        (
            "route",
            match medicine.route() {
                Route::Unknown => Cell::Null,
                route => code(serde_json::to_value(route)),
            },
        ),
        (
            "frequency",
            parts
                .frequency
                .or(parts.changed)
                .map(|frequency| frequency.to_string())
                .into(),
        ),
    ]
}

/// Ingredients as typed and by their international name, and the brand.
fn names_of(medicine: &Medicine) -> Vec<String> {
    let parts = medicine.parts();
    let mut names: Vec<String> = parts.brand.iter().map(ToString::to_string).collect();
    for ingredient in &parts.ingredients {
        names.push(ingredient.name.to_string());
        names.extend(ingredient.substance().map(|known| known.id.clone()));
    }
    names
}

fn code(value: serde_json::Result<Value>) -> Cell {
    value.map_or(Cell::Null, |value| plain(&value))
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
        let row = read(
            r#"{"noun":"treatment","kind":"drug","name":"pregabalin","responses":[
                {"when":"3 May 2026","relief":{"value":30},"words":"somewhat better"},
                {"when":"1 Mar 2026","worsened":true}]}"#,
        );
        assert_eq!(row.cell("relief"), &Cell::Int(30), "of the last by date");
        assert_eq!(row.cell("worsened"), &Cell::Bool(false));
        assert_eq!(row.cell("response"), &Cell::Text("somewhat better".into()));
        assert_eq!(row.cell("responded_text"), &Cell::Text("3 May 2026".into()));
        let Cell::Json(Value::Array(all)) = row.cell("responses") else {
            panic!("{:?}", row.cell("responses"));
        };
        assert_eq!(all.len(), 2);
        assert_eq!(row.cell("category"), &Cell::Text("drug".into()));
        assert_eq!(row.words, ["pregabalin"]);
        assert_eq!(row.cell("ingredients"), &Cell::Null);
        let row = read(
            r#"{"noun":"treatment","kind":"drug","name":"co-codamol","medicine":{"brand":"co-codamol","ingredients":
                [{"name":"codeine","strength":"30 mg"},{"name":"acetaminophen","strength":"500 mg"}],
                "form":"tablet","frequency":"4 times a day"}}"#,
        );
        assert_eq!(
            row.cell("ingredients"),
            &Cell::Json(
                json!([{"name":"codeine","strength":"30 mg"},{"name":"acetaminophen","strength":"500 mg"}])
            )
        );
        assert_eq!(row.cell("route"), &Cell::Text("oral".into()));
        assert_eq!(row.cell("frequency"), &Cell::Text("4 times a day".into()));
        for word in ["codeine", "acetaminophen", "paracetamol", "co-codamol"] {
            assert!(row.words.iter().any(|one| one == word), "{word}");
        }
        let row = read(r#"{"noun":"score","measure":"nrs","site":"leg","value":7,"when":"2019"}"#);
        assert_eq!(
            (row.cell("site"), row.cell("total")),
            (&Cell::Text("leg".into()), &Cell::Real(7.0))
        );
        assert_eq!(
            (row.cell("side"), row.cell("pain_kind")),
            (&Cell::Null, &Cell::Null)
        );
        let row = read(
            r#"{"noun":"score","measure":"nrs","site":"leg","side":"left","kind":"worst","period":"7 days","value":8}"#,
        );
        let text = |column: &str| row.cell(column).clone();
        assert_eq!(
            ["side", "pain_kind", "period"].map(text),
            ["left", "worst", "7 days"].map(|word| Cell::Text(word.into()))
        );
    }

    #[test]
    fn trap_01_an_instrument_without_a_score_has_null_and_its_reason() {
        let row = read(
            r#"{"noun":"score","measure":"instrument","instrument":"phq-2","answers":[1,null],"when":"2024"}"#,
        );
        assert_eq!(
            (row.cell("instrument"), row.cell("total")),
            (&Cell::Text("phq-2".into()), &Cell::Null)
        );
        let reason = "1 of 2 answered; the score needs 2";
        assert_eq!(row.cell("missing_reason"), &Cell::Text(reason.into()));
        assert_eq!(row.cell("items"), &Cell::Json(json!([1.0, null])));
        assert_eq!(
            (row.cell("prorated"), row.cell("rule_version")),
            (&Cell::Bool(false), &Cell::Int(1))
        );
        let row = read(
            r#"{"noun":"score","measure":"instrument","instrument":"promis-depression","edition":"1.0","total":61.5}"#,
        );
        assert_eq!(row.cell("instrument_version"), &Cell::Text("1.0".into()));
        assert_eq!(
            (row.cell("total"), row.cell("items")),
            (&Cell::Real(61.5), &Cell::Null)
        );
    }

    #[test]
    fn every_cell_has_a_column() {
        for json in [
            r#"{"noun":"patient","family":"Sample","born":"1970"}"#,
            r#"{"noun":"background","allergies":{"missing":"absent"}}"#,
            r#"{"noun":"symptom","site":"leg","onset":"2019"}"#,
            r#"{"noun":"walking_plan","prescribed_on":"2026-11-20","by":"Dr Sample","quota":{"seconds":300,
                "bouts_a_day":1,"days_a_week":4},"target":{"minutes":30,"days":5},"cautions":["ground"]}"#,
            r#"{"noun":"walking_event","on":"2026-11-20","what":{"is":"paused","symptoms":["fall"]},"by":"x",
                "role":"clinician","reason":"fell"}"#,
            r#"{"noun":"walking_row","on":"2026-11-20","entry":{"is":"walked","number":1,"bout":{"seconds":300,
                "start":"10:30:00","metres":200,"back":{"before":3,"after":4},"settled":true,"symptoms":["fall"]}}}"#,
            r#"{"noun":"imaging","modality":"mri","conclusion":"no change"}"#,
            r#"{"noun":"treatment","kind":"drug","name":"x","started":"2019","ended":"2020",
                "responses":[{"relief":{"value":30},"adverse_effects":{"value":["dizzy"]},"lasted":"a day"}]}"#,
            r#"{"noun":"score","measure":"odi","value":40,"version":"2.1a"}"#,
            r#"{"noun":"score","measure":"nrs","site":"leg","side":"left","kind":"worst","period":"7 days","value":8}"#,
            r#"{"noun":"device","name":"Stimulator","parts":[{"kind":"lead","name":null}],"implanted":"2019","removed":"2020"}"#,
            r#"{"noun":"anticoagulant","name":"Warfarin","class":"vitamin_k_antagonist","taking":{"stopped":{"agreed_by":"Dr Lind"}}}"#,
            r#"{"noun":"check","asked_on":"2026-11-20","replies":{"consent":"yes"},"by":"Dr Lind"}"#,
            r#"{"noun":"score","measure":"instrument","instrument":"gad-7","total":12}"#,
        ] {
            let row = read(json);
            for (column, _) in &row.cells {
                assert!(columns(row.noun).contains(column), "{column}");
            }
        }
    }
}
