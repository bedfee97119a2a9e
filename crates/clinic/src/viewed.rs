//! What is handed to the system's viewer lies in a folder of its own beside the vault, for its owner alone, until the vault is
//! locked; what a program that was ended left there is removed by whoever opens the vault next.

use lamina_vault::remove_folder;
use std::path::{Path, PathBuf};

/// The folder for what is viewed outside.
pub(crate) fn view_folder(vault: &Path) -> PathBuf {
    let mut name = vault.as_os_str().to_owned();
    name.push(".view");
    name.into()
}

/// Removes what an earlier session left for viewing.
pub(crate) fn forget(vault: &Path) {
    if let Err(error) = remove_folder(&view_folder(vault)) {
        tracing::warn!(kind = %error.kind(), "letters that were viewed could not be removed");
    }
}
