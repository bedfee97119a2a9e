//! The verbs that open a vault, and where its passphrase comes from: an environment variable, a file descriptor or
//! standard input. Never an argument, which every other program could read.

use crate::print::{Failure, print_line, read, write};
use lamina_clinic::{
    record::Document,
    vault::{ClinicError, KdfCost, Passphrase, Vault},
};
use std::{
    env, fs,
    future::Future,
    io::{self, BufRead, Read},
    path::Path,
};

/// Where the passphrase comes from. Without either, one line is read from standard input.
#[derive(clap::Args)]
pub struct PassphraseFrom {
    /// Read the passphrase from this file descriptor (Linux and macOS).
    #[arg(long, value_name = "FD")]
    passphrase_fd: Option<u32>,
    /// Read the passphrase from this environment variable.
    #[arg(long, value_name = "NAME", conflicts_with = "passphrase_fd")]
    passphrase_env: Option<String>,
}

impl PassphraseFrom {
    fn read(&self) -> Result<Passphrase, Failure> {
        let typed = if let Some(name) = &self.passphrase_env {
            env::var(name).map_err(|_| Failure::Call(format!("--passphrase-env {name}: it is not set")))?
        } else if let Some(fd) = self.passphrase_fd {
            let path = Path::new("/dev/fd").join(fd.to_string());
            let mut text = String::new();
            let source = fs::File::open(&path).and_then(|mut file| file.read_to_string(&mut text));
            source.map_err(|error| Failure::File { path, error })?;
            text
        } else {
            let mut text = String::new();
            let line = io::stdin().lock().read_line(&mut text);
            line.map_err(|error| Failure::File {
                path: "standard input".into(),
                error,
            })?;
            text
        };
        Ok(Passphrase::new(typed.trim_end_matches(['\n', '\r']).to_owned()))
    }
}

/// The name under which the command line acts in the audit log.
const ACTOR: &str = "command line";

/// Makes a new vault.
pub fn new(path: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let passphrase = passphrase.read()?;
    block_on(async {
        let vault = Vault::create(path, passphrase, KdfCost::STANDARD, ACTOR).await?;
        vault.close().await
    })
}

/// Loads a record file.
pub fn load(path: &Path, file: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let document = read(file)?;
    open(path, passphrase, async |vault| vault.load(&document).await)
}

/// Writes everything to a record file.
pub fn dump(path: &Path, out: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let document: Document = open(path, passphrase, async |vault| vault.dump().await)?;
    let json = document
        .write()
        .map_err(|error| Failure::Refused(error.to_string()))?;
    write(out, json.as_bytes())
}

/// Lists patients.
pub fn patients(path: &Path, typed: &str, json: bool, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let hits = open(path, passphrase, async |vault| vault.patients(typed, 500).await)?;
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
pub fn verify(path: &Path, passphrase: &PassphraseFrom) -> Result<(), Failure> {
    let found = open(path, passphrase, async |vault| vault.verify().await)?;
    let counts = format!(
        "{} versions and {} rows of the audit log were read",
        found.versions, found.audit_rows
    );
    if found.faults == 0 {
        print_line(&format!("The vault is whole: {counts}."))
    } else {
        Err(Failure::Refused(format!(
            "{} faults were found; {counts}",
            found.faults
        )))
    }
}

/// Opens the vault, does the work, and closes it whether the work was done or not.
fn open<T>(
    path: &Path,
    passphrase: &PassphraseFrom,
    work: impl AsyncFnOnce(&Vault) -> Result<T, ClinicError>,
) -> Result<T, Failure> {
    let passphrase = passphrase.read()?;
    block_on(async {
        let vault = Vault::unlock(path, passphrase, ACTOR).await?;
        let done = work(&vault).await;
        vault.close().await?;
        done
    })
}

fn block_on<T>(work: impl Future<Output = Result<T, ClinicError>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::File {
        path: "threads".into(),
        error,
    })?;
    runtime
        .block_on(work)
        .map_err(|error| Failure::Refused(error.to_string()))
}
