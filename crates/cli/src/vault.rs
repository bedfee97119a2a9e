//! The verbs that open a vault, and how what goes wrong there is told: by the path, the cause and what was kept.

use crate::{
    passphrase::PassphraseFrom,
    print::{Failure, create_new, open, print_line, refused},
};
use lamina_clinic::{
    clock,
    record::{Writer, read_each},
    vault::{ClinicError, KdfCost, StoreError, Vault, VaultError},
};
use std::{
    fs,
    future::Future,
    io::{self, BufWriter, Seek},
    path::Path,
};

/// The name under which the command line acts in the audit log.
const ACTOR: &str = "command line";

/// What is said of a vault that was only read.
const AS_IT_WAS: &str = "the vault is as it was";

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
  lamina load clinic.vault record.json < passphrase.txt";

/// Examples for dumping.
pub const DUMP_HELP: &str = "\
What is dumped and loaded again is the same record.

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
    if path.exists() {
        // Told before a passphrase is typed twice for nothing.
        let error = ClinicError::Store(StoreError::AlreadyExists);
        return Err(fault(path, error, AS_IT_WAS));
    }
    let passphrase = passphrase.read_new()?;
    block_on(async {
        let vault = Vault::create(path, passphrase, KdfCost::STANDARD, ACTOR).await?;
        vault.close().await
    })?
    .map_err(|error| fault(path, error, "no vault was made"))
}

/// Loads a record file.
pub fn load(path: &Path, file: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let mut source = open(file)?;
    let fault =
        |error: io::Error| Failure::Unreached(format!("{}: {error}; nothing was loaded", file.display()));
    if source.metadata().map_err(fault)?.is_file() {
        // A file that can be read twice is refused before a passphrase is asked for and before the vault is touched.
        read_each(&source, clock::today(), |_| true).map_err(|unreadable| refused(file, unreadable))?;
        source.rewind().map_err(fault)?;
    }
    let read = with(path, passphrase, "nothing was loaded", async |vault| {
        vault.load_file(source).await
    })?;
    read.map_err(|unreadable| refused(file, unreadable))
}

/// Writes everything to a record file.
pub fn dump(path: &Path, out: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let fault = |error| Failure::File {
        path: out.to_owned(),
        error,
    };
    let written = with(path, passphrase, AS_IT_WAS, async |vault| {
        let begun = create_new(out).and_then(|file| Writer::begin(BufWriter::new(file)));
        let mut writer = match begun {
            Ok(writer) => writer,
            Err(error) => return Ok(Err(fault(error))),
        };
        let done = vault.dump(|record| writer.add(record)).await;
        let ended = match done {
            Ok(Ok(())) => Ok(writer.end().and_then(|out| out.get_ref().sync_all())),
            Ok(Err(error)) => Ok(Err(error)),
            Err(error) => Err(error),
        };
        if !matches!(ended, Ok(Ok(()))) {
            // Half a dump is worse than none. Whether removing it works or not, the first failure is the one to tell.
            fs::remove_file(out).ok();
        }
        ended.map(|written| written.map_err(fault))
    })?;
    written
}

/// Derives everything anew that is derived from the record.
pub fn rebuild(path: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    with(path, passphrase, AS_IT_WAS, async |vault| vault.rebuild().await)?;
    print_line("What is derived from the record was made anew.")
}

/// Most patients that a search lists.
const MOST: u32 = 500;

/// Lists patients.
pub fn patients(path: &Path, typed: &str, json: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let hits = with(path, passphrase, AS_IT_WAS, async |vault| {
        vault.patients(typed, MOST).await
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
    let found = with(path, passphrase, AS_IT_WAS, async |vault| vault.verify().await)?;
    let counts = format!(
        "{} versions and {} rows of the audit log were read",
        found.versions, found.audit_rows
    );
    let faults = found.faults;
    if json {
        let row = serde_json::json!({"whole": faults == 0, "faults": faults, "found": found.found,
            "versions": found.versions, "audit_rows": found.audit_rows});
        print_line(&row.to_string())?;
    } else if faults == 0 {
        print_line(&format!("The vault is whole: {counts}."))?;
    } else {
        for fault in found.found.iter().take(NAMED) {
            print_line(fault)?;
        }
        if let Some(more) = faults.checked_sub(NAMED).filter(|more| *more > 0) {
            print_line(&format!("and {more} more"))?;
        }
    }
    if faults == 0 {
        Ok(())
    } else {
        Err(Failure::Refused(format!(
            "{}: {faults} faults were found; {counts}",
            path.display()
        )))
    }
}

/// Most faults that are named to a person; all of them are in the JSON.
const NAMED: usize = 20;

/// Opens the vault, does the work, and closes it whether the work was done or not. `left` is what is true where it
/// fails.
pub fn with<T>(
    path: &Path,
    passphrase: &PassphraseFrom,
    left: &str,
    work: impl AsyncFnOnce(&Vault) -> Result<T, ClinicError>,
) -> Result<T, Failure> {
    if !path.exists() {
        // Before anything is made beside a place where there is nothing.
        let error = ClinicError::Store(StoreError::Missing);
        return Err(fault(path, error, left));
    }
    let passphrase = passphrase.read()?;
    block_on(async {
        let vault = Vault::unlock(path, passphrase, ACTOR).await?;
        let done = work(&vault).await;
        let closed = vault.close().await;
        // What failed first is the one to tell.
        let done = done?;
        closed.map(|()| done)
    })?
    .map_err(|error| fault(path, error, left))
}

fn fault(path: &Path, error: ClinicError, left: &str) -> Failure {
    let words = format!("{}: {error}; {left}", path.display());
    match error {
        ClinicError::Vault(VaultError::Io { .. } | VaultError::Missing | VaultError::AlreadyExists)
        | ClinicError::Store(
            StoreError::Io(_) | StoreError::Full | StoreError::Missing | StoreError::AlreadyExists,
        ) => Failure::Unreached(words),
        _ => Failure::Refused(words),
    }
}

fn block_on<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error: io::Error| Failure::File {
        path: "threads".into(),
        error,
    })?;
    Ok(runtime.block_on(work))
}
