//! What the red flags say about a record. The rules and their words are the domain's; here is what they read: askings,
//! operations, injections, implanted devices, PHQ-9 item 9, the birth. Free text is never read as an answer.
//!
//! Decisions are told from newer data by when each fact was recorded. A vault knows that; a document says it of askings
//! and decisions, and of everything else it counts the day that the fact belongs to.

pub(crate) mod view;

use crate::{
    facts::Heads,
    order::{Places, arranged},
    record::Record,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use lamina_domain::{
    Answer, Missing, Score, Treatment, When,
    gate::mri::{Part, PartKind, PartState},
    instrument::Given,
    red_flag::{
        Assessment, Catalogue, Facts, FlagAnswer, Resolution, Settings, evaluate,
        evaluate::Record as Read,
        facts::{ActiveDevice, Event, ItemNine, Reading, SpineEvent},
    },
    score::Measure,
    treatment::Kind,
};

/// The instrument whose ninth item asks about self-harm.
const PHQ_9: &str = "phq-9";

/// When the facts of a record were recorded, list by list in the order of the record.
#[derive(Debug, Clone, Default)]
pub struct Recorded {
    surgeries: Vec<Option<DateTime<Utc>>>,
    treatments: Vec<Option<DateTime<Utc>>>,
    scores: Vec<Option<DateTime<Utc>>>,
    devices: Vec<Option<DateTime<Utc>>>,
}

impl Recorded {
    /// As the vault knows it.
    pub(crate) fn of(heads: &Heads) -> Self {
        let times = |list: &[crate::facts::Head]| list.iter().map(|head| head.recorded).collect();
        Self {
            surgeries: times(&heads.surgeries),
            treatments: times(&heads.treatments),
            scores: times(&heads.scores),
            devices: times(&heads.devices),
        }
    }

    /// The same for the record in the order of time.
    pub(crate) fn in_order(&self, places: &Places) -> Self {
        Self {
            surgeries: arranged(&self.surgeries, &places.surgeries),
            treatments: arranged(&self.treatments, &places.treatments),
            scores: arranged(&self.scores, &places.scores),
            devices: arranged(&self.devices, &places.devices),
        }
    }
}

/// What fires by the limits in `settings`, what is not assessed and what is resolved on `today`.
pub(crate) fn assess(
    record: &Record,
    recorded: &Recorded,
    settings: &Settings,
    today: NaiveDate,
) -> Assessment {
    // A built-in catalogue that could not be read would fail the tests of the rules.
    let Ok(catalogue) = Catalogue::built_in() else {
        return Assessment::default();
    };
    let answers = answers(record);
    let resolutions: Vec<Resolution> = record
        .resolutions
        .iter()
        .filter_map(|one| one.resolution(None))
        .collect();
    evaluate(&Read {
        catalogue,
        answers: &answers,
        facts: &facts(record, recorded, today),
        resolutions: &resolutions,
        settings,
        today,
    })
}

/// Every answer of every asking.
pub(crate) fn answers(record: &Record) -> Vec<FlagAnswer> {
    record
        .flags
        .iter()
        .flat_map(|flag| flag.flag_answers(None))
        .collect()
}

fn facts(record: &Record, recorded: &Recorded, today: NaiveDate) -> Facts {
    let mut facts = Facts {
        born: Some(record.patient.born),
        events: events(record, recorded),
        devices: devices(record, recorded),
        ..Facts::default()
    };
    for flag in &record.flags {
        fn reading<T>(flag: &lamina_domain::Flag, value: Option<T>) -> Option<Reading<T>> {
            Some(Reading {
                on: flag.asked_on,
                recorded: flag.recorded_at(None),
                value: value?,
            })
        }
        facts.temperatures.extend(reading(flag, flag.temperature));
        facts.residual_urine.extend(reading(flag, flag.residual_urine));
        facts.breaths.extend(reading(flag, flag.breaths));
        facts.crp.extend(reading(flag, flag.crp));
        facts.esr.extend(reading(flag, flag.esr));
    }
    facts.item_nine = record
        .scores
        .iter()
        .enumerate()
        .filter_map(|(at, score)| item_nine(score, time(&recorded.scores, at), today))
        .collect();
    facts
}

fn time(list: &[Option<DateTime<Utc>>], at: usize) -> Option<DateTime<Utc>> {
    list.get(at).copied().flatten()
}

/// When a fact was recorded; where nobody knows, at the end of its last day, and where that is not known either, before
/// every asking.
fn recorded_at(kept: Option<DateTime<Utc>>, when: &When) -> DateTime<Utc> {
    let end = || {
        Some(
            when.span()?
                .1
                .and_time(NaiveTime::from_hms_opt(23, 59, 59)?)
                .and_utc(),
        )
    };
    kept.or_else(end).unwrap_or(DateTime::<Utc>::MIN_UTC)
}

fn events(record: &Record, recorded: &Recorded) -> Answer<Vec<SpineEvent>> {
    let operations = record
        .surgeries
        .iter()
        .enumerate()
        .map(|(at, surgery)| SpineEvent {
            // Whether something stayed in is often not said; the longer time in which a wound is watched is used then.
            event: Event::Operation { implant: true },
            when: surgery.when,
            region: surgery.region.map_or_else(Answer::default, Answer::Value),
            levels: surgery.levels.clone(),
            recorded: recorded_at(time(&recorded.surgeries, at), &surgery.when),
        });
    let injections = record
        .treatments
        .iter()
        .enumerate()
        .filter(|(_, treatment)| matches!(treatment.kind, Kind::Injection | Kind::Block))
        .map(|(at, treatment)| SpineEvent {
            event: Event::Injection,
            when: last_given(treatment),
            region: Answer::default(),
            levels: treatment.levels.clone(),
            recorded: recorded_at(time(&recorded.treatments, at), &treatment.started),
        });
    let events: Vec<SpineEvent> = operations.chain(injections).collect();
    // An empty list says that nobody recorded any, not that there was none.
    if events.is_empty() {
        Answer::default()
    } else {
        Answer::Value(events)
    }
}

/// A series of injections counts from its last one.
fn last_given(treatment: &Treatment) -> When {
    if treatment.ended.span().is_some() {
        treatment.ended
    } else {
        treatment.started
    }
}

fn devices(record: &Record, recorded: &Recorded) -> Answer<Vec<ActiveDevice>> {
    let implanted = record
        .treatments
        .iter()
        .enumerate()
        .filter(|(_, treatment)| treatment.kind == Kind::NeuromodulationImplant);
    let mut devices = Vec::new();
    let mut unclear = false;
    for (at, treatment) in implanted {
        if treatment.ended.is_unknown() {
            devices.push(ActiveDevice {
                name: treatment.name.clone(),
                recorded: recorded_at(time(&recorded.treatments, at), &treatment.started),
                removed: None,
            });
        } else {
            // The treatment ended; whether the device was taken out is not said.
            unclear = true;
        }
    }
    for (at, device) in record.devices.iter().enumerate() {
        let active = |part: &Part| {
            !matches!(part.kind, PartKind::FusionMetal | PartKind::Other) && part.state != PartState::Removed
        };
        if device.parts.iter().any(active) {
            devices.push(ActiveDevice {
                name: device.name.clone(),
                recorded: recorded_at(time(&recorded.devices, at), &device.implanted),
                removed: (!device.removed.is_unknown()).then_some(device.removed),
            });
        }
    }
    match &record.background.implants_mri {
        _ if !devices.is_empty() => Answer::Value(devices),
        _ if unclear => Answer::Missing(Missing::Unknown),
        Answer::Missing(missing) => Answer::Missing(*missing),
        // What is listed there is text and may be screws or a pump.
        Answer::Value(_) => Answer::Missing(Missing::Unknown),
    }
}

/// PHQ-9 item 9 of a score; a blank item, or a total alone, is missing and never 0.
fn item_nine(
    score: &Score,
    kept: Option<DateTime<Utc>>,
    today: NaiveDate,
) -> Option<Reading<Answer<ItemNine>>> {
    let Measure::Instrument(administered) = &score.measure else {
        return None;
    };
    if administered.scored().instrument != PHQ_9 {
        return None;
    }
    let place = administered.instrument()?.safety_item? as usize;
    let given = administered
        .answers()
        .and_then(|answers| answers.get(place.checked_sub(1)?))
        .and_then(Option::as_ref);
    let value = match given {
        // The form holds whole points only.
        Some(Given::Number(points)) => format!("{points:.0}")
            .parse::<i64>()
            .ok()
            .and_then(|points| ItemNine::try_from(points).ok())
            .map_or_else(Answer::default, Answer::Value),
        _ => Answer::default(),
    };
    // A score without a day still has to be seen.
    let on = score.when.span().map(|(_, to)| to);
    Some(Reading {
        on: on.or(kept.map(|kept| kept.date_naive())).unwrap_or(today),
        recorded: recorded_at(kept, &score.when),
        value,
    })
}

#[cfg(test)]
mod tests;
