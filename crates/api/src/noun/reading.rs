//! Readings, as typed: the values of one occasion, each with its unit. Each is kept as a reading of its own.

use super::{Typed, typed};
use crate::reading::{Reading, decimal, shown, shown_time};
use lamina_domain::{
    Levels, Problem, Side, Text, ToldBy, When,
    reading::{
        self, Comparator, Flag, Measurement, What,
        line::{self, Line},
        measured,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(reading::Reading as ReadingInput, with What, Flag, MeasuredInput);

/// A measured value, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct MeasuredInput {
    /// What was measured; has to be chosen where a value is given.
    pub what: Option<What>,
    /// Its name, where it has no code.
    pub name: String,
    /// The number; "<5", ">500" and "≥90" are limits. The words of what is told in words. Empty where it was not measured.
    pub value: String,
    /// Its unit in any known spelling; empty where the value has none.
    pub unit: String,
    /// The range that the laboratory printed beside it.
    pub reference: String,
    /// The mark that the laboratory set beside it.
    pub flag: Option<Flag>,
}

/// The readings of one occasion, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ReadingInput {
    /// The values. The first that is there is the entry; each other one is recorded beside it.
    pub values: Vec<MeasuredInput>,
    /// When they were measured.
    pub when: String,
    /// On which side of the patient.
    pub side: Option<Side>,
    /// The levels of the spine that they are about; empty where they are about none.
    pub levels: String,
    /// From whom they are known: patient, clinician, document or device.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    pub note: String,
}

/// What can be measured, and the units in which it is given, the usual one first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingKind {
    /// What is measured, by its code.
    pub what: What,
    /// Its units; none where it may have any, an empty one for a ratio.
    pub units: Vec<String>,
    /// Whether it is told in words.
    pub in_words: bool,
    /// Whether it needs a name.
    pub named: bool,
}

/// Asks what results stand in a text that was typed or pasted. Nothing is saved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadResults {
    /// The text, a result in each line.
    pub text: String,
}

/// The results of a text, each part as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ResultsRead {
    /// The results, one a line.
    pub values: Vec<MeasuredInput>,
    /// What is no result, as it stood.
    pub rest: Vec<String>,
}

/// The results in a text.
pub fn results(text: &str) -> ResultsRead {
    let (found, rest) = line::read(text);
    ResultsRead {
        values: found.into_iter().map(MeasuredInput::from).collect(),
        rest,
    }
}

impl From<Line> for MeasuredInput {
    fn from(line: Line) -> Self {
        Self {
            what: line.what,
            name: line.name,
            value: line.value,
            unit: line.unit,
            reference: line.reference,
            flag: line.flag,
        }
    }
}

/// Everything that can be measured, in the order in which it is offered.
pub fn kinds() -> Vec<ReadingKind> {
    let kind = |what: What| ReadingKind {
        what,
        units: what.units().iter().map(|unit| unit.name.to_owned()).collect(),
        in_words: what.in_words(),
        named: what.is_named(),
    };
    What::ALL.into_iter().map(kind).collect()
}

/// A measured value that was read, with the range and the mark that stood beside it.
pub(crate) struct ReadValue {
    /// The value, with its unit.
    pub(crate) measured: Measurement,
    /// The range that the laboratory printed beside it.
    pub(crate) reference: Option<Text>,
    /// The mark that the laboratory set.
    pub(crate) flag: Option<Flag>,
}

/// The values that are there; what is wrong is told at `path.0.value`.
pub(crate) fn values(values: &[MeasuredInput], path: &str, reading: &mut Reading) -> Vec<ReadValue> {
    let given = values.iter().enumerate().filter(|(_, one)| !one.is_empty());
    given
        .filter_map(|(at, one)| one.read(&format!("{path}.{at}"), reading))
        .collect()
}

/// Most characters of a result that is told in words.
const WORDS: usize = 1000;

impl MeasuredInput {
    fn of(reading: &reading::Reading) -> Self {
        let measured = &reading.measured;
        let (value, unit) = match measured.found() {
            measured::MeasuredValue::Words(words) => (words.to_string(), String::new()),
            measured::MeasuredValue::Number(quantity) => {
                let sign = quantity.comparator.map(Comparator::sign).unwrap_or_default();
                (format!("{sign}{}", quantity.number()), shown(&quantity.unit))
            }
        };
        Self {
            what: Some(measured.what()),
            name: measured.name().map(ToString::to_string).unwrap_or_default(),
            value,
            unit,
            reference: shown(&reading.reference),
            flag: reading.flag,
        }
    }

    /// Whether no value was typed. A kind and a unit alone are what the form offered.
    fn is_empty(&self) -> bool {
        let typed = [&self.name, &self.value, &self.reference];
        typed.iter().all(|typed| typed.trim().is_empty()) && self.flag.is_none()
    }

    fn read(&self, path: &str, reading: &mut Reading) -> Option<ReadValue> {
        let at = |field: &str| format!("{path}.{field}");
        let what = reading.keep(&at("what"), self.what.ok_or(Problem::Required));
        let reference = reading.line(&at("reference"), &self.reference, 200);
        let found = match what.is_some_and(What::in_words) {
            true => self.in_words(&at, what?, reading),
            false => self.number(&at, what, reading),
        };
        Some(ReadValue {
            measured: found?,
            reference,
            flag: self.flag,
        })
    }

    fn name(&self, at: &dyn Fn(&str) -> String, what: What, reading: &mut Reading) -> Option<Text> {
        let named = what.is_named();
        named
            .then(|| reading.line(&at("name"), &self.name, 200))
            .flatten()
    }

    fn in_words(
        &self,
        at: &dyn Fn(&str) -> String,
        what: What,
        reading: &mut Reading,
    ) -> Option<Measurement> {
        let words = reading.keep(&at("value"), Text::within(&self.value, WORDS))?;
        let name = self.name(at, what, reading);
        fits(at, Measurement::words(what, name, words), reading)
    }

    fn number(
        &self,
        at: &dyn Fn(&str) -> String,
        what: Option<What>,
        reading: &mut Reading,
    ) -> Option<Measurement> {
        let (comparator, number) = Comparator::split(self.value.trim());
        let value = reading.keep(&at("value"), decimal(number))?;
        let what = what?;
        let name = self.name(at, what, reading);
        // A spelling of a unit that is known is that unit; any other stays as typed and is told at its field.
        let unit = match what.unit(&self.unit) {
            Some(known) => Text::new(known.name).ok(),
            None => reading.line(&at("unit"), &self.unit, 50),
        };
        let measured = Measurement::new(what, name, comparator, value, unit);
        fits(at, measured, reading).map(|one| one.with_places(places(number)))
    }
}

fn fits(
    at: &dyn Fn(&str) -> String,
    measured: Result<Measurement, measured::Wrong>,
    reading: &mut Reading,
) -> Option<Measurement> {
    let measured = measured.map_err(|wrong| (at(wrong.field), wrong.problem));
    match measured {
        Ok(measured) => Some(measured),
        Err((field, problem)) => reading.keep(&field, Err(problem)),
    }
}

/// Decimal places of a number as it was typed.
fn places(number: &str) -> u8 {
    let rest = number.split_once(['.', ',']).map_or("", |(_, rest)| rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    u8::try_from(digits).unwrap_or(u8::MAX)
}

impl ReadingInput {
    /// The reading as typed values.
    pub fn of(reading: &reading::Reading) -> Self {
        Self {
            values: vec![MeasuredInput::of(reading)],
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
        read.map(|one| reading::Reading {
            side: self.side,
            levels: levels.clone(),
            reference: one.reference,
            flag: one.flag,
            told_by: self.told_by,
            note: note.clone(),
            ..reading::Reading::of(one.measured, when)
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
            {"what": "crp", "value": "<5.0", "unit": "mg/L", "reference": "0-5", "flag": "normal"}
        ]));
        let (reading, issues) = read(&typed);
        assert_eq!(issues, []);
        assert_eq!(ReadingInput::of(&reading.unwrap()), typed);
        let culture = input(serde_json::json!([{"what": "blood_culture", "value": "no growth, 5 days"}]));
        let (reading, issues) = read(&culture);
        assert_eq!(issues, []);
        assert_eq!(ReadingInput::of(&reading.unwrap()), culture);
    }

    #[test]
    fn a_unit_is_kept_in_its_own_spelling_and_one_that_is_none_is_told_at_its_field() {
        let typed = input(serde_json::json!([{"what": "creatinine", "value": "88,0", "unit": "umol/l"}]));
        let again = ReadingInput::of(&read(&typed).0.unwrap());
        assert_eq!(
            (again.values[0].value.as_str(), again.values[0].unit.as_str()),
            ("88.0", "\u{b5}mol/L")
        );
        let typed = input(serde_json::json!([{"what": "crp", "value": "5", "unit": "g/L"}]));
        assert_eq!(read(&typed).1[0].0, "values.0.unit");
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

    /// A number as people type it, and the same written with a point.
    fn typed_number() -> impl proptest::strategy::Strategy<Value = (String, String)> {
        use proptest::prelude::*;
        (0_u32..20, proptest::option::of(0_u32..100), any::<bool>()).prop_map(|(whole, rest, comma)| {
            let written = |mark: char| match rest {
                Some(rest) => format!("{whole}{mark}{rest:02}"),
                None => whole.to_string(),
            };
            (written(if comma { ',' } else { '.' }), written('.'))
        })
    }

    proptest::proptest! {
        #[test]
        fn no_typed_line_of_results_changes_its_meaning_on_reading_back(
            lines in proptest::collection::vec(
                (0_usize..7, 0_usize..5, typed_number(), 0_usize..4, 0_usize..4),
                1..6,
            )
        ) {
            let kinds = [
                ("CRP", What::Crp), ("esr:", What::Esr), ("WBC", What::WhiteCells), ("INR", What::Inr),
                ("Glucose", What::Glucose), ("vit d", What::VitaminD), ("Ferritin", What::Other),
            ];
            let signs = [("", None), ("<", Some("<")), ("<= ", Some("≤")), ("≥", Some("≥")), ("> ", Some(">"))];
            let mut text = Vec::new();
            let mut wanted = Vec::new();
            for (kind, sign, (typed, written), unit, tail) in &lines {
                let (name, what) = kinds[*kind];
                let (sign, kept) = signs[*sign];
                let units = what.units();
                let unit = if units.is_empty() { "ug/L" } else { units[unit % units.len()].name };
                let (tail, reference, flag) = [
                    ("", "", None),
                    (" (0-5)", "0-5", None),
                    (" [3,5 - 9] H", "3,5 - 9", Some(Flag::High)),
                    (" LL (<2)", "<2", Some(Flag::CriticallyLow)),
                ][*tail];
                text.push(format!("{name} {sign}{typed} {}{tail}", unit.to_ascii_uppercase()));
                wanted.push((what, format!("{}{written}", kept.unwrap_or_default()), unit.to_lowercase(), reference, flag));
            }
            let read_lines = results(&text.join("\n"));
            proptest::prop_assert_eq!(&read_lines.rest, &Vec::<String>::new());
            let form = ReadingInput { values: read_lines.values, ..ReadingInput::default() };
            let mut reader = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
            let kept = form.all(When::default(), &mut reader);
            proptest::prop_assert_eq!(&reader.issues, &Vec::new());
            let again: Vec<_> = kept.iter().map(|one| {
                let written = serde_json::to_string(one).unwrap();
                let read: reading::Reading = serde_json::from_str(&written).unwrap();
                let back = ReadingInput::of(&read);
                let mut reader = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
                assert_eq!(back.all(When::default(), &mut reader), vec![one.clone()], "{written}");
                let value = &back.values[0];
                (value.what.unwrap(), value.value.clone(), value.unit.to_lowercase(), value.reference.clone(), value.flag)
            }).collect();
            let wanted: Vec<_> = wanted.into_iter().map(|(what, value, unit, reference, flag)| {
                (what, value, unit, reference.to_owned(), flag)
            }).collect();
            proptest::prop_assert_eq!(again, wanted);
        }
    }
}
