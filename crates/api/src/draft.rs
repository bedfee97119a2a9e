//! What was typed and not yet saved. Kept within a moment of typing, so that a crash or a lock loses nothing.

use crate::{entry::FactInput, shown::Detail};
use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// Names the draft that is to be discarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftKey {
    /// The id that its form made.
    pub draft: Uuid,
}

/// Keeps a draft, in place of an earlier one with the same id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// The draft; its id is made by the form.
    pub draft: Uuid,
    /// The patient; none for a patient who is just being entered.
    pub patient: Option<Uuid>,
    /// The entry that is being changed, where it is one.
    pub entry: Option<Uuid>,
    /// The version of that entry that was on the screen.
    #[ts(type = "number | null")]
    pub base_version: Option<i64>,
    /// What was typed, whether or not it can be read yet.
    pub input: FactInput,
    /// The reason for the change as far as it was typed; empty where there is none.
    #[serde(default)]
    pub reason: String,
    /// One opening of a form; drafts of one set bear the same, and drafts of different days are never taken for one.
    pub sitting: Uuid,
}

/// A draft as it is offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// The id that its form made; what is kept under it again takes its place.
    pub draft: Uuid,
    /// The patient; none for a patient who was just being entered.
    pub patient: Option<Uuid>,
    /// What kind of entry it is.
    pub noun: Noun,
    /// The entry that was being changed, where it is one.
    pub entry: Option<Uuid>,
    /// The version of that entry that was on the screen.
    #[ts(type = "number | null")]
    pub base_version: Option<i64>,
    /// The patient's name, where there is one.
    pub name: Option<String>,
    /// When it was last kept, in local time: "25 Nov 2026, 14:03".
    pub kept_at: String,
    /// What was typed; a date that was counted from today is spelled as the day it meant.
    pub input: FactInput,
    /// The reason for the change as far as it was typed; empty where there is none.
    #[serde(default)]
    pub reason: String,
    /// The opening of the form in which it was typed.
    pub sitting: Uuid,
    /// What it would record, in one line; nothing where it can't be read yet.
    pub title: Option<String>,
    /// What it would change of the entry as it stands, field by field with the new text; for a new entry all that it says.
    pub changes: Vec<Detail>,
}

/// Keeps what was typed in a form that records no entry, such as the settings, in place of an earlier draft with the same id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFormDraft {
    /// The draft; its id is made by the form.
    pub draft: Uuid,
    /// By which the window knows the form: `settings`, or `rule/` with the id of a limit.
    pub form: String,
    /// The fields that were changed, as typed.
    #[ts(type = "Record<string, string>")]
    pub typed: BTreeMap<String, String>,
}

/// A draft of such a form as it is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormDraft {
    /// The id that its form made; what is kept under it again takes its place.
    pub draft: Uuid,
    /// By which the window knows the form: `settings`, or `rule/` with the id of a limit.
    pub form: String,
    /// When it was last kept, in local time: "25 Nov 2026, 14:03".
    pub kept_at: String,
    /// The fields that were changed, as typed.
    #[ts(type = "Record<string, string>")]
    pub typed: BTreeMap<String, String>,
}
