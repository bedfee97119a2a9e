//! A person as every list shows one.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::error::StoreError;

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientHit {
    /// Id of the patient.
    pub id: Uuid,
    /// Family name, as recorded.
    pub family: String,
    /// Given names, as recorded.
    pub given: String,
    /// Birth date in ISO form, as exact as it is known.
    pub born: Option<String>,
    /// Code of the sex as recorded; none where it is not known.
    pub sex: Option<String>,
    /// The clinic's number for the person.
    pub record_number: Option<String>,
}

pub(crate) fn hit_of(row: &SqliteRow) -> Result<PatientHit, StoreError> {
    Ok(PatientHit {
        id: row.try_get("patient_id")?,
        family: row.try_get("family")?,
        given: row.try_get("given")?,
        born: row.try_get("born")?,
        sex: row.try_get("sex")?,
        record_number: row.try_get("record_number")?,
    })
}
