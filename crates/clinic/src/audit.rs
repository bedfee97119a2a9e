//! Examining the audit log: who opened which record, what somebody did. Examining it stands in it too.

pub mod table;

use crate::{
    clock,
    door::EVERYONE,
    vault::{Attempt, ClinicError, Vault},
};
use chrono::NaiveDate;
use lamina_api::Access;
use lamina_store::{Act, Audit, AuditEntry, AuditFilter, ObjectKind, ObjectRef};
use std::collections::HashMap;
use uuid::Uuid;

/// Rows read at a time.
const PAGE: u32 = 1_000;

/// How each patient who stands is called.
pub(crate) type Names = HashMap<Uuid, String>;

/// Which rows are asked for; all of them where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuestion {
    /// Those about one patient.
    pub patient: Option<Uuid>,
    /// Those of one person, by the name under which the log knows them, in capitals or not.
    pub person: Option<String>,
    /// Those of one act, by the word by which the log names it.
    pub act: Option<String>,
    /// Those of this day by the clock on the wall, and later ones.
    pub from: Option<NaiveDate>,
    /// Those of this day and of days before it.
    pub until: Option<NaiveDate>,
}

impl AuditQuestion {
    fn filter(&self) -> AuditFilter {
        AuditFilter {
            patient: self.patient,
            action: self.act.clone(),
            from_us: self.from.map(clock::start_of),
            until_us: self.until.map(clock::end_of),
        }
    }

    /// Whether the whole log is asked for.
    pub(crate) fn is_of_all(&self) -> bool {
        *self == Self::default()
    }
}

/// One row of the log as it is examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1 without gaps.
    pub seq: i64,
    /// When, in microseconds since 1970-01-01 UTC.
    pub at_us: i64,
    /// Who did it, by the name under which the log knows them.
    pub person: String,
    /// What was done, as a word such as `amend`.
    pub action: String,
    /// `done`, `refused` or `failed`.
    pub outcome: String,
    /// The patient concerned; none where it concerned nobody.
    pub patient: Option<Uuid>,
    /// How that patient is called now; empty where nobody stands by that id.
    pub patient_name: String,
    /// The kind of thing that it was done to: a noun, a letter, a setting.
    pub object: String,
    /// Which one of them: an entry's id, or a name.
    pub object_id: String,
    /// The version of the entry that was written.
    pub version: Option<i64>,
    /// Why it was done; empty where no reason was given.
    pub reason: String,
}

impl Row {
    fn of(entry: AuditEntry, names: &Names) -> Self {
        let name = entry.patient_id.and_then(|id| names.get(&id).cloned());
        let id = entry.entry_id.map(|id| id.to_string());
        Self {
            seq: entry.seq,
            at_us: entry.at_us,
            person: entry.actor_id,
            action: entry.action,
            outcome: entry.outcome,
            patient: entry.patient_id,
            patient_name: name.unwrap_or_default(),
            object: entry.object_type.unwrap_or_default(),
            object_id: id.or(entry.object_name).unwrap_or_default(),
            version: entry.object_version,
            reason: entry.reason.unwrap_or_default(),
        }
    }
}

impl Vault {
    /// Hands over rows of the log, the newest first, until `each` says no; how many it got. That it was examined, and about
    /// whom, is the first thing noted.
    ///
    /// # Errors
    /// A log that can't be written or read.
    pub async fn examine(
        &self,
        asked: &AuditQuestion,
        each: impl FnMut(Row) -> bool,
    ) -> Result<usize, ClinicError> {
        self.allow(Access::Audit, Attempt::task("examine-log")).await?;
        self.note_examined(asked).await?;
        let names = self.names_in_log().await?;
        self.read_log(asked, None, &names, each).await
    }

    /// Notes that the log is examined, and about whom.
    pub(crate) async fn note_examined(&self, asked: &AuditQuestion) -> Result<(), ClinicError> {
        let row = Audit {
            patient_id: asked.patient,
            object: Some(ObjectRef {
                kind: ObjectKind::AuditLog,
                id: asked.person.clone().unwrap_or_else(|| EVERYONE.to_owned()),
            }),
            ..Audit::done(Act::Examine)
        };
        self.note(row).await
    }

    /// How the patients are called that rows tell of.
    pub(crate) async fn names_in_log(&self) -> Result<Names, ClinicError> {
        let everyone = self.store().everyone().await?;
        let named =
            |family: &str, given: &str| format!("{family}, {given}").trim_matches([',', ' ']).to_owned();
        let names = everyone
            .iter()
            .map(|hit| (hit.id, named(&hit.family, &hit.given)));
        Ok(names.collect())
    }

    /// Rows of the log as [`Vault::examine`] hands them over, of those below `before`. Whoever asks has noted it.
    pub(crate) async fn read_log(
        &self,
        asked: &AuditQuestion,
        mut before: Option<i64>,
        names: &Names,
        mut each: impl FnMut(Row) -> bool,
    ) -> Result<usize, ClinicError> {
        let filter = asked.filter();
        let wanted = asked.person.as_ref().map(|name| name.to_lowercase());
        let mut count = 0;
        loop {
            let page = self.store().audit_entries(&filter, before, PAGE).await?;
            let Some(last) = page.last() else {
                return Ok(count);
            };
            before = Some(last.seq);
            for entry in page {
                if wanted
                    .as_ref()
                    .is_some_and(|name| entry.actor_id.to_lowercase() != *name)
                {
                    continue;
                }
                count += 1;
                if !each(Row::of(entry, names)) {
                    return Ok(count);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
