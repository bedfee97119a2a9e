//! What the rules of the red flags read in a record beside the answers. Every input is named here, so that one that is
//! added has to be filled before it compiles.

use super::PHQ_9;
use crate::{
    gates,
    record::Record,
    words::{say, say_with},
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use lamina_domain::{
    Answer, Kept, Missing, PartialDate, Score, Text, Treatment, When,
    anticoagulant::Taking,
    examination::power::PowerExam,
    gate::{
        bleeding::Mention,
        mri,
        register::{Entry, Out, Source, Standing},
    },
    instrument::GivenAnswer,
    neuromodulation::Step,
    reading::Measurement,
    red_flag::{
        Facts,
        facts::{
            ActiveDevice, Event, ExaminationFindings, OnsetAge, Reading, SpineEvent, Thinner, TrialLead,
        },
        measured::{self, ItemNine},
    },
    score::Measure,
    when::Point,
};

/// Everything that the rules read beside answers.
pub(super) fn facts(record: &Record, today: NaiveDate) -> Facts {
    let (power, examined) = examinations(record);
    Facts {
        born: Some(record.patient.born),
        onset_age: OnsetAge::of(record.patient.born, record.symptoms.iter().map(|one| &one.fact)),
        events: events(record, today),
        devices: devices(record, today),
        trials: trials(record),
        thinners: thinners(record, today),
        temperatures: readings(record, measured::temperature),
        residual_urine: readings(record, measured::residual_urine),
        breaths: readings(record, measured::breaths),
        crp: readings(record, measured::crp),
        esr: readings(record, measured::esr),
        power,
        examined,
        item_nine: record
            .scores
            .iter()
            .filter_map(|score| item_nine(score, score.recorded(), today))
            .collect(),
    }
}

/// When a fact was recorded; where nobody knows, at the end of its last day, and where that is not known either, before
/// every screening.
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

/// What was measured on a known day, whoever recorded it and in whatever form. What was measured in a year that nobody can
/// place says nothing about today.
fn readings<T>(record: &Record, value: fn(&Measurement) -> Option<T>) -> Vec<Reading<T>> {
    let read = |one: &Kept<lamina_domain::Reading>| {
        let (on, to) = record.days_of(&one.when)?;
        (on == to).then_some(())?;
        Some(Reading {
            on,
            recorded: recorded_at(one.recorded, &When::date(on.into())),
            value: value(&one.measured)?,
        })
    };
    record.readings.iter().filter_map(read).collect()
}

/// Examinations of muscle power, and what examinations found beside it. One without its day is compared with and never current;
/// one that nobody can place in any year is not read. What was carried forward was not examined then, and counts on the day on
/// which it was.
fn examinations(record: &Record) -> (Vec<PowerExam>, Vec<ExaminationFindings>) {
    let (mut power, mut found) = (Vec::new(), Vec::new());
    for one in &record.examinations {
        let Some(on) = on(record, &one.when) else {
            continue;
        };
        let recorded = recorded_at(one.recorded, &When::date(on));
        let examined = one.examined();
        let saddle = examined.saddle_sense();
        if !examined.power.is_empty() {
            power.extend(PowerExam::new(on, recorded, examined.power).ok());
        }
        found.push(ExaminationFindings {
            on,
            recorded,
            saddle,
            tone: examined.anal_tone.value().copied(),
            signs: examined.signs,
            gait: examined.gait,
        });
    }
    (power, found)
}

/// The date, or the day, month or year that holds all days that it can mean.
fn on(record: &Record, when: &When) -> Option<PartialDate> {
    if let Point::Date(date) = when.point {
        return Some(date);
    }
    let (from, to) = record.days_of(when)?;
    [
        PartialDate::Day(from),
        PartialDate::Month(from.year(), from.month()),
        PartialDate::Year(from.year()),
    ]
    .into_iter()
    .find(|date| date.last() >= to)
}

/// Operations, injections and other procedures at the spine.
fn events(record: &Record, today: NaiveDate) -> Answer<Vec<SpineEvent>> {
    let mut events: Vec<SpineEvent> = Vec::new();
    let none_anywhere = nothing_left_in(record, today);
    for surgery in &record.surgeries {
        let implant = !none_anywhere && surgery.implants != Answer::Missing(Missing::Absent);
        events.push(SpineEvent {
            event: Event::Operation { implant },
            when: surgery.when,
            region: surgery.region.map_or_else(Answer::default, Answer::Value),
            levels: surgery.all_levels(),
            recorded: recorded_at(surgery.recorded(), &surgery.when),
        });
    }
    for treatment in &record.treatments {
        let recorded = recorded_at(treatment.recorded(), &treatment.started);
        events.extend(SpineEvent::of_treatment(treatment, recorded));
    }
    for step in &record.neuromodulation_steps {
        events.extend(SpineEvent::of_step(
            step,
            recorded_at(step.recorded(), &step.when),
        ));
    }
    for study in &record.imaging {
        let recorded = recorded_at(study.recorded(), &study.when);
        events.extend(SpineEvent::of_imaging(study, recorded));
    }
    // An empty list says that nobody recorded any, not that there was none.
    if events.is_empty() {
        Answer::default()
    } else {
        Answer::Value(events)
    }
}

/// Whether it is known that no operation left anything in the body. Where that is not said the longer time in which a wound is
/// watched is used.
fn nothing_left_in(record: &Record, today: NaiveDate) -> bool {
    let register = gates::register(record, today);
    register.entries.is_empty() && register.others == Answer::Missing(Missing::Absent)
}

/// Stimulators, pumps and devices of the heart, from the register of implants.
fn devices(record: &Record, today: NaiveDate) -> Answer<Vec<ActiveDevice>> {
    let register = crate::gates::register(record, today);
    let entries = match mri::active(&register) {
        Answer::Missing(missing) => return Answer::Missing(missing),
        Answer::Value(entries) => entries,
    };
    let device = |entry: &Entry| {
        let removed = match (&entry.standing, entry.counts()) {
            (Standing::Out(out), false) => {
                let when = match out {
                    Out::On(when) | Out::Parts(when) | Out::TrialOver(when) => *when,
                    Out::By(at) => record.surgeries.get(*at)?.when,
                };
                // Gone without a date: it is not known to have been there on any day.
                when.span()?;
                Some(when)
            }
            _ => None,
        };
        let kept = |source: &Source| match source {
            Source::Device(at) => record.devices.get(*at)?.recorded(),
            Source::Operation(at) | Source::OperationName(at) => record.surgeries.get(*at)?.recorded(),
            Source::Treatment(at) => record.treatments.get(*at)?.recorded(),
            Source::Step(at) => record.neuromodulation_steps.get(*at)?.recorded(),
            Source::PumpSetting(at) => record.pump_settings.get(*at)?.recorded(),
            Source::Background | Source::Condition => None,
        };
        Some(ActiveDevice {
            name: Text::new(&crate::gates::implants::name(entry)).ok()?,
            recorded: recorded_at(entry.sources.iter().filter_map(kept).max(), &entry.since),
            removed,
        })
    };
    Answer::Value(entries.into_iter().filter_map(device).collect())
}

/// Leads and catheters of trials.
fn trials(record: &Record) -> Vec<TrialLead> {
    let lead = |treatment: &Kept<Treatment>| {
        let recorded = recorded_at(treatment.recorded(), &treatment.started);
        TrialLead::of(treatment, recorded)
    };
    let of_step = |step: &Kept<Step>| {
        let name = Text::new(&say!("neuromodulation-step-trial")).ok()?;
        TrialLead::of_step(step, name, recorded_at(step.recorded(), &step.when))
    };
    let treatments = record.treatments.iter().filter_map(lead);
    treatments
        .chain(record.neuromodulation_steps.iter().filter_map(of_step))
        .collect()
}

/// Blood thinners that are taken, or of which nobody said that they were stopped, from their register.
fn thinners(record: &Record, today: NaiveDate) -> Answer<Vec<Thinner>> {
    let register = gates::thinners(record, today);
    let entries = match register.answer() {
        Answer::Value(entries) => entries,
        Answer::Missing(missing) => return Answer::Missing(missing),
    };
    let taken: Vec<Thinner> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| {
            let name = match &entry.anticoagulant.taking {
                Taking::Stopped { .. } if entry.medicines.is_empty() => return None,
                Taking::Yes => entry.anticoagulant.name.clone(),
                Taking::NotSaid | Taking::Stopped { .. } => {
                    let words = say_with!(
                        "flag-thinner-not-said",
                        [("name", entry.anticoagulant.name.to_string().into())],
                    );
                    Text::new(&words).unwrap_or_else(|_| entry.anticoagulant.name.clone())
                }
            };
            let listed = (entry.told == Mention::Listed)
                .then(|| record.anticoagulants.get(at)?.recorded())
                .flatten();
            let medicines = entry
                .medicines
                .iter()
                .filter_map(|one| record.treatments.get(one.place)?.recorded());
            Some(Thinner {
                name,
                recorded: recorded_at(medicines.chain(listed).max(), &entry.anticoagulant.last_dose),
            })
        })
        .collect();
    if taken.is_empty() {
        Answer::Missing(Missing::Absent)
    } else {
        Answer::Value(taken)
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
        Some(GivenAnswer::Number(points)) => format!("{points:.0}")
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
