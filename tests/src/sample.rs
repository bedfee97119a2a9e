//! The sample clinic: a vault with the six published cases, made by the command line.

use crate::programs::{PASSPHRASE_FROM, lamina, said};
use std::path::{Path, PathBuf};

/// The passphrase of every vault in these tests.
pub const PASSPHRASE: &str = "quiet river under seven green stones";

/// What the chance of a measured clinic comes from.
pub const SEED: u64 = 7;

/// Makes `clinic.vault` in `folder` and loads these of the published cases, by number from 1 to 6.
///
/// # Panics
/// When the command line refuses a step; with what it said.
pub fn clinic(folder: &Path, cases: &[u8]) -> PathBuf {
    let call = |arguments: &[&str]| {
        said(&lamina(
            folder,
            PASSPHRASE,
            &[arguments, &["--passphrase-env", PASSPHRASE_FROM]].concat(),
        ));
    };
    call(&["new", "clinic.vault"]);
    for number in cases {
        call(&["load", "clinic.vault", &case(*number)]);
    }
    folder.join("clinic.vault")
}

/// What `lamina verify` says about a vault that is closed.
///
/// # Panics
/// When it finds a fault.
pub fn verify(vault: &Path) -> String {
    let folder = vault.parent().expect("a vault lies in a folder");
    let name = vault.to_str().expect("the tests' own folders have plain names");
    said(&lamina(
        folder,
        PASSPHRASE,
        &["verify", name, "--passphrase-env", PASSPHRASE_FROM],
    ))
}

fn case(number: u8) -> String {
    format!("{}/cases/case-0{number}.json", env!("CARGO_MANIFEST_DIR"))
}
