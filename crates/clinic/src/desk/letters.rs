//! Letters at the window: made once, then looked at, saved and viewed as the very same bytes.
//!
//! Letters that were made are kept in memory until the vault is locked. A letter that is viewed outside is written to
//! a folder of its own beside the vault, readable by its owner alone, and removed when the vault is locked.

use super::{
    Desk,
    errors::{IntoApi, internal},
    held,
    saving::free_names,
};
use crate::{
    clock,
    door::{Leaving, Way, filled},
    letter::{FinishedLetter, LetterKind, NoSheet, Request, letter, sheet_choices, sheet_of, sheets},
    record::Record,
    vault::ClinicError,
    viewed::{forget, view_folder},
    words::say,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use lamina_api::{
    ApiError, Nothing,
    letter::{
        LetterKey, LetterPage, LetterPageRequest, LetterPreview, LetterRequest, PaperSize, SavedLetter,
        SheetChoice, SheetsRequest,
    },
};
use lamina_domain::{Issue, Problem, Text, instrument::Instrument};
use lamina_letters::{LetterError, picture};
use lamina_store::Status;
use lamina_vault::{Existing, private_folder, write_whole};
use std::{
    collections::VecDeque,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;
use zeroize::Zeroizing;

/// How many letters are kept in memory.
const KEPT: usize = 8;
/// Longest reason, question or urgency, in characters.
const LONGEST: usize = 5_000;

#[derive(Clone, Copy)]
enum Kind {
    Letter { patient: Uuid, kind: LetterKind },
    Sheets { patient: Uuid },
    RecoverySheet,
}

/// A letter or another page that was made.
#[derive(Clone)]
pub(super) struct FinishedPage {
    id: Uuid,
    kind: Kind,
    pdf: Arc<Zeroizing<Vec<u8>>>,
}

impl FinishedPage {
    fn of(kind: Kind, pdf: Vec<u8>) -> Self {
        Self {
            id: clock::new_id(),
            kind,
            pdf: Arc::new(Zeroizing::new(pdf)),
        }
    }

    /// A recovery sheet, which is about nobody.
    pub(super) fn sheet(pdf: Vec<u8>) -> Self {
        Self::of(Kind::RecoverySheet, pdf)
    }

    fn leaving(&self) -> Leaving {
        let id = self.id;
        match self.kind {
            Kind::Letter { patient, .. } | Kind::Sheets { patient } => Leaving::Letter { id, patient },
            Kind::RecoverySheet => Leaving::RecoverySheet { id },
        }
    }

    /// Where it lies while it is viewed outside.
    fn viewed(&self, vault: &Path) -> PathBuf {
        view_folder(vault).join(format!("letter-{}.pdf", self.id.simple()))
    }
}

/// The letters of this session, oldest first.
#[derive(Default)]
pub(crate) struct LetterShelf(VecDeque<FinishedPage>);

impl std::fmt::Debug for LetterShelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Made({})", self.0.len())
    }
}

impl Desk {
    /// Makes a letter from the record as it stands.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` by field, `letter_too_long`.
    pub async fn preview_letter(&self, request: LetterRequest) -> Result<LetterPreview, ApiError> {
        let issues = issues(&request);
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        let kind = Kind::Letter {
            patient: request.patient,
            kind: request.kind,
        };
        self.make(request, kind, letter).await
    }

    /// The questionnaires and tests, and why there is no sheet of some.
    ///
    /// # Errors
    /// `locked`.
    pub async fn list_sheets(&self, _: Nothing) -> Result<Vec<SheetChoice>, ApiError> {
        Ok(sheet_choices())
    }

    /// Makes sheets to fill in on paper.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` where none is named, one twice, or one of which there is no sheet.
    pub async fn preview_sheets(&self, request: SheetsRequest) -> Result<LetterPreview, ApiError> {
        let of = sheets_of(&request.instruments).map_err(|issues| ApiError::Invalid { issues })?;
        let asked = LetterRequest {
            patient: request.patient,
            ..LetterRequest::default()
        };
        let kind = Kind::Sheets {
            patient: request.patient,
        };
        self.make(asked, kind, move |record, asked, today| {
            sheets(record, asked, &of, today)
        })
        .await
    }

    /// Makes something that is looked at before it is saved.
    async fn make(
        &self,
        request: LetterRequest,
        kind: Kind,
        page: impl FnOnce(&Record, &Request, NaiveDate) -> FinishedLetter + Send + 'static,
    ) -> Result<LetterPreview, ApiError> {
        let session = self.session().await?;
        let settings = session.vault()?.author_settings().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let (width, height) = match settings.paper {
            PaperSize::A4 => (595.28, 841.89),
            PaperSize::UsLetter => (612.0, 792.0),
        };
        let asked = Request {
            recipient: filled(request.recipient),
            reason: request.reason,
            question: request.question,
            urgency: request.urgency,
            kind: request.kind,
            length: request.length,
            ..Request::of_clinic(settings, &facts)
        };
        let today = self.today();
        if facts.person.status != Status::Active {
            return Err(ApiError::Retracted);
        }
        // Layout and drawing take tens of milliseconds of one core.
        let made = tokio::task::spawn_blocking(move || {
            let made = page(&facts.record, &asked, today);
            Ok::<_, LetterError>((made.pdf()?, made.text(), made))
        });
        let (rendered, text, made) = made
            .await
            // What a panic said could quote the record, so only that the work ended is told.
            .map_err(|_| ClinicError::Interrupted)?
            .map_err(|error| match error {
                LetterError::TooLong { most } => ApiError::LetterTooLong { most },
                error => internal(&error),
            })?;
        let bytes = u32::try_from(rendered.pdf.len()).unwrap_or(u32::MAX);
        Ok(LetterPreview {
            letter: self.shelve(FinishedPage::of(kind, rendered.pdf)),
            pages: rendered.pages,
            width,
            height,
            bytes,
            text,
            not_recorded: made.letter.not_recorded,
            left_out: made.letter.left_out,
            too_long: made.too_long,
            unprinted: rendered.unprinted,
            reading: made.reading,
        })
    }

    /// Keeps what was made until the vault is locked or so many others were made after it.
    pub(super) fn shelve(&self, finished: FinishedPage) -> Uuid {
        let id = finished.id;
        let mut made = held(&self.letters);
        made.0.push_back(finished);
        if made.0.len() > KEPT {
            made.0.pop_front();
        }
        id
    }

    /// Forgets what was made, and removes it where it lies to be viewed.
    pub(super) fn unshelve(&self, id: Uuid) {
        let mut made = held(&self.letters);
        let gone = made.0.iter().position(|one| one.id == id);
        let Some(gone) = gone.and_then(|at| made.0.remove(at)) else {
            return;
        };
        match fs::remove_file(gone.viewed(&self.around.vault)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(kind = %error.kind(), "a page that was viewed could not be removed");
            }
            _ => {}
        }
    }

    fn made(&self, letter: Uuid) -> Result<FinishedPage, ApiError> {
        let made = held(&self.letters);
        made.0
            .iter()
            .find(|one| one.id == letter)
            .cloned()
            .ok_or(ApiError::NotFound)
    }

    /// The picture of a page.
    ///
    /// # Errors
    /// `not_found` for a letter or page that is not there.
    pub async fn letter_page(&self, request: LetterPageRequest) -> Result<LetterPage, ApiError> {
        let letter = self.made(request.letter)?;
        let drawn = tokio::task::spawn_blocking(move || picture(&letter.pdf, request.page, request.scale));
        match drawn.await.map_err(|_| ClinicError::Interrupted)? {
            Ok(png) => Ok(LetterPage {
                picture: format!("data:image/png;base64,{}", STANDARD.encode(png)),
            }),
            Err(LetterError::NoSuchPage) => Err(ApiError::NotFound),
            Err(error) => Err(internal(&error)),
        }
    }

    /// Saves a letter to the letters folder. Its name holds the date and nothing about the patient.
    ///
    /// # Errors
    /// `not_found`, `disk_full`, or a folder that can't be written.
    pub async fn save_letter(&self, request: LetterKey) -> Result<SavedLetter, ApiError> {
        let letter = self.made(request.letter)?;
        let session = self.session().await?;
        let folder = &self.around.letters;
        fs::create_dir_all(folder).map_err(IntoApi::into_api)?;
        let id = letter.id.simple().to_string();
        let short: String = id.chars().rev().take(6).collect();
        let what = match letter.kind {
            Kind::Letter {
                kind: LetterKind::Walking,
                ..
            } => say!("letters-file-walking-plan"),
            Kind::Letter {
                kind: LetterKind::Patient,
                ..
            } => say!("letters-file-patient"),
            Kind::Letter { .. } => say!("letters-file"),
            Kind::Sheets { .. } => say!("letters-file-sheets"),
            Kind::RecoverySheet => say!("letters-file-recovery-sheet"),
        };
        let name = format!("{what} {} {short}", self.today());
        let places = free_names(&name, "pdf").map(|name| folder.join(name));
        let written = session
            .vault()?
            .take_out(letter.leaving(), Way::Export, async || {
                write_free(places, &letter.pdf)
            });
        let place = written.await?.map_err(IntoApi::into_api)?;
        let name = place
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Ok(SavedLetter {
            folder: folder.display().to_string(),
            name,
        })
    }

    /// Hands a letter to the system's viewer, from where it can be printed.
    ///
    /// # Errors
    /// `not_found`, `disk_full`, `no_viewer` where the system has none.
    pub async fn view_letter(&self, request: LetterKey) -> Result<Nothing, ApiError> {
        let letter = self.made(request.letter)?;
        let session = self.session().await?;
        private_folder(&view_folder(&self.around.vault)).map_err(IntoApi::into_api)?;
        let path = letter.viewed(&self.around.vault);
        let shown = session.vault()?.take_out(letter.leaving(), Way::Print, async || {
            write_free([path.clone()], &letter.pdf).map_err(IntoApi::into_api)?;
            (self.around.view)(&path).map_err(|_| ApiError::NoViewer)
        });
        shown.await??;
        Ok(Nothing {})
    }

    pub(crate) fn drop_letters(&self) {
        self.forget_shown();
        held(&self.letters).0.clear();
        forget(&self.around.vault);
    }
}

/// Writes a letter at the first of these places that is free. One that holds these very bytes already is this letter.
fn write_free(places: impl IntoIterator<Item = PathBuf>, bytes: &[u8]) -> io::Result<PathBuf> {
    for place in places {
        match write_whole(&place, bytes, Existing::Refuse) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read(&place).is_ok_and(|there| there == bytes) {
                    return Ok(place);
                }
            }
            written => return written.map(|()| place),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The instruments of these ids, each of which has a sheet.
fn sheets_of(ids: &[String]) -> Result<Vec<&'static Instrument>, Vec<Issue>> {
    let mut of = Vec::new();
    let mut issues = Vec::new();
    if ids.is_empty() {
        issues.push(Issue::at("instruments", Problem::Required));
    }
    for (at, id) in ids.iter().enumerate() {
        let path = format!("instruments.{at}");
        if ids.iter().take(at).any(|before| before == id) {
            issues.push(Issue::at(path, Problem::NamedTwice));
            continue;
        }
        match sheet_of(id) {
            Ok(one) => of.push(one),
            Err(NoSheet::Unknown | NoSheet::NotFree(_)) => issues.push(Issue::at(path, Problem::Required)),
        }
    }
    match issues.is_empty() {
        true => Ok(of),
        false => Err(issues),
    }
}

fn issues(request: &LetterRequest) -> Vec<Issue> {
    let lines = request.recipient.iter().enumerate();
    let texts = [
        ("reason".to_owned(), &request.reason),
        ("question".to_owned(), &request.question),
        ("urgency".to_owned(), &request.urgency),
    ]
    .into_iter()
    .chain(lines.map(|(at, line)| (format!("recipient.{at}"), line)));
    texts
        .filter_map(|(path, text)| match Text::within(text, LONGEST) {
            Ok(_) | Err(Problem::Required) => None,
            Err(problem) => Some(Issue::at(path, problem)),
        })
        .collect()
}
