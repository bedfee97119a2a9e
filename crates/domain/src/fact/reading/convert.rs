//! The same value in the other unit that people mean, by the documented factors of [`super::unit`]. What was reported stays
//! what it was; a converted number is only ever shown beside it.

use super::{
    measured::{Measurement, Quantity},
    unit::Unit,
};
use crate::value::text::Text;

/// Digits that a converted number has: more would claim what was not measured.
const DIGITS: i32 = 3;

/// A number that was worked out by a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Conversion {
    /// The number, rounded to what the reported one can tell, with its sign and unit.
    pub quantity: Quantity,
    /// The unit that the number was converted to.
    pub unit: &'static Unit,
}

impl Measurement {
    /// The value in the usual unit of its kind; nothing of what has no code, is told in words, or measures something else than
    /// the usual unit does. What is reported in that unit is itself, unrounded.
    pub fn in_usual(&self) -> Option<f64> {
        let line = self.unit()?.to_usual?;
        Some(line.there(self.quantity()?.value))
    }

    /// The value in the unit that is confused with its own: the usual one, or of what is in that the next one.
    pub fn also(&self) -> Option<Conversion> {
        let own = self.unit()?;
        let mut others = self.what().units().iter().filter(|one| one.name != own.name);
        let unit = others.find(|one| one.to_usual.is_some())?;
        let usual = self.in_usual()?;
        let quantity = self.quantity()?;
        let value = rounded(unit.to_usual?.back(usual));
        // One number in two names is told once.
        if value == quantity.value {
            return None;
        }
        Some(Conversion {
            quantity: Quantity {
                comparator: quantity.comparator,
                value,
                unit: Text::new(unit.name).ok(),
                places: super::measured::places_of(value, 0),
            },
            unit,
        })
    }
}

/// A number to three digits, and never less exact than whole.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let before = value.abs().log10().floor();
    let places = (f64::from(DIGITS) - 1.0 - before).clamp(0.0, 6.0);
    let scale = 10_f64.powf(places);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::reading::{Comparator, What};
    use rstest::rstest;

    fn of(what: What, value: f64, unit: &str) -> Measurement {
        Measurement::new(what, None, None, value, Text::new(unit).ok()).unwrap()
    }

    #[rstest]
    #[case(What::Crp, 1.2, "mg/dL", 12.0, "mg/L")]
    #[case(What::Crp, 85.0, "mg/L", 8.5, "mg/dL")]
    #[case(What::Creatinine, 1.0, "mg/dL", 88.0, "\u{b5}mol/L")]
    #[case(What::Creatinine, 106.0, "\u{b5}mol/L", 1.2, "mg/dL")]
    #[case(What::Haemoglobin, 13.4, "g/dL", 134.0, "g/L")]
    #[case(What::Haemoglobin, 8.0, "mmol/L", 129.0, "g/L")]
    #[case(What::Glucose, 5.5, "mmol/L", 99.0, "mg/dL")]
    #[case(What::Glucose, 126.0, "mg/dL", 6.99, "mmol/L")]
    #[case(What::Hba1c, 48.0, "mmol/mol", 6.54, "%")]
    #[case(What::Hba1c, 6.5, "%", 47.5, "mmol/mol")]
    #[case(What::VitaminD, 20.0, "ng/mL", 50.0, "nmol/L")]
    #[case(What::Temperature, 101.3, "°F", 38.5, "°C")]
    #[case(What::Weight, 180.0, "lb", 81.6, "kg")]
    #[case(What::Height, 1.75, "m", 175.0, "cm")]
    #[case(What::WhiteCells, 11_400.0, "/\u{b5}L", 11.4, "10^9/L")]
    fn trap_26_units_that_are_confused_are_shown_in_both(
        #[case] what: What,
        #[case] value: f64,
        #[case] unit: &str,
        #[case] other: f64,
        #[case] other_unit: &str,
    ) {
        let also = of(what, value, unit).also().unwrap();
        let tolerance = other.abs() * 0.006;
        assert!((also.quantity.value - other).abs() <= tolerance, "{also:?}");
        assert_eq!(also.unit.name, other_unit);
    }

    #[test]
    fn what_can_not_be_converted_is_not_and_what_is_the_same_number_is_told_once() {
        assert_eq!(of(What::Egfr, 60.0, "mL/min").also(), None);
        assert_eq!(of(What::Egfr, 60.0, "mL/min/1.73 m²").also(), None);
        assert_eq!(of(What::Esr, 30.0, "mm/h").also(), None);
        assert_eq!(of(What::Platelets, 250.0, "10^9/L").also(), None);
    }

    #[test]
    fn a_limit_stays_a_limit() {
        let below = Measurement::new(
            What::Crp,
            None,
            Some(Comparator::Below),
            0.5,
            Text::new("mg/dL").ok(),
        );
        let also = below.unwrap().also().unwrap();
        assert_eq!(
            (also.quantity.comparator, also.quantity.value),
            (Some(Comparator::Below), 5.0)
        );
    }

    proptest::proptest! {
        #[test]
        fn trap_26_there_and_back_is_the_same_number(at in 0_usize..22, place in 0.0_f64..1.0) {
            let what = What::ALL[at];
            for unit in what.units() {
                let Some(line) = unit.to_usual else { continue };
                let (min, max) = (unit.min as f64, unit.max as f64);
                let value = min + (max - min) * place;
                let back = line.back(line.there(value));
                proptest::prop_assert!((back - value).abs() <= 1e-9 * value.abs().max(1.0), "{what:?} {}", unit.name);
            }
        }
    }
}
