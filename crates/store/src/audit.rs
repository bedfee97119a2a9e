//! The audit log: one row per act, each holding the hash of the row before it and a seal (HMAC) that needs
//! a key kept outside the file.
//!
//! Canonical bytes of a row: its fields in fixed order, each as a big-endian `u32` length and the bytes; an
//! absent field has length `u32::MAX`. `hash = SHA-256("aud/1" || prev_hash || fields)`,
//! `mac = HMAC-SHA-256(audit key, hash)`. Cutting off the newest rows shows only against a head kept
//! elsewhere, see [`AuditHead`].

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use crate::act::{Act, ObjectKind};
use crate::bulk;
use crate::error::StoreError;
use crate::store::Store;

/// Who acts, as written to the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Id of the person.
    pub id: String,
    /// Role in which the person acts.
    pub role: String,
    /// Session in which it happens.
    pub session_id: Uuid,
}

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done as it was asked for.
    Done,
    /// It was not allowed.
    Refused,
    /// It was tried and did not work.
    Failed,
}

impl Outcome {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }
}

/// What an act was about when it wrote no entry: a letter, an export, a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectRef {
    /// What kind of thing it is.
    pub kind: ObjectKind,
    /// Its id or name.
    pub id: String,
}

/// The log's account of a unit. Entries written in the unit are added to it by the unit itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// What was done, or tried.
    pub action: Act,
    /// The person concerned, when the unit writes no entry.
    pub patient_id: Option<Uuid>,
    /// The object concerned, when it is not an entry.
    pub object: Option<ObjectRef>,
    /// Why, when a reason was asked for.
    pub reason: Option<String>,
    /// Whether it was done; what was refused or did not work is logged too.
    pub outcome: Outcome,
}

impl Audit {
    /// An act that was done, without more to say about it.
    pub fn done(action: Act) -> Self {
        Self {
            action,
            patient_id: None,
            object: None,
            reason: None,
            outcome: Outcome::Done,
        }
    }
}

/// The newest row of the log. Kept elsewhere (key file, backup, printed page), it shows later that no row
/// up to it was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditHead {
    /// Number of the row, from 1; 0 for an empty log.
    pub seq: i64,
    /// Its hash; zeros for an empty log.
    pub hash: [u8; 32],
}

/// One row of the log, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Number of the row, from 1 without gaps.
    pub seq: i64,
    /// When, in microseconds since 1970-01-01 UTC.
    pub at_us: i64,
    /// Who did it, by the name under which the system knows them.
    pub actor_id: String,
    /// In which role, in a word such as `clinician`.
    pub actor_role: String,
    /// The session, new each time that somebody opens the record.
    pub session_id: Uuid,
    /// What was done, as a short verb: `record`, `amend`, `open-chart`.
    pub action: String,
    /// Id of the patient concerned; none for what concerns nobody.
    pub patient_id: Option<Uuid>,
    /// Noun of the entry or kind of the object.
    pub object_type: Option<String>,
    /// The entry that was written.
    pub entry_id: Option<Uuid>,
    /// Id or name of an object that is no entry.
    pub object_name: Option<String>,
    /// Version of the entry that was written.
    pub object_version: Option<i64>,
    /// Hash of what was written.
    pub content_hash: Option<Vec<u8>>,
    /// Why, as somebody wrote it; none where no reason was asked for.
    pub reason: Option<String>,
    /// `done`, `refused` or `failed`.
    pub outcome: String,
}

/// Adds length-prefixed fields to a hash, so that no two lists of fields give the same bytes.
pub(crate) struct Fields(Sha256);

impl Fields {
    pub(crate) fn new(domain: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(domain))
    }

    pub(crate) fn add(&mut self, field: Option<&[u8]>) -> &mut Self {
        match field {
            None => self.0.update(u32::MAX.to_be_bytes()),
            Some(bytes) => {
                // A field is far below 4 GiB: SQLite itself stops at 1 GiB.
                let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX - 1);
                self.0.update(length.to_be_bytes());
                self.0.update(bytes);
            }
        }
        self
    }

    pub(crate) fn text(&mut self, field: &str) -> &mut Self {
        self.add(Some(field.as_bytes()))
    }

    pub(crate) fn id(&mut self, field: Uuid) -> &mut Self {
        self.add(Some(field.as_bytes()))
    }

    pub(crate) fn int(&mut self, field: i64) -> &mut Self {
        self.add(Some(&field.to_be_bytes()))
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl AuditEntry {
    /// The hash this row must have when it follows `prev`.
    pub(crate) fn hash(&self, clinic: Uuid, prev: &[u8; 32]) -> [u8; 32] {
        let mut fields = Fields::new(b"aud/1");
        fields
            .add(Some(prev))
            .id(clinic)
            .int(self.seq)
            .int(self.at_us)
            .text(&self.actor_id)
            .text(&self.actor_role)
            .id(self.session_id)
            .text(&self.action)
            .add(self.patient_id.as_ref().map(|id| id.as_bytes().as_slice()))
            .add(self.object_type.as_deref().map(str::as_bytes))
            .add(self.entry_id.as_ref().map(|id| id.as_bytes().as_slice()))
            .add(self.object_name.as_deref().map(str::as_bytes))
            .add(
                self.object_version
                    .map(i64::to_be_bytes)
                    .as_ref()
                    .map(<[u8; 8]>::as_slice),
            )
            .add(self.content_hash.as_deref())
            .add(self.reason.as_deref().map(str::as_bytes))
            .text(&self.outcome);
        fields.finish()
    }

    pub(crate) fn read(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            seq: row.try_get("seq")?,
            at_us: row.try_get("at_us")?,
            actor_id: row.try_get("actor_id")?,
            actor_role: row.try_get("actor_role")?,
            session_id: row.try_get("session_id")?,
            action: row.try_get("action")?,
            patient_id: row.try_get("patient_id")?,
            object_type: row.try_get("object_type")?,
            entry_id: row.try_get("entry_id")?,
            object_name: row.try_get("object_name")?,
            object_version: row.try_get("object_version")?,
            content_hash: row.try_get("content_hash")?,
            reason: row.try_get("reason")?,
            outcome: row.try_get("outcome")?,
        })
    }

    pub(crate) fn new(actor: &Actor, at_us: i64, audit: &Audit) -> Self {
        Self {
            seq: 0,
            at_us,
            actor_id: actor.id.clone(),
            actor_role: actor.role.clone(),
            session_id: actor.session_id,
            action: audit.action.name().to_owned(),
            patient_id: audit.patient_id,
            object_type: audit.object.as_ref().map(|object| object.kind.name().to_owned()),
            entry_id: None,
            object_name: audit.object.as_ref().map(|object| object.id.clone()),
            object_version: None,
            content_hash: None,
            reason: audit.reason.clone(),
            outcome: audit.outcome.name().to_owned(),
        }
    }
}

/// The seal of a row's hash.
pub(crate) fn seal(key: &[u8; 32], hash: &[u8; 32]) -> Result<[u8; 32], StoreError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| StoreError::KeyForm)?;
    mac.update(hash);
    Ok(mac.finalize().into_bytes().into())
}

/// Whether a seal fits a row's hash; takes the same time wherever they differ.
pub(crate) fn seal_fits(key: &[u8; 32], hash: &[u8; 32], mac: &[u8]) -> bool {
    Hmac::<Sha256>::new_from_slice(key).is_ok_and(|mut own| {
        own.update(hash);
        own.verify_slice(mac).is_ok()
    })
}

/// The hash of all settings: of each, in the order of their names, the name, the value as it is kept and when it was set.
pub(crate) async fn hash_of_settings(
    conn: &mut SqliteConnection,
    clinic: Uuid,
) -> Result<[u8; 32], StoreError> {
    let all: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT name, value, updated_at_us FROM setting WHERE clinic_id = $1 ORDER BY name")
            .bind(clinic)
            .fetch_all(conn)
            .await?;
    let mut fields = Fields::new(b"set/1");
    for (name, value, at_us) in &all {
        fields.text(name).text(value).int(*at_us);
    }
    Ok(fields.finish())
}

/// The newest row of the clinic's log, read on a given connection.
pub(crate) async fn head(conn: &mut SqliteConnection, clinic: Uuid) -> Result<AuditHead, StoreError> {
    let row: Option<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT seq, hash FROM audit WHERE clinic_id = $1 ORDER BY seq DESC LIMIT 1")
            .bind(clinic)
            .fetch_optional(conn)
            .await?;
    match row {
        None => Ok(AuditHead {
            seq: 0,
            hash: [0; 32],
        }),
        Some((seq, hash)) => Ok(AuditHead {
            seq,
            hash: hash.try_into().map_err(|_| StoreError::Unreadable)?,
        }),
    }
}

const COLUMNS: [&str; 18] = [
    "clinic_id",
    "seq",
    "at_us",
    "actor_id",
    "actor_role",
    "session_id",
    "action",
    "patient_id",
    "object_type",
    "entry_id",
    "object_name",
    "object_version",
    "content_hash",
    "reason",
    "outcome",
    "prev_hash",
    "hash",
    "mac",
];

/// A row with the links that hold it in the chain.
struct Linked {
    entry: AuditEntry,
    prev: [u8; 32],
    hash: [u8; 32],
    mac: [u8; 32],
}

/// Adds rows after `head`, in their order, and returns the new head.
pub(crate) async fn append(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    key: &[u8; 32],
    mut head: AuditHead,
    entries: Vec<AuditEntry>,
) -> Result<AuditHead, StoreError> {
    let mut linked = Vec::with_capacity(entries.len());
    for mut entry in entries {
        entry.seq = head.seq + 1;
        let hash = entry.hash(clinic, &head.hash);
        let (prev, mac) = (head.hash, seal(key, &hash)?);
        head = AuditHead { seq: entry.seq, hash };
        linked.push(Linked {
            entry,
            prev,
            hash,
            mac,
        });
    }
    bulk::insert(conn, "audit", &COLUMNS, "", &linked, |query, one| {
        let entry = &one.entry;
        query
            .bind(clinic)
            .bind(entry.seq)
            .bind(entry.at_us)
            .bind(entry.actor_id.clone())
            .bind(entry.actor_role.clone())
            .bind(entry.session_id)
            .bind(entry.action.clone())
            .bind(entry.patient_id)
            .bind(entry.object_type.clone())
            .bind(entry.entry_id)
            .bind(entry.object_name.clone())
            .bind(entry.object_version)
            .bind(entry.content_hash.clone())
            .bind(entry.reason.clone())
            .bind(entry.outcome.clone())
            .bind(one.prev.to_vec())
            .bind(one.hash.to_vec())
            .bind(one.mac.to_vec())
    })
    .await?;
    Ok(head)
}

impl Store {
    /// Writes an act that changes no entry to the log: an unlock, a search, a chart that was looked at.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn note(&self, actor: &Actor, at_us: i64, audit: Audit) -> Result<AuditHead, StoreError> {
        self.begin(actor, at_us).await?.commit(audit).await
    }
}
