//! Why a document can't be read: where the value stands that no fact can hold, and what would be right there.
//!
//! Some shapes are read as a whole and only then taken apart, so that the reader knows the fact and not the field. The
//! field is then found by trial: it is the one without which the fact has another fault, or none. A name that nobody knows
//! is told with the known one that it resembles.

use crate::{
    record::{Document, LARGEST, VERSION},
    words::refused,
};
use lamina_domain::{Issue, text::distance};
use serde_json::{Value, json};
use serde_path_to_error::Segment;

/// Why a document can't be read. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unreadable {
    /// The text of one patient is longer than [`LARGEST`].
    #[error("one patient of the file is longer than {} MiB; nothing was loaded", LARGEST / 1024 / 1024)]
    TooLarge,
    /// The file could not be read to its end.
    #[error("{message}; nothing was loaded")]
    Cut {
        /// What the system says.
        message: String,
    },
    /// Not JSON, or a value that no fact can hold.
    #[error("at {path}: {message}; nothing was loaded")]
    Value {
        /// The path of the value.
        path: String,
        /// What is wrong with it, and what would be right.
        message: String,
    },
    /// Another format.
    #[error("this is not a Lamina record (format is not lamina-record); nothing was loaded")]
    Foreign,
    /// Made by a newer program.
    #[error("the file has record format {found}, this program knows {VERSION}; nothing was loaded")]
    Newer {
        /// The version found.
        found: u32,
    },
    /// Facts that contradict each other or the calendar.
    #[error("{}; nothing was loaded", .0.iter().map(|issue| format!("at {}: {}", issue.path, refused::problem(&issue.problem))).collect::<Vec<_>>().join("; "))]
    Issues(Vec<Issue>),
}

/// Tags by which a shape is chosen: without them every other fault changes too.
const TAGS: [&str; 2] = ["measure", "is"];

/// Names in which serde speaks of types, and what a person calls them.
const EXPECTED: [(&str, &str); 10] = [
    ("invalid value: map, expected map with a single key", ONE_ALONE),
    ("expected a string", "expected a text in quotes"),
    ("expected a sequence", "expected a list in square brackets"),
    ("expected a boolean", "expected true or false"),
    ("expected a borrowed string", "expected a text in quotes"),
    ("expected a map", "expected fields in curly brackets"),
    ("expected struct ", "expected the fields of one "),
    ("expected internally tagged enum ", "expected the fields of one "),
    (
        "expected variant identifier",
        "expected the name of its kind, a text in quotes",
    ),
    ("expected value at", "expected a value at"),
];
/// What is wrong where a shape has two fields and is chosen by its only one.
const ONE_ALONE: &str = "one field alone can stand here, once";
const NUMBERS: [&str; 10] = ["i64", "u64", "i32", "u32", "i16", "u16", "i8", "u8", "f64", "f32"];

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
            (true, _) => said(&error.to_string(), true),
            // It is JSON, so that only a second field where one alone can stand ends the reading.
            (false, Some(_)) => ONE_ALONE.to_owned(),
            (false, None) => said(&error.to_string(), false),
        };
        let found = patient.and_then(|patient| find(patient, &steps));
        Unreadable::Value {
            path: written(found.as_deref().unwrap_or(&steps)),
            message,
        }
    }
}

/// The message in plain words; of a value that is JSON the path says enough, and line and column are left out.
fn said(message: &str, is_data: bool) -> String {
    let mut text = match message.rfind(" at line ") {
        Some(at) if is_data => message.get(..at).unwrap_or(message).to_owned(),
        _ => message.to_owned(),
    };
    if let Some(words) = refused::decoded(&text) {
        return words;
    }
    for (serde, plain) in EXPECTED {
        text = text.replace(serde, plain);
    }
    for number in NUMBERS {
        let ending = format!("expected {number}");
        if let Some(before) = text.strip_suffix(&ending) {
            text = format!("{before}expected a number");
        }
    }
    match meant(&text) {
        Some((unknown, name)) => format!("{unknown}; did you mean `{name}`?"),
        None => text,
    }
}

/// What is said of a name that nobody knows, and the known one that it resembles, where there is one.
fn meant(message: &str) -> Option<(&str, &str)> {
    let (unknown, names) = message.split_once(", expected ")?;
    let typed = unknown
        .strip_prefix("unknown field `")
        .or_else(|| unknown.strip_prefix("unknown variant `"))?
        .strip_suffix('`')?;
    let low = typed.to_lowercase().replace([' ', '-'], "_");
    let known = names.split('`').skip(1).step_by(2);
    let (far, name) = known.map(|name| (distance(&low, name), name)).min()?;
    (far <= typed.chars().count().div_ceil(3)).then_some((unknown, name))
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
        "the document".into()
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
    TAGS.contains(&key.as_str()) && !fault.contains(&format!("unknown variant `{value}`"))
}
