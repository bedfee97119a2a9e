//! Making, opening and locking the vault. After several wrong passphrases the next try has to wait.

use super::{Desk, errors::IntoApi, held};
use crate::backup::is_restoring;
use crate::clock;
use crate::unlocking::SignIn;
use crate::vault::{
    AtWork, ClinicError, KdfCost, Passphrase, Person, Program, Vault, VaultError, cost_for_this_machine,
};
use lamina_api::{
    Access, ApiError, Nothing, VaultProblem,
    staff::Me,
    vault::{CreateVault, UnlockVault, VaultState, VaultStatus},
};
use lamina_domain::Noun;
use std::{
    path::Path,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

/// Who has the vault open, as the window is told.
fn me(at_work: &AtWork) -> Me {
    Me {
        name: at_work.name.clone(),
        role: at_work.role,
        by_code: at_work.by_code,
        may: Access::ALL
            .into_iter()
            .filter(|access| at_work.may(*access))
            .collect(),
        records: Noun::ALL
            .into_iter()
            .filter(|noun| at_work.records(*noun))
            .collect(),
        reopens_walking: at_work.reopens_walking(),
    }
}

/// Wrong passphrases since the last right one.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    wrong: u32,
    not_before: Option<Instant>,
}

/// How long the next try waits after so many wrong ones: nothing for two slips, then 1, 2, 4 … 60 seconds.
fn pause(wrong: u32) -> Duration {
    match wrong.checked_sub(3) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1u64.checked_shl(more).unwrap_or(60).min(60)),
    }
}

/// Whether there is a vault or a part of one at this place, or one that is about to be put there. One that was never made to
/// the end is none.
fn is_there(place: &Path) -> bool {
    let lies_there = place.exists() || lamina_vault::key_file_path(place).exists();
    (lies_there && !lamina_vault::is_half_made(place)) || is_restoring(place)
}

impl Desk {
    /// Whether there is a vault, and whether it is open.
    ///
    /// # Errors
    /// None.
    pub async fn vault_status(&self, _: Nothing) -> Result<VaultStatus, ApiError> {
        let open = self.open.read().await;
        Ok(self.status(open.as_ref()))
    }

    pub(super) fn status(&self, open: Option<&Vault>) -> VaultStatus {
        let place = &self.around.vault;
        let state = if open.is_some() {
            VaultState::Open
        } else if is_there(place) {
            VaultState::Locked
        } else {
            VaultState::Absent
        };
        VaultStatus {
            state,
            place: place.display().to_string(),
            by_name: lamina_vault::inspect(place).is_ok_and(|file| file.holders > 1),
            last_name: self.last_name(),
            me: open.map(|vault| me(&vault.me())),
        }
    }

    /// The same with the vault as it is now.
    pub(super) async fn status_now(&self) -> VaultStatus {
        let open = self.open.read().await;
        self.status(open.as_ref())
    }

    /// Makes a new vault and opens it.
    ///
    /// # Errors
    /// `vault` with what is in the way; nothing half made is left behind.
    pub async fn create_vault(&self, request: CreateVault) -> Result<VaultStatus, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        drop(self.settled().await);
        let mut open = self.open.write().await;
        if open.is_some() {
            return Err(ApiError::Forbidden);
        }
        let place = &self.around.vault;
        self.make_home()?;
        let made = Vault::create(place, passphrase, self.cost().await?, &self.at_work()).await?;
        *open = Some(made);
        drop(open);
        self.opened().await?;
        Ok(self.status_now().await)
    }

    /// Opens the vault.
    ///
    /// # Errors
    /// `vault` with what is wrong; the files are left as they were.
    pub async fn unlock_vault(&self, request: UnlockVault) -> Result<VaultStatus, ApiError> {
        let sign_in = SignIn {
            name: request.name,
            passphrase: Passphrase::new(request.passphrase),
        };
        drop(self.settled().await);
        let mut open = self.open.write().await;
        if open.is_some() {
            return Ok(self.status(open.as_ref()));
        }
        self.may_try(Instant::now())?;
        match Vault::unlock(&self.around.vault, sign_in, &self.at_work()).await {
            Ok(vault) => {
                self.no_slips();
                self.keep_last_name(&vault.me());
                *open = Some(vault);
            }
            Err(error) => {
                if matches!(error, ClinicError::Vault(VaultError::WrongPassphrase)) {
                    self.slipped();
                }
                return Err(error.into());
            }
        }
        drop(open);
        self.opened().await?;
        Ok(self.status_now().await)
    }

    /// What deriving a key for a new passphrase is to cost.
    pub(super) async fn cost(&self) -> Result<KdfCost, ClinicError> {
        match self.around.cost {
            Some(cost) => Ok(cost),
            None => cost_for_this_machine().await,
        }
    }

    /// Makes the folder of the vault.
    pub(super) fn make_home(&self) -> Result<(), ApiError> {
        let folder = self.around.vault.parent();
        match folder.filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => std::fs::create_dir_all(folder).map_err(IntoApi::into_api),
            None => Ok(()),
        }
    }

    /// Forgets wrong passphrases, since the vault was opened.
    pub(super) fn no_slips(&self) {
        *held(&self.tries) = Tries::default();
    }

    /// Counts a wrong passphrase; the next try may have to wait.
    pub(super) fn slipped(&self) {
        let mut tries = held(&self.tries);
        tries.wrong = tries.wrong.saturating_add(1);
        tries.not_before = Instant::now().checked_add(pause(tries.wrong));
    }

    pub(super) fn at_work(&self) -> Person {
        Person {
            name: self.around.person.clone(),
            program: Program::Window,
        }
    }

    /// Whether a passphrase may be tried now.
    pub(super) fn may_try(&self, now: Instant) -> Result<(), ApiError> {
        let left = held(&self.tries)
            .not_before
            .map(|then| then.saturating_duration_since(now))
            .unwrap_or_default();
        if left.is_zero() {
            return Ok(());
        }
        let seconds = u32::try_from(left.as_secs_f64().ceil() as u64).unwrap_or(u32::MAX);
        Err(ApiError::Vault {
            problem: VaultProblem::Wait { seconds },
        })
    }

    /// Takes over what the vault says about this desk.
    pub(super) async fn opened(&self) -> Result<(), ApiError> {
        self.opened_us.store(clock::now_us(), Ordering::Relaxed);
        let settings = self.get_settings(Nothing {}).await?;
        self.go_by(&settings);
        self.seen_at_work();
        Ok(())
    }

    /// Locks the vault.
    ///
    /// # Errors
    /// A last write that failed; the vault is locked all the same.
    pub async fn lock_vault(&self, _: Nothing) -> Result<VaultStatus, ApiError> {
        self.lock().await?;
        Ok(self.status(None))
    }

    /// Begins the page anew, so that nothing of what it showed or was typed in it stays in memory. The page asks for it once the
    /// vault is locked and it holds no text that could not be kept; while the vault is open nothing happens.
    ///
    /// # Errors
    /// None.
    pub async fn renew_page(&self, _: Nothing) -> Result<Nothing, ApiError> {
        if self.open.read().await.is_none() {
            (self.around.renew)();
        }
        Ok(Nothing {})
    }

    /// Says that someone is at work, so that the vault stays open.
    ///
    /// # Errors
    /// `locked`.
    pub async fn stay_awake(&self, _: Nothing) -> Result<Nothing, ApiError> {
        self.session().await?;
        Ok(Nothing {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_slips_cost_nothing_and_then_the_wait_doubles_to_a_minute() {
        let waits: Vec<u64> = (0..12).map(|wrong| pause(wrong).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(pause(u32::MAX).as_secs(), 60);
    }
}
