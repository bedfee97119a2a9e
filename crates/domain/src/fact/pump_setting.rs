//! What an intrathecal pump holds and gives from a day on: filled, refilled, changed, checked or stopped. Each is a fact with
//! its time, so that what held before is still known. What a pump gives is in no total of medicines by mouth or skin.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    level::Levels,
    link::Link,
    medicine::named_in,
    pump_dose::{Concentration, DailyDose},
    text::Text,
    when::When,
    within::Within,
};
use serde::{Deserialize, Serialize};

/// What was done at the pump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PumpEvent {
    /// Filled for the first time, or after it was empty.
    Filled,
    /// Filled again before it was empty.
    Refilled,
    /// What it gives was changed.
    Changed,
    /// Looked at, as after a scan, and nothing changed.
    Checked,
    /// Stopped; it gives nothing since.
    Stopped,
}

impl PumpEvent {
    /// Drugs went in, so that a date for the next time counts from here.
    pub fn fills(self) -> bool {
        matches!(self, Self::Filled | Self::Refilled)
    }
}

/// A drug in the pump.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PumpDrug {
    /// Its name as it was given.
    pub name: Text,
    /// How much of it a millilitre holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concentration: Option<Concentration>,
    /// How much of it is given a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub daily: Option<DailyDose>,
}

/// What a pump holds and gives from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PumpSetting {
    /// The pump in the list of devices; nothing where it was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pump: Option<Link>,
    /// When it was so.
    #[serde(default)]
    pub when: When,
    /// What was done, as it was told.
    pub what: PumpEvent,
    /// The drugs in it since; empty where nothing was said of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drugs: Vec<PumpDrug>,
    /// Doses at the patient's or clinician's call, as they were set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bolus: Option<Text>,
    /// How much its reservoir holds, in mL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservoir: Option<Within<1, 100>>,
    /// When it has to be refilled at the latest.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub refill_due: When,
    /// The level of the tip of its catheter.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub catheter_tip: Levels,
    /// What was found when it was looked at after a scan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_scan: Option<Text>,
    /// By whom it was done or decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// Who said it, or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for PumpSetting {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It belongs to a device and fits the patient's life; the next refill lies behind it; what is stopped needs none.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if let Some(link) = self.pump.as_ref().filter(|link| link.what() != "device") {
            let text = link.to_string();
            issues.push(Issue::at("pump", Problem::NotALink { text }));
        }
        context.judge("when", &self.when, &mut issues);
        if self.refill_due.is_before(&self.when) {
            issues.push(Issue::at("refill_due", Problem::EndBeforeStart));
        }
        if self.what == PumpEvent::Stopped && !self.refill_due.is_unknown() {
            issues.push(Issue::at("refill_due", Problem::RunningAndEnded));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when), ("refill_due", &mut self.refill_due)]
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        self.pump
            .iter_mut()
            .map(|link| ("pump".to_owned(), link))
            .collect()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for drug in &self.drugs {
            words.push(drug.name.to_string());
            words.extend(named_in(drug.name.as_str()).into_iter().map(|one| one.id.clone()));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#""what":"refilled","when":"3 May 2026","refill_due":"3 Aug 2027""#, &[])]
    #[case(r#""what":"refilled","when":"3 May 2026","refill_due":"2025""#, &["refill_due"])]
    #[case(r#""what":"stopped","refill_due":"2027""#, &["refill_due"])]
    #[case(r#""what":"checked","when":"2027""#, &["when"])]
    #[case(r#""what":"checked","pump":"treatment 1""#, &["pump"])]
    fn the_next_refill_lies_behind_it(#[case] fields: &str, #[case] wanted: &[&str]) {
        let setting: PumpSetting = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let issues = setting.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn the_patient_is_found_by_what_the_pump_holds() {
        let setting: PumpSetting =
            serde_json::from_str(r#"{"what":"filled","drugs":[{"name":"Morphine and bupivacaine"}]}"#)
                .unwrap();
        let words = setting.words();
        assert!(words.contains(&"morphine".to_owned()) && words.contains(&"bupivacaine".to_owned()));
    }
}
