//! The desk: what a person at the window can do. One vault, locked or open; every command of the table is a method
//! of the same name, and each checks that the vault is open before it touches the record.
//!
//! What must hold:
//! - A command that needs the open vault answers `locked` while it is not, whatever it was asked.
//! - Locking waits for commands that are under way, closes the file, wipes the key and drops what was made from the
//!   record; drafts were kept before. Where a backup is due, file and key are let go when it is made, behind the lock.
//! - What the desk needs from the program around it comes in as [`Surroundings`].

mod answers;
mod audit;
mod backups;
mod bodies;
mod diagnoses;
mod disagree;
mod documents;
mod drafts;
mod entries;
mod flags;
mod follow_up;
mod gates;
mod instruments;
mod letters;
mod listing;
mod medicines;
mod neuromodulation;
mod overview;
mod patients;
mod plans;
mod progress;
mod recording;
mod recovery;
mod rules;
mod samples;
mod saving;
mod settings;
mod spine;
mod staff;
mod symptoms;
mod timeline;
mod undo;
mod vaults;
mod visits;
mod walking;

pub use settings::WindowPlace;

use crate::errors;
use crate::{
    clock,
    vault::{Attempt, Vault},
    viewed,
};
pub use lamina_api::document::FilesAsked;
use lamina_api::{Access, ApiError, settings::Settings};
use lamina_domain::{DateOrder, Typing};
use std::{
    path::{Path, PathBuf},
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::{RwLock, RwLockReadGuard};

/// Opens a file in the system's viewer.
pub type Viewer = Arc<dyn Fn(&Path) -> std::io::Result<()> + Send + Sync>;

/// Asks a person, by the system's own dialog, for files or for a folder; nothing where the dialog was left.
pub type Chooser = Arc<dyn Fn(Choosing) -> ChosenPaths + Send + Sync>;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosing {
    /// For how many, or for a folder.
    pub asked: FilesAsked,
    /// What the dialog is called.
    pub title: String,
}

/// What was chosen, once it was.
pub type ChosenPaths = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

/// Ends the process that shows the page, with all that it holds in memory, and shows the same address in a new one.
pub type Renewer = Arc<dyn Fn() + Send + Sync>;

/// What the desk needs from the program that runs it.
#[derive(Clone)]
pub struct Surroundings {
    /// Where the vault is or will be.
    pub vault: PathBuf,
    /// The folder that letters are saved to; made when the first one is saved.
    pub letters: PathBuf,
    /// The file that holds the window's preferences.
    pub preferences: PathBuf,
    /// The name under which changes are recorded.
    pub person: String,
    /// The cost of deriving a key for a new passphrase; without one most of a second of this machine.
    pub cost: Option<crate::vault::KdfCost>,
    /// Opens a file in the system's viewer.
    pub view: Viewer,
    /// Asks a person for files.
    pub choose: Chooser,
    /// Begins the page anew.
    pub renew: Renewer,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Desk")
    }
}

impl std::fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Surroundings")
    }
}

/// What a person at the window can do; a method for each command.
pub struct Desk {
    around: Surroundings,
    open: RwLock<Option<Vault>>,
    tries: Mutex<vaults::Tries>,
    letters: Mutex<letters::LetterShelf>,
    recovery: Mutex<Option<recovery::Shown>>,
    chosen: Mutex<documents::ChosenShelf>,
    /// What was dropped onto the window last and nobody asked for yet.
    dropped: Mutex<Vec<PathBuf>>,
    backups: backups::Backups,
    log: Mutex<audit::OpenLog>,
    /// Held while the file of preferences is written.
    preferring: Mutex<()>,
    began: Instant,
    /// Milliseconds after `began` at which someone last did something.
    last_active: AtomicU64,
    /// The same moment by the wall clock, in microseconds since 1970-01-01 UTC: it goes on while the machine sleeps.
    last_active_us: AtomicI64,
    /// When the vault was opened, in microseconds since 1970-01-01 UTC.
    opened_us: AtomicI64,
    /// Milliseconds without activity after which the desk locks.
    idle_limit: AtomicU64,
    /// The clinic types the month before the day.
    month_first: AtomicBool,
}

/// The open vault for as long as a command works with it.
pub(crate) struct Session<'a>(RwLockReadGuard<'a, Option<Vault>>);

impl Session<'_> {
    /// The vault.
    ///
    /// # Errors
    /// `locked`.
    pub(crate) fn vault(&self) -> Result<&Vault, ApiError> {
        self.0.as_ref().ok_or(ApiError::Locked)
    }
}

impl Desk {
    /// A desk with its vault locked or not there yet.
    pub fn new(around: Surroundings) -> Self {
        viewed::forget(&around.vault);
        Self {
            around,
            open: RwLock::new(None),
            tries: Mutex::default(),
            preferring: Mutex::default(),
            letters: Mutex::default(),
            recovery: Mutex::default(),
            chosen: Mutex::default(),
            dropped: Mutex::default(),
            backups: backups::Backups::default(),
            log: Mutex::default(),
            opened_us: AtomicI64::new(clock::now_us()),
            began: Instant::now(),
            last_active: AtomicU64::new(0),
            last_active_us: AtomicI64::new(clock::now_us()),
            idle_limit: AtomicU64::new(minutes(5)),
            month_first: AtomicBool::new(false),
        }
    }

    /// Whether a command may be called now by who has the vault open; one that asks for the open vault counts as activity. A
    /// command that is not theirs stands in the log as refused.
    ///
    /// # Errors
    /// `locked`; `not_in_role`; `own_passphrase_first`.
    pub async fn admit(&self, command: &str, access: Access) -> Result<(), ApiError> {
        if !access.needs_open_vault() {
            return Ok(());
        }
        let session = self.session().await?;
        session.vault()?.allow(access, Attempt::task(command)).await?;
        self.seen_at_work();
        Ok(())
    }

    /// Notes that someone is at work now.
    fn seen_at_work(&self) {
        self.last_active
            .store(self.millis(Instant::now()), Ordering::Relaxed);
        self.last_active_us.store(clock::now_us(), Ordering::Relaxed);
    }

    /// Locks when nobody did anything for the clinic's limit; true when it did. `now` is the time to judge by.
    pub async fn lock_if_idle(&self, now: Instant) -> bool {
        self.lock_if_idle_at(now, clock::now_us()).await
    }

    async fn lock_if_idle_at(&self, now: Instant, wall_us: i64) -> bool {
        let awake = self
            .millis(now)
            .saturating_sub(self.last_active.load(Ordering::Relaxed));
        // The steady clock stops while the machine sleeps; the wall clock does not.
        let by_the_wall = wall_us.saturating_sub(self.last_active_us.load(Ordering::Relaxed)) / 1000;
        let idle = awake.max(u64::try_from(by_the_wall).unwrap_or(0));
        if idle < self.idle_limit.load(Ordering::Relaxed) || self.open.read().await.is_none() {
            return false;
        }
        match self.lock().await {
            Ok(()) => {}
            Err(error) => tracing::warn!(%error, "the vault was closed with an error after idling"),
        }
        true
    }

    /// Backs up what changed, where that is on, and closes the vault if it is open. Must be awaited before the process ends.
    ///
    /// # Errors
    /// A last write that failed; nothing saved is lost.
    pub async fn close(&self) -> Result<(), crate::vault::ClinicError> {
        let _none = self.settled().await;
        let vault = self.open.write().await.take();
        self.drop_letters();
        self.forget_chosen();
        self.forget_log();
        match vault {
            Some(vault) => backups::finish(vault, &self.around.vault).await,
            None => Ok(()),
        }
    }

    pub(crate) async fn session(&self) -> Result<Session<'_>, ApiError> {
        let guard = self.open.read().await;
        if guard.is_none() {
            return Err(ApiError::Locked);
        }
        Ok(Session(guard))
    }

    fn millis(&self, now: Instant) -> u64 {
        let since = now.saturating_duration_since(self.began);
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    /// Takes over what the clinic set.
    fn go_by(&self, settings: &Settings) {
        let limit = minutes(settings.idle_minutes.clamp(1, 30));
        self.idle_limit.store(limit, Ordering::Relaxed);
        let month_first = settings.date_order == DateOrder::MonthFirst;
        self.month_first.store(month_first, Ordering::Relaxed);
    }

    /// What a date is read by that is typed now.
    pub(crate) fn typing(&self) -> Typing {
        Typing {
            order: match self.month_first.load(Ordering::Relaxed) {
                true => DateOrder::MonthFirst,
                false => DateOrder::DayFirst,
            },
            ..Typing::on(self.today())
        }
    }

    pub(crate) fn today(&self) -> chrono::NaiveDate {
        clock::today()
    }
}

fn minutes(count: u32) -> u64 {
    Duration::from_secs(u64::from(count) * 60)
        .as_millis()
        .try_into()
        .unwrap_or(u64::MAX)
}

/// A lock that another thread poisoned still guards plain data.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

macro_rules! by_name {
    ($($name:ident($request:ty) -> $response:ty, $access:ident;)*) => {
        impl Desk {
            /// Carries out the command called `name`, from JSON to JSON: the whole table behind one door.
            ///
            /// # Errors
            /// What the command refuses; `not_found` for a name that is not in the table; `invalid` without issues
            /// for a request of the wrong shape.
            pub async fn call(
                &self,
                name: &str,
                request: serde_json::Value,
            ) -> Result<serde_json::Value, ApiError> {
                use lamina_api::*;
                let command = COMMANDS.iter().find(|command| command.name == name);
                let access = command.map(|command| command.access).ok_or(ApiError::NotFound)?;
                Box::pin(self.admit(name, access)).await?;
                match name {
                    $(stringify!($name) => {
                        // Each command keeps what it needs in a place of its own, so that a call does not grow with the table.
                        let carried_out = async move {
                            let request: $request = serde_json::from_value(request)
                                .map_err(|_| ApiError::Invalid { issues: Vec::new() })?;
                            let response: $response = self.$name(request).await?;
                            serde_json::to_value(response).map_err(|error| errors::internal(&error))
                        };
                        Box::pin(carried_out).await
                    })*
                    _ => Err(ApiError::NotFound),
                }
            }
        }
    };
}

lamina_api::command_table!(by_name);

#[cfg(test)]
mod tests;
