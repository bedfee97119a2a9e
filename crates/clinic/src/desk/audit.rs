//! The audit log at the window: its rows by what is asked of them, the same as a table for a spreadsheet, and whether it is whole.
//!
//! What must hold: whoever reads rows stands in the log for it; only going on with what was asked for last is not noted once
//! more. That the log is whole is said of what was checked since the vault was opened, and of nothing else.

mod told;

use super::{Desk, errors::IntoApi, held, saving::free_names};
use crate::{
    audit::{AuditQuestion, Row, table::LogTable},
    clock,
    door::{Leaving, LeavingError, Way},
    vault::{ClinicError, Vault},
    words::{self, say},
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError, Nothing,
    audit::{AuditAct, AuditFilter, AuditPage, AuditView, ExamineAudit, LogCheck, SavedAudit},
};
use lamina_domain::{Issue, PartialDate, Problem};
use lamina_vault::{Existing, WholeFile};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::Path,
};
use tokio::task::AbortHandle;
use uuid::Uuid;

/// Most rows that one answer holds.
const PAGE: usize = 200;

/// What is known of the log while the vault is open.
#[derive(Default)]
pub(crate) struct OpenLog {
    /// What was asked for last, which was noted.
    asked: Option<AuditQuestion>,
    /// The check that is under way.
    check: Option<RunningCheck>,
    /// What the last check found.
    checked: Option<LogCheck>,
}

struct RunningCheck {
    token: Uuid,
    stop: AbortHandle,
}

impl Desk {
    /// What the log can be asked for, and what is known of it.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn audit_view(&self, _: Nothing) -> Result<AuditView, ApiError> {
        let session = self.session().await?;
        let pairs = session.vault()?.store().who_did_what().await;
        let pairs = pairs.map_err(IntoApi::into_api)?;
        let (people, acts): (BTreeSet<String>, BTreeSet<String>) = pairs.into_iter().unzip();
        let mut people: Vec<String> = people.into_iter().collect();
        people.sort_by_key(|name| name.to_lowercase());
        let acts = acts.into_iter().map(|act| AuditAct {
            words: words::audit::told(&act, true),
            act,
        });
        let mut acts: Vec<AuditAct> = acts.collect();
        acts.sort_by(|one, other| one.words.cmp(&other.words));
        Ok(AuditView {
            people,
            acts,
            checked: held(&self.log).checked.clone(),
        })
    }

    /// Rows of the log, the newest first. That they were asked for is the newest of them, unless they go on with what was asked
    /// for last.
    ///
    /// # Errors
    /// `invalid` for a day that can't be read; `locked`, or a damaged file.
    pub async fn examine_audit(&self, request: ExamineAudit) -> Result<AuditPage, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let asked = self.question(request.filter)?;
        let goes_on = request.before.is_some() && held(&self.log).asked.as_ref() == Some(&asked);
        if !goes_on {
            vault.note_examined(&asked).await?;
            held(&self.log).asked = Some(asked.clone());
        }
        let names = vault.names_in_log().await?;
        let (mut rows, mut more) = (Vec::new(), false);
        let each = |row: Row| {
            more = rows.len() == PAGE;
            if !more {
                rows.push(told::row(row));
            }
            !more
        };
        vault.read_log(&asked, request.before, &names, each).await?;
        let head = vault.store().head().await.map_err(IntoApi::into_api)?;
        let name = asked.patient.and_then(|id| names.get(&id).cloned());
        Ok(AuditPage {
            rows,
            more,
            total: head.seq,
            patient_name: name.unwrap_or_default(),
        })
    }

    /// Saves all rows that are asked for where letters are saved, as a table. Its name holds the date and nothing about patients.
    ///
    /// # Errors
    /// `invalid` for a day that can't be read; `disk_full`, or a folder that can't be written.
    pub async fn save_audit(&self, request: AuditFilter) -> Result<SavedAudit, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let asked = self.question(request)?;
        let folder = &self.around.letters;
        fs::create_dir_all(folder).map_err(IntoApi::into_api)?;
        let name = format!("{} {}", say!("audit-file"), self.today());
        let leaving = Leaving::AuditLog {
            patient: asked.patient,
            is_whole: asked.is_of_all(),
        };
        let write = async || save(vault, &asked, folder, &name).await;
        let written = vault.take_out(leaving, Way::Export, write).await?;
        let (name, rows) = LeavingError::apart(written)?.map_err(IntoApi::into_api)?;
        Ok(SavedAudit {
            folder: folder.display().to_string(),
            name,
            rows: rows as u64,
        })
    }

    /// Checks the log and all that it tells of; nothing where that was stopped. Nothing can be written meanwhile. It holds up
    /// nobody who locks the vault: that stops it.
    ///
    /// # Errors
    /// `unavailable` while another check is under way; `locked` where the vault was locked meanwhile.
    pub async fn verify_now(&self, _: Nothing) -> Result<Option<LogCheck>, ApiError> {
        let token = clock::new_id();
        let check = {
            let session = self.session().await?;
            let verifier = session.vault()?.verifier();
            let mut log = held(&self.log);
            if log.check.as_ref().is_some_and(|one| !one.stop.is_finished()) {
                return Err(ApiError::Unavailable);
            }
            let check = tokio::spawn(async move { verifier.verify().await });
            let stop = check.abort_handle();
            log.check = Some(RunningCheck { token, stop });
            check
        };
        let found = match check.await {
            Ok(found) => found?,
            Err(ended) if ended.is_cancelled() => return Ok(None),
            Err(_) => return Err(ClinicError::Interrupted.into()),
        };
        let checked = told::check(&found, clock::now_us());
        let mut log = held(&self.log);
        // It is gone where the vault was locked meanwhile: what was found is not said of what is opened next.
        if log.check.take_if(|one| one.token == token).is_none() {
            return Err(ApiError::Locked);
        }
        log.checked = Some(checked.clone());
        Ok(Some(checked))
    }

    /// Stops a check that is under way.
    ///
    /// # Errors
    /// `locked`.
    pub async fn stop_verifying(&self, _: Nothing) -> Result<Nothing, ApiError> {
        self.session().await?;
        if let Some(check) = &held(&self.log).check {
            check.stop.abort();
        }
        Ok(Nothing {})
    }

    /// Forgets what was examined and checked, and stops a check; whether one was under way.
    pub(super) fn forget_log(&self) -> bool {
        let log = std::mem::take(&mut *held(&self.log));
        log.check.is_some_and(|check| {
            let was_running = !check.stop.is_finished();
            check.stop.abort();
            was_running
        })
    }

    /// What is asked for, with its days read as they were typed.
    fn question(&self, filter: AuditFilter) -> Result<AuditQuestion, ApiError> {
        let mut issues = Vec::new();
        let from = self.day_bounds("from", &filter.from, &mut issues);
        let until = self.day_bounds("until", &filter.until, &mut issues);
        let (from, until) = (from.map(|(first, _)| first), until.map(|(_, last)| last));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            issues.push(Issue::at("until", Problem::EndBeforeStart));
        }
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        Ok(AuditQuestion {
            patient: filter.patient,
            person: filter.person,
            act: filter.act,
            from,
            until,
        })
    }

    /// The first and the last day that something typed means; none where nothing was typed, or nothing that can be read.
    fn day_bounds(
        &self,
        field: &str,
        typed: &str,
        issues: &mut Vec<Issue>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        if typed.trim().is_empty() {
            return None;
        }
        match PartialDate::parse(typed, self.typing()) {
            Ok(date) => Some(date.span()),
            Err(problem) => {
                issues.push(Issue::at(field, problem));
                None
            }
        }
    }
}

/// Saves rows under the first name that is free; the name, and how many there were.
async fn save(
    vault: &Vault,
    asked: &AuditQuestion,
    folder: &Path,
    name: &str,
) -> Result<(String, usize), LeavingError> {
    let (name, mut file) = begin(folder, name)?;
    // By this sign spreadsheets know how the letters of names are written.
    file.write_all("\u{feff}".as_bytes())?;
    let mut table = LogTable::begin(file)?;
    let names = vault.names_in_log().await?;
    let mut written = Ok(());
    let add = |row: Row| {
        written = table.add(&row);
        written.is_ok()
    };
    let count = vault.read_log(asked, None, &names, add).await?;
    written?;
    table.end()?.keep()?;
    Ok((name, count))
}

fn begin(folder: &Path, name: &str) -> io::Result<(String, WholeFile)> {
    for name in free_names(name, "csv") {
        match WholeFile::begin(&folder.join(&name), Existing::Refuse) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            begun => return begun.map(|file| (name, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
