//! The whole vault: checked against its own log, and what is derived from the versions made anew.

use crate::{
    clock,
    rows::derive,
    vault::{ClinicError, Vault},
    words::Word,
};
pub use lamina_store::Acts;
use lamina_store::{AuditHead, Store};

/// What a check of the whole vault found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Rows of the audit log that were read.
    pub audit_rows: i64,
    /// Versions of facts that were compared with the log.
    pub versions: i64,
    /// Contents of attached files that were compared with their hashes.
    pub files: i64,
    /// How many faults were found; none when the record is whole.
    pub faults: usize,
    /// What each of them is, in words.
    pub found: Vec<String>,
    /// How many of them are in what is derived: [`Vault::rebuild`] mends those.
    pub derived: usize,
    /// What the log says was done.
    pub acts: Vec<Acts>,
}

/// Checks an open vault, and holds nothing else of it: the vault can be taken away meanwhile, and is closed when the check has
/// ended.
#[derive(Debug)]
pub(crate) struct Verifier {
    store: Store,
    /// What the key file knew of the log when the vault was opened.
    noted: Option<AuditHead>,
}

impl Verifier {
    /// Checks it, as [`Vault::verify`] does.
    pub(crate) async fn verify(&self) -> Result<Verification, ClinicError> {
        let report = self.store.verify(self.noted, derive).await?;
        Ok(Verification {
            audit_rows: report.audit_entries,
            versions: report.versions,
            files: report.files,
            faults: report.problems.len(),
            found: report.problems.iter().map(Word::word).collect(),
            derived: report.problems.iter().filter(|one| one.is_derived()).count(),
            acts: self.store.acts().await?,
        })
    }
}

impl Vault {
    /// Derives everything anew that is derived from the versions.
    ///
    /// # Errors
    /// A full disk, or a fact that cannot be read; nothing was changed then.
    pub async fn rebuild(&self) -> Result<(), ClinicError> {
        self.store()
            .rebuild(&self.actor(), clock::now_us(), derive)
            .await?;
        Ok(())
    }

    /// Checks the file, the log, every version and what is derived from them.
    ///
    /// # Errors
    /// The check itself could not be made.
    pub async fn verify(&self) -> Result<Verification, ClinicError> {
        self.verifier().verify().await
    }

    /// Who checks this vault.
    pub(crate) fn verifier(&self) -> Verifier {
        Verifier {
            store: self.store().clone(),
            noted: self.noted(),
        }
    }
}
