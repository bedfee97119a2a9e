//! What an intrathecal pump holds and gives from a day on, as typed. An amount without its unit is refused.

use super::{Typed, typed};
use crate::{
    field::{fields, has_to_be_chosen, written},
    reading::Reading,
};
use lamina_domain::{
    Concentration, DailyDose, Levels, Link, PumpSetting, Text, ToldBy, When,
    pump_setting::{PumpDrug, PumpEvent},
    within::Within,
};

typed!(PumpSetting as PumpSettingInput, with PumpEvent, PumpDrugInput);

has_to_be_chosen!(PumpEvent);

written!(Concentration, DailyDose);

fields! {
    /// A drug in the pump, as typed.
    #[derive(Eq)]
    PumpDrug as PumpDrugInput {
        /// Its name as it was given.
        name: Text,
        /// How much of it a millilitre holds: "10 mg/mL".
        concentration: Option<Concentration>,
        /// How much of it is given a day: "2.5 mg a day".
        daily: Option<DailyDose>,
    }
}

fields! {
    /// What a pump holds and gives, as typed.
    #[derive(Eq)]
    PumpSetting as PumpSettingInput {
        /// The pump in the list of devices.
        pump: Option<Link>,
        /// When it was so.
        when: When,
        /// What was done; has to be chosen.
        what: PumpEvent,
        /// The drugs in it since.
        drugs: Vec<PumpDrugInput>,
        /// Doses at call, as they were set.
        bolus: Option<Text>,
        /// How much its reservoir holds, in mL.
        reservoir: Option<Within<1, 100>>,
        /// When it has to be refilled at the latest.
        refill_due: When,
        /// The level of the tip of its catheter.
        catheter_tip: Levels,
        /// What was found when it was looked at after a scan.
        after_scan: Option<Text>,
        /// By whom it was done or decided.
        by: Option<Text>,
        /// Who said it, or where it was read.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Problem, Typing};

    #[test]
    fn trap_21_an_amount_without_its_unit_is_refused_at_its_field() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let drug = |concentration: &str, daily: &str| PumpDrugInput {
            name: "morphine".into(),
            concentration: concentration.into(),
            daily: daily.into(),
        };
        let mut typed = PumpSettingInput {
            pump: "device 1".into(),
            when: "3 May 2026".into(),
            what: Some(PumpEvent::Refilled),
            drugs: vec![
                drug("10 mg/mL", "2.5 mg a day"),
                drug("500 micrograms/mL", "125 micrograms a day"),
            ],
            reservoir: "40".into(),
            refill_due: "3 Aug 2026".into(),
            catheter_tip: "T10".into(),
            ..PumpSettingInput::default()
        };
        let setting = typed.read(&mut reading).unwrap();
        assert_eq!(PumpSettingInput::of(&setting), typed);
        typed.drugs = vec![drug("10", "2.5 mg"), drug("10 mg", "250")];
        typed.read(&mut reading);
        let told = |path: &str| reading.issues.iter().find(|issue| issue.path == path).unwrap();
        assert!(matches!(
            told("drugs.0.concentration").problem,
            Problem::NotAConcentration { .. }
        ));
        assert!(matches!(
            told("drugs.0.daily").problem,
            Problem::NotADailyDose { .. }
        ));
        assert!(matches!(
            told("drugs.1.concentration").problem,
            Problem::NotAConcentration { .. }
        ));
        assert!(matches!(
            told("drugs.1.daily").problem,
            Problem::NotADailyDose { .. }
        ));
    }
}
