//! When an intrathecal pump has to be refilled, from what was recorded at it: the date that was told last counts until
//! something goes in again. A pump that was stopped or taken out needs none; a date that nobody recorded is not known and never
//! taken to lie ahead.

use super::trial::Settings;
use crate::{
    fact::{
        device::Device,
        pump_setting::{PumpEvent, PumpSetting},
        record::{Record, place_of},
    },
    value::{implant::PartState, when::When},
};
use chrono::{Days, NaiveDate};

/// Where a refill stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefillIs {
    /// Not yet to be named as due.
    Ahead,
    /// Due by its date.
    Due,
    /// Its date has passed.
    Overdue,
    /// Something went in, and no date for the next time is known.
    NotRecorded,
}

/// The next refill of one pump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refill {
    /// The place in the list of the setting that tells of it, from 0.
    pub place: usize,
    /// By when; unknown where it is not recorded.
    pub by: When,
    /// Where it stands on the day.
    pub is: RefillIs,
}

/// A pump by its place among the devices, where one is named, with its settings, each with its place in the list.
pub type PumpWithSettings<'r> = (Option<usize>, Vec<(usize, &'r PumpSetting)>);

/// The settings of each pump in the order of the record, each with its place in the list. What names no pump is of the only one
/// that is named, where there is one.
pub fn by_pump(record: &Record) -> Vec<PumpWithSettings<'_>> {
    let mut pumps: Vec<PumpWithSettings<'_>> = Vec::new();
    for (at, setting) in record.pump_settings.iter().enumerate() {
        let named = setting.pump.as_ref();
        let pump = named.and_then(|link| place_of(&record.devices, link.which));
        match pumps.iter_mut().find(|(known, _)| *known == pump) {
            Some((_, settings)) => settings.push((at, &setting.fact)),
            None => pumps.push((pump, vec![(at, &setting.fact)])),
        }
    }
    if pumps.len() == 2
        && let Some(unnamed) = pumps.iter().position(|(pump, _)| pump.is_none())
    {
        let (_, more) = pumps.swap_remove(unnamed);
        for (_, settings) in &mut pumps {
            settings.extend(more.iter().copied());
            settings.sort_by_key(|(at, _)| *at);
        }
    }
    pumps
}

/// The refills of a record whose lists are in the order of time; none of a pump that was stopped or taken out.
pub fn refills(record: &Record, today: NaiveDate, settings: &Settings) -> Vec<Refill> {
    let inside = |pump: Option<usize>| {
        let device = pump.and_then(|at| record.devices.get(at));
        device.is_none_or(|device| !is_out(device, today))
    };
    let pumps = by_pump(record).into_iter().filter(|(pump, _)| inside(*pump));
    pumps
        .filter_map(|(_, told)| next(&told, today, settings))
        .collect()
}

fn is_out(device: &Device, today: NaiveDate) -> bool {
    let removed = device.removed.span().is_some_and(|(_, last)| last <= today);
    removed || device.parts.iter().all(|part| part.state == PartState::Removed)
}

fn next(told: &[(usize, &PumpSetting)], today: NaiveDate, settings: &Settings) -> Option<Refill> {
    for (place, setting) in told.iter().rev() {
        let by = setting.refill_due;
        if setting.what == PumpEvent::Stopped {
            return None;
        }
        if !by.is_unknown() || setting.what.fills() {
            return Some(Refill {
                place: *place,
                by,
                is: standing(by, today, settings),
            });
        }
    }
    None
}

fn standing(by: When, today: NaiveDate, settings: &Settings) -> RefillIs {
    let early = Days::new(settings.refill_days.get().into());
    match by.span() {
        None => RefillIs::NotRecorded,
        Some((_, last)) if last < today => RefillIs::Overdue,
        Some((first, _)) if today.checked_add_days(early).is_none_or(|soon| first <= soon) => RefillIs::Due,
        Some(_) => RefillIs::Ahead,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const TODAY: &str = "2026-11-25";

    fn told(settings: &str, devices: &str) -> Vec<(usize, RefillIs)> {
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},"devices":[{devices}],"pump_settings":[{settings}]}}"#
        );
        let record: Record = serde_json::from_str(&json).unwrap();
        let refills = refills(&record, TODAY.parse().unwrap(), &Settings::default());
        refills.iter().map(|one| (one.place, one.is)).collect()
    }

    const FILLED: &str = r#"{"what":"filled","when":"Jun 2026","refill_due":"1 Sep 2026"}"#;

    #[rstest]
    #[case("", &[(0, RefillIs::Overdue)])]
    #[case(r#"{"what":"changed","when":"Oct 2026"}"#, &[(0, RefillIs::Overdue)])]
    #[case(r#"{"what":"refilled","when":"Oct 2026"}"#, &[(1, RefillIs::NotRecorded)])]
    #[case(r#"{"what":"refilled","when":"Oct 2026","refill_due":"25 Nov 2026"}"#, &[(1, RefillIs::Due)])]
    #[case(r#"{"what":"refilled","when":"Oct 2026","refill_due":"9 Dec 2026"}"#, &[(1, RefillIs::Due)])]
    #[case(r#"{"what":"refilled","when":"Oct 2026","refill_due":"10 Dec 2026"}"#, &[(1, RefillIs::Ahead)])]
    #[case(r#"{"what":"changed","when":"Oct 2026","refill_due":"Nov 2026"}"#, &[(1, RefillIs::Due)])]
    #[case(r#"{"what":"refilled","when":"Oct 2026","refill_due":"6 weeks after operation 1"}"#, &[(1, RefillIs::NotRecorded)])]
    #[case(r#"{"what":"stopped","when":"Oct 2026"}"#, &[])]
    fn the_date_that_was_told_last_counts_until_something_goes_in(
        #[case] later: &str,
        #[case] wanted: &[(usize, RefillIs)],
    ) {
        let both = match later {
            "" => FILLED.to_owned(),
            later => format!("{FILLED},{later}"),
        };
        assert_eq!(told(&both, ""), wanted);
    }

    #[test]
    fn each_pump_has_its_own_refill_and_one_that_was_taken_out_has_none() {
        let pump = |more: &str| format!(r#"{{"name":"Pump","parts":[{{"kind":"pump"}}]{more}}}"#);
        let of = |pump: u8| FILLED.replacen('{', &format!(r#"{{"pump":"device {pump}","#), 1);
        let devices = format!("{},{}", pump(r#","removed":"2025""#), pump(""));
        assert_eq!(
            told(&format!("{},{}", of(1), of(2)), &devices),
            [(1, RefillIs::Overdue)]
        );
        // What names no pump is of the only one that is named.
        let refilled = r#"{"what":"refilled","when":"Nov 2026","refill_due":"2027"}"#;
        assert_eq!(
            told(&format!("{},{refilled}", of(2)), &devices),
            [(1, RefillIs::Ahead)]
        );
    }
}
