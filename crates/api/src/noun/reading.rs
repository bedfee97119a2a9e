//! Readings, as typed: the values of one occasion, each with its unit. Each is kept as a reading of its own.

use super::{Typed, typed};
use crate::reading::{Reading, decimal, shown, shown_time};
use lamina_domain::{
    Levels, Problem, Side, Text, ToldBy, When,
    reading::{self, Comparator, Measurement, What},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(reading::Reading as ReadingInput, with What, MeasuredInput);

/// A measured value, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct MeasuredInput {
    /// What was measured; has to be chosen where a value is given.
    pub what: Option<What>,
    /// Its name, where it has no code.
    pub name: String,
    /// The number; "<5" and ">500" are limits. Empty where it was not measured.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The range that the laboratory printed beside it.
    pub reference: String,
}

/// Readings, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ReadingInput {
    /// The values. The first that is there is the entry; each other one is recorded beside it.
    pub values: Vec<MeasuredInput>,
    /// When they were measured.
    pub when: String,
    /// On which side of the patient.
    pub side: Option<Side>,
    /// At which levels.
    pub levels: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

/// What can be measured, and the units in which it is given, the usual one first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingKind {
    /// What it is.
    pub what: What,
    /// Its units; none where it may have any, an empty one for a ratio.
    pub units: Vec<String>,
}

/// Everything that can be measured, in the order in which it is offered.
pub fn kinds() -> Vec<ReadingKind> {
    let kind = |what: What| ReadingKind {
        what,
        units: what.units().iter().map(|unit| unit.name.to_owned()).collect(),
    };
    What::ALL.into_iter().map(kind).collect()
}

/// A measured value that was read, with the range that stood beside it.
pub(crate) type Read = (Measurement, Option<Text>);

/// The values that are there; what is wrong is told at `path.0.value`.
pub(crate) fn values(values: &[MeasuredInput], path: &str, reading: &mut Reading) -> Vec<Read> {
    let given = values.iter().enumerate().filter(|(_, one)| !one.is_empty());
    given
        .filter_map(|(at, one)| one.read(&format!("{path}.{at}"), reading))
        .collect()
}

impl MeasuredInput {
    fn of(measured: &Measurement, reference: &Option<Text>) -> Self {
        let sign = match measured.comparator() {
            Some(Comparator::Below) => "<",
            Some(Comparator::Above) => ">",
            None => "",
        };
        Self {
            what: Some(measured.what()),
            name: measured.name().map(ToString::to_string).unwrap_or_default(),
            value: format!("{sign}{}", measured.value()),
            unit: measured.unit().map(ToString::to_string).unwrap_or_default(),
            reference: shown(reference),
        }
    }

    /// Whether no value was typed. A kind and a unit alone are what the form offered.
    fn is_empty(&self) -> bool {
        [&self.name, &self.value, &self.reference]
            .iter()
            .all(|typed| typed.trim().is_empty())
    }

    fn read(&self, path: &str, reading: &mut Reading) -> Option<Read> {
        let at = |field: &str| format!("{path}.{field}");
        let what = reading.keep(&at("what"), self.what.ok_or(Problem::Required));
        let reference = reading.line(&at("reference"), &self.reference, 200);
        let (comparator, number) = limit(self.value.trim());
        let value = reading.keep(&at("value"), decimal(number))?;
        let what = what?;
        let named = what == What::Other;
        let name = named
            .then(|| reading.line(&at("name"), &self.name, 200))
            .flatten();
        let unit = reading.line(&at("unit"), &self.unit, 50);
        let measured = Measurement::new(what, name, comparator, value, unit);
        let measured = measured.map_err(|wrong| (at(wrong.field), wrong.problem));
        match measured {
            Ok(measured) => Some((measured, reference)),
            Err((field, problem)) => reading.keep(&field, Err(problem)),
        }
    }
}

fn limit(typed: &str) -> (Option<Comparator>, &str) {
    for (sign, comparator) in [('<', Comparator::Below), ('>', Comparator::Above)] {
        if let Some(rest) = typed.strip_prefix(sign) {
            return (Some(comparator), rest.trim());
        }
    }
    (None, typed)
}

impl ReadingInput {
    /// The reading as typed values.
    pub fn of(reading: &reading::Reading) -> Self {
        Self {
            values: vec![MeasuredInput::of(&reading.measured, &reading.reference)],
            when: shown_time(&reading.when),
            side: reading.side,
            levels: reading.levels.to_string(),
            told_by: reading.told_by,
            note: shown(&reading.note),
        }
    }

    /// The first reading, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<reading::Reading> {
        let when = reading.when("when", &self.when);
        let all = self.all(when, reading);
        if all.is_empty() && reading.issues.is_empty() {
            reading.keep::<()>("values.0.value", Err(Problem::Required));
        }
        all.into_iter().next()
    }

    /// Every reading of the occasion, each for itself.
    pub fn all(&self, when: When, reading: &mut Reading) -> Vec<reading::Reading> {
        let levels: Levels = reading.levels("levels", &self.levels);
        let note = reading.text("note", &self.note);
        let read = values(&self.values, "values", reading).into_iter();
        read.map(|(measured, reference)| reading::Reading {
            side: self.side,
            levels: levels.clone(),
            reference,
            told_by: self.told_by,
            note: note.clone(),
            ..reading::Reading::of(measured, when)
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    fn input(values: serde_json::Value) -> ReadingInput {
        serde_json::from_value(serde_json::json!({"values": values, "when": "24 Nov 2026"})).unwrap()
    }

    fn read(input: &ReadingInput) -> (Option<reading::Reading>, Vec<(String, Problem)>) {
        let mut reader = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let read = input.read(&mut reader);
        let issues = reader.issues.into_iter();
        (read, issues.map(|issue| (issue.path, issue.problem)).collect())
    }

    #[test]
    fn what_was_typed_reads_back_as_the_same_and_keeps_its_sign() {
        let typed = input(serde_json::json!([
            {"what": "crp", "value": "<5", "unit": "mg/L", "reference": "0-5"}
        ]));
        let (reading, issues) = read(&typed);
        assert_eq!(issues, []);
        assert_eq!(ReadingInput::of(&reading.unwrap()), typed);
    }

    #[test]
    fn each_value_of_an_occasion_is_a_reading_and_an_empty_one_is_none() {
        let typed = input(serde_json::json!([
            {"what": "temperature", "unit": "°C"},
            {"what": "crp", "value": "12,5", "unit": "mg/L"},
            {"what": "esr", "value": "32", "unit": "mm/h"}
        ]));
        let (first, issues) = read(&typed);
        assert_eq!((first.unwrap().measured.what(), issues), (What::Crp, Vec::new()));
        let mut reader = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let all = typed.all(When::default(), &mut reader);
        let whats: Vec<What> = all.iter().map(|one| one.measured.what()).collect();
        assert_eq!(whats, [What::Crp, What::Esr]);
        assert_eq!(
            read(&input(serde_json::json!([]))).1,
            [("values.0.value".to_owned(), Problem::Required)]
        );
    }

    #[test]
    fn trap_26_a_crp_needs_its_unit_and_what_is_wrong_is_told_at_its_field() {
        let typed = input(serde_json::json!([
            {"what": "crp", "value": "12"},
            {"what": "temperature", "value": "101.3", "unit": "°C"},
            {"value": "7", "unit": "cm"},
            {"what": "other", "value": "7", "unit": "cm"},
            {"what": "esr", "value": "high", "unit": "mm/h"}
        ]));
        let fields: Vec<String> = read(&typed).1.into_iter().map(|(path, _)| path).collect();
        let wanted = [
            "values.0.unit",
            "values.1.value",
            "values.2.what",
            "values.3.name",
            "values.4.value",
        ];
        assert_eq!(fields, wanted);
    }
}
