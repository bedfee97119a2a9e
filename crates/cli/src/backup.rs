//! Making a backup of a vault and restoring one: what is said is what happened.

use crate::{
    passphrase::{PassphraseFrom, SignInFrom},
    print::{Failure, of_file, print_line},
    vault::{LeftBehind, at_work, block_on, fault, with},
};
use lamina_clinic::{
    backup::{InPlace, Why, restore as restore_to},
    clock, message, say, say_with,
    vault::{BackupError, ClinicError, VaultError},
    words::Message,
};
use std::path::Path;

/// What is true where no backup was made.
const NONE_MADE: Message = message!("cli-left-no-backup");
const UNMADE: LeftBehind = LeftBehind {
    closed: NONE_MADE,
    opened: NONE_MADE,
};

/// Makes a backup in the folder `to`, and says where it lies and what is in it.
pub fn backup(path: &Path, to: &Path, passphrase: &SignInFrom) -> Result<(), Failure> {
    let made = with(path, passphrase, UNMADE, async |vault| {
        Ok(vault.back_up(to).await)
    })?;
    let made = made.map_err(|error| {
        let folder = |what: Message| Failure::Unreached(of_file(to, say!(what), NONE_MADE));
        match Why::of(&error) {
            Why::NoFolder => folder(message!("cli-backup-no-folder")),
            Why::ReadOnly => folder(message!("cli-backup-read-only")),
            Why::Full => folder(message!("cli-backup-full")),
            Why::Damaged | Why::Other => fault(path, error, NONE_MADE),
        }
    })?;
    print_line(&say_with!(
        "cli-backup-made",
        [
            ("path", made.path.display().to_string().into()),
            ("patients", made.patients.into()),
            ("versions", made.versions.into()),
            ("bytes", made.bytes.into())
        ]
    ))
}

/// Restores a backup to `to`, and says what is in it and where the vault that was there is kept.
pub fn restore(backup: &Path, to: &Path, keep_old: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let left = message!("cli-left-unrestored");
    if let Err(error) = std::fs::File::open(backup) {
        return Err(Failure::Unreached(of_file(backup, error, left)));
    }
    if to.exists() && !keep_old {
        return Err(Failure::Unreached(say_with!(
            "cli-restore-exists",
            [("path", to.display().to_string().into())]
        )));
    }
    let secret = passphrase.read_secret()?;
    let restored = block_on(restore_to(backup, secret, to, keep_old, &at_work()))?;
    let restored = restored.map_err(|error| match error {
        // What is wrong with the place is told of the place, everything else of the backup.
        ClinicError::Vault(_) => fault(to, error, left),
        ClinicError::Backup(BackupError::Vault(VaultError::Io { .. })) => fault(to, error, left),
        error => fault(backup, error, left),
    })?;
    let manifest = &restored.look.manifest;
    let about = &manifest.about;
    let newest = about.newest_us.map_or_else(
        || say!("cli-restore-newest-none"),
        |at| say_with!("cli-restore-newest", [("at", clock::shown(at).into())]),
    );
    print_line(&say_with!(
        "cli-restore-done",
        [
            ("path", to.display().to_string().into()),
            ("at", clock::shown(about.made_us).into()),
            ("patients", about.patients.into()),
            ("versions", about.versions.into()),
            ("newest", newest.into())
        ]
    ))?;
    if let Some(kept) = &restored.kept {
        let message = match &restored.look.in_place {
            in_place if in_place.is_newer(manifest) => message!("cli-restore-kept-newer"),
            InPlace::Another => message!("cli-restore-kept-another"),
            InPlace::Unreadable => message!("cli-restore-kept-unreadable"),
            _ => message!("cli-restore-kept"),
        };
        print_line(&say_with!(message, [("path", kept.display().to_string().into())]))?;
    }
    Ok(())
}
