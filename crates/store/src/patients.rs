//! People in a list: everyone, the first, and the recent ones.

use uuid::Uuid;

use crate::error::StoreError;
use crate::hit::{PatientHit, hit_of};
use crate::store::Store;
use crate::unit::Unit;

impl Store {
    /// Everyone, by name.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn everyone(&self) -> Result<Vec<PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT * FROM patient_head WHERE clinic_id = $1 ORDER BY sort_key, born, patient_id",
        )
        .bind(self.clinic())
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(hit_of).collect()
    }

    /// The first people by name, at most `limit`.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn first(&self, limit: u32) -> Result<Vec<PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT * FROM patient_head WHERE clinic_id = $1 ORDER BY sort_key, born, patient_id LIMIT $2",
        )
        .bind(self.clinic())
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(hit_of).collect()
    }

    /// Those of whom a publication tells: the patients of a sample clinic.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn cited(&self) -> Result<Vec<Uuid>, StoreError> {
        let ids = sqlx::query_scalar("SELECT id FROM patient WHERE clinic_id = $1 AND citation IS NOT NULL");
        Ok(ids.bind(self.clinic()).fetch_all(self.readers()).await?)
    }

    /// The people this actor opened last, newest first.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn recent(&self, actor_id: &str, limit: u32) -> Result<Vec<PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT h.* FROM patient_opened o
             JOIN patient_head h ON h.clinic_id = o.clinic_id AND h.patient_id = o.patient_id
             WHERE o.clinic_id = $1 AND o.actor_id = $2 ORDER BY o.at_us DESC, o.patient_id LIMIT $3",
        )
        .bind(self.clinic())
        .bind(actor_id)
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(hit_of).collect()
    }
}

impl Unit {
    /// Notes that the acting person opened this patient's record, for the list of recent ones.
    ///
    /// # Errors
    /// When it cannot be written, or there is no such patient.
    pub async fn opened(&mut self, patient: Uuid) -> Result<(), StoreError> {
        self.step_aside()?;
        self.is_patient(patient).await?;
        let (clinic, actor, at_us) = (self.clinic(), self.actor().id.clone(), self.at_us());
        sqlx::query(
            "INSERT INTO patient_opened (clinic_id, actor_id, patient_id, at_us) VALUES ($1, $2, $3, $4)
             ON CONFLICT (clinic_id, actor_id, patient_id) DO UPDATE SET at_us = $4",
        )
        .bind(clinic)
        .bind(actor)
        .bind(patient)
        .bind(at_us)
        .execute(self.conn())
        .await?;
        self.step_done();
        Ok(())
    }
}
