//! A measured value: what was measured, the number as it was reported, and its unit. One that exists lies in what can be
//! measured at all in that unit; "<5" and ">500" keep their sign and are never read as the number itself.
//!
//! Ranges are what a slip of the pen or a wrong unit lies outside of; they say nothing about health.

use crate::value::{issue::Problem, text::Text};
use serde::{Deserialize, Serialize};

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ReadingWhat"))]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Body temperature.
    Temperature,
    /// Residual urine after voiding.
    ResidualUrine,
    /// Breathing rate.
    Breaths,
    /// C-reactive protein.
    Crp,
    /// Erythrocyte sedimentation rate.
    Esr,
    /// White cells.
    WhiteCells,
    /// Neutrophils.
    Neutrophils,
    /// Haemoglobin.
    Haemoglobin,
    /// Platelets.
    Platelets,
    /// International normalised ratio.
    Inr,
    /// Creatinine.
    Creatinine,
    /// Estimated glomerular filtration rate.
    Egfr,
    /// Glycated haemoglobin.
    Hba1c,
    /// Glucose.
    Glucose,
    /// 25-hydroxyvitamin D.
    VitaminD,
    /// Prostate-specific antigen.
    Psa,
    /// Body weight.
    Weight,
    /// Height.
    Height,
    /// Anything else, by its name.
    Other,
}

/// A unit in which a value is given, with the least and the highest number of it that can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// As it is kept and printed; empty for a ratio.
    pub name: &'static str,
    /// The least.
    pub min: i64,
    /// The highest.
    pub max: i64,
}

const fn unit(name: &'static str, min: i64, max: i64) -> Unit {
    Unit { name, min, max }
}

/// The largest number that is kept of what nobody here knows.
const LARGEST: i64 = 10_000_000;

impl What {
    /// Everything that has a name of its own, and what has none, in the order in which it is offered.
    pub const ALL: [Self; 19] = [
        Self::Temperature,
        Self::ResidualUrine,
        Self::Breaths,
        Self::Crp,
        Self::Esr,
        Self::WhiteCells,
        Self::Neutrophils,
        Self::Haemoglobin,
        Self::Platelets,
        Self::Inr,
        Self::Creatinine,
        Self::Egfr,
        Self::Hba1c,
        Self::Glucose,
        Self::VitaminD,
        Self::Psa,
        Self::Weight,
        Self::Height,
        Self::Other,
    ];

    /// The units in which it is given, the usual one first; none for what has a name of its own alone, which may have any.
    pub fn units(self) -> &'static [Unit] {
        match self {
            Self::Temperature => const { &[unit("°C", 25, 45), unit("°F", 77, 113)] },
            Self::ResidualUrine => const { &[unit("mL", 0, 5000)] },
            Self::Breaths => const { &[unit("/min", 0, 80)] },
            Self::Crp => const { &[unit("mg/L", 0, 6000), unit("mg/dL", 0, 600)] },
            Self::Esr => const { &[unit("mm/h", 0, 200)] },
            Self::WhiteCells | Self::Neutrophils => {
                const {
                    &[
                        unit("10^9/L", 0, 1000),
                        unit("10^3/\u{b5}L", 0, 1000),
                        unit("/\u{b5}L", 0, 1_000_000),
                    ]
                }
            }
            Self::Haemoglobin => {
                const { &[unit("g/L", 20, 250), unit("g/dL", 2, 25), unit("mmol/L", 1, 16)] }
            }
            Self::Platelets => const { &[unit("10^9/L", 0, 5000), unit("10^3/\u{b5}L", 0, 5000)] },
            Self::Inr => const { &[unit("", 0, 20)] },
            Self::Creatinine => const { &[unit("\u{b5}mol/L", 5, 3000), unit("mg/dL", 0, 35)] },
            Self::Egfr => const { &[unit("mL/min/1.73 m²", 0, 250), unit("mL/min", 0, 250)] },
            Self::Hba1c => const { &[unit("mmol/mol", 5, 250), unit("%", 2, 25)] },
            Self::Glucose => const { &[unit("mmol/L", 0, 110), unit("mg/dL", 0, 2000)] },
            Self::VitaminD => const { &[unit("nmol/L", 0, 1000), unit("ng/mL", 0, 400)] },
            Self::Psa => const { &[unit("\u{b5}g/L", 0, 20_000), unit("ng/mL", 0, 20_000)] },
            Self::Weight => const { &[unit("kg", 1, 600), unit("lb", 2, 1300)] },
            Self::Height => const { &[unit("cm", 30, 260), unit("m", 0, 3), unit("in", 12, 102)] },
            Self::Other => &[],
        }
    }

    /// Whether it can be reported as below or above a limit.
    fn has_limits(self) -> bool {
        !matches!(
            self,
            Self::Temperature | Self::Breaths | Self::Weight | Self::Height
        )
    }
}

/// Whether the number is a limit of what the method tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparator {
    /// Below the number.
    #[serde(rename = "<")]
    Below,
    /// Above the number.
    #[serde(rename = ">")]
    Above,
}

/// A measured value that can be measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    what: What,
    name: Option<Text>,
    comparator: Option<Comparator>,
    value: f64,
    unit: Option<Text>,
}

/// Which part of a measured value is wrong, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The field: `name`, `value` or `unit`.
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Measurement {
    /// A measured value. What is `Other` has a name, and may have any unit or none; everything else has one of its units and no
    /// name of its own.
    ///
    /// # Errors
    /// The field that does not fit.
    pub fn new(
        what: What,
        name: Option<Text>,
        comparator: Option<Comparator>,
        value: f64,
        unit: Option<Text>,
    ) -> Result<Self, Wrong> {
        let wrong = |field, problem| Err(Wrong { field, problem });
        if (what == What::Other) != name.is_some() {
            return wrong("name", Problem::Required);
        }
        let given = unit.as_ref().map(Text::as_str).unwrap_or_default();
        let known = what.units().iter().find(|one| one.name == given);
        let (min, max) = match (what, known) {
            (What::Other, _) => (-LARGEST, LARGEST),
            (_, Some(one)) => (one.min, one.max),
            (_, None) => return wrong("unit", Problem::Required),
        };
        if comparator.is_some() && !what.has_limits() {
            let text = value.to_string();
            return wrong("value", Problem::NotANumber { text });
        }
        // Both ends are far below what an f64 holds exactly.
        if !(value >= min as f64 && value <= max as f64) {
            return wrong("value", Problem::OutOfRange { min, max });
        }
        Ok(Self {
            what,
            name,
            comparator,
            value,
            unit,
        })
    }

    /// What was measured.
    pub fn what(&self) -> What {
        self.what
    }

    /// Its name, where it has no code.
    pub fn name(&self) -> Option<&Text> {
        self.name.as_ref()
    }

    /// Whether the number is a limit.
    pub fn comparator(&self) -> Option<Comparator> {
        self.comparator
    }

    /// The number as it was reported, in its unit.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The unit; none for a ratio.
    pub fn unit(&self) -> Option<&Text> {
        self.unit.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn measured(what: What, value: f64, unit: &str) -> Result<Measurement, Wrong> {
        Measurement::new(what, None, None, value, Text::new(unit).ok())
    }

    #[rstest]
    #[case(What::Temperature, 38.2, "°C", None)]
    #[case(What::Temperature, 101.3, "°C", Some("value"))]
    #[case(What::Temperature, 101.3, "°F", None)]
    #[case(What::Crp, 12.0, "", Some("unit"))]
    #[case(What::Crp, 12.0, "g/L", Some("unit"))]
    #[case(What::Crp, -1.0, "mg/L", Some("value"))]
    #[case(What::Haemoglobin, 134.0, "g/dL", Some("value"))]
    #[case(What::Inr, 2.4, "", None)]
    #[case(What::Weight, 700.0, "kg", Some("value"))]
    #[case(What::Egfr, f64::NAN, "mL/min", Some("value"))]
    #[case(What::Other, 3.0, "cm", Some("name"))]
    fn trap_26_a_value_fits_its_unit_or_its_field_is_told(
        #[case] what: What,
        #[case] value: f64,
        #[case] unit: &str,
        #[case] field: Option<&str>,
    ) {
        let wrong = measured(what, value, unit).err();
        assert_eq!(wrong.map(|wrong| wrong.field), field);
    }

    #[test]
    fn what_has_a_code_has_no_name_of_its_own_and_every_code_has_a_unit() {
        let name = Text::new("CRP").ok();
        let named = Measurement::new(What::Crp, name.clone(), None, 5.0, Text::new("mg/L").ok());
        assert_eq!(named.unwrap_err().field, "name");
        assert!(Measurement::new(What::Other, name, None, 5.0, None).is_ok());
        for what in What::ALL {
            assert_eq!(what.units().is_empty(), what == What::Other, "{what:?}");
        }
    }

    #[test]
    fn only_what_can_be_reported_as_a_limit_takes_one() {
        let below =
            |what, unit| Measurement::new(what, None, Some(Comparator::Below), 200.0, Text::new(unit).ok());
        assert!(below(What::ResidualUrine, "mL").is_ok());
        assert_eq!(below(What::Weight, "kg").unwrap_err().field, "value");
    }
}
