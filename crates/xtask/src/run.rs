//! `cargo xtask run`: from a fresh clone to the charts and letters of the sample clinic.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::install;
use crate::steps::{Steps, cargo};

/// Where the pictures and letters are put, below the project's folder. What an earlier run left there is replaced.
const FOLDER: &str = "walk";

/// Installs what is missing, builds the command line and prints the chart and the letter of every published case.
///
/// # Errors
/// What could not be installed, built or written.
pub fn run() -> Outcome {
    install::for_running(false)?;
    let mut steps = Steps::start();
    steps.step(
        "The command line",
        cargo(["build", "--quiet", "--locked", "-p", "lamina-cli"]),
    )?;
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{FOLDER} could not be emptied: {error}"))?;
    }
    fs::create_dir(folder).map_err(|error| format!("{FOLDER} could not be made: {error}"))?;
    for case in cases()? {
        let name = case
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        for (verb, kind) in [("chart", "svg"), ("letter", "pdf")] {
            let mut lamina = cargo(["run", "--quiet", "--locked", "-p", "lamina-cli", "--", verb]);
            lamina
                .arg(&case)
                .arg("--out")
                .arg(folder.join(format!("{name}.{kind}")));
            steps.step(&format!("{name}, {verb}"), lamina)?;
        }
    }
    println!("\nCharts (SVG) and letters (PDF) of the published cases are in {FOLDER}.");
    Ok(())
}

fn cases() -> Result<Vec<PathBuf>, String> {
    let folder = "tests/cases";
    let found = fs::read_dir(folder).map_err(|error| format!("{folder} could not be read: {error}"))?;
    let mut cases: Vec<PathBuf> = found
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .collect();
    cases.sort();
    Ok(cases)
}
