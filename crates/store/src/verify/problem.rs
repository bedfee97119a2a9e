//! What a check can find, as data.

use uuid::Uuid;

use crate::noun::Noun;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A row of the log is missing before this one, or this one or the one before it was changed.
    ChainBroken {
        /// Number of the row.
        seq: i64,
    },
    /// The seal of a row does not fit: it was not written by this program with this key.
    SealWrong {
        /// Number of the row.
        seq: i64,
    },
    /// The log ends before, or differs at, the row that was noted elsewhere.
    AnchorMissing {
        /// Number of the noted row.
        seq: i64,
    },
    /// A version differs from what the log says was written, or the log does not know it.
    VersionChanged {
        /// Noun of the entry.
        noun: Noun,
        /// Id of the entry.
        id: Uuid,
        /// Number of the version, from 1.
        version: i64,
    },
    /// A version that the log knows is gone.
    VersionMissing {
        /// Id of the entry.
        id: Uuid,
        /// Number of the version, from 1.
        version: i64,
    },
    /// What is derived of an entry in its noun's table is not what its version says, is missing, or should not be there.
    RowChanged {
        /// The noun whose table it is.
        noun: Noun,
        /// Id of the entry.
        id: Uuid,
    },
    /// A person's line in the lists is not what the record says.
    PersonChanged {
        /// Id of the patient.
        id: Uuid,
    },
    /// The words by which an entry is found are not those that it says.
    WordsChanged {
        /// Id of the entry.
        id: Uuid,
    },
    /// Somebody is not in exactly those lists of the search that follow from the words.
    ListsChanged {
        /// Id of the patient; none where nobody has the place that is listed.
        patient: Option<Uuid>,
    },
    /// The bytes of an attached file are not those that were taken in, or some of them are gone.
    FileChanged {
        /// The hash by which they are named.
        sha256: String,
    },
    /// A version names an attached file whose bytes are gone.
    FileMissing {
        /// The hash by which they are named.
        sha256: String,
    },
    /// Bytes of a file lie there that no version names.
    FileUnnamed {
        /// The hash that they lie under.
        sha256: String,
    },
    /// The settings of the clinic are not those that were set last.
    SettingsChanged,
    /// A table, an index or a guard is not the one that the migrations make.
    Schema {
        /// What it is and how it is called.
        name: String,
    },
    /// The database found its own structure broken, and says this of it.
    Structure(String),
    /// The database, asked for its own structure, said nothing.
    StructureUntold,
    /// A row refers to one that is not there.
    ReferenceBroken,
    /// A page of the file does not fit its seal; the database says this of it.
    Page(String),
}

impl Problem {
    /// Whether it lies in what is derived from the versions, so that [`Store::rebuild`] mends it.
    pub const fn is_derived(&self) -> bool {
        match self {
            Self::RowChanged { .. }
            | Self::PersonChanged { .. }
            | Self::WordsChanged { .. }
            | Self::ListsChanged { .. } => true,
            Self::ChainBroken { .. }
            | Self::SealWrong { .. }
            | Self::AnchorMissing { .. }
            | Self::VersionChanged { .. }
            | Self::VersionMissing { .. }
            | Self::FileChanged { .. }
            | Self::FileMissing { .. }
            | Self::FileUnnamed { .. }
            | Self::SettingsChanged
            | Self::Schema { .. }
            | Self::Structure(_)
            | Self::StructureUntold
            | Self::ReferenceBroken
            | Self::Page(_) => false,
        }
    }
}
