//! What is measured when red flags are asked about, with the unit and as the laboratory reported it.

use crate::value::within::Within;
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
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CrpUnit {
    /// mg/L.
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

/// CRP as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crp {
    /// The amount.
    pub amount: Amount,
    /// Its unit.
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
    /// True for "below".
    #[serde(default)]
    pub below: bool,
    /// mm/h.
    pub value: Within<0, 200>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crp(json: &str) -> Crp {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn trap_26_crp_in_mg_per_decilitre_is_ten_times_mg_per_litre() {
        let litre = crp(r#"{"amount":{"tenths":120},"unit":"mg/L"}"#);
        let decilitre = crp(r#"{"amount":{"tenths":12},"unit":"mg/dL"}"#);
        assert_eq!((litre.most(), decilitre.most()), (120, 120));
    }

    #[test]
    fn below_the_limit_of_detection_is_a_range_and_not_its_limit() {
        let below = crp(r#"{"amount":{"below":true,"tenths":50},"unit":"mg/L"}"#);
        assert_eq!((below.least(), below.most()), (0, 50));
    }
}
