//! The referral letter at the window: made once, then looked at, saved and viewed as the very same bytes.
//!
//! Letters that were made are kept in memory until the vault is locked. A letter that is viewed outside is written to
//! a folder of its own beside the vault, readable by its owner alone, and removed when the vault is locked.

use super::{
    Desk,
    entries::begin,
    errors::{IntoApi, internal},
    held,
};
use crate::{
    clock,
    letter::{Request, letter, walking_page},
    own_rules::OwnRules,
    record::Record,
    vault::{ClinicError, Vault},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use lamina_api::{
    ApiError, Nothing,
    letter::{
        LetterKey, LetterPage, LetterPageRequest, LetterPreview, LetterRequest, PaperSize, SavedLetter,
    },
    patient::PatientKey,
    settings::Settings,
};
use lamina_domain::{Issue, Problem, Text};
use lamina_letters::{Letter, LetterError, Letterhead, Paper, Sender, picture, render, to_text};
use lamina_store::{Audit, ObjectRef, Status};
use std::{
    collections::VecDeque,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;

/// How many letters are kept in memory.
const KEPT: usize = 8;
/// Longest reason, question or urgency, in characters.
const LONGEST: usize = 5_000;

/// What was made.
#[derive(Clone, Copy)]
enum Kind {
    Letter,
    WalkingPlan,
}

/// A letter that was made.
#[derive(Clone)]
struct Finished {
    id: Uuid,
    patient: Uuid,
    kind: Kind,
    pdf: Arc<Vec<u8>>,
}

/// The letters of this session, oldest first.
#[derive(Default)]
pub(crate) struct Made(VecDeque<Finished>);

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Made({})", self.0.len())
    }
}

/// The folder for letters that are viewed outside.
fn view_folder(vault: &Path) -> PathBuf {
    let mut name = vault.as_os_str().to_owned();
    name.push(".view");
    name.into()
}

/// Removes what an earlier session left for viewing.
pub(crate) fn forget(vault: &Path) {
    if let Err(error) = fs::remove_dir_all(view_folder(vault))
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(kind = %error.kind(), "letters that were viewed could not be removed");
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
        self.make(request, Kind::Letter, |record, asked, today| {
            Some(letter(record, asked, today))
        })
        .await
    }

    /// Makes the page about the walking plan that patient and clinician share.
    ///
    /// # Errors
    /// `not_found` also where no plan was ever prescribed; `locked`.
    pub async fn preview_walking(&self, request: PatientKey) -> Result<LetterPreview, ApiError> {
        let request = LetterRequest {
            patient: request.patient,
            ..LetterRequest::default()
        };
        self.make(request, Kind::WalkingPlan, walking_page).await
    }

    /// Makes something that is looked at before it is saved.
    async fn make(
        &self,
        request: LetterRequest,
        kind: Kind,
        page: fn(&Record, &Request, NaiveDate) -> Option<Letter>,
    ) -> Result<LetterPreview, ApiError> {
        let settings = self.get_settings(Nothing {}).await?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let (width, height) = match settings.paper {
            PaperSize::A4 => (595.28, 841.89),
            PaperSize::UsLetter => (612.0, 792.0),
        };
        let patient = request.patient;
        let asked = Request {
            rules: facts.rules,
            ..asked(request, settings)
        };
        let today = self.today();
        if facts.person.status != Status::Active {
            return Err(ApiError::Retracted);
        }
        let record = facts.record;
        // Layout and drawing take tens of milliseconds of one core.
        let made = tokio::task::spawn_blocking(move || {
            let Some(letter) = page(&record, &asked, today) else {
                return Ok(None);
            };
            let rendered = render(&letter)?;
            Ok::<_, LetterError>(Some((rendered, to_text(&letter), letter.not_recorded)))
        });
        let (rendered, text, not_recorded) = made
            .await
            // What a panic said could quote the record, so only that the work ended is told.
            .map_err(|_| ClinicError::Interrupted)?
            .map_err(|error| match error {
                LetterError::TooLong { most } => ApiError::LetterTooLong { most },
                error => internal(&error),
            })?
            .ok_or(ApiError::NotFound)?;
        let finished = Finished {
            id: clock::new_id(),
            patient,
            kind,
            pdf: Arc::new(rendered.pdf),
        };
        let preview = LetterPreview {
            letter: finished.id,
            pages: rendered.pages,
            width,
            height,
            bytes: u32::try_from(finished.pdf.len()).unwrap_or(u32::MAX),
            text,
            not_recorded,
            unprinted: rendered.unprinted,
        };
        let mut made = held(&self.letters);
        made.0.push_back(finished);
        if made.0.len() > KEPT {
            made.0.pop_front();
        }
        Ok(preview)
    }

    fn made(&self, letter: Uuid) -> Result<Finished, ApiError> {
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
            Kind::Letter => "Letter",
            Kind::WalkingPlan => "Walking plan",
        };
        let name = format!("{what} {} {short}.pdf", self.today());
        write_new(&folder.join(&name), &letter.pdf).map_err(IntoApi::into_api)?;
        note(session.vault()?, "export", &letter).await?;
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
        let folder = view_folder(&self.around.vault);
        private_folder(&folder).map_err(IntoApi::into_api)?;
        let path = folder.join(format!("letter-{}.pdf", letter.id.simple()));
        write_new(&path, &letter.pdf).map_err(IntoApi::into_api)?;
        note(session.vault()?, "print", &letter).await?;
        (self.around.view)(&path).map_err(|_| ApiError::NoViewer)?;
        Ok(Nothing {})
    }

    pub(crate) fn drop_letters(&self) {
        held(&self.letters).0.clear();
        forget(&self.around.vault);
    }
}

async fn note(vault: &Vault, action: &str, letter: &Finished) -> Result<(), ApiError> {
    let note = Audit {
        patient_id: Some(letter.patient),
        object: Some(ObjectRef {
            kind: "letter".to_owned(),
            id: letter.id.to_string(),
        }),
        ..Audit::done(action)
    };
    let unit = begin(vault).await?;
    unit.commit(note).await.map_err(IntoApi::into_api)?;
    Ok(())
}

fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a file that only its owner can read; one of the same name is taken to be the same letter.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        other => other?,
    };
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a letter must not pass for a whole one.
        fs::remove_file(path).ok();
    }
    written
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

fn asked(request: LetterRequest, settings: Settings) -> Request {
    let filled = |lines: Vec<String>| lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    Request {
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
        recipient: filled(request.recipient),
        reason: request.reason,
        question: request.question,
        urgency: request.urgency,
        rules: OwnRules::default(),
        paper: match settings.paper {
            PaperSize::A4 => Paper::A4,
            PaperSize::UsLetter => Paper::UsLetter,
        },
        opioid_table: settings.opioid_table,
    }
}
