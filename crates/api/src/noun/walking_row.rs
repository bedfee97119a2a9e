//! A line of the walking diary, as typed.

use super::{
    Typed, typed,
    walking::{day, in_minutes, minutes, seconds, spelled},
};
use crate::{
    field::Field,
    reading::{Reading, shown, whole},
};
use chrono::NaiveTime;
use lamina_domain::{
    Problem, ToldBy,
    fact::walking::{
        DiarySymptom, Row, Surface, SurfaceKind,
        row::{BoutNumber, PainAround, WalkedBout, WalkedSeconds, WalkingEntry},
    },
    score::Nrs,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

typed!(Row as WalkingRowInput, with WalkingEntryInput);

/// Longest short text, in characters.
const LINE: usize = 200;

/// What a line of the diary says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WalkingEntryInput {
    /// A bout that was walked.
    #[default]
    Walked,
    /// Zero minutes, with the reason.
    Missed,
    /// A day of rest.
    Rest,
}

/// A line of the diary, as typed. What does not belong to the kind of entry is kept in the form and not in the record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct WalkingRowInput {
    /// The day; today where it is empty.
    pub on: String,
    /// Whether it tells of a bout, of a missed one or of rest.
    pub entry: WalkingEntryInput,
    /// Number of the bout within its day; the next free one where it is empty.
    pub number: String,
    /// When it began: "10:30".
    pub start: String,
    /// How long: "12", "12:30", "90 s".
    pub minutes: String,
    /// Metres: "800", "1.2 km".
    pub metres: String,
    /// How many steps; empty where they were not counted.
    pub steps: String,
    /// On what ground; none where it was not said.
    pub surface: Option<SurfaceKind>,
    /// The ground in words.
    pub surface_words: String,
    /// Exertion as felt, 6 to 20.
    pub exertion: String,
    /// Pain of the back before, 0 to 10.
    pub back_before: String,
    /// Pain of the back during or after, the highest.
    pub back_after: String,
    /// Pain of the back the next morning.
    pub back_next_morning: String,
    /// Pain of the leg before.
    pub leg_before: String,
    /// Pain of the leg during or after, the highest.
    pub leg_after: String,
    /// Pain of the leg the next morning.
    pub leg_next_morning: String,
    /// Whether pain was back to usual within 24 hours.
    pub settled: Option<bool>,
    /// What was ticked; some of it answers a red-flag question with yes.
    pub symptoms: BTreeSet<DiarySymptom>,
    /// The walking aid, in words.
    pub aid: String,
    /// How the mood was, in words.
    pub mood: String,
    /// Why it was missed.
    pub reason: String,
    /// From whom it is known: patient, clinician, document or device.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    pub note: String,
}

impl WalkingRowInput {
    /// A line as typed values.
    pub fn of(row: &Row) -> Self {
        let mut input = Self {
            on: spelled(row.on),
            number: shown(&row.number()),
            told_by: row.told_by,
            note: shown(&row.note),
            symptoms: row.symptoms().collect(),
            ..Self::default()
        };
        match &row.entry {
            WalkingEntry::Walked { bout, .. } => {
                input.entry = WalkingEntryInput::Walked;
                input.start = <Option<NaiveTime> as Field>::typed(&bout.start);
                input.minutes = minutes(bout.seconds.get().into());
                input.metres = shown(&bout.metres);
                input.steps = shown(&bout.steps);
                input.surface = bout.surface.as_ref().and_then(|one| one.kind);
                input.surface_words = shown(&bout.surface.as_ref().and_then(|one| one.words.as_ref()));
                input.exertion = shown(&bout.exertion);
                let rating = |nrs: Option<Nrs>| nrs.map(|nrs| nrs.rating().to_string()).unwrap_or_default();
                input.back_before = rating(bout.back.before);
                input.back_after = rating(bout.back.after);
                input.back_next_morning = rating(bout.back.next_morning);
                input.leg_before = rating(bout.leg.before);
                input.leg_after = rating(bout.leg.after);
                input.leg_next_morning = rating(bout.leg.next_morning);
                input.settled = bout.settled;
                input.aid = shown(&bout.aid);
                input.mood = shown(&bout.mood);
            }
            WalkingEntry::Missed { reason, .. } => {
                input.entry = WalkingEntryInput::Missed;
                input.reason = reason.to_string();
            }
            WalkingEntry::Rest { .. } => input.entry = WalkingEntryInput::Rest,
        }
        input
    }

    /// The line, where everything typed can be kept. Without a number it is bout 1.
    pub fn read(&self, reading: &mut Reading) -> Option<Row> {
        let on = day(reading, "on", &self.on);
        let number = match self.number.trim() {
            "" => BoutNumber::try_from(1).ok(),
            typed => reading.whole("number", typed),
        };
        let entry = match self.entry {
            WalkingEntryInput::Walked => {
                self.walked(reading)
                    .zip(number)
                    .map(|(bout, number)| WalkingEntry::Walked {
                        number,
                        bout: Box::new(bout),
                    })
            }
            WalkingEntryInput::Missed => {
                let reason = reading.required("reason", &self.reason);
                reason.zip(number).map(|(reason, number)| WalkingEntry::Missed {
                    number,
                    reason,
                    symptoms: self.symptoms.clone(),
                })
            }
            WalkingEntryInput::Rest => Some(WalkingEntry::Rest {
                symptoms: self.symptoms.clone(),
            }),
        };
        let note = reading.text("note", &self.note);
        Some(Row {
            on: on?,
            entry: entry?,
            told_by: self.told_by,
            note,
        })
    }

    fn walked(&self, reading: &mut Reading) -> Option<WalkedBout> {
        let seconds = seconds(&self.minutes).and_then(|seconds| in_minutes(seconds, 1, 21_600));
        let seconds: Option<WalkedSeconds> = reading.keep("minutes", seconds);
        let start = <Option<NaiveTime> as Field>::read(&self.start, "start", reading).flatten();
        let around = |reading: &mut Reading, site: &str, typed: [&str; 3]| {
            let mut rate = |part: &str, typed: &str| {
                optional(typed)?;
                reading.whole::<Nrs>(&format!("{site}_{part}"), typed)
            };
            PainAround {
                before: rate("before", typed[0]),
                after: rate("after", typed[1]),
                next_morning: rate("next_morning", typed[2]),
            }
        };
        let back = [&*self.back_before, &*self.back_after, &*self.back_next_morning];
        let back = around(reading, "back", back);
        let leg = [&*self.leg_before, &*self.leg_after, &*self.leg_next_morning];
        let leg = around(reading, "leg", leg);
        let count =
            |reading: &mut Reading, path: &str, typed: &str, read: fn(&str) -> Result<u32, Problem>| {
                optional(typed).and_then(|typed| reading.keep(path, read(typed)))
            };
        let metres = count(reading, "metres", &self.metres, metres);
        let steps = count(reading, "steps", &self.steps, steps);
        let exertion = optional(&self.exertion).and_then(|typed| reading.whole("exertion", typed));
        let words = reading.line("surface_words", &self.surface_words, LINE);
        let aid = reading.line("aid", &self.aid, LINE);
        let mood = reading.line("mood", &self.mood, LINE);
        Some(WalkedBout {
            start,
            seconds: seconds?,
            metres,
            steps,
            surface: Surface::told(self.surface, words),
            exertion,
            back,
            leg,
            settled: self.settled,
            symptoms: self.symptoms.clone(),
            aid,
            mood,
        })
    }
}

fn optional(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|typed| !typed.is_empty())
}

fn metres(typed: &str) -> Result<u32, Problem> {
    let low = typed.to_lowercase();
    let (number, factor) = match (low.strip_suffix("km"), low.strip_suffix('m')) {
        (Some(number), _) => (number, 1000.0),
        (None, Some(number)) => (number, 1.0),
        (None, None) => (&*low, 1.0),
    };
    let metres = (crate::reading::decimal(number)? * factor).round();
    if !(1.0..=50_000.0).contains(&metres) {
        return Err(Problem::OutOfRange { min: 1, max: 50_000 });
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range was just looked at"
    )]
    Ok(metres as u32)
}

fn steps(typed: &str) -> Result<u32, Problem> {
    let range = || Problem::OutOfRange { min: 1, max: 100_000 };
    let number = u32::try_from(whole(typed)?).map_err(|_| range())?;
    if (1..=100_000).contains(&number) {
        Ok(number)
    } else {
        Err(range())
    }
}
