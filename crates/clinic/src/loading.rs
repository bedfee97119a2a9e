//! What goes into a vault and comes out of it whole.
//!
//! Loading is one transaction: all of a document or nothing. A dump of a load is equal to what was loaded. A file that was
//! loaded before is told, since its people would stand there twice.

use crate::{
    clock,
    files::{
        FileRefusal, MOST_GIB, MOST_OF_ALL, MadeFile,
        keeping::{Untaken, put_in, take_in},
        look,
    },
    record::{self, Document, Record, Unreadable},
    rows,
    vault::{Attempt, ClinicError, Vault},
    words::refused::problem,
};
use lamina_api::Access;
use lamina_domain::{Fact, Noun, Problem, document::StoredFile, when::Reference};
use lamina_store::{Act, Audit, LoadedFact, Unit};
use lamina_vault::Unopened;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    io::{self, Read},
    path::PathBuf,
};
use tokio::sync::mpsc;
use uuid::Uuid;

/// Facts that are written at once while many are loaded.
const AT_ONCE: usize = 2_000;

/// Before the hash of a file that was loaded, in the name of the setting that says when.
const LOADED: &str = "load/";

/// Patients that are read from a file before those before them are written.
const AHEAD: usize = 16;

impl Vault {
    /// Begins to load patients: all of them, or none.
    ///
    /// # Errors
    /// A vault that is busy, or somebody whose role does not include it.
    pub async fn begin_load(&self) -> Result<Loading, ClinicError> {
        self.allow(Access::Manage, Attempt::act(Act::Load)).await?;
        Ok(Loading {
            unit: self.store().begin(&self.actor(), clock::now_us()).await?,
            audit: Audit::done(Act::Load),
            waiting: Vec::new(),
            files: None,
            made: Vec::new(),
            room: MOST_OF_ALL.saturating_sub(self.store().content_bytes().await?),
        })
    }

    /// Keeps every patient of `document`, or none.
    ///
    /// # Errors
    /// A full disk or a damaged file; nothing of the document was kept.
    pub async fn load(&self, document: &Document) -> Result<(), ClinicError> {
        self.load_with(document, Vec::new()).await
    }

    /// The same, with the bytes of the attached files that were made here and lie in no folder.
    ///
    /// # Errors
    /// As [`Vault::load`], and [`ClinicError::FileNotLoaded`] for a file that is not among them.
    pub(crate) async fn load_with(
        &self,
        document: &Document,
        made: Vec<MadeFile>,
    ) -> Result<(), ClinicError> {
        let mut loading = self.begin_load().await?;
        loading.made = made;
        for record in &document.patients {
            loading.add(record).await?;
        }
        loading.keep().await
    }

    /// Keeps every patient of a record file, or none; of the file no more is in memory than a few patients. The attached files
    /// that it names lie in the folder `files`, each under its hash. The inner result tells what is wrong with the file.
    ///
    /// # Errors
    /// [`ClinicError::LoadedBefore`] where the very same file was loaded before and is not to be loaded `again`;
    /// [`ClinicError::FileNotLoaded`]; a full disk or a damaged vault; nothing of the file was kept.
    pub async fn load_file(
        &self,
        file: impl Read + Send + 'static,
        files: PathBuf,
        again: bool,
    ) -> Result<Result<(), Unreadable>, ClinicError> {
        let (send, mut receive) = mpsc::channel(AHEAD);
        let today = clock::today();
        let reading = tokio::task::spawn_blocking(move || {
            let mut file = Hashing {
                from: file,
                hash: Sha256::new(),
            };
            let read = record::read_each(&mut file, today, |record| send.blocking_send(record).is_ok());
            let cut = |error: io::Error| Unreadable::Cut {
                message: error.to_string(),
            };
            read.and_then(|_| file.end().map_err(cut))
        });
        let mut loading = self.begin_load().await?;
        loading.files = Some(files);
        while let Some(record) = receive.recv().await {
            loading.add(&record).await?;
        }
        let hash = match reading.await.map_err(|_| ClinicError::Interrupted)? {
            Ok(hash) => hash,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let name = format!("{LOADED}{hash}");
        let before = self.store().setting(&name).await?;
        if let Some(at_us) = before.and_then(|at| at.as_i64()).filter(|_| !again) {
            return Err(ClinicError::LoadedBefore {
                at: clock::shown(at_us),
            });
        }
        loading.unit.set_setting(&name, &json!(clock::now_us())).await?;
        loading.keep().await.map(Ok)
    }

    /// Every patient with all facts that stand, in the order in which they were made. `each` may end it.
    ///
    /// # Errors
    /// A damaged file, or what `each` says.
    pub(crate) async fn dump<E: From<ClinicError>>(
        &self,
        mut each: impl FnMut(&Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let everyone = self.store().everyone().await.map_err(ClinicError::from)?;
        let mut ids: Vec<Uuid> = everyone.into_iter().map(|hit| hit.id).collect();
        // Ids sort in the order in which they were made.
        ids.sort_unstable();
        for id in ids {
            each(&self.record(id).await?)?;
        }
        Ok(())
    }
}

/// Passes on what is read and hashes it.
struct Hashing<R> {
    from: R,
    hash: Sha256,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.hash.update(bytes.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<R: Read> Hashing<R> {
    /// The hash of all of it, in hexadecimal digits.
    fn end(mut self) -> io::Result<String> {
        // Nobody reads white space behind the record.
        io::copy(&mut self, &mut io::sink())?;
        Ok(self
            .hash
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect())
    }
}

/// Patients on their way into the vault. Dropping it leaves the vault as it was; [`Loading::keep`] is the only way to
/// keep them.
pub struct Loading {
    unit: Unit,
    audit: Audit,
    /// Facts that are not written yet: many are written at once.
    waiting: Vec<LoadedFact>,
    /// The folder in which the attached files lie.
    files: Option<PathBuf>,
    /// Attached files that were made here, with their bytes.
    made: Vec<MadeFile>,
    /// So many bytes of files the vault still takes.
    room: u64,
}

impl Loading {
    /// Takes in one patient.
    ///
    /// # Errors
    /// A full disk or a damaged file.
    pub async fn add(&mut self, record: &Record) -> Result<(), ClinicError> {
        for document in &record.documents {
            self.add_file(&document.file).await?;
        }
        let facts: Vec<Fact> = record.facts().into_iter().map(|(_, kept)| kept.fact).collect();
        let ids: Vec<Uuid> = facts.iter().map(|_| clock::new_id()).collect();
        let mut lists: HashMap<Noun, Vec<Uuid>> = HashMap::new();
        for (fact, id) in facts.iter().zip(&ids) {
            lists.entry(fact.noun()).or_default().push(*id);
        }
        let patient = ids.first().copied().unwrap_or_default();
        for (mut fact, id) in facts.into_iter().zip(ids) {
            fact.each_reference(|_, what, which| {
                let list = Noun::from_called(what).and_then(|noun| lists.get(&noun));
                if let (Some(list), Reference::Place(place)) = (list, *which)
                    && let Some(id) = (place as usize).checked_sub(1).and_then(|at| list.get(at))
                {
                    *which = Reference::Id(*id);
                }
            });
            fact.settle();
            self.waiting.push(LoadedFact {
                patient,
                id,
                told_by: fact.told_by().map(|told_by| told_by.name().to_owned()),
                row: rows::row(&fact)?,
            });
        }
        if self.waiting.len() >= AT_ONCE {
            self.write().await?;
        }
        Ok(())
    }

    /// Takes in the bytes of an attached file, where the vault does not have them. They are looked at like any other file.
    async fn add_file(&mut self, file: &StoredFile) -> Result<(), ClinicError> {
        if let Some((_, bytes)) = self.made.iter().find(|(made, _)| made == file) {
            return put_in(&mut self.unit, bytes, file).await;
        }
        let refused = |why: String| ClinicError::FileNotLoaded {
            file: file.sha256.to_string(),
            why,
        };
        let place = self
            .files
            .as_ref()
            .map(|folder| folder.join(file.sha256.as_str()));
        let missing = || refused(FileRefusal::Unopened(Unopened::Missing).words());
        let place = place.ok_or_else(missing)?;
        match take_in(&mut self.unit, &place, file).await {
            Ok(false) => return Ok(()),
            Ok(true) => {}
            Err(Untaken::File(refusal)) => return Err(refused(refusal.words())),
            Err(Untaken::Vault(error)) => return Err(error),
        }
        let looked = tokio::task::spawn_blocking(move || look(&place)).await;
        let looked = looked.map_err(|_| ClinicError::Interrupted)?;
        let looked = looked.map_err(|refusal| refused(refusal.words()))?;
        if looked.stored.media != file.media {
            return Err(refused(FileRefusal::OfNoKind.words()));
        }
        let room = self.room.checked_sub(file.bytes.bytes());
        let full = || refused(problem(&Problem::NoRoomForFiles { most: MOST_GIB }));
        self.room = room.ok_or_else(full)?;
        Ok(())
    }

    async fn write(&mut self) -> Result<(), ClinicError> {
        let facts = std::mem::take(&mut self.waiting);
        Ok(self.unit.load(&self.audit, &facts).await?)
    }

    /// Keeps all that was taken in.
    ///
    /// # Errors
    /// A full disk or a damaged file; nothing was kept.
    pub async fn keep(mut self) -> Result<(), ClinicError> {
        self.write().await?;
        self.unit.commit(self.audit).await?;
        Ok(())
    }
}

#[cfg(test)]
impl Vault {
    /// Everything as one document.
    pub(crate) async fn whole(&self) -> Document {
        let mut patients = Vec::new();
        let each = |record: &Record| {
            patients.push(record.clone());
            Ok::<(), ClinicError>(())
        };
        self.dump(each).await.unwrap();
        Document::of(patients)
    }
}
