//! What the clinic set. Each change is a unit whose row in the log holds the hash of all settings as they stand after it, so that
//! a check tells when they are others.

use serde_json::Value;

use crate::error::StoreError;
use crate::store::Store;
use crate::unit::Unit;

impl Store {
    /// The value of a setting.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn setting(&self, name: &str) -> Result<Option<Value>, StoreError> {
        let text: Option<String> =
            sqlx::query_scalar("SELECT value FROM setting WHERE clinic_id = $1 AND name = $2")
                .bind(self.clinic())
                .bind(name)
                .fetch_optional(self.readers())
                .await?;
        text.map(|text| serde_json::from_str(&text).map_err(|_| StoreError::Unreadable))
            .transpose()
    }
}

impl Unit {
    /// Sets a setting.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn set_setting(&mut self, name: &str, value: &Value) -> Result<(), StoreError> {
        self.step()?;
        let (clinic, at_us) = (self.clinic(), self.at_us());
        sqlx::query(
            "INSERT INTO setting (clinic_id, name, value, updated_at_us) VALUES ($1, $2, $3, $4)
             ON CONFLICT (clinic_id, name) DO UPDATE SET value = $3, updated_at_us = $4",
        )
        .bind(clinic)
        .bind(name.to_owned())
        .bind(value.to_string())
        .bind(at_us)
        .execute(self.conn())
        .await?;
        self.sets();
        self.step_done();
        Ok(())
    }
}
