//! Opening a vault: by its passphrase, and with what is derived brought up to date where an earlier program wrote it.

use crate::vault::{ClinicError, Passphrase, Person, StoreError, Vault};
use std::path::Path;

/// What somebody typed to open a vault.
#[derive(Debug)]
pub struct SignIn {
    /// The name under which they sign in; empty in a vault of one person.
    pub name: String,
    /// Their passphrase, or the code that they were given.
    pub passphrase: Passphrase,
}

impl From<Passphrase> for SignIn {
    /// In a vault of one person.
    fn from(passphrase: Passphrase) -> Self {
        Self {
            name: String::new(),
            passphrase,
        }
    }
}

impl Vault {
    /// Opens the vault at `path`. Where nothing can be written there, it is read as it is; see [`Vault::only_reads`].
    ///
    /// # Errors
    /// A wrong name or passphrase, a name that is missing, a vault that is in use, damaged, foreign or newer; the files are left as they were.
    pub async fn unlock(
        path: &Path,
        sign_in: impl Into<SignIn>,
        person: &Person,
    ) -> Result<Self, ClinicError> {
        let (place, SignIn { name, passphrase }) = (path.to_owned(), sign_in.into());
        let key = move || lamina_vault::unlock(&place, &name, &passphrase);
        let opened = Self::open_by(path, key, person).await?;
        opened.brought_up().await
    }

    /// Derives everything anew where opening it brought an earlier schema up to this one, as this program may derive more from a
    /// fact than an earlier one did. A fact that can't be read is told by a check and keeps nobody from the others.
    ///
    /// # Errors
    /// A full disk; nothing was changed then.
    pub(crate) async fn brought_up(self) -> Result<Self, ClinicError> {
        if !self.store().is_brought_up() {
            return Ok(self);
        }
        match self.rebuild().await {
            Ok(()) | Err(ClinicError::Store(StoreError::Unreadable)) => Ok(self),
            Err(error) => Err(error),
        }
    }
}
