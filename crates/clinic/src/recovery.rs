//! The recovery key and the passphrase of a vault: made, typed again before it counts, used when the passphrase is forgotten,
//! replaced and removed.
//!
//! What must hold: whoever changes what opens the vault says the passphrase or the recovery key first; the log has its row
//! before the change holds, another one where it came to nothing, and one where the passphrase was wrong.

use crate::{
    clock,
    sheet::recovery_sheet,
    vault::{ClinicError, KEY_FILE, KdfCost, Passphrase, Person, RecoveryKey, Vault, VaultError},
};
use lamina_letters::render;
use lamina_store::{Act, Audit, ObjectKind, ObjectRef, Outcome};
use lamina_vault::{KeyFileSummary, Rekeying};
use serde_json::json;
use std::{path::Path, sync::Arc};

/// A recovery key that was made and does not count yet.
#[derive(Debug)]
pub struct NewRecovery {
    key: RecoveryKey,
    made_us: i64,
    next: Rekeying,
}

impl NewRecovery {
    /// The key, to be written down.
    pub fn key(&self) -> &RecoveryKey {
        &self.key
    }

    /// When it was made, in microseconds since 1970-01-01 UTC.
    pub fn made_us(&self) -> i64 {
        self.made_us
    }
}

impl Vault {
    /// What the key file says of itself.
    ///
    /// # Errors
    /// A key file that is missing or damaged.
    pub fn key_file(&self) -> Result<KeyFileSummary, ClinicError> {
        Ok(lamina_vault::summary(self.store().path(), self.key_file_key())?)
    }

    /// Makes a recovery key. It counts once it was typed again, see [`Vault::keep_recovery`].
    ///
    /// # Errors
    /// A wrong passphrase, a key file that is missing or damaged.
    pub async fn make_recovery(&self, passphrase: Passphrase) -> Result<NewRecovery, ClinicError> {
        let made_us = clock::now_us();
        let (key, next) = self
            .asked(Act::MakeRecoveryKey, move |vault| {
                let key = RecoveryKey::generate()?;
                let next = lamina_vault::replace_recovery(vault, &passphrase, &key, made_us)?;
                Ok((key, next))
            })
            .await?;
        Ok(NewRecovery { key, made_us, next })
    }

    /// The sheet of a recovery key that was made, as a PDF.
    ///
    /// # Errors
    /// A damaged file, or a page that can't be put together.
    pub async fn recovery_sheet(&self, new: &NewRecovery) -> Result<Vec<u8>, ClinicError> {
        let (settings, vault, id) = (self.settings().await?, self.store().path().to_owned(), self.id());
        let groups: Vec<String> = new.key.groups().iter().map(|group| group.to_string()).collect();
        let made = clock::shown(new.made_us);
        let day = clock::local(new.made_us).map_or_else(clock::today, |at| at.date());
        let rendered = tokio::task::spawn_blocking(move || {
            render(&recovery_sheet(&groups, (&made, day), &vault, id, &settings))
        });
        Ok(rendered.await.map_err(|_| ClinicError::Interrupted)??.pdf)
    }

    /// Lets a recovery key count from now on; the one before it opens nothing any more.
    ///
    /// # Errors
    /// A key file that was changed meanwhile, a full disk; what opened the vault still does.
    pub async fn keep_recovery(&self, new: NewRecovery) -> Result<(), ClinicError> {
        self.put_in_force(Act::MakeRecoveryKey, new.next).await
    }

    /// Takes the recovery key away: it opens nothing any more.
    ///
    /// # Errors
    /// A wrong passphrase, no recovery key, a full disk.
    pub async fn remove_recovery(&self, passphrase: Passphrase) -> Result<(), ClinicError> {
        const ACT: Act = Act::RemoveRecoveryKey;
        let removed = move |vault: &Path| lamina_vault::remove_recovery(vault, &passphrase);
        let next = self.asked(ACT, removed).await?;
        self.put_in_force(ACT, next).await
    }

    /// Sets another passphrase in place of the one that is said.
    ///
    /// # Errors
    /// A wrong passphrase, a weak new one, a full disk; the old one is in force then.
    pub async fn change_passphrase(
        &self,
        current: Passphrase,
        new: Passphrase,
        cost: KdfCost,
    ) -> Result<(), ClinicError> {
        const ACT: Act = Act::ChangePassphrase;
        let changed = move |vault: &Path| lamina_vault::change_passphrase(vault, &current, &new, cost);
        let next = self.asked(ACT, changed).await?;
        self.put_in_force(ACT, next).await
    }

    /// Opens the vault at `path` by its recovery key and sets a new passphrase in place of the forgotten one. The recovery key
    /// stays until another one is made.
    ///
    /// # Errors
    /// A recovery key of another vault or one that was replaced or removed, a weak passphrase, and all for which
    /// [`Vault::unlock`] refuses; the forgotten passphrase is in force then.
    pub async fn recover(
        path: &Path,
        key: RecoveryKey,
        new: Passphrase,
        cost: KdfCost,
        person: &Person,
    ) -> Result<Self, ClinicError> {
        if let Some(missing) = new.assess().missing {
            return Err(VaultError::WeakPassphrase { missing }.into());
        }
        let (place, key) = (path.to_owned(), Arc::new(key));
        let by_key = Arc::clone(&key);
        let opened = move || lamina_vault::unlock_by_recovery(&place, &by_key);
        let vault = Self::open_by(path, opened, person).await?.brought_up().await?;
        let changed = async {
            const ACT: Act = Act::UseRecoveryKey;
            let set = move |vault: &Path| lamina_vault::recover(vault, &key, &new, cost);
            let next = vault.asked(ACT, set).await?;
            vault.put_in_force(ACT, next).await
        };
        match changed.await {
            Ok(()) => Ok(vault),
            Err(error) => {
                vault.close().await.ok();
                Err(error)
            }
        }
    }

    /// Does work with what somebody typed, which takes most of a second. Where it does not open the vault the log says so.
    async fn asked<T: Send + 'static>(
        &self,
        act: Act,
        work: impl FnOnce(&Path) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, ClinicError> {
        let place = self.store().path().to_owned();
        let done = tokio::task::spawn_blocking(move || work(&place));
        let done = done.await.map_err(|_| ClinicError::Interrupted)?;
        if let Err(VaultError::WrongPassphrase) = &done {
            let row = Audit {
                outcome: Outcome::Refused,
                ..Audit::done(act)
            };
            self.note(row).await?;
        }
        Ok(done?)
    }

    /// Lets a changed key file hold: the log first, then the file.
    async fn put_in_force(&self, act: Act, next: Rekeying) -> Result<(), ClinicError> {
        let before = self.store().setting(KEY_FILE).await?.unwrap_or(json!(0));
        let generation = next.generation();
        self.note_key_file(act, generation, json!(generation), Outcome::Done)
            .await?;
        let kept = tokio::task::spawn_blocking(move || next.keep());
        let kept = kept.await.map_err(|_| ClinicError::Interrupted)?;
        if let Err(error) = kept {
            // The first row stands whatever becomes of this one, and what went wrong is what there is to tell.
            let noted = self.note_key_file(act, generation, before, Outcome::Failed);
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the log does not say that the key file was not changed");
            }
            return Err(error.into());
        }
        Ok(())
    }

    async fn note_key_file(
        &self,
        act: Act,
        generation: u64,
        holds: serde_json::Value,
        outcome: Outcome,
    ) -> Result<(), ClinicError> {
        let row = Audit {
            object: Some(ObjectRef {
                kind: ObjectKind::KeyFile,
                id: generation.to_string(),
            }),
            outcome,
            ..Audit::done(act)
        };
        let mut unit = self.store().begin(self.actor(), clock::now_us()).await?;
        unit.set_setting(KEY_FILE, &holds).await?;
        unit.commit(row).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
