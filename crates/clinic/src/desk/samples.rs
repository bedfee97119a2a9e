//! The sample clinic: the published cases, put in by one action and taken out by another.

use super::{Desk, entries::begin, errors::IntoApi};
use crate::{clock, record::Document, words::say};
use lamina_api::{ApiError, Changed, Nothing};
use lamina_store::{Audit, Change};

/// The published cases in the record format.
const CASES: [&str; 6] = [
    include_str!("../../../../tests/cases/case-01.json"),
    include_str!("../../../../tests/cases/case-02.json"),
    include_str!("../../../../tests/cases/case-03.json"),
    include_str!("../../../../tests/cases/case-04.json"),
    include_str!("../../../../tests/cases/case-05.json"),
    include_str!("../../../../tests/cases/case-06.json"),
];

impl Desk {
    /// Puts the published cases into the vault.
    ///
    /// # Errors
    /// `locked`, `disk_full`.
    pub async fn add_sample(&self, _: Nothing) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let mut all = Document::of(Vec::new());
        for case in CASES {
            let document = Document::read(case.as_bytes(), clock::today())
                .map_err(|error| super::errors::internal(&error))?;
            all.patients.extend(document.patients);
        }
        session.vault()?.load(&all).await?;
        Ok(done())
    }

    /// Marks every patient of a published case as entered in error, so that the lists are the clinic's own again.
    ///
    /// # Errors
    /// `locked`, `disk_full`.
    pub async fn remove_sample(&self, _: Nothing) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let mut unit = begin(vault).await?;
        for patient in vault.store().cited().await.map_err(IntoApi::into_api)? {
            let entries = vault.store().standing(patient).await;
            for entry in entries.map_err(IntoApi::into_api)? {
                let change = Change {
                    request_id: clock::new_id(),
                    told_by: None,
                    reason: Some(say!("patients-sample-removed")),
                };
                let done = unit.retract(&change, entry.id, entry.current.version).await;
                done.map_err(IntoApi::into_api)?;
            }
        }
        unit.commit(Audit::done("remove-sample"))
            .await
            .map_err(IntoApi::into_api)?;
        Ok(done())
    }
}

fn done() -> Changed<Nothing> {
    Changed {
        value: Nothing {},
        changes: vec!["patients".to_owned()],
    }
}
