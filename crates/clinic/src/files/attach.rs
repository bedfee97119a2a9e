//! Attaching files without a window: each by itself, with what is said of all of them; listing them, and giving copies out.

use super::{
    keeping::{Untaken, room, take_in, with_file},
    looking::look,
};
use crate::{
    clock,
    door::{Leaving, LeavingError, OpenRecord, Way},
    noun::Written,
    rows,
    vault::{ClinicError, Vault},
    words::{joined, refused, say, say_with},
};
use lamina_api::{entry::FactInput, noun::document::DocumentInput};
use lamina_domain::{Issue, Noun, ToldBy, Typing, document::DocumentKind};
use lamina_store::{Act, Audit, Change};
use lamina_vault::Existing;
use std::{io, path::Path};
use uuid::Uuid;

/// What is said of the files that are attached.
#[derive(Debug, Clone)]
pub struct Attaching {
    /// What kind of paper or picture they are.
    pub kind: DocumentKind,
    /// What it is; the name of each file where it is empty.
    pub title: String,
    /// The date of what is in it, as typed.
    pub when: String,
    /// The entry that it belongs to, as "imaging 1".
    pub about: String,
    /// It belongs to the record though it names somebody else.
    pub names_another: bool,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileOutcome {
    /// It is in the record now.
    Attached,
    /// The record has it already.
    Already,
    /// It was refused, and why.
    Refused(String),
}

/// A document of a record, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDocument {
    /// Its place among the documents of the record, from 1.
    pub number: usize,
    /// The entry that attaches it.
    pub id: Uuid,
    /// Its date as told.
    pub when: String,
    /// What it is, in a few words.
    pub title: String,
    /// The name that the file came with.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The hash of its bytes.
    pub sha256: String,
}

impl Vault {
    /// Attaches the file at `place` to the record of `patient`, in a change of its own.
    ///
    /// # Errors
    /// A full disk or a damaged vault; what is wrong with the file or with what is said of it is its outcome.
    pub async fn attach(
        &self,
        patient: Uuid,
        place: &Path,
        asked: &Attaching,
    ) -> Result<FileOutcome, ClinicError> {
        self.allow_recording(Noun::Document).await?;
        let looking = place.to_owned();
        let looked = tokio::task::spawn_blocking(move || look(&looking));
        let looked = match looked.await.map_err(|_| ClinicError::Interrupted)? {
            Ok(looked) => looked,
            Err(refusal) => return Ok(FileOutcome::Refused(refusal.words())),
        };
        let facts = self.facts(patient).await?;
        let record = &facts.record;
        let own = clock::new_id();
        if with_file(record, &looked.stored).is_some() {
            return Ok(FileOutcome::Already);
        }
        if let Err(problem) = room(self, record, own, &looked.stored).await? {
            return Ok(FileOutcome::Refused(refused::problem(&problem)));
        }
        let differs = looked.differences(&record.patient);
        if !differs.is_empty() && !asked.names_another {
            let told = joined(differs.into_iter().map(Some), " ").unwrap_or_default();
            let words = say_with!("documents-names-another-refused", [("differs", told.into())]);
            return Ok(FileOutcome::Refused(words));
        }
        let input = FactInput::Document(DocumentInput {
            kind: Some(asked.kind),
            title: match asked.title.trim() {
                "" => looked.stored.name.to_string(),
                title => title.to_owned(),
            },
            when: asked.when.clone(),
            about: asked.about.clone(),
            names_another: !differs.is_empty(),
            told_by: ToldBy::Document,
            file: Some(looked.stored.clone()),
            ..DocumentInput::default()
        });
        let typing = Typing {
            order: self.settings().await?.date_order,
            ..Typing::on(clock::today())
        };
        let read = input.read(typing, Some(record.patient.born));
        let read = read.and_then(|mut fact| record.by_id(&mut fact).map(|()| fact));
        let fact = match read {
            Ok(fact) => fact,
            Err(issues) => return Ok(FileOutcome::Refused(told(&issues))),
        };
        let row = rows::row(&fact)?;
        let change = Change {
            request_id: clock::new_id(),
            told_by: fact.told_by().map(|told_by| told_by.name().to_owned()),
            reason: None,
        };
        let mut unit = self.store().begin(&self.actor(), clock::now_us()).await?;
        match take_in(&mut unit, place, &looked.stored).await {
            Ok(_) => {}
            Err(Untaken::File(refusal)) => return Ok(FileOutcome::Refused(refusal.words())),
            Err(Untaken::Vault(error)) => return Err(error),
        }
        unit.record(&change, patient, own, &row).await?;
        unit.commit(Audit::done(Act::Record)).await?;
        Ok(FileOutcome::Attached)
    }

    /// Writes a copy of a document to a new file. The log says so before anything is written.
    ///
    /// # Errors
    /// A damaged vault; inside, a place that can't be written, a file that is there already among them.
    pub async fn copy_document(
        &self,
        opened: &OpenRecord,
        number: usize,
        out: &Path,
    ) -> Result<Option<io::Result<()>>, ClinicError> {
        let found = number
            .checked_sub(1)
            .and_then(|at| opened.record.documents.get(at));
        let Some((document, id)) = found.and_then(|one| Some((one, one.id()?))) else {
            return Ok(None);
        };
        let leaving = Leaving::Document {
            id,
            patient: opened.patient,
        };
        let write = async || self.give_out_at(&document.file, out, Existing::Refuse).await;
        let written = self.take_out(leaving, Way::Export, write).await?;
        LeavingError::apart(written).map(Some)
    }
}

/// The documents of a record, in the order of time.
pub fn documents(opened: &OpenRecord) -> Vec<ListedDocument> {
    let all = opened.record.documents.iter().enumerate();
    let listed = all.filter_map(|(at, one)| {
        Some(ListedDocument {
            number: at + 1,
            id: one.id()?,
            when: one.when.to_string(),
            title: one.title(),
            name: one.file.name.to_string(),
            bytes: one.file.bytes.bytes(),
            sha256: one.file.sha256.to_string(),
        })
    });
    listed.collect()
}

/// What is wrong with what is said of a file, in one line.
fn told(issues: &[Issue]) -> String {
    let one = |issue: &Issue| Some(format!("{}: {}", issue.path, refused::problem(&issue.problem)));
    joined(issues.iter().map(one), "; ").unwrap_or_else(|| say!("file-problem-required"))
}
