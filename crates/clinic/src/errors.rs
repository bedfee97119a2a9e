//! From what went wrong below to the codes of the wire. Details stay in the log, under a reference.

use crate::vault::{BackupError, ClinicError, StoreError, VaultError};
use lamina_api::{ApiError, VaultProblem};
use lamina_domain::Problem;

/// A fault of the program: the log gets what happened, the wire a reference to it.
pub(crate) fn internal(error: &dyn std::fmt::Display) -> ApiError {
    let id = crate::clock::new_id().simple().to_string();
    let reference: String = id.chars().rev().take(8).collect();
    tracing::error!(%reference, %error, "a command failed");
    ApiError::Internal { reference }
}

impl From<ClinicError> for ApiError {
    fn from(error: ClinicError) -> Self {
        match error {
            ClinicError::Vault(error) => error.into_api(),
            ClinicError::Store(error) => error.into_api(),
            ClinicError::Backup(error) => error.into_api(),
            ClinicError::NotInRole { role } => Self::NotInRole { role },
            ClinicError::OwnPassphraseFirst => Self::OwnPassphraseFirst,
            ClinicError::NotWhole { .. } => vault(VaultProblem::BackupDamaged),
            ClinicError::Content(_) => vault(VaultProblem::Damaged),
            ClinicError::Page(error) => internal(&error),
            // The window loads no files.
            ClinicError::LoadedBefore { .. } | ClinicError::FileNotLoaded { .. } => Self::Forbidden,
            ClinicError::Interrupted => Self::Unavailable,
        }
    }
}

fn vault(problem: VaultProblem) -> ApiError {
    ApiError::Vault { problem }
}

/// Into the codes of the wire.
pub(crate) trait IntoApi {
    /// The code for this error.
    fn into_api(self) -> ApiError;
}

impl IntoApi for VaultError {
    fn into_api(self) -> ApiError {
        match self {
            VaultError::WrongPassphrase => vault(VaultProblem::WrongPassphrase),
            VaultError::NameMissing => vault(VaultProblem::NameMissing),
            VaultError::NameTaken => vault(VaultProblem::NameTaken),
            VaultError::TooManyHolders => vault(VaultProblem::TooManyPeople),
            VaultError::CodeAgain => vault(VaultProblem::CodeAgain),
            VaultError::NoSuchHolder => vault(VaultProblem::NotOnRecord),
            VaultError::WrongRecoveryKey => vault(VaultProblem::WrongRecoveryKey),
            VaultError::NoRecoveryKey => vault(VaultProblem::NoRecoveryKey),
            VaultError::Mistyped { groups } => vault(VaultProblem::Mistyped { groups }),
            VaultError::RecoveryLength { signs } => vault(VaultProblem::RecoveryLength {
                signs: u32::try_from(signs).unwrap_or(u32::MAX),
            }),
            VaultError::Changed => ApiError::Unavailable,
            VaultError::Missing => vault(VaultProblem::KeyFileMissing),
            VaultError::NotALaminaKeyFile => vault(VaultProblem::Foreign),
            VaultError::Damaged | VaultError::HalfMade | VaultError::KdfOutOfRange { .. } => {
                vault(VaultProblem::Damaged)
            }
            VaultError::NewerFormat { .. } => ApiError::NewerSchema,
            VaultError::WeakPassphrase { missing } => vault(VaultProblem::TooWeak {
                characters: u32::try_from(missing.characters).unwrap_or(u32::MAX),
                words: u32::try_from(missing.words).unwrap_or(u32::MAX),
                repetitive: missing.repetitive,
            }),
            VaultError::AlreadyExists => vault(VaultProblem::AlreadyExists),
            VaultError::InUse => vault(VaultProblem::InUse),
            VaultError::SecondName => vault(VaultProblem::SecondName),
            VaultError::Io { kind } => from_io(kind),
            VaultError::Crypto => internal(&self),
        }
    }
}

impl IntoApi for BackupError {
    fn into_api(self) -> ApiError {
        match self {
            BackupError::NotABackup => vault(VaultProblem::NotABackup),
            BackupError::Damaged => vault(VaultProblem::BackupDamaged),
            BackupError::NewerFormat { .. } => ApiError::NewerSchema,
            BackupError::Vault(error) => error.into_api(),
        }
    }
}

fn from_io(kind: std::io::ErrorKind) -> ApiError {
    use std::io::ErrorKind;
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ApiError::DiskFull,
        ErrorKind::PermissionDenied
        | ErrorKind::ReadOnlyFilesystem
        | ErrorKind::NotADirectory
        | ErrorKind::NotFound => vault(VaultProblem::ReadOnly),
        _ => ApiError::Unavailable,
    }
}

impl IntoApi for std::io::Error {
    fn into_api(self) -> ApiError {
        from_io(self.kind())
    }
}

impl IntoApi for StoreError {
    fn into_api(self) -> ApiError {
        match self {
            StoreError::Missing | StoreError::Truncated | StoreError::Damaged | StoreError::Unreadable => {
                vault(VaultProblem::Damaged)
            }
            StoreError::AlreadyExists => vault(VaultProblem::AlreadyExists),
            StoreError::WrongKey | StoreError::Foreign => vault(VaultProblem::Foreign),
            StoreError::NewerSchema { .. } => ApiError::NewerSchema,
            StoreError::CopyDiffers => ApiError::Unavailable,
            StoreError::Closed => ApiError::Locked,
            StoreError::Busy => ApiError::Unavailable,
            StoreError::Full => ApiError::DiskFull,
            StoreError::ReadOnly => vault(VaultProblem::ReadOnly),
            StoreError::Retracted => ApiError::Retracted,
            StoreError::NotFound => ApiError::NotFound,
            // A request that is not what this window ever asks.
            StoreError::RequestReused | StoreError::WrongNoun => ApiError::Invalid { issues: Vec::new() },
            StoreError::ReasonMissing => ApiError::issue("reason", Problem::Required),
            StoreError::Io(error) => error.into_api(),
            other => internal(&other),
        }
    }
}
