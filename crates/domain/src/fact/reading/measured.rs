//! A measured value: what was measured, the number as it was reported, and its unit; or what was found, in words. A number
//! lies in what can be measured at all in its unit; "<5" and ">500" keep their sign and are never read as the number itself.
//!
//! Ranges are what a slip of the pen or a wrong unit lies outside of; they say nothing about health.

use super::unit::Unit;
use crate::value::{issue::Problem, text::Text};
use serde::{Deserialize, Serialize};

/// What was measured or found: one of a list, or what has a name of its own alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ReadingWhat"))]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Body temperature, in °C or °F.
    Temperature,
    /// Residual urine after voiding.
    ResidualUrine,
    /// Breathing rate, in breaths a minute.
    Breaths,
    /// C-reactive protein, usually in mg/L.
    Crp,
    /// Erythrocyte sedimentation rate, in mm/h.
    Esr,
    /// White blood cells, usually in 10^9/L.
    WhiteCells,
    /// Neutrophils as a number and no share, usually in 10^9/L.
    Neutrophils,
    /// Haemoglobin in the blood, usually in g/L.
    Haemoglobin,
    /// Platelets in the blood, usually in 10^9/L.
    Platelets,
    /// International normalised ratio, which has no unit.
    Inr,
    /// Creatinine, usually in micromoles a litre.
    Creatinine,
    /// Estimated glomerular filtration rate.
    Egfr,
    /// Glycated haemoglobin, usually in mmol/mol (IFCC), also in percent (NGSP).
    Hba1c,
    /// Glucose, usually in mmol/L.
    Glucose,
    /// 25-hydroxyvitamin D, usually in nmol/L.
    VitaminD,
    /// Prostate-specific antigen, usually in micrograms a litre.
    Psa,
    /// Blood culture, in words.
    BloodCulture,
    /// Electrophoresis of serum proteins, in words.
    Electrophoresis,
    /// Body weight, usually in kg.
    Weight,
    /// Body height, usually in cm.
    Height,
    /// Any other number, by its name.
    Other,
    /// Any other result in words, by its name.
    Finding,
}

impl What {
    /// Everything that has a name of its own, and what has none, in the order in which it is offered.
    pub const ALL: [Self; 22] = [
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
        Self::BloodCulture,
        Self::Electrophoresis,
        Self::Weight,
        Self::Height,
        Self::Other,
        Self::Finding,
    ];

    /// Whether it is told in words and has no number.
    pub fn in_words(self) -> bool {
        matches!(self, Self::BloodCulture | Self::Electrophoresis | Self::Finding)
    }

    /// Whether it has no code, so that it needs a name.
    pub fn is_named(self) -> bool {
        matches!(self, Self::Other | Self::Finding)
    }

    /// Whether it can be reported as below or above a limit.
    fn has_limits(self) -> bool {
        !matches!(
            self,
            Self::Temperature | Self::Breaths | Self::Weight | Self::Height
        )
    }
}

/// The largest number that is kept of what nobody here knows.
const LARGEST: i64 = 10_000_000;

/// Whether the number is a limit of what the method tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparator {
    /// The value lies below the number.
    #[serde(rename = "<")]
    Below,
    /// The number or below.
    #[serde(rename = "<=")]
    AtMost,
    /// The number or above.
    #[serde(rename = ">=")]
    AtLeast,
    /// The value lies above the number.
    #[serde(rename = ">")]
    Above,
}

impl Comparator {
    /// Whether the value lies at the number or below it.
    pub fn is_below(self) -> bool {
        matches!(self, Self::Below | Self::AtMost)
    }

    /// The sign as it is printed.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Above => ">",
        }
    }

    /// A number with the sign before it, where it has one: "<5", "≥ 90", "<= 1".
    pub fn split(typed: &str) -> (Option<Self>, &str) {
        let signs = [
            ("<=", Self::AtMost),
            ("≤", Self::AtMost),
            (">=", Self::AtLeast),
            ("≥", Self::AtLeast),
            ("<", Self::Below),
            (">", Self::Above),
        ];
        for (sign, comparator) in signs {
            if let Some(rest) = typed.strip_prefix(sign) {
                return (Some(comparator), rest.trim());
            }
        }
        (None, typed)
    }
}

/// A number as it was reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Whether the number is a limit.
    pub comparator: Option<Comparator>,
    /// The number, in its unit.
    pub value: f64,
    /// The unit; none for a ratio.
    pub unit: Option<Text>,
    /// The decimal places with which it was reported: 1 of "5.0".
    pub places: u8,
}

impl Quantity {
    /// The number with the decimal places with which it was reported.
    pub fn number(&self) -> String {
        format!("{:.*}", self.places.into(), self.value)
    }
}

/// Decimal places that a number needs, and at least `least`.
pub(super) fn places_of(value: f64, least: u8) -> u8 {
    let text = value.to_string();
    let needed = text.split_once('.').map_or(0, |(_, rest)| rest.len());
    u8::try_from(needed).unwrap_or(u8::MAX).max(least)
}

/// What was found there.
#[derive(Debug, Clone, PartialEq)]
pub enum MeasuredValue {
    /// A number as it was reported, with its sign and unit.
    Number(Quantity),
    /// What was found, in words alone.
    Words(Text),
}

/// A measured value that can be measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    what: What,
    name: Option<Text>,
    found: MeasuredValue,
}

/// Which part of a measured value is wrong, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The field: `name`, `value` or `unit`.
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

type Checked<T> = Result<T, Wrong>;

impl Measurement {
    /// A measured number. What is `Other` has a name, and may have any unit or none; everything else has one of its units and no
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
    ) -> Checked<Self> {
        let wrong = |field, problem| Err(Wrong { field, problem });
        named(what, name.as_ref())?;
        let given = unit.as_ref().map(Text::as_str).unwrap_or_default();
        let known = what.units().iter().find(|one| one.name == given);
        let (min, max) = match (what, known) {
            (What::Other, _) => (-LARGEST, LARGEST),
            (_, Some(one)) => (one.min, one.max),
            (_, None) if what.in_words() => {
                let text = value.to_string();
                return wrong("value", Problem::NotANumber { text });
            }
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
            found: MeasuredValue::Number(Quantity {
                comparator,
                value,
                unit,
                places: places_of(value, 0),
            }),
        })
    }

    /// What was found, in words.
    ///
    /// # Errors
    /// The field that does not fit.
    pub fn words(what: What, name: Option<Text>, words: Text) -> Checked<Self> {
        named(what, name.as_ref())?;
        if !what.in_words() {
            return Err(Wrong {
                field: "value",
                problem: Problem::NotANumber {
                    text: words.to_string(),
                },
            });
        }
        Ok(Self {
            what,
            name,
            found: MeasuredValue::Words(words),
        })
    }

    /// The same, reported with at least so many decimal places: 1 of "5.0".
    #[must_use]
    pub fn with_places(mut self, places: u8) -> Self {
        if let MeasuredValue::Number(quantity) = &mut self.found {
            quantity.places = places_of(quantity.value, places.min(MOST_PLACES));
        }
        self
    }

    /// What was measured; `Other` and `Finding` have a name beside it.
    pub fn what(&self) -> What {
        self.what
    }

    /// Its name, where it has no code.
    pub fn name(&self) -> Option<&Text> {
        self.name.as_ref()
    }

    /// What was found there.
    pub fn found(&self) -> &MeasuredValue {
        &self.found
    }

    /// The number, where it is one.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.found {
            MeasuredValue::Number(quantity) => Some(quantity),
            MeasuredValue::Words(_) => None,
        }
    }

    /// The unit of a number that has a code.
    pub fn unit(&self) -> Option<&'static Unit> {
        let given = self.quantity()?.unit.as_ref();
        let given = given.map(Text::as_str).unwrap_or_default();
        self.what.units().iter().find(|one| one.name == given)
    }
}

/// Most decimal places that are kept.
const MOST_PLACES: u8 = 6;

fn named(what: What, name: Option<&Text>) -> Checked<()> {
    match what.is_named() == name.is_some() {
        true => Ok(()),
        false => Err(Wrong {
            field: "name",
            problem: Problem::Required,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn measured(what: What, value: f64, unit: &str) -> Checked<Measurement> {
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
    #[case(What::BloodCulture, 3.0, "", Some("value"))]
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
    fn what_has_a_code_has_no_name_of_its_own_and_a_number_has_a_unit() {
        let name = Text::new("CRP").ok();
        let named = Measurement::new(What::Crp, name.clone(), None, 5.0, Text::new("mg/L").ok());
        assert_eq!(named.unwrap_err().field, "name");
        assert!(Measurement::new(What::Other, name, None, 5.0, None).is_ok());
        for what in What::ALL {
            assert_eq!(
                what.units().is_empty(),
                what == What::Other || what.in_words(),
                "{what:?}"
            );
        }
    }

    #[test]
    fn what_is_told_in_words_is_no_number_and_a_number_is_not_told_in_words() {
        let words = || Text::new("no growth after 5 days").unwrap();
        let culture = Measurement::words(What::BloodCulture, None, words()).unwrap();
        assert_eq!(culture.quantity(), None);
        assert_eq!(
            Measurement::words(What::Crp, None, words()).unwrap_err().field,
            "value"
        );
        let unnamed = Measurement::words(What::Finding, None, words());
        assert_eq!(unnamed.unwrap_err().field, "name");
    }

    #[test]
    fn only_what_can_be_reported_as_a_limit_takes_one() {
        let below =
            |what, unit| Measurement::new(what, None, Some(Comparator::Below), 200.0, Text::new(unit).ok());
        assert!(below(What::ResidualUrine, "mL").is_ok());
        assert_eq!(below(What::Weight, "kg").unwrap_err().field, "value");
    }

    #[rstest]
    #[case("<5", Some(Comparator::Below), "5")]
    #[case("<= 5", Some(Comparator::AtMost), "5")]
    #[case("≥90", Some(Comparator::AtLeast), "90")]
    #[case("> 500", Some(Comparator::Above), "500")]
    #[case("5", None, "5")]
    fn a_sign_stands_before_its_number(
        #[case] typed: &str,
        #[case] comparator: Option<Comparator>,
        #[case] number: &str,
    ) {
        assert_eq!(Comparator::split(typed), (comparator, number));
    }

    #[test]
    fn a_number_keeps_the_places_with_which_it_was_reported() {
        let inr = measured(What::Inr, 2.0, "").unwrap();
        let number = |one: &Measurement| one.quantity().map(Quantity::number);
        assert_eq!(number(&inr).as_deref(), Some("2"));
        assert_eq!(number(&inr.with_places(1)).as_deref(), Some("2.0"));
        let fine = measured(What::Inr, 2.45, "").unwrap().with_places(1);
        assert_eq!(number(&fine).as_deref(), Some("2.45"), "none is taken away");
    }
}
