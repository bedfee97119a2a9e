//! Inputs that are read from facts: ages, readings, laboratory series. A reading that is not raised is quiet: it excludes
//! nothing. Power is read in `weakness`, operations, devices and blood thinners in `procedures`.

use super::{
    examined,
    facts::Facts,
    input::{Day, Evidence, Input, Observation, Why},
    laboratory, procedures,
    settings::Settings,
    weakness,
};
use crate::value::{
    born::Birth,
    date::PartialDate,
    instrument::self_harm::{SelfHarm, self_harm},
};
use chrono::{DateTime, NaiveDate, Utc};

/// A reading that a rule can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DerivedReading {
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
    /// CRP at or above the limit.
    CrpRaised,
    /// ESR at or above the limit.
    EsrRaised,
    /// ESR high some time after an operation.
    EsrHighAfterOperation,
    /// An operation within the window.
    OperationRecent,
    /// An injection within the window.
    InjectionRecent,
    /// Another procedure at the spine within the window: radiofrequency, discography, a trial, another intervention.
    ProcedureRecent,
    /// An operation or any procedure at the spine within days.
    ProcedureWithinDays,
    /// An operation within the time in which a wound can become infected.
    OperationInWoundWindow,
    /// An operation on the neck or chest part of the spine, ever.
    OperationNeckOrChest,
    /// An active device in the body.
    DeviceInSitu,
    /// A lead or catheter of a trial in the body.
    TrialLeadIn,
    /// A blood thinner that is taken, or of which nobody said that it was stopped.
    BloodThinner,
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
    /// Sensation in the saddle that was found altered or absent.
    SaddleAlteredExamined,
    /// Anal tone that was found reduced or absent.
    AnalToneReducedExamined,
    /// A sign of the long tracts that was found.
    TractSignExamined,
    /// A foot that was seen to drop.
    FootDropExamined,
    /// PHQ-9 item 9 of 1 or more.
    ItemNinePositive,
}

impl DerivedReading {
    /// Every reading, in the order of its variants.
    pub const ALL: [DerivedReading; 30] = [
        DerivedReading::ResidualUrineRaised,
        DerivedReading::FeverMeasured,
        DerivedReading::BreathsLow,
        DerivedReading::CrpRising,
        DerivedReading::EsrRising,
        DerivedReading::CrpRaised,
        DerivedReading::EsrRaised,
        DerivedReading::EsrHighAfterOperation,
        DerivedReading::OperationRecent,
        DerivedReading::InjectionRecent,
        DerivedReading::ProcedureRecent,
        DerivedReading::ProcedureWithinDays,
        DerivedReading::OperationInWoundWindow,
        DerivedReading::OperationNeckOrChest,
        DerivedReading::DeviceInSitu,
        DerivedReading::TrialLeadIn,
        DerivedReading::BloodThinner,
        DerivedReading::AgeOverTumourBand,
        DerivedReading::AgeUnderTumourBand,
        DerivedReading::AgeOverFractureBand,
        DerivedReading::OnsetUnderInflammatoryBand,
        DerivedReading::PowerDropped,
        DerivedReading::PowerDroppedBothSides,
        DerivedReading::PowerDroppedFast,
        DerivedReading::PowerLow,
        DerivedReading::SaddleAlteredExamined,
        DerivedReading::AnalToneReducedExamined,
        DerivedReading::TractSignExamined,
        DerivedReading::FootDropExamined,
        DerivedReading::ItemNinePositive,
    ];

    /// Its name in the data files.
    pub fn id(self) -> &'static str {
        match self {
            DerivedReading::ResidualUrineRaised => "residual_urine_raised",
            DerivedReading::FeverMeasured => "fever_measured",
            DerivedReading::BreathsLow => "breaths_low",
            DerivedReading::CrpRising => "crp_rising",
            DerivedReading::EsrRising => "esr_rising",
            DerivedReading::CrpRaised => "crp_raised",
            DerivedReading::EsrRaised => "esr_raised",
            DerivedReading::EsrHighAfterOperation => "esr_high_after_operation",
            DerivedReading::OperationRecent => "operation_recent",
            DerivedReading::InjectionRecent => "injection_recent",
            DerivedReading::ProcedureRecent => "procedure_recent",
            DerivedReading::ProcedureWithinDays => "procedure_within_days",
            DerivedReading::OperationInWoundWindow => "operation_in_wound_window",
            DerivedReading::OperationNeckOrChest => "operation_neck_or_chest",
            DerivedReading::DeviceInSitu => "device_in_situ",
            DerivedReading::TrialLeadIn => "trial_lead_in",
            DerivedReading::BloodThinner => "blood_thinner",
            DerivedReading::AgeOverTumourBand => "age_over_tumour_band",
            DerivedReading::AgeUnderTumourBand => "age_under_tumour_band",
            DerivedReading::AgeOverFractureBand => "age_over_fracture_band",
            DerivedReading::OnsetUnderInflammatoryBand => "onset_under_inflammatory_band",
            DerivedReading::PowerDropped => "power_dropped",
            DerivedReading::PowerDroppedBothSides => "power_dropped_both_sides",
            DerivedReading::PowerDroppedFast => "power_dropped_fast",
            DerivedReading::PowerLow => "power_low",
            DerivedReading::SaddleAlteredExamined => "saddle_altered_examined",
            DerivedReading::AnalToneReducedExamined => "anal_tone_reduced_examined",
            DerivedReading::TractSignExamined => "tract_sign_examined",
            DerivedReading::FootDropExamined => "foot_drop_examined",
            DerivedReading::ItemNinePositive => "item_nine_positive",
        }
    }

    /// The reading of that name.
    pub fn named(id: &str) -> Option<DerivedReading> {
        DerivedReading::ALL.into_iter().find(|derived| derived.id() == id)
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
        match self {
            DerivedReading::ResidualUrineRaised => found(self.residual(facts, day, settings), quiet),
            DerivedReading::FeverMeasured => found(self.fever(facts, day, settings), quiet),
            DerivedReading::BreathsLow => found(self.breaths(facts, day, settings), quiet),
            DerivedReading::CrpRising => found(laboratory::crp(self, facts, day, settings), quiet),
            DerivedReading::EsrRising => found(laboratory::esr(self, facts, day, settings), quiet),
            DerivedReading::EsrHighAfterOperation => {
                found(laboratory::esr_late(self, facts, day, settings), quiet)
            }
            DerivedReading::CrpRaised => found(laboratory::crp_raised(self, facts, day, settings), quiet),
            DerivedReading::EsrRaised => found(laboratory::esr_raised(self, facts, day, settings), quiet),
            DerivedReading::OperationRecent
            | DerivedReading::InjectionRecent
            | DerivedReading::ProcedureRecent
            | DerivedReading::ProcedureWithinDays
            | DerivedReading::OperationInWoundWindow
            | DerivedReading::OperationNeckOrChest
            | DerivedReading::DeviceInSitu
            | DerivedReading::TrialLeadIn
            | DerivedReading::BloodThinner => procedures::read(self, facts, day, settings),
            DerivedReading::AgeOverTumourBand => self.over(facts.born, day, settings.tumour_age_over.get()),
            DerivedReading::AgeOverFractureBand => {
                self.over(facts.born, day, settings.fracture_age_over.get())
            }
            DerivedReading::AgeUnderTumourBand => self.under(
                facts.born.and_then(|born| born.age_on(day.at)),
                settings.tumour_age_under.get(),
                Observation::Age,
            ),
            DerivedReading::OnsetUnderInflammatoryBand => {
                let ages = facts.onset_age.map(|onset| (onset.least, onset.most));
                let band = settings.inflammatory_age_under.get();
                match self.under(ages, band, Observation::OnsetAge) {
                    // A symptom without a date may have begun earlier.
                    Input::Quiet if facts.onset_age.is_some_and(|onset| onset.undated) => {
                        Input::Missing(Why::NotRecorded)
                    }
                    other => other,
                }
            }
            DerivedReading::PowerDropped
            | DerivedReading::PowerDroppedBothSides
            | DerivedReading::PowerDroppedFast
            | DerivedReading::PowerLow => weakness::read(self, facts, day, settings),
            DerivedReading::SaddleAlteredExamined
            | DerivedReading::AnalToneReducedExamined
            | DerivedReading::TractSignExamined
            | DerivedReading::FootDropExamined => examined::read(self, facts, day),
            DerivedReading::ItemNinePositive => self.item_nine(facts, day, settings),
        }
    }

    pub(super) fn evidence(
        self,
        found: Observation,
        on: Option<PartialDate>,
        recorded: Option<DateTime<Utc>>,
    ) -> Evidence {
        Evidence {
            input: self.id().to_owned(),
            found,
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
                    Observation::ResidualUrine(one.value.get()),
                    Some(one.on.into()),
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
                let found = Observation::Temperature(one.value.get());
                self.evidence(found, Some(one.on.into()), Some(one.recorded))
            })
            .collect()
    }

    fn breaths(self, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
        let of_limit = i64::from(settings.reading_days.get());
        newest(&facts.breaths, |one| one.on, day, of_limit)
            .filter(|one| one.value.get() < settings.breaths_under.get())
            .map(|one| {
                self.evidence(
                    Observation::Breaths(one.value.get()),
                    Some(one.on.into()),
                    Some(one.recorded),
                )
            })
            .collect()
    }

    fn over(self, born: Option<Birth>, day: Day, band: u16) -> Input {
        match born.and_then(|born| born.age_on(day.at)) {
            None => Input::Missing(Why::NotRecorded),
            Some((least, most)) if most > u32::from(band) => {
                Input::Present(vec![self.evidence(Observation::Age(least, most), None, None)])
            }
            Some(_) => Input::Quiet,
        }
    }

    fn under(self, ages: Option<(u32, u32)>, band: u16, what: fn(u32, u32) -> Observation) -> Input {
        match ages {
            None => Input::Missing(Why::NotRecorded),
            Some((least, most)) if least < u32::from(band) => {
                Input::Present(vec![self.evidence(what(least, most), None, None)])
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
        let positive = |score: &u16| self_harm(Some(f64::from(*score))) == SelfHarm::Prompt;
        let found: Vec<Evidence> = scored
            .filter(|(one, score)| one.on == last && positive(score))
            .map(|(one, score)| {
                self.evidence(
                    Observation::ItemNine(score),
                    Some(one.on.into()),
                    Some(one.recorded),
                )
            })
            .collect();
        let blank_since = seen().any(|one| one.on > last);
        let old = day.since(last) > i64::from(settings.symptom_days.get());
        match (found.is_empty(), blank_since || old) {
            (false, _) => Input::Present(found),
            (true, true) => Input::Missing(Why::NotSince { day: last.into() }),
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
