//! The verbs that open a vault, and how what goes wrong there is told: by the path, the cause and what was kept.

use crate::{
    passphrase::PassphraseFrom,
    print::{Failure, open, print_line, refused, tell},
};
use lamina_clinic::{
    Existing, WholeFile,
    backup::is_restoring,
    clock, door, is_half_made,
    record::read_each,
    vault::{
        BackupError, ClinicError, Passphrase, Person, Program, StoreError, Vault, VaultError,
        cost_for_this_machine,
    },
};
use std::{
    future::Future,
    io::{self, BufWriter, Seek},
    path::{Path, PathBuf},
};

/// What is said of a vault that was only read.
const AS_IT_WAS: &str = "the vault is as it was";

/// What is true where something could not be done.
#[derive(Debug, Clone, Copy)]
pub struct LeftBehind {
    /// The vault could not be opened.
    pub closed: &'static str,
    /// It was opened.
    pub opened: &'static str,
}

/// Of what changes no fact.
pub const READ: LeftBehind = LeftBehind {
    closed: AS_IT_WAS,
    opened: "no fact in it was changed; its log says that it was opened",
};

/// Of a load, which is kept whole or not at all.
const LOAD: LeftBehind = LeftBehind {
    closed: "nothing was loaded",
    opened: "nothing was loaded",
};

/// Where the work was done and then the file could not be closed.
const DONE: &str = "what was asked for was done and is kept; do not do it again";

/// Where nothing can be written.
const UNLOGGED: &str = "nothing can be written here, so it was only read, and its audit log does not say so";

/// Examples for making a vault.
pub const NEW_HELP: &str = "\
At a terminal the passphrase is asked for twice and not shown.

Examples:
  lamina new clinic.vault
  WORDS='six words that only you know' lamina new clinic.vault --passphrase-env WORDS
  lamina new clinic.vault --passphrase-fd 3 3< passphrase.txt";

/// Examples for loading.
pub const LOAD_HELP: &str = "\
Examples:
  lamina load clinic.vault record.json
  lamina load clinic.vault record.json < passphrase.txt

Attached files that the record names are taken from the folder beside it, record.files for record.json.

A file that was loaded before is refused, since its people would then stand there twice; --again loads it all the same.";

/// Examples for dumping.
pub const DUMP_HELP: &str = "\
What is dumped and loaded again is the same record. Attached files go to a folder beside it, everything.files for
everything.json, each under the SHA-256 of its bytes; lamina load takes them from there.

Example:
  lamina dump clinic.vault --out everything.json";

/// Examples for listing.
pub const PATIENTS_HELP: &str = "\
Accents and special letters need not be typed: lukasz finds Łukasz.

Examples:
  lamina patients clinic.vault
  lamina patients clinic.vault --search 'muster 1961 fusion'
  lamina patients clinic.vault --json";

/// Examples for checking a vault.
pub const VERIFY_HELP: &str = "\
Exit code 0 says that the vault is whole, 1 that faults were found. What is derived from the record can be made anew with
lamina rebuild; for everything else keep the file and take the last backup.

Examples:
  lamina verify clinic.vault
  lamina verify clinic.vault --json";

/// Examples for deriving anew.
pub const REBUILD_HELP: &str = "\
No fact is touched, and the rebuilding stands in the audit log.

Example:
  lamina rebuild clinic.vault";

/// Makes a new vault.
pub fn new(path: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    if path.exists() && !is_half_made(path) {
        // Told before a passphrase is typed twice for nothing.
        let error = ClinicError::Store(StoreError::AlreadyExists);
        return Err(fault(path, error, AS_IT_WAS));
    }
    let passphrase = passphrase.read_new()?;
    block_on(async {
        let vault = Vault::create(path, passphrase, cost_for_this_machine().await?, &at_work()).await?;
        vault.close().await
    })?
    .map_err(|error| fault(path, error, "no vault was made"))
}

/// Loads a record file.
pub fn load(path: &Path, file: &Path, again: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let mut source = open(file)?;
    let fault =
        |error: io::Error| Failure::Unreached(format!("{}: {error}; nothing was loaded", file.display()));
    if source.metadata().map_err(fault)?.is_file() {
        // A file that can be read twice is refused before a passphrase is asked for and before the vault is touched.
        read_each(&source, clock::today(), |_| true).map_err(|unreadable| refused(file, unreadable))?;
        source.rewind().map_err(fault)?;
    }
    let read = with(path, passphrase, LOAD, async |vault| {
        vault.load_file(source, files_beside(file), again).await
    })?;
    read.map_err(|unreadable| refused(file, unreadable))
}

/// Writes everything to a record file.
pub fn dump(path: &Path, out: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let written = with(path, passphrase, READ, async |vault| {
        let begin = || Ok(BufWriter::new(WholeFile::begin(out, Existing::Refuse)?));
        let end =
            |file: BufWriter<WholeFile>| file.into_inner().map_err(io::IntoInnerError::into_error)?.keep();
        vault.take_everything_out(begin, end, &files_beside(out)).await
    })?;
    written.map_err(|error| Failure::File {
        path: out.to_owned(),
        error,
    })
}

/// The folder of the attached files that a record file names: `record.files` beside `record.json`.
fn files_beside(record: &Path) -> PathBuf {
    record.with_extension("files")
}

/// Derives everything anew that is derived from the record.
pub fn rebuild(path: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    with(path, passphrase, READ, async |vault| vault.rebuild().await)?;
    print_line("What is derived from the record was made anew.")
}

/// Most patients that a search lists.
const MOST: u32 = 500;

/// Lists patients.
pub fn patients(path: &Path, typed: &str, json: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let hits = with(path, passphrase, READ, async |vault| {
        vault.list_people(typed, MOST).await
    })?;
    for hit in hits {
        let (born, number) = (
            hit.born.unwrap_or_default(),
            hit.record_number.unwrap_or_default(),
        );
        print_line(&if json {
            let row = serde_json::json!({"id": hit.id.to_string(), "family": hit.family, "given": hit.given,
                "born": born, "record_number": number});
            row.to_string()
        } else {
            format!("{}\t{}\t{born}\t{number}", hit.family, hit.given)
        })?;
    }
    Ok(())
}

/// Checks a vault.
pub fn verify(path: &Path, json: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let found = with(path, passphrase, READ, async |vault| vault.verify().await)?;
    let counts = format!(
        "{} versions, {} rows of the audit log and {} attached files were read",
        found.versions, found.audit_rows, found.files
    );
    let faults = found.faults;
    if json {
        let acts: Vec<_> = found
            .acts
            .iter()
            .map(|acts| {
                serde_json::json!({"action": acts.action, "outcome": acts.outcome, "count": acts.count,
                    "last_us": acts.last_us})
            })
            .collect();
        let row = serde_json::json!({"whole": faults == 0, "faults": faults, "derived": found.derived,
            "found": found.found, "versions": found.versions, "files": found.files, "audit_rows": found.audit_rows, "acts": acts});
        print_line(&row.to_string())?;
    } else {
        if faults == 0 {
            print_line(&format!("The vault is whole: {counts}."))?;
        }
        for fault in found.found.iter().take(NAMED) {
            print_line(fault)?;
        }
        if let Some(more) = faults.checked_sub(NAMED).filter(|more| *more > 0) {
            print_line(&format!("and {more} more"))?;
        }
        print_line("What the audit log says was done, and when last:")?;
        for acts in &found.acts {
            let last = clock::shown(acts.last_us);
            print_line(&format!(
                "{:>9}  {}\t{}\t{last}",
                acts.count, acts.action, acts.outcome
            ))?;
        }
    }
    if faults == 0 {
        return Ok(());
    }
    let mend = match found.derived {
        0 => String::new(),
        derived => format!(". {derived} of them are in what is derived; lamina rebuild makes that anew"),
    };
    Err(Failure::Refused(format!(
        "{}: {faults} faults were found; {counts}{mend}",
        path.display()
    )))
}

/// Most faults that are named to a person; all of them are in the JSON.
const NAMED: usize = 20;

/// Opens the vault, does the work, and closes it whether the work was done or not.
pub fn with<T>(
    path: &Path,
    passphrase: &PassphraseFrom,
    left: LeftBehind,
    work: impl AsyncFnOnce(&Vault) -> Result<T, ClinicError>,
) -> Result<T, Failure> {
    if !path.exists() && !is_restoring(path) {
        // Before anything is made beside a place where there is nothing.
        let error = ClinicError::Store(StoreError::Missing);
        return Err(fault(path, error, left.closed));
    }
    with_typed(path, passphrase.read()?, left, work)
}

/// The same with a passphrase that was typed already.
pub fn with_typed<T>(
    path: &Path,
    passphrase: Passphrase,
    left: LeftBehind,
    work: impl AsyncFnOnce(&Vault) -> Result<T, ClinicError>,
) -> Result<T, Failure> {
    block_on(async {
        let unlocked = Vault::unlock(path, passphrase, &at_work()).await;
        let vault = unlocked.map_err(|error| fault(path, error, left.closed))?;
        let done = work(&vault).await;
        if vault.unlogged() > 0 {
            tell(&format!("{}: {UNLOGGED}", path.display()))?;
        }
        let closed = vault.close().await;
        // What failed first is the one to tell.
        let done = done.map_err(|error| fault(path, error, left.opened))?;
        closed.map(|()| done).map_err(|error| fault(path, error, DONE))
    })?
}

/// Who is at work, as the audit log names them.
pub fn at_work() -> Person {
    Person {
        name: door::person(),
        program: Program::CommandLine,
    }
}

/// How an error about the file at `path` is told; `left` is what is true then.
pub fn fault(path: &Path, error: ClinicError, left: &str) -> Failure {
    let words = format!("{}: {error}; {left}", path.display());
    match error {
        ClinicError::Vault(VaultError::Io { .. } | VaultError::Missing | VaultError::AlreadyExists)
        | ClinicError::Backup(BackupError::Vault(VaultError::Io { .. }))
        | ClinicError::Store(
            StoreError::Io(_)
            | StoreError::Full
            | StoreError::ReadOnly
            | StoreError::Missing
            | StoreError::AlreadyExists,
        ) => Failure::Unreached(words),
        _ => Failure::Refused(words),
    }
}

/// Does work that waits for files.
pub fn block_on<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error: io::Error| Failure::File {
        path: "threads".into(),
        error,
    })?;
    Ok(runtime.block_on(work))
}
