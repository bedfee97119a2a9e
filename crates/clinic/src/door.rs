//! The one door to what an open vault holds: a record that is read, people who are looked for and whatever is taken out
//! leave their rows in the audit log, whoever asks for them, the window or the command line.
//!
//! What must hold: nothing leaves before its row is in the log. Where it could not be written after all, a second row says so.
//! Where the log itself can't be written, because the disk is full or read-only, what is there can be read: see [`Vault::note`].

use crate::{
    clock,
    facts::Facts,
    letter::{Calls, Request},
    record::{Record, Writer},
    vault::{Attempt, ClinicError, Vault},
};
use lamina_api::{
    Access,
    letter::{LetterKind, LetterLength, PaperSize},
    settings::Settings,
};
use lamina_letters::{Letterhead, Paper, Sender};
use lamina_store::{Act, Audit, ObjectKind, ObjectRef, Outcome, PatientHit, Status, StoreError};
use lamina_vault::remove_folder;
use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::Path,
    sync::Arc,
};
use uuid::Uuid;

/// Whose rows or records something is about where that is nobody in particular, as the log names it.
pub(crate) const EVERYONE: &str = "everyone";
/// As the log names some rows of its own.
pub(crate) const SOME: &str = "some";

/// The name under which the system knows the person at work.
pub fn person() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "clinician".to_owned())
}

/// How something leaves the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As a file that stays.
    Export,
    /// To the system's viewer, from where it is printed.
    Print,
}

impl Way {
    const fn act(self) -> Act {
        match self {
            Way::Export => Act::Export,
            Way::Print => Act::Print,
        }
    }
}

/// What leaves the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// A letter or another page that was made for print.
    Letter {
        /// Its id, by which the log names it.
        id: Uuid,
        /// About whom the letter is.
        patient: Uuid,
    },
    /// The progress chart of one person.
    Chart {
        /// The person whose progress is drawn.
        patient: Uuid,
    },
    /// A file that was attached, as it came.
    Document {
        /// The entry that it is attached by.
        id: Uuid,
        /// About whom the file is.
        patient: Uuid,
    },
    /// The whole record of everyone, as a record file, with the attached files.
    Everything,
    /// Rows of the audit log as a table.
    AuditLog {
        /// About whom they are; none where they are about anybody.
        patient: Option<Uuid>,
        /// Whether all rows that there are leave.
        is_whole: bool,
    },
    /// The sheet of a recovery key.
    RecoverySheet {
        /// This very sheet, in the log.
        id: Uuid,
    },
}

impl Leaving {
    /// A letter that was made now.
    pub fn letter(patient: Uuid) -> Self {
        Leaving::Letter {
            id: clock::new_id(),
            patient,
        }
    }

    /// The progress chart as it is now.
    pub fn chart(patient: Uuid) -> Self {
        Leaving::Chart { patient }
    }

    /// The sheet of a recovery key that was made now.
    pub fn recovery_sheet() -> Self {
        Leaving::RecoverySheet { id: clock::new_id() }
    }

    /// What it is, as the log names it.
    const fn kind(self) -> ObjectKind {
        match self {
            Leaving::Letter { .. } => ObjectKind::Letter,
            Leaving::Chart { .. } => ObjectKind::Chart,
            Leaving::Document { .. } => ObjectKind::Document,
            Leaving::Everything => ObjectKind::RecordFile,
            Leaving::AuditLog { .. } => ObjectKind::AuditLog,
            Leaving::RecoverySheet { .. } => ObjectKind::RecoverySheet,
        }
    }

    /// Who may take it out.
    const fn access(self) -> Access {
        match self {
            Leaving::Letter { .. } | Leaving::Chart { .. } | Leaving::Document { .. } => Access::TakeOut,
            Leaving::Everything | Leaving::RecoverySheet { .. } => Access::Manage,
            Leaving::AuditLog { .. } => Access::Audit,
        }
    }

    fn row(self, way: Way) -> Audit {
        let (id, patient) = match self {
            Leaving::Letter { id, patient } | Leaving::Document { id, patient } => {
                (id.to_string(), Some(patient))
            }
            Leaving::Chart { patient } => (patient.to_string(), Some(patient)),
            Leaving::Everything => (EVERYONE.to_owned(), None),
            Leaving::AuditLog { patient, is_whole } => {
                let whose = if is_whole { EVERYONE } else { SOME };
                (whose.to_owned(), patient)
            }
            Leaving::RecoverySheet { id } => (id.to_string(), None),
        };
        let kind = self.kind();
        Audit {
            patient_id: patient,
            object: Some(ObjectRef { kind, id }),
            ..Audit::done(way.act())
        }
    }
}

/// What broke off while something was taken out.
pub(crate) enum LeavingError {
    /// The vault could not be read.
    Vault(ClinicError),
    /// The place could not be written.
    Place(io::Error),
}

impl LeavingError {
    /// What the place says inside what the vault says.
    pub(crate) fn apart<T>(done: Result<T, Self>) -> Result<io::Result<T>, ClinicError> {
        match done {
            Ok(done) => Ok(Ok(done)),
            Err(Self::Place(error)) => Ok(Err(error)),
            Err(Self::Vault(error)) => Err(error),
        }
    }
}

impl From<ClinicError> for LeavingError {
    fn from(error: ClinicError) -> Self {
        Self::Vault(error)
    }
}

impl From<io::Error> for LeavingError {
    fn from(error: io::Error) -> Self {
        Self::Place(error)
    }
}

/// The record of one person as it stands, in the order of time.
#[derive(Debug, Clone)]
pub struct OpenRecord {
    /// Id of the person whose it is.
    pub patient: Uuid,
    /// The record itself, as it stands.
    pub record: Record,
    /// A letter about it that says nothing yet, with what the clinic set: letterhead, author, paper, limits.
    pub letter: Request,
}

impl Vault {
    /// Opens the record of one person, and notes in the log that it was opened.
    ///
    /// # Errors
    /// No such patient, one who was entered in error, or a damaged file.
    pub async fn open_record(&self, patient: Uuid) -> Result<OpenRecord, ClinicError> {
        self.allow(Access::Read, Attempt::act(Act::OpenChart)).await?;
        let settings = self.author_settings().await?;
        let facts = self.opened(patient).await?;
        if facts.person.status != Status::Active {
            return Err(StoreError::NotFound.into());
        }
        let letter = Request::of_clinic(settings, &facts);
        Ok(OpenRecord {
            patient,
            record: facts.record.clone(),
            letter,
        })
    }

    /// The facts of one person, noted in the log and for the list of those opened last.
    pub(crate) async fn opened(&self, patient: Uuid) -> Result<Arc<Facts>, ClinicError> {
        // Reading waits for the disk no longer than the note does; nothing is shown before both are done.
        let (facts, noted) = tokio::join!(self.facts(patient), self.note_opened(patient));
        // Of a person who is not there the note fails as well, and says less.
        let facts = facts?;
        noted.map(|()| facts)
    }

    async fn note_opened(&self, patient: Uuid) -> Result<(), ClinicError> {
        let row = Audit {
            patient_id: Some(patient),
            ..Audit::done(Act::OpenChart)
        };
        let noted = async {
            let mut unit = self.store().begin(&self.actor(), clock::now_us()).await?;
            unit.opened(patient).await?;
            unit.commit(row.clone()).await
        };
        match noted.await {
            // Counted there, since it can't be written.
            Err(error) if error.is_unwritable() => self.note(row).await,
            Err(error) => Err(error.into()),
            Ok(_) => Ok(()),
        }
    }

    /// People that match what was typed, by name, at most `limit`; everyone where nothing was typed. The log says that a list
    /// was made and of how many, not what was typed.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn list_people(&self, typed: &str, limit: u32) -> Result<Vec<PatientHit>, ClinicError> {
        self.allow(Access::Read, Attempt::act(Act::Search)).await?;
        let found = self.patients(typed, limit).await?;
        let row = Audit {
            object: Some(ObjectRef {
                kind: ObjectKind::Patients,
                id: found.len().to_string(),
            }),
            ..Audit::done(Act::Search)
        };
        self.note(row).await?;
        Ok(found)
    }

    /// Lets something leave the vault: the log first, then `write`. Where `write` fails the log says that as well.
    ///
    /// # Errors
    /// A log that can't be written, before anything left; then what `write` says, inside.
    pub async fn take_out<T, E>(
        &self,
        what: Leaving,
        way: Way,
        write: impl AsyncFnOnce() -> Result<T, E>,
    ) -> Result<Result<T, E>, ClinicError> {
        self.allow(what.access(), Attempt::act(way.act())).await?;
        self.note(what.row(way)).await?;
        let written = write().await;
        if written.is_err() {
            let row = Audit {
                outcome: Outcome::Failed,
                ..what.row(way)
            };
            // The first row stands whatever becomes of this one, and what `write` says is what there is to tell.
            if let Err(error) = self.note(row).await {
                tracing::warn!(%error, "the log does not say that something did not leave");
            }
        }
        Ok(written)
    }

    /// Lets the whole record of everyone leave the vault, one patient after the other, to a place that `begin` makes and `end`
    /// keeps, and the attached files to the folder `files`, which is made where there are any.
    ///
    /// # Errors
    /// A log that can't be written, before anything left, or a damaged file; then what the place says, inside.
    pub async fn take_everything_out<W: Write>(
        &self,
        begin: impl FnOnce() -> io::Result<W>,
        end: impl FnOnce(W) -> io::Result<()>,
        files: &Path,
    ) -> Result<io::Result<()>, ClinicError> {
        let write = async || {
            let mut writer = Writer::begin(begin()?)?;
            let mut named = BTreeMap::new();
            let each = |record: &Record| {
                let documents = record.documents.iter().map(|one| &one.file);
                named.extend(documents.map(|file| (file.sha256.clone(), file.clone())));
                Ok::<(), LeavingError>(writer.add(record)?)
            };
            self.dump(each).await?;
            let folder = self.give_all_out(files, named.into_values()).await?;
            let ended = writer.end().and_then(end);
            // Files without the record that names them are of no use.
            match (ended, folder) {
                (Err(error), Some(folder)) => remove_folder(&folder).and(Err(error)),
                (ended, _) => ended,
            }?;
            Ok(())
        };
        let taken = self.take_out(Leaving::Everything, Way::Export, write).await?;
        LeavingError::apart(taken)
    }
}

impl Request {
    /// A letter that says nothing yet, with what the clinic set and what a vault knows of the facts.
    pub(crate) fn of_clinic(settings: Settings, facts: &Facts) -> Self {
        Request {
            kind: LetterKind::default(),
            length: LetterLength::default(),
            letterhead: Letterhead {
                name: settings.clinic_name,
                lines: filled(settings.clinic_lines),
            },
            sender: Sender {
                name: settings.author_name,
                role: settings.author_role,
                registration: settings.author_registration,
                contact: settings.author_contact,
                signed: String::new(),
            },
            calls: Calls {
                clinic: settings.patients_call.trim().to_owned(),
                emergency: settings.emergency_call.trim().to_owned(),
            },
            recipient: Vec::new(),
            reason: String::new(),
            question: String::new(),
            urgency: String::new(),
            paper: match settings.paper {
                PaperSize::A4 => Paper::A4,
                PaperSize::UsLetter => Paper::UsLetter,
            },
            opioid_table: settings.opioid_table,
            preferred_term: settings.preferred_term,
            rules: facts.rules.clone(),
        }
    }
}

/// The lines with something in them.
pub(crate) fn filled(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}
