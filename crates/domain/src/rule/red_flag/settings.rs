//! What a clinic may set for the red flags. Every default is named with its source; a setting that exists is in range.

use crate::value::limit::limits;
use crate::{
    fact::{flag::answer::Level, resolution::Role},
    value::within::Within,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days, 1 to 730.
pub type Days = Within<1, 730>;
/// Weeks, 1 to 104.
pub type Weeks = Within<1, 104>;
/// Years of age, 1 to 120.
pub type Years = Within<1, 120>;
/// A temperature in tenths of a degree Celsius, 36.0 to 42.0.
pub type FeverTenths = Within<360, 420>;

/// Limits, windows and rights of the red flags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Days after which an answer about a symptom or an event counts as not assessed. Default 14 (Lamina's own).
    pub symptom_days: Days,
    /// The same for a sign on examination. Default 28 (Lamina's own).
    pub sign_days: Days,
    /// The same for a standing risk. Default 365 (Lamina's own).
    pub risk_days: Days,
    /// What began within so many days can't be long-standing. Default 14 (cauda equina pathway).
    pub new_days: Days,
    /// Fever from this temperature, in tenths of a degree Celsius. Default 38.0.
    pub fever_tenths: FeverTenths,
    /// A temperature, residual urine or breathing rate counts as current for so many days. Default 14 (Lamina's own).
    pub reading_days: Days,
    /// A laboratory value counts as current for so many days. Default 42 (Lamina's own).
    pub laboratory_days: Days,
    /// Residual urine from which it counts as raised, in mL. Default 200; a lower value excludes nothing.
    pub residual_urine_ml: Within<50, 1000>,
    /// "Recent" operation or injection, in weeks. Default 12.
    pub recent_weeks: Weeks,
    /// Days after a procedure at the spine in which a new deficit is an emergency. Default 7 (Lamina's own).
    pub procedure_days: Within<1, 60>,
    /// CRP counts as rising when it is higher by more than so many mg/L. Default 5 (Lamina's own).
    pub crp_rise: Within<0, 100>,
    /// ESR counts as rising when it is higher by more than so many mm/h. Default 10 (Lamina's own).
    pub esr_rise: Within<0, 100>,
    /// CRP from which it counts as raised, in mg/L. Default 10 (general knowledge of the field; laboratories differ).
    pub crp_raised: Within<1, 200>,
    /// ESR from which it counts as raised, in mm/h. Default 20 (general knowledge of the field; it rises with age).
    pub esr_raised: Within<5, 150>,
    /// CRP peaks about two to three days after an operation, so earlier values are not compared with. Default 3 days.
    pub crp_peak_days: Within<0, 14>,
    /// ESR above which it counts as high late after an operation, in mm/h. Default 50 (1988 series: old and small).
    pub esr_late: Within<10, 150>,
    /// From how many days after the operation. Default 14.
    pub esr_late_days: Days,
    /// Steps of the MRC scale that count as a drop. Default 1.
    pub power_steps: Within<1, 7>,
    /// A drop between examinations at most so many days apart is fast. Default 2 (48 hours).
    pub power_fast_days: Within<1, 14>,
    /// A new pain above this age. Default 50.
    pub tumour_age_over: Years,
    /// A new pain below this age. Default 20.
    pub tumour_age_under: Years,
    /// A minor strain above this age. Default 65 (Lamina's own).
    pub fracture_age_over: Years,
    /// Back pain that began below this age. Default 45.
    pub inflammatory_age_under: Years,
    /// Days in which a wound can become infected near the surface. Default 30 (NHSN).
    pub wound_days: Days,
    /// The same in the depth with an implant. Default 90 (NHSN).
    pub wound_implant_days: Days,
    /// Breaths a minute below which breathing is slow. Default 10 (Lamina's own).
    pub breaths_under: Within<4, 16>,
    /// Rules that a local protocol lifts to at least a level, by rule id. It never lowers one.
    pub at_least: BTreeMap<String, Level>,
    /// Up to which level a role may resolve. Default: clinicians every level, nobody else any.
    pub may_resolve: BTreeMap<Role, Level>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            symptom_days: Within::clamped(14),
            sign_days: Within::clamped(28),
            risk_days: Within::clamped(365),
            new_days: Within::clamped(14),
            fever_tenths: Within::clamped(380),
            reading_days: Within::clamped(14),
            laboratory_days: Within::clamped(42),
            residual_urine_ml: Within::clamped(200),
            recent_weeks: Within::clamped(12),
            procedure_days: Within::clamped(7),
            crp_rise: Within::clamped(5),
            esr_rise: Within::clamped(10),
            crp_raised: Within::clamped(10),
            esr_raised: Within::clamped(20),
            crp_peak_days: Within::clamped(3),
            esr_late: Within::clamped(50),
            esr_late_days: Within::clamped(14),
            power_steps: Within::clamped(1),
            power_fast_days: Within::clamped(2),
            tumour_age_over: Within::clamped(50),
            tumour_age_under: Within::clamped(20),
            fracture_age_over: Within::clamped(65),
            inflammatory_age_under: Within::clamped(45),
            wound_days: Within::clamped(30),
            wound_implant_days: Within::clamped(90),
            breaths_under: Within::clamped(10),
            at_least: BTreeMap::new(),
            may_resolve: BTreeMap::from([(Role::Clinician, Level::Emergency)]),
        }
    }
}

limits!(Settings, "red_flag", {
    symptom_days: "days", "Lamina's own";
    sign_days: "days", "Lamina's own";
    risk_days: "days", "Lamina's own";
    new_days: "days", "Cauda equina pathway";
    fever_tenths: "tenths of °C", "General knowledge of the field";
    reading_days: "days", "Lamina's own";
    laboratory_days: "days", "Lamina's own";
    residual_urine_ml: "mL", "General knowledge of the field; a lower value excludes nothing";
    recent_weeks: "weeks", "General knowledge of the field";
    procedure_days: "days", "Lamina's own";
    crp_rise: "mg/L", "Lamina's own";
    esr_rise: "mm/h", "Lamina's own";
    crp_raised: "mg/L", "General knowledge of the field; laboratories differ";
    esr_raised: "mm/h", "General knowledge of the field; it rises with age";
    crp_peak_days: "days", "CRP peaks two to three days after an operation";
    esr_late: "mm/h", "1988 series: old and small";
    esr_late_days: "days", "1988 series: old and small";
    power_steps: "steps of the MRC scale", "General knowledge of the field";
    power_fast_days: "days", "General knowledge of the field";
    tumour_age_over: "years", "General knowledge of the field";
    tumour_age_under: "years", "General knowledge of the field";
    fracture_age_over: "years", "Lamina's own";
    inflammatory_age_under: "years", "General knowledge of the field";
    wound_days: "days", "NHSN";
    wound_implant_days: "days", "NHSN";
    breaths_under: "breaths a minute", "Lamina's own";
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_read_back_and_one_setting_can_be_changed_alone() {
        let changed: Settings =
            serde_json::from_str(r#"{"fever_tenths":385,"at_least":{"red_flag.mind":"E0"}}"#).unwrap();
        assert_eq!(changed.fever_tenths.get(), 385);
        assert_eq!(changed.recent_weeks.get(), 12);
        let json = serde_json::to_string(&changed).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), changed);
    }

    #[test]
    fn a_setting_out_of_range_is_refused() {
        assert!(serde_json::from_str::<Settings>(r#"{"fever_tenths":900}"#).is_err());
        assert!(serde_json::from_str::<Settings>(r#"{"symptom_days":0}"#).is_err());
        assert!(serde_json::from_str::<Settings>(r#"{"feverr":380}"#).is_err());
    }

    #[test]
    fn a_limit_is_set_by_its_id_inside_its_range() {
        let mut settings = Settings::default();
        assert_eq!(settings.set("red_flag.recent_weeks", 20), Some(Ok(())));
        assert_eq!(settings.recent_weeks.get(), 20);
        assert!(matches!(settings.set("red_flag.recent_weeks", 105), Some(Err(_))));
        assert_eq!(settings.set("red_flag.other", 5), None);
        assert_eq!(settings.set("walking.least", 5), None);
        for limit in Settings::limits() {
            let at = |number: u16| Settings::default().set(&limit.id, number.into());
            assert_eq!(at(limit.min), Some(Ok(())), "{}", limit.id);
            assert_eq!(at(limit.max), Some(Ok(())), "{}", limit.id);
            assert!(matches!(at(limit.max + 1), Some(Err(_))), "{}", limit.id);
            assert!((limit.min..=limit.max).contains(&limit.built_in), "{}", limit.id);
        }
    }
}
