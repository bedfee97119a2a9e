//! The verbs about what opens a vault: its recovery sheet, and another passphrase. No secret is ever an argument.

use crate::{
    passphrase::{NameFrom, SignInFrom, line},
    print::{Failure, print_line, tell},
    vault::{READ, at_work, block_on, fault, with_typed},
};
use clap::Subcommand;
use lamina_clinic::{
    Existing,
    door::{Leaving, Way},
    message, say,
    vault::{ClinicError, Passphrase, RecoveryKey, Vault, VaultError, cost_for_this_machine},
    words::Message,
    write_whole,
};
use std::path::{Path, PathBuf};

/// What is done with a recovery sheet.
#[derive(Subcommand)]
pub enum RecoveryVerb {
    Make {
        vault: PathBuf,
        #[arg(long, value_name = "FILE")]
        sheet: Option<PathBuf>,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Use {
        vault: PathBuf,
    },
    Remove {
        vault: PathBuf,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
}

/// What is true where nothing was changed.
const UNCHANGED: Message = message!("cli-left-key-file");

/// Does what is asked with a recovery sheet.
pub fn recovery(verb: RecoveryVerb) -> Result<(), Failure> {
    match verb {
        RecoveryVerb::Make {
            vault,
            sheet,
            passphrase,
        } => make(&vault, sheet.as_deref(), &passphrase),
        RecoveryVerb::Use { vault } => use_key(&vault),
        RecoveryVerb::Remove { vault, passphrase } => {
            let typed = passphrase.read_text()?;
            let again = Passphrase::new(typed.clone());
            let remove = async |vault: &Vault| vault.remove_recovery(again).await;
            with_typed(&vault, passphrase.with(typed), READ, remove)?;
            print_line(&say!("cli-recovery-removed"))
        }
    }
}

fn make(path: &Path, sheet: Option<&Path>, passphrase: &SignInFrom) -> Result<(), Failure> {
    let typed = passphrase.read_text()?;
    let again = Passphrase::new(typed.clone());
    with_typed(path, passphrase.with(typed), READ, async |vault| {
        let new = vault.make_recovery(again).await?;
        if let Some(sheet) = sheet {
            let pdf = vault.recovery_sheet(&new).await?;
            let write = async || write_whole(sheet, &pdf, Existing::Refuse);
            let written = vault
                .take_out(Leaving::recovery_sheet(), Way::Export, write)
                .await?;
            if let Err(error) = written {
                let path = sheet.to_owned();
                return Ok(Err(Failure::File { path, error }));
            }
        }
        let groups: Vec<String> = new.key().groups().iter().map(|group| group.to_string()).collect();
        if let Err(failure) =
            print_line(&groups.join(" ")).and_then(|()| tell(&say!("cli-recovery-type-again")))
        {
            return Ok(Err(failure));
        }
        let typed = match line(&say!("cli-ask-recovery-key-from-paper")) {
            Ok(typed) => RecoveryKey::read(typed)?,
            Err(failure) => return Ok(Err(failure)),
        };
        if typed != *new.key() {
            return Err(VaultError::WrongRecoveryKey.into());
        }
        vault.keep_recovery(new).await?;
        Ok(print_line(&say!("cli-recovery-counts")))
    })?
}

fn use_key(path: &Path) -> Result<(), Failure> {
    let told = |error: ClinicError| fault(path, error, UNCHANGED);
    let key = RecoveryKey::read(line(&say!("cli-ask-recovery-key"))?).map_err(|error| told(error.into()))?;
    let new = Passphrase::new(new_passphrase()?);
    block_on(async {
        let cost = cost_for_this_machine().await?;
        let vault = Vault::recover(path, key, new, cost, &at_work()).await?;
        vault.close().await
    })?
    .map_err(told)?;
    print_line(&say!("cli-recovery-used"))
}

/// Sets another passphrase in place of that of who signs in.
pub fn change_passphrase(path: &Path, name: &NameFrom) -> Result<(), Failure> {
    let typed = line(&say!("cli-ask-passphrase-until-now"))?;
    let (current, new) = (Passphrase::new(typed.clone()), Passphrase::new(new_passphrase()?));
    with_typed(path, name.with(typed), READ, async |vault| {
        vault
            .change_passphrase(current, new, cost_for_this_machine().await?)
            .await
    })?;
    print_line(&say!("cli-passphrase-changed"))
}

/// A new passphrase, twice at a terminal or on standard input.
fn new_passphrase() -> Result<String, Failure> {
    let first = line(&say!("cli-ask-new-passphrase"))?;
    if line(&say!("cli-ask-again"))? != first {
        return Err(Failure::Refused(say!("cli-passphrases-differ-unchanged")));
    }
    Ok(first)
}
