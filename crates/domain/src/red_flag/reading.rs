//! Inputs that are read from facts: ages, recent operations, readings, laboratory series. A reading that is not
//! raised is quiet: it excludes nothing. Power is read in `weakness`.

use super::{
    facts::{Event, Facts, SpineEvent},
    input::{Day, Evidence, Input, Why},
    laboratory,
    settings::Settings,
    weakness,
};
use crate::{
    answer::{Answer, Missing},
    patient::Born,
    surgery::Region,
};
use chrono::NaiveDate;

/// A reading that a rule can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derived {
    /// Residual urine at or above the limit.
    ResidualUrineRaised,
    /// A temperature at or above the limit.
    FeverMeasured,
    /// Breathing below the limit.
    BreathsLow,
    /// CRP higher than before.
    CrpRising,
    /// ESR higher than before.
    EsrRising,
    /// ESR high some time after an operation.
    EsrHighAfterOperation,
    /// An operation within the window.
    OperationRecent,
    /// An injection within the window.
    InjectionRecent,
    /// An operation within the time in which a wound can become infected.
    OperationInWoundWindow,
    /// An operation on the neck or chest part of the spine, ever.
    OperationNeckOrChest,
    /// An active device in the body.
    DeviceInSitu,
    /// Older than the tumour band.
    AgeOverTumourBand,
    /// Younger than the tumour band.
    AgeUnderTumourBand,
    /// Older than the fracture band.
    AgeOverFractureBand,
    /// Back pain that began young.
    OnsetUnderInflammatoryBand,
    /// Muscle power lower than at the last examination.
    PowerDropped,
    /// The same on both sides.
    PowerDroppedBothSides,
    /// The same within days.
    PowerDroppedFast,
    /// Power of 3 or less that is not known and unchanged.
    PowerLow,
    /// PHQ-9 item 9 of 1 or more.
    ItemNinePositive,
}

impl Derived {
    /// Every reading.
    pub const ALL: [Derived; 20] = [
        Derived::ResidualUrineRaised,
        Derived::FeverMeasured,
        Derived::BreathsLow,
        Derived::CrpRising,
        Derived::EsrRising,
        Derived::EsrHighAfterOperation,
        Derived::OperationRecent,
        Derived::InjectionRecent,
        Derived::OperationInWoundWindow,
        Derived::OperationNeckOrChest,
        Derived::DeviceInSitu,
        Derived::AgeOverTumourBand,
        Derived::AgeUnderTumourBand,
        Derived::AgeOverFractureBand,
        Derived::OnsetUnderInflammatoryBand,
        Derived::PowerDropped,
        Derived::PowerDroppedBothSides,
        Derived::PowerDroppedFast,
        Derived::PowerLow,
        Derived::ItemNinePositive,
    ];

    /// Its name in the data files, and what it would tell.
    fn named_and_worded(self) -> (&'static str, &'static str) {
        match self {
            Derived::ResidualUrineRaised => ("residual_urine_raised", "residual urine"),
            Derived::FeverMeasured => ("fever_measured", "temperature"),
            Derived::BreathsLow => ("breaths_low", "breathing rate"),
            Derived::CrpRising => ("crp_rising", "course of CRP"),
            Derived::EsrRising => ("esr_rising", "course of ESR"),
            Derived::EsrHighAfterOperation => ("esr_high_after_operation", "ESR after the operation"),
            Derived::OperationRecent => ("operation_recent", "dates of operations"),
            Derived::InjectionRecent => ("injection_recent", "dates of injections"),
            Derived::OperationInWoundWindow => ("operation_in_wound_window", "dates of operations"),
            Derived::OperationNeckOrChest => ("operation_neck_or_chest", "regions of operations"),
            Derived::DeviceInSitu => ("device_in_situ", "implanted devices"),
            Derived::AgeOverTumourBand => ("age_over_tumour_band", "age"),
            Derived::AgeUnderTumourBand => ("age_under_tumour_band", "age"),
            Derived::AgeOverFractureBand => ("age_over_fracture_band", "age"),
            Derived::OnsetUnderInflammatoryBand => {
                ("onset_under_inflammatory_band", "age when the pain began")
            }
            Derived::PowerDropped => ("power_dropped", "examination of muscle power"),
            Derived::PowerDroppedBothSides => ("power_dropped_both_sides", "examination of muscle power"),
            Derived::PowerDroppedFast => ("power_dropped_fast", "examination of muscle power"),
            Derived::PowerLow => ("power_low", "examination of muscle power"),
            Derived::ItemNinePositive => ("item_nine_positive", "PHQ-9 item 9"),
        }
    }

    /// Its name in the data files.
    pub fn id(self) -> &'static str {
        self.named_and_worded().0
    }

    /// What it would tell, in words.
    pub fn words(self) -> &'static str {
        self.named_and_worded().1
    }

    /// The reading of that name.
    pub fn named(id: &str) -> Option<Derived> {
        Derived::ALL.into_iter().find(|derived| derived.id() == id)
    }

    /// What the facts say on `day`.
    pub fn read(self, facts: &Facts, day: Day, settings: &Settings) -> Input {
        let found = |found: Vec<Evidence>, otherwise: Input| {
            if found.is_empty() {
                otherwise
            } else {
                Input::Present(found)
            }
        };
        let quiet = Input::Quiet;
        let weeks = i64::from(settings.recent_weeks.get()) * 7;
        match self {
            Derived::ResidualUrineRaised => found(self.residual(facts, day, settings), quiet),
            Derived::FeverMeasured => found(self.fever(facts, day, settings), quiet),
            Derived::BreathsLow => found(self.breaths(facts, day, settings), quiet),
            Derived::CrpRising => found(laboratory::crp(self, facts, day, settings), quiet),
            Derived::EsrRising => found(laboratory::esr(self, facts, day, settings), quiet),
            Derived::EsrHighAfterOperation => found(laboratory::esr_late(self, facts, day, settings), quiet),
            Derived::OperationRecent => self.event(facts, day, |event| {
                matches!(event.event, Event::Operation { .. }).then_some(weeks)
            }),
            Derived::InjectionRecent => self.event(facts, day, |event| {
                matches!(event.event, Event::Injection).then_some(weeks)
            }),
            Derived::OperationInWoundWindow => self.event(facts, day, |event| match event.event {
                Event::Operation { implant: true } => Some(settings.wound_implant_days.get().into()),
                Event::Operation { implant: false } => Some(settings.wound_days.get().into()),
                Event::Injection => None,
            }),
            Derived::OperationNeckOrChest => self.neck_or_chest(facts, day),
            Derived::DeviceInSitu => self.device(facts, day),
            Derived::AgeOverTumourBand => self.over(facts.born, day, settings.tumour_age_over.get()),
            Derived::AgeOverFractureBand => self.over(facts.born, day, settings.fracture_age_over.get()),
            Derived::AgeUnderTumourBand => self.under(
                facts.born.and_then(|born| born.age_on(day.at)),
                settings.tumour_age_under.get(),
                "age",
            ),
            Derived::OnsetUnderInflammatoryBand => self.under(
                facts.onset_age,
                settings.inflammatory_age_under.get(),
                "pain began at age",
            ),
            Derived::PowerDropped
            | Derived::PowerDroppedBothSides
            | Derived::PowerDroppedFast
            | Derived::PowerLow => weakness::read(self, facts, day, settings),
            Derived::ItemNinePositive => self.item_nine(facts, day, settings),
        }
    }

    pub(super) fn evidence(
        self,
        words: String,
        on: Option<NaiveDate>,
        recorded: Option<chrono::DateTime<chrono::Utc>>,
    ) -> Evidence {
        Evidence {
            input: self.id().to_owned(),
            words,
            on,
            recorded,
            told_by: None,
        }
    }

    fn residual(self, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
        let of_limit = i64::from(settings.reading_days.get());
        newest(&facts.residual_urine, |one| one.on, day, of_limit)
            .filter(|one| one.value.get() >= settings.residual_urine_ml.get())
            .map(|one| {
                self.evidence(
                    format!("residual urine {} mL", one.value),
                    Some(one.on),
                    Some(one.recorded),
                )
            })
            .collect()
    }

    fn fever(self, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
        let of_limit = i64::from(settings.reading_days.get());
        newest(&facts.temperatures, |one| one.on, day, of_limit)
            .filter(|one| one.value.get() >= settings.fever_tenths.get())
            .map(|one| {
                let tenths = one.value.get();
                let words = format!("temperature {}.{} °C", tenths / 10, tenths % 10);
                self.evidence(words, Some(one.on), Some(one.recorded))
            })
            .collect()
    }

    fn breaths(self, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
        let of_limit = i64::from(settings.reading_days.get());
        newest(&facts.breaths, |one| one.on, day, of_limit)
            .filter(|one| one.value.get() < settings.breaths_under.get())
            .map(|one| {
                self.evidence(
                    format!("breathing rate {} a minute", one.value),
                    Some(one.on),
                    Some(one.recorded),
                )
            })
            .collect()
    }

    /// An event within the days that `window` gives it. What may lie inside counts as inside.
    fn event(self, facts: &Facts, day: Day, window: impl Fn(&SpineEvent) -> Option<i64>) -> Input {
        let events = match listed(&facts.events) {
            Ok(events) => events,
            Err(input) => return input,
        };
        let mut undated = false;
        let mut found = Vec::new();
        for event in events {
            let Some(days) = window(event) else { continue };
            let Some((from, to)) = event.when.span() else {
                undated = true;
                continue;
            };
            if from <= day.at && (day.at - to).num_days() <= days {
                let what = match event.event {
                    Event::Operation { .. } => "operation on the spine",
                    Event::Injection => "injection at the spine",
                };
                found.push(self.evidence(format!("{what}, {}", event.when), None, Some(event.recorded)));
            }
        }
        match (found.is_empty(), undated) {
            (false, _) => Input::Present(found),
            (true, true) => Input::Missing(Why::NotRecorded),
            (true, false) => Input::Quiet,
        }
    }

    fn neck_or_chest(self, facts: &Facts, day: Day) -> Input {
        let events = match listed(&facts.events) {
            Ok(events) => events,
            Err(input) => return input,
        };
        let mut unplaced = false;
        for event in events {
            let begun = event.when.span().is_none_or(|(from, _)| from <= day.at);
            if !begun || !matches!(event.event, Event::Operation { .. }) {
                continue;
            }
            let by_level = event
                .levels
                .targets()
                .iter()
                .any(|target| matches!(target.region(), Some('C' | 'T')));
            let by_region = matches!(event.region.value(), Some(Region::Cervical | Region::Thoracic));
            if by_level || by_region {
                let words = format!("operation on the neck or chest part of the spine, {}", event.when);
                return Input::Present(vec![self.evidence(words, None, Some(event.recorded))]);
            }
            unplaced |= event.region.value().is_none() && !event.levels.are_named();
        }
        if unplaced {
            Input::Missing(Why::NotRecorded)
        } else {
            Input::Quiet
        }
    }

    fn device(self, facts: &Facts, day: Day) -> Input {
        let devices = match listed(&facts.devices) {
            Ok(devices) => devices,
            Err(input) => return input,
        };
        let inside = devices.iter().filter(|device| match &device.removed {
            None => true,
            Some(removed) => removed.span().is_none_or(|(_, to)| to > day.at),
        });
        let found: Vec<Evidence> = inside
            .map(|device| {
                self.evidence(
                    format!("implanted device: {}", device.name),
                    None,
                    Some(device.recorded),
                )
            })
            .collect();
        if found.is_empty() {
            Input::Quiet
        } else {
            Input::Present(found)
        }
    }

    fn over(self, born: Option<Born>, day: Day, band: u16) -> Input {
        match born.and_then(|born| born.age_on(day.at)) {
            None => Input::Missing(Why::NotRecorded),
            Some((least, most)) if most > u32::from(band) => {
                Input::Present(vec![self.evidence(age("age", least, most), None, None)])
            }
            Some(_) => Input::Quiet,
        }
    }

    fn under(self, ages: Option<(u32, u32)>, band: u16, what: &str) -> Input {
        match ages {
            None => Input::Missing(Why::NotRecorded),
            Some((least, most)) if least < u32::from(band) => {
                Input::Present(vec![self.evidence(age(what, least, most), None, None)])
            }
            Some(_) => Input::Quiet,
        }
    }

    fn item_nine(self, facts: &Facts, day: Day, settings: &Settings) -> Input {
        let seen = || facts.item_nine.iter().filter(|one| day.sees(one.on));
        let scored = seen().filter_map(|one| Some((one, one.value.value()?.get())));
        let Some(last) = scored.clone().map(|(one, _)| one.on).max() else {
            return Input::Missing(Why::NotRecorded);
        };
        let found: Vec<Evidence> = scored
            .filter(|(one, score)| one.on == last && *score >= 1)
            .map(|(one, score)| {
                self.evidence(
                    format!("PHQ-9 item 9 scored {score}"),
                    Some(one.on),
                    Some(one.recorded),
                )
            })
            .collect();
        let blank_since = seen().any(|one| one.on > last);
        let old = day.since(last) > i64::from(settings.symptom_days.get());
        match (found.is_empty(), blank_since || old) {
            (false, _) => Input::Present(found),
            (true, true) => Input::Missing(Why::NotSince { day: last }),
            (true, false) => Input::Quiet,
        }
    }
}

/// The newest of a series, all of that day, where it is not older than `limit` days.
pub(super) fn newest<'a, T>(
    series: &'a [T],
    on: impl Fn(&T) -> NaiveDate + Copy + 'a,
    day: Day,
    limit: i64,
) -> impl Iterator<Item = &'a T> {
    let last = series.iter().map(on).filter(|on| day.sees(*on)).max();
    series
        .iter()
        .filter(move |one| Some(on(one)) == last && day.since(on(one)) <= limit)
}

fn listed<T>(list: &Answer<Vec<T>>) -> Result<&[T], Input> {
    match list {
        Answer::Value(list) => Ok(list),
        Answer::Missing(Missing::Absent | Missing::NotApplicable) => Ok(&[]),
        Answer::Missing(Missing::NotAsked) => Err(Input::Missing(Why::NotAsked)),
        Answer::Missing(Missing::Unknown) => Err(Input::Missing(Why::Unknown)),
        Answer::Missing(Missing::Declined) => Err(Input::Missing(Why::Declined)),
    }
}

pub(super) fn operations(facts: &Facts) -> impl Iterator<Item = &SpineEvent> {
    let events = facts.events.value().map(Vec::as_slice).unwrap_or_default();
    events
        .iter()
        .filter(|event| matches!(event.event, Event::Operation { .. }))
}

fn age(what: &str, least: u32, most: u32) -> String {
    if least == most {
        format!("{what} {least}")
    } else {
        format!("{what} between {least} and {most}, the date is not exact")
    }
}
