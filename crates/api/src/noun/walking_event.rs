//! What happened to a walking plan, as typed.

use super::{
    Typed, typed,
    walking::{QuotaInput, day, spelled},
};
use crate::reading::{Reading, shown};
use lamina_domain::{
    fact::walking::{DiarySymptom, Happening, What},
    resolution::Role,
};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

typed!(Happening as WalkingEventInput, with WalkingHappened);

/// Longest short text, in characters.
const LINE: usize = 200;

/// What happened to a plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum WalkingHappened {
    /// It begins on the day.
    Started,
    /// It is paused.
    Paused {
        /// What was ticked; empty where a person paused it.
        symptoms: BTreeSet<DiarySymptom>,
    },
    /// A clinician opened it again.
    Reopened,
    /// Another quota from that day on.
    Quota {
        /// The quota.
        quota: QuotaInput,
    },
    /// It ended.
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

impl<'de> Deserialize<'de> for WalkingHappened {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        ReadHappened::deserialize(reader).map(Self::from)
    }
}

impl From<ReadHappened> for WalkingHappened {
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
    /// What.
    pub what: WalkingHappened,
    /// The day; today where it is empty.
    #[serde(default)]
    pub on: String,
    /// Who; the clinic's author where it is empty.
    #[serde(default)]
    pub by: String,
    /// Their role in words; the author's role where it is empty.
    #[serde(default)]
    pub role: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl WalkingEventInput {
    /// An event as typed values.
    pub fn of(happening: &Happening) -> Self {
        Self {
            what: match &happening.what {
                What::Started => WalkingHappened::Started,
                What::Paused { symptoms } => WalkingHappened::Paused {
                    symptoms: symptoms.clone(),
                },
                What::Reopened => WalkingHappened::Reopened,
                What::Quota { quota } => WalkingHappened::Quota {
                    quota: QuotaInput::of(quota),
                },
                What::Ended => WalkingHappened::Ended,
            },
            on: spelled(happening.on),
            by: happening.by.to_string(),
            role: shown(&happening.role_words),
            reason: shown(&happening.reason),
        }
    }

    /// The event, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Happening> {
        let on = day(reading, "on", &self.on);
        let by = reading.required("by", &self.by);
        let role_words = reading.line("role", &self.role, LINE);
        let reason = reading.text("reason", &self.reason);
        let what = match &self.what {
            WalkingHappened::Started => Some(What::Started),
            WalkingHappened::Paused { symptoms } => Some(What::Paused {
                symptoms: symptoms.clone(),
            }),
            WalkingHappened::Reopened => Some(What::Reopened),
            WalkingHappened::Quota { quota } => quota
                .read(reading, "what.quota")
                .map(|quota| What::Quota { quota }),
            WalkingHappened::Ended => Some(What::Ended),
        };
        Some(Happening {
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
