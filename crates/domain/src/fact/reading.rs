//! A reading: one value that was measured, with its unit, when and by whom it was told. Readings are recorded here alone,
//! whichever form they were typed in, and every rule that reads a measured value reads these.

pub mod measured;

pub use measured::{Comparator, Measurement, What};

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

/// A reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Reading {
    /// The value.
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
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
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
    value: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Text>,
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
    #[serde(default)]
    told_by: ToldBy,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Text>,
}

impl From<Reading> for Written {
    fn from(reading: Reading) -> Self {
        let measured = &reading.measured;
        Written {
            what: measured.what(),
            name: measured.name().cloned(),
            comparator: measured.comparator(),
            value: measured.value(),
            unit: measured.unit().cloned(),
            when: reading.when,
            recorded: reading.recorded,
            side: reading.side,
            levels: reading.levels,
            reference: reading.reference,
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
        let measured = Measurement::new(
            written.what,
            written.name,
            written.comparator,
            written.value,
            written.unit,
        );
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
            told_by: written.told_by,
            note: written.note,
        })
    }
}

impl Reading {
    /// A value that was measured then, and nothing else said of it.
    pub fn of(measured: Measurement, when: When) -> Self {
        Reading {
            measured,
            when,
            recorded: None,
            side: None,
            levels: Levels::default(),
            reference: None,
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
        self.measured
            .name()
            .map(ToString::to_string)
            .into_iter()
            .collect()
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
    #[case(
        r#"{"what":"crp","value":3,"unit":"mg/L","level":"L4"}"#,
        "unknown field `level`"
    )]
    fn what_can_not_be_measured_is_refused(#[case] written: &str, #[case] told: &str) {
        let error = serde_json::from_str::<Reading>(written).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
}
