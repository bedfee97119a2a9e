//! A reading: one value that was measured, with its unit, when and by whom it was told. Readings are recorded here alone,
//! whichever form they were typed in, and every rule that reads a measured value reads these.

pub mod convert;
pub mod flag;
pub mod line;
pub mod measured;
pub mod range;
pub mod unit;

pub use flag::Flag;
pub use measured::{Comparator, Measurement, Quantity, What};
pub use range::{Outside, Range};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    issue::Issue,
    level::{Levels, Side},
    text::Text,
    when::When,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One measured value, with when it was measured and who told it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Reading {
    /// What was measured, with the number and its unit or with the words.
    pub measured: Measurement,
    /// When it was measured. Rules read it only where that is a day.
    pub when: When,
    /// When it was put into the record, where it came from another vault.
    pub recorded: Option<DateTime<Utc>>,
    /// On which side of the patient, where it has one.
    pub side: Option<Side>,
    /// At which levels, where it has any.
    pub levels: Levels,
    /// The range that the laboratory printed beside it.
    pub reference: Option<Text>,
    /// The mark that the laboratory set beside it.
    pub flag: Option<Flag>,
    /// Who told this or where it was read.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    pub note: Option<Text>,
}

/// A reading as it is written: the value is one with the rest.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    what: What,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comparator: Option<Comparator>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    places: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Text>,
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    when: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recorded: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    side: Option<Side>,
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    levels: Levels,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    flag: Option<Flag>,
    #[serde(default)]
    told_by: ToldBy,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Text>,
}

impl From<Reading> for Written {
    fn from(reading: Reading) -> Self {
        let measured = &reading.measured;
        let quantity = measured.quantity();
        let words = match measured.found() {
            measured::MeasuredValue::Words(words) => Some(words.clone()),
            measured::MeasuredValue::Number(_) => None,
        };
        Written {
            what: measured.what(),
            name: measured.name().cloned(),
            comparator: quantity.and_then(|one| one.comparator),
            value: quantity.map(|one| one.value),
            // Only what the number itself does not tell.
            places: quantity
                .map(|one| one.places)
                .filter(|places| quantity.is_some_and(|one| *places > measured::places_of(one.value, 0))),
            unit: quantity.and_then(|one| one.unit.clone()),
            words,
            when: reading.when,
            recorded: reading.recorded,
            side: reading.side,
            levels: reading.levels,
            reference: reading.reference,
            flag: reading.flag,
            told_by: reading.told_by,
            note: reading.note,
        }
    }
}

impl TryFrom<Written> for Reading {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let units = written.what.units().iter().map(|unit| unit.name);
        let units = units.collect::<Vec<_>>().join(", ");
        let measured = match (written.value, written.words) {
            (Some(value), None) => {
                let (comparator, unit) = (written.comparator, written.unit);
                Measurement::new(written.what, written.name, comparator, value, unit)
                    .map(|one| one.with_places(written.places.unwrap_or_default()))
            }
            (None, Some(words)) if written.comparator.is_none() && written.unit.is_none() => {
                Measurement::words(written.what, written.name, words)
            }
            (None, None) => return Err("value: required".to_owned()),
            _ => return Err("words: not beside a number, a sign or a unit".to_owned()),
        };
        let measured = measured.map_err(|wrong| match wrong.field {
            "unit" => format!("unit: {} [{units}]", wrong.problem),
            field => format!("{field}: {}", wrong.problem),
        });
        Ok(Reading {
            measured: measured?,
            when: written.when,
            recorded: written.recorded,
            side: written.side,
            levels: written.levels,
            reference: written.reference,
            flag: written.flag,
            told_by: written.told_by,
            note: written.note,
        })
    }
}

impl Reading {
    /// The range that stood beside the number, where it is one of numbers in the same unit.
    pub fn range(&self) -> Option<Range> {
        let unit = self.measured.quantity()?.unit.as_ref();
        Range::read(
            self.reference.as_ref()?.as_str(),
            unit.map(Text::as_str).unwrap_or_default(),
        )
    }

    /// On which side of the range that stood beside it the number surely lies; nothing where no range did.
    pub fn outside(&self) -> Option<Outside> {
        self.range()?.outside(self.measured.quantity()?)
    }

    /// A value that was measured then, and nothing else said of it.
    pub fn of(measured: Measurement, when: When) -> Self {
        Reading {
            measured,
            when,
            recorded: None,
            side: None,
            levels: Levels::default(),
            reference: None,
            flag: None,
            told_by: ToldBy::default(),
            note: None,
        }
    }
}

impl Clinical for Reading {
    const CALLED: Option<&'static str> = Some("reading");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        let words = match self.measured.found() {
            measured::MeasuredValue::Words(words) => Some(words.to_string()),
            measured::MeasuredValue::Number(_) => None,
        };
        let name = self.measured.name().map(ToString::to_string);
        name.into_iter().chain(words).collect()
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.recorded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_reading_reads_back_as_itself_and_keeps_its_sign() {
        for written in [
            r#"{"what":"crp","comparator":"<","value":5.0,"unit":"mg/L","when":"24 Nov 2026","told_by":"document"}"#,
            r#"{"what":"other","name":"leg length","value":-1.5,"unit":"cm","side":"left","told_by":"clinician"}"#,
            r#"{"what":"inr","value":2.4,"reference":"2-3","told_by":"document","note":"n"}"#,
            r#"{"what":"inr","value":2.0,"places":1,"reference":"2-3","flag":"normal","told_by":"document"}"#,
            r#"{"what":"egfr","comparator":">=","value":90.0,"unit":"mL/min/1.73 m²","told_by":"document"}"#,
            r#"{"what":"blood_culture","words":"no growth","flag":"normal","told_by":"document"}"#,
            r#"{"what":"finding","name":"HLA-B27","words":"positive","told_by":"document"}"#,
        ] {
            let reading: Reading = serde_json::from_str(written).unwrap();
            assert_eq!(serde_json::to_string(&reading).unwrap(), written);
        }
    }

    #[rstest]
    #[case(r#"{"what":"crp","value":12}"#, "unit")]
    #[case(r#"{"what":"crp","value":12,"unit":"g/L"}"#, "[mg/L, mg/dL]")]
    #[case(r#"{"what":"temperature","value":101.3,"unit":"°C"}"#, "value")]
    #[case(r#"{"what":"other","value":3}"#, "name")]
    #[case(r#"{"what":"crp","unit":"mg/L"}"#, "value")]
    #[case(r#"{"what":"blood_culture","words":"none","value":3}"#, "words")]
    #[case(r#"{"what":"crp","words":"high"}"#, "value")]
    #[case(
        r#"{"what":"crp","value":3,"unit":"mg/L","level":"L4"}"#,
        "unknown field `level`"
    )]
    fn what_can_not_be_measured_is_refused(#[case] written: &str, #[case] told: &str) {
        let error = serde_json::from_str::<Reading>(written).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
}
