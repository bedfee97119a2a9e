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

/// Names the folder of words that the pages and the core are built with; where nothing is named it is that of English.
const LANGUAGE: &str = "LAMINA_LANGUAGE";
/// The language of the product.
pub const ENGLISH: &str = "en";
/// The language that is made from the English words by code.
pub const PSEUDO: &str = "pseudo";

/// Where the built pages note their language.
const BUILT_IN: &str = "dist/.language";

/// Makes the pseudo-language anew from the English words.
///
/// # Errors
/// What the program that makes it could not read or write.
pub fn write_pseudo(steps: &mut Steps) -> Outcome {
    steps.step("The pseudo-language", npm(["run", "--silent", "words:pseudo"]))
}

/// Has a command build in a language.
pub fn speak(command: &mut Command, language: &str) {
    match language {
        ENGLISH => command.env_remove(LANGUAGE),
        other => command.env(LANGUAGE, other),
    };
}

/// Builds the pages that the app embeds, in the language of the product.
///
/// # Errors
/// What the build could not do.
pub fn build(steps: &mut Steps) -> Outcome {
    build_in(steps, ENGLISH)
}

fn build_in(steps: &mut Steps, language: &str) -> Outcome {
    let mut build = npm(["run", "build"]);
    speak(&mut build, language);
    steps.step("Interface: build", build)?;
    fs::write(folder().join(BUILT_IN), language)
        .map_err(|error| format!("The pages are built, but ui/{BUILT_IN} could not be written: {error}"))
}

/// Builds the pages unless those that are there are in that language and newer than everything they are made from.
///
/// # Errors
/// What the build could not do.
pub fn build_if_stale(steps: &mut Steps, language: &str) -> Outcome {
    let built = fs::metadata(folder().join("dist/index.html")).and_then(|page| page.modified());
    // Pages of which nothing is noted were built by hand, in the language of the product.
    let in_language =
        fs::read_to_string(folder().join(BUILT_IN)).unwrap_or_else(|_| ENGLISH.to_owned()) == language;
    match (built, newest(&folder()).max(told())) {
        (Ok(built), Some(source)) if in_language && built > source => Ok(()),
        _ => build_in(steps, language),
    }
}

/// What the pages list beside their own sources: which crates Lamina is made of, and who owns the questionnaires.
const TOLD: [&str; 2] = ["Cargo.lock", "crates/domain/instruments"];

/// When something that the pages list was last changed.
fn told() -> Option<SystemTime> {
    TOLD.iter().filter_map(|path| changed(&root().join(path))).max()
}

/// When a file, or a source below a folder, was last changed.
fn changed(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        newest(path)
    } else {
        fs::metadata(path).and_then(|file| file.modified()).ok()
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
    wanted.filter_map(|entry| changed(&entry.path())).max()
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

    #[test]
    fn what_the_pages_list_is_there_to_be_watched() {
        for path in TOLD {
            assert!(changed(&root().join(path)).is_some(), "{path}");
        }
        assert!(told() >= changed(&root().join("Cargo.lock")));
        assert_eq!(changed(&root().join("no-such-file")), None);
    }
}
