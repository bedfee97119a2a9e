//! What happened to a walking plan, as typed.

use super::{
    Typed, typed,
    walking::{QuotaInput, day, spelled},
};
use crate::reading::{Reading, shown};
use lamina_domain::{
    fact::walking::{DiarySymptom, WalkingEvent, WalkingHappened},
    resolution::Role,
};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

typed!(WalkingEvent as WalkingEventInput, with WalkingHappenedInput);

/// Longest short text, in characters.
const LINE: usize = 200;

/// What happened to a plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(rename = "WalkingHappened")]
pub enum WalkingHappenedInput {
    /// It begins on the day.
    Started,
    /// It is paused until a clinician reopens it.
    Paused {
        /// What was ticked; empty where a person paused it.
        symptoms: BTreeSet<DiarySymptom>,
    },
    /// A clinician opened it again.
    Reopened,
    /// Another quota from that day on.
    Quota {
        /// The quota that holds from then on.
        quota: QuotaInput,
    },
    /// It ended on that day.
    Ended,
}

/// What happened as it is read: what has no fields has none beside its tag, which serde checks of these alone.
#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
enum ReadHappened {
    Started {},
    Paused {
        #[serde(default)]
        symptoms: BTreeSet<DiarySymptom>,
    },
    Reopened {},
    Quota {
        quota: QuotaInput,
    },
    Ended {},
}

impl<'de> Deserialize<'de> for WalkingHappenedInput {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        ReadHappened::deserialize(reader).map(Self::from)
    }
}

impl From<ReadHappened> for WalkingHappenedInput {
    fn from(read: ReadHappened) -> Self {
        match read {
            ReadHappened::Started {} => Self::Started,
            ReadHappened::Paused { symptoms } => Self::Paused { symptoms },
            ReadHappened::Reopened {} => Self::Reopened,
            ReadHappened::Quota { quota } => Self::Quota { quota },
            ReadHappened::Ended {} => Self::Ended,
        }
    }
}

/// Something that happened to a plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WalkingEventInput {
    /// What happened, with what belongs to it.
    pub what: WalkingHappenedInput,
    /// The day; today where it is empty.
    #[serde(default)]
    pub on: String,
    /// Who; the clinic's author where it is empty.
    #[serde(default)]
    pub by: String,
    /// Their role in words; the author's role where it is empty.
    #[serde(default)]
    pub role: String,
    /// Why; only starting and another quota need no reason.
    #[serde(default)]
    pub reason: String,
}

impl WalkingEventInput {
    /// An event as typed values.
    pub fn of(event: &WalkingEvent) -> Self {
        Self {
            what: match &event.what {
                WalkingHappened::Started => WalkingHappenedInput::Started,
                WalkingHappened::Paused { symptoms } => WalkingHappenedInput::Paused {
                    symptoms: symptoms.clone(),
                },
                WalkingHappened::Reopened => WalkingHappenedInput::Reopened,
                WalkingHappened::Quota { quota } => WalkingHappenedInput::Quota {
                    quota: QuotaInput::of(quota),
                },
                WalkingHappened::Ended => WalkingHappenedInput::Ended,
            },
            on: spelled(event.on),
            by: event.by.to_string(),
            role: shown(&event.role_words),
            reason: shown(&event.reason),
        }
    }

    /// The event, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<WalkingEvent> {
        let on = day(reading, "on", &self.on);
        let by = reading.required("by", &self.by);
        let role_words = reading.line("role", &self.role, LINE);
        let reason = reading.text("reason", &self.reason);
        let what = match &self.what {
            WalkingHappenedInput::Started => Some(WalkingHappened::Started),
            WalkingHappenedInput::Paused { symptoms } => Some(WalkingHappened::Paused {
                symptoms: symptoms.clone(),
            }),
            WalkingHappenedInput::Reopened => Some(WalkingHappened::Reopened),
            WalkingHappenedInput::Quota { quota } => quota
                .read(reading, "what.quota")
                .map(|quota| WalkingHappened::Quota { quota }),
            WalkingHappenedInput::Ended => Some(WalkingHappened::Ended),
        };
        Some(WalkingEvent {
            on: on?,
            what: what?,
            by: by?,
            role: Some(Role::Clinician),
            role_words,
            at: None,
            reason,
        })
    }
}
