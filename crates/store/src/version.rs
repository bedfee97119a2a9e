//! Versions of facts and entries as the record holds them, and what a write carries and leads to.

use uuid::Uuid;

use crate::audit::Fields;
use crate::error::StoreError;
use crate::noun::Noun;

/// What every write carries beside the fact itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Id of the request. The same request sent again changes nothing and gets the same answer.
    pub request_id: Uuid,
    /// Who said it: the patient, a clinician, a document, a device.
    pub told_by: Option<String>,
    /// Why, needed to amend and to retract.
    pub reason: Option<String>,
}

/// What a write led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Id of the entry.
    pub id: Uuid,
    /// The version that was written, from 1.
    pub version: i64,
    /// Hash of what was written, as it stands in the audit log.
    pub content_hash: [u8; 32],
    /// Whether an earlier sending of this request had already done it. The unit then wrote nothing.
    pub repeated: bool,
}

/// How a version came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Recorded for the first time; always version 1.
    Record,
    /// Changed, with a reason.
    Amend,
    /// Marked as entered in error.
    Retract,
    /// Put back after it was marked as entered in error.
    Reinstate,
}

impl Kind {
    /// The word that stands in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Amend => "amend",
            Self::Retract => "retract",
            Self::Reinstate => "reinstate",
        }
    }

    /// Whether an entry stands whose last version is of this kind.
    pub(crate) const fn leads_to(self) -> Status {
        match self {
            Self::Record | Self::Amend | Self::Reinstate => Status::Active,
            Self::Retract => Status::EnteredInError,
        }
    }

    /// The kind that the word in the table stands for.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Record, Self::Amend, Self::Retract, Self::Reinstate]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// Whether an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It stands: lists, letters and rules have it.
    Active,
    /// It was marked as entered in error and shows only in the history.
    EnteredInError,
}

/// One version of a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Number of the version, from 1.
    pub version: i64,
    /// How it came to be.
    pub kind: Kind,
    /// Why, as somebody wrote it; none where no reason was asked for.
    pub reason: Option<String>,
    /// Code of who said it; none where that is not told.
    pub told_by: Option<String>,
    /// Who recorded it, by the name under which the system knows them.
    pub recorded_by: String,
    /// When it was recorded, in microseconds since 1970-01-01 UTC.
    pub recorded_at_us: i64,
    /// The whole fact as it is kept: JSON, byte for byte what the log vouches for.
    pub content: String,
}

/// An entry with the version that counts now.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Id of the entry.
    pub id: Uuid,
    /// Of which noun it is.
    pub noun: Noun,
    /// The person it is about.
    pub patient_id: Uuid,
    /// Whether it stands or was marked as entered in error.
    pub status: Status,
    /// The version that counts.
    pub current: Version,
}

/// A version as it is written and vouched for.
pub(crate) struct Told<'a> {
    pub(crate) noun: &'a str,
    pub(crate) patient: Uuid,
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) kind: &'a str,
    pub(crate) reason: Option<&'a str>,
    pub(crate) told_by: Option<&'a str>,
    pub(crate) recorded_by: &'a str,
    pub(crate) recorded_at_us: i64,
    /// The stored text, byte for byte.
    pub(crate) content: &'a str,
}

impl Told<'_> {
    /// Hash of the version as it stands beside it and in the audit log.
    pub(crate) fn hash(&self) -> [u8; 32] {
        let mut fields = Fields::new(b"fact/1");
        fields
            .text(self.noun)
            .id(self.patient)
            .id(self.id)
            .int(self.number)
            .text(self.kind)
            .add(self.reason.map(str::as_bytes))
            .add(self.told_by.map(str::as_bytes))
            .text(self.recorded_by)
            .int(self.recorded_at_us)
            .text(self.content);
        fields.finish()
    }
}

/// A version that is written: what the log will vouch for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) hash: [u8; 32],
}

/// The id in a packed text: 32 hexadecimal digits.
pub(crate) fn parse_id(text: &str) -> Result<Uuid, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable)
}

/// Ids as a statement takes a list of them: JSON, each in hexadecimal digits.
pub(crate) fn list_of(ids: impl IntoIterator<Item = Uuid>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.simple().to_string()).collect();
    serde_json::Value::from(ids).to_string()
}
