//! Making a backup of a vault and restoring one: what is said is what happened.

use crate::{
    passphrase::PassphraseFrom,
    print::{Failure, print_line},
    vault::{LeftBehind, at_work, block_on, fault, with},
};
use lamina_clinic::{
    backup::{InPlace, Why, restore as restore_to},
    clock,
    vault::{BackupError, ClinicError, VaultError},
};
use std::path::Path;

/// Examples for making a backup.
pub const BACKUP_HELP: &str = "\
The backup is one encrypted file that holds the vault and its key file, and is opened by the same passphrase. It is read back
before it gets its name. Of the vault's own backups in that folder the newest stays, and one for each of 14 days, 8 weeks and
12 months.

Example:
  lamina backup clinic.vault --to /media/stick";

/// Examples for restoring.
pub const RESTORE_HELP: &str = "\
Everything in the backup is proven before anything is put in place. With --keep-old a vault that is there is kept beside the
restored one, with .kept- and the date at the end of its name.

Examples:
  lamina restore clinic-20261130-183000.lamina-backup --to clinic.vault
  lamina restore clinic-20261130-183000.lamina-backup --to clinic.vault --keep-old";

/// What is true where no backup was made.
const NONE_MADE: &str = "no backup was made";
const UNMADE: LeftBehind = LeftBehind {
    closed: NONE_MADE,
    opened: NONE_MADE,
};

/// Makes a backup.
pub fn backup(path: &Path, to: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let made = with(path, passphrase, UNMADE, async |vault| {
        Ok(vault.back_up(to).await)
    })?;
    let made = made.map_err(|error| {
        let folder = |what: &str| Failure::Unreached(format!("{}: {what}; {NONE_MADE}", to.display()));
        match Why::of(&error) {
            Why::NoFolder => folder("there is no such folder"),
            Why::ReadOnly => folder("the folder can't be written"),
            Why::Full => folder("the disk is full"),
            Why::Damaged | Why::Other => fault(path, error, NONE_MADE),
        }
    })?;
    print_line(&format!(
        "{}: {} patients, {} versions, {} bytes; read back and whole.",
        made.path.display(),
        made.patients,
        made.versions,
        made.bytes
    ))
}

/// Restores a backup.
pub fn restore(backup: &Path, to: &Path, keep_old: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let left = "nothing was restored";
    if let Err(error) = std::fs::File::open(backup) {
        return Err(Failure::Unreached(format!(
            "{}: {error}; {left}",
            backup.display()
        )));
    }
    if to.exists() && !keep_old {
        return Err(Failure::Unreached(format!(
            "{}: there already is a vault; {left}. With --keep-old it is kept beside the restored one",
            to.display()
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
        || "nothing was recorded in it yet".to_owned(),
        |at| format!("its newest change is of {}", clock::shown(at)),
    );
    print_line(&format!(
        "{}: restored as it was on {}: {} patients, {} versions, {newest}.",
        to.display(),
        clock::shown(about.made_us),
        about.patients,
        about.versions,
    ))?;
    if let Some(kept) = &restored.kept {
        let more = match &restored.look.in_place {
            in_place if in_place.is_newer(manifest) => "; it holds changes that the backup does not",
            InPlace::Another => "; it is another vault",
            InPlace::Unreadable => "; it could not be read",
            _ => "",
        };
        print_line(&format!(
            "The vault that was there is kept as {}{more}.",
            kept.display()
        ))?;
    }
    Ok(())
}
