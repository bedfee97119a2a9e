//! The recovery key and the passphrase of a vault: made, typed again before it counts, used when the passphrase is forgotten,
//! replaced and removed.
//!
//! What must hold: whoever changes what opens the vault says the passphrase or the recovery key first; the log has its row
//! before the change holds, another one where it came to nothing, and one where the passphrase was wrong.

use crate::{
    clock,
    sheet::recovery_sheet,
    vault::{
        AtWork, Attempt, ClinicError, KEY_FILE, KdfCost, Passphrase, Person, RecoveryKey, Staff, Vault,
        VaultError,
    },
};
use lamina_api::Access;
use lamina_letters::render;
use lamina_store::{Act, Audit, ObjectKind, ObjectRef, Outcome};
use lamina_vault::{KeyFileSummary, KeyHolder, Proof, Rekeying};
use serde_json::{Value, json};
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
        const ACT: Act = Act::MakeRecoveryKey;
        self.allow(Access::Manage, Attempt::act(ACT)).await?;
        let made_us = clock::now_us();
        let made = move |vault: &Path, proof: Proof<'_>| {
            let key = RecoveryKey::generate()?;
            let next = lamina_vault::replace_recovery(vault, proof, &key, made_us)?;
            Ok((key, next))
        };
        let (key, next) = self.proven(ACT, passphrase, made).await?;
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
        self.put_in_force(InForce::of(Act::MakeRecoveryKey, new.next))
            .await
    }

    /// Takes the recovery key away: it opens nothing any more.
    ///
    /// # Errors
    /// A wrong passphrase, no recovery key, a full disk.
    pub async fn remove_recovery(&self, passphrase: Passphrase) -> Result<(), ClinicError> {
        const ACT: Act = Act::RemoveRecoveryKey;
        self.allow(Access::Manage, Attempt::act(ACT)).await?;
        let next = self
            .proven(ACT, passphrase, lamina_vault::remove_recovery)
            .await?;
        self.put_in_force(InForce::of(ACT, next)).await
    }

    /// Sets another passphrase in place of that of who is at work. Who signed in by a code may do everything that is theirs then.
    ///
    /// # Errors
    /// A wrong passphrase, a weak new one or the code itself, a full disk; the old one is in force then.
    pub async fn change_passphrase(
        &self,
        current: Passphrase,
        new: Passphrase,
        cost: KdfCost,
    ) -> Result<(), ClinicError> {
        const ACT: Act = Act::ChangePassphrase;
        let changed =
            move |vault: &Path, proof: Proof<'_>| lamina_vault::change_passphrase(vault, proof, &new, cost);
        let next = self.proven(ACT, current, changed).await?;
        let change = InForce {
            staff: self.with_own_passphrase().await?,
            ..InForce::of(ACT, next)
        };
        self.put_in_force(change).await?;
        self.goes_on_as(|me| me.by_code = false);
        Ok(())
    }

    /// Opens the vault at `path` by its recovery key and sets a new passphrase in place of the forgotten one; where several people
    /// open it, in place of the owner's. The recovery key stays until another one is made.
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
            let AtWork { id, name, .. } = vault.me();
            let holder = id.map(|id| KeyHolder { id, name });
            let set = move |vault: &Path| lamina_vault::recover(vault, &key, holder.as_ref(), &new, cost);
            let next = vault.asked(ACT, set).await?;
            vault.put_in_force(InForce::of(ACT, next)).await
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

    /// Does work for which who is at work says their passphrase.
    pub(crate) async fn proven<T: Send + 'static>(
        &self,
        act: Act,
        passphrase: Passphrase,
        work: impl FnOnce(&Path, Proof<'_>) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, ClinicError> {
        let holder = self.me().id;
        self.asked(act, move |vault| {
            let proof = Proof {
                holder,
                passphrase: &passphrase,
            };
            work(vault, proof)
        })
        .await
    }

    /// Lets a changed key file hold: the log first, then the file.
    pub(crate) async fn put_in_force(&self, change: InForce) -> Result<(), ClinicError> {
        let InForce { row, staff, next } = change;
        let (generation, before) = (
            self.store().setting(KEY_FILE).await?.unwrap_or(json!(0)),
            self.staff().await?,
        );
        let set = staff.is_some();
        self.note_key_file(row.clone(), json!(next.generation()), staff.as_ref())
            .await?;
        let kept = tokio::task::spawn_blocking(move || next.keep());
        let kept = kept.await.map_err(|_| ClinicError::Interrupted)?;
        if let Err(error) = kept {
            let failed = Audit {
                outcome: Outcome::Failed,
                ..row
            };
            // The first row stands whatever becomes of this one, and what went wrong is what there is to tell.
            let noted = self.note_key_file(failed, generation, set.then_some(&before));
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the log does not say that the key file was not changed");
            }
            return Err(error.into());
        }
        Ok(())
    }

    async fn note_key_file(
        &self,
        row: Audit,
        generation: Value,
        staff: Option<&Staff>,
    ) -> Result<(), ClinicError> {
        let mut unit = self.store().begin(&self.actor(), clock::now_us()).await?;
        unit.set_setting(KEY_FILE, &generation).await?;
        if let Some(staff) = staff {
            staff.write(&mut unit).await?;
        }
        unit.commit(row).await?;
        Ok(())
    }
}

/// A change of the key file that is put together, with what the log says of it and what is set with it.
pub(crate) struct InForce {
    /// What the log says of it.
    pub(crate) row: Audit,
    /// Who works at the vault from then on, where that changes with it.
    pub(crate) staff: Option<Staff>,
    /// The key file that is to take effect.
    pub(crate) next: Rekeying,
}

impl InForce {
    fn of(act: Act, next: Rekeying) -> Self {
        let row = Audit {
            object: Some(ObjectRef {
                kind: ObjectKind::KeyFile,
                id: next.generation().to_string(),
            }),
            ..Audit::done(act)
        };
        Self {
            row,
            staff: None,
            next,
        }
    }
}

#[cfg(test)]
mod tests;
