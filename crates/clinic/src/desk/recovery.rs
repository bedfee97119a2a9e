//! The recovery key and the passphrase at the desk: made and shown once, on the screen and on a sheet for print, counted once it
//! was typed again, and used while the vault is closed.
//!
//! What must hold: a key that was shown is forgotten when it counts, when the screen is left and when the vault is locked, and
//! its sheet with it; the window gets it once and sends it back only as typed.

use super::{Desk, errors::IntoApi, held, letters::FinishedPage};
use crate::{
    clock,
    recovery::NewRecovery,
    vault::{ClinicError, Older, Passphrase, RecoveryKey, Vault, VaultError},
};
use lamina_api::{
    ApiError, Changed, Nothing, VaultProblem,
    recovery::{
        ChangePassphrase, KeepRecovery, MakeRecovery, OlderFile, RecoverVault, RecoverySheet, RecoveryView,
        RemoveRecovery, TryRecovery,
    },
    vault::VaultStatus,
};
use std::time::Instant;
use uuid::Uuid;

/// The key of what changed.
const CHANGED: &str = "recovery";

/// A recovery key that was shown and does not count yet.
pub(crate) struct Shown {
    new: NewRecovery,
    sheet: Uuid,
}

fn view(vault: &Vault) -> Result<RecoveryView, ApiError> {
    let older = |older| match older {
        Older::Vault => OlderFile::Vault,
        Older::KeyFile => OlderFile::KeyFile,
    };
    Ok(RecoveryView {
        made: vault.key_file()?.recovery_made.map(clock::shown),
        older: vault.older().map(older),
        only_reads: vault.only_reads() || vault.unlogged() > 0,
    })
}

fn changed(vault: &Vault) -> Result<Changed<RecoveryView>, ApiError> {
    Ok(Changed {
        value: view(vault)?,
        changes: vec![CHANGED.to_owned()],
    })
}

impl Desk {
    /// Whether the open vault has a recovery key.
    ///
    /// # Errors
    /// `locked`; a key file that is missing or damaged.
    pub async fn recovery_view(&self, _: Nothing) -> Result<RecoveryView, ApiError> {
        let session = self.session().await?;
        view(session.vault()?)
    }

    /// Makes a recovery key and the sheet that it is printed on. It counts once it was typed again.
    ///
    /// # Errors
    /// `locked`; `vault` with a wrong passphrase or what is wrong with the key file.
    pub async fn make_recovery(&self, request: MakeRecovery) -> Result<RecoverySheet, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let vault = session.vault()?;
        self.forget_shown();
        let new = self.told(vault.make_recovery(passphrase).await)?;
        let groups = new.key().groups().iter().map(|group| group.to_string()).collect();
        let made = clock::shown(new.made_us());
        let pdf = vault.recovery_sheet(&new).await?;
        let sheet = self.shelve(FinishedPage::sheet(pdf));
        *held(&self.recovery) = Some(Shown { new, sheet });
        Ok(RecoverySheet { sheet, made, groups })
    }

    /// Lets the recovery key that was shown count, where it was typed again as it was.
    ///
    /// # Errors
    /// `locked`; `not_found` where none was shown; `vault` with the groups that were mistyped.
    pub async fn keep_recovery(&self, request: KeepRecovery) -> Result<Changed<RecoveryView>, ApiError> {
        let typed = RecoveryKey::read(request.typed).map_err(IntoApi::into_api)?;
        let session = self.session().await?;
        let vault = session.vault()?;
        let shown = {
            let mut shown = held(&self.recovery);
            match shown.as_ref() {
                None => return Err(ApiError::NotFound),
                Some(one) if *one.new.key() != typed => {
                    return Err(ApiError::Vault {
                        problem: VaultProblem::AnotherRecoveryKey,
                    });
                }
                Some(_) => shown.take(),
            }
        };
        let Shown { new, sheet } = shown.ok_or(ApiError::NotFound)?;
        self.unshelve(sheet);
        vault.keep_recovery(new).await?;
        changed(vault)
    }

    /// Forgets the recovery key that was shown, which opens nothing then.
    ///
    /// # Errors
    /// `locked`.
    pub async fn forget_recovery(&self, _: Nothing) -> Result<Nothing, ApiError> {
        self.session().await?;
        self.forget_shown();
        Ok(Nothing {})
    }

    pub(super) fn forget_shown(&self) {
        let shown = held(&self.recovery).take();
        if let Some(shown) = shown {
            self.unshelve(shown.sheet);
        }
    }

    /// Takes the recovery key of the open vault away.
    ///
    /// # Errors
    /// `locked`; `vault` with a wrong passphrase, or where there is no recovery key.
    pub async fn remove_recovery(&self, request: RemoveRecovery) -> Result<Changed<RecoveryView>, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let vault = session.vault()?;
        self.told(vault.remove_recovery(passphrase).await)?;
        changed(vault)
    }

    /// Sets another passphrase for who is at work.
    ///
    /// # Errors
    /// `locked`; `vault` with a wrong passphrase, a weak new one, or a code again.
    pub async fn change_passphrase(&self, request: ChangePassphrase) -> Result<Nothing, ApiError> {
        let (current, new) = (
            Passphrase::new(request.current),
            Passphrase::new(request.passphrase),
        );
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let changed = session
            .vault()?
            .change_passphrase(current, new, self.cost().await?);
        self.told(changed.await)?;
        Ok(Nothing {})
    }

    /// Tries whether a recovery key opens the closed vault, before somebody thinks of a new passphrase.
    ///
    /// # Errors
    /// `forbidden` while it is open; `vault` with what is wrong.
    pub async fn try_recovery(&self, request: TryRecovery) -> Result<Nothing, ApiError> {
        let key = RecoveryKey::read(request.typed).map_err(IntoApi::into_api)?;
        self.while_closed().await?;
        let place = self.around.vault.clone();
        let tried = tokio::task::spawn_blocking(move || lamina_vault::unlock_by_recovery(&place, &key));
        let tried = tried.await.map_err(|_| ClinicError::Interrupted)?;
        tried.map(|_| Nothing {}).map_err(IntoApi::into_api)
    }

    /// Opens the vault by its recovery key and sets a new passphrase in place of the forgotten one.
    ///
    /// # Errors
    /// `forbidden` while it is open; `vault` with what is wrong; the forgotten passphrase is in force then.
    pub async fn recover_vault(&self, request: RecoverVault) -> Result<VaultStatus, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        let key = RecoveryKey::read(request.typed).map_err(IntoApi::into_api)?;
        drop(self.settled().await);
        let mut open = self.open.write().await;
        if open.is_some() {
            return Err(ApiError::Forbidden);
        }
        let (place, cost) = (&self.around.vault, self.cost().await?);
        let vault = Vault::recover(place, key, passphrase, cost, &self.at_work()).await?;
        self.no_slips();
        *open = Some(vault);
        drop(open);
        self.opened().await?;
        Ok(self.status_now().await)
    }

    /// A wrong passphrase costs the same wait here as at the lock.
    pub(super) fn told<T>(&self, done: Result<T, ClinicError>) -> Result<T, ApiError> {
        if let Err(ClinicError::Vault(VaultError::WrongPassphrase)) = &done {
            self.slipped();
        }
        Ok(done?)
    }
}
