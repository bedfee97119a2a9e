//! What a clinic may set for the walking programme. Every default names its source; a setting that exists is in range.

use crate::{
    fact::walking::plan::Minutes,
    value::{limit::limits, within::Within},
};
use serde::{Deserialize, Serialize};

/// Per cent, 0 to 100.
pub type Percent = Within<0, 100>;
/// The limits of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Share of the mean tolerance to start with. Default 80 % (eTG pacing plan).
    pub start_percent: Within<10, 100>,
    /// Shortest bout to start with, in minutes. Default 2; very limited people may split bouts to 1 to 2 minutes.
    pub start_least: Minutes,
    /// Longest bout to start with, in minutes. Default 10.
    pub start_most: Minutes,
    /// Start without a baseline, in minutes. Default 5 (patient-education texts: 5 to 10).
    pub start_unknown: Minutes,
    /// Raise a week, as a share of the baseline. Default 15 % (eTG: 10 to 20 %).
    pub raise_percent: Within<1, 20>,
    /// The most that the minutes of a week may rise. Default 20 % (Lamina's own).
    pub cap_percent: Within<1, 50>,
    /// Adherence from which a raise is proposed. Default 75 %.
    pub adherence_percent: Percent,
    /// A bout counts as completed from this share of its planned time. Default 80 % (Lamina's own).
    pub completed_percent: Within<1, 100>,
    /// How much pain may rise during and after a bout, in points. Default 2.
    pub pain_rise: Within<0, 10>,
    /// Missed bouts with a reason on so many days make a week amber. Default 3.
    pub missed_days: Within<1, 7>,
    /// Cut after an amber week, as a share of the bout; 0 holds. Default 20 % (20 to 25 %).
    pub cut_percent: Within<0, 50>,
    /// No bout is cut below so many minutes. Default 1.
    pub least: Minutes,
    /// Minutes a day to aim at, after which the programme is kept up. Default 30 (20 to 30).
    pub target_day: Minutes,
    /// Amber weeks in a row after which a clinician's look is proposed instead of another cut. Default 2 (Lamina's own).
    pub amber_weeks: Within<1, 8>,
    /// Pain of the leg from so many points counts as severe where cautions are looked for. Default 7 (Lamina's own).
    pub severe_pain: Within<1, 10>,
    /// For so many weeks a fusion counts as recent where cautions are looked for. Default 26 (Lamina's own).
    pub fusion_weeks: Within<1, 104>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            start_percent: Within::clamped(80),
            start_least: Within::clamped(2),
            start_most: Within::clamped(10),
            start_unknown: Within::clamped(5),
            raise_percent: Within::clamped(15),
            cap_percent: Within::clamped(20),
            adherence_percent: Within::clamped(75),
            completed_percent: Within::clamped(80),
            pain_rise: Within::clamped(2),
            missed_days: Within::clamped(3),
            cut_percent: Within::clamped(20),
            least: Within::clamped(1),
            target_day: Within::clamped(30),
            amber_weeks: Within::clamped(2),
            severe_pain: Within::clamped(7),
            fusion_weeks: Within::clamped(26),
        }
    }
}

limits!(Settings, "walking", {
    start_percent: "%", "eTG pacing plan";
    start_least: "minutes", "General knowledge of the field";
    start_most: "minutes", "General knowledge of the field";
    start_unknown: "minutes", "Patient-education texts: 5 to 10";
    raise_percent: "%", "eTG: 10 to 20 %";
    cap_percent: "%", "Lamina's own";
    adherence_percent: "%", "General knowledge of the field";
    completed_percent: "%", "Lamina's own";
    pain_rise: "points", "General knowledge of the field";
    missed_days: "days", "General knowledge of the field";
    cut_percent: "%", "General knowledge of the field: 20 to 25 %";
    least: "minutes", "General knowledge of the field";
    target_day: "minutes", "General knowledge of the field: 20 to 30";
    amber_weeks: "weeks", "Lamina's own";
    severe_pain: "points", "Lamina's own";
    fusion_weeks: "weeks", "Lamina's own";
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_out_of_range_is_refused_and_one_can_be_changed_alone() {
        assert!(serde_json::from_str::<Settings>(r#"{"cap_percent":80}"#).is_err());
        assert!(serde_json::from_str::<Settings>(r#"{"raise_percent":0}"#).is_err());
        let changed: Settings = serde_json::from_str(r#"{"cap_percent":10}"#).unwrap();
        assert_eq!(
            (changed.cap_percent.get(), changed.adherence_percent.get()),
            (10, 75)
        );
    }
}
