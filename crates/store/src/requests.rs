//! What is open in the plans of the whole clinic, by the day on which it falls due.

use uuid::Uuid;

use crate::error::StoreError;
use crate::store::Store;

/// An open item of somebody's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenRequest {
    /// The patient whose plan it is in.
    pub patient: Uuid,
    /// The plan item that is open.
    pub entry: Uuid,
}

fn requests(rows: Vec<(Uuid, Uuid)>) -> Vec<OpenRequest> {
    let of = |(patient, entry)| OpenRequest { patient, entry };
    rows.into_iter().map(of).collect()
}

impl Store {
    /// Open items that may fall due on `today`, an ISO day, or did before, what falls due first before the rest.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn requests_due(&self, today: &str) -> Result<Vec<OpenRequest>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT patient_id, id FROM plan_item WHERE clinic_id = $1 AND state = 'open' AND due_from <= $2
             ORDER BY due_to, patient_id, id",
        )
        .bind(self.clinic())
        .bind(today)
        .fetch_all(self.readers())
        .await?;
        Ok(requests(rows))
    }

    /// Open items whose time is told and is no date: only the whole record tells on which day they fall due.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn requests_unplaced(&self) -> Result<Vec<OpenRequest>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT patient_id, id FROM plan_item WHERE clinic_id = $1 AND state = 'open' AND due_to IS NULL
                AND due_text IS NOT NULL ORDER BY patient_id, id",
        )
        .bind(self.clinic())
        .fetch_all(self.readers())
        .await?;
        Ok(requests(rows))
    }
}
