//! What the rules read in a measured value: the number in one unit, and what a laboratory's limit leaves open. A limit above
//! which a value lies counts as that value, which is the least that it can be.

use crate::{
    fact::reading::{Comparator, Measurement, What},
    value::within::Within,
};
use serde::{Deserialize, Serialize};

/// Body temperature in tenths of a degree Celsius, 25.0 to 45.0.
pub type Temperature = Within<250, 450>;
/// Residual urine in mL, 0 to 5000.
pub type ResidualUrine = Within<0, 5000>;
/// Breaths a minute, 0 to 80.
pub type Breaths = Within<0, 80>;
/// PHQ-9 item 9, 0 to 3.
pub type ItemNine = Within<0, 3>;

/// The unit in which a laboratory reported CRP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CrpUnit {
    /// The usual unit; the rules compare in it.
    #[serde(rename = "mg/L")]
    MilligramPerLitre,
    /// mg/dL: ten times mg/L.
    #[serde(rename = "mg/dL")]
    MilligramPerDecilitre,
}

/// A laboratory value as reported, in tenths of its unit; "<5" keeps its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// True for "below": the value is the limit of detection.
    #[serde(default)]
    pub below: bool,
    /// Tenths of the unit.
    pub tenths: Within<0, 60000>,
}

/// CRP as the laboratory reported it, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crp {
    /// The number in that unit; "<5" keeps its sign.
    pub amount: Amount,
    /// The unit in which it was reported.
    pub unit: CrpUnit,
}

impl Crp {
    /// Tenths of mg/L, the highest that the report can mean.
    pub fn most(self) -> u32 {
        let tenths = u32::from(self.amount.tenths.get());
        match self.unit {
            CrpUnit::MilligramPerLitre => tenths,
            CrpUnit::MilligramPerDecilitre => tenths * 10,
        }
    }

    /// Tenths of mg/L, the lowest that the report can mean.
    pub fn least(self) -> u32 {
        if self.amount.below { 0 } else { self.most() }
    }
}

/// ESR in mm/h, as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Esr {
    /// True for "below": the value is the limit that was reported.
    #[serde(default)]
    pub below: bool,
    /// The rate in whole mm/h.
    pub value: Within<0, 200>,
}

/// The nearest whole number, where it lies within the limits.
fn whole<const MIN: u16, const MAX: u16>(value: f64) -> Option<Within<MIN, MAX>> {
    format!("{value:.0}").parse::<i64>().ok()?.try_into().ok()
}

fn is_in(measured: &Measurement, unit: &str) -> bool {
    measured.unit().is_some_and(|one| one.name == unit)
}

fn of(measured: &Measurement, what: What) -> Option<(f64, Option<Comparator>)> {
    let quantity = measured.quantity().filter(|_| measured.what() == what)?;
    Some((quantity.value, quantity.comparator))
}

fn is_below(comparator: Option<Comparator>) -> bool {
    comparator.is_some_and(Comparator::is_below)
}

/// The temperature, where it is one.
pub fn temperature(measured: &Measurement) -> Option<Temperature> {
    let (value, _) = of(measured, What::Temperature)?;
    let celsius = measured.in_usual().unwrap_or(value);
    whole(celsius * 10.0)
}

/// The residual urine, where it is one. The limit below which it lies is no value that it can have.
pub fn residual_urine(measured: &Measurement) -> Option<ResidualUrine> {
    let (value, comparator) = of(measured, What::ResidualUrine)?;
    whole(match comparator {
        Some(Comparator::Below) => (value.ceil() - 1.0).max(0.0),
        _ => value,
    })
}

/// The breathing rate, where it is one. Of a mean the whole breaths count.
pub fn breaths(measured: &Measurement) -> Option<Breaths> {
    let (value, _) = of(measured, What::Breaths)?;
    whole(value.floor())
}

/// The CRP, where it is one.
pub fn crp(measured: &Measurement) -> Option<Crp> {
    let (value, comparator) = of(measured, What::Crp)?;
    let below = is_below(comparator);
    let unit = match is_in(measured, "mg/dL") {
        true => CrpUnit::MilligramPerDecilitre,
        false => CrpUnit::MilligramPerLitre,
    };
    let tenths = whole(value * 10.0)?;
    Some(Crp {
        amount: Amount { below, tenths },
        unit,
    })
}

/// The ESR, where it is one.
pub fn esr(measured: &Measurement) -> Option<Esr> {
    let (value, comparator) = of(measured, What::Esr)?;
    let below = is_below(comparator);
    whole(value).map(|value| Esr { below, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::Text;

    fn measured(what: What, comparator: Option<Comparator>, value: f64, unit: &str) -> Measurement {
        Measurement::new(what, None, comparator, value, Text::new(unit).ok()).unwrap()
    }

    #[test]
    fn each_value_is_read_in_one_unit_and_as_nothing_else() {
        let tenths = |value, unit| temperature(&measured(What::Temperature, None, value, unit));
        assert_eq!(tenths(100.4, "\u{b0}F").map(Within::get), Some(380));
        assert_eq!(tenths(38.0, "\u{b0}C").map(Within::get), Some(380));
        let fine = crp(&measured(What::Crp, None, 1.26, "mg/dL")).unwrap();
        assert_eq!(fine.most(), 130, "to a tenth of the unit, as it was reported");
        let rate = measured(What::Breaths, None, 9.6, "/min");
        assert_eq!(breaths(&rate).map(Within::get), Some(9));
        assert_eq!(
            (crp(&rate), esr(&rate), residual_urine(&rate)),
            (None, None, None)
        );
    }

    #[test]
    fn a_limit_below_which_a_value_lies_is_no_value_of_it() {
        let below = |what, value, unit| measured(what, Some(Comparator::Below), value, unit);
        let residual = residual_urine(&below(What::ResidualUrine, 200.0, "mL"));
        assert_eq!(residual.map(Within::get), Some(199));
        assert_eq!(crp(&below(What::Crp, 5.0, "mg/L")).map(Crp::least), Some(0));
        assert!(esr(&below(What::Esr, 5.0, "mm/h")).is_some_and(|esr| esr.below));
        let above = measured(What::ResidualUrine, Some(Comparator::Above), 999.0, "mL");
        assert_eq!(residual_urine(&above).map(Within::get), Some(999));
    }

    fn report(json: &str) -> Crp {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn trap_26_crp_in_mg_per_decilitre_is_ten_times_mg_per_litre() {
        let litre = report(r#"{"amount":{"tenths":120},"unit":"mg/L"}"#);
        let decilitre = report(r#"{"amount":{"tenths":12},"unit":"mg/dL"}"#);
        assert_eq!((litre.most(), decilitre.most()), (120, 120));
    }

    #[test]
    fn below_the_limit_of_detection_is_a_range_and_not_its_limit() {
        let below = report(r#"{"amount":{"below":true,"tenths":50},"unit":"mg/L"}"#);
        assert_eq!((below.least(), below.most()), (0, 50));
    }
}
