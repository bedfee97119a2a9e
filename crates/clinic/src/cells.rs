//! Values as the typed columns that an analyst reads.

use lamina_domain::{Answer, Levels, Missing, Numbering, PartialDate, Text, When, fact::walking::Quota};
use lamina_store::Cell;
use serde_json::{Value, json};

/// Columns with their values.
pub(crate) type Cells = Vec<(&'static str, Cell)>;

/// A coded value as a cell; null where it can't be written.
pub(crate) fn code(value: serde_json::Result<Value>) -> Cell {
    value.map_or(Cell::Null, |value| plain(&value))
}

/// A coded value as a cell; the value of an answer where it has one.
pub(crate) fn plain(value: &Value) -> Cell {
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

/// The names of levels, one by one.
pub(crate) fn names(levels: &Levels) -> Vec<String> {
    levels.targets().iter().map(ToString::to_string).collect()
}

/// Levels as a list of their names.
pub(crate) fn levels(levels: &Levels) -> Cell {
    Cell::Json(json!(names(levels)))
}

/// A time as it is told, and the days that it means.
pub(crate) fn when(when: &When) -> Cells {
    let mut cells = vec![("when_text", Cell::Text(when.to_string()))];
    if let Some((from, to)) = when.span() {
        cells.push(("when_from", Cell::Text(from.to_string())));
        cells.push(("when_to", Cell::Text(to.to_string())));
    }
    cells
}

/// An end as it is told, and its last day, in these columns; nothing where it is not known.
pub(crate) fn until([text, to]: [&'static str; 2], when: &When) -> Cells {
    let mut cells = Vec::new();
    if !when.is_unknown() {
        cells.push((text, Cell::Text(when.to_string())));
    }
    cells.extend(when.span().map(|(_, last)| (to, Cell::Text(last.to_string()))));
    cells
}

/// A day as a time.
pub(crate) fn on(day: chrono::NaiveDate) -> Cells {
    when(&When::date(PartialDate::Day(day)))
}

/// How levels were counted.
pub(crate) fn numbering(numbering: &Numbering) -> Cells {
    let transition = match &numbering.transition {
        Answer::Missing(Missing::Absent) => Cell::Text("none".to_owned()),
        other => code(serde_json::to_value(other)),
    };
    vec![
        ("transition", transition),
        (
            "counted_from",
            code(serde_json::to_value(&numbering.counted_from)),
        ),
        ("labelled_by", text(&numbering.labelled_by)),
    ]
}

/// A text where there is one.
pub(crate) fn text(value: &Option<Text>) -> Cell {
    value.as_ref().map(ToString::to_string).into()
}

/// A quota of walking.
pub(crate) fn quota(quota: &Quota) -> Cells {
    vec![
        ("bout_seconds", Cell::Int(quota.seconds.get().into())),
        ("bouts_a_day", Cell::Int(quota.bouts_a_day.get().into())),
        ("days_a_week", Cell::Int(quota.days_a_week.get().into())),
        ("pace", code(serde_json::to_value(quota.pace))),
    ]
}
