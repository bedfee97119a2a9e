//! The verbs that open a vault, and how what goes wrong there is told: by the path, the cause and what was kept.

use crate::{
    passphrase::{PassphraseFrom, SignInFrom},
    print::{Failure, of_file, open, print_line, refused, tell},
};
use lamina_clinic::{
    Existing, WholeFile,
    backup::is_restoring,
    clock, door, is_half_made, message,
    record::read_each,
    say, say_with,
    unlocking::SignIn,
    vault::{
        BackupError, ClinicError, Person, Program, StoreError, Vault, VaultError, cost_for_this_machine,
    },
    words::Message,
};
use std::{
    future::Future,
    io::{self, BufWriter, Seek},
    path::{Path, PathBuf},
};

/// What is said of a vault that was only read.
const AS_IT_WAS: Message = message!("cli-left-vault");

/// What is true where something could not be done.
#[derive(Debug, Clone, Copy)]
pub struct LeftBehind {
    /// The vault could not be opened.
    pub closed: Message,
    /// It was opened, and then something went wrong.
    pub opened: Message,
}

/// Of what changes no fact.
pub const READ: LeftBehind = LeftBehind {
    closed: AS_IT_WAS,
    opened: message!("cli-left-facts"),
};

/// Of a load, which is kept whole or not at all.
const LOAD: LeftBehind = LeftBehind {
    closed: message!("cli-left-unloaded"),
    opened: message!("cli-left-unloaded"),
};

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
    .map_err(|error| fault(path, error, message!("cli-left-unmade")))
}

/// Loads a record file.
pub fn load(path: &Path, file: &Path, again: bool, passphrase: &SignInFrom) -> Result<(), Failure> {
    let mut source = open(file)?;
    let fault = |error: io::Error| Failure::Unreached(of_file(file, error, LOAD.closed));
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
pub fn dump(path: &Path, out: &Path, passphrase: &SignInFrom) -> Result<(), Failure> {
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
pub fn rebuild(path: &Path, passphrase: &SignInFrom) -> Result<(), Failure> {
    with(path, passphrase, READ, async |vault| vault.rebuild().await)?;
    print_line(&say!("cli-rebuild-done"))
}

/// Most patients that a search lists.
const MOST: u32 = 500;

/// Lists the patients that `typed` finds, everyone where nothing was typed: a line each, at most [`MOST`] of those found.
pub fn patients(path: &Path, typed: &str, json: bool, passphrase: &SignInFrom) -> Result<(), Failure> {
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

/// Checks a vault, and says what was read, what was found and what its log says was done.
pub fn verify(path: &Path, json: bool, passphrase: &SignInFrom) -> Result<(), Failure> {
    let found = with(path, passphrase, READ, async |vault| vault.verify().await)?;
    let counts = say_with!(
        "cli-verify-counts",
        [
            ("versions", found.versions.into()),
            ("rows", found.audit_rows.into()),
            ("files", found.files.into())
        ]
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
            print_line(&say_with!(
                "cli-verify-whole",
                [("counts", counts.as_str().into())]
            ))?;
        }
        for fault in found.found.iter().take(NAMED) {
            print_line(fault)?;
        }
        if let Some(more) = faults.checked_sub(NAMED).filter(|more| *more > 0) {
            print_line(&say_with!("cli-and-more", [("more", more.into())]))?;
        }
        print_line(&say!("cli-verify-acts"))?;
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
    let place = path.display().to_string();
    Err(Failure::Refused(match found.derived {
        0 => say_with!(
            "cli-verify-faults",
            [
                ("path", place.into()),
                ("faults", faults.into()),
                ("counts", counts.into())
            ]
        ),
        derived => say_with!(
            "cli-verify-faults-derived",
            [
                ("path", place.into()),
                ("faults", faults.into()),
                ("counts", counts.into()),
                ("derived", derived.into())
            ]
        ),
    }))
}

/// Most faults that are named to a person; all of them are in the JSON.
const NAMED: usize = 20;

/// Opens the vault, does the work, and closes it whether the work was done or not.
pub fn with<T>(
    path: &Path,
    passphrase: &SignInFrom,
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
    sign_in: impl Into<SignIn>,
    left: LeftBehind,
    work: impl AsyncFnOnce(&Vault) -> Result<T, ClinicError>,
) -> Result<T, Failure> {
    block_on(async {
        let unlocked = Vault::unlock(path, sign_in, &at_work()).await;
        let vault = unlocked.map_err(|error| fault(path, error, left.closed))?;
        let done = work(&vault).await;
        if vault.unlogged() > 0 {
            tell(&say_with!(
                "cli-unlogged",
                [("path", path.display().to_string().into())]
            ))?;
        }
        let closed = vault.close().await;
        // What failed first is the one to tell.
        let done = done.map_err(|error| fault(path, error, left.opened))?;
        closed
            .map(|()| done)
            .map_err(|error| fault(path, error, message!("cli-left-done")))
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
pub fn fault(path: &Path, error: ClinicError, left: Message) -> Failure {
    let words = of_file(path, &error, left);
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
        path: say!("cli-threads").into(),
        error,
    })?;
    Ok(runtime.block_on(work))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_as_one() {
        let counts = |versions: i64, rows: i64, files: i64| {
            say_with!(
                "cli-verify-counts",
                [
                    ("versions", versions.into()),
                    ("rows", rows.into()),
                    ("files", files.into())
                ]
            )
        };
        assert_eq!(
            counts(1, 1, 1),
            "1 version, 1 row of the audit log and 1 attached file were read"
        );
        assert_eq!(
            counts(12_345, 2, 0),
            "12345 versions, 2 rows of the audit log and 0 attached files were read"
        );
    }

    #[test]
    fn what_went_wrong_is_told_with_the_file_and_what_is_true_then() {
        let words = |error: ClinicError| match fault(Path::new("c.vault"), error, READ.closed) {
            Failure::Refused(words) | Failure::Unreached(words) => words,
            _ => String::new(),
        };
        assert_eq!(
            words(VaultError::WrongPassphrase.into()),
            "c.vault: the passphrase does not open this vault; the vault is as it was"
        );
        assert_eq!(
            words(StoreError::Full.into()),
            "c.vault: the disk is full; the vault is as it was"
        );
    }
}
