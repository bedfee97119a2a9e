//! A record as plain lines, one a fact, with every field that it fills.

use lamina_clinic::record::Record;
use serde::Serialize;
use serde_json::Value;

/// Each list of a record with a line for each of its facts: `field=value` between bars, in the order of the format.
pub fn lists(record: &Record) -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("patient", fields(&record.patient)),
        ("background", fields(&record.background)),
        ("surgeries", lines(&record.surgeries)),
        ("symptoms", lines(&record.symptoms)),
        ("imaging", lines(&record.imaging)),
        ("treatments", lines(&record.treatments)),
        ("scores", lines(&record.scores)),
    ]
}

fn lines<T: Serialize>(facts: &[T]) -> Vec<String> {
    facts.iter().map(|fact| fields(fact).join(" | ")).collect()
}

fn fields<T: Serialize>(fact: &T) -> Vec<String> {
    // A type keeps its order of fields only while it is written, not as a value; so the lines are sorted by name.
    let Value::Object(fields) = serde_json::to_value(fact).unwrap() else {
        panic!("a fact is an object");
    };
    let mut lines: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", plain(value)))
        .collect();
    lines.sort();
    lines
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', " / "),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => match fields.get("value") {
            Some(value) => plain(value),
            None => {
                let mut parts: Vec<String> = fields
                    .iter()
                    .map(|(name, value)| format!("{name} {}", plain(value)))
                    .collect();
                parts.sort();
                parts.join(", ")
            }
        },
        other => other.to_string(),
    }
}
