//! The limits that a clinic set for itself, in place of the built-in ones: what was set, by whom, when and why, and the
//! rules as they hold with it.
//!
//! Kept as a list that only grows; the latest entry of an id holds, one without a value gives the built-in back. An entry
//! that is not understood, or that no longer fits, is kept and told and changes nothing. Every view and every letter
//! takes its limits from here; a stored score is never worked out again.

mod group;
mod limit;
mod view;

pub(crate) use group::Group;
pub(crate) use limit::OwnLimit;
pub(crate) use view::rules_view;

use crate::{
    vault::{ClinicError, StoreError, Vault},
    words::{say_with, spelled},
};
use chrono::NaiveDate;
use lamina_domain::{Text, change::Thresholds, red_flag, schedule, trial, walking};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Name of the setting in the vault.
pub(crate) const NAME: &str = "rules";

/// One entry of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LimitEntry {
    /// Id of the limit.
    pub(crate) id: String,
    /// The value in its normal form; none gives the built-in back.
    pub(crate) value: Option<String>,
    pub(crate) who: Text,
    pub(crate) on: NaiveDate,
    pub(crate) why: Text,
    /// Under which name it was saved; the one who set it may be another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<String>,
    /// When it was saved, in microseconds since 1970-01-01 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) at_us: Option<i64>,
}

impl LimitEntry {
    /// Where the value comes from, as a sentence names it.
    pub(crate) fn source(&self) -> String {
        say_with!(
            "rules-own-source",
            [
                ("who", self.who.as_str().into()),
                ("when", spelled(self.on).into()),
            ],
        )
    }
}

/// The rules as they hold in a clinic: the built-in ones with what the clinic set. The default is the built-in ones.
#[derive(Debug, Clone, Default)]
pub struct OwnRules {
    /// The change that matters of each instrument, and who is a responder.
    pub thresholds: Thresholds,
    /// Limits of the red flags.
    pub red_flags: red_flag::Settings,
    /// Limits of the walking programme.
    pub walking: walking::Settings,
    /// Limits of the reading of trials, and of refills of pumps.
    pub neuromodulation: trial::Settings,
    /// Follow-up plans with their windows.
    pub plans: schedule::Plans,
    /// What was set and holds, by id.
    set: BTreeMap<String, LimitEntry>,
}

impl OwnRules {
    /// From the list as it was kept, and the entries that could not be applied.
    pub(crate) fn of(list: &[Value]) -> (Self, Vec<UnusedEntry>) {
        let mut left = Vec::new();
        let mut latest: BTreeMap<String, LimitEntry> = BTreeMap::new();
        for entry in list {
            match serde_json::from_value::<LimitEntry>(entry.clone()) {
                Ok(kept) => {
                    latest.insert(kept.id.clone(), kept);
                }
                Err(_) => left.push(UnusedEntry::Unread),
            }
        }
        let mut rules = Self::default();
        for kept in latest.into_values() {
            if kept.value.is_some() {
                left.extend(rules.apply(kept).map(UnusedEntry::Unfit));
            }
        }
        (rules, left)
    }

    /// Lets an entry hold; gives it back where it does not fit.
    fn apply(&mut self, kept: LimitEntry) -> Option<LimitEntry> {
        let applied = OwnLimit::find(&kept.id).is_some_and(|limit| limit.apply(self, &kept).is_ok());
        if !applied {
            return Some(kept);
        }
        self.set.insert(kept.id.clone(), kept);
        None
    }

    /// What the clinic set of the ids that begin so.
    pub(crate) fn set_of(&self, begins: &str) -> impl Iterator<Item = &LimitEntry> {
        let begins = begins.to_owned();
        self.set.values().filter(move |kept| kept.id.starts_with(&begins))
    }

    /// What the clinic set of one id, in words.
    pub(crate) fn said_of(&self, id: &str) -> Option<String> {
        Some(OwnLimit::find(id)?.said(self.set.get(id)?))
    }

    /// The same in words, each with the built-in value and its source beside it.
    pub(crate) fn said(&self, begins: &str) -> Vec<String> {
        self.set_of(begins)
            .filter_map(|kept| Some((OwnLimit::find(&kept.id)?, kept)))
            .map(|(limit, kept)| limit.said(kept))
            .collect()
    }
}

/// An entry that changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UnusedEntry {
    /// It is not understood at all.
    Unread,
    /// There is no such limit, or the value no longer fits.
    Unfit(LimitEntry),
}

/// The list as it was kept.
pub(crate) async fn kept(vault: &Vault) -> Result<Vec<Value>, ClinicError> {
    match vault.store().setting(NAME).await? {
        None => Ok(Vec::new()),
        Some(Value::Array(list)) => Ok(list),
        // Reading on with the built-in limits would hide that the clinic's own are gone.
        Some(_) => Err(StoreError::Unreadable.into()),
    }
}

impl Vault {
    /// The rules as they hold in this clinic.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn own_rules(&self) -> Result<OwnRules, ClinicError> {
        Ok(OwnRules::of(&kept(self).await?).0)
    }
}

#[cfg(test)]
mod tests;
