//! What went wrong below, in words for whoever is at the command line: keys and key files, the record file, backups, pages,
//! and what a check of a vault finds. The window has words of its own for the codes of the wire.
//!
//! What these errors say of themselves is for logs and is never shown.

use super::{Word, joined, say, say_with};
use lamina_charts::ChartError;
use lamina_letters::LetterError;
use lamina_store::{Problem, StoreError};
use lamina_vault::{BackupError, VaultError};

impl Word for VaultError {
    fn word(&self) -> String {
        match self {
            Self::WrongPassphrase => say!("fault-key-wrong-passphrase"),
            Self::NameMissing => say!("fault-key-name-missing"),
            Self::NoSuchHolder => say!("fault-key-no-such-holder"),
            Self::NameTaken => say!("fault-key-name-taken"),
            Self::CodeAgain => say!("fault-key-code-again"),
            Self::TooManyHolders => say!("fault-key-too-many-holders"),
            Self::WrongRecoveryKey => say!("fault-key-wrong-recovery-key"),
            Self::NoRecoveryKey => say!("fault-key-no-recovery-key"),
            Self::Mistyped { groups } => {
                let groups = joined(groups.iter().map(|group| Some(group.to_string())), ", ");
                say_with!(
                    "fault-key-mistyped",
                    [("groups", groups.unwrap_or_default().into())]
                )
            }
            Self::RecoveryLength { signs } => {
                say_with!("fault-key-recovery-length", [("signs", (*signs).into())])
            }
            Self::Changed => say!("fault-key-changed"),
            Self::Missing => say!("fault-key-missing"),
            Self::NotALaminaKeyFile => say!("fault-key-foreign"),
            Self::Damaged => say!("fault-key-damaged"),
            Self::NewerFormat { found, known } => say_with!(
                "fault-key-newer",
                [("found", (*found).into()), ("known", (*known).into())]
            ),
            Self::KdfOutOfRange { m_kib, t, p } => say_with!(
                "fault-key-cost",
                [
                    ("kib", (*m_kib).into()),
                    ("passes", (*t).into()),
                    ("lanes", (*p).into())
                ]
            ),
            Self::Io { kind } => say_with!("fault-key-unreached", [("why", kind.to_string().into())]),
            Self::HalfMade => say!("fault-key-half-made"),
            Self::WeakPassphrase { .. } => say!("fault-key-weak"),
            Self::AlreadyExists => say!("fault-key-exists"),
            Self::InUse => say!("fault-key-in-use"),
            Self::SecondName => say!("fault-key-second-name"),
            Self::Crypto => say!("fault-key-cryptography"),
        }
    }
}

impl Word for BackupError {
    fn word(&self) -> String {
        match self {
            Self::NotABackup => say!("fault-backup-foreign"),
            Self::Damaged => say!("fault-backup-damaged"),
            Self::NewerFormat { found, known } => say_with!(
                "fault-backup-newer",
                [("found", (*found).into()), ("known", (*known).into())]
            ),
            Self::Vault(error) => error.word(),
        }
    }
}

impl Word for StoreError {
    fn word(&self) -> String {
        match self {
            Self::Missing => say!("fault-record-missing"),
            Self::AlreadyExists => say!("fault-record-exists"),
            Self::KeyForm => say!("fault-record-key-form"),
            Self::WrongKey => say!("fault-record-wrong-key"),
            Self::Foreign => say!("fault-record-foreign"),
            Self::Truncated => say!("fault-record-cut"),
            Self::Damaged => say!("fault-record-damaged"),
            Self::NewerSchema { found, known } => say_with!(
                "fault-record-newer",
                [("found", (*found).into()), ("known", (*known).into())]
            ),
            Self::NotEncrypted => say!("fault-record-not-encrypted"),
            Self::Closed => say!("fault-record-closed"),
            Self::Busy => say!("fault-record-busy"),
            Self::Full => say!("fault-record-full"),
            Self::ReadOnly => say!("fault-record-read-only"),
            Self::Conflict { current_version } => {
                say_with!("fault-record-conflict", [("version", (*current_version).into())])
            }
            Self::Retracted => say!("fault-record-retracted"),
            Self::Stands => say!("fault-record-stands"),
            Self::NotFound => say!("fault-record-not-found"),
            Self::IdTaken => say!("fault-record-id-taken"),
            Self::ReasonMissing => say!("fault-record-reason-missing"),
            Self::RequestReused => say!("fault-record-request-reused"),
            Self::UnknownColumn { noun, column } => say_with!(
                "fault-record-unknown-column",
                [("noun", (*noun).into()), ("column", (*column).into())]
            ),
            Self::WrongNoun => say!("fault-record-wrong-noun"),
            Self::UnitBroken => say!("fault-record-unit-broken"),
            Self::AppendOnly => say!("fault-record-append-only"),
            Self::Unreadable => say!("fault-record-unreadable"),
            Self::CopyDiffers => say!("fault-record-copy-differs"),
            Self::ContentDiffers => say!("fault-record-content-differs"),
            Self::ContentMissing => say!("fault-record-content-missing"),
            Self::Io(error) => say_with!("fault-record-unreached", [("why", error.to_string().into())]),
            Self::Database(error) => {
                say_with!("fault-record-database", [("why", error.to_string().into())])
            }
        }
    }
}

impl Word for LetterError {
    fn word(&self) -> String {
        match self {
            Self::Font => say!("fault-letter-font"),
            Self::Chart(error) => say_with!("fault-letter-chart", [("why", error.word().into())]),
            Self::TooLong { most } => say_with!("fault-letter-too-long", [("most", (*most).into())]),
            Self::Pdf(why) => say_with!("fault-letter-pdf", [("why", why.as_str().into())]),
            Self::NoSuchPage => say!("fault-letter-no-such-page"),
            Self::Picture => say!("fault-letter-picture"),
        }
    }
}

impl Word for ChartError {
    fn word(&self) -> String {
        match self {
            Self::TimeReversed => say!("fault-chart-time-reversed"),
            Self::SpanReversed => say!("fault-chart-span-reversed"),
            Self::Range { panel } => say_with!("fault-chart-range", [("panel", (*panel).into())]),
            Self::ValueOutsideRange { panel, series, index } => say_with!(
                "fault-chart-value-outside",
                [
                    ("panel", (*panel).into()),
                    ("series", (*series).into()),
                    ("index", (*index).into())
                ]
            ),
            Self::BarOutsideRange { panel, index } => say_with!(
                "fault-chart-bar-outside",
                [("panel", (*panel).into()), ("index", (*index).into())]
            ),
            Self::BarsNotFromZero { panel } => {
                say_with!("fault-chart-bars-not-from-zero", [("panel", (*panel).into())])
            }
            Self::PlanOutsideRange { panel, index } => say_with!(
                "fault-chart-plan-outside",
                [("panel", (*panel).into()), ("index", (*index).into())]
            ),
            Self::TargetOutsideRange { panel } => {
                say_with!("fault-chart-target-outside", [("panel", (*panel).into())])
            }
            Self::Overlap { panel } => say_with!("fault-chart-overlap", [("panel", (*panel).into())]),
            Self::Band { panel } => say_with!("fault-chart-band", [("panel", (*panel).into())]),
            Self::Sequence => say!("fault-chart-sequence"),
            Self::TooSmall { needed } => say_with!("fault-chart-too-small", [("needed", (*needed).into())]),
            Self::TooNarrow { needed } => {
                say_with!("fault-chart-too-narrow", [("needed", (*needed).into())])
            }
            Self::Typeface => say!("fault-chart-typeface"),
            Self::Surface => say!("fault-chart-surface"),
        }
    }
}

/// What a check of a vault finds.
impl Word for Problem {
    fn word(&self) -> String {
        match self {
            Self::ChainBroken { seq } => say_with!("found-chain-broken", [("row", (*seq).into())]),
            Self::SealWrong { seq } => say_with!("found-seal-wrong", [("row", (*seq).into())]),
            Self::AnchorMissing { seq } => say_with!("found-anchor-missing", [("row", (*seq).into())]),
            Self::VersionChanged { noun, id, version } => say_with!(
                "found-version-changed",
                [
                    ("noun", noun.name().into()),
                    ("id", id.to_string().into()),
                    ("version", (*version).into())
                ]
            ),
            Self::VersionMissing { id, version } => say_with!(
                "found-version-missing",
                [("id", id.to_string().into()), ("version", (*version).into())]
            ),
            Self::RowChanged { noun, id } => say_with!(
                "found-row-changed",
                [("noun", noun.name().into()), ("id", id.to_string().into())]
            ),
            Self::PersonChanged { id } => {
                say_with!("found-person-changed", [("id", id.to_string().into())])
            }
            Self::WordsChanged { id } => say_with!("found-words-changed", [("id", id.to_string().into())]),
            Self::ListsChanged { patient: Some(id) } => {
                say_with!("found-lists-changed", [("id", id.to_string().into())])
            }
            Self::ListsChanged { patient: None } => say!("found-nobody-listed"),
            Self::FileChanged { sha256 } => {
                say_with!("found-file-changed", [("hash", sha256.as_str().into())])
            }
            Self::FileMissing { sha256 } => {
                say_with!("found-file-missing", [("hash", sha256.as_str().into())])
            }
            Self::FileUnnamed { sha256 } => {
                say_with!("found-file-unnamed", [("hash", sha256.as_str().into())])
            }
            Self::SettingsChanged => say!("found-settings-changed"),
            Self::Schema { name } => say_with!("found-schema", [("name", name.as_str().into())]),
            Self::Structure(what) => say_with!("found-structure", [("what", what.as_str().into())]),
            Self::StructureUntold => say!("found-structure-untold"),
            Self::ReferenceBroken => say!("found-reference-broken"),
            Self::Page(what) => say_with!("found-page", [("what", what.as_str().into())]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_recovery_key_that_is_not_as_printed_is_told_with_what_to_look_at() {
        let groups = VaultError::Mistyped { groups: vec![2, 5] };
        assert_eq!(
            groups.word(),
            "mistyped groups of the recovery key, counted from 1: 2, 5"
        );
        let typed = |signs| VaultError::RecoveryLength { signs }.word();
        assert!(typed(1).ends_with("; 1 was typed"), "{}", typed(1));
        assert!(typed(39).ends_with("; 39 were typed"), "{}", typed(39));
    }

    #[test]
    fn what_lies_within_another_error_is_told_in_the_words_of_its_own() {
        let within = BackupError::Vault(VaultError::WrongPassphrase);
        assert_eq!(within.word(), VaultError::WrongPassphrase.word());
        let drawn = LetterError::Chart(ChartError::TimeReversed);
        assert_eq!(
            drawn.word(),
            "a chart can't be drawn: the chart's time range is reversed"
        );
    }

    #[test]
    fn what_a_check_finds_names_the_entry_and_the_version() {
        let gone = Problem::VersionMissing {
            id: Uuid::nil(),
            version: 3,
        };
        assert_eq!(
            gone.word(),
            "00000000-0000-0000-0000-000000000000: version 3 is gone"
        );
    }
}
