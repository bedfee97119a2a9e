//! The interface in `ui/`: its packages, its checks, and the built pages that the app embeds.
//!
//! Packages are installed only when the lock file or the manifest differ from those of the last installation;
//! scripts of packages never run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::Outcome;
use crate::steps::{Steps, root};

fn folder() -> PathBuf {
    root().join("ui")
}

/// Whether there is an interface to build.
pub fn exists() -> bool {
    folder().join("package.json").is_file()
}

/// Whether the built pages are there, of whatever age.
pub fn is_built() -> bool {
    folder().join("dist/index.html").is_file()
}

/// npm with these words, in the interface's folder.
pub fn npm<const N: usize>(words: [&str; N]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(words).current_dir(folder());
    command
}

/// Installs exactly the packages of the lock file, unless they are the ones that are there.
///
/// # Errors
/// What npm could not do, or why the note of what was installed could not be written.
pub fn install(steps: &mut Steps) -> Outcome {
    let wanted = wanted(&folder())?;
    let note = folder().join("node_modules/.installed-for");
    if fs::read_to_string(&note).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    steps.step(
        "Interface: packages",
        npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
    )?;
    // An interface without packages leaves npm with no folder to make.
    fs::create_dir_all(folder().join("node_modules"))
        .and_then(|()| fs::write(&note, wanted))
        .map_err(|error| {
            format!(
                "The packages are installed, but {} could not be written: {error}",
                note.display()
            )
        })
}

/// Builds the pages that the app embeds.
///
/// # Errors
/// What the build could not do.
pub fn build(steps: &mut Steps) -> Outcome {
    steps.step("Interface: build", npm(["run", "build"]))
}

/// Builds the pages unless those that are there are newer than everything they are made from.
///
/// # Errors
/// What the build could not do.
pub fn build_if_stale(steps: &mut Steps) -> Outcome {
    let built = fs::metadata(folder().join("dist/index.html")).and_then(|page| page.modified());
    match (built, newest(&folder())) {
        (Ok(built), Some(source)) if built > source => Ok(()),
        _ => build(steps),
    }
}

/// When a source below `folder` was last changed; what is made or installed there does not count.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let wanted = entries.filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        !name.starts_with('.') && name != "node_modules" && name != "dist"
    });
    wanted
        .filter_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                newest(&path)
            } else {
                entry.metadata().and_then(|file| file.modified()).ok()
            }
        })
        .max()
}

/// Formats the sources of the interface in place.
///
/// # Errors
/// What the formatter could not read.
pub fn format(steps: &mut Steps) -> Outcome {
    steps.step("Format: interface", npm(["run", "fmt"]))
}

/// Whether the sources of the interface are formatted.
///
/// # Errors
/// The files that are not.
pub fn is_formatted(steps: &mut Steps) -> Outcome {
    steps.step("Format: interface", npm(["run", "--silent", "fmt:check"]))
}

/// Format, types, rules and tests of the interface.
///
/// # Errors
/// The first of them that fails.
pub fn prove(steps: &mut Steps) -> Outcome {
    is_formatted(steps)?;
    steps.step("Interface: types", npm(["run", "check"]))?;
    steps.step("Interface: rules", npm(["run", "lint"]))?;
    steps.step("Interface: tests", npm(["test", "--", "--run"]))
}

fn wanted(folder: &Path) -> Result<String, String> {
    let read = |name: &str| {
        fs::read_to_string(folder.join(name)).map_err(|error| format!("ui/{name} could not be read: {error}"))
    };
    Ok(format!(
        "{}\n{}",
        read("package.json")?,
        read("package-lock.json")?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_does_not_count_as_a_source() {
        let place = std::env::temp_dir().join(format!("lamina-xtask-{}", std::process::id()));
        fs::create_dir_all(place.join("src")).unwrap();
        fs::create_dir_all(place.join("dist")).unwrap();
        assert_eq!(newest(&place), None);
        fs::write(place.join("dist/index.html"), "made").unwrap();
        assert_eq!(newest(&place), None);
        fs::write(place.join("src/main.ts"), "written").unwrap();
        let written = fs::metadata(place.join("src/main.ts"))
            .unwrap()
            .modified()
            .unwrap();
        assert_eq!(newest(&place), Some(written));
        fs::remove_dir_all(place).unwrap();
    }
}
