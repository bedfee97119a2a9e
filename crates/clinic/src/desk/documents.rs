//! Attached files at the desk: chosen by the system's dialog or dropped onto the window, looked at, taken in with the entry that
//! names them, drawn, saved and handed to the system's viewer.
//!
//! What must hold: no place comes from the window. It says the token of a file that was chosen since the vault was opened, and
//! what was chosen is forgotten when it is locked. An entry can only name a file that was chosen.

use super::{
    Choosing, Desk,
    errors::{IntoApi, internal},
    held,
    saving::free_names,
};
use crate::{
    clock,
    door::{Leaving, LeavingError, Way},
    facts::{self, Facts},
    files::{
        FileRefusal, LookedAt, NEARLY_FULL, apart, differences, files_in, header_of,
        keeping::{Untaken, room, take_in, with_file},
        look,
        picture::{Sheets, Undrawn},
        says,
    },
    vault::{ClinicError, Vault},
    viewed::view_folder,
    words::{document::line, joined, say, say_with},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use lamina_api::{
    ApiError, Nothing,
    document::{
        ChooseFiles, ChosenFile, DocumentPage, DocumentPageRequest, DocumentView, FileChoice, FileView,
        FilesAsked, LookAtFile, SavedCopy,
    },
    entry::EntryKey,
};
use lamina_domain::{
    Document, Fact, PartialDate, Problem,
    document::{Media, StoredFile},
};
use lamina_store::Unit;
use lamina_vault::{Existing, private_folder};
use std::{
    collections::VecDeque,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;

/// How many chosen files are remembered.
const MOST_CHOSEN: usize = 10_000;

/// A file that was chosen.
#[derive(Clone)]
struct Chosen {
    token: Uuid,
    place: PathBuf,
    looked: Option<Arc<LookedAt>>,
}

/// The files that were chosen since the vault was opened, the oldest first.
#[derive(Default)]
pub(crate) struct ChosenShelf(VecDeque<Chosen>);

/// A chosen file that an entry names.
pub(super) struct FileAtHand {
    place: PathBuf,
    stored: StoredFile,
}

impl FileAtHand {
    /// Takes it in with the unit that writes its entry.
    pub(super) async fn take_in(&self, unit: &mut Unit) -> Result<(), ApiError> {
        match take_in(unit, &self.place, &self.stored).await {
            Ok(_) => Ok(()),
            // It was moved, or is another file by now: it has to be chosen anew.
            Err(Untaken::File(_)) => Err(ApiError::issue("file", Problem::FileNotAtHand)),
            Err(Untaken::Vault(error)) => Err(error.into()),
        }
    }
}

/// A document that stands or stood, and whose it is.
struct Found {
    document: Document,
    patient: Uuid,
    facts: Arc<Facts>,
}

impl Desk {
    /// Asks for files by the system's dialog. The vault may be locked while it is open.
    ///
    /// # Errors
    /// `locked`, also where it was locked meanwhile.
    pub async fn choose_files(&self, request: ChooseFiles) -> Result<FileChoice, ApiError> {
        let asked = request.asked;
        let title = match asked {
            FilesAsked::One => say!("documents-choose-title"),
            FilesAsked::Several => say!("documents-choose-several-title"),
            FilesAsked::Folder => say!("documents-choose-folder-title"),
        };
        // Nothing of the vault is held while a person thinks.
        let paths = (self.around.choose)(Choosing { asked, title }).await;
        let _session = self.session().await?;
        let (folders, files) = match asked {
            FilesAsked::Folder => (paths, Vec::new()),
            FilesAsked::One | FilesAsked::Several => (Vec::new(), paths),
        };
        self.shelved(files, folders).await
    }

    /// Remembers what a person dropped onto the window, until it is asked for or something else is dropped; nothing while the vault
    /// is locked. False where nothing is remembered.
    pub async fn drop_files(&self, places: Vec<PathBuf>) -> bool {
        if places.is_empty() || self.session().await.is_err() {
            return false;
        }
        *held(&self.dropped) = places;
        true
    }

    /// What was dropped onto the window, as a choice of files: each file, and of each folder the files in it. It is handed out once.
    ///
    /// # Errors
    /// `locked`.
    pub async fn take_dropped(&self, _: Nothing) -> Result<FileChoice, ApiError> {
        let _session = self.session().await?;
        let places = std::mem::take(&mut *held(&self.dropped));
        // A link is none of either: it is refused as a file.
        let is_folder = |place: &PathBuf| place.symlink_metadata().is_ok_and(|found| found.is_dir());
        let (folders, files) = places.into_iter().partition(is_folder);
        self.shelved(files, folders).await
    }

    /// These files and those in the folders as a choice, each under a token.
    async fn shelved(&self, files: Vec<PathBuf>, folders: Vec<PathBuf>) -> Result<FileChoice, ApiError> {
        let mut choice = FileChoice {
            files: Vec::new(),
            left_out: String::new(),
        };
        let mut places = files;
        let walk = move || folders.iter().map(|one| files_in(one)).collect::<Vec<_>>();
        let walked = tokio::task::spawn_blocking(walk).await;
        let mut said = Vec::new();
        for found in walked.map_err(|_| ClinicError::Interrupted)? {
            places.extend(found.files);
            let skipped = found.skipped as u64;
            said.push((skipped > 0).then(|| say_with!("documents-left-out", [("count", skipped.into())])));
            said.push(found.is_cut.then(|| say!("documents-left-out-more")));
        }
        choice.left_out = joined(said, " ").unwrap_or_default();
        let mut shelf = held(&self.chosen);
        for place in places {
            let name = place
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let token = clock::new_id();
            choice.files.push(ChosenFile { file: token, name });
            shelf.0.push_back(Chosen {
                token,
                place,
                looked: None,
            });
            if shelf.0.len() > MOST_CHOSEN {
                shelf.0.pop_front();
            }
        }
        Ok(choice)
    }

    fn note_looked(&self, token: Uuid, looked: &Arc<LookedAt>) {
        let mut shelf = held(&self.chosen);
        if let Some(one) = shelf.0.iter_mut().find(|one| one.token == token) {
            one.looked = Some(Arc::clone(looked));
        }
    }

    pub(super) fn forget_chosen(&self) {
        held(&self.chosen).0.clear();
        held(&self.dropped).clear();
    }

    /// Looks at a chosen file.
    ///
    /// # Errors
    /// `not_found` for a file that was not chosen, or a patient who is not there.
    pub async fn look_at_file(&self, request: LookAtFile) -> Result<FileView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let facts = vault.facts(request.patient).await?;
        let place = {
            let shelf = held(&self.chosen);
            let found = shelf.0.iter().find(|one| one.token == request.file);
            found.map(|one| one.place.clone()).ok_or(ApiError::NotFound)?
        };
        let looking = place.clone();
        let looked = tokio::task::spawn_blocking(move || look(&looking)).await;
        let looked = match looked.map_err(|_| ClinicError::Interrupted)? {
            Ok(looked) => Arc::new(looked),
            Err(refusal) => return Ok(refused(&place, refusal)),
        };
        self.note_looked(request.file, &looked);
        let already = with_file(&facts.record, &looked.stored).and_then(|one| one.id());
        let mut view = FileView {
            line: line(&looked.stored),
            stored: Some(looked.stored.clone()),
            already,
            ..FileView::default()
        };
        if let Err(problem) = room(vault, &facts.record, Uuid::nil(), &looked.stored).await?
            && already.is_none()
        {
            view.refused = crate::words::refused::problem(&problem);
        }
        let known = vault.store().has_content(looked.stored.sha256.as_str()).await;
        if known.map_err(IntoApi::into_api)? && already.is_none() {
            view.cautions.push(say!("documents-in-another-record"));
        }
        let held = vault.store().content_bytes().await.map_err(IntoApi::into_api)?;
        if held > NEARLY_FULL {
            view.cautions.push(say!("documents-nearly-full"));
        }
        if let Some(header) = &looked.header {
            view.says = says(header);
            view.differs = looked.differences(&facts.record.patient);
            if header.name.is_none() && !header.name_unread {
                view.cautions.push(say!("documents-names-nobody"));
            }
            let study = header.study.clone().or_else(|| header.body_part.clone());
            view.title =
                joined([header.modality.clone(), study, header.series.clone()], ", ").unwrap_or_default();
            let day = header.studied.map(|day| PartialDate::Day(day).to_string());
            view.when = day.unwrap_or_default();
        }
        Ok(view)
    }

    /// The chosen file that a new entry names, where nothing stands in the way of attaching it.
    pub(super) async fn file_for(
        &self,
        vault: &Vault,
        facts: &Facts,
        entry: Uuid,
        document: &Document,
    ) -> Result<FileAtHand, ApiError> {
        let found = {
            let shelf = held(&self.chosen);
            let named = |one: &&Chosen| {
                let looked = one.looked.as_ref();
                looked.is_some_and(|looked| looked.stored == document.file)
            };
            shelf.0.iter().rev().find(named).cloned()
        };
        let not_at_hand = || ApiError::issue("file", Problem::FileNotAtHand);
        let chosen = found.ok_or_else(not_at_hand)?;
        let looked = chosen.looked.ok_or_else(not_at_hand)?;
        if let Err(problem) = room(vault, &facts.record, entry, &looked.stored).await? {
            return Err(ApiError::issue("file", problem));
        }
        if !document.names_another && !looked.differences(&facts.record.patient).is_empty() {
            return Err(ApiError::issue("names_another", Problem::NamesAnotherPerson));
        }
        Ok(FileAtHand {
            place: chosen.place,
            stored: looked.stored.clone(),
        })
    }

    /// How an attached file can be looked at, and what it says itself.
    ///
    /// # Errors
    /// `not_found` for an entry that is no document; a damaged vault.
    pub async fn look_at_document(&self, request: EntryKey) -> Result<DocumentView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let found = found(vault, request.entry).await?;
        let file = &found.document.file;
        let bytes = vault.content(file).await?;
        let mut view = DocumentView::default();
        if file.media == Media::Dicom {
            let header = tokio::task::spawn_blocking(move || header_of(bytes)).await;
            let header = header.map_err(|_| ClinicError::Interrupted)?;
            // It was read when it was taken in.
            let header = header.map_err(|refusal| internal(&refusal.words()))?;
            view.says = says(&header);
            view.differs = differences(&header, &found.facts.record.patient);
            view.undrawn = say!("documents-undrawn-dicom");
            return Ok(view);
        }
        match apart::sheets(file.media, bytes).await {
            Ok(Sheets { pages, width, height }) => Ok(DocumentView {
                pages,
                width,
                height,
                ..view
            }),
            Err(_) => Ok(DocumentView {
                undrawn: say!("documents-undrawn"),
                ..view
            }),
        }
    }

    /// The picture of a page of an attached file. That the record is opened stands in the log already.
    ///
    /// # Errors
    /// `not_found` for a page that is not there; `unavailable` where it can't be drawn.
    pub async fn document_page(&self, request: DocumentPageRequest) -> Result<DocumentPage, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let found = found(vault, request.entry).await?;
        let file = &found.document.file;
        let bytes = vault.content(file).await?;
        match apart::page(file.media, bytes, request.page, request.width).await {
            Ok(png) => Ok(DocumentPage {
                picture: format!("data:image/png;base64,{}", STANDARD.encode(png)),
            }),
            Err(Undrawn::NoSuchPage | Undrawn::OfNoKind) => Err(ApiError::NotFound),
            Err(Undrawn::CanNot) => Err(ApiError::Unavailable),
        }
    }

    /// Saves a copy of an attached file where letters are saved, byte for byte. Its name holds the date and nothing about the
    /// patient.
    ///
    /// # Errors
    /// `not_found`, `disk_full`, or a folder that can't be written.
    pub async fn save_document(&self, request: EntryKey) -> Result<SavedCopy, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let found = found(vault, request.entry).await?;
        let folder = &self.around.letters;
        fs::create_dir_all(folder).map_err(IntoApi::into_api)?;
        let id = request.entry.simple().to_string();
        let short: String = id.chars().rev().take(6).collect();
        let name = format!("{} {} {short}", say!("documents-file"), self.today());
        let names = free_names(&name, found.document.file.media.ending());
        let leaving = Leaving::Document {
            id: request.entry,
            patient: found.patient,
        };
        let write = async || save(vault, &found.document.file, folder, names).await;
        let written = vault.take_out(leaving, Way::Export, write).await?;
        let name = LeavingError::apart(written)?.map_err(IntoApi::into_api)?;
        Ok(SavedCopy {
            folder: folder.display().to_string(),
            name,
        })
    }

    /// Hands a copy of an attached file to the system's viewer; the copy goes when the vault is locked.
    ///
    /// # Errors
    /// `not_found`, `disk_full`, `no_viewer` where the system has none.
    pub async fn view_document(&self, request: EntryKey) -> Result<Nothing, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let found = found(vault, request.entry).await?;
        let file = &found.document.file;
        let folder = view_folder(&self.around.vault);
        private_folder(&folder).map_err(IntoApi::into_api)?;
        let name = format!("document-{}.{}", request.entry.simple(), file.media.ending());
        let path = folder.join(name);
        let leaving = Leaving::Document {
            id: request.entry,
            patient: found.patient,
        };
        let show = async || {
            let written = vault.give_out_at(file, &path, Existing::Replace).await;
            LeavingError::apart(written)?.map_err(IntoApi::into_api)?;
            (self.around.view)(&path).map_err(|_| ApiError::NoViewer)
        };
        vault.take_out(leaving, Way::Print, show).await??;
        Ok(Nothing {})
    }
}

/// A file that can't be attached.
fn refused(place: &Path, refusal: FileRefusal) -> FileView {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    FileView {
        line: name.into_owned(),
        refused: refusal.words(),
        ..FileView::default()
    }
}

async fn found(vault: &Vault, entry: Uuid) -> Result<Found, ApiError> {
    let entry = vault.store().get(entry).await.map_err(IntoApi::into_api)?;
    let kept = facts::kept(&entry).map_err(ClinicError::from)?;
    let Fact::Document(document) = kept.fact else {
        return Err(ApiError::NotFound);
    };
    Ok(Found {
        document: *document,
        patient: entry.patient_id,
        facts: vault.facts(entry.patient_id).await?,
    })
}

/// Saves a file under the first of these names that is free.
async fn save(
    vault: &Vault,
    file: &StoredFile,
    folder: &Path,
    names: impl Iterator<Item = String>,
) -> Result<String, LeavingError> {
    for name in names {
        match vault
            .give_out_at(file, &folder.join(&name), Existing::Refuse)
            .await
        {
            Err(LeavingError::Place(error)) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => return written.map(|()| name),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists).into())
}
