//! Why a document can't be read: where the value stands that no fact can hold, and what would be right there.
//!
//! Some shapes are read as a whole and only then taken apart, so that the reader knows the fact and not the field. The
//! field is then found by trial: it is the one without which the fact has another fault, or none.

use super::reader;
use crate::{
    record::{Document, LARGEST, VERSION},
    words::{joined, refused, say, say_with},
};
use lamina_domain::Issue;
use serde_json::{Value, json};
use serde_path_to_error::Segment;
use std::fmt;

/// Why a document can't be read. Nothing of it was kept. It says so in words for people.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unreadable {
    /// The text of one patient is longer than [`LARGEST`].
    TooLarge,
    /// The file could not be read to its end.
    Cut {
        /// What the system says.
        message: String,
    },
    /// Not JSON, or a value that no fact can hold.
    Value {
        /// The path of the value.
        path: String,
        /// What is wrong with it, and what would be right.
        message: String,
    },
    /// Its `format` is not that of a record.
    Foreign,
    /// Made by a newer program.
    Newer {
        /// The version that the document names.
        found: u32,
    },
    /// Facts that contradict each other or the calendar.
    Issues(Vec<Issue>),
}

/// What is wrong at a place in the document.
fn at(path: &str, what: &str) -> String {
    say_with!("file-at", [("path", path.into()), ("what", what.into())])
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::TooLarge => say_with!("file-too-large", [("most", (LARGEST / 1024 / 1024).into())]),
            Self::Cut { message } => message.clone(),
            Self::Value { path, message } => at(path, message),
            Self::Foreign => say!("file-foreign"),
            Self::Newer { found } => say_with!(
                "file-newer",
                [("found", (*found).into()), ("known", VERSION.into())]
            ),
            Self::Issues(issues) => {
                let each = issues
                    .iter()
                    .map(|issue| Some(at(&issue.path, &refused::problem(&issue.problem))));
                joined(each, "; ").unwrap_or_default()
            }
        };
        f.write_str(&say_with!("file-not-loaded", [("what", what.into())]))
    }
}

/// Tags by which a shape is chosen: without them every other fault changes too.
const TAGS: [&str; 2] = ["measure", "is"];

impl Unreadable {
    /// The refusal of a document whose reading ended at `path` with `error`; `patient` is the patient there, where its text
    /// is one value of JSON.
    pub(crate) fn at(
        path: &serde_path_to_error::Path,
        error: &serde_json::Error,
        patient: Option<&Value>,
    ) -> Self {
        let steps: Vec<Step> = path.iter().filter_map(step).collect();
        let message = match (error.is_data(), patient) {
            (true, _) => reader::said(&error.to_string(), true),
            // It is JSON, so that only a second field where one alone can stand ends the reading.
            (false, Some(_)) => say!("file-one-alone"),
            (false, None) => reader::said(&error.to_string(), false),
        };
        let found = patient.and_then(|patient| find(patient, &steps));
        Unreadable::Value {
            path: written(found.as_deref().unwrap_or(&steps)),
            message,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Place(usize),
}

fn step(segment: &Segment) -> Option<Step> {
    match segment {
        Segment::Seq { index } => Some(Step::Place(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { variant } => Some(Step::Key(variant.clone())),
        Segment::Unknown => None,
    }
}

fn written(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Place(at) => path.push_str(&format!("[{at}]")),
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => path.push_str(&format!(".{key}")),
        }
    }
    if path.is_empty() {
        say!("file-document")
    } else {
        path
    }
}

fn child<'v>(value: &'v Value, step: &Step) -> Option<&'v Value> {
    match step {
        Step::Key(key) => value.get(key),
        Step::Place(at) => value.get(at),
    }
}

fn without(value: &Value, path: &[Step], step: &Step) -> Value {
    let mut copy = value.clone();
    let mut node = Some(&mut copy);
    for one in path {
        node = node.and_then(|node| match one {
            Step::Key(key) => node.get_mut(key),
            Step::Place(at) => node.get_mut(at),
        });
    }
    match (node, step) {
        (Some(Value::Object(fields)), Step::Key(key)) => drop(fields.remove(key)),
        (Some(Value::Array(list)), Step::Place(at)) if *at < list.len() => drop(list.remove(*at)),
        _ => {}
    }
    copy
}

/// The path down to the field, where the reader's own path ends above it.
fn find(patient: &Value, steps: &[Step]) -> Option<Vec<Step>> {
    let [Step::Key(patients), Step::Place(_), Step::Key(list), ..] = steps else {
        return None;
    };
    let depth = match steps.get(3) {
        Some(Step::Place(_)) if patients == "patients" => 4,
        _ => 3,
    };
    let fact = steps
        .get(2..depth)?
        .iter()
        .try_fold(patient, |value, step| child(value, step))?;
    let fault = |fact: Value| {
        let mut record = json!({ "patient": { "family": "x", "born": "1970" } });
        let inside = if depth == 4 {
            Value::Array(vec![fact])
        } else {
            fact
        };
        record.as_object_mut()?.insert(list.clone(), inside);
        let alone = json!({ "format": "lamina-record", "version": VERSION, "patients": [record] });
        Some(serde_json::from_value::<Document>(alone).err()?.to_string())
    };
    let original = fault(fact.clone())?;
    let mut path: Vec<Step> = Vec::new();
    for step in steps.get(depth..)? {
        let node = path.iter().try_fold(fact, |value, step| child(value, step))?;
        if child(node, step).is_none() {
            break;
        }
        path.push(step.clone());
    }
    loop {
        let node = path.iter().try_fold(fact, |value, step| child(value, step))?;
        let inside: Vec<Step> = match node {
            Value::Object(fields) => fields.keys().cloned().map(Step::Key).collect(),
            Value::Array(list) => (0..list.len()).map(Step::Place).collect(),
            _ => break,
        };
        let faults = inside.into_iter().filter_map(|step| {
            let left = fault(without(fact, &path, &step));
            (!is_tag(node, &step, &original) && left.as_ref() != Some(&original)).then_some((step, left))
        });
        let mut guilty: Vec<(Step, Option<String>)> = faults.collect();
        if guilty.len() > 1 {
            guilty.retain(|(_, left)| left.is_none());
        }
        match guilty.pop() {
            Some((one, _)) if guilty.is_empty() => path.push(one),
            _ => break,
        }
    }
    Some(steps.get(..depth)?.iter().cloned().chain(path).collect())
}

/// True for a tag, unless the fault is that there is no such tag.
fn is_tag(node: &Value, step: &Step, fault: &str) -> bool {
    let Step::Key(key) = step else { return false };
    let value = node.get(key).and_then(Value::as_str).unwrap_or_default();
    TAGS.contains(&key.as_str()) && !reader::is_unknown(fault, value)
}
